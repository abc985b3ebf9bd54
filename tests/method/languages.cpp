// SPDX-License-Identifier: EUPL-1.2
// A method in more languages than the program speaks.
#include "core/base/text_pairs.hpp"
#include "core/method/course.hpp"
#include "core/method/definition.hpp"
#include "core/report/cards.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace casus::method {
namespace {

using nlohmann::ordered_json;
using LanguageLines = std::vector<std::string>;

ordered_json in_german() {
  auto file = ordered_json::parse(source_file("tests/method/round.json"));
  file["name"]["de"] = "Runde";
  file["phases"]["analysis"][1]["prompts"][0]["de"] = "Was möchte die Bewohnerin?";
  return file;
}

const Lang kGerman = *other_language("de");

}  // namespace

TEST_CASE("a text is read in the language of the reader, else in English, else in Dutch", "[method]") {
  const auto [method, problems] = parse(in_german().dump());
  CHECK(lines_of(problems) == LanguageLines{});
  CHECK(method.name.in(kGerman) == "Runde");
  CHECK(method.name.in(Lang::nl) == "Ronde");
  CHECK(method.name.in(*other_language("fr")) == "Round");
  CHECK(method.summary.in(kGerman) == "Short.");
  CHECK(Text{"Kort.", ""}.in(kGerman) == "Kort.");
  CHECK(method.steps(Phase::analysis)[1].prompts[0].in(kGerman) == "Was möchte die Bewohnerin?");
}

TEST_CASE("what the program itself says to such a reader is English", "[method]") {
  CHECK(label(Phase::analysis, kGerman) == label(Phase::analysis, Lang::en));
  const auto method = parse(in_german().dump()).first;
  const auto card = report::method_card(method, kGerman);
  CHECK_THAT(card, Catch::Matchers::Contains("Runde") && Catch::Matchers::Contains("Was möchte die Bewohnerin?"));
  CHECK_THAT(card, Catch::Matchers::Contains("Short."));
}

TEST_CASE("a language is a code of two letters, and has words", "[method]") {
  CHECK_FALSE(other_language("nl"));
  CHECK_FALSE(other_language("deu"));
  CHECK_FALSE(other_language("DE"));
  auto file = in_german();
  file["name"]["de"] = " ";
  CHECK(lines_of(parse(file.dump()).second) ==
        LanguageLines{"/name: a language other than nl and en has no words here"});
  file["name"]["de"] = 5;
  CHECK(lines_of(parse(file.dump()).second) == LanguageLines{"/name/de: expected text, got 5"});
  file["name"].erase("de");
  file["name"]["deutsch"] = "Runde";
  CHECK(lines_of(parse(file.dump()).second) == LanguageLines{"/name/deutsch: unknown key 'deutsch'"});
}

TEST_CASE("a language that some texts have and others have not is told once, at the first without it", "[method]") {
  const auto told = [](const ordered_json& file) {
    LanguageLines lines;
    for (const auto& line : lines_of(uneven_texts(file.dump())))
      if (line.find("'de'") != std::string::npos || line.find("/de: ") != std::string::npos) lines.push_back(line);
    return lines;
  };
  CHECK(told(ordered_json::parse(source_file("tests/method/round.json"))) == LanguageLines{});
  auto file = in_german();
  const auto half = told(file);
  REQUIRE(half.size() == 1);
  CHECK(half[0].find("/summary: 2 of the ") == 0);
  file["phases"]["analysis"][1]["prompts"][0]["de"] = "Das möchte sie.";
  CHECK(told(file).back() ==
        "/phases/analysis/1/prompts/0/de: this is a question in one language and not in the other");
}

TEST_CASE("each name is understood in each language that it has", "[method]") {
  const auto name = [](const char* nl, const char* en, const char* de) { return Text{nl, en, {{kGerman, de}}}; };
  Definition own;
  own.kinds.push_back({"key_question", name("sleutelvraag", "key question", "Schlüsselfrage des Abends"), "none"});
  RecordField seen;
  seen.id = "seen-by";
  seen.name = name("wie zag het", "who saw it", "wer sah es");
  seen.type = RecordFieldType::choice;
  seen.options = {{"worker", name("hulpverlener", "worker", "Fachkraft")},
                  {"family", name("familie", "family", "Angehörige")}};
  own.record_types.push_back({"harm", name("schade", "harm", "Schaden"), {seen}});
  CHECK(kind_meant(&own, "schlüsselfrage des abends") == "key_question");
  CHECK(kind_meant(&own, "Schlüsselfrage") == "key_question");
  CHECK(kind_meant(&own, "Sleutelvraag") == "key_question");
  CHECK(kind_meant(&own, "SCHADEN") == "harm");
  const auto& type = own.record_types.front();
  CHECK(type.field_meant("Wer sah es") == &type.parts.front());
  CHECK(type.field_meant("wer") == &type.parts.front());
  CHECK(type.field_meant("was") == nullptr);
  CHECK(option_meant(seen, "fachkraft") == &seen.options[0]);
  CHECK(option_meant(seen, "ange") == &seen.options[1]);
  CHECK(option_meant(seen, "Lehrer") == nullptr);
  const Menu menu{{},
                  {{"wide", name("breed", "wide", "weit"), Mark::own, {}, {}},
                   {"deep", name("diep", "deep", "tief"), Mark::own, {}, {}}}};
  CHECK(branch_meant(menu, "Tief") == &menu.branches[1]);
  CHECK(branch_meant(menu, "hoch") == nullptr);
  // An accent that is left out, or that was typed as a letter with a mark behind it, is the same name.
  const Menu one{{}, {{"one", name("Eén idee", "An idea", "Ein Gespräch"), Mark::own, {}, {}}}};
  for (const char* typed : {"een idee", "Eén", "EÉN IDEE", "Ee\u0301n idee", "ein gesprach"}) {
    CAPTURE(typed);
    CHECK(branch_meant(one, typed) == &one.branches.front());
  }
}

}  // namespace casus::method
