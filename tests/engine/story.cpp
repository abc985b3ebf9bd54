// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/story.hpp"
#include "tests/support/typed_voice.hpp"

#include "core/engine/explain/explain.hpp"

#include <stdexcept>

namespace casus::test {

std::string Came::told() const {
  if (!outcome_) {
    const auto& it = outcome_.error();
    return "refused: " + it.name + " " + it.rule + ": " + it.reason.in(Lang::nl) + " / " + it.reason.in(Lang::en);
  }
  std::string names = "events:";
  for (const auto& event : *outcome_) names += " " + std::string(name_of(event.body));
  return names;
}

const Came& Came::then(const std::vector<std::string>& names) const {
  UNSCOPED_INFO(told());
  REQUIRE(outcome_.has_value());
  std::vector<std::string> came;
  auto after = before_;
  for (const auto& event : *outcome_) {
    came.emplace_back(name_of(event.body));
    engine::evolve(after, event);  // what is decided must also fold
  }
  CHECK(came == names);
  return *this;
}

const Came& Came::refused(std::string_view name, std::string_view rule) const {
  UNSCOPED_INFO(told());
  REQUIRE_FALSE(outcome_.has_value());
  CHECK(outcome_.error().name == name);
  CHECK(outcome_.error().rule == rule);
  CHECK_FALSE(outcome_.error().reason.in(Lang::nl).empty());
  CHECK_FALSE(outcome_.error().reason.in(Lang::en).empty());
  CHECK_FALSE(outcome_.error().remedies_in(typed_in(Lang::nl)).empty());
  CHECK_FALSE(outcome_.error().remedies_in(typed_in(Lang::en)).empty());
  return *this;
}

const Came& Came::says(std::string_view nl, std::string_view en) const {
  REQUIRE_FALSE(outcome_.has_value());
  CHECK(outcome_.error().reason.in(typed_in(Lang::nl)) == nl);
  CHECK(outcome_.error().reason.in(typed_in(Lang::en)) == en);
  return *this;
}

const Came& Came::asks(std::string_view nl, std::string_view en) const {
  REQUIRE_FALSE(outcome_.has_value());
  CHECK(outcome_.error().remedies_in(typed_in(Lang::nl)) == nl);
  CHECK(outcome_.error().remedies_in(typed_in(Lang::en)) == en);
  return *this;
}

std::vector<std::string> Came::missing() const {
  UNSCOPED_INFO(told());
  REQUIRE_FALSE(outcome_.has_value());
  std::vector<std::string> ids;
  for (const auto& it : outcome_.error().missing) ids.push_back(it.id);
  return ids;
}

const Refusal& Came::refusal() const {
  UNSCOPED_INFO(told());
  REQUIRE_FALSE(outcome_.has_value());
  return outcome_.error();
}

const Events& Came::events() const {
  UNSCOPED_INFO(told());
  REQUIRE(outcome_.has_value());
  return *outcome_;
}

Story& Story::done(const Command& command) {
  const auto events = engine::decide(c, command, library, &history);
  if (!events)
    throw std::logic_error(std::string(name_of(command.body)) + " by " + command.by + ": " + events.error().name +
                           ": " + events.error().reason.in(Lang::en));
  for (const auto& event : *events) {
    engine::evolve(c, event);
    history.push_back(event);
  }
  if (engine::asks_history(command.body)) c = engine::fold(c.id, history);
  return *this;
}

Story& Story::go_to(Phase phase, const std::string& step, const std::string& by) {
  for (int moves = 0; moves < 40; ++moves) {
    if (c.here() != nullptr && c.here()->phase == phase && c.here()->step == step) return *this;
    const auto explained = engine::explain(c, library, by, tick());
    for (const auto& command : explained.way) done(command);
  }
  throw std::logic_error("the case does not come to step '" + step + "'");
}

OpenCase open_command(const std::string& method, Mode mode) {
  return OpenCase{.title = "Moeder met twee kinderen",
                  .privacy = Privacy::anonymous,
                  .basis = Basis::wmo,
                  .purpose = "samen een eerste stap vinden",
                  .method = method,
                  .mode = mode};
}

Say say(const std::string& kind, const std::string& text, const std::string& re) {
  return Say{{.kind = kind, .text = text, .re = re}};
}

AddAction action(const std::string& what, const std::string& who, const std::string& checks) {
  return AddAction{{.what = what, .who = who, .by_when = on("2026-03-16"), .checks = checks, .rung = Rung::network}};
}

Story ready(const std::string& method, Mode mode) {
  Story story;
  story.does("Noor", open_command(method, mode));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  for (const char* name : {"Ria", "Yusuf", "Femke"})
    story.does("Noor", AddParticipant{name, {Role::member}, true, false, {}});
  story.does("Noor", AskQuestion{"Hoe krijg ik weer contact?", "Ik weet wie ik morgen bel."});
  return story;
}

Story begun(const std::string& method, Mode mode) {
  auto story = ready(method, mode);
  story.does("Bram", NextStep{});
  return story;
}

}  // namespace casus::test
