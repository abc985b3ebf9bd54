// SPDX-License-Identifier: EUPL-1.2
#include "cli/screen/asking.hpp"

#include "cli/screen/line_editor.hpp"
#include "core/desk/words/words_of_line.hpp"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace casus::cli {
namespace {

using text::msg;

/// One thing that is asked.
struct Question {
  Parsed::Lack lack;
  bool stops = true;      ///< without an answer it goes no further
  std::string further{};  ///< the option for what is answered besides
};

/// What the line lacks, and then what most people fill in; nothing of the second when only that could be asked.
std::vector<Question> questions_of(const Parsed& parsed, const std::vector<std::string>& arguments) {
  std::vector<Question> all;
  for (const auto& lack : parsed.lacks) all.push_back({lack});
  const auto* entry = entry_of(parsed.path);
  if (entry == nullptr) return all;
  const auto verb = entry->fresh();  // of a line that is not whole none was made
  Slots slots;
  verb->shape(slots);
  bool needed = !all.empty();
  for (const auto& slot : slots.all()) {
    const auto is_it = [&](const std::string& one) { return one == slot.name || one.starts_with(slot.name + '='); };
    if (!slot.usual || slot.kind != Slot::Kind::option || std::ranges::any_of(arguments, is_it)) continue;
    needed = needed || slot.stops;
    all.push_back({{slot.name, slot.about, slot.choices, false, slot.asks}, slot.stops, slot.further});
  }
  if (!needed) all.clear();
  return all;
}

/// Whether the line is done in somebody's name, and nobody gave one.
bool lacks_name(const Parsed& parsed) {
  const auto* entry = entry_of(parsed.path);
  if (entry == nullptr || !parsed.globals.as.empty()) return false;
  const auto access = entry->fresh()->access();
  return !access.reads && (access.ground == desk::Ground::self || access.ground == desk::Ground::table);
}

/// The line with an answer behind it.
std::vector<std::string> with(std::vector<std::string> arguments, const Parsed::Lack& lack, const std::string& answer) {
  arguments.push_back(lack.word ? answer : lack.name + '=' + answer);
  return arguments;
}

/// The choice that is meant by its number, or by a part of its words that no other has; else the answer as it is.
std::string chosen(const std::string& answer, const Choices& choices, const text::Voice& voice) {
  std::size_t number = 0;
  const auto* const end = answer.data() + answer.size();
  if (const auto read = std::from_chars(answer.data(), end, number); read.ec == std::errc{} && read.ptr == end)
    return number >= 1 && number <= choices.size() ? std::string(choices[number - 1].key) : answer;
  const auto typed = folded(answer);
  std::string_view found;
  for (const auto& choice : choices) {
    const auto words = folded(choice.words.in(voice));
    if (choice.key == typed || words == typed) return answer;
    if (words.find(typed) == std::string::npos) continue;
    if (!found.empty()) return answer;
    found = choice.key;
  }
  return found.empty() ? answer : std::string(found);
}

/// "1, 3", "wmo en jeugdwet": one answer or several, each as its choice is called.
std::vector<std::string> answers_in(const std::string& typed, const Question& question, const text::Voice& voice) {
  const auto& choices = question.lack.choices;
  const auto is_choice = [&](const std::string& one) {
    return std::ranges::any_of(choices, [&](const Choice& choice) { return choice.key == one; });
  };
  const auto whole = choices.empty() ? typed : chosen(typed, choices, voice);
  if (question.further.empty() || is_choice(whole)) return {whole};
  auto rest = typed;
  const auto link = msg("text.and").in(voice);
  for (auto at = rest.find(link); at != std::string::npos; at = rest.find(link)) rest.replace(at, link.size(), ",");
  std::vector<std::string> all;
  for (std::size_t at = 0; at <= rest.size();) {
    const auto end = std::min(rest.find_first_of(",+&;", at), rest.size());
    if (const auto part = trimmed(std::string_view(rest).substr(at, end - at)); !part.empty())
      all.push_back(chosen(std::string(part), choices, voice));
    at = end + 1;
  }
  return all.empty() ? std::vector{whole} : all;
}

/// Nothing at the end of input.
std::optional<std::string> typed_answer(Screen& screen) {
  auto line = TypedLines(screen, true, {}).next("> ");
  return line ? std::optional(std::string(trimmed(*line))) : std::nullopt;
}

/// With the choices below each other, each with a number to type.
std::optional<std::string> asked(const Question& question, std::size_t number, std::size_t of, Screen& screen,
                                 const text::Voice& voice) {
  const auto& lack = question.lack;
  const auto& asks = lack.asks.empty() ? lack.about : lack.asks;
  auto line = msg("asking.question", "about"_is = asks.in(voice), "number"_is = number, "of"_is = of).in(voice);
  if (!question.stops) line += msg("asking.skip").in(voice);
  if (!question.further.empty()) line += msg("asking.several").in(voice);
  screen.line(line, Screen::Tone::strong);
  for (std::size_t i = 0; i < lack.choices.size(); ++i)
    screen.line("  " + std::to_string(i + 1) + "  " + lack.choices[i].words.in(voice));
  return typed_answer(screen);
}

/// Without the name of the option, which nobody typed here.
std::string told(const std::string& problem, const Parsed::Lack& lack) {
  const auto name = lack.name + ": ";
  return problem.starts_with(name) ? problem.substr(name.size()) : problem;
}

}  // namespace

bool can_ask(const Globals& globals) {
  return !globals.json && isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0;
}

std::string ask(Screen& screen, const std::string& question) {
  screen.line(question, Screen::Tone::strong);
  return typed_answer(screen).value_or(std::string());
}

std::optional<std::vector<std::string>> asked_for(const Parsed& parsed, std::vector<std::string> arguments,
                                                  Screen& screen, const Spelling& how) {
  const auto lang = parsed.globals.lang;
  const auto questions = questions_of(parsed, arguments);
  // First who it is: after four answers nobody should hear that a name was needed, and that they are gone.
  if (!questions.empty() && lacks_name(parsed)) {
    const auto name = ask(screen, msg("bare.who_are_you").in(lang));
    if (name.empty()) {
      screen.line(msg("asking.stopped").in(lang));
      return std::nullopt;
    }
    arguments.push_back("--as=" + name);
  }
  std::vector<std::vector<std::string>> before;  // the line as it was at each question that was answered
  for (std::size_t i = 0; i < questions.size();) {
    const auto& question = questions[i];
    const auto typed = asked(question, i + 1, questions.size(), screen, lang);
    if (!typed || desk::is_said_as(*typed, msg("asking.stop_words"))) {
      screen.line(msg("asking.stopped").in(lang));
      return std::nullopt;
    }
    const auto& answer = *typed;
    if (desk::is_said_as(answer, msg("asking.back_words"))) {
      if (i == 0) continue;
      --i;
      arguments = std::move(before.back());
      before.pop_back();
      continue;
    }
    // Enter that was hit too often does not throw away what was answered.
    if (answer.empty() && question.stops) screen.line(msg("asking.needed").in(lang), Screen::Tone::warning);
    if (answer == "?" || (answer.empty() && question.stops)) continue;  // asked once more
    if (answer.empty()) {
      before.push_back(arguments);
      ++i;
      continue;
    }
    auto longer = arguments;
    const auto given = answers_in(answer, question, lang);
    for (std::size_t one = 0; one < given.size(); ++one)
      longer = one == 0 ? with(std::move(longer), question.lack, given[one])
                        : with(std::move(longer), {question.further, {}, {}, false}, given[one]);
    const auto now = parse(longer, parsed.globals, how);
    // What is still lacking is asked next; anything more is wrong with this answer.
    if (now.problems.size() > now.lacks.size()) {
      // The choices stand there, and are asked once more.
      if (!question.lack.choices.empty())
        screen.line(msg("asking.one_of_these", "answer"_is = answer).in(lang), Screen::Tone::warning);
      else
        for (const auto& problem : now.problems)
          if (std::ranges::find(parsed.problems, problem) == parsed.problems.end())
            screen.line(told(problem, question.lack), Screen::Tone::warning);
      continue;
    }
    before.push_back(std::exchange(arguments, std::move(longer)));
    ++i;
  }
  return arguments;
}

}  // namespace casus::cli
