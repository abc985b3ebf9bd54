// SPDX-License-Identifier: EUPL-1.2
// A case that goes to the register of a municipality, as somebody types it.
#include "tests/remote/loopback.hpp"
#include "tests/remote/zgw_register.hpp"
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <sys/stat.h>
#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include <filesystem>
#include <string>

namespace casus::test {

using Catch::Matchers::Contains;

namespace {

const std::string kToRegister = "casus case zgw 2026-001 --types zgw.json --to zaaksysteem.json --as Noor";

void zgw_typed(const Home& home, const std::string& line) {
  const auto ran = home.type(line);
  INFO(line << "\n" << ran.err);
  REQUIRE(ran.exit == 0);
}

/// A team with a case, the types of its municipality, and where its register is.
void has_a_register(const Home& home, const std::string& root) {
  for (const auto* line :
       {"casus team init 'Wijkteam Voorbeeld'", "casus team add Noor", "casus team add Samira",
        "casus case open 'Vader die de post niet opent' --id 2026-001 --privacy agreed --basis wmo --purpose "
        "'Een eerste stap' --as Noor",
        "casus case join 2026-001 'Els Voorbeeld' --role resident --as Noor",
        "casus plan goal 2026-001 'Elke week de post openen' --as Noor", "casus team zgw --out ontwerp.json",
        "sed s/catalogi.voorbeeld.invalid/catalogi.gemeente.example/ ontwerp.json > zgw.json"})
    zgw_typed(home, line);
  home.folder().write("zaaksysteem.json", fmt::format(R"({{
  "format": 1,
  "zaken": "{0}zaken/api/v1/",
  "documenten": "{0}documenten/api/v1/",
  "client": "casus-wijkteam",
  "secret_file": "geheim"
}}
)",
                                                      root));
  home.folder().write("geheim", "een geheim van de gemeente\n");
  std::filesystem::permissions(home.folder() / "geheim", std::filesystem::perms::owner_read);
}

}  // namespace

TEST_CASE("a case is sent to the register once, however often the line is typed, and the look says where it went",
          "[stories][exchange]") {
  const Home home;
  ZgwRegister it;
  Loopback server;
  it.move_to(server.root());
  has_a_register(home, server.root());
  it.failing = {{"POST zaken", 1, 0, true}};  // cut off after it was made
  server.serve([&](const remote::Question& question) { return it.answer(question); });
  const auto host = server.root().substr(7, server.root().size() - 8);

  const auto first = home.type(kToRegister + " --out zaak.json");
  INFO(first.err);
  REQUIRE(first.exit == 0);
  CHECK_THAT(first.out,
             Contains("naar " + host + ": ") && Contains("0 bijgewerkt") && Contains("/zaken/api/v1/zaken/"));
  CHECK_THAT(first.err, Contains("de bespreking van deze casus is nog niet begonnen"));
  const auto second = home.type(kToRegister);
  REQUIRE(second.exit == 0);
  CHECK_THAT(second.out, Contains(host + " had alles al"));
  zgw_typed(home, "casus plan goal 2026-001 'Een vast moment kiezen' --as Noor");
  const auto third = nlohmann::json::parse(home.type(kToRegister + " --json").out);
  CHECK(third.at("ok") == true);
  CHECK(third.at("to") == host);
  CHECK(third.at("made") == 0);
  CHECK(third.at("changed") == 1);
  // Who may write the file may send it, and nobody else.
  CHECK(home.type("casus case zgw 2026-001 --types zgw.json --to zaaksysteem.json --as Samira").exit == 1);
  CHECK(home.type("casus case zgw 2026-001 --types zgw.json --to zaaksysteem.json --as 'Els Voorbeeld'").exit == 1);
  server.stop();

  CHECK(it.wrong.empty());
  CHECK(it.asked("PATCH") == 1);
  const auto& zaak = it.only("zaken");
  const auto file = nlohmann::json::parse(content_of(home.folder() / "zaak.json"));
  CHECK(zaak.at("identificatie") == file.at("zaak").at("identificatie"));
  CHECK(it.of("statussen").size() == file.at("statussen").size());
  CHECK(it.of("rollen").size() == file.at("rollen").size());
  for (const auto& body : it.bodies) CHECK_THAT(body, !Contains("Vader die"));
  const auto seen = nlohmann::json::parse(home.type("casus case seen 2026-001 --json --as Noor").out);
  int went = 0;
  for (const auto& look : seen.at("looks")) {
    went += look.at("to") == host ? 1 : 0;
    CHECK((look.at("to") == "" || look.at("sight") == "table"));
  }
  CHECK(went == 3);
  CHECK_THAT(home.type("casus case seen 2026-001 --as Noor").out, Contains("(naar"));
}

TEST_CASE("what keeps a case from the register is said, with the way on", "[stories][exchange]") {
  const Home home;
  ZgwRegister it;
  Loopback server;
  it.move_to(server.root());
  has_a_register(home, server.root());
  it.secret = "een ander geheim";
  server.serve([&](const remote::Question& question) { return it.answer(question); });

  const auto stranger = home.type(kToRegister);
  CHECK(stranger.exit == 4);
  CHECK_THAT(stranger.err, Contains("(antwoord 401)") && Contains("zaaksysteem.json") &&
                               Contains("Het token klopt niet.") && Contains("er komt niets dubbel"));
  CHECK_THAT(stranger.out + stranger.err, !Contains("een geheim van de gemeente"));

  const auto draft = home.type("casus case zgw 2026-001 --types ontwerp.json --to zaaksysteem.json --as Noor");
  CHECK(draft.exit == 2);
  CHECK_THAT(draft.err, Contains("ontwerp.json"));
  home.folder().write("krom.json", "{\"format\": 1, \"zaken\": \"http://zaken.voorbeeld.invalid/\"}\n");
  const auto crooked = home.type("casus case zgw 2026-001 --types zgw.json --to krom.json --as Noor");
  CHECK(crooked.exit == 2);
  CHECK_THAT(crooked.err, Contains("krom.json") && Contains("documenten"));
  std::filesystem::permissions(home.folder() / "geheim",
                               std::filesystem::perms::owner_read | std::filesystem::perms::group_read);
  const auto open = home.type(kToRegister);
  CHECK(open.exit == 2);
  CHECK_THAT(open.err, Contains("chmod 600 geheim"));
  std::filesystem::remove(home.folder() / "geheim");
  REQUIRE(::mkfifo((home.folder() / "geheim").c_str(), 0600) == 0);
  const auto pipe = home.type(kToRegister);
  CHECK(pipe.exit == 2);
  CHECK_THAT(pipe.err, Contains("geen gewoon bestand"));
  server.stop();
  CHECK(it.asked("GET") == 1);
  CHECK(it.changing() == 0);
}

}  // namespace casus::test
