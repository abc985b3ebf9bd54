// SPDX-License-Identifier: EUPL-1.2
// What is installed is enough: from an empty folder outside the tree a method with native rules is made, built,
// checked, packed, installed and played, in C++ and in C.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/has.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // a plugin is built in the flavour of its host

/// Somebody on a machine with the installed kit, and nothing of this tree.
struct Installed {
  Installed() {
    const auto ran = home.type("cmake --install '" CASUS_BUILD_DIR "' --prefix \"$HOME/kit\" >/dev/null");
    INFO(ran.err);
    REQUIRE(ran.exit == 0);
    // Nothing but what is installed is found: neither the program of the build, nor its sources.
    home.set("PATH", (home.folder() / "kit/bin").string() + ":/usr/local/bin:/usr/bin:/bin");
  }

  Ran type(const std::string& line) const {
    auto ran = home.type(line);
    INFO(line << "\n" << ran.out << ran.err);
    REQUIRE(ran.exit == 0);
    return ran;
  }

  Home home;
};

/// The block of this language in the guide.
std::string block_of_guide(const std::string& language) {
  const auto guide = content_of(fs::path(CASUS_SOURCE_DIR) / "plugins/README.md");
  const auto begin = guide.find("```" + language + "\n") + language.size() + 4;
  return guide.substr(begin, guide.find("```", begin) - begin);
}

/// The lines that the guide tells to type, from the one that begins so, as far as they stand together.
std::vector<std::string> lines_of_guide(const std::string& first) {
  const auto guide = content_of(fs::path(CASUS_SOURCE_DIR) / "plugins/README.md");
  const auto begin = guide.find("    " + first);
  REQUIRE(begin != std::string::npos);
  return lines_in(guide.substr(begin, guide.find("\n\n", begin) - begin));
}

TEST_CASE("with the installed kit alone a native method is made, built, checked, packed, installed and played",
          "[stories]") {
  const Installed machine;
  // What ships is there, and it is the installed one.
  const auto where = json::parse(machine.type("casus method where --json").out);
  CHECK(where["plugins"][0] == (machine.home.folder() / "kit/lib/casus/plugins").string());
  CHECK(where["methods"].size() >= 8);
  for (const auto& method : where["methods"])
    if (!method["library"].is_null()) CHECK(method["inside"] == true);
  CHECK(fs::exists(machine.home.folder() / "kit/share/casus/schemas/method.schema.json"));

  const auto typed = lines_of_guide("casus method new --id buurt/kringgesprek --native");
  REQUIRE(typed.size() == 4);
  for (std::size_t i = 0; i < 3; ++i) machine.type(typed[i]);
  CHECK(machine.home.type("grep -rlF '" CASUS_SOURCE_DIR "' buurt").out.empty());  // nothing of this tree was needed
  CHECK(has(machine.type("casus method check buurt/build/buurt --sessions 40").out, "Willekeurige gesprekken: 40"));
  CHECK(has(machine.type("casus method play buurt/build/buurt").out, "van begin tot eind gespeeld"));
  CHECK(has(machine.type(typed[3]).out, "100% tests passed, 0 tests failed out of 2"));
  const auto packed = json::parse(machine.type("casus method pack buurt/build/buurt --json").out);
  const std::string print = packed["fingerprint"];
  CHECK(has(machine.type("casus method key").out, print));
  CHECK(has(machine.type("casus method install buurt.casus-method").out, "in een eigen proces"));

  // Who made it takes away what it was made of; and somebody else gets the file on a machine of their own.
  const Installed other;
  other.home.folder().write("in/buurt.casus-method", content_of(machine.home.folder() / "buurt.casus-method"));
  CHECK(other.home.type("casus method install in/buurt.casus-method").exit == 1);
  other.type("casus method install in/buurt.casus-method --key " + print);
  machine.type("rm -r buurt buurt.casus-method");
  for (const auto* it : {&machine, &other}) {
    CHECK(has(it->type("casus method list").out, "buurt/kring"));
    CHECK(has(it->type("casus method play data/casus/plugins/buurt").out, "van begin tot eind gespeeld"));
    // And in a case its rules are heard.
    const auto heard = it->type(
        "export CASUS_AS=Noor; casus case open Post --id k --privacy anonymous --basis wmo --purpose doel --method "
        "buurt/kringgesprek && casus case join k Bram --role chair && casus case join k Ria --role member && casus "
        "case question k 'Hoe nu?' --hoped-for Rust && casus case next k --as Bram && casus case say k wens 'Rust in "
        "huis' "
        "&& casus case next k --as Bram && casus case suggest k && casus case say k vraag 'Wie belt er? En hoe vaak?' "
        "--as Ria");
    CHECK(has(heard.out, "Begin met een open vraag"));
    CHECK(has(heard.out, "buurt/one-question"));
  }
  machine.type("casus method remove buurt --because 'We doen iets anders' --as Noor");
  CHECK_FALSE(has(machine.type("casus method list").out, "buurt/kring"));
  machine.type("casus case show k --as Noor");
}

/// The files that a page links to, without the heading in them; not what lies on the network.
std::vector<std::string> linked_from(const std::string& page) {
  std::vector<std::string> all;
  for (auto at = page.find("]("); at != std::string::npos; at = page.find("](", at + 1)) {
    const auto to = page.substr(at + 2, page.find_first_of(")#", at + 2) - at - 2);
    if (!to.empty() && !to.starts_with("http")) all.push_back(to);
  }
  return all;
}

TEST_CASE("every link of an installed guide leads somewhere, and its examples are checked and played", "[stories]") {
  const Installed machine;
  const auto docs = machine.home.folder() / "kit/share/doc/casus";
  std::size_t guides = 0, links = 0;
  for (const auto& file : fs::recursive_directory_iterator(docs)) {
    if (file.path().extension() != ".md") continue;
    ++guides;
    for (const auto& to : linked_from(content_of(file.path()))) {
      CAPTURE(file.path().string(), to);
      CHECK(fs::exists(file.path().parent_path() / to));
      ++links;
    }
  }
  CHECK(guides >= 18);
  CHECK(links >= 30);
  for (const auto& example : fs::directory_iterator(docs / "plugins/examples")) {
    const auto name = example.path().filename().string();
    // As its page says, which is typed where the guides lie.
    machine.type("cd kit/share/doc/casus && casus method check plugins/examples/" + name);
    CHECK(has(machine.type("cd kit/share/doc/casus && casus method play plugins/examples/" + name).out,
              "van begin tot eind gespeeld"));
  }
}

TEST_CASE("the rules in C of the guide are built with the kit, and run apart", "[stories]") {
  const Installed machine;
  machine.type("casus method new --id buurt/kring");
  machine.home.folder().write("buurt/kring.c", block_of_guide("c"));
  machine.home.folder().write("buurt/CMakeLists.txt", block_of_guide("cmake"));
  auto method = content_of(machine.home.folder() / "buurt/kring.json");
  machine.home.folder().write("buurt/kring.json",
                              method.insert(method.find("  \"name\""), "  \"library\": \"buurt\",\n"));
  machine.type("cmake -S buurt -B buurt/build && cmake --build buurt/build && casus method check buurt/build/buurt");
  machine.type("casus method pack buurt/build/buurt && casus method install buurt.casus-method");
  const auto where = json::parse(machine.type("casus method where --json").out);
  for (const auto& it : where["methods"])
    if (it["method"] == "buurt/kring") CHECK(it["inside"] == false);
  const auto heard = machine.type(
      "export CASUS_AS=Noor; casus case open Post --id k --privacy anonymous --basis wmo --purpose doel --method "
      "buurt/kring && casus case join k Bram --role chair && casus case join k Ria --role member && casus case "
      "question "
      "k 'Hoe nu?' --hoped-for Rust && casus case next k --as Bram && casus case say k wens 'Rust in huis' && casus "
      "case "
      "next k --as Bram && casus case say k vraag 'Wie belt er? En hoe vaak?' --as Ria");
  CHECK(has(heard.out, "buurt/one-question"));
}

TEST_CASE("a wrong compiler and a missing name are told when building, not when the case is open", "[stories]") {
  const Installed machine;
  machine.type("casus method new --id buurt/kring --native");
  const auto other = machine.home.type(
      "cmake -S buurt -B other -DCMAKE_CXX_COMPILER_ID=Other -DCMAKE_CXX_COMPILER_ID_RUN=1 "
      "-DCMAKE_CXX_COMPILER_FORCED=1");
  CHECK(other.exit != 0);
  CHECK(has(other.err, "casus was built with"));
  auto source = content_of(machine.home.folder() / "buurt/buurt.cpp");
  machine.home.folder().write("buurt/buurt.cpp",
                              source.replace(source.find("draft.kind != "), 14, "casus::folded(draft.kind) != "));
  const auto built = machine.home.type("cmake -S buurt -B buurt/build && cmake --build buurt/build");
  CHECK(built.exit != 0);
  CHECK(has(built.out + built.err, "folded"));
}

#endif

}  // namespace
}  // namespace casus::test
