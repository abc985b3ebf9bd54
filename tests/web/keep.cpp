// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/forms/form.hpp"
#include "core/desk/keys/keeping.hpp"
#include "core/desk/reading.hpp"
#include "core/store/files/files.hpp"
#include "core/web/work/case_tabs.hpp"
#include "core/web/work/verb_form.hpp"
#include "tests/web/page_room.hpp"

// The page of who looks after the store; passphrases; and each person's own devices.

namespace casus::test {
namespace {

/// The link that stands on a page that made one.
std::string link_on(const Got& got) {
  const auto from = got.body.find("/in/", got.body.find("<code>"));
  REQUIRE(from != std::string::npos);
  return got.body.substr(from, got.body.find('<', from) - from);
}

Browser keeper_of(const PageRoom& room) {
  if (!room.laptop_) room.laptop_ = room.laptop();
  room.laptop_->get("/devices");
  return room.by_link(link_on(room.laptop_->submit("invite-keeper", {{"keeper", "Kees Beheer"}})));
}

constexpr const char* kSentence = "vier fietsen in de gang";

void sets_passphrase(Browser& who) {
  who.get("/sessions");
  REQUIRE(who.submit("passphrase", {{"passphrase", kSentence}, {"again", kSentence}}).status == 303);
}

TEST_CASE("who looks after the store sees how it is, and nothing of a case or a meeting", "[web]") {
  PageRoom room;
  room.sits_down();
  room.begin_meeting();
  auto keeper = keeper_of(room);
  CHECK(where(keeper.get("/")) == "/keep");
  const auto page = keeper.get("/keep");
  CHECK(page.status == 200);
  CHECK(page.has("Controlepunten"));
  CHECK(page.has("casus store restore"));
  for (const auto* words : {"Moeder met twee", "Oudere man", "Els Voorbeeld", "Daan"}) CHECK_FALSE(page.has(words));
  for (const auto* path : {"/today", "/find", "/open", "/cases", "/case/2026-001", "/case/2026-001/do/case/say", "/all",
                           "/cards?case=2026-001", "/mine", "/lead", "/screen", "/live", "/do/team/list",
                           "/do/case/open", "/do/meeting/propose"}) {
    INFO(path);
    const auto got = keeper.get(path);
    CHECK(got.status == 403);
    CHECK_FALSE(got.has("Moeder"));
  }
  // What the team's computer may, the keeper may; a member of the team at a distance may not.
  auto ria = room.worker("Ria");
  CHECK(ria.get("/keep").status == 403);
  CHECK(ria.get("/devices").status == 403);
  CHECK(room.laptop_->get("/keep").status == 200);
}

TEST_CASE("a checkpoint is made from the page, and what needs the store's computer is refused at a distance", "[web]") {
  PageRoom room;
  auto keeper = keeper_of(room);
  keeper.get("/do/store/anchor");
  const auto made = keeper.submit("do-store-anchor", {});
  CHECK(where(made) == "/keep");
  auto desk = room.desk("Samira");
  const auto keeping = desk::keeping_of(desk);
  REQUIRE(keeping);
  REQUIRE_FALSE(keeping->anchors.empty());
  CHECK(keeper.get("/keep").has(keeping->anchors.front().code));
  int lines = 0;
  for (const auto& entry : desk::catalogue()) {
    if (!entry.path.starts_with("store ") || !desk::form_of(entry, Lang::nl).here) continue;
    INFO(entry.path);
    ++lines;
    const auto path = web::place_of_verb(entry.path, {});
    CHECK(keeper.get(path).has("casus store"));
    keeper.get("/keep");
    const auto got = keeper.post(path, {{"file", (room.folder / "made").string()}, {"out", "made"}});
    CHECK((got.status == 422 || got.status == 403));
  }
  CHECK(lines >= 5);
  CHECK_FALSE(std::filesystem::exists(room.folder / "made"));
}

TEST_CASE("who looks after the store names, fills and closes the team from the page, and reads nothing of it",
          "[web][team]") {
  PageRoom room;
  auto keeper = keeper_of(room);
  const auto page = keeper.get("/keep");
  for (const auto* path : {"/do/team/add", "/do/team/name", "/do/team/close", "/do/team/reopen"}) {
    INFO(path);
    CHECK(page.has("href=\"" + std::string(path) + '"'));
    CHECK(keeper.get(path).status == 200);
  }
  keeper.get("/do/team/name");
  CHECK(where(keeper.submit("do-team-name", {{"name", "Wijkteam West"}})) == "/keep");
  keeper.get("/do/team/add");
  CHECK(where(keeper.submit("do-team-add", {{"name", "Kees"}})) == "/keep");
  auto desk = room.desk("Samira");
  const auto team = desk.service().team();
  REQUIRE(team);
  CHECK(team->name == "Wijkteam West");
  CHECK(team->members_meant("Kees").size() == 1);
  // Cases are open: why it cannot be is told without a word of them.
  keeper.get("/do/team/close");
  const auto refused = keeper.submit("do-team-close", {{"because", "Twee teams worden een"}});
  CHECK(refused.status != 303);
  CHECK(refused.has("minder dan 5"));
  for (const auto* words : {"Moeder met twee", "Oudere man", "2026-001", "2026-002", "Noor", "Daan"})
    CHECK_FALSE(refused.has(words));
  for (const auto* path : {"/do/team/list", "/do/team/history", "/do/team/leave", "/do/team/paper"})
    CHECK(keeper.get(path).status == 403);
}

TEST_CASE("a form says that it is for who looks after the store where they come to it by a link, and nowhere else",
          "[web]") {
  PageRoom room;
  auto keeper = keeper_of(room);
  auto ria = room.worker("Ria");
  int of_team = 0, of_both = 0;
  for (const auto& entry : desk::catalogue()) {
    if (desk::form_of(entry, Lang::nl).access.ground != desk::Ground::house) continue;
    INFO(entry.path);
    const auto path = web::place_of_verb(entry.path, {});
    const bool comes = keeper.get(path).status != 403;
    const auto page = ria.get(path);
    CHECK(page.has("Voor: wie bij het team hoort"));
    CHECK(page.has("Voor: wie bij het team hoort, en wie het register beheert") == comes);
    ++(comes ? of_both : of_team);
  }
  CHECK(of_team > 5);
  CHECK(of_both > 1);
}

TEST_CASE("a backup is a button: it says where the file is, twice is once, and others have no such button", "[web]") {
  namespace fs = std::filesystem;
  PageRoom room;
  auto keeper = keeper_of(room);
  const auto folder = fs::path(room.folder / "casus.db.backups");
  const auto copies = [&] {
    return fs::is_directory(folder) ? std::distance(fs::directory_iterator(folder), fs::directory_iterator()) : 0;
  };
  keeper.get("/keep");
  REQUIRE(where(keeper.submit("now-backup", {})) == "/keep");
  CHECK(copies() == 1);
  const auto made = fs::directory_iterator(folder)->path();
  const auto told = keeper.get("/keep");
  CHECK(told.has(made.string()));
  CHECK(told.has("zet hem ook op een andere schijf"));
  CHECK(told.has("casus.db.keys"));
  CHECK((fs::status(made).permissions() & fs::perms(077)) == fs::perms::none);
  const auto size = fs::file_size(made);
  const auto written = fs::last_write_time(made);

  // A double tap, and a second press in the same minute: the file stays as it is, and that is said.
  REQUIRE(keeper.submit("now-backup", {}).status == 303);
  CHECK(keeper.get("/keep").has("van deze minuut is er al een reservekopie"));
  CHECK(copies() == 1);
  CHECK(fs::file_size(made) == size);
  CHECK(fs::last_write_time(made) == written);
  room.clock.advance(std::chrono::minutes(1));
  keeper.get("/keep");
  REQUIRE(keeper.submit("now-backup", {{"file", (room.folder / "elsewhere").string()}, {"overwrite", "1"}}).status ==
          303);
  CHECK(copies() == 2);
  CHECK_FALSE(fs::exists(room.folder / "elsewhere"));

  // The copy puts a lost store back.
  {
    fs::create_directory(room.folder / "again");
    fs::copy_file(room.folder / "casus.db.keys", room.folder / "again" / "casus.db.keys");
    store::restore_copy(made.string(), (room.folder / "again" / "casus.db").string(),
                        (room.folder / "again" / "casus.db.keys").string());
    CHECK(fs::file_size(room.folder / "again" / "casus.db") == size);
  }

  // Whoever works with cases, from a distance: no button, no file.
  auto ria = room.worker("Ria");
  ria.get("/today");
  CHECK(ria.post("/do/store/backup", {}).status == 403);
  CHECK(copies() == 2);

  // Where nothing can be written, the keeper reads why, and what was there is there still.
  room.clock.advance(std::chrono::minutes(1));
  fs::rename(folder, room.folder / "aside");
  std::ofstream(folder.string()) << "no folder";
  keeper.get("/keep");
  const auto failed = keeper.submit("now-backup", {});
  CHECK(failed.status == 503);
  CHECK(failed.has("casus.db.backups"));
  CHECK(fs::is_regular_file(folder));
  CHECK(keeper.get("/keep").status == 200);
}

TEST_CASE("the keeper asks nobody's name: a keeper by name of the team reads no case either", "[web]") {
  PageRoom room;
  room.laptop_ = room.laptop();
  room.laptop_->get("/devices");
  auto noor = room.by_link(link_on(room.laptop_->submit("invite-keeper", {{"keeper", "Noor"}})));
  CHECK(noor.get("/case/2026-001").status == 403);
  CHECK(noor.get("/today").status == 403);
  CHECK(noor.get("/keep").status == 200);
}

TEST_CASE("a citizen service number is no name of who looks after the store", "[web]") {
  PageRoom room;
  room.laptop_ = room.laptop();
  room.laptop_->get("/devices");
  const auto got = room.laptop_->submit("invite-keeper", {{"keeper", "Kees 123456782"}});
  CHECK(got.status == 422);
  CHECK_FALSE(got.has("123456782"));
  CHECK(content_of(room.folder / "casus.db.devices").find("123456782") == std::string::npos);
}

TEST_CASE("a link that was not used yet is taken back", "[web]") {
  PageRoom room;
  room.laptop_ = room.laptop();
  room.laptop_->get("/devices");
  const auto made = room.laptop_->submit("invite", {{"name", "Ria"}});
  const auto link = link_on(made);
  CHECK(room.browser().get(link).status == 200);
  room.laptop_->get("/devices");
  const auto form = room.laptop_->page().body;
  CHECK(room.laptop_->post("/devices", {{"take-back", value_behind(form, "name=\"take-back\"")}}).status == 303);
  CHECK(room.browser().get(link).status == 403);
}

TEST_CASE("with a passphrase somebody comes in again by name; not by a wrong one, and not after leaving the team",
          "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  noor.get("/sessions");
  CHECK(noor.submit("passphrase", {{"passphrase", "kort"}, {"again", "kort"}}).status == 422);
  noor.get("/sessions");
  CHECK(noor.submit("passphrase", {{"passphrase", kSentence}, {"again", "iets heel anders"}}).status == 422);
  sets_passphrase(noor);
  std::ifstream kept((room.folder / "casus.db.passphrases").string());
  const std::string bytes{std::istreambuf_iterator<char>(kept), {}};
  CHECK(bytes.find("$argon2id$") != std::string::npos);
  CHECK(bytes.find(kSentence) == std::string::npos);
  auto home = room.browser();
  home.get("/enter");
  auto got = home.submit("enter-form", {{"name", "noor"}, {"passphrase", "vier fietsen in de tuin"}});
  CHECK(got.status == 403);
  CHECK(got.has("horen niet bij elkaar"));
  CHECK_FALSE(got.has("vier fietsen"));
  CHECK(home.submit("enter-form", {{"name", "Niemand"}, {"passphrase", kSentence}}).status == 403);
  CHECK(home.submit("enter-form", {{"name", " n\u00f3\u00f3r "}, {"passphrase", kSentence}}).status == 303);
  CHECK(home.get("/today").status == 200);
  // A link alone is not enough any more.
  room.laptop_->get("/devices");
  const auto link = link_on(room.laptop_->submit("invite", {{"name", "Noor"}}));
  auto thief = room.browser();
  thief.get(link);
  CHECK(thief.submit("link-form", {}).status == 403);
  CHECK(thief.submit("link-form", {{"passphrase", kSentence}}).status == 303);
  // It outlives the server, and is forgotten when that is asked for.
  room.stop();
  room.serve();
  auto again = room.browser();
  again.get("/enter");
  CHECK(again.submit("enter-form", {{"name", "Noor"}, {"passphrase", kSentence}}).status == 303);
  again.get("/sessions");
  CHECK(again.submit("forget-passphrase", {{"forget", "1"}}).status == 303);
  auto later = room.browser();
  later.get("/enter");
  CHECK(later.submit("enter-form", {{"name", "Noor"}, {"passphrase", kSentence}}).status == 403);
}

TEST_CASE("the passphrase of who left the team is gone when the server comes back", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  auto ria = room.worker("Ria");
  auto keeper = keeper_of(room);
  for (auto* one : {&noor, &ria, &keeper}) sets_passphrase(*one);
  const auto kept = [&](const char* name) {
    return content_of(room.folder / "casus.db.passphrases").find(name) != std::string::npos;
  };
  REQUIRE(kept("Ria"));
  REQUIRE(room.desk("Samira").service().handle(TeamCommand{{}, {}, LeaveTeam{{"Ria"}}, "Samira"}).done());
  room.stop();
  room.serve();
  CHECK_FALSE(kept("Ria"));
  CHECK(kept("Noor"));
  CHECK(kept("Kees Beheer"));
}

TEST_CASE("guesses at a passphrase are counted", "[web]") {
  PageRoom room;
  auto home = room.browser();
  home.get("/enter");
  for (int i = 0; i < 10; ++i)
    CHECK(home.submit("enter-form", {{"name", "Noor"}, {"passphrase", "fiets " + std::to_string(i)}}).status == 403);
  CHECK(home.submit("enter-form", {{"name", "Noor"}, {"passphrase", kSentence}}).status == 429);
}

TEST_CASE("when the keeper asks for passphrases, who has none chooses one before anything else", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  room.laptop_->get("/devices");
  CHECK(room.laptop_->submit("require", {{"require", "1"}}).status == 303);
  CHECK(where(noor.get("/today")) == "/sessions");
  CHECK(where(noor.get("/case/2026-001")) == "/sessions");
  CHECK(noor.get("/sessions").has("Kies eerst een wachtzin"));
  sets_passphrase(noor);
  CHECK(noor.get("/today").status == 200);
  // Of a phone in the meeting, and of the computer that holds the keys, none is asked.
  room.begin_meeting();
  CHECK(room.phone("Daan").get("/mine").status == 200);
  CHECK(room.laptop_->get("/today").status == 200);
}

TEST_CASE("the log says how sure it was who they were: of a look, and of what was done from a device", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  noor.get("/case/2026-001");
  noor.get("/case/2026-001/do/network/name");
  REQUIRE(noor.submit("do-network-name", {{"name", "Tante Els"}, {"relation", "tante"}}).status == 303);
  CHECK(noor.get("/case/2026-001/history").has("Noor (uitgenodigd)"));
  CHECK(noor.get("/case/2026-001/seen").has("Noor (inbrenger, uitgenodigd)"));
}

TEST_CASE("each person sees and ends the own devices, and no others", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  auto other = room.worker("Noor");
  auto ria = room.worker("Ria");
  const auto page = noor.get("/sessions");
  CHECK(page.has("Noor, voor het werk van elke dag"));
  CHECK(page.has("(dit toestel)"));
  CHECK_FALSE(page.has("Ria"));
  const auto rias = value_behind(ria.get("/sessions").body, "name=\"end\"");
  noor.get("/sessions");
  CHECK(noor.post("/sessions", {{"end", rias}}).status == 303);
  CHECK(ria.get("/today").status == 200);
  const auto handle = value_behind(other.get("/sessions").body, "name=\"end\"");
  noor.get("/sessions");
  noor.post("/sessions", {{"end", handle}});
  // One of the two is ended, whichever was pointed at.
  CHECK((where(other.get("/today")) == "/join") != (where(noor.get("/today")) == "/join"));
  // A phone with the code of the meeting has proved less, and sees itself alone.
  room.begin_meeting();
  auto phone = room.phone("Ria");
  CHECK(phone.get("/sessions").has("bij het overleg van maandag 2 maart 2026"));
  CHECK_FALSE(phone.get("/sessions").has("elke dag"));
  CHECK_FALSE(phone.get("/sessions").has("name=\"passphrase\""));
  CHECK(where(room.browser().get("/sessions")) == "/join");
}

}  // namespace
}  // namespace casus::test
