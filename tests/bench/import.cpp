// SPDX-License-Identifier: EUPL-1.2
// Many commands in one transaction, and the bytes that they take on disk.
#include "core/service/commands/command_json.hpp"
#include "core/service/service.hpp"
#include "core/store/files/files.hpp"
#include "core/store/sqlite/database.hpp"
#include "tests/bench/samples.hpp"
#include "tests/bench/story.hpp"
#include "tests/support/temp_dir.hpp"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <ctime>
#include <optional>
#include <utility>

namespace casus::bench {

namespace {

/// As many rows as a batch has events, of as many bytes, in one transaction of one table with the same key.
class BareRows {
 public:
  explicit BareRows(const std::string& path) : db_(made(path)) {
    db_.run(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -32768; "
        "PRAGMA wal_autocheckpoint = 4000; CREATE TABLE rows(id INTEGER PRIMARY KEY, stream INTEGER NOT NULL, version "
        "INTEGER NOT NULL, bytes BLOB NOT NULL, UNIQUE(stream, version)) STRICT");
    insert_.emplace(db_, "INSERT INTO rows(stream, version, bytes) VALUES(?1, ?2, ?3)");
  }

  void write(int stream, std::int64_t rows, std::size_t bytes) {
    const std::string row(bytes, 'x');
    db_.run("BEGIN IMMEDIATE");
    for (std::int64_t i = 0; i < rows; ++i) insert_->run(stream, i, store::Blob{row});
    db_.run("COMMIT");
  }

 private:
  static store::Database made(const std::string& path) {
    store::make_private_file(path);
    return store::Database(path);
  }

  store::Database db_;
  std::optional<store::Statement> insert_;
};

std::int64_t events_in(const std::vector<service::Answer>& answers) {
  std::int64_t events = 0;
  for (const auto& answer : answers) {
    if (!answer.done())
      give_up("an imported command was not done: " +
              (answer.refusal ? answer.refusal->name + ": " + answer.refusal->reason.in(Lang::en) : "a conflict"));
    events += static_cast<std::int64_t>(answer.events.size());
  }
  return events;
}

void import_batches(benchmark::State& run) {
  constexpr int kBatches = 12;
  const test::TempDir folder;
  const auto path = (folder / "store.db").string();
  BareRows bare((folder / "bare.db").string());
  std::vector<double> values, worked, lines, rows;  // events and rows a second
  std::int64_t events = 0;
  std::size_t text = 0;
  std::int64_t bytes = 0;
  for (auto _ : run) {
    auto store = store::open_sqlite({path, true});
    {
      service::Service service(*store, shipped().methods, shipped().workflows);
      for (int batch = 0; batch < 2 * kBatches; ++batch) {
        auto commands = thousand_commands("b" + std::to_string(batch));
        text += text_bytes(commands);
        const bool as_lines = batch % 2 == 1;
        std::vector<std::string> typed;
        if (as_lines)
          for (const auto& command : std::exchange(commands, {}))
            typed.push_back(service::command_json(command).dump());
        std::int64_t here = 0;
        const auto ticks = std::clock();
        const auto seconds = seconds_of([&] {
          for (const auto& line : typed) commands.push_back(*service::command_from(line));
          here = events_in(service.handle_together(std::move(commands)));
        });
        const auto busy = static_cast<double>(std::clock() - ticks) / CLOCKS_PER_SEC;
        events += here;
        (as_lines ? lines : values).push_back(static_cast<double>(here) / seconds);
        if (as_lines) continue;
        worked.push_back(static_cast<double>(here) / busy);
        const auto plain = seconds_of([&] { bare.write(batch, here, 350); });
        rows.push_back(static_cast<double>(here) / plain);
      }
    }
    store.reset();  // the last connection to go moves all of the log into the database
    bytes = store::size_of(path) + store::size_of(path + ".keys");
  }
  run.counters["values"] = median(values);
  run.counters["worked"] = median(worked);
  run.counters["lines"] = median(lines);
  run.counters["bare"] = median(rows);
  run.counters["beyond_text"] =
      static_cast<double>(bytes - static_cast<std::int64_t>(text)) / static_cast<double>(events);
}

BENCHMARK(import_batches)->Name("store/import")->Iterations(1)->UseRealTime()->Unit(benchmark::kSecond);

}  // namespace

}  // namespace casus::bench
