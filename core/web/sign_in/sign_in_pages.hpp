// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/meeting/meeting_pages.hpp"
#include "core/web/train/train_pages.hpp"
#include "core/web/visit.hpp"

/// Coming in: by the code of a meeting and a name of those expected, or by a link for one person; and who is in.
namespace casus::web {

/// A device in a list, with a button that ends it on the page `here`. Of one that came by a card it names the case
/// alone.
Html device_line(const Visit& visit, const Device& device, const std::string& here);

class SignInPages {
 public:
  SignInPages(House& house, MeetingPages& meeting, TrainPages& training)
      : house_(house), meeting_(meeting), training_(training) {}

  /// The code, then the name. Both are posted; nobody who has no code sees a name.
  Response join(Visit& visit);
  /// "/in/TOKEN": GET shows a button, POST uses the link up, for scanners of mail open links too.
  Response link(Visit& visit, const std::string& token);
  /// Whether this form to come in is the second press of one that brought them in a moment ago, and whose page they
  /// have left by now: there is nothing left to do.
  static bool is_second_press(const Visit& visit);
  /// Ends the device of this visit; of one that was ended by another it is told why from now on no more.
  void leave(const Visit& visit);
  /// Whether this device was at a meeting and is there no more by no deed of its own: its holder left the team, whoever
  /// leads put it out, or the meeting is over. And why.
  bool is_out(const Visit& visit);
  text::Message why_out(const Visit& visit) const;
  /// By name and passphrase, for who has set one.
  Response enter(Visit& visit);
  /// Who is in from where, and who was invited, to be ended; a link for somebody else. For who looks after the store.
  Response devices(Visit& visit);
  /// The own devices, the own passphrase and the own calendar link.
  Response sessions(Visit& visit);
  /// "/feed/TOKEN.ics": the days of whose link it is, without signing in.
  Response feed(Visit& visit, std::string_view rest);

 private:
  /// Ends a device, and what it had open.
  void end(std::string_view handle);
  Response ask_passphrase(Visit& visit, int status, const std::string& problem);
  /// Days are those of a colleague: who left has none, and neither has who looks after the store.
  bool may_have_feed(std::string_view name);
  /// `link`: when one was made just now.
  Html own_passphrase(const Visit& visit, const std::string& problem);
  Html own_feed(const Visit& visit, const std::string& link);
  Html all_feeds(const Visit& visit);
  /// Why what was typed twice is no passphrase; empty when it is one.
  std::string set_passphrase(const Visit& visit);
  Response ask_code(Visit& visit, const std::string& code, int status, const std::string& problem);
  Response ask_name(Visit& visit, const std::string& code, const std::vector<std::string>& names,
                    const std::string& problem);
  Response join_training(Visit& visit, const std::string& code, const TrainPages::Joining& joining);
  Response come_in(Visit& visit, const std::string& name, desk::Sureness sureness, const std::string& meeting,
                   const std::string& to, const std::string& way = {});
  /// The meeting that can be joined now; empty when there is none.
  std::string open_meeting();
  std::vector<std::string> expected(const std::string& day);

  House& house_;
  MeetingPages& meeting_;
  TrainPages& training_;
};

}  // namespace casus::web
