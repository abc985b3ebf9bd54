// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/context.hpp"
#include "core/desk/training/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::cli {

/// The words of the command line, typed in a training.
class PlayVerbs final : public desk::TypedVerbs {
 public:
  explicit PlayVerbs(Context& context) : context_(context) {}

  std::optional<Understood> line(const Trainee& trainee, const std::string& text) const override;
  Understood arguments(const Trainee& trainee, const std::vector<std::string>& arguments) const override;
  void look(const Trainee& trainee, const std::vector<std::string>& arguments, Reply& reply) const override;

 private:
  Context& context_;
};

}  // namespace casus::cli
