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

void Slots::writes(Slot::Kind kind, std::string name, store::OutputFile& value, Words about, bool required) {
  auto& slot = add(kind, std::move(name), value.path, about);
  slot.writes = true;
  slot.required = required;
  outputs_->push_back(&value);
  if (outputs_->size() > 1) return;
  flag("overwrite", value.overwrite,
       {"ook als dat bestand er al is; nooit over een register", "also when that file is there; never over a store"});
  all_.back().set = [all = outputs_](const std::string&) {
    for (auto* const one : *all) one->overwrite = true;
    return std::string();
  };
}

}  // namespace casus::desk
