// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/commands.hpp"
#include "core/text/voice.hpp"

#include <string>
#include <vector>

namespace casus::desk {

/// How a face writes and does what is no word of the meeting: the commands of casus. A face that has none gives none.
class CommandLines {
 public:
  virtual ~CommandLines() = default;

  /// How ways on are written in a meeting.
  virtual text::Voice voice() const = 0;

  /// The command as a line to type in the meeting.
  virtual std::string written(const Command& command) const = 0;
  /// The same of a way on.
  virtual std::string written(const text::Way& way) const = 0;

  struct Answer {
    std::string title;
    std::vector<std::string> lines;
    bool done = false;
  };
  /// Does what was typed, in the name of `by`. A command about a case that names none is about `case_id`.
  virtual Answer run(std::vector<std::string> arguments, const std::string& by, const std::string& case_id) = 0;
};

}  // namespace casus::desk
