// SPDX-License-Identifier: EUPL-1.2
#include "core/report/case_view.hpp"

#include "core/base/json/json_fields.hpp"
#include "core/method/course.hpp"
#include "core/method/vocabulary.hpp"
#include "core/model/restriction_words.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/case_json.hpp"
#include "core/report/history/nameless_words.hpp"
#include "core/report/meldcode_text.hpp"
#include "core/report/rights_text.hpp"
#include "core/report/step_words.hpp"
#include "core/report/term_words.hpp"
#include "core/text/label.hpp"
#include "core/text/message.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace casus::report {

using nlohmann::json;

namespace {

constexpr std::size_t kShort = 150;

std::string shortened(std::string_view text) { return page::clipped(page::one_line(text), kShort); }

/// Who sits at the table; or who has a seat there, and is away now.
std::string seats(const Case& state, const Naming& names, const text::Voice& voice, bool away) {
  std::string out;
  for (const auto& person : state.people) {
    if (!person.has_seat() || person.away != away) continue;
    std::string roles;
    for (const auto role : person.roles) roles += (roles.empty() ? "" : ", ") + names.role(role, person.team_member);
    if (person.until) roles += ", " + text::say(voice, "case.seat_until", "until"_is = day(*person.until, voice));
    out += fmt::format("{}{} ({})", out.empty() ? "" : "; ", names.person(person.id), roles);
  }
  return out;
}

/// Behind what later commands name it by: " [b13]".
std::string id_behind(std::string_view id) { return id.empty() ? std::string() : fmt::format(" [{}]", id); }

class View {
 public:
  View(const Case& state, const Definitions& definitions, const text::Voice& voice,
       const std::vector<std::string>& course, const std::optional<std::vector<std::string>>& theirs, bool can_begin)
      : state_(state),
        definitions_(definitions),
        voice_(voice),
        names_(state, definitions, voice),
        course_(course),
        theirs_(theirs),
        can_begin_(can_begin) {}

  page::Page page() {
    if (state_.stage.life == Life::erased) {
      page_.title = text::say(voice_, "case.case_has_been_erased_nothing", "case"_is = state_.id);
      return std::move(page_);
    }
    page_.title = fmt::format("{} {}: {}{}", text::say(voice_, "case.case"), state_.id, state_.title,
                              changed_mark(state_, "title", voice_));
    case_properties(state_, definitions_, names_).onto(page_);
    if (state_.restriction() != nullptr)
      page_.notice(voice_.say(restricted_since(state_)) + ' ' + voice_.say(while_restricted(state_)));
    transfers();
    for (const auto& one : state_.taken_in)
      if (!one.given_back)
        page_.notice(text::say(voice_, "merging.in_here", "case"_is = one.taken.case_id,
                               "on"_is = day(date_of(one.at), voice_),
                               "separate"_is = way("case separate", "case"_is = one.taken.case_id)));
    for (const auto& line : names_.missing()) page_.notice(line);
    step();
    round();
    actions();
    requests();
    return std::move(page_);
  }

 private:
  void fact(text::Literal id, std::string_view text) { page_.fact(text::say(voice_, id), text); }

  /// Where it is, and where it came from.
  void transfers() {
    for (const auto& one : state_.came_from)
      page_.notice(text::say(voice_, "transfer.came_from", "team"_is = one.what.team,
                             "on"_is = day(date_of(one.at), voice_), "case"_is = one.what.case_id,
                             "code"_is = one.what.code));
    if (!state_.given_over) return;
    const auto& over = *state_.given_over;
    const auto on = day(date_of(over.at), voice_);
    if (over.confirmed)
      page_.notice(text::say(voice_, "transfer.is_there", "team"_is = over.what.team, "on"_is = on,
                             "code"_is = over.what.code, "confirmed"_is = day(date_of(*over.confirmed), voice_)));
    else
      page_.notice(text::say(
          voice_, "transfer.waits", "team"_is = over.what.team, "on"_is = on, "code"_is = over.what.code,
          "received"_is = way("case received", "case"_is = state_.id, "receipt"_is = text::gap("gap.receipt")),
          "back"_is = way("case call-back", "case"_is = state_.id, "because"_is = text::gap())));
  }

  void step() {
    const auto* visit = state_.here();
    if (visit == nullptr) {
      if (state_.stage.life == Life::intake)
        page_.paragraph(
            can_begin_
                ? text::say(voice_, "case.review_has_begun_yet_go", "next"_is = way("case next", "case"_is = state_.id))
                : text::say(voice_, "case.cannot_begin_yet_see", "why"_is = way("case why", "case"_is = state_.id)));
      return;
    }
    page_.section(fmt::format("{}: {}", text::say(voice_, "case.step"), names_.step_name(*visit))).close = true;
    for (const auto& line : course_) fact("case.now", line);
    const auto* definition = names_.method(visit->method);
    const auto* step = names_.step(*visit);
    if (step == nullptr) {
      if (visit->planned_minutes > 0) fact("case.time", minutes(visit->planned_minutes, voice_));
      return;
    }
    const auto groups = step->parallel ? parallel_in_words(*definition, *step, voice_) + "; " : std::string();
    fact("case.speaks", groups + floor_in_words(*definition, step->floor, voice_, step->parallel.has_value()));
    fact("case.time", minutes_in_words(*step, voice_));
    kinds(*definition, *step);
    if (step->advice_waits()) fact("case.note", text::say(voice_, "case.advice_yet_guise_question_either"));
    if (!step->records.empty())
      fact("case.write_down", step->records.in(voice_) + mark_note(step->records.mark, voice_));
    std::vector<std::string> prompts;
    for (const auto& prompt : step->prompts) prompts.push_back(prompt.in(voice_) + mark_note(prompt.mark, voice_));
    page_.quote(prompts);
    auto before = step->done_when;
    if (method::presenter_moves(*definition, *step)) asks_first(before);
    if (!before.empty()) page_.paragraph(text::say(voice_, "case.before_go"));
    for (auto& requirement : before) {
      requirement.rule.clear();  // the number of a rule is for programs and refusals
      page_.bullet(requirement_in_words(requirement, voice_));
    }
  }

  /// What fits here, of whoever reads it apart from what only others can say.
  void kinds(const method::Definition& definition, const method::Step& step) {
    auto others = step.kinds_that_fit();
    auto own = theirs_.value_or(others);
    std::erase_if(others, [&](const std::string& kind) { return std::ranges::find(own, kind) != own.end(); });
    fact("case.fits_here", kinds_in_words(definition, own, voice_));
    fact("case.fits_others", kinds_in_words(definition, others, voice_));
  }

  /// R1: who presents now has a question of their own, and it was not asked yet.
  void asks_first(std::vector<method::Requirement>& before) const {
    using method::Level;
    if (state_.hoped_for.empty())
      before.insert(
          before.begin(),
          method::Requirement{"hoped-for", Level::soft, "R1", msg("requirement.hoped_for").in_both(), {}, {}});
    if (state_.question.empty())
      before.insert(before.begin(),
                    method::Requirement{"question", Level::hard, "R1", msg("requirement.question").in_both(), {}, {}});
  }

  bool in_round(const Made& made) const {
    const auto visit = static_cast<std::size_t>(made.visit);
    return made.visit < 0 ? state_.round == 1
                          : visit < state_.visits.size() && state_.visits[visit].round == state_.round;
  }

  /// What was recorded in this round, in short; the dossier has it whole.
  void round() {
    page::Page recorded;
    recorded.section(fmt::format("{} {}", text::say(voice_, "case.recorded_round"), state_.round)).close = true;
    std::size_t hidden = 0;
    struct Said {
      int visit;
      std::string line;
      std::vector<Naming::Filled> fields{};  // of a record: what was filled in beside its text
    };
    std::multimap<std::int64_t, Said> said;  // by event
    for (const auto& one : state_.contributions) {
      if (!in_round(one)) continue;
      hidden += is_shown(state_, one) ? 0 : 1;
      if (!is_shown(state_, one)) continue;
      said.emplace(
          names_.place_of(one),
          Said{one.visit,
               fmt::format("{}, {}{}{}{}{}{}", names_.said_by(one), names_.kind_name(one), one.text.empty() ? "" : ": ",
                           shortened(one.text), changed_mark(state_, one.id, one, voice_), names_.typed_mark(one),
                           id_behind(one.id)),
               names_.beside_text(one)});
    }
    for (const auto& one : state_.taken_back)
      if (!one.kind.empty() && one.kind != method::kUnplacedKind && in_round(one))
        said.emplace(names_.place_of(one), Said{one.visit, names_.taken_back(one)});
    for (const auto& one : changed_without_name(state_))
      if (in_round(one))
        said.emplace(names_.place_of(one), Said{one.visit, text::say(voice_, "case.changed_without_name")});
    int last = -2;
    for (const auto& [event, one] : said) {
      if (one.visit != last && one.visit >= 0)
        recorded.paragraph(names_.step_name(state_.visits[static_cast<std::size_t>(one.visit)]));
      last = one.visit;
      recorded.bullet(one.line);
      for (const auto& field : one.fields) recorded.detail(fmt::format("{}: {}", field.name, shortened(field.value)));
    }
    for (const auto& one : state_.scores)
      if (in_round(one) && is_shown(state_, one))
        recorded.bullet(fmt::format("{}, {}: {}. {}{}{}", names_.said_by(one), label(one.given.scale, voice_),
                                    one.given.value, shortened(one.given.evidence),
                                    changed_mark(state_, one.given.id, one, voice_), id_behind(one.given.id)));
    for (const auto& one : state_.goals)
      if (in_round(one))
        recorded.bullet(fmt::format("{} ({}): {}{}{}", text::say(voice_, "case.goal"), label(one.state, voice_),
                                    shortened(one.set.text), changed_mark(state_, one.set.id, one, voice_),
                                    id_behind(one.set.id)));
    for (const auto& one : state_.decisions)
      if (in_round(one))
        recorded.bullet(fmt::format("{}: {} {}{}{}", text::say(voice_, "case.decision"), one.raised.question,
                                    one.taken ? one.taken->outcome : text::say(voice_, "case.taken_yet"),
                                    changed_mark(state_, one.raised.id, one, voice_), id_behind(one.raised.id)));
    for (const auto& one : state_.taken_back)
      if (one.kind.empty() && in_round(one)) recorded.bullet(names_.taken_back(one));
    if (hidden > 0) recorded.bullet(text::say(voice_, "case.hidden_until_over", "hidden"_is = hidden));
    if (!recorded.sections.front().blocks.empty()) page_.append(std::move(recorded));
  }

  void actions() {
    std::vector<const Action*> open;
    for (const auto& action : state_.actions)
      if (action.state == Done::open) open.push_back(&action);
    if (open.empty()) return;
    // An action without a day comes last.
    std::ranges::stable_sort(open, [](const Action* a, const Action* b) {
      return a->plan.by_when && (!b->plan.by_when || *a->plan.by_when < *b->plan.by_when);
    });
    std::vector<page::Row> rows;
    for (const auto* action : open)
      rows.push_back({action->plan.id,
                      what_to_do(action->plan, voice_) + changed_mark(state_, action->plan.id, *action, voice_),
                      action->plan.who.empty() ? "" : names_.person(action->plan.who), due(action->plan, voice_),
                      action->plan.checks.empty() ? "" : names_.person(action->plan.checks)});
    page_.section(text::say(voice_, "case.open_actions"));
    page_.table({text::say(voice_, "plan.no"), text::say(voice_, "plan.what"), text::say(voice_, "plan.who"),
                 text::say(voice_, "plan.by"), text::say(voice_, "plan.checks")},
                rows);
  }

  void requests() {
    if (state_.requests.empty()) return;
    page_.section(text::msg("rights.heading").in(voice_));
    page_.bullets(requests_in_words(state_, voice_));
  }

  const Case& state_;
  const Definitions& definitions_;
  text::Voice voice_;
  Naming names_;
  const std::vector<std::string>& course_;
  const std::optional<std::vector<std::string>>& theirs_;
  bool can_begin_;
  page::Page page_;
};

json methods_json(const Case& state, const Definitions& definitions) {
  auto methods = json::object();
  for (const auto phase : kAllPhases) {
    const auto& pin = state.method(phase);
    auto one = fields::write(pin);
    const auto* definition = definitions.method(pin);
    one["name"] = definition == nullptr ? json() : text_or_null(definition->name);
    one["status"] = definition == nullptr ? json() : json(key(definition->status));
    if (definition != nullptr && definition->leaves_out(phase))
      one["left_out"] = text_or_null(*definition->leaves_out(phase));
    methods[std::string(key(phase))] = std::move(one);
  }
  return methods;
}

json workflow_json(const Case& state, const Naming& names) {
  auto workflow = fields::write(state.workflow);
  const auto* flow = names.workflow();
  workflow["name"] = flow == nullptr ? json() : text_or_null(flow->name);
  return workflow;
}

}  // namespace

page::Properties case_properties(const Case& state, const Definitions& definitions, const Naming& names) {
  const auto& voice = names.voice();
  page::Properties out;
  out.add({{"id", state.id}, {"version", state.version}, {"title", state.title}});
  out.add({{"life", key(state.stage.life)}, {"phase", key(state.stage.phase)}, {"round", state.round}},
          text::say(voice, "case.standing"), names.standing());
  out.add({{"safety", key(state.stage.safety)}, {"meldcode_step", state.stage.meldcode_step}},
          text::say(voice, "case.safety"), names.safety());
  for (const auto& line : meldcode_now(state, names)) out.add({}, text::say(voice, "meldcode.heading"), line);
  out.add({{"question", state.question}}, text::say(voice, "case.question"),
          state.question.empty() ? text::say(voice, "case.question_asked_yet")
                                 : state.question + changed_mark(state, "question", voice));
  out.add({{"hoped_for", state.hoped_for}}, text::say(voice, "case.hopes"), state.hoped_for);
  out.add({{"review_on", fields::write(state.review_on)}}, text::say(voice, "case.look_back"),
          state.review_on ? day(*state.review_on, voice) : text::say(voice, "plan.day_chosen_yet"));
  out.add({{"privacy", key(state.privacy)}, {"basis", state.has_ground() ? json(key(state.basis)) : json()}},
          text::say(voice, "case.privacy"),
          fmt::format("{}; {}", label(state.privacy, voice), ground_in_words(state, voice)));
  for (const auto& more : more_bases_in_words(state, voice)) out.add({}, text::say(voice, "case.also"), more);
  out.add({{"more_bases", more_bases_json(state)}, {"requests", requests_json(state)}});
  for (const auto& line : reported_in_words(state, voice)) out.add({}, text::say(voice, "dossier.reported"), line);
  for (const auto& line : running_in_words(state, names)) out.add({}, text::say(voice, "terms.running"), line);
  for (const auto& line : keeping_in_words(state, names)) out.add({}, text::say(voice, "terms.keeping"), line);
  out.add({{"terms", terms_json(state, names)}});
  out.add({{"basis_text", state.basis_text},
           {"purpose", state.purpose},
           {"neighbourhood", state.neighbourhood},
           {"reported_on", fields::write(state.reported_on)},
           {"opened_at", to_string(state.opened_at)},
           {"changed_at", to_string(state.changed_at)}});
  out.add({{"methods", methods_json(state, definitions)}});
  for (const auto& source : names.sources()) out.add({}, text::say(voice, "case.method"), source);
  out.add({{"workflow", workflow_json(state, names)}, {"mode", key(state.mode)}}, text::say(voice, "case.workflow"),
          fmt::format("{}, {}", names.workflow_name(), label(state.mode, voice)));
  out.add({{"people", people_json(state)}}, text::say(voice, "case.table"), seats(state, names, voice, false));
  if (const auto away = seats(state, names, voice, true); !away.empty())
    out.add({}, text::say(voice, "case.not_there_now"), away);
  return out;
}

page::Page case_page(const Case& state, const Definitions& definitions, const text::Voice& voice,
                     const std::vector<std::string>& course, const std::optional<std::vector<std::string>>& theirs,
                     bool can_begin) {
  return View(state, definitions, voice, course, theirs, can_begin).page();
}

}  // namespace casus::report
