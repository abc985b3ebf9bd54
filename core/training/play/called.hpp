// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace casus::training {

/// What was said, and after it, each on a line of its own, the same with "hij", "hem", "zij" and so on where it calls
/// the resident otherwise ("die man", "ie", "that lady": called.txt). "Die man van de bank" is somebody else.
std::string with_pronouns(std::string_view said);
/// The same where the resident is called by this name: "Waar droomt meneer Berk van?" asks it of him, "What does Mr
/// Berk hope for?" too. Of a name without a title both are heard, he and she.
std::string with_pronouns(std::string_view said, std::string_view resident);

}  // namespace casus::training
