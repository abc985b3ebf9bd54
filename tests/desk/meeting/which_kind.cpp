// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/sat.hpp"
#include "tests/support/has.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

// Where a step takes kinds of its own, words do not show which of them they are: they are kept as a note, and the kind,
// typed by itself right behind them, makes that of it.

namespace casus::test {
namespace {

using KindLines = std::vector<std::string>;

struct KindsRoom : TeamRoom {
  explicit KindsRoom(Mode mode) {
    open("2026-003", "Noor", "Verzonnen", "eigen-kracht/lens", mode);
    for (const auto& [name, role] : std::array<std::pair<const char*, Role>, 3>{
             {{"Samira", Role::chair}, {"Daan", Role::member}, {"Ria", Role::member}}}) {
      does("2026-003", "Noor", AddParticipant{.name = name, .roles = {role}, .team_member = true});
    }
    AddItem asks{.case_id = "2026-003", .minutes = 20};
    begin_meeting();
    meets(day(), asks);
  }
};

/// The step in which Noor tells the question of the resident, or what they wish.
struct AtKinds : KindsRoom, Sat {
  using Sat::room;

  explicit AtKinds(Mode mode = Mode::coaching) : KindsRoom(mode), Sat(static_cast<TeamRoom&>(*this)) {
    for (const auto* line : {"neem 2026-003", "verder"}) meeting.take(line);
    REQUIRE(meeting.now().table);
    REQUIRE(meeting.now().table->kinds.size() == 2);
  }
  KindLines said() {
    KindLines all;
    const auto it = state("2026-003");
    for (const auto& one : it.contributions)
      if (!one.text.empty()) all.push_back(it.name_of(one.by, Lang::nl) + ' ' + one.kind + ": " + one.text);
    return all;
  }
};

}  // namespace

TEST_CASE("what may be several kinds of a method is kept as a note, and the kind makes that of it", "[desk][guided]") {
  AtKinds at;
  const auto told = at.after("noor: ze heeft geen voogd meer nodig");
  CHECK(has(told,
            "bewaard als aantekening. Is het iets anders? Typ alleen de soort: vraag van de inwoner of wens van de "
            "inwoner"));
  CHECK(at.said() == KindLines{"Noor note: ze heeft geen voogd meer nodig"});
  CHECK(at.meeting.now().waiting.empty());
  at.after("wens");
  CHECK(at.said() == KindLines{"Noor wish: ze heeft geen voogd meer nodig"});
  // Of the last alone, once, and not of what it was before.
  at.after("vraag van de inwoner");
  CHECK(at.said().front() == "Noor wish: ze heeft geen voogd meer nodig");
}

TEST_CASE("whoever types on leaves it a note, and its kind can be said later", "[desk][guided]") {
  AtKinds at;
  at.after("noor: de zoon blijft bij mij");
  at.after("noor: de school is ver weg");
  CHECK(at.said() == KindLines{"Noor note: de zoon blijft bij mij", "Noor note: de school is ver weg"});
  at.after("vraag van de inwoner");
  CHECK(at.said().front() == "Noor note: de zoon blijft bij mij");
  CHECK(has(at.said().back(), ": de school is ver weg"));
  CHECK_FALSE(has(at.said().back(), "note"));
}

TEST_CASE("in a strict case it is asked which kind it is, and nothing is kept", "[desk][guided]") {
  AtKinds at(Mode::strict);
  CHECK(has(at.after("noor: ze heeft geen voogd meer nodig"), "welke soort is dit?"));
  CHECK(at.said().empty());
  CHECK(at.meeting.now().waiting == KindLines{"noor: ze heeft geen voogd meer nodig"});
}

}  // namespace casus::test
