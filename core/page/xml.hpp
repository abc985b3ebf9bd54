// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

/// XML for other programs: a plain tree, and its text. The library that writes it stays in xml.cpp.
namespace casus::page {

struct XmlElement {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<XmlElement> children;

  XmlElement& add(XmlElement child) { return children.emplace_back(std::move(child)); }
};

/// A whole document in UTF-8, with the declaration and, when given, a comment before the root. Characters that XML
/// cannot hold are left out.
std::string xml_document(const XmlElement& root, const std::string& comment);

/// One element on its own, indented by `depth` steps: for a document that is written in pieces.
std::string xml_fragment(const XmlElement& element, unsigned depth);

}  // namespace casus::page
