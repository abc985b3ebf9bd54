// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace casus {

/// The statement must end: a disk, a damaged history, a broken plugin. Thrown by the shell around the engine, given
/// context on the way up, caught in cli/main.cpp and around plugin calls only. Domain answers are refusals, not faults.
class Fault : public std::runtime_error {
 public:
  enum class Kind { store, plugin, definition };

  /// `way`, a literal: the verb that helps, as the catalogue of verbs calls it. A face writes it as it is typed there,
  /// with the store that it is about; the sentence cannot.
  Fault(Kind kind, const std::string& what, std::string_view way = {})
      : std::runtime_error(what), kind_(kind), way_(way) {}

  Kind kind() const { return kind_; }
  std::string_view way() const { return way_; }  ///< empty when no verb helps

 private:
  Kind kind_;
  std::string_view way_;
};

}  // namespace casus
