// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/page/page.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

namespace casus::report {

/// All that a criterion, a step and a text check can be written with, out of the tables that the program itself reads
/// by: the forms of a criterion, what can be counted and asked of it, parts of the history, facts, roles, kinds and
/// scales.
page::Page vocabulary_page(const text::Voice& voice);

/// The same for a program: keys, words, and for each field its type and the words that it can hold.
nlohmann::json vocabulary_json(const text::Voice& voice);

}  // namespace casus::report
