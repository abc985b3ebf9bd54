// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/meeting/guided/guided.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/desk/typed/known_in_case.hpp"
#include "core/web/html.hpp"

#include <optional>
#include <string>
#include <vector>

/// What a table agrees in a case, on the page of who leads.
namespace casus::web {

struct Visit;
class Fields;

/// A form for a goal, one for an action and one for the day to look back, each folded. `people`: at the table; `known`:
/// who and what else there is in the case, where that may be known. `typed`: what was filled in and not done.
Html agreeing(const Visit& visit, const desk::Desk& desk, const service::Table& table,
              const std::vector<std::string>& people, const desk::KnownInCase* known, const Fields* typed);

/// What one of these forms holds; nothing of another form, and of a day that is none.
std::optional<CommandBody> agreed_in(const Visit& visit);

}  // namespace casus::web
