// SPDX-License-Identifier: EUPL-1.2
#include "cli/guided_meeting.hpp"
#include "cli/verbs.hpp"
#include "core/desk/answers.hpp"
#include "core/desk/places.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/verbs/meeting/meeting_verb.hpp"

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
  void shape(Slots& slots) override {
    slots.option(
        "date", date_,
        {"welk overleg; anders het lopende, of het volgende", "which meeting; else the one going on, or the next"});
    slots.option(
        "case", case_id_,
        {"leid alleen deze casus, zonder overleg eromheen", "lead this case only, without a meeting around it"});
    slots.flag("plain", plain_,
               {"regels onder elkaar, zoals voor een schermlezer", "lines below each other, as for a screen reader"});
  }

  int run(Context& context) override {
    (void)context.who();
    choose(context);
    if (!day_.empty()) {
      const auto kept = context.meetings().open(day_);
      if (const auto refusal = desk::not_of_the_team(context, &kept)) return refused(context, *refusal);
    }
    GuidedMeeting meeting(context, day_, case_id_);
    const auto now = meeting.now();
    if (meeting.refusal() && day_.empty()) return refused(context, *meeting.refusal());
    if (context.json()) {
      context.screen().json(
          {{"meeting", now.room ? service::room_json(*now.room) : nlohmann::json()},
           {"table", now.table ? service::table_json(*now.table, context.voice()) : nlohmann::json()}});
      return kDone;
    }
    if (isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0) throw Usage{no_terminal(context)};
    int code = kDone;
    {
      auto face = plain_ || !moves_cursor() ? nullptr : window_face(environment("NO_COLOR").empty());
      if (!face) face = lines_face(context.lang());
      code = meeting.run(*face);
    }
    context.screen().line();
    goodbye(context, meeting);
    return code;
  }

 private:
  static int refused(Context& context, const Refusal& refusal) {
    desk::Reply reply;
    desk::show(context, reply, refusal);
    return context.draw(reply);
  }

  void choose(Context& context) {
    if (!case_id_.empty()) {
      if (date_)
        throw Usage{context.say({"kies een dag of een casus, niet allebei", "choose a day or a case, not both"})};
      context.require_case(case_id_);
      return;
    }
    auto& meetings = context.meetings();
    day_ = date_ ? to_string(*date_) : meeting_meant(context);
    if (!meetings.exists(day_))
      throw Usage{context.say(
          {"op {} is geen overleg; zie: casus meeting list", "there is no meeting on {}; see: casus meeting list"},
          day_)};
    if (meetings.open(day_).finished_at)
      throw Usage{context.say({"het overleg van {0} is afgelopen; kijk terug met: casus meeting show --date {0}",
                               "the meeting of {0} is over; look back with: casus meeting show --date {0}"},
                              day_)};
  }

  std::string no_terminal(const Context& context) const {
    return case_id_.empty()
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

  void goodbye(Context& context, const GuidedMeeting& meeting) const {
    if (meeting.over()) {
      context.screen().line(context.say(
          {"het overleg van {0} is afgelopen; alles is bewaard", "the meeting of {0} is over; everything is kept"},
          day_));
      context.screen().line(context.say({"kijk terug met: {}", "look back with: {}"},
                                        context.to_type("casus meeting show --date " + day_ + context.look_option())));
      return;
    }
    const auto again = case_id_.empty() ? "--date " + day_ : "--case " + case_id_;
    context.screen().line(context.say({"alles is bewaard; ga verder met: {}", "everything is kept; go on with: {}"},
                                      context.to_type("casus meeting run " + again + context.look_option())));
  }

  std::optional<Date> date_;
  std::string day_;
  std::string case_id_;
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
