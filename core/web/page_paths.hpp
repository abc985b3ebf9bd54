// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/form_answers.hpp"
#include "core/web/keep/keep_pages.hpp"
#include "core/web/meeting/meeting_pages.hpp"
#include "core/web/ours/ours_pages.hpp"
#include "core/web/page_site.hpp"
#include "core/web/sign_in/elsewhere_pages.hpp"
#include "core/web/sign_in/sign_in_pages.hpp"
#include "core/web/train/train_pages.hpp"
#include "core/web/visit.hpp"
#include "core/web/work/work_pages.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

/// What stands behind a site: its pages, and which path is which of them for who asks. Internal to `PageSite`.
namespace casus::web {

struct PageSite::Inside {
  explicit Inside(Setting the_setting);

  Response routed(Visit& visit);
  static bool is_work(const std::string& path);
  /// Where a form is done for somebody, and for nobody without a device.
  static bool needs_device(const std::string& path);
  /// A form of a device that is not signed in any more.
  Response cut_off(const Visit& visit);
  /// Who is at a meeting no more. A page that asks only whether there is something new is put anew by that, and then
  /// they read why.
  Response put_out(Visit& visit);
  /// Whether a page is asked for by somebody who is signed in elsewhere and not here, as when a session ran out, or
  /// when there is no seat in this team yet: they are sent round by there, and what was being typed on that page stays
  /// on their device.
  bool goes_round(const Visit& visit) const;
  /// Who came in for something else, and asks for a case all the same: the log of that case keeps it.
  Response sent_away(Visit& visit, const std::string& why);
  /// For who came by a link of their own: who gave the code of a meeting is there for that meeting.
  Response work_page(Visit& visit);
  /// Who came by a card has one page, and what every page has at its foot.
  Response from_outside(Visit& visit);
  Response training_live(Visit& visit);
  /// Who came by the code of a training plays, and nothing else.
  Response for_trainee(Visit& visit);
  /// Who was let in for one case has one page: the screen in the room and the agenda tell of others.
  Response for_guest(Visit& visit);
  /// Who looks after the store has its pages, and nothing of a case or a meeting.
  Response for_keeper(Visit& visit);
  /// The page that answered a form of this browser, when it is asked for: as it was, or anew.
  std::optional<FormAnswers::Seen> seen_before(const Visit& visit);
  /// A page that answers a form, for a browser that goes to it: it is sent on to where it gets that page.
  Response sent_on(const Visit& visit, Response page);
  Response leave(Visit& visit);
  Response start(const Visit& visit) const;
  /// A sheet to print holds nothing of anybody.
  static Response sheet(Visit& visit, std::string_view which);
  /// Who came by a sign-in elsewhere is here by its tables, as they are now: who was taken out of them since is out,
  /// and so is everybody when nobody is signed in elsewhere any more.
  void end_those_let_in_no_more();

  Setting setting;
  House house;
  FormAnswers answers;
  MeetingPages meeting;
  TrainPages training;
  SignInPages sign_in;
  std::unique_ptr<ElsewherePages> elsewhere;  ///< where people are signed in elsewhere
  WorkPages work;
  OursPages our;
  KeepPages keeping;
  std::string team;                          ///< as it calls itself
  std::pair<std::int64_t, int> seen{-1, 0};  ///< events in the store, and who came and went, at the last tick
};

}  // namespace casus::web
