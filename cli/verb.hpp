// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/face.hpp"
#include "core/desk/slots.hpp"
#include "core/model/commands.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::service {
struct Answer;
}

namespace casus::cli {

class Context;

/// One verb as it is being typed: its slots are bound to its members.
class Verb {
 public:
  virtual ~Verb() = default;

  virtual void shape(Slots& slots) = 0;
  /// Does it; the exit code. Problems of usage are thrown (see Usage), faults pass through.
  virtual int run(Context& context) = 0;
};

/// A verb that gives one command to one case. It also goes the other way: `take` fills the verb from a command, so that
/// the command can be written as the line that a person would type.
class CaseVerb : public Verb {
 public:
  void shape(Slots& slots) final;
  int run(Context& context) override;

  virtual void parameters(Slots& slots) = 0;
  virtual CommandBody body() const = 0;
  /// False for a command that is not typed with this verb.
  virtual bool take(const CommandBody& body, Lang lang) = 0;

  std::string case_id;
  std::optional<std::int64_t> expect;
  std::optional<Time> at;
  std::string command_id;  ///< made before the command is handed over

 protected:
  /// Whether the case begins here: then its id is an option, not the first word.
  virtual bool begins() const { return false; }
  /// Done before the command is handed over; a value ends the verb with that exit code.
  virtual std::optional<int> before(Context&) { return std::nullopt; }

  /// Hands the command over; a verb that has more to hand over than the command does it here.
  virtual service::Answer hand_over(Context& context, Command command);
};

/// A verb whose slots are the members of the command itself: `Parameters` says which.
template <class Body, void (*Parameters)(Slots&, Body&)>
class Plain : public CaseVerb {
 public:
  void parameters(Slots& slots) override { Parameters(slots, body_); }
  CommandBody body() const override { return body_; }
  bool take(const CommandBody& body, Lang) override {
    const auto* own = std::get_if<Body>(&body);
    if (own != nullptr) body_ = *own;
    return own != nullptr;
  }

 protected:
  Body body_;
};

/// A verb in the tree of `casus <noun> <verb>`.
struct Entry {
  std::string_view path;  ///< "case say", "case safety concern"
  Words about;
  Words example;  ///< a line that can be typed, without "casus "
  std::unique_ptr<Verb> (*fresh)();
};

template <class V>
std::unique_ptr<Verb> fresh() {
  return std::make_unique<V>();
}

/// All verbs, in the order of help.
const std::vector<Entry>& all_verbs();

/// The nouns, and the verbs that have verbs of their own, with what they are about.
struct Group {
  std::string_view path;
  Words about;
};
const std::vector<Group>& all_groups();

using Entries = std::vector<Entry>;

Entries opening_verbs();
Entries step_verbs();
Entries decision_verbs();
Entries safety_verbs();
Entries ending_verbs();
Entries show_verbs();
Entries plan_verbs();
Entries network_verbs();
Entries meeting_verbs();       ///< plan, show, list, the agenda by hand
Entries meeting_run_verbs();   ///< start to finish
Entries meeting_page_verbs();  ///< minutes, time
Entries asking_verbs();        ///< meeting ask
Entries at_hand_verbs();       ///< meeting say, pass, next, back
Entries guided_verbs();        ///< meeting run
Entries team_verbs();
Entries area_verbs();      ///< and the team's paper
Entries take_out_verbs();  ///< case import, team calendar, team export
Entries phrase_verbs();    ///< team phrases, phrase
Entries method_verbs();
Entries making_verbs();    ///< method new, play
Entries checking_verbs();  ///< method check
Entries workflow_verbs();
Entries store_verbs();
Entries training_verbs();
Entries simulate_verbs();
Entries showing_verbs();  ///< train show
Entries machine_verbs();  ///< apply, demo, completion

}  // namespace casus::cli
