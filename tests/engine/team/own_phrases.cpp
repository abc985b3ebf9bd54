// SPDX-License-Identifier: EUPL-1.2
// A team's own words to listen for: how it adds them, and that cases hear them (R6 and the text checks of a method).
#include "core/engine/team/team.hpp"
#include "tests/engine/story.hpp"
#include "tests/support/typed_voice.hpp"

using namespace casus;
using namespace casus::test;

namespace {

struct OwnTeam {
  Shipped library;
  Team team;

  Outcome<std::vector<TeamEvent>, Refusal> decided(TeamBody body) const {
    return engine::decide(team, {"t1", at("2026-03-02T09:00:00Z"), std::move(body)}, {}, library);
  }
  void does(TeamBody body) {
    const auto events = decided(std::move(body));
    REQUIRE(events.has_value());
    for (const auto& event : *events) engine::evolve(team, event);
  }
  Refusal refused(TeamBody body) const {
    const auto outcome = decided(std::move(body));
    REQUIRE_FALSE(outcome.has_value());
    return outcome.error();
  }
};

}  // namespace

TEST_CASE("a team adds phrases to a list and takes its own back", "[engine][team]") {
  OwnTeam it;
  CHECK(it.refused(AddPhrase{"casus/advice", "heb je overwogen"}).name == "NoTeam");
  it.does(FoundTeam{"Noord", 90, Mode::strict, "weekly-review", {}});
  it.does(AddPhrase{"casus/advice", "Heb je overwogen?"});
  it.does(AddPhrase{"solution-focused/but", "al moet ik zeggen"});
  using Lists = std::map<std::string, std::vector<std::string>, std::less<>>;
  CHECK(it.team.phrases ==
        Lists{{"casus/advice", {"heb je overwogen"}}, {"solution-focused/but", {"al moet ik zeggen"}}});
  it.does(RemovePhrase{{"casus/advice", "HEB JE OVERWOGEN"}});
  CHECK(it.team.phrases == Lists{{"solution-focused/but", {"al moet ik zeggen"}}});
}

TEST_CASE("a phrase that cannot be listened for is refused with the reason", "[engine][team]") {
  OwnTeam it;
  it.does(FoundTeam{"Noord", 90, Mode::strict, "weekly-review", {}});
  const auto list = it.refused(AddPhrase{"casus/advise", "heb je overwogen"});
  CHECK(list.reason.in(Lang::nl) == "Er is geen woordenlijst 'casus/advise'.");
  CHECK(list.remedies_in(typed_in(Lang::en)).find("casus/advice") != std::string::npos);
  const auto none = it.refused(AddPhrase{"casus/advice", "?!"});
  CHECK(none.reason.in(Lang::en) == "'?!' is not a word or short phrase to listen for.");
  CHECK(it.refused(AddPhrase{"casus/advice", std::string(200, 'a')}).name == "NoPhrase");
  CHECK(it.refused(AddPhrase{"casus/advice", "bel 06-12345678"}).name == "PersonalData");
  CHECK(it.refused(AddPhrase{"casus/advice", "Je moet!"}).reason.in(Lang::nl) ==
        "'je moet' staat al in de lijst casus/advice.");
  CHECK(it.refused(AddPhrase{"werf/to-the-teller", "you can"}).name == "PhraseThere");
  CHECK(it.refused(RemovePhrase{{"casus/advice", "je moet"}}).reason.in(Lang::en) ==
        "'je moet' is not one of the team's own phrases in the list casus/advice.");
}

TEST_CASE("every list of every method can be added to, once for its plugin", "[engine][team]") {
  const auto lists = engine::phrase_lists(Shipped());
  for (const auto* name : {"casus/advice", "casus/suggestion", "solution-focused/but", "eigen-kracht/grounds",
                           "action-learning/because", "werf/to-the-teller", "incident/judgements"}) {
    INFO(name);
    CHECK(std::ranges::count(lists, name) == 1);
  }
  CHECK(std::ranges::is_sorted(lists));
}

TEST_CASE("cases hear what the team added, and what was heard stays when it is taken back", "[engine][R6]") {
  auto story = begun();
  story.go_to(Phase::analysis, "clarify");
  const auto asked = [&](const char* by = "Ria") {
    const auto came = story.when(by, say("question", "Heb je overwogen te wachten?"));
    return Contributed(came.gives<Contributed>());
  };
  CHECK(asked().noticed.empty());
  story.library.listen_for("casus/advice", "heb je overwogen");
  REQUIRE(asked().noticed.size() == 1);
  CHECK(asked().noticed.front().rule == "R6");
  CHECK(asked().noticed.front().message.nl ==
        "'heb je overwogen' klinkt als advies. In deze stap gaat het om begrijpen.");
  story.does("Ria", say("question", "Heb je overwogen te wachten?"));
  story.library = Shipped();
  CHECK(story.refolded().contributions.back().text == story.c.contributions.back().text);
  CHECK(asked("Yusuf").noticed.empty());
}

TEST_CASE("a declared text check hears the team's phrases too", "[engine][R6]") {
  auto story = begun();
  story.go_to(Phase::analysis, "affirm");
  const auto noticed = [&](const char* text) {
    std::vector<std::string> rules;
    const auto came = story.when("Ria", say("affirmation", text));
    for (const auto& it : came.gives<Contributed>().noticed) rules.push_back(it.rule);
    return rules;
  };
  using Rules = std::vector<std::string>;
  CHECK(noticed("Knap, maar laat.") == Rules{"solution-focused/no-but"});
  CHECK(noticed("Knap, al is het laat.").empty());
  story.library.listen_for("solution-focused/but", "al is het");
  CHECK(noticed("Knap, al is het laat.") == Rules{"solution-focused/no-but"});
}
