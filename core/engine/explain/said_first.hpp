// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"
#include "core/method/criterion.hpp"
#include "core/text/message.hpp"

#include <string>
#include <vector>

/// Records that must refer to something of which nothing was said yet.
namespace casus::engine {

/// What a step cannot go on without, and a step to go back to where it can be said.
struct SaidFirst {
  const method::RecordType* type = nullptr;
  const method::RecordField* field = nullptr;
  std::string back{};  ///< the id of that step; empty: none that was there in this round takes it
};

/// Of each type of record that this asks for here and that cannot be made.
std::vector<SaidFirst> to_be_said_first(const Deciding& d, const method::Criterion& holds);

/// Whole sentences: what is missing, and where it can be said.
text::Message lack_in_words(const Deciding& d, const SaidFirst& lack);

}  // namespace casus::engine
