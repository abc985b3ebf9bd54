// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/forms/record_form.hpp"

#include "core/service/library_definitions.hpp"
#include "tests/engine/story.hpp"
#include "tests/method/declared_records.hpp"

#include <algorithm>

using namespace casus;
using namespace casus::test;

TEST_CASE("each declared field of a record has an input of its own kind", "[desk]") {
  auto [method, problems] = parsed(records_file());
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  const auto first = method.steps(Phase::analysis).front().id;
  Story story;
  story.library.offer(std::move(method));
  const auto forms = [&] {
    return desk::record_forms(story.c, service::LibraryDefinitions(story.library), text::Voice(Lang::nl));
  };
  story.does("Noor", open_command(kRecordsMethod));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  for (const char* name : {"Ria", "Yusuf", "Femke"})
    story.does("Noor", AddParticipant{name, {Role::member}, true, false, {}});
  story.does("Noor", AskQuestion{"Hoe komt er weer rust?", "Dat er een plan ligt."});
  CHECK(forms().empty());  // in intake nothing is recorded
  story.go_to(Phase::analysis, first);
  REQUIRE(forms().size() == 1);
  const auto form = forms().front();
  CHECK(form.type.key == "harm");
  CHECK(form.type.label == "Schade");
  const auto field = [&](const std::string& name) {
    const auto found = std::ranges::find(form.fields, "own." + name, &desk::FormField::name);
    REQUIRE(found != form.fields.end());
    return *found;
  };
  const auto keys = [&](const std::string& name) {
    std::vector<std::string> all;
    for (const auto& choice : field(name).choices) all.push_back(choice.key);
    return all;
  };
  CHECK(form.fields.size() == 8);
  CHECK(field("what").label == "Wat er gebeurde");
  CHECK(field("what").input == desk::Input::lines);
  CHECK(field("what").required);
  CHECK_FALSE(field("more").required);
  CHECK(field("severity").input == desk::Input::number);
  CHECK(field("severity").help == "0: niets; 10: het ergste");
  CHECK(keys("seen-by") == std::vector<std::string>{"worker", "family"});
  CHECK_FALSE(field("seen-by").many);
  CHECK(keys("signs") == std::vector<std::string>{"tired", "quiet"});
  CHECK(field("signs").many);
  CHECK(field("on").input == desk::Input::day);
  const auto with = keys("with");
  CHECK(std::ranges::find(with, "Femke") != with.end());
  CHECK(desk::set_from("own.signs", {"tired", "quiet"}) == "signs=tired|quiet");
  CHECK(desk::set_from("own.more", {" "}).empty());
}
