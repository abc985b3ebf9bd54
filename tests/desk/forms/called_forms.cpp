// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/forms/form.hpp"
#include "core/page/page.hpp"
#include "tests/desk/called.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace casus::test {

TEST_CASE("every verb of the catalogue has a form that says what can be given and who may", "[desk]") {
  for (const auto& entry : desk::catalogue())
    for (const auto lang : {Lang::nl, Lang::en}) {
      CAPTURE(entry.path);
      const auto form = form_of(entry, lang);
      CHECK_FALSE(form.about.empty());
      CHECK_FALSE(form.who.empty());
      std::set<std::string> names;
      for (const auto& field : form.fields) {
        CAPTURE(field.name);
        CHECK(names.insert(field.name).second);
        CHECK_FALSE(field.label.empty());
        CHECK((field.input == desk::Input::choice) == !field.choices.empty());
        CHECK(field.input != desk::Input::file);
      }
    }
}

TEST_CASE("a field of a form has the kind of input, the choices and the help of its slot", "[desk]") {
  const auto form = form_of(*desk::entry_at("case open"), Lang::nl);
  const auto* title = form.field("title");
  REQUIRE(title != nullptr);
  CHECK(title->required);
  CHECK(title->input == desk::Input::text);
  const auto* basis = form.field("basis");
  REQUIRE(basis != nullptr);
  CHECK(basis->input == desk::Input::choice);
  CHECK(basis->choices.front().key == "wmo");
  CHECK(basis->choices.front().label == "wettelijke taak Wmo 2015 (AVG 6.1.e)");
  CHECK(form.field("purpose")->input == desk::Input::lines);
  CHECK(form.field("reported-on")->input == desk::Input::day);
  const auto show = form_of(*desk::entry_at("case show"), Lang::nl);
  CHECK(show.field("because")->label == "Waarom je kijkt");
  CHECK(show.field("because")->help == "nodig als je niet aan tafel zit, en wordt vastgelegd");
  CHECK(show.access.reads);
  CHECK(show.who.starts_with("wie aan de tafel van de casus zit"));
}

TEST_CASE("a page that is called is asked for once, and comes as a page, as text and as JSON", "[desk]") {
  TeamRoom room;
  const auto reply = called(room, named("Noor"), {"case show", {{"case", "2026-001"}}});
  REQUIRE(reply.status == desk::Status::done);
  REQUIRE(reply.page() != nullptr);
  REQUIRE(reply.document() != nullptr);
  CHECK(reply.document()->at("id") == "2026-001");
  CHECK(reply.sayings().front().text == page::page_text(*reply.page()));
  CHECK(looks(room, "2026-001") == 1);
  const auto map = called(room, named("Noor"), {"network map", {{"case", "2026-001"}}});
  CHECK(map.picture().starts_with("<svg"));
  CHECK(map.document()->at("svg") == map.picture());
  CHECK(looks(room, "2026-001") == 2);
}

TEST_CASE("a page that is refused says why once, and the refusal is kept", "[desk]") {
  TeamRoom room;
  const auto reply = called(room, named("Mallory"), {"case show", {{"case", "2026-001"}}});
  CHECK(reply.status == desk::Status::refused);
  REQUIRE(reply.refusal);
  CHECK(reply.refusal->name == "NotOfTheTeam");
  CHECK(reply.page() == nullptr);
  CHECK(reply.document()->at("refused").at("name") == "NotOfTheTeam");
  CHECK(std::ranges::count(reply.sayings(), desk::Tone::bad, &desk::Saying::tone) == 1);
  CHECK(looks(room, "2026-001") == 1);
}

TEST_CASE("a form that is sent twice is done once", "[desk]") {
  TeamRoom room;
  const desk::Wish wish{"plan goal", {{"case", "2026-001"}, {"text", "De post gaat open"}}, "formulier-1"};
  const auto first = called(room, named("Noor"), wish);
  REQUIRE(first.status == desk::Status::done);
  CHECK(first.document()->at("events").size() == 1);
  const auto again = called(room, named("Noor"), wish);
  CHECK(again.status == desk::Status::done);
  CHECK(again.document()->at("repeated") == true);
}

TEST_CASE("everything that is wrong with a form is told by its field, and nothing is done or logged", "[desk]") {
  TeamRoom room;
  const auto reply = called(room, named("Noor"),
                            {"plan action", {{"case", "2026-001"}, {"by-when", "ooit eens"}, {"colour", "rood"}}});
  CHECK(reply.status == desk::Status::usage);
  std::set<std::string> fields;
  for (const auto& problem : reply.problems) fields.insert(problem.field);
  CHECK(fields.contains("by-when"));
  CHECK(fields.contains("colour"));
  CHECK(fields.contains("what"));
  CHECK(called(room, named("Noor"), {"case conjure", {}}).status == desk::Status::usage);
  CHECK(looks(room, "2026-001") == 0);
}

TEST_CASE("nobody at a distance names a file on this computer", "[desk]") {
  TeamRoom room;
  const auto out = (room.folder / "dossier.md").string();
  const auto written =
      called(room, named("Noor"), {"case export", {{"case", "2026-001"}, {"out", out}, {"overwrite", ""}}});
  CHECK(written.status == desk::Status::usage);
  CHECK(written.problems.size() == 2);
  CHECK(called(room, named("Noor"), {"case import", {{"file", "/etc/passwd"}}}).status == desk::Status::usage);
  CHECK(called(room, named("Noor"), {"store xes", {}}).status == desk::Status::usage);
}

}  // namespace casus::test
