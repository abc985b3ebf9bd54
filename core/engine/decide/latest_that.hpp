// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"

#include <functional>
#include <vector>

/// What somebody may have meant by a number that is none. Internal to core/engine.
namespace casus::engine {

/// What was said and fits, five at most: the last first. Behind it stands what was said without a name, in the order of
/// its ids, as that of the log says who was first.
std::vector<const Contribution*> latest_that(const Case& c, const std::function<bool(const Contribution&)>& fits);

/// "b7 (Mevrouw)". Of what is not shown to all the id alone: whoever wrote it knows it.
text::Message with_its_words(const Case& c, const Contribution& said);

}  // namespace casus::engine
