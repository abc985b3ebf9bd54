// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/access.hpp"
#include "core/engine/explain/explain.hpp"
#include "core/engine/retention.hpp"
#include "tests/engine/story.hpp"

using namespace casus;
using namespace casus::test;

namespace {

Date day_of(const char* text) { return *date_from(text); }

AskRight restriction() { return {Right::restriction, "De school klopt niet", {}, "", {}}; }

/// A case of which the resident asked that it is only kept.
Story restricted() {
  auto story = begun();
  story.does("Noor", AddParticipant{"Joke Voorbeeld", {Role::resident}, false, false, ""});
  story.does("Noor", restriction());
  return story;
}

LiftRestriction lift(const char* told, const char* on = nullptr) {
  return {{"r1", "De gegevens kloppen nu", told == nullptr ? std::nullopt : std::optional(day_of(told)),
           on == nullptr ? std::nullopt : std::optional(day_of(on))}};
}

std::string seen(const Case& state, const std::string& by, CasePart part, const std::string& because = "",
                 Sureness sureness = Sureness::named) {
  const auto found = engine::decide_look(state, {by, part, because, false, sureness});
  return found.refusal ? found.refusal->name : "";
}

}  // namespace

TEST_CASE("while a restriction stands, a case is kept and nothing more", "[engine][rights]") {
  auto story = restricted();
  const auto refused = story.when("Noor", say("fact", "Zij woont alleen"));
  refused.refused("OnlyKept")
      .says(
          "De inwoner vroeg op 2 maart 2026 om beperking (r1, AVG 18). Tot er antwoord is, bewaren we deze casus "
          "alleen.",
          "On 2 March 2026 the resident asked for restriction (r1, GDPR 18). Until there is an answer, we only keep "
          "this "
          "case.");
  for (const auto& body : std::vector<CommandBody>{
           NextStep{}, action("Bellen"), SetGoal{{"Rust", false, {}, "", {}}},
           AddParticipant{"Piet", {Role::member}, true, false, ""}, Destroy{"title", DestroyGround::name, false},
           Correct{"title", "Anders", {}, {}, "x"}, EraseCase{{"op verzoek", "Bram"}}, EraseDue{"Bram"},
           SetReview{day_of("2026-04-01")}, MoveOver{"b1", "2026-002"}, AddBasis{{Basis::wgs, "schulden", ""}}}) {
    const Command command{{}, story.c.id, "Noor", story.now + std::chrono::minutes(1), std::nullopt, body};
    const auto came = engine::decide(story.c, command, story.library, &story.history);
    INFO(name_of(body));
    REQUIRE_FALSE(came.has_value());
    CHECK(came.error().name == "OnlyKept");
  }
}

TEST_CASE("why a case that is only kept does not go on says since when and what ends it", "[engine][rights]") {
  auto story = restricted();
  const auto why = [&] { return engine::explain(story.c, story.library, "Noor", story.now); };
  const auto asked = why();
  CHECK(asked.stuck);
  CHECK(asked.way.empty());
  CHECK(asked.standing.in(Lang::nl) ==
        "De inwoner vroeg op 2 maart 2026 om beperking (r1, AVG 18). Tot er antwoord is, bewaren we deze casus "
        "alleen.");
  REQUIRE(asked.missing.size() == 1);
  CHECK(asked.missing[0].hard);
  REQUIRE_FALSE(asked.missing[0].text.ways().empty());
  CHECK(asked.missing[0].text.ways()[0].path == "case answer");
  // Danger waits for no answer.
  story.does("Noor", RaiseAcute{"Hij dreigt met een mes"});
  const auto acute = why();
  CHECK_FALSE(acute.stuck);
  REQUIRE(acute.way.size() == 1);
  CHECK(std::holds_alternative<HandleAcute>(acute.way[0].body));
  CHECK(acute.missing.size() == 2);
}

TEST_CASE("while a restriction stands, who is in danger is protected, and the resident is answered",
          "[engine][rights]") {
  auto story = restricted();
  story.does("Noor", TellResident{"dat het verzoek er ligt", "", {}});
  story.does("Noor", RaiseConcern{{"Een blauwe plek"}});
  story.does("Noor", AskRight{Right::access, "", {}, "", {}});
  story.does("Noor", HandOver{{"Bram", "Ria", "Bram is ziek"}});
  // What the resident does by the own link is what the resident wants.
  Command own{{},           story.c.id,   "Joke Voorbeeld",
              story.tick(), std::nullopt, CommandBody(AskRight{Right::objection, "Dit wil ik niet", {}, "", {}})};
  own.seat = Typist{"Joke Voorbeeld", Sureness::resident, {}};
  story.done(own);
  // A request that was written down wrongly is put right.
  story.does("Noor", Withdraw{"r1", "verkeerd begrepen"});
  CHECK(story.refolded().restriction() == nullptr);
}

TEST_CASE("a restriction that was written down by a slip, or granted by one, is put right while it stands",
          "[engine][rights][mending]") {
  auto story = restricted();
  // Undo takes the request back that was typed last; a line of before the request is not reached.
  story.does("Noor", Withdraw{"", ""});
  CHECK(story.c.restriction() == nullptr);
  story.does("Noor", action("Bellen"));
  story.does("Noor", restriction());
  story.when("Bram", Withdraw{"", ""}).refused("OnlyKept");
  story.does("Noor", AnswerRight{{"r2", RightAnswer::granted, "", {}}});
  const auto number = std::to_string(story.history.size());
  story.when("Noor", Withdraw{"", ""}).refused("AnswerStands", "AVG 12");
  story.when("Noor", Withdraw{number, "x"}).refused("AnswerStands", "AVG 12");
  story.does("Noor", Correct{number, "", {"answer=refused", "because=Er klopt alles"}, {}, "vergissing"});
  CHECK(story.c.restriction() == nullptr);
  // Other lines stay as they are.
  story.does("Noor", restriction());
  story.when("Noor", Correct{"1", "", {"title=Anders"}, {}, "x"}).refused("OnlyKept");
  story.when("Noor", Withdraw{"999", "x"}).refused("OnlyKept");
}

TEST_CASE("a lift with no restriction says that there is none", "[engine][rights]") {
  auto story = begun();
  story.when("Noor", lift("2026-03-02"))
      .refused("NothingToLift")
      .says("Er geldt in deze casus nu geen beperking.", "No restriction stands in this case now.");
}

TEST_CASE("a restriction ends when it is refused, or lifted after the resident was told", "[engine][rights]") {
  auto story = restricted();
  story.when("Noor", lift("2026-03-02")).refused("AnswerFirst");
  story.does("Noor", AnswerRight{{"r1", RightAnswer::extended, "Veel papier", {}}});
  CHECK(story.c.restriction() != nullptr);
  auto other = story;
  other.does("Noor", AnswerRight{{"r1", RightAnswer::refused, "Het klopt", {}}});
  CHECK(other.c.restriction() == nullptr);
  other.does("Noor", action("Bellen"));

  story.does("Noor", AnswerRight{{"r1", RightAnswer::granted, "", {}}});
  story.when("Noor", action("Bellen")).refused("OnlyKept");
  story.when("Joke Voorbeeld", lift("2026-03-02")).refused("NotYoursToAnswer");
  story.when("Noor", lift(nullptr)).refused("TellFirst");
  story.when("Noor", lift("2026-03-02", "2026-03-01")).refused("ToldAfter");
  story.when("Noor", lift("2026-02-01", "2026-02-01")).refused("BeforeAsked");
  story.when("Noor", lift("2026-03-02", "2026-03-05")).refused("DayNotYet");
  story.when("Noor", LiftRestriction{{"r1", "", day_of("2026-03-02"), {}}}).refused("ReasonMissing");
  story.when("Noor", LiftRestriction{{"r9", "x", day_of("2026-03-02"), {}}}).refused("NotFound");
  story.does("Noor", lift("2026-03-02"));
  CHECK(story.c.restriction() == nullptr);
  CHECK(story.c.requests[0].lifted->on == day_of("2026-03-02"));
  CHECK(story.refolded().restriction() == nullptr);
  story.does("Noor", action("Bellen"));
  story.when("Noor", lift("2026-03-02")).refused("NothingToLift");
}

TEST_CASE("of a case that is only kept nothing is made, and nobody from elsewhere sees it", "[engine][rights]") {
  const auto story = restricted();
  CHECK(seen(story.c, "Noor", CasePart::overview).empty());
  CHECK(seen(story.c, "Noor", CasePart::history).empty());
  CHECK(seen(story.c, "Noor", CasePart::dossier) == "OnlyKept");
  CHECK(seen(story.c, "Noor", CasePart::texts) == "OnlyKept");
  CHECK(seen(story.c, "Piet", CasePart::overview, "waarneming") == "OnlyKept");
  CHECK(seen(story.c, "Joke Voorbeeld", CasePart::dossier, "", Sureness::resident).empty());
}

TEST_CASE("what may not be used may not be erased by its term either", "[engine][rights]") {
  auto story = begun();
  story.does("Noor", CloseCase{{"verhuisd"}});
  const auto later = day_of("2060-01-01");
  REQUIRE(engine::due_for_erasure(story.c, later));
  story.does("Noor", restriction());
  CHECK_FALSE(engine::due_for_erasure(story.c, later));
}
