// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/redaction.hpp"
#include "core/report/definitions.hpp"
#include "core/text/voice.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::report {

/// How the people of a case are called where the team reads along. Of an anonymous case everybody from outside the team
/// has a role word instead of a name, also inside texts; with a number where several would have the same. Otherwise
/// names stay. A role is called as the method of the phase does.
class Discreet {
 public:
  Discreet(const Case& state, const Definitions& definitions, const text::Voice& voice);

  std::string person(std::string_view id) const;
  std::string text(std::string_view typed) const;

 private:
  std::string role_word(const Person& person) const;
  std::string word_for(const Person& person) const;

  const Case& state_;
  const Definitions& definitions_;
  text::Voice voice_;
  std::vector<HiddenName> hidden_;
};

}  // namespace casus::report
