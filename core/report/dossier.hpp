// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/report/definitions.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::report {

/// A Markdown text and the picture below it: an SVG element, such as `network_svg` makes, or nothing.
struct HtmlPart {
  std::string markdown;
  std::string picture;
};

/// The case as a document to keep, print or hand to the resident: what was asked, said, decided and agreed. Markdown
/// with tables (GFM); what people typed cannot break out of its place. Left out: contributions of a hidden step that is
/// still open, first opinions of decisions not taken yet, and the text of learning lines and signals (R15).
/// With `then`, the same case on the day that its evaluation looks back to, scores and network stand in it then and
/// now.
std::string dossier_markdown(const Case& state, const Definitions& definitions, Lang lang, const Case* then = nullptr);

/// The pictures of a case with their headings: the network circle, and the genogram and the scores when there are any.
std::vector<HtmlPart> dossier_pictures(const Case& state, Lang lang);

/// A complete HTML page of Markdown texts and pictures: printable, with its style in it, and nothing fetched from
/// elsewhere. HTML inside the Markdown is left out; a picture is put in as it is. The page is well-formed XML too.
std::string html_page(const std::vector<HtmlPart>& parts, std::string_view title, Lang lang);

/// The same around one text, with the pictures below it.
std::string dossier_html(std::string_view markdown, std::string_view title, Lang lang,
                         const std::vector<HtmlPart>& pictures = {});

}  // namespace casus::report
