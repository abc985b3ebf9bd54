// SPDX-License-Identifier: EUPL-1.2
#include "core/page/xml.hpp"

#include "core/page/safe_text.hpp"

#include <pugixml.hpp>

namespace casus::page {

namespace {

struct StringWriter final : pugi::xml_writer {
  void write(const void* data, std::size_t size) override { out.append(static_cast<const char*>(data), size); }
  std::string out;
};

void build(pugi::xml_node parent, const XmlElement& element) {
  auto node = parent.append_child(element.name.c_str());
  for (const auto& [name, value] : element.attributes)
    node.append_attribute(name.c_str()).set_value(one_line(value).c_str());
  for (const auto& child : element.children) build(node, child);
}

/// "--" ends a comment.
std::string comment_safe(std::string text) {
  for (auto at = text.find("--"); at != std::string::npos; at = text.find("--", at)) text.replace(at, 2, "- -");
  return one_line(text);
}

}  // namespace

std::string xml_document(const XmlElement& root, const std::string& comment) {
  pugi::xml_document document;
  auto declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  if (!comment.empty())
    document.append_child(pugi::node_comment).set_value((" " + comment_safe(comment) + " ").c_str());
  build(document, root);
  StringWriter writer;
  document.save(writer, "  ", pugi::format_indent, pugi::encoding_utf8);
  return std::move(writer.out);
}

std::string xml_fragment(const XmlElement& element, unsigned depth) {
  pugi::xml_document document;
  build(document, element);
  StringWriter writer;
  document.first_child().print(writer, "  ", pugi::format_indent, pugi::encoding_utf8, depth);
  return std::move(writer.out);
}

}  // namespace casus::page
