// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace casus::store {

class Database;
class Vault;

/// Brings a store of format 1 to format 2, in one transaction: killed at any moment it is the one or the other, whole.
/// There each event was sealed with the key of its stream; here with a key of its own, for which that key is the root.
/// The proof of format 1 is asked on the way, and an event that does not stand it gets no digest that holds: what was
/// tampered with stays found. Streams whose keys are not in the vault stay as they are until those are put back, and
/// are done at the opening after that. Faults, and changes nothing, for an old copy of a stream of which something was
/// destroyed since: its events cannot be read with what is left of its keys.
void migrate(Database& db, Vault& vault);

}  // namespace casus::store
