// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/readable.hpp"

#include <fmt/format.h>

namespace casus::engine {

void ReadableTexts::look(std::string_view key, const std::string& text) {
  if (refusal_) return;
  if (text.size() > kLongestText) {
    refusal_ = Refusal{
        "TextTooLong",
        "",
        {fmt::format("De tekst bij '{}' is te lang: {} tekens, het mogen er {} zijn.", key, text.size(), kLongestText),
         fmt::format("The text of '{}' is too long: {} bytes, {} is the limit.", key, text.size(), kLongestText)},
        {"Schrijf korter op wat nodig is.", "Write down what is needed, in fewer words."},
        {}};
  } else if (!is_utf8(text) || text.find('\0') != std::string::npos) {
    refusal_ = Refusal{"TextNotReadable",
                       "",
                       {fmt::format("De tekst bij '{}' bevat tekens die niet te lezen zijn.", key),
                        fmt::format("The text of '{}' holds characters that cannot be read.", key)},
                       {"Gebruik gewone tekst (UTF-8).", "Use plain text (UTF-8)."},
                       {}};
  }
}

}  // namespace casus::engine
