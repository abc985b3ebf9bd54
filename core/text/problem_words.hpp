// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"
#include "core/text/voice.hpp"

#include <string>

/// What is wrong with a file, in words.
namespace casus::text {

Message message_of(const Telling& telling);

/// What to do about it; empty when the message says so itself.
Message remedy_of(const Telling& telling);

/// Why the system could not do something, by its number (`errno`).
Message system_words(int error);
/// The same of a file that was to be made or written: what is not there then is its folder.
Message system_words_of_making(int error);

/// What is wrong and what to do, without its place: "missing 'minutes'; add 'minutes'".
std::string problem_words(const Problem& problem, const Voice& voice);

/// The same for text of which a reader is told the number of the line only: "column 7: a comma is missing before '{'".
std::string problem_line(const Problem& problem, const Voice& voice);

}  // namespace casus::text
