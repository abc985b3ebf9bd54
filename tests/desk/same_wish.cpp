// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/apply.hpp"
#include "core/desk/call.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/forms/form.hpp"
#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/verbs/meeting/meeting_verb.hpp"
#include "core/service/unlogged.hpp"
#include "core/store/codec/codec.hpp"
#include "tests/desk/short_round.hpp"

#include <algorithm>

// The same wish gives the same events, whether it comes as a verb, as a word in the meeting or as a line of JSON.

namespace casus::test {

namespace {

using Given = std::vector<std::pair<std::string, std::string>>;

/// The verb of the catalogue, with what was given for its slots.
void by_verb(TeamRoom& room, const std::string& who, const std::string& path, const Given& given) {
  auto desk = room.desk(who);
  const auto& all = desk::catalogue();
  const auto entry = std::ranges::find(all, path, &desk::Entry::path);
  REQUIRE(entry != all.end());
  const auto verb = entry->fresh();
  desk::Slots slots;
  verb->shape(slots);
  for (const auto& [name, value] : given) {
    const auto slot = std::ranges::find(slots.all(), name, &desk::Slot::name);
    CAPTURE(path, name, value);
    REQUIRE(slot != slots.all().end());
    REQUIRE(slot->set(value, {Lang::nl, desk.today()}).empty());
  }
  desk::Reply reply;
  desk::perform(desk, *verb, reply);
  if (!reply.sayings().empty()) UNSCOPED_INFO(reply.sayings().front().text);
  REQUIRE(reply.status == desk::Status::done);
}

void by_word(TeamRoom& room, const std::string& who, const std::vector<std::string>& lines) {
  auto desk = room.desk(who);
  desk::GuidedMeeting meeting(desk, room.today());
  REQUIRE_FALSE(meeting.open());
  for (const auto& line : lines) {
    meeting.take(line);
    for (const auto& message : meeting.now().messages) UNSCOPED_INFO(message.text);
    REQUIRE_FALSE(meeting.now().back);
  }
}

void by_json(TeamRoom& room, const std::string& line) {
  auto desk = room.desk("");
  auto read = service::any_command_from(line);
  REQUIRE(read);
  bool done = false;
  desk::Application application(desk, [&](std::int64_t, const desk::Application::Answered& answered) {
    std::visit(
        [&](const auto& answer) {
          if (answer.refusal) UNSCOPED_INFO(answer.refusal->reason.in(Lang::en));
          done = answer.done();
        },
        answered);
  });
  application.take({1, std::move(*read)});
  application.hand_over();
  REQUIRE(done);
}

/// What was kept of a case or a meeting, without who sat at the keys.
std::string kept(TeamRoom& room, const std::string& id) {
  auto desk = room.desk("Samira");
  std::string all;
  const auto add = [&](auto event) {
    event.seat.reset();
    const auto written = store::encode(event);
    all += written.type + ' ' + written.payload + '\n';
  };
  if (desk.service().exists(id)) {
    for (const auto& event : service::Unlogged(desk.service()).history(id)) add(event);
  } else {
    for (const auto& event : desk.meetings().history(id)) add(event);
  }
  return all;
}

}  // namespace

TEST_CASE("a new case takes the settings of the team, at every face", "[desk]") {
  const auto opened = [](const auto& how) {
    TeamRoom room;
    SetTeam settings{{.mode = Mode::coaching, .workflow = "intervision", .method = "werf/werf"}};
    REQUIRE(room.desk("Samira").service().handle(TeamCommand{{}, {}, settings, "Samira"}).done());
    how(room);
    return kept(room, "2026-009");
  };
  const auto verb = opened([](TeamRoom& room) {
    by_verb(room, "Noor", "case open",
            {{"TITLE", "Man met schulden"},
             {"--privacy", "anonymous"},
             {"--basis", "wmo"},
             {"--purpose", "Een stap"},
             {"--id", "2026-009"}});
  });
  const auto json = opened([](TeamRoom& room) {
    by_json(room, R"({"do":"OpenCase","case":"2026-009","by":"Noor","title":"Man met schulden",
                      "privacy":"anonymous","basis":"wmo","purpose":"Een stap"})");
  });
  CHECK(verb == json);
  CHECK(json.find("\"mode\":\"coaching\"") != std::string::npos);
  CHECK(json.find("\"id\":\"werf/werf\"") != std::string::npos);
  // What is given stays.
  const auto strict = opened([](TeamRoom& room) {
    by_json(room, R"({"do":"OpenCase","case":"2026-009","by":"Noor","title":"Man met schulden","mode":"strict",
                      "privacy":"anonymous","basis":"wmo","purpose":"Een stap","method":"eigen-kracht/lens"})");
  });
  CHECK(strict.find("\"mode\":\"strict\"") != std::string::npos);
  CHECK(strict.find("eigen-kracht/lens") != std::string::npos);
}

TEST_CASE("a meeting goes the same by verbs, by words and by lines of JSON", "[desk]") {
  const auto met = [](const auto& how) {
    TeamRoom room;
    how(room);
    return kept(room, "2026-03-02") + kept(room, "2026-001");
  };
  const auto verbs = met([](TeamRoom& room) {
    by_verb(room, "Samira", "meeting start", {});
    by_verb(room, "Samira", "meeting take", {});
    by_verb(room, "Samira", "case next", {{"CASE", "2026-001"}});
    by_verb(room, "Samira", "plan goal", {{"CASE", "2026-001"}, {"TEXT", "De post gaat open"}});
    by_verb(room, "Samira", "meeting park", {{"--because", "de tijd om is"}});
    by_verb(room, "Samira", "meeting finish", {});
  });
  const auto words = met([](TeamRoom& room) {
    by_word(room, "Samira", {"begin", "neem", "verder", "doel: De post gaat open", "parkeer omdat de tijd om is"});
    by_word(room, "Samira", {"einde", "einde"});  // a case is left: it is asked once
  });
  const auto json = met([](TeamRoom& room) {
    by_json(room, R"({"do":"StartMeeting","meeting":"2026-03-02","by":"Samira","present":[]})");
    by_json(room, R"({"do":"TakeItem","meeting":"2026-03-02","by":"Samira"})");
    by_json(room, R"({"do":"NextStep","case":"2026-001","by":"Samira"})");
    by_json(room, R"({"do":"SetGoal","case":"2026-001","by":"Samira","text":"De post gaat open"})");
    by_json(room, R"({"do":"ParkItem","meeting":"2026-03-02","by":"Samira","because":"de tijd om is"})");
    by_json(room, R"({"do":"FinishMeeting","meeting":"2026-03-02","by":"Samira"})");
  });
  CHECK(verbs == words);
  CHECK(words == json);
}

TEST_CASE("a contribution without a kind gets the one that fits, at every face", "[desk]") {
  const auto answered = [](const auto& how) {
    TeamRoom room;
    room.begin_meeting();
    room.meets(room.day(), TakeItem{});
    for (int i = 0; i < 3; ++i) room.does("2026-001", "Samira", NextStep{i == 0 ? "" : "proef"});
    room.does("2026-001", "Daan", Say{{.kind = "question", .text = "Wat wil ze zelf?"}});
    how(room);
    return kept(room, "2026-001");
  };
  const auto verb = answered([](TeamRoom& room) {
    by_verb(room, "Noor", "case say", {{"CASE", "2026-001"}, {"KIND", "antwoord"}, {"TEXT", "Rust"}});
  });
  const auto word = answered([](TeamRoom& room) { by_word(room, "Samira", {"noor: Rust"}); });
  const auto json = answered(
      [](TeamRoom& room) { by_json(room, R"({"do":"Say","case":"2026-001","by":"Noor","kind":"","text":"Rust"})"); });
  CHECK(verb == word);
  CHECK(word == json);
}

TEST_CASE("a case that is not there is answered with the one that is nearly called so, by line as by verb", "[desk]") {
  TeamRoom room;
  auto desk = room.desk("Noor");
  auto read = desk::line_from(R"({"do":"Say","case":"2026-01","by":"Noor","kind":"fact","text":"Rust"})");
  REQUIRE(read);
  const auto answered = desk::do_line(desk, std::move(*read));
  const auto& answer = std::get<service::Answer>(answered);
  REQUIRE(answer.refusal);
  CHECK(answer.refusal->name == "CaseUnknown");
  CHECK(answer.refusal->reason.in(Lang::nl) == "Er is geen casus '2026-01' (bedoelde je '2026-001'?).");
  // Who is not of the team hears no number of a case.
  auto strange = desk::line_from(R"({"do":"Say","case":"2026-01","by":"Mallory","kind":"fact","text":"Rust"})");
  REQUIRE(strange);
  const auto told = desk::do_line(desk, std::move(*strange));
  REQUIRE(std::get<service::Answer>(told).refusal);
  CHECK(std::get<service::Answer>(told).refusal->reason.in(Lang::nl).find("2026-001") == std::string::npos);
  const auto by_verb = desk::call(desk, {"case next", {{"case", "2026-01"}}});
  REQUIRE_FALSE(by_verb.sayings().empty());
  CHECK(by_verb.sayings().front().text.find("(bedoelde je '2026-001'?)") != std::string::npos);
  auto outside = room.desk("Mallory");
  for (const auto* verb : {"case next", "case show", "plan show"}) {
    INFO(verb);
    const auto nothing = desk::call(outside, {verb, {{"case", "2026-01"}}});
    REQUIRE_FALSE(nothing.sayings().empty());
    CHECK(nothing.sayings().front().text.find("2026-001") == std::string::npos);
  }
}

TEST_CASE("what is named and is not there ends the same, by line as by verb", "[desk]") {
  const auto ends = [](std::string_view line, const desk::Wish& wish, desk::Status as) {
    TeamRoom room;
    auto desk = room.desk("Samira");
    auto read = desk::line_from(line);
    REQUIRE(read);
    INFO(line);
    desk::Application application(desk, [&](std::int64_t, const desk::Answered& answered) {
      CHECK(std::visit([](const auto& answer) { return desk::status_of(answer); }, answered) == as);
    });
    application.take({1, std::move(*read)});
    application.hand_over();
    CHECK(application.refused() == 1);
    CHECK(application.not_there() == (as == desk::Status::usage ? 1 : 0));
    CHECK(desk::call(desk, wish).status == as);
  };
  using desk::Status;
  ends(R"({"do":"NextStep","case":"2026-009","by":"Samira"})", {"case next", {{"case", "2026-009"}}}, Status::usage);
  ends(R"({"do":"SetTeam","by":"Samira","method":"werf/wref"})", {"team set", {{"method", "werf/wref"}}},
       Status::usage);
  ends(R"({"do":"SetTeam","by":"Samira","workflow":"intervisie"})", {"team set", {{"workflow", "intervisie"}}},
       Status::usage);
  ends(R"({"do":"FinishMeeting","meeting":"2026-03-09","by":"Samira"})", {"meeting finish", {{"date", "2026-03-09"}}},
       Status::usage);
  TeamRoom room;
  auto desk = room.desk("Samira");
  const auto set = desk::call(desk, {"team set", {{"method", "werf/wref"}}});
  REQUIRE(set.refusal);
  CHECK(set.refusal->name == "MethodUnknown");
  // Whether somebody is in the team, only the team can say.
  ends(R"({"do":"LeaveTeam","by":"Samira","name":"Piet"})", {"team leave", {{"name", "Piet"}}}, Status::refused);
}

TEST_CASE("the name of a kind that only a method has is no text, when nothing was said with it", "[desk]") {
  TeamRoom room;
  auto desk = room.desk("Samira");
  const auto* entry = desk::entry_at("case say");
  REQUIRE(entry != nullptr);
  const auto verb = entry->fresh();
  desk::Slots slots;
  verb->shape(slots);
  const std::vector<std::string> typed{"2026-001", "", "teken van effect"};
  for (std::size_t i = 0; i < typed.size(); ++i)
    REQUIRE(slots.all()[i].set(typed[i], {Lang::nl, desk.today()}).empty());
  desk::Reply reply;
  try {
    desk::perform(desk, *verb, reply);
    FAIL("it was kept");
  } catch (const desk::Usage& usage) {
    CHECK(usage.message == "'teken van effect' is een soort bijdrage. Typ erachter wat er gezegd wordt.");
  }
}

TEST_CASE("an agreement that comes again is the same from every face, with its first day", "[desk][days]") {
  const auto agreed = [](const auto& how) {
    TeamRoom room;
    room.begin_meeting();
    room.meets(room.day(), TakeItem{});
    room.does("2026-001", "Samira", NextStep{});
    how(room);
    return kept(room, "2026-001");
  };
  const auto verb = agreed([](TeamRoom& room) {
    by_verb(room, "Samira", "plan action",
            {{"CASE", "2026-001"},
             {"WHAT", "Oma eet mee"},
             {"--who", "Noor"},
             {"--checks", "Ria"},
             {"--repeats", "elke woensdag"}});
  });
  const auto as_day = agreed([](TeamRoom& room) {
    by_verb(room, "Samira", "plan action",
            {{"CASE", "2026-001"},
             {"WHAT", "Oma eet mee"},
             {"--who", "Noor"},
             {"--checks", "Ria"},
             {"--by-when", "elke woensdag"}});
  });
  const auto word =
      agreed([](TeamRoom& room) { by_word(room, "Samira", {"actie noor: Oma eet mee; elke woensdag; ria"}); });
  const auto json = agreed([](TeamRoom& room) {
    by_json(room, R"({"do":"AddAction","case":"2026-001","by":"Samira","what":"Oma eet mee","who":"Noor",
                      "checks":"Ria","repeats":"every Wednesday"})");
  });
  CHECK(verb == word);
  CHECK(verb == as_day);
  CHECK(word == json);
  CHECK(json.find("\"by_when\":\"2026-03-04\"") != std::string::npos);
  CHECK(json.find("FREQ=WEEKLY;BYDAY=WE") != std::string::npos);
}

TEST_CASE("a meeting that was ended by mistake is opened again the same, by a verb and by a line of JSON", "[desk]") {
  const auto met = [](const auto& how) {
    TeamRoom room;
    room.begin_meeting();
    room.meets(room.day(), FinishMeeting{});
    how(room);
    return kept(room, "2026-03-02");
  };
  const auto verb = met([](TeamRoom& room) {
    by_verb(room, "Samira", "meeting reopen", {{"--because", "Er was nog een casus"}});
  });
  const auto json = met([](TeamRoom& room) {
    by_json(room, R"({"do":"ReopenMeeting","meeting":"2026-03-02","by":"Samira","because":"Er was nog een casus"})");
  });
  CHECK(verb == json);
  CHECK(json.find("MeetingReopened") != std::string::npos);
}

TEST_CASE("who asks for a meeting of today that has ended is told how to open it again", "[desk]") {
  TeamRoom room;
  room.begin_meeting();
  room.meets(room.day(), FinishMeeting{});
  auto desk = room.desk("Samira");
  std::string told;
  try {
    desk::meeting_meant(desk);
  } catch (const desk::Usage& usage) {
    told = usage.message;
  }
  CAPTURE(told);
  CHECK(told.starts_with("het overleg van vandaag is afgesloten."));
  CHECK(told.find("meeting reopen because=?") != std::string::npos);
  CHECK(told.find("date=2026-03-02") != std::string::npos);
}

TEST_CASE("a line that was typed in an earlier step is placed the same from every face", "[desk]") {
  const auto placed = [](const std::vector<std::string>& lines, const auto& how) {
    ShortRoundRoom room;
    {
      auto desk = room.desk("Samira");
      desk::GuidedMeeting meeting(desk, room.today());
      REQUIRE_FALSE(meeting.open());
      for (const auto& line : lines) meeting.take(line);
    }
    how(room);
    return kept(room, "2026-003");
  };
  const std::vector<std::string> later{"neem 2026-003", "verder", "verder omdat het kan"};
  const auto word = placed({"neem 2026-003", "verder", "noro: Zij slaapt slecht", "verder omdat het kan", "wacht", ""},
                           [](TeamRoom&) {});
  const auto verb = placed(later, [](TeamRoom& room) {
    by_verb(room, "Noor", "case say",
            {{"CASE", "2026-003"}, {"KIND", "feit"}, {"TEXT", "Zij slaapt slecht"}, {"--typed-in", "Vertellen"}});
  });
  const auto json = placed(later, [](TeamRoom& room) {
    by_json(room,
            R"({"do":"Say","case":"2026-003","by":"Noor","kind":"fact","text":"Zij slaapt slecht","typed_in":"tell"})");
  });
  CHECK(verb == word);
  CHECK(word == json);
  CHECK(json.find("\"typed_in\":\"tell\"") != std::string::npos);
}

}  // namespace casus::test
