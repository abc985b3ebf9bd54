// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/forms/form.hpp"
#include "core/service/unlogged.hpp"
#include "core/web/work/case_tabs.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/web/page_room.hpp"

#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

// Every page for every seat through the browser: the same verdict and the same line in the log as the table in
// core/README.md says, which tests/desk/readings.cpp holds to the desk itself.

namespace casus::test {
namespace {

using Row = std::map<std::string, std::string>;  ///< verdict by seat

std::map<std::string, Row> table_of_the_house(const std::string& block = "pages and seats", std::size_t first = 2) {
  std::istringstream guide(content_of(std::string(CASUS_SOURCE_DIR) + "/core/README.md"));
  std::map<std::string, Row> rows;
  std::vector<std::string> seats;
  bool inside = false;
  for (std::string line; std::getline(guide, line);) {
    if (line == "<!-- " + block + " -->") inside = true;
    else if (line == "<!-- /" + block + " -->") inside = false;
    if (!inside || !line.starts_with("| ")) continue;
    std::vector<std::string> cells;
    for (std::size_t from = 2; from < line.size();) {
      const auto end = line.find(" |", from);
      cells.push_back(line.substr(from, end - from));
      from = end + 3;
    }
    if (seats.empty()) seats = cells;
    else
      for (std::size_t i = first; i < cells.size(); ++i)
        rows[cells[0].substr(1, cells[0].size() - 2)][seats[i]] = cells[i];
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

  Browser keeper() {
    if (!laptop_) laptop_ = laptop();
    laptop_->get("/devices");
    const auto made = laptop_->submit("invite-keeper", {{"keeper", "Kees Beheer"}});
    const auto from = made.body.find("/in/", made.body.find("<code>"));
    REQUIRE(from != std::string::npos);
    return by_link(made.body.substr(from, made.body.find('<', from) - from));
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

/// The places that the site knows by their whole name, as its source has them.
std::vector<std::string> places_of_the_site() {
  const auto source = content_of(std::string(CASUS_SOURCE_DIR) + "/core/web/routes.cpp");
  const auto begin = source.find("kExact{");
  REQUIRE(begin != std::string::npos);
  const auto all = source.substr(begin, source.find("};", begin) - begin);
  std::vector<std::string> places;
  for (auto from = all.find('"'); from != std::string::npos; from = all.find('"', all.find('"', from + 1) + 1))
    places.push_back(all.substr(from + 1, all.find('"', from + 1) - from - 1));
  return places;
}

TEST_CASE("every place of the site is shown to the seats that the house says", "[web]") {
  const auto table = table_of_the_house("places and seats", 1);
  for (const auto& place : places_of_the_site()) {
    INFO(place);
    const std::set<std::string> act_or_send_on{"/",          "/enter",      "/leave",       "/language",
                                               "/live",      "/robots.txt", "/favicon.ico", "/sign-in",
                                               "/signed-in", "/signed-out", "/again"};
    CHECK(table.contains(place) != act_or_send_on.contains(place));
  }
  MatrixRoom room;
  std::map<std::string, Browser> seats;
  seats.emplace("presenter", room.worker("Noor"));
  seats.emplace("colleague", room.worker("Ria"));
  seats.emplace("computer", *room.laptop_);
  seats.emplace("phone", room.phone("Daan"));
  room.meets(room.day(), Arrive{{"Wim"}});
  seats.emplace("guest", room.phone("Wim"));
  seats.emplace("resident", room.by_card("Els Voorbeeld"));
  seats.emplace("circle", room.by_card("Joke Voorbeeld"));
  seats.emplace("keeper", room.keeper());
  seats.emplace("nobody", room.browser());
  for (const auto& [place, row] : table) {
    CHECK(row.size() == seats.size());
    for (const auto& [seat, verdict] : row) {
      INFO(seat << ": " << place);
      const auto got = seats.at(seat).get(place == "/cards" ? "/cards?case=2026-001" : place);
      CHECK((got.status == 200 ? "yes" : "no") == verdict);
    }
  }
}

}  // namespace
}  // namespace casus::test
