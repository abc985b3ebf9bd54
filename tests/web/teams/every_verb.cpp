// SPDX-License-Identifier: EUPL-1.2
// All that can be done at a face, tried with the number of a case of another team.
#include "core/desk/catalogue.hpp"
#include "core/desk/forms/form.hpp"
#include "core/web/work/verb_form.hpp"
#include "tests/web/many_room.hpp"

#include <string>
#include <utility>
#include <vector>

namespace casus::test {

TEST_CASE("no verb shows or changes a case of another team, asked for there or by its number at home", "[web]") {
  ManyRoom room;
  room.serve();
  auto laptop = room.laptop("noord");
  auto noor = room.worker(laptop, "noord", "Noor");
  REQUIRE(noor.get("/noord/today").status == 200);
  // Of this device, and good for every form of it.
  const auto token = value_behind(noor.page().body, "name=\"token\"");
  REQUIRE(noor.post("/noord/do/team/list", {{"token", token}}).has("Ria"));
  const auto before = ManyRoom::events_of(room.zuid);
  const auto filled_in = [&](const desk::EntryForm& form) {
    std::vector<std::pair<std::string, std::string>> fields{{"token", token}};
    for (const auto& field : form.fields) {
      std::string value = "Noor";
      if (field.name == "case") value = "2026-777";
      else if (!field.choices.empty()) value = field.choices.front().key;
      else if (field.input == desk::Input::number || field.input == desk::Input::tick) value = "1";
      else if (field.input == desk::Input::day) value = "2026-03-02";
      fields.emplace_back(field.name, value);
    }
    return fields;
  };
  const auto gives_nothing = [](const Got& got) {
    CHECK(got.status != 0);
    CHECK(got.status != 500);
    for (const auto* words : {"Kwinkslag", "zuiden"}) CHECK_FALSE(got.has(words));
  };
  int there = 0, at_home = 0;
  for (const auto& entry : desk::catalogue()) {
    INFO(entry.path);
    const auto form = desk::form_of(entry, Lang::nl);
    const auto verb = web::path_of_verb(entry.path);
    const bool of_a_case = form.field("case") != nullptr;
    const auto got = noor.post((of_a_case ? "/zuid/case/2026-777/do/" : "/zuid/do/") + verb, filled_in(form));
    gives_nothing(got);
    CHECK((got.status != 200 && got.status != 303));
    ++there;
    // Where somebody is known, a number that is not theirs is the number of nothing.
    if (!of_a_case) continue;
    gives_nothing(noor.post("/noord/case/2026-777/do/" + verb, filled_in(form)));
    gives_nothing(noor.post("/noord/do/" + verb, filled_in(form)));
    ++at_home;
  }
  CHECK(there > 250);
  CHECK(at_home > 60);
  CHECK(ManyRoom::events_of(room.zuid) == before);
  CHECK(noor.get("/noord/today").status == 200);
  CHECK(room.log_so_far().find("2026-777") == std::string::npos);
}

}  // namespace casus::test
