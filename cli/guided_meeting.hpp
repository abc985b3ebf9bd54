// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/context.hpp"
#include "cli/guided_face.hpp"
#include "cli/guided_line.hpp"
#include "core/service/meetings.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::cli {

/// A meeting led from the screen: reads lines, hands them over, shows what came of it. It holds nothing that is not in
/// the store, so it can end at any moment and go on where it was.
class GuidedMeeting {
 public:
  /// `day`: the meeting; empty: the case `case_id` alone.
  GuidedMeeting(Context& context, std::string day, std::string case_id);

  /// What the screen shows now.
  Guided now();

  /// Until somebody stops, or the meeting is over. The exit code.
  int run(Face& face);

  bool over() const { return over_; }

  /// Why whoever opened this screen may not see the case at hand; nothing when they may.
  const std::optional<Refusal>& refusal() const { return refusal_; }

 private:
  void refresh();
  void take(const std::string& line);
  void take(const GiveCommand& give, const std::string& line);
  void take(const NoteLine& note, const std::string& line);
  void take(const LookAt& look);
  void take(const SteerMeeting& steer, const std::string& line);
  void take(TypedCommand typed, const std::string& line);

  void tell(const service::Answer& answer, const std::string& line);
  void tell(const service::MeetingAnswer& answer, const std::string& line);
  void tell(const Refusal& refusal);
  /// Whether it was done; says why not, and gives the line back to mend.
  template <class Events>
  bool tells_done(const service::AnswerWith<Events>& answer, const std::string& line);
  void look_why();
  void inside(std::vector<std::string> arguments, const std::string& title);
  void say(std::string text, Screen::Tone tone = Screen::Tone::plain);
  void open_page(std::string title, std::vector<std::string> lines);
  void scroll(Face& face, int pages);
  void greet();
  void offer_next();
  std::vector<std::string> expected() const;

  std::string acting() const;
  MeetingNames names() const;
  MeetingCommand meeting_command(MeetingBody body) const;
  std::string here_typed(std::string text) const;
  std::string as_line(const Command& command) const;

  Context& context_;
  std::string day_;
  std::string only_case_;
  std::string looked_at_;  ///< the case at hand, of which the look was asked and logged
  std::optional<Refusal> refusal_;
  Guided shown_;
  std::optional<std::string> offered_;    ///< the likely next line, which gives way to another
  std::optional<std::string> line_back_;  ///< to put into the line when this turn is over
  bool over_ = false;
  bool stopped_ = false;
};

}  // namespace casus::cli
