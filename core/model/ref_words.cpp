// SPDX-License-Identifier: EUPL-1.2
#include "core/model/ref_words.hpp"

#include "core/model/mending.hpp"

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

}  // namespace casus
