// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief/debrief.hpp"
#include "tests/support/catch.hpp"
#include "tests/training/training.hpp"

#include <algorithm>

// What is said to be tried again: something else, about the case, in the place of what was taken back.

namespace casus::training {
namespace {

struct Again {
  const char* why;
  PlayBody undone;
  PlayBody instead;
  bool tried;
};

PlayBody said_as(std::string kind, std::string text) {
  return CommandBody(Say{{.kind = std::move(kind), .text = std::move(text)}});
}

PlayBody agreed_on(std::string what) {
  AddAction add{{.what = std::move(what),
                 .who = "Noor",
                 .by_when = date_from("2026-03-20"),
                 .checks = "Ria",
                 .rung = Rung::network}};
  return CommandBody(add);
}

PlayBody goal_said(std::string text) { return CommandBody(SetGoal{{.text = std::move(text)}}); }

bool tells_a_retry(const Again& again) {
  auto replay = begun(shipped_scenario("debts-and-shame"), "solution-focused/reflecting-team", 1, Mode::coaching);
  auto& play = replay.play();
  const auto goes = [&](PlayBody body) { REQUIRE_FALSE(play.take(by("Noor", std::move(body))).refusal); };
  goes(CommandBody(NextStep{}));
  goes(again.undone);
  goes(TakeBack{1});
  goes(again.instead);
  const auto seen = debrief(play, replay.library());
  const auto& items = seen.levels[static_cast<std::size_t>(Level::reflection)].items;
  const auto retry = std::ranges::find(items, std::string("retry"), &Item::id);
  REQUIRE(retry != items.end());
  CHECK(retry->beats == (*retry->points > 0 ? std::vector<int>{3, 4} : std::vector<int>{}));
  CHECK_FALSE(retry->note.empty());  // how to, or what was counted
  return *retry->points > 0;
}

}  // namespace

TEST_CASE("who asks what time it is after going back tried nothing again, and who asks otherwise did", "[training]") {
  for (const auto& again : std::vector<Again>{
           {"small talk", said_as("question", "Wil hij geen hulp?"), said_as("question", "Hoe laat is het?"), false},
           {"a note", said_as("question", "Wil hij geen hulp?"), said_as("note", "Anja belt morgen."), false},
           {"the same words", said_as("question", "Wil hij geen hulp?"), said_as("question", "wil hij geen hulp"),
            false},
           {"the same talk", Consult{"dochter", "Hoe is het met papa?"}, Consult{"Lot", "Hoe is het met papa?"}, false},
           {"the same action", agreed_on("Samen de post doen"), agreed_on("Samen de post doen"), false},
           {"something else altogether", said_as("question", "Wil hij geen hulp?"), agreed_on("Samen de post doen"),
            false},
           {"a goal for an action", agreed_on("Samen de post doen"), goal_said("Lot blijft slapen"), false},
           {"asked openly", said_as("question", "Wil hij geen hulp?"), said_as("question", "Wat wil hij zelf?"), true},
           {"the same person, otherwise", Consult{"dochter", "Jouw vader redt het niet."},
            Consult{"dochter", "Hoe is het daar?"}, true},
           {"asked instead of told", Consult{"dochter", "Jouw vader redt het niet."},
            said_as("question", "Wat wil hij zelf?"), true},
           {"another action", agreed_on("Samen de post doen"), agreed_on("Anja bellen, samen met hem"), true}}) {
    INFO(again.why);
    CHECK(tells_a_retry(again) == again.tried);
  }
}

TEST_CASE("a note or small talk after going back stands between, and what is tried behind it counts", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), "solution-focused/reflecting-team", 1, Mode::coaching);
  auto& play = replay.play();
  const auto goes = [&](PlayBody body) { REQUIRE_FALSE(play.take(by("Noor", std::move(body))).refusal); };
  const auto retry = [&] {
    const auto seen = debrief(play, replay.library());
    const auto& items = seen.levels[static_cast<std::size_t>(Level::reflection)].items;
    return std::ranges::find(items, std::string("retry"), &Item::id)->beats;
  };
  goes(CommandBody(NextStep{}));
  goes(said_as("question", "Wil hij geen hulp?"));
  goes(TakeBack{1});
  goes(said_as("question", "Hoe laat is het?"));
  goes(said_as("note", "Anja belt morgen."));
  CHECK(retry().empty());
  goes(said_as("question", "Wat wil hij zelf?"));
  CHECK(retry() == std::vector<int>{3, 6});
}

}  // namespace casus::training
