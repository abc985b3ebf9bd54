// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/log.hpp"
#include "core/store/sqlite/database.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace casus::store {

/// A question for the name of the stream, and whether it is there, of the lines whose column `due` does not follow from
/// the others, or whose stream is not there.
std::string lines_with_wrong_due();

/// The lines of lists and agendas (table case_index). Knows nothing of keys: summaries go in and come out sealed.
class IndexTable {
 public:
  explicit IndexTable(Database& db);

  void put(std::int64_t stream, const IndexRow& row, const std::optional<std::string>& sealed_summary);
  void erase_summary(std::int64_t stream);
  std::optional<std::string> summary(std::int64_t stream);
  void clear();
  std::vector<IndexLine> list(const IndexQuery& query);

 private:
  Statement& page_of(const std::string& sql);

  Database& db_;
  Statement put_;
  /// The same for a line of which neither life, safety nor due day changes, as most commands leave them: SQLite writes
  /// every index of a column that is set, also to the same value, and each is a page more in a commit.
  Statement go_on_;
  Statement erase_summary_;
  std::map<std::string, Statement> pages_;  ///< one for each combination of filters and order
};

}  // namespace casus::store
