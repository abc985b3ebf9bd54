// SPDX-License-Identifier: EUPL-1.2
#include "core/web/teams/teams_file.hpp"

#include "core/base/settings_file.hpp"
#include "core/base/text.hpp"
#include "core/desk/places.hpp"
#include "core/web/base.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <set>

namespace casus::web {
namespace {

constexpr int kTeamsFormat = 1;

std::string seen_from(const std::string& folder, const std::string& path) {
  if (trimmed(path).empty() || !desk::may_be_store(path) || path.find("://") != std::string::npos) return path;
  return (std::filesystem::path(folder) / path).lexically_normal().string();  // that path itself when it is absolute
}

/// What two teams may not share.
class Once {
 public:
  explicit Once(Problems& problems) : problems_(problems) {}
  void take(const std::string& pointer, const std::string& what) {
    if (!what.empty() && !taken_.insert(what).second)
      problems_.push_back({pointer, tell("wrong.another_person", {{"name", what}})});
  }

 private:
  Problems& problems_;
  std::set<std::string> taken_;
};

void check_team_rows(const std::vector<ServedTeam>& teams, Problems& problems) {
  if (teams.empty()) problems.push_back({"/teams", tell("wrong.at_least_one")});
  Once names(problems), stores(problems), keys(problems);
  for (std::size_t i = 0; i < teams.size(); ++i) {
    const auto& team = teams[i];
    const auto path = fmt::format("/teams/{}", i);
    if (!is_place_name(team.name)) problems.push_back({path + "/name", tell("wrong.team_place", {{"got", team.name}})});
    names.take(path + "/name", team.name);
    if (trimmed(team.store).empty()) problems.push_back({path + "/store", tell("wrong.empty_text")});
    else if (!desk::may_be_store(team.store)) problems.push_back({path + "/store", tell("wrong.store_address")});
    stores.take(path + "/store", team.store);
    keys.take(path + "/keys", team.keys);
  }
}

}  // namespace

std::pair<std::vector<ServedTeam>, Problems> served_teams_from(std::string_view bytes, const std::string& folder) {
  std::vector<ServedTeam> teams;
  const auto read = [&](fields::ObjectReader& file) { file.required("teams", teams); };
  auto problems = read_settings(bytes, kTeamsFormat, read, [&](Problems& found) {
    for (auto& team : teams) {
      team.store = seen_from(folder, team.store);
      team.keys = seen_from(folder, team.keys);
    }
    check_team_rows(teams, found);
  });
  return {std::move(teams), std::move(problems)};
}

}  // namespace casus::web
