// SPDX-License-Identifier: EUPL-1.2
#include "core/text/problem_words.hpp"

#include "core/base/files/regular_file.hpp"
#include "core/text/catalogue.hpp"

#include <cerrno>
#include <system_error>

namespace casus::text {
namespace {

Message by_id(std::string_view id, const std::vector<TellingPart>& parts) {
  std::vector<Argument> arguments;
  arguments.reserve(parts.size());
  for (const auto& part : parts) arguments.push_back({part.name, Value(message_of(part.value))});
  return Message(id, std::move(arguments));
}

}  // namespace

Message message_of(const Telling& telling) {
  return telling.id().empty() ? Message::verbatim(telling.words()) : by_id(telling.id(), telling.parts());
}

Message remedy_of(const Telling& telling) {
  if (telling.id().empty()) return {};
  const auto entry = find(std::string(telling.id()) + "_do");
  return entry ? by_id(entry->id, telling.parts()) : Message();
}

Message system_words(int error) { return message_of(system_said({error, std::generic_category()})); }

Message system_words_of_making(int error) {
  return error == ENOENT ? msg("wrong.folder_not_there") : system_words(error);
}

std::string problem_words(const Problem& problem, const Voice& voice) {
  auto words = voice.say(message_of(problem.message));
  const auto remedy = remedy_of(problem.message);
  return remedy.empty() ? words : words + "; " + voice.say(remedy);
}

std::string problem_line(const Problem& problem, const Voice& voice) {
  const auto words = problem_words(problem, voice);
  if (problem.at.column == 0) return words;
  if (problem.at.line == 0) return say(voice, "wrong.at_column", "column"_is = problem.at.column, "what"_is = words);
  return say(voice, "wrong.at_line", "line"_is = problem.at.line, "column"_is = problem.at.column, "what"_is = words);
}

}  // namespace casus::text
