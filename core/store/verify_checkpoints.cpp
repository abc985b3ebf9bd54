// SPDX-License-Identifier: EUPL-1.2
#include "core/store/keys/keychain.hpp"
#include "core/store/log.hpp"
#include "core/store/verify.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace casus::store {

using text::msg;

namespace {

text::Message counted(std::int64_t events) { return text::msg("count.events", "count"_is = events); }

class CheckpointVerifier {
 public:
  CheckpointVerifier(Log& log, Vault& vault, Verification& result)
      : log_(log), vault_(vault), keys_(vault.store_key()), result_(result) {}

  void run() {
    const auto in_log = log_.checkpoints();
    const auto in_vault = vault_.checkpoints();
    check_numbers(in_log);
    check_marks(in_log, false);
    check_marks(in_vault, true);
    check_same(in_log, in_vault);
    if (!other_copy_) check_ends(in_vault);
    if (!in_log.empty()) check_root(in_log.back());
  }

 private:
  void find(const std::string& stream, std::int64_t number, text::Message said) {
    result_.findings.push_back({stream, number, std::move(said)});
  }

  void find_in_keys(const std::string& stream, std::int64_t number, text::Message said) {
    result_.findings.push_back({stream, number, std::move(said), false, true});
  }

  void check_numbers(const std::vector<Checkpoint>& in_log) {
    std::int64_t number = 0;
    for (const auto& it : in_log) {
      if (it.id != ++number) find("", number, msg("finding.checkpoint_missing", "number"_is = number));
      number = it.id;
    }
  }

  void check_marks(const std::vector<Checkpoint>& list, bool in_keys) {
    for (const auto& it : list) {
      if (it.mark == checkpoint_mark(keys_, it)) continue;
      if (in_keys) find_in_keys("", it.id, msg("finding.checkpoint_changed_keys", "number"_is = it.id));
      else find("", it.id, msg("finding.checkpoint_changed_database", "number"_is = it.id));
    }
  }

  /// One that is only in the log, and that the vault knows was begun, was cut short between the two; the next one mends
  /// that.
  void check_same(const std::vector<Checkpoint>& in_log, const std::vector<Checkpoint>& in_vault) {
    const auto newest_log = in_log.empty() ? 0 : in_log.back().id;
    const auto newest_vault = in_vault.empty() ? 0 : in_vault.back().id;
    if (newest_vault > newest_log) find("", newest_vault, msg("finding.database_behind", "number"_is = newest_vault));
    other_copy_ = !in_vault.empty() && are_of_two_copies(keys_, in_log, in_vault.back());
    if (other_copy_) {
      find("", newest_vault, msg("finding.keys_other_copy"));
    } else if (newest_log > newest_vault && vault_.begun() != in_log.back().mark) {
      ++result_.absent_keys;
      find_in_keys("", newest_log, msg("finding.keys_behind", "number"_is = newest_log));
    }
    if (other_copy_) return;  // each has its own from there on
    for (const auto& it : in_vault) {
      const auto same = std::ranges::find(in_log, it.id, &Checkpoint::id);
      if (same != in_log.end() && *same != it) find("", it.id, msg("finding.checkpoint_differs", "number"_is = it.id));
    }
  }

  /// The vault knows where each stream ended at its last checkpoint, so what is gone can be named.
  void check_ends(const std::vector<Checkpoint>& in_vault) {
    if (!in_vault.empty() && merkle_root(keys_, vault_.ends()) != in_vault.back().root)
      find_in_keys("", in_vault.back().id, msg("finding.ends_changed"));
    std::map<std::string, std::int64_t> ids;
    for (const auto& stream : log_.streams()) ids.emplace(stream.name, stream.id);
    std::set<std::string, std::less<>> known;
    for (const auto& end : vault_.ends()) {
      known.insert(end.stream);
      const auto at = ids.find(end.stream);
      if (at == ids.end()) {
        find(end.stream, 0, msg("finding.stream_taken", "events"_is = counted(end.number)));
        continue;
      }
      bool there = false;
      std::string digest;
      log_.events(at->second, end.number - 1, [&](const EventRow& row) {
        there = row.number == end.number;
        digest = row.digest;
        return false;
      });
      if (!there) find(end.stream, end.number, msg("finding.tail_cut", "events"_is = counted(end.number)));
      else if (digest != view(end.digest)) find(end.stream, end.number, msg("finding.rewritten"));
    }
    for (const auto& stream : vault_.streams())
      if (!ids.contains(stream) && !known.contains(stream) &&
          vault_.find(stream, "").state == Vault::Held::State::present)
        result_.keys_alone.push_back(stream);
  }

  void check_root(const Checkpoint& last) {
    const auto ends = log_.ends(last.position, 0);
    if (result_.findings.empty() && merkle_root(keys_, ends) != last.root)
      find("", last.id, msg("finding.streams_together", "number"_is = last.id));
    result_.code = checkpoint_code(last);
    result_.checked_at = last.at;
    std::int64_t covered = 0;
    for (const auto& end : ends) covered += end.number;
    result_.younger_events = std::max<std::int64_t>(result_.events - covered, 0);
  }

  Log& log_;
  Vault& vault_;
  StoreKeys keys_;
  Verification& result_;
  bool other_copy_ = false;  ///< what the vault knows of streams is of that one
};

}  // namespace

void verify_checkpoints(Log& log, Vault& vault, Verification& result) { CheckpointVerifier(log, vault, result).run(); }

}  // namespace casus::store
