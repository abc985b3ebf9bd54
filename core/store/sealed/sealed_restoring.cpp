// SPDX-License-Identifier: EUPL-1.2
// A copy of an earlier day beside the keys of today. What was destroyed since stays so, whatever the copy says; and the
// copy goes on, once somebody said that it is meant: of each number after its end whose key was destroyed the place
// begins anew, with a key that opens nothing of before.
#include "core/base/fault.hpp"
#include "core/store/codec/frame.hpp"
#include "core/store/sealed/sealed_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace casus::store {

/// The list is not the one that the vault has followed: an older database was put back. What the vault knows of goes on
/// it again, so that no older vault can bring it back either. Not what comes after the end of that database: nothing in
/// it is meant by that.
void SealedStore::list_again() {
  const auto destroyed = vault_->destroyed();
  Work work(*this);
  if (is_of_another_line(destroyed)) {
    const auto why = text::msg("fault.older.other_copy");
    if (older_keys_.empty()) why_older_ = why;
    older_log_ = why.in(Lang::en);
    log().set_older(true);
    work.done();
    return;
  }
  bool older = false;
  for (const auto& what : destroyed) {
    Named* const at = find(what.stream);
    if (at == nullptr) continue;
    const auto listed = log().erased_in(what.stream);
    if (std::find(listed.begin(), listed.end(), what) != listed.end()) continue;
    older = true;
    if (is_begun_anew(what) ? event_number(what) > at->second.head : may_hold(*at, what)) list(*at, what);
  }
  if (older) log().set_older(true);  // in the same file, so that the newest one is not taken for it
  work.done();
  follow(log().erased(0));
  keys_.drop_new();  // what was learnt of them above
  if (older) finished_.push_back(text::msg("finding.listed_again"));
}

/// Whether the newest checkpoint that the vault knows of is none of this database.
bool SealedStore::is_of_another_copy() {
  const auto known = vault_->last_checkpoint();
  const auto here = log().checkpoints();
  return known && std::ranges::find(here, known->mark, &Checkpoint::mark) == here.end();
}

/// Whether the vault was used with another copy since, in which places began anew. What this list says would destroy
/// keys of that one, so it is not followed until somebody says which of the two it is to be.
bool SealedStore::is_of_another_line(const std::vector<Erased>& destroyed) {
  if (!is_of_another_copy()) return false;
  const auto words = last_words(log().erased(0));
  if (std::ranges::any_of(words, [&](const ErasedRow& row) { return still_held(row.what); })) return true;
  return std::ranges::any_of(destroyed, [&](const Erased& what) {
    const Named* const at = is_begun_anew(what) ? find(what.stream) : nullptr;
    return at != nullptr && event_number(what) <= at->second.head &&
           std::ranges::find(words, what, &ErasedRow::what) == words.end();
  });
}

/// Whether something in this database was sealed with that key.
bool SealedStore::may_hold(const Named& stream, const Erased& what) {
  if (what.number != 0) return event_number(what) <= stream.second.head;
  if (what.person.empty()) return stream.second.head > 0;
  const auto tree = keys().tree({stream.first, stream.second.erasures}).tree;
  if (tree == nullptr) return true;
  bool may = false;
  log().events(stream.second.row, 0, [&](const EventRow& row) {
    const auto inner = persons_in(stream, *tree, row);
    may = !inner || std::ranges::find(*inner, what.person) != inner->end();
    return !may;
  });
  return may;
}

/// Who is named in an event, or in what is left of it; nothing where that is not to be known.
std::optional<std::vector<std::string>> SealedStore::persons_in(const Named& stream, const KeyTree& tree,
                                                                const EventRow& row) {
  std::optional<std::string> clear;
  if (const auto key = tree.key(event_place(row.number))) {
    clear = unseal_once(*key, {stream.first, row.number}, row.sealed);
  } else if (const auto left = vault_->left(stream.first, row.number)) {
    clear = unseal(store_keys().husk, {stream.first, row.number, {}}, left->payload);
    const auto end = clear ? clear->find('\n') : std::string::npos;  // as `sealed_husk` put them behind the payload
    if (clear && end == std::string::npos) return std::vector<std::string>();
    if (clear) clear->erase(0, end + 1);
  }
  auto frame = clear ? unpacked(std::move(*clear)) : std::nullopt;
  if (!frame) return std::nullopt;
  std::vector<std::string> persons;
  for (auto& secret : frame->sealed_secrets) persons.push_back(std::move(secret.person));
  return persons;
}

/// What the keys know of and is not here. Of what came after the last checkpoint they know what was destroyed.
std::vector<NotInCopy> SealedStore::not_in_copy() {
  if (!open_) touched_.clear();
  std::map<std::string, NotInCopy> all;
  const auto head_of = [&](const std::string& stream) {
    const Named* const at = find(stream);
    return at == nullptr ? std::int64_t{0} : at->second.head;
  };
  const auto add = [&](const std::string& stream, std::int64_t last) -> NotInCopy* {
    const auto missing = last - head_of(stream);
    if (missing <= 0) return nullptr;
    auto& it = all.try_emplace(stream, NotInCopy{stream, 0, 0, false}).first->second;
    it.events = std::max(it.events, missing);
    return &it;
  };
  for (const auto& end : vault_->ends()) add(end.stream, end.number);
  for (const auto& what : vault_->destroyed()) {
    if (is_begun_anew(what)) continue;
    if (what.number != 0) {
      if (auto* const it = add(what.stream, event_number(what))) ++it->destroyed;
    } else if (what.person.empty() && head_of(what.stream) == 0) {
      all.try_emplace(what.stream, NotInCopy{what.stream, 0, 0, false}).first->second.erased = true;
    }
  }
  std::vector<NotInCopy> out;
  for (auto& [stream, it] : all) out.push_back(std::move(it));
  return out;
}

/// First on the list, then in the vault: a kill between the two leaves what the next opening finishes, or the next
/// restoring. Whether anything began anew.
bool SealedStore::begin_places_anew() {
  std::vector<Erased> nothing_here;
  bool anew = false;
  Work work(*this);
  const auto words = last_words(log().erased(0));
  const auto says = [&](const Erased& what) { return std::ranges::find(words, what, &ErasedRow::what) != words.end(); };
  for (const auto& what : vault_->destroyed()) {
    Named* at = find(what.stream);
    if (what.number == 0) {
      if (says(what)) continue;
      if (at == nullptr || !may_hold(*at, what)) nothing_here.push_back(what);
      else list(*at, what);  // not yet where another copy went on meanwhile: `list_again` leaves such a list alone
      continue;
    }
    const auto number = event_number(what);
    const bool is_here = at != nullptr && number <= at->second.head;
    if (is_here && says(what)) continue;
    if (is_here && !is_begun_anew(what)) {
      list(*at, what);
      continue;
    }
    // Where another copy began a place anew, this one has what was sealed with the key of before.
    const Erased word{what.stream, "", is_here ? number : kBegunAnew + number};
    anew = true;
    if (at == nullptr) row_of(*(at = &make(what.stream)));
    if (!says(word)) list(*at, word);
  }
  work.done();
  anew = anew || !nothing_here.empty();
  if (!nothing_here.empty()) vault_->forget_destroyed(nothing_here);
  const auto rows = log().erased(0);
  follow(rows);
  if (rows.empty() && vault_->wiped() != Wiped{}) vault_->destroy({}, {}, {});  // it has followed none of this list
  unfinished_ = {};
  keys_.drop_new();  // what was learnt of the keys that were there
  return anew;
}

std::int64_t SealedStore::places_anew(std::string_view stream) {
  std::map<std::int64_t, bool> anew;  // by number; what is said last counts
  for (const auto& what : log().erased_in(stream))
    if (what.number != 0) anew[event_number(what)] = is_begun_anew(what);
  return std::ranges::count_if(anew, [](const auto& one) { return one.second; });
}

AcceptedBackup SealedStore::accept_backup(Time now) {
  if (open_) throw Fault(Fault::Kind::store, "a backup cannot be accepted in the middle of a group");
  AcceptedBackup out{not_in_copy()};
  // Keys that went on with another copy are not older, though they may know of fewer checkpoints.
  const bool not_older = is_of_another_copy();
  // One that no other copy has: the newest, should it turn up after all, is told from this one.
  if (begin_places_anew() || not_older) make_checkpoint(now, true);
  const auto list = log().checkpoints();
  vault_->replace_checkpoints(list, list.empty() ? std::vector<NamedEnd>() : log().ends(list.back().position, 0));
  log().set_older(false);
  older_log_.clear();
  if (not_older) older_keys_.clear();
  if (older_keys_.empty()) why_older_ = {};
  return out;
}

}  // namespace casus::store
