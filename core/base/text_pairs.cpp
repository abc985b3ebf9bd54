// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text_pairs.hpp"

#include "core/base/json_fields.hpp"
#include "core/base/json_place.hpp"
#include "core/base/text.hpp"

#include <algorithm>

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
  }
  for (const auto& [name, value] : in.items()) look(value, fields::child(pointer, name), problems);
}

}  // namespace

Problems uneven_texts(std::string_view bytes) {
  Problems problems;
  const auto in = json::parse(bytes, nullptr, false);
  if (!in.is_discarded()) look(in, "", problems);
  place(problems, bytes);
  std::ranges::stable_sort(problems, {}, [](const Problem& it) { return std::pair(it.at.line, it.at.column); });
  return problems;
}

}  // namespace casus
