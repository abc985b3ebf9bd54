// SPDX-License-Identifier: EUPL-1.2
// The rest of SqliteVault: checkpoints, the seal over its rows, and the file as a whole.
#include "core/base/fault.hpp"
#include "core/store/sqlite/checkpoint_table.hpp"
#include "core/store/sqlite/schema.hpp"
#include "core/store/sqlite/sqlite_vault.hpp"
#include "core/store/sqlite/vault_seal.hpp"

#include <fmt/format.h>

namespace casus::store {

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
      if (!last || checkpoint.id > last->id) insert_checkpoint(db_, checkpoint);
    put_ends(moved);
  });
}

void SqliteVault::replace_checkpoints(const std::vector<Checkpoint>& checkpoints, const std::vector<NamedEnd>& ends) {
  db_.transaction([&] {
    db_.run("DELETE FROM checkpoints; DELETE FROM ends");
    for (const auto& checkpoint : checkpoints) insert_checkpoint(db_, checkpoint);
    put_ends(ends);
  });
}

void SqliteVault::put_ends(const std::vector<NamedEnd>& ends) {
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

bool SqliteVault::has_seal() { return !meta_of(db_, kSeal).empty(); }

void SqliteVault::begin_seal() {
  db_.transaction([&] {
    if (!has_seal()) put_meta(db_, kSeal, hex_of(sum_of_all()));
  });
}

/// An erased key is a row with an empty one.
Digest SqliteVault::sum_of(std::string_view stream) {
  if (!keys_) keys_.emplace(store_key());
  Digest sum{};
  std::vector<std::pair<std::string, std::string>> held;
  {
    Statement select(db_, "SELECT person FROM keys WHERE stream = ?1");
    for (Rows rows = select.rows(stream); rows.next();) held.emplace_back(rows.bytes(0), "");
  }
  for (auto& [person, key] : held) {
    key = find(stream, person).bytes;
    add_to(sum, key_row_digest(*keys_, {stream, person, key}));
  }
  Statement events(db_, "SELECT number FROM destroyed WHERE stream = ?1");
  for (Rows rows = events.rows(stream); rows.next();)
    add_to(sum, keyed_digest(keys_->vault, Parts().text("destroyed").text(stream).number(rows.integer(0))));
  Statement left(db_, "SELECT number, version, husk FROM \"left\" WHERE stream = ?1");
  for (Rows rows = left.rows(stream); rows.next();)
    add_to(sum,
           keyed_digest(
               keys_->vault,
               Parts().text("left").text(stream).number(rows.integer(0)).number(rows.integer(1)).text(rows.bytes(2))));
  return sum;
}

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

Digest SqliteVault::sum_of_all() {
  std::vector<std::string> streams;
  {
    Statement select(db_,
                     "SELECT stream FROM keys UNION SELECT stream FROM destroyed UNION SELECT stream FROM \"left\"");
    for (Rows rows = select.rows(); rows.next();) streams.emplace_back(rows.bytes(0));
  }
  Digest sum{};
  for (const auto& stream : streams) add_to(sum, sum_of(stream));
  add_to(sum, sum_of_wiped());
  return sum;
}

/// From what it was, not from what is there: what something else changed stays to be seen.
void SqliteVault::add_to_seal(const std::function<void(Digest&)>& change) {
  auto seal = digest_from_hex(meta_of(db_, kSeal));
  if (!seal) return;
  if (!keys_) keys_.emplace(store_key());
  change(*seal);
  put_meta(db_, kSeal, hex_of(*seal));
}

void SqliteVault::change(const std::set<std::string>& streams, const std::function<void()>& work) {
  const auto sum = [&] {
    Digest all{};
    for (const auto& stream : streams) add_to(all, sum_of(stream));
    add_to(all, sum_of_wiped());
    return all;
  };
  if (streams.empty()) return work();
  const auto before = sum();
  work();
  const auto after = sum();
  add_to_seal([&](Digest& seal) {
    take_from(seal, before);
    add_to(seal, after);
  });
}

// ---- the whole

std::vector<std::string> SqliteVault::strange() { return added_to_keys(db_); }

std::vector<std::string> SqliteVault::check() {
  std::vector<std::string> findings;
  Statement integrity(db_, "PRAGMA integrity_check");
  for (Rows rows = integrity.rows(); rows.next();)
    if (rows.bytes(0) != "ok") findings.push_back(fmt::format("key file: {}", rows.bytes(0)));
  for (auto& strange : strange_in_keys(db_)) findings.push_back(std::move(strange));
  const auto seal = digest_from_hex(meta_of(db_, kSeal));
  // A file of before there was one, or one from which it was taken.
  if (!seal) findings.emplace_back("the key file has no seal, and had one: it is older, or was changed");
  else if (*seal != sum_of_all()) findings.emplace_back("the key file was changed by something else than this program");
  return findings;
}

}  // namespace casus::store
