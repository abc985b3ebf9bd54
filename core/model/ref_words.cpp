// SPDX-License-Identifier: EUPL-1.2
#include "core/model/ref_words.hpp"

#include "core/base/text.hpp"
#include "core/model/case/mending.hpp"

namespace casus {

using namespace text::literals;
using text::msg;

text::Message ref_words(std::string_view ref) {
  if (ref == key(CaseText::title)) return msg("mending.ref_title");
  if (ref == key(CaseText::question)) return msg("mending.ref_question");
  if (ref == key(CaseText::purpose)) return msg("mending.ref_purpose");
  if (!ref.empty() && ref.front() >= '0' && ref.front() <= '9') return msg("mending.ref_line", "number"_is = ref);
  return text::Message::verbatim(std::string(ref));
}

std::string ref_typed(std::string_view typed) {
  auto ref = folded(trimmed(typed));
  if (ref.starts_with('#')) ref.erase(0, 1);
  return ref;
}

bool is_line_number(std::string_view ref) {
  return !ref.empty() && ref.size() < 10 && ref.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace casus
