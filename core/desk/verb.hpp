// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/access.hpp"
#include "core/desk/desk.hpp"
#include "core/desk/forms/slots.hpp"
#include "core/desk/reply.hpp"
#include "core/model/commands.hpp"
#include "core/model/team/team.hpp"
#include "core/text/voice.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::desk {

/// Something that can be asked for at a face, while it is being asked: its slots are bound to its members.
class Verb {
 public:
  virtual ~Verb() = default;

  /// For whom it is, and whether it shows or does.
  virtual Access access() const = 0;
  virtual void shape(Slots& slots) = 0;
  /// Whether it may be stopped half-way, keeping what is done (see Desk::stop).
  virtual bool stops() const { return false; }
  /// Whether it makes something go for good: also on a screen that all share it is then done by who sits at the keys,
  /// and never in the name of who leads.
  virtual bool by_own_hand() const { return false; }

  /// What somebody does whom it is not for, when more can be said than whom to ask; empty for most.
  virtual text::Message if_not_of_the_team() const { return {}; }

  bool at_its_computer = false;       ///< asked for at a face on the computer itself: a word may name a file there
  std::string command_id;             ///< of what it hands over: sent twice, done once; empty: the service makes one
  std::vector<text::Message> beside;  ///< typed with its values and not kept (Spelling): said when it is done

 protected:
  friend void perform(Desk& desk, Verb& verb, Reply& reply);

  virtual void run(Desk& desk, Reply& reply) = 0;  ///< see `perform`
};

/// Does what a verb does, when its ground holds for who sits at this desk, and puts in the reply what came of it; the
/// reply comes in as done. There is no other way to run a verb. Problems of usage are thrown (see Usage), faults pass
/// through.
void perform(Desk& desk, Verb& verb, Reply& reply);

/// A verb that gives one command to one case. It also goes the other way: `take` fills the verb from a command, so that
/// the command can be written as the line that a person would type.
class CaseVerb : public Verb {
 public:
  void shape(Slots& slots) final;
  void run(Desk& desk, Reply& reply) override;
  Access access() const override { return does(Ground::table); }

  virtual void parameters(Slots& slots) = 0;
  virtual CommandBody body() const = 0;
  /// What it says to the team beside the case, which then only counts it (R15); nothing for most.
  virtual std::optional<TeamBody> team_line() const { return std::nullopt; }
  /// False for a command that is not typed with this verb.
  virtual bool take(const CommandBody& body, const text::Voice& voice) = 0;

  std::string case_id;
  std::optional<std::int64_t> expect;
  std::optional<Time> at;

 protected:
  /// Whether the case begins here: then its id is an option, not the first word.
  virtual bool begins() const { return false; }
  /// The command as it was asked for at this desk.
  Command asked(Desk& desk) const;
  /// Done before the command is handed over; false ends the verb with what the reply says.
  virtual bool before(Desk&, Reply&) { return true; }

  /// Hands the command over; a verb that has more to hand over than the command does it here.
  virtual service::Answer hand_over(Desk& desk, Command command);
};

/// A verb whose slots are the members of the command itself: `Parameters` says which.
template <class Body, void (*Parameters)(Slots&, Body&)>
class Plain : public CaseVerb {
 public:
  void parameters(Slots& slots) override {
    slots.of(body_);
    Parameters(slots, body_);
  }
  CommandBody body() const override { return body_; }
  bool take(const CommandBody& body, const text::Voice&) override {
    const auto* own = std::get_if<Body>(&body);
    if (own != nullptr) body_ = *own;
    return own != nullptr;
  }

 protected:
  Body body_;
};

}  // namespace casus::desk
