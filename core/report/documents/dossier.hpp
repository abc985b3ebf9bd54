// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/page/page.hpp"
#include "core/report/definitions.hpp"
#include "core/text/voice.hpp"

namespace casus::report {

/// The case as a document to keep, print or hand to the resident: what was asked, said, decided and agreed, with the
/// network circle, and the genogram and the scores when there are any, as pictures. Left out: contributions of a hidden
/// step that is still open, first opinions of decisions not taken yet, and the text of learning lines and signals
/// (R15). With `then`, the same case on the day that its evaluation looks back to, scores and network stand in it then
/// and now.
page::Page dossier_page(const Case& state, const Definitions& definitions, const text::Voice& voice,
                        const Case* then = nullptr);

}  // namespace casus::report
