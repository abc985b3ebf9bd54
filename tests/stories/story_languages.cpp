// SPDX-License-Identifier: EUPL-1.2
// A third language is one file more: the tests link a catalogue with a language that a machine made, in which each text
// stands between marks. Whatever a verb says outside of marks is no text of the program: data, an id, a word of a
// definition.
#include "cli/program.hpp"
#include "cli/typed/help.hpp"
#include "cli/verbs.hpp"
#include "core/base/text.hpp"
#include "core/text/catalogue.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>

namespace casus::test {
namespace {

using Line = std::vector<std::string>;
constexpr std::string_view kMark = "\u00ab", kUnmark = "\u00bb";

/// What stands between no marks, a line each.
std::string outside_marks(std::string_view said) {
  std::string out;
  int depth = 0;
  while (!said.empty()) {
    if (said.starts_with(kMark)) ++depth, said.remove_prefix(kMark.size());
    else if (said.starts_with(kUnmark)) depth = std::max(0, depth - 1), out += ' ', said.remove_prefix(kUnmark.size());
    else {
      if (depth == 0) out += said.front();
      said.remove_prefix(1);
    }
  }
  return out;
}

/// Line of letters, three long at least; what is written in capitals is data of this test.
std::set<std::string> words_in(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  const auto end = [&] {
    const bool capitals = std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
    if (word.size() >= 3 && !capitals) words.insert(word);
    word.clear();
  };
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalpha(byte) != 0 || byte >= 0x80) word += c;
    else end();
  }
  end();
  return words;
}

void collect(const nlohmann::json& json, std::set<std::string>& words) {
  if (json.is_string()) words.merge(words_in(json.get<std::string>()));
  if (json.is_object())
    for (const auto& [key, value] : json.items()) words.merge(words_in(key)), collect(value, words);
  if (json.is_array())
    for (const auto& value : json) collect(value, words);
}

/// Line of the definitions that ship, and those of lines that are typed: verbs, options, keys.
std::set<std::string> words_of_data() {
  std::set<std::string> words{"casus", "yes", "min", "literature"};  // the last a source of the shared phrases
  for (const auto* folder : {"plugins", "workflows"})
    for (const auto& file :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(CASUS_SOURCE_DIR) / folder))
      if (file.path().extension() == ".json")
        collect(nlohmann::json::parse(content_of(file.path()), nullptr, false), words);
  for (const auto& entry : cli::all_verbs()) {
    words.merge(words_in(entry.path));
    const auto verb = entry.fresh();
    desk::Slots slots;
    verb->shape(slots);
    for (const auto& slot : slots.all()) {
      words.merge(words_in(slot.name));
      for (const auto& choice : slot.choices) words.merge(words_in(choice.key));
    }
  }
  for (const auto& kind : method::core_kinds()) words.merge(words_in(kind.en));  // the method's own vocabulary
  return words;
}

/// One store, spoken to in the language that a machine made.
class Marked {
 public:
  Marked() {
    globals_.lang = *text::language("xx");
    globals_.store = (folder_.path() / "store.db").string();
    globals_.as = "NOOR";
    data_.merge(words_in(globals_.store));
  }

  /// Runs a line; the words outside of marks that are no data.
  Line untranslated(const Line& line) {
    const auto ran = cli::run_inside(line, globals_);
    INFO(ran.said);
    Line found;
    for (const auto& word : words_in(outside_marks(ran.said)))
      if (!is_data(word)) found.push_back(word);
    if (!found.empty()) found.insert(found.begin(), line.begin(), line.end());
    return found;
  }

  const cli::Globals& globals() const { return globals_; }

  /// A heading begins with a capital, and a narrow column cuts a word in two.
  bool is_data(const std::string& typed) const {
    const auto word = folded(typed);
    return std::ranges::any_of(data_, [&](const std::string& data) {
      const auto known = folded(data);
      return known == word || (word.size() >= 5 && (known.starts_with(word) || known.ends_with(word)));
    });
  }

 private:
  TempDir folder_;
  cli::Globals globals_;
  std::set<std::string> data_ = words_of_data();
};

}  // namespace

TEST_CASE("a program in a third language shows no text of another: the story of a case", "[stories][text]") {
  Marked marked;
  const std::vector<Line> lines{
      {"team", "init", "TEAM", "--mode", "strict"},
      {"team", "add", "NOOR", "WERKER"},
      {"team", "add", "DAAN", "WERKER"},
      {"team", "add", "SAMIRA", "WERKER"},
      {"team", "list"},
      {"team", "absent", "DAAN", "--from", "2026-03-02", "--to", "2026-03-09"},
      {"team", "back", "DAAN", "--from", "2026-03-05"},
      {"case", "open", "TITEL", "--id", "c1", "--privacy", "anonymous", "--basis", "wmo", "--purpose", "DOEL"},
      {"case", "join", "c1", "SAMIRA", "--role", "chair"},
      {"case", "join", "c1", "DAAN", "--role", "member"},
      {"case", "question", "c1", "HOE VERDER?", "--hoped-for", "STAP"},
      {"case", "next", "c1", "--as", "SAMIRA"},
      {"case", "say", "c1", "fact", "ZIJ BELT HAAR ZUS"},
      {"case", "say", "c1", "advice", "BEL EENS"},
      {"case", "why", "c1"},
      {"case", "suggest", "c1"},
      {"case", "show", "c1"},
      {"case", "show", "no-such"},
      {"case", "list"},
      {"case", "history", "c1"},
      {"case", "seen", "c1"},
      {"case", "back", "c1"},
      {"case", "score", "c1", "scale_0_10", "6", "--evidence", "ZO"},
      {"case", "close", "c1"},
      {"plan", "goal", "c1", "IK OPEN MIJN POST", "--resident-words"},
      {"plan", "action", "c1", "POST OPENEN", "--who", "NOOR", "--by-when", "+7d", "--checks", "SAMIRA", "--rung",
       "self"},
      {"plan", "show", "c1"},
      {"plan", "show", "c1", "--for", "resident"},
      {"plan", "check", "c1"},
      {"plan", "done", "c1", "a1", "--note", "GEDAAN"},
      {"network", "add", "c1", "PIET", "--shell", "friend", "--quadrant", "peers"},
      {"network", "tie", "c1", "PIET", "DAAN"},
      {"network", "show", "c1"},
      {"network", "family", "show", "c1"},
      {"case", "evaluation", "c1"},
      {"case", "export", "c1"},
      {"case", "export", "c1", "--for", "resident"},
      {"case", "safety", "concern", "c1", "BLAUWE PLEKKEN"},
      {"case", "safety", "acute", "c1", "GEVAAR"},
      {"case", "next", "c1"},
      {"case", "safety", "handle", "c1", "GEHOLPEN"},
      {"case", "pause", "c1", "--because", "WACHTEN"},
      {"case", "resume", "c1"},
      {"meeting", "ask", "c1"},
      {"meeting", "propose"},
      {"meeting", "plan"},
      {"meeting", "show"},
      {"meeting", "list"},
      {"meeting", "start"},
      {"meeting", "take", "c1"},
      {"meeting", "park", "--because", "LATER"},
      {"meeting", "finish"},
      {"meeting", "minutes"},
      {"meeting", "time"},
      {"area", "signals"},
      {"area", "review"},
      {"team", "paper"},
      {"team", "phrases"},
      {"team", "partner", "list"},
      {"method", "list"},
      {"method", "show", "werf/werf"},
      {"workflow", "list"},
      {"workflow", "show", "wijkteam"},
      {"store", "info"},
      {"store", "verify"},
      {"store", "rebuild"},
      {"store", "anchor"},
      {"no", "such"},
      {"case", "say"},
      {"case", "open", "X", "--privacy", "half"},
  };
  for (const auto& line : lines) CHECK(marked.untranslated(line) == Line{});
}

TEST_CASE("the help of every verb and noun is in the third language", "[stories][text]") {
  const Marked marked;
  const auto lang = marked.globals().lang;
  std::set<std::string> paths{""};
  for (const auto& entry : cli::all_verbs()) {
    paths.insert(std::string(entry.path));
    paths.insert(std::string(entry.path.substr(0, entry.path.find(' '))));
  }
  for (const auto& path : paths) {
    Line found;
    for (const auto& word : words_in(outside_marks(cli::help_of(path, lang))))
      if (!marked.is_data(word)) found.push_back(word);
    INFO(path);
    CHECK(found == Line{});
  }
}

TEST_CASE("a language that the program does not speak is refused with those it does", "[stories][text]") {
  const Marked marked;
  const auto ran = cli::run_inside({"case", "list", "--lang", "fr"}, marked.globals());
  CHECK(ran.code == cli::kUsage);
  CHECK_THAT(ran.said, Catch::Matchers::Contains("nl, en"));
}

}  // namespace casus::test
