// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/store/keys/minisign.hpp"

#include <optional>

/// The key with which what is packed here is signed: a file for the owner alone, as minisign writes it, and the public
/// half beside it.
namespace casus::desk {

/// Nothing where there is none yet, or the file is not ours alone.
std::optional<store::PublicKey> own_public_key();

/// Makes it where there is none. Asks for the passphrase of one that is locked. Throws Usage when that is not it, or
/// the file is no key, and Fault(store) when others may read it.
store::SigningKey own_signing_key(Desk& desk);

/// The same, and from here on the file opens with a new passphrase, which is asked for.
store::SigningKey locked_signing_key(Desk& desk);

}  // namespace casus::desk
