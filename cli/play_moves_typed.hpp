// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/play_words.hpp"

/// The moves of a training as they are typed, without their first word; `by` is who makes the move.
namespace casus::cli {

/// "3 weken".
Understood typed_wait(Context& context, const training::Play& play, const std::string& by, const std::string& rest);

/// "a omdat ...", "schuldhulp b omdat ...": without its name, the decision that came up last.
Understood typed_choose(Context& context, const training::Play& play, const std::string& by, const std::string& rest);

/// "zus waarover": the longest name of the network that the text begins with.
Understood typed_consult(Context& context, const training::Play& play, const std::string& by, const std::string& rest);

/// "Ria punt: open-vragen gezegd: ... effect: ... cijfer: 2 sterk: ... probeer: ...".
Understood typed_observe(Context& context, const training::Play& play, const std::string& by, const std::string& rest);

/// "2", or nothing for one.
Understood typed_back(Context& context, const training::Play& play, const std::string& by, const std::string& rest);

}  // namespace casus::cli
