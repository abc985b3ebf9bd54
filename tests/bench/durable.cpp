// SPDX-License-Identifier: EUPL-1.2
// One durable command beside what the disk itself asks for, in turns, so that both meet the same disk.
#include "core/service/service.hpp"
#include "core/store/files/files.hpp"
#include "core/store/sqlite/database.hpp"
#include "tests/bench/samples.hpp"
#include "tests/bench/story.hpp"
#include "tests/support/temp_dir.hpp"

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace casus::bench {

namespace {

/// A file that grows by one page, made durable each time: the least that a durable answer costs on this disk.
class Floor {
 public:
  explicit Floor(const std::string& path) : file_(::open(path.c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600)) {
    if (file_ < 0) give_up("cannot make " + path);
  }
  Floor(const Floor&) = delete;
  Floor& operator=(const Floor&) = delete;
  ~Floor() { ::close(file_); }

  void append() {
    static const std::string kPage(4096, 'x');
    if (::write(file_, kPage.data(), kPage.size()) != static_cast<ssize_t>(kPage.size()) || ::fdatasync(file_) != 0)
      give_up("the disk refused a page");
  }

 private:
  int file_;
};

/// One table with one row a transaction, under the settings of the store.
class BareSqlite {
 public:
  explicit BareSqlite(const std::string& path) : db_(made(path)) {
    db_.run(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -32768; "
        "PRAGMA wal_autocheckpoint = 4000; CREATE TABLE rows(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT");
    begin_.emplace(db_, "BEGIN IMMEDIATE");
    insert_.emplace(db_, "INSERT INTO rows(bytes) VALUES(?1)");
    commit_.emplace(db_, "COMMIT");
  }

  void transaction() {
    static const std::string kRow(400, 'x');  // about what a sealed contribution takes
    begin_->run();
    insert_->run(store::Blob{kRow});
    commit_->run();
  }

 private:
  static store::Database made(const std::string& path) {
    store::make_private_file(path);
    return store::Database(path);
  }

  store::Database db_;
  std::optional<store::Statement> begin_, insert_, commit_;
};

/// Contributions to a case that is going on; a fresh case now and then, so that none grows beyond what is usual.
class Talking {
 public:
  explicit Talking(service::Service& service) : service_(service) {}

  /// What is not measured: a fresh case when it is time for one.
  void prepare() {
    if (said_++ % 100 != 0) return;
    case_id_ = "t" + std::to_string(said_);
    for (auto command : talk().before) {
      command.case_id = case_id_;
      command.id = case_id_ + '/' + command.id;
      if (!service_.handle(command).done()) give_up("a command of the story was not done");
    }
  }

  void say() {
    auto command = talk().say;
    command.case_id = case_id_;
    command.id = case_id_ + "/say-" + std::to_string(said_);
    if (!service_.handle(std::move(command)).done()) give_up("a contribution was not done");
  }

 private:
  service::Service& service_;
  std::string case_id_;
  int said_ = 0;
};

/// One run of a command, a bare row and the floor in turns, and how the first compares with the others.
struct Turns {
  double floor = 0, bare = 0, say = 0;  ///< medians, in seconds
  double of_floor() const { return say / floor; }
  double of_bare() const { return say / bare; }
};

Turns in_turns(Floor& floor, BareSqlite& bare, Talking& talking) {
  constexpr double kBudget = 9;  // seconds: on a slow disk fewer samples
  constexpr int kRounds = 200;
  std::vector<double> floors, rows, says;
  double spent = 0;
  for (int i = 0; i < kRounds && spent < kBudget; ++i) {
    talking.prepare();
    floors.push_back(seconds_of([&] { floor.append(); }));
    rows.push_back(seconds_of([&] { bare.transaction(); }));
    says.push_back(seconds_of([&] { talking.say(); }));
    spent += floors.back() + rows.back() + says.back();
  }
  return {median(floors), median(rows), median(says)};
}

void durable(benchmark::State& run) {
  constexpr int kRuns = 3;
  const test::TempDir folder;
  Floor floor((folder / "floor").string());
  BareSqlite bare((folder / "bare.db").string());
  const auto store = store::open_sqlite({(folder / "store.db").string(), true});
  service::Service service(*store, shipped().methods, shipped().workflows);
  Talking talking(service);

  std::vector<double> before, after, lives;
  std::vector<Turns> turns;
  const auto append = [&] { floor.append(); };
  for (auto _ : run) {
    for (int i = 0; i < 100; ++i) before.push_back(seconds_of(append));
    for (int i = 0; i < kRuns; ++i) turns.push_back(in_turns(floor, bare, talking));
    for (int i = 0; i < 5; ++i) {
      auto commands = story_of("life-" + std::to_string(i));
      const auto count = static_cast<double>(commands.size());
      lives.push_back(seconds_of([&] {
                        for (auto& command : commands)
                          if (!service.handle(std::move(command)).done()) give_up("a command of a life was not done");
                      }) /
                      count);
    }
    for (int i = 0; i < 100; ++i) after.push_back(seconds_of(append));
  }
  std::ranges::sort(turns, {}, &Turns::of_floor);
  run.counters["floor"] = turns[kRuns / 2].floor;
  run.counters["say"] = turns[kRuns / 2].say;
  run.counters["of_floor"] = turns[kRuns / 2].of_floor();
  run.counters["of_floor_low"] = turns.front().of_floor();
  run.counters["of_floor_high"] = turns.back().of_floor();
  std::ranges::sort(turns, {}, &Turns::of_bare);
  run.counters["bare"] = turns[kRuns / 2].bare;
  run.counters["of_bare"] = turns[kRuns / 2].of_bare();
  run.counters["of_bare_low"] = turns.front().of_bare();
  run.counters["of_bare_high"] = turns.back().of_bare();
  run.counters["floor_before"] = median(before);
  run.counters["floor_after"] = median(after);
  run.counters["life"] = median(lives);
}

BENCHMARK(durable)->Name("store/durable")->Iterations(1)->UseRealTime()->Unit(benchmark::kSecond);

}  // namespace

}  // namespace casus::bench
