// SPDX-License-Identifier: EUPL-1.2
#include "core/method/vocabulary.hpp"
#include "core/model/case.hpp"
#include "core/model/commands.hpp"
#include "core/model/events.hpp"
#include "core/model/team/team.hpp"
#include "core/model/words.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

using namespace casus;
using method::Collection;
using method::Field;

namespace {

using Words = std::vector<std::string_view>;

template <class Variant, std::size_t... I>
Words kinds(std::index_sequence<I...>) {
  return {Variant::template Alternative<I>::kName...};
}

template <class Variant>
Words kinds() {
  return kinds<Variant>(std::make_index_sequence<Variant::kCount>());
}

/// Answers are named in the order in which people give them, not in which a case holds them.
Words sorted(Words words) {
  std::ranges::sort(words);
  return words;
}

}  // namespace

TEST_CASE("what a criterion may ask of a word field is what a case can hold there", "[model]") {
  CHECK(sorted(method::words_of(Collection::contributions, Field::answer)) == sorted(keys_of<Answer>()));
  CHECK(sorted(method::words_of(Collection::network, Field::answer)) == sorted(keys_of<Answer>()));
  CHECK(method::words_of(Collection::plans, Field::answer) == keys_of<PlanState>());
  CHECK(method::words_of(Collection::scores, Field::scale) == keys_of<Scale>());
  // What is no longer needed reads as what did not work: methods ask no more than that.
  auto outcomes = keys_of<Done>();
  std::erase(outcomes, "dropped");
  CHECK(method::words_of(Collection::actions, Field::state) == outcomes);
  CHECK(method::words_of(Collection::goals, Field::state) == outcomes);
  CHECK(method::words_of(Collection::actions, Field::rung) == keys_of<Rung>());
  CHECK(method::words_of(Collection::network, Field::shell) == keys_of<Shell>());
  CHECK(method::words_of(Collection::network, Field::quadrant) == keys_of<Quadrant>());
  CHECK(method::words_of(Collection::ties, Field::strength) == keys_of<Strength>());
  CHECK(method::words_of(Collection::ties, Field::direction) == keys_of<Direction>());
  CHECK(method::words_of(Collection::opinions, Field::stance) == keys_of<Stance>());
  CHECK(method::words_of(Collection::participants, Field::role) == keys_of<Role>());
  CHECK(method::words_of(Collection::actions, Field::phase) == keys_of<Phase>());
  // A plan that is not refused has no ground, so "none" is not a word to ask for.
  auto grounds = keys_of<Ground>();
  std::erase(grounds, "none");
  CHECK(method::words_of(Collection::plans, Field::ground) == grounds);
}

TEST_CASE("every command and every event has a name of its own", "[model]") {
  std::set<std::string_view> seen;
  std::size_t count = 0;
  for (const auto& names : {kinds<CommandBody>(), kinds<EventBody>(), kinds<TeamBody>(), kinds<TeamEventBody>()})
    for (const auto name : names) {
      CAPTURE(name);
      CHECK(seen.insert(name).second);
      ++count;
    }
  CHECK(seen.size() == count);
  CHECK(name_of(CommandBody(NextStep{})) == "NextStep");
  CHECK(name_of(EventBody(StepLeft{})) == "StepLeft");
}

TEST_CASE("a person is found by id, and by name without regard to case", "[model]") {
  Case c;
  c.people.resize(2);
  c.people[0].id = "p1";
  c.people[0].name = "Renée";
  c.people[1].id = "p2";
  c.people[1].erased = true;
  CHECK(c.person("p2") == &c.people[1]);
  CHECK(c.person(" RENÉE ") == &c.people[0]);
  CHECK(c.person("") == nullptr);
  CHECK(c.name_of("p1", Lang::nl) == "Renée");
  CHECK(c.name_of("p2", Lang::nl) == "(gewist)");
  CHECK(c.name_of("p2", Lang::en) == "(erased)");
  CHECK(c.name_of("p7", Lang::en) == "p7");
}

TEST_CASE("a visit counts its minutes without pauses", "[model]") {
  Visit visit{.planned_minutes = 10};
  CHECK(visit.minutes() == 0);
  visit.left = visit.entered + std::chrono::minutes(40);
  visit.idle = std::chrono::minutes(15);
  CHECK(visit.minutes() == 25);
  CHECK(visit.overrun() == 15);
  visit.left = visit.entered + std::chrono::minutes(256);
  CHECK(visit.overrun() == 0);
  visit.planned_minutes = 0;
  visit.left = visit.entered + std::chrono::minutes(40);
  CHECK(visit.overrun() == 0);
}
