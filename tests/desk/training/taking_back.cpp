// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/training/typed_verbs.hpp"
#include "tests/desk/room.hpp"
#include "tests/training/training.hpp"

// In a training: who may take back what, by the line that is typed.

namespace casus::test {
namespace {

using namespace training;
using Catch::Matchers::Contains;

PlayBody a_day() { return Wait{{.amount = 1, .unit = ClockUnit::days}}; }

PlayBody a_letter() { return Inject{Injected::message, {}, "Er komt een brief.", Answer::none}; }

/// A training that has begun, of which Bram is the chair.
struct BackRoom {
  TeamRoom room;
  desk::Desk at = room.desk("Noor");
  desk::TypedVerbs verbs{at, desk::TypedVerbs::Files::none};
  service::Replay replay = begun(shipped_scenario("debts-and-shame"), "solution-focused/reflecting-team");

  BackRoom() { does("Bram", CommandBody(NextStep{})); }

  void does(std::string_view who, PlayBody body) {
    const auto& beat = replay.play().take(by(who, std::move(body)));
    INFO((beat.refusal ? beat.refusal->reason.in(Lang::en) : std::string()));
    REQUIRE_FALSE(beat.refusal);
  }

  /// "Ineke terug 1" for a move that takes back; otherwise what is said instead.
  std::string typed(const std::string& line, const std::string& trainer = {}, Lang lang = Lang::nl) {
    const desk::Trainee trainee{lang, replay.play(), verbs, "Noor", trainer};
    const auto understood = desk::understand(trainee, line);
    if (const auto* no = std::get_if<desk::NotUnderstood>(&understood)) return no->message;
    const auto* move = std::get_if<Move>(&understood);
    const auto* back = move == nullptr ? nullptr : std::get_if<TakeBack>(&move->body);
    return back == nullptr ? "something else" : move->by + " terug " + std::to_string(back->moves);
  }
};

}  // namespace

TEST_CASE("what the trainer brought in is taken back by who leads, and never in the name of who plays",
          "[desk][training]") {
  BackRoom it;
  it.does("Ria", a_day());
  it.does("Ineke", a_letter());
  for (const auto* line : {"terug", "terug 1", "Noor: terug", "Ria: terug", "Bram: terug", "Bram: terug 2"}) {
    INFO(line);
    CHECK_THAT(it.typed(line), Contains("bracht Ineke in") && Contains("Ineke: terug"));
  }
  CHECK_THAT(it.typed("back", {}, Lang::en), Contains("Ineke brought in move 3") && Contains("type: Ineke: back 1"));
  // An injection further back holds what lies before it too.
  it.does("Ria", a_day());
  CHECK(it.typed("terug") == "Noor terug 1");
  CHECK_THAT(it.typed("terug 2"), Contains("zet 3 bracht Ineke in"));
  // Who leads says so by name, another trainer too, or the desk knows.
  CHECK(it.typed("Ineke: terug 2") == "Ineke terug 2");
  CHECK(it.typed("Marleen: terug 2") == "Marleen terug 2");
  CHECK(it.typed("terug 2", "Ineke") == "Ineke terug 2");
  CHECK(it.typed("Noor: terug 2", "Noor") == "Noor terug 2");  // of whom the face knows that she leads
  // Who has a place at the table does not become the trainer by naming a number.
  CHECK_THAT(it.typed("Ria: terug 2", "Ineke"), Contains("bracht Ineke in"));
}

TEST_CASE("in a name of one's own only one's own last is taken back, in this step; the table takes back together",
          "[desk][training]") {
  BackRoom it;
  it.does("Ria", a_day());
  CHECK_THAT(it.typed("Ria: terug 2"), Contains("zet 1 is van Bram"));  // not past where the step began
  it.does("Yusuf", a_day());
  it.does("Ria", a_day());
  CHECK(it.typed("Ria: terug") == "Ria terug 1");
  CHECK_THAT(it.typed("Ria: terug 2"), Contains("zet 3 is van Yusuf") && Contains("zonder naam: terug 2"));
  CHECK_THAT(it.typed("Yusuf: terug"), Contains("zet 4 is van Ria"));
  CHECK_THAT(it.typed("Sanne: terug"), Contains("zet 4 is van Ria"));  // who watches played nothing
  CHECK(it.typed("terug 3") == "Noor terug 3");                        // nobody is named: the table
  CHECK(it.typed("Bram: terug 3") == "Bram terug 3");                  // its chair
}

TEST_CASE("nobody begins to lead by a name that is nearly one at the table", "[desk][training]") {
  BackRoom it;
  it.does("Ineke", a_letter());
  CHECK_THAT(it.typed("Yusef: terug"), Contains("Yusef") && Contains("Yusuf"));
  CHECK(it.typed("Ineke: terug") == "Ineke terug 1");
  CHECK_THAT(it.typed("Inneke: terug"), Contains("Ineke"));
}

TEST_CASE("what was written about a training is never taken back as a move, by whomever", "[desk][training]") {
  BackRoom it;
  it.does("Ria", a_day());
  it.does("Ineke", Remark{"Er viel een stilte"});
  it.does("Sanne", Observe{.whom = "Ria", .strength = "Vroeg open"});
  REQUIRE(it.replay.play().to_take_back(1).size() == 1);
  CHECK(it.replay.play().to_take_back(1).front()->move.by == "Ria");
  CHECK(it.typed("Ria: terug") == "Ria terug 1");
  // Each retracts their own; another's is refused by the play.
  const auto& refused = it.replay.play().take(by("Bram", Retract{3, "Niet zo gezien"}));
  REQUIRE(refused.refusal);
  CHECK(refused.refusal->name == "NoteOfAnother");
}

}  // namespace casus::test
