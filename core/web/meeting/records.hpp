// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/meeting/guided/guided.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/web/html.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::desk {
class Desk;
}

/// What a step asks for in fields of its own, on the pages of a meeting.
namespace casus::web {

struct Visit;
class Fields;

/// Names, in the form of a record, each of its fields that is typed and not chosen.
inline constexpr std::string_view kOwnWords = "words";

/// Of these kinds those that are one text: a record and a vote have a form of their own.
std::vector<service::SaidKind> in_one_text(std::vector<service::SaidKind> kinds);

/// Of these kinds those that are records: a form each, folded, with an input for every field, posted to `to`. `people`:
/// whose words it may hold, to choose from; empty: those of who fills it in. `typed`: what was filled in and not done.
Html record_parts(const Visit& visit, desk::Desk& desk, const service::Table& table,
                  const std::vector<service::SaidKind>& kinds, const std::string& to,
                  const std::vector<std::string>& people, const Fields* typed);

/// What such a form holds.
Record record_in(const Visit& visit);

}  // namespace casus::web
