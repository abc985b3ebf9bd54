// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/desk/access.hpp"
#include "core/model/access.hpp"
#include "core/model/case.hpp"
#include "core/model/events.hpp"
#include "core/model/meeting/meeting.hpp"
#include "core/model/refusal.hpp"
#include "core/service/service.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// Reading, the one door of every face: need to know is asked, the look is logged (a refusal too), and only then is
/// anything given. A page that shows something of a case, or of a meeting, comes through here.
namespace casus::desk {

class Desk;

/// A case that the seat at this desk was let in to see.
using Reading = service::ShownCase;

/// While it lives, what is asked for twice was asked for once: a page in more than one part, or in more than one form.
class OnePage {
 public:
  explicit OnePage(Desk& desk);
  ~OnePage();
  OnePage(const OnePage&) = delete;
  OnePage& operator=(const OnePage&) = delete;

 private:
  Desk& desk_;
};

/// The case, or why not. `because`: the reason of somebody who is not at its table; `to`: the machine that what is read
/// goes to. Throws Usage, with the nearest known id, when there is no such case.
Outcome<Reading, Refusal> read(Desk& desk, const std::string& case_id, CasePart part, const std::string& because = {},
                               const std::string& to = {});

/// The same for a case that stays on a screen as its table sees it: logged when the ground is another than `before`,
/// and nothing for the resident, whose page is the extract.
Outcome<Reading, Refusal> read_again(Desk& desk, const std::string& case_id, CasePart part, const std::string& because,
                                     std::optional<Sight> before);

/// For a page on several cases: nothing of one that may not be seen, that was erased, or that is not there. Nobody
/// asked for that one, so the log keeps no refusal of it.
std::optional<Reading> read_in_passing(Desk& desk, const std::string& case_id, CasePart part,
                                       const std::string& because = {});

/// For a page on very many cases, in the order of the ids: `take` gets each that this seat may see, and nullptr for
/// each that it may not. The looks are kept some hundreds at a time, each before its case is given.
void each_reading(Desk& desk, const std::vector<std::string>& case_ids, CasePart part, const std::string& because,
                  const std::function<void(const std::string& case_id, const Case* seen)>& take);

/// The cases for which `holds`, among those that this seat works at the table of: for finding one. The first `most`,
/// those that changed last first, are given; each of them is a look, and is logged. Of the others nothing comes out but
/// how many there are.
struct Readings {
  std::vector<Case> first;
  std::size_t all = 0;
};
Readings readings_where(Desk& desk, CasePart part, std::size_t most, const std::function<bool(const Case&)>& holds);

/// Ids of all cases of the store: nothing of what is in them.
std::vector<std::string> case_ids(Desk& desk);
bool has_case(Desk& desk, const std::string& case_id);

/// How often something happened in a case, to tell that a page of it is old: nothing of what.
std::int64_t changes_in(Desk& desk, const std::string& case_id);

/// Whether this seat works at the table of a case: it says that, and shows nothing of the case.
bool works_at_table(Desk& desk, const std::string& case_id);

/// Whether nothing of a case can be read any more, by anybody.
bool is_erased(Desk& desk, const std::string& case_id);

/// All that happened in a case that this desk was let in to.
Events history_of(Desk& desk, const Case& let_in);

/// A case that was merged into one that this desk was let in to, as it was there: its own course is read in its own
/// history.
struct OwnHistory {
  Case state;
  Events events;
};
OwnHistory taken_in_case(Desk& desk, const Case& let_in, const std::string& case_id);

/// What is in an attachment of a case that this desk was let in to.
std::string file_of(Desk& desk, const Case& let_in, const std::string& id);

/// What the resident or somebody of the circle did in a case in their own name, typed by nobody else, since a moment;
/// the newest first. For who works at its table; nothing for all others.
struct FromCard {
  Event event;
  bool unseen = false;  ///< this seat did not look at the case since
};
std::vector<FromCard> from_cards(Desk& desk, const Case& state, Time since);

/// What an answer recorded though the same stood there already, since less than a minute: the id of the record, and of
/// an action also the one that is open since whenever; or the other case that was opened with the same title, when this
/// seat may know that title. Empty for nothing. `so_already`: it says what stood so, and changed nothing.
struct StandsTwice {
  std::string record;
  std::string open_action;
  std::string other_case;
  bool so_already = false;
};
StandsTwice stands_twice(Desk& desk, const service::Answer& answer);

/// Who looked at a case that this desk was let in to, and what was erased.
service::Service::Accountability accountability_of(Desk& desk, const Case& let_in);

/// What a list says of a case: nothing of it is logged, because a title that is shown may be known (see
/// engine::may_know_title).
struct ListedTitle {
  std::string text;       ///< empty when it may not be known, or is erased
  bool withheld = false;  ///< there is one, for others
  bool locked = false;    ///< there is one, and its key is not here
  bool acute = false;     ///< danger was reported in it and nobody said yet what was done; told with the title alone
};

/// For the cases of a list. One that is not there has no title.
ListedTitle title_in_list(Desk& desk, const std::string& case_id);
/// As it stands on a screen: "(gewist)", "(titel alleen voor wie aan tafel zit)".
std::string on_screen(const Desk& desk, const ListedTitle& title);
/// Whether danger was reported in it and nobody said yet what was done: for the agenda of a meeting, beside that title.
bool is_acute(Desk& desk, const std::string& case_id);
/// What was typed about a case at a meeting goes no further than its title: not to who may not know that, and nothing
/// of it remains when the case is erased.
bool may_know_words_about(Desk& desk, const std::string& case_id);

/// Cases by the index, with the titles that this seat may know. Who is not of the team finds the cases alone whose
/// table they are at; the page is looked for among those then.
struct CaseListing {
  struct Row {
    service::CaseLine line;
    bool withheld = false;  ///< its title is for others
    bool locked = false;    ///< it cannot be read: its key is not here
  };
  std::vector<Row> rows;
};
Outcome<CaseListing, Refusal> list_cases(Desk& desk, const store::IndexQuery& query);

/// Every case that is not erased, for what must be known of all that is kept: until when, whose work it is, and which
/// go by a method. Ids and days alone: nothing that was written in one may come on the page.
void each_case_kept(Desk& desk, const std::function<void(const Case&)>& visit);
/// The same for figures: without those that are only kept because the resident asked so (AVG 18).
void each_case_for_figures(Desk& desk, const std::function<void(const Case&)>& visit);
/// All that happened in each, by id; nothing for one that is erased, or is only kept because the resident asked so.
void each_history_for_figures(Desk& desk, const std::function<void(const Events*)>& visit);

/// Every look that was kept and showed something, case by case, for who accounts for it elsewhere: of it no more may
/// come on a page than that there was one, when, and at what; never who looked or why. How many cases cannot be read.
std::size_t each_look_for_figures(Desk& desk, const std::function<void(const Case&, const Look&)>& visit);

/// Whose data a case holds, as they are called where this store is not: each resident, or the case itself as long as it
/// has none by name. Of an erased case nobody.
struct DataSubject {
  std::string person;  ///< id in the case; empty for the case itself
  std::string id;
};
std::vector<DataSubject> data_subjects(Desk& desk, const Case& state);

/// Why this seat may not ask for what has this ground, as far as that does not hang on one case or meeting: of those
/// the case, the meeting and `read` say more. On a computer that holds the keys whoever sits there looks after the
/// store, and sets up the team without saying a name; who says a name is held to it.
std::optional<Refusal> barred(Desk& desk, const Access& access);

/// Why this seat may not read what is the team's: an agenda, minutes, the log of all cases. Nothing when it may: it is
/// of the team, was present at `meeting`, or the store has no team yet.
std::optional<Refusal> not_of_the_team(Desk& desk, const Meeting* meeting = nullptr);

/// Why this seat may not copy, lock or change the store as a whole: whoever holds the keys looks after it, whatever
/// their name, but who gives a name is to be somebody of the team. A team that cannot be read keeps nobody from looking
/// after what is there.
std::optional<Refusal> not_a_keeper(Desk& desk);

}  // namespace casus::desk
