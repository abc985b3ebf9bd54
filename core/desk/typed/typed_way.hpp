// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/catalogue.hpp"
#include "core/text/voice.hpp"

#include <string>

namespace casus::desk {

/// A way on as it is typed, behind the name of the program: "case next 2026-001", and in `options` what goes behind it:
/// " --because \"...\"". Right for a POSIX shell but for its gaps.
struct TypedWay {
  std::string line;
  std::string options;
  bool named = false;  ///< it says itself in whose name
};
TypedWay typed_way(const Entries& entries, const text::Way& way, const text::Voice& voice);

/// Whether it matters who types it: definitions and the proof of a store are the same for everybody.
bool is_personal(const Entries& entries, std::string_view path);

}  // namespace casus::desk
