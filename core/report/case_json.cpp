// SPDX-License-Identifier: EUPL-1.2
#include "core/report/case_json.hpp"

#include "core/base/json/json_fields.hpp"
#include "core/report/case_view.hpp"

namespace casus::report {

namespace {

using nlohmann::json;

/// Keys for what a program reads; the texts of people stay as they typed them.
json common(const Made& made) { return {{"visit", made.visit}, {"by", made.by}, {"at", to_string(made.at)}}; }

/// The same of what is said, recorded, scored or voted, and of a turn: by nobody, and at no moment, where names are
/// kept back.
json said_json(const Made& made, const Case& state) {
  return {{"visit", made.visit}, {"by", state.said_by(made)}, {"at", to_string(state.said_at(made))}};
}

json with(json base, const json& more) {
  base.update(more);
  return base;
}

template <class T, class Function>
json listed(const std::vector<T>& items, Function&& function) {
  auto out = json::array();
  for (const auto& item : items) out.push_back(function(item));
  return out;
}

json person_json(const Person& person) {
  json out{{"id", person.id},
           {"name", person.name},
           {"contact", person.contact},
           {"roles", fields::write(person.roles)},
           {"team_member", person.team_member},
           {"caseload", person.caseload},
           {"left", person.left},
           {"absent", person.absent},
           {"erased", person.erased},
           {"on_raw_list", person.listed},
           {"raw_list_relation", person.listed_relation},
           {"network", json()}};
  if (person.away) out["away"] = true;
  if (person.until) out["until"] = to_string(*person.until);
  if (person.network)
    out["network"] = {{"relation", person.network->relation},
                      {"shell", key(person.network->shell)},
                      {"quadrant", key(person.network->quadrant)},
                      {"professional", person.network->professional},
                      {"asked_on", fields::write(person.network->asked_on)},
                      {"spoken_on", fields::write(person.network->spoken_on)},
                      {"answer", key(person.network->answer)},
                      {"note", person.network->note},
                      {"placed_at", to_string(person.network->placed_at)}};
  return out;
}

json visit_json(const Visit& visit, const Naming& names) {
  const auto* step = names.step(visit);
  json out{{"phase", key(visit.phase)},
           {"round", visit.round},
           {"step", visit.step},
           {"step_name", step == nullptr ? json() : text_or_null(step->name)},
           {"method", visit.method},
           {"entered", to_string(visit.entered)},
           {"left", fields::write(visit.left)},
           {"planned_minutes", visit.planned_minutes},
           {"minutes", visit.minutes()},
           {"overrun_minutes", visit.overrun()},
           {"because", visit.because},
           {"explained", visit.explained},
           {"back", visit.back}};
  if (visit.about.empty() && visit.again == 0) return out;
  out["repeat"] = {{"about", visit.about}, {"again", visit.again}};
  return out;
}

/// Each field as it is kept, and beside what was filled in what the field is called and the value in words.
json record_json(const Contribution& record, const Naming& names) {
  auto out = fields::write(record.values);
  for (const auto& one : names.filled(record))
    for (auto& field : out)
      if (field.at("field") == one.field) field.update({{"name", one.name}, {"words", one.value}});
  return out;
}

json contribution_json(const Contribution& contribution, const Case& state, const Naming& names) {
  auto out = with(said_json(contribution, state), {{"id", contribution.id},
                                                   {"kind", contribution.kind},
                                                   {"text", contribution.text},
                                                   {"to", contribution.to},
                                                   {"re", contribution.re},
                                                   {"answer", fields::write(contribution.answer)},
                                                   {"on", fields::write(contribution.on)},
                                                   {"noticed", fields::write(contribution.noticed)}});
  if (state.is_anonymous(contribution)) out["noticed"] = json::array();  // it may name who said it
  if (!contribution.group.empty()) out["group"] = contribution.group;
  if (!contribution.speaker.empty()) out["speaker"] = contribution.speaker;
  if (contribution.typed_visit >= 0)
    out["typed_in"] = state.visits[static_cast<std::size_t>(contribution.typed_visit)].step;
  if (contribution.is_record()) out["record"] = record_json(contribution, names);
  return out;
}

json decision_json(const Decision& decision) {
  auto out = with(common(decision), fields::write(decision.raised));
  out["heavy"] = decision.raised.heavy;
  out["taken"] = decision.taken ? fields::write(*decision.taken) : json();
  out["taken_at"] = decision.taken ? json(to_string(decision.taken_at)) : json();
  return out;
}

void add_talk(json& out, const Case& state, const Naming& names) {
  auto contributions = json::array();
  auto opinions = json::array();
  for (const auto& one : state.contributions)
    if (is_shown(state, one)) contributions.push_back(contribution_json(one, state, names));
  for (const auto& one : state.opinions)
    if (is_shown(state, one)) opinions.push_back(with(common(one), fields::write<OpinionFields>(one.given)));
  out["hidden"] = {{"contributions", state.contributions.size() - contributions.size()},
                   {"opinions", state.opinions.size() - opinions.size()}};
  out["contributions"] = std::move(contributions);
  out["opinions"] = std::move(opinions);
  auto votes = json::array();
  for (const auto& one : state.votes)
    if (is_shown(state, one)) votes.push_back(with(said_json(one, state), {{"choices", fields::write(one.choices)}}));
  if (!state.votes.empty()) {
    out["hidden"]["votes"] = state.votes.size() - votes.size();
    out["votes"] = std::move(votes);
  }
  out["turns"] = listed(state.turns, [&](const Turn& one) {
    auto turn = with(said_json(one, state), {{"passed", one.passed}, {"count", one.count}});
    if (!one.group.empty()) turn["group"] = one.group;
    return turn;
  });
  if (!state.groups.empty())
    out["groups"] = listed(state.groups, [](const TableGroup& one) {
      json group{{"id", one.id}, {"visit", one.visit}, {"people", one.people}};
      if (!one.one.empty()) group.update({{"one", one.one}, {"place", one.place}});
      return group;
    });
  out["domains"] = listed(state.domains, [](const OptedDomain& one) {
    return with(common(one), {{"domain", one.domain}, {"because", one.because}});
  });
  out["scores"] = json::array();
  for (const auto& one : state.scores)
    if (is_shown(state, one))
      out["scores"].push_back(
          with(with(said_json(one, state), fields::write(one.given)), {{"scale", key(one.given.scale)}}));
  if (out["scores"].size() < state.scores.size()) out["hidden"]["scores"] = state.scores.size() - out["scores"].size();
}

void add_plan(json& out, const Case& state) {
  out["goals"] = listed(state.goals, [](const Goal& one) {
    return with(with(common(one), fields::write(one.set)), {{"state", key(one.state)}});
  });
  out["goal_scores"] = listed(state.goal_marks, [](const GoalMark& one) {
    return with(with(common(one), fields::write<GoalScoreFields>(one.given)), {{"resident", one.given.resident}});
  });
  out["actions"] = listed(state.actions, [](const Action& one) {
    return with(with(common(one), fields::write(one.plan)), {{"state", key(one.state)},
                                                             {"result", one.result},
                                                             {"moved", one.moved},
                                                             {"moved_because", one.moved_because}});
  });
  out["agreed"] = listed(state.agreed, [](const Agreed& one) { return with(common(one), fields::write(one.given)); });
  out["decisions"] = listed(state.decisions, decision_json);
  out["plans"] = listed(state.plans, [](const CirclePlan& one) {
    return with(common(one),
                {{"text", one.text}, {"state", key(one.state)}, {"ground", key(one.ground)}, {"because", one.because}});
  });
  out["told"] = listed(state.told, [](const Told& one) { return with(common(one), fields::write(one.told)); });
  out["evaluations"] = listed(state.evaluations, [](const Evaluation& one) {
    return with(common(one), fields::write<EvaluationFields>(one.said));
  });
}

/// What has no name last, and only that it was done: which it was, when and among what would say whose it is.
json put_right_json(const Case& state) {
  json named = json::array(), others = json::array();
  for (const auto& one : state.mendings) {
    if (state.is_anonymous(one.ref)) {
      others.push_back({{"by", kSomebody}, {"how", key(one.how)}, {"events", json::array()}});
      continue;
    }
    auto events = json::array();
    for (const auto number : one.events)
      if (!state.is_anonymous(std::to_string(number))) events.push_back(number);
    named.push_back(with(common(one), {{"how", key(one.how)},
                                       {"ref", one.ref},
                                       {"events", std::move(events)},
                                       {"ground", one.ground ? json(key(*one.ground)) : json()},
                                       {"earlier", one.earlier},
                                       {"because", one.because}}));
  }
  named.insert(named.end(), others.begin(), others.end());
  return named;
}

void add_rest(json& out, const Case& state) {
  out["safety_notes"] = listed(state.safety_notes, [](const SafetyNote& one) {
    return with(common(one), {{"level", key(one.level)}, {"text", one.text}});
  });
  out["meldcode"] = listed(state.meldcode, [](const MeldcodeNote& one) {
    return with(common(one), fields::write<MeldcodeFields>(one.taken));
  });
  out["endings"] = listed(state.endings, [](const Ending& one) {
    return with(common(one), {{"life", key(one.life)}, {"because", one.because}});
  });
  out["rounds"] = listed(state.rounds, [](const NextRound& one) {
    return with(common(one), {{"round", one.round}, {"phase", key(one.phase)}, {"because", one.because}});
  });
  out["ties"] = listed(state.ties, [](const Tie& one) {
    return with(
        with(common(one), fields::write<TieFields>(one.tie)),
        {{"strength", key(one.tie.strength)}, {"direction", key(one.tie.direction)}, {"tension", one.tie.tension}});
  });
  out["family"] = {{"members", listed(state.family.members,
                                      [](const FamilyMember& one) -> json {
                                        return {{"person", one.person},
                                                {"symbol", key(one.symbol)},
                                                {"state", key(one.state)},
                                                {"rank", one.rank}};
                                      })},
                   {"parents", listed(state.family.parents,
                                      [](const ParentLink& one) -> json {
                                        return {{"parent", one.parent}, {"child", one.child}, {"how", key(one.how)}};
                                      })},
                   {"partners", listed(state.family.partners, [](const PartnerLink& one) -> json {
                      return {{"one", one.one}, {"other", one.other}, {"bond", key(one.bond)}};
                    })}};
  out["merged"] = listed(state.taken_in, [](const TakenIn& one) {
    return with(common(one), {{"case", one.taken.case_id}, {"given_back", one.given_back}});
  });
  out["transferred"] = !state.given_over
                           ? json()
                           : with(common(*state.given_over), {{"team", state.given_over->what.team},
                                                              {"code", state.given_over->what.code},
                                                              {"confirmed", state.given_over->confirmed.has_value()}});
  out["came_from"] = listed(state.came_from, [](const CameFrom& one) {
    return with(common(one), {{"team", one.what.team}, {"case", one.what.case_id}, {"code", one.what.code}});
  });
  out["restricted_by"] = state.restriction() == nullptr ? json() : json(state.restriction()->asked.id);
  out["files"] = listed(state.files, [](const Attachment& one) { return with(common(one), fields::write(one.file)); });
  out["put_right"] = put_right_json(state);
  out["taken_back"] = listed(state.taken_back, [&](const TakenBack& one) {
    return with(state.is_anonymous(one) ? said_json(one, state) : common(one),
                {{"ref", one.ref}, {"type", one.type}, {"kind", one.kind}});
  });
  // R15: only that they were noted, not when or by whom, or they could be found back with the team.
  out["learning"] = state.learning.size();
  out["signals"] = state.signals.size();
}

}  // namespace

json text_or_null(const Text& text) { return text.empty() ? json() : fields::write(text); }

json people_json(const Case& state) { return listed(state.people, person_json); }

json case_json(const Case& state, const Definitions& definitions, const text::Voice& voice) {
  // What was erased stays erased, also in a case that is still in memory.
  if (state.stage.life == Life::erased) return {{"format", 1}, {"id", state.id}, {"life", key(state.stage.life)}};
  const Naming names(state, definitions, Lang::en);
  auto out = json{{"format", 1}};
  case_properties(state, definitions, names).into(out);
  out["visits"] = listed(state.visits, [&](const Visit& visit) { return visit_json(visit, names); });
  out["here"] = state.here() == nullptr ? json() : visit_json(*state.here(), names);
  add_talk(out, state, Naming(state, definitions, voice));
  add_plan(out, state);
  add_rest(out, state);
  return out;
}

}  // namespace casus::report
