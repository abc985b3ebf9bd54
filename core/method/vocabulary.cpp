// SPDX-License-Identifier: EUPL-1.2
#include "core/method/vocabulary.hpp"

#include <map>
#include <string>

namespace casus::method {

bool is_rule(std::string_view text) {
  constexpr int kRules = 18;
  for (int number = 1; number <= kRules; ++number)
    if (text == "R" + std::to_string(number)) return true;
  return false;
}

const std::vector<KindName>& core_kinds() {
  static const std::vector<KindName> kinds{
      {"fact", "feit", "fact"},
      {"wish", "wens van de inwoner", "wish of the resident"},
      {"concern", "zorg", "concern"},
      {"strength", "kracht", "strength"},
      {"exception", "uitzondering: toen ging het beter", "exception: when it went better"},
      {"question", "vraag", "question"},
      {"follow_up", "vervolgvraag", "follow-up question"},
      {"answer", "antwoord", "answer"},
      {"affirmation", "bevestiging", "affirmation"},
      {"idea", "idee", "idea"},
      {"advice", "advies", "advice"},
      {"option", "mogelijkheid", "option"},
      {"bottom_line", "bodemeis", "bottom line"},
      {"information", "informatie", "information"},
      {"statement", "eigen versie van het probleem", "own version of the problem"},
      {"insight", "inzicht", "insight"},
      {"summary", "samenvatting", "summary"},
      {"experience", "eigen ervaring", "own experience"},
      {"agreement", "afspraak", "agreement"},
      {"check", "controle", "check"},
      {"choice", "keuze", "choice"},
      {"result", "resultaat", "result"},
      {"better", "wat beter gaat", "what is better"},
      {"restraint", "wat we (nog) niet doen", "what we do not do (yet)"},
      {"offer", "aanbod", "offer"},
      {"title", "titel", "title"},
      {"note", "aantekening", "note"},
  };
  return kinds;
}

const std::vector<Field>& fields_of(Collection collection) {
  using enum Field;
  using C = Collection;
  static const std::map<C, std::vector<Field>> fields{
      {C::contributions,
       {id, kind, by, role, text, to, re, answer, on, about, time, group, speaker, step, phase, round, method}},
      {C::participants, {id, role, present, team_member, professional, group}},
      {C::turns, {by, role, passed, count, about, time, group, step, phase, round}},
      {C::scores, {id, scale, value, evidence, by, domain, good_enough, about, time, step, phase, round}},
      {C::goals, {id, text, by, scaled, resident_words, state, step, phase, round}},
      {C::goal_scores, {goal, value, by, role, step, phase, round}},
      {C::actions, {id, what, who, by_when, checks, rung, first_step, state, goal, about, time, step, phase, round}},
      {C::network, {id, shell, quadrant, relation, professional, asked, spoken, answer}},
      {C::ties, {from, to, strength, tension, direction}},
      {C::decisions, {id, heavy, settled, about, time, step, phase, round}},
      {C::opinions, {by, stance, step, phase, round}},
      {C::plans, {answer, ground, step, phase, round}},
      {C::meldcode, {step, on, by}},
      {C::told, {by, on, phase, round}},
      {C::evaluations, {by, better, keep, change, stop, phase, round}},
      {C::learning, {by, theme, step, phase, round}},
      {C::signals, {theme, step, phase, round}},
      {C::branches, {branch, by, role, step, phase, round}},
      {C::groups, {id, about, time, step, phase, round}},
      {C::votes, {by, role, re, value, about, time, step, phase, round}},
      {C::records, {id, kind, by, role, text, about, time, step, phase, round, method}},
  };
  return fields.at(collection);
}

bool lies_in_time(Collection collection) {
  return collection != Collection::participants && collection != Collection::network && collection != Collection::ties;
}

FieldType type_of(Collection collection, Field field) {
  switch (field) {
    case Field::round:
    case Field::count:
    case Field::value:
    case Field::good_enough:
    case Field::time: return FieldType::number;
    case Field::step: return collection == Collection::meldcode ? FieldType::number : FieldType::word;
    case Field::present:
    case Field::team_member:
    case Field::professional:
    case Field::passed:
    case Field::first_step:
    case Field::asked:
    case Field::spoken:
    case Field::heavy:
    case Field::settled:
    case Field::scaled:
    case Field::resident_words:
    case Field::tension: return FieldType::flag;
    case Field::on:
    case Field::by_when: return FieldType::day;
    default: return FieldType::word;
  }
}

std::vector<std::string_view> words_of(Collection collection, Field field) {
  switch (field) {
    case Field::role: return keys_of<Role>();
    case Field::phase: return keys_of<Phase>();
    case Field::answer:
      if (collection == Collection::plans) return {"presented", "accepted", "refused"};
      return {"yes", "no", "later", "none"};
    case Field::scale: return {"scale_0_10", "ladder_1_6", "domain_1_5"};
    case Field::state: return {"open", "done", "partly", "not"};
    case Field::rung: return {"self", "network", "volunteer", "general", "customised"};
    case Field::shell: return {"intimate", "friend", "acquaintance", "service"};
    case Field::quadrant: return {"family", "peers", "professionals", "society"};
    case Field::strength: return {"normal", "weak", "strong"};
    case Field::direction: return {"both", "gives", "takes"};
    case Field::stance: return {"for", "against", "unsure"};
    case Field::ground: return {"safety", "law"};
    default: return {};
  }
}

}  // namespace casus::method
