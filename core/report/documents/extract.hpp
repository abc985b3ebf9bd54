// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/access.hpp"
#include "core/model/case.hpp"
#include "core/page/page.hpp"
#include "core/report/definitions.hpp"
#include "core/text/voice.hpp"

#include <string>

namespace casus::report {

struct ExtractWishes {
  std::string person;        ///< id of the resident it is for; empty: a resident who is no person in the case
  bool with_safety = false;  ///< with notes on safety and the reporting code
};

/// What the resident may take home of the own case (domain.md 8: access, third-party data left out; who saw what, when
/// and why). It says itself what was left out and why: other people's names, what people of the network said, the
/// network map, lines that nobody placed yet, and notes on safety unless asked for. The resident is "u".
page::Page extract_page(const Case& state, const Looks& looks, const ExtractWishes& wishes,
                        const Definitions& definitions, const text::Voice& voice);

}  // namespace casus::report
