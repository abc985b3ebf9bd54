// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/form.hpp"
#include "core/service/unlogged.hpp"
#include "core/web/work/case_tabs.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/web/page_room.hpp"

#include <functional>
#include <map>
#include <sstream>

// Every page for every seat through the browser: the same verdict and the same line in the log as the table in
// core/README.md says, which tests/desk/readings.cpp holds to the desk itself.

namespace casus::test {
namespace {

using Row = std::map<std::string, std::string>;  ///< verdict by seat

std::map<std::string, Row> table_of_the_house() {
  std::istringstream guide(content_of(std::string(CASUS_SOURCE_DIR) + "/core/README.md"));
  std::map<std::string, Row> rows;
  std::vector<std::string> seats;
  bool inside = false;
  for (std::string line; std::getline(guide, line);) {
    if (line == "<!-- pages and seats -->") inside = true;
    else if (line == "<!-- /pages and seats -->") inside = false;
    if (!inside || !line.starts_with("| ")) continue;
    std::vector<std::string> cells;
    for (std::size_t from = 2; from < line.size();) {
      const auto end = line.find(" |", from);
      cells.push_back(line.substr(from, end - from));
      from = end + 3;
    }
    if (cells[0] == "page") seats = cells;
    else
      for (std::size_t i = 2; i < cells.size(); ++i) rows[cells[0].substr(1, cells[0].size() - 2)][seats[i]] = cells[i];
  }
  return rows;
}

struct MatrixRoom : PageRoom {
  MatrixRoom() {
    sits_down();
    begin_meeting();
    begin_learning();
  }

  Looks looks() {
    auto it = desk("Samira");
    return service::Unlogged(it.service()).accountability("2026-001").looks;
  }

  std::string verdict(const std::function<Got()>& ask) {
    const auto before = looks().size();
    clock.advance(std::chrono::seconds(1));
    const auto got = ask();
    CHECK(got.status < 500);
    const auto after = looks();
    const bool kept = after.size() > before;
    if (got.status != 200) return kept ? "no +" : "no";
    return kept ? std::string(key(after.back().seen.sight)) + " +" : "yes";
  }

  Browser by_card(const std::string& name) {
    auto noor = worker("Noor");
    return in(card_of(noor, "2026-001", name));
  }
};

/// A page of the catalogue, as the browser asks for it.
Got asks(Browser& who, const desk::Entry& entry) {
  const auto form = desk::form_of(entry, Lang::nl);
  const auto* of_case = form.field("case");
  const auto path = web::place_of_verb(entry.path, of_case != nullptr && of_case->required ? "2026-001" : "");
  std::vector<std::pair<std::string, std::string>> fields;
  for (const auto& field : form.fields)
    if (field.required && field.name != "case") fields.emplace_back(field.name, values_of_pages().at(field.name));
  if (fields.empty()) return who.get(path);
  who.get("/cases");
  return who.post(path, fields);
}

TEST_CASE("every page says the same to every seat through a browser as through the desk", "[web]") {
  const auto table = table_of_the_house();
  REQUIRE(table.size() > 25);
  MatrixRoom room;
  for (const auto& [seat, name] : std::vector<std::pair<std::string, std::string>>{
           {"presenter", "Noor"}, {"chair", "Samira"}, {"member", "Daan"}, {"colleague", "Ria"}}) {
    auto who = room.worker(name);
    for (const auto* entry : desk::readings()) {
      if (desk::form_of(*entry, Lang::nl).here) continue;
      INFO(seat << ": " << entry->path);
      CHECK(room.verdict([&] { return asks(who, *entry); }) == table.at(std::string(entry->path)).at(seat));
    }
  }
}

TEST_CASE("who came by a card is shown three pages at most, and everything else is refused", "[web]") {
  const auto table = table_of_the_house();
  MatrixRoom room;
  for (const auto& [seat, name] :
       std::vector<std::pair<std::string, std::string>>{{"resident", "Els Voorbeeld"}, {"circle", "Joke Voorbeeld"}}) {
    auto who = room.by_card(name);
    for (const auto& [place, page] : std::vector<std::pair<std::string, std::string>>{
             {"/ours", "plan show"}, {"/ours/file", "case show"}, {"/ours/seen", "case seen"}}) {
      INFO(seat << ": " << page);
      CHECK(room.verdict([&] { return who.get(place); }) == table.at(page).at(seat));
    }
    for (const auto* entry : desk::readings()) {
      INFO(seat << ": " << entry->path);
      CHECK(who.get(web::place_of_verb(entry->path, "2026-001")).status == 403);
      CHECK(who.get(web::place_of_verb(entry->path, {})).status == 403);
    }
  }
}

}  // namespace
}  // namespace casus::test
