// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/story.hpp"

// Who sat at the keys and in whose name something was done are two things, and both are kept.

namespace casus::test {

namespace {

/// What a command of `by`, given from the seat of `typist`, leaves in the first event.
std::optional<Typist> kept(const Story& story, const std::string& by, std::optional<Typist> typist,
                           CommandBody body = SetGoal{}) {
  if (auto* goal = std::get_if<SetGoal>(&body)) goal->text = "De post gaat weer open";
  const Command command{{}, story.c.id, by, story.now + std::chrono::minutes(1), std::nullopt, body, std::move(typist)};
  auto decided = engine::decide(story.c, command, story.library);
  if (!decided) FAIL(decided.error().reason.in(Lang::en));
  return decided->front().seat;
}

}  // namespace

TEST_CASE("an event keeps who sat at the keys when that was another than who did it", "[engine]") {
  const auto story = begun();
  CHECK(kept(story, "Noor", Typist{" Mallory ", Sureness::table, "balie"}) ==
        Typist{"Mallory", Sureness::table, "balie"});
  // Somebody of the case by id: erasing that person reaches it.
  CHECK(kept(story, "Noor", Typist{"bram", {}, {}}) == Typist{"p2", {}, {}});
  CHECK_FALSE(kept(story, "Noor", Typist{"NOOR", {}, "noor"}));
  CHECK_FALSE(kept(story, "Noor", std::nullopt));
  CHECK(kept(story, "Noor", Typist{"", {}, "balie"}) == Typist{"", {}, "balie"});

  const Story empty;
  CHECK_FALSE(kept(empty, "Noor", Typist{"noor", {}, {}}, open_command()));
  CHECK(kept(empty, "Noor", Typist{"Mallory", {}, {}}, open_command()) == Typist{"Mallory", {}, {}});
}

TEST_CASE("the name of who sat at the keys must be readable", "[engine]") {
  const auto story = begun();
  const Command command{
      {}, story.c.id, "Noor", story.now + std::chrono::minutes(1), {}, Pass{}, Typist{"Mal\xff", {}, {}}};
  const auto decided = engine::decide(story.c, command, story.library);
  REQUIRE_FALSE(decided);
  CHECK(decided.error().name == "TextNotReadable");
}

}  // namespace casus::test
