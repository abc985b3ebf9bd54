// SPDX-License-Identifier: EUPL-1.2
// What a resident asked of their case stands where people look each day; of a case that is only kept (AVG 18) nothing
// else does.
#include "core/desk/call.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/today/calendar_days.hpp"
#include "core/desk/today/own_actions.hpp"
#include "core/desk/today/team_counts.hpp"
#include "core/desk/today/today.hpp"
#include "core/page/layout.hpp"
#include "core/service/commands/case_package.hpp"
#include "core/store/keys/seal.hpp"
#include "tests/desk/room.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::test {
namespace {

/// Noor will call together on that day, and Samira looks whether she did.
void agree_to_call(TeamRoom& room, const char* by_when) {
  room.does("2026-001", "Noor", AddParticipant{"Samira", {Role::chair}, true, false, {}});
  room.does("2026-001", "Noor", AddParticipant{"Daan", {Role::member}, true, false, {}});
  room.does("2026-001", "Samira", NextStep{"proef"});
  AddAction action{{.what = "Samen bellen", .who = "Noor", .by_when = date_from(by_when), .checks = "Samira"}};
  room.does("2026-001", "Noor", action);
}

}  // namespace

TEST_CASE("of a case that is only kept nothing is counted, and in a calendar is the day of the answer alone",
          "[desk][rights]") {
  TeamRoom room;
  agree_to_call(room, "2026-03-20");
  const auto has_day = [&] {
    auto noors = room.desk("Noor");
    return desk::calendar_feed(noors, "Noor").find("20260320") != std::string::npos;
  };
  const auto has_answer_day = [&] {
    auto noors = room.desk("Noor");
    return desk::calendar_feed(noors, "Noor").find("20260402") != std::string::npos;
  };
  const auto counted = [&] {
    auto noors = room.desk("Noor");
    return desk::team_counts(noors).opened.size();
  };
  CHECK(counted() == 2);
  CHECK(has_day());
  CHECK_FALSE(has_answer_day());
  room.does("2026-001", "Noor", AskRight{Right::restriction, "De school klopt niet", {}, {}, {}});
  CHECK(counted() == 1);
  CHECK_FALSE(has_day());
  CHECK(has_answer_day());  // a month after it was asked: that may not be forgotten
  for (const bool texts : {false, true}) {
    CAPTURE(texts);
    auto at = room.desk("Noor");
    desk::Wish wish{"team calendar", {}};
    if (texts) wish.given.push_back({"texts", "1"});
    const auto reply = desk::call(at, wish);
    CHECK(reply.status == desk::Status::done);
    std::string file;
    for (const auto& one : reply.sayings()) file += one.text;
    CHECK(file.find("20260402") != std::string::npos);
    CHECK(file.find("20260320") == std::string::npos);
    CHECK(file.find("Moeder met twee kinderen") == std::string::npos);
  }
  auto noors = room.desk("Noor");
  int kept = 0;
  desk::each_case_kept(noors, [&](const Case&) { ++kept; });
  CHECK(kept == 2);
  const auto today = desk::today_of(noors);
  CHECK(std::ranges::any_of(today.cases, [](const auto& one) { return one.id == "2026-001" && one.only_kept; }));
  // The month in which the resident must hear stands where the team looks: today, in the list, on every agenda.
  const auto waits = [](const desk::Today& of) {
    return std::ranges::any_of(of.by_law, [](const auto& one) { return one.day.request == "r1"; });
  };
  CHECK(waits(today));
  const auto on_agenda = [&](desk::Desk& desk) {
    const auto plan = desk.meetings().propose(*date_from("2026-03-09"), {}).plan;
    return std::ranges::any_of(plan.lines, [](const AgendaLine& one) {
      return one.case_id == "2026-001" && std::ranges::find(one.about, "r1") != one.about.end();
    });
  };
  CHECK(on_agenda(noors));
}

TEST_CASE("what a resident asked of a case that is closed stands on today until it is answered", "[desk][rights]") {
  TeamRoom room;
  agree_to_call(room, "2026-03-20");
  room.does("2026-001", "Samira", CloseCase{"het gezin verhuist"});
  const auto now = [&] {
    auto noors = room.desk("Noor");
    return desk::today_of(noors);
  };
  CHECK(now().by_law.empty());
  room.does("2026-001", "Noor", AskRight{Right::access, "Ik wil lezen wat er staat", {}, {}, {}});
  const auto today = now();
  REQUIRE(today.by_law.size() == 1);
  CHECK(today.by_law[0].case_id == "2026-001");
  CHECK(today.by_law[0].day.request == "r1");
  CHECK(today.agreed.empty());  // and nothing else comes back with it
  CHECK(std::ranges::none_of(today.cases, [](const auto& one) { return one.id == "2026-001"; }));
  room.does("2026-001", "Noor", AnswerRight{"r1", RightAnswer::granted, {}, {}});
  CHECK(now().by_law.empty());
}

TEST_CASE("what a resident asked goes along with a case to another team, and what is asked after that is answered here",
          "[desk][rights][transfer]") {
  TeamRoom room;
  agree_to_call(room, "2026-03-20");
  room.does("2026-001", "Noor", AskRight{Right::access, "Ik wil lezen wat er staat", {}, {}, {}});
  const std::string phrase = "paard batterij nietje juist";
  std::string sealed;
  {
    auto noors = room.desk("Noor");
    const TransferCase over{"Wijkteam Zuid", "Zij weet het", "verhuisd"};
    const auto handed = noors.service().hand_out(Command{{}, "2026-001", "Noor", {}, std::nullopt, over}, phrase,
                                                 [&](const std::string& bytes) { sealed = bytes; });
    if (handed.refusal) FAIL(handed.refusal->reason.in(Lang::en));
  }
  const auto asked = [&] {
    auto noors = room.desk("Noor");
    std::vector<std::string> all;
    for (const auto& one : desk::today_of(noors).by_law) all.push_back(one.day.request);
    return all;
  };
  const auto listed = [&](const std::string& request) {
    auto noors = room.desk("Noor");
    const auto listing = desk::list_cases(noors, {});
    for (const auto& row : listing.value().rows)
      for (const auto& day : desk::legal_days(noors, row.line))
        if (row.line.id == "2026-001" && day.request == request) return true;
    return false;
  };
  const auto under_way = [&] {
    auto noors = room.desk("Noor");
    return desk::today_of(noors).under_way.size();
  };
  const auto off_the_calendar = [&] {
    auto noors = room.desk("Noor");
    const auto feed = desk::calendar_feed(noors, "Noor");
    int count = 0;
    const std::string gone = "STATUS:CANCELLED";
    for (auto at = feed.find(gone); at != std::string::npos; at = feed.find(gone, at + 1)) ++count;
    return count;
  };
  // As long as nobody knows that they have it, it is waited for here.
  using Ids = std::vector<std::string>;
  CHECK(asked() == Ids{"r1"});
  CHECK(listed("r1"));
  const auto off_before = off_the_calendar();
  CHECK(under_way() == 1);
  const auto text = store::unseal_with_passphrase(phrase, sealed);
  REQUIRE(text);
  const auto package = service::case_package_from(*text);
  REQUIRE(package);
  room.does("2026-001", "Noor", ConfirmTransfer{package->receipt});
  CHECK(asked().empty());
  CHECK_FALSE(listed("r1"));
  CHECK(under_way() == 0);
  CHECK(off_the_calendar() == off_before + 1);
  // A copy stays here, and may be asked for.
  room.does("2026-001", "Noor", AskRight{Right::erasure, "Haal het daar ook weg", {}, {}, {}});
  CHECK(asked() == Ids{"r2"});
  CHECK(listed("r2"));
  CHECK_FALSE(listed("r1"));
  CHECK(under_way() == 0);
  auto noors = room.desk("Noor");
  CHECK(noors.service().index_findings().empty());
}

TEST_CASE("of a case that is only kept today offers nothing that would be refused", "[desk][today][rights]") {
  TeamRoom room;
  agree_to_call(room, "2026-03-02");
  room.does("2026-001", "Noor", SetReview{*date_from("2026-03-02")});
  room.clock.set("2026-03-04T10:00:00Z");
  const auto offered = [&](const char* way, bool kept_only) {
    auto noors = room.desk("Noor");
    const auto today = desk::today_of(noors);
    const auto own = std::ranges::find(today.cases, "2026-001", &desk::Today::Mine::id);
    REQUIRE(own != today.cases.end());
    CHECK(desk::standing(today, *own, noors.voice()) ==
          (kept_only ? "wordt nu alleen bewaard (de inwoner vroeg om beperking)" : "terugkijken"));
    CHECK(desk::today_json(today)["cases"][0]["only_kept"] == kept_only);
    const auto text = page::page_text(desk::today_page(today, noors.voice()));
    CAPTURE(text);
    CHECK((text.find("Samen bellen") != std::string::npos) != kept_only);
    // On paper and in a mail neither.
    CHECK((page::page_text(desk::own_actions_page(today, noors.voice())).find("Samen bellen") != std::string::npos) !=
          kept_only);
    CHECK((desk::own_actions_mail(today, "", noors.voice()).find("casus 2026-001, actie a1") != std::string::npos) !=
          kept_only);
    return std::ranges::count(today.next, std::string_view(way), &text::Way::path) == 1;
  };
  CHECK(offered("plan done", false));
  CHECK(offered("meeting ask", false));
  room.does("2026-001", "Noor", AskRight{Right::restriction, "De school klopt niet", {}, {}, {}});
  CHECK_FALSE(offered("plan done", true));
  CHECK_FALSE(offered("meeting ask", true));
  room.does("2026-001", "Noor", AnswerRight{"r1", RightAnswer::refused, "De school klopt", {}});
  CHECK(offered("plan done", false));
  CHECK(offered("meeting ask", false));
}

}  // namespace casus::test
