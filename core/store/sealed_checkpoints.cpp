// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/store/sealed_store.hpp"

#include <fmt/format.h>

#include <chrono>

namespace casus::store {

bool SealedStore::checkpoint_due(Time now) {
  const auto last = log_->last_checkpoint();
  const auto day_of = [](Time at) { return std::chrono::floor<std::chrono::days>(at); };
  if (last && day_of(last->at) == day_of(now)) return false;
  return log_->position() > (last ? last->position : 0);
}

Checkpoint SealedStore::checkpoint(Time now) {
  if (open_) throw Fault(Fault::Kind::store, "a checkpoint cannot be made in the middle of a group");
  Checkpoint it;
  {
    Work work(*this);
    const auto last = log_->last_checkpoint();
    const auto erased = log_->last_erased();
    it.position = log_->position();
    if (last && last->position == it.position && last->erased == erased.id) {
      it = *last;
    } else {
      const auto ends = log_->ends(it.position, 0);
      it.id = (last ? last->id : 0) + 1;
      it.at = now;
      it.streams = static_cast<std::int64_t>(ends.size());
      it.erased = erased.id;
      it.erased_mark = erased.mark;
      it.root = merkle_root(keys_.store(), ends);
      it.mark = checkpoint_mark(keys_.store(), it);
      log_->add_checkpoint(it);
    }
    work.done();
  }
  keep_in_vault(it);
  return it;
}

/// The vault may be behind by one, when an earlier end came between log and vault.
void SealedStore::keep_in_vault(const Checkpoint& checkpoint) {
  const auto known = vault_->checkpoints();
  if (!known.empty() && known.back().id >= checkpoint.id) return;
  vault_->add_checkpoint(checkpoint, log_->ends(checkpoint.position, known.empty() ? 0 : known.back().position));
}

}  // namespace casus::store
