// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/seal.hpp"
#include "core/store/vault.hpp"

namespace casus::store {

/// What the seal of a key file holds of one key. As it is, not as it lies: locking the file changes no row for it.
Digest key_row_digest(const StoreKeys& keys, const Vault::NewKey& row);

}  // namespace casus::store
