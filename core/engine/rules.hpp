// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/text.hpp"
#include "core/method/vocabulary.hpp"

#include <array>
#include <string_view>

namespace casus::engine {

/// One of the rules that every method keeps (domain.md chapter 10), and where this program keeps it.
struct Rule {
  std::string_view id;
  method::Level level;
  std::string_view text;     ///< id in the catalogue of messages
  std::string_view kept_in;  ///< source file that refuses, requires or notices
};

/// R1-R18 in order. `casus method show` and the documents print from here; a test holds each to a test of its own.
const std::array<Rule, 18>& rules();

}  // namespace casus::engine
