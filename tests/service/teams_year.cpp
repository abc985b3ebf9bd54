// SPDX-License-Identifier: EUPL-1.2
// The year of many teams, by the same service on a file and in a database: what comes of it is the same, to the word.
//
// Each run of the tests plays two small teams, `tests/run year` all of them: CASUS_YEAR_TEAMS and CASUS_YEAR_CASES.
#include "core/store/checkpoint.hpp"
#include "core/store/files/copy.hpp"
#include "core/store/keys/seal.hpp"
#include "tests/service/year.hpp"
#include "tests/store/cluster.hpp"
#include "tests/store/stores.hpp"
#include "tests/support/size_asked.hpp"
#include "tests/support/temp_dir.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <string>

namespace casus::test {
namespace {

using store::Texts;

/// A running digest of what a team reads. What is sealed is never the same twice: each store has keys and nonces of its
/// own. What was sealed is, and so are its place, its moment and its kind.
class ClearDigest {
 public:
  void add(const store::Parts& row) {
    std::string all(store::view(digest_));
    all += row.bytes();
    digest_ = store::hash_of(all);
  }
  std::string code() const { return store::code_of(digest_); }

 private:
  store::Digest digest_{};
};

std::string written(const std::optional<Date>& day) { return day ? to_string(*day) : "-"; }

std::string code_of_stream(store::Store& store, const std::string& name) {
  ClearDigest all;
  for (const auto& event : store.read(name)) {
    store::Parts row;
    row.number(event.number).text(event.type).number(event.type_version);
    row.number(event.at.time_since_epoch().count()).text(event.payload.value_or("(erased)"));
    for (const auto& secret : event.secrets) row.text(secret.person).text(secret.text);
    all.add(row);
  }
  return all.code();
}

std::string code_of_index(store::Store& store) {
  auto lines = store.list(store::IndexQuery{.limit = std::numeric_limits<int>::max()});
  std::ranges::sort(lines, {}, &store::IndexRow::stream);
  ClearDigest all;
  for (const auto& line : lines) {
    store::Parts row;
    row.text(line.stream).number(static_cast<int>(line.stage.life)).number(static_cast<int>(line.stage.phase));
    row.number(static_cast<int>(line.stage.safety)).number(line.round).text(line.step).text(line.workflow);
    row.text(line.method).text(line.neighbourhood).text(to_string(line.opened_on)).text(written(line.review_on));
    row.text(written(line.action_due)).number(line.changed_at.time_since_epoch().count()).text(line.summary);
    all.add(row);
  }
  return all.code();
}

/// What each command came to, those that were refused too.
std::string code_of_receipts(store::Store& store, int commands) {
  ClearDigest all;
  for (int number = 1; number <= commands; ++number) {
    store::Parts row;
    row.number(number);
    if (const auto receipt = store.receipt(TeamYear::command_id(number)))
      row.text(receipt->stream).number(receipt->first).number(receipt->last).number(receipt->content);
    all.add(row);
  }
  return all.code();
}

/// A code a stream, so that two years that differ show where.
std::map<std::string, std::string> codes_of(store::Store& store, int commands) {
  std::map<std::string, std::string> codes;
  for (const auto& name : store.streams("")) codes[name] = code_of_stream(store, name);
  codes["the index"] = code_of_index(store);
  codes["what commands came to"] = code_of_receipts(store, commands);
  return codes;
}

struct YearEnded {
  std::map<std::string, std::string> codes;
  Texts refused;
  int commands = 0;
  int interrupts = 0;
  std::int64_t events = 0;
};

YearEnded year_in(const store::Options& place, int cases, std::uint32_t seed) {
  YearEnded ended;
  {
    TeamYear year(store::open_store(place), cases, seed);
    year.pass();
    ended.refused = year.refused;
    ended.commands = year.commands;
    ended.interrupts = year.interrupts;
  }
  const auto store = store::open_store(place);  // nothing of it from memory
  CHECK(store::findings(*store) == Texts{});
  ended.codes = codes_of(*store, ended.commands);
  ended.events = store->info().events;
  return ended;
}

}  // namespace

TEST_CASE("the year of many teams comes to the same in a file and in a database", "[service][teams-year]") {
  auto* const cluster = Cluster::shared();
  if (cluster == nullptr) {
    WARN("SKIP: no PostgreSQL server is installed here");
    return;
  }
  const int teams = size_asked("CASUS_YEAR_TEAMS", 2), cases = size_asked("CASUS_YEAR_CASES", 8);
  const auto database = cluster->database();
  std::map<std::string, std::string> before;
  for (int team = 1; team <= teams; ++team) {
    CAPTURE(team, cases);
    const TempDir folder{in_memory()};
    const auto seed = 20260105U + static_cast<std::uint32_t>(team);
    const store::Options file{(folder / "casus.db").string()};
    const auto address = Cluster::of_team("team-" + std::to_string(team), database);
    store::prepare_postgres(Cluster::as("keeper", address), "desk");
    const store::Options served{address, true, store::Purpose::cases, (folder / "served.keys").string()};

    const auto in_file = year_in(file, cases, seed);
    const auto in_database = year_in(served, cases, seed);
    CHECK(in_file.commands > 5 * TeamYear::kMeetings);
    CHECK(in_file.events > in_file.commands / 2);  // most of it was done
    CHECK(in_database.commands == in_file.commands);
    CHECK(in_database.refused == in_file.refused);
    CHECK(in_database.interrupts == in_file.interrupts);
    CHECK(in_database.events == in_file.events);
    CHECK(in_database.codes == in_file.codes);
    CHECK(in_file.codes != before);  // another team is another year

    // The proof of `store copy` over every sealed byte, and that nothing was lost in the words either.
    const store::Options back{(folder / "back.db").string(), false, store::Purpose::cases,
                              (folder / "back.keys").string()};
    store::copy_store(served, back);
    const auto copy = store::open_store(back);
    CHECK(store::findings(*copy) == Texts{});
    CHECK(codes_of(*copy, in_file.commands) == in_file.codes);
    before = in_file.codes;
  }
}

}  // namespace casus::test
