// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/keys/seal.hpp"
#include "core/store/vault.hpp"

namespace casus::store {

/// What the seal of a key file holds of one key. As it is, not as it lies: locking the file changes no row for it.
Digest key_row_digest(const StoreKeys& keys, const Vault::NewKey& row);

/// Is in every seal, so that one over all tables is told from one of before, which knew no checkpoints.
Digest all_tables_digest(const StoreKeys& keys);

/// As it lies in `meta`.
std::string seal_text(const Digest& seal);
/// Nothing for what is no seal over all tables.
std::optional<Digest> seal_from(std::string_view text);

}  // namespace casus::store
