// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/web/form_answers.hpp"
#include "core/web/layout.hpp"
#include "core/web/one_server.hpp"
#include "core/web/ours/cards.hpp"
#include "core/web/server/metrics.hpp"
#include "core/web/server/server.hpp"
#include "core/web/sign_in/devices.hpp"
#include "core/web/sign_in/feeds.hpp"
#include "core/web/sign_in/passphrases.hpp"
#include "core/web/sign_in/throttle.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// One question of a browser while it is answered, and what all pages share.
namespace casus::web {

/// What a page calls what a command does, where it has a button or a form for that; nothing where it has none.
using ButtonWords = std::optional<text::Message> (*)(const text::Way&);

/// How a page names what is done elsewhere: a way on is the words on its button in quotes, where this page has one, and
/// else what the command is about, for a page has links for it (see `ways_on`); a field is its label.
class PageWords final : public text::WayWriter {
 public:
  std::string write(const text::Way& way, const text::Voice& voice) const override;
  bool by_keys() const override { return false; }

  std::string form;  ///< the verb whose form is open: a field is called as it stands there
  ButtonWords buttons = nullptr;
};

/// The desk of the page.
class PageDesk : public desk::Desk {
 public:
  using desk::Desk::Desk;
  text::Voice own_voice() const override { return {lang(), nullptr, &words_}; }
  /// From here on the fields that are named are those of the form of this verb; empty: of no form.
  void at_form(std::string verb) { words_.form = std::move(verb); }
  /// And from here on what is done is called as on this page; nullptr: as its command.
  void at_buttons(ButtonWords buttons) { words_.buttons = buttons; }

 private:
  PageWords words_;
};

struct Visit {
  const Request& request;
  Fields fields;  ///< of the query for GET, of the body for POST
  struct File {
    std::string name;
    std::string bytes;
  };
  File file;  ///< that came with the form; without a name when none did
  Lang lang = Lang::nl;
  Time now{};
  std::string token;             ///< of its cookie
  bool fresh = false;            ///< it had none, and gets this one
  std::optional<Device> device;  ///< who it is
  bool live = false;             ///< asked by the script, which wants the page and no detour
  /// See server/message.hpp; `then` gets this visit as it is afterwards.
  struct Errand {
    std::function<void()> away;
    std::function<Response(Visit&)> then;
  };
  std::optional<Errand> errand = {};  ///< set by a page that cannot answer without
  bool around_teams = false;          ///< of the pages of a server that are of no team
  std::string base = {};              ///< where the site begins; `request.path` is the path below it
  std::string at = {};                ///< the case on the table as this page is drawn: its forms are about that one
  bool guest = false;                 ///< is at a meeting for one case, and of no team
  Again again = Again::while_same;    ///< how the page that answers this form may be seen again
  bool cleaned = false;               ///< signs that no text may hold were left out of `fields`
  bool typed_before = false;          ///< `fields` are those of a form that was sent before, to be shown once more

  bool posted() const { return request.method == "POST"; }
  /// In each form, bound to the cookie: another site cannot know it.
  std::string form_token() const;
  /// The case that the address asks for, whatever a form says.
  std::string case_asked() const;
  std::string command() const { return fields.get("command"); }
};

/// The question of a browser with its fields and its cookie of this name, or with a new one; nothing when a form is
/// broken. It refers to `request`.
std::optional<Visit> visit_of(const Request& request, const std::string& cookie_name, Lang lang, Time now);

/// In which language somebody reads: as they chose here, else as their browser says, else `otherwise`.
Lang lang_of(const Request& request, Lang otherwise);

/// Keeps which language somebody chose, by the form at the foot of each page.
Response choose_language(const Visit& visit);

/// Everything that the pages work with. On the thread of the work alone.
struct House {
  /// The lists of devices, cards, passphrases and calendar links lie beside the store. Throws Fault(store) when another
  /// server has them.
  explicit House(desk::Setting setting);

  const OneServer one;  ///< before what lies beside the store is read
  PageDesk desk;
  Devices devices;
  Cards cards;
  Passphrases passphrases;
  Feeds feeds;
  Throttle throttle;
  /// Each time somebody is sent away from a case stands in its log for good, so nobody is as often as they like.
  Throttle sent_away{Throttle::kSentAwayOfOne, Throttle::kSentAwayOfAll};
  Lang lang;                   ///< when nobody chose one
  std::string base;            ///< where the site begins on the server: "/noord"; empty: it has the server to itself
  std::string origin;          ///< "https://192.168.1.20:8443", with `base`, for links and the picture of the code
  bool among_teams = false;    ///< others are on the same server, with pages around them all
  bool secure = false;         ///< the browser comes over TLS
  std::string provider;        ///< as people call who signs them in elsewhere; empty: nobody does
  Streams* streams = nullptr;  ///< nothing before the server is there
  int joins = 0;               ///< counts who comes and goes by device

  /// The same without `base`: where the pages around those of the teams are.
  std::string server() const { return origin.substr(0, origin.size() - base.size()); }
  /// Whether this device may not work yet: a passphrase is asked for, and there is none.
  bool lacks_passphrase(const Device& device) const;
  /// Whether the device is at a meeting for a guest: somebody who is not of the team, and let in for one case.
  bool is_of_guest(const Device& device);
  /// Whether the device is at a meeting for somebody who has left the team since. It is to be put out.
  bool is_of_who_left(const Device& device);
  /// Ends every way in of who left the team, so that their name stays in no file beside the store, and whoever comes to
  /// be called so later is not them. Of a phone at a meeting that is said to them first (`is_of_who_left`).
  void forget_who_left();
  /// Takes what ran out from what lies beside the store. What cannot be written is tried again a minute later: of a
  /// disk that is full is told whoever does something.
  void forget_what_ran_out();
  /// The device as who it belongs to is called now; nothing of who was erased from a case, or left the team.
  std::optional<Device> called_now(Device device);
  /// Sits down at the desk for this device; `as_table` on the screen that all look at.
  void sit(const Visit& visit, bool as_table = false);
  /// Whether somebody, by a device or a name, was not sent away from cases too often lately; counts this time.
  bool may_be_sent_away(const std::string& who, Time now);
  /// What came of a form, for the next page of this device.
  void tell(const Visit& visit, Html words) { told_[visit.device->digest] = std::move(words); }
  /// Once; nothing when there is nothing to tell.
  Html told_once(const Visit& visit);
  /// A cookie of one team among more is bound to its path, which a name with "__Host-" may not be.
  std::string cookie_name() const { return !secure ? "casus" : base.empty() ? "__Host-casus" : "__Secure-casus"; }
  std::string cookie(const std::string& token) const;
  /// From here on this browser is this device, under a new token: one that somebody put there before is worth nothing.
  /// `way`: by what they came, where a second press of the same button must bring this browser in too.
  Response come_in(Visit& visit, Device who, const std::string& to, const std::string& way = {});

 private:
  std::map<std::string, Html> told_;                ///< by digest of the device
  Time write_again_{};                              ///< not before that
  std::vector<std::pair<std::string, Time>> team_;  ///< as it was when who left was looked for
};

/// Whether somebody thought about what stands in a field of this name: it is not lost when its form cannot be done.
bool is_typed(std::string_view field);
/// A page for this visit, with its places to go.
Document document_for(const Visit& visit, std::string title, std::string here);
/// What is said when something may not be, with a way back.
Response said_no(const Visit& visit, int status, const std::string& words);
/// The same with another way on than the beginning; none when that is empty, as for who has no card that works.
Response said_no(const Visit& visit, int status, const std::string& words, const Html& way_on);
/// What is said where another server shows what was asked for (502). A proxy in front goes on to the next server by it,
/// and not by what a server answers that does show it and can do nothing for now (503): that page holds what somebody
/// wrote.
Response shown_elsewhere(const Visit& visit);
/// What is said of a case that is not there: with the status of one that is, and not for who asks. Nothing when it is.
std::optional<Response> no_such_case(const Visit& visit, desk::Desk& desk, const std::string& case_id);
/// Of somebody of whom nothing is known, at a site that begins at `base`.
Visit visit_of_anybody(const Request& request, Lang lang, const std::string& base);
/// What who is refused for now gets to read: somebody of whom nothing is known, at a site that begins at `base`.
Response refused_for_now(const Request& request, Refused why, Lang lang, const std::string& base);
/// The same for who asked for no address that a page could have.
Response no_address(const Request& request, Lang lang, const std::string& base);
/// What goes down a stream when there is something new. It says that, never what.
std::string event_of(const std::string& version);
/// For a browser that listens: which version is the newest, unless it has seen that; it goes on with what comes to
/// `topic`.
Response news(const Visit& visit, std::string topic, const std::string& version);
/// A refusal in words: why, the rule, what to do.
Html refusal_html(const Refusal& refusal, const text::Voice& voice);

}  // namespace casus::web
