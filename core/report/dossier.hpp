// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/report/definitions.hpp"

#include <string>
#include <string_view>

namespace casus::report {

/// The case as a document to keep, print or hand to the resident: what was asked, said, decided and agreed. Markdown
/// with tables (GFM); what people typed cannot break out of its place. Left out: contributions of a hidden step that is
/// still open, first opinions of decisions not taken yet, and the text of learning lines and signals (R15).
std::string dossier_markdown(const Case& state, const Definitions& definitions, Lang lang);

/// A complete HTML page around a Markdown text: printable, with its style in it, and nothing fetched from elsewhere.
/// HTML inside the Markdown is left out. `picture` is an SVG element, such as `network_svg` makes, or empty; it is put
/// in as it is. The page is well-formed XML too.
std::string dossier_html(std::string_view markdown, std::string_view title, Lang lang, std::string_view picture = {});

/// Any page of ours: Markdown as HTML that stands alone, and behind it a section of markup that is made safe already.
std::string page_html(std::string_view markdown, std::string_view title, Lang lang, std::string_view section);

}  // namespace casus::report
