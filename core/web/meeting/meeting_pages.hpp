// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/web/visit.hpp"

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>

/// The meeting in a browser: the screen on the wall, the page of each, and the page of who leads. Each device has a
/// guided meeting of its own at the same desk, so a look at a case is asked for and logged once for each device each
/// time that the case comes on the table; what is hidden is in nobody's page but the writer's own.
namespace casus::web {

class MeetingPages {
 public:
  explicit MeetingPages(House& house) : house_(house) {}

  Response screen(Visit& visit);
  Response mine(Visit& visit);  ///< GET, and POST of what somebody does in the own name
  Response lead(Visit& visit);  ///< GET, and POST of what is done for the meeting
  Response live(Visit& visit);  ///< the events of the meeting

  /// The day of the meeting that this device is at; empty when there is none now.
  std::string day_for(const Visit& visit);
  /// Another text when there is something else to see for somebody.
  std::string pulse(const std::string& day);
  /// Tells all who look that something changed, when it did.
  void publish(const std::string& day);
  /// Now and then. `something_new`: something was appended since the last time, by this program or another, so that the
  /// meetings that are looked at may have changed. Ends the devices of a meeting that is over.
  void tick(bool something_new);
  /// What is remembered of a device that was ended.
  void forget(const Device& device);

 private:
  struct Sitting {
    std::string day;
    Lang lang;
    std::unique_ptr<desk::GuidedMeeting> guided;
    std::string
        told_in{};  ///< the step in which something was done last; what came of it is told as long as that lasts
  };
  enum class Place { own, wall };

  /// The guided meeting of this device, after sitting down; nullptr when there is none, and then why.
  desk::GuidedMeeting* sit(Visit& visit, Place place, Response& why_not);
  Response no_meeting(Visit& visit);
  /// This device is at the meeting of another day from now on, on every page of it. A phone that came in by the code of
  /// one meeting is at that.
  Response turn(Visit& visit);
  void turn_to(const Visit& visit, const std::string& day, const std::string& before);
  Html others(const Visit& visit);
  /// Something was done from this device, and this is how it stands after it.
  void keep_told(const Visit& visit, const desk::Guided& now);

  Html draw_mine(const Visit& visit, const desk::Guided& now, const Fields* typed);
  Html draw_lead(const Visit& visit, const desk::Guided& now, const Fields* typed);
  Html draw_screen(const Visit& visit, const desk::Guided& now);
  Html devices_here(const Visit& visit, const desk::Guided& now);
  Html beginning(const Visit& visit, const desk::Guided& now);
  Response page(const Visit& visit, const desk::Guided& now, Html body, std::string here, int status);
  /// A form of another case than lies on the table: nothing of it is done, and what was typed comes back, to be sent
  /// once more when that case is there. Of danger it is said that nobody knows of it yet, and what to do.
  Response given_back(const Visit& visit, const desk::Guided& now, const std::string& to);
  /// The page of now with what was typed in a form that was not done before. Nothing is done.
  Response as_typed(const Visit& visit, desk::GuidedMeeting& guided, const Html& drawn, const std::string& to);
  /// What was written unseen and would be read at once now: not done, and asked whether it is to be sent all the same.
  Response seen_at_once(const Visit& visit, desk::GuidedMeeting& guided, const Html& drawn, const std::string& to);
  /// After something was done: the page, with what was typed when it was not done.
  void do_mine(Visit& visit, desk::GuidedMeeting& guided);
  void do_lead(Visit& visit, desk::GuidedMeeting& guided);

  House& house_;
  std::map<std::string, Sitting> sittings_;
  std::map<std::string, std::string> told_;    ///< the last pulse of each day
  std::map<std::string, std::string> turned_;  ///< by device: the day of the meeting that was turned to
  std::chrono::steady_clock::time_point next_goodbyes_;
};

}  // namespace casus::web
