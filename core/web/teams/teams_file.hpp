// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::web {

/// One team of a server.
struct ServedTeam {
  std::string name;   ///< in its addresses: "noord" for "/noord/today"
  std::string store;  ///< path or address
  std::string keys;   ///< path of its key file; empty: where the keys of that store lie by themselves

  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.required("store", self.store);
    visit.optional("keys", self.keys);
  }
};

/// What the database of a store says that it is (desk::told_by_database); nothing when it does not answer.
using AskDatabase = std::function<std::optional<std::string>(const std::string& store)>;

/// Reads the file of `casus serve --teams`; everything that is wrong in it, with its place. A path in it is seen from
/// `folder`, where the file lies. Whether a store can be opened is not asked: that is found for each by itself; but two
/// teams with one store or one key file are refused, also when they call it otherwise. `ask` is asked for the teams in
/// a database when the file names more than one database: these may be two names of one. Of a database that does not
/// answer the address alone counts.
std::pair<std::vector<ServedTeam>, Problems> served_teams_from(std::string_view bytes, const std::string& folder,
                                                               const AskDatabase& ask = {});

}  // namespace casus::web
