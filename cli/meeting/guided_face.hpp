// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/text/voice.hpp"

#include "cli/meeting/guided_view.hpp"
#include "cli/screen/terminal.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace casus::cli {

/// Where a guided meeting is shown, and where its lines are typed.
class Face {
 public:
  virtual ~Face() = default;

  virtual void show(const Shown& shown) = 0;
  /// At most a second.
  virtual Keyed wait() = 0;
  /// A line beside the one that is typed, never in it: Enter on an empty line sends it when it is `whole`, and Tab puts
  /// it in the line to go on editing. Nothing when there is none.
  virtual void offer(const std::optional<std::string>& line, bool whole) = 0;
  /// What stands in the line from now on.
  virtual void edit(const std::string& line) = 0;
  /// What is typed behind a name is not shown, and no line is remembered.
  virtual void conceal(bool yes) = 0;
  virtual void complete_with(Completions completions) = 0;
  /// How far a page can be scrolled at once.
  virtual PageSize page_size(const Shown& shown) const = 0;
};

/// The whole window; nullptr when the terminal cannot do that.
std::unique_ptr<Face> window_face(bool colour);

/// Lines one after another: for a terminal that cannot move its cursor, and for who listens to the screen.
std::unique_ptr<Face> lines_face(const text::Voice& voice);

}  // namespace casus::cli
