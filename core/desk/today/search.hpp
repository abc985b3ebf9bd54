// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/text/message.hpp"

#include <string>
#include <vector>

/// Finding a case by what somebody remembers of it.
namespace casus::desk {

class Desk;

/// Where in a case the words stand.
struct Found {
  enum class In { id, title, question, person, neighbourhood, theme, said, plan };

  std::string case_id;
  std::string title;
  In in{};
  std::string line;  ///< the text around what was found, on one line
};

/// "in de titel".
text::Message in_words(Found::In in);

/// What was found: so many that somebody can choose from them, and how many there are.
struct FoundCases {
  static constexpr std::size_t kMost = 50;

  std::vector<Found> first;
  std::size_t all = 0;
};

/// The cases that this seat may see in which every word of `text` stands: in the title, the question, a name, the
/// neighbourhood, a theme, what was said or the plan. Capitals and accents do not count. What is searched is opened in
/// memory alone; nothing readable comes on disk. Those that changed last come first. Each that is given is a look, and
/// is logged.
FoundCases find_cases(Desk& desk, const std::string& text);

}  // namespace casus::desk
