// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/training/typed_verbs.hpp"

#include "core/desk/typed/command_text.hpp"
#include "core/desk/typed/typed_line.hpp"
#include "core/desk/words/words_of_line.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace casus::desk {
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
      const auto* entry = entry_in(catalogue(), path);
      const bool about_a_case = path.starts_with("case ") || path.starts_with("plan ") || path.starts_with("network ");
      const auto used = static_cast<std::ptrdiff_t>(i + 1);
      if (entry != nullptr && about_a_case && used > best.used) best = {path, used};
    }
  }
  return best;
}

bool is_of_a_case(std::string_view path) {
  return path == "case" || path == "plan" || path == "network" || path.starts_with("case ") ||
         path.starts_with("plan ") || path.starts_with("network ");
}

/// The longest group of verbs that the words name, where they name no verb: "plan change".
Path group_of(const std::vector<std::string>& words) {
  Path best;
  const std::size_t skip = words.front() == "casus" ? 1 : 0;
  for (const std::string_view before : {"", "case ", "plan ", "network "}) {
    std::string path(before);
    for (std::size_t i = skip; i < words.size() && i < skip + 2; ++i) {
      path += (i > skip ? " " : "") + words[i];
      if (names_below(catalogue(), path).empty()) break;
      const auto used = static_cast<std::ptrdiff_t>(i + 1);
      if (is_of_a_case(path) && used > best.used) best = {path, used};
    }
  }
  return best;
}

/// "plan change a1" is of an action, "plan change g1" of a goal.
std::string verb_of_record(std::string_view group, std::string_view record) {
  for (const auto& [letter, name] : {std::pair{'a', " action"}, std::pair{'g', " goal"}})
    if (is_record(record, letter) && entry_in(catalogue(), std::string(group) + name) != nullptr)
      return std::string(group) + name;
  return {};
}

/// A line read into its verb. In whose name stands on it, or is the trainee's own.
struct ReadLine {
  ReadLine(const Trainee& trainee, const std::vector<std::string>& arguments) : by(trainee.by) {
    common.option("as", by, "context.casus_as");
    // What a line carries that is typed in a shell: here there is one store.
    common.option("store", elsewhere, "context.file_cases");
    common.option("keys", elsewhere, "context.key_file_when_does_lie");
    line.emplace(catalogue(), common, arguments);
    const Spelling how{trainee.voice, date_of(trainee.play.clock())};
    line->fill_common(how, wrong);
    std::vector<Lack> lacks;
    line->fill_verb(how, wrong, lacks);
    if (wrong.empty() && !line->asks_help()) verb = line->take_verb();
  }

  std::string by, elsewhere;
  Slots common;
  std::optional<TypedLine> line;
  std::unique_ptr<Verb> verb;  ///< null when it cannot be read
  std::vector<std::string> wrong;
};

bool names_file(const Slots& slots) {
  return std::ranges::any_of(slots.all(),
                             [](const Slot& slot) { return slot.input == Input::file && !slot.get().empty(); });
}

}  // namespace

std::optional<Understood> TypedVerbs::line(const Trainee& trainee, const std::string& text) const {
  const auto words = shell_words(text);
  if (!words || words->empty()) return std::nullopt;
  const auto path = path_of(*words);
  if (path.path.empty()) return unfinished(trainee, *words);
  auto arguments = *shell_words(path.path);
  const auto rest = words->begin() + path.used;
  if (rest == words->end() || *rest != trainee.case_id()) arguments.push_back(trainee.case_id());
  std::copy(rest, words->end(), std::back_inserter(arguments));
  return this->arguments(trainee, arguments);
}

/// A line of a shell whose verb is not whole is no words of somebody at the table: it is told which verbs there are.
std::optional<Understood> TypedVerbs::unfinished(const Trainee& trainee, const std::vector<std::string>& words) const {
  const auto group = group_of(words);
  if (group.path.empty()) return std::nullopt;
  const auto rest = words.begin() + group.used;
  const auto verb = rest == words.end() ? std::string() : verb_of_record(group.path, *rest);
  const bool of_a_shell = words.front() == "casus" || std::ranges::any_of(words, [](const std::string& word) {
                            return word.size() > 2 && word.starts_with("--");
                          });
  if (!of_a_shell && (verb.empty() || group.path.find(' ') == std::string::npos)) return std::nullopt;
  auto arguments = *shell_words(verb.empty() ? group.path : verb);
  if (!verb.empty()) arguments.push_back(trainee.case_id());
  std::copy(rest, words.end(), std::back_inserter(arguments));
  return this->arguments(trainee, arguments);
}

Understood TypedVerbs::arguments(const Trainee& trainee, const std::vector<std::string>& arguments) const {
  const ReadLine read(trainee, arguments);
  const auto& path = read.line->path();
  if (read.verb == nullptr) {
    std::string wrong;
    for (const auto& problem : read.wrong) wrong += (wrong.empty() ? "" : "\n") + problem;
    if (const auto* entry = entry_in(catalogue(), path); entry != nullptr)
      wrong += (wrong.empty() ? "" : "\n") +
               trainee.voice.say("play_verbs.example", "line"_is = entry->example.in(trainee.voice));
    return NotUnderstood{std::move(wrong)};
  }
  const auto* own = dynamic_cast<const CaseVerb*>(read.verb.get());
  if (own == nullptr) return Looked{arguments};
  if (auto line = own->team_line()) return training::Move{read.by, std::nullopt, training::told_team(std::move(*line))};
  return training::Move{read.by, std::nullopt, own->body()};
}

void TypedVerbs::look(const Trainee& trainee, const std::vector<std::string>& arguments, Reply& reply) const {
  const ReadLine read(trainee, arguments);
  if (read.verb == nullptr) return;
  if (files_ == Files::none && (read.verb->access().here || names_file(read.line->slots())))
    return reply.error(trainee.voice.say("call.only_here", "path"_is = read.line->path()), Tone::warning);
  auto before = desk_.sit({read.by, Sureness::table, {}, {}});
  try {
    perform(desk_, *read.verb, reply);
  } catch (const Usage& usage) {
    reply.error(usage.message, Tone::warning);
  } catch (...) {
    desk_.sit(std::move(before));
    throw;
  }
  desk_.sit(std::move(before));
}

}  // namespace casus::desk
