// SPDX-License-Identifier: EUPL-1.2
#include "cli/play_verbs.hpp"

#include "cli/tree.hpp"
#include "core/desk/command_text.hpp"
#include "core/text/voice.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

/// The words of the command line, typed in a training.
namespace casus::cli {
namespace {

struct Path {
  std::string path;
  std::ptrdiff_t used = 0;
};

/// The longest verb that the words name.
Path path_of(const std::vector<std::string>& words) {
  Path best;
  const std::size_t skip = words.front() == "casus" ? 1 : 0;
  for (const std::string_view before : {"", "case ", "plan ", "network "}) {
    std::string path(before);
    for (std::size_t i = skip; i < words.size() && i < skip + 3; ++i) {
      path += (i > skip ? " " : "") + words[i];
      const auto* entry = entry_of(path);
      const bool about_a_case = path.starts_with("case ") || path.starts_with("plan ") || path.starts_with("network ");
      const auto used = static_cast<std::ptrdiff_t>(i + 1);
      if (entry != nullptr && about_a_case && used > best.used) best = {path, used};
    }
  }
  return best;
}

/// The text of such a line is not in the command of the case (R15), so it is taken from what was typed.
Understood line_for_the_team(const Trainee& trainee, Verb& verb, std::string_view path) {
  Slots slots;
  verb.shape(slots);
  std::string text, theme;
  for (const auto& slot : slots.all()) {
    const auto values = slot.get();
    if (slot.name == "TEXT" && !values.empty()) text = values.front();
    if (slot.name == "--theme" && !values.empty()) theme = values.front();
  }
  if (path == "case learn") return trainee.move(training::Learn{{text, theme}});
  return trainee.move(training::Signal{text, theme});
}

}  // namespace

std::optional<Understood> PlayVerbs::line(const Trainee& trainee, const std::string& text) const {
  const auto words = shell_words(text);
  if (!words || words->empty()) return std::nullopt;
  const auto path = path_of(*words);
  if (path.path.empty()) return std::nullopt;
  auto arguments = *shell_words(path.path);
  const auto rest = words->begin() + path.used;
  if (rest == words->end() || *rest != trainee.case_id()) arguments.push_back(trainee.case_id());
  std::copy(rest, words->end(), std::back_inserter(arguments));
  return this->arguments(trainee, arguments);
}

Understood PlayVerbs::arguments(const Trainee& trainee, const std::vector<std::string>& arguments) const {
  auto globals = context_.globals();
  globals.as = trainee.by;
  const auto lang = trainee.voice;
  auto parsed = parse(arguments, globals, {lang, date_of(trainee.play.clock())});
  if (parsed.outcome == Parsed::Outcome::help || parsed.verb == nullptr || parsed.outcome == Parsed::Outcome::usage) {
    std::string wrong;
    for (const auto& problem : parsed.problems) wrong += (wrong.empty() ? "" : "\n") + problem;
    if (const auto* entry = entry_of(parsed.path); entry != nullptr)
      wrong += (wrong.empty() ? "" : "\n") + text::say(lang, "play_verbs.example", "line"_is = entry->example.in(lang));
    return NotUnderstood{std::move(wrong)};
  }
  const auto* own = dynamic_cast<const CaseVerb*>(parsed.verb.get());
  if (own == nullptr) return Looked{arguments};
  if (parsed.path == "case learn" || parsed.path == "case signal")
    return line_for_the_team(trainee, *parsed.verb, parsed.path);
  return training::Move{parsed.globals.as, std::nullopt, own->body()};
}

void PlayVerbs::look(const Trainee& trainee, const std::vector<std::string>& arguments, Reply& reply) const {
  auto globals = context_.globals();
  globals.as = trainee.by;
  auto parsed = parse(arguments, globals, {trainee.voice, date_of(trainee.play.clock())});
  if (parsed.verb == nullptr) return;
  auto before = context_.sit({parsed.globals.as, Sureness::table, {}, {}});
  try {
    desk::perform(context_, *parsed.verb, reply);
  } catch (const Usage& usage) {
    reply.error(usage.message, Tone::warning);
  }
  context_.sit(std::move(before));
}

}  // namespace casus::cli
