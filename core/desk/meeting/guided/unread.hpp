// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/text/message.hpp"

#include <string>
#include <string_view>

namespace casus::service {
struct Table;
}

/// Where each writes unseen, why a line was not done stands on a screen that all look at: then it says what is wrong
/// with the line and repeats nothing of it but names that everybody knows.
namespace casus::desk {

/// The message with an ellipsis for each piece of `line`. What a definition says - fields, scales, options - stays.
text::Message without_typed(const text::Message& message, const service::Table& table, std::string_view line);

/// The same of a sentence: for each piece of `line` that stands in it between quotes.
std::string without_quoted(std::string sentence, const service::Table& table, std::string_view line);

/// The same of the line that the sentence offers, where words of `line` were put in it: "bedoel je dit: corrigeer b4:
/// …?".
std::string without_offered(std::string sentence, std::string_view offered, std::string_view line);

}  // namespace casus::desk
