// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/lines.hpp"
#include "core/service/learning.hpp"
#include "core/service/mending/learning_gone.hpp"
#include "core/store/checkpoint.hpp"
#include "core/store/codec/codec.hpp"
#include "tests/service/found.hpp"
#include "tests/service/house.hpp"
#include "tests/support/text_places.hpp"
#include "tests/support/times.hpp"

#include <filesystem>
#include <set>

// Every text of the team's learning that all read, and of the team itself, destroyed by what people type.

namespace casus::test {
namespace {

/// Every key of an event under which a string lies in the clear, also in what lies in lists in it.
struct StringKeys {
  std::set<std::string_view> found;

  void required(std::string_view key, auto& value) { look(key, value); }
  template <class T>
  void optional(std::string_view key, T& value) {
    look(key, value);
  }
  void secret(std::string_view, const std::string&, auto&) {}

 private:
  void look(std::string_view key, std::string&) { found.insert(key); }
  template <class T>
  void look(std::string_view key, std::vector<T>& all) {
    if (all.empty()) all.emplace_back();
    look(key, all.front());
  }
  void look(std::string_view, std::vector<std::int64_t>&) {}
  template <class T>
  void look(std::string_view, T& value) {
    if constexpr (requires { T::fields(value, *this); }) T::fields(value, *this);
  }
};

std::set<std::string_view> string_keys(auto& body) {
  StringKeys keys;
  std::visit([&](auto& one) { std::decay_t<decltype(one)>::fields(one, keys); }, body);
  return keys.found;
}

struct LearningWordsDesk : Desk {
  learning::Instruments instruments =
      learning::Instruments::scan({std::string(CASUS_SOURCE_DIR) + "/workflows/learning"});
  service::Learning learning;

  explicit LearningWordsDesk(const House& house) : Desk(house), learning(service, instruments, house.clock) {
    if (service.team()) return;
    tells(FoundTeam{{.name = "Wijkteam Voorbeeld"}});
    for (const auto* name : {"Noor", "Daan", "Ria", "Samira"}) tells(AddMember{{name, ""}});
  }

  void tells(TeamBody body) {
    const auto answer = service.handle(TeamCommand{{}, {}, std::move(body), somebody_of(service)});
    if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
  }
  service::LearningAnswer does(const std::string& session, LearningBody body) {
    auto answer = learning.handle({{}, session, "Noor", {}, {}, std::move(body), {}});
    if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
    return answer;
  }
  void circle() {
    does("circle-1", BeginCircle{"GEHEIM vraag", 0, "circle"});
    does("circle-1", AskRound{"GEHEIM ronde", 3});
    does("circle-1", NoteHarvest{{"practice", "GEHEIM oogst"}});
    does("circle-1", NoteHarvest{{"practice", "Dit blijft"}});
    does("circle-1", AgreeCircleStep{{"GEHEIM wie", "GEHEIM stap", on("2026-04-01")}});
    does("circle-1", AnswerCircleStep{"a1", Done::done, "GEHEIM uitkomst"});
  }
};

}  // namespace

TEST_CASE("a likely name in what all read of the team's learning is remarked", "[service][never_kept]") {
  const House house;
  LearningWordsDesk desk(house);
  desk.does("circle-1", BeginCircle{"Hoe beginnen we een gesprek?", 0, "circle"});
  CHECK(desk.does("circle-1", NoteHarvest{{"practice", "Eerst vragen wat al lukt"}}).remarks.empty());
  const auto answer = desk.does("circle-1", NoteHarvest{{"practice", "Els Jansen belde zelf"}});
  REQUIRE(answer.remarks.size() == 1);
  CHECK(answer.remarks.front().message.in(Lang::en).find("'Els Jansen'") != std::string::npos);
}

TEST_CASE("a citizen service number is refused in every text of every command of learning", "[service][never_kept]") {
  const House house;
  LearningWordsDesk desk(house);
  const auto places = in_each_text_of(static_cast<const LearningVariant*>(nullptr), "zie 123.456.782", [&](auto body) {
    CAPTURE(decltype(body)::kName);
    const auto answer = desk.learning.handle({{}, "scan-1", "Noor", {}, {}, std::move(body), {}});
    REQUIRE(answer.refusal);
    CHECK(answer.refusal->name == "CitizenNumber");
    CHECK(answer.refusal->reason.in(Lang::nl).find("123") == std::string::npos);
  });
  CHECK(places > 60);
}

TEST_CASE("every string of every event of learning is known to be a text or an id", "[service][mending]") {
  const std::set<std::string_view> ids{
      "id",         "person",   "line",     "round",    "cluster", "card",       "cards",  "item",    "step",
      "instrument", "table",    "sentence", "question", "promise", "definition", "before", "meeting", "present",
      "no_longer",  "homework", "entry",    "goal",     "focus",   "objection",  "what",   "learn",   "contact",
      "value",      "on",       "key",      "choice",   "answer",  "type",       "payload"};
  for (std::size_t kind = 0; kind < LearningEventBody::kCount; ++kind) {
    LearningEventBody body;
    body.become(kind);
    INFO(name_of(body));
    const auto texts = learning::text_fields(name_of(body));
    const auto keys = string_keys(body);
    for (const auto text : texts) {
      INFO(text);
      CHECK(keys.contains(text));
    }
    for (const auto key : keys) {
      INFO(key);
      CHECK((std::ranges::find(texts, key) != texts.end() || ids.contains(key)));
    }
  }
}

TEST_CASE("each text of a circle is destroyed, found in no byte, and its number is given to nothing else",
          "[service][mending]") {
  const House house;
  {
    LearningWordsDesk desk(house);
    desk.circle();
    const auto backup = (house.folder / "backup.db").string();
    desk.store->backup(backup, *time_from("2026-03-03T09:00:00Z"));
    desk.does("circle-1", StrikeFromCircle{{"h1"}});  // what was struck can be destroyed still
    std::set<std::string> ids;
    learning::KeptEvents kept;
    for (const auto& one : desk.store->read("learning/circle-1")) kept.push_back(store::decode_learning(one));
    for (const auto& line : learning::lines_of(kept)) ids.insert(line.id);
    CHECK(ids.contains("h1"));
    CHECK(ids.contains("a1"));
    for (const auto& id : ids)
      if (id != "h2") desk.does("circle-1", DestroySessionLine{id, DestroyGround::name});
    std::filesystem::copy_file(house.folder / "casus.db.keys", house.folder / "backup.db.keys");
    CHECK(found_in(all_that_opens(backup), "GEHEIM") == "");
    const auto again =
        desk.learning.handle({{}, "circle-1", "Noor", {}, {}, DestroySessionLine{"a1", DestroyGround::name}, {}});
    REQUIRE(again.refusal);
    CHECK(again.refusal->name == "DestroyedAlready");
    const auto none =
        desk.learning.handle({{}, "circle-1", "Noor", {}, {}, DestroySessionLine{"h9", DestroyGround::name}, {}});
    REQUIRE(none.refusal);
    CHECK(none.refusal->remedies.front().hint.in(Lang::en).find("h2") != std::string::npos);
  }
  CHECK(found_in(bytes_of_store(house), "GEHEIM") == "");
  CHECK(found_in(all_that_opens((house.folder / "casus.db").string()), "GEHEIM") == "");
  LearningWordsDesk later(house);
  const auto seen = later.learning.look("circle-1", "Noor");
  REQUIRE(seen);
  REQUIRE(seen->circle);
  CHECK(seen->circle->question == learning::kTextGone);
  REQUIRE(seen->circle->harvest.size() == 1);
  CHECK(seen->circle->harvest.front().id == "h2");
  CHECK(seen->circle->harvest.front().text == "Dit blijft");
  REQUIRE(seen->circle->steps.size() == 1);
  CHECK(seen->circle->steps.front().what == learning::kTextGone);
  CHECK(seen->circle->steps.front().outcome == learning::kTextGone);
  CHECK(seen->circle->steps.front().by_when == on("2026-04-01"));
  CHECK(later.store->verify().findings.empty());
}

TEST_CASE("an older key file put back after a text was destroyed loses nothing of the session", "[service][mending]") {
  const House house;
  const auto keys = house.folder / "casus.db.keys";
  std::string question;
  {
    LearningWordsDesk desk(house);
    desk.circle();
    learning::KeptEvents kept;
    for (const auto& one : desk.store->read("learning/circle-1")) kept.push_back(store::decode_learning(one));
    for (const auto& line : learning::lines_of(kept))
      if (line.texts.front() == "GEHEIM vraag") question = line.id;
  }
  REQUIRE_FALSE(question.empty());
  std::filesystem::copy_file(keys, house.folder / "eerder.keys");
  {
    LearningWordsDesk desk(house);
    for (const auto& id : {question, std::string("h1"), std::string("a1")})
      desk.does("circle-1", DestroySessionLine{id, DestroyGround::name});
  }
  std::filesystem::copy_file(house.folder / "eerder.keys", keys, std::filesystem::copy_options::overwrite_existing);
  {
    LearningWordsDesk desk(house);
    const auto seen = desk.learning.look("circle-1", "Noor");
    REQUIRE(seen);
    REQUIRE(seen->circle);
    CHECK(seen->circle->question == learning::kTextGone);
    REQUIRE(seen->circle->harvest.size() == 2);
    CHECK(seen->circle->harvest.front().text == learning::kTextGone);
    CHECK(seen->circle->harvest.back().text == "Dit blijft");
    REQUIRE(seen->circle->steps.size() == 1);
    CHECK(seen->circle->steps.front().what == learning::kTextGone);
    CHECK(seen->circle->steps.front().by_when == on("2026-04-01"));
  }
  const auto all = all_that_opens((house.folder / "casus.db").string());
  for (const auto* word : {"GEHEIM vraag", "GEHEIM oogst", "GEHEIM wie", "GEHEIM stap", "GEHEIM uitkomst"})
    CHECK(found_in(all, word) == "");
  CHECK(found_in(all, "GEHEIM ronde") != "");
}

TEST_CASE("a card that all can read is destroyed by anybody of the team, and a hidden one is its writer's",
          "[service][mending]") {
  const House house;
  {
    LearningWordsDesk desk(house);
    desk.does("circle-1", BeginCircle{"Hoe werken we samen?", 0, "circle"});
    desk.does("circle-1", AskRound{"Waarin verschillen we?", 3});
    desk.does("circle-1", WriteCard{"GEHEIM kaart", CardSort::thought, false});
    desk.does("circle-1", WriteCard{"Dit blijft", CardSort::thought, false});
    const auto destroy = [&](const std::string& card) {
      return desk.learning.handle(
          {{}, "circle-1", "Daan", {}, {}, DestroySessionLine{card, DestroyGround::citizen_number}, {}});
    };
    const auto hidden = destroy("c1");
    REQUIRE(hidden.refusal);
    CHECK(hidden.refusal->name == "NothingThere");
    desk.does("circle-1", ShowCards{});
    const auto unknown = destroy("c9");
    REQUIRE(unknown.refusal);
    CHECK(unknown.refusal->remedies.front().hint.in(Lang::en).find("c1") != std::string::npos);
    const auto gone = destroy("C1");
    if (gone.refusal) FAIL(gone.refusal->reason.in(Lang::en));
    REQUIRE(destroy("c1").refusal);
    const auto seen = desk.learning.look("circle-1", "Noor");
    REQUIRE(seen);
    REQUIRE(seen->circle);
    REQUIRE(seen->circle->cards.size() == 1);
    CHECK(seen->circle->cards.front().text == "Dit blijft");
    CHECK(desk.store->verify().findings.empty());
  }
  CHECK(found_in(all_that_opens((house.folder / "casus.db").string()), "GEHEIM") == "");
}

TEST_CASE("what is destroyed with the team goes from what took it over", "[service][mending]") {
  const House house;
  const auto keys = house.folder / "casus.db.keys";
  {
    LearningWordsDesk desk(house);
    PaperProofed proof;
    proof.drawn.focuses = {"GEHEIM punt"};
    proof.drawn.circles = {{"Hoe nu verder", {}, {"GEHEIM stap"}}};
    REQUIRE(desk.store->append("learning/paper-1", 0, "made",
                               {store::encode(LearningEvent{*time_from("2026-03-02T09:00:00Z"), "m1", proof, {}})},
                               nullptr));
    desk.circle();
    desk.tells(ChooseFocus{"GEHEIM punt", {}, {}, {}});
  }
  std::filesystem::copy_file(keys, house.folder / "eerder.keys");
  {
    LearningWordsDesk desk(house);
    desk.tells(DestroyLine{"f1", DestroyGround::name, false});
    desk.does("circle-1", DestroySessionLine{"a1", DestroyGround::name});
    const auto kept = desk.store->read("learning/paper-1");
    REQUIRE(kept.front().left);
    CHECK(kept.front().left->payload.find("GEHEIM") == std::string::npos);
  }
  CHECK(found_in(bytes_of_store(house), "GEHEIM punt") == "");
  // An older key file has no such remains: the session says them itself.
  std::filesystem::copy_file(house.folder / "eerder.keys", keys, std::filesystem::copy_options::overwrite_existing);
  LearningWordsDesk desk(house);
  const auto kept = service::kept_in(*desk.store, "paper-1");
  REQUIRE(kept.size() == 2);
  REQUIRE(kept.front());
  CHECK(std::get<PaperProofed>(kept.front()->body).drawn.focuses.front() == learning::kTextGone);
}

TEST_CASE("where a team is phoned, what it was called and why it stopped are found in no byte once destroyed",
          "[service][mending]") {
  const House house;
  {
    LearningWordsDesk desk(house);  // founded, and four came
    SetTeam set{{.phone = "GEHEIM nummer"}};
    desk.tells(set);                            // 6
    desk.tells(RenameTeam{{"GEHEIM naam"}});    // 7
    desk.tells(RenameTeam{{"Wijkteam Zuid"}});  // 8
    desk.tells(CloseTeam{{"GEHEIM reden"}});    // 9
    desk.tells(ReopenTeam{{"GEHEIM vervolg"}});
    desk.tells(AddMember{{"Kees", "GEHEIM beroep"}});
    for (const auto* number : {"6", "7", "9", "10", "11"}) desk.tells(DestroyLine{number, DestroyGround::name, false});
    CHECK(desk.store->verify().findings.empty());
  }
  {
    LearningWordsDesk desk(house);
    const auto team = *desk.service.team();
    CHECK(team.name == "Wijkteam Zuid");
    CHECK(team.phone.empty());
    CHECK_FALSE(team.closed_at);
    CHECK(team.member("Kees") != nullptr);
  }
  CHECK(found_in(all_that_opens((house.folder / "casus.db").string()), "GEHEIM") == "");
}

TEST_CASE("what a colleague is said to do is destroyed, and what they agreed in the team's learning stays",
          "[service][mending]") {
  const House house;
  LearningWordsDesk desk(house);
  desk.tells(AddMember{{"Kees", "GEHEIM beroep"}});  // 6
  desk.does("circle-1", BeginCircle{"Hoe nu verder?", 0, "circle"});
  desk.does("circle-1", AskRound{"Wat deed je?", 3});
  desk.does("circle-1", NoteHarvest{{"practice", "Eerst vragen"}});
  desk.does("circle-1", AgreeCircleStep{{"Kees", "Dit blijft", on("2026-04-01")}});
  desk.tells(DestroyLine{"6", DestroyGround::name, false});
  const auto kept = service::kept_in(*desk.store, "circle-1");
  REQUIRE_FALSE(kept.empty());
  REQUIRE(kept.back());
  const auto& agreed = std::get<CircleStepAgreed>(kept.back()->body);
  CHECK(agreed.who == "Kees");
  CHECK(agreed.what == "Dit blijft");
}

TEST_CASE("an organisation that left the map and a phrase that was dropped are destroyed by their names",
          "[service][mending]") {
  const House house;
  {
    LearningWordsDesk desk(house);
    desk.tells(AddPartner{{"GEHEIM praktijk", PartnerKind::medical, Partnership::present, "GEHEIM doel"}});
    desk.tells(AddPartner{{"Buurthuis", PartnerKind::area, Partnership::present, {}}});
    desk.tells(DropPartner{{"GEHEIM praktijk"}});
    desk.tells(AddPhrase{{"casus/advice", "geheim zinnetje"}});
    desk.tells(RemovePhrase{{"casus/advice", "geheim zinnetje"}});
    desk.tells(DestroyLine{"geheim Praktijk", DestroyGround::name, false});
    desk.tells(DestroyLine{"geheim zinnetje", DestroyGround::name, false});
    const auto team = *desk.service.team();
    REQUIRE(team.partners.size() == 1);
    CHECK(team.partners.front().name == "Buurthuis");
    CHECK(team.phrases.empty());
  }
  const auto all = all_that_opens((house.folder / "casus.db").string());
  CHECK(found_in(all, "GEHEIM") == "");
  CHECK(found_in(all, "geheim") == "");
  CHECK(found_in(all, "Buurthuis") != "");
}

}  // namespace casus::test
