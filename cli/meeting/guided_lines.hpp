// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/context.hpp"
#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/text/voice.hpp"

#include <string>
#include <vector>

namespace casus::cli {

/// A line to type elsewhere, as it is typed in a meeting. `case_id` is on the table; empty: none is.
std::string here_typed(std::string text, const std::string& case_id, const text::Voice& voice);

/// In a meeting a reason is said in words, so a field is called by its label.
class WaysInMeeting final : public TypedWays {
 public:
  std::string write(const text::Way& way, const text::Voice& voice) const override;
};

/// The commands of casus, typed in a meeting.
class TypedHere final : public desk::CommandLines {
 public:
  explicit TypedHere(Context& context) : context_(context) {}

  text::Voice voice() const override { return {context_.lang(), nullptr, &ways_}; }
  std::string written(const Command& command) const override;
  std::string written(const text::Way& way) const override;
  Answer run(std::vector<std::string> arguments, const std::string& by, const std::string& case_id) override;

 private:
  Context& context_;
  WaysInMeeting ways_;
};

}  // namespace casus::cli
