// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/apply.hpp"
#include "core/desk/fault_words.hpp"
#include "core/desk/keys/older_keys.hpp"
#include "core/desk/verb.hpp"
#include "core/service/unlogged.hpp"
#include "tests/desk/called.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

// Any page and any form by name, for a face that knows neither.

namespace casus::test {

TEST_CASE("who asks for a place is told when the agenda that comes first is kept without the case", "[desk]") {
  TeamRoom room;
  room.open("2026-003", "Noor", "Verzonnen", "kort/ronde");
  const auto told = [&](const std::string& id, const std::string& by) {
    const auto asked = called(room, named(by), {"meeting ask", {{"case", id}}});
    REQUIRE(asked.status == desk::Status::done);
    std::string all;
    for (const auto& one : asked.sayings()) all += one.text + '\n';
    return all;
  };
  const auto has = [](const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; };
  const auto late = told("2026-003", "Noor");
  CHECK(has(late, "de agenda van maandag 2 maart 2026 lag al klaar, en deze casus staat er niet op"));
  CHECK(has(late, "meeting agenda add case=2026-003 minutes=? date=2026-03-02"));
  CHECK_FALSE(has(told("2026-001", "Noor"), "lag al klaar"));
  room.meets("2026-03-02", AddItem{.case_id = "2026-003", .minutes = 10});
  CHECK_FALSE(has(told("2026-003", "Noor"), "lag al klaar"));
}

TEST_CASE("the meeting of another day begins when that day is named", "[desk]") {
  TeamRoom room;
  room.plan("2026-03-09");
  REQUIRE(called(room, named("Samira"), {"meeting start", {}}).status == desk::Status::done);
  const auto asked = called(room, named("Samira"), {"meeting start", {}});
  CHECK(asked.status == desk::Status::usage);
  std::string told;
  for (const auto& one : asked.sayings()) told += one.text;
  CHECK(told.find("het eerstvolgende overleg is dat van maandag 9 maart 2026, niet van vandaag") != std::string::npos);
  auto desk = room.desk("Samira");
  CHECK_FALSE(desk.meetings().open("2026-03-09").started_at);
  REQUIRE(called(room, named("Samira"), {"meeting finish", {}}).status == desk::Status::done);
  CHECK(called(room, named("Samira"), {"meeting start", {{"date", "2026-03-09"}}}).status == desk::Status::done);
}

TEST_CASE("what is to be done first in a meeting of another day names that day, and is done when it is typed",
          "[desk]") {
  TeamRoom room;
  room.plan("2026-03-09");
  const auto told = [&](const desk::Wish& wish) {
    const auto reply = called(room, named("Samira"), wish);
    std::string all;
    for (const auto& one : reply.sayings()) all += one.text + '\n';
    return all;
  };
  const auto has = [](const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; };
  CHECK(has(told({"meeting take", {{"date", "2026-03-09"}}}), "meeting start present=? date=2026-03-09"));
  CHECK(has(told({"meeting done", {{"date", "2026-03-09"}}}), "meeting start present=? date=2026-03-09"));
  // That of today stands in no way of the other, and needs no day itself.
  const auto today = told({"meeting take", {}});
  CHECK(has(today, "meeting start present=?"));
  CHECK_FALSE(has(today, "date="));
  CHECK(has(told({"meeting start", {{"date", "2026-03-09"}}}), "meeting take date=2026-03-09"));
  CHECK(has(told({"meeting done", {{"date", "2026-03-09"}}}), "meeting take date=2026-03-09"));
  CHECK(has(told({"meeting start", {{"date", "2026-03-09"}}}), "meeting take date=2026-03-09"));
  CHECK(called(room, named("Samira"), {"meeting take", {{"date", "2026-03-09"}}}).status == desk::Status::done);
}

TEST_CASE("a day that comes with an hour is taken, and it is said that the hour is not kept", "[desk][days]") {
  TeamRoom room;
  room.plan("2026-03-09");
  const auto reply = called(room, named("Samira"), {"meeting start", {{"date", "9 maart om tien uur"}}});
  REQUIRE(reply.status == desk::Status::done);
  CHECK(room.desk("Samira").meetings().open("2026-03-09").started_at);
  std::string told;
  for (const auto& one : reply.sayings()) told += one.text;
  CHECK(told.find("alleen de dag is bewaard, de tijd in '9 maart om tien uur' niet") != std::string::npos);
}

TEST_CASE("the document of what was not done says so under one key, and that of what was done stays as it is",
          "[desk]") {
  struct Answers final : desk::Verb {
    desk::Status status = desk::Status::done;
    nlohmann::json document = {{"file", "x.json"}};

    desk::Access access() const override { return desk::does(desk::Ground::anybody); }
    void shape(desk::Slots&) override {}
    void run(desk::Desk&, desk::Reply& reply) override {
      reply.status = status;
      reply.json(document);
    }
  };
  TeamRoom room;
  auto desk = room.desk("Noor");
  const auto answered = [&](desk::Status status, nlohmann::json document) {
    Answers verb;
    verb.status = status;
    verb.document = std::move(document);
    desk::Reply reply;
    desk::perform(desk, verb, reply);
    return *reply.document();
  };
  const nlohmann::json file{{"file", "x.json"}};
  CHECK(answered(desk::Status::done, file) == file);
  for (const auto status : {desk::Status::refused, desk::Status::usage, desk::Status::bad_definition,
                            desk::Status::fault, desk::Status::conflict, desk::Status::stopped})
    CHECK(answered(status, file) == nlohmann::json{{"file", "x.json"}, {"ok", false}});
  CHECK(answered(desk::Status::fault, {{"ok", true}, {"lines", 3}})["ok"] == true);  // as it says itself
  CHECK(answered(desk::Status::refused, nlohmann::json::array({1})) == nlohmann::json::array({1}));
}

TEST_CASE("who left is erased from the team by two, who are asked once more", "[desk]") {
  TeamRoom room;
  const desk::Wish wish{"team erase", {{"name", "Ria"}, {"with", "Samira"}}};
  REQUIRE(called(room, named("Noor"), {"team leave", {{"name", "Ria"}}}).status == desk::Status::done);
  const auto asked = called(room, named("Noor"), wish);
  CHECK(asked.status == desk::Status::usage);
  REQUIRE(asked.confirmation);
  CHECK(asked.confirmation->answer == "Ria");
  const auto history = [&] { return called(room, named("Samira"), {"team history", {}}).document()->dump(); };
  CHECK(history().find("Ria") != std::string::npos);
  auto sure = wish;
  sure.given.push_back({"yes", "true"});
  REQUIRE(called(room, named("Noor"), sure).status == desk::Status::done);
  CHECK(history().find("Ria") == std::string::npos);
  CHECK(history().find("MemberErased") != std::string::npos);
}

TEST_CASE("a key file that is not there is told in the language of who reads it", "[desk]") {
  TeamRoom room;
  const auto path = (room.folder / "casus.db").string();
  const auto told = [&](Lang lang) {
    try {
      store::open_sqlite({path, false});
    } catch (const Fault& fault) {
      return desk::fault_words(fault, lang);
    }
    return std::string();
  };
  std::filesystem::remove(path + ".keys");
  CHECK(told(Lang::nl) == "het sleutelbestand '" + path +
                              ".keys' is er niet, en zonder kan niets in het register gelezen worden; zet het terug "
                              "van de plaats waar je het bewaart");
  CHECK(told(Lang::en) == "key file '" + path +
                              ".keys' is missing, and without it nothing in the store can be read; put it back from "
                              "where you keep it");
}

TEST_CASE("minutes without a case whose key is lost say which that is, and a resident hears of no other case",
          "[desk][keys]") {
  TeamRoom room;
  room.sits_down();
  const auto keys = room.at_store + ".keys", then = (room.folder / "toen.keys").string();
  std::filesystem::copy_file(keys, then);
  const std::string lost = "2026-003";
  room.open(lost, "Noor", "Verzonnen", "kort/ronde");
  room.meets(room.day(), AddItem{.case_id = lost, .minutes = 10});
  room.begin_meeting();
  room.meets(room.day(), TakeItem{lost, {}});
  room.meets(room.day(), ParkItem{"Later"});
  room.meets(room.day(), FinishMeeting{});
  std::filesystem::copy_file(then, keys, std::filesystem::copy_options::overwrite_existing);
  auto at = room.desk("Noor");
  (void)desk::accept_keys(at);
  const auto told = [&](const desk::Wish& wish) {
    const auto reply = desk::call(at, wish);
    CHECK(reply.status == desk::Status::done);
    return std::ranges::any_of(reply.sayings(), [&](const auto& one) {
      return one.text == "Niet te lezen, want de sleutel is weg: " + lost + ".";
    });
  };
  CHECK(told({"meeting minutes", {{"date", room.day()}}}));
  at.sit({"Els Voorbeeld", Sureness::resident, {}, {}});
  CHECK_FALSE(told({"case seen", {{"case", "2026-001"}}}));
}

TEST_CASE("the history of the team says who did what, with the number to put it right by", "[desk]") {
  TeamRoom room;
  REQUIRE(called(room, named("Noor"), {"team leave", {{"name", "Ria"}}}).status == desk::Status::done);
  // In Daan's name, on the screen that all share.
  const desk::Seat shared{"Samira", Sureness::table, {}, "Daan"};
  REQUIRE(called(room, shared, {"team partner add", {{"name", "De Linde"}, {"kind", "scholen"}}}).status ==
          desk::Status::done);
  const auto reply = called(room, named("Samira"), {"team history", {}});
  REQUIRE(reply.document() != nullptr);
  const auto& events = reply.document()->at("events");
  REQUIRE(events.size() >= 2);
  const auto& left = events.at(events.size() - 2);
  CHECK(left.at("event") == "MemberLeft");
  CHECK(left.at("by") == "Noor");
  CHECK_FALSE(left.contains("seat"));
  const auto& added = events.back();
  CHECK(added.at("by") == "Daan");
  CHECK(added.at("seat").at("name") == "Samira");
  CHECK_FALSE(events.front().contains("by"));  // what nobody said it of
  std::string text;
  for (const auto& one : reply.sayings()) text += one.text + '\n';
  CHECK(text.find("uit het team gegaan: Ria") != std::string::npos);
  CHECK(text.find("op de partnerkaart: De Linde") != std::string::npos);
}

TEST_CASE("a line for a program cannot say that another typed it than who hands it over", "[desk]") {
  TeamRoom room;
  room.sits_down();
  const auto typed_by = [&](const std::string& as) {
    auto desk = room.desk(as);
    Command command{{}, "2026-001", "Noor", {}, std::nullopt, RaiseConcern{"Het kind is stil"}};
    command.seat = Typist{"Samira", Sureness::signed_in, "elders"};
    bool done = false;
    desk::Application application(
        desk, [&](std::int64_t, const desk::Answered& answered) { done = std::get<service::Answer>(answered).done(); });
    application.take({1, std::move(command)});
    application.hand_over();
    REQUIRE(done);
    service::Unlogged kept(desk.service());
    const auto seat = kept.history("2026-001").back().seat;
    REQUIRE(seat);
    CHECK(seat->sureness == Sureness::named);
    CHECK(seat->account != "elders");
    return kept.open("2026-001").person(seat->name)->name;
  };
  CHECK(typed_by("Daan") == "Daan");
  CHECK(typed_by("") == "Samira");  // nobody sits there by name
}

TEST_CASE("who may not change what another said stands in the log of looks, at whatever face", "[desk][mending]") {
  TeamRoom room;
  room.sits_down();
  const auto refused = [&](const std::string& name) {
    auto desk = room.desk("Samira");
    return std::ranges::count_if(
        service::Unlogged(desk.service()).accountability("2026-001").looks, [&](const auto& it) {
          return it.seen.sight == Sight::refused && it.seen.part == CasePart::typing && it.seen.name == name;
        });
  };
  const desk::Wish wish{"case correct",
                        {{"case", "2026-001"}, {"ref", "question"}, {"text", "Anders?"}, {"because", "Zomaar"}}};
  // As somebody types it, or fills in the form.
  const auto reply = called(room, named("Daan"), wish);
  REQUIRE(reply.refusal);
  CHECK(reply.refusal->name == "NotYoursToMend");
  CHECK(refused("Daan") == 1);
  // As a line for a program, by itself and among others.
  const Command command{{}, "2026-001", "Daan", {}, std::nullopt, Withdraw{"question", "Zomaar"}};
  auto daan = room.desk("Daan");
  CHECK_FALSE(std::get<service::Answer>(desk::do_line(daan, command)).done());
  CHECK(refused("Daan") == 2);
  int told = 0;
  desk::Application application(daan, [&](std::int64_t, const desk::Answered&) { ++told; });
  application.take({1, command});
  application.take({2, Command{{}, "2026-001", "Daan", {}, std::nullopt, RaiseConcern{"Het kind is stil"}}});
  application.hand_over();
  CHECK(told == 2);
  CHECK(refused("Daan") == 3);
  // In the meeting.
  room.begin_meeting();
  auto ria = room.desk("Ria");
  desk::GuidedMeeting meeting(ria, room.today());
  REQUIRE_FALSE(meeting.open());
  meeting.take(desk::SteerMeeting{desk::Ask::take, {}, {}}, {});
  meeting.take(desk::GiveCommand{"Ria", Correct{"question", "Anders?", {}, {}, "Zomaar"}}, {});
  CHECK_FALSE(meeting.now().done);
  CHECK(refused("Ria") == 1);
  // Who is not at the table at all, and what is one's own.
  room.does("2026-002", "Daan", AddParticipant{"Samira", {Role::chair}, true, false, {}});
  REQUIRE(called(room, named("Noor"), wish).status == desk::Status::done);
  CHECK(refused("Noor") == 0);
}

TEST_CASE("the log of looks says from which account each came, but not to the resident", "[desk][access]") {
  TeamRoom room;
  room.sits_down();
  const auto accounts = [&](const desk::Seat& seat) {
    const auto reply = called(room, seat, {"case seen", {{"case", "2026-001"}}});
    REQUIRE(reply.document() != nullptr);
    std::set<std::string> found;
    for (const auto& look : reply.document()->at("looks")) found.insert(look.at("account").get<std::string>());
    return found;
  };
  for (const auto* account : {"nvonk", "balie"})
    REQUIRE(called(room, {"Noor", Sureness::named, account, {}}, {"case show", {{"case", "2026-001"}}}).status ==
            desk::Status::done);
  CHECK(accounts(named("Noor")) == std::set<std::string>{"balie", "nvonk"});
  CHECK(accounts({"Els Voorbeeld", Sureness::resident, {}, {}}) == std::set<std::string>{""});
}

TEST_CASE("who looks after the store reads no case, whatever name is typed", "[desk]") {
  TeamRoom room;
  const desk::Seat keeper{"Noor", Sureness::keeper, {}, {}};
  for (const auto* path : {"case show", "case history", "case seen", "plan show"})
    CHECK(called(room, keeper, {path, {{"case", "2026-001"}}}).refusal->name == "KeeperReadsNoCase");
  CHECK(called(room, keeper, {"plan goal", {{"case", "2026-001"}, {"text", "Iets"}}}).refusal->name ==
        "KeeperReadsNoCase");
  CHECK(called(room, keeper, {"meeting propose", {}}).refusal->name == "KeeperReadsNoCase");
  CHECK(called(room, keeper, {"team list", {}}).status == desk::Status::done);
  CHECK(called(room, keeper, {"store info", {}}).status == desk::Status::done);
  CHECK(called(room, {"Noor", Sureness::invited, {}, {}}, {"store info", {}}).refusal->name == "KeeperOnly");
}

TEST_CASE("who came as the resident or the circle is nothing else by typing another name", "[desk]") {
  TeamRoom room;
  for (const auto sureness : {Sureness::resident, Sureness::circle}) {
    const desk::Seat seat{"Noor", sureness, {}, {}};
    CHECK(called(room, seat, {"case show", {{"case", "2026-001"}}}).status == desk::Status::refused);
    CHECK(called(room, seat, {"plan goal", {{"case", "2026-001"}, {"text", "Iets"}}}).refusal->name == "NotAtTheTable");
    CHECK(called(room, seat, {"team list", {}}).refusal->name == "NotOfTheTeam");
    CHECK(called(room, seat, {"meeting show", {{"date", room.day()}}}).refusal->name == "NotOfTheTeam");
  }
}

}  // namespace casus::test
