// SPDX-License-Identifier: EUPL-1.2
#include "core/base/base64.hpp"
#include "tests/support/catch.hpp"

#include <rapidcheck.h>

namespace casus {

TEST_CASE("bytes become text and bytes again", "[base]") {
  // RFC 4648, 10
  const std::vector<std::pair<std::string, std::string>> known{
      {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : known) {
    CHECK(to_base64(bytes) == text);
    CHECK(from_base64(text) == bytes);
  }
  CHECK(rc::check([](const std::string& bytes) { return from_base64(to_base64(bytes)) == bytes; }));
}

TEST_CASE("two texts are never the same bytes", "[base]") {
  for (const auto* text : {"Z", "Zg", "Zg=", "Zh==", "Zm9=", "Zm 9v", "Zm9v\n", "=Zm9", "Zm9v====", "Zm=v", "Zm-_"}) {
    INFO(text);
    CHECK_FALSE(from_base64(text).has_value());
  }
}

}  // namespace casus
