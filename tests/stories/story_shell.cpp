// SPDX-License-Identifier: EUPL-1.2
// What a shell and a script see: exit codes, answers line by line, completion.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {
namespace {

using nlohmann::json;

/// What the tab key offers behind these words, the last of which is being typed.
std::vector<std::string> completed(const Home& home, const std::vector<std::string>& words) {
  std::string typed;
  for (const auto& word : words) typed += " '" + word + "'";
  const auto ran = home.type("bash --norc -c 'source completion.bash; COMP_WORDS=(" +
                             [&] {
                               std::string plain;
                               for (const auto& word : words) plain += "\"" + word + "\" ";
                               return plain;
                             }() +
                             "); COMP_CWORD=" + std::to_string(words.size() - 1) +
                             "; _casus; printf \"%s\\n\" \"${COMPREPLY[@]}\"'");
  INFO(typed << "\n" << ran.err);
  CHECK(ran.exit == 0);
  CHECK(ran.err.empty());
  return lines_in(ran.out);
}

}  // namespace

TEST_CASE("no command but the one that needs it waits for a large library", "[stories]") {
  const Home home;
  const auto linked = home.type("ldd \"$(command -v casus)\"");
  REQUIRE(linked.exit == 0);
  CHECK(linked.out.find("libc.so") != std::string::npos);
  for (const auto* late : {"libicu", "libical", "libssl", "libcrypto", "libmagic", "libqrencode", "libpq"}) {
    CAPTURE(late);
    CHECK(linked.out.find(late) == std::string::npos);
  }
}

TEST_CASE("every exit code says what the guide says it says", "[stories]") {
  const Home home;
  home.folder().write("given.jsonl",
                      content_of(std::filesystem::path(CASUS_SOURCE_DIR) / "tests/stories/given/presenting.jsonl"));
  home.folder().write("bad.json", "{}");
  home.folder().write("no-store.db", "dit is geen register, maar een brief die lang genoeg is om er een te lijken");
  const std::vector<std::pair<std::string, int>> lines{
      {"casus apply given.jsonl", 0},
      {"casus case question 2026-001 'Geen vraag' --as Noor", 1},
      {"casus case nxt 2026-001", 2},
      {"casus workflow check bad.json", 3},
      {"casus case list --store no-store.db", 4},
      {"casus case review 2026-001 +6w --expect 1 --as Noor", 5},
  };
  for (const auto& [line, code] : lines) {
    const auto ran = home.type(line);
    INFO(line << "\n" << ran.out << ran.err);
    CHECK(ran.exit == code);
    CHECK(ran.err.empty() == (code == 0));
    CHECK(ran.out.empty() == (code != 0));
  }
  CHECK(content_of(home.folder() / "no-store.db").starts_with("dit is geen register"));
}

TEST_CASE("every exit code comes with one JSON document that says the same", "[stories]") {
  const Home home;
  home.folder().write("given.jsonl",
                      content_of(std::filesystem::path(CASUS_SOURCE_DIR) / "tests/stories/given/presenting.jsonl"));
  home.folder().write("no-store.db", "dit is geen register, maar een brief die lang genoeg is om er een te lijken");
  REQUIRE(home.type("casus apply given.jsonl").exit == 0);
  const auto document = [&](const std::string& line, int code) {
    const auto ran = home.type(line + " --json");
    INFO(line << "\n" << ran.out << ran.err);
    CHECK(ran.exit == code);
    CHECK(ran.err.empty());
    CHECK(lines_in(ran.out).size() == 1);
    return json::parse(ran.out);
  };
  CHECK(document("casus case review 2026-001 +6w --as Noor", 0)["ok"] == true);
  CHECK(document("casus case question 2026-001 'Geen vraag' --as Noor", 1)["refused"]["rule"] == "R1");
  CHECK(document("casus case nxt 2026-001", 2)["usage"].size() == 1);
  CHECK(document("casus case list --store no-store.db", 4)["fault"]["kind"] == "store");
  // Said in the language that was asked for, as on a screen.
  home.folder().write("brief.txt", "Dit is een brief. " + std::string(2000, '.'));
  const auto fault = [&](const std::string& lang) {
    return document("casus case list --store brief.txt --lang " + lang, 4)["fault"]["message"].get<std::string>();
  };
  CHECK(fault("nl").find("geen database van casus") != std::string::npos);
  CHECK(fault("en").find("not a database of casus") != std::string::npos);
  CHECK(document("casus case review 2026-001 +6w --expect 1 --as Noor", 5)["conflict"]["expected"] == 1);
}

TEST_CASE("a refused line of apply is answered with rule, reason and remedy, and the next lines go on", "[stories]") {
  const Home home;
  const auto say = [](const std::string& by, const std::string& text) {
    return json{{"do", "Say"}, {"case", "2026-001"}, {"by", by}, {"kind", "fact"}, {"text", text}}.dump() + "\n";
  };
  home.folder().write("c.jsonl",
                      content_of(std::filesystem::path(CASUS_SOURCE_DIR) / "tests/stories/given/presenting.jsonl") +
                          say("Noor", "eerste") + say("Daan", "niet aan het woord") + say("Noor", "tweede"));
  for (const auto* how : {"casus apply c.jsonl --json --lang en", "casus apply - --json --lang en < c.jsonl"}) {
    const Home other;
    other.folder().write("c.jsonl", content_of(home.folder() / "c.jsonl"));
    const auto ran = other.type(how);
    CHECK(ran.exit == 1);
    CHECK(ran.err.empty());
    const auto answers = lines_in(ran.out);
    REQUIRE(answers.size() == 10);
    CHECK(json::parse(answers[7])["ok"] == true);
    const auto refused = json::parse(answers[8]);
    CHECK(refused["line"] == 9);
    CHECK(refused["ok"] == false);
    CHECK(refused["refused"] ==
          json{{"name", "NotYourFloor"},
               {"rule", "R4"},
               {"reason", "In 'Present' the floor belongs to: presenter (Noor). Daan listens now."},
               {"remedy", "Wait for a step in which you have the floor, or ask the chair to go on."},
               {"missing", json::array()}});
    CHECK(json::parse(answers[9])["ok"] == true);
    const auto shown = other.type("casus case export 2026-001 --format md --as Noor");
    CHECK(shown.out.find("tweede") != std::string::npos);
    CHECK(shown.out.find("niet aan het woord") == std::string::npos);
  }
}

TEST_CASE("bash takes the completion script, and the tab key knows verbs, options and values", "[stories]") {
  const Home home;
  if (home.type("command -v bash").exit != 0) {
    WARN("bash is not on this machine: completion is not tried");
    return;
  }
  REQUIRE(home.type("casus completion bash > completion.bash && bash -n completion.bash").exit == 0);
  using Words = std::vector<std::string>;
  CHECK(completed(home, {"casus", "ca"}) == Words{"case"});
  CHECK(completed(home, {"casus", "case", "ne"}) == Words{"next"});
  CHECK(completed(home, {"casus", "case", "safety", "ac"}) == Words{"acute"});
  CHECK(completed(home, {"casus", "case", "next", "2026-001", "--bec"}) == Words{"--because"});
  CHECK(completed(home, {"casus", "case", "open", "--privacy", "a"}) == Words{"anonymous", "agreed"});
  CHECK(completed(home, {"casus", "case", "show", "--lang", ""}) == Words{"nl", "en"});
  CHECK(completed(home, {"casus", "zzz"}).empty());
}

TEST_CASE("the example of completion works in a home where nothing is yet", "[stories]") {
  const Home home;
  for (const std::string shell : {"bash", "zsh"}) {
    const auto help = json::parse(home.type("casus completion " + shell + " --help --json").out);
    const auto ran = home.type(help["example"].get<std::string>());
    INFO(shell << ": " << ran.err);
    CHECK(ran.exit == 0);
    CHECK(content_of(home.folder() / ("." + shell + "rc")) == ". ~/.casus." + shell + "\n");
  }
  if (home.type("command -v bash").exit == 0)
    CHECK(home.type("bash --norc -c '. ~/.bashrc && complete -p casus'").out == "complete -F _casus casus\n");
}

}  // namespace casus::test
