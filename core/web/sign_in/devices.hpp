// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/desk/seat.hpp"
#include "core/web/sign_in/called_now.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Who is signed in from which device. A device holds a token in a cookie; here only its digest is kept, so that who
/// reads what is kept comes in nowhere.
namespace casus::web {

struct Device {
  std::string digest;  ///< of its token
  std::string handle;  ///< to point at it in a list; says nothing about the token
  std::string name;    ///< whose device it is; of who came by a card nothing is kept
  desk::Sureness sureness = desk::Sureness::invited;
  std::string meeting;     ///< the day of the meeting that it is for; empty: for work of every day
  std::string case_id;     ///< of who came by a card: the case that it is for
  std::string card;        ///< handle of that card
  std::string person;      ///< whose card it is, as the card has it
  std::int64_t since = 0;  ///< seconds
  std::int64_t seen = 0;
  bool by_provider = false;  ///< signed in elsewhere (openid/), and nowhere here
  std::int64_t until = 0;    ///< not longer than this; 0: as long as others
  std::string session;       ///< digest of the sign-in for all teams of the server that gave it (openid/signed_in.hpp)
  std::string account;       ///< digest of the id by which whoever is signed in elsewhere is known there
};

/// A link for one person, which becomes a device once.
struct Invitation {
  std::string digest;
  std::string handle;  ///< to point at it; says nothing of the link
  std::string name;
  desk::Sureness sureness = desk::Sureness::invited;
  std::int64_t until = 0;
  std::string by = {};    ///< the keeper who made it for another; empty for a link of the team's own computer
  std::string code = {};  ///< without which such a link opens nothing; colleagues who are in see it, and its maker not

  static constexpr std::chrono::hours kLasts{24};
  std::int64_t made() const { return until - std::chrono::seconds(kLasts).count(); }
};

/// That somebody came in by a link that a keeper made, told to whose name it was for some days.
struct CameByKeeper {
  std::string name, by;
  std::int64_t at = 0;  ///< seconds
};

/// Kept in one file, so that a server that stops and comes back knows everybody still.
class Devices {
 public:
  static constexpr std::chrono::hours kLongest{12};  ///< since signing in
  static constexpr std::chrono::hours kIdle{4};      ///< without a word; a long meeting and a lunch fit in it
  static constexpr std::chrono::minutes kPressedAgain{1};
  static constexpr std::size_t kMost = 500;
  static constexpr std::size_t kMostOfOne = 20;  ///< who signs in over and over ends their own, and nobody else's

  /// `write` is called with all that is to be kept after each change; `kept` is what it was given last, empty at first.
  /// Throws Fault(store) when that cannot be read.
  Devices(std::string_view kept, std::function<void(const std::string&)> write);

  /// What ran out goes from what is kept too: else a name lay there until somebody did something.
  void keep_what_is_left(Time now);

  /// The device with this token; nullptr when there is none, or not any more. It was seen now.
  const Device* find(std::string_view token, Time now);
  /// The token, to be put in its cookie.
  std::string sign_in(const std::string& name, desk::Sureness sureness, const std::string& meeting, Time now);
  /// The same for who came by a card, or by the sign-in of the municipality.
  std::string sign_in(Device who, Time now);
  /// The device that had this token, of somebody who was signed in elsewhere, when its time ran out a while ago: who
  /// signs in again may go on with what they were typing. Nothing for one that was ended.
  std::optional<Device> ran_out(std::string_view token) const;
  /// That the browser that had this token before came in by this way, as the device that has the other: a button that
  /// is pressed twice brings the same browser in, also when the answer to the first press got lost on the way.
  void came_in(const std::string& way, std::string_view before, std::string_view token, Time now);
  /// The device as which this browser came in by this way within the last minute, when it is there still. Of another
  /// browser nothing.
  std::optional<Device> just_came_in(const std::string& way, std::string_view before, Time now) const;
  /// Ends every device that came in by this card.
  void end_card(const std::string& card);
  /// Ends it. Whose it was; nothing when there is none.
  std::optional<Device> end(std::string_view handle);
  /// Ends it at the word of whoever leads: who held it is told why, once, and not only asked for a code.
  std::optional<Device> put_out(std::string_view handle);
  /// Why the device that had this token is none any more, where its holder did nothing for that and was not told yet.
  enum class Out { by_leader, meeting_over };
  std::optional<Out> why_out(std::string_view token) const;
  void told_why_out(std::string_view token);
  std::vector<Device> all(Time now);
  /// That somebody is at this meeting from a device of their own.
  bool is_taken(const std::string& name, const std::string& meeting, Time now);

  /// The code of a meeting: the same until the meeting is over.
  const std::string& code_of(const std::string& meeting);
  /// Devices and code of a meeting that is over go.
  void end_meeting(const std::string& meeting);

  /// The token of the link. For the computer of the store there is one at a time: an earlier one that was not used
  /// ends.
  /// One that a keeper made for another (`by`) has a code, and opens nothing without it.
  std::string invite(const std::string& name, desk::Sureness sureness, Time now, const std::string& by = {});
  /// Uses the invitation up.
  std::optional<Invitation> redeem(std::string_view token, Time now);
  std::vector<Invitation> invitations(Time now);
  void end_invitation(std::string_view handle);
  /// Looks at it only: a mail scanner opens links too.
  std::optional<Invitation> invitation(std::string_view token, Time now) const;
  static constexpr std::chrono::hours kToldOfKeeper{7 * 24};
  std::vector<CameByKeeper> came_by_keeper(Time now);
  /// Each under the name that its owner has now; of whoever left nothing is kept.
  void tell_under(const CalledNow& called_now);

 private:
  void forget(Time now);
  /// For one more of this person.
  void make_room(const Device& who);
  void keep();

  std::function<void(const std::string&)> write_;
  std::vector<Device> devices_;
  std::vector<Device> ran_out_;  ///< the last ones; in memory alone
  bool behind_ = false;          ///< something was forgotten that is kept still
  struct CameIn {
    std::string way, before, device;  ///< digests; of a way that is no secret the way itself
    std::int64_t at = 0;
  };
  struct WentOut {
    std::string digest;
    Out why = Out::by_leader;
    std::int64_t seen = 0;  ///< when the device was last; whoever does not come back within `kLongest` is told nothing
  };
  void goes_out(const Device& device, Out why);
  std::vector<WentOut> went_out_;  ///< the last ones, kept too: a server that starts anew says it still
  std::vector<CameIn> came_in_;    ///< in the last minute; in memory alone
  std::vector<Invitation> invitations_;
  std::vector<CameByKeeper> came_by_keeper_;
  std::string meeting_;  ///< whose code it is
  std::string code_;
};

}  // namespace casus::web
