// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/case_view.hpp"
#include "core/engine/explain/explain.hpp"
#include "core/engine/remarks/remarks.hpp"
#include "tests/engine/story.hpp"

using namespace casus;
using namespace casus::test;

TEST_CASE("the question is one question, the presenter's, and there before the review begins", "[engine][R1]") {
  Story story;
  story.does("Noor", open_command());
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});

  story.when("Noor", AskQuestion{"Ik kom er niet uit", {}})
      .refused("NotAQuestion", "R1")
      .says("Dit moet één vraag zijn die eindigt op een vraagteken.",
            "This has to be one question that ends in a question mark.");
  story.when("Noor", AskQuestion{"Wat doe ik? En wanneer?", {}})
      .refused("MoreThanOneQuestion", "R1")
      .says("Dit zijn meerdere vragen. Een casus heeft er één.", "These are several questions. A case has one.");
  story.when("Bram", AskQuestion{"Hoe nu verder?", {}})
      .refused("NotYourQuestion", "R1")
      .says("De vraag is van de inbrenger (Noor).", "The question belongs to the presenter (Noor).")
      .asks("Laat Noor de vraag zelf stellen: casus case question 2026-001 \"...\" --as Noor.",
            "Let Noor ask it: casus case question 2026-001 \"...\" --as Noor.");

  const auto early = story.when("Bram", NextStep{});
  early.refused("NotReady", "R1")
      .says("De bespreking kan nog niet beginnen. Wat nog moet: Er is één vraag van de inbrenger.",
            "The review cannot begin yet. Still to do: There is one question from the presenter.");
  CHECK(early.missing() == std::vector<std::string>{"question", "hoped-for"});
  // A reason does not stand in for what is hard.
  story.when("Bram", NextStep{"haast"}).refused("NotReady", "R1");

  story.does("Noor", AskQuestion{"Hoe krijg ik weer contact?", "Ik bel morgen."});
  story.when("Bram", NextStep{}).then({"StepEntered"});
}

TEST_CASE("asked again, the question takes the place of the earlier one", "[engine][R1]") {
  auto story = ready();
  story.does("Noor", AskQuestion{"Wie kan ik bellen?", {}});
  CHECK(story.c.question == "Wie kan ik bellen?");
  CHECK(story.c.hoped_for.empty());
}

TEST_CASE("a soft want of the intake is passed with a reason, and the reason is kept", "[engine][R1]") {
  Story story;
  story.does("Noor", open_command());
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  story.does("Noor", AskQuestion{"Hoe nu verder?", {}});
  story.when("Bram", NextStep{})
      .refused("NotReady", "R1")
      .asks("Vul dit aan, of ga verder met een reden: casus case next 2026-001 --because \"...\".",
            "Do it now, or go on with a reason: casus case next 2026-001 --because \"...\".");
  const auto passed = story.when("Bram", NextStep{"dat blijkt vanzelf"}).gives<StepEntered>();
  CHECK(passed.because == "dat blijkt vanzelf");
  CHECK(passed.explained == std::vector<std::string>{"hoped-for"});
  story.does("Bram", NextStep{"dat blijkt vanzelf"});
  CHECK(story.c.visits.back().begun_because == "dat blijkt vanzelf");
}

TEST_CASE("in coaching a soft want of the intake keeps nobody from beginning, and stays known", "[engine][R1]") {
  Story story;
  story.does("Noor", open_command("solution-focused/reflecting-team", Mode::coaching));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  // What is hard is still asked for.
  story.when("Bram", NextStep{}).refused("NotReady", "R1");
  story.does("Noor", AskQuestion{"Hoe nu verder?", {}});
  const auto begun = story.when("Bram", NextStep{}).gives<StepEntered>();
  CHECK(begun.because.empty());
  CHECK(begun.explained == std::vector<std::string>{"hoped-for"});
  // The way that is shown is the one that meets it all the same.
  const auto way = engine::explain(story.c, story.library, "Bram", story.tick()).way;
  REQUIRE_FALSE(way.empty());
  CHECK(std::holds_alternative<AskQuestion>(way.front().body));
  story.does("Bram", NextStep{});
  CHECK(story.c.hoped_for.empty());
  CHECK(story.c.stage.life == Life::open);
}

TEST_CASE("a talk about the work of colleagues begins without a ground, until it is about a resident", "[engine][R2]") {
  Story story;
  auto open = open_command("incident/short");
  open.privacy.reset();
  open.basis.reset();
  open.purpose.clear();
  const auto opened = story.when("Noor", open).then({"CaseOpened"}).gives<CaseOpened>();
  CHECK(opened.privacy == Privacy::anonymous);
  CHECK(opened.purpose.empty());
  auto ground = open;
  ground.basis = Basis::consent;  // what is said of a ground is held to it
  story.when("Noor", ground).refused("GroundMissing", "R2");
  story.does("Noor", open);
  CHECK_FALSE(story.c.has_ground());
  CHECK(story.refolded().grounds().size() == 1);
  // What it is for may be said; that makes it no consent.
  Story with_purpose;
  open.purpose = "leren van wat er gebeurde";
  with_purpose.does("Noor", open);
  CHECK_FALSE(with_purpose.c.has_ground());
  CHECK(engine::CaseView(with_purpose.c, with_purpose.now, with_purpose.library).fact(method::Fact::basis).empty());
  story.does("Noor", ChangeMethod{"werf/werf", {}, "die past beter"});
  story.when("Noor", ChangeMethod{"action-learning/advice-round", {}, "het gaat toch om hem"})
      .refused("GroundMissing", "R2");
  story.does("Noor", SetBasis{Privacy::anonymous, Basis::wmo, "samen kijken wat er helpt", ""});
  CHECK(story.c.has_ground());
  story.does("Noor", ChangeMethod{"action-learning/advice-round", {}, "het gaat toch om hem"});
}

TEST_CASE("who asks for a talk among colleagues without a ground hears with which methods none is needed",
          "[engine][R2]") {
  const Story empty;
  OpenCase open{.title = "Een lastig gesprek"};
  const auto told = [&](const std::string& workflow) {
    open.workflow = workflow;
    const auto refused = empty.when("Noor", open).refused("GroundMissing", "R2").refusal();
    return refused.remedies.size() < 2 ? std::string() : refused.remedies.back().hint.in(Lang::nl);
  };
  CHECK(told("intervision") ==
        "Gaat het over het werk van een collega, en niet over een gezin? Dan is er geen grondslag nodig, met een van "
        "deze methoden: incident/short, werf/werf. Dat gaat zo: case open title=Een lastig gesprek method=?");
  CHECK(told("weekly-review").empty());
}

TEST_CASE("nothing about a household is written before privacy, ground and purpose are set", "[engine][R2]") {
  const Story empty;
  auto open = open_command();
  open.privacy.reset();
  open.basis.reset();
  open.purpose = " ";
  empty.when("Noor", open)
      .refused("GroundMissing", "R2")
      .says("Voordat er iets over een gezin wordt opgeschreven, moet vaststaan waarom dat mag.",
            "Before anything is written about a household, it must be clear why that is allowed.")
      .asks(
          "Vul aan: hoe de casus besproken wordt (--privacy): anonymous (zonder naam besproken), agreed (met naam, "
          "afgesproken met de inwoner) of resident_present (de inwoner zit erbij); de grondslag (--basis): wmo "
          "(wettelijke taak Wmo 2015 (AVG 6.1.e)), jeugdwet (wettelijke taak Jeugdwet (AVG 6.1.e)), participatiewet "
          "(wettelijke taak Participatiewet (AVG 6.1.e)), wgs (wettelijke taak schuldhulp, Wgs (AVG 6.1.e)), wvggz "
          "(verkennend onderzoek Wvggz), veilig_thuis (meldrecht Veilig Thuis), vital_interest (vitaal belang) of "
          "consent (toestemming); het doel van de bespreking (--purpose \"...\").",
          "Add: how the case is discussed (--privacy): anonymous (discussed without a name), agreed (by name, agreed "
          "with the resident) or resident_present (the resident is present); the legal ground (--basis): wmo "
          "(statutory "
          "task, Wmo 2015 (GDPR 6.1.e)), jeugdwet (statutory task, Jeugdwet (GDPR 6.1.e)), participatiewet (statutory "
          "task, Participatiewet (GDPR 6.1.e)), wgs (statutory task, debt counselling, Wgs (GDPR 6.1.e)), wvggz "
          "(exploratory inquiry (Wvggz)), veilig_thuis (right to report to Veilig Thuis), vital_interest (vital "
          "interest) or consent (consent); the purpose of the review (--purpose \"...\").");
  CHECK_FALSE(empty.c.exists());

  for (const auto basis : {Basis::wvggz, Basis::veilig_thuis, Basis::vital_interest, Basis::consent}) {
    open = open_command();
    open.basis = basis;
    empty.when("Noor", open).refused("GroundMissing", "R2");
    open.basis_text = "zij vroeg het zelf";
    empty.when("Noor", open).then({"CaseOpened"});
  }
  auto story = begun();
  story.when("Noor", SetBasis{Privacy::agreed, Basis::consent, "hulp", {}}).refused("GroundMissing", "R2");
  story.does("Noor", SetBasis{Privacy::agreed, Basis::jeugdwet, "hulp", {}});
  CHECK(story.c.privacy == Privacy::agreed);
}

TEST_CASE("the chair is there, is one, and is not the presenter", "[engine][R3]") {
  Story story;
  story.does("Noor", open_command());
  story.does("Noor", AskQuestion{"Hoe nu verder?", "Ik bel morgen."});
  const auto early = story.when("Noor", NextStep{});
  early.refused("NotReady", "R3");
  CHECK(early.missing() == std::vector<std::string>{"chair"});
  story.when("Noor", AddParticipant{"Noor", {Role::chair}, true, false, {}})
      .refused("ChairIsPresenter", "R3")
      .says("Noor brengt de casus in en kan dan niet ook gespreksleider zijn.",
            "Noor presents the case and cannot be the chair as well.");
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  story.when("Noor", AddParticipant{"Ria", {Role::chair}, true, false, {}})
      .refused("RoleTaken", "R3")
      .says("Bram is al gespreksleider; er kan er maar één zijn.", "Bram is already chair; there can be only one.")
      .asks(
          "Laat Bram eerst van tafel gaan: casus case leave 2026-001 Bram. Daarna kan Bram weer aanschuiven in een "
          "andere rol.",
          "Let Bram leave the table first: casus case leave 2026-001 Bram. Then Bram can come back in another role.");
  story.does("Noor", RemoveParticipant{"Bram"});
  story.when("Noor", AddParticipant{"Ria", {Role::chair}, true, false, {}}).then({"ParticipantAdded"});
}

TEST_CASE("a review that begins with fewer people than its method is for is told so", "[engine][R3]") {
  const auto told = [](const Story& story, CommandBody body = NextStep{}) {
    const auto remark =
        engine::too_few(story.c, {{}, story.c.id, "Bram", story.now, std::nullopt, std::move(body)}, story.library);
    return remark ? remark->message.in(Lang::nl) : std::string();
  };
  auto story = ready("incident/short");
  CHECK(told(story).empty());
  story.does("Noor", RemoveParticipant{"Femke"});
  CHECK(told(story).find("is voor minstens 5 mensen; nu aan tafel: 4. Doorgaan mag.") != std::string::npos);
  CHECK(told(story, SetReview{on("2026-04-01")}).empty());
  story.does("Bram", NextStep{});
  CHECK(told(story).empty());  // told once, as it begins
  const auto no_coach = told(ready("action-learning/learning-set"));
  CHECK(no_coach.find("vraagt minstens 1 in de rol van coach van de set; nu: 0.") != std::string::npos);
}

TEST_CASE("a coordinator comes from outside and carries no caseload", "[engine][R3]") {
  auto story = ready("eigen-kracht/conference");
  for (const auto& [team, caseload] : {std::pair(true, false), std::pair(false, true)})
    story.when("Noor", AddParticipant{"Elif", {Role::coordinator}, team, caseload, {}})
        .refused("CoordinatorNotIndependent", "R3")
        .says("De coördinator moet onafhankelijk zijn. Elif werkt in het team of heeft dit gezin in de caseload.",
              "The coordinator must be independent. Elif works on the team or has this family on their caseload.");
  story.when("Noor", AddParticipant{"Ria", {Role::coordinator}, true, false, {}})
      .refused("CoordinatorNotIndependent", "R3");
  story.does("Noor", AddParticipant{"Elif", {Role::coordinator}, false, false, {}});
  // Nor can one who coordinates come onto the team or the caseload later.
  story.when("Noor", AddParticipant{"Elif", {Role::circle}, false, true, {}})
      .refused("CoordinatorNotIndependent", "R3");
}

TEST_CASE("where the review cannot begin yet, the advice is to see what is missing, and says it", "[engine]") {
  for (const auto mode : {Mode::strict, Mode::coaching}) {
    Story story;
    story.does("Noor", open_command("solution-focused/reflecting-team", mode));
    const auto early = story.when("Noor", say("fact", "Zij is alleen."));
    early.refused("NotBegun")
        .asks("Bekijk wat er nog moet en hoe: casus case why 2026-001.",
              "See what is left to do, and how: casus case why 2026-001.");
    CHECK(early.missing() == std::vector<std::string>{"question", "hoped-for", "chair"});
    CHECK_FALSE(engine::can_begin(story.c, story.library, story.now));
  }
  // In coaching what is only wished for keeps nobody from beginning; in strict the advice is never what is refused.
  for (const auto mode : {Mode::strict, Mode::coaching}) {
    Story story;
    story.does("Noor", open_command("solution-focused/reflecting-team", mode));
    story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
    story.does("Noor", AskQuestion{"Hoe verder?", ""});
    const bool begins = mode == Mode::coaching;
    CHECK(engine::can_begin(story.c, story.library, story.now) == begins);
    CHECK(story.when("Noor", say("fact", "Zij is alleen.")).refused("NotBegun").missing().empty() == begins);
    if (begins) story.does("Bram", NextStep{});
    if (!begins) story.when("Bram", NextStep{}).refused("NotReady", "R1");
  }
}

TEST_CASE("a step that may be skipped is not said to be what is not done when its phase cannot end yet", "[engine]") {
  auto story = begun("kort/ronde", Mode::coaching);
  story.does("Noor", say("fact", "Zij opent de post niet."));
  story.does("Bram", NextStep{});
  REQUIRE(story.c.here()->step == "ask");
  const auto early = story.when("Bram", NextStep{});
  early.refused("StepNotDone")
      .says(
          "De stap 'Kort vragen' mag je overslaan, maar de fase analyse is nog niet klaar. Wat nog moet: De wens van "
          "de inwoner is opgeschreven, in eigen woorden.",
          "You may skip the step 'Ask briefly', but the analysis phase is not finished yet. Still to do: What the "
          "resident wants is written down, in their own words.");
  CHECK(early.missing() == std::vector<std::string>{"resident-wish"});
  // With the wish, or a reason, nobody has to ask anything.
  story.when("Bram", NextStep{"geen tijd"}).then({"StepLeft", "StepEntered"});
  story.does("Noor", say("wish", "Ik wil weer slapen."));
  story.when("Bram", NextStep{}).then({"StepLeft", "StepEntered"});
}
