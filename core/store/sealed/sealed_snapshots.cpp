// SPDX-License-Identifier: EUPL-1.2
// Snapshots of streams. No key of one is kept: it follows from all that is left of the keys of its stream. When one of
// these is destroyed, for one sentence or one person, what it follows from is gone, and with it every snapshot that was
// made before, wherever a copy of it lies.
#include "core/store/sealed/sealed_store.hpp"

namespace casus::store {

/// Nothing when a key is not here any more. The digest of the event stands for all that came before it.
std::optional<Key> SealedStore::snapshot_key(const Named& stream, std::int64_t number,
                                             const std::vector<std::string>& persons) {
  const auto& [name, state] = stream;
  if (number < 1 || state.head < number || program_mark().empty()) return std::nullopt;
  const Owner owner{name, state.erasures};
  const auto tree = keys_.tree(owner).tree;
  if (!tree) return std::nullopt;
  std::optional<std::string> digest;
  log().events(state.row, number - 1, [&](const EventRow& row) {
    if (row.number == number) digest = row.digest;
    return false;
  });
  if (!digest) return std::nullopt;
  Parts of;
  of.text(program_mark()).text(name).number(state.erasures).number(number).text(*digest).text(tree->bytes());
  for (const auto& person : persons) {
    const auto held = keys_.person(owner, person);
    if (!held.key) return std::nullopt;
    of.text(person).text(held.key->bytes());
  }
  return Key::from(view(keyed_digest(store_keys().snapshot, of)));
}

std::optional<Snapshot> SealedStore::snapshot(std::string_view stream) {
  if (!snapshots_ || open_) return std::nullopt;
  const auto found = snapshots_->find(pseudonym(stream));
  if (!found) return std::nullopt;
  touched_.clear();
  const Named* const at = find(stream);
  const auto key = at != nullptr ? snapshot_key(*at, found->number, found->persons) : std::nullopt;
  if (!key) return std::nullopt;
  auto state = unseal_once(*key, {stream, found->number}, found->sealed);
  if (!state) return std::nullopt;
  return Snapshot{found->number, found->persons, std::move(*state)};
}

/// Another process may destroy something between the reading and this, and then what was read must not be sealed with
/// what is left of the keys. It says so in the stream before any key goes; so the key has to be made while the stream
/// ends where it was read to: asked after the key, for that is made of what there was before.
void SealedStore::keep_snapshot(std::string_view stream, const Snapshot& it) {
  if (!snapshots_ || open_) return;
  const auto ends_there = [&] {
    touched_.clear();
    const Named* const at = find(stream);
    return at != nullptr && at->second.head == it.number ? at : nullptr;
  };
  const Named* const at = ends_there();
  const auto key = at != nullptr ? snapshot_key(*at, it.number, it.persons) : std::nullopt;
  if (!key || ends_there() == nullptr) return;
  snapshots_->put(pseudonym(stream), {it.number, it.persons, seal_once(*key, {stream, it.number}, it.state)});
}

}  // namespace casus::store
