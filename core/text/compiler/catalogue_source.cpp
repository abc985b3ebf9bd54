// SPDX-License-Identifier: EUPL-1.2
#include "core/text/compiler/catalogue_source.hpp"

#include <set>

namespace casus::text::compiler {
namespace {

/// Texts behind each other, each closed by a zero, and where each begins: as one literal a line and one array.
struct Blob {
  std::string literals;
  std::string begins;
  std::size_t size = 0;
  std::size_t count = 0;

  void begin() { begins += std::to_string(size) + (++count % 16 == 0 ? ",\n" : ","); }

  void add(const std::string& text) {
    literals += "  \"";
    for (const char c : text) {
      if (c == '"' || c == '\\') literals += '\\';
      if (c == '\n') literals += "\\n";
      else literals += c;
    }
    literals += "\\0\"\n";
    size += text.size() + 1;
  }

  std::string declared(const std::string& name) const {
    return "constexpr char k" + name + "[] =\n" + literals + ";\nconstexpr std::uint32_t k" + name + "Begins[] = {\n" +
           begins + "};\n\n";
  }
};

std::string arguments_of(const PoMessage& message) {
  std::string ignored;
  std::set<std::string> names;
  for (const auto& form : message.forms)
    for (auto& place : places_of(form, ignored))
      if (!place.starts_with('@')) names.insert(std::move(place));  // a field of a face, that no caller gives
  const auto counts = message.plural.empty() ? std::string() : message.plural.substr(1, message.plural.size() - 2);
  if (!counts.empty()) names.insert(counts);
  std::string all;
  for (const auto& name : names) all += (all.empty() ? "" : " ") + std::string(name == counts ? "#" : "") + name;
  return all;
}

}  // namespace

std::string catalogue_source(const std::vector<PoFile>& languages) {
  std::string out =
      "// Made by the compiler of the catalogue: core/text/compiler.\n"
      "#include \"core/text/catalogue.hpp\"\n\n"
      "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n"
      "namespace casus::text {\nnamespace {\n\n";
  Blob ids;
  Blob arguments;
  for (const auto& message : languages.front().messages) {
    ids.begin();
    ids.add(message.id);
    arguments.begin();
    arguments.add(arguments_of(message));
  }
  out += ids.declared("Ids") + arguments.declared("Arguments");
  std::string table;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    const auto& file = languages[i];
    const auto name = "Language" + std::to_string(i);
    Blob texts;
    for (const auto& message : file.messages) {
      texts.begin();
      for (const auto& form : message.forms) texts.add(form);
    }
    out += texts.declared(name);
    out += "std::size_t plural" + std::to_string(i) + "([[maybe_unused]] std::uint64_t n) { return " + file.plural +
           "; }\n\n";
    table += "    {\"" + file.language + "\", k" + name + ", k" + name + "Begins, plural" + std::to_string(i) + "},\n";
  }
  out += "constexpr LanguageTable kLanguages[] = {\n" + table + "};\n\n}  // namespace\n\n";
  out += "CatalogueTable catalogue_table() {\n  return {" + std::to_string(ids.count) +
         ", kIds, kIdsBegins, kArguments, kArgumentsBegins, kLanguages, " + std::to_string(languages.size()) +
         "};\n}\n\n";
  return out + "}  // namespace casus::text\n";
}

}  // namespace casus::text::compiler
