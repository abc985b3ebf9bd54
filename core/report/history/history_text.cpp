// SPDX-License-Identifier: EUPL-1.2
#include "core/report/history/history_text.hpp"

#include "core/model/event_field.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/history/event_shown.hpp"
#include "core/report/history/history_network.hpp"
#include "core/report/history/history_people.hpp"
#include "core/report/history/nameless_words.hpp"
#include "core/report/history/naming.hpp"
#include "core/report/history/repeat_end.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

using namespace text::literals;

namespace {

/// Each event type has its own sentence; a new type without one does not compile.
class Teller : public PeopleTeller, public NetworkTeller {
 public:
  using PeopleTeller::operator();
  using NetworkTeller::operator();
  Teller(const Case& state, const Definitions& definitions, const text::Voice& voice, const Event& event, bool shown)
      : PeopleTeller(names_, event),
        NetworkTeller(names_),
        state_(state),
        voice_(voice),
        by_(event.by),
        at_(event.at),
        shown_(shown),
        names_(state, definitions, voice) {}

  std::string operator()(const CaseOpened& e) const {
    if (e.title.empty())  // destroyed
      return text::say(voice_, "history.opened_some_case", "method"_is = names_.method_name(e.method));
    return text::say(voice_, "history.opened_case_method", "title"_is = e.title,
                     "method"_is = names_.method_name(e.method));
  }
  std::string operator()(const BasisSet& e) const {
    return text::say(voice_, "history.changed_privacy_basis_purpose", "privacy"_is = label(e.privacy, voice_),
                     "basis"_is = label(e.basis, voice_), "purpose"_is = left(e.purpose));
  }
  std::string operator()(const QuestionAsked& e) const {
    return text::say(voice_, "history.asked_question", "words"_is = left(e.text));
  }
  std::string operator()(const PlaceAsked& e) const {
    if (e.no_longer) return text::say(voice_, "history.asked_place_agenda_any_more");
    return text::say(voice_, "history.asked_place_agenda_meeting");
  }
  std::string operator()(const ParticipantAdded& e) const {
    std::string roles;
    for (const auto role : e.roles) roles += (roles.empty() ? "" : ", ") + names_.role_then(role, e.team_member, at_);
    if (e.absent) return text::say(voice_, "history.named_apart", "person"_is = who(e.person), "roles"_is = roles);
    return text::say(voice_, "history.brought_table", "person"_is = who(e.person), "roles"_is = roles);
  }
  std::string operator()(const SeatLimited& e) const {
    return text::say(voice_, "history.seat_until", "person"_is = who(e.person), "until"_is = day(e.until, voice_));
  }
  std::string operator()(const MethodChanged& e) const {
    std::string phases;
    for (const auto phase : e.phases) phases += (phases.empty() ? "" : ", ") + label(phase, voice_);
    return text::say(voice_, "history.chose_method", "method"_is = names_.method_name(e.method), "phases"_is = phases) +
           because(e.because);
  }
  std::string operator()(const DefinitionsAdopted& e) const {
    return text::say(voice_, "history.moved_case_latest_version_workflow", "workflow"_is = e.workflow.id,
                     "version"_is = e.workflow.version);
  }
  std::string operator()(const StepEntered& e) const {
    return text::say(voice_, "history.began_step",
                     "step"_is = names_.step_name(e.phase, e.method, e.step, e.about, e.again),
                     "phase"_is = label(e.phase, voice_)) +
           told_on_the_way(e, at_, state_, names_);
  }
  std::string operator()(const BranchChosen& e) const {
    // What was said of its menu in an earlier stay is called the same.
    const auto made = std::ranges::find(state_.branches, e.branch, &TakenBranch::branch);
    const auto name = made == state_.branches.end() ? e.branch : names_.branch_name(*made, e.branch);
    return text::say(voice_, "history.chose_branch", "branch"_is = name);
  }
  std::string operator()(const StepLeft& e) const {
    auto out = e.back ? text::say(voice_, "history.went_back") : text::say(voice_, "history.finished_step");
    const double spent = e.seconds / 60.0;
    if (spent <= kOneSitting) {
      out += text::say(voice_, "history.after", "spent"_is = spent_minutes(spent, voice_));
      if (e.planned_minutes > 0)
        out += text::say(voice_, "history.planned", "planned_minutes"_is = number(e.planned_minutes, voice_));
    }
    return out + because(e.because);
  }
  std::string operator()(const Contributed& e) const {
    if (!shown_) return text::say(voice_, "history.wrote_something_down_stays_hidden");
    const auto found = std::ranges::find(state_.contributions, e.id, &Contribution::id);
    const auto kind =
        found == state_.contributions.end() ? names_.kind_name(std::string_view(), e.kind) : names_.kind_name(*found);
    const auto words = said(e);
    auto out = e.to.empty() ? text::say(voice_, "history.said_2", "kind"_is = kind, "words"_is = words)
               : words.empty()
                   ? text::say(voice_, "history.said_2", "kind"_is = kind, "words"_is = who(e.to))
                   : text::say(voice_, "history.said", "kind"_is = kind, "to"_is = who(e.to), "words"_is = words);
    if (e.answer && *e.answer != Answer::none)
      out += text::say(voice_, "history.answer_2", "answer"_is = label(*e.answer, voice_));
    if (found != state_.contributions.end()) out += names_.typed_mark(*found);
    if (e.moves) {
      const auto said = std::ranges::find(state_.contributions, e.re, &Contribution::id);
      const auto whom = !e.to.empty() || said == state_.contributions.end() ? e.to : said->by;
      if (!whom.empty())
        out +=
            text::say(voice_, "history.has_role_now", "person"_is = who(whom), "role"_is = names_.role(*e.moves, true));
    }
    return out;
  }
  std::string operator()(const Recorded& e) const {
    if (!shown_) return text::say(voice_, "history.wrote_something_down_stays_hidden");
    const auto found = std::ranges::find(state_.contributions, e.id, &Contribution::id);
    // As it was recorded then: what was put right since is told where that was done.
    auto then = found == state_.contributions.end() ? Contribution{} : *found;
    then.kind = e.type;
    then.values = e.values;
    return text::say(voice_, "history.said_2", "kind"_is = names_.kind_name(then),
                     "words"_is = left(names_.words(then)));
  }
  std::string operator()(const Voted& e) const {
    if (!shown_) return text::say(voice_, "history.voted_unseen");
    return text::say(voice_, "history.voted", "choices"_is = names_.words(e.choices));
  }
  std::string operator()(const TurnPassed&) const { return text::say(voice_, "history.passed_turn"); }
  std::string operator()(const DomainOptedIn& e) const {
    return text::say(voice_, "history.added_life_domain", "domain"_is = left(e.domain)) + because(e.because);
  }
  std::string operator()(const TurnTaken&) const { return text::say(voice_, "history.took_turn"); }
  std::string operator()(const Scored& e) const {
    if (!shown_) return text::say(voice_, "history.scored_unseen");
    return text::say(voice_, "history.gave_score", "scale"_is = label(e.scale, voice_), "value"_is = e.value) +
           (e.domain.empty() ? "" : " (" + e.domain + ")") + (e.evidence.empty() ? "" : ". " + e.evidence);
  }
  // R15: the line lies with the team, and its theme would be a trace to it.
  std::string operator()(const LearningCounted&) const { return text::say(voice_, "history.noted_learning_line_team"); }
  std::string operator()(const SignalCounted&) const { return text::say(voice_, "history.noted_signal_area_team"); }
  std::string operator()(const GoalSet& e) const {
    return text::say(voice_, "history.set_goal", "words"_is = left(e.text));
  }
  std::string operator()(const GoalScored& e) const {
    const auto point = e.value.value_or(0) > 0 ? fmt::format("+{}", *e.value) : std::to_string(e.value.value_or(0));
    auto out = e.value && e.resident ? text::say(voice_, "history.noted_point_resident_gives", "goal"_is = goal(e.goal),
                                                 "point"_is = point)
               : e.value ? text::say(voice_, "history.gave_goal_point", "goal"_is = goal(e.goal), "point"_is = point)
                         : text::say(voice_, "history.reported_goal", "goal"_is = goal(e.goal));
    if (e.state) out += fmt::format("{} {}", e.value ? "," : ":", label(*e.state, voice_));
    return out + (e.evidence.empty() ? "" : ". " + e.evidence);
  }
  std::string operator()(const ActionAdded& e) const {
    auto out = text::say(voice_, "history.agreed", "what"_is = left(e.what));
    if (!e.who.empty()) out += text::say(voice_, "history.who", "who"_is = who(e.who));
    if (e.by_when) out += text::say(voice_, "history.by", "by_when"_is = due_in_full(e, voice_));
    if (!e.checks.empty()) out += text::say(voice_, "history.checks", "checks"_is = who(e.checks));
    return out;
  }
  std::string operator()(const ActionFinished& e) const {
    return text::say(voice_, "history.reported_action", "action"_is = action(e.action),
                     "state"_is = label(e.state, voice_)) +
           (e.note.empty() ? "" : ". " + e.note);
  }
  std::string operator()(const ActionMoved& e) const {
    return text::say(voice_, "history.moved_action", "action"_is = action(e.action),
                     "by_when"_is = text::day_in_full(e.by_when, voice_)) +
           because(e.because);
  }
  std::string operator()(const GoalChanged& e) const {
    return text::say(voice_, "history.changed_goal", "words"_is = left(e.text));
  }
  std::string operator()(const ActionChanged& e) const {
    auto out = text::say(voice_, "history.changed_action", "what"_is = left(e.what));
    if (!e.who.empty()) out += text::say(voice_, "history.who", "who"_is = who(e.who));
    if (e.rung) out += text::say(voice_, "history.rung", "rung"_is = label(*e.rung, voice_));
    return out;
  }
  std::string operator()(const PlanAgreed& e) const {
    auto out = e.line.empty() ? text::say(voice_, "history.recorded_resident_agrees_plan")
                              : text::say(voice_, "history.recorded_resident_agrees",
                                          "g"_is = e.line.starts_with('g') ? goal(e.line) : action(e.line));
    out += text::say(voice_, "history.on", "on"_is = day(e.on, voice_));
    return out + (e.note.empty() ? "" : ". " + e.note);
  }
  std::string operator()(const DecisionRaised& e) const {
    return (e.heavy ? text::say(voice_, "history.raised_heavy_decision", "question"_is = left(e.question))
                    : text::say(voice_, "history.raised_decision", "question"_is = left(e.question)));
  }
  std::string operator()(const OpinionGiven& e) const {
    const auto found = std::ranges::find(state_.decisions, e.decision, [](const Decision& d) { return d.raised.id; });
    if (found == state_.decisions.end() || !found->taken)
      return text::say(voice_, "history.gave_first_opinion_stays_hidden");
    return text::say(voice_, "history.gave_first_opinion", "stance"_is = label(e.stance, voice_)) +
           (e.text.empty() ? "" : ", " + e.text);
  }
  std::string operator()(const DecisionTaken& e) const {
    auto out = text::say(voice_, "history.recorded_decision", "outcome"_is = left(e.outcome)) + because(e.because);
    if (!e.dissent.empty()) out += text::say(voice_, "history.other_views", "dissent"_is = e.dissent.size());
    return out;
  }
  std::string operator()(const PlanPresented&) const { return text::say(voice_, "history.recorded_plan_circle"); }
  std::string operator()(const PlanAnswered& e) const {
    if (e.accepted)
      return text::say(voice_, "history.accepted_plan_circle") + (e.because.empty() ? "" : ": " + e.because);
    return text::say(voice_, "history.did_accept_plan_circle", "ground"_is = label(e.ground, voice_)) +
           (e.because.empty() ? "" : ": " + e.because);
  }
  std::string operator()(const ReviewSet& e) const {
    return text::say(voice_, "history.chose_day_look_back", "on"_is = text::day_in_full(e.on, voice_));
  }
  std::string operator()(const ResidentTold& e) const {
    auto out = e.who.empty() || e.who == by_
                   ? text::say(voice_, "history.reported_back_resident", "what"_is = left(e.what))
                   : text::say(voice_, "history.recorded_what_reported_back_resident", "who"_is = who(e.who),
                               "what"_is = left(e.what));
    out += text::say(voice_, "history.on", "on"_is = day(e.on, voice_));
    return out;
  }
  std::string operator()(const Evaluated& e) const {
    return text::say(voice_, "history.looked_back_what_better", "better"_is = left(e.better));
  }
  std::string operator()(const ConcernRaised& e) const {
    return text::say(voice_, "history.raised_safety_concern", "words"_is = left(e.text));
  }
  std::string operator()(const AcuteRaised& e) const {
    return text::say(voice_, "history.reported_acute_danger", "words"_is = left(e.text));
  }
  std::string operator()(const AcuteHandled& e) const {
    return text::say(voice_, "history.recorded_what_done_about_acute", "words"_is = left(e.text));
  }
  std::string operator()(const SafetyCleared& e) const {
    return text::say(voice_, "history.closed_safety_concern") + because(e.because);
  }
  std::string operator()(const RoundStarted& e) const {
    return text::say(voice_, "history.began_new_round", "phase"_is = label(e.phase, voice_)) + because(e.because);
  }
  std::string operator()(const CasePaused& e) const {
    return text::say(voice_, "history.paused_case") +
           (e.until ? text::say(voice_, "history.until", "until"_is = text::day_in_full(*e.until, voice_)) : "") +
           because(e.because);
  }
  std::string operator()(const CaseResumed&) const { return text::say(voice_, "history.resumed_case"); }
  std::string operator()(const CaseClosed& e) const {
    return text::say(voice_, "history.closed_case") + because(e.because);
  }
  std::string operator()(const CaseReopened& e) const {
    return text::say(voice_, "history.reopened_case", "phase"_is = label(e.phase, voice_)) + because(e.because);
  }
  std::string operator()(const PersonErased& e) const {
    return text::say(voice_, "history.erased_details_one_person", "person"_is = e.person) + with(e.with) +
           because(e.because);
  }
  std::string operator()(const CaseErased& e) const {
    return text::say(voice_, "history.erased_whole_case") + with(e.with) + because(e.because);
  }
  std::string operator()(const Corrected& e) const {
    const auto ref = names_.ref(e.ref);
    if (!shown_) return text::msg("mending.told_corrected_hidden", "ref"_is = ref).in(voice_) + because(e.because);
    if (says_nothing_now(e))
      return (e.again ? text::msg("mending.told_said_again_bare", "ref"_is = ref)
                      : text::msg("mending.told_corrected_hidden", "ref"_is = ref))
                 .in(voice_) +
             because(e.because);
    std::vector<text::Message> now;
    for (const auto& one : e.now) now.push_back(reads_now(e.ref, one, e.now.size() == 1 && e.whose.empty()));
    if (!e.whose.empty()) now.push_back(text::msg("mending.field_whose", "who"_is = who(e.whose)));
    return (e.again ? text::msg("mending.told_said_again", "ref"_is = ref, "now"_is = text::Value(std::move(now)))
                    : text::msg("mending.told_corrected", "ref"_is = ref, "now"_is = text::Value(std::move(now))))
               .in(voice_) +
           because(e.because);
  }
  std::string operator()(const Withdrawn& e) const {
    return text::msg("mending.told_withdrawn", "ref"_is = names_.ref(e.ref)).in(voice_) + because(e.because);
  }
  std::string operator()(const Restored& e) const {
    return text::msg("mending.told_restored", "ref"_is = names_.ref(e.ref)).in(voice_) + because(e.because);
  }
  std::string operator()(const TextDestroyed& e) const {
    const auto ground = text::label(e.ground);
    return (e.earlier ? text::msg("mending.told_destroyed_earlier", "ref"_is = names_.ref(e.ref), "ground"_is = ground)
                      : text::msg("mending.told_destroyed", "ref"_is = names_.ref(e.ref), "ground"_is = ground))
        .in(voice_);
  }
  std::string operator()(const PersonNamed& e) const {
    return (e.again ? text::msg("mending.told_named_again", "person"_is = who(e.person))
                    : text::msg("mending.told_named", "person"_is = who(e.person)))
               .in(voice_) +
           because(e.because);
  }
  std::string operator()(const FileAttached& e) const {
    if (e.what.empty()) return text::msg("attach.told_gone", "kind"_is = text::label(e.kind)).in(voice_);
    return text::msg("attach.told", "what"_is = e.what, "file"_is = e.name, "kind"_is = text::label(e.kind),
                     "size"_is = text::msg("attach.kilobytes", "number"_is = (e.size + 999) / 1000))
        .in(voice_);
  }
  std::string operator()(const BroughtOver& e) const {
    return text::msg("mending.told_brought", "kind"_is = names_.kind_name(std::string_view(), e.kind),
                     "who"_is = who(e.whose), "said"_is = left(e.text))
        .in(voice_);
  }

 private:
  /// "doel: g1"; the words alone when they are all that changed.
  text::Message reads_now(std::string_view ref, const FieldNow& one, bool alone) const {
    if (const auto own = names_.reads_now(ref, one))
      return text::msg("mending.field", "field"_is = own->name,
                       "to"_is = own->value.empty() ? msg("mending.field_empty") : Message::verbatim(own->value));
    if (alone && is_words(one)) return text::Message::verbatim(one.to);
    const auto field = from_key<EventField>(one.field);
    const auto called = field ? text::label(*field) : text::Message::verbatim(one.field);
    // What a field held can be taken out; of words that always stand there only what is gone leaves nothing.
    if (one.to.empty())
      return text::msg("mending.field", "field"_is = called,
                       "to"_is = is_words(one) ? Message::verbatim(left(one.to)) : msg("mending.field_empty"));
    const auto now = is_person_field(one.field) ? who(one.to)
                     : one.field == "kind"      ? names_.kind_name(std::string_view(), one.to)
                                                : one.to;
    return text::msg("mending.field", "field"_is = called, "to"_is = now);
  }
  static bool is_words(const FieldNow& one) {
    return one.field == "text" || one.field == "what" || one.field == "title" || one.field == "question";
  }
  /// Of what was destroyed no words are left, and a colon would promise them. A day or a goal that was taken away is
  /// named: that is no word that went.
  static bool says_nothing_now(const Corrected& e) {
    if (!e.whose.empty() || !std::ranges::all_of(e.now, [](const FieldNow& one) { return one.to.empty(); }))
      return false;
    return e.now.empty() || std::ranges::any_of(e.now, is_words);
  }
  static bool is_person_field(std::string_view field) {
    return field == "to" || field == "who" || field == "checks" || field == "from" || field == "parent" ||
           field == "child" || field == "one" || field == "other";
  }
  std::string with(const std::string& second) const {
    return second.empty() ? "" : text::say(voice_, "history.with", "second"_is = second);
  }
  /// The words; of a choice that needed none what it names among what was said, and nothing when it names a person.
  std::string said(const Contributed& e) const {
    const auto is_gone = [&](const Mending& one) { return one.ref == e.id && one.ground; };
    const auto* speaker = state_.entry(by_);
    const bool none_left = std::ranges::any_of(state_.mendings, is_gone) || (speaker != nullptr && speaker->erased);
    if (!e.text.empty() || (e.re.empty() && e.to.empty()) || none_left) return left(e.text);
    if (e.re.empty()) return {};
    const auto what = names_.about(e.re);
    return what.empty() ? e.re : fmt::format("{} ({})", e.re, what);
  }
  /// Of what was destroyed the sentence stays whole.
  std::string left(const std::string& words) const { return names_.or_gone(words); }
  std::string goal(std::string_view id) const {
    for (const auto& goal : state_.goals)
      if (goal.set.id == id) return left(goal.set.text);
    return std::string(id);
  }
  std::string action(std::string_view id) const {
    for (const auto& action : state_.actions)
      if (action.plan.id == id) return left(action.plan.what);
    return std::string(id);
  }

  const Case& state_;
  text::Voice voice_;
  std::string_view by_;
  Time at_;
  bool shown_;  ///< the words of the event may be seen
  Naming names_;
};

}  // namespace

std::string event_in_words(const Event& event, const Case& state, const Definitions& definitions,
                           const text::Voice& voice, bool shown) {
  const bool unnamed = is_unnamed(state, event);
  if (unnamed)
    if (const auto words = nameless_words(event.body)) return words->in(voice);
  return page::one_line(std::visit(Teller(state, definitions, voice, event, shown && !unnamed), event.body));
}

std::string event_in_words(const Event& event, const Case& state, const Definitions& definitions,
                           const text::Voice& voice) {
  return event_in_words(event, state, definitions, voice, is_shown(state, event));
}

}  // namespace casus::report
