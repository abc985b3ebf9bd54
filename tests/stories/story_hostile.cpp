// SPDX-License-Identifier: EUPL-1.2
// Libraries of strangers in a live case: whatever one does, the plugin is named, nothing is kept, and work goes on.
#include "tests/stories/harm_machine.hpp"

#include <chrono>
#include <fstream>
#include <map>
#include <thread>

namespace casus::test {
namespace {

using nlohmann::json;

/// What a deed is told as, after "plugin 'trial': ".
struct Deed {
  std::string name;
  std::string told;
  bool needs_filter = false;  ///< seen only where calls are shut off; under a sanitizer they are not
};

std::string barred(const std::string& call) {
  return "review tried '" + call + "'; files, network, waiting and other processes are shut off for it";
}

const std::vector<Deed>& deeds() {
  static const std::vector<Deed> all{
      {"segv", "review crashed: Segmentation fault", true},
      {"abort", "review crashed: Aborted"},
      {"kill-self", "review crashed: Killed"},
      {"stop-self", "review gave no answer within 2000 ms"},
      {"quiet-exit", "review ended its process with 0"},
      {"exit", "review ended its process with 0"},
      {"exit-group", "review ended its process with 7"},
      {"loop", "review gave no answer within 200 ms"},
      {"pause", barred("pause"), true},
      {"sleep", barred("clock_nanosleep"), true},
      {"lock", "review gave no answer within 2000 ms"},
      {"fork", barred("clone"), true},
      {"thread", barred("a system call"), true},
      {"exec", barred("execve"), true},
      {"read-keys", barred("openat"), true},
      {"write-file", barred("openat"), true},
      {"unlink", barred("unlink"), true},
      {"folder", barred("chdir"), true},
      {"rights-of-files", barred("umask"), true},
      {"shared-memory", barred("shmget"), true},
      {"parent-memory", barred("openat"), true},
      {"kill-parent", barred("kill"), true},
      {"trace", barred("ptrace"), true},
      {"network", barred("socket"), true},
      {"ring", barred("io_uring_setup"), true},
      {"memory-file", barred("memfd_create"), true},
      {"more-bounds", barred("prlimit64"), true},
      {"own-handler", barred("rt_sigaction"), true},
      {"own-handler-long", barred("rt_sigaction"), true},
      {"twice-forked", barred("clone"), true},
      {"watches", barred("inotify_init1"), true},
      {"local-socket", barred("socket"), true},
      {"other-name", barred("prctl"), true},
      {"memory-shared", "review threw: no more", true},
      {"floating-point", "review crashed: Floating point exception", true},
      {"end-without-end", "review gave no answer within 200 ms"},
      {"in-other-name", "plugin 'werf': is broken"},
      {"long-questions", "review gave no answer that can be read"},
      {"throw-silence", "review threw: an exception without words"},
      {"throw-steering", "review threw: a?31m ?b"},
      {"own-timer", barred("alarm"), true},
      {"code-away", "review crashed: Segmentation fault", true},
      {"twice-freed", "review crashed: Aborted", true},
      {"memory", "review threw: std::bad_alloc", true},
      {"stack", "review crashed: Segmentation fault", true},
      {"long-answer", "review gave no answer that can be read"},
      {"long-words", "review gave a finding with 100000 bytes of words for rule 'trial/deed'"},
      {"many-answers", "review gave no answer that can be read"},
      {"junk", "review gave no answer that can be read"},
      {"half-packet", "review gave no answer within 200 ms"},
      {"other-word", "review gave no answer that can be read"},
      {"hang-up", "review ended its process with 0"},
      {"every-word", "review gave no answer that can be read"},
      {"no-text", "review gave a finding whose Dutch words are no text for rule 'trial/deed'"},
      {"no-rule", "review gave a finding without a rule id"},
      {"odd-weight", "review gave a finding with weight 99 for rule 'trial/x'"},
      {"throw-number", "review threw: something that is not an exception"},
      {"throw-long", "review threw: " + std::string(500, 'x') + "..."},
  };
  return all;
}

/// Nothing of one that is gone meanwhile.
std::string content_of_process(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a library that does harm in a live case is named, nothing is kept, and the next command works",
          "[stories]") {
  std::vector<std::string> methods;
  for (const auto& deed : deeds())
    if (kCallsShutOff || !deed.needs_filter) methods.push_back(deed.name);
  const HarmMachine machine(methods, "deeds");
  const auto given = machine.home.type("casus apply given.jsonl");
  INFO(given.err);
  REQUIRE(given.exit == 0);
  std::string after;
  for (const auto& deed : deeds()) {
    if (!kCallsShutOff && deed.needs_filter) continue;
    INFO(deed.name);
    const auto before = machine.story_of(deed.name);
    const auto ran = machine.says(deed.name, "Doe het nu!", "en");
    CHECK(ran.exit == 3);
    CHECK(ran.out.empty());
    CHECK(ran.err == "fault: plugin 'trial': " + deed.told + "\n");
    CHECK(machine.story_of(deed.name) == before);
    after += harm_line("Say", deed.name, "Noor", {{"kind", "wish"}, {"text", "Rust in huis"}}).dump() + "\n";
  }
  CHECK_FALSE(std::filesystem::exists(machine.home.folder() / "gekaapt.txt"));
  machine.home.folder().write("after.jsonl", after);
  const auto gone_on = machine.home.type("casus apply after.jsonl");
  INFO(gone_on.out << gone_on.err);
  CHECK(gone_on.exit == 0);
  CHECK(machine.home.type("casus store verify").exit == 0);
}

TEST_CASE("of many lines those before the one at which a library does harm are done", "[stories]") {
  const HarmMachine machine({"abort"}, "deeds");
  REQUIRE(machine.home.type("casus apply given.jsonl").exit == 0);
  std::string lines;
  for (const auto* text : {"Rust in huis", "Doe het nu!", "Slapen"})
    lines += harm_line("Say", "abort", "Noor", {{"kind", "wish"}, {"text", text}}).dump() + "\n";
  machine.home.folder().write("lines.jsonl", lines);
  for (const auto* how : {"casus apply lines.jsonl --json", "casus apply - --json < lines.jsonl"}) {
    INFO(how);
    const auto ran = machine.home.type(how);
    CHECK(ran.exit == 3);
    const auto first = json::parse(ran.out.substr(0, ran.out.find('\n')));
    CHECK(first.at("line") == 1);
    CHECK(first.at("ok") == true);
    CHECK(ran.out.find("\"line\":2") == std::string::npos);
  }
  const auto told = machine.story_of("abort");
  CHECK(told.find("Rust in huis") != std::string::npos);
  CHECK(told.find("Doe het nu") == std::string::npos);
  CHECK(told.find("Slapen") == std::string::npos);
}

TEST_CASE("what a library did is told in the language of the reader", "[stories]") {
  std::map<std::string, std::string> told{
      {"quiet-exit", "review beëindigde zijn proces met 0"},
      {"loop", "review gaf binnen 200 ms geen antwoord"},
      {"junk", "review gaf geen antwoord dat te lezen is"},
      {"no-text", "review gaf een bevinding waarvan de Nederlandse woorden geen tekst zijn, voor regel 'trial/deed'"},
      {"odd-weight", "review gaf een bevinding met gewicht 99, voor regel 'trial/x'"},
      {"throw-number", "review gooide: something that is not an exception"},
  };
  if (kCallsShutOff)
    told["read-keys"] =
        "review probeerde 'openat'; bestanden, netwerk, wachten en andere processen zijn ervoor afgesloten";
  std::vector<std::string> methods;
  for (const auto& [name, words] : told) methods.push_back(name);
  const HarmMachine machine(methods, "deeds");
  REQUIRE(machine.home.type("casus apply given.jsonl").exit == 0);
  for (const auto& [name, words] : told) {
    INFO(name);
    CHECK(machine.says(name, "Doe het nu!").err == "fout: plugin 'trial': " + words + "\n");
  }
}

TEST_CASE("a library that waits for ever is gone with the program that asked it, however that ended", "[stories]") {
  // Waiting without end, and stopped; the program is killed before its patience is over.
  const std::vector<std::string> names{"lock", "stop-self"};
  const HarmMachine machine(names, "deeds");
  REQUIRE(machine.home.type("casus apply given.jsonl").exit == 0);
  const auto library = (machine.home.folder() / "trial/trial.so").string();
  const auto runs = [&] {
    for (const auto& process : std::filesystem::directory_iterator("/proc")) {
      const auto line = content_of_process(process.path() / "cmdline");
      if (line.find("plugin/apart") != std::string::npos && line.find(library) != std::string::npos) return true;
    }
    return false;
  };
  const auto comes = [&](bool wanted) {
    for (int tries = 0; tries < 200 && runs() != wanted; ++tries)
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return runs() == wanted;
  };
  for (const auto& name : names) {
    INFO(name);
    const auto asked = machine.home.begin_casus({"case", "say", name, "wens", "Doe het nu!", "--as", "Noor"});
    REQUIRE(comes(true));
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    asked.kill();
    CHECK(comes(false));
    CHECK(machine.says(name, "Rust in huis").exit == 0);
  }
  CHECK(machine.home.type("casus store verify").exit == 0);
}

TEST_CASE("a library that answers by itself, and twice, is caught at the next question to it", "[stories]") {
  const HarmMachine machine({"answers-itself"}, "deeds");
  REQUIRE(machine.home.type("casus apply given.jsonl").exit == 0);
  std::string twice;
  for (const auto* text : {"Doe het nu!", "Rust in huis"})
    twice += harm_line("Say", "answers-itself", "Noor", {{"kind", "wish"}, {"text", text}}).dump() + "\n";
  machine.home.folder().write("twice.jsonl", twice);
  const auto ran = machine.home.type("casus apply twice.jsonl --lang en");
  INFO(ran.out << ran.err);
  CHECK(ran.exit == 3);
  CHECK((ran.out + ran.err).find("plugin 'trial': review gave no answer that can be read") != std::string::npos);
  CHECK(machine.says("answers-itself", "Rust in huis").exit == 0);
  CHECK(machine.home.type("casus store verify").exit == 0);
}

TEST_CASE("what a library does to its own process reaches nobody", "[stories]") {
  const std::vector<std::string> names{"prints", "meddles", "looks-around", "escapes", "odd-questions"};
  const HarmMachine machine(names, "deeds");
  REQUIRE(machine.home.type("casus apply given.jsonl").exit == 0);
  for (const auto& name : names) {
    INFO(name);
    const auto ran = machine.says(name, "Doe het nu!");
    INFO(ran.err);
    CHECK(ran.exit == 0);
    CHECK((ran.out + ran.err).find("gekaapt") == std::string::npos);
    CHECK((ran.out + ran.err).find('\x1b') == std::string::npos);
    CHECK(ran.out.find("trial/deed") != std::string::npos);
  }
  // Nor does what is around the program reach the library.
  const auto around = machine.home.type("casus case history looks-around --as Noor --json").out;
  CHECK(around.find("sees ") != std::string::npos);
  for (const auto* name : {"CASUS_PLUGINS", " HOME=", "XDG_"}) CHECK(around.find(name) == std::string::npos);
  const auto shown = machine.home.type("casus case history escapes --as Noor --json");
  CHECK(shown.out.find("rood [31mgevaar[0m 5m en klaar") != std::string::npos);
  CHECK(machine.home.type("casus store verify").exit == 0);
}

}  // namespace casus::test
