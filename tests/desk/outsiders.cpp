// SPDX-License-Identifier: EUPL-1.2
// Who is not at the table of a case and wants to do something in it: refused, and kept in its log of looks.
#include "core/desk/apply.hpp"
#include "core/desk/call.hpp"
#include "core/service/unlogged.hpp"
#include "tests/desk/room.hpp"

#include <algorithm>
#include <fstream>

namespace casus::test {
namespace {

struct OutsiderRoom : TeamRoom {
  OutsiderRoom() {
    sits_down();
    file = (folder / "brief.txt").string();
    std::ofstream(file) << "Een brief";
  }
  desk::Reply wished(const std::string& who, const desk::Wish& wish) {
    auto at = desk(who);
    return desk::call(at, wish);
  }
  /// How often the log has that this person was refused to do something.
  std::ptrdiff_t kept_of(const std::string& who) {
    auto at = desk("Samira");
    const auto looks = service::Unlogged(at.service()).accountability("2026-001").looks;
    return std::ranges::count_if(looks, [&](const Look& it) {
      return it.seen.sight == Sight::refused && it.seen.part == CasePart::typing && it.seen.name == who;
    });
  }
  std::string file;
};

}  // namespace

TEST_CASE("who is not at the table and wants to do something there stands in the log, whichever way it was asked",
          "[desk][access]") {
  OutsiderRoom room;
  int tried = 0;
  for (const desk::Wish& wish :
       {desk::Wish{"plan goal", {{"case", "2026-001"}, {"text", "Iets"}}},
        desk::Wish{"case erase", {{"case", "2026-001"}, {"because", "zomaar"}, {"with", "Samira"}}},
        desk::Wish{"case erase", {{"case", "2026-001"}, {"because", "zomaar"}, {"with", "Samira"}, {"yes", "true"}}},
        desk::Wish{"network people", {{"case", "2026-001"}, {"text", "oom, vrienden, familie"}}}}) {
    CAPTURE(wish.path);
    const auto reply = room.wished("Mallory", wish);
    REQUIRE(reply.refusal);
    CAPTURE(reply.refusal->name);
    CHECK(room.kept_of("Mallory") == ++tried);
  }
  // As a line for a program, by itself, among others, and with a letter.
  auto mallory = room.desk("Mallory");
  const Command line{{}, "2026-001", "Mallory", {}, std::nullopt, SetReview{*date_from("2026-12-01")}};
  CHECK_FALSE(std::get<service::Answer>(desk::do_line(mallory, line)).done());
  CHECK(room.kept_of("Mallory") == ++tried);
  desk::Application application(mallory, [](std::int64_t, const desk::Answered&) {});
  application.take({1, line});
  application.hand_over();
  CHECK(room.kept_of("Mallory") == ++tried);
  auto letter = line;
  letter.body = AttachFile{room.file, "Een brief"};
  application.take({2, letter});
  application.hand_over();
  CHECK(room.kept_of("Mallory") == ++tried);
  // Who is of the team and not of this case, too; and nothing of who sits there.
  CHECK(room.wished("Ria", {"plan goal", {{"case", "2026-002"}, {"text", "Iets"}}}).refusal);
  CHECK(room.kept_of("Ria") == 0);
  CHECK(room.wished("Noor", {"plan goal", {{"case", "2026-001"}, {"text", "De post gaat weer open"}}}).status ==
        desk::Status::done);
  CHECK(room.kept_of("Noor") == 0);
  // Nor of who got up from it for a moment.
  RemoveParticipant gets_up;
  gets_up.person = "Daan";
  gets_up.for_now = true;
  room.does("2026-001", "Samira", gets_up);
  const auto away = room.wished("Daan", {"case next", {{"case", "2026-001"}}});
  REQUIRE(away.refusal);
  CHECK(away.refusal->name == "NotAtTheTable");
  CHECK(room.kept_of("Daan") == 0);
}

}  // namespace casus::test
