// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/session.hpp"
#include "core/text/message.hpp"
#include "core/text/voice.hpp"

#include <string>
#include <vector>

/// What the paper on a sheet and the paper read aloud have in common. Internal to core/learning.
namespace casus::learning {

std::string paper_title(const Paper& paper, const text::Voice& voice);
/// Which day, and who were there.
std::string paper_colophon(const Session& seen, const text::Voice& voice);
std::string circle_in_words(const PaperCircle& circle, const text::Voice& voice);
/// "De bibliotheek: een ruimte, voor 1 juni"; with its id while it can still be answered or taken out.
std::string promise_in_words(const PaperPromise& promise, bool with_id, const text::Voice& voice);
std::vector<std::string> drawn_lines(const Paper& paper, PaperLayer layer);
/// What the table does next.
text::Message next_in_paper(const Paper& paper);

}  // namespace casus::learning
