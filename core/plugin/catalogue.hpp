// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/definition.hpp"
#include "core/method/plugin_api.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace casus::plugin {

/// How it stands with the native rules of a method.
enum class Native { none, ready, unusable };

/// One method file found on the plugin path, good or not. Found without running any code of the plugin.
struct Entry {
  std::string path;  ///< of the JSON file
  std::string folder;
  method::Definition definition;  ///< usable when `problems` is empty
  std::string bytes;              ///< as read, for pinning
  Problems problems;
  Native native = Native::none;  ///< vetted by its stamp, read from the file; not yet opened
  Text why_not;                  ///< unusable: which field differs, expected and got, and what to do
};

/// The methods of this machine. A plugin's definitions are read, and its library vetted (stamp read from the file's
/// bytes, field by field), when first asked for; opened when its rules are, then kept open until the catalogue goes.
class Catalogue {
 public:
  /// Finds every <folder>/<plugin>/*.json except *.schema.json. A folder that does not exist is skipped. Never throws
  /// for a bad file or library: those are entries with problems.
  static Catalogue scan(const std::vector<std::string>& folders);

  Catalogue(Catalogue&&) noexcept;
  Catalogue& operator=(Catalogue&&) noexcept;
  ~Catalogue();

  const std::vector<Entry>& entries() const;
  const Entry* find(std::string_view id) const;  ///< good definitions only
  std::vector<std::string_view> ids() const;     ///< of good definitions

  /// The native rules of a method behind a guard: whatever a call throws becomes a Fault(plugin) that names plugin,
  /// function and text, and keeps no object of the plugin. nullptr for a method without a library.
  /// Throws Fault(plugin) when the library cannot be used (see Entry::why_not, or what opening it said).
  const method::Rules* rules(std::string_view method_id) const;

 private:
  struct State;
  explicit Catalogue(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace casus::plugin
