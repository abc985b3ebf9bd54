// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/floor_limits.hpp"

#include "core/engine/floor.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

bool is_asking(std::string_view kind) { return kind == "question" || kind == "follow_up"; }

Refusal floor_broken(std::string name, Text reason, Text remedy) {
  return {std::move(name), "R4", std::move(reason), std::move(remedy), {}};
}

/// Whether it was recorded since the case came into this phase. Going back within the phase changes nothing; a new
/// question, for which the case goes back to an earlier phase, starts afresh, and so does a new round.
bool since_this_phase(const Case& state, const Made& made) {
  const auto* now = state.here();
  if (now == nullptr || made.visit < 0) return false;
  return std::all_of(state.visits.begin() + made.visit, state.visits.end(),
                     [&](const Visit& it) { return it.phase == now->phase && it.round == now->round; });
}

const Person* with_id(const Case& state, std::string_view id) {
  const auto found = std::ranges::find(state.people, id, [](const Person& p) { return std::string_view(p.id); });
  return found == state.people.end() ? nullptr : &*found;
}

const Person* named_by(const Case& state, const std::string& to, const std::string& re) {
  if (!to.empty()) return with_id(state, to);
  const auto said = std::ranges::find(state.contributions, re, &Contribution::id);
  return re.empty() || said == state.contributions.end() ? nullptr : with_id(state, said->by);
}

/// Everybody whom a choice since the case came into this phase names, in that order.
std::vector<const Person*> all_chosen(const Case& state) {
  std::vector<const Person*> chosen;
  for (const auto& it : state.contributions) {
    if (it.kind != "choice" || !since_this_phase(state, it)) continue;
    const auto* person = named_by(state, it.to, it.re);
    if (person != nullptr && std::ranges::find(chosen, person) == chosen.end()) chosen.push_back(person);
  }
  return chosen;
}

}  // namespace

const Person* chosen_now(const Case& state) {
  for (auto it = state.contributions.rbegin(); it != state.contributions.rend(); ++it) {
    if (it->kind != "choice" || !since_this_phase(state, *it)) continue;
    if (const auto* person = named_by(state, it->to, it->re)) return person;
  }
  return nullptr;
}

const Contribution* question_to_answer(const Case& state, const Person& person) {
  for (auto it = state.contributions.rbegin(); it != state.contributions.rend(); ++it)
    if (it->visit == state.visit_index() && is_asking(it->kind) && it->by != person.id) return &*it;
  return nullptr;
}

std::vector<Refusal> beyond_step(const Deciding& d, const Say& say) {
  const auto limit = d.step->floor.per_step.find(say.kind);
  if (limit == d.step->floor.per_step.end()) return {};
  const auto have = std::ranges::count_if(d.c.contributions, [&](const Contribution& it) {
    return it.kind == say.kind && since_this_phase(d.c, it) &&
           d.c.visits[static_cast<std::size_t>(it.visit)].step == d.step->id;
  });
  if (have < limit->second) return {};
  return {
      floor_broken("StepIsFull",
                   both(fmt::format("In '{}' mag het soort '{}' hooguit {} keer, en dat is al gebeurd.",
                                    d.step->name.nl, method::kind_label(d.method, say.kind, Lang::nl), limit->second),
                        fmt::format("'{}' takes the kind '{}' at most {} time(s), and that has been done.",
                                    d.step->name.en, method::kind_label(d.method, say.kind, Lang::en), limit->second)),
                   both(fmt::format("Ga hiermee verder: casus case next {}.", d.c.id),
                        fmt::format("Go on with these: casus case next {}.", d.c.id)))};
}

std::vector<Refusal> outside_pair(const Deciding& d, const Say& say) {
  const auto& floor = d.step->floor;
  if (floor.only_chosen.empty()) return {};
  const auto* chosen = chosen_now(d.c);
  std::vector<Role> others;
  for (const auto role : floor.speakers)
    if (std::ranges::find(floor.only_chosen, role) == floor.only_chosen.end()) others.push_back(role);
  const auto choosers = with_any_role(d.c, others);
  const bool chooses = std::ranges::find(choosers, d.actor) != choosers.end();

  if (chooses) {
    const auto among = all_chosen(d.c);
    const auto* to =
        say.kind == "choice"
            ? named_by(d.c, say.to.empty() || d.person(say.to) == nullptr ? std::string() : d.person(say.to)->id,
                       say.re)
            : nullptr;
    if (to == nullptr || among.empty() || std::ranges::find(among, to) != among.end()) return {};
    return {
        floor_broken("NotAmongChosen",
                     both(fmt::format("{} is niet gekozen. Gekozen: {}.", to->name, names_of_people(among)),
                          fmt::format("{} was not chosen. Chosen: {}.", to->name, names_of_people(among))),
                     both(fmt::format("Kies iemand van hen, of ga terug naar de keuze: casus case back {}.", d.c.id),
                          fmt::format("Choose one of them, or go back to the choice: casus case back {}.", d.c.id)))};
  }
  if (chosen == d.actor) return {};
  const auto first = choosers.empty() ? std::string() : choosers.front()->name;
  if (chosen == nullptr)
    return {floor_broken(
        "NobodyChosen",
        both(fmt::format("'{}' is een gesprek van twee, en er is nog niemand gekozen. Nu is {} aan het woord.",
                         d.step->name.nl, first),
             fmt::format("'{}' is a talk of two, and nobody is chosen yet. Now {} has the floor.", d.step->name.en,
                         first)),
        both(fmt::format("{1} kiest met wie: casus case say {0} choice \"...\" --to NAAM --as \"{1}\".", d.c.id, first),
             fmt::format("{1} chooses whom: casus case say {0} choice \"...\" --to NAME --as \"{1}\".", d.c.id,
                         first)))};
  return {floor_broken("TalkOfTwo",
                       both(fmt::format("In '{}' praten nu alleen {} en {}. {} luistert mee.", d.step->name.nl, first,
                                        chosen->name, d.actor->name),
                            fmt::format("In '{}' only {} and {} talk now. {} listens along.", d.step->name.en, first,
                                        chosen->name, d.actor->name)),
                       both("Schrijf op wat je wilt zeggen en bewaar het voor na dit gesprek.",
                            "Write down what you want to say and keep it until after this talk."))};
}

std::vector<Refusal> without_question(const Deciding& d, const Say& say) {
  if (!d.step->floor.answer_to_question || say.kind != "answer") return {};
  const auto asked = std::ranges::find_if(d.c.contributions, [&](const Contribution& it) {
    return it.id == say.re && it.visit == d.c.visit_index() && is_asking(it.kind) && it.by != d.actor->id;
  });
  if (asked != d.c.contributions.end()) return {};
  auto reason = both("Hier zeg je alleen iets als antwoord op een vraag van een ander in deze stap.",
                     "Here you only make statements in answer to somebody else's question in this step.");
  const auto* open = question_to_answer(d.c, *d.actor);
  if (open == nullptr)
    return {floor_broken("NoQuestionAnswered", std::move(reason),
                         both("Wacht tot een ander iets vraagt, of stel zelf een vraag.",
                              "Wait until somebody asks something, or ask a question yourself."))};
  const auto* asker = with_id(d.c, open->by);
  const auto& name = asker == nullptr ? open->by : asker->name;
  return {floor_broken(
      "NoQuestionAnswered", std::move(reason),
      both(fmt::format("Zeg welke vraag: met --re {} is het de laatste, van {}. Of stel zelf een vraag.", open->id,
                       name),
           fmt::format("Say which question: --re {} is the latest, by {}. Or ask one yourself.", open->id, name)))};
}

}  // namespace casus::engine
