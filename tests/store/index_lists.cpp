// SPDX-License-Identifier: EUPL-1.2
// The derived index: lists and agendas.
#include "tests/store/stores.hpp"

using namespace casus;
using namespace casus::store;

namespace {

struct Given {
  std::string name;
  Life life;
  Safety safety;
  std::string review_on;
  std::string action_due;
  int changed;
};

// Made in this order, which breaks ties.
const std::vector<Given> kGiven{
    {"case/a", Life::open, Safety::clear, "2026-03-09", "", 10},
    {"case/b", Life::open, Safety::acute, "2026-03-16", "2026-03-02", 50},
    {"case/c", Life::closed, Safety::clear, "", "", 40},
    {"case/d", Life::open, Safety::concern, "2026-03-09", "2026-04-01", 30},
    {"case/e", Life::paused, Safety::concern, "", "2026-03-20", 30},
    {"case/f", Life::open, Safety::clear, "", "", 20},
};

IndexRow row_of(const Given& given) {
  auto row = line(given.name, "samenvatting van " + given.name, given.changed);
  row.stage.life = given.life;
  row.stage.safety = given.safety;
  row.review_on = date_from(given.review_on);
  row.action_due = date_from(given.action_due);
  return row;
}

void fill_lists(Store& store) {
  for (const auto& given : kGiven) {
    const auto row = row_of(given);
    put(store, given.name, 0, "c-" + given.name, {event("x")}, &row);
  }
}

std::string names(Store& store, const IndexQuery& query) {
  std::string names;
  for (const auto& row : store.list(query)) names += row.stream.substr(5);
  return names;
}

IndexQuery by_due(IndexQuery query = {}) {
  query.by_due = true;
  return query;
}

}  // namespace

TEST_CASE("a line comes back as it was given", "[store]") {
  Subject store(each_store());
  auto row = line("case/1", "{\"title\":\"Sam\"}", 77);
  row.stage = {Life::paused, Phase::evaluation, Safety::concern, 4};
  row.review_on = date_from("2026-03-09");
  row.action_due = date_from("1999-12-31");
  put(*store, "case/1", 0, "c1", {event("x")}, &row);
  const auto rows = store->list({});
  REQUIRE(rows.size() == 1);
  const auto& read = rows[0];
  CHECK(read.stream == "case/1");
  CHECK(read.stage == row.stage);
  CHECK(read.round == 2);
  CHECK(read.step == "reflect");
  CHECK(read.workflow == "weekly");
  CHECK(read.method == "werf/werf");
  CHECK(read.neighbourhood == "noord");
  CHECK(read.review_on == row.review_on);
  CHECK(read.action_due == row.action_due);
  CHECK(read.opened_on == row.opened_on);
  CHECK(read.changed_at == row.changed_at);
  CHECK(read.summary == row.summary);
}

TEST_CASE("lists are ordered by last change, or by what is due first, and filtered", "[store]") {
  Subject store(each_store());
  fill_lists(*store);
  CHECK(names(*store, {}) == "bcedfa");
  CHECK(names(*store, by_due()) == "badecf");

  IndexQuery query{.life = Life::open};
  CHECK(names(*store, query) == "bdfa");
  CHECK(names(*store, by_due(query)) == "badf");
  query.safety = Safety::concern;
  CHECK(names(*store, query) == "d");
  query.life.reset();
  CHECK(names(*store, query) == "ed");
  CHECK(names(*store, by_due(query)) == "de");
  query.safety = Safety::clear;
  CHECK(names(*store, query) == "cfa");
  CHECK(names(*store, by_due(query)) == "acf");
  query.life = Life::closed;
  CHECK(names(*store, by_due(query)) == "c");
  query.safety = Safety::acute;
  CHECK(names(*store, query).empty());
}

TEST_CASE("what is due by a day leaves out what is due later or never", "[store]") {
  Subject store(each_store());
  fill_lists(*store);
  IndexQuery query{.due_by = date_from("2026-03-09")};
  CHECK(names(*store, query) == "bda");
  CHECK(names(*store, by_due(query)) == "bad");
  query.safety = Safety::concern;
  CHECK(names(*store, by_due(query)) == "d");
  query.due_by = date_from("2026-03-01");
  query.safety.reset();
  CHECK(names(*store, query).empty());
  query.due_by = date_from("2199-12-31");
  query.life = Life::open;
  CHECK(names(*store, query) == "bda");
}

TEST_CASE("pages follow each other without a gap", "[store]") {
  Subject store(each_store());
  fill_lists(*store);
  for (const bool due : {false, true}) {
    std::string all;
    for (int offset = 0; offset < 8; offset += 2)
      all += names(*store, IndexQuery{.by_due = due, .limit = 2, .offset = offset}) + "|";
    CHECK(all == (due ? "ba|de|cf||" : "bc|ed|fa||"));
  }
  CHECK(names(*store, IndexQuery{.limit = 0}).empty());
}

TEST_CASE("a new line replaces the old one", "[store]") {
  Subject store(each_store());
  fill_lists(*store);
  auto row = row_of(kGiven[0]);
  row.changed_at = moment(90);
  row.stage.life = Life::closed;
  row.review_on.reset();
  put(*store, "case/a", 1, "close", {event("y")}, &row);
  CHECK(names(*store, {}) == "abcedf");
  CHECK(names(*store, by_due()) == "bdeacf");
  put(*store, "case/a", 2, "more", {event("z")});
  CHECK(names(*store, {}) == "abcedf");
}

TEST_CASE("the index can be emptied and made again", "[store]") {
  Subject store(each_store());
  fill_lists(*store);
  const auto before = names(*store, by_due());
  store->together([&] {
    store->clear_index();
    CHECK(store->list({}).empty());
    for (const auto& given : kGiven) store->put_index(row_of(given));
    CHECK(names(*store, by_due()) == before);
  });
  CHECK(names(*store, by_due()) == before);
  CHECK(store->list(by_due())[0].summary == "samenvatting van case/b");
  store->clear_index();
  CHECK(store->list({}).empty());
  CHECK(store->head("case/a") == 1);
}

TEST_CASE("a line needs a stream, and an append brings only its own line", "[store]") {
  Subject store(each_store());
  CHECK(fault_of([&] { store->put_index(line("case/x")); }) ==
        "stream 'case/x' does not exist, so it has no line in the index");
  const auto other = line("case/y");
  CHECK(fault_of([&] { store->append("case/x", 0, "c1", {event("a")}, &other); }) ==
        "stream 'case/x' cannot bring the line of 'case/y' in the index");
  CHECK(store->head("case/x") == 0);
}
