// SPDX-License-Identifier: EUPL-1.2
#include "core/web/html.hpp"

#include "core/page/page.hpp"
#include "core/page/safe_text.hpp"
#include "core/text/catalogue.hpp"

namespace casus::web {

/// The one place where bytes become HTML.
class Writer {
 public:
  static Html made(std::string bytes) { return Html(std::move(bytes)); }

  static std::string opened(Tag tag, Attributes attributes) {
    std::string out = "<";
    out += tag.name();
    for (const auto& one : attributes) {
      // An empty list of classes or ids says nothing; an empty value is one.
      if (!one.there || (!one.bare && one.value.empty() && one.name.name() != "value")) continue;
      out += ' ';
      out += one.name.name();
      out += "=\"";
      out += one.bare ? std::string(one.name.name()) : page::xml_safe(one.value);
      out += '"';
    }
    return out;
  }
};

Html text(std::string_view words) { return Html(page::xml_safe(words)); }

Html el(Tag tag, Attributes attributes, const Html& inside) {
  auto out = Writer::opened(tag, attributes);
  out += '>';
  // A line break right behind the tag would be taken off what was typed.
  if (tag.name() == "textarea" && inside.bytes().starts_with('\n')) out += '\n';
  out += inside.bytes();
  out += "</";
  out += tag.name();
  out += '>';
  return Writer::made(std::move(out));
}

Html single(Tag tag, Attributes attributes) { return Writer::made(Writer::opened(tag, attributes) + " />"); }

std::string whole_document(Lang lang, const Html& head, const Html& body) {
  return "<!DOCTYPE html>\n" + el("html", {{"lang", std::string(text::code(lang))}}, head + body).bytes() + "\n";
}

Html of_page(const page::Page& page, Lang lang) { return Html(page::page_sections_html(page, lang)); }

}  // namespace casus::web
