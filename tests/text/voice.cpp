// SPDX-License-Identifier: EUPL-1.2
#include "core/text/voice.hpp"

#include "core/text/catalogue.hpp"
#include "core/text/field_place.hpp"
#include "tests/support/catch.hpp"

namespace casus::test {

using text::all_of;
using text::any_of;
using text::Message;
using text::msg;
using text::Voice;
using text::way;

namespace {

Message said(const char* words) { return Message::verbatim(words); }

struct InBrackets : text::WayWriter {
  std::string write(const text::Way& way, const Voice& voice) const override {
    std::string out = "[" + std::string(way.path);
    for (const auto& field : way.fields) out += " " + voice.write(field.value);
    return out + "]";
  }
};

}  // namespace

TEST_CASE("a message is said in each language, in the form that its number asks for", "[text]") {
  CHECK(msg("meeting.minutes_off", "minutes"_is = 600).in(Lang::nl) == "Een overleg van 600 minuten kan niet.");
  CHECK(msg("meeting.minutes_off", "minutes"_is = 1).in(Lang::nl) == "Een overleg van 1 minuut kan niet.");
  CHECK(msg("meeting.minutes_off", "minutes"_is = 0).in(Lang::en) == "A meeting of 0 minutes is not possible.");
  CHECK(msg("meeting.minutes_off", "minutes"_is = 1).in(Lang::en) == "A meeting of 1 minute is not possible.");
}

TEST_CASE("a list is joined in the language it is said in", "[text]") {
  const Voice dutch(Lang::nl);
  CHECK(dutch.write(all_of({said("a")})) == "a");
  CHECK(dutch.write(all_of({said("a"), said("b"), said("c")})) == "a, b en c");
  CHECK(Voice(Lang::en).write(any_of({said("a"), said("b")})) == "a or b");
  CHECK(dutch.write(text::Value(std::vector{said("a"), said("b")})) == "a, b");
}

TEST_CASE("words of a definition are said as they stand there", "[text]") {
  const Message both(Text{"vraag", "question"});
  CHECK(both.in(Lang::nl) == "vraag");
  CHECK(both.in(Lang::en) == "question");
  CHECK(Message(Text{}).empty());
  CHECK(Message::verbatim("").empty());
  CHECK(both == Message(Text{"vraag", "question"}));
  CHECK_FALSE(both == said("vraag"));
}

TEST_CASE("a way on is written as the face writes it", "[text]") {
  const auto next = way("case next", "case"_is = "2026-001", "because"_is = text::gap());
  CHECK(next.line() == "case next case=2026-001 because=?");
  const InBrackets brackets;
  CHECK(Voice(Lang::nl, nullptr, &brackets).write(text::Value(next)) == "[case next 2026-001 \"...\"]");
  CHECK(Voice(Lang::nl).write(text::Value(next)) == next.line());
}

TEST_CASE("a field that a message names is written as the face calls it", "[text]") {
  const auto place = [](std::string_view between) {
    const auto field = text::field_place(between);
    return field ? text::way_of(*field).line() : std::string("no field");
  };
  CHECK(place("because") == "no field");
  CHECK(place("-team") == "no field");
  CHECK(place("@because") == "because");
  CHECK(place("@because=\"...\"") == "because=?");
  CHECK(place("@as=NAAM") == "as=?");
  CHECK(place("@scale=-2..+2") == "scale=-2..+2");
  CHECK(place("@state:partly") == "partly");
  CHECK(place("(@by-when=2026-05-01)").empty());
  CHECK_FALSE(text::field_of(way("case next", "because"_is = text::gap())));
  CHECK(text::field_of(text::way_of(*text::field_place("(@checks)")))->name == "checks");
}

TEST_CASE("the ways on in a message are found, in parts of it too", "[text]") {
  const auto next = way("case next", "case"_is = "a");
  const auto back = way("case back", "case"_is = "a");
  const Message part("some.part", {{"back", back}});
  const Message whole("some.whole", {{"next", next}, {"part", part}, {"who", "Noor"}});
  CHECK(whole.ways() == std::vector{next, back});
}

TEST_CASE("a team's own words are laid over the terms of the catalogue", "[text]") {
  text::OwnWords words;
  words.terms["-team"] = {"kernteam", "core team"};
  CHECK(Voice(Lang::nl, &words, nullptr).say("team.no_team") == "Er is nog geen kernteam in dit register.");
  CHECK(Voice(Lang::en, &words, nullptr).say("team.no_team") == "There is no core team in this store yet.");
  CHECK(Voice(Lang::nl).say("team.no_team") == "Er is nog geen team in dit register.");
}

TEST_CASE("a language more is a language to choose", "[text]") {
  const auto all = text::languages();
  REQUIRE(all.size() == 3);  // the tests have one that is made by machine
  CHECK(text::code(all[0]) == "nl");
  CHECK(text::code(all[1]) == "en");
  CHECK(text::language("xx") == all[2]);
  CHECK_FALSE(text::language("yy"));
  CHECK(msg("text.language").in(all[2]) == "\u00abEnglish\u00bb");
  CHECK(msg("meeting.minutes_off", "minutes"_is = 1).in(all[2]) ==
        "\u00abA meeting of \u00bb1\u00ab minute is not possible.\u00bb");
}

}  // namespace casus::test
