// SPDX-License-Identifier: EUPL-1.2
// Every sentence that ships says where it comes from: methods, scenarios, instruments and workflows.
#include "core/method/content_hash.hpp"
#include "core/method/definition.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::method {
namespace {

using nlohmann::json;

/// One sort of definition that ships.
struct Shipped {
  std::vector<std::string> files;
  /// Places, with # for a number, whose sentences need no mark of their own: they have the status of the whole, or are
  /// the play of a scenario, which is made up.
  std::vector<std::string_view> of_the_whole;
};

std::vector<std::string> json_in(const std::string& folder) {
  const std::filesystem::path root(CASUS_SOURCE_DIR);
  std::vector<std::string> out;
  for (const auto& file : std::filesystem::directory_iterator(root / folder))
    if (file.path().extension() == ".json" && !file.path().stem().string().ends_with(".schema"))
      out.push_back(file.path().lexically_relative(root).generic_string());
  return out;
}

Shipped methods() { return {method_files(), {"/name", "/summary", "/status_note", "/gaps"}}; }

Shipped scenarios() {
  return {json_in("workflows/scenarios"),
          {"/name", "/summary", "/goals", "/persona", "/opening", "/network", "/hints", "/observe", "/paths",
           "/counters", "/table/#/knows"}};
}

Shipped instruments() {
  return {json_in("workflows/learning"), {"/name", "/summary", "/sources", "/scales", "/words", "/numbers"}};
}

/// A sentence of the product.
bool is_words(const json& in) {
  const auto has = [&](const char* lang) { return in.contains(lang) && in[lang].is_string(); };
  return in.is_object() && has("nl") && has("en");
}

/// Places of sentences without a mark of their own or of what they stand in, and of minutes without one.
class Unmarked {
 public:
  explicit Unmarked(const Shipped& shipped) : shipped_(shipped) {}

  std::vector<std::string> in(const json& file) {
    found_.clear();
    walk(file, "", "", false);
    return found_;
  }

 private:
  /// What stands in a marked thing and still says itself where it comes from.
  static bool speaks_for_itself(const json& in, const std::string& key) {
    return key == "prompts" || key == "records" || key == "done_when" || key == "effects" ||
           (key == "options" && in.contains("question")) || (key == "text" && in.contains("title"));
  }

  /// How long something takes is said by somebody too. Beside words it has a mark of its own; where it is all that
  /// there is, as for the part of a meeting, the mark of that thing is its mark.
  static bool has_unmarked_minutes(const json& in) {
    const auto minutes = in.find("minutes");
    if (minutes == in.end() || !minutes->is_number() || *minutes == 0) return false;
    return !in.contains(std::ranges::any_of(in, is_words) ? "minutes_mark" : "mark");
  }

  void walk(const json& in, const std::string& place, const std::string& pattern, bool marked) {
    if (in.is_array()) {
      for (std::size_t i = 0; i < in.size(); ++i) walk(in[i], place + '/' + std::to_string(i), pattern + "/#", marked);
      return;
    }
    if (!in.is_object()) return;
    marked = marked || in.contains("mark");
    if (is_words(in) && !marked) found_.push_back(place);
    if (has_unmarked_minutes(in)) found_.push_back(place + "/minutes");
    for (const auto& [key, value] : in.items()) {
      if (!value.is_structured()) continue;
      // How many people it asks for is said by somebody as well.
      if (key == "people" && value.contains("min") && !value.contains("mark")) found_.push_back(place + "/people");
      const auto below = pattern + '/' + key;
      const bool whole = std::ranges::find(shipped_.of_the_whole, below) != shipped_.of_the_whole.end();
      const bool own = key == "text" && in.contains("text_mark");
      walk(value, place + '/' + key, below, whole || own || (marked && !speaks_for_itself(in, key)));
    }
  }

  const Shipped& shipped_;
  std::vector<std::string> found_;
};

constexpr const char* kMarks[] = {"mark", "text_mark", "minutes_mark"};

/// Every object in which something is marked.
void collect_marked(json& in, std::vector<json*>& out) {
  if (std::ranges::any_of(kMarks, [&](const char* key) { return in.is_object() && in.contains(key); }))
    out.push_back(&in);
  if (in.is_structured())
    for (auto& value : in) collect_marked(value, out);
}

TEST_CASE("every text of every shipped method, scenario and instrument has a mark, and so have its minutes",
          "[method]") {
  std::size_t files = 0;
  for (const auto& shipped : {methods(), scenarios(), instruments()})
    for (const auto& file : shipped.files) {
      INFO(file);
      CHECK(Unmarked(shipped).in(json::parse(source_file(file))) == std::vector<std::string>{});
      ++files;
    }
  CHECK(files >= 8 + 8 + 3);
}

TEST_CASE("a mark that is taken away is missed, whichever it is", "[method]") {
  std::size_t marks = 0;
  for (const auto& shipped : {methods(), scenarios(), instruments()})
    for (const auto& file : shipped.files) {
      auto in = json::parse(source_file(file));
      std::vector<json*> marked;
      collect_marked(in, marked);
      Unmarked unmarked(shipped);
      for (auto* one : marked)
        for (const char* key : kMarks) {
          if (!one->contains(key)) continue;
          const auto mark = (*one)[key];
          one->erase(key);
          if (unmarked.in(in).empty()) FAIL_CHECK(file << ": nobody misses " << key << " of " << *one);
          (*one)[key] = mark;
          ++marks;
        }
    }
  CHECK(marks > 800);
}

TEST_CASE("a workflow has one status for all its own sentences, and each of its terms names its source", "[method]") {
  const auto files = json_in("workflows");
  CHECK(files.size() >= 3);
  for (const auto& file : files) {
    INFO(file);
    const auto in = json::parse(source_file(file));
    CHECK(in["status"].is_string());
    for (const auto& term : in["terms"]) {
      INFO(term["id"]);
      CHECK_FALSE(term.value("source", "").empty());
    }
  }
}

TEST_CASE("the minutes of a step have a mark when there are any", "[method]") {
  for (const auto& file : method_files()) {
    INFO(file);
    CHECK(json::parse(source_file(file))["format"] == 2);
    const auto method = parse(source_file(file)).first;
    for (const auto phase : kAllPhases)
      for (const auto& step : method.steps(phase)) {
        INFO(step.id);
        CHECK(step.minutes_mark.has_value() == (step.minutes > 0));
      }
  }
}

TEST_CASE("a method of format 1 is read with the marks that it did not claim, and keeps its hash", "[method]") {
  const auto bytes = source_file("tests/method/round-format-1.json");
  const auto [method, problems] = parse(bytes);
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  CHECK(method.hash == content_hash(bytes));

  const auto& present = *method.step(Phase::analysis, "present");
  CHECK(present.mark == Mark::documented);
  CHECK(present.minutes_mark == Mark::documented);
  CHECK(present.minutes_source == std::vector<std::string>{"NWS"});
  CHECK(present.done_when[0].mark == Mark::own);
  const auto& clarify = *method.step(Phase::analysis, "clarify");
  CHECK(clarify.minutes_mark == Mark::own);
  CHECK(clarify.prompts[0].mark == Mark::own);
  CHECK(clarify.records.mark == Mark::own);
  CHECK(method.fidelity[0].mark == Mark::reconstruction);
  CHECK(method.text_checks[0].mark == Mark::own);
}

TEST_CASE("minutes of format 1 that say they are documented are so by the source of their step", "[method]") {
  const auto read = [](const char* minutes_mark, bool names_source) {
    auto file = nlohmann::ordered_json::parse(source_file("tests/method/round-format-1.json"));
    auto& step = file["phases"]["analysis"][0];
    step["minutes_mark"] = minutes_mark;
    if (!names_source) {
      step["mark"] = "own";
      step.erase("source");
    }
    auto [method, problems] = parse(file.dump());
    CHECK(lines_of(problems) == std::vector<std::string>{});
    return *method.step(Phase::analysis, "present");
  };
  for (const auto* const as : {"documented", "variant"}) {
    INFO(as);
    const auto step = read(as, true);
    CHECK(key(*step.minutes_mark) == as);
    CHECK(step.minutes_source == std::vector<std::string>{"NWS"});
    CHECK(read(as, false).minutes_mark == Mark::own);
  }
  for (const auto* const as : {"own", "reconstruction"}) {
    INFO(as);
    const auto step = read(as, true);
    CHECK(key(*step.minutes_mark) == as);
    CHECK(step.minutes_source.empty());
  }
}

}  // namespace
}  // namespace casus::method
