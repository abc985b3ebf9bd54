// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/team/team_mending.hpp"
#include "core/engine/mending/said.hpp"
#include "core/engine/team/team_words.hpp"
#include "tests/engine/story.hpp"

#include <set>

using namespace casus;
using namespace casus::test;

namespace {

/// What the team wrote down: one of each.
engine::TeamEvents written() {
  const auto when = at("2026-03-02T09:00:00Z");
  TeamFounded founded{{.name = "Wijkteam Noord"}};
  engine::TeamEvents events{{when, founded},
                            {when, LearningNoted{{"Eerst vragen", "gesprek"}}},
                            {when, SignalNoted{{"Lange wachttijd", "wachten", "Noord"}}}};
  PaperLineWritten line{.id = "n1", .text = "Zo werken wij"};
  FocusChosen focus{.id = "f1", .text = "Eenzaamheid", .together = {"De Linde"}};
  ContributionAgreed agreed{{.focus = "f1", .who = "De Linde", .what = "Koffie"}};
  events.push_back({when, line});
  events.push_back({when, focus});
  events.push_back({when, agreed});
  return events;
}

engine::TeamEvents decided(const engine::TeamEvents& history, TeamBody body) {
  const auto came = engine::decide_mending({"t", at("2026-03-02T10:00:00Z"), std::move(body)}, history);
  if (!came) FAIL(came.error().name << ": " << came.error().reason.in(Lang::en));
  auto after = history;
  after.insert(after.end(), came->begin(), came->end());
  return after;
}

std::string refused(const engine::TeamEvents& history, TeamBody body) {
  const auto came = engine::decide_mending({"t", at("2026-03-02T10:00:00Z"), std::move(body)}, history);
  return came ? "done" : came.error().name;
}

}  // namespace

TEST_CASE("what the team wrote down is corrected, withdrawn and destroyed by its number", "[engine][mending]") {
  auto history = written();
  history = decided(history, CorrectLine{"l1", "Eerst vragen wat al lukt", {"theme=vragen"}, "scherper"});
  history = decided(history, CorrectLine{"s1", "Een half jaar wachten", {}, "preciezer"});
  history = decided(history, CorrectLine{"n1", "Zo werken wij samen", {}, "beter"});
  history = decided(history, CorrectLine{"f1", "Eenzaamheid bij ouderen", {}, "scherper"});
  auto team = engine::fold(history);
  CHECK(team.learning[0].text == "Eerst vragen wat al lukt");
  CHECK(team.learning[0].theme == "vragen");
  CHECK(team.learning[0].changed);
  CHECK(team.signals[0].text == "Een half jaar wachten");
  CHECK(team.paper[0].text == "Zo werken wij samen");
  CHECK(team.focuses[0].chosen.text == "Eenzaamheid bij ouderen");
  history = decided(history, DestroyLine{"l1", DestroyGround::name, true});
  team = engine::fold(history);
  CHECK(team.learning[0].text == "Eerst vragen wat al lukt");
  history = decided(history, WithdrawLine{"s1", "dubbel"});
  history = decided(history, DestroyLine{"f1", DestroyGround::other_person, false});
  history = decided(history, DestroyLine{"l1", DestroyGround::name, false});
  history = decided(history, WithdrawLine{"n1", "oud"});
  team = engine::fold(history);
  CHECK(team.learning.empty());
  CHECK(team.signals.empty());
  CHECK(team.paper.empty());
  CHECK(team.focuses.empty());
  CHECK(team.name == "Wijkteam Noord");
  CHECK(team.version == static_cast<std::int64_t>(history.size()));
  // An id is never given twice.
  history.push_back({at("2026-03-02T11:00:00Z"), LearningNoted{{"Nieuw", {}}}});
  CHECK(engine::fold(history).learning[0].id == "l2");
}

TEST_CASE("of a signal that is destroyed nothing typed stays, its place neither", "[engine][mending]") {
  SignalNoted noted{{.text = "Lange wachttijd",
                     .theme = "wachten",
                     .neighbourhood = "Dorpsstraat 12",
                     .form = {"sinds de zomer", "de huisarts", "de gemeente"}}};
  TeamEventBody body(noted);
  engine::take_out_texts(body);
  const auto& left = std::get<SignalNoted>(body);
  CHECK(left.text.empty());
  CHECK(left.theme.empty());
  CHECK(left.neighbourhood.empty());
  CHECK(left.form.empty());
  // Where a place alone was wrong, the one of before goes and the one of now stays.
  auto history = decided(written(), CorrectLine{"s1", {}, {"wijk=Zuid"}, "verkeerde straat"});
  history = decided(history, DestroyLine{"s1", DestroyGround::special, true});
  CHECK(engine::fold(history).signals[0].neighbourhood == "Zuid");
  CHECK(engine::fold(history).signals[0].text == "Lange wachttijd");
}

TEST_CASE("what cannot be put right with the team is refused", "[engine][mending]") {
  const auto history = written();
  CHECK(refused(history, CorrectLine{"l9", "x", {}, "y"}) == "NotFound");
  CHECK(refused(history, CorrectLine{"l1", "x", {}, {}}) == "ReasonMissing");
  CHECK(refused(history, CorrectLine{"l1", "Eerst vragen", {}, "y"}) == "NothingChanges");
  CHECK(refused(history, CorrectLine{"l1", "bel 06-12345678", {}, "y"}) == "PersonalData");
  CHECK(refused(history, CorrectLine{"l1", "beter", {}, "bel 06-12345678"}) == "PersonalData");
  CHECK(refused(history, CorrectLine{"l1", {}, {"kleur=rood"}, "y"}) == "NoSuchField");
  CHECK(refused(history, WithdrawLine{"l1", "bel 06-12345678"}) == "PersonalData");
  CHECK(refused(history, CorrectLine{"1", "x", {}, "y"}) == "NotFound");  // the name of the team is set otherwise
  CHECK(refused(history, DestroyLine{"l1", DestroyGround::name, true}) == "OtherWordsFirst");
  CHECK(refused(decided(history, WithdrawLine{"l1", "x"}), WithdrawLine{"l1", "x"}) == "TakenBackAlready");
}

TEST_CASE("a line of the team that was withdrawn by mistake counts again", "[engine][mending]") {
  auto history = written();
  const auto when = at("2026-03-02T09:00:00Z");
  history.push_back({when, PartnerAdded{{"De Linde", PartnerKind::other, Partnership::present, {}}}});
  history.push_back({when, PhraseAdded{{"casus/advice", "je kunt"}}});
  CHECK(refused(history, RestoreLine{"l1", "toch"}) == "NotTakenBack");
  history = decided(history, WithdrawLine{"l1", "dubbel"});
  history = decided(history, WithdrawLine{"f1", "te breed"});
  history = decided(history, WithdrawLine{"7", "verkeerde naam"});
  history = decided(history, WithdrawLine{"8", "te breed"});
  auto team = engine::fold(history);
  CHECK(team.learning.empty());
  CHECK(team.focuses.empty());
  CHECK(team.partners.empty());
  CHECK(refused(history, RestoreLine{"l1", {}}) == "ReasonMissing");
  CHECK(refused(history, RestoreLine{"l1", "bel 06-12345678"}) == "PersonalData");
  history = decided(history, RestoreLine{"l1", "toch van ons"});
  history = decided(history, RestoreLine{"F1", "toch van ons"});
  history = decided(history, RestoreLine{"de linde", "toch van ons"});
  team = engine::fold(history);
  REQUIRE(team.learning.size() == 1);
  CHECK(team.learning[0].id == "l1");
  REQUIRE(team.focuses.size() == 1);
  CHECK(team.focuses[0].contributions.size() == 1);
  CHECK(team.partners.size() == 1);
  CHECK(team.learned == 1);
  CHECK(refused(history, RestoreLine{"l1", "nog eens"}) == "NotTakenBack");
  auto twice = history;
  twice.push_back({when, PhraseAdded{{"casus/advice", "je kunt"}}});
  CHECK(refused(twice, RestoreLine{"8", "toch"}) == "PhraseThere");
  // Taken back once more, it is gone again; destroyed, it stays gone.
  history = decided(history, WithdrawLine{"l1", "dubbel"});
  CHECK(engine::fold(history).learning.empty());
  history = decided(history, DestroyLine{"l1", DestroyGround::name, false});
  CHECK(refused(history, RestoreLine{"l1", "toch"}) == "DestroyedAlready");
}

TEST_CASE("a line of the team is kept under its plain id, however it was typed", "[engine][mending]") {
  auto history = written();
  const auto when = at("2026-03-02T09:00:00Z");
  history.push_back({when, PartnerAdded{{"Geheime Linde", PartnerKind::other, Partnership::present, {}}}});  // 7
  const auto last = [&](TeamBody body) {
    history = decided(history, std::move(body));
    return history.back().body;
  };
  CHECK(std::get<LineCorrected>(last(CorrectLine{" #L1", "Eerst luisteren", {}, "beter"})).line == "l1");
  CHECK(std::get<LineWithdrawn>(last(WithdrawLine{"#S1 ", "dubbel"})).line == "s1");
  CHECK(std::get<LineRestored>(last(RestoreLine{"#s1", "toch niet"})).line == "s1");
  CHECK(std::get<LineDestroyed>(last(DestroyLine{"#N1", DestroyGround::name, false})).line == "n1");
  // An organisation has no id: what is said of it goes by number, and never says its name again.
  CHECK(std::get<LineCorrected>(last(CorrectLine{"7", {}, {"purpose=koffie"}, "vergeten"})).line == "7");
  CHECK(std::get<LineWithdrawn>(last(WithdrawLine{"#7", "dubbel"})).line == "7");
  CHECK(std::get<LineRestored>(last(RestoreLine{"Geheime Linde", "toch"})).line == "7");
}

TEST_CASE("what was said of a line under another of its names goes with it", "[engine][mending]") {
  auto history = written();
  history = decided(history, WithdrawLine{"2", "noemt haar"});  // l1, by the number of its event
  auto& typed = std::get<LineWithdrawn>(history.back().body);
  for (const auto* kept : {"2", "#l1", "l1"}) {  // as older events call it
    CAPTURE(kept);
    typed.line = kept;
    const auto after = decided(history, DestroyLine{"l1", DestroyGround::name, false});
    CHECK(std::get<LineDestroyed>(after.back().body).events == std::vector<std::int64_t>{2, 7});
  }
  const auto restored = decided(history, RestoreLine{"#l1", "toch"});
  CHECK(engine::fold(restored).learning.size() == 1);
  const auto gone = decided(restored, DestroyLine{"l1", DestroyGround::name, false});
  CHECK(std::get<LineDestroyed>(gone.back().body).events == std::vector<std::int64_t>{2, 7, 8});
}

TEST_CASE("every line of the team that names somebody is found, also as it read before and withdrawn",
          "[engine][mending]") {
  const auto when = at("2026-03-02T09:00:00Z");
  auto history = written();
  history.push_back({when, MemberAdded{{"Els Bos", "wijkwerker"}}});  // 7: who is in the team is no text
  history.push_back({when, LearningNoted{{"Els Bos belde zelf", {}}}});
  history.push_back({when, SignalNoted{{"Lange wachttijd", "wachten", {}, {{}, "mevrouw Bos", {}}}}});
  ContributionAgreed agreed{{.focus = "f1", .who = "De Linde", .what = "Koffie bij Els"}};
  history.push_back({when, agreed});
  history.push_back({when, PartnerAdded{{"De Linde", PartnerKind::other, Partnership::present, "Els Bos kent ze"}}});
  CHECK(engine::lines_naming(history, "Els Bos") == std::vector<std::string>{"l2", "s2", "f1", "De Linde"});
  history = decided(history, CorrectLine{"l2", "Zij belde zelf", {}, "zonder naam"});
  history = decided(history, WithdrawLine{"s2", "dubbel"});
  CHECK(engine::lines_naming(history, "Els Bos").size() == 4);
  CHECK(engine::lines_naming(history, "Piet").empty());
}

TEST_CASE("the words beside what the team did are destroyed, and it stays done", "[engine][mending]") {
  const auto when = at("2026-03-02T09:00:00Z");
  auto history = written();                                              // 1: "Wijkteam Noord"
  history.push_back({when, MemberAdded{{"Els Bos", "Kerkstraat 12"}}});  // 7
  TeamSet set{{.minutes = 60, .phone = "vraag naar Jansen"}};
  history.push_back({when, set});                                    // 8
  history.push_back({when, TeamRenamed{{"Team Jansen"}}});           // 9
  history.push_back({when, TeamClosed{{"Jansen wil het"}}});         // 10
  history.push_back({when, TeamReopened{{"Jansen wil het niet"}}});  // 11
  CHECK(engine::lines_naming(history, "Jansen") == std::vector<std::string>{"8", "9", "10", "11"});
  // A team cannot do without the name that it has.
  CHECK(refused(history, DestroyLine{"9", DestroyGround::name, false}) == "OtherWordsFirst");
  history.push_back({when, TeamRenamed{{"Noordwest"}}});  // 12
  for (const auto* number : {"1", "7", "8", "9", "10", "11"}) {
    INFO(number);
    history = decided(history, DestroyLine{number, DestroyGround::name, false});
    CHECK(refused(history, DestroyLine{number, DestroyGround::name, false}) == "DestroyedAlready");
  }
  const auto team = engine::fold(history);
  CHECK(team.name == "Noordwest");
  CHECK(team.minutes == 60);
  CHECK(team.phone.empty());
  CHECK_FALSE(team.closed_at);
  REQUIRE(team.members.size() == 1);
  CHECK(team.members[0].name == "Els Bos");
  CHECK(team.members[0].profession.empty());
  CHECK(refused(history, DestroyLine{"12", DestroyGround::name, false}) == "OtherWordsFirst");
  // It was done, so it is not taken back; and where nothing was written nothing goes.
  CHECK(refused(history, WithdrawLine{"10", "x"}) == "NotFound");
  set.phone.reset();
  history.push_back({when, set});
  CHECK(refused(history, DestroyLine{std::to_string(history.size()), DestroyGround::name, false}) == "NotFound");
}

TEST_CASE("each kind of event of the team in which somebody writes can be destroyed by its number",
          "[engine][mending]") {
  const auto when = at("2026-03-02T09:00:00Z");
  // Names of members go when they are erased; what puts a line right goes with the line.
  const std::set<std::string_view> otherwise{MemberLeft::kName,   AbsenceSet::kName,    AbsenceEnded::kName,
                                             MemberErased::kName, LineCorrected::kName, LineWithdrawn::kName,
                                             LineRestored::kName, LineDestroyed::kName};
  int destroyed = 0;
  for (std::size_t kind = 0; kind < TeamEventBody::kCount; ++kind) {
    TeamEventBody body;
    body.become(kind);
    const auto called = std::visit([](const auto& one) { return std::decay_t<decltype(one)>::kName; }, body);
    INFO(called);
    if (otherwise.contains(called)) continue;
    for (const auto& field : engine::fields_of(body)) (void)engine::set_field(body, field, "GEHEIM");
    if (auto* added = std::get_if<MemberAdded>(&body)) added->profession = "GEHEIM";
    if (auto* renamed = std::get_if<MemberRenamed>(&body)) renamed->profession = "GEHEIM";
    if (auto* set = std::get_if<TeamSet>(&body)) set->phone = "GEHEIM";
    if (engine::texts_of(body).empty() && engine::words_beside(body) == nullptr) continue;
    auto history = written();
    history.push_back({when, body});
    history.push_back({when, TeamRenamed{{"Noordwest"}}});
    CHECK(refused(history, DestroyLine{"7", DestroyGround::name, false}) == "done");
    engine::take_out_words(body);
    for (const auto& left : engine::texts_of(body)) CHECK((left.field == "name" || left.field == "to"));
    ++destroyed;
  }
  CHECK(destroyed > 12);
}
