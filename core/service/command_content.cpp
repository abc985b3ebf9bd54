// SPDX-License-Identifier: EUPL-1.2
#include "core/service/command_content.hpp"

#include "core/base/fnv.hpp"
#include "core/base/json_text.hpp"
#include "core/engine/refusing.hpp"

#include <fmt/format.h>

namespace casus::service {
namespace {

/// FNV-1a, folded. The id goes in first: it is not kept anywhere, so that the digest says nothing without it.
std::int64_t digest_of(std::string_view text) {
  auto hash = fnv1a(text);
  hash ^= hash >> 32;
  hash ^= hash >> 16;
  return static_cast<std::int64_t>(hash & 0xffffU) + 1;
}

template <class Body>
std::int64_t content(const std::string& id, const std::string& by, const Body& body) {
  std::string text = id;
  text += '\0';
  text += by;
  text += '\0';
  std::visit(
      [&](const auto& asked) {
        text += std::decay_t<decltype(asked)>::kName;
        text::put(text, asked);
      },
      body);
  return digest_of(text);
}

}  // namespace

std::int64_t content_of(const Command& command) { return content(command.id, command.by, command.body); }
std::int64_t content_of(const TeamCommand& command) { return content(command.id, command.by, command.body); }
std::int64_t content_of(const MeetingCommand& command) { return content(command.id, command.by, command.body); }
std::int64_t content_of(const LearningCommand& command) { return content(command.id, command.by, command.body); }

Refusal id_of_another(const std::string& id) {
  return engine::no("IdOfAnother", "", text::msg("access.id_of_another", "id"_is = id),
                    text::msg("access.id_of_another_do"));
}

}  // namespace casus::service
