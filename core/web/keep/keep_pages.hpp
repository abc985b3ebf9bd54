// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/visit.hpp"

#include <array>
#include <string_view>

/// The page of who looks after the store: how it is, checkpoints, the backup, what must be erased; no text of a case.
namespace casus::web {

/// What whoever looks after the store does to the team: none of it shows what the team said or learned.
inline constexpr std::array<std::string_view, 4> kOfKeeperInTeam{"team add", "team name", "team close", "team reopen"};

/// Whether who looks after the store comes to this verb by a link of their own.
bool is_of_keeper(std::string_view verb);

class KeepPages {
 public:
  explicit KeepPages(House& house) : house_(house) {}

  Response keep(Visit& visit);

 private:
  House& house_;
};

}  // namespace casus::web
