// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/fault.hpp"
#include "core/store/store.hpp"
#include "tests/store/cluster.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace casus::store {

/// One of the stores that keep the contract, with what it needs for as long as it lives.
struct Subject {
  std::string name;
  test::TempDir folder;
  std::unique_ptr<Store> store;

  explicit Subject(const std::string& kind) : name(kind) {
    const auto keys = (folder / "casus.keys").string();
    store = kind == "memory"   ? open_memory()
            : kind == "sqlite" ? open_sqlite({(folder / "casus.db").string(), true})
                               : open_postgres({test::Cluster::shared()->database(), true, Purpose::cases, keys});
  }
  Store* operator->() const { return store.get(); }
  Store& operator*() const { return *store; }
};

/// Every case that holds for all stores begins with `Subject store(each_store());`. Where no database server is
/// installed, that kind is left out, and it is said.
inline std::string each_store() {
  std::string kind = GENERATE(as<std::string>{}, "memory", "sqlite", "postgres");
  if (kind == "postgres" && test::Cluster::shared() == nullptr) {
    WARN("SKIP: no PostgreSQL server is installed here");
    kind = "memory";
  }
  UNSCOPED_INFO("store: " << kind);
  return kind;
}

inline Time moment(int second) { return Time(std::chrono::seconds(1'772'000'000 + second)); }

inline NewEvent event(const std::string& payload, std::vector<Secret> secrets = {}, int at = 0) {
  return {"ContributionMade", 1, moment(at), payload, std::move(secrets)};
}

inline IndexRow line(const std::string& stream, const std::string& summary = "{}", int changed = 0) {
  return IndexRow{.stream = stream,
                  .stage = {Life::open, Phase::plan_of_action, Safety::clear, 0},
                  .round = 2,
                  .step = "reflect",
                  .workflow = "weekly",
                  .method = "werf/werf",
                  .neighbourhood = "noord",
                  .opened_on = *date_from("2026-01-05"),
                  .changed_at = moment(changed),
                  .summary = summary};
}

/// Appends and returns the receipt; a conflict fails the test.
inline Receipt put(Store& store, const std::string& stream, std::int64_t expected, const std::string& command,
                   const std::vector<NewEvent>& events, const IndexRow* index = nullptr) {
  auto answer = store.append(stream, expected, command, events, index);
  REQUIRE(answer.has_value());
  return *answer;
}

inline std::vector<std::string> payloads(Store& store, const std::string& stream) {
  std::vector<std::string> texts;
  for (const auto& event : store.read(stream)) texts.push_back(event.payload.value_or("(erased)"));
  return texts;
}

/// "stream 3: message", one a finding, so that a failing test shows them.
inline std::vector<std::string> findings(Store& store) {
  std::vector<std::string> lines;
  for (const auto& finding : store.verify().findings)
    lines.push_back(finding.stream + " " + std::to_string(finding.number) + ": " + finding.said.in(Lang::en));
  return lines;
}

inline std::vector<std::string> in_english(const std::vector<text::Message>& said) {
  std::vector<std::string> lines;
  for (const auto& one : said) lines.push_back(one.in(Lang::en));
  return lines;
}

/// The text of the fault that `work` throws; empty when it throws none.
std::string fault_of(auto&& work) {
  try {
    work();
  } catch (const Fault& fault) {
    CHECK(fault.kind() == Fault::Kind::store);
    return fault.what();
  }
  return "";
}

using Texts = std::vector<std::string>;

}  // namespace casus::store
