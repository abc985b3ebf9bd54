// SPDX-License-Identifier: EUPL-1.2
// The index is derived and nothing vouches for it: what it says is held against the events.
#include "core/store/sqlite/database.hpp"
#include "tests/service/house.hpp"

using namespace casus;
using namespace casus::test;

namespace {

struct Indexed {
  House house;
  std::string path = (house.folder / "casus.db").string();

  Indexed() {
    Desk desk(house);
    desk.begin("c-1");
    desk.begin("c-2");
    REQUIRE(desk.does("Noor Bakker", EraseCase{{"op verzoek", "Bram"}}, {}, "c-2").done());
  }

  void sql(const std::string& text) const { store::Database(path).run(text.c_str()); }
  std::vector<std::string> found() const {
    Desk desk(house);
    REQUIRE(desk.store->verify().findings.empty());
    std::vector<std::string> all;
    for (const auto& one : desk.service.index_findings()) all.push_back(one.stream + ": " + one.said.in(Lang::en));
    return all;
  }
  void rebuild() const {
    Desk desk(house);
    CHECK(desk.service.rebuild({}) == 2);
  }
};

constexpr auto kOfC1 = " WHERE stream = (SELECT id FROM streams WHERE name = 'case/c-1')";

}  // namespace

TEST_CASE("an old line of the index that is put back is found, and made right", "[service][index]") {
  const Indexed it;
  CHECK(it.found().empty());
  const auto kept = (it.house.folder / "kept.db").string();  // a table in the store itself would stop all writing
  it.house.folder.write("kept.db", "");
  it.sql("ATTACH '" + kept + "' AS aside; CREATE TABLE aside.kept AS SELECT * FROM case_index" + kOfC1);
  {
    Desk desk(it.house);
    REQUIRE(desk.does("Noor Bakker", Correct{"title", "Heel anders", {}, {}, "scherper"}).done());
    REQUIRE(desk.does("Noor Bakker", SetReview{*date_from("2026-05-01")}).done());
  }
  it.sql("ATTACH '" + kept + "' AS aside; DELETE FROM main.case_index" + kOfC1 +
         "; INSERT INTO main.case_index SELECT * FROM aside.kept");
  CHECK(it.found() ==
        std::vector<std::string>{"case/c-1: the index says something else than the events: review_on, summary"});
  it.rebuild();
  CHECK(it.found().empty());
}

TEST_CASE("columns of the index that were changed, a line taken away and one added are found", "[service][index]") {
  const Indexed it;
  // Where a case lives stands sealed in the summary: one that is written beside it in the open is a difference of that.
  it.sql(std::string("UPDATE case_index SET neighbourhood = 'elders', round = 3") + kOfC1);
  CHECK(it.found() ==
        std::vector<std::string>{"case/c-1: the index says something else than the events: round, summary"});
  it.sql(std::string("DELETE FROM case_index") + kOfC1);
  CHECK(it.found() == std::vector<std::string>{"case/c-1: its line in the index is missing"});
  it.rebuild();
  CHECK(it.found().empty());
  it.sql("UPDATE case_index SET life = 1 WHERE stream = (SELECT id FROM streams WHERE name = 'case/c-2')");
  CHECK(it.found() == std::vector<std::string>{"case/c-2: the index says something else than the events: stage"});
}

TEST_CASE("a group of commands leaves every case with the line of its last, however many cases", "[service][index]") {
  const House house;
  Desk desk(house);
  std::vector<Command> commands;
  const auto add = [&](const std::string& case_id, CommandBody body) {
    commands.push_back({{}, case_id, "Noor Bakker", {}, std::nullopt, std::move(body)});
  };
  // More cases than the service keeps in memory, each told of in two places of the group.
  constexpr int kCases = 300;
  const auto id_of = [](int number) { return "c-" + std::to_string(number); };
  for (int number = 0; number < kCases; ++number) {
    OpenCase open{.title = "Gezin " + std::to_string(number),
                  .privacy = Privacy::anonymous,
                  .basis = Basis::wmo,
                  .purpose = "samen een eerste stap vinden",
                  .method = "werf/werf"};
    add(id_of(number), open);
  }
  for (int number = 0; number < kCases; ++number) add(id_of(number), SetReview{*date_from("2026-05-01")});
  for (const auto& answer : desk.service.handle_together(std::move(commands))) REQUIRE(answer.done());
  CHECK(desk.service.index_findings().empty());
  CHECK(desk.service.cases(store::IndexQuery{.due_by = date_from("2026-05-01"), .limit = 2 * kCases}).size() == kCases);
}
