// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/web/sign_in/openid/settings.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Who somebody is in a team, by what the provider told of them and by the tables alone.
namespace casus::web::openid {

/// What the provider told of somebody.
struct Told {
  std::string subject;                             ///< by which it knows them itself
  std::string person;                              ///< what the claim for the person says; empty: it was not told
  std::optional<std::vector<std::string>> groups;  ///< nothing: it was not told
};

/// Reads the claims that the settings name, of JSON that was verified. An e-mail address counts only when the provider
/// says that it verified it: elsewhere everybody may fill in an address of somebody else.
Told told_in(std::string_view json, const Settings::Claims& claims);

struct Admitted {
  std::string name;
  Place role = Place::member;
};

enum class NotAdmitted {
  no_person,    ///< the provider does not tell who it is
  unknown,      ///< no row of the table of people is about them
  no_group,     ///< in no group that leads to this team
  not_in_team,  ///< the team has nobody of the name that the table gives
};

/// In both roles: the member, who may read cases.
Outcome<Admitted, NotAdmitted> admitted(const Told& told, const Settings& settings, const std::string& team,
                                        const std::vector<std::string>& members);

}  // namespace casus::web::openid
