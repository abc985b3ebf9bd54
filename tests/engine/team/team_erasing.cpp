// SPDX-License-Identifier: EUPL-1.2
// Who may erase somebody who left the team, and whose name it is.
#include "core/engine/team/team_erasing.hpp"
#include "core/engine/team/team_mending.hpp"
#include "tests/engine/story.hpp"

using namespace casus;
using namespace casus::test;

namespace {

/// Noor and Samira, with Daan who was called otherwise, set the telephone and left.
engine::TeamEvents after_leaving() {
  TeamFounded founded{{.name = "Wijkteam Noord"}};
  TeamSet phone{{.phone = "070-1234567"}};
  engine::TeamEvents history{{at("2026-01-05T09:00:00Z"), founded},
                             {at("2026-01-05T09:00:00Z"), MemberAdded{{"Noor", "wijkwerker"}, {}}},
                             {at("2026-01-05T09:00:00Z"), MemberAdded{{"Samira", "verpleegkundige"}, {}}},
                             {at("2026-02-02T09:00:00Z"), MemberAdded{{"Daan", "jongerenwerker"}, {}}},
                             {at("2026-02-02T09:30:00Z"), AbsenceSet{{"Daan", *date_from("2026-02-09"), {}}}},
                             {at("2026-02-02T10:00:00Z"), MemberRenamed{{"Daan", "Daan Ploeg", ""}}},
                             {at("2026-02-03T09:00:00Z"), phone},
                             {at("2026-02-27T09:00:00Z"), MemberLeft{{"Daan Ploeg"}}}};
  history[6].by = "Daan Ploeg";
  history[7].by = "Noor";
  history[7].seat = Typist{"daan ploeg", Sureness::table, "daan"};
  return history;
}

struct Asked {
  std::string by = "Noor";
  std::string with = "Samira";
  std::string name = "Daan Ploeg";
  std::optional<Typist> seat = {};
};

std::string erased(const engine::TeamEvents& history, const Asked& asked) {
  const auto came = engine::decide_mending(
      {"t", at("2026-03-02T10:00:00Z"), EraseMember{asked.name, asked.with}, asked.by, asked.seat}, history);
  if (!came) return came.error().name;
  REQUIRE(came->size() == 1);
  return std::get<MemberErased>(came->front().body).with;
}

}  // namespace

TEST_CASE("who left is erased by two of the team, under any name that was theirs", "[engine][mending]") {
  const auto history = after_leaving();
  CHECK(erased(history, {}) == "Samira");
  CHECK(erased(history, {.with = "sam", .name = "Daan"}) == "Samira");
  CHECK(erased(history, {.name = "daan pl"}) == "Samira");
  CHECK(erased(history, {.by = "Beheer", .seat = Typist{"Beheer", Sureness::keeper, {}}}) == "Samira");
  CHECK(erased(history, {.by = ""}) == "WhoIsThis");
  CHECK(erased(history, {.by = "Mallory"}) == "NotYoursToErase");
  CHECK(erased(history, {.by = "Daan Ploeg"}) == "NotYoursToErase");
  CHECK(erased(history, {.seat = Typist{"Mallory", {}, {}}}) == "TypedForAnother");
  CHECK(erased(history, {.seat = Typist{"Noor", Sureness::resident, {}}}) == "NotYoursToErase");
  for (const std::string with : {"", "noor", "Mallory", "Daan Ploeg"})
    CHECK(erased(history, {.with = with}) == "SecondPersonNeeded");
  CHECK(erased(history, {.name = ""}) == "EmptyText");
  CHECK(erased(history, {.name = "Kees"}) == "NotALeaver");
  CHECK(erased(history, {.name = "Samira"}) == "StillInTeam");
}

TEST_CASE("nobody comes to the team today to erase who left it", "[engine][mending]") {
  auto history = after_leaving();
  history.push_back({at("2026-03-02T08:00:00Z"), MemberAdded{{"Mo", ""}, {}}});
  CHECK(erased(history, {.with = "Mo"}) == "SecondPersonNeeded");
  CHECK(erased(history, {.by = "Mo"}) == "SecondPersonNeeded");
  history.back().at = at("2026-03-01T08:00:00Z");
  CHECK(erased(history, {.with = "Mo"}) == "Mo");
}

TEST_CASE("a name that somebody in the team has or had is not erased", "[engine][mending]") {
  auto history = after_leaving();
  history.push_back({at("2026-03-01T08:00:00Z"), MemberAdded{{"Daan", ""}, {}}});  // another, or the same again
  CHECK(erased(history, {}) == "StillInTeam");
  history.push_back({at("2026-03-01T08:30:00Z"), MemberRenamed{{"Daan", "Daan Vos", ""}}});
  CHECK(erased(history, {}) == "StillInTeam");
  history.push_back({at("2026-03-01T09:00:00Z"), MemberLeft{{"Daan Vos"}}});
  CHECK(erased(history, {}) == "Samira");
}

TEST_CASE("what happened stays when the name of who left goes", "[engine][mending]") {
  auto history = after_leaving();
  const auto before = engine::fold(history);
  const std::vector<std::string> names{"Daan Ploeg", "Daan"};
  int changed = 0;
  for (auto& event : history) changed += engine::forget_names(event, names) ? 1 : 0;
  CHECK(changed == 5);
  for (auto& event : history) CHECK_FALSE(engine::forget_names(event, names));
  const auto after = engine::fold(history);
  CHECK(after.version == before.version);
  CHECK(after.phone == "070-1234567");
  REQUIRE(after.members.size() == 2);
  CHECK(after.members[0].name == "Noor");
  CHECK(after.left.empty());
  CHECK(after.absences.empty());
  CHECK(history[6].by == "[…]");
  CHECK(history[7].by == "Noor");
  CHECK(history[7].seat == Typist{"[…]", Sureness::table, ""});
  CHECK(std::get<MemberAdded>(history[3].body).profession.empty());
}
