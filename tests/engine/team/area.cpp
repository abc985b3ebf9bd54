// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/team/team.hpp"
#include "tests/engine/story.hpp"
#include "tests/support/typed_voice.hpp"

using namespace casus;
using namespace casus::test;

namespace {

/// A team that grows by commands.
struct AreaTeam {
  Team team;

  Outcome<std::vector<TeamEvent>, Refusal> when(TeamBody body) const {
    return engine::decide(team, {"t", at("2026-03-02T09:00:00Z"), std::move(body)}, {}, Shipped());
  }
  void does(TeamBody body) {
    const auto decided = when(std::move(body));
    REQUIRE(decided.has_value());
    for (const auto& event : *decided) engine::evolve(team, event);
  }
  Refusal refused(TeamBody body) const {
    const auto decided = when(std::move(body));
    REQUIRE_FALSE(decided.has_value());
    return decided.error();
  }
};

AreaTeam founded() {
  AreaTeam it;
  it.does(FoundTeam{"Noord", 90, Mode::strict, "weekly-review", {}});
  return it;
}

}  // namespace

TEST_CASE("a focus point takes contributions and an outcome", "[engine][team]") {
  auto it = founded();
  it.does(ChooseFocus{"Ontmoeting", "eenzaamheid", "twaalf signalen", {"bewoners", "huisartsen"}});
  it.does(AgreeContribution{"f1", "de bibliotheek", "een zaal op dinsdag", on("2026-06-01")});
  REQUIRE(it.team.focuses.size() == 1);
  const auto& focus = it.team.focuses.front();
  CHECK(focus.chosen.id == "f1");
  CHECK(focus.on == on("2026-03-02"));
  REQUIRE(focus.contributions.size() == 1);
  CHECK(focus.contributions.front().who == "de bibliotheek");
  CHECK(focus.state == Done::open);
  it.does(FinishFocus{"f1", Done::partly, "er komt een inloop"});
  CHECK(it.team.focuses.front().state == Done::partly);
  const auto unknown = it.refused(AgreeContribution{"f2", "wij", "iets", {}});
  CHECK(unknown.reason.in(Lang::nl) == "Er is geen speerpunt 'f2'.");
  CHECK(unknown.remedies_in(typed_in(Lang::nl)) == "Kijk welke er zijn: casus area review.");
  CHECK(it.refused(FinishFocus{"f1", Done::done, " "}).name == "EmptyText");
  CHECK(it.refused(ChooseFocus{" ", {}, {}, {}}).name == "EmptyText");
}

TEST_CASE("what lies with the team about the area leads back to nobody", "[engine][R15]") {
  auto it = founded();
  it.does(ChooseFocus{"Ontmoeting", {}, {}, {}});
  const std::string phone = "bel 06-12345678";
  CHECK(it.refused(ChooseFocus{phone, {}, {}, {}}).rule == "R15");
  CHECK(it.refused(ChooseFocus{"Ontmoeting", {}, phone, {}}).rule == "R15");
  CHECK(it.refused(ChooseFocus{"Ontmoeting", {}, {}, {"bewoners", phone}}).rule == "R15");
  CHECK(it.refused(AgreeContribution{"f1", phone, "iets", {}}).rule == "R15");
  CHECK(it.refused(AgreeContribution{"f1", "wij", phone, {}}).rule == "R15");
  CHECK(it.refused(FinishFocus{"f1", Done::done, phone}).rule == "R15");
  CHECK(it.refused(WritePaperLine{PaperLayer::me, phone}).rule == "R15");
  CHECK(it.refused(NoteSignal{"Weinig plekken", "ontmoeting", "3011 AB"}).rule == "R15");
  CHECK(it.refused(FinishFocus{"f1", Done::done, "Mevrouw Bakker kwam"}).rule == "R15");
}

TEST_CASE("a contribution is agreed for a day that still comes", "[engine][team]") {
  auto it = founded();
  it.does(ChooseFocus{"Ontmoeting", {}, {}, {}});
  CHECK(it.refused(AgreeContribution{"f1", "wij", "een zaal", date_from("2026-03-01")}).name == "DayIsPast");
  it.does(AgreeContribution{"f1", "wij", "een zaal", date_from("2026-03-02")});
}

TEST_CASE("a line of the paper fits on the page, and can be struck", "[engine][team]") {
  auto it = founded();
  it.does(WritePaperLine{PaperLayer::team, "We vragen eerst wat er al goed gaat"});
  CHECK(it.team.paper.front().id == "n1");
  std::string longest;
  for (int i = 0; i < 160; ++i) longest += "é";
  it.does(WritePaperLine{PaperLayer::me, longest});
  const auto refusal = it.refused(WritePaperLine{PaperLayer::me, longest + "!"});
  CHECK(refusal.reason.in(Lang::nl) == "Deze regel heeft 161 letters; op de pagina past een regel van 160.");
  CHECK(refusal.remedies_in(typed_in(Lang::nl)) == "Zeg het korter, of maak er twee regels van.");
  it.does(StrikePaperLine{"n1"});
  CHECK(it.team.paper.front().struck);
  CHECK(it.refused(StrikePaperLine{"n1"}).reason.in(Lang::nl) == "Er is geen regel in de wijkkrant 'n1'.");
  CHECK(AreaTeam().refused(WritePaperLine{PaperLayer::me, "iets"}).name == "NoTeam");
}
