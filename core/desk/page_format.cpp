// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/page_format.hpp"

namespace casus::desk {

std::string printed(const page::Page& page, PageFormat format, const text::Voice& voice) {
  switch (format) {
    case PageFormat::markdown: return page::page_markdown(page);
    case PageFormat::html: return page::page_html(page, voice);
    case PageFormat::text: break;
  }
  return page::page_text(page);
}

std::string printed(const page::Page& page, PrintFormat format, const text::Voice& voice) {
  return printed(page, format == PrintFormat::html ? PageFormat::html : PageFormat::markdown, voice);
}

}  // namespace casus::desk
