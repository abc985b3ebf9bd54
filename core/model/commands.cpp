// SPDX-License-Identifier: EUPL-1.2
#include "core/model/commands.hpp"

namespace casus {

template class OneOf<CommandVariant>;

std::string_view name_of(const CommandBody& body) {
  return std::visit([](const auto& command) { return command.kName; }, body);
}

}  // namespace casus
