// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/forms/page_format.hpp"

#include "core/base/text.hpp"

#include <utility>

namespace casus::desk {

page::Page page_of(const Reply& reply, std::string_view title) {
  page::Page all;
  all.title = reply.page() != nullptr && !reply.page()->title.empty() ? reply.page()->title : std::string(title);
  if (!reply.picture().empty()) {
    all.section("");
    all.figure(reply.picture());
    return all;
  }
  std::string lines;
  const auto flush = [&] {
    const auto text = std::exchange(lines, {});
    if (!trimmed(text).empty()) all.as_set(text);
  };
  for (const auto& said : reply.sayings()) {
    if (said.aside) continue;
    if (said.laid_out) {
      flush();
      all.append(*said.laid_out);
      continue;
    }
    lines += said.text;
    if (!said.block) lines += '\n';
  }
  flush();
  return all;
}

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
