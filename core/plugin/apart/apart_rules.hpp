// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/plugin_api.hpp"
#include "core/plugin/apart/helper.hpp"

#include <memory>
#include <mutex>
#include <string>

namespace casus::plugin {

/// A library of a stranger, open in a helper that is started when it is first needed, and kept. After a fault, and when
/// it is worn, another is started with the next question. Any thread may ask; questions wait for each other.
class ApartLibrary {
 public:
  ApartLibrary(std::string library, std::string plugin, Patience patience = {});

  /// Starts it, if it does not run. Throws Fault(plugin) with what is wrong.
  Shut open();

  /// Findings fit to keep, or Fault(plugin) that names the plugin and what it did.
  method::Findings ask(Function function, std::string_view method, const method::View& view,
                       const method::Draft& draft);

 private:
  Helper& running();
  [[noreturn]] void fail(std::string_view doing, const NoAnswer& what);

  std::string library_, plugin_;
  Patience patience_;
  std::mutex asking_;
  std::unique_ptr<Helper> helper_;
};

/// The rules of one method in such a library; `library` must outlive them.
std::unique_ptr<const method::Rules> rules_apart(ApartLibrary& library, std::string method);

}  // namespace casus::plugin
