// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/page/html.hpp"
#include "core/report/definitions.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::report {

/// The case as a document to keep, print or hand to the resident: what was asked, said, decided and agreed. Markdown
/// with tables (GFM); what people typed cannot break out of its place. Left out: contributions of a hidden step that is
/// still open, first opinions of decisions not taken yet, and the text of learning lines and signals (R15).
/// With `then`, the same case on the day that its evaluation looks back to, scores and network stand in it then and
/// now.
std::string dossier_markdown(const Case& state, const Definitions& definitions, Lang lang, const Case* then = nullptr);

/// The pictures of a case with their headings: the network circle, and the genogram and the scores when there are any.
std::vector<page::HtmlPart> dossier_pictures(const Case& state, Lang lang);

/// One HTML page of a Markdown text, with the pictures below it.
std::string dossier_html(std::string_view markdown, std::string_view title, Lang lang,
                         const std::vector<page::HtmlPart>& pictures = {});

}  // namespace casus::report
