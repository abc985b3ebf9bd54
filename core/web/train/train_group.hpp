// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/training/group.hpp"
#include "core/web/server/secrets.hpp"
#include "core/web/train/train_pages.hpp"
#include "core/web/work/reply_html.hpp"

#include <algorithm>
#include <optional>

namespace casus::web {

/// One training that is played now, and who sits where.
struct TrainPages::Group {
  Group(const desk::Setting& setting, const std::string& run) : desk(setting), playing(desk, run) {}

  PageDesk desk;
  desk::GroupTraining playing;
  std::string code = new_code(6);
  std::string trainer;                       ///< whose device it is that leads, by name
  std::deque<Html> told;                     ///< what came of the last moves, the newest last
  std::map<std::string, std::string> seats;  ///< by digest of the device
  int version = 0;
  int moves = 0;                    ///< that were made since this began, and by which a page is known to be old
  std::deque<Html> apart;           ///< for who leads alone: their words about the play, and what was not done
  std::optional<int> opened;        ///< after so many moves who leads opened the page where all look back
  Time used{};                      ///< when somebody was on one of its pages last
  std::deque<std::string> done;     ///< ids of the forms that were done last: one that is sent again is done once
  Html aside;                       ///< for who sent something just now alone, while its page is drawn
  const Fields* refused = nullptr;  ///< what was sent just now and not done, while its page is drawn

  bool was_done(const std::string& id) const { return !id.empty() && std::ranges::find(done, id) != done.end(); }
  void mind_done(const std::string& id) {
    constexpr std::size_t kMostDone = 200;
    if (!id.empty()) done.push_back(id);
    if (done.size() > kMostDone) done.pop_front();
  }

  /// What was typed in this field of this form, when it was not done: it stands there still.
  std::string typed(std::string_view form, std::string_view field) const {
    return refused != nullptr && refused->get("do") == form ? refused->get(field) : std::string();
  }
};

/// While the page is drawn of what was sent and not done.
class TrainPages::WhileDrawn {
 public:
  WhileDrawn(Group& group, const Fields& sent) : group_(group) { group_.refused = &sent; }
  ~WhileDrawn() {
    group_.refused = nullptr;
    group_.aside = {};
  }
  WhileDrawn(const WhileDrawn&) = delete;
  WhileDrawn& operator=(const WhileDrawn&) = delete;

 private:
  Group& group_;
};

}  // namespace casus::web
