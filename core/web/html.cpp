// SPDX-License-Identifier: EUPL-1.2
#include "core/web/html.hpp"

#include "core/page/page.hpp"
#include "core/page/safe_text.hpp"
#include "core/text/catalogue.hpp"
#include "core/web/base.hpp"

#include <algorithm>
#include <array>

namespace casus::web {
namespace {

/// An attribute that holds an address.
bool leads_somewhere(std::string_view attribute) {
  constexpr std::array<std::string_view, 5> kAll{"href", "action", "src", "formaction", "data-live"};
  return std::ranges::find(kAll, attribute) != kAll.end();
}

}  // namespace

/// The one place where bytes become HTML.
class Writer {
 public:
  static Html opened(Tag tag, Attributes attributes) {
    Html html("<");
    auto& out = html.bytes_;
    out += tag.name();
    for (const auto& one : attributes) {
      // An empty list of classes or ids says nothing; an empty value is one.
      if (!one.there || (!one.bare && one.value.empty() && one.name.name() != "value")) continue;
      out += ' ';
      out += one.name.name();
      out += "=\"";
      if (leads_somewhere(one.name.name()) && one.value.starts_with('/')) html.paths_.push_back(out.size());
      out += one.bare ? std::string(one.name.name()) : page::xml_safe(one.value);
      out += '"';
    }
    return html;
  }

  static void add(Html& html, std::string_view literal) { html.bytes_ += literal; }
};

Html& Html::operator+=(const Html& other) {
  const auto before = bytes_.size();
  const auto count = other.paths_.size();  // it may be this one itself
  for (std::size_t i = 0; i < count; ++i) paths_.push_back(before + other.paths_[i]);
  bytes_ += other.bytes_;
  return *this;
}

std::string Html::under(std::string_view base) const {
  if (base.empty()) return bytes_;
  std::string out;
  out.reserve(bytes_.size() + paths_.size() * base.size());
  std::size_t done = 0;
  for (const auto at : paths_) {
    out.append(bytes_, done, at - done);
    const auto end = std::min(bytes_.find('"', at), bytes_.size());
    out += with_base(base, std::string_view(bytes_).substr(at, end - at));
    done = end;
  }
  return out.append(bytes_, done);
}

Html text(std::string_view words) { return Html(page::xml_safe(words)); }

Html el(Tag tag, Attributes attributes, const Html& inside) {
  auto out = Writer::opened(tag, attributes);
  Writer::add(out, ">");
  // A line break right behind the tag would be taken off what was typed.
  if (tag.name() == "textarea" && inside.bytes().starts_with('\n')) Writer::add(out, "\n");
  out += inside;
  Writer::add(out, "</");
  Writer::add(out, tag.name());
  Writer::add(out, ">");
  return out;
}

Html single(Tag tag, Attributes attributes) {
  auto out = Writer::opened(tag, attributes);
  Writer::add(out, " />");
  return out;
}

std::string whole_document(Lang lang, const Html& head, const Html& body, std::string_view base) {
  return "<!DOCTYPE html>\n" + el("html", {{"lang", std::string(text::code(lang))}}, head + body).under(base) + "\n";
}

Html of_page(const page::Page& page, Lang lang) { return Html(page::page_sections_html(page, lang)); }

}  // namespace casus::web
