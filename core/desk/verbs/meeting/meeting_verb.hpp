// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/catalogue.hpp"
#include "core/model/meeting/meeting.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace casus::desk {

/// Day of the meeting that is meant when nobody says: the one that is going on, else the next that is planned. Throws
/// Usage when there is none.
std::string meeting_meant(Desk& desk);

/// Says which meetings of an earlier day were never ended, and how to end them. Nothing with --json.
void tell_forgotten(Desk& desk, Reply& reply);

/// Says the refusal to whoever is not of the team; whether that was so.
bool turned_down(Desk& desk, Reply& reply);

/// What `find` finds of the meetings. That it is not there (Usage) is for the team to know: nothing then for others,
/// who are refused.
auto found_for_team(Desk& desk, Reply& reply, const auto& find) -> std::optional<decltype(find())> {
  try {
    return find();
  } catch (const Usage&) {
    if (turned_down(desk, reply)) return std::nullopt;
    throw;
  }
}

/// The case at hand in the meeting that is going on. Throws Usage when there is none. Nothing, with the refusal said,
/// for whoever is neither of the team nor at the meeting, and nobody of that case: whether there is one is not for
/// them.
std::optional<std::string> case_at_hand(Desk& desk, Reply& reply);

/// A verb that gives one command to one meeting.
class MeetingVerb : public Verb {
 public:
  void shape(Slots& slots) final;
  void run(Desk& desk, Reply& reply) override;
  Access access() const override { return does(Ground::meeting); }

 protected:
  virtual void parameters(Slots& slots) = 0;
  virtual MeetingBody body(Desk& desk) = 0;
  virtual std::string meant(Desk& desk, Reply&) { return meeting_meant(desk); }
  /// Hands the command over; a verb that has more to hand over than the command does it here.
  virtual service::MeetingAnswer hand_over(Desk& desk, MeetingCommand command);
  /// What more there is to say once it is done; not with --json.
  virtual void after(Desk&, Reply&, const service::MeetingAnswer&) {}

  std::optional<Date> date_;
  std::optional<Time> at_;
  std::optional<std::int64_t> expect_;
};

/// A verb whose slots are the members of the command itself: `Parameters` says which.
template <class Body, void (*Parameters)(Slots&, Body&)>
class PlainMeeting : public MeetingVerb {
 protected:
  void parameters(Slots& slots) override {
    slots.of(body_);
    Parameters(slots, body_);
  }
  MeetingBody body(Desk&) override { return body_; }

  Body body_;
};

/// A verb of a case without the case: the one at hand in the meeting is meant.
template <class V>
class AtHand final : public Verb {
 public:
  Access access() const override { return does(Ground::table); }
  void shape(Slots& slots) override {
    inner_.parameters(slots);
    slots.option("at", inner_.at, "help.when_happened_else_now");
  }
  void run(Desk& desk, Reply& reply) override {
    auto at_hand = case_at_hand(desk, reply);
    if (!at_hand) return;
    inner_.case_id = std::move(*at_hand);
    inner_.command_id = command_id;
    perform(desk, inner_, reply);
  }

 private:
  V inner_;
};

}  // namespace casus::desk
