// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/desk/reply.hpp"
#include "core/desk/training/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::desk {

/// The verbs about a case, typed in a training: "goal ...", "case back", "network show", with "casus", "case", "plan",
/// "network" and the case left out or not. One reading for every face.
class TypedVerbs {
 public:
  enum class Files { here, none };  ///< whether a line may name files of this computer

  TypedVerbs(Desk& desk, Files files) : desk_(desk), files_(files) {}

  /// Nothing when the text names no verb.
  std::optional<Understood> line(const Trainee& trainee, const std::string& text) const;
  Understood arguments(const Trainee& trainee, const std::vector<std::string>& arguments) const;
  /// Shows what a verb shows that only looks.
  void look(const Trainee& trainee, const std::vector<std::string>& arguments, Reply& reply) const;

 private:
  std::optional<Understood> unfinished(const Trainee& trainee, const std::vector<std::string>& words) const;

  Desk& desk_;
  Files files_;
};

}  // namespace casus::desk
