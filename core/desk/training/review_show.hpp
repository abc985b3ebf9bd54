// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/desk/reply.hpp"
#include "core/model/words.hpp"

#include <cstdint>
#include <string>
#include <vector>

/// A review shown by made-up people: one trainer, alone, with the rules as they come.
namespace casus::desk {

struct ReviewWish {
  std::string method = "solution-focused/reflecting-team";
  std::vector<std::string> people;  ///< "NAME=STYLE"; empty: those of the file
  Mode mode = Mode::strict;
  std::int64_t seed = 1;
  std::string file;  ///< of people and sentences; empty: the one that is shipped
};

/// What there is to see, in its order: who they are, a reply for each step, and how it went; or one document, or what
/// is wrong with the file. `voice` writes ways on. Throws Usage.
std::vector<Reply> show_review(Desk& desk, const ReviewWish& wish, const text::Voice& voice);

}  // namespace casus::desk
