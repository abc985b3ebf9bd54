// SPDX-License-Identifier: EUPL-1.2
#include "core/training/play/small_talk.hpp"

#include "core/method/phrases.hpp"
#include "core/training/play/called.hpp"
#include "core/training/play/small_talk_data.hpp"
#include "core/training/play/what_is_asked.hpp"
#include "core/training/scenario/words_in_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

namespace casus::training {
namespace {

/// Before a line that may be asked of a case as well.
constexpr std::string_view kOfCasesToo = "~ ";

void look_in_small_talk(const std::vector<std::string>& phrases, const std::string& pointer, Problems& problems) {
  const auto lines = small_talk();
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    const Phrases alone{{phrases[i]}, {}};
    const auto line = std::ranges::find_if(lines, [&](std::string_view one) { return mentions(one, alone); });
    if (line != lines.end())
      problems.push_back(
          {fmt::format("{}/{}", pointer, i), tell("wrong.small_talk", {{"got", phrases[i]}, {"line", *line}})});
  }
}

/// The words of the lines that nobody asks of a case.
std::set<std::string> lines_of_no_case() {
  std::set<std::string> all;
  for (const auto line : lines_of(kSmallTalk))
    if (!line.starts_with(kOfCasesToo)) all.insert(method::spaced_words(line));
  return all;
}

Phrases words_of_the_table() {
  const auto lines = lines_of(kTableWords);
  return {{lines.begin(), lines.end()}, {}};
}

}  // namespace

std::vector<std::string_view> lines_of(std::string_view bytes) {
  std::vector<std::string_view> lines;
  while (!bytes.empty()) {
    const auto end = std::min(bytes.find('\n'), bytes.size());
    if (end > 0) lines.push_back(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return lines;
}

std::vector<std::string_view> table_list(std::string_view key) {
  for (const auto line : lines_of(kAboutTable)) {
    const auto colon = line.find(':');
    if (line.substr(0, colon) == key) return divided(line.substr(colon + 1), ",");
  }
  return {};
}

std::vector<std::string_view> small_talk() {
  auto lines = lines_of(kSmallTalk);
  for (auto& line : lines)
    if (line.starts_with(kOfCasesToo)) line.remove_prefix(kOfCasesToo.size());
  return lines;
}

bool is_small_talk(std::string_view text, const Scenario& scenario) {
  static const auto kWords = words_of_the_table();
  static const auto kLines = lines_of_no_case();
  if (kLines.contains(method::spaced_words(text))) return true;
  NamesAtTable names;
  names.others.push_back(scenario.persona.name);
  for (const auto& person : scenario.network) names.others.push_back(person.name);
  return mentions(text, kWords) && !speaks_of_the_case(with_pronouns(text, scenario.persona.name), names);
}

Problems heard_in_small_talk(const Scenario& scenario) {
  Problems problems;
  each_condition(scenario, [&](const Condition& when, const std::string& pointer) {
    each_part(when, pointer, [&](const Condition& part, const std::string& place) {
      if (part.op != Condition::Op::said) return;
      look_in_small_talk(part.about.nl, place + "/said/about/nl", problems);
      look_in_small_talk(part.about.en, place + "/said/about/en", problems);
    });
  });
  return problems;
}

}  // namespace casus::training
