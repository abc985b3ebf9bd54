// SPDX-License-Identifier: EUPL-1.2
// Records of types that a method declares: under the floor, by their fields, put right, and counted.
#include "core/engine/decide/latest_that.hpp"
#include "core/engine/mending/put_right.hpp"
#include "core/engine/mending/said.hpp"
#include "tests/engine/anonymous.hpp"
#include "tests/engine/records_told.hpp"

#include <algorithm>
#include <tuple>

using namespace casus;
using namespace casus::test;
using nlohmann::json;
using nlohmann::ordered_json;

TEST_CASE("a record is recorded by its fields, as they are called or typed behind the text", "[engine]") {
  auto story = telling();
  const auto came = story
                        .when("Noor", harm("Hij viel van de trap; zei niets; ernst: 6; wie zag het: familie",
                                           {"signs=moe, stil", "on=2026-02-27", "with=ria"}))
                        .then({"Recorded"})
                        .gives<Recorded>();
  CHECK(came.id == "b1");
  CHECK(came.type == "harm");
  CHECK(came.values == std::vector<RecordedValue>{{"what", RecordFieldType::text, "Hij viel van de trap; zei niets"},
                                                  {"severity", RecordFieldType::number, "6"},
                                                  {"seen-by", RecordFieldType::choice, "family"},
                                                  {"signs", RecordFieldType::checklist, "tired|quiet"},
                                                  {"on", RecordFieldType::day, "2026-02-27"},
                                                  {"with", RecordFieldType::person, "p3"},
                                                  {"from", RecordFieldType::reference, ""},
                                                  {"more", RecordFieldType::text, ""}});
  // Whoever says it at the table records it too.
  story.when("Noor", say("schade", "Hij viel; ernst: 6")).then({"Recorded"});
  story.does("Noor", harm("Hij viel", {"ernst=6"}));
  CHECK(story.c.contributions.front().text == "Hij viel");
  CHECK(story.refolded().contributions.front().values == story.c.contributions.front().values);
}

TEST_CASE("behind the text a field is known by how the name of just one begins", "[engine]") {
  auto file = records_file();
  file["record_types"][0]["fields"][7]["name"] = {{"nl", "éénmalig"}, {"en", "once"}};
  const auto story = telling(file);
  const auto came = [&](const std::string& typed) { return story.when("Noor", harm(typed)).gives<Recorded>().values; };
  const auto value = [&](const std::string& typed, std::string_view field) {
    const auto values = came(typed);
    return std::ranges::find(values, field, &RecordedValue::field)->value;
  };
  CHECK(value("Hij viel; ern: 6", "severity") == "6");
  CHECK(value("Hij viel; ern: 6", "what") == "Hij viel");
  CHECK(value("Hij viel; ernst: 6; wie zag: familie", "seen-by") == "family");
  CHECK(value("Hij viel; ernst: 6; sig = moe", "signs") == "tired");
  CHECK(value("Hij viel; ernst: 6; een: ja", "more") == "ja");
  // The text itself may begin so, and two letters or a word of its own are a piece of it.
  CHECK(value("ern: zei hij; ernst: 6", "what") == "ern: zei hij");
  CHECK(value("Hij viel; er: niets; ernst: 6", "what") == "Hij viel; er: niets");
  CHECK(value("Hij viel; toen: niets; ernst: 6", "what") == "Hij viel; toen: niets");
  // Of a record without a text the first is a field as well.
  file["record_types"][0]["fields"] = ordered_json::array({file["record_types"][0]["fields"][1]});
  const auto numbers = telling(file).when("Noor", harm("ern: 6")).gives<Recorded>().values;
  CHECK(numbers == std::vector<RecordedValue>{{"severity", RecordFieldType::number, "6"}});
  file = records_file();
  // Of two that begin so the name is needed, and a whole name is that field, whatever begins with it.
  file["record_types"][0]["fields"][7]["name"] = {{"nl", "ernst later"}, {"en", "later"}};
  const auto two = telling(file);
  two.when("Noor", harm("Hij viel; ern: 6")).refused("RecordFieldsMissing");
  two.when("Noor", harm("Hij viel; ernst: 6; ernst la: minder")).then({"Recorded"});
}

TEST_CASE("what does not fit a field is refused with the field and what it asks for", "[engine]") {
  const auto story = telling();
  story.when("Noor", harm("Hij viel"))
      .refused("RecordFieldsMissing")
      .says("Voor 'schade' ontbreekt nog: ernst.", "For 'harm' this is still missing: severity.");
  story.when("Noor", harm("", {"severity=6"})).refused("RecordFieldsMissing");
  // What it must refer to is not there: an example would name nothing.
  auto file = records_file();
  for (auto& field : file["record_types"][0]["fields"])
    if (field["id"] == "from") field["required"] = true;
  const auto referring = telling(file);
  const auto asked = referring.when("Noor", harm("Hij viel; ernst: 6"));
  asked.refused("RecordFieldsMissing");
  CHECK(asked.refusal().remedies.front().ways().empty());
  // An answer stands in the example by its name, in the language that is read.
  file = records_file();
  for (auto& field : file["record_types"][0]["fields"])
    if (field["id"] == "seen-by") field["required"] = true;
  const auto example = telling(file).when("Noor", harm("Hij viel; ernst: 6")).refusal().remedies.front().ways();
  REQUIRE(example.size() == 1);
  const auto set = std::ranges::find(example.front().fields, "set", &text::Argument::name);
  REQUIRE(set != example.front().fields.end());
  CHECK(set->value.bilingual().in(Lang::nl) == "wie zag het=hulpverlener");
  CHECK(set->value.bilingual().in(Lang::en) == "who saw it=worker");
  story.when("Noor", harm("Hij viel; ernst: 11"))
      .refused("OffScale", "R11")
      .says("11 past niet op de schaal van 'ernst'.", "11 is not on the scale of 'severity'.")
      .asks("Kies een getal van 0 (niets) tot 10 (het ergste).", "Choose a number from 0 (nothing) to 10 (the worst).");
  story.when("Noor", harm("Hij viel; ernst: erg")).refused("RecordNotANumber");
  story.when("Noor", harm("Hij viel; ernst: 6,5")).refused("RecordNotANumber");
  story.when("Noor", harm("Hij viel; ernst: 6", {"seen-by=school"}))
      .refused("RecordNoSuchChoice")
      .asks("Kies uit: hulpverlener, familie.", "Choose from: worker, family.");
  story.when("Noor", harm("Hij viel; ernst: 6", {"signs=moe, boos"})).refused("RecordNoSuchChoice");
  story.when("Noor", harm("Hij viel; ernst: 6", {"on=ooit"})).refused("RecordNotADay");
  story.when("Noor", harm("Hij viel; ernst: 6", {"on=2126-03-05"})).refused("ImplausibleDay");
  story.when("Noor", harm("Hij viel; ernst: 6", {"with=Piet"})).refused("NobodyCalled");
  story.when("Noor", harm("Hij viel; ernst: 6", {"from=b7"})).refused("RecordNothingNamed");
  story.when("Noor", harm("Hij viel; ernst: 6", {"ernts=7"})).refused("RecordNoSuchField");
  story.when("Noor", Record{"fact", "Hij viel", {}}).refused("NotARecord");
  story.when("Noor", Record{"scade", "Hij viel", {}}).refused("NotFound");
}

TEST_CASE("a field that was mistyped behind the text is asked about, and is no text", "[engine]") {
  const auto story = telling();
  story.when("Noor", harm("Hij viel; ernts: 6"))
      .refused("RecordNoSuchField")
      .asks(
          "Schrijf de goede naam ervoor: wat er gebeurde, ernst, wie zag het, signalen, wanneer, met wie, hoort bij, "
          "meer. Hoort het bij de tekst? Zet er dan een komma voor, geen puntkomma.",
          "Write the right name before it: what happened, severity, who saw it, signs, when, with whom, belongs to, "
          "more. Does it belong to the text? Then put a comma before it, not a semicolon.");
  story.when("Noor", harm("Hij viel; ernst: 6; wie zga het: familie")).refused("RecordNoSuchField");
  story.when("Noor", harm("Hij viel; ernst: 6; severty = 7")).refused("RecordNoSuchField");
  // By a part of its name.
  const auto reason = story.when("Noor", harm("Hij viel; ernst: 6", {"gebeurde=Hij viel"})).refusal().reason;
  CHECK(reason.in(Lang::nl).find("'wat er gebeurde'") != std::string::npos);
  const auto what = [&](const std::string& typed) {
    return story.when("Noor", harm(typed)).gives<Recorded>().values[0].value;
  };
  CHECK(what("Hij viel, ernts: 6; ernst: 6") == "Hij viel, ernts: 6");
  CHECK(what("Hij viel; daarna: niets; ernst: 6") == "Hij viel; daarna: niets");
  CHECK(what("Ernts: zei hij; ernst: 6") == "Ernts: zei hij");
}

TEST_CASE("a reference is to a number, or to the words of just one", "[engine]") {
  auto story = telling();
  story.does("Noor", say("fact", "De trap is steil"));
  const auto from = [&](const std::string& typed) {
    return story.when("Noor", harm("Hij viel; ernst: 6", {"from=" + typed})).then({"Recorded"}).gives<Recorded>();
  };
  const auto id = story.c.contributions.back().id;
  CHECK(from(id).values[6].value == id);
  CHECK(from("de trap is steil").values[6].value == id);
  story.when("Noor", harm("Hij viel; ernst: 6", {"from=de trap"})).refused("RecordNothingNamed");
  // Said twice, it could be either.
  story.does("Noor", say("fact", "De trap is steil"));
  story.when("Noor", harm("Hij viel; ernst: 6", {"from=De trap is steil"})).refused("RecordNothingNamed");
  // Whoever looks for it knows it by its words.
  story.when("Noor", harm("Hij viel; ernst: 6", {"from=b77"}))
      .refused("RecordNothingNamed")
      .asks("Het kan een van deze zijn: b2 (De trap is steil) of b1 (De trap is steil).",
            "It can be one of these: b2 (De trap is steil) or b1 (De trap is steil).");
}

TEST_CASE("what can be referred to is offered in no order of who said it without a name", "[engine][R4]") {
  const auto story = written_without_names();
  const auto any = engine::latest_that(story.c, [&](const Contribution& it) { return story.c.is_anonymous(it); });
  REQUIRE(any.size() == 4);
  CHECK(std::ranges::is_sorted(any, {}, [](const Contribution* it) { return it->id; }));
  // Nor by its words while it is unseen.
  CHECK(engine::with_its_words(story.c, *any.front()).in(Lang::nl) == any.front()->id);
}

TEST_CASE("a person in a record is called as at the table: by a part of the name of just one", "[engine]") {
  auto story = telling();
  AddNetworkPerson aunt{.name = "Tante Jansma", .shell = Shell::friend_, .quadrant = Quadrant::society};
  story.does("Noor", aunt);
  const auto with = [&](const std::string& typed) {
    return story.when("Noor", harm("Hij viel; ernst: 6", {"with=" + typed})).gives<Recorded>().values[5].value;
  };
  CHECK(with("yus") == with("Yusuf"));
  CHECK(with("jansma") == with("Tante Jansma"));
  CHECK(with("Jansma") != with("Yusuf"));
  story.when("Noor", harm("Hij viel; ernst: 6", {"with=ja"})).refused("NobodyCalled");
  aunt.name = "Oom Jansma";
  story.does("Noor", aunt);
  story.when("Noor", harm("Hij viel; ernst: 6", {"with=jansma"})).refused("NobodyCalled");
  // Who was two entries and is one is called so again.
  story.does("Noor", MergePersons{{"Oom Jansma", "Tante Jansma", "een persoon"}});
  CHECK(with("jansma") == with("Tante Jansma"));
}

TEST_CASE("a record stands under the floor of its step", "[engine]") {
  auto story = telling();
  story.when("Ria", harm("Hij viel; ernst: 6")).refused("NotYourFloor", "R4");
  story.does("Noor", say("fact", "Het is onrustig."));
  story.go_to(Phase::plan_of_action, "write");
  story.when("Noor", harm("Hij viel; ernst: 6")).refused("KindNotHere", "R4");
  story.go_to(Phase::plan_of_action, "list");
  story.when("Ria", harm("Hij viel; ernst: 6")).refused("NotYourTurn", "R4");
  story.does("Noor", harm("Hij viel; ernst: 6"));
  REQUIRE(story.c.turns.back().by == "p1");
  story.when("Noor", harm("Hij sloeg; ernst: 7")).refused("TurnUsedUp", "R4");
  story.does("Ria", harm("Hij sloeg; ernst: 7"));
  CHECK(story.c.turns.back().by == "p3");
}

TEST_CASE("in private time and while there is acute danger nothing is recorded", "[engine]") {
  auto story = telling();
  story.does("Noor", RaiseAcute{"Hij staat op het dak"});
  story.when("Noor", harm("Hij viel; ernst: 6")).refused("AcuteSafety", "R14");
}

TEST_CASE("where each writes unseen a record is hidden, and nobody points to it", "[engine]") {
  auto file = records_file();
  file["phases"]["analysis"][0]["floor"] = {{"speakers", {"presenter", "member"}}, {"hidden", true}};
  auto story = telling(file);
  story.does("Noor", harm("Hij viel; ernst: 6"));
  CHECK(story.c.contributions.front().hidden);
  story.when("Ria", harm("Hij sloeg; ernst: 6", {"from=b1"})).refused("RecordNothingNamed");
  story.when("Noor", harm("Hij sloeg; ernst: 6", {"from=b1"})).then({"Recorded"});
}

TEST_CASE("what was recorded unseen is told later as it stands", "[engine]") {
  auto file = records_file();
  auto& plan = file["phases"]["plan_of_action"];
  plan[0]["kinds"].push_back("harm");
  plan[0]["floor"]["hidden_kinds"].push_back("harm");
  auto story = telling(file);
  story.does("Noor", say("fact", "Het is onrustig."));
  story.go_to(Phase::plan_of_action, "write");
  story.does("Noor", harm("Hij viel; ernst: 6"));
  const auto written = story.c.contributions.back();
  CHECK(written.told_in == "list");
  story.go_to(Phase::plan_of_action, "list");
  const auto told = story.when("Noor", harm("")).gives<Recorded>();
  CHECK(told.re == written.id);
  CHECK(told.values == written.values);
  CHECK_FALSE(told.hidden);
}

TEST_CASE("each field of a record is put right by its name, and what it asks for still holds", "[engine][mending]") {
  auto story = telling();
  story.does("Noor", harm("Hij vil", {"ernst=6", "more=Moe ook"}));
  story.when("Noor", Correct{"b1", {}, {"ernst=12"}, {}, {}}).refused("OffScale", "R11");
  story.when("Noor", Correct{"b1", {}, {"ernst="}, {}, {}}).refused("RecordFieldsMissing");
  story.when("Noor", Correct{"b1", {}, {"type=fact"}, {}, {}}).refused("NoSuchField");
  story.when("Ria", Correct{"b1", "Hij viel", {}, {}, "typfout"}).refused("NotYoursToMend");
  story.does("Noor", Correct{"b1", "Hij viel", {"ernst=5", "seen-by=familie", "meer=Moe en stil"}, {}, {}});
  CHECK(story.c.contributions.front().text == "Hij viel");
  CHECK(filled(story.c, "b1", "severity") == "5");
  CHECK(filled(story.c, "b1", "seen-by") == "family");
  CHECK(filled(story.c, "b1", "more") == "Moe en stil");
  story.does("Noor", Withdraw{});  // the correction
  CHECK(story.c.contributions.front().text == "Hij vil");
  story.does("Noor", Withdraw{"b1", {}});
  CHECK(story.c.contributions.empty());
  CHECK(story.c.taken_back.back().kind == "harm");
  story.does("Noor", Restore{"b1", {}});
  CHECK(filled(story.c, "b1", "severity") == "6");
}

TEST_CASE("other words for a record are read as when it was recorded, and a field alone leaves the text",
          "[engine][mending]") {
  auto story = telling();
  const auto now_reads = [&](const std::string& words) { story.does("Noor", Correct{"b1", words, {}, {}, {}}); };
  const auto text_now = [&] { return story.c.contributions.front().text; };
  story.does("Noor", harm("Hij vil", {"ernst=6", "more=Moe ook"}));
  now_reads("ernst: 5");
  CHECK(text_now() == "Hij vil");
  CHECK(filled(story.c, "b1", "severity") == "5");
  now_reads("Hij viel van de trap; zei niets; ernst: 4; wie zag: familie");
  CHECK(text_now() == "Hij viel van de trap; zei niets");
  CHECK(filled(story.c, "b1", "severity") == "4");
  CHECK(filled(story.c, "b1", "seen-by") == "family");
  CHECK(filled(story.c, "b1", "more") == "Moe ook");
  now_reads("wat er gebeurde: Hij gleed uit");
  CHECK(text_now() == "Hij gleed uit");
  now_reads("signalen: moe; signalen: stil");
  CHECK(filled(story.c, "b1", "signs") == "tired|quiet");
  CHECK(text_now() == "Hij gleed uit");
  CHECK(story.refolded().contributions.front().values == story.c.contributions.front().values);
  const auto mended = [&](const char* words) { return story.when("Noor", Correct{"b1", words, {}, {}, {}}); };
  mended("ernst: 12").refused("OffScale", "R11");
  mended("Hij viel; ernts: 5").refused("RecordNoSuchField");
  mended("ernst: 5; ernst: 3").refused("RecordFieldTwice");
  // What is no whole name of a field is said.
  now_reads("ern: zei hij");
  CHECK(text_now() == "ern: zei hij");
}

TEST_CASE("of a record that is destroyed no text is left, in it or in what put it right", "[engine][mending]") {
  auto story = telling();
  story.does("Noor", harm("Janssen sloeg hem", {"ernst=6", "more=bij Janssen thuis"}));
  story.does("Noor", Correct{"b1", {}, {"more=bij Janssen in huis"}, {}, {}});
  const auto came = story.when("Noor", Destroy{"b1", DestroyGround::name, false});
  CHECK(came.gives<TextDestroyed>().events.size() == 2);
  for (auto event : story.history) {
    const auto& body = event.body;
    if (!std::holds_alternative<Recorded>(body) && !std::holds_alternative<Corrected>(body)) continue;
    engine::take_out_texts(event.body);
    for (const auto& one : engine::texts_of(event.body)) CHECK(one.to.find("Janssen") == std::string::npos);
    if (const auto* corrected = std::get_if<Corrected>(&event.body))
      for (const auto& one : corrected->now) CHECK(one.to.find("Janssen") == std::string::npos);
    if (const auto* recorded = std::get_if<Recorded>(&event.body)) {
      CHECK(recorded->values[0].value.empty());
      CHECK(recorded->values[1].value == "6");  // no words
    }
  }
}

TEST_CASE("who is erased is gone from every text of a record, and a person in it is nobody any more",
          "[engine][mending]") {
  auto story = telling();
  story.does("Noor", AddNetworkPerson{.name = "Els Jansma", .shell = Shell::friend_, .quadrant = Quadrant::society});
  story.does("Noor", harm("Els Jansma viel", {"ernst=6", "more=Els Jansma zei niets", "with=Els Jansma"}));
  const auto els = filled(story.c, "b1", "with");
  story.now += std::chrono::hours(24);
  story.does("Noor", ErasePerson{{"Els Jansma", "op verzoek", "Bram"}});
  CHECK(story.c.contributions.front().text.find("Jansma") == std::string::npos);
  CHECK(filled(story.c, "b1", "more").find("Jansma") == std::string::npos);
  CHECK(filled(story.c, "b1", "with") == els);
  CHECK(story.c.name_of(els, Lang::en) != "Els Jansma");
}

TEST_CASE("a record is typed in whatever language the method has", "[engine]") {
  auto file = records_file();
  auto& type = file["record_types"][0];
  type["name"]["de"] = "Schaden";
  type["fields"][1]["name"]["de"] = "Schwere";
  type["fields"][2]["name"]["de"] = "wer sah es";
  type["fields"][2]["options"][1]["name"]["de"] = "Angehörige";
  type["fields"][5]["name"]["de"] = "mit wem";
  auto story = telling(file);
  const auto came = story.when("Noor", say("Schaden", "Er fiel; Schwere: 6; wer sah es: Angehörige"))
                        .then({"Recorded"})
                        .gives<Recorded>();
  CHECK(came.type == "harm");
  const auto value = [&](std::string_view field) {
    return std::ranges::find(came.values, field, &RecordedValue::field)->value;
  };
  CHECK(value("what") == "Er fiel");
  CHECK(value("severity") == "6");
  CHECK(value("seen-by") == "family");
  story.when("Noor", harm("Er fiel; Schwere: 6", {"mit wem=ria"})).then({"Recorded"});
  story.does("Noor", harm("Er fiel; Schwere: 6"));
  story.does("Noor", Correct{"b1", {}, {"Schwere=5"}, {}, "verkeerd gehoord"});
  CHECK(filled(story.c, "b1", "severity") == "5");
}

TEST_CASE("what is given twice in one record is taken together in a checklist, and refused elsewhere", "[engine]") {
  const auto story = telling();
  const auto came = story.when("Noor", harm("Hij viel; ernst: 6; signalen: moe; signalen: stil")).gives<Recorded>();
  CHECK(std::ranges::find(came.values, "signs", &RecordedValue::field)->value == "tired|quiet");
  story.when("Noor", harm("Hij viel; ernst: 6; ernst: 7"))
      .refused("RecordFieldTwice")
      .says("'ernst' staat er twee keer in: '6' en '7'.", "'severity' is given twice: '6' and '7'.")
      .asks("Geef 'ernst' één keer, aan één stuk.", "Give 'severity' once, in one piece.");
  story.when("Noor", harm("Hij viel; ernst: 6", {"severity=7"})).refused("RecordFieldTwice");
  story.when("Noor", harm("Hij viel; ernst: 6; en zei niets")).refused("RecordFieldTwice");
  story.when("Noor", harm("Hij viel; ernst: 6; ernst: 6", {"ernst=6"})).then({"Recorded"});
}
