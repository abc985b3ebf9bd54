// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/slots.hpp"

namespace casus::desk {

void Slots::flag(std::string_view name, bool& value, Words about, bool meaning) {
  Slot slot;
  slot.kind = Slot::Kind::flag;
  slot.name = "--" + std::string(name);
  slot.about = about;
  slot.get = [&value, meaning] { return value == meaning ? std::vector<std::string>{""} : std::vector<std::string>{}; };
  slot.set = [&value, meaning](const std::string&) {
    value = meaning;
    return std::string();
  };
  all_.push_back(std::move(slot));
}

}  // namespace casus::desk
