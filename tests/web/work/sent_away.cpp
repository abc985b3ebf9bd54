// SPDX-License-Identifier: EUPL-1.2
// Who asks for a case by a way that is not theirs is refused, and the case's log of looks keeps it.
#include "core/service/unlogged.hpp"
#include "tests/web/page_room.hpp"

#include <algorithm>

namespace casus::test {
namespace {

struct AwayRoom : PageRoom {
  AwayRoom() {
    sits_down();
    begin_meeting();
  }

  Looks looks(const std::string& case_id) {
    auto it = desk("Samira");
    return service::Unlogged(it.service()).accountability(case_id).looks;
  }
  /// What the log of this case keeps of what is asked: refused, once, or it fails.
  CaseSeen refused(const std::string& case_id, const std::function<Got()>& ask) {
    const auto before = looks(case_id).size();
    clock.advance(std::chrono::seconds(1));
    const auto got = ask();
    CHECK(got.status == 403);
    for (const auto* told : {"Oudere man", "Moeder met", "Hoe verder", "Een eerste stap"}) CHECK_FALSE(got.has(told));
    const auto after = looks(case_id);
    REQUIRE(after.size() > before);
    CHECK(std::ranges::all_of(after.begin() + static_cast<std::ptrdiff_t>(before), after.end(),
                              [](const Look& one) { return one.seen.sight == Sight::refused; }));
    return after.back().seen;
  }
};

TEST_CASE("the case of another team member is refused to who is not at its table, read or written, and logged",
          "[web]") {
  AwayRoom room;
  auto ria = room.worker("Ria");
  for (const auto* place :
       {"/case/2026-002", "/case/2026-002/plan", "/case/2026-002/network", "/case/2026-002/family",
        "/case/2026-002/safety", "/case/2026-002/look-back", "/case/2026-002/files", "/case/2026-002/files/f1",
        "/case/2026-002/dossier", "/case/2026-002/history", "/case/2026-002/seen", "/cards?case=2026-002"}) {
    INFO(place);
    CHECK(room.refused("2026-002", [&] { return ria.get(place); }).name == "Ria");
  }
  ria.get("/cases");
  const auto write = [&] { return ria.post("/case/2026-002/do/case/say", {{"kind", "fact"}, {"text", "Van elders"}}); };
  CHECK(room.refused("2026-002", write).name == "Ria");
  CHECK(room.desk("Daan").service().exists("2026-002"));
}

TEST_CASE("who came by a card, by the code of a meeting or to keep the store gets no case by its number, and is logged",
          "[web]") {
  AwayRoom room;
  auto noor = room.worker("Noor");
  auto resident = room.in(PageRoom::card_of(noor, "2026-001", "Els Voorbeeld"));
  for (const auto* place : {"/case/2026-002", "/case/2026-002/plan", "/cards?case=2026-002"}) {
    INFO(place);
    const auto seen = room.refused("2026-002", [&] { return resident.get(place); });
    CHECK(seen.name.empty());  // the people of that case are not told whose card it was
    CHECK(seen.sureness == Sureness::resident);
  }
  const auto own = room.refused("2026-001", [&] { return resident.get("/case/2026-001/dossier"); });
  CHECK(own.name == "Els Voorbeeld");
  CHECK(own.part == CasePart::dossier);
  auto phone = room.phone("Daan");
  CHECK(room.refused("2026-002", [&] { return phone.get("/case/2026-002"); }).name == "Daan");
  // A case that is not there tells nothing else, and is no fault.
  CHECK(resident.get("/case/2099-404").status == 403);
  CHECK(phone.get("/case/2099-404").status == 403);
  const auto told = noor.get("/case/2026-001/seen");
  CHECK(told.has("geweigerd: niets gezien"));
}

TEST_CASE("a card that was ended is refused, and the log of its case says that somebody came with it", "[web]") {
  AwayRoom room;
  auto noor = room.worker("Noor");
  const auto old = PageRoom::card_of(noor, "2026-001", "Els Voorbeeld");
  const auto now = PageRoom::card_of(noor, "2026-001", "Els Voorbeeld");
  auto finder = room.browser();
  const auto seen = room.refused("2026-001", [&] { return finder.get(old.path); });
  CHECK(seen.name.empty());
  CHECK(content_of(room.folder / "casus.db.cards").find("Els Voorbeeld") == std::string::npos);
  CHECK(noor.get("/case/2026-001/seen").has("iemand met een kaart die hier niet geldt"));
  // As who sees their own file reads it, and after the server came back.
  CHECK(room.in(now).get("/ours/seen").has("iemand met een kaart die hier niet geldt"));
  room.stop();
  room.serve();
  CHECK(room.refused("2026-001", [&] { return room.browser().get(old.path); }).sight == Sight::refused);
  // A link that never was tells of no case.
  const auto before = room.looks("2026-001").size();
  CHECK(room.browser().get("/card/" + std::string(43, 'a')).status == 403);
  CHECK(room.looks("2026-001").size() == before);
}

}  // namespace
}  // namespace casus::test
