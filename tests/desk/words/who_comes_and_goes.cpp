// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/lines_at_table.hpp"
#include "tests/support/has.hpp"

#include <string_view>
#include <vector>

// Who goes, for a moment or for today, who comes and who leads: asked about as people say it, in both languages, with
// the words around it. Only those at the table and of the team count; whoever is talked about is told.

namespace casus::test {
namespace {

/// Samira leads. Fatma and Omar are at the meeting, Els is of the team and not there.
desk::MeetingNames of_the_team() {
  desk::MeetingNames names{{"Noor van Dam", "Samira", "Daan", "Ria", "Fatma", "Omar"}, {"2026-001"}};
  names.team = {"Samira", "Noor van Dam", "Daan", "Ria", "Fatma", "Omar", "Els"};
  names.chair = "Samira";
  return names;
}

Meant told(const std::string& line) { return desk::meant_by(line, at_table(), of_the_team(), kTuesday); }

std::string asks(const std::string& line) {
  const auto answer = told(line);
  const auto* unsure = std::get_if<desk::Unsure>(&answer);
  return unsure == nullptr ? "sure" : unsure->message + " | " + unsure->line;
}

struct Row {
  std::string_view line, question, way;
};

void hold(const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    CAPTURE(row.line);
    const auto asked = asks(std::string(row.line));
    CAPTURE(asked);
    CHECK(asked.starts_with(row.question));
    CHECK(asked.ends_with(" | " + std::string(row.way)));
  }
}

}  // namespace

TEST_CASE("who goes for today is asked about as that, whatever stands around it", "[desk][guided]") {
  hold({{"ria moet nu echt weg", "gaat Ria van tafel?", "weg Ria"},
        {"daan moet helaas al weg", "gaat Daan van tafel?", "weg Daan"},
        {"daan is weg, want hij heeft een andere afspraak", "gaat Daan van tafel?", "weg Daan"},
        {"sorry, daan is al weg", "gaat Daan van tafel?", "weg Daan"},
        {"Fatma is vertrokken", "gaat Fatma van tafel?", "weg Fatma"},
        {"Ria kan niet blijven, de trein gaat", "gaat Ria van tafel?", "weg Ria"},
        {"ria: ik moet nu echt weg", "gaat Ria van tafel?", "weg Ria"},
        {"ria: ik moet weg, mijn trein gaat zo", "gaat Ria van tafel?", "weg Ria"},
        {"noor: Daan moet eerder weg", "gaat Daan van tafel?", "weg Daan"},
        {"Daan has to leave early", "gaat Daan van tafel?", "weg Daan"},
        {"Daan has to leave, his train goes", "gaat Daan van tafel?", "weg Daan"},
        {"Fatma can't stay", "gaat Fatma van tafel?", "weg Fatma"},
        {"ria: I really have to go", "gaat Ria van tafel?", "weg Ria"}});
}

TEST_CASE("who goes at an hour stays until then, and it is told what to type", "[desk][guided]") {
  for (const auto* line : {"ria moet om 10 uur weg", "Ria moet rond half elf weg", "ria gaat om kwart voor tien weg",
                           "Ria has to leave at 10", "Ria needs to go at half past ten"}) {
    CAPTURE(line);
    CHECK(asks(line) ==
          "gaat Ria straks weg? Typ op dat moment: weg Ria. Hoort het bij het gesprek? Typ: NAAM: TEKST | ");
  }
  CHECK_FALSE(has(asks("moeder moet om 10 uur weg"), "straks weg?"));
  // Behind a name it is theirs.
  CHECK_FALSE(has(asks("ria: ik moet om tien uur weg"), "straks weg?"));
}

TEST_CASE("who is away for a moment is asked about as that, and may stay", "[desk][guided]") {
  hold({{"Fatma is weg, telefoontje", "is Fatma even weg?", "weg Fatma"},
        {"daan gaat even weg", "is Daan even weg?", "weg Daan"},
        {"ria is even weg", "is Ria even weg?", "weg Ria"},
        {"Fatma is even naar de wc", "is Fatma even weg?", "weg Fatma"},
        {"daan moet even opnemen", "is Daan even weg?", "weg Daan"},
        {"Fatma loopt naar buiten, zo terug", "is Fatma even weg?", "weg Fatma"},
        {"ria: ik moet even weg, telefoon", "is Ria even weg?", "weg Ria"},
        {"ria: sorry, ik ben even weg", "is Ria even weg?", "weg Ria"},
        {"noor: Fatma is even weg", "is Fatma even weg?", "weg Fatma"},
        {"Fatma stepped out", "is Fatma even weg?", "weg Fatma"},
        {"Ria has to step out for a moment", "is Ria even weg?", "weg Ria"},
        {"daan is on the phone", "is Daan even weg?", "weg Daan"},
        {"ria: I have to take a call", "is Ria even weg?", "weg Ria"}});
  // Nobody is named: who it is, is asked.
  for (const auto* line : {"ik moet even weg, telefoon", "ik moet nu echt weg", "I have to step out"}) {
    CAPTURE(line);
    CHECK(asks(line).starts_with("wie? weg NAAM"));
    CHECK(asks(line).ends_with("| weg "));
  }
}

TEST_CASE("who leads from now on is asked about", "[desk][guided]") {
  hold({{"Daan wordt gespreksleider", "leidt Daan het overleg verder?", "voorzitter Daan"},
        {"Daan leidt verder", "leidt Daan het overleg verder?", "voorzitter Daan"},
        {"Ria zit voor vandaag", "leidt Ria het overleg verder?", "voorzitter Ria"},
        {"Ria zit vandaag voor", "leidt Ria het overleg verder?", "voorzitter Ria"},
        {"Noor neemt het voorzitterschap over", "leidt Noor van Dam het overleg verder?", "voorzitter Noor van Dam"},
        {"Daan neemt de leiding over", "leidt Daan het overleg verder?", "voorzitter Daan"},
        {"Fatma gaat voorzitten", "leidt Fatma het overleg verder?", "voorzitter Fatma"},
        {"samira: Daan zit nu voor", "leidt Daan het overleg verder?", "voorzitter Daan"},
        {"Daan takes the chair", "leidt Daan het overleg verder?", "voorzitter Daan"},
        {"Ria will chair today", "leidt Ria het overleg verder?", "voorzitter Ria"},
        {"kan iemand anders voorzitten?", "wie leidt het overleg verder?", "voorzitter "},
        {"wie zit voor?", "wie leidt het overleg verder?", "voorzitter "},
        {"samira: kan iemand anders voorzitten?", "wie leidt het overleg verder?", "voorzitter "},
        {"can someone else chair?", "wie leidt het overleg verder?", "voorzitter "}});
}

TEST_CASE("who leads and goes hands over, both in one question", "[desk][guided]") {
  const std::string_view both = "gaat Samira van tafel, en leidt Daan het overleg verder? Enter: ja, allebei.";
  hold({{"Samira moet nu echt weg, Daan neemt het over", both, "weg Samira, voorzitter Daan"},
        {"Samira moet weg en Daan leidt verder", both, "weg Samira, voorzitter Daan"},
        {"Samira gaat naar huis, Daan zit voor", both, "weg Samira, voorzitter Daan"},
        {"Samira is even weg, Daan neemt het zolang over", both, "weg Samira, voorzitter Daan"},
        {"Samira has to go, Daan takes over", both, "weg Samira, voorzitter Daan"},
        {"ik moet weg, Daan neemt het over", both, "weg Samira, voorzitter Daan"},
        {"samira: ik moet weg, Daan neemt het over", both, "weg Samira, voorzitter Daan"},
        // Nobody goes on yet, or somebody else goes.
        {"Samira moet weg", "Samira leidt het overleg, en gaat van tafel?", "weg Samira, voorzitter "},
        {"Samira is even weg", "Samira leidt het overleg, en is even weg?", "voorzitter "},
        {"daan moet weg, Ria neemt het over", "gaat Daan van tafel?", "weg Daan"}});
  for (const auto* line : {"weg Samira, voorzitter Daan", "weg samira, voorzitter daan", "leave Samira, chair Daan"}) {
    CAPTURE(line);
    const auto answer = told(line);
    const auto* steers = std::get_if<desk::SteerMeeting>(&answer);
    REQUIRE(steers != nullptr);
    CHECK(steers->what == desk::Ask::leave);
    CHECK(steers->about == "Samira");
    CHECK(steers->next_chair == "Daan");
  }
}

TEST_CASE("who comes back is asked about, and at the table again", "[desk][guided]") {
  hold({{"Fatma is er weer", "komt Fatma aan tafel?", "erbij Fatma"},
        {"Fatma is er nu weer", "komt Fatma aan tafel?", "erbij Fatma"},
        {"Fatma is er weer, sorry voor net", "komt Fatma aan tafel?", "erbij Fatma"},
        {"Els is terug", "komt Els aan tafel?", "erbij Els"},
        {"Els just joined", "komt Els aan tafel?", "erbij Els"},
        {"Els has just got here", "komt Els aan tafel?", "erbij Els"},
        {"Els loopt net binnen", "komt Els aan tafel?", "erbij Els"},
        {"noor: Fatma is er weer", "komt Fatma aan tafel?", "erbij Fatma"},
        {"Els: ik ben er weer", "komt Els aan tafel?", "erbij Els"},
        {"Fatma is back", "komt Fatma aan tafel?", "erbij Fatma"},
        {"ik ben er weer", "wie? erbij NAAM", "erbij "}});
}

TEST_CASE("what is told of the family, or of others, is nobody's seat", "[desk][guided]") {
  const auto seats = [](const std::string& asked) {
    return has(asked, "| weg") || has(asked, "| voorzitter") || has(asked, "| erbij");
  };
  for (const auto* line :
       {"vader is weg", "oma is weg", "oma is even weg, telefoon", "oma neemt de zorg over", "oma neemt het over",
        "de buurvrouw is er weer", "opa leidt het gezin", "moeder moet nu echt weg", "zijn broer zit voor",
        "mama gaat weg, oma neemt het over", "de juf is er weer", "grandma is gone", "mother has to leave",
        "Daan is weg van de muziek", "Ria gaat weg bij haar man", "is Daan weg?"}) {
    CAPTURE(line);
    CHECK_FALSE(seats(asks(line)));
    CHECK_FALSE(seats(asks("noor: " + std::string(line))));
  }
  // Behind a name it stays what somebody says.
  for (const std::string line : {"vader is weg", "oma neemt het over", "de buurvrouw is er weer", "moeder moet weg"}) {
    CAPTURE(line);
    CHECK(has(given(told("noor: " + line)), line));
  }
}

}  // namespace casus::test
