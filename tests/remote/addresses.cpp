// SPDX-License-Identifier: EUPL-1.2
#include "core/remote/address.hpp"
#include "core/remote/jose.hpp"
#include "core/remote/zgw_settings.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/web/openid_keys.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace casus::test {

using nlohmann::json;

namespace {

std::vector<std::string> wrong_in_zgw_settings(json file) {
  auto text = file.dump();
  std::vector<std::string> pointers;
  const auto read = remote::zgw_settings_from("{\"format\":1," + text.substr(1));
  if (!read)
    for (const auto& problem : read.error()) pointers.push_back(problem.pointer);
  return pointers;
}

}  // namespace

TEST_CASE("what is sent to another machine goes by https, or stays on this one", "[remote]") {
  for (const auto* safe : {"https://zaken.voorbeeld.nl/api", "https://zaken.voorbeeld.nl:8443",
                           "http://localhost:8080/x", "http://127.0.0.1/", "http://[::1]:9/"}) {
    INFO(safe);
    CHECK(remote::is_safe_address(safe));
  }
  for (const auto* other : {"http://zaken.voorbeeld.nl/", "http://localhost.voorbeeld.nl/", "ftp://localhost/",
                            "https://iemand@zaken.voorbeeld.nl/", "https://", "zaken.voorbeeld.nl", "",
                            "https://zaken.voorbeeld.nl/#x", "http://127.0.0.1.voorbeeld.nl/"}) {
    INFO(other);
    CHECK_FALSE(remote::is_safe_address(other));
  }
  CHECK(remote::host_of("https://zaken.voorbeeld.nl:8443/api?x") == "zaken.voorbeeld.nl:8443");
  CHECK(remote::host_of("zaken").empty());
}

TEST_CASE("a token with a shared secret is one that another library makes too", "[remote]") {
  const json claims{{"iss", "casus"}, {"iat", 1772960400}};
  CHECK(remote::token_with_secret("kort", claims.dump()) == signed_with_secret("kort", {{"typ", "JWT"}}, claims));
  CHECK(remote::token_with_secret("\xff\xfe ander", claims.dump()) ==
        signed_with_secret("\xff\xfe ander", {{"typ", "JWT"}}, claims));
  CHECK_FALSE(remote::token_with_secret("", claims.dump()));
}

TEST_CASE("settings of a register say all that is wrong with them", "[remote][zgw]") {
  const json good{{"zaken", "https://zaken.voorbeeld.nl/zaken/api/v1"},
                  {"documenten", "https://documenten.voorbeeld.nl/documenten/api/v1/"},
                  {"client", "casus"},
                  {"secret_file", "geheim"}};
  CHECK(wrong_in_zgw_settings(good).empty());
  const auto read = remote::zgw_settings_from("{\"format\":1," + good.dump().substr(1));
  REQUIRE(read);
  CHECK(read->cases == "https://zaken.voorbeeld.nl/zaken/api/v1/");
  CHECK(remote::hosts_of(*read) == "zaken.voorbeeld.nl, documenten.voorbeeld.nl");
  auto wrong = good;
  wrong["zaken"] = "http://zaken.voorbeeld.nl/";
  wrong["documenten"] = "https://documenten.voorbeeld.nl/?x=1";
  wrong["client"] = " ";
  wrong["secret_file"] = "";
  CHECK(wrong_in_zgw_settings(wrong) == std::vector<std::string>{"/zaken", "/documenten", "/client", "/secret_file"});
  auto lacking = good;
  lacking.erase("documenten");
  lacking["secret"] = "in het bestand";
  CHECK(wrong_in_zgw_settings(lacking).size() == 2);
}

TEST_CASE("the file of the register as the guide has it is good", "[remote][zgw]") {
  const auto guide = content_of(std::filesystem::path(CASUS_SOURCE_DIR) / "cli" / "guide" / "nl" / "README.md");
  const std::string_view begin = "```json\n";
  const auto from = guide.find(begin, guide.find("## Naar het zaaksysteem van de gemeente"));
  REQUIRE(from != std::string::npos);
  const auto to = guide.find("```", from + begin.size());
  const auto read =
      remote::zgw_settings_from(std::string_view(guide).substr(from + begin.size(), to - from - begin.size()));
  REQUIRE(read);
  CHECK(remote::hosts_of(*read) == "zaken.voorbeeld.nl");
}

}  // namespace casus::test
