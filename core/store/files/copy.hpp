// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/keys/seal.hpp"

#include <string>

namespace casus::store {

class Log;
enum class Purpose;
struct Options;

/// All rows of `from` at one moment into `to`, which is empty, in one transaction: the same numbers, digests and
/// positions, so that the same keys, checkpoints and codes on paper hold for it. Read back, and compared by digest; a
/// Fault(store) when one row is not the same, and nothing is kept then.
void copy_log(Log& from, Log& to);

/// Over everything that is in a log, whatever database keeps it.
Digest contents_of(Log& log);

/// The same into a new file, which is whole or not there.
void copy_to_file(Log& from, const std::string& file, const std::string& store_id, Purpose purpose);

/// A database that lies somewhere with its log beside it, as one file: the lines of the log are in it. Both stay as
/// they were: that log may be of another database after all. Into a file that is there and empty; a message calls it
/// `named`.
void copy_with_log(const std::string& from, const std::string& file, const std::string& named);

/// The whole store, and a copy of its keys as they are, to where there is neither; from a file or a team in a database
/// to the other or the same. Nobody else writes meanwhile. `from` is of today's format: whoever opened it made it so.
void copy_store(const Options& from, const Options& to);

}  // namespace casus::store
