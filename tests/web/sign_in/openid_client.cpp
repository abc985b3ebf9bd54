// SPDX-License-Identifier: EUPL-1.2
// What is asked of a provider and remembered, with one that answers from memory; and the file that says which it is.
#include "core/text/problem_words.hpp"
#include "core/web/server/encoding.hpp"
#include "core/web/sign_in/openid/client.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/web/openid_provider.hpp"

#include <algorithm>

namespace casus::test {
namespace {

using nlohmann::json;
using web::openid::Client;
using web::openid::Journeys;

/// A sign-in that was begun, as the provider sees it.
struct Begun {
  OpenidProvider provider;
  Client client{OpenidProvider::settings(), provider.fetch()};
  Journeys journeys;
  Journeys::Begun begun = journeys.begin("browser", "192.0.2.1", "/today", kSignInDay);

  std::string comes_back(std::chrono::seconds later = {}) {
    const auto now = kSignInDay + later;
    const auto told = client.redeem({provider.code_for(begun.journey, now), "", begun.journey}, now);
    return told ? told->person : std::string(key(told.error()));
  }
};

std::vector<std::string> wrong_in(const json& file) {
  std::vector<std::string> all;
  for (const auto& problem : web::openid::settings_from(OpenidProvider::text_of(file)).second)
    all.push_back(problem.pointer + ": " + text::problem_words(problem, Lang::en));
  return all;
}

}  // namespace

TEST_CASE("a code is changed for what the provider tells, with its verifier and the secret", "[web]") {
  Begun it;
  CHECK(it.comes_back() == "m-1042");
  CHECK(it.provider.asked("/.well-known/openid-configuration") == 1);
  CHECK(it.provider.asked("/jwks") == 1);
  CHECK(it.provider.last.user == "casus");
  CHECK(it.provider.last.password == "een%20geheim%2Bmeer");
  const auto form = web::fields_from(it.provider.last.form);
  REQUIRE(form);
  CHECK(form->get("grant_type") == "authorization_code");
  CHECK(form->get("redirect_uri") == "https://casus.example/signed-in");
  CHECK(form->get("code_verifier") == it.begun.journey.verifier);
  CHECK_FALSE(form->has("client_secret"));
  // What is known is not asked again.
  CHECK(it.comes_back() == "m-1042");
  CHECK(it.provider.asked("/.well-known/openid-configuration") == 1);
  CHECK(it.provider.asked("/jwks") == 1);
  Begun other;
  other.provider.says["token_endpoint_auth_methods_supported"] = {"client_secret_post"};
  CHECK(other.comes_back() == "m-1042");
  CHECK(other.provider.last.user.empty());
  CHECK(web::fields_from(other.provider.last.form)->get("client_secret") == "een geheim+meer");
}

TEST_CASE("keys that were turned are fetched again, once a minute at most", "[web]") {
  using std::chrono::seconds;
  Begun it;
  CHECK(it.comes_back() == "m-1042");
  it.provider.turn_key();
  CHECK(it.comes_back(seconds(59)) == "unknown_key");
  CHECK(it.provider.asked("/jwks") == 1);
  CHECK(it.comes_back(seconds(60)) == "m-1042");
  CHECK(it.provider.asked("/jwks") == 2);
  // Tokens with a key that nobody publishes make no more traffic than that.
  it.provider.publishes_other = true;
  it.provider.turn_key();
  for (int i = 61; i < 120; ++i) CHECK(it.comes_back(seconds(i)) == "unknown_key");
  CHECK(it.provider.asked("/jwks") == 2);
  CHECK(it.comes_back(seconds(120)) == "unknown_key");
  CHECK(it.comes_back(seconds(121)) == "unknown_key");
  CHECK(it.provider.asked("/jwks") == 3);
}

TEST_CASE("a key that the provider took away is believed for half a day at most", "[web]") {
  Begun it;
  CHECK(it.comes_back() == "m-1042");
  it.provider.publishes_other = true;
  CHECK(it.comes_back(std::chrono::hours(12)) == "m-1042");
  CHECK(it.comes_back(std::chrono::hours(12) + std::chrono::seconds(1)) == "unknown_key");
}

TEST_CASE("an answer that is not of this provider, or no answer, lets nobody in", "[web]") {
  const auto judged = [](auto change) {
    Begun it;
    change(it);
    return it.comes_back();
  };
  CHECK(judged([](Begun& it) { it.provider.says["issuer"] = "https://elders.example"; }) == "issuer");
  CHECK(judged([](Begun& it) { it.provider.says["token_endpoint"] = "http://inloggen.example/token"; }) ==
        "odd_answer");
  CHECK(judged([](Begun& it) { it.provider.says.erase("jwks_uri"); }) == "odd_answer");
  CHECK(judged([](Begun& it) { it.provider.says["code_challenge_methods_supported"] = {"plain"}; }) == "odd_answer");
  CHECK(judged([](Begun& it) { it.provider.silent = true; }) == "unreachable");
  CHECK(judged([](Begun& it) { it.provider.token_status = 400; }) == "refused");
  CHECK(judged([](Begun& it) { it.provider.token_status = 500; }) == "odd_answer");
  CHECK(judged([](Begun& it) { it.provider.claims["nonce"] = "of another"; }) == "nonce");
  CHECK(judged([](Begun& it) { it.provider.claims["aud"] = "another"; }) == "audience");
  // It says in each answer who gave it; this one does not, or another did.
  CHECK(judged([](Begun& it) { it.provider.says["authorization_response_iss_parameter_supported"] = true; }) ==
        "issuer");
  Begun mixed;
  const auto told = mixed.client.redeem(
      {mixed.provider.code_for(mixed.begun.journey, kSignInDay), "https://elders.example", mixed.begun.journey},
      kSignInDay);
  REQUIRE_FALSE(told);
  CHECK(told.error() == web::openid::Distrust::issuer);
  CHECK(mixed.provider.asked("/token") == 0);
  // A provider that is silent is not asked at every knock.
  Begun silent;
  silent.provider.silent = true;
  for (int i = 0; i < 5; ++i) CHECK(silent.comes_back(std::chrono::seconds(i)) == "unreachable");
  CHECK(silent.provider.asked("/.well-known/openid-configuration") == 1);
  silent.provider.silent = false;
  CHECK(silent.comes_back(std::chrono::seconds(5)) == "m-1042");
}

TEST_CASE("what the token does not tell is asked beside it, of the same person", "[web]") {
  Begun it;
  it.provider.claims.erase("employee_id");
  it.provider.claims.erase("groups");
  it.provider.userinfo = {{"sub", "7f3"}, {"employee_id", "m-7"}, {"groups", {"noord"}}};
  CHECK(it.comes_back() == "m-7");
  CHECK(it.provider.last.bearer == "toegang");
  it.provider.userinfo["sub"] = "somebody else";
  CHECK(it.comes_back() == "other_person");
}

TEST_CASE("a state is of one browser, for one time, for a quarter of an hour", "[web]") {
  Journeys journeys;
  const auto begin = [&] { return journeys.begin("browser", "192.0.2.1", "/today", kSignInDay); };
  const auto begun = begin();
  CHECK_FALSE(journeys.end(begun.state, "another", kSignInDay));
  CHECK_FALSE(journeys.end("made up", "browser", kSignInDay));
  CHECK_FALSE(journeys.end("", "browser", kSignInDay));
  const auto back = journeys.end(begun.state, "browser", kSignInDay);
  REQUIRE(back);
  CHECK(back->back == "/today");
  CHECK(back->nonce == begun.journey.nonce);
  CHECK_FALSE(journeys.end(begun.state, "browser", kSignInDay));
  CHECK(journeys.end(begin().state, "browser", kSignInDay + std::chrono::minutes(15)));
  CHECK_FALSE(journeys.end(begin().state, "browser", kSignInDay + std::chrono::minutes(16)));
  // Whoever begins without end costs no more than this.
  const auto first = begin();
  for (std::size_t i = 1; i < Journeys::kMost; ++i) begin();
  CHECK(journeys.end(first.state, "browser", kSignInDay));
  const auto second = begin();
  for (std::size_t i = 0; i < Journeys::kMost; ++i) begin();
  CHECK_FALSE(journeys.end(second.state, "browser", kSignInDay));
}

TEST_CASE("who somebody is stands in the tables, and is never guessed", "[web]") {
  using web::NotAdmitted;
  auto settings = OpenidProvider::settings();
  const std::vector<std::string> team{"Noor", "Daan", "Noor de Wit"};
  const auto asked = [&](const web::Subject& told) {
    return web::admitted(told, settings, "Wijkteam Voorbeeld", team);
  };
  const auto noor = asked({"7f3", "m-1042", {{"noord"}}});
  REQUIRE(noor);
  CHECK(noor->name == "Noor");
  CHECK(noor->role == web::Place::member);
  CHECK(asked({"7f3", "m-10", {{"noord"}}}).error() == NotAdmitted::unknown);
  CHECK(asked({"7f3", "M-1042", {{"noord"}}}).error() == NotAdmitted::unknown);
  CHECK(asked({"7f3", "Noor", {{"noord"}}}).error() == NotAdmitted::unknown);
  CHECK(asked({"7f3", "", {{"noord"}}}).error() == NotAdmitted::no_person);
  CHECK(asked({"7f3", "m-1042", {{"Noord", "zuid"}}}).error() == NotAdmitted::no_group);
  CHECK(asked({"7f3", "m-1042", {}}).error() == NotAdmitted::no_group);
  // The table says "Noo", whom the team does not have, however near it comes.
  CHECK(asked({"7f3", "m-3", {{"noord"}}}).error() == NotAdmitted::not_in_team);
  CHECK(asked({"b", "b-1", {{"beheer"}}})->role == web::Place::keeper);
  CHECK(asked({"7f3", "m-1042", {{"beheer", "noord"}}})->role == web::Place::member);
  // The group leads to another team.
  CHECK(web::admitted({"7f3", "m-1042", {{"noord"}}}, settings, "Wijkteam Zuid", team).error() ==
        NotAdmitted::no_group);
}

TEST_CASE("who changes teams is not the colleague there who is called the same", "[web]") {
  using web::NotAdmitted;
  web::Admission tables;
  tables.groups = {{"noord", "Wijkteam Noord"}, {"zuid", "Wijkteam Zuid"}};
  tables.people = {{"m-1", "Noor", "Wijkteam Noord"}, {"m-2", "Noor", "Wijkteam Zuid"}, {"m-3", "Daan"}};
  const auto asked = [&](const std::string& id, const std::string& group, const std::string& team) {
    return web::admitted({"", id, {{group}}}, tables, team, {"Noor", "Noor Bos", "Daan"});
  };
  CHECK(asked("m-1", "noord", "Wijkteam Noord")->name == "Noor");
  CHECK(asked("m-2", "zuid", "Wijkteam Zuid")->name == "Noor");
  CHECK(asked("m-1", "zuid", "Wijkteam Zuid").error() == NotAdmitted::unknown);
  CHECK(asked("m-2", "noord", "Wijkteam Noord").error() == NotAdmitted::unknown);
  CHECK(asked("m-3", "zuid", "Wijkteam Zuid")->name == "Daan");
  // And is called otherwise there.
  tables.people.push_back({"m-1", "Noor Bos", "Wijkteam Zuid"});
  CHECK(asked("m-1", "zuid", "Wijkteam Zuid")->name == "Noor Bos");
  CHECK(asked("m-1", "noord", "Wijkteam Noord")->name == "Noor");
  tables.people.front().team.clear();
  CHECK(asked("m-1", "zuid", "Wijkteam Zuid")->name == "Noor Bos");
}

TEST_CASE("claims are read as they are called, and an address only when it was verified", "[web]") {
  const auto told = [](const json& all, const std::string& person, const std::string& groups) {
    return web::openid::told_in(all.dump(), {person, groups});
  };
  const json all{{"sub", "7f3"},
                 {"email", "noor@stad.example"},
                 {"groups", "noord"},
                 {"realm_access", {{"roles", {"a", "b"}}}},
                 {"number", 7}};
  CHECK(told(all, "email", "groups").person.empty());
  auto verified = all;
  verified["email_verified"] = true;
  CHECK(told(verified, "email", "groups").person == "noor@stad.example");
  // By whatever way it is pointed at.
  CHECK(told(verified, "/email", "groups").person == "noor@stad.example");
  CHECK(told(all, "/email", "groups").person.empty());
  verified["email_verified"] = "true";
  CHECK(told(verified, "email", "groups").person.empty());
  CHECK(told(verified, "/email", "groups").person.empty());
  json deeper{{"sub", "7f3"}, {"email_verified", true}, {"office", {{"email", "noor@stad.example"}}}};
  CHECK(told(deeper, "/office/email", "groups").person.empty());  // another address was verified
  deeper["office"]["email_verified"] = true;
  CHECK(told(deeper, "/office/email", "groups").person == "noor@stad.example");
  CHECK(told(all, "sub", "groups").groups == std::vector<std::string>{"noord"});
  CHECK(told(all, "sub", "/realm_access/roles").groups == std::vector<std::string>{"a", "b"});
  CHECK_FALSE(told(all, "sub", "/realm_access/none").groups);
  CHECK_FALSE(told(all, "sub", "/realm_access/~x").groups);
  CHECK(told(all, "number", "groups").person.empty());
}

TEST_CASE("everything that is wrong in the file of the sign-in is told, with its place", "[web]") {
  const auto good = OpenidProvider::file();
  CHECK(wrong_in(good).empty());
  const auto changed = [&](const json& patch) {
    auto file = good;
    file.merge_patch(patch);
    return wrong_in(file);
  };
  const auto begins = [](const std::vector<std::string>& all, const std::string& with) {
    CAPTURE(all);
    return all.size() == 1 && all.front().starts_with(with);
  };
  CHECK(begins(changed({{"format", 2}}), "/format: "));
  CHECK(begins(changed({{"issuer", "http://inloggen.example"}}), "/issuer: expected an address"));
  CHECK(begins(changed({{"issuer", "https://inloggen.example?x"}}), "/issuer: "));
  CHECK(changed({{"issuer", "http://127.0.0.1:9000/realms/stad"}}).empty());
  CHECK(begins(changed({{"address", "https://casus.example/"}}), "/address: "));
  CHECK(begins(changed({{"client", " "}}), "/client: there is nothing here"));
  CHECK(begins(changed({{"secret_file", nullptr}}), ": missing 'secret_file'"));
  CHECK(begins(changed({{"scope", {"x"}}}), "/scope: "));
  CHECK(begins(changed({{"scopes", {"two words"}}}), "/scopes/0: expected one word"));
  CHECK(begins(changed({{"groups", json::array()}}), "/groups: "));
  CHECK(begins(changed({{"people", json::array()}}), "/people: "));
  CHECK(begins(changed({{"hours", 13}}), "/hours: expected a whole number from 1 to 12"));
  CHECK(begins(changed({{"claims", {{"person", ""}}}}), "/claims/person: "));
  const json row{{"group", "noord"}, {"team", "Wijkteam Voorbeeld"}, {"role", "keeper"}};
  CHECK(begins(changed({{"groups", {good["groups"][0], row}}}), "/groups/1: group 'noord' already has a row"));
  auto chief = row;
  chief["role"] = "chief";
  CHECK(begins(changed({{"groups", {chief}}}), "/groups/0/role: "));
  CHECK(begins(changed({{"people", {good["people"][0], good["people"][0]}}}), "/people/1/id: "));
  // Two people of one name: each in a team of their own, or the one would be the other.
  const auto group = [](const char* name, const char* team) {
    return json{{"group", name}, {"team", team}, {"role", "member"}};
  };
  const json groups{group("noord", "Wijkteam Noord"), group("zuid", "Wijkteam Zuid")};
  const auto of_people = [&](const json& people) { return changed({{"groups", groups}, {"people", people}}); };
  const json noor{{"id", "m-1"}, {"name", "Noor"}}, other{{"id", "m-2"}, {"name", "Noor"}};
  const auto in = [](json row, const char* team) {
    row["team"] = team;
    return row;
  };
  CHECK(begins(of_people({noor, other}), "/people/1/name: 'Noor' is the name of 'm-1' as well"));
  CHECK(begins(of_people({noor, in(other, "Wijkteam Zuid")}), "/people/1/name: "));
  CHECK(begins(of_people({in(noor, "Wijkteam Zuid"), in(other, "Wijkteam Zuid")}), "/people/1/name: "));
  CHECK(of_people({in(noor, "Wijkteam Noord"), in(other, "Wijkteam Zuid")}).empty());
  CHECK(of_people({noor, in(noor, "Wijkteam Zuid")}).empty());
  CHECK(begins(of_people({in(noor, "Wijkteam Noord"), in(noor, "Wijkteam Noord")}), "/people/1/id: "));
  CHECK(
      begins(of_people(json::array({in(noor, "Wijkteam Oost")})), "/people/0/team: no group leads to 'Wijkteam Oost'"));
  // All at once, and where in the file.
  const auto problems = web::openid::settings_from("{\n \"format\": 1,\n \"issuer\": 3\n}").second;
  REQUIRE(problems.size() > 5);
  CHECK(std::ranges::any_of(problems, [](const Problem& one) { return one.pointer == "/issuer" && one.at.line == 3; }));
  CHECK_FALSE(web::openid::settings_from("").second.empty());
  CHECK_FALSE(web::openid::settings_from("[]").second.empty());
}

TEST_CASE("the file of the sign-in as the guide has it is good", "[web]") {
  const auto guide = content_of(std::filesystem::path(CASUS_SOURCE_DIR) / "cli" / "server" / "README.md");
  const std::string_view begin = "```json\n";
  const auto from = guide.find(begin, guide.find("## Aanmelden met het account van de gemeente"));
  REQUIRE(from != std::string::npos);
  const auto to = guide.find("```", from + begin.size());
  const auto [settings, problems] =
      web::openid::settings_from(std::string_view(guide).substr(from + begin.size(), to - from - begin.size()));
  CHECK(problems == Problems{});
  CHECK(settings.people.size() == 2);
  CHECK(settings.hours == 10);
}

}  // namespace casus::test
