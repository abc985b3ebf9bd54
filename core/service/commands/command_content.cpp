// SPDX-License-Identifier: EUPL-1.2
#include "core/service/commands/command_content.hpp"

#include "core/base/fnv.hpp"
#include "core/base/json/json_text.hpp"
#include "core/base/text.hpp"
#include "core/engine/refusing.hpp"
#include "core/method/definition.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace casus::service {
namespace {

/// FNV-1a, folded. The id goes in first: it is not kept anywhere, so that the digest says nothing without it.
std::int64_t digest_of(std::string_view text) {
  auto hash = fnv1a(text);
  hash ^= hash >> 32;
  hash ^= hash >> 16;
  return static_cast<std::int64_t>(hash & 0xffffU) + 1;
}

/// Who or what is looked up by it, so that its spelling is no part of what is asked.
constexpr std::string_view kLookedUp[] = {"chair", "checks", "people", "person", "present", "re", "ref", "who", "with"};

std::string looked_up(std::string_view typed) { return folded(trimmed(typed)); }

/// Writes a command as it is meant. A kind by its key, whatever it was called; of a method's own only the method tells,
/// so that stays as it was typed.
class MeantWriter {
 public:
  explicit MeantWriter(text::ObjectWriter& out) : out_(out) {}

  void required(std::string_view name, const auto& in) { out_.required(name, meant(name, in)); }
  template <class T>
  void optional(std::string_view name, const T& in) {
    out_.optional(name, meant(name, in));
  }

 private:
  template <class T>
  static const T& meant(std::string_view, const T& in) {
    return in;
  }
  static std::string meant(std::string_view name, const std::string& in) {
    if (name == "kind") return method::kind_meant(nullptr, in);
    return std::ranges::find(kLookedUp, name) == std::end(kLookedUp) ? in : looked_up(in);
  }
  static std::vector<std::string> meant(std::string_view name, std::vector<std::string> in) {
    if (std::ranges::find(kLookedUp, name) != std::end(kLookedUp)) std::ranges::transform(in, in.begin(), looked_up);
    return in;
  }

  text::ObjectWriter& out_;
};

template <class Body>
void add_meant(std::string& text, const Body& body) {
  text::ObjectWriter out;
  body.fields(body, MeantWriter(out));
  out.finish(text);
}

/// A record is a kind of its own, and whom something is said to is looked up.
void add_meant(std::string& text, Record body) {
  body.type = method::kind_meant(nullptr, body.type);
  text::put(text, body);
}
void add_meant(std::string& text, Say body) {
  body.to = looked_up(body.to);
  add_meant<Say>(text, body);
}

enum class How { meant, typed };

std::int64_t content(const auto& command, How how) {
  std::string text = command.id;
  text += '\0';
  text += how == How::meant ? looked_up(command.by) : command.by;
  text += '\0';
  std::visit(
      [&](const auto& asked) {
        text += std::decay_t<decltype(asked)>::kName;
        if (how == How::meant) add_meant(text, asked);
        else text::put(text, asked);
      },
      command.body);
  return digest_of(text);
}

bool is_of(std::int64_t kept, std::int64_t content_now, const auto& command) {
  return kept == 0 || kept == content_now || kept == content(command, How::typed);
}

}  // namespace

std::int64_t content_of(const Command& command) { return content(command, How::meant); }
std::int64_t content_of(const TeamCommand& command) { return content(command, How::meant); }
std::int64_t content_of(const MeetingCommand& command) { return content(command, How::meant); }
std::int64_t content_of(const LearningCommand& command) { return content(command, How::meant); }

bool is_content(std::int64_t kept, std::int64_t now, const Command& command) { return is_of(kept, now, command); }
bool is_content(std::int64_t kept, std::int64_t now, const TeamCommand& command) { return is_of(kept, now, command); }
bool is_content(std::int64_t kept, std::int64_t now, const MeetingCommand& command) {
  return is_of(kept, now, command);
}
bool is_content(std::int64_t kept, std::int64_t now, const LearningCommand& command) {
  return is_of(kept, now, command);
}

Refusal id_of_another(const std::string& id) {
  return engine::no("IdOfAnother", "", text::msg("access.id_of_another", "id"_is = id),
                    text::msg("access.id_of_another_do"));
}

}  // namespace casus::service
