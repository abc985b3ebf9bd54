// SPDX-License-Identifier: EUPL-1.2
#include "tests/web/page_room.hpp"

// The network map and the genogram as something to work on; by links and forms alone. What the script adds is tested in
// a browser.

namespace casus::test {
namespace {

void adds(Browser& noor, const std::string& name, const std::string& shell, const std::string& quadrant) {
  noor.get("/case/2026-001/network");
  REQUIRE(noor.submit("do-network-add", {{"name", name}, {"shell", shell}, {"quadrant", quadrant}}).status == 303);
}

std::string id_of(const std::string& page, const std::string& name) {
  const auto at = page.find("data-name=\"" + name + "\"");
  REQUIRE(at != std::string::npos);
  const auto id = page.rfind("id=\"at-", at) + 7;
  return page.substr(id, page.find('"', id) - id);
}

TEST_CASE("somebody on the network map is pointed at, and moved by the form beside it", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  CHECK(noor.get("/case/2026-001/network").has("Iemand op de kaart zetten"));
  adds(noor, "Tante \"Els\"", "intimate", "family");
  const auto map = noor.get("/case/2026-001/network");
  const auto id = id_of(map.body, "Tante &quot;Els&quot;");
  CHECK(map.has("/case/2026-001/network?person=" + id + "#change"));
  CHECK(map.has("casus-map.js"));
  CHECK_FALSE(noor.get("/case/2026-001").has("casus-map.js"));
  const auto chosen = noor.get("/case/2026-001/network?person=" + id);
  CHECK(chosen.has("value=\"Tante &quot;Els&quot;\""));
  CHECK(chosen.has("value=\"intimate\" selected"));
  REQUIRE(
      noor.submit("do-network-add", {{"name", "Tante \"Els\""}, {"shell", "friend"}, {"quadrant", "society"}}).status ==
      303);
  const auto moved = noor.get("/case/2026-001/network?person=" + id);
  CHECK(moved.has("data-shell=\"friend\""));
  CHECK(moved.has("data-quadrant=\"society\""));
  // Whoever is not at the table sees the map with a reason, and cannot work on it.
  auto ria = room.worker("Ria");
  ria.get("/case/2026-001/network");
  const auto seen = ria.submit("why-look", {{"because", "Noor is ziek en ik neem waar"}});
  CHECK(seen.status == 200);
  CHECK(seen.has("Tante"));
  CHECK_FALSE(seen.has("do-network-add"));
}

TEST_CASE("two people of the genogram are pointed at, and connected", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  for (const auto* name : {"Oma Bep", "Kees"}) {
    noor.get("/case/2026-001/family");
    const auto got = noor.submit("do-network-family-person", {{"name", name}, {"symbol", "woman"}});
    INFO(got.body);
    REQUIRE(got.status == 303);
  }
  const auto sheet = noor.get("/case/2026-001/family");
  const auto bep = id_of(sheet.body, "Oma Bep");
  const auto kees = id_of(sheet.body, "Kees");
  const auto first = noor.get("/case/2026-001/family?person=" + bep);
  CHECK(first.has("person=" + bep + "&amp;other=" + kees));
  CHECK(first.has("Iemand is ouder van Oma Bep"));
  const auto both = noor.get("/case/2026-001/family?person=" + bep + "&other=" + kees);
  CHECK(both.has("Oma Bep en Kees"));
  CHECK(both.has("Oma Bep is ouder van Kees"));
  const auto linked =
      noor.submit("do-network-family-parent-down", {{"parent", "Oma Bep"}, {"child", "Kees"}, {"how", "birth"}});
  INFO(linked.body);
  CHECK(linked.status == 303);
  CHECK(noor.get("/case/2026-001/history").has("Oma Bep"));
  CHECK(noor.get("/case/2026-001/family").has("Kees"));
}

}  // namespace
}  // namespace casus::test
