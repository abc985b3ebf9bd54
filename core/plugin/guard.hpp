// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/fault.hpp"
#include "core/method/plugin_api.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace casus::plugin {

/// The native rules of a method, made safe to call: whatever a call throws becomes a Fault(plugin) that names the
/// plugin, the function and the text. Findings without a rule or without words, or with bytes that are no text, are
/// refused in the same way: they would end up in a history that lives for decades. `rules` must outlive the guard.
std::unique_ptr<const method::Rules> guarded(std::string plugin, const method::Rules& rules);

/// Throws Fault(plugin) for findings that are not fit to be kept, as above. Their words come on one line, without what
/// steers a terminal or turns the direction of reading: they end up in a terminal and in documents. A rule that does
/// not begin with the plugin's name gets it in front.
void require_sound(std::string_view plugin, std::string_view function, method::Findings& findings);

/// Text of foreign origin, made printable: bytes that are no UTF-8, what steers a terminal and what turns the direction
/// of reading become '?', and it is cut at 500 bytes.
std::string printable(std::string_view text);

/// What a call of foreign code threw, in words. The text is copied and the exception gone when this returns, because
/// an exception object must not outlive the library that made it.
std::optional<std::string> thrown_by(auto&& call) {
  try {
    call();
    return std::nullopt;
  } catch (const std::exception& error) {
    const char* text = error.what();
    return text == nullptr || *text == '\0' ? "an exception without words" : printable(text);
  } catch (...) {
    return "something that is not an exception";
  }
}

}  // namespace casus::plugin
