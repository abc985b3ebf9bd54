// SPDX-License-Identifier: EUPL-1.2
// Who may do what to the team: the same at every face, and asked before anything is told.
#include "core/desk/apply.hpp"
#include "core/desk/call.hpp"
#include "core/desk/keys/keeping.hpp"
#include "core/desk/reply.hpp"
#include "tests/desk/room.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace casus::test {
namespace {

struct TeamDeed {
  desk::Wish wish;
  TeamBody body;
  bool unnamed = false;  ///< a team is set up so
};

std::vector<TeamDeed> team_deeds() {
  return {{{"team add", {{"name", "Kees"}}}, AddMember{{"Kees", ""}}, true},
          {{"team rename", {{"name", "Ria"}, {"to", "Ria Smit"}}}, RenameMember{{"Ria", "Ria Smit", ""}}},
          {{"team absent", {{"name", "Ria"}}}, SetAbsence{{"Ria", *date_from("2026-03-02"), {}}}},
          {{"team set", {{"minutes", "60"}}}, SetTeam{60, {}, {}, {}}},
          {{"team partner add", {{"name", "De Linde"}, {"kind", "scholen"}}},
           AddPartner{{"De Linde", PartnerKind::school, Partnership::present, {}}}},
          {{"team line", {{"layer", "wij"}, {"text", "We bellen eerst"}}},
           WritePaperLine{PaperLayer::team, "We bellen eerst"}},
          {{"area focus", {{"text", "Geld"}}}, ChooseFocus{"Geld", {}, {}, {}}},
          {{"team withdraw", {{"line", "n1"}, {"because", "dubbel"}}}, WithdrawLine{"n1", "dubbel"}},
          {{"team leave", {{"name", "Ria"}}}, LeaveTeam{{"Ria"}}},
          {{"team name", {{"name", "Wijkteam Zuid"}}}, RenameTeam{"Wijkteam Zuid"}},
          {{"team close", {{"because", "gaat op in Zuid"}}}, CloseTeam{{"gaat op in Zuid"}}},
          {{"team reopen", {{"because", "toch verder"}}}, ReopenTeam{{"toch verder"}}}};
}

desk::Desk seated_desk(TeamRoom& room, const desk::Seat& seat) {
  desk::Setting setting{.form = desk::Form::both, .seat = seat, .store = room.at_store, .clock = &room.clock};
  return desk::Desk(std::move(setting));
}

/// Name of the refusal, "who" when a name was asked for, or empty.
std::string form_refused(TeamRoom& room, const desk::Seat& seat, const desk::Wish& wish) {
  auto at = seated_desk(room, seat);
  const auto reply = desk::call(at, wish);
  if (reply.refusal) return reply.refusal->name;
  return reply.status == desk::Status::done ? "" : "who";
}

std::string line_refused(TeamRoom& room, const desk::Seat& seat, TeamBody body) {
  auto at = seated_desk(room, seat);
  std::string refused;
  desk::Application application(at, [&](std::int64_t, const desk::Answered& answered) {
    if (const auto& refusal = std::get<service::Answer>(answered).refusal) refused = refusal->name;
  });
  application.take({1, TeamCommand{{}, {}, std::move(body)}});
  application.hand_over();
  return refused;
}

/// In words and as a document.
std::string all_told(TeamRoom& room, const desk::Seat& seat, const std::string& path) {
  auto at = seated_desk(room, seat);
  const auto told = desk::call(at, {path, {}});
  CHECK(told.status == desk::Status::done);
  std::string all;
  for (const auto& one : told.sayings()) all += one.text + '\n';
  if (told.document()) all += told.document()->dump();
  return all;
}

/// Why not, and what to do now.
std::string refused_in_words(TeamRoom& room, const desk::Seat& seat, const desk::Wish& wish) {
  auto at = seated_desk(room, seat);
  const auto reply = desk::call(at, wish);
  REQUIRE(reply.refusal);
  return reply.refusal->reason.in(Lang::nl) + ' ' + reply.refusal->remedies_in(text::Voice(Lang::nl));
}

bool shuts_out(const std::string& refused) {
  return refused == "who" || refused == "WhoIsThis" || refused == "NotOfTheTeam" || refused == "KeeperOnly";
}

}  // namespace

TEST_CASE("what is done to a team with members is theirs or the keeper's, as a form and as a line", "[desk][team]") {
  TeamRoom room;
  const desk::Seat outsider{"Mallory", Sureness::named, {}, {}}, nobody{"", Sureness::named, {}, {}};
  const desk::Seat screen{"", Sureness::table, {}, {}}, resident{"Noor", Sureness::resident, {}, {}};
  const desk::Seat member{"Noor", Sureness::named, {}, {}}, keeper{"Beheer", Sureness::keeper, {}, {}};
  for (const auto& deed : team_deeds()) {
    CAPTURE(deed.wish.path);
    // Of the open cases, too, nothing is told to them.
    CHECK(form_refused(room, outsider, deed.wish) == "NotOfTheTeam");
    CHECK(line_refused(room, outsider, deed.body) == "NotOfTheTeam");
    CHECK(shuts_out(form_refused(room, resident, deed.wish)));
    CHECK(line_refused(room, resident, deed.body) == "NotOfTheTeam");
    for (const auto& unnamed : {nobody, screen}) {
      CHECK(shuts_out(form_refused(room, unnamed, deed.wish)) == !deed.unnamed);
      CHECK(line_refused(room, unnamed, deed.body) == (deed.unnamed ? "" : "WhoIsThis"));
    }
    for (const auto& may : {member, keeper}) {
      CHECK_FALSE(shuts_out(form_refused(room, may, deed.wish)));
      CHECK_FALSE(shuts_out(line_refused(room, may, deed.body)));
    }
  }
}

TEST_CASE("who looks after the store hears how many cases keep a team or somebody there, and not which",
          "[desk][team]") {
  TeamRoom room;
  const desk::Seat noor{"Noor", Sureness::named, {}, {}}, keeper{"Beheer", Sureness::keeper, {}, {}};
  const std::vector<desk::Wish> wishes{{"team close", {{"because", "gaat op in Zuid"}}},
                                       {"team leave", {{"name", "Daan"}}}};
  for (const auto& wish : wishes) {
    CAPTURE(wish.path);
    CHECK(refused_in_words(room, noor, wish).find("2026-002") != std::string::npos);
    const auto by_the_keeper = refused_in_words(room, keeper, wish);
    CHECK(by_the_keeper.find("minder dan 5") != std::string::npos);
    for (const auto* words : {"2026-", "Noor", "inbrenger"}) CHECK(by_the_keeper.find(words) == std::string::npos);
  }
  for (int number = 3; number <= 6; ++number)
    room.open("2026-00" + std::to_string(number), "Noor", "Verzonnen", "kort/ronde");
  CHECK(refused_in_words(room, keeper, wishes.front()).find("minstens 5") != std::string::npos);
}

TEST_CASE("how much is kept is no exact figure for who looks after the store", "[desk][team]") {
  TeamRoom room;
  const desk::Seat noor{"Noor", Sureness::named, {}, {}}, keeper{"Beheer", Sureness::keeper, {}, {}};
  const auto info = [&](const desk::Seat& seat) {
    desk::Setting setting{.form = desk::Form::document, .seat = seat, .store = room.at_store, .clock = &room.clock};
    desk::Desk at(std::move(setting));
    const auto told = desk::call(at, {"store info", {}});
    REQUIRE(told.document());
    return told.document()->dump();
  };
  const auto exact = room.desk("Samira").store().info();
  CHECK(info(noor).find("\"streams\":" + std::to_string(exact.streams)) != std::string::npos);
  CHECK(info(keeper).find("\"streams\"") == std::string::npos);
  CHECK(info(keeper).find("\"streams_at_least\":" + std::to_string(exact.streams - exact.streams % 5)) !=
        std::string::npos);
  auto at = seated_desk(room, keeper);
  const auto kept = desk::keeping_of(at);
  REQUIRE(kept);
  CHECK(kept->in_fives);
  const auto page = page::page_text(desk::keeping_page(*kept, text::Voice(Lang::nl)));
  CHECK(page.find("minstens ") != std::string::npos);
}

TEST_CASE("a proof and a code for paper give who looks after the store no exact figure either", "[desk][team]") {
  TeamRoom room;
  const auto told_to = [&](Sureness sureness, const char* verb, desk::Form form) {
    desk::Setting setting;
    setting.form = form;
    setting.seat = {"Noor", sureness, {}, {}};
    setting.store = room.at_store;
    setting.clock = &room.clock;
    desk::Desk at(std::move(setting));
    const auto told = desk::call(at, {verb, {}});
    CHECK(told.status == desk::Status::done);
    if (told.document()) return told.document()->dump();
    std::string all;
    for (const auto& one : told.sayings()) all += one.text + "\n";
    return all;
  };
  // The seat of a colleague shows that there is something exact to be told.
  const auto as_table = told_to(Sureness::named, "store verify", desk::Form::document);
  const auto as_keeper = told_to(Sureness::keeper, "store verify", desk::Form::document);
  for (const auto* figure : {"\"streams\"", "\"events\"", "\"erased_streams\"", "\"younger_events\""}) {
    CAPTURE(figure);
    CHECK(as_table.find(figure) != std::string::npos);
    CHECK(as_keeper.find(figure) == std::string::npos);
  }
  CHECK(as_keeper.find("\"events_at_least\":") != std::string::npos);
  const auto anchor = told_to(Sureness::keeper, "store anchor", desk::Form::document);
  CHECK(told_to(Sureness::named, "store anchor", desk::Form::document).find("\"streams\":") != std::string::npos);
  CHECK(anchor.find("\"streams_at_least\":") != std::string::npos);
  for (const auto* figure : {"\"streams\"", "\"checkpoint\""}) CHECK(anchor.find(figure) == std::string::npos);
  const auto page = told_to(Sureness::keeper, "store verify", desk::Form::words);
  CHECK(page.find("gebeurtenissen: minstens ") != std::string::npos);
  CHECK(page.find("gewist: minder dan 5") != std::string::npos);
}

TEST_CASE("that a newcomer is called like somebody in a case is nothing for who looks after the store",
          "[desk][team]") {
  for (const auto sureness : {Sureness::named, Sureness::keeper}) {
    TeamRoom room;
    room.sits_down();
    auto at = seated_desk(room, {"Noor", sureness, {}, {}});
    const auto reply = desk::call(at, {"team add", {{"name", "Els Voorbeeld"}}});
    CHECK(reply.status == desk::Status::done);
    const bool told = std::ranges::any_of(
        reply.sayings(), [](const desk::Saying& one) { return one.text.find("2026-001") != std::string::npos; });
    CHECK(told == (sureness == Sureness::named));
  }
}

TEST_CASE("who is not of the team and adds somebody is told how somebody of the team does it", "[desk][team]") {
  TeamRoom room;
  for (const auto sureness : {Sureness::named, Sureness::resident}) {
    auto at = seated_desk(room, {"Mallory", sureness, {}, {}});
    const auto reply = desk::call(at, {"team add", {{"name", "Kees"}}});
    REQUIRE(reply.refusal);
    REQUIRE(reply.refusal->remedies.size() == 1);
    const auto ways = reply.refusal->remedies.front().ways();
    if (sureness == Sureness::resident) CHECK(ways.empty());
    else REQUIRE(ways.size() == 1);
    for (const auto& way : ways) CHECK(way.path == "team add");
  }
}

TEST_CASE("who is neither of the team nor at the meeting is not told what is on its table", "[desk][team]") {
  TeamRoom room;
  room.sits_down();
  const desk::Seat outsider{"Mallory", Sureness::named, {}, {}}, typing_for{"Mallory", Sureness::named, {}, "Noor"};
  const auto shut_out = [&] {
    // Nor whether there is a meeting of a day.
    for (const auto* path : {"meeting show", "meeting minutes"})
      for (const auto* date : {"2026-03-02", "2026-03-09"})
        CHECK(form_refused(room, outsider, {path, {{"date", date}}}) == "NotOfTheTeam");
    for (const auto* path : {"meeting next", "meeting back"}) {
      CHECK(form_refused(room, outsider, {path, {}}) == "NotOfTheTeam");
      CHECK(form_refused(room, typing_for, {path, {}}) == "NotOfTheTeam");
    }
  };
  shut_out();                                                                                        // nothing goes on
  CHECK(form_refused(room, {"Samira", Sureness::named, {}, {}}, {"meeting minutes", {}}) == "who");  // there are none
  room.begin_meeting();
  shut_out();  // nothing is on the table
  room.meets(room.day(), TakeItem{"2026-001", {}});
  shut_out();
  // Of whoever has a place in the case, and of the team, the rules of the case say what they may.
  for (const auto* name : {"Els Voorbeeld", "Samira"})
    CHECK(form_refused(room, {name, Sureness::named, {}, {}}, {"meeting back", {}}) != "NotOfTheTeam");
}

TEST_CASE("a line of learning is kept without a name, and the history of the team says why", "[desk][team]") {
  TeamRoom room;
  const desk::Seat noor{"Noor", Sureness::named, {}, {}};
  const auto history = [&] {
    auto at = seated_desk(room, noor);
    std::string all;
    const auto told = desk::call(at, {"team history", {}});
    for (const auto& one : told.sayings()) all += one.text + '\n';
    return all;
  };
  CHECK(history().find("zonder naam") == std::string::npos);
  CHECK(line_refused(room, {"", Sureness::named, {}, {}}, NoteLearning{{"Eerst vragen", "post"}}).empty());
  CHECK(history().find("zonder naam") != std::string::npos);
}

TEST_CASE("learning and signals are read by the team, and not by who looks after the store", "[desk][team]") {
  TeamRoom room;
  const desk::Seat noor{"Noor", Sureness::named, {}, {}}, keeper{"Beheer", Sureness::keeper, {}, {}};
  REQUIRE(line_refused(room, noor, NoteLearning{{"Eerst vragen", "post"}}).empty());
  REQUIRE(line_refused(room, noor, NoteSignal{{"Lange rijen", "wachttijd", {}, {}}}).empty());
  REQUIRE(line_refused(room, noor, CorrectLine{"l1", "Eerst luisteren", {}, "beter gezegd"}).empty());
  for (const auto* path : {"team list", "team history"}) {
    CAPTURE(path);
    const auto by_the_team = all_told(room, noor, path), by_the_keeper = all_told(room, keeper, path);
    for (const auto* words : {"Eerst luisteren", "Lange rijen"}) {
      CHECK(by_the_team.find(words) != std::string::npos);
      CHECK(by_the_keeper.find(words) == std::string::npos);
    }
    for (const auto* words : {"Eerst vragen", "beter gezegd"}) CHECK(by_the_keeper.find(words) == std::string::npos);
    CHECK(by_the_keeper.find("Samira") != std::string::npos);
  }
}

TEST_CASE("what was typed about a case at a meeting is shown to nobody who may not know its title", "[desk][team]") {
  TeamRoom room;
  SetBasis named{{.privacy = Privacy::agreed, .basis = Basis::wmo, .purpose = "Een eerste stap"}};
  room.does("2026-001", "Noor", named);
  room.begin_meeting({"Samira", "Noor"});
  room.meets(room.day(), TakeItem{"2026-001", {}});
  room.meets(room.day(), ParkItem{"moeder is opgenomen"});
  const auto shows = [&](const char* name) {
    auto at = seated_desk(room, {name, Sureness::named, {}, {}});
    const auto reply = desk::call(at, {"meeting show", {{"date", room.day()}}});
    REQUIRE(reply.document() != nullptr);
    const bool in_json = reply.document()->dump().find("opgenomen") != std::string::npos;
    const bool in_text = std::ranges::any_of(
        reply.sayings(), [](const desk::Saying& one) { return one.text.find("opgenomen") != std::string::npos; });
    CHECK(in_json == in_text);
    return in_json;
  };
  CHECK(shows("Noor"));
  CHECK_FALSE(shows("Ria"));
  room.does("2026-001", "Noor", EraseCase{"op verzoek", "Samira"});
  CHECK_FALSE(shows("Noor"));
  auto at = seated_desk(room, {"Samira", Sureness::named, {}, {}});
  desk::GuidedMeeting screen(at, room.today());
  REQUIRE_FALSE(screen.open());
  REQUIRE(screen.now().room);
  for (const auto& item : screen.now().room->items) CHECK(item.because.empty());
}

}  // namespace casus::test
