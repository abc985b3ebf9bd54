// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/store.hpp"

#include <cstdint>
#include <mutex>

/// What the streams of one service share. Internal to core/service.
namespace casus::service {

/// The store takes one thread at a time, and a group of commands belongs to whoever began it: so whoever works in a
/// session holds it, from the first question to the last. The same thread may take it again.
struct Session {
  explicit Session(store::Store& the_store) : store(the_store) {}

  [[nodiscard]] auto hold() { return std::unique_lock(mutex); }

  store::Store& store;
  std::recursive_mutex mutex;
  bool together = false;    ///< a group is going on
  std::uint64_t group = 0;  ///< which one; from 1
  bool more = false;        ///< in the group: a later command goes to the same case
};

}  // namespace casus::service
