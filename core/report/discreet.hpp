// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/redaction.hpp"
#include "core/text/voice.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::report {

/// How the people of a case are called where the team reads along. Of an anonymous case everybody from outside the team
/// has a role word instead of a name, also inside texts; with a number where several would have the same. Otherwise
/// names stay.
class Discreet {
 public:
  Discreet(const Case& state, const text::Voice& voice);

  std::string person(std::string_view id) const;
  std::string text(std::string_view typed) const;

 private:
  const Case& state_;
  text::Voice voice_;
  std::vector<HiddenName> hidden_;
};

}  // namespace casus::report
