// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// The messages as the compiler of the catalogue writes them (compiler/): no file is read when the program starts, and
/// no pointer has to be set.
namespace casus::text {

/// One language: all texts behind each other, each closed by a zero; a text with plural forms is as many in a row.
struct LanguageTable {
  std::string_view code;  ///< "nl"; it calls itself by the message "text.language"
  const char* texts;
  const std::uint32_t* begins;  ///< where the text of each message begins
  std::size_t (*plural)(std::uint64_t count);
};

/// All messages in the order of their ids.
struct CatalogueTable {
  std::size_t size;
  const char* ids;
  const std::uint32_t* id_begins;
  const char* arguments;  ///< of each message its names in order, with spaces between; the one that counts has a '#'
  const std::uint32_t* argument_begins;
  const LanguageTable* languages;
  std::size_t language_count;
};

/// In the source that the compiler writes.
CatalogueTable catalogue_table();

/// What stands behind the id of a message in that of its form for pages.
inline constexpr std::string_view kOfPage = ".page";

/// One message of the catalogue.
struct Entry {
  std::size_t index;
  std::string_view id;
  std::string_view arguments;  ///< "#count day"

  std::string_view counts() const;                                  ///< the argument that chooses the form, or none
  std::string_view text(Lang lang, std::uint64_t count = 1) const;  ///< with its places open
};

/// Nothing when there is no such message.
std::optional<Entry> find(std::string_view id);

std::size_t size();
Entry entry(std::size_t index);

/// The languages that this program speaks; Dutch first, then English.
std::vector<Lang> languages();
std::string_view code(Lang lang);
/// The language of that code ("en"), if the program speaks it.
std::optional<Lang> language(std::string_view code);

}  // namespace casus::text
