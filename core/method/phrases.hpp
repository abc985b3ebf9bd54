// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/method/vocabulary.hpp"

#include <string_view>
#include <vector>

namespace casus::method {

/// A way of saying that gives advice, also when it is put as a question (R6). '…' stands for some words in between.
struct Phrase {
  std::string_view text;  ///< lower case
  Lang lang = Lang::nl;
  Mark mark = Mark::documented;  ///< the first pattern is named in the literature [RTC], the others are ours
};

const std::vector<Phrase>& advice_phrases();

/// The advice phrase that stands in the text, as it is written in `advice_phrases`, or empty. Both languages are looked
/// for: people mix them. Whole words only, capitals and typographic quotes make no difference, and a phrase does not
/// run on into the next sentence. A finding is a remark for the chair, not a judgement: "wat moet je weten?" is no
/// advice and is not found, "je moet" in a quotation is.
std::string_view advice_in(std::string_view text);

}  // namespace casus::method
