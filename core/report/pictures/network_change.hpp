// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/page/page.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace casus::report {

/// How many stand on the map. Professionals are counted apart [INS2].
struct NetworkCount {
  std::size_t people = 0;  ///< without professionals
  std::size_t professionals = 0;
  std::size_t join = 0;  ///< people, not professionals, who said yes
  std::size_t ties = 0;
};

NetworkCount network_count(const Case& state);

/// What changed in the network between two days: the same case as it was then and later. People by id.
struct NetworkChange {
  NetworkCount then, now;
  std::vector<std::string> came, went;
  struct Moved {
    std::string person;
    NetworkPlace from, to;
  };
  std::vector<Moved> moved;  ///< another shell, quadrant or answer
  std::vector<Tie> ties_came, ties_went;
  struct TieMoved {
    Tie from, to;
  };
  std::vector<TieMoved> ties_moved;

  bool empty() const {
    return came.empty() && went.empty() && moved.empty() && ties_came.empty() && ties_went.empty() &&
           ties_moved.empty();
  }
};

NetworkChange network_change(const Case& then, const Case& now);

/// Puts the change on a page, in words; names as `now` knows them, so that what was erased stays erased.
void add_network_change(page::Page& page, const NetworkChange& change, const Case& now, const text::Voice& voice);
page::Page network_change_page(const NetworkChange& change, const Case& now, Date from, Date to,
                               const text::Voice& voice);
nlohmann::json network_count_json(const NetworkCount& count);
nlohmann::json network_change_json(const NetworkChange& change);

}  // namespace casus::report
