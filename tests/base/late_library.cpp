// SPDX-License-Identifier: EUPL-1.2
#include "core/base/files/late_library.hpp"

#include "core/base/fault.hpp"
#include "tests/support/catch.hpp"

using namespace casus;

TEST_CASE("a library that is opened late is told by its name when it is not there", "[base]") {
  CHECK_THROWS_WITH(LateLibrary("libvoorbeeld.so.9"),
                    Catch::Matchers::StartsWith("the library 'libvoorbeeld.so.9' cannot be opened; install it: "));
  const LateLibrary mathematics("libm.so.6");
  decltype(::lround)* nearest = mathematics.found("lround");
  CHECK(nearest(2.7) == 3);
  CHECK_THROWS_WITH(mathematics.found("wortel"), "the library 'libm.so.6' has no 'wortel': it is another version");
}
