// SPDX-License-Identifier: EUPL-1.2
// The file that says which teams a server has.
#include "core/web/teams/teams_file.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::test {
namespace {

using Pointers = std::vector<std::string>;

Pointers pointers_in(const std::string& bytes, const std::string& folder = "map") {
  Pointers all;
  for (const auto& problem : web::served_teams_from(bytes, folder).second) all.push_back(problem.pointer);
  return all;
}

/// Of two teams with these stores.
Pointers pointers_of_two(const std::string& one, const std::string& other, const std::string& folder) {
  return pointers_in(R"({"format": 1, "teams": [{"name": "noord", "store": ")" + one +
                         R"("}, {"name": "zuid", "store": ")" + other + R"("}]})",
                     folder);
}

}  // namespace

TEST_CASE("the file of the teams is read whole, and each mistake is told with its place", "[web]") {
  auto [teams, problems] = web::served_teams_from(
      R"({"format": 1, "teams": [{"name": "noord", "store": "noord.db"}, )"
      R"({"name": "zuid", "store": "postgresql://db/casus?team=zuid", "keys": "/srv/zuid.keys"}]})",
      "map");
  CHECK(problems.empty());
  REQUIRE(teams.size() == 2);
  CHECK(teams[0].store == "map/noord.db");
  CHECK(teams[0].keys.empty());
  CHECK(teams[1].store == "postgresql://db/casus?team=zuid");
  CHECK(teams[1].keys == "/srv/zuid.keys");
  CHECK(pointers_in(R"({"format": 1, "teams": []})") == Pointers{"/teams"});
  const auto none = web::served_teams_from("{\n \"format\": 1,\n \"teams\": []\n}", "map").second;
  REQUIRE(none.size() == 1);
  CHECK(none.front().at.line == 3);
  CHECK(pointers_in(R"({"format": 1, "teams": [{"name": "Noord", "store": "a"}, {"name": "today", "store": " "}]})") ==
        Pointers{"/teams/0/name", "/teams/1/name", "/teams/1/store"});
  CHECK(pointers_in(R"({"format": 1, "teams": [{"name": "a", "store": "x", "keys": "k"}, )"
                    R"({"name": "a", "store": "./x", "keys": "k"}]})") ==
        Pointers{"/teams/1/name", "/teams/1/store", "/teams/1/keys"});
  CHECK(pointers_in(R"({"format": 1, "teams": [{"name": "a", "store": "postgres:/db/casus"}]})") ==
        Pointers{"/teams/0/store"});
  CHECK(pointers_in(R"({"format": 1, "teams": [{"name": "a", "store": "postgresql://jan:geheim@db/casus"}]})") ==
        Pointers{"/teams/0/store"});
  CHECK_FALSE(pointers_in(R"({"format": 1, "teams": [{"name": "a"}]})").empty());
  CHECK_FALSE(pointers_in(R"({"format": 1, "teams": [{"name": "a", "store": "x", "stroe": "y"}]})").empty());
  CHECK_FALSE(web::served_teams_from("[]", "map").second.empty());
}

TEST_CASE("the file of teams in the guide is a sound one", "[web]") {
  const auto guide = content_of(std::string(CASUS_SOURCE_DIR) + "/cli/server/README.md");
  const std::string begin = "```json\n";
  const auto from = guide.find(begin, guide.find("Schrijf op welke teams er zijn"));
  REQUIRE(from != std::string::npos);
  const auto to = guide.find("```", from + begin.size());
  const auto [teams, problems] =
      web::served_teams_from(std::string_view(guide).substr(from + begin.size(), to - from - begin.size()), "map");
  CHECK(problems.empty());
  CHECK(teams.size() == 2);
}

TEST_CASE("two teams with one store are refused, by whatever path or address", "[web]") {
  const TempDir folder;
  folder.write("noord.db", "");
  namespace fs = std::filesystem;
  fs::create_symlink(folder / "noord.db", folder / "link.db");
  fs::create_hard_link(folder / "noord.db", folder / "hard.db");
  fs::create_directory(folder / "echt");
  fs::create_directory_symlink(folder / "echt", folder / "ander");
  const auto of_two = [&](const std::string& one, const std::string& other) {
    return pointers_of_two(one, other, folder.path().string());
  };
  const Pointers store{"/teams/1/store"};
  for (const auto* other : {"link.db", "hard.db", "./noord.db"}) {
    INFO(other);
    CHECK(of_two("noord.db", other) == store);
  }
  CHECK(of_two("echt/zuid.db", "ander/zuid.db") == store);  // neither is there yet
  CHECK(of_two("noord.db", "zuid.db").empty());
  const std::string zuid = "postgresql://db/casus?team=zuid";
  for (const auto* other : {"postgres://db/casus?team=zuid", "postgresql://DB:5432/casus?team=zuid",
                            "postgresql://jan@db/casus?team=zuid", "postgresql://db/casus?sslmode=require&team=zuid",
                            "postgresql:///casus?host=db&team=zuid", "postgresql://db/?team=zuid&dbname=cas%75s"}) {
    INFO(other);
    CHECK(of_two(zuid, other) == store);
  }
  CHECK(of_two("postgresql:///casus", "postgresql://127.0.0.1/casus?team=casus") == store);
  for (const auto* other :
       {"postgresql://db/casus?team=noord", "postgresql://db/casus", "postgresql://db2/casus?team=zuid",
        "postgresql://db:5433/casus?team=zuid", "postgresql://db/proef?team=zuid"}) {
    INFO(other);
    CHECK(of_two(zuid, other).empty());
  }
}

TEST_CASE("two names of one database are one store, as the database says of itself", "[web]") {
  std::vector<std::string> asked;
  const auto says = [&asked](const std::string& store) -> std::optional<std::string> {
    asked.push_back(store);
    if (store.find("stil") != std::string::npos) return std::nullopt;
    const auto server = store.find("anders") != std::string::npos ? "server 2" : "server 1";
    return server + store.substr(store.rfind('/'));
  };
  const auto of = [&](const std::vector<std::string>& stores) {
    std::string rows;
    for (const auto& store : stores)
      rows += (rows.empty() ? "" : ", ") + (R"({"name": "t)" + std::to_string(&store - stores.data())) +
              R"(", "store": ")" + store + R"("})";
    asked.clear();
    Pointers all;
    for (const auto& problem : web::served_teams_from(R"({"format": 1, "teams": [)" + rows + "]}", "map", says).second)
      all.push_back(problem.pointer);
    return all;
  };
  const std::string zuid = "postgresql://db/casus?team=zuid", noord = "postgresql://db/casus?team=noord";
  CHECK(of({zuid, noord}).empty());
  CHECK(asked.empty());  // one address: that is one database already
  CHECK(of({zuid, "postgresql://db.stad.example/casus?team=zuid"}) == Pointers{"/teams/1/store"});
  CHECK(of({zuid, "postgresql://db.stad.example/casus?team=noord"}).empty());
  CHECK(of({zuid, "postgresql://anders/casus?team=zuid"}).empty());
  CHECK(of({zuid, "wijk.db"}).empty());
  // Who does not answer is waited for once.
  CHECK(of({"postgresql://stil/casus?team=zuid", "postgresql://stil/casus?team=noord", zuid, noord}).empty());
  CHECK(std::ranges::count(asked, "postgresql://stil/casus?team=zuid") == 1);
  CHECK(std::ranges::count(asked, "postgresql://stil/casus?team=noord") == 0);
}

TEST_CASE("two teams with one key file are refused", "[web]") {
  const auto with = [](const std::string& more) {
    return pointers_in(R"({"format": 1, "teams": [{"name": "noord", "store": "noord.db"}, )"
                       R"({"name": "zuid", "store": "zuid.db", "keys": ")" +
                       more + R"("}]})");
  };
  CHECK(with("noord.db.keys") == Pointers{"/teams/1/keys"});  // where those of noord lie by themselves
  CHECK(with("zuid.keys").empty());
}

}  // namespace casus::test
