// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/forms/form.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::desk {

class Desk;

/// What the verb at `verb` can be about that puts something right in this case, by its words, the newest line first:
/// what the seat at this desk may put right there. Nothing for another verb, nor for who does not work at its table.
/// Not what is unseen still, nor what was said without names: in a list it would tell who was first.
std::vector<FormChoice> records_to_mend(Desk& desk, std::string_view verb, const std::string& case_id);

/// The same of what stands beside the talk, whoever it is of: for who leads, and writes it down for them.
std::vector<FormChoice> records_beside_talk(Desk& desk, const std::string& case_id);

/// The words that stand there now of what `records_beside_talk` calls so, as they are put right; empty: there is none.
std::string words_beside_talk(Desk& desk, const std::string& case_id, std::string_view ref);

}  // namespace casus::desk
