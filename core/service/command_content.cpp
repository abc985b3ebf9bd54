// SPDX-License-Identifier: EUPL-1.2
#include "core/service/command_content.hpp"

#include "core/base/json_text.hpp"

#include <fmt/format.h>

namespace casus::service {
namespace {

/// FNV-1a, folded. The id goes in first: it is not kept anywhere, so that the digest says nothing without it.
std::int64_t digest_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
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
std::int64_t content_of(const TeamCommand& command) { return content(command.id, "", command.body); }
std::int64_t content_of(const MeetingCommand& command) { return content(command.id, command.by, command.body); }

Refusal id_of_another(const std::string& id) {
  return {"IdOfAnother",
          "",
          {fmt::format("Het kenmerk '{}' hoort bij een andere opdracht: van een ander, voor iets anders, of met een "
                       "andere inhoud. Er is niets gedaan.",
                       id),
           fmt::format("The id '{}' belongs to another command: of somebody else, for something else, or with other "
                       "content. Nothing was done.",
                       id)},
          {"Geef deze opdracht een eigen kenmerk. Wie iets opnieuw stuurt, stuurt precies hetzelfde.",
           "Give this command an id of its own. Who sends something again sends exactly the same."},
          {}};
}

}  // namespace casus::service
