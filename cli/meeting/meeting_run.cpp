// SPDX-License-Identifier: EUPL-1.2
#include "cli/meeting/guided_face.hpp"
#include "cli/meeting/guided_lines.hpp"
#include "cli/meeting/guided_screen.hpp"
#include "cli/verbs.hpp"
#include "core/desk/places.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/typed/answers.hpp"

#include <nlohmann/json.hpp>

#include <unistd.h>

/// The guided meeting: run.
namespace casus::cli {
namespace {

/// What the terminal says of itself; a program in a pipe, an editor or an old line printer says that it is dumb.
bool moves_cursor() {
  const auto kind = environment("TERM");
  return !kind.empty() && kind != "dumb" && kind != "unknown";
}

class MeetingRun final : public TerminalVerb {
 public:
  Access access() const override { return desk::reads(desk::Ground::meeting); }
  void shape(Slots& slots) override {
    slots.option("date", date_, "meeting_run.which_meeting_else_one_going");
    slots.option("case", place_.case_id, "meeting_run.lead_case_only_without_meeting");
    slots.option("because", place_.because, "meeting_run.why_open_case_whose_table");
    slots.flag("plain", plain_, "meeting_run.lines_below_each_other_as");
  }

  int run(Context& context) override {
    (void)context.who();
    place_ = desk::meeting_place(context, date_, place_.case_id, place_.because);
    if (!context.json() && (isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0))
      throw Usage{no_terminal(context)};  // before anybody is said to have looked
    TypedHere lines(context);
    desk::GuidedMeeting meeting(context, place_, &lines);
    if (const auto refusal = meeting.open()) return refuse(context, *refusal);
    if (context.json()) return document(context, meeting);
    {
      auto face = plain_ || !moves_cursor() ? nullptr : window_face(environment("NO_COLOR").empty());
      if (!face) face = lines_face(context.voice());
      GuidedScreen(meeting).run(*face);
    }
    meeting.leave();
    context.screen().line();
    goodbye(context, meeting);
    return kDone;
  }

 private:
  static int refuse(Context& context, const Refusal& refusal) {
    desk::Reply reply;
    desk::show(context, reply, refusal);
    return context.draw(reply);
  }

  static int document(Context& context, desk::GuidedMeeting& meeting) {
    const auto now = meeting.now();
    if (const auto& barred = meeting.barred()) return refuse(context, *barred);
    context.screen().json({{"meeting", now.room ? service::room_json(*now.room) : nlohmann::json()},
                           {"table", now.table ? service::table_json(*now.table, context.voice()) : nlohmann::json()}});
    return kDone;
  }

  std::string no_terminal(const Context& context) const {
    return place_.case_id.empty()
               ? context.say("meeting_run.screen_needs_terminal_without_one_2", "start"_is = "casus meeting start")
               : context.say("meeting_run.screen_needs_terminal_without_one", "show"_is = "casus case show");
  }

  void goodbye(Context& context, desk::GuidedMeeting& meeting) const {
    const auto unkept = meeting.now().unkept;
    for (const auto& report : unkept)
      context.screen().line(context.say("meeting_run.danger_not_kept", "line"_is = report));
    for (const auto& line : meeting.now().aside)
      context.screen().line(context.say("meeting_run.lies_aside", "line"_is = line));
    if (meeting.now().over) {
      context.screen().line(unkept.empty()
                                ? context.say("meeting_run.meeting_over_everything_kept", "day"_is = meeting.day())
                                : context.say("meeting_run.meeting_over", "day"_is = meeting.day()));
      context.screen().line(context.say(
          "meeting_run.look_back",
          "look_option"_is = context.to_type("casus meeting minutes --date " + meeting.day() + context.look_option())));
      return;
    }
    if (!unkept.empty()) return;
    const auto again = place_.case_id.empty() ? "--date " + meeting.day() : "--case " + place_.case_id;
    context.screen().line(
        context.say("meeting_run.everything_kept_go",
                    "look_option"_is = context.to_type("casus meeting run " + again + context.look_option())));
  }

  std::optional<Date> date_;
  desk::GuidedMeeting::Place place_;
  bool plain_ = false;
};

}  // namespace

Entries guided_verbs() {
  return {
      {"meeting run", "meeting_run.lead_meeting_from_screen", "meeting_run.meeting_run_as_samira", fresh<MeetingRun>}};
}

}  // namespace casus::cli
