// SPDX-License-Identifier: EUPL-1.2
#include "core/report/history_text.hpp"

#include "core/model/event_field.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/history_people.hpp"
#include "core/report/naming.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

using namespace text::literals;

namespace {

/// Each event type has its own sentence; a new type without one does not compile.
class Teller : public PeopleTeller {
 public:
  using PeopleTeller::operator();
  Teller(const Case& state, const Definitions& definitions, Lang lang, std::string_view by)
      : PeopleTeller(names_), state_(state), lang_(lang), by_(by), names_(state, definitions, lang) {}

  std::string operator()(const CaseOpened& e) const {
    return say("opende de casus \"{}\" met de methode {}", "opened the case \"{}\" with the method {}", e.title,
               names_.method_name(e.method));
  }
  std::string operator()(const BasisSet& e) const {
    return say("veranderde privacy en grondslag: {}, {}; doel: {}", "changed privacy and basis: {}, {}; purpose: {}",
               label(e.privacy, lang_), label(e.basis, lang_), e.purpose);
  }
  std::string operator()(const QuestionAsked& e) const {
    return say("stelde de vraag: {}", "asked the question: {}", e.text);
  }
  std::string operator()(const PlaceAsked& e) const {
    if (e.no_longer) return say("vroeg geen plek meer op de agenda", "asked for no place on the agenda any more");
    return say("vroeg een plek op de agenda van het overleg", "asked for a place on the agenda of the meeting");
  }
  std::string operator()(const ParticipantAdded& e) const {
    std::string roles;
    for (const auto role : e.roles) roles += (roles.empty() ? "" : ", ") + std::string(label(role, lang_));
    return say("zette {} aan tafel: {}", "brought {} to the table: {}", who(e.person), roles);
  }
  std::string operator()(const ParticipantLeft& e) const {
    return say("haalde {} van de tafel; wat gezegd is, blijft", "took {} off the table; what was said stays",
               who(e.person));
  }
  std::string operator()(const MethodChanged& e) const {
    std::string phases;
    for (const auto phase : e.phases) phases += (phases.empty() ? "" : ", ") + std::string(label(phase, lang_));
    return say("koos de methode {} voor {}", "chose the method {} for {}", names_.method_name(e.method), phases) +
           because(e.because);
  }
  std::string operator()(const DefinitionsAdopted& e) const {
    return say("zette de casus over op de nieuwste versie van werkwijze ({} {}) en methodes",
               "moved the case to the latest version of its workflow ({} {}) and methods", e.workflow.id,
               e.workflow.version);
  }
  std::string operator()(const StepEntered& e) const {
    return say("begon met de stap {} ({})", "began the step {} ({})", names_.step_name(e.phase, e.method, e.step),
               label(e.phase, lang_));
  }
  std::string operator()(const StepLeft& e) const {
    auto out = e.back ? say("ging terug", "went back") : say("rondde de stap af", "finished the step");
    const double spent = e.seconds / 60.0;
    if (spent <= kOneSitting) {
      out += say(" na {}", " after {}", minutes(spent, lang_));
      if (e.planned_minutes > 0) out += say(" (gepland {})", " (planned {})", number(e.planned_minutes, lang_));
    }
    return out + because(e.because);
  }
  std::string operator()(const Contributed& e) const {
    const auto found = std::ranges::find(state_.contributions, e.id, &Contribution::id);
    const bool shown = found == state_.contributions.end() ? !e.hidden : is_shown(state_, *found);
    if (!shown)
      return say("schreef iets op; het blijft verborgen tot de stap klaar is",
                 "wrote something down; it stays hidden until the step is over");
    const auto kind =
        found == state_.contributions.end() ? names_.kind_name(std::string_view(), e.kind) : names_.kind_name(*found);
    auto out = e.to.empty() ? say("zei ({}): {}", "said ({}): {}", kind, e.text)
                            : say("zei ({}, aan {}): {}", "said ({}, to {}): {}", kind, who(e.to), e.text);
    if (e.answer && *e.answer != Answer::none) out += say(" (antwoord: {})", " (answer: {})", label(*e.answer, lang_));
    return out;
  }
  std::string operator()(const TurnPassed&) const { return say("liet een beurt voorbijgaan", "passed a turn"); }
  std::string operator()(const DomainOptedIn& e) const {
    return say("koos het leefgebied {} erbij", "added the life domain {}", e.domain) + because(e.because);
  }
  std::string operator()(const Scored& e) const {
    return say("gaf een cijfer ({}): {}", "gave a score ({}): {}", label(e.scale, lang_), e.value) +
           (e.domain.empty() ? "" : " (" + e.domain + ")") + (e.evidence.empty() ? "" : ". " + e.evidence);
  }
  // R15: the line lies with the team, and its theme would be a trace to it.
  std::string operator()(const LearningCounted&) const {
    return say("noteerde een leerlijn bij het team", "noted a learning line with the team");
  }
  std::string operator()(const SignalCounted&) const {
    return say("noteerde een signaal voor de wijk bij het team", "noted a signal for the area with the team");
  }
  std::string operator()(const GoalSet& e) const { return say("stelde een doel: {}", "set a goal: {}", e.text); }
  std::string operator()(const GoalScored& e) const {
    const auto point = e.value.value_or(0) > 0 ? fmt::format("+{}", *e.value) : std::to_string(e.value.value_or(0));
    auto out = e.value && e.resident ? say("noteerde het punt dat de inwoner zelf geeft aan \"{}\": {}",
                                           "noted the point that the resident gives to \"{}\": {}", goal(e.goal), point)
               : e.value ? say("gaf doel \"{}\" het punt {}", "gave the goal \"{}\" the point {}", goal(e.goal), point)
                         : say("meldde van doel \"{}\"", "reported on the goal \"{}\"", goal(e.goal));
    if (e.state) out += fmt::format("{} {}", e.value ? "," : ":", label(*e.state, lang_));
    return out + (e.evidence.empty() ? "" : ". " + e.evidence);
  }
  std::string operator()(const ActionAdded& e) const {
    auto out = say("sprak af: {}", "agreed: {}", e.what);
    if (!e.who.empty()) out += say("; wie: {}", "; who: {}", who(e.who));
    if (e.by_when) out += say("; voor {}", "; by {}", due(e, lang_));
    if (!e.checks.empty()) out += say("; {} kijkt het na", "; {} checks", who(e.checks));
    return out;
  }
  std::string operator()(const ActionFinished& e) const {
    return say("meldde van de actie \"{}\": {}", "reported on the action \"{}\": {}", action(e.action),
               label(e.state, lang_)) +
           (e.note.empty() ? "" : ". " + e.note);
  }
  std::string operator()(const ActionMoved& e) const {
    return say("verzette de actie \"{}\" naar {}", "moved the action \"{}\" to {}", action(e.action),
               day(e.by_when, lang_)) +
           because(e.because);
  }
  std::string operator()(const GoalChanged& e) const {
    return say("paste een doel aan: {}", "changed a goal: {}", e.text);
  }
  std::string operator()(const ActionChanged& e) const {
    auto out = say("paste een actie aan: {}", "changed an action: {}", e.what);
    if (!e.who.empty()) out += say("; wie: {}", "; who: {}", who(e.who));
    if (e.rung) out += say("; trede: {}", "; rung: {}", label(*e.rung, lang_));
    return out;
  }
  std::string operator()(const PlanAgreed& e) const {
    auto out =
        e.line.empty()
            ? say("legde vast dat de inwoner het eens is met het plan", "recorded that the resident agrees to the plan")
            : say("legde vast dat de inwoner het eens is met: {}", "recorded that the resident agrees to: {}",
                  e.line.starts_with('g') ? goal(e.line) : action(e.line));
    out += say(" (op {})", " (on {})", day(e.on, lang_));
    return out + (e.note.empty() ? "" : ". " + e.note);
  }
  std::string operator()(const DecisionRaised& e) const {
    return (e.heavy ? say("legde een zwaar besluit voor: {}", "raised a heavy decision: {}", e.question)
                    : say("legde een besluit voor: {}", "raised a decision: {}", e.question));
  }
  std::string operator()(const OpinionGiven& e) const {
    const auto found = std::ranges::find(state_.decisions, e.decision, [](const Decision& d) { return d.raised.id; });
    if (found == state_.decisions.end() || !found->taken)
      return say("gaf een eerste mening; die blijft verborgen tot het besluit",
                 "gave a first opinion; it stays hidden until the decision");
    return say("gaf een eerste mening: {}", "gave a first opinion: {}", label(e.stance, lang_)) +
           (e.text.empty() ? "" : ", " + e.text);
  }
  std::string operator()(const DecisionTaken& e) const {
    auto out = say("legde het besluit vast: {}", "recorded the decision: {}", e.outcome) + because(e.because);
    if (e.dissent.size() == 1) out += say("; één andere mening", "; one other view");
    else if (!e.dissent.empty()) out += say("; {} andere meningen", "; {} other views", e.dissent.size());
    return out;
  }
  std::string operator()(const PlanPresented&) const {
    return say("legde het plan van de kring vast", "recorded the plan of the circle");
  }
  std::string operator()(const PlanAnswered& e) const {
    if (e.accepted)
      return say("nam het plan van de kring aan", "accepted the plan of the circle") +
             (e.because.empty() ? "" : ": " + e.because);
    return say("nam het plan van de kring niet aan, om {}", "did not accept the plan of the circle, for {}",
               label(e.ground, lang_)) +
           (e.because.empty() ? "" : ": " + e.because);
  }
  std::string operator()(const ReviewSet& e) const {
    return say("koos de dag om terug te kijken: {}", "chose the day to look back: {}", day(e.on, lang_));
  }
  std::string operator()(const ResidentTold& e) const {
    auto out = e.who.empty() || e.who == by_
                   ? say("koppelde terug aan de inwoner: {}", "reported back to the resident: {}", e.what)
                   : say("legde vast wat {} terugkoppelde aan de inwoner: {}",
                         "recorded what {} reported back to the resident: {}", who(e.who), e.what);
    out += say(" (op {})", " (on {})", day(e.on, lang_));
    return out;
  }
  std::string operator()(const Evaluated& e) const {
    return say("keek terug. Wat gaat er beter: {}", "looked back. What is better: {}", e.better);
  }
  std::string operator()(const NetworkPersonAdded& e) const {
    return say("zette {} op de netwerkkaart ({}, {})", "put {} on the network map ({}, {})", who(e.person),
               label(e.shell, lang_), label(e.quadrant, lang_));
  }
  std::string operator()(const PersonAsked& e) const {
    auto out = e.in_person ? say("sprak {} zelf", "spoke to {} in person", who(e.person))
                           : say("vroeg {}", "asked {}", who(e.person));
    if (e.on) out += say(" (op {})", " (on {})", day(*e.on, lang_));
    out += e.answer == Answer::none ? say("; nog geen antwoord", "; no answer yet")
                                    : say("; antwoord: {}", "; answer: {}", label(e.answer, lang_));
    return out + (e.note.empty() ? "" : ". " + e.note);
  }
  std::string operator()(const TieAdded& e) const {
    return say("tekende een band tussen {} en {} ({}{})", "drew a tie between {} and {} ({}{})", who(e.from), who(e.to),
               label(e.strength, lang_), e.tension ? pick(lang_, ", met spanning", ", with tension") : "");
  }
  std::string operator()(const NamedForNetwork& e) const {
    return say("zette {} op de groslijst", "put {} on the raw list", who(e.person));
  }
  std::string operator()(const NetworkLeft& e) const {
    return say("haalde {} van de netwerkkaart", "took {} off the network map", who(e.person)) + because(e.because);
  }
  std::string operator()(const TieEnded& e) const {
    return say("haalde de band tussen {} en {} weg", "took away the tie between {} and {}", who(e.from), who(e.to)) +
           because(e.because);
  }
  std::string operator()(const FamilyMemberPlaced& e) const {
    return say("zette {} in het genogram ({}, {})", "put {} in the genogram ({}, {})", who(e.person),
               label(e.symbol, lang_), label(e.state, lang_));
  }
  std::string operator()(const ParentLinked& e) const {
    return say("tekende in het genogram: {} is ouder van {} ({})", "drew in the genogram: {} is a parent of {} ({})",
               who(e.parent), who(e.child), label(e.how, lang_));
  }
  std::string operator()(const PartnersLinked& e) const {
    return say("tekende in het genogram: {} en {} zijn partners ({})",
               "drew in the genogram: {} and {} are partners ({})", who(e.one), who(e.other), label(e.bond, lang_));
  }
  std::string operator()(const FamilyCut& e) const {
    if (e.other.empty()) return say("haalde {} uit het genogram", "took {} out of the genogram", who(e.one));
    return say("haalde de lijn tussen {} en {} uit het genogram", "took the line between {} and {} out of the genogram",
               who(e.one), who(e.other));
  }
  std::string operator()(const ConcernRaised& e) const {
    return say("meldde een zorg over de veiligheid: {}", "raised a safety concern: {}", e.text);
  }
  std::string operator()(const AcuteRaised& e) const {
    return say("meldde acuut gevaar: {}", "reported acute danger: {}", e.text);
  }
  std::string operator()(const MeldcodeStepTaken& e) const {
    return say("zette stap {} van de meldcode: {}", "took step {} of the meldcode: {}", e.step, e.text);
  }
  std::string operator()(const AcuteHandled& e) const {
    return say("legde vast wat er aan het acute gevaar gedaan is: {}",
               "recorded what was done about the acute danger: {}", e.text);
  }
  std::string operator()(const SafetyCleared& e) const {
    return say("sloot de zorg over de veiligheid af", "closed the safety concern") + because(e.because);
  }
  std::string operator()(const RoundStarted& e) const {
    return say("begon een nieuwe ronde bij {}", "began a new round at {}", label(e.phase, lang_)) + because(e.because);
  }
  std::string operator()(const CasePaused& e) const {
    return say("zette de casus op pauze", "paused the case") +
           (e.until ? say(" tot {}", " until {}", day(*e.until, lang_)) : "") + because(e.because);
  }
  std::string operator()(const CaseResumed&) const { return say("ging verder met de casus", "resumed the case"); }
  std::string operator()(const CaseClosed& e) const {
    return say("sloot de casus af", "closed the case") + because(e.because);
  }
  std::string operator()(const CaseReopened& e) const {
    return say("opende de casus opnieuw bij {}", "reopened the case at {}", label(e.phase, lang_)) + because(e.because);
  }
  std::string operator()(const PersonErased& e) const {
    return say("wiste de gegevens van één persoon ({})", "erased the details of one person ({})", e.person) +
           with(e.with) + because(e.because);
  }
  std::string operator()(const CaseErased& e) const {
    return say("wiste de hele casus", "erased the whole case") + with(e.with) + because(e.because);
  }
  std::string operator()(const Corrected& e) const {
    const auto ref = names_.ref(e.ref);
    if (is_hidden(e.ref))
      return text::msg("mending.told_corrected_hidden", "ref"_is = ref).in(lang_) + because(e.because);
    std::vector<text::Message> now;
    for (const auto& one : e.now) now.push_back(reads_now(one, e.now.size() == 1 && e.whose.empty()));
    if (!e.whose.empty()) now.push_back(text::msg("mending.field_whose", "who"_is = who(e.whose)));
    return (e.again ? text::msg("mending.told_said_again", "ref"_is = ref, "now"_is = text::Value(std::move(now)))
                    : text::msg("mending.told_corrected", "ref"_is = ref, "now"_is = text::Value(std::move(now))))
               .in(lang_) +
           because(e.because);
  }
  std::string operator()(const Withdrawn& e) const {
    return text::msg("mending.told_withdrawn", "ref"_is = names_.ref(e.ref)).in(lang_) + because(e.because);
  }
  std::string operator()(const TextDestroyed& e) const {
    const auto ground = text::label(e.ground);
    return (e.earlier ? text::msg("mending.told_destroyed_earlier", "ref"_is = names_.ref(e.ref), "ground"_is = ground)
                      : text::msg("mending.told_destroyed", "ref"_is = names_.ref(e.ref), "ground"_is = ground))
        .in(lang_);
  }
  std::string operator()(const PersonNamed& e) const {
    return (e.again ? text::msg("mending.told_named_again", "person"_is = who(e.person))
                    : text::msg("mending.told_named", "person"_is = who(e.person)))
               .in(lang_) +
           because(e.because);
  }
  std::string operator()(const FileAttached& e) const {
    if (e.what.empty()) return text::msg("attach.told_gone", "kind"_is = text::label(e.kind)).in(lang_);
    return text::msg("attach.told", "what"_is = e.what, "file"_is = e.name, "kind"_is = text::label(e.kind),
                     "size"_is = text::msg("attach.kilobytes", "number"_is = (e.size + 999) / 1000))
        .in(lang_);
  }
  std::string operator()(const BroughtOver& e) const {
    return text::msg("mending.told_brought", "kind"_is = names_.kind_name(std::string_view(), e.kind),
                     "who"_is = who(e.whose), "said"_is = e.text)
        .in(lang_);
  }

 private:
  template <class... Args>
  std::string say(std::string_view nl, std::string_view en, const Args&... args) const {
    return fmt::format(fmt::runtime(pick(lang_, nl, en)), args...);
  }
  /// "doel: g1"; the words alone when they are all that changed.
  text::Message reads_now(const FieldNow& one, bool alone) const {
    const auto is_words = one.field == "text" || one.field == "what" || one.field == "title" || one.field == "question";
    if (alone && is_words) return text::Message::verbatim(one.to);
    Text called{one.field, one.field};
    for (const auto& name : names_of(EventField{}))
      if (name.key == one.field) called = {std::string(name.nl), std::string(name.en)};
    const bool person = is_person_field(one.field) && !one.to.empty();
    return text::msg("mending.field", "field"_is = called, "to"_is = person ? who(one.to) : one.to);
  }
  static bool is_person_field(std::string_view field) {
    return field == "to" || field == "who" || field == "checks" || field == "from" || field == "parent" ||
           field == "child" || field == "one" || field == "other";
  }
  bool is_hidden(std::string_view ref) const {
    const auto found = std::ranges::find(state_.contributions, ref, &Contribution::id);
    return found != state_.contributions.end() && !is_shown(state_, *found);
  }
  std::string with(const std::string& second) const {
    return second.empty() ? "" : say(", samen met {}", ", with {}", second);
  }
  std::string because(const std::string& reason) const {
    return reason.empty() ? "" : say("; reden: {}", "; reason: {}", reason);
  }
  std::string who(std::string_view id) const { return names_.person(id); }
  std::string goal(std::string_view id) const {
    for (const auto& goal : state_.goals)
      if (goal.set.id == id) return goal.set.text;
    return std::string(id);
  }
  std::string action(std::string_view id) const {
    for (const auto& action : state_.actions)
      if (action.plan.id == id) return action.plan.what;
    return std::string(id);
  }

  const Case& state_;
  Lang lang_;
  std::string_view by_;
  Naming names_;
};

}  // namespace

std::string event_in_words(const Event& event, const Case& state, const Definitions& definitions, Lang lang) {
  return page::one_line(std::visit(Teller(state, definitions, lang, event.by), event.body));
}

namespace {

/// How to refer to what an event says: "b3", or its number.
std::string reference(const Event& event, std::int64_t number) {
  return std::visit(
      [&](const auto& body) {
        if constexpr (requires { body.id; }) return body.id;
        else return std::to_string(number);
      },
      event.body);
}

/// What became of it since.
std::string since(const Case& state, std::int64_t number, Lang lang) {
  for (auto it = state.mendings.rbegin(); it != state.mendings.rend(); ++it) {
    if (std::ranges::find(it->events, number) == it->events.end()) continue;
    if (it->ground) return text::msg("mending.since_destroyed", "ground"_is = text::label(*it->ground)).in(lang);
    return text::msg("mending.since", "how"_is = text::label(it->how)).in(lang);
  }
  return {};
}

}  // namespace

std::string history_text(const Events& events, const Case& state, const Definitions& definitions, Lang lang) {
  const Naming names(state, definitions, lang);
  std::string out;
  std::int64_t number = 0;
  for (const auto& event : events) {
    ++number;
    out += fmt::format("{}  {} {}  [{}]{}\n", to_string(date_of(event.at)), page::one_line(names.who(event)),
                       event_in_words(event, state, definitions, lang), reference(event, number),
                       since(state, number, lang));
  }
  return out;
}

}  // namespace casus::report
