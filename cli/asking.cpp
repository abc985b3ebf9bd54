// SPDX-License-Identifier: EUPL-1.2
#include "cli/asking.hpp"

#include "cli/line_editor.hpp"

#include <unistd.h>

#include <algorithm>

namespace casus::cli {
namespace {

using text::msg;

/// The line with an answer behind it.
std::vector<std::string> with(std::vector<std::string> arguments, const Parsed::Lack& lack, const std::string& answer) {
  arguments.push_back(lack.word ? answer : lack.name + '=' + answer);
  return arguments;
}

std::string question_of(const Parsed::Lack& lack, std::size_t number, std::size_t of, const text::Voice& voice) {
  auto question =
      msg("asking.question", "about"_is = lack.about.in(voice), "number"_is = number, "of"_is = of).in(voice);
  if (!lack.choices.empty()) question += msg("asking.choices", "choices"_is = in_words(lack.choices, voice)).in(voice);
  return question;
}

}  // namespace

bool can_ask(const Globals& globals) {
  return !globals.json && isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0;
}

std::string ask(Screen& screen, const std::string& question) {
  screen.line(question, Screen::Tone::strong);
  const auto answer = TypedLines(screen, true, {}).next("> ");
  return std::string(trimmed(answer.value_or(std::string())));
}

std::optional<std::vector<std::string>> asked_for(const Parsed& parsed, std::vector<std::string> arguments,
                                                  Screen& screen, const Spelling& how) {
  const auto lang = parsed.globals.lang;
  for (std::size_t i = 0; i < parsed.lacks.size();) {
    const auto& lack = parsed.lacks[i];
    const auto answer = ask(screen, question_of(lack, i + 1, parsed.lacks.size(), lang));
    if (answer.empty()) {
      screen.line(msg("asking.stopped").in(lang));
      return std::nullopt;
    }
    auto longer = with(arguments, lack, answer);
    const auto now = parse(longer, parsed.globals, how);
    // What is still lacking is asked next; anything more is wrong with this answer.
    if (now.problems.size() > now.lacks.size()) {
      for (const auto& problem : now.problems)
        if (std::ranges::find(parsed.problems, problem) == parsed.problems.end())
          screen.line(problem, Screen::Tone::warning);
      continue;
    }
    arguments = std::move(longer);
    ++i;
  }
  return arguments;
}

std::vector<std::string> asked_besides(const Parsed& parsed, std::vector<std::string> arguments, Screen& screen,
                                       const Spelling& how) {
  if (!parsed.verb) return arguments;
  Slots slots;
  parsed.verb->shape(slots);
  std::vector<Parsed::Lack> besides;
  for (const auto& slot : slots.all())
    if (slot.usual && slot.kind == Slot::Kind::option && slot.get().empty())
      besides.push_back({slot.name, slot.about, slot.choices, false});
  for (std::size_t i = 0; i < besides.size();) {
    const auto answer = ask(screen, question_of(besides[i], i + 1, besides.size(), parsed.globals.lang));
    auto longer = with(arguments, besides[i], answer);
    const auto now = answer.empty() ? Parsed{} : parse(longer, parsed.globals, how);
    for (const auto& problem : now.problems) screen.line(problem, Screen::Tone::warning);
    if (!now.problems.empty()) continue;
    if (!answer.empty()) arguments = std::move(longer);
    ++i;
  }
  return arguments;
}

}  // namespace casus::cli
