// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/catalogue.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/typed/completed.hpp"
#include "core/engine/remarks/readable.hpp"

#include <string>
#include <utility>

namespace casus::desk {

/// A verb that gives one command to the team.
class TeamVerb : public Verb {
 public:
  Access access() const override { return does(Ground::house); }

 protected:
  void give(Desk& desk, Reply& reply, TeamBody body, const std::string& done, Desk::Make make = Desk::Make::no) const {
    const auto open_place = std::visit([](const auto& one) { return engine::unreadable(one, true); }, body);
    if (open_place) return show(desk, reply, *open_place);
    auto& service = desk.service(make);
    const auto answer = service.handle(completed(desk, TeamCommand{command_id, desk.now(), std::move(body)}));
    if (!answer.done() || desk.json()) return show(desk, reply, answer);
    reply.line(done, Tone::good);
    for (const auto& remark : answer.remarks) reply.line("  " + remark_line(remark, desk.voice()), Tone::warning);
  }

  /// The team of this store. Throws Usage when nobody made one.
  static Team the_team(Desk& desk) {
    auto team = desk.service().team();
    if (!team)
      throw Usage{
          desk.say("team.none_yet_begin", "init"_is = text::way("team init", "name"_is = text::gap("gap.name")))};
    return std::move(*team);
  }
};

/// A verb whose slots are the members of the command itself: `Shape` says which, and `Done` what is said of it.
template <class Body, void (*Shape)(Slots&, Body&), text::Message (*Done)(const Body&)>
class PlainTeam : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(body_);
    Shape(slots, body_);
  }

 protected:
  void run(Desk& desk, Reply& reply) override { give(desk, reply, body_, desk.voice().say(Done(body_))); }

  Body body_;
};

}  // namespace casus::desk
