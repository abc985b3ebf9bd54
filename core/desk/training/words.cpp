// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/training/words.hpp"

#include "core/desk/training/line_reader.hpp"
#include "core/desk/training/name_first.hpp"
#include "core/desk/training/typed_verbs.hpp"
#include "core/desk/typed/command_text.hpp"
#include "core/desk/words/meeting_word.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace casus::desk {
namespace {

using training::Play;

enum class Word {
  wait,
  choose,
  consult,
  hint,
  observe,
  learn,
  signal,
  back,
  look,
  roles,
  goals,
  moves,
  help,
  stop,
  speaker,
  branch,
  judge,
  overrule,
  remark,
  inject,
  retract
};

struct Spoken {
  Word word;
  std::string_view id;  ///< of what is typed, in the catalogue
};

constexpr std::array<Spoken, 21> kWords{{{Word::wait, "train_word.wait"},       {Word::choose, "train_word.choose"},
                                         {Word::consult, "train_word.consult"}, {Word::hint, "train_word.hint"},
                                         {Word::observe, "train_word.observe"}, {Word::learn, "train_word.learn"},
                                         {Word::signal, "train_word.signal"},   {Word::back, "train_word.back"},
                                         {Word::look, "train_word.look"},       {Word::roles, "train_word.roles"},
                                         {Word::goals, "train_word.goals"},     {Word::moves, "train_word.moves"},
                                         {Word::help, "train_word.help"},       {Word::stop, "train_word.stop"},
                                         {Word::speaker, "train_word.speaker"}, {Word::branch, "train_word.branch"},
                                         {Word::judge, "train_word.judge"},     {Word::overrule, "train_word.overrule"},
                                         {Word::remark, "train_word.remark"},   {Word::inject, "train_word.inject"},
                                         {Word::retract, "train_word.retract"}}};

std::optional<Word> word_of(std::string_view typed) {
  for (const auto& word : kWords)
    if (text::is_word(word.id, trimmed(typed))) return word.word;
  return std::nullopt;
}

std::vector<std::string> names_here(const Play& play) {
  std::vector<std::string> names = play.observers();
  for (const auto& person : play.state().people)
    if (person.at_table()) names.push_back(person.name);
  return names;
}

/// Who of these is meant by a name that is none of theirs; empty when that could be nobody.
std::string meant_among(const std::vector<std::string>& names, const std::string& typed) {
  if (std::ranges::any_of(names, [&](const std::string& one) { return same_name(one, typed); })) return {};
  return std::string(nearest(typed, std::vector<std::string_view>(names.begin(), names.end())));
}

/// A name at the table (a name of two words too) at the beginning of a line; its length, 0 when there is none.
std::pair<std::string, std::size_t> name_before(const Play& play, std::string_view line) {
  std::pair<std::string, std::size_t> found;
  for (const auto& name : names_here(play))
    if (const auto length = name_length_first(line, name, ": "); length > found.second) found = {name, length};
  return found;
}

/// A word or two before a colon.
bool names_theme(const std::string& text) {
  const auto colon = text.find(": ");
  return colon != std::string::npos && text.find_first_of("'\"") > colon &&
         std::ranges::count(text.substr(0, colon), ' ') < 2;
}

/// What a player at a device of their own neither does nor reads: whoever asks for it half would be told what there is.
bool is_of_who_leads(Word word) {
  return word == Word::judge || word == Word::overrule || word == Word::remark || word == Word::inject ||
         word == Word::goals;
}

/// A word of the training itself, with what stands behind it.
Understood own_word(const Trainee& trainee, Word word, const std::string& rest) {
  if (trainee.alone && is_of_who_leads(word)) return trainee.not_understood("sitting.for_who_leads");
  switch (word) {
    case Word::wait: return typed_wait(trainee, rest);
    case Word::choose: return typed_choose(trainee, rest);
    case Word::consult: return typed_consult(trainee, rest);
    case Word::hint: return trainee.for_group(training::TakeHint{});
    case Word::observe: return typed_observe(trainee, rest);
    // "leer gesprek: Eerst vragen" names the theme as in a meeting.
    case Word::learn:
      return names_theme(rest) ? typed_as_in_meeting(trainee, "learn " + rest)
                               : typed_line(trainee, "case learn", rest);
    case Word::signal:
      return names_theme(rest) ? typed_as_in_meeting(trainee, "signal " + rest)
                               : typed_line(trainee, "case signal", rest);
    case Word::back: return typed_back(trainee, rest);
    case Word::look: return Asked{PlayAsk::look, {}};
    case Word::roles: return Asked{PlayAsk::roles, {rest}};
    case Word::goals: return Asked{PlayAsk::goals, {}};
    case Word::moves: return Asked{PlayAsk::moves, {}};
    case Word::help: return Asked{PlayAsk::help, {rest}};
    case Word::stop: return Asked{PlayAsk::stop, {}};
    case Word::speaker: return Asked{PlayAsk::speaker, {rest}};
    case Word::judge: return typed_judge(trainee, rest);
    case Word::overrule: return typed_overrule(trainee, rest);
    case Word::remark: return trainee.of_trainer(training::Remark{rest});
    case Word::inject: return typed_inject(trainee, rest);
    case Word::retract: return typed_retract(trainee, rest);
    case Word::branch: return Asked{PlayAsk::branch, shell_words(rest).value_or(std::vector<std::string>{})};
  }
  return NotUnderstood{};
}

/// "next because ...": a verb is called so too, and takes its reason otherwise.
bool goes_on_because(const std::string& text) {
  const auto [first, rest] = split_first(text);
  const auto* word = meeting_word(first);
  const auto link = folded(split_first(rest).first);
  return word != nullptr && word->ask == Ask::next && (link == "because" || link == "omdat");
}

/// A line that does not begin with a name.
Understood command_line(const Trainee& trainee, const std::string& text) {
  if (auto pause = typed_pause(trainee, text)) return std::move(*pause);
  if (auto call = typed_call(trainee, text)) return std::move(*call);
  const auto [first, rest] = split_first(text);
  if (const auto word = word_of(first)) {
    auto of_whom = trainee;
    if (*word == Word::observe) of_whom.by = bare_sheet_of(trainee.play, trainee.by);
    return own_word(of_whom, *word, rest);
  }
  if (is_form_of_meeting(trainee.play, text) || goes_on_because(text)) return typed_as_in_meeting(trainee, text);
  if (auto verb = trainee.verbs.line(trainee, text)) return std::move(*verb);
  if (is_of_meeting(trainee.play, text, false)) return typed_as_in_meeting(trainee, text);
  if (const auto colon = text.find(':'); colon != std::string::npos && colon > 0) {
    const auto name = text.substr(0, colon);
    if (const auto near = meant_among(names_here(trainee.play), name); !near.empty())
      return trainee.not_understood("words.nobody_of_that_name", "name"_is = name, "near"_is = near);
  }
  return trainee.not_understood("words.i_do_know_type_help", "first"_is = first);
}

/// "Ineke: gebeurt De bel gaat": who leads says who that is. Nothing when it is another line.
std::optional<Understood> line_of_trainer(const Trainee& trainee, const std::string& text) {
  constexpr std::size_t kLongestName = 60;
  const auto colon = text.find(':');
  if (colon == 0 || colon == std::string::npos || colon > kLongestName || is_form_of_meeting(trainee.play, text))
    return std::nullopt;
  const auto [first, rest] = split_first(std::string_view(text).substr(colon + 1));
  const auto word = word_of(first);
  if (word != Word::judge && word != Word::overrule && word != Word::remark && word != Word::inject &&
      word != Word::retract && word != Word::back)
    return std::nullopt;
  // A name has a capital: "doel: gebeurt niets meer" is a goal.
  const auto name = std::string(trimmed(std::string_view(text).substr(0, colon)));
  if (folded(name) == name) return std::nullopt;
  // Once somebody leads, a name that is nearly theirs is a mistake.
  std::vector<std::string> led;
  for (const auto& beat : trainee.play.beats())
    if (beat.of_trainer() && !beat.refusal) led.push_back(beat.move.by);
  if (const auto near = meant_among(led, name); !near.empty())
    return trainee.not_understood("words.leads_already", "name"_is = name, "near"_is = near);
  // Nobody begins to lead by taking back: a name that is nearly one at the table is a mistake.
  if (const auto near = meant_among(names_here(trainee.play), name);
      word == Word::back && !near.empty() && std::ranges::find(led, name) == led.end())
    return trainee.not_understood("words.nobody_of_that_name", "name"_is = name, "near"_is = near);
  auto leading = trainee;
  leading.trainer = name;
  leading.whose = Trainee::Whose::leader;
  return own_word(leading, *word, rest);
}

/// What stands behind a name: somebody says it, or does what it names.
Understood named_line(const Trainee& trainee, const std::string& said, const std::string& whole) {
  if (auto pause = typed_pause(trainee, said)) return std::move(*pause);
  if (auto talk = typed_approach(trainee, said)) return std::move(*talk);
  // "question" is a kind and a verb: behind a name it is what somebody says.
  if (auto speech = typed_speech(trainee, said)) return std::move(*speech);
  if (const auto word = word_of(split_first(said).first)) return own_word(trainee, *word, split_first(said).second);
  if (is_form_of_meeting(trainee.play, said)) return typed_as_in_meeting(trainee, whole);
  if (goes_on_because(said)) return typed_as_in_meeting(trainee, said);
  if (auto verb = trainee.verbs.line(trainee, said)) return std::move(*verb);
  if (!is_of_meeting(trainee.play, said, true)) return typed_as_in_meeting(trainee, whole);
  auto understood = typed_as_in_meeting(trainee, said);
  // "pas" alone is of whoever has the turn; behind a name it is of who is named.
  if (auto* move = std::get_if<training::Move>(&understood)) {
    const auto* command = std::get_if<CommandBody>(&move->body);
    if (command != nullptr && std::holds_alternative<Pass>(*command)) move->by = trainee.by;
  }
  return understood;
}

bool looks_on(const Trainee& trainee) {
  const auto observers = trainee.play.observers();
  return std::ranges::find(observers, trainee.by) != observers.end() &&
         trainee.play.state().person(trainee.by) == nullptr;
}

bool is_of_table(const Understood& understood) {
  const auto* move = std::get_if<training::Move>(&understood);
  return move != nullptr && std::holds_alternative<CommandBody>(move->body);
}

/// What somebody says who is not at the table is what they saw of who is named in it.
Understood seen_by(const Trainee& observer, const std::string& said) {
  std::pair<std::size_t, std::string> first{std::string::npos, {}};
  for (const auto& person : observer.play.state().people) {
    if (!person.at_table()) continue;
    for (std::size_t at = 0; at < std::min(said.size(), first.first); ++at)
      if ((at == 0 || said[at - 1] == ' ') &&
          name_length_first(std::string_view(said).substr(at), person.name, " ,.;:!?") > 0)
        first = {at, person.name};
  }
  if (first.second.empty()) return observer.not_understood("words.looks_on", "by"_is = observer.by);
  return observer.move(training::Observe{.whom = first.second, .said = said});
}

/// Somebody joins under a name that is nearly one of the table: which of the two it is, nobody can see later.
std::optional<Understood> is_there_already(const Trainee& trainee, const Understood& understood) {
  const auto* move = std::get_if<training::Move>(&understood);
  const auto* command = move == nullptr ? nullptr : std::get_if<CommandBody>(&move->body);
  const auto* joins = command == nullptr ? nullptr : std::get_if<AddParticipant>(command);
  if (joins == nullptr || trainee.play.state().person(joins->name) != nullptr) return std::nullopt;
  const auto near = meant_among(names_here(trainee.play), joins->name);
  if (near.empty()) return std::nullopt;
  return trainee.not_understood("words.is_there_already", "name"_is = joins->name, "near"_is = near);
}

}  // namespace

std::pair<std::string, std::string> split_first(std::string_view text) {
  text = trimmed(text);
  const auto end = std::min(text.find(' '), text.size());
  return {std::string(text.substr(0, end)), std::string(trimmed(text.substr(end)))};
}

Understood understand(const Trainee& trainee, const std::string& line) {
  // What is typed must read back from the log: no broken letters, and no control signs, as an arrow key sends them.
  auto text = std::string(trimmed(line));
  std::ranges::replace(text, '\t', ' ');
  const bool plain = std::ranges::none_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
  if (!plain || !is_utf8(text))
    return NotUnderstood{text::say(trainee.voice, "words.line_holds_characters_cannot_read")};
  const auto [name, length] = name_before(trainee.play, text);
  if (length == 0) {
    if (auto leading = line_of_trainer(trainee, text)) return std::move(*leading);
    auto understood = asked_elsewhere(trainee, command_line(trainee, text));
    if (auto there = is_there_already(trainee, understood)) return std::move(*there);
    return looks_on(trainee) && is_of_table(understood) ? seen_by(trainee, text) : understood;
  }
  auto rest = std::string_view(text).substr(length);
  if (rest.starts_with(':')) rest.remove_prefix(1);
  const auto spoken = std::string(trimmed(rest));
  if (spoken.empty()) return Asked{PlayAsk::speaker, {name}};
  auto named = trainee;
  named.by = name;
  named.whose = Trainee::Whose::place;
  auto understood = asked_elsewhere(named, named_line(named, spoken, text));
  if (auto* asked = std::get_if<Asked>(&understood)) asked->of = name;
  if (auto there = is_there_already(named, understood)) return std::move(*there);
  if (!looks_on(named) || word_of(split_first(spoken).first)) return understood;
  return is_of_table(understood) || std::holds_alternative<NotUnderstood>(understood) ? seen_by(named, spoken)
                                                                                      : understood;
}

std::string bare_sheet_of(const training::Play& play, const std::string& speaker) {
  const auto observers = play.observers();
  if (observers.empty() || std::ranges::find(observers, speaker) != observers.end()) return speaker;
  return observers.front();
}

std::vector<std::string> play_completions(const training::Play& play, const std::string& beginning,
                                          const text::Voice& voice) {
  auto found = meeting_completions(play, beginning, voice);
  if (beginning.find(' ') == std::string::npos)
    for (const auto& word : kWords) {
      const auto name = voice.say(text::Message(word.id, {}));
      if (!beginning.empty() && name.starts_with(folded(beginning)) && std::ranges::find(found, name) == found.end())
        found.emplace_back(name);
    }
  return found;
}

std::string play_help(const text::Voice& voice) {
  struct Line {
    text::Literal form, about;
  };
  static constexpr Line kLines[]{
      {"train_help.say_form", "train_help.say"},           {"train_help.meeting_form", "train_help.meeting"},
      {"train_help.looks_form", "train_help.looks"},       {"train_help.choose_form", "train_help.choose"},
      {"train_help.speak_form", "train_help.speak"},       {"train_help.wait_form", "train_help.wait"},
      {"train_help.speaker_form", "train_help.speaker"},   {"train_help.look_form", "train_help.look"},
      {"train_help.role_form", "train_help.role"},         {"train_help.observe_form", "train_help.observe"},
      {"train_help.learn_form", "train_help.learn"},       {"train_help.hint_form", "train_help.hint"},
      {"train_help.back_form", "train_help.back"},         {"train_help.branch_form", "train_help.branch"},
      {"train_help.moves_form", "train_help.moves"},       {"train_help.judge_form", "train_help.judge"},
      {"train_help.overrule_form", "train_help.overrule"}, {"train_help.remark_form", "train_help.remark"},
      {"train_help.inject_form", "train_help.inject"},     {"train_help.retract_form", "train_help.retract"},
      {"train_help.stop_form", "train_help.stop"},
  };
  std::string help;
  for (const auto& [form, about] : kLines)
    help += fmt::format("  {:<30} {}\n", text::say(voice, form), text::say(voice, about));
  return help;
}

}  // namespace casus::desk
