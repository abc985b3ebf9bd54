// SPDX-License-Identifier: EUPL-1.2
// Libraries of strangers as they are loaded: what does harm by that alone, what takes the place of another, and what is
// trusted.
#include "tests/stories/harm_machine.hpp"

namespace casus::test {

TEST_CASE("a library that does harm before it is asked anything is named too", "[stories]") {
  for (const auto& [name, told] : std::vector<std::pair<std::string, std::string>>{
           {"reads-at-load", "loading tried 'openat'; files, network, waiting and other processes are shut off for it"},
           {"loops-at-load", "loading gave no answer within 3000 ms"},
           {"exits-at-load", "loading ended its process with 0"},
           {"crashes-at-load", "loading crashed: Aborted"},
           {"speaks-at-load", "review gave no answer that can be read"}}) {
    if (!kCallsShutOff && name == "reads-at-load") continue;
    INFO(name);
    const HarmMachine machine({"m"}, name);
    const auto lines = content_of(machine.home.folder() / "given.jsonl");
    machine.home.folder().write("intake.jsonl", lines.substr(0, lines.rfind("{")));
    REQUIRE(machine.home.type("casus apply intake.jsonl").exit == 0);
    REQUIRE(machine.home.type("casus case next m --as Bram").exit == 0);  // nothing of the method is asked yet
    const auto ran = machine.says("m", "Rust in huis", "en");
    CHECK(ran.exit == 3);
    CHECK(ran.err == "fault: plugin 'trial': " + told + "\n");
    CHECK(machine.home.type("casus case show m --as Noor").exit == 0);
    CHECK(machine.home.type("casus store verify").exit == 0);
  }
}

TEST_CASE("a library that takes the place of another in a live case is named for what it is", "[stories]") {
  const HarmMachine machine({"m"}, "good");
  REQUIRE(machine.home.type("casus apply given.jsonl").exit == 0);
  const auto put = [&](const std::string& library) {
    std::filesystem::remove(machine.home.folder() / "trial/trial.so");
    machine.home.folder().write("trial/trial.so", content_of(trial_library(library)));
  };
  const auto before = machine.story_of("m");
  const auto check = [&](const std::string& library, int exit, const std::string& told) {
    INFO(library);
    put(library);
    const auto ran = machine.says("m", "Doe het nu!", "en");
    INFO(ran.err);
    CHECK(ran.exit == exit);
    CHECK(ran.out.empty());
    CHECK(ran.err.starts_with(told));
    CHECK(machine.story_of("m") == before);
    CHECK(machine.home.type("casus store verify").exit == 0);
  };
  // What its stamp says is looked at without opening it: then the case asks for another method, or for this one back.
  const std::string cannot = "refused: The method 'trial/m' cannot be used here. library trial.so";
  check("wrong-api", 1, cannot + ": the number of the interface (api) is 999, expected ");
  check("wrong-size", 1, cannot + ": the size of the stamp (size) is ");
  check("other-plugin", 1, cannot + ": the name of the plugin (plugin) is 'somebody-else', expected 'trial'");
  check("no-stamp", 1, cannot + " has no stamp (.casus_stamp)");
  // What lies in its stamp is found when it is opened, apart.
  check("two-stamps", 3, "fault: plugin 'trial': the library changed while it was being loaded\n");
  check("no-export", 3, "fault: plugin 'trial': the library does not export 'casus_method_plugin'\n");
  check("no-function", 3, "fault: plugin 'trial': the library has no function that gives rules\n");
  check("no-rules", 3, "fault: plugin 'trial': the library gives no rules for method 'trial/m'");
  check("missing-symbol", 3, "fault: plugin 'trial': the library cannot be loaded: ");
  // Whoever asks why is told what it did, and what can be done all the same.
  const auto why = machine.home.type("casus case why m --as Noor --lang en");
  CHECK(why.exit == 0);
  CHECK(why.out.find("plugin 'trial': the library cannot be loaded: ") != std::string::npos);
  CHECK(why.out.find("casus case method m ") != std::string::npos);
  // Without its file and its library it is no case that goes on.
  const auto definition = content_of(machine.home.folder() / "trial/m.json");
  std::filesystem::remove(machine.home.folder() / "trial/m.json");
  std::filesystem::remove(machine.home.folder() / "trial/trial.so");
  const auto shown = machine.home.type("casus case show m --as Noor --lang en");
  CHECK(shown.exit == 0);
  CHECK(shown.out.find("You can still look at this case and export it. You cannot go on or record anything") !=
        std::string::npos);
  CHECK(shown.out.find("This case goes on with version") == std::string::npos);
  CHECK(machine.says("m", "Doe het nu!").exit == 1);
  CHECK(machine.home.type("casus case why m --as Noor").exit == 0);
  machine.home.folder().write("trial/m.json", definition);
  put("good");
  const auto ran = machine.says("m", "Rust in huis", "en");
  CHECK(ran.exit == 0);
  CHECK(ran.out.find("said: Rust in huis") != std::string::npos);
}

TEST_CASE("a library runs inside only while it is trusted, by what is in it", "[stories]") {
  const HarmMachine machine({"quiet-exit"}, "deeds");
  const auto& home = machine.home;
  REQUIRE(home.type("casus apply given.jsonl").exit == 0);
  CHECK(home.type("casus method trust").out ==
        "Er wordt niets apart vertrouwd. Wat met het programma meekomt draait erin; al het andere in een eigen proces, "
        "met grenzen.\n");
  CHECK(home.type("casus method trust trial --as Ria").exit == 0);
  CHECK(home.type("casus method trust").out.find("/trial/trial.so, vertrouwd op " + today() + " door Ria (") !=
        std::string::npos);
  // Inside, an end of the process is the end of this program: that is what trust means.
  CHECK(machine.says("quiet-exit", "Doe het nu!").out.empty());
  CHECK(machine.says("quiet-exit", "Doe het nu!").exit == 0);

  auto other = content_of(home.folder() / "trial/trial.so");
  std::filesystem::remove(home.folder() / "trial/trial.so");
  home.folder().write("trial/trial.so", other + " ");
  CHECK(machine.says("quiet-exit", "Doe het nu!").exit == 3);

  std::filesystem::remove(home.folder() / "trial/trial.so");
  home.folder().write("trial/trial.so", other);
  CHECK(home.type("casus method trust trial --take-back").exit == 0);
  CHECK(machine.says("quiet-exit", "Doe het nu!").exit == 3);
  CHECK(home.type("casus method trust trial --take-back").exit == 2);
  // The library itself will do, and the file of a method.
  CHECK(home.type("casus method trust trial/trial.so --as Ria").exit == 0);
  CHECK(home.type("casus method trust trial/quiet-exit.json --take-back").exit == 0);
  CHECK(home.type("casus method trust trial/other.so --as Ria").exit == 2);
  // What is not built yet has nothing in it to trust.
  std::filesystem::remove(home.folder() / "trial/trial.so");
  const auto not_there = home.type("casus method trust trial --as Ria");
  CHECK(not_there.exit == 2);
  CHECK(not_there.out.find("draait voortaan") == std::string::npos);
  CHECK(not_there.err.find("trial.so is er niet") != std::string::npos);
  CHECK(home.type("casus method trust").out.find("trial.so") == std::string::npos);
}

}  // namespace casus::test
