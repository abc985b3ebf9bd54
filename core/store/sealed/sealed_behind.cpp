// SPDX-License-Identifier: EUPL-1.2
// A group of many appends: decided on one thread, sealed and written on another.
#include "core/store/sealed/sealed_store.hpp"

#include <algorithm>
#include <utility>

namespace casus::store {

namespace {

/// So many appends are given at once: to wake the other thread costs about as much as to write one.
constexpr std::size_t kGivenAtOnce = 48;

}  // namespace

void SealedStore::together(const Coming& coming, const std::function<void()>& work) {
  together([&] {
    if (!behind_) look_ahead(coming);
    work();
  });
}

/// What the appends would ask one by one, while nobody else can write: streams and the first commands here, the others
/// by the other thread, which is well ahead of whoever decides them.
void SealedStore::look_ahead(const Coming& coming) {
  for (const auto& stream : coming.streams) find(stream);
  auto& behind = behind_.emplace();
  std::vector<std::pair<const std::string, Known>*> asked;
  for (const auto& id : coming.commands)
    if (const auto [at, is_new] = behind.commands.try_emplace(id, Known{asked.size() + 1, 0, {}}); is_new)
      asked.push_back(&*at);
  const auto look_up_to = [this, asked = std::move(asked)](std::size_t end) {
    for (auto done = behind_->looked_up.load(); done < std::min(end, asked.size());) {
      auto& [id, known] = *asked[done];
      auto found = look_up(id);
      known.mark = found.mark;  // and not the whole: `after` is read meanwhile
      known.done = std::move(found.done);
      behind_->looked_up = ++done;
    }
  };
  look_up_to(kGivenAtOnce);
  if (coming.commands.size() <= kGivenAtOnce) return;
  behind.begun = true;
  behind.queue.give([look_up_to, end = coming.commands.size()] { look_up_to(end); });
}

SealedStore::Known& SealedStore::known_here(std::string_view command_id) {
  std::string id(command_id);
  if (const auto at = behind_->commands.find(id); at != behind_->commands.end()) {
    if (at->second.after > behind_->looked_up) settle();
    return at->second;
  }
  settle();
  return behind_->commands.emplace(std::move(id), look_up(command_id)).first->second;
}

void SealedStore::write_behind(Writing it) {
  behind_->waiting.push_back(std::move(it));
  if (behind_->waiting.size() >= kGivenAtOnce) hand_over();
}

void SealedStore::hand_over() {
  auto& behind = *behind_;
  for (; behind.freed < behind.written; ++behind.freed) behind.given.pop_front();
  auto& given = behind.given.emplace_back(std::move(behind.waiting));
  behind.waiting.clear();
  behind.waiting.reserve(kGivenAtOnce);
  behind.begun = true;
  behind.queue.give([this, &given] {
    for (auto& one : given) write(one);
    ++behind_->written;
  });
}

/// Until all that was appended is written.
void SealedStore::settle() {
  if (!behind_) return;
  try {
    if (behind_->begun) {
      if (!behind_->waiting.empty()) hand_over();
      behind_->queue.wait();
    } else {  // so few that it is not worth a thread
      for (auto& one : std::exchange(behind_->waiting, {})) write(one);
    }
  } catch (...) {
    broken_ = true;
    throw;
  }
}

Log& SealedStore::log() {
  settle();
  return *log_;
}

Keychain& SealedStore::keys() {
  settle();
  return keys_;
}

}  // namespace casus::store
