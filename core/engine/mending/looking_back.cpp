// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/looking_back.hpp"

#include "core/engine/mending/put_right.hpp"

namespace casus::engine {

Case as_of(const std::string& id, const Events& history, Date day) {
  Case state{.id = id};
  const PutRight right(history);
  for (std::size_t place = 0; place < history.size(); ++place) {
    if (date_of(history[place].at) > day) break;  // times never run back within a case
    right.evolve(state, place);
  }
  return state;
}

Date looks_back_to(const Events& history) {
  std::optional<Time> drawn, before, last;
  for (const auto& event : history) {
    if (std::holds_alternative<NetworkPersonAdded>(event.body) && !drawn) drawn = event.at;
    if (std::holds_alternative<Evaluated>(event.body)) {
      before = last;
      last = event.at;
    }
  }
  if (before) return date_of(*before);
  if (drawn) return date_of(*drawn);
  return history.empty() ? Date{} : date_of(history.front().at);
}

}  // namespace casus::engine
