// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/desk/training/words.hpp"
#include "core/model/commands.hpp"

#include <functional>
#include <string>
#include <utility>

namespace casus::desk {

/// The command as a line that is typed in this training and gives it: a word of the meeting where one says all of it,
/// else the verb, without the case. In the name of its own `by`, whoever types.
std::string sitting_line(const Trainee& trainee, const Command& command);

/// What is proposed in a training can be typed there: ways on about the case that is played are written so. What
/// belongs elsewhere (`train debrief`) is written as the face writes it.
class SittingWays final : public text::WayWriter {
 public:
  /// `case_id`: of the case that is played now.
  SittingWays(const Desk& desk, std::function<std::string()> case_id) : desk_(desk), case_id_(std::move(case_id)) {}

  std::string write(const text::Way& way, const text::Voice& voice) const override;
  bool by_keys() const override { return by_keys_; }
  /// From here on whoever reads it goes on by buttons and forms.
  void without_keys() { by_keys_ = false; }

 private:
  const Desk& desk_;
  std::function<std::string()> case_id_;
  bool by_keys_ = true;
};

}  // namespace casus::desk
