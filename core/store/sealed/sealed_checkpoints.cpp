// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/store/sealed/sealed_store.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace casus::store {

bool SealedStore::checkpoint_due(Time now) {
  const auto last = log().last_checkpoint();
  // Where one of the files is older than the other, verify is to find it so: nothing is made that hides it.
  const auto known = vault_->last_checkpoint();
  if (!older_keys_.empty() || !older_log_.empty() || (known ? known->id : 0) > (last ? last->id : 0)) return false;
  const auto day_of = [](Time at) { return std::chrono::floor<std::chrono::days>(at); };
  if (last && day_of(last->at) == day_of(now)) return false;
  return log().position() > (last ? last->position : 0);
}

Checkpoint SealedStore::checkpoint(Time now) { return make_checkpoint(now, false); }

/// Into a vault that is older, or that went on with another copy, it does not go: what it says would then no longer
/// show that.
Checkpoint SealedStore::make_checkpoint(Time now, bool always) {
  if (open_) throw Fault(Fault::Kind::store, "a checkpoint cannot be made in the middle of a group");
  Checkpoint it;
  {
    Work work(*this);
    const auto last = log().last_checkpoint();
    const auto erased = log().last_erased();
    it.position = log().position();
    if (!always && last && last->position == it.position && last->erased == erased.id) {
      it = *last;
    } else {
      const auto ends = log().ends(it.position, 0);
      it.id = (last ? last->id : 0) + 1;
      it.at = now;
      it.streams = static_cast<std::int64_t>(ends.size());
      it.erased = erased.id;
      it.erased_mark = erased.mark;
      it.root = merkle_root(store_keys(), ends);
      it.mark = checkpoint_mark(store_keys(), it);
      log().add_checkpoint(it);
      if (older_keys_.empty()) vault_->begin_checkpoint(it);
    }
    work.done();
  }
  if (older_keys_.empty() && older_log_.empty()) keep_in_vault(it);
  return it;
}

/// The vault may be behind, when an earlier end came between log and vault.
void SealedStore::keep_in_vault(const Checkpoint& checkpoint) {
  const auto known = vault_->last_checkpoint();
  if (known && known->id >= checkpoint.id) return;
  auto missing = log().checkpoints();
  std::erase_if(missing, [&](const Checkpoint& it) { return it.id > checkpoint.id || (known && it.id <= known->id); });
  vault_->add_checkpoints(missing, log().ends(checkpoint.position, known ? known->position : 0));
}

std::vector<Checkpoint> SealedStore::checkpoints() { return log().checkpoints(); }

std::vector<Finding> SealedStore::verify_against(std::string_view code) {
  std::vector<Finding> findings;
  const auto find = [&](std::int64_t number, text::Message said) { findings.push_back({"", number, std::move(said)}); };
  log().look([&] {
    const auto list = log().checkpoints();
    const auto it = std::ranges::find(list, code, checkpoint_code);
    if (it == list.end()) return find(0, text::msg("finding.no_such_code", "code"_is = code));
    if (it->mark != checkpoint_mark(store_keys(), *it)) find(it->id, text::msg("finding.that_checkpoint_changed"));
    if (merkle_root(store_keys(), log().ends(it->position, 0)) != it->root)
      find(it->id, text::msg("finding.covered_changed"));
    const auto erased = log().erased(std::max<std::int64_t>(it->erased - 1, 0));
    if (it->erased > 0 && (erased.empty() || erased[0].mark != it->erased_mark))
      find(it->id, text::msg("finding.covered_list"));
  });
  return findings;
}

Checkpoint SealedStore::backup(const std::string& file, Time now) {
  const auto made = checkpoint(now);
  log().copy_to(file);
  return made;
}

}  // namespace casus::store
