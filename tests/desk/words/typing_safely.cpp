// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line.hpp"
#include "core/desk/words/spoken_line.hpp"
#include "core/method/phrases.hpp"
#include "tests/desk/lines_at_table.hpp"

// What is typed stays as it was typed: no word of it is guessed away, nobody gets the words of another, and danger is
// heard in every way of saying it.

namespace casus::test {
namespace {

service::Table while_noor_tells() {
  auto table = at_table();
  table.presenter = "Noor van Dam";
  table.seats = {seat("p1", "Noor van Dam", true), seat("p2", "Samira"), seat("p3", "Daan"), seat("p4", "Ria")};
  table.kinds = {{"fact", "feit"}, {"wish", "wens van de inwoner"}};
  return table;
}

std::vector<std::string> apart(const std::string& line) {
  const auto answer = meant(line, while_noor_tells());
  const auto* unsure = std::get_if<desk::Unsure>(&answer);
  return unsure == nullptr ? std::vector<std::string>{} : unsure->apart;
}

using Lines = std::vector<std::string>;

Lines pasted(const std::string& text) { return desk::pasted_lines(text, while_noor_tells(), kNames, kTuesday); }

}  // namespace

TEST_CASE("a sentence is never changed into a word of the meeting", "[desk][guided]") {
  for (const auto* line : {"vader is weg", "moeder en oma praten veel", "vader bekend met huiselijk geweld",
                           "geweld thuis, bel de politie", "Veder gaat het goed", "stip voor stip", "gezeg is dat zo",
                           "klaas komt morgen", "father is gone", "noxt of kin is her aunt"}) {
    CAPTURE(line);
    const auto answer = meant(line, while_noor_tells());
    const auto* unsure = std::get_if<desk::Unsure>(&answer);
    REQUIRE(unsure != nullptr);
    if (!unsure->line.empty()) CHECK(unsure->line.find(line) != std::string::npos);
  }
  // A word that somebody misspelt, with what belongs to it.
  CHECK(asked_back("vreder").ends_with("| verder"));
  CHECK(asked_back("terugkijkn vrijdag").ends_with("| terugkijken vrijdag"));
  CHECK(asked_back("nem 2026-014").ends_with("| neem 2026-014") == false);  // three letters are too few to guess
  CHECK(asked_back("neeem 2026-014").ends_with("| neem 2026-014"));
  // Alone, a word of the family is no word of the meeting.
  CHECK(asked_back("vader").find("verder") == std::string::npos);
}

TEST_CASE("an answer where nothing was asked does nothing, and names no other word", "[desk][guided]") {
  for (const auto* line : {"nee", "nee bedankt", "ja", "no thanks"}) {
    CAPTURE(line);
    CHECK(asked_back(line, while_noor_tells()).starts_with("er is nu niets gevraagd"));
  }
  CHECK(asked_back("oké", while_noor_tells()).starts_with("dit is niet bewaard"));
}

TEST_CASE("the words of two in one line are offered apart", "[desk][guided]") {
  const Lines both{"noor: zij huilt", "daan: ja klopt"};
  for (const auto* line :
       {"noor: zij huilt daan: ja klopt", "noor: zij huilt, daan: ja klopt", "noor: zij huilt  daan: ja klopt",
        "noor: zij huilt   daan: ja klopt", "noor: zij huilt / daan: ja klopt", "noor: zij huilt; daan: ja klopt",
        "noor: zij huilt en daan: ja klopt"}) {
    CAPTURE(line);
    CHECK(apart(line) == both);
  }
  CHECK(apart("noor: zij huilt. Daan: ja klopt") == Lines{"noor: zij huilt.", "Daan: ja klopt"});
  CHECK(apart("noor wens: rust; moeder: dat wil ik") == Lines{"noor wens: rust", "moeder: dat wil ik"});
  CHECK(apart("daan: what does she do and ria: who helps?") == Lines{"daan: what does she do", "ria: who helps?"});
  CHECK(apart("noor: een daan: twee ria: drie") == Lines{"noor: een", "daan: twee", "ria: drie"});
  // Of one: with a name that is not speaking, a time, or said to be all theirs.
  for (const auto* line : {"noor: afgesproken met daan: morgen bellen", "noor: om 10:30 komt daan",
                           "noor zegt: zij huilt daan: ja klopt", "noor: noor: rust", "noor: let op: zij slaapt"}) {
    CAPTURE(line);
    CHECK(apart(line).empty());
  }
}

TEST_CASE("each line of a paste that begins with somebody, or is a word of the meeting, begins anew",
          "[desk][guided]") {
  CHECK(pasted("bram: een?\npietje: twee") == Lines{"bram: een?", "pietje: twee"});
  CHECK(pasted("noor: drie\nverder\nde juf: vier") == Lines{"noor: drie", "verder", "de juf: vier"});
  CHECK(pasted("noor: drie\nklaar\nmoeder: drie") == Lines{"noor: drie", "klaar", "moeder: drie"});
  CHECK(pasted("noor: drie\nverder\nzij slaapt slecht") == Lines{"noor: drie", "verder", "zij slaapt slecht"});
  // What goes on goes on.
  CHECK(pasted("noor: drie\nzij slaapt slecht\nom 10:30 staat zij op") ==
        Lines{"noor: drie\nzij slaapt slecht\nom 10:30 staat zij op"});
}

TEST_CASE("danger is heard in every way of saying it, in front of a colon and in a sentence", "[desk][guided][R14]") {
  for (const auto* line : {"crisis: ruzie thuis", "suicide: hij wil niet meer", "ernstig: ze is geslagen",
                           "weglopen: hij is weg", "vermist: sinds gisteren", "agressie: hij gooit met borden",
                           "emergency: fire in the hall", "runaway: since monday", "domestic violence: again"}) {
    CAPTURE(line);
    const auto answer = asked_back(line, while_noor_tells());
    CHECK((answer == "sure" || answer.starts_with("is er nu gevaar?")));  // "emergency" is a word of the meeting
  }
  for (const auto* line :
       {"huiselijk geweld thuis", "er is een mes", "er is seksueel misbruik", "de baby wordt door elkaar geschud",
        "kind alleen thuis gelaten", "de kinderen zijn vaak alleen thuis", "hij zei dat hij dood wil",
        "vader bekend met huiselijk geweld", "geweld thuis, bel de politie", "dad is violent",
        "domestic violence at home", "there is a knife", "the kids are home alone at night"}) {
    CAPTURE(line);
    CHECK(asked_back(line, while_noor_tells()).ends_with(std::string("| gevaar: ") + line));
  }
  for (const auto* line : {"ze is bang voor hem", "she is scared of him", "zij durft niet naar huis"}) {
    CAPTURE(line);
    CHECK(asked_back(line, while_noor_tells()).ends_with(std::string("| zorg: ") + line));
  }
  for (const auto* line :
       {"er is geen huiselijk geweld", "zij volgt een cursus huiselijk geweld", "de kinderen zijn nooit alleen thuis",
        "er is een mes nodig voor het brood", "hij is niet gewelddadig", "ze is niet bang voor hem",
        "no domestic violence", "she is no longer scared of him", "a course on domestic violence"}) {
    CAPTURE(line);
    CHECK_FALSE(method::tells_of_danger(line));
    CHECK_FALSE(method::tells_of_worry(line));
  }
}

TEST_CASE("a word of the meeting with a colon is that word", "[desk][guided]") {
  CHECK(given("look back: in 6 weeks") == given("terugkijken over 6 weken"));
  CHECK(given("kijk terug: over 6 weken") == given("terugkijken over 6 weken"));
  CHECK(given("pas: daan") == given("pas daan"));
  for (const auto* word : {"klaar", "stop", "einde", "agenda", "done", "plan", "tafel"}) {
    CAPTURE(word);
    const auto answer = asked_back(std::string(word) + ": nu");
    CHECK(answer.find("hoort geen tekst") != std::string::npos);
  }
  const auto take = meant("neem: 2026-014");
  REQUIRE(std::holds_alternative<desk::SteerMeeting>(take));
  CHECK(std::get<desk::SteerMeeting>(take).about == "2026-014");
}

TEST_CASE("what now, a break and who is there are understood", "[desk][guided]") {
  for (const auto* line : {"wat nu?", "what now?", "wie is er nog?", "who is here?"})
    CHECK(std::holds_alternative<desk::LookAt>(meant(line)));
  CHECK(asked_back("pauze").ends_with("| parkeer omdat pauze"));
  CHECK(asked_back("break").ends_with("| parkeer omdat pauze"));
}

TEST_CASE("a name and another sign than a colon is that name", "[desk][guided]") {
  for (const auto* line : {"noor; moeder opent de post", "Noor. moeder opent de post", "noor, moeder opent de post"})
    CHECK(asked_back(line, while_noor_tells()).ends_with("| Noor van Dam: moeder opent de post"));
}

TEST_CASE("why it did not work is what stays of the sentence", "[desk][guided]") {
  CHECK(given("a1 is niet gelukt want ze was ziek") ==
        R"(: {"action":"a1","do":"FinishAction","note":"ze was ziek","state":"not"})");
}

TEST_CASE("a step of the meldcode that lacks something is shown as it is typed at the table", "[desk][guided][R14]") {
  using namespace text::literals;
  const auto written = [](text::Way way) { return desk::word_for(way, kTuesday.voice).value_or("none"); };
  CHECK(written({"case safety step",
                 {"case"_is = "2026-001", "step"_is = 2, "text"_is = "besproken", "consulted"_is = text::gap()}}) ==
        "meldcode 2 met collega: besproken");
  CHECK(given("meldcode 2 met collega: besproken").find("colleague") != std::string::npos);
  CHECK(written({"case safety step",
                 {"case"_is = "2026-001", "step"_is = 4, "text"_is = "gewogen", "children"_is = "ja",
                  "suspicion"_is = "nee"}}) == "meldcode 4 kinderen ja, vermoeden nee: gewogen");
  CHECK(given("meldcode 4 kinderen ja, vermoeden nee: gewogen").find("\"suspicion\":false") != std::string::npos);
}

TEST_CASE("a record that lacks a field is shown as it is typed at the table", "[desk][guided]") {
  using namespace text::literals;
  const auto written = [](text::Way way) { return desk::word_for(way, kTuesday.voice).value_or("none"); };
  CHECK(written({"case record",
                 {"case"_is = "2026-001", "type"_is = "schatting", "text"_is = text::gap(), "set"_is = "waarvan=b2",
                  "set"_is = "hoe zeker=6", "as"_is = "Ria"}}) == "ria schatting: ...; waarvan: b2; hoe zeker: 6");
  CHECK(written({"case record",
                 {"case"_is = "2026-001", "type"_is = "schatting", "set"_is = "punten=5", "as"_is = "Ria"}}) ==
        "ria schatting: punten: 5");
  CHECK(written({"case record", {"case"_is = "2026-001", "type"_is = "schatting", "text"_is = text::gap()}}) == "none");
  // And so is one that is shown as an example.
  auto table = at_table();
  table.kinds = {{"estimate", "schatting"}};
  const Command command{{}, "2026-001", "Ria", {}, {}, Record{"estimate", "Tien", {"about=b2", "sure=6"}}};
  CHECK(desk::spoken_line(command, table, kTuesday.voice) == "Ria schatting: Tien; about: b2; sure: 6");
  // By the names that the method gives them, unless such a name could not be typed in a line.
  table.kinds.front().parts = {{"about", "waarvan"}, {"sure", "zeker: hoe", {}}, {"seen", "gezien", {{"own", "zelf"}}}};
  const Command named{{}, "2026-001", "Ria", {}, {}, Record{"estimate", "Tien", {"about=b2", "sure=6", "seen=own"}}};
  CHECK(desk::spoken_line(named, table, kTuesday.voice) == "Ria schatting: Tien; waarvan: b2; sure: 6; gezien: zelf");
}

TEST_CASE("how a question is answered is shown as it is typed at the table", "[desk][guided]") {
  using namespace text::literals;
  const auto written = [](text::Way way) { return desk::word_for(way, kTuesday.voice).value_or("none"); };
  CHECK(written({"case say",
                 {"case"_is = "2026-001", "kind"_is = "answer", "text"_is = text::gap(), "re"_is = "b27",
                  "as"_is = "Ria"}}) == "ria antwoord b27: ...");
  CHECK(written({"case say", {"case"_is = "2026-001", "kind"_is = "choice", "text"_is = text::gap()}}) == "none");
}

TEST_CASE("how a meeting begins is shown as it is typed at the table", "[desk][guided]") {
  using namespace text::literals;
  const auto written = [](text::Way way) { return desk::word_for(way, kTuesday.voice).value_or("none"); };
  CHECK(written({"meeting start", {"present"_is = text::gap("gap.name")}}) == "begin NAAM");
  CHECK(written({"meeting start", {"present"_is = "Noor", "chair"_is = "Noor"}}) == "none");
  const service::Table nobody;
  CHECK(asked_back("we beginnen!", nobody).ends_with("| begin"));
  CHECK(asked_back("let's begin", nobody).ends_with("| begin"));
  for (const auto* line : {"laten we beginnen", "sla deze stap over", "skip this step"})
    CHECK(asked_back(line, while_noor_tells()).ends_with("| verder"));
}

TEST_CASE("to tell the resident is not done by somebody called so", "[desk][guided]") {
  CHECK(given("vertel inwoner: dat we bellen; morgen") == given("vertel: dat we bellen; morgen"));
}

TEST_CASE("what kind it is does not say whose it is, where several may speak", "[desk][guided]") {
  CHECK(asked_back("vraag: hoe lang al?").ends_with("| Daan vraag: hoe lang al?"));
  CHECK(given(meant("wens: rust", while_noor_tells())) == given(meant("noor wens: rust", while_noor_tells())));
}

}  // namespace casus::test
