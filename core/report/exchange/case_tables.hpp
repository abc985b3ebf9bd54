// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/page/layout.hpp"
#include "core/text/voice.hpp"

#include <vector>

/// Cases and actions as rows for a spreadsheet: one line each, days as 2026-03-02, keys that stay the same in a first
/// line of headers.
namespace casus::report {

page::Row case_table_header();
page::Row case_table_row(const Case& state, const text::Voice& voice);

page::Row action_table_header();
std::vector<page::Row> action_table_rows(const Case& state, const text::Voice& voice);

}  // namespace casus::report
