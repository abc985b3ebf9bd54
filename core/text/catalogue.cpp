// SPDX-License-Identifier: EUPL-1.2
#include "core/text/catalogue.hpp"

namespace casus::text {
namespace {

const CatalogueTable& table() {
  static const CatalogueTable kTable = catalogue_table();
  return kTable;
}

const LanguageTable& table_of(Lang lang) {
  const auto index = static_cast<std::size_t>(lang);
  // Whoever reads a language that is not there reads English.
  return table().languages[index < table().language_count ? index : static_cast<std::size_t>(Lang::en)];
}

}  // namespace

std::string_view Entry::counts() const {
  const auto at = arguments.find('#');
  if (at == std::string_view::npos) return {};
  return arguments.substr(at + 1, arguments.find(' ', at) - at - 1);
}

std::string_view Entry::text(Lang lang, std::uint64_t count) const {
  const auto& language = table_of(lang);
  const char* form = language.texts + language.begins[index];
  if (arguments.find('#') != std::string_view::npos)
    for (auto skip = language.plural(count); skip > 0; --skip) form += std::string_view(form).size() + 1;
  return form;
}

std::size_t size() { return table().size; }

Entry entry(std::size_t index) {
  const auto& all = table();
  return {index, all.ids + all.id_begins[index], all.arguments + all.argument_begins[index]};
}

std::optional<Entry> find(std::string_view id) {
  std::size_t low = 0;
  std::size_t high = size();
  while (low < high) {
    const auto middle = (low + high) / 2;
    const auto at = entry(middle);
    if (at.id == id) return at;
    if (at.id < id) low = middle + 1;
    else high = middle;
  }
  return std::nullopt;
}

std::vector<Lang> languages() {
  std::vector<Lang> all;
  for (std::size_t i = 0; i < table().language_count; ++i) all.push_back(static_cast<Lang>(i));
  return all;
}

std::string_view code(Lang lang) { return table_of(lang).code; }

std::optional<Lang> language(std::string_view code) {
  for (std::size_t i = 0; i < table().language_count; ++i)
    if (table().languages[i].code == code) return static_cast<Lang>(i);
  return std::nullopt;
}

}  // namespace casus::text
