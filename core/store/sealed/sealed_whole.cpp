// SPDX-License-Identifier: EUPL-1.2
// The rest of SealedStore: what is derived from the events, and the store as a whole.
#include "core/base/fault.hpp"
#include "core/store/keys/line_seal.hpp"
#include "core/store/sealed/sealed_store.hpp"
#include "core/store/verify.hpp"

#include <fmt/format.h>

namespace casus::store {

std::vector<std::string> SealedStore::streams(std::string_view prefix) {
  write_out();
  return log().names(prefix);
}

std::vector<IndexRow> SealedStore::list(const IndexQuery& query) {
  write_out();
  std::vector<IndexRow> rows;
  auto lines = log().lines(query);
  vault_->look([&] {
    for (auto& [row, erasures] : lines) rows.push_back(opened(std::move(row), erasures));
  });
  return rows;
}

/// A lost key must not take the whole agenda away: the line is shown without its text, and opening the case tells.
IndexRow SealedStore::opened(IndexRow row, std::int64_t erasures) {
  const auto sealed = std::exchange(row.summary, {});
  if (sealed.empty()) return row;
  const auto held = keys().tree_once({row.stream, erasures});
  row.locked = held.state == Keychain::State::absent;
  if (held.tree == nullptr) return row;
  auto line = open_line(*held.tree, row.stream, sealed);
  if (line.state == OpenedLine::State::damaged)
    throw text::SaidFault(Fault::Kind::store,
                          text::msg("fault.index_line_damaged", "path"_is = log().path(), "stream"_is = row.stream),
                          "store rebuild");
  row.summary = std::move(line.text);
  return row;
}

void SealedStore::clear_index() {
  require_writable();
  Work work(*this);
  for (auto& [name, stream] : touched_) stream.line.reset();
  log().clear_lines();
  work.done();
}

void SealedStore::put_index(const IndexRow& row) {
  Work work(*this);
  Named* const at = find(row.stream);
  if (!at)
    throw Fault(Fault::Kind::store,
                fmt::format("stream '{}' does not exist, so it has no line in the index", row.stream));
  at->second.line = row;
  work.done();
}

Verification SealedStore::verify() {
  write_out();
  auto result = verify_store(log(), *vault_);
  result.finished = finished_;
  return result;
}

Info SealedStore::info() {
  write_out();
  auto info = log().info();
  info.keys_path = vault_->path();
  return info;
}

std::string SealedStore::pseudonym(std::string_view name) {
  return hex_of(keyed_digest(store_keys().pseudonym, Parts().text(name))).substr(0, 32);
}

}  // namespace casus::store
