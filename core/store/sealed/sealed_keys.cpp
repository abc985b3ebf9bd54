// SPDX-License-Identifier: EUPL-1.2
// Whether the two files belong to the same day, and what is done when they do not. Nothing is sealed with keys that are
// known to be older than the log: the newest ones, put back, would not open it. Nor is anything in a log that is known
// to be older than the keys.
#include "core/base/fault.hpp"
#include "core/store/address.hpp"
#include "core/store/checkpoint.hpp"
#include "core/store/codec/frame.hpp"
#include "core/store/database_fault.hpp"
#include "core/store/sealed/sealed_store.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace casus::store {

/// The log first: others write to both, the vault before the log. What cannot be read here is told by whoever reads it.
void SealedStore::compare_files() {
  try {
    auto strange = log_->strange();
    std::ranges::move(vault_->strange(), std::back_inserter(strange));
    if (!strange.empty()) not_ours_ = text::Message::listed(text::Value::list(std::move(strange), "text.semicolon"));
    const auto last = log_->last_checkpoint();
    const auto newest = log_->newest_stream();
    const auto known = vault_->last_checkpoint();
    const bool other_copy = vault_->has_seal() && last && known && known->id <= last->id && known->mark != last->mark &&
                            are_of_two_copies(store_keys(), log_->checkpoints(), *known);
    if (!vault_->has_seal()) why_older_ = text::msg("fault.older.no_seal");
    else if (other_copy) why_older_ = text::msg("fault.older.other_copy");
    else if (last && (!known || known->id < last->id) && vault_->begun() != last->mark)
      why_older_ = text::msg("fault.older.checkpoint", "number"_is = last->id);
    else if (newest && vault_->find(newest->name, "").state == Vault::Held::State::absent &&
             !vault_->knows_end(newest->name))
      why_older_ = text::msg("fault.older.no_key", "stream"_is = newest->name);
    (other_copy ? older_log_ : older_keys_) = why_older_.in(Lang::en);
    if (why_older_.empty() && known && (!last || last->id < known->id)) {
      // Asked once more: another program may have made it since.
      const auto now = log_->last_checkpoint();
      if (!now || now->id < known->id) why_older_ = text::msg("fault.older.checkpoint", "number"_is = known->id);
      older_log_ = why_older_.in(Lang::en);
    }
  } catch (const DatabaseFault&) {
    throw;  // nothing is known of it then
  } catch (const Fault&) {
    // A damaged page. `verify` says so, and so does whatever comes across it.
  }
}

std::string SealedStore::older_keys() { return older_keys_; }

void SealedStore::require_writable() const {
  if (!not_ours_.empty()) throw damage(text::msg("fault.strange", "path"_is = log_->path(), "strange"_is = not_ours_));
  if (!older_keys_.empty())
    throw text::SaidFault(Fault::Kind::store,
                          text::msg("fault.older_keys", "path"_is = vault_->path(), "why"_is = why_older_),
                          "store keys accept");
  // What was kept since would be gone unseen, and its keys would seal something else.
  if (older_log_.empty()) return;
  const auto why = why_older_.in(Lang::en) == older_log_ ? why_older_ : text::Message::verbatim(older_log_);
  throw damage(in_database(log_->path())
                   ? text::msg("fault.older_in_database", "path"_is = log_->path(), "why"_is = why)
                   : text::msg("fault.older_store", "path"_is = log_->path(), "why"_is = why));
}

bool SealedStore::opens(const Named& stream, const KeyTree* tree, const EventRow& row) {
  const auto& [name, state] = stream;
  if (tree == nullptr) return false;
  const auto key = tree->key(event_place(row.number));
  if (!key) return true;  // and is not meant to
  auto clear = unseal_once(*key, {name, row.number}, row.sealed);
  const auto frame = clear ? unpacked(std::move(*clear)) : std::nullopt;
  if (!frame) return false;
  return std::ranges::all_of(frame->sealed_secrets, [&](const auto& secret) {
    const auto person = keys_.person({name, state.erasures}, secret.person);
    if (person.state == Keychain::State::erased) return true;
    return person.key && unseal(*person.key, {name, row.number, secret.person}, secret.text);
  });
}

/// What cannot be read of it any more is listed as lost, and what comes after it gets keys that are here. How many
/// events were lost.
std::int64_t SealedStore::begin_anew(const std::string& stream) {
  Work work(*this);
  Named* const at = find(stream);
  const auto held = keys_.tree({stream, at->second.erasures});
  std::vector<std::int64_t> lost;
  if (held.state != Keychain::State::erased)
    log_->events(at->second.row, 0, [&](const EventRow& row) {
      if (!opens(*at, held.tree.get(), row)) lost.push_back(row.number);
      return true;
    });
  if (!lost.empty() && held.tree == nullptr) {
    KeyTree tree{Key::random()};
    for (const auto number : lost) store::destroy_event(tree, number);
    vault_->replace_tree(stream, tree.bytes());
  }
  for (const auto number : lost) list(*at, {stream, "", -number});
  work.done();
  return std::ssize(lost);
}

AcceptedKeys SealedStore::accept_keys(std::string_view begun_anew, Time now) {
  if (open_) throw Fault(Fault::Kind::store, "keys cannot be accepted in the middle of a group");
  AcceptedKeys out{.older = !older_keys_.empty()};
  vault_->begin_seal();
  for (const auto& stream : log().streams()) {
    if (stream.head == 0) continue;
    if (stream.name.starts_with(begun_anew)) {
      if (begin_anew(stream.name) > 0) out.begun_anew.push_back(stream.name);
    } else if (keys_.tree({stream.name, stream.erasures}).state == Keychain::State::absent) {
      out.lost.push_back(stream.name);
    }
  }
  if (!out.older && out.begun_anew.empty()) return out;
  // One that no other key file has: the newest, should it turn up after all, is told from this one.
  older_keys_.clear();
  why_older_ = {};
  make_checkpoint(now, true);
  const auto list = log().checkpoints();
  vault_->replace_checkpoints(list, log().ends(list.back().position, 0));
  return out;
}

}  // namespace casus::store
