// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/forms/form.hpp"
#include "core/web/work/case_tabs.hpp"
#include "core/web/work/verb_form.hpp"
#include "tests/web/page_room.hpp"

#include <set>

namespace casus::test {
namespace {

TEST_CASE("the case worker finds the cases, and the pages of each", "[web]") {
  PageRoom room;
  room.laptop_ = room.laptop();
  auto samira = *room.laptop_;
  CHECK(where(samira.get("/")) == "/today");
  const auto list = samira.get("/cases");
  CHECK(list.status == 200);
  CHECK(list.has("/case/2026-001"));
  // Who is not at the table learns that there is a case of the team, and no more.
  CHECK(samira.get("/case/2026-001/plan").status == 403);
  auto noor = room.worker("Noor");
  for (const auto& tab : web::case_tabs()) {
    const auto page = noor.get("/case/2026-001" + (tab.place.empty() ? "" : "/" + std::string(tab.place)));
    INFO(tab.page);
    CHECK(page.status == 200);
    CHECK(page.has("aria-current=\"page\""));
  }
  CHECK(noor.get("/case/2026-001/nothing").status == 404);
  // A case that is not there is answered as one that is not for who asks, whatever is asked of it.
  for (const auto* place : {"", "/plan", "/files", "/do/case/say", "/do/case/erase"}) {
    INFO(place);
    const auto seen = noor.get(std::string("/case/2026-404") + place);
    CHECK(seen.status == 403);
    CHECK(seen.has("href=\"/cases\""));
  }
  CHECK(noor.post("/case/2026-404/do/case/say", {{"kind", "fact"}, {"text", "Van elders"}}).status == 403);
  CHECK(noor.get("/cards?case=2026-404").status == 403);
}

TEST_CASE("a list of more cases than a page holds says which stand there, and leads to the others", "[web]") {
  PageRoom room;
  for (int i = 3; i <= 120; ++i) {
    OpenCase open{.title = "Casus nummer " + std::to_string(i),
                  .privacy = Privacy::anonymous,
                  .basis = Basis::wmo,
                  .purpose = "Een eerste stap",
                  .method = "kort/ronde"};
    room.does((i < 10 ? "2026-00" : i < 100 ? "2026-0" : "2026-") + std::to_string(i), "Noor", open);
  }
  auto noor = room.worker("Noor");
  std::set<std::string> found;
  std::string place = "/cases";
  for (int pages = 1; !place.empty(); ++pages) {
    INFO(place);
    const auto page = noor.get(place);
    REQUIRE(page.status == 200);
    REQUIRE(pages <= 3);
    CHECK(page.has(pages == 1   ? "Casus 1 tot en met 50."
                   : pages == 2 ? "Casus 51 tot en met 100."
                                : "Casus 101 tot en met 120."));
    CHECK(page.has("rel=\"prev\"") == (pages > 1));
    for (auto at = page.body.find("/case/2026-"); at != std::string::npos; at = page.body.find("/case/2026-", at + 1))
      found.insert(page.body.substr(at, 14));
    const auto next = page.body.find("rel=\"next\"");
    place = next == std::string::npos ? std::string() : "/cases?from=" + std::to_string(50 * pages);
    if (!place.empty()) CHECK(page.has("href=\"" + place + "\""));
  }
  CHECK(found.size() == 120);
  CHECK(noor.get("/cases?from=120").has("Verder zijn er geen casussen."));
  CHECK(noor.get("/cases?from=-5").has("Casus 1 tot en met 50."));
  CHECK(noor.get("/cases?from=x").has("Casus 1 tot en met 50."));
  // What is due first stands on today, with how many more there are.
  CHECK(noor.get("/today").has("En nog 79 casussen."));
  CHECK(noor.get("/do/case/list").has("er zijn er meer"));
}

TEST_CASE("a list that is one page says nothing of others", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  CHECK_FALSE(noor.get("/cases").has("tot en met"));
  CHECK_FALSE(noor.get("/do/case/list").has("er zijn er meer"));
}

TEST_CASE("every verb of the catalogue has its form on a page, with a label for each field", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  for (const auto& entry : desk::catalogue()) {
    const auto form = desk::form_of(entry, Lang::nl);
    INFO(entry.path);
    const bool of_case = form.field("case") != nullptr;
    const auto page = noor.get((of_case ? "/case/2026-001/do/" : "/do/") + web::path_of_verb(entry.path));
    CHECK((page.status == 200 || page.status == 403 || page.status == 422));
    if (form.here) {
      CHECK(page.has("casus "));
      continue;
    }
    for (const auto& field : form.fields) {
      CHECK(field.name != "token");
      CHECK(field.name != "command");
      if (field.name != "at" && field.name != "expect" && field.name != "case")
        CHECK(page.has("name=\"" + field.name + "\""));
    }
  }
}

TEST_CASE("what a form asks is done once, told, and seen in the plan", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  REQUIRE(noor.get("/case/2026-001/do/network/name").status == 200);
  const auto sent = noor.submit("do-network-name", {{"name", "Tante Els"}, {"relation", "tante"}});
  CHECK(sent.status == 303);
  CHECK(where(sent) == "/case/2026-001/network");
  const auto network = noor.get("/case/2026-001/network");
  CHECK(network.has("Tante Els"));
  CHECK(network.has("told good"));
  CHECK_FALSE(noor.get("/case/2026-001/network").has("told good"));
}

TEST_CASE("a place on an agenda that was kept before has a link that puts it there; no page points at itself",
          "[web]") {
  PageRoom room;
  room.open("2026-003", "Noor", "Gezin met veel post", "kort/ronde", Mode::coaching);
  auto noor = room.worker("Noor");
  noor.get("/case/2026-003/do/meeting/ask");
  const auto asked = noor.follow(noor.submit("do-meeting-ask", {{"question", "Hoe verder?"}}));
  CHECK(asked.has("lag al klaar, en deze casus staat er niet op"));
  const std::string add = "/case/2026-003/do/meeting/agenda/add?date=2026-03-02";
  REQUIRE(asked.has("href=\"" + add + '"'));
  CHECK(noor.get(add).has("value=\"2026-03-02\""));
  const auto there = noor.follow(noor.submit("do-meeting-agenda-add", {{"minutes", "10"}, {"date", "2026-03-02"}}));
  CHECK(there.has("Noor zette casus 2026-003 op de agenda"));
  room.does("2026-003", "Noor", AddParticipant{"Samira", {Role::chair}, true, false, {}});
  room.does("2026-003", "Noor", AddParticipant{"Daan", {Role::member}, true, false, {}});
  auto samira = room.worker("Samira");
  samira.get("/case/2026-003/do/case/next");
  const auto begun = samira.follow(samira.submit("do-case-next", {{"because", "Wij beginnen"}}));
  CHECK(begun.has("Samira begon met de stap"));
  CHECK_FALSE(begun.has("kijk met"));
}

TEST_CASE("one's own words are changed and taken back from the page of the case, and nobody else's", "[web]") {
  PageRoom room;
  room.open("2026-003", "Noor", "Gezin met veel post", "kort/ronde", Mode::coaching);
  room.does("2026-003", "Noor", AddParticipant{"Samira", {Role::chair}, true, false, {}});
  room.does("2026-003", "Noor", AddParticipant{"Daan", {Role::member}, true, false, {}});
  room.does("2026-003", "Samira", NextStep{});
  room.does("2026-003", "Noor", Say{{.kind = "fact", .text = "Zij belt haar zus"}});
  auto noor = room.worker("Noor");
  // What it is is chosen by its shown name, and not typed.
  CHECK(noor.get("/case/2026-003/do/case/say").has("<option value=\"fact\">"));
  const auto page = noor.get("/case/2026-003");
  CHECK(page.has("Wat ik hier zei"));
  REQUIRE(page.has("/do/case/correct?ref=b1"));
  const auto form = noor.get("/case/2026-003/do/case/correct?ref=b1");
  CHECK(form.has("Zij belt haar zus"));
  const auto done = noor.submit("do-case-correct", {{"ref", "b1"}, {"text", "Zij belt haar zus elke week"}});
  INFO(done.body);
  CHECK(done.status == 303);
  CHECK(noor.get("/case/2026-003").has("Zij belt haar zus elke week"));
  CHECK_FALSE(room.worker("Daan").get("/case/2026-003").has("do/case/correct?ref=b1"));
  noor.get("/case/2026-003/do/case/withdraw?ref=b1");
  CHECK(noor.submit("do-case-withdraw", {{"ref", "b1"}}).status == 303);
  CHECK_FALSE(noor.get("/case/2026-003").has("correct?ref=b1"));
}

TEST_CASE("what is refused stands in its form still, with the reason", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  REQUIRE(noor.get("/case/2026-001/do/plan/move").status == 200);
  const auto got =
      noor.submit("do-plan-move", {{"action", "a99"}, {"to", "2026-04-01"}, {"because", "Zij is dan weg"}});
  CHECK(got.status >= 400);
  CHECK(got.has("told warning"));
  CHECK(got.has("Zij is dan weg"));
}

TEST_CASE("who looks at a case of others gives a reason, which is kept", "[web]") {
  PageRoom room;
  auto ria = room.worker("Ria");
  const auto refused = ria.get("/case/2026-001/dossier");
  CHECK(refused.status == 403);
  const auto let_in = ria.submit("why-look", {{"because", "Noor is ziek en ik neem waar"}});
  CHECK(let_in.status == 200);
  CHECK(let_in.has("Moeder met twee kinderen"));
  CHECK(room.worker("Noor").get("/case/2026-001/seen").has("Noor is ziek en ik neem waar"));
}

TEST_CASE("a phone with the code of the meeting is for the meeting", "[web]") {
  PageRoom room;
  auto noor = room.phone("Noor");
  for (const auto* path : {"/cases", "/case/2026-001", "/all", "/do/team/add"}) CHECK(noor.get(path).status == 403);
  auto nobody = room.browser();
  for (const auto* path : {"/cases", "/case/2026-001", "/all", "/do/team/add"})
    CHECK(where(nobody.get(path)) == "/join");
}

TEST_CASE("nothing is made on the computer of the store from a page", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  noor.get("/do/team/add");
  const auto folder = (room.folder / "made").string();
  const auto got = noor.post("/do/method/new", {{"id", "buurt/gesprek"}, {"in", folder}});
  CHECK(got.status == 422);
  CHECK_FALSE(std::filesystem::exists(folder));
}

}  // namespace
}  // namespace casus::test
