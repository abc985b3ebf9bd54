// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/stage.hpp"
#include "core/model/case/contribution.hpp"
#include "core/model/case/moved.hpp"
#include "core/model/case/seated.hpp"
#include "core/model/commands.hpp"
#include "core/text/voice.hpp"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A case as its events made it: plain values, nothing computed twice. `engine::evolve` alone changes it.
namespace casus {

/// Somebody's place in the network circle, and what came of asking them.
struct NetworkPlace {
  std::string relation;
  Shell shell{};
  Quadrant quadrant{};
  bool professional = false;
  std::optional<Date> asked_on;
  std::optional<Date> spoken_on;  ///< spoken to in person
  Answer answer = Answer::none;
  std::string note;
  Time placed_at{};  ///< when this person first came on the map
};

/// Who said it, where nobody reads whose it is.
inline constexpr std::string_view kSomebody = "somebody";

/// Everybody in the case: at the table, in the network, or both.
struct Person {
  std::string id;    ///< "p1", "p2", ...
  std::string name;  ///< empty once erased
  std::string contact;
  std::vector<Role> roles;  ///< empty: not at the table
  bool team_member = false;
  bool caseload = false;
  bool left = false;
  bool absent = false;          ///< belongs to the case, and never sat at the table
  bool away = false;            ///< has a seat, and is not there now
  std::optional<Date> until{};  ///< the last day of the seat; nothing: for as long as they are of the case
  bool erased = false;
  bool merged = false;              ///< another entry is the same person (Case::merged)
  Time works_since{};               ///< when that they work in the case was typed; for who does
  std::optional<Time> took_over{};  ///< when they came to own the case without getting it from who did
  std::optional<NetworkPlace> network;
  bool listed = false;          ///< named on the raw list (groslijst)
  std::string listed_relation;  ///< what was said there

  bool has(Role role) const;
  bool has_any(const std::vector<Role>& of) const;
  bool has_any(std::initializer_list<Role> of) const;
  bool has_seat() const { return !roles.empty() && !left && !absent; }
  bool at_table() const { return has_seat() && !away; }
};

/// One stay in one step: the case goes through steps in visits, and everything recorded belongs to one.
struct Visit {
  Phase phase{};
  int round = 1;
  std::string step;
  std::string method;
  Time entered{};
  std::optional<Time> left;
  double planned_minutes = 0;
  std::chrono::seconds idle{0};  ///< time that the case was paused meanwhile, or not on the table
  std::optional<Time> idle_since;
  std::string because;                    ///< why it was left with something missing
  std::vector<std::string> explained;     ///< what was missing
  bool back = false;                      ///< left by going back
  std::string begun_because;              ///< why the review began with something of the intake missing
  std::vector<PassedStep> passed_over{};  ///< steps that were not entered on the way here
  std::string about{};                    ///< the contribution that a repeated step is about
  int again = 0;                          ///< how often it came up before, in the same row
  bool anonymous = false;                 ///< nobody reads who said what in it

  /// Minutes spent, without pauses; 0 while it runs.
  double minutes() const;
  /// Minutes over the plan (R5); 0 while it runs or without a timer. A stay of more than four hours is not one sitting
  /// (the team went home in between), and says nothing about time at the table: 0.
  double overrun() const;
};

struct Score : Made {
  Scored given;
};

struct Goal : Made {
  GoalLine set;
  Done state = Done::open;
  Time worded_at{};  ///< when it got the words that it has now
};

struct GoalMark : Made {
  GoalScored given;
};

struct Action : Made {
  ActionLine plan;
  Done state = Done::open;
  std::string result;
  int moved = 0;
  std::vector<std::string> moved_because;
  Time worded_at{};  ///< when it got the words, and the doer, that it has now
};

/// The resident agreed to a line of the plan, or to all of it.
struct Agreed : Made {
  PlanAgreed given;
};

struct Opinion : Made {
  OpinionGiven given;
};

struct Decision : Made {
  DecisionRaised raised;
  std::optional<DecisionTaken> taken;
  Time taken_at{};
};

struct CirclePlan : Made {
  std::string text;
  PlanState state = PlanState::presented;
  Ground ground = Ground::none;
  std::string because;
};

struct SafetyNote : Made {
  Safety level{};  ///< what was reported; of what was done: what it led to
  std::string text;
  bool handled = false;  ///< what was done about acute danger
};

struct MeldcodeNote : Made {
  MeldcodeStepTaken taken;
};

struct Told : Made {
  ResidentTold told;
};

struct Evaluation : Made {
  Evaluated said;
};

/// A line that lies with the team; here only that it was noted (R15).
struct Elsewhere : Made {
  std::string theme;
};

struct OptedDomain : Made {
  std::string domain;
  std::string because;
};

struct Tie : Made {
  TieAdded tie;
};

/// A next round after looking back, with its reason.
struct NextRound : Made {
  int round = 0;
  Phase phase{};
  std::string because;
};

/// A letter or a photo.
struct Attachment : Made {
  FileAttached file;
};

/// Something that was said was put right.
struct Mending : Made {
  Mend how{};
  std::string ref;
  std::vector<std::int64_t> events;       ///< those that read otherwise, or count no more
  std::optional<DestroyGround> ground{};  ///< of what was destroyed
  bool earlier = false;                   ///< only what stood there before was destroyed
  std::string because;
  std::optional<Typist> seat{};  ///< who sat at the keys, when that was somebody else
};

/// What was taken back or destroyed leaves this in its place.
struct TakenBack : Made {
  std::string ref;   ///< empty for what has no id
  std::string type;  ///< of the event
  std::string kind;  ///< of a contribution
};

struct Ending : Made {
  Life life{};  ///< what the case became
  std::string because;
};

/// One more ground beside that of the case.
struct MoreBasis : Made {
  BasisAdded added;
};

/// What the resident asked for under the law, and what came of it.
struct RightRequest : Made {
  RightAsked asked;
  std::vector<RightAnswered> answers;  ///< the last closes it, unless it put it off
  std::optional<RestrictionLifted> lifted{};

  bool is_open() const { return answers.empty() || answers.back().answer == RightAnswer::extended; }
  /// A month after it was asked; three when it was put off (AVG 12.3).
  Date due() const;
  /// Whether the case is only kept because of it: from the day that it was asked until it is refused or lifted (AVG
  /// 18).
  bool restricts() const;
};

struct Case {
  std::string id;
  std::int64_t version = 0;  ///< number of events
  Stage stage;
  int round = 1;
  Time opened_at{};
  Time opened_in_fact{};  ///< when that was typed; rights are counted from what was typed, not from what was said
  Time changed_at{};
  std::string owned_by;               ///< id of who owns the case, or did last
  std::optional<Time> unowned_since;  ///< when that it became nobody's was typed; nothing as long as it is somebody's

  std::string title;
  Privacy privacy{};
  Basis basis{};
  std::string purpose;
  std::string basis_text;
  Mode mode = Mode::strict;
  std::string neighbourhood;
  std::optional<Date> reported_on;
  std::optional<Date> review_on;
  std::string question;
  std::string hoped_for;
  std::optional<Made> place_asked;  ///< a place on the agenda, by whom and when; a meeting answers it

  Pin workflow;
  std::array<Pin, kPhases> methods;

  std::vector<Person> people;
  std::vector<Visit> visits;
  bool unnamed = false;  ///< one of them is anonymous
  std::vector<Contribution> contributions;
  std::vector<Turn> turns;
  std::vector<TakenBranch> branches;
  std::vector<TurnOfRole> role_turns;
  std::vector<RolesUntil> roles_until;  ///< in the order of their events
  std::vector<AskedBefore> asked_before;
  std::vector<TableGroup> groups;
  int groups_made = 0;  ///< how many ids of groups were given
  std::vector<Ballot> votes;
  std::vector<OptedDomain> domains;
  std::vector<Score> scores;
  std::vector<Goal> goals;
  std::vector<GoalMark> goal_marks;
  std::vector<Action> actions;
  std::vector<Agreed> agreed;
  std::vector<Tie> ties;
  Family family;
  std::vector<Decision> decisions;
  std::vector<Opinion> opinions;
  std::vector<CirclePlan> plans;
  std::vector<SafetyNote> safety_notes;
  std::vector<MeldcodeNote> meldcode;
  std::vector<Told> told;
  std::vector<Evaluation> evaluations;
  std::vector<Elsewhere> learning;
  std::vector<Elsewhere> signals;
  std::vector<NextRound> rounds;
  std::vector<Ending> endings;
  std::vector<MoreBasis> more_bases;
  std::vector<RightRequest> requests;
  std::vector<MergedPerson> merged;
  std::optional<MergedAway> merged_away;
  std::vector<TakenIn> taken_in;
  std::optional<GivenOver> given_over;  ///< nothing when it was called back
  std::vector<CameFrom> came_from;      ///< from which teams, the last one last
  std::vector<Attachment> files;
  std::vector<Mending> mendings;
  std::vector<TakenBack> taken_back;  ///< in the order in which they were said

  bool exists() const { return version > 0; }
  /// Id of the case that this one goes on in; empty when it stands by itself.
  std::string_view into() const { return merged_away ? std::string_view(merged_away->into) : std::string_view(); }
  /// Where the event with this number comes from, when it came with another case; nullptr when it did not.
  const TakenLine* taken_line(std::int64_t number) const;
  /// The request by which the case is only kept (AVG 18); nullptr when there is none.
  const RightRequest* restriction() const;

  /// Whether it was said on what ground; a talk about the work of colleagues may begin without. Then the record has
  /// consent in its place, which nobody says without saying why it holds (needs_explaining).
  bool has_ground() const { return basis != Basis::consent || !basis_text.empty(); }
  /// Every ground of the case, the first one first, with the day from which its terms run.
  std::vector<GroundSince> grounds() const;

  /// The visit that is going on, or nullptr in intake and after closing.
  const Visit* here() const;
  int visit_index() const { return here() == nullptr ? -1 : static_cast<int>(visits.size()) - 1; }

  /// The groups of the stay that is going on, in the order of their numbers; none where everybody talks together.
  std::vector<const TableGroup*> groups_here() const;
  /// The one of them that somebody sits in; nullptr when in none.
  const TableGroup* group_of(std::string_view person_id) const;
  /// Whether somebody is the one who has the place in this group.
  bool has_place(const TableGroup& group, std::string_view person_id) const;

  /// By id, or by name (same_name). People who left are found too. An entry that was merged is who it became.
  const Person* person(std::string_view id_or_name) const;
  /// By its own id, also one that was merged; nullptr when there is none.
  const Person* entry(std::string_view id) const;
  /// The id that an entry goes by now: the own one, unless it was merged.
  std::string_view became(std::string_view id) const;
  /// Whom a name may mean: who is called so, else all whose name begins so; nobody who was erased or merged.
  std::vector<const Person*> people_meant(std::string_view name) const;
  const Person* with(Role role) const;  ///< the first at the table who has the role
  /// Whether somebody had the role when the event with this number came.
  bool had(const Person& person, Role role, std::int64_t event) const;
  /// Whose case it is: the case manager, else who presents it; nullptr when neither has a seat any more.
  const Person* owner() const;
  /// The record with this id ("b3", "g1", "a2", "s1", "d1"); nullptr when there is none, or it was taken back.
  const Made* record(std::string_view id) const;
  /// Whether who wrote it unseen has told it since, in the step for that.
  bool is_told(const Contribution& written) const;
  /// How the record with this id, or what came with this event, was last put right; nullptr when it was not.
  const Mending* mended(std::string_view ref, std::int64_t event = 0) const;
  /// How many ids of this letter were given to what was taken back since.
  std::size_t taken_back_of(char letter) const;
  const Pin& method(Phase phase) const { return methods[index_of(phase)]; }

  /// Whether nobody reads whose it is: said, recorded, scored or voted in a stay without names, or brought from one.
  bool is_anonymous(const Made& said) const;
  /// The same by the id of a contribution, record or score, or by the number of the event of these or of a vote; of
  /// what was taken back too.
  bool is_anonymous(std::string_view ref) const;
  bool is_anonymous(const TakenBack& gone) const;
  /// Who said it, for whoever reads that: kSomebody where it is anonymous. Rules go by `by`.
  std::string_view said_by(const Made& said) const {
    return is_anonymous(said) ? kSomebody : std::string_view(said.by);
  }
  /// When it was said, for whoever reads that: of what is anonymous no more than when its step was over.
  Time said_at(const Made& said) const;

  /// The name for people; "(gewist)" or "(erased)" for an erased person, "iemand aan tafel" for kSomebody, the id
  /// itself for an unknown one.
  std::string name_of(std::string_view person_id, const text::Voice& voice) const;
};

}  // namespace casus
