// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/text/problem_words.hpp"

#include <string>
#include <string_view>

/// Problems as a person reads them, so that a test says the sentence and not its id.
namespace casus::test {

/// Of what is no JSON there is no pointer: its column says where.
inline bool is_no_json(std::string_view id) {
  for (const auto* one :
       {"wrong.no_json", "wrong.comma_missing", "wrong.comma_too_many", "wrong.ends_early", "wrong.line_in_text",
        "wrong.too_large", "wrong.too_deep", "wrong.remark_here", "wrong.other_quote"})
    if (id == one) return true;
  return false;
}

/// What is wrong, in English, without what to do.
inline std::string english(const Problem& problem) {
  auto words = text::message_of(problem.message).in(Lang::en);
  if (problem.at.column == 0 || !is_no_json(problem.message.id())) return words;
  return text::problem_line({{}, words, problem.at}, Lang::en);
}

/// The same problems with their sentences for ids, and without places.
inline Problems english(const Problems& problems) {
  Problems out;
  for (const auto& problem : problems) out.push_back({problem.pointer, english(problem)});
  return out;
}

}  // namespace casus::test
