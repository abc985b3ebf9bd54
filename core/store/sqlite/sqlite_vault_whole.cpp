// SPDX-License-Identifier: EUPL-1.2
// The rest of SqliteVault: checkpoints, the seal over its rows, and the file as a whole.
#include "core/base/fault.hpp"
#include "core/store/sqlite/checkpoint_table.hpp"
#include "core/store/sqlite/schema.hpp"
#include "core/store/sqlite/sqlite_vault.hpp"
#include "core/store/sqlite/vault_seal.hpp"

#include <fmt/format.h>

namespace casus::store {

namespace {

/// Before a seal that is over all tables.
constexpr std::string_view kAllTables = "2:";

Digest checkpoint_row_digest(const StoreKeys& keys, const Checkpoint& it) {
  return keyed_digest(keys.vault, checkpoint_parts(it).text(view(it.mark)));
}

Digest end_row_digest(const StoreKeys& keys, std::string_view stream, std::int64_t number, std::string_view digest) {
  return keyed_digest(keys.vault, Parts().text("end").text(stream).number(number).text(digest));
}

}  // namespace

// ---- checkpoints

void SqliteVault::begin_checkpoint(const Checkpoint& checkpoint) {
  db_.transaction([&] { put_meta(db_, kBegun, hex_of(checkpoint.mark)); });
}

Digest SqliteVault::begun() { return digest_from_hex(meta_of(db_, kBegun)).value_or(Digest{}); }

void SqliteVault::add_checkpoints(const std::vector<Checkpoint>& checkpoints, const std::vector<NamedEnd>& moved) {
  db_.transaction([&] {
    const auto last = last_checkpoint();  // another program may have come before us
    if (last && !checkpoints.empty() && last->id >= checkpoints.back().id) return;
    for (const auto& checkpoint : checkpoints)
      if (!last || checkpoint.id > last->id) put_checkpoint(checkpoint);
    put_ends(moved);
  });
}

void SqliteVault::replace_checkpoints(const std::vector<Checkpoint>& checkpoints, const std::vector<NamedEnd>& ends) {
  db_.transaction([&] {
    const auto before = sum_of_checkpoints();
    add_to_seal([&](Digest& seal) { take_from(seal, before); });
    db_.run("DELETE FROM checkpoints; DELETE FROM ends");
    for (const auto& checkpoint : checkpoints) put_checkpoint(checkpoint);
    put_ends(ends);
  });
}

void SqliteVault::put_checkpoint(const Checkpoint& checkpoint) {
  insert_checkpoint(db_, checkpoint);
  add_to_seal([&](Digest& seal) { add_to(seal, checkpoint_row_digest(*keys_, checkpoint)); });
}

/// The seal goes along with each that moved: a checkpoint costs what was written since, also in a store of many cases.
void SqliteVault::put_ends(const std::vector<NamedEnd>& ends) {
  add_to_seal([&](Digest& seal) {
    Statement select(db_, "SELECT number, digest FROM ends WHERE stream = ?1");
    for (const auto& end : ends) {
      Rows rows = select.rows(std::string_view(end.stream));
      if (rows.next()) take_from(seal, end_row_digest(*keys_, end.stream, rows.integer(0), rows.bytes(1)));
      add_to(seal, end_row_digest(*keys_, end.stream, end.number, view(end.digest)));
    }
  });
  Statement put(db_,
                "INSERT INTO ends(stream, number, digest) VALUES(?1, ?2, ?3) ON CONFLICT(stream) DO UPDATE SET "
                "number = ?2, digest = ?3");
  for (const auto& end : ends) put.run(std::string_view(end.stream), end.number, Blob{view(end.digest)});
}

std::vector<Checkpoint> SqliteVault::checkpoints() { return checkpoints_in(db_); }

std::optional<Checkpoint> SqliteVault::last_checkpoint() { return last_checkpoint_in(db_); }

bool SqliteVault::knows_end(std::string_view stream) {
  Statement select(db_, "SELECT 1 FROM ends WHERE stream = ?1");
  return select.rows(stream).next();
}

std::vector<NamedEnd> SqliteVault::ends() {
  std::vector<NamedEnd> ends;
  Statement select(db_, "SELECT stream, number, digest FROM ends ORDER BY stream");
  for (Rows rows = select.rows(); rows.next();)
    ends.push_back({std::string(rows.bytes(0)), rows.integer(1), digest_from(rows.bytes(2)).value_or(Digest{})});
  return ends;
}

// ---- the seal

Digest key_row_digest(const StoreKeys& keys, const Vault::NewKey& row) {
  return keyed_digest(keys.vault, Parts().text("key").text(row.stream).text(row.person).text(row.key));
}

Digest all_tables_digest(const StoreKeys& keys) { return keyed_digest(keys.vault, Parts().text("all tables")); }

std::string seal_text(const Digest& seal) { return std::string(kAllTables) + hex_of(seal); }

std::optional<Digest> seal_from(std::string_view text) {
  if (!text.starts_with(kAllTables)) return std::nullopt;
  return digest_from_hex(text.substr(kAllTables.size()));
}

bool SqliteVault::has_seal() { return !meta_of(db_, kSeal).empty(); }

void SqliteVault::begin_seal() {
  db_.transaction([&] {
    if (!has_seal()) put_meta(db_, kSeal, seal_text(sum_of_all()));
  });
}

/// A seal of before holds for the rows that it knew, whatever is in them now; to it is added what it did not know.
void SqliteVault::widen_seal() {
  if (!digest_from_hex(meta_of(db_, kSeal))) return;
  db_.transaction([&] {
    auto seal = digest_from_hex(meta_of(db_, kSeal));
    if (!seal) return;  // another program came before us
    if (!keys_) keys_.emplace(store_key());
    add_to(*seal, all_tables_digest(*keys_));
    add_to(*seal, sum_of_checkpoints());
    put_meta(db_, kSeal, seal_text(*seal));
  });
}

/// Of the rows that `where` names. An erased key is a row with an empty one.
template <class... Values>
Digest SqliteVault::sum_where(std::string_view where, const Values&... values) {
  if (!keys_) keys_.emplace(store_key());
  require_same_lock();
  Digest sum{};
  Statement keys(db_, fmt::format("SELECT stream, person, key FROM keys{}", where));
  for (Rows rows = keys.rows(values...); rows.next();) {
    const auto stream = rows.bytes(0), person = rows.bytes(1);
    const auto key = rows.is_null(2) ? std::string() : opened(stream, person, rows.bytes(2));
    if (!key) does_not_open(stream);
    add_to(sum, key_row_digest(*keys_, {stream, person, *key}));
  }
  Statement events(db_, fmt::format("SELECT stream, number FROM destroyed{}", where));
  for (Rows rows = events.rows(values...); rows.next();)
    add_to(sum, keyed_digest(keys_->vault, Parts().text("destroyed").text(rows.bytes(0)).number(rows.integer(1))));
  Statement left(db_, fmt::format("SELECT stream, number, version, husk FROM \"left\"{}", where));
  for (Rows rows = left.rows(values...); rows.next();)
    add_to(sum, keyed_digest(keys_->vault, Parts()
                                               .text("left")
                                               .text(rows.bytes(0))
                                               .number(rows.integer(1))
                                               .number(rows.integer(2))
                                               .text(rows.bytes(3))));
  return sum;
}

Digest SqliteVault::sum_of(std::string_view stream) { return sum_where(" WHERE stream = ?1", stream); }

/// How far the vault has followed the list.
Digest SqliteVault::sum_of_wiped() {
  Digest sum{};
  Statement select(db_, "SELECT only, id, mark FROM wiped");
  for (Rows rows = select.rows(); rows.next();)
    add_to(sum,
           keyed_digest(keys_->vault,
                        Parts().text("wiped").number(rows.integer(0)).number(rows.integer(1)).text(rows.bytes(2))));
  return sum;
}

Digest SqliteVault::sum_of_checkpoints() {
  if (!keys_) keys_.emplace(store_key());
  Digest sum{};
  for (const auto& it : checkpoints()) add_to(sum, checkpoint_row_digest(*keys_, it));
  Statement ends(db_, "SELECT stream, number, digest FROM ends");
  for (Rows rows = ends.rows(); rows.next();)
    add_to(sum, end_row_digest(*keys_, rows.bytes(0), rows.integer(1), rows.bytes(2)));
  return sum;
}

Digest SqliteVault::sum_of_all() {
  auto sum = sum_where("");
  add_to(sum, sum_of_wiped());
  add_to(sum, sum_of_checkpoints());
  add_to(sum, all_tables_digest(*keys_));
  return sum;
}

/// From what it was, not from what is there: what something else changed stays to be seen.
void SqliteVault::add_to_seal(const std::function<void(Digest&)>& change) {
  auto seal = seal_from(meta_of(db_, kSeal));
  if (!seal) return;
  if (!keys_) keys_.emplace(store_key());
  change(*seal);
  put_meta(db_, kSeal, seal_text(*seal));
}

void SqliteVault::change(const std::set<std::string>& streams, const std::function<void()>& work) {
  const auto sum = [&] {
    Digest all{};
    for (const auto& stream : streams) add_to(all, sum_of(stream));
    add_to(all, sum_of_wiped());
    return all;
  };
  const auto before = sum();
  work();
  const auto after = sum();
  add_to_seal([&](Digest& seal) {
    take_from(seal, before);
    add_to(seal, after);
  });
}

// ---- the whole

std::vector<text::Message> SqliteVault::strange() { return added_to_keys(db_); }

std::vector<text::Message> SqliteVault::check() {
  std::vector<text::Message> findings;
  Statement integrity(db_, "PRAGMA integrity_check");
  for (Rows rows = integrity.rows(); rows.next();)
    if (rows.bytes(0) != "ok") findings.push_back(text::msg("finding.keys_say", "said"_is = rows.bytes(0)));
  for (auto& strange : strange_in_keys(db_)) findings.push_back(std::move(strange));
  const auto seal = seal_from(meta_of(db_, kSeal));
  // A file of before there was one, or one from which it was taken.
  if (!seal) findings.push_back(text::msg("finding.no_seal"));
  else if (*seal != sum_of_all()) findings.push_back(text::msg("finding.keys_changed"));
  // No row vouches for it: it is written apart from the checkpoint that it is about.
  if (seal && !checkpoints().empty() && !digest_from_hex(meta_of(db_, kBegun)))
    findings.push_back(text::msg("finding.begun_taken_out"));
  return findings;
}

}  // namespace casus::store
