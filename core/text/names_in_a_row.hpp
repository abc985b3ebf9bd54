// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/text/message.hpp"

#include <string>
#include <utility>
#include <vector>

namespace casus::text {

/// "Noor, Bram and Ria": names and ids as they stand, with the word before the last of the language it is said in.
inline Value names_in_a_row(const std::vector<std::string>& names) {
  std::vector<Message> all;
  for (const auto& name : names) all.push_back(Message::verbatim(name));
  return all_of(std::move(all));
}

}  // namespace casus::text
