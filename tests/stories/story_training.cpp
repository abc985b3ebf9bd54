// SPDX-License-Identifier: EUPL-1.2
// Training as a group meets it: in a terminal, on another machine, and never among real cases.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

namespace casus::test {
namespace {

namespace fs = std::filesystem;

/// A program in a terminal of its own, typed to line by line; killed when the value ends.
class Terminal {
 public:
  Terminal(const Home& home, const std::string& line) {
    winsize size{24, 80, 0, 0};
    pid_ = forkpty(&master_, nullptr, nullptr, &size);
    if (pid_ < 0) throw std::runtime_error("no terminal");
    if (pid_ > 0) return;
    for (const auto& [name, value] : home.environment()) setenv(name.c_str(), value.c_str(), 1);
    setenv("NO_COLOR", "1", 1);
    if (chdir(home.folder().path().c_str()) == 0) execl("/bin/sh", "sh", "-c", line.c_str(), nullptr);
    _exit(127);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  ~Terminal() {
    if (pid_ > 0) {
      ::kill(pid_, SIGKILL);
      ::waitpid(pid_, nullptr, 0);
    }
    ::close(master_);
  }

  /// Waits for the prompt, types the line, and gives what was on the screen before it.
  std::string type(const std::string& line) {
    auto shown = read_until("> ");
    const auto typed = line + "\n";
    if (::write(master_, typed.data(), typed.size()) != static_cast<ssize_t>(typed.size()))
      throw std::runtime_error("cannot type");
    return shown;
  }

  /// What it wrote until it ended, and its exit code.
  Ran finish() {
    Ran ran;
    ran.out = read_until("");
    int status = 0;
    ::waitpid(std::exchange(pid_, -1), &status, 0);
    ran.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ran;
  }

 private:
  /// Empty: until the end.
  std::string read_until(const std::string& end) {
    std::string out;
    for (char part[4096];;) {
      if (!end.empty() && out.ends_with(end)) return out;
      pollfd wanted{master_, POLLIN, 0};
      if (::poll(&wanted, 1, 30000) <= 0) throw std::runtime_error("the terminal says nothing more:\n" + out);
      const auto got = ::read(master_, part, sizeof part);
      if (got <= 0) {
        if (end.empty()) return out;
        throw std::runtime_error("ended before a prompt:\n" + out);
      }
      out.append(part, static_cast<std::size_t>(got));
    }
  }

  int master_ = -1;
  pid_t pid_ = -1;
};

fs::path log_of(const Home& home, const std::string& run) {
  return home.folder() / "data/casus/training.db.runs" / (run + ".jsonl");
}

}  // namespace

TEST_CASE("a group steps back twice, branches, and finishes; the log gives the same run on another machine",
          "[stories]") {
  const Home home;
  Terminal terminal(home,
                    "casus train play debts-and-shame --method solution-focused/reflecting-team --run eerste --seed 7");
  for (const auto* line :
       {"Bram: next", "Bram: next", "Noor: wens Dat zijn dochter kan blijven slapen", "Bram: next",
        "Ria: vraag Heb je al gedacht aan schuldhulp?", "terug", "Ria: vraag Wie is er om hem heen?"})
    terminal.type(line);
  CHECK_THAT(terminal.type("terug"), Catch::Contains("Er is een zus, Anja."));
  CHECK_THAT(terminal.type("Ria: vraag Wat wil hij zelf?"),
             Catch::Contains("Ria nam zetten terug: 1") || Catch::Contains("nam zetten terug: 1"));
  terminal.type("tak tweede 4");
  CHECK_THAT(terminal.type("Ria: vraag Wanneer lukte het wel?"), Catch::Contains("verder in tweede, vanaf zet 4"));
  CHECK_THAT(terminal.type("wacht 1 week"),
             Catch::Contains("samen met\r\n    Ruud") || Catch::Contains("Ruud, in de pauze"));
  CHECK_THAT(terminal.type("kies c omdat het zijn verhaal is"), Catch::Contains("KEUZEPUNT corporation"));
  terminal.type("stop");
  const auto ended = terminal.finish();
  CHECK(ended.exit == 0);
  CHECK_THAT(ended.out, Catch::Contains("7 zetten bewaard in oefening tweede"));

  Home elsewhere;
  elsewhere.set("TZ", "Pacific/Chatham");
  elsewhere.set("LC_ALL", "tr_TR.UTF-8");
  elsewhere.set("OMP_NUM_THREADS", "7");
  for (const std::string run : {"eerste", "tweede"}) {
    INFO(run);
    const auto log = content_of(log_of(home, run));
    elsewhere.folder().write(run + "-log.jsonl", log);
    const auto there = elsewhere.type("casus train apply " + run + "-log.jsonl --json");
    CHECK(there.exit == 0);
    CHECK(there.err.empty());
    CHECK(there == home.type("casus train apply " + run + " --json"));
    CHECK(content_of(log_of(elsewhere, run)) == log);
    for (const auto* format : {"md", "html"})
      CHECK(elsewhere.type("casus train debrief " + run + " --format " + format) ==
            home.type("casus train debrief " + run + " --format " + format));
  }
  // The first run counts its retries, the branch begins without them, and neither changed the other.
  const auto first = nlohmann::json::parse(home.type("casus train debrief eerste --json").out);
  const auto second = nlohmann::json::parse(home.type("casus train debrief tweede --json").out);
  CHECK(first.at("taken_back") == 2);
  CHECK(second.at("taken_back") == 0);
  CHECK(second.at("decisions").at(1).at("quality") == 3);
}

TEST_CASE("a training and real cases never share a store, and each is told what to do", "[stories]") {
  const Home home;
  REQUIRE(home.type("printf 'stop\\n' | casus train play quiet-child --method werf/werf --run een").exit == 0);
  REQUIRE(
      home.type("casus case open 'Iemand' --id 2026-001 --privacy anonymous --basis wmo --purpose 'Kijken' --as Noor")
          .exit == 0);
  const auto real = home.type("casus case list --store data/casus/training.db");
  CHECK(real.exit == 2);
  CHECK(real.err ==
        "data/casus/training.db is een oefenregister: alles daarin is verzonnen; gebruik het met casus train, of geef "
        "het register met de echte "
        "casussen met --store\nuitleg: casus case list --help\n");
  const auto training = home.type(
      "printf 'stop\\n' | casus train play quiet-child --method werf/werf --store ./data/casus/casus.db --lang en");
  CHECK(training.exit == 2);
  CHECK(training.err ==
        "./data/casus/casus.db is a store of real cases, and a training never comes into it; leave out --store, or "
        "give another file\nhelp: casus "
        "train play --help\n");
  // The real store lists its one case, and nothing of the training.
  const auto cases = nlohmann::json::parse(home.type("casus case list --json").out).at("cases");
  REQUIRE(cases.size() == 1);
  CHECK(cases.at(0).at("case") == "2026-001");
}

TEST_CASE("the check of a scenario says what can never come out, with its place, and for which method", "[stories]") {
  const Home home;
  auto scenario =
      nlohmann::ordered_json::parse(content_of(fs::path(CASUS_SOURCE_DIR) / "workflows/scenarios/young-mother.json"));
  scenario["facts"][1]["when"] = {{"known", "wish"}};
  home.folder().write("kapot.json", scenario.dump());
  const auto circular = home.type("casus train check kapot.json");
  CHECK(circular.exit == 3);
  CHECK_THAT(circular.err, Catch::Contains("kapot.json: /facts/1/when: fact 'wish' can never come out"));
  scenario["facts"][1]["when"] = {{"said", {{"kinds", {"affirmation"}}}}};
  home.folder().write("eenzijdig.json", scenario.dump());
  const auto one_sided = home.type("casus train check eenzijdig.json --json");
  CHECK(one_sided.exit == 3);
  CHECK_THAT(one_sided.out, Catch::Contains("cannot come out with method 'werf/werf'"));
  CHECK(home.type("casus train check " CASUS_SOURCE_DIR "/workflows/scenarios/young-mother.json").exit == 0);
}

TEST_CASE("a good play of a scenario scores higher than a poor one on each score that can be higher", "[stories]") {
  const fs::path stories = fs::path(CASUS_SOURCE_DIR) / "tests/stories/training";
  int scenarios = 0;
  for (const auto& entry : fs::directory_iterator(stories)) {
    const auto name = entry.path().filename().string();
    if (!name.ends_with("_good")) continue;
    ++scenarios;
    const auto debrief_of = [&](const fs::path& story) {
      const Home home;
      home.folder().write("session.txt", content_of(story / "session.txt"));
      for (const auto& line : lines_in(content_of(story / "args"))) {
        const auto ran = home.type(line + " --json");
        REQUIRE(ran.exit == 0);
        if (line.find("train debrief") != std::string::npos) return nlohmann::json::parse(ran.out);
      }
      return nlohmann::json();
    };
    INFO(name);
    const auto good = debrief_of(entry.path());
    const auto poor = debrief_of(stories / (name.substr(0, name.size() - 4) + "poor"));
    const auto share = [](const nlohmann::json& debrief, const char* level) {
      const auto& score = debrief.at("levels").at(level);
      return score.at("of") == 0 ? 0.0 : score.at("points").get<double>() / score.at("of").get<double>();
    };
    for (const auto* level : {"protocol", "content", "decisions", "reflection"}) {
      INFO(level);
      CHECK(share(good, level) > share(poor, level));
    }
    for (const auto& goal : good.at("goals")) CHECK(goal.at("met") == true);
    for (const auto& goal : poor.at("goals")) CHECK(goal.at("met") == false);
    for (const auto& goal : good.at("goals")) CHECK_FALSE(goal.at("moves").empty());
    CHECK_FALSE(good.contains("mark"));
  }
  CHECK(scenarios >= 6);
}

TEST_CASE("what cannot be read back from a log is not taken, and the training goes on", "[stories]") {
  const Home home;
  home.folder().write("odd.txt", "Bram: next\nNoor: titel \033[A\nNoor: titel \xff\nNoor: titel Een\ttab\n");
  const auto odd = home.type("casus train play refuses-help --method werf/werf --run een < odd.txt");
  CHECK(odd.exit == 0);
  const std::string told =
      "deze regel bevat tekens die niet te lezen zijn, zoals die van een pijltjestoets; typ hem opnieuw\n";
  CHECK(odd.err == told + told);
  CHECK_THAT(odd.out, Catch::Contains("Noor (titel): Een tab [b1]"));
  CHECK(home.type("printf 'stop\\n' | casus train play --run een").exit == 0);
}

TEST_CASE("a session from a program answers with one document, and goes on where it stopped", "[stories]") {
  const Home home;
  home.folder().write("one.txt", "Bram: next\nRia: vraag Te vroeg?\nonzin\n");
  const auto first = home.type("casus train play refuses-help --method werf/werf --run een --json < one.txt");
  CHECK(first.exit == 0);
  const auto document = nlohmann::json::parse(first.out);
  CHECK(document.at("moves").size() == 2);
  CHECK(document.at("moves").at(1).at("refused").at("rule") == "R4");
  home.folder().write("two.txt", "Noor: titel De deur\n");
  const auto second = nlohmann::json::parse(home.type("casus train play --run een --json < two.txt").out);
  CHECK(second.at("moves").size() == 3);
  CHECK(second.at("moves").at(2).at("ok") == true);
  const auto list = nlohmann::json::parse(home.type("casus train list --json").out);
  CHECK(list.at("runs") == nlohmann::json{"een"});
  CHECK(list.at("scenarios").size() >= 6);
  const auto unknown = home.type("casus train play debts-and-shme --method werf/werf");
  CHECK(unknown.exit == 2);
  CHECK(unknown.err ==
        "er is geen scenario 'debts-and-shme' (bedoelde je 'debts-and-shame'?); kijk met: casus train list\nuitleg: "
        "casus train play --help\n");
}

}  // namespace casus::test
