// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/plugin_api.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace casus::plugin {

/// A plugin's library, loaded. Stays loaded as long as the value lives, and must outlive everything that came from it.
class Opened {
 public:
  /// Looks at the file once more, since it may have changed after the scan, then loads it with all its symbols, for
  /// itself alone. `path` must be absolute: a bare name would make the loader search elsewhere.
  /// `before_loading` runs when the file was looked at, before any of its code can. Throws Fault(plugin) with what is
  /// wrong.
  Opened(
      const std::string& path, std::string_view plugin, const std::function<void()>& before_loading = [] {});
  ~Opened();
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;

  /// The plugin's own rules of a method, not yet guarded. Throws Fault(plugin) when it has none.
  const method::Rules& rules(std::string_view method_id) const;

 private:
  struct Loaded;
  std::unique_ptr<Loaded> loaded_;
  std::string plugin_;
};

}  // namespace casus::plugin
