// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/keys/passphrase.hpp"

#include "core/store/keys/seal.hpp"

namespace casus::desk {

std::string passphrase_digest(std::string_view passphrase) { return store::passphrase_digest(passphrase); }

bool is_passphrase(std::string_view digest, std::string_view passphrase) {
  if (passphrase.empty() || passphrase.size() > kLongestPassphrase) return false;
  // Who is not known costs as much as who is, so that the time tells nothing.
  static const auto nobody = store::passphrase_digest("nobody signs in with this");
  return store::is_passphrase(digest.empty() ? nobody : digest, passphrase) && !digest.empty();
}

}  // namespace casus::desk
