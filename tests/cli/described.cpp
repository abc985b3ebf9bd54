// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

// Each command is described once: what its own description says and what can be given with its verb are the same.

namespace casus::test {

namespace {

using FieldNames = std::set<std::string>;

struct Described {
  FieldNames all;

  void required(std::string_view key, auto&) { all.emplace(key); }
  template <class T>
  void optional(std::string_view key, T&) {
    all.emplace(key);
  }
};

FieldNames keys_of(const desk::Slots& slots) {
  FieldNames keys;
  for (const auto& slot : slots.all())
    if (!slot.key.empty()) keys.emplace(slot.key);
  return keys;
}

template <class Body>
void check_verb() {
  CAPTURE(Body::kName);
  Described keys;
  Body body;
  Body::fields(body, keys);
  // Without it, the one thing to withdraw is one's own last line, and that has a verb of its own: case undo.
  if constexpr (std::same_as<Body, Withdraw>) body.ref = "b1";
  // Whether the mode was given is kept apart: the team says it for who says nothing.
  if constexpr (std::same_as<Body, OpenCase>) keys.all.erase("mode");
  FieldNames given;
  int verbs = 0;
  for (const auto& entry : desk::catalogue()) {
    const auto verb = entry.fresh();
    auto* const own = dynamic_cast<desk::CaseVerb*>(verb.get());
    if (own == nullptr || !own->take(body, Lang::en)) continue;
    desk::Slots slots;
    own->shape(slots);
    given = keys_of(slots);
    ++verbs;
  }
  CHECK(verbs == 1);
  CHECK(std::ranges::includes(given, keys.all));
}

template <class... Bodies>
void check_verbs(const std::variant<Bodies...>*) {
  // One verb erases a case, one that is due, or a person, so its slots are no fields of any of them.
  const auto check = []<class Body>(const Body*) {
    constexpr bool kErases =
        std::same_as<Body, EraseCase> || std::same_as<Body, ErasePerson> || std::same_as<Body, EraseDue>;
    if constexpr (!kErases) check_verb<Body>();
  };
  (check(static_cast<const Bodies*>(nullptr)), ...);
}

}  // namespace

TEST_CASE("every command to a case has one verb, and all its fields can be given with it", "[cli]") {
  check_verbs(static_cast<const CommandBody*>(nullptr));
}

}  // namespace casus::test
