// SPDX-License-Identifier: EUPL-1.2
#include "core/store/keys/keychain.hpp"

#include "core/base/fault.hpp"
#include "core/store/log.hpp"
#include "core/text/said_fault.hpp"

#include <map>

namespace casus::store {

namespace {

/// Streams whose keys are kept in memory; beyond it all are read again. Some 10 MB.
constexpr std::size_t kKnownStreams = 10'000;

}  // namespace

Keychain::Keychain(Vault& vault, Log& log) : vault_(vault), log_(log), store_(vault.store_key()) {}

void Keychain::damaged(std::string_view stream) const {
  throw text::SaidFault(Fault::Kind::store,
                        text::msg("fault.key_of_wrong_size", "path"_is = vault_.path(), "stream"_is = stream));
}

const Key* Keychain::new_key(std::string_view stream, std::string_view person) const {
  if (new_.empty()) return nullptr;
  const auto at = new_.find(ByName::Called(stream, person));
  return at == new_.end() ? nullptr : &at->second;
}

/// The list first: what is on it is not even asked of the vault.
void Keychain::load(Known& it, const Owner& owner) {
  it = Known{};
  it.erasures = owner.erasures;
  std::map<std::int64_t, bool> destroyed;  // by number; what is said last counts
  for (const auto& what : owner.erasures > 0 ? log_.erased_in(owner.stream) : std::vector<Erased>()) {
    if (what.number != 0) destroyed[event_number(what)] = !is_begun_anew(what);
    else if (!what.person.empty()) it.erased.insert(what.person);
    else it.state = State::erased;
  }
  if (it.state == State::erased) return;
  if (const auto* const root = new_key(owner.stream, "")) {
    it.fresh = true;
    it.state = State::present;
    it.tree = std::make_shared<KeyTree>(*root);
  } else {
    // All at once: each question to the vault takes and gives up its locks.
    const auto held = vault_.find_all(owner.stream);
    for (const auto& [person, bytes] : held) {
      if (person.empty() || it.erased.contains(person)) continue;
      if (const auto key = Key::from(bytes)) it.persons.emplace(person, *key);
    }
    if (const auto root = held.find(""); root != held.end()) {
      auto tree = KeyTree::from(root->second);
      if (!tree) damaged(owner.stream);
      it.tree = std::make_shared<KeyTree>(std::move(*tree));
      it.state = State::present;
    }
    // A key that is gone without a word on the list was taken away: nobody answers for that as for an erasure.
  }
  for (const auto& [number, is_so] : destroyed)
    if (is_so && it.tree) destroy_event(*it.tree, number);
}

Keychain::Known& Keychain::known(const Owner& owner) {
  auto at = known_.find(owner.stream);
  if (at != known_.end() && at->second.erasures == owner.erasures && at->second.state != State::absent)
    return at->second;
  if (at == known_.end()) {
    if (known_.size() >= kKnownStreams) known_.clear();
    at = known_.emplace(std::string(owner.stream), Known{}).first;
  }
  load(at->second, owner);
  return at->second;
}

Keychain::Tree Keychain::tree(const Owner& owner) {
  const auto& it = known(owner);
  return {it.state, it.tree};
}

Keychain::Tree Keychain::tree_once(const Owner& owner) {
  if (owner.erasures > 0 || new_key(owner.stream, "") != nullptr || known_.contains(owner.stream)) return tree(owner);
  const auto held = vault_.find(owner.stream, "");
  if (held.state != State::present) return {};  // without a word on the list it was taken away, not erased
  auto tree = KeyTree::from(held.bytes);
  if (!tree) damaged(owner.stream);
  return {State::present, std::make_shared<const KeyTree>(std::move(*tree))};
}

Keychain::Person Keychain::person(const Owner& owner, std::string_view person) {
  auto& it = known(owner);
  if (it.state == State::erased || it.erased.contains(person)) return {State::erased, std::nullopt};
  if (const auto at = it.persons.find(person); at != it.persons.end()) return {State::present, at->second};
  std::optional<Key> key;
  if (const auto* const made = new_key(owner.stream, person)) key = *made;
  else if (it.fresh) return {};
  else {
    const auto held = vault_.find(owner.stream, person);
    if (held.state != State::present) return {};
    key = Key::from(held.bytes);
  }
  if (!key) damaged(owner.stream);
  it.persons.emplace(std::string(person), *key);
  return {State::present, key};
}

std::shared_ptr<const KeyTree> Keychain::add_tree(const Owner& owner) {
  auto& it = known_[std::string(owner.stream)];
  it = Known{};
  it.erasures = owner.erasures;
  it.fresh = true;
  it.state = State::present;
  const auto root = Key::random();
  it.tree = std::make_shared<KeyTree>(root);
  new_.emplace(Name(owner.stream, ""), root);
  return it.tree;
}

Key Keychain::add_person(const Owner& owner, std::string_view person) {
  const auto key = Key::random();
  known(owner).persons.emplace(std::string(person), key);
  new_.emplace(Name(owner.stream, person), key);
  return key;
}

void Keychain::write_new() {
  if (new_.empty()) return;
  std::vector<Vault::NewKey> keys;
  keys.reserve(new_.size());
  for (const auto& [name, key] : new_) keys.push_back({name.first, name.second, key.bytes()});
  vault_.add(keys);
  for (const auto& [name, key] : new_)
    if (const auto at = known_.find(name.first); at != known_.end()) at->second.fresh = false;
  new_.clear();
}

void Keychain::drop_new() {
  new_.clear();
  known_.clear();
}

}  // namespace casus::store
