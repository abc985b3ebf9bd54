// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/definition.hpp"
#include "core/method/plugin_api.hpp"

#include <functional>
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

/// Whether the library at a path may be opened inside this process: it ships with the program, or somebody who answers
/// for this machine trusts its content. All others run in a process apart (apart/helper.hpp). Asked when it is opened.
using Inside = std::function<bool(const std::string& library)>;

/// The methods of this machine. A plugin's definitions are read, and its library vetted (stamp read from the file's
/// bytes, field by field), when first asked for; opened when its rules are, then kept open until the catalogue goes.
class Catalogue {
 public:
  /// Finds every <folder>/<plugin>/*.json except *.schema.json. A folder that does not exist is skipped. Never throws
  /// for a bad file or library: those are entries with problems.
  /// Without `inside` every library runs apart.
  static Catalogue scan(const std::vector<std::string>& folders, Inside inside = {});

  Catalogue(Catalogue&&) noexcept;
  Catalogue& operator=(Catalogue&&) noexcept;
  ~Catalogue();

  const std::vector<Entry>& entries() const;
  const Entry* find(std::string_view id) const;  ///< good definitions only
  /// The file that should give this method and is no good, or the folder of its plugin that cannot be read; nullptr
  /// when there is neither.
  const Entry* broken(std::string_view id) const;
  std::vector<std::string_view> ids() const;  ///< of good definitions

  /// The native rules of a method behind a guard: whatever a call throws, and whatever a library apart does to its
  /// process, becomes a Fault(plugin) that names plugin, function and what it did, and keeps no object of the plugin.
  /// nullptr for a method without a library. Throws Fault(plugin) when the library cannot be used (see Entry::why_not,
  /// or what opening it said).
  const method::Rules* rules(std::string_view method_id) const;

  /// The same for a definition that a case goes by and that is not what this machine offers under its id: edited since,
  /// or in a file that is broken or gone. Its library is looked for in the folder of its plugin.
  const method::Rules* rules(const method::Definition& kept) const;
  /// Why its library cannot be used; empty when it can, or when it has none.
  Text why_not(const method::Definition& kept) const;

 private:
  struct State;
  explicit Catalogue(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace casus::plugin
