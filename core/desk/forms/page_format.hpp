// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/desk/reply.hpp"
#include "core/page/page.hpp"
#include "core/text/voice.hpp"

#include <array>
#include <string>

/// In what form a page is put out.
namespace casus::desk {

/// A page that a screen can show too.
enum class PageFormat { text, markdown, html };

constexpr std::array<Named<PageFormat>, 3> names_of(PageFormat) {
  return {{{PageFormat::text, "text", "word.page_format.text"},
           {PageFormat::markdown, "md", "word.page_format.md"},
           {PageFormat::html, "html", "word.page_format.html"}}};
}

/// A page that is for paper or a file.
enum class PrintFormat { markdown, html };

constexpr std::array<Named<PrintFormat>, 2> names_of(PrintFormat) {
  return {
      {{PrintFormat::markdown, "md", "word.print_format.md"}, {PrintFormat::html, "html", "word.print_format.html"}}};
}

/// What is said in a reply as one page: a page it has, its tables, and all else as it stands. What is about the answer
/// (`aside`) is no part of it.
page::Page page_of(const Reply& reply, std::string_view title);

/// The bytes of the page.
std::string printed(const page::Page& page, PageFormat format, const text::Voice& voice);
std::string printed(const page::Page& page, PrintFormat format, const text::Voice& voice);

}  // namespace casus::desk
