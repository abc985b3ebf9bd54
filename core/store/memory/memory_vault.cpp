// SPDX-License-Identifier: EUPL-1.2
#include "core/store/memory/memory_vault.hpp"

#include "core/store/keys/key_tree.hpp"

namespace casus::store {

Vault::Held MemoryVault::find(std::string_view stream, std::string_view person) {
  const auto at = keys_.find(stream);
  if (at == keys_.end()) return {};
  const auto& keys = at->second;
  if (person.empty()) {
    if (keys.erased) return {Held::State::erased, {}};
    return keys.tree.empty() ? Held{} : Held{Held::State::present, keys.tree};
  }
  const auto key = keys.persons.find(person);
  if (key == keys.persons.end()) return {};
  if (keys.erased || key->second.empty()) return {Held::State::erased, {}};
  return {Held::State::present, key->second};
}

Vault::KeysByPerson MemoryVault::find_all(std::string_view stream) {
  KeysByPerson all;
  const auto at = keys_.find(stream);
  if (at == keys_.end() || at->second.erased) return all;
  if (!at->second.tree.empty()) all.emplace("", at->second.tree);
  for (const auto& [person, key] : at->second.persons)
    if (!key.empty()) all.emplace(person, key);
  return all;
}

void MemoryVault::add(const std::vector<NewKey>& keys) {
  for (const auto& [stream, person, key] : keys) {
    auto& place = keys_[std::string(stream)];
    if (person.empty()) place.tree = key;
    else place.persons[std::string(person)] = key;
  }
}

void MemoryVault::destroy(const std::vector<ErasedRow>& rows, const Wiped& now, const Husks& left) {
  for (const auto& [id, what, mark] : rows) {
    const auto at = keys_.find(what.stream);
    if (at == keys_.end()) continue;
    auto& keys = at->second;
    if (!what.person.empty()) {
      if (const auto key = keys.persons.find(what.person); key != keys.persons.end()) key->second.clear();
    } else if (what.number == 0) {
      keys.erased = true;
      keys.tree.clear();
      for (auto& [person, key] : keys.persons) key.clear();
      for (auto& [number, husk] : keys.events) husk.reset();
    } else if (auto tree = KeyTree::from(keys.tree)) {
      const auto number = event_number(what);
      if (!is_begun_anew(what)) destroy_event(*tree, number);
      else if (!keys.events.contains(what.number) || !tree->has(event_place(number))) begin_event_anew(*tree, number);
      keys.tree = tree->bytes();
      keys.events.erase(is_begun_anew(what) ? number : kBegunAnew + number);
      const auto husk = left.find({what.stream, what.number});
      keys.events.emplace(what.number, husk == left.end() ? std::nullopt : std::optional(husk->second));
    }
  }
  wiped_ = now;
}

std::optional<Husk> MemoryVault::left(std::string_view stream, std::int64_t number) {
  const auto at = keys_.find(stream);
  if (at == keys_.end()) return std::nullopt;
  const auto event = at->second.events.find(number);
  return event == at->second.events.end() ? std::nullopt : event->second;
}

void MemoryVault::reword_left(std::string_view stream, std::int64_t number, const Husk& left) {
  const auto at = keys_.find(stream);
  if (at == keys_.end()) return;
  const auto event = at->second.events.find(number);
  if (event != at->second.events.end() && event->second) event->second = left;
}

void MemoryVault::forget_destroyed(const std::vector<Erased>& keys) {
  for (const auto& what : keys) {
    const auto at = keys_.find(what.stream);
    if (at == keys_.end()) continue;
    auto& persons = at->second.persons;
    if (what.person.empty() && at->second.erased) keys_.erase(at);
    else if (const auto key = persons.find(what.person); key != persons.end() && key->second.empty())
      persons.erase(key);
  }
}

std::vector<Erased> MemoryVault::destroyed() {
  std::vector<Erased> all;
  for (const auto& [stream, keys] : keys_) {
    if (keys.erased) {
      all.push_back({stream, "", 0});
      continue;
    }
    for (const auto& [person, key] : keys.persons)
      if (key.empty()) all.push_back({stream, person, 0});
    for (const auto& [number, husk] : keys.events) all.push_back({stream, "", number});
  }
  return all;
}

std::vector<std::string> MemoryVault::streams() {
  std::vector<std::string> names;
  for (const auto& [stream, keys] : keys_) names.push_back(stream);
  return names;
}

void MemoryVault::replace_tree(std::string_view stream, std::string_view tree) {
  keys_[std::string(stream)].tree = tree;
}

std::optional<Checkpoint> MemoryVault::last_checkpoint() {
  return checkpoints_.empty() ? std::nullopt : std::optional(checkpoints_.back());
}

void MemoryVault::add_checkpoints(const std::vector<Checkpoint>& checkpoints, const std::vector<NamedEnd>& moved) {
  checkpoints_.insert(checkpoints_.end(), checkpoints.begin(), checkpoints.end());
  for (const auto& end : moved) ends_.insert_or_assign(end.stream, end);
}

void MemoryVault::replace_checkpoints(const std::vector<Checkpoint>& checkpoints, const std::vector<NamedEnd>& ends) {
  checkpoints_ = checkpoints;
  ends_.clear();
  for (const auto& end : ends) ends_.insert_or_assign(end.stream, end);
}

std::vector<NamedEnd> MemoryVault::ends() {
  std::vector<NamedEnd> ends;
  for (const auto& [stream, end] : ends_) ends.push_back(end);
  return ends;
}

}  // namespace casus::store
