// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/training/sitting.hpp"
#include "core/web/visit.hpp"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A group that plays a scenario, each with a phone, one who leads; and looking back. The cases are made up, and lie in
/// a store of trainings of their own.
namespace casus::web {

class TrainPages {
 public:
  /// The trainings lie beside the store of that setting.
  TrainPages(House& house, const desk::Setting& setting);
  ~TrainPages();

  /// "" is the list, and where a training begins; "RUN" is its table, "RUN/debrief" looks back; "preview/SCENARIO" lays
  /// one open for who is going to lead it.
  Response train(Visit& visit, std::string_view rest);
  /// The events of the training that this device is at.
  Response live(Visit& visit);

  /// The training with this code, and who may be played in it; nothing when there is none.
  struct Joining {
    std::string run;
    std::vector<std::string> seats;
  };
  std::optional<Joining> joining(std::string_view code) const;

  /// Somebody came to the training that a device is at, or left it: who leads reads who plays.
  void people_changed(const std::string& meeting);

  /// Who came by a code of a training is there for that alone: "train RUN" where others have the day of a meeting.
  static std::string meeting_of(const std::string& run) { return "train " + run; }
  static std::string run_of(const Device& device);

 private:
  struct Group;
  class WhileDrawn;

  static std::string place_of_run(const std::string& run);
  /// The training that is played now, or is taken up where its log ends; nullptr when there is none of that name, or no
  /// room for it.
  Group* group(const std::string& run, Time now);
  /// Whether one more can be played. Where too many are, the one that was left longest ago is put away; it can be taken
  /// up again. Never one with people on it in the last hour.
  bool has_room(Time now);
  Response list(Visit& visit, int status, const std::string& problem);
  Response preview(Visit& visit, const std::string& scenario);
  Response begin(Visit& visit);
  Response table(Visit& visit, Group& group, int status);
  Html who_plays(const Visit& visit, const Group& group) const;
  static Html told_apart(const Visit& visit, const Group& group);
  static Html judge_form(const Visit& visit, const Group& group);
  /// Whether what was sent was done, or nothing was to be done. What was typed and refused stays in its form for who
  /// typed it. What is said at the table and refused is on the page for everybody; what who leads sent is theirs.
  bool take(Visit& visit, Group& group);
  /// The same, once for each form that was sent: what was done before is not done again when its answer got lost, and
  /// two who go on at once go one step on.
  bool done_once(Visit& visit, Group& group);
  /// What came from another terminal meanwhile is everybody's.
  void hear(Group& group, Lang lang);
  /// Puts what came of what who leads sent before them alone.
  void keep_apart(Group& group, const desk::Reply& reply, Lang lang);
  /// By who leads, and told to them alone: the goals tell what is hidden, and what they saw is for looking back.
  bool judge(const Visit& visit, Group& group, const std::string& text);
  /// Puts what came of a move before everybody.
  void tell(Group& group, const desk::Reply& reply, Lang lang);
  Html seat_part(const Visit& visit, const Group& group, const std::string& seat) const;
  Html lead_part(const Visit& visit, const Group& group, const std::string& seat) const;
  /// The table goes on: for whoever sits there, and for who leads without a place.
  static Html next_part(const Visit& visit, const Group& group);
  /// A form that goes to the table of this training and stays on the page.
  static Html one_form(const Visit& visit, const Group& group, std::string id, const Html& inside);
  static Html inject_form(const Visit& visit, const Group& group);
  /// What the play came to, for all; who leads puts their own word beside it there.
  Response debrief(Visit& visit, Group& group);
  Response debrief_page(const Visit& visit, Group& group, int status);
  /// A finding that who leads sees otherwise, or what they saw. True: done, or there was nothing to do.
  static bool looks_back(const Visit& visit, Group& group);
  static Html own_word(const Visit& visit, const Group& group);
  Response medium(Visit& visit, const Group& group, const std::string& id);
  Html media_part(const Visit& visit, const Group& group) const;
  bool leads(const Visit& visit, const Group& group) const;
  /// Who plays looks back when who leads opened that, until there is played on, or when the case is closed.
  bool may_look_back(const Visit& visit, const Group& group) const;
  /// In whose place somebody plays; empty when they did not choose one.
  std::string seat_of(const Visit& visit, const Group& group) const;
  void publish(Group& group);

  House& house_;
  desk::Setting setting_;
  std::map<std::string, std::unique_ptr<Group>> groups_;  ///< that are played now, by run
};

}  // namespace casus::web
