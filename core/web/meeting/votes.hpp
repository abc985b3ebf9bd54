// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/meeting/guided/guided.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/web/html.hpp"

#include <string>
#include <vector>

/// Voting on the pages of a meeting.
namespace casus::web {

struct Visit;
class Fields;

/// A form with what is voted on, posted to `to`: to choose, to put in order or to lay points on. Nothing where nobody
/// votes, or where these kinds have no vote. `people`: whose vote it may be, to choose from; empty: that of who fills
/// it in. `typed`: what was chosen and not done.
Html vote_part(const Visit& visit, const service::Table& table, const std::vector<service::SaidKind>& kinds,
               const std::string& to, const std::vector<std::string>& people, const Fields* typed);

/// What such a form holds.
Vote vote_given(const Visit& visit);

}  // namespace casus::web
