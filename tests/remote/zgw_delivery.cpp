// SPDX-License-Identifier: EUPL-1.2
#include "core/remote/zgw_delivery.hpp"

#include "core/base/base64.hpp"
#include "tests/remote/zgw_register.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/times.hpp"

#include <chrono>
#include <string>
#include <tuple>
#include <vector>

namespace casus::test {

using Catch::Matchers::Contains;
using nlohmann::json;
using Kind = remote::ZgwTrouble::Kind;

namespace {

/// Of the register that has the case: another hears of it first.
void has_what_the_file_says(ZgwRegister& it, const json& file) {
  CHECK(it.wrong == std::vector<std::string>{});
  CHECK(it.of("statussen").size() == file.at("statussen").size());
  CHECK(it.of("rollen").size() == file.at("rollen").size());
  CHECK(it.of("resultaten").size() == (file.at("resultaat").is_null() ? 0U : 1U));
  const auto& zaak = it.only("zaken");
  for (const auto* name : {"identificatie", "bronorganisatie", "zaaktype", "startdatum", "omschrijving"})
    CHECK(zaak.at(name) == file.at("zaak").at(name));
  CHECK(it.only("enkelvoudiginformatieobjecten").at("inhoud") == file.at("informatieobjecten").at(0).at("inhoud"));
  const auto& link = it.only("zaakinformatieobjecten");
  CHECK(link.at("zaak") == zaak.at("url"));
  CHECK(link.at("informatieobject") == it.only("enkelvoudiginformatieobjecten").at("url"));
}

Kind trouble_of(ZgwRegister& it, const json& file) {
  const auto done = zgw_delivered(it, file);
  REQUIRE_FALSE(done);
  return done.error().kind;
}

}  // namespace

TEST_CASE("a register that does not know the case gets all of its file, and nothing that was said", "[remote][zgw]") {
  ZgwRegister it;
  const auto file = zgw_file_of(zgw_open_case());
  const auto done = zgw_delivered(it, file);
  REQUIRE(done);
  has_what_the_file_says(it, file);
  CHECK(done->url == it.only("zaken").at("url"));
  CHECK(done->made == it.asked("POST"));
  CHECK(done->changed == 0);
  CHECK(it.waited.empty());
  const auto plan = from_base64(it.only("enkelvoudiginformatieobjecten").at("inhoud").get<std::string>()).value();
  for (const auto& body : it.bodies)
    for (const auto* said :
         {"alleen is", "meedenken", "Hoe krijgt Bram", "kleine stap", "GEHEIM", "van der Plas", "Joris"}) {
      CHECK_THAT(body, !Contains(said));
      CHECK_THAT(plan, !Contains(said));
    }
}

TEST_CASE("the same case again changes nothing in a register, on another day either", "[remote][zgw]") {
  for (const auto& state : {zgw_open_case(), zgw_ended_case()}) {
    ZgwRegister it;
    REQUIRE(zgw_delivered(it, zgw_file_of(state)));
    const auto before = it.all();
    it.forget_asked();
    const auto again = zgw_delivered(it, zgw_file_of(state, at("2026-08-01T09:00:00Z")));
    REQUIRE(again);
    CHECK(again->made + again->changed + again->taken_away + again->roles_taken_away + again->left_there +
              again->left_out ==
          0);
    CHECK(it.changing() == 0);
    CHECK(it.all() == before);
  }
}

TEST_CASE("of a case that went on a register gets what is new", "[remote][zgw]") {
  ZgwRegister it;
  REQUIRE(zgw_delivered(it, zgw_file_of(zgw_open_case())));
  it.forget_asked();

  auto paused = zgw_open_case();
  paused.stage.life = Life::paused;
  paused.goals.front().set.text += " en nog iets";
  REQUIRE(zgw_delivered(it, zgw_file_of(paused)));
  CHECK(it.asked("PATCH zaken") == 1);
  CHECK(it.only("zaken").at("opschorting").at("indicatie") == true);
  CHECK(it.asked("PATCH enkelvoudiginformatieobjecten") == 1);
  CHECK(it.asked("POST") == 2);  // a lock, taken and given back
  CHECK(it.all().at("locks") == 0);
  has_what_the_file_says(it, zgw_file_of(paused));

  const auto ended = zgw_file_of(zgw_ended_case());
  REQUIRE(zgw_delivered(it, ended));
  has_what_the_file_says(it, ended);
  CHECK(it.only("zaken").at("opschorting").at("indicatie") == false);
  CHECK(it.only("zaken").at("einddatum") == "2026-04-13");

  const auto back = zgw_file_of(zgw_reopened_case());
  const auto done = zgw_delivered(it, back);
  REQUIRE(done);
  CHECK(done->taken_away == 1);
  has_what_the_file_says(it, back);
  CHECK(it.only("zaken").at("einddatum").is_null());
}

TEST_CASE("a register that never heard of a closing that was undone is not told of it", "[remote][zgw]") {
  ZgwRegister it;
  const auto done = zgw_delivered(it, zgw_file_of(zgw_reopened_case()));
  REQUIRE(done);
  CHECK(done->left_out == 1);
  CHECK(it.wrong.empty());
  CHECK(it.of("resultaten").empty());
}

TEST_CASE("roles that the case has no longer are taken away in the register, those that others made are not",
          "[remote][zgw]") {
  ZgwRegister it;
  REQUIRE(zgw_delivered(it, zgw_file_of(zgw_open_case())));
  const auto zaak = it.only("zaken").at("url");
  it.of("rollen")["van-een-ander"] = {{"url", it.root() + "zaken/api/v1/rollen/van-een-ander"},
                                      {"uuid", "van-een-ander"},
                                      {"zaak", zaak},
                                      {"roltype", "https://catalogi.gemeente.example/archivaris"},
                                      {"betrokkeneType", "medewerker"},
                                      {"betrokkeneIdentificatie", {{"achternaam", "Archief"}}}};
  auto without = zgw_open_case();
  for (auto& person : without.people)
    if (person.name == "Els Voorbeeld") person.name = "Els Anders";
  const auto done = zgw_delivered(it, zgw_file_of(without));
  REQUIRE(done);
  CHECK(done->made == 1);
  CHECK(done->roles_taken_away == 1);
  CHECK(done->left_there == 0);
  CHECK(done->taken_away == 0);
  CHECK(it.of("rollen").size() == 4);
  CHECK(it.of("rollen").contains("van-een-ander"));
}

TEST_CASE("who was erased has no role in a register any more, unless somebody else made it", "[remote][zgw]") {
  ZgwRegister it;
  REQUIRE(zgw_delivered(it, zgw_file_of(zgw_open_case())));
  const auto names = [&] {
    std::vector<std::string> all;
    for (const auto& [uuid, role] : it.of("rollen"))
      if (role.at("roltype") == zgw_filled_types().roles.belanghebbende)
        all.push_back(role.at("betrokkeneIdentificatie").at("geslachtsnaam").get<std::string>());
    return all;
  };
  REQUIRE(names() == std::vector<std::string>{"Els Voorbeeld"});
  auto role = it.of("rollen").begin()->second;
  for (const auto& [uuid, one] : it.of("rollen"))
    if (one.at("roltype") == zgw_filled_types().roles.belanghebbende) role = one;
  role["url"] = it.root() + "zaken/api/v1/rollen/van-de-balie";
  role["uuid"] = "van-de-balie";
  role["roltoelichting"] = "aan de balie gemeld";
  role["betrokkeneIdentificatie"]["geslachtsnaam"] = "Joke Voorbeeld";
  it.of("rollen")["van-de-balie"] = role;
  auto without = zgw_open_case();
  for (auto& person : without.people)
    if (person.name == "Els Voorbeeld") person.erased = true;
  const auto done = zgw_delivered(it, zgw_file_of(without));
  REQUIRE(done);
  CHECK(done->made == 0);
  CHECK(done->roles_taken_away == 1);
  CHECK(done->left_there == 1);
  CHECK(names() == std::vector<std::string>{"Joke Voorbeeld"});
}

TEST_CASE("of a case that is closed there a role that must go is told, and stays", "[remote][zgw]") {
  ZgwRegister it;
  REQUIRE(zgw_delivered(it, zgw_file_of(zgw_ended_case())));
  const auto before = it.of("rollen").size();
  auto without = zgw_ended_case();
  for (auto& person : without.people)
    if (person.name == "Els Voorbeeld") person.erased = true;
  const auto done = zgw_delivered(it, zgw_file_of(without));
  REQUIRE(done);
  CHECK(done->roles_taken_away == 0);
  CHECK(done->left_there == 1);
  CHECK(it.of("rollen").size() == before);
}

TEST_CASE("a case whose number another organisation uses is another case", "[remote][zgw]") {
  ZgwRegister it;
  REQUIRE(zgw_delivered(it, zgw_file_of(zgw_open_case())));
  auto theirs = it.only("zaken");
  theirs["bronorganisatie"] = "111111110";
  theirs["url"] = it.root() + "zaken/api/v1/zaken/theirs";
  it.of("zaken") = {{"theirs", theirs}};
  it.of("enkelvoudiginformatieobjecten").clear();
  REQUIRE(zgw_delivered(it, zgw_file_of(zgw_open_case())));
  CHECK(it.of("zaken").size() == 2);
  CHECK(it.of("zaken").at("theirs") == theirs);
}

TEST_CASE("where a register has two by one number, neither is touched", "[remote][zgw]") {
  ZgwRegister it;
  REQUIRE(zgw_delivered(it, zgw_file_of(zgw_open_case())));
  auto twin = it.only("zaken");
  twin["url"] = it.root() + "zaken/api/v1/zaken/twin";
  it.of("zaken")["twin"] = twin;
  it.forget_asked();
  CHECK(trouble_of(it, zgw_file_of(zgw_ended_case())) == Kind::several);
  CHECK(it.changing() == 0);
}

TEST_CASE("what does not fit the schema is refused with the field, is not tried again, and is told", "[remote][zgw]") {
  ZgwRegister it;
  auto file = zgw_file_of(zgw_open_case());
  file["zaak"]["vertrouwelijkheidaanduiding"] = "beetje";
  const auto done = zgw_delivered(it, file);
  REQUIRE_FALSE(done);
  CHECK(done.error().kind == Kind::refused);
  CHECK(done.error().what == "zaken");
  CHECK(done.error().status == 400);
  CHECK(done.error().host == "zaken.voorbeeld.invalid");
  CHECK_THAT(done.error().said, Contains("vertrouwelijkheidaanduiding"));
  CHECK(it.asked("POST") == 1);
  CHECK(it.waited.empty());
  CHECK(it.of("zaken").empty());
}

TEST_CASE("who is not let in is told so at once", "[remote][zgw]") {
  ZgwRegister it;
  const auto file = zgw_file_of(zgw_open_case());
  auto settings = it.settings();
  settings.secret = "een ander geheim";
  const auto world = it.world();
  const auto done = remote::deliver(file, zgw_own(), settings, world);
  REQUIRE_FALSE(done);
  CHECK(done.error().kind == Kind::not_let_in);
  CHECK(done.error().said == "Het token klopt niet.");
  CHECK(it.asked("GET") == 1);
  CHECK(it.waited.empty());
  // Of a case that is closed there nothing may be changed by whoever has no right to it.
  REQUIRE(zgw_delivered(it, zgw_file_of(zgw_ended_case())));
  auto renamed = zgw_file_of(zgw_ended_case());
  renamed["zaak"]["omschrijving"] = "Anders";
  CHECK(trouble_of(it, renamed) == Kind::no_right);
}

TEST_CASE("a busy register is asked again after growing pauses, a few times", "[remote][zgw]") {
  using std::chrono::milliseconds;
  ZgwRegister it;
  const auto file = zgw_file_of(zgw_open_case());
  it.failing = {{"GET zaken", 2, 503}, {"POST rollen", 1, 429, false, 7}};
  REQUIRE(zgw_delivered(it, file));
  CHECK(it.waited == std::vector<milliseconds>{milliseconds(500), milliseconds(2000), milliseconds(7000)});
  has_what_the_file_says(it, file);

  ZgwRegister never;
  never.failing = {{"", 100, 503}};
  CHECK(trouble_of(never, file) == Kind::busy);
  CHECK(never.asked("GET zaken") == 4);
  CHECK(never.waited == std::vector<milliseconds>{milliseconds(500), milliseconds(2000), milliseconds(8000)});
  ZgwRegister silent;
  silent.failing = {{"", 100, 0}};
  CHECK(trouble_of(silent, file) == Kind::silent);
  CHECK(silent.asked("GET zaken") == 4);
  ZgwRegister later;
  later.failing = {{"", 1, 429, false, 3600}};
  CHECK(trouble_of(later, file) == Kind::busy);
  CHECK(later.waited.empty());
}

TEST_CASE("what cannot get better is not asked again, and a register that lets one wait is asked twice",
          "[remote][zgw]") {
  using remote::Silence;
  const auto file = zgw_file_of(zgw_open_case());
  for (const auto& [silence, kind, times] :
       {std::tuple{Silence::for_good, Kind::unreachable, 1}, std::tuple{Silence::too_slow, Kind::silent, 2},
        std::tuple{Silence::broke_off, Kind::silent, 4}}) {
    ZgwRegister it;
    int asked = 0;
    auto world = it.world();
    world.fetch = [&](const remote::Question&) {
      ++asked;
      return remote::Answer{.silence = silence};
    };
    const auto settings = it.settings();
    const auto done = remote::deliver(file, zgw_own(), settings, world);
    REQUIRE_FALSE(done);
    CHECK(done.error().kind == kind);
    CHECK(asked == times);
  }
}

TEST_CASE("who waits for a register is told for which", "[remote][zgw]") {
  ZgwRegister it;
  auto world = it.world();
  const auto answers = world.fetch;
  world.fetch = [&](const remote::Question& question) {
    question.waits(1);
    return answers(question);
  };
  std::vector<std::string> told;
  world.waits = [&](const std::string& host, int) { told.push_back(host); };
  const auto settings = it.settings();
  REQUIRE(remote::deliver(zgw_file_of(zgw_open_case()), zgw_own(), settings, world));
  REQUIRE_FALSE(told.empty());
  CHECK(told.front() == "zaken.voorbeeld.invalid");
}

TEST_CASE("an answer that no register gives is told, and is not taken for one", "[remote][zgw]") {
  ZgwRegister it;
  const auto file = zgw_file_of(zgw_open_case());
  for (const auto& odd : {remote::Answer{200, "<html>Welkom</html>"}, remote::Answer{302, ""},
                          remote::Answer{200, "{}"}, remote::Answer{200, R"({"results":[{"uuid":"1"}]})"}}) {
    auto world = it.world();
    world.fetch = [&](const remote::Question&) { return odd; };
    const auto settings = it.settings();
    const auto done = remote::deliver(file, zgw_own(), settings, world);
    REQUIRE_FALSE(done);
    CHECK(done.error().kind == Kind::odd);
  }
}

}  // namespace casus::test
