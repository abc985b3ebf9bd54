// SPDX-License-Identifier: EUPL-1.2
// Every folder below tests/stories with `args`, `commands` or `commands.jsonl` is a story: the program as it is typed,
// in an empty home, and all that it answers. README.md in this folder says which files a story may have.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <sstream>

namespace casus::test {
namespace {

namespace fs = std::filesystem;

const fs::path kStories = fs::path(CASUS_SOURCE_DIR) / "tests" / "stories";

std::vector<fs::path> story_folders() {
  std::vector<fs::path> all;
  for (const auto& entry : fs::recursive_directory_iterator(kStories))
    if (const auto name = entry.path().filename(); name == "args" || name == "commands" || name == "commands.jsonl")
      all.push_back(entry.path().parent_path());
  std::ranges::sort(all);
  return all;
}

bool updates() {
  const char* const update = std::getenv("CASUS_UPDATE_GOLDEN");
  return update != nullptr && std::string_view(update) == "1";
}

/// Compares with a file of the story. CASUS_UPDATE_GOLDEN=1 writes it instead, and leaves out an empty one: read the
/// difference before you keep it. A day of the story may happen to be today: then it is taken out on both sides.
void check_golden(const Home& home, const fs::path& file, const std::string& text) {
  INFO("golden file " << fs::relative(file, kStories).string());
  const auto kept = fs::exists(file) ? content_of(file) : std::string();
  if (updates() && home.plain(text) != home.plain(kept)) {
    fs::remove(file);
    if (text.empty()) return;
    std::ofstream out(file, std::ios::binary);
    out << home.plain(text);
    REQUIRE(out.good());
    return;
  }
  CHECK(home.plain(text) == home.plain(kept));
}

/// The commands that one line of `given` stands for: a file in given/, or a file named from the root of the house, of
/// which the commands through the one with this id ("... through ID") are done, in coaching mode ("... coaching").
std::string given_commands(const std::string& line) {
  std::istringstream words(line);
  std::string file, word, through;
  bool coaching = false;
  for (words >> file; words >> word;) {
    if (word == "coaching") coaching = true;
    else if (word == "through" && words >> through) continue;
    else throw std::runtime_error("given: cannot read the line: " + line);
  }
  const bool from_root = file.find('/') != std::string::npos;
  std::string commands;
  bool reached = through.empty();
  for (const auto& each :
       lines_in(content_of(from_root ? fs::path(CASUS_SOURCE_DIR) / file : kStories / "given" / (file + ".jsonl")))) {
    auto command = nlohmann::json::parse(each);
    if (coaching && command.at("do") == "OpenCase") command["mode"] = "coaching";
    commands += command.dump() + '\n';
    if (!through.empty() && command.value("id", "") == through) {
      reached = true;
      break;
    }
  }
  if (!reached) throw std::runtime_error("given: no command with that id: " + line);
  return commands;
}

/// What lies before the story, all of which must be done.
void prepare(const Home& home, const fs::path& story) {
  if (!fs::exists(story / "given")) return;
  for (const auto& line : lines_in(content_of(story / "given"))) {
    home.folder().write("given.jsonl", given_commands(line));
    const auto ran = home.type("casus apply given.jsonl --lang en");
    INFO(ran.out << ran.err);
    REQUIRE(ran.exit == 0);
  }
}

/// One command line after the other; the exit code stands after what each wrote.
void play_lines(const Home& home, const fs::path& story) {
  if (fs::exists(story / "session.txt")) home.folder().write("session.txt", content_of(story / "session.txt"));
  std::string out, err, exit;
  for (const auto& line : lines_in(content_of(story / "args"))) {
    const auto ran = home.type(line);
    out += ran.out;
    err += ran.err;
    exit += std::to_string(ran.exit) + "\n";
  }
  check_golden(home, story / "stdout", out);
  check_golden(home, story / "stderr", err);
  check_golden(home, story / "exit", exit);
}

void play_commands(const Home& home, const fs::path& story) {
  const auto file = fs::exists(story / "commands")
                        ? fs::path(CASUS_SOURCE_DIR) / lines_in(content_of(story / "commands")).at(0)
                        : story / "commands.jsonl";
  home.folder().write("commands.jsonl", content_of(file));
  const auto ran = home.type("casus apply commands.jsonl --json");
  CHECK(ran.err.empty());
  check_golden(home, story / "expected.jsonl", ran.out);
  for (const auto* name : {"dossier.md", "dossier.en.md"}) {
    if (!fs::exists(story / name)) continue;
    const std::string lang = std::string_view(name) == "dossier.md" ? "nl" : "en";
    const auto first = nlohmann::json::parse(home.type("casus case list --json").out).at("cases").at(0).at("case");
    const auto dossier = home.type("casus case export " + first.get<std::string>() + " --format md --lang " + lang +
                                   " --out d.md --as Noor");
    REQUIRE(dossier.exit == 0);
    check_golden(home, story / name, content_of(home.folder() / "d.md"));
  }
}

}  // namespace

TEST_CASE("every story is answered as it was written down", "[stories]") {
  const auto stories = story_folders();
  CHECK(stories.size() >= 30);
  for (const auto& story : stories) {
    INFO("story " << fs::relative(story, kStories).string());
    Home home;
    // A folder of methods that does not ship, from the root of the source tree.
    if (fs::exists(story / "plugins"))
      home.set("CASUS_PLUGINS", (fs::path(CASUS_SOURCE_DIR) / lines_in(content_of(story / "plugins")).at(0)).string());
    prepare(home, story);
    if (fs::exists(story / "args")) play_lines(home, story);
    else play_commands(home, story);
  }
}

}  // namespace casus::test
