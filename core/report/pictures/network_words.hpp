// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/text/voice.hpp"

#include <string>

namespace casus::report {

/// "Joke (buurvrouw): vrienden, samenleving; gevraagd, antwoord: ja".
std::string in_words(const Case& state, const Person& person, const text::Voice& voice);

/// "Joke en inwoner: sterk, over en weer, met spanning".
std::string in_words(const Case& state, const Tie& tie, const text::Voice& voice);

/// Everybody on the map and every tie, one line each; what somebody hears who cannot see the picture.
std::string network_in_words(const Case& state, const text::Voice& voice);

}  // namespace casus::report
