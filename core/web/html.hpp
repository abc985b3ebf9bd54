// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::page {
struct Page;
}

/// HTML that is safe by its type: a text comes in through `text` or as the value of an attribute, and is escaped there;
/// names of elements and attributes are literals of our own.
namespace casus::web {

/// A name that stands in the source.
class Tag {
 public:
  template <std::size_t N>
  consteval Tag(const char (&name)[N]) : name_(name, N - 1) {}
  constexpr std::string_view name() const { return name_; }

 private:
  std::string_view name_;
};

/// A well-formed piece of a page.
class Html {
 public:
  Html() = default;
  Html& operator+=(const Html& other);
  friend Html operator+(Html one, const Html& other) { return std::move(one += other); }
  const std::string& bytes() const { return bytes_; }
  /// The bytes, with `base` ("/noord", or nothing) before the path of each page and file of ours that an attribute
  /// leads to. So an address is written everywhere as if the site began at "/".
  std::string under(std::string_view base) const;
  bool empty() const { return bytes_.empty(); }

 private:
  explicit Html(std::string bytes) : bytes_(std::move(bytes)) {}
  friend Html text(std::string_view words);
  friend class Writer;
  friend Html of_page(const page::Page& page, Lang lang);

  std::string bytes_;
  std::vector<std::size_t> paths_;  ///< where in them such a path begins
};

struct Attribute {
  Attribute(Tag its_name, std::string its_value) : name(its_name), value(std::move(its_value)) {}
  /// One without a value ("required"): there, or not.
  Attribute(Tag its_name, bool is_there) : name(its_name), there(is_there), bare(true) {}
  Attribute(Tag its_name, const char* its_value) : name(its_name), value(its_value) {}

  Tag name;
  std::string value = {};
  bool there = true;
  bool bare = false;
};
using Attributes = std::initializer_list<Attribute>;

/// Words of anybody, escaped. Line breaks stay.
Html text(std::string_view words);
/// <tag ...>inside</tag>
Html el(Tag tag, Attributes attributes, const Html& inside);
inline Html el(Tag tag, const Html& inside) { return el(tag, {}, inside); }
inline Html el(Tag tag, std::string_view words) { return el(tag, {}, text(words)); }
inline Html el(Tag tag, Attributes attributes, std::string_view words) { return el(tag, attributes, text(words)); }
inline Html el(Tag tag, Attributes attributes, const std::string& words) { return el(tag, attributes, text(words)); }
inline Html el(Tag tag, Attributes attributes, const char* words) { return el(tag, attributes, text(words)); }
/// <tag ... />: input, link, meta, br, path.
Html single(Tag tag, Attributes attributes);
/// "<!DOCTYPE html>" and the root element, of a site that begins at `base`.
std::string whole_document(Lang lang, const Html& head, const Html& body, std::string_view base);

/// The sections of a page value; its headings begin one level below the page's own.
Html of_page(const page::Page& page, Lang lang);

}  // namespace casus::web
