// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/keys/seal.hpp"
#include "core/store/log.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace casus::store {

/// What vouches, in the row of a stream, for the receipts of its commands: a command whose receipt was taken away
/// would be done a second time. Kept in a row that every append writes anyhow.
struct Receipts {
  /// Those that end at an event after it are counted; -1 for a stream that begins with this program. What an earlier
  /// one gave nobody vouches for.
  std::int64_t since = -1;
  Digest sum{};
};

Digest receipt_digest(const StoreKeys& keys, const CommandRow& command);

/// The mark that belongs to a row: a digest over its name, its end, how much was erased in it and its receipts, with
/// what is needed to go on from them.
std::string end_mark(const StoreKeys& keys, const StreamRow& end, const Receipts& receipts);

/// What the mark of a row says of the receipts; one that an earlier program made says nothing, and they are counted
/// from here.
Receipts receipts_of(const StreamRow& row);

/// Whether the mark of the row is the one that belongs to it, made by this program or an earlier one.
bool holds(const StoreKeys& keys, const StreamRow& row);

}  // namespace casus::store
