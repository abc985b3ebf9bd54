// SPDX-License-Identifier: EUPL-1.2
#include "core/store/sealed/sealed_store.hpp"

#include "core/store/codec/frame.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::store {

StoredEvent SealedStore::opened(const Named& stream, const KeyTree* tree, const EventRow& row) {
  const auto& [name, state] = stream;
  StoredEvent event{.number = row.number};
  const auto damaged = [&](text::Message what) {
    throw damage(text::msg("fault.event_damaged", "path"_is = log_->path(), "number"_is = event.number,
                           "stream"_is = name, "what"_is = std::move(what)));
  };
  if (row.type.empty()) damaged(text::msg("fault.event_type"));
  event.type = row.type;
  event.type_version = row.type_version;
  event.at = Time(std::chrono::seconds(row.at));
  const auto key = tree != nullptr ? tree->key(event_place(event.number)) : std::nullopt;
  if (!key) {
    event.stream_erased = tree == nullptr;
    if (tree != nullptr) event.left = husk_of(stream, event.number);
    return event;
  }
  auto clear = unseal_once(*key, {name, event.number}, row.sealed);
  if (!clear) damaged(text::msg("fault.event_sealed"));
  auto frame = unpacked(std::move(*clear));
  if (!frame) damaged(text::msg("fault.event_cut_off"));
  event.payload = std::move(frame->payload);
  for (auto& secret : frame->sealed_secrets) {
    const auto person = keys_.person({name, state.erasures}, secret.person);
    if (person.state == Keychain::State::absent)
      throw KeyMissing(text::msg("fault.no_key_for", "path"_is = vault_->path(),
                                 "stream"_is = fmt::format("{}/{}", name, secret.person)));
    if (!person.key) continue;
    auto text = unseal(*person.key, {name, event.number, secret.person}, secret.text);
    if (!text) damaged(text::msg("fault.event_secret", "person"_is = secret.person));
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
        text::msg("fault.event_missing", "path"_is = log_->path(), "number"_is = last + 1, "stream"_is = stream));
  return events;
}

std::int64_t SealedStore::head(std::string_view stream) {
  if (!open_) touched_.clear();
  const Named* const at = find(stream);
  return at ? at->second.head : 0;
}

}  // namespace casus::store
