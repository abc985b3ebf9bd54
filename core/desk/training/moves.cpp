// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/forms/spelling.hpp"
#include "core/desk/training/line_reader.hpp"
#include "core/desk/training/name_first.hpp"
#include "core/desk/typed/command_text.hpp"
#include "core/desk/words/days/days.hpp"
#include "core/model/person_name.hpp"
#include "core/text/label.hpp"
#include "core/training/debrief/debrief.hpp"
#include "core/training/play/what_is_asked.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <tuple>

namespace casus::desk {
namespace {

std::optional<int> number(const text::Voice& voice, const std::string& text) {
  int value = 0;
  if (!read_typed(text, value, {voice, {}}).empty()) return std::nullopt;
  return value;
}

/// "tot vrijdag", "een week": how many days that is from the day of the play; 0 when it is no day to come.
int days_off(const Trainee& trainee, const std::string& typed) {
  const auto today = date_of(trainee.play.clock());
  const auto [first, behind] = split_first(typed);
  const bool until = text::is_word("train_word.wait_until", first);
  auto read = read_day(until ? behind : typed, today);
  for (const auto lang : text::languages())
    if (!read && !until) read = read_day(text::say(lang, "moves.after_time", "time"_is = typed), today);
  return read && !read.again ? std::max(days_between(today, *read.day), 0) : 0;
}

/// What stands behind "omdat", with or without the word.
std::string reason_in(std::string text) {
  text.erase(0, std::min(text.find_first_not_of('-'), text.size()));
  for (const std::string_view because : {"omdat", "because"})
    if (folded(text).starts_with(because)) text.erase(0, because.size());
  return std::string(trimmed(text));
}

/// Without the quotes around what comes first, as a shell wants them around a name of two words.
std::string unquoted_first(const std::string& text) {
  if (text.empty() || (text.front() != '"' && text.front() != '\'')) return text;
  const auto end = text.find(text.front(), 1);
  return end == std::string::npos ? text : text.substr(1, end - 1) + text.substr(end + 1);
}

struct NamedFirst {
  std::string person;  ///< as it was typed; by a last name alone, the whole name
  std::string behind;
  bool known = true;
};

/// A last name that nobody else has: "Kers" is meneer Kers. In what a trainer tells, "thuis" is not Veilig Thuis.
enum class LastNames { are_names, are_words };

/// Somebody of the network at the beginning of a text, and what stands behind: the longest name or id, in quotes or
/// not. When it begins with nobody, its first word.
NamedFirst named_first(const training::Scenario& scenario, const std::string& typed, LastNames last_names) {
  const auto text = unquoted_first(typed);
  const auto& network = scenario.network;
  NamedFirst found{{}, {}, true};
  std::size_t length = 0;
  for (const auto& person : network)
    for (const auto& name : {person.id, person.name})
      if (const auto here = name_length_first(text, name); here > length) {
        found.person = text.substr(0, here);
        length = here;
      }
  const auto is_meant = [&](const training::Acquaintance& person) {
    return name_length_first(text, person.last_name()) > 0;
  };
  if (length == 0 && last_names == LastNames::are_names && std::ranges::count_if(network, is_meant) == 1) {
    const auto& meant = *std::ranges::find_if(network, is_meant);
    found.person = meant.name;
    length = name_length_first(text, meant.last_name());
  }
  if (length == 0) {
    found.known = false;
    std::tie(found.person, found.behind) = split_first(typed);
  } else {
    found.behind = trimmed(std::string_view(text).substr(length));
  }
  while (found.behind.starts_with(':')) found.behind = trimmed(std::string_view(found.behind).substr(1));
  return found;
}

std::string goal_ids(const training::Play& play) {
  std::string ids;
  for (const auto& goal : play.scenario().goals) ids += (ids.empty() ? "" : ", ") + goal.id;
  return ids;
}

}  // namespace

std::optional<std::string> no_such_finding(const training::Play& play, const std::string& finding,
                                           const text::Voice& voice) {
  const auto known = training::findings(training::debrief(play, play.library()));
  if (std::ranges::any_of(known, [&](const std::string& one) { return training::is_finding(one, finding); }))
    return std::nullopt;
  const auto near = nearest(finding, std::vector<std::string_view>(known.begin(), known.end()));
  return text::say(voice, "moves.no_finding", "finding"_is = finding, "near"_is = near.empty() ? known.front() : near);
}

Understood typed_back(const Trainee& trainee, const std::string& rest) {
  training::TakeBack body;
  if (!rest.empty()) {
    const auto moves = number(trainee.voice, rest);
    if (!moves) return trainee.not_understood("moves.like_back_2_last_two");
    body.moves = *moves;
  }
  using Whose = Trainee::Whose;
  // Who leads for sure may bear a name that is at the table too.
  const bool leads = !trainee.trainer.empty() && same_name(trainee.trainer, trainee.by);
  if (trainee.whose == Whose::leader || (trainee.whose == Whose::place && leads)) return trainee.of_trainer(body);
  if (trainee.alone) return trainee.move(body);  // that is for who leads
  const auto& play = trainee.play;
  const auto undone = play.to_take_back(body.moves);
  const auto brought_in = std::ranges::find_if(undone, [](const auto* beat) { return beat->of_trainer(); });
  if (brought_in != undone.end()) {
    if (trainee.whose == Whose::nobody && !trainee.trainer.empty()) return trainee.of_trainer(body);
    return trainee.not_understood("moves.back_of_trainer", "move"_is = (*brought_in)->number,
                                  "by"_is = (*brought_in)->move.by, "moves"_is = body.moves);
  }
  const auto* person = play.state().person(trainee.by);
  if (trainee.whose == Whose::nobody || (person != nullptr && person->has(Role::chair))) return trainee.for_group(body);
  const auto* here = play.state().here();
  const auto other = std::ranges::find_if(undone, [&](const auto* beat) {
    return !same_name(beat->move.by, trainee.by) || here == nullptr || beat->step != here->step;
  });
  if (other == undone.end()) return trainee.move(body);
  return trainee.not_understood("moves.back_of_another", "move"_is = (*other)->number, "by"_is = (*other)->move.by,
                                "moves"_is = body.moves);
}

Understood typed_wait(const Trainee& trainee, const std::string& rest) {
  const auto words = shell_words(rest).value_or(std::vector<std::string>{});
  const auto amount = words.size() == 2 ? number(trainee.voice, words[0]) : std::nullopt;
  std::optional<training::ClockUnit> unit;
  if (words.size() == 2) {
    const auto typed = folded(words[1]);
    for (const auto& name : names_of(training::ClockUnit{}))
      if (typed == name.key || text::is_word(name.word, typed) ||
          (typed.size() >= 3 && text::begins_word(name.word, typed)))
        unit = name.value;  // dag, week, hour
    if (typed == "minuut") unit = training::ClockUnit::minutes;
    if (typed == "week") unit = training::ClockUnit::weeks;
  }
  training::Wait body;
  if (amount && unit) {
    body.amount = *amount;
    body.unit = *unit;
  } else {
    body.amount = days_off(trainee, rest);
    body.unit = training::ClockUnit::days;
    if (body.amount < 1) return trainee.not_understood("moves.like_wait_3_weeks_minutes");
  }
  return trainee.for_group(body);
}

Understood typed_choose(const Trainee& trainee, const std::string& rest) {
  const training::DecisionPoint* decision = nullptr;
  for (const auto& one : trainee.play.scenario().decisions)
    if (trainee.play.is_open(one.id)) decision = &one;
  auto [first, left] = split_first(rest);
  if (const auto* named = trainee.play.scenario().decision(first)) {
    decision = named;
    std::tie(first, left) = split_first(left);
  }
  if (decision == nullptr) return trainee.not_understood("moves.nothing_choose_now");
  if (first.empty()) return trainee.not_understood("moves.like_choose_because", "decision"_is = decision->id);
  training::Choose body{decision->id, folded(first), left};
  if (body.option.size() == 1) {
    const auto index = static_cast<std::size_t>(body.option.front() - 'a');
    if (index < decision->options.size()) body.option = decision->options[index].id;
  }
  body.because = reason_in(body.because);
  return trainee.for_group(body);
}

Understood typed_judge(const Trainee& trainee, const std::string& rest) {
  const auto [goal, left] = split_first(rest);
  const auto [word, because] = split_first(left);
  const auto verdict = text::typed_as<training::Verdict>(word);
  if (!verdict) return trainee.not_understood("moves.like_judge", "goals"_is = goal_ids(trainee.play));
  return trainee.of_trainer(training::JudgeGoal{goal, *verdict, reason_in(because)});
}

Understood typed_overrule(const Trainee& trainee, const std::string& rest) {
  const auto [finding, because] = split_first(rest);
  if (finding.empty()) return trainee.not_understood("moves.like_overrule");
  if (const auto wrong = no_such_finding(trainee.play, finding, trainee.voice)) return NotUnderstood{*wrong};
  return trainee.of_trainer(training::Overrule{finding, reason_in(because)});
}

Understood typed_retract(const Trainee& trainee, const std::string& rest) {
  auto [typed, because] = split_first(rest);
  // As the debrief has it.
  if (typed.starts_with('[') && typed.ends_with(']')) typed = typed.substr(1, typed.size() - 2);
  const auto move = number(trainee.voice, typed);
  if (!move) return trainee.not_understood("moves.like_retract");
  const training::Retract body{*move, reason_in(because)};
  // An observer has a place of their own, and leads nothing.
  const auto& beats = trainee.play.beats();
  const bool own = *move >= 1 && static_cast<std::size_t>(*move) <= beats.size() &&
                   same_name(beats[static_cast<std::size_t>(*move) - 1].move.by, trainee.by);
  return own ? trainee.move(body) : trainee.of_trainer(body);
}

/// Typed as ids are: one word without a capital or a sign, as the preview has them. "first-visit/apply" is what follows
/// from a choice.
bool looks_like_id(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/';
  });
}

bool is_nearly_a_name(const training::Scenario& scenario, const std::string& typed) {
  std::vector<std::string_view> names;
  for (const auto& person : scenario.network) names.insert(names.end(), {person.id, person.name});
  return !typed.empty() && !nearest(typed, names).empty();
}

/// The decision of "first-visit/apply" when that was chosen there; else the word itself.
std::string decision_of_effect(const training::Play& play, const std::string& typed) {
  const auto slash = typed.find('/');
  const auto* made = slash == std::string::npos ? nullptr : play.chosen(typed.substr(0, slash));
  return made != nullptr && made->option == typed.substr(slash + 1) ? made->decision : typed;
}

training::Inject told_to_group(const training::Scenario& scenario, const std::string& text) {
  using training::Injected;
  if (scenario.fact(text) != nullptr) return {Injected::fact, text, {}, Answer::none};
  if (scenario.event(text) != nullptr) return {Injected::event, text, {}, Answer::none};
  return {Injected::message, {}, text, Answer::none};
}

Understood typed_inject(const Trainee& trainee, const std::string& rest) {
  if (rest.empty()) return trainee.not_understood("moves.like_inject");
  const auto [first, left] = split_first(rest);
  const auto [of, behind] = split_first(left);
  const auto& scenario = trainee.play.scenario();
  const auto with = [&](training::Injected what, Answer answer = Answer::none) {
    return trainee.of_trainer(training::Inject{what, of, behind, answer});
  };
  if (const auto answer = text::typed_as<Answer>(first))
    if (const auto named = named_first(scenario, left, LastNames::are_words); named.known)
      return trainee.of_trainer(training::Inject{training::Injected::answer, named.person, named.behind, *answer});
  // "Gevolg is dat hij wegblijft" is a message: an id must stand behind such a word.
  const auto what = text::typed_as<training::Injected>(first);
  // "gebeurt feit", with nothing behind it: the group is not told "feit".
  if (left.empty() && (what || text::typed_as<Answer>(first))) return trainee.not_understood("moves.like_inject");
  if (what == training::Injected::fact && scenario.fact(of) != nullptr && behind.empty())
    return with(training::Injected::fact);
  if (what == training::Injected::event && scenario.event(of) != nullptr && behind.empty())
    return with(training::Injected::event);
  if (const auto decision = decision_of_effect(trainee.play, of);
      what == training::Injected::effect && scenario.decision(decision) != nullptr)
    return trainee.of_trainer(training::Inject{training::Injected::effect, decision, behind, Answer::none});
  // One word that could be an id and is none: the group is not told "fact heatin".
  const bool mistaken = behind.empty() && looks_like_id(of);
  if (mistaken &&
      (what == training::Injected::fact || what == training::Injected::event || what == training::Injected::effect))
    return with(*what);
  // "Nee Anjaa": a name that nobody has. "Nee zeg" is what somebody says.
  if (const auto answer = text::typed_as<Answer>(first); answer && behind.empty() && is_nearly_a_name(scenario, of))
    return with(training::Injected::answer, *answer);
  if (what == training::Injected::fact && !left.empty())
    return trainee.of_trainer(training::Inject{training::Injected::fact, {}, left, Answer::none});
  const bool named = what == training::Injected::message && !left.empty();
  if (named) return trainee.of_trainer(training::Inject{training::Injected::message, {}, left, Answer::none});
  return trainee.of_trainer(told_to_group(scenario, rest));
}

std::string consult_line(const Trainee& trainee, const std::string& person, const std::string& about) {
  auto line = text::say(trainee.voice, "train_word.consult") + ' ' + person + ": " + about;
  return trainee.alone ? line : trainee.by + ": " + line;
}

Understood typed_consult(const Trainee& trainee, const std::string& rest) {
  training::Consult body;
  const auto [before, behind] = split_first(rest);
  const auto said = text::is_word("train_word.consult_with", before) ? behind : rest;
  auto named = named_first(trainee.play.scenario(), said, LastNames::are_names);
  body.person = std::move(named.person);
  body.about = std::move(named.behind);
  if (body.person.empty()) return trainee.not_understood("moves.like_speak_name_what_about");
  // "spreek Saskia kreeg de voicemail": nobody was spoken to, and nothing is told.
  if (training::tells_not_reached(body.about)) {
    auto line = consult_line(trainee, body.person, '"' + body.about + '"');
    auto asked = trainee.not_understood("moves.was_there_a_talk", "person"_is = body.person, "line"_is = line);
    std::get<NotUnderstood>(asked).meant = std::move(line);
    return asked;
  }
  return trainee.move(std::move(body));
}

Understood typed_observe(const Trainee& trainee, const std::string& rest) {
  if (rest.empty()) return trainee.not_understood("moves.like_observe_ria_strength_try");
  training::Observe body;
  std::string score;
  const std::array<std::tuple<std::string_view, std::string_view, std::string*>, 6> parts{
      {{"punt:", "point:", &body.point},
       {"gezegd:", "said:", &body.said},
       {"effect:", "effect:", &body.effect},
       {"cijfer:", "score:", &score},
       {"sterk:", "strength:", &body.strength},
       {"probeer:", "try:", &body.next_try}}};
  std::string* into = &body.whom;
  for (auto [word, left] = split_first(rest); !word.empty(); std::tie(word, left) = split_first(left)) {
    const auto typed = folded(word);
    const auto found = std::ranges::find_if(
        parts, [&](const auto& part) { return typed == std::get<0>(part) || typed == std::get<1>(part); });
    if (found != parts.end()) into = std::get<2>(*found);
    else *into += (into->empty() ? "" : " ") + word;
  }
  if (!score.empty()) {
    body.score = number(trainee.voice, score);
    if (!body.score) return trainee.not_understood("moves.score_0_1_2");
  }
  body.whom = unquoted_first(body.whom);
  if (body.whom.ends_with(':')) body.whom.pop_back();
  return trainee.move(std::move(body));
}

}  // namespace casus::desk
