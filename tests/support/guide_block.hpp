// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace casus::test {

/// Holds a part of a guide to what the program says: the lines between "<!-- <name> -->" and "<!-- /<name> -->" in a
/// file of the tree. CASUS_UPDATE_GOLDEN=1 writes them instead: read the difference before it is committed.
void check_block(const std::string& file, std::string_view name, const std::string& lines);

}  // namespace casus::test
