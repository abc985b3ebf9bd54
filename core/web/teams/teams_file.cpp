// SPDX-License-Identifier: EUPL-1.2
#include "core/web/teams/teams_file.hpp"

#include "core/base/files/settings_file.hpp"
#include "core/base/text.hpp"
#include "core/desk/places.hpp"
#include "core/web/base.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <set>
#include <utility>

namespace casus::web {
namespace {

constexpr int kTeamsFormat = 1;

std::string seen_from(const std::string& folder, const std::string& path) {
  if (trimmed(path).empty() || !desk::may_be_store(path) || path.find("://") != std::string::npos) return path;
  return (std::filesystem::path(folder) / path).lexically_normal().string();  // that path itself when it is absolute
}

/// What two teams may not share, with the team that took it first. `what`: how it is known, whatever it is called.
class Once {
 public:
  /// The team that has it already; nothing when it is this one's now.
  const std::string* taken_by_another(const std::string& what, const std::string& team) {
    const auto [at, is_new] = taken_.emplace(what, team);
    return is_new ? nullptr : &at->second;
  }

 private:
  std::map<std::string, std::string> taken_;
};

/// The same store or the same keys under another path or address are the same.
class Apart {
 public:
  Apart(const std::vector<ServedTeam>& teams, const AskDatabase& ask, Problems& problems)
      : ask_(ask), problems_(problems) {
    for (const auto& team : teams)
      if (desk::may_be_store(team.store))
        if (auto database = desk::database_named_by(team.store); !database.empty())
          databases_.insert(std::move(database));
  }

  void check(const std::string& path, const ServedTeam& team) {
    const auto* other = stores_.taken_by_another(desk::real_place_of(team.store), team.name);
    if (const auto told = other == nullptr ? told_of(team.store) : ""; !told.empty())
      other = told_.taken_by_another(told, team.name);
    if (other != nullptr) problems_.push_back({path + "/store", tell("wrong.same_store", {{"team", *other}})});
    if (other != nullptr && team.keys.empty()) return;
    const auto keys = desk::keys_of(team.store, team.keys);
    if (const auto* has = keys_.taken_by_another(desk::real_place_of(keys), team.name))
      problems_.push_back({path + (team.keys.empty() ? "/store" : "/keys"), tell("wrong.same_keys", {{"team", *has}})});
  }

 private:
  /// Empty when there is no need to ask, or no answer. Who did not answer once is not waited for again.
  std::string told_of(const std::string& store) {
    const auto database = desk::database_named_by(store);
    if (!ask_ || databases_.size() < 2 || !databases_.contains(database)) return {};
    if (auto told = ask_(store)) return std::move(*told);
    databases_.erase(database);
    return {};
  }

  const AskDatabase& ask_;
  Problems& problems_;
  std::set<std::string> databases_;  ///< by their address; without those that do not answer
  Once stores_, told_, keys_;
};

void check_team_rows(const std::vector<ServedTeam>& teams, const AskDatabase& ask, Problems& problems) {
  if (teams.empty()) problems.push_back({"/teams", tell("wrong.at_least_one")});
  Once names;
  Apart apart(teams, ask, problems);
  for (std::size_t i = 0; i < teams.size(); ++i) {
    const auto& team = teams[i];
    const auto path = fmt::format("/teams/{}", i);
    if (!is_place_name(team.name)) problems.push_back({path + "/name", tell("wrong.team_place", {{"got", team.name}})});
    if (names.taken_by_another(team.name, team.name) != nullptr)
      problems.push_back({path + "/name", tell("wrong.another_person", {{"name", team.name}})});
    if (trimmed(team.store).empty()) problems.push_back({path + "/store", tell("wrong.empty_text")});
    else if (!desk::may_be_store(team.store)) problems.push_back({path + "/store", tell("wrong.store_address")});
    else apart.check(path, team);
  }
}

}  // namespace

std::pair<std::vector<ServedTeam>, Problems> served_teams_from(std::string_view bytes, const std::string& folder,
                                                               const AskDatabase& ask) {
  std::vector<ServedTeam> teams;
  const auto read = [&](fields::ObjectReader& file) { file.required("teams", teams); };
  auto problems = read_settings(bytes, kTeamsFormat, read, [&](Problems& found) {
    for (auto& team : teams) {
      team.store = seen_from(folder, team.store);
      team.keys = seen_from(folder, team.keys);
    }
    check_team_rows(teams, ask, found);
  });
  return {std::move(teams), std::move(problems)};
}

}  // namespace casus::web
