// SPDX-License-Identifier: EUPL-1.2
#include "core/store/store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

// Made-up cases and real ones never share a store.

namespace casus::store {

TEST_CASE("a store of trainings is refused where real cases are asked for, and the other way round", "[store]") {
  const test::TempDir dir;
  const auto training = (dir / "training.db").string(), cases = (dir / "cases.db").string();
  open_sqlite({training, true, Purpose::training});
  open_sqlite({cases, true, Purpose::cases});
  CHECK_NOTHROW(open_sqlite({training, false, Purpose::training}));
  CHECK_NOTHROW(open_sqlite({cases, false}));
  CHECK_THROWS_WITH(open_sqlite({training, false}),
                    "store file '" + training +
                        "' holds made-up cases of a training; use it with casus train, or give the store of the real "
                        "cases");
  CHECK_THROWS_WITH(
      open_sqlite({cases, false, Purpose::training}),
      "store file '" + cases + "' holds real cases; a training has a store of its own: give another path");
  try {
    open_sqlite({training, true});
    FAIL("opened");
  } catch (const OtherPurpose& other) {
    CHECK(other.is == Purpose::training);
  }
}

}  // namespace casus::store
