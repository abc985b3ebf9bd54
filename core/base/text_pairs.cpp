// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text_pairs.hpp"

#include "core/base/json/json_fields.hpp"
#include "core/base/json/json_place.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace casus {
namespace {

using nlohmann::json;

/// A name of one or two words can be the same in both, or much shorter in one.
constexpr std::size_t kSentence = 60;
constexpr std::size_t kFarLonger = 3;
constexpr std::size_t kFewPhrases = 4;

std::vector<std::string> numbers_in(std::string_view text) {
  std::vector<std::string> all;
  bool before = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !before) all.emplace_back();
    if (digit) all.back() += c;
    before = digit;
  }
  std::ranges::sort(all);
  return all;
}

Telling uneven(const std::string& nl, const std::string& en) {
  if (trimmed(nl).empty() || trimmed(en).empty()) return {};  // told by the check of the file
  if (nl == en) return std::ranges::count(nl, ' ') >= 2 ? tell("wrong.same_words") : Telling();
  if (is_question(nl) != is_question(en)) return tell("wrong.one_asks");
  if (numbers_in(nl) != numbers_in(en)) return tell("wrong.other_numbers");
  const auto [shorter, longer] = std::minmax({nl.size(), en.size()});
  if (longer > kSentence && longer > kFarLonger * shorter) return tell("wrong.far_longer");
  return {};
}

Telling uneven_lists(const json& nl, const json& en) {
  const auto [fewer, more] = std::minmax({nl.size(), en.size()});
  return more > kFewPhrases && more > kFarLonger * fewer
             ? tell("wrong.fewer_phrases", {{"nl", nl.size()}, {"en", en.size()}})
             : Telling();
}

std::pair<std::size_t, std::size_t> at_place(const Problem& it) { return {it.at.line, it.at.column}; }

/// How many texts speak a language besides the two, and which do not.
struct Spoken {
  std::map<std::string, int> in;  ///< by code
  int texts = 0;
  std::map<std::string, Problems> without;  ///< by code
};

/// Texts in more languages are compared with the English ones.
void look_at_others(const json& in, const std::string& en, const std::string& pointer, Problems& problems) {
  for (const auto& [name, value] : in.items()) {
    if (!other_language(name) || !value.is_string()) continue;
    if (auto told = uneven(value.get_ref<const std::string&>(), en); told != Telling())
      problems.push_back({fields::child(pointer, name), std::move(told)});
  }
}

bool is_text(const json& in) {
  const auto nl = in.find("nl"), en = in.find("en");
  return nl != in.end() && en != in.end() && nl->is_string() && en->is_string();
}

void count_languages(const json& in, Spoken& spoken) {
  if (in.is_object() && is_text(in)) {
    ++spoken.texts;
    for (const auto& [name, value] : in.items())
      if (other_language(name) && value.is_string()) ++spoken.in[name];
  }
  if (in.is_structured())
    for (const auto& value : in) count_languages(value, spoken);
}

void find_without(const json& in, const std::string& pointer, Spoken& spoken) {
  if (in.is_array())
    for (std::size_t i = 0; i < in.size(); ++i) find_without(in[i], pointer + '/' + std::to_string(i), spoken);
  if (!in.is_object()) return;
  if (is_text(in))
    for (const auto& [code, count] : spoken.in)
      if (!in.contains(code)) spoken.without[code].push_back({pointer, {}});
  for (const auto& [name, value] : in.items()) find_without(value, fields::child(pointer, name), spoken);
}

/// A language that some texts have and others have not: told once, at the first that has it not.
void half_spoken(const json& in, std::string_view bytes, Problems& problems) {
  Spoken spoken;
  count_languages(in, spoken);
  if (spoken.in.empty()) return;
  find_without(in, "", spoken);
  for (auto& [code, without] : spoken.without) {
    place(without, bytes);
    auto first = *std::ranges::min_element(without, {}, at_place);
    first.message = tell("wrong.half_spoken", {{"language", code}, {"with", spoken.in[code]}, {"all", spoken.texts}});
    problems.push_back(std::move(first));
  }
}

void look(const json& in, const std::string& pointer, Problems& problems) {
  if (in.is_array())
    for (std::size_t i = 0; i < in.size(); ++i) look(in[i], pointer + '/' + std::to_string(i), problems);
  if (!in.is_object()) return;
  const auto nl = in.find("nl"), en = in.find("en");
  if (nl != in.end() && en != in.end()) {
    auto told = nl->is_string() && en->is_string()
                    ? uneven(nl->get_ref<const std::string&>(), en->get_ref<const std::string&>())
                : nl->is_array() && en->is_array() ? uneven_lists(*nl, *en)
                                                   : Telling();
    if (told != Telling()) problems.push_back({pointer, std::move(told)});
    if (is_text(in)) look_at_others(in, en->get_ref<const std::string&>(), pointer, problems);
  }
  for (const auto& [name, value] : in.items()) look(value, fields::child(pointer, name), problems);
}

}  // namespace

Problems uneven_texts(std::string_view bytes) {
  Problems problems;
  const auto in = json::parse(bytes, nullptr, false);
  if (in.is_discarded()) return problems;
  look(in, "", problems);
  half_spoken(in, bytes, problems);
  place(problems, bytes);
  std::ranges::stable_sort(problems, {}, at_place);
  return problems;
}

}  // namespace casus
