// SPDX-License-Identifier: EUPL-1.2
#include "cli/guided_face.hpp"
#include "cli/guided_lines.hpp"
#include "cli/guided_screen.hpp"
#include "cli/verbs.hpp"
#include "core/desk/answers.hpp"
#include "core/desk/places.hpp"
#include "core/desk/reading.hpp"

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
    slots.option(
        "date", date_,
        {"welk overleg; anders het lopende, of het volgende", "which meeting; else the one going on, or the next"});
    slots.option(
        "case", place_.case_id,
        {"leid alleen deze casus, zonder overleg eromheen", "lead this case only, without a meeting around it"});
    slots.option("because", place_.because,
                 {"waarom je een casus opent waar je niet aan tafel zit; dat wordt vastgelegd",
                  "why you open a case whose table you are not at; that is recorded"});
    slots.flag("plain", plain_,
               {"regels onder elkaar, zoals voor een schermlezer", "lines below each other, as for a screen reader"});
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
      if (!face) face = lines_face(context.lang());
      GuidedScreen(meeting).run(*face);
    }
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
               ? context.say(
                     {"dit scherm heeft een terminal nodig; zonder kan hetzelfde met: casus meeting start, take, "
                      "say, pass, next, back, done, park, chair, finish",
                      "this screen needs a terminal; without one the same goes by: casus meeting start, take, "
                      "say, pass, next, back, done, park, chair, finish"})
               : context.say(
                     {"dit scherm heeft een terminal nodig; zonder kan hetzelfde met: casus case show, say, pass, "
                      "next, back, why, suggest",
                      "this screen needs a terminal; without one the same goes by: casus case show, say, pass, "
                      "next, back, why, suggest"});
  }

  void goodbye(Context& context, desk::GuidedMeeting& meeting) const {
    if (meeting.now().over) {
      context.screen().line(context.say(
          {"het overleg van {0} is afgelopen; alles is bewaard", "the meeting of {0} is over; everything is kept"},
          meeting.day()));
      context.screen().line(
          context.say({"kijk terug met: {}", "look back with: {}"},
                      context.to_type("casus meeting show --date " + meeting.day() + context.look_option())));
      return;
    }
    const auto again = place_.case_id.empty() ? "--date " + meeting.day() : "--case " + place_.case_id;
    context.screen().line(context.say({"alles is bewaard; ga verder met: {}", "everything is kept; go on with: {}"},
                                      context.to_type("casus meeting run " + again + context.look_option())));
  }

  std::optional<Date> date_;
  desk::GuidedMeeting::Place place_;
  bool plain_ = false;
};

}  // namespace

Entries guided_verbs() {
  return {{"meeting run",
           {"het overleg leiden vanaf het scherm", "lead the meeting from the screen"},
           {"meeting run --as Samira", "meeting run --as Samira"},
           fresh<MeetingRun>}};
}

}  // namespace casus::cli
