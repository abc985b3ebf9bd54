// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/redaction.hpp"
#include "core/page/page.hpp"
#include "core/text/voice.hpp"

#include <cstddef>
#include <string>
#include <vector>

/// Names of people who have nothing to do with who reads a page, taken out of it.
namespace casus::report {

/// "[iemand anders]"; two others stay two: each has a number, when there are several.
std::vector<HiddenName> with_marks(std::vector<std::string> names, const text::Voice& voice);

struct NamesHidden {
  std::size_t names = 0;    ///< places where one stood
  std::size_t numbers = 0;  ///< that could lead to somebody
};

/// Takes names, and numbers that could lead to somebody, out of every text of a page that people typed. A name in
/// `kept` stays where it stands whole, though others have part of it: a family shares a name. Not where it is part of a
/// longer name of somebody else.
NamesHidden hide_names(page::Page& page, const std::vector<HiddenName>& names, const std::vector<std::string>& kept,
                       const text::Voice& voice);

}  // namespace casus::report
