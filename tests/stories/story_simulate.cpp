// SPDX-License-Identifier: EUPL-1.2
// A simulation at the keyboard: stopped by Ctrl-C, gone on with, and the same to the byte.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <csignal>
#include <filesystem>

namespace casus::test {
namespace {

/// Few cases, so that it is soon done; the signal comes before the end all the same.
const std::vector<std::string> kAsked{"simulate", "--teams",          "8", "--weeks",          "6",    "--runs",
                                      "1",        "--seed",           "7", "--cases-per-week", "0.25", "--json",
                                      "--method", "eigen-kracht/lens"};

}  // namespace

TEST_CASE("a simulation that is stopped keeps what is done, and goes on to the same bytes", "[stories]") {
  const Home home;
  const auto& line = kAsked;

  auto stopped = line;
  stopped.insert(stopped.end(), {"--threads", "1", "--checkpoint", "half.json"});
  auto process = home.begin_casus(stopped);
  process.interrupt();
  const auto ran = process.finish();
  INFO(ran.out << ran.err);
  REQUIRE(ran.exit == 130);
  const auto told = nlohmann::json::parse(ran.out);
  CHECK(told.at("file") == "half.json");
  CHECK(told.at("of") == 8);
  CHECK(told.at("done") < 8);

  const auto refused = home.begin_casus({"simulate", "--resume", "half.json", "--teams", "2", "--lang", "en"}).finish();
  CHECK(refused.exit == 2);
  CHECK(refused.err ==
        "with --resume the settings are fixed; only add --threads, --csv, --html or --checkpoint\n"
        "help: casus simulate --help\n");

  const auto on = home.begin_casus({"simulate", "--resume", "half.json", "--threads", "2", "--json"}).finish();
  const auto whole = home.begin_casus(line).finish();
  CHECK(on.exit == 0);
  CHECK(on.out == whole.out);
  CHECK(nlohmann::json::parse(whole.out).at("case_lives") > 20);
}

TEST_CASE("who stops a simulation is told what is kept, and a line that goes on with it as it is typed", "[stories]") {
  const Home home;
  auto line = kAsked;
  std::erase(line, "--json");
  line.insert(line.end(), {"--threads", "1", "--checkpoint", "half klaar.json", "--lang", "en"});
  auto process = home.begin_casus(line);
  process.interrupt();
  const auto ran = process.finish();
  INFO(ran.err);
  REQUIRE(ran.exit == 130);
  CHECK_THAT(ran.err, Catch::Contains("stopped") && Catch::Contains(" kept. To go on: casus simulate --resume "
                                                                    "'half klaar.json'"));
}

TEST_CASE("a simulation that runs out of its time or loses its window keeps what is done as with Ctrl-C", "[stories]") {
  const Home home;
  for (const int signal : {SIGTERM, SIGHUP}) {
    INFO("signal " << signal);
    struct sigaction here {};
    sigaction(signal, nullptr, &here);
    if (here.sa_handler == SIG_IGN) continue;  // these tests run under nohup: then it goes on, as it should
    const auto file = "na-" + std::to_string(signal) + ".json";
    auto line = kAsked;
    line.insert(line.end(), {"--threads", "1", "--checkpoint", file});
    auto process = home.begin_casus(line);
    process.interrupt(signal);
    const auto ran = process.finish();
    INFO(ran.out << ran.err);
    REQUIRE(ran.exit == 130);
    const auto told = nlohmann::json::parse(ran.out);
    CHECK(told.at("file") == file);
    CHECK_THAT(told.at("go_on").get<std::string>(), Catch::EndsWith("casus simulate --resume " + file));
    CHECK(told.at("looked_at") <= told.at("settings"));
    const auto on = home.begin_casus({"simulate", "--resume", file, "--json"}).finish();
    CHECK(on.exit == 0);
    CHECK(on.out == home.begin_casus(kAsked).finish().out);
  }
}

TEST_CASE("a file to keep what is done in that cannot be written is told before the work", "[stories]") {
  const Home home;
  const auto line = std::string("casus simulate --weeks 6 --runs 1 --method eigen-kracht/lens --cases-per-week 0.25");
  const auto nowhere = home.type(line + " --checkpoint nergens/half.json");
  INFO(nowhere.out << nowhere.err);
  CHECK(nowhere.exit == 4);
  CHECK(nowhere.out.empty());
  CHECK_THAT(nowhere.err, Catch::Contains("nergens/half.json"));
  // To have looked leaves nothing behind, and a run that ends has nothing to keep.
  const auto whole = home.type(line + " --checkpoint half.json");
  CHECK(whole.exit == 0);
  CHECK_FALSE(std::filesystem::exists(home.folder() / "half.json"));
}

TEST_CASE("the speed of a simulation counts all the work from its start, and says what that is", "[stories]") {
  const Home home;
  const std::string line = "casus simulate --weeks 6 --runs 2 --method eigen-kracht/lens --cases-per-week 0.25";
  const auto answered = home.type(line + " --json");
  CHECK(answered.err.empty());
  const auto result = nlohmann::json::parse(answered.out);
  const auto told = [&](const char* lang, const std::string& before, const std::string& between) {
    const auto ran = home.type(line + " --threads 1 --lang " + lang);
    INFO(ran.err);
    REQUIRE(ran.exit == 0);
    const auto number = [&](const std::string& after) {
      const auto at = ran.err.find(after);
      REQUIRE(at != std::string::npos);
      return std::stoll(ran.err.substr(at + after.size()));
    };
    const auto all = number(before), looked = number(between);
    CHECK(looked > 0);
    CHECK(all == looked + result.at("case_lives").get<long long>());
    // What takes most of a short simulation is said before it is done.
    CHECK(ran.err.find("104") < ran.err.find(before));
  };
  told("nl", "van begin tot uitkomst ", "Daarbij zijn de ");
  told("en", "from start to result ", "That includes the ");
}

TEST_CASE("a simulation by the numbers of the own store is for the team, and reckons with no few", "[stories]") {
  const Home home;
  std::string lines = R"({"do":"FoundTeam","name":"Wijkteam Voorbeeld","minutes":75})"
                      "\n";
  for (const std::string name : {"Noor", "Daan", "Ria", "Samira", "Yusuf"})
    lines += R"({"do":"AddMember","name":")" + name + "\"}\n";
  home.folder().write("team.jsonl", lines);
  REQUIRE(home.type("casus apply team.jsonl").exit == 0);
  REQUIRE(home.type("casus case open 'Geheime titel' --id 2026-001 --privacy anonymous --basis wmo --purpose 'Kijken' "
                    "--as Noor")
              .exit == 0);
  const std::string asked = "casus simulate --weeks 6 --runs 2 --method eigen-kracht/lens --cases-per-week 0.25 --fit";
  const auto ran = home.type(asked + " --html page.html --as Noor");
  INFO(ran.out << ran.err);
  REQUIRE(ran.exit == 0);
  CHECK_THAT(ran.err, Catch::Contains("uit het eigen register: mensen in het team = 5 (/team/workers). Zoveel mensen "
                                      "telt het team.") &&
                          Catch::Contains("minuten van het overleg = 75 (/meeting/minutes)") &&
                          Catch::Contains("te jong om mee te rekenen") &&
                          Catch::Contains("Te weinig afgeronde besprekingen"));
  const auto page = content_of(home.folder() / "page.html");
  CHECK_THAT(page, Catch::Contains("Telling in het eigen register van het team") && !Catch::Contains("Geheime titel") &&
                       !Catch::Contains("Samira"));
  CHECK_THAT(ran.out, !Catch::Contains("niets te tellen"));
  // In a store without a team and without cases nothing is counted, and that is said first.
  const Home bare;
  REQUIRE(bare.type("casus case open 'Een titel' --id 2026-001 --privacy anonymous --basis wmo --purpose 'Kijken' "
                    "--as Noor")
              .exit == 0);
  const auto nothing = bare.type(asked + " --as Noor");
  CHECK(nothing.exit == 0);
  CHECK(nothing.out.starts_with("uit het eigen register is niets te tellen"));
  CHECK_THAT(nothing.err, Catch::Contains("uit het eigen register is niets te tellen"));
  const auto stranger = home.type(asked + " --as Iemand");
  CHECK(stranger.exit == 1);
  CHECK(stranger.out.empty());
  CHECK(home.type("casus simulate --resume half.json --fit --as Noor").exit == 2);
}

TEST_CASE("where a simulation cannot be written is told before it is worked out", "[stories][output]") {
  const Home home;
  const auto ran = [&](const std::vector<std::string>& more) {
    std::vector<std::string> line{"simulate", "--teams", "1", "--weeks", "3", "--seed", "7", "--runs", "1"};
    line.insert(line.end(), more.begin(), more.end());
    return home.begin_casus(line).finish();
  };
  for (const char* const option : {"--csv", "--html", "--xes", "--checkpoint"}) {
    const auto nowhere = ran({option, "nergens/bestand"});
    INFO(option << nowhere.err);
    CHECK(nowhere.exit == 4);
    CHECK(nowhere.out.empty());
    CHECK(nowhere.err.starts_with("fout: 'nergens/bestand' kan niet geschreven worden"));
  }
  const auto twice = ran({"--csv", "cijfers", "--html", "./cijfers"});
  CHECK(twice.exit == 2);
  CHECK(twice.err.starts_with(
      "in ./cijfers komt maar één ding; geef --csv, --html, --xes en --checkpoint elk een eigen bestand\n"));
  CHECK_FALSE(std::filesystem::exists(home.folder() / "cijfers"));
}

}  // namespace casus::test
