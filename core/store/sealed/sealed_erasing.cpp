// SPDX-License-Identifier: EUPL-1.2
// The order of erasing. First the list in the log, in the transaction that says so; from then on it is erased for every
// program that has the store open, for a lookup of keys asks that list. Then the vault, which follows the list as far
// as its last row; what a kill or a fault kept it from doing, the next one does.
#include "core/base/fault.hpp"
#include "core/store/database_words.hpp"
#include "core/store/sealed/sealed_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace casus::store {

namespace {

text::Message in_words(const Erased& what) {
  using text::msg;
  if (!what.person.empty()) return msg("finding.what_person", "person"_is = what.person, "stream"_is = what.stream);
  if (what.number != 0) return msg("finding.what_event", "number"_is = event_number(what), "stream"_is = what.stream);
  return msg("finding.what_stream", "stream"_is = what.stream);
}

}  // namespace

void SealedStore::erase_keys(std::string_view stream) { erase({std::string(stream), "", 0}); }

void SealedStore::erase_person(std::string_view stream, std::string_view person) {
  if (person.empty()) {
    broken_ = open_;
    throw Fault(Fault::Kind::store, fmt::format("stream '{}': no person named to erase", stream));
  }
  erase({std::string(stream), std::string(person), 0});
}

void SealedStore::destroy_event(std::string_view stream, std::int64_t number, const std::optional<Husk>& left) {
  if (number <= 0) return;
  const Erased what{std::string(stream), "", number};
  Work work(*this);
  if (Named* const at = left ? find(stream) : nullptr; at != nullptr) {
    auto husk = sealed_husk(*at, number, *left);
    const std::pair place(what.stream, number);
    if (can_be_erased(*at, what) || left_.contains(place)) left_.insert_or_assign(place, std::move(husk));
    // Of one that was destroyed before. At once, and not when the list is followed: what it said may be destroyed now.
    else vault_->reword_left(stream, number, husk);
  }
  if (Named* const at = left ? nullptr : find(stream); at != nullptr && can_be_erased(*at, what)) {
    left_.erase({what.stream, number});
    vault_->drop_left(stream, number);
  }
  work.done();
  erase(what);
}

bool SealedStore::can_be_erased(const Named& stream, const Erased& what) {
  const Owner owner{stream.first, stream.second.erasures};
  if (!what.person.empty()) return keys().person(owner, what.person).state == Keychain::State::present;
  const auto held = keys().tree(owner);
  if (what.number == 0) return held.state != Keychain::State::erased;
  return what.number <= stream.second.head && held.tree != nullptr && held.tree->has(event_place(what.number));
}

void SealedStore::erase(const Erased& what) {
  Work work(*this);
  Named* const at = find(what.stream);
  if (at != nullptr && can_be_erased(*at, what)) {
    write_out();
    list(*at, what);
  }
  work.done();
}

void SealedStore::list(Named& stream, const Erased& what) {
  auto& it = stream.second;
  log().erase_summary(it.row);
  it.erasures = log().count_erasure(it.row);
  it.changes();  // the mark of its row vouches for that count
  const auto last = log().last_erased();
  log().add_erased({last.id + 1, what, erased_mark(store_keys(), last.mark, last.id + 1, what)});
  if (snapshots_) snapshots_->remove(pseudonym(stream.first));
  erasing_ = true;
}

/// As far as these rows go: another program may have added one meanwhile, and follows that itself. A row that does not
/// bear the mark of the keys was written by somebody without them, and for that no key is destroyed.
void SealedStore::follow(const std::vector<ErasedRow>& rows) {
  if (rows.empty()) return;
  auto last = rows.front().id == 1 ? Wiped{} : vault_->wiped();
  std::vector<ErasedRow> proved;
  for (const auto& row : rows) {
    if (row.id != last.id + 1 || row.mark != erased_mark(store_keys(), last.mark, row.id, row.what)) break;
    last = {row.id, row.mark};
    proved.push_back(row);
  }
  if (!proved.empty()) vault_->destroy(last_words(proved), last, left_);
  if (proved.size() < rows.size())
    throw damage(
        text::msg("fault.list_row_without_mark", "path"_is = log_->path(), "number"_is = rows[proved.size()].id));
}

/// The events are durable, so nothing here may look like a command that failed.
void SealedStore::wipe() {
  try {
    follow(log().erased(vault_->wiped().id));
    unfinished_ = {};
  } catch (const Fault& fault) {
    unfinished_ = said_of(fault);
  }
}

text::Message SealedStore::unfinished() { return unfinished_; }

bool SealedStore::still_held(const Erased& what) {
  if (is_begun_anew(what)) return false;
  const auto held = vault_->find(what.stream, what.person);
  if (held.state != Vault::Held::State::present) return false;
  if (what.number == 0) return true;
  const auto tree = KeyTree::from(held.bytes);
  return tree && tree->has(event_place(event_number(what)));
}

/// At opening: a vault that stopped half-way, or an older one, goes on from the row it had come to.
void SealedStore::follow_list() {
  const auto wiped = vault_->wiped();
  if (wiped == log().last_erased()) return;
  try {
    const auto rows = log().erased(std::max<std::int64_t>(wiped.id - 1, 0));
    const bool same_list = wiped.id == 0 || (!rows.empty() && rows[0].id == wiped.id && rows[0].mark == wiped.mark);
    if (!same_list) return list_again();
    std::vector<ErasedRow> behind(rows.begin() + (wiped.id == 0 ? 0 : 1), rows.end());
    std::vector<text::Message> finished;
    for (const auto& row : behind)
      if (still_held(row.what)) finished.push_back(text::msg("finding.wiped_now", "what"_is = in_words(row.what)));
    follow(behind);
    finished_ = std::move(finished);
  } catch (const Fault& fault) {
    unfinished_ = said_of(fault);
  }
}

}  // namespace casus::store
