// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/fault.hpp"
#include "core/base/problem.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace casus::plugin {

/// What a plugin did that it may not do, for the reader's language as well: `what()` is English.
class Misdeed : public Fault {
 public:
  Misdeed(const std::string& what, Telling did) : Misdeed(Kind::plugin, what, std::move(did)) {}
  /// What the system would not let be done for one, too.
  Misdeed(Kind kind, const std::string& what, Telling did) : Fault(kind, what), did_(std::move(did)) {}

  const Telling& did() const { return did_; }

 private:
  Telling did_;
};

/// "plugin 'trial': review gave no answer". `doing` is the function of its rules, or "loading"; `did` continues that,
/// in English and as a message.
[[noreturn]] inline void tell_misdeed(std::string_view plugin, std::string_view doing, const std::string& in_english,
                                      Telling did) {
  throw Misdeed("plugin '" + std::string(plugin) + "': " + std::string(doing) + " " + in_english,
                tell("wrong.plugin_did", {{"plugin", plugin},
                                          {"doing", doing == "loading" ? tell("wrong.plugin_loading") : Telling(doing)},
                                          {"did", std::move(did)}}));
}

}  // namespace casus::plugin
