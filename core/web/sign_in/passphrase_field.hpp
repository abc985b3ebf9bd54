// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/layout.hpp"

#include <string>

namespace casus::web {

/// A field in which a passphrase is typed: unseen, and a keeper of passwords may fill it in.
inline Field passphrase_field(std::string id, std::string label, std::string hint = {}, bool new_one = false) {
  Field field{std::move(id), "passphrase", std::move(label), {}, std::move(hint), true};
  field.kind = "password";
  field.fill = new_one ? "new-password" : "current-password";
  return field;
}

}  // namespace casus::web
