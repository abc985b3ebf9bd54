// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/table/table.hpp"
#include "tests/engine/story.hpp"

namespace casus::test {

/// What Bram sees of the case.
inline service::Table shown(const Story& story, Lang lang = Lang::nl) {
  return service::table(story.c, story.library, story.now, lang, "Bram");
}

}  // namespace casus::test
