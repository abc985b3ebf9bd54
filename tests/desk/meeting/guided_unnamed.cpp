// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/sat.hpp"
#include "tests/support/has.hpp"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

// Where nobody reads who wrote what, the screen that all look at shows no line that still waits for an answer.

namespace casus::test {
namespace {

/// The short round, in which each writes without a name what the presenter tells there.
std::string round_without_names() {
  std::ifstream in(CASUS_SOURCE_DIR "/plugins/kort/ronde.json");
  auto file = nlohmann::ordered_json::parse(in);
  file["id"] = "proef/zonder";
  file["phases"]["analysis"][0]["floor"] = {
      {"speakers", {"presenter", "member"}}, {"hidden", true}, {"anonymous", true}};
  return file.dump();
}

/// The short round, in which each first writes what they tell in the next step.
std::string round_told_later() {
  std::ifstream in(CASUS_SOURCE_DIR "/plugins/kort/ronde.json");
  auto file = nlohmann::ordered_json::parse(in);
  file["id"] = "proef/later";
  auto& first = file["phases"]["analysis"][0];
  first["kinds"] = {"idea"};
  first["floor"] = {{"speakers", {"presenter", "member"}}, {"hidden_kinds", {"idea"}}};
  first.erase("done_when");
  return file.dump();
}

/// The same, with a kind beside it that all read at once.
std::string round_partly_told_later() {
  auto file = nlohmann::ordered_json::parse(round_told_later());
  file["id"] = "proef/deels";
  file["phases"]["analysis"][0]["kinds"] = {"concern", "idea"};
  return file.dump();
}

struct MethodsBeside {
  TempDir folder;

  MethodsBeside() {
    folder.write("proef/zonder.json", round_without_names());
    folder.write("proef/later.json", round_told_later());
    folder.write("proef/deels.json", round_partly_told_later());
    setenv("CASUS_PLUGINS", folder.path().c_str(), 1);
  }
  ~MethodsBeside() { unsetenv("CASUS_PLUGINS"); }
  MethodsBeside(const MethodsBeside&) = delete;
  MethodsBeside& operator=(const MethodsBeside&) = delete;
};

struct UnnamedRoom : MethodsBeside, TeamRoom {
  explicit UnnamedRoom(const std::string& method = "proef/zonder") {
    open("2026-003", "Noor", "Verzonnen", method, Mode::coaching);
    for (const auto& [name, role] :
         {std::pair("Samira", Role::chair), std::pair("Daan", Role::member), std::pair("Ria", Role::member)}) {
      does("2026-003", "Noor", AddParticipant{.name = name, .roles = {role}, .team_member = true});
    }
    begin_meeting();
    meets(day(), AddItem{.case_id = "2026-003", .minutes = 20});
  }
};

/// Samira leads the meeting with that case on the table, in the step without names.
struct UnnamedRound : UnnamedRoom, Sat {
  UnnamedRound() : Sat(static_cast<TeamRoom&>(*this)) {
    for (const auto* line : {"neem 2026-003", "verder"}) meeting.take(line);
    REQUIRE(meeting.now().table);
    REQUIRE(meeting.now().table->unnamed);
  }

  std::vector<std::string> waiting() { return meeting.now().waiting; }
};

const std::string kUnnamedLine = "daan 4 want het is rustig";

}  // namespace

TEST_CASE("a line that waits where nobody reads who wrote what is on no screen, and goes with its step",
          "[desk][guided]") {
  UnnamedRound at;
  at.after(kUnnamedLine);
  REQUIRE(at.waiting() == std::vector<std::string>{kUnnamedLine});
  CHECK_FALSE(has(at.after("wacht"), "rustig"));
  CHECK_FALSE(has(at.after("laat"), "rustig"));
  CHECK(at.waiting().empty());
  at.after(kUnnamedLine);
  REQUIRE(at.waiting().size() == 1);
  const auto told = at.after("verder omdat oefening");
  REQUIRE_FALSE(at.meeting.now().conceals());
  CHECK(has(told, "wat zonder naam getypt is en nog op antwoord wachtte (1), is niet bewaard"));
  CHECK_FALSE(has(told, "rustig"));
  CHECK(at.waiting().empty());
}

TEST_CASE("what waits without a name is kept neither in the case nor with the meeting", "[desk][guided]") {
  UnnamedRound at;
  at.after(kUnnamedLine);
  REQUIRE(at.waiting().size() == 1);
  CHECK(has(at.after("klaar"), "is niet bewaard"));
  at.after("stop");
  for (const auto& one : at.state("2026-003").contributions) CHECK_FALSE(has(one.text, "rustig"));
  CHECK(at.UnnamedRoom::desk("Noor").meetings().aside(at.day()).empty());
}

TEST_CASE("why a line was not done repeats nothing of it where each writes unseen", "[desk][guided]") {
  UnnamedRound at;
  for (const std::string line :
       {"daan Verzwegen; soo: middelen", "daan Verzwegen woord: middelen", "noor wens 'Verzwegen': rust"}) {
    INFO(line);
    const auto told = at.after(line);
    CHECK(has(told, "'…' is geen soort bijdrage; hier past: feit, wens van de inwoner of kracht"));
    CHECK_FALSE(has(told, "Verzwegen"));
    CHECK_FALSE(has(at.after("wacht"), "Verzwegen"));
    at.after("laat");
  }
  // Nor the number of what is meant: of a vote that is all there is to hide.
  CHECK(has(at.after("ria kracht b77: Verzwegen"), "Er is geen bijdrage '…' in deze casus."));
}

TEST_CASE("what is told in a later step is concealed while it is written", "[desk][guided]") {
  UnnamedRoom room("proef/later");
  Sat at(static_cast<TeamRoom&>(room));
  for (const auto* line : {"neem 2026-003", "verder"}) at.after(line);
  REQUIRE(at.meeting.now().table);
  REQUIRE_FALSE(at.meeting.now().table->hidden);
  CHECK(at.meeting.now().conceals());
  const auto told = at.after("daan Verzwegen woord: middelen");
  CHECK(has(told, "is geen soort bijdrage"));
  CHECK_FALSE(has(told, "Verzwegen"));
  at.after("laat");
  CHECK_FALSE(has(at.after("daan idee: Verzwegen"), "Verzwegen"));
  at.after("verder omdat oefening");
  CHECK_FALSE(at.meeting.now().conceals());
}

TEST_CASE("where one kind of several is told later, nothing that is typed is seen before it is read",
          "[desk][guided]") {
  UnnamedRoom room("proef/deels");
  Sat at(static_cast<TeamRoom&>(room));
  for (const auto* line : {"neem 2026-003", "verder"}) at.after(line);
  REQUIRE(at.meeting.now().table);
  REQUIRE_FALSE(at.meeting.now().table->hidden);
  CHECK(at.meeting.now().conceals());
  for (const std::string line : {"daan Verzwegen woord: middelen", "daan iidee: Verzwegen"}) {
    INFO(line);
    CHECK_FALSE(has(at.after(line), "Verzwegen"));
    CHECK_FALSE(has(at.after("wacht"), "Verzwegen"));
    at.after("laat");
  }
  CHECK_FALSE(has(at.after("daan idee: Verzwegen"), "Verzwegen"));
  at.after("daan zorg: Openlijk gezegd");
  const auto said = at.state("2026-003").contributions;
  REQUIRE(said.size() == 2);
  CHECK(said[0].hidden);
  CHECK_FALSE(said[1].hidden);
  CHECK(said[1].text == "Openlijk gezegd");
}

TEST_CASE("danger and what was done about it are asked about together, and the screen repeats neither",
          "[desk][guided][R14]") {
  UnnamedRound at;
  at.after("vader slaat de kinderen");
  REQUIRE(at.waiting().size() == 1);
  const auto told = at.after("veilig: zij zijn bij oma");
  CHECK(has(told, "'…': was dat gevaar, en is dit wat eraan gedaan is?"));
  CHECK_FALSE(has(told, "slaat"));
}

TEST_CASE("danger that waits without a name is still told when its step is over", "[desk][guided][R14]") {
  UnnamedRound at;
  at.after("vader slaat de kinderen");
  REQUIRE(at.waiting().size() == 1);
  CHECK(has(at.after("verder omdat oefening"), "vader slaat de kinderen"));
  CHECK(at.waiting().size() == 1);
}

TEST_CASE("of words of danger without a name it is known that a report would give them one",
          "[desk][guided][R14][privacy]") {
  UnnamedRound at;
  at.meeting.say_for("Daan", Say{{.kind = "fact", .text = "De kinderen worden geslagen door vader"}});
  REQUIRE(at.meeting.now().worry);
  CHECK(at.meeting.now().worry->hidden);
  CHECK(at.meeting.now().worry->unnamed);
}

}  // namespace casus::test
