// SPDX-License-Identifier: EUPL-1.2
#include "core/service/commands/command_json.hpp"

#include "tests/cli/sample_commands.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/problems.hpp"

#include <nlohmann/json.hpp>

#include <set>

namespace casus::test {

namespace {

using nlohmann::json;

/// "pointer: message" of everything that is wrong with a line; empty when nothing is.
std::vector<std::string> wrong_with(std::string_view line) {
  std::vector<std::string> told;
  if (const auto read = service::any_command_from(line); !read)
    for (const auto& problem : read.error()) told.push_back(problem.pointer + ": " + english(problem));
  return told;
}

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("a line with everything on it becomes a command", "[service]") {
  const auto read = service::command_from(
      R"({"do":"Say","case":"2026-001","by":"Noor","at":"2026-03-02T09:30:00Z","id":"k12","expect":7,)"
      R"("kind":"fact","text":"Zij belt","answer":"later","on":"2026-03-03"})");
  REQUIRE(read);
  CHECK(read->id == "k12");
  CHECK(read->case_id == "2026-001");
  CHECK(read->by == "Noor");
  CHECK(to_string(read->at) == "2026-03-02T09:30:00Z");
  CHECK(read->expect == 7);
  const auto& say = std::get<Say>(read->body);
  CHECK(say.kind == "fact");
  CHECK(say.text == "Zij belt");
  CHECK(say.answer == Answer::later);
  CHECK(to_string(*say.on) == "2026-03-03");
}

TEST_CASE("time, id and expected version may be left out", "[service]") {
  const auto read = service::command_from(R"({"do":"Pass","case":"2026-001","by":"Noor"})");
  REQUIRE(read);
  CHECK(read->at == Time{});
  CHECK(read->id.empty());
  CHECK_FALSE(read->expect);
}

TEST_CASE("the id of a line is no citizen service number, and the answer does not repeat it", "[service][never_kept]") {
  for (const std::string id : {"123456782", "k-123.456.782"})
    CHECK(wrong_with(R"({"do":"Pass","case":"2026-001","by":"Noor","id":")" + id + "\"}") ==
          Told{"/id: this is a citizen service number, which may not be kept here: give another id"});
  // What the program makes by itself is of digits and letters, by chance nine of them in a row.
  CHECK(
      service::command_from(R"({"do":"Pass","case":"2026-001","by":"Noor","id":"ab123456782cd0000000000000000000"})"));
}

TEST_CASE("every command is written so that it reads back the same", "[service]") {
  std::set<std::size_t> kinds;
  for (const auto& body : sample_commands()) {
    const Command command{"k1", "2026-001", "Noor", *time_from("2026-03-02T09:30:00Z"), 3, body};
    const auto written = service::command_json(command);
    CAPTURE(written.dump());
    const auto read = service::command_from(written.dump());
    REQUIRE(read);
    CHECK(read->body.index() == body.index());
    CHECK(service::command_json(*read) == written);
    CHECK(read->expect == 3);
    kinds.insert(body.index());
  }
  CHECK(kinds.size() == CommandBody::kCount);
}

TEST_CASE("an optional field that is not as usual is written, also when it is empty or false", "[service]") {
  const auto written = service::command_json(
      Command{"", "2026-001", "Noor", {}, {}, AddParticipant{"Daan", {Role::chair}, false, false, ""}});
  CHECK(written == json::parse(R"({"do":"AddParticipant","case":"2026-001","by":"Noor","name":"Daan",
                                   "roles":["chair"],"team_member":false})"));
  FoundTeam team{{.name = "Noord", .workflow = ""}};
  CHECK(service::command_json(TeamCommand{"", {}, team}) ==
        json::parse(R"({"do":"FoundTeam","name":"Noord","workflow":""})"));
}

TEST_CASE("a command to the team is read from the same lines, without a case", "[service]") {
  const auto read = service::any_command_from(R"({"do":"AddMember","id":"t1","name":"Noor","profession":"arts"})");
  REQUIRE(read);
  const auto& command = std::get<TeamCommand>(*read);
  CHECK(command.id == "t1");
  CHECK(std::get<AddMember>(command.body).profession == "arts");

  CHECK(wrong_with(R"({"do":"AddMember","name":"Noor","case":"2026-001"})") ==
        Told{"/case: a command to the team has no 'case'"});
  const auto to_case = service::command_from(R"({"do":"AddMember","name":"Noor"})");
  REQUIRE_FALSE(to_case);
  CHECK(english(to_case.error()) == Problems{{"/do", "expected a command to a case, got one to the team"}});
}

TEST_CASE("a command to a meeting is read from the same lines, by its day, and written back the same", "[service]") {
  const auto again = [](const MeetingBody& body) {
    const auto written =
        service::command_json(MeetingCommand{"k1", "2026-03-02", "Noor", *time_from("2026-03-02T09:30:00Z"), 3, body});
    CAPTURE(written.dump());
    const auto read = service::any_command_from(written.dump());
    REQUIRE(read);
    const auto& command = std::get<MeetingCommand>(*read);
    CHECK(command.body.index() == body.index());
    CHECK(service::command_json(command) == written);
  };
  PlanMeeting plan;
  auto& line = plan.lines.emplace_back();
  line.part = AgendaPart::follow_up;
  line.why = Why::action_due;
  line.case_id = "2026-001";
  line.since = date_from("2026-03-01");
  line.about = {"a1"};
  line.minutes = 5;
  line.by_method = true;
  plan.left_off = plan.lines;
  plan.left_off.front().off = Off::no_time;
  again(plan);
  again(AddItem{"2026-001", 10, "Er kwam nieuws", AgendaPart::consult, "werf/werf", "Noor", "i2"});
  again(DropItem{"i1", "Is al klaar"});
  again(MoveItem{"i1", "i3"});
  again(SetItemMinutes{"i1", 7});
  again(MakeRound{{{"i3", "2026-001"}, 8}});
  again(StartMeeting{{"Noor", "Bram"}, "Bram", "Noor"});
  again(Arrive{"Ria"});
  again(LeaveMeeting{{"Ria"}});
  again(TakeChair{"Ria"});
  again(TakeItem{"2026-001", "Ria"});
  again(ParkItem{"Noor is even weg"});
  again(FinishItem{});
  again(CountMeetingSignal{"wachttijd"});
  again(CountMeetingLearning{});
  again(FinishMeeting{});

  CHECK(wrong_with(R"({"do":"TakeItem","case":"2026-001","by":"Noor"})") ==
        Told{": missing 'meeting'", "/case: unknown key 'case'"});
  const auto to_case = service::command_from(R"({"do":"FinishItem","meeting":"2026-03-02","by":"Noor"})");
  REQUIRE_FALSE(to_case);
  CHECK(english(to_case.error()) == Problems{{"/do", "expected a command to a case, got one to a meeting"}});
}

TEST_CASE("a command to the team's learning is read from the same lines, by its session, and written back the same",
          "[service]") {
  const auto again = [](const std::string& session, const LearningBody& body) {
    const auto written =
        service::command_json(LearningCommand{"k1", session, "Noor", *time_from("2026-03-02T09:30:00Z"), 3, body, {}});
    CAPTURE(written.dump());
    CHECK(written.contains("session") == !session.empty());
    const auto read = service::any_command_from(written.dump());
    REQUIRE(read);
    const auto& command = std::get<LearningCommand>(*read);
    CHECK(command.session == session);
    CHECK(command.body.index() == body.index());
    CHECK(service::command_json(command) == written);
  };
  again("scan-1", AnswerScan{{"g1=3"}, {"g1"}, {"g2"}, {}, {}});
  again("circle-1", AnswerCircleStep{"s1", Done::partly, "half"});
  again("circle-1", AnswerCircleStep{"s1", Done::done, ""});
  again("book", AdoptSentence{"s1", date_from("2026-03-02"), date_from("2027-03-02"), true});
  again("", AdoptSentence{"s1", {}, {}});

  const auto to_case = service::command_from(R"({"do":"AdoptSentence","by":"Noor","sentence":"s1"})");
  REQUIRE_FALSE(to_case);
  CHECK(english(to_case.error()) == Problems{{"/do", "expected a command to a case, got one to the team's learning"}});
}

TEST_CASE("everything that is wrong with a line is told at once", "[service]") {
  CHECK(wrong_with(R"({"do":"Say","case":7,"by":"Noor","at":"gisteren","kindd":"fact","text":"x","answer":"yess"})") ==
        Told{"/case: expected text, got 7", "/at: expected a moment like 2026-03-02T09:30:00Z, got \"gisteren\"",
             ": missing 'kind'", "/answer: expected one of none, yes, no, later, got 'yess' (did you mean 'yes'?)",
             "/kindd: unknown key 'kindd' (did you mean 'kind'?)"});
}

TEST_CASE("a command that nobody knows gets the nearest name", "[service]") {
  CHECK(wrong_with(R"({"do":"NextStp","case":"a","by":"b"})") ==
        Told{"/do: no command 'NextStp' (did you mean 'NextStep'?)"});
  CHECK(wrong_with(R"({"case":"a"})") == Told{": missing 'do'"});
  CHECK(wrong_with(R"({"do":3})") == Told{"/do: expected text, got 3"});
}

TEST_CASE("a negative expected version is refused", "[service]") {
  CHECK(wrong_with(R"({"do":"Pass","case":"a","by":"b","expect":-1})") == Told{"/expect: expected a version from 0"});
}

TEST_CASE("who sat at the keys is written on the command, and read back", "[service]") {
  const auto written =
      service::command_json(Command{"k1", "2026-001", "Noor", {}, {}, Pass{}, Typist{"Mallory", Sureness::table, {}}});
  CHECK(written == json::parse(R"({"do":"Pass","case":"2026-001","by":"Noor","id":"k1",
                                   "seat":{"name":"Mallory","sureness":"table"}})"));
  const auto read = service::command_from(written.dump());
  REQUIRE(read);
  CHECK(read->seat == Typist{"Mallory", Sureness::table, {}});
  const Event event{*time_from("2026-03-02T09:30:00Z"), "p1", TurnPassed{}, Typist{"p2", {}, {}}};
  CHECK(service::event_json(event, 3) == json::parse(R"({"number":3,"event":"TurnPassed","by":"p1",
                                                         "at":"2026-03-02T09:30:00Z","seat":{"name":"p2"}})"));
}

TEST_CASE("an event is written flat, with what is sealed as plain text", "[service]") {
  NetworkPersonAdded added{.person = "p4", .name = "Els", .shell = Shell::intimate, .quadrant = Quadrant::family};
  CHECK(service::event_json(Event{*time_from("2026-03-02T09:30:00Z"), "p1", added}, 12) ==
        json::parse(R"({"number":12,"event":"NetworkPersonAdded","at":"2026-03-02T09:30:00Z","by":"p1","person":"p4",
                        "name":"Els","shell":"intimate","quadrant":"family"})"));
}

}  // namespace casus::test
