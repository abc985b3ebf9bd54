// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/context.hpp"
#include "cli/verbs.hpp"
#include "core/desk/apply.hpp"

#include <string>
#include <vector>

/// Commands as JSON lines: the machine interface, and the stories of `demo`.
namespace casus::cli {

/// A whole file, read and understood before anything is done.
Story read_story(Context& context, const std::string& path);

/// Tells all problems; the exit code.
int tell_problems(Context& context, const std::string& path, const std::vector<LineProblems>& problems);

class Apply final : public TerminalVerb {
 public:
  void shape(Slots& slots) override;
  int run(Context& context) override;

 private:
  std::string path_;
};

}  // namespace casus::cli
