// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/fault.hpp"
#include "core/text/voice.hpp"

#include <string>

namespace casus::desk {

/// A fault for who reads it: what a plugin did is said in their language, what a disk says as it says it.
std::string fault_words(const Fault& fault, const text::Voice& voice);

/// The same for who only works on a page: what became of their words, and not where the store lies. `sent`: a form was,
/// and it can be sent again.
std::string fault_words_for_all(const Fault& fault, bool sent, const text::Voice& voice);

/// Whether nobody knows if what was asked was kept.
bool may_be_kept(const Fault& fault);

/// Whether another server shows the store: this one can take its place when that is gone.
bool is_shown_elsewhere(const Fault& fault);

/// Which fault it is, without a word of what it is about: "database.gone", for a log that strangers read.
std::string fault_name(const Fault& fault);

}  // namespace casus::desk
