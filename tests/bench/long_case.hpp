// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/store.hpp"
#include "tests/support/temp_dir.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace casus::bench {

/// A store with one case, that of `talk`, of exactly so many events.
struct LongCase {
  explicit LongCase(std::int64_t events);

  std::string path() const { return (folder / "store.db").string(); }

  test::TempDir folder;
  std::unique_ptr<store::Store> store;
};

/// Begins so many cases up to their first step, by the commands of `talk`; ids are "open-0" and on.
void fill_open_cases(store::Store& store, int cases);

}  // namespace casus::bench
