// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/places.hpp"
#include "core/desk/training/group.hpp"
#include "core/desk/training/runs.hpp"
#include "core/desk/training/sitting.hpp"
#include "core/desk/training/typed_verbs.hpp"
#include "tests/desk/room.hpp"

// At the terminal of a group: what a trainer writes elsewhere is not told there.

namespace casus::test {

TEST_CASE("a group at a terminal hears what a trainer brings in elsewhere, and nothing of what the trainer writes",
          "[desk][training]") {
  TeamRoom room;
  const auto at_training = [&](const char* name) {
    desk::Setting setting{.seat = {name, Sureness::named, "balie", {}},
                          .store = desk::training_store_beside(desk::stem_of(room.at_store, room.at_keys)),
                          .clock = &room.clock};
    return desk::Desk(std::move(setting));
  };
  auto at = at_training("Daan");
  const auto run = desk::begin_training(at, "debts-and-shame", "kort/ronde");
  REQUIRE(run);
  const desk::TypedVerbs verbs(at, desk::TypedVerbs::Files::none);
  desk::TrainingSitting sitting(at, desk::open_log(at, *run), verbs);
  const auto all_of = [](const desk::Reply& reply) {
    std::string all;
    for (const auto& saying : reply.sayings()) all += saying.text + '\n';
    return all;
  };

  auto laptop = at_training("Ineke");
  desk::GroupTraining elsewhere(laptop, *run);
  CHECK(elsewhere.remark("Ineke", "Bram praat door").status == desk::Status::done);
  CHECK(elsewhere.was_apart());
  CHECK(elsewhere.inject("Ineke", "event/none", "").status == desk::Status::refused);
  CHECK(elsewhere.was_apart());
  CHECK(elsewhere.played() == 0);
  CHECK(elsewhere.inject("Ineke", "", "De post komt").status == desk::Status::done);
  CHECK_FALSE(elsewhere.was_apart());
  CHECK(elsewhere.played() == 1);

  const auto heard = all_of(sitting.meanwhile());
  CHECK_THAT(heard, Catch::Contains("De post komt"));
  CHECK_THAT(heard, !Catch::Contains("Bram praat door"));
  CHECK_THAT(heard, !Catch::Contains("none"));
  const auto before = all_of(sitting.take("zetten"));
  CHECK_THAT(before, Catch::Contains("[3]") && !Catch::Contains("[1]") && !Catch::Contains("[2]"));
  // Who writes at this terminal reads there which number it has.
  sitting.take("Marleen: opmerking Ria zwijgt");
  CHECK_THAT(all_of(sitting.take("zetten")), Catch::Contains("Ria zwijgt") && !Catch::Contains("Bram praat door"));
}

}  // namespace casus::test
