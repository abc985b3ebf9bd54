// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/words_of_line.hpp"
#include "tests/desk/lines_at_table.hpp"
#include "tests/support/has.hpp"

#include <algorithm>
#include <string>
#include <vector>

// Lines as people speak: another sign for a colon, a score in a sentence, a day with an hour beside it, what a line by
// its number is. Whatever a line becomes, every word of it that is no sign of that stays, in its place.

namespace casus::test {
namespace {

/// Noor tells; Samira leads, Daan and Ria listen. Two things are agreed, and one was said.
service::Table while_telling() {
  auto table = at_table();
  table.presenter = "Noor van Dam";
  table.seats = {seat("p1", "Noor van Dam", true), seat("p2", "Samira"), seat("p3", "Daan"), seat("p4", "Ria")};
  table.kinds = {{"fact", "feit"}, {"wish", "wens van de inwoner"}, {"strength", "kracht"}};
  table.other_kinds = {{"idea", "idee"}, {"question", "vraag"}};
  table.open_actions = {{"a1", "school bellen", "Daan"}, {"a2", "oma vragen", "Ria"}};
  service::SaidLine said;
  said.id = "b6";
  said.who = "Noor van Dam";
  said.kind = "wens van de inwoner";
  said.text = said.words = "zij kookt elke dag";
  table.said.push_back(said);
  return table;
}

/// What the line becomes: the one that is offered, else what is given.
std::string is_read_as(const std::string& line, const service::Table& table) {
  const auto answer = meant(line, table);
  if (const auto* asked = std::get_if<desk::Unsure>(&answer)) return asked->line;
  return given(answer);
}
std::string is_read_as(const std::string& line) { return is_read_as(line, while_telling()); }

std::vector<std::string> plain_words(const std::string& text) {
  std::vector<std::string> words;
  for (auto word : desk::words_in(folded(text))) {
    while (!word.empty() && std::string_view(",;.:!?").find(word.back()) != std::string_view::npos) word.pop_back();
    if (!word.empty() && word != "-") words.push_back(word);
  }
  return words;
}

/// The words of `typed` that are not in `kept`, in order.
std::vector<std::string> lost_words(const std::string& typed, const std::string& kept) {
  auto there = plain_words(kept);
  std::vector<std::string> lost;
  for (const auto& word : plain_words(typed))
    if (const auto place = std::ranges::find(there, word); place != there.end()) there.erase(place);
    else lost.push_back(word);
  return lost;
}

struct Line {
  std::string typed;
  std::string becomes;
  std::string marks{};  ///< words of it that only say what it is
};

void check(const std::vector<Line>& lines, const service::Table& table) {
  for (const auto& line : lines) {
    CAPTURE(line.typed);
    const auto kept = is_read_as(line.typed, table);
    CHECK(kept == line.becomes);
    CHECK(lost_words(line.typed, kept) == plain_words(line.marks));
  }
}

service::Table while_choosing() {
  auto table = while_telling();
  table.kinds = {{"choice", "keuze"}};
  table.other_kinds = {{"idea", "idee"}, {"fact", "feit"}};
  return table;
}

const std::string kNoor = "Noor van Dam";

}  // namespace

TEST_CASE("a kind with another sign than its colon is that kind, and a sentence about it is one",
          "[desk][guided][openings]") {
  check({{"noor: kracht, ze kookt elke dag", kNoor + " kracht: ze kookt elke dag"},
         {"noor: kracht; ze kookt elke dag", kNoor + " kracht: ze kookt elke dag"},
         {"noor: kracht - ze kookt elke dag", kNoor + " kracht: ze kookt elke dag"},
         {"Noor: Kracht. Ze kookt elke dag", kNoor + " kracht: Ze kookt elke dag"},
         {"noor: feit, hij is dertien", kNoor + " feit: hij is dertien"},
         {"noor: wens, weer naar de markt", kNoor + " wens van de inwoner: weer naar de markt"},
         {"noor: idee, de buurvrouw vragen", kNoor + " idee: de buurvrouw vragen"},
         {"kracht, ze kookt elke dag", kNoor + " kracht: ze kookt elke dag"},
         {"wens, weer naar de markt", kNoor + " wens van de inwoner: weer naar de markt"},
         {"kracht, dat is wat ze nodig heeft", kNoor + ": kracht, dat is wat ze nodig heeft"},
         {"kracht, en dat is genoeg", kNoor + ": kracht, en dat is genoeg"}},
        while_telling());
  for (const std::string line :
       {"kracht, dat is wat ze nodig heeft", "kracht is er genoeg", "feit is dat hij valt", "kracht, heeft hij die?"}) {
    CAPTURE(line);
    CHECK(has(is_read_as("noor: " + line), R"("kind":"","text":")" + line + '"'));
  }
  CHECK(is_read_as("daan: vraag, hoe lang speelt dit?") ==
        R"(Daan: {"do":"Say","kind":"question","text":"hoe lang speelt dit?"})");
  // It is said how the words stay as they are, and they do.
  CHECK(has(asked_back("noor: kracht, moed en hoop", while_telling()), kNoor + " feit: TEKST"));
  CHECK(has(is_read_as("noor feit: kracht, moed en hoop"), R"("kind":"fact","text":"kracht, moed en hoop")"));
  // Whose it is, is asked where several may say it.
  auto free = at_table();
  for (auto& one : free.seats) one.has_turn = false;
  CHECK(is_read_as("wens, rust in huis", free) == "Daan wens van de inwoner: rust in huis");
}

TEST_CASE("a word of the meeting with another sign than its colon is asked about as that word",
          "[desk][guided][openings][R14]") {
  check({{"zorg, hij valt steeds vaker", "zorg: hij valt steeds vaker"},
         {"zorg - hij valt steeds vaker", "zorg: hij valt steeds vaker"},
         {"Zorg. Hij valt steeds vaker", "zorg: Hij valt steeds vaker"},
         {"gevaar, hij staat voor de deur", "gevaar: hij staat voor de deur"},
         {"noor: zorg, hij valt steeds vaker", "zorg " + kNoor + ": hij valt steeds vaker"},
         {"noor: gevaar, hij staat voor de deur", "gevaar " + kNoor + ": hij staat voor de deur"},
         {"doel, hij slaapt de nacht door", "doel: hij slaapt de nacht door"},
         {"doel - hij slaapt de nacht door", "doel: hij slaapt de nacht door"},
         {"goal, back to school", "doel: back to school", "goal"},
         {"concern, he falls often", "zorg: he falls often", "concern"},
         {"noor: doel, hij slaapt de nacht door", "doel: hij slaapt de nacht door", "noor"},
         {"zorg, dat is wat hij mist", kNoor + ": zorg, dat is wat hij mist"},
         {"doel, is dat haalbaar?", kNoor + ": doel, is dat haalbaar?"}},
        while_telling());
  auto acute = while_telling();
  acute.stage.safety = Safety::acute;
  CHECK(is_read_as("veilig, de politie is bij haar", acute) == "veilig: de politie is bij haar");
  // What the circle says among itself is kept nowhere; safety can be told.
  service::Table alone;
  alone.private_time = true;
  CHECK(is_read_as("zorg, hij valt steeds vaker", alone) == "zorg: hij valt steeds vaker");
  CHECK(is_read_as("doel, rust in huis", alone).empty());
}

TEST_CASE("a score is heard as people give it, and of two figures it is asked which", "[desk][guided][scores]") {
  check({{"cijfer voor hoe het gaat een 5", "cijfer " + kNoor + " 5: ", "voor hoe het gaat een"},
         {"ik geef het een 5", "cijfer " + kNoor + " 5: ", "ik geef het een"},
         {"een 7", "cijfer " + kNoor + " 7: ", "een"},
         {"hoe het gaat: 5", "cijfer " + kNoor + " 5: ", "hoe het gaat"},
         {"hoe het gaat: 5, zij slaapt beter", "cijfer " + kNoor + " 5: zij slaapt beter", "hoe het gaat"},
         {"ik zit op een 6 want zij slaapt", "cijfer " + kNoor + " 6: zij slaapt", "ik zit op een want"},
         {"noor: ik geef het een 5 want zij slaapt", "cijfer " + kNoor + " 5: zij slaapt", "ik geef het een want"},
         {"noor: een 7", "cijfer " + kNoor + " 7: ", "een"},
         {"cijfer vijf en een half", "cijfer " + kNoor + " 5: vijf en een half, "},
         {"van 4 naar 6", "cijfer " + kNoor + " 6: van 4 naar 6, "},
         {"noor: van een 4 naar een 6", "cijfer " + kNoor + " 6: van een 4 naar een 6, "},
         {"tussen 5 en 6", "cijfer " + kNoor + " 5: tussen 5 en 6, "},
         {"noor: tussen een 5 en een 6", "cijfer " + kNoor + " 5: tussen een 5 en een 6, "},
         {"cijfer noor vijf en een half: zij slaapt", "cijfer " + kNoor + " 5: vijf en een half, zij slaapt"},
         {"i'd give it a 5", "cijfer " + kNoor + " 5: ", "i'd give it a"},
         {"from 4 to 6", "cijfer " + kNoor + " 6: from 4 to 6, "},
         {"between 5 and 6", "cijfer " + kNoor + " 5: between 5 and 6, "},
         {"een zeven jaar oude fiets", kNoor + ": een zeven jaar oude fiets"},
         {"een, twee, drie", kNoor + ": een, twee, drie"}},
        while_telling());
  CHECK(is_read_as("een zeven") == "cijfer " + kNoor + " 7: ");
  CHECK(is_read_as("cijfer voor hoe het gaat: 5") == "cijfer " + kNoor + " 5: ");
  // To a question a figure is the answer.
  auto asked = while_telling();
  asked.seats.front().asked = true;
  CHECK(has(is_read_as("noor: een 7", asked), R"("text":"een 7")"));
  CHECK(has(is_read_as("noor: van 4 naar 6", asked), R"("text":"van 4 naar 6")"));
  // Of nobody it is asked whose it is.
  auto free = at_table();
  for (auto& one : free.seats) one.has_turn = false;
  CHECK(asked_back("ik geef het een 5", free).starts_with("van wie is deze 5?"));
}

TEST_CASE("figures from nought to ten are read in words, and what is more is none", "[desk][guided][scores]") {
  const auto read = [](const std::string& typed) {
    const auto said = desk::figure_said(typed);
    if (!said) return std::string("none");
    return std::to_string(said->value) +
           (said->other ? (said->moved ? " was " : " or ") + std::to_string(*said->other) : std::string());
  };
  for (const auto& [typed, figure] : std::vector<std::pair<std::string, std::string>>{{"5", "5"},
                                                                                      {"tien", "10"},
                                                                                      {"five", "5"},
                                                                                      {"5,5", "5 or 6"},
                                                                                      {"vijf en een half", "5 or 6"},
                                                                                      {"5.5", "5 or 6"},
                                                                                      {"5 of 6", "5 or 6"},
                                                                                      {"a 5 or a 6", "5 or 6"},
                                                                                      {"11", "none"},
                                                                                      {"5 keer", "none"},
                                                                                      {"van 4 naar 6", "6 was 4"},
                                                                                      {"from a 4 to a 6", "6 was 4"},
                                                                                      {"van 4 naar 6 uur", "none"},
                                                                                      {"10,5", "none"},
                                                                                      {"", "none"},
                                                                                      {"5 of 5", "none"}}) {
    CAPTURE(typed);
    CHECK(read(typed) == figure);
  }
}

TEST_CASE("a day in a sentence goes with its small words, and an hour stays with what is done",
          "[desk][guided][days]") {
  check({{"daan belt oma voor het eind van de maand", "actie Daan: belt oma; voor het eind van de maand; "},
         {"daan gaat vrijdag om tien uur langs", "actie Daan: gaat om tien uur langs; vrijdag; "},
         {"daan gaat morgen om 10:30 langs", "actie Daan: gaat om 10:30 langs; morgen; "},
         {"daan gaat vrijdag rond etenstijd langs", "actie Daan: gaat rond etenstijd langs; vrijdag; "},
         {"daan belt voor 10 uur vrijdag de huisarts", "actie Daan: belt voor 10 uur de huisarts; vrijdag; "},
         {"actie daan: langsgaan vrijdag om tien uur", "actie daan: langsgaan om tien uur; vrijdag; "},
         {"actie daan: vrijdag om tien uur langsgaan", "actie daan: om tien uur langsgaan; vrijdag; "}},
        while_choosing());
  check({{"om tien uur komt hij langs", kNoor + ": om tien uur komt hij langs"},
         {"rond etenstijd is zij moe", kNoor + ": rond etenstijd is zij moe"},
         {"voor het eind van de maand moet de huur betaald zijn",
          kNoor + ": voor het eind van de maand moet de huur betaald zijn"}},
        while_telling());
}

TEST_CASE("when the table goes on is the day to look back, and no action", "[desk][guided][days]") {
  check({{"op 14 januari kijken we verder", "terugkijken op 14 januari", "kijken we verder"},
         {"over zes weken kijken we opnieuw", "terugkijken over zes weken", "kijken we opnieuw"},
         {"volgende keer 3 juni", "terugkijken 3 juni", "volgende keer"},
         {"volgende keer: 3 juni", "terugkijken 3 juni", "volgende keer"},
         {"de volgende keer is 3 juni", "terugkijken 3 juni", "de volgende keer is"},
         {"noor: op 14 januari kijken we verder", "terugkijken op 14 januari", "noor kijken we verder"},
         {"noor: over zes weken kijken we opnieuw", "terugkijken over zes weken", "noor kijken we opnieuw"},
         {"in six weeks we meet again", "terugkijken in six weeks", "we meet again"},
         {"next time is 3 June", "terugkijken 3 June", "next time is"},
         {"op school kijken we verder", kNoor + ": op school kijken we verder"}},
        while_telling());
  CHECK(has(is_read_as("noor: op school kijken we verder"), R"("text":"op school kijken we verder")"));
}

TEST_CASE("what a line is, is said by its number in ordinary words", "[desk][guided][mending]") {
  const auto kind = [](const std::string& key) {
    return R"(: {"do":"Correct","ref":"b6","set":["kind=)" + key + R"("]})";
  };
  for (const auto& [typed, key] :
       std::vector<std::pair<std::string, std::string>>{{"b6 is een feit", "fact"},
                                                        {"B6 is eigenlijk een feit.", "fact"},
                                                        {"b6 is geen zorg maar een kracht", "strength"},
                                                        {"b6 moet een kracht zijn", "strength"},
                                                        {"maak van b6 een vraag", "question"},
                                                        {"verander b6 in een wens", "wish"},
                                                        {"wijzig b6 naar idee", "idea"},
                                                        {"b6 is a fact", "fact"},
                                                        {"make b6 a question", "question"},
                                                        {"turn b6 into a question", "question"}}) {
    CAPTURE(typed);
    CHECK(is_read_as(typed) == kind(key));
  }
  const auto told = meant("b6 is een feit", while_telling());
  CHECK(std::get<desk::GiveCommand>(told).note == "was: 'wens van de inwoner'. nu: 'feit'");
  CHECK(is_read_as("b6 is een feit omdat zij het zag") ==
        R"(: {"because":"zij het zag","do":"Correct","ref":"b6","set":["kind=fact"]})");
  CHECK(is_read_as("b6 is een doel") == "doel: zij kookt elke dag");
  CHECK(is_read_as("b6 is een mooie zin") == kNoor + ": b6 is een mooie zin");
  CHECK(is_read_as("verander niets aan het plan") == kNoor + ": verander niets aan het plan");
  CHECK(asked_back("wijzig b6", while_telling()) ==
        "wat moet b6 worden? Typ de nieuwe woorden; nu staat er: 'zij kookt elke dag'. Toch niet? Typ: nee | "
        "corrigeer b6: ");
  CHECK(is_read_as("wijzig b6: zij kookt soms") == R"(: {"do":"Correct","ref":"b6","text":"zij kookt soms"})");
}

TEST_CASE("what is agreed is changed by its number in ordinary words", "[desk][guided][mending][days]") {
  for (const auto* line : {"a1 moet voor woensdag", "a1 moet klaar voor woensdag", "a1 moet woensdag klaar zijn",
                           "a1 voor woensdag", "zet a1 op woensdag"}) {
    CAPTURE(line);
    CHECK(is_read_as(line) == "a1 naar woensdag omdat ");
  }
  CHECK(is_read_as("a1 must be done by Friday") == "a1 naar Friday omdat ");
  for (const auto* line : {"a1 op naam van ria", "a1 staat op naam van Ria", "zet a1 op naam van ria",
                           "geef a1 aan ria", "assign a1 in the name of ria"}) {
    CAPTURE(line);
    CHECK(has(is_read_as(line), R"("do":"ChangeAction")"));
    CHECK(has(is_read_as(line), R"("who":"Ria")"));
  }
  CHECK(has(is_read_as("a1 op naam van Joost"), R"("who":"Joost")"));
  CHECK(has(is_read_as("a1 is klaar"), R"("state":"done")"));
  CHECK(has(is_read_as("a2 vervalt"), R"("state":"dropped")"));
  CHECK(is_read_as("zet b3 terug") == R"(: {"do":"Restore","ref":"b3"})");
}

TEST_CASE("a word that opens a sentence is somebody only with a colon behind it", "[desk][guided]") {
  auto table = while_telling();
  for (const auto* name : {"An", "Theo", "Andrea", "Wil"}) table.seats.push_back(seat("q", name));
  check({{"the boy is ill", kNoor + ": the boy is ill"},
         {"and then he left", kNoor + ": and then he left"},
         {"wil is er genoeg", kNoor + ": wil is er genoeg"},
         {"theo kookt goed", "Theo: kookt goed"}},
        table);
  CHECK(has(is_read_as("an: hij slaapt weer", table), "An: {"));
  CHECK(has(is_read_as("wil: hij slaapt weer", table), "Wil: {"));
}

TEST_CASE("a word of another language than the meeting's is a name where somebody is called so", "[desk][guided]") {
  auto table = while_telling();
  for (const auto* name : {"An", "Dan", "Theo", "Will"}) table.seats.push_back(seat("q", name));
  const auto offered = [&](const std::string& line, Lang lang) {
    const auto answer = desk::meant_by(line, table, kNames, {lang, kTuesday.today});
    const auto* unsure = std::get_if<desk::Unsure>(&answer);
    return unsure == nullptr ? std::string() : unsure->line;
  };
  CHECK(offered("Dan heard it from the school", Lang::en) == "Dan: heard it from the school");
  CHECK(offered("An hoorde het van de school", Lang::nl) == "An: hoorde het van de school");
  CHECK(offered("Will hoorde het van de school", Lang::nl) == "Will: hoorde het van de school");
  // In its own language it opens a sentence, and the beginning of a longer name is nobody.
  CHECK(offered("dan wil hij naar school", Lang::nl) == kNoor + ": dan wil hij naar school");
  CHECK(offered("an apple a day helps", Lang::en) == kNoor + ": an apple a day helps");
  CHECK(offered("will he go to school", Lang::en).find("Will:") == std::string::npos);
  CHECK(offered("the boy is ill", Lang::nl) == kNoor + ": the boy is ill");
}

TEST_CASE("a reason without a name is of who was asked why", "[desk][guided][answers]") {
  auto table = at_table();
  table.seats.front().asked = true;
  CHECK(is_read_as("omdat hij ziek is", table) == kNoor + ": omdat hij ziek is");
  CHECK(is_read_as("because he is ill", table) == kNoor + ": because he is ill");
}

}  // namespace casus::test
