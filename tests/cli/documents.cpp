// SPDX-License-Identifier: EUPL-1.2
// What a document shows of casus without typing it from top to bottom (between backquotes, in a table, in a block for
// an administrator) names verbs and options that are there. The lines behind "$ " are typed by the stories.
#include "cli/typed/tree.hpp"
#include "cli/verbs.hpp"
#include "tests/house/tree.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <regex>
#include <set>
#include <utility>

namespace casus::test {

namespace {

const std::set<std::string> kAlways{"--json", "--format", "--store", "--keys", "--as", "--lang", "--help", "--version"};

struct ShownLine {
  std::string where;  ///< file and line
  std::string typed;  ///< without the program's name
};

std::vector<std::string> words_shown(const std::string& line) {
  static const std::regex kWord(R"('[^']*'|"[^"]*"|\S+)");
  std::vector<std::string> words;
  for (std::sregex_iterator it(line.begin(), line.end(), kWord), end; it != end; ++it) words.push_back(it->str());
  return words;
}

bool is_group(std::string_view path) { return cli::entry_of(path) == nullptr && !cli::names_below(path).empty(); }

/// Between backquotes: a line for the program, or what is typed behind its name, as the tables of the guide have it.
void add_spans(const std::string& line, const std::string& where, std::vector<ShownLine>& all) {
  static const std::regex kSpan("`([^`]+)`"), kProgram(R"(^(?:[A-Z_]+=\S+ )*(?:casus|casus-admin|cli/run) (.+)$)");
  for (std::sregex_iterator it(line.begin(), line.end(), kSpan), end; it != end; ++it) {
    const auto span = (*it)[1].str();
    std::smatch found;
    const auto noun = span.substr(0, span.find(' '));
    if (std::regex_match(span, found, kProgram)) all.push_back({where, found[1]});
    else if (noun.size() < span.size() && is_group(noun)) all.push_back({where, span});
  }
}

/// In a block for a shell, or indented by four: each line for the program, also behind another one.
void add_lines(const std::string& line, const std::string& where, std::vector<ShownLine>& all) {
  static const std::regex kLine(
      R"((?:^(?:\$ )? *|[|;&(] *|sudo |[A-Z_]+=\S+ )(?:casus|casus-admin|cli/run) +([^|;&#`]+))");
  for (std::sregex_iterator it(line.begin(), line.end(), kLine), end; it != end; ++it)
    all.push_back({where, (*it)[1].str()});
}

/// Adds a line of prose to what is open before it. False as long as backquotes go on in the next line.
bool closes(std::string& open, const std::string& line) {
  open += (open.empty() ? "" : " ") + line;
  return line.empty() || std::ranges::count(open, '`') % 2 == 0;
}

std::vector<ShownLine> shown_in(const TreeFile& document) {
  std::vector<ShownLine> all;
  std::string block, open;
  bool inside = false;
  int number = 0;
  for (const auto part : lines_of(document.text)) {
    const std::string line(part);
    const auto where = document.path + ':' + std::to_string(++number);
    if (line.starts_with("```")) {
      inside = !inside;
      block = inside ? line.substr(3) : "";
    } else if (inside ? block.empty() || block == "sh" || block == "console" : line.starts_with("    ")) {
      add_lines(line, where, all);
    } else if (!inside && closes(open, line)) {
      add_spans(std::exchange(open, {}), where, all);
    }
  }
  return all;
}

/// What is wrong with a line: a verb or an option that the program does not have; or nothing.
std::string wrong_in_shown(const std::string& typed) {
  static const std::regex kName("[a-z][a-z-]*"), kOption("^(--[a-z][a-z-]*).*");
  auto words = words_shown(typed);
  if (!words.empty() && words.front() == "help") words.erase(words.begin());
  std::string path;
  std::size_t at = 0;
  for (; at < words.size(); ++at) {
    const auto below = cli::names_below(path);
    if (std::ranges::find(below, std::string_view(words[at])) == below.end()) break;
    path += (path.empty() ? "" : " ") + words[at];
  }
  const auto* entry = cli::entry_of(path);
  if (entry == nullptr) {
    const bool named = at < words.size() && std::regex_match(words[at], kName);
    return named ? "nothing '" + words[at] + "' in '" + path + "'" : "";
  }
  const auto verb = entry->fresh();
  desk::Slots slots;
  verb->shape(slots);
  for (; at < words.size(); ++at) {
    std::smatch found;
    if (!std::regex_match(words[at], found, kOption) || kAlways.contains(found[1])) continue;
    if (std::ranges::find(slots.all(), found[1].str(), &desk::Slot::name) == slots.all().end())
      return '\'' + path + "' has no " + found[1].str();
  }
  return {};
}

/// The options that stand alone between backquotes and are of no verb.
std::vector<std::string> nobodys_options(const TreeFile& document, const std::set<std::string>& known) {
  static const std::regex kOption("`(--[a-z][a-z-]*)[^`]*`");
  std::vector<std::string> lost;
  std::string open;
  bool inside = false;
  for (const auto part : lines_of(document.text)) {
    const std::string line(part);
    if (line.starts_with("```")) inside = !inside;
    if (inside || line.starts_with("    ") || !closes(open, line)) continue;
    const auto whole = std::exchange(open, {});
    for (std::sregex_iterator it(whole.begin(), whole.end(), kOption), end; it != end; ++it)
      if (!known.contains((*it)[1])) lost.push_back(document.path + ": " + (*it)[1].str());
  }
  return lost;
}

std::set<std::string> every_option() {
  auto all = kAlways;
  for (const auto& entry : cli::all_verbs()) {
    const auto verb = entry.fresh();
    desk::Slots slots;
    verb->shape(slots);
    for (const auto& slot : slots.all()) all.insert(slot.name);
  }
  return all;
}

}  // namespace

TEST_CASE("every verb and option of casus that a document shows is there", "[cli]") {
  const auto options = every_option();
  std::size_t lines = 0;
  for (const auto& file : files_in({"README.md", ".github", "core", "plugins", "workflows", "cli", "tests"})) {
    // What changed once is told in the words of its time; what the program wrote itself is held by its story.
    if (!file.path.ends_with("README.md") && !file.path.ends_with("CONTRIBUTING.md")) continue;
    CHECK(nobodys_options(file, options) == std::vector<std::string>{});
    for (const auto& line : shown_in(file)) {
      CAPTURE(line.where, line.typed);
      CHECK(wrong_in_shown(line.typed).empty());
      ++lines;
    }
  }
  CHECK(lines > 400);
}

TEST_CASE("a document that shows what is not there is found out", "[cli]") {
  const auto lines = shown_in({"a.md",
                               "Type `casus case sow A`, `CASUS_AS=Noor casus plan show A --fro x` or `case show A`.\n"
                               "```sh\nsudo casus-admin store bakcup | casus store info\n```\n\n"
                               "    casus meeting run --as Samira   # `casus no`\n```json\n\"casus no\"\n```\n"});
  std::vector<std::string> typed, wrong;
  for (const auto& line : lines) {
    typed.push_back(line.where + ' ' + line.typed);
    wrong.push_back(wrong_in_shown(line.typed));
  }
  CHECK(typed == std::vector<std::string>{"a.md:1 case sow A", "a.md:1 plan show A --fro x", "a.md:1 case show A",
                                          "a.md:3 store bakcup ", "a.md:3 store info",
                                          "a.md:6 meeting run --as Samira   "});
  CHECK(wrong == std::vector<std::string>{"nothing 'sow' in 'case'", "'plan show' has no --fro", "",
                                          "nothing 'bakcup' in 'store'", "", ""});
  CHECK(wrong_in_shown("help case say").empty());
  CHECK(nobodys_options({"b.md", "`--privacy ID`, `--privcy` and `a --b`\n```\n`--c`\n```\n"}, every_option()) ==
        std::vector<std::string>{"b.md: --privcy"});
}

}  // namespace casus::test
