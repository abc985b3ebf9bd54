// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/verbs.hpp"

#include <string>

namespace casus::cli {

/// The main job on a real (fictitious) case, end to end, in a store of its own.
class Demo final : public TerminalVerb {
 public:
  void shape(Slots& slots) override;
  int run(Context& context) override;

 private:
  std::string method_ = "solution-focused/reflecting-team";
  std::string out_;
};

}  // namespace casus::cli
