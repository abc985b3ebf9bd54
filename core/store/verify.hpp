// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/store.hpp"

namespace casus::store {

class Log;
class Vault;

/// Proves the whole store: the log's own check, every digest chain, every end of a stream, every payload whose key
/// exists, the list of what was erased, and what the last checkpoint covers. One tampered event gives one finding, at
/// that event.
Verification verify_store(Log& log, Vault& vault);

/// What does not fit between log, vault and the last checkpoint that both keep; part of `verify_store`.
void verify_checkpoints(Log& log, Vault& vault, Verification& result);

}  // namespace casus::store
