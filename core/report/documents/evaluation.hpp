// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/page/page.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

namespace casus::report {

/// Looking back, for the table: opens with what is better; scores then and now; goals and actions done, partly and not;
/// the network then and now; keep, change, stop; the next round or closing, with the reason; learning lines apart, as a
/// number only (R15). `then` is the same case on the day that is looked back to.
page::Page evaluation_page(const Case& now, const Case& then, Date then_day, const text::Voice& voice);

/// What of it a dossier does not say itself: scores and network, then and now.
void add_then_and_now(page::Page& page, const Case& now, const Case& then, Date then_day, const text::Voice& voice);

nlohmann::json evaluation_json(const Case& now, const Case& then, Date then_day);

}  // namespace casus::report
