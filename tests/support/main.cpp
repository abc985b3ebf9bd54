// SPDX-License-Identifier: EUPL-1.2
#define CATCH_CONFIG_RUNNER
#include "core/plugin/apart/serve.hpp"
#include "tests/support/catch.hpp"

int main(int count, char** arguments) {
  if (const auto served = casus::plugin::serve_plugin(count, arguments)) return *served;
  return Catch::Session().run(count, arguments);
}
