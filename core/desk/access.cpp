// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/access.hpp"

namespace casus::desk {

text::Message in_words(Ground ground) {
  using text::msg;
  switch (ground) {
    case Ground::anybody: return msg("who.anybody");
    case Ground::self: return msg("who.self");
    case Ground::team: return msg("who.team");
    case Ground::house: return msg("who.house");
    case Ground::meeting: return msg("who.meeting");
    case Ground::table: return msg("who.table");
    case Ground::need: return msg("who.need");
    case Ground::erasing: return msg("who.erasing");
    case Ground::store: return msg("who.store");
  }
  return {};
}

}  // namespace casus::desk
