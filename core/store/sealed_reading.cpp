// SPDX-License-Identifier: EUPL-1.2
#include "core/store/sealed_store.hpp"

#include "core/base/fault.hpp"
#include "core/store/frame.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::store {

StoredEvent SealedStore::opened(const Named& stream, const KeyTree* tree, const EventRow& row) {
  const auto& [name, state] = stream;
  StoredEvent event;
  event.number = row.number;
  const auto damaged = [&](std::string_view what) {
    throw damage(
        fmt::format("store file '{}': event {} of stream '{}' is damaged: {}; run 'store verify' and restore a "
                    "backup",
                    log_->path(), event.number, name, what));
  };
  if (row.type.empty()) damaged("its type is unknown");
  event.type = row.type;
  event.type_version = row.type_version;
  event.at = Time(std::chrono::seconds(row.at));
  const auto key = tree != nullptr ? tree->key(event_place(event.number)) : std::nullopt;
  if (!key) {
    if (tree != nullptr) event.left = husk_of(stream, event.number);
    return event;
  }
  auto clear = unseal_once(*key, {name, event.number}, row.sealed);
  if (!clear) damaged("its payload does not open");
  auto frame = unpacked(std::move(*clear));
  if (!frame) damaged("its payload is cut off");
  event.payload = std::move(frame->payload);
  for (auto& secret : frame->sealed_secrets) {
    const auto person = keys_.person({name, state.erasures}, secret.person);
    if (person.state == Keychain::State::absent)
      throw KeyMissing(
          fmt::format("key file '{}' has no key for '{}/{}': it is older than the store; put the newest one "
                      "back",
                      vault_->path(), name, secret.person));
    if (!person.key) continue;
    auto text = unseal(*person.key, {name, event.number, secret.person}, secret.text);
    if (!text) damaged(fmt::format("the secret of person '{}' does not open", secret.person));
    event.secrets.push_back({std::move(secret.person), std::move(*text)});
  }
  return event;
}

std::vector<StoredEvent> SealedStore::read(std::string_view stream, std::int64_t after) {
  if (!open_) touched_.clear();
  std::vector<StoredEvent> events;
  const Named* const at = find(stream);
  if (!at) return events;
  after = std::max<std::int64_t>(after, 0);
  std::int64_t last = after;
  if (at->second.head > after) {
    settle();
    const auto tree = tree_to_read(stream, at->second.erasures);
    events.reserve(static_cast<std::size_t>(at->second.head - after));
    log().events(at->second.row, after, [&](const EventRow& row) {
      if (row.number != last + 1) return false;
      events.push_back(opened(*at, tree.get(), row));
      ++last;
      return true;
    });
  }
  if (last < std::max(at->second.head, after))
    throw damage(
        fmt::format("store file '{}': event {} of stream '{}' is missing; run 'store verify' and restore a backup",
                    log_->path(), last + 1, stream));
  return events;
}

std::int64_t SealedStore::head(std::string_view stream) {
  if (!open_) touched_.clear();
  const Named* const at = find(stream);
  return at ? at->second.head : 0;
}

}  // namespace casus::store
