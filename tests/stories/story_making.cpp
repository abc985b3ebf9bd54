// SPDX-License-Identifier: EUPL-1.2
// Writing a method: what `casus method new` makes is good, and every fault that is planted is told for what it is.
#include "tests/engine/shipped.hpp"
#include "tests/plugin/trial.hpp"
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <set>

namespace casus::test {
namespace {

using nlohmann::json;

const std::string kTell = "/phases/analysis/0";
const std::string kAsk = "/phases/analysis/1";

/// The draft of `method new`, changed in one place.
struct Fault {
  const char* what;
  json patch;  ///< RFC 6902
  std::string pointer;
  std::string message;
  bool warning = false;
};

json op(const char* what, const std::string& path, json value = nullptr) {
  return {{"op", what}, {"path", path}, {"value", std::move(value)}};
}

const std::vector<Fault>& faults() {
  static const json kThing = {
      {"count", "contributions"}, {"where", {{"kind", "wish"}}}, {"at_least", 3}, {"at_most", 2}};
  static const json kAdvice = {{"count", "contributions"}, {"where", {{"kind", "advice"}}}, {"at_least", 1}};
  static const json kLater = {
      {"count", "contributions"}, {"where", {{"kind", "question"}, {"step", "ask"}}}, {"at_least", 1}};
  static const json kTwoPresenters = {{"count", "participants"}, {"where", {{"role", "presenter"}}}, {"at_least", 2}};
  static const std::vector<Fault> all{
      {"a limit below the other", json::array({op("replace", kTell + "/done_when/0/holds", kThing)}),
       kTell + "/done_when/0/holds", "at_least 3 is more than at_most 2"},
      {"a kind that nobody can use", json::array({op("replace", "/fidelity/0/holds", kAdvice)}),
       "/fidelity/0/holds/where/kind", "can never be met: 'advice' is not among the kinds of any step; add it there"},
      {"a step that asks for the next one", json::array({op("replace", kTell + "/done_when/0/holds", kLater)}),
       kTell + "/done_when/0/holds/where/step",
       "step 'ask' comes later in this phase, so this step can never be left and that one never reached; ask for it "
       "there"},
      {"more of a role than may be there", json::array({op("replace", kTell + "/done_when/0/holds", kTwoPresenters)}),
       kTell + "/done_when/0/holds",
       "can never hold: asks for 2 times 'presenter', and the method has at most 1; change at_least or the role's max"},
      {"a role without a word",
       json::array({op("add", "/roles/-",
                       {{"role", "coach"},
                        {"name",
                         {{
                              "nl",
                              "begeleider",
                          },
                          {"en", "coach"}}}})}),
       "/roles/3", "'coach' has nothing to do in any step; give the role a step to speak in, or leave it out", true},
      {"words that were not translated",
       json::array({op("replace", "/summary/en", "Zeg in één zin voor welke vragen deze methode is.")}), "/summary",
       "is the same in Dutch and English; translate one of them", true},
      {"an empty translation", json::array({op("replace", kTell + "/name/en", "")}), kTell + "/name/en",
       "expected words, got an empty text"},
      {"longer than the meeting", json::array({op("replace", kAsk + "/minutes", 120)}), "/phases/analysis",
       "takes 125 minutes with the fewest people, more than one meeting of 90; shorten it, or tell in the summary that "
       "it takes several",
       true},
      {"speakers who may all be absent",
       json::array({op("replace", "/roles/2/min", 0), op("replace", kAsk + "/done_when/0/level", "hard")}),
       kAsk + "/floor/speakers",
       "all these roles may be absent (min 0), and then the step cannot be finished; give one of them min 1, or add a "
       "role that is always there",
       true},
      {"no prompts", json::array({op("remove", kTell + "/prompts")}), kTell,
       "has no prompts, so the chair has nothing to read out; add at least one", true},
      {"no way to see whether it was kept", json::array({op("replace", "/fidelity", json::array())}), "/fidelity",
       "expected at least one, got []"},
      {"recording in private time", json::array({op("add", kTell + "/floor/private", true)}), kTell + "/floor/speakers",
       "a private step has no speakers"},
      {"a role that is not there",
       json::array({op("replace", kTell + "/floor/speakers", json::array({"coordinator"}))}),
       kTell + "/floor/speakers/0", "role 'coordinator' is not among the roles of this method"},
      {"an own kind without a term",
       json::array(
           {op("add", "/kinds", json::array({{{"kind", "worry"}, {"name", {{"nl", "zorg"}, {"en", "worry"}}}}}))}),
       "/kinds/0", "missing 'retention'"},
      {"a word that is not known", json::array({op("add", kTell + "/minuts", 5)}), kTell + "/minuts",
       "unknown key 'minuts' (did you mean 'minutes'?)"},
      {"a text check that hears nobody",
       json::array({op("replace", "/text_checks/0/kinds/0", "advice"), op("remove", "/text_checks/0/steps")}),
       "/text_checks/0/kinds/0",
       "'advice' is not among the kinds of any step, so this is never heard; add it there, or listen somewhere else"},
      {"a phrase list that nobody looks at",
       json::array({op("replace", "/text_checks/0/says", json::array({"casus/advice"}))}), "/phrases/0",
       "no text check looks at 'musts'; name it in 'says' or 'lacks' of one, or leave it out", true},
      {"a phrase list in one language", json::array({op("remove", "/phrases/0/en")}), "/phrases/0", "missing 'en'"},
      {"a phrase list that is not there", json::array({op("replace", "/phrases/0/id", "must")}),
       "/text_checks/0/says/0", "no phrase list 'musts' (did you mean 'must'?)"},
      {"a phase without a step", json::array({op("replace", "/phases/evaluation", json::array())}),
       "/phases/evaluation", "expected at least one, got []"},
  };
  return all;
}

/// As a file: 'format' stands first.
std::string file_of(json method) {
  method.erase("format");
  return "{\"format\": 1," + method.dump(1).substr(1);
}

json checked(const Home& home, int expected) {
  const auto ran = home.type("casus method check trial --json --lang en");
  INFO(ran.out << ran.err);
  REQUIRE(ran.exit == expected);
  return json::parse(ran.out)["methods"][0];
}

}  // namespace

TEST_CASE("a new method is checked and played as it is made", "[stories]") {
  const Home home;
  const auto ran =
      home.type("casus method new --id buurt/kringgesprek && casus method check buurt && casus method play buurt");
  INFO(ran.out << ran.err);
  CHECK(ran.exit == 0);
  CHECK(ran.err.empty());
  CHECK(ran.out.find("buurt/kringgesprek is van begin tot eind gespeeld: 5 stappen.") != std::string::npos);
  const auto again = home.type("casus method new --id buurt/kringgesprek --lang en");
  CHECK(again.exit == 2);
  CHECK(again.err.find("already exists and is left as it is; choose another name") != std::string::npos);
  const auto shown = home.type("CASUS_PLUGINS=. casus method show buurt/kringgesprek");
  CHECK(shown.exit == 0);
  CHECK(home.type("casus method new --id Kring").exit == 2);
  CHECK(home.type("casus method check nergens").exit == 2);
  // A number that may be kept nowhere is in no name of a folder either.
  const auto named = home.type("casus method new --id b123456782/gesprek; ls");
  CHECK(named.err.find("In deze bestandsnaam staat een burgerservicenummer") != std::string::npos);
  CHECK((named.out + named.err).find("123456782") == std::string::npos);
}

TEST_CASE("a method of this computer is played and checked by its name", "[stories]") {
  const Home home;
  for (const std::string named : {"kort/ronde", "kort"}) {
    const auto played = home.type("casus method play " + named);
    INFO(played.out << played.err);
    CHECK(played.exit == 0);
    CHECK(played.out.find("kort/ronde is van begin tot eind gespeeld") != std::string::npos);
    CHECK(home.type("casus method check " + named).exit == 0);
  }
  const auto near = home.type("casus method play kort/rond");
  CHECK(near.exit == 2);
  CHECK(near.err.find("kort/ronde") != std::string::npos);
}

TEST_CASE("the step that the guide gives to paste makes a method that is checked and played", "[stories]") {
  const auto guide = content_of(std::filesystem::path(CASUS_SOURCE_DIR) / "plugins/README.md");
  const auto begin = guide.find("    {\"id\": \"strengths\"");
  REQUIRE(begin != std::string::npos);
  const Home home;
  REQUIRE(home.type("casus method new --id trial/m").exit == 0);
  auto method = json::parse(content_of(home.folder() / "trial/m.json"));
  method["phases"]["analysis"].push_back(json::parse(guide.substr(begin, guide.find("\n\n", begin) - begin)));
  home.folder().write("trial/m.json", file_of(method));
  CHECK(checked(home, 0)["warnings"].empty());
  CHECK(home.type("casus method play trial").out.find("Krachten") != std::string::npos);
}

TEST_CASE("the story that the guide begins is taken as a case, and judged by its method", "[stories]") {
  const auto guide = content_of(std::filesystem::path(CASUS_SOURCE_DIR) / "plugins/README.md");
  const auto begin = guide.find("    {\"do\": \"OpenCase\"");
  REQUIRE(begin != std::string::npos);
  const Home home;
  REQUIRE(home.type("casus method new --id buurt/kringgesprek").exit == 0);
  const auto typed = guide.find("\n\n", begin) + 2;
  home.folder().write("trouw.jsonl", guide.substr(begin, typed - 1 - begin));
  const auto ran = home.type("set -e\n" + guide.substr(typed, guide.find("\n\n", typed) - typed));
  INFO(ran.out << ran.err);
  CHECK(ran.exit == 0);
}

TEST_CASE("every method that ships passes its own check, without a doubt", "[stories]") {
  const Home home;
  std::set<std::string> folders;
  for (const auto& entry : shipped_plugins().entries()) folders.insert(entry.folder);
  REQUIRE(folders.size() == 6);
  for (const auto& folder : folders) {
    const auto ran = home.type("casus method check '" + folder + "' --json");
    INFO(ran.out << ran.err);
    CHECK(ran.exit == 0);
    const auto told = json::parse(ran.out);
    for (const auto& method : told["methods"]) CHECK(method["warnings"].empty());
  }
}

TEST_CASE("a fault that is planted in a method is told with its place", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus method new --id trial/m").exit == 0);
  const auto good = json::parse(content_of(home.folder() / "trial/m.json"));
  REQUIRE(checked(home, 0)["warnings"].empty());
  for (const auto& fault : faults()) {
    INFO(fault.what);
    home.folder().write("trial/m.json", file_of(good.patch(fault.patch)));
    const auto document = checked(home, fault.warning ? 0 : 3);
    const auto& told = document[fault.warning ? "warnings" : "problems"];
    INFO(document.dump(1));
    CHECK(std::ranges::any_of(told, [&](const json& one) {
      return one["pointer"] == fault.pointer && one["message"] == fault.message && one.contains("line");
    }));
  }
}

TEST_CASE("of a private step with speakers it is told what stands there instead", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus method new --id trial/m").exit == 0);
  const auto good = json::parse(content_of(home.folder() / "trial/m.json"));
  home.folder().write("trial/m.json", file_of(good.patch(json::array({op("add", kTell + "/floor/private", true)}))));
  const auto told = home.type("casus method check trial --lang en");
  INFO(told.err);
  CHECK(told.err.find("a private step has no speakers; empty the list (\"speakers\": []), or set \"private\" to "
                      "false\n") != std::string::npos);
}

TEST_CASE("a method that gets stuck by what somebody says is told with the session to see it again", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus method new --id trial/m").exit == 0);
  const auto good = json::parse(content_of(home.folder() / "trial/m.json"));
  CHECK(home.type("casus method check trial --sessions 40").out.find("fout gegaan: 0.") != std::string::npos);
  // Along the way on nobody names a strength, so one way through shows nothing.
  const json limit{{"id", "one-strength"},
                   {"level", "hard"},
                   {"mark", "own"},
                   {"text", {{"nl", "Noem hoogstens één kracht."}, {"en", "Name one strength at most."}}},
                   {"holds",
                    {{"count", "contributions"},
                     {"where", {{"kind", "strength"}, {"by", {{"present", true}}}}},
                     {"scope", "round"},
                     {"at_most", 1}}}};
  home.folder().write("trial/m.json", file_of(good.patch(json::array({op("add", kTell + "/done_when/-", limit)}))));
  CHECK(home.type("casus method check trial").exit == 0);
  const auto told = home.type("casus method check trial --sessions 40 --lang en");
  INFO(told.out << told.err);
  CHECK(told.exit == 3);
  CHECK(told.err.find("in a random session (seed ") != std::string::npos);
  CHECK(told.err.find("there was no way out of this step: Name one strength at most.") != std::string::npos);
  CHECK(told.out.find("How the session with seed ") != std::string::npos);
  const auto all =
      json::parse(home.type("casus method check trial --sessions 40 --json").out)["methods"][0]["sessions"];
  REQUIRE(all["bad"] > 0);
  const auto seed = std::to_string(all["shown"][0]["seed"].get<int>());
  const auto one = json::parse(home.type("casus method check trial --sessions 1 --json --seed " + seed).out);
  CHECK(one["methods"][0]["sessions"]["shown"][0] == all["shown"][0]);
  // Its moves are a case to look at.
  std::string moves;
  for (const auto& move : all["shown"][0]["moves"]) moves += move.dump() + '\n';
  home.folder().write("moves.jsonl", moves);
  const auto done = home.type("CASUS_PLUGINS=. casus apply moves.jsonl --lang en");
  INFO(done.out << done.err);
  CHECK(done.exit == 0);
  CHECK(done.out.find(" 0 refused") != std::string::npos);
  CHECK(home.type("casus method check trial --sessions 100001").exit == 2);
  CHECK(home.type("casus method check trial --sessions 1 --seed -1").exit == 2);
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // a plugin is built in the flavour of its host

TEST_CASE("the library of the guide is built outside the tree, checked, and heard in a case", "[stories]") {
  const auto guide = content_of(std::filesystem::path(CASUS_SOURCE_DIR) / "plugins/README.md");
  const auto begin = guide.find("```cpp\n") + 7;
  const auto build = guide.find("    c++ ");
  REQUIRE(build != std::string::npos);
  const Home home;
  home.folder().write("kring.cpp", guide.substr(begin, guide.find("```", begin) - begin));
  REQUIRE(home.type("casus method new --id buurt/kringgesprek").exit == 0);
  auto line = guide.substr(build, guide.find('\n', build) - build);
  line.replace(line.find("SOURCE"), 6, "'" CASUS_SOURCE_DIR "'");
  const auto built = home.type(line);
  INFO(built.err);
  REQUIRE(built.exit == 0);
  auto method = json::parse(content_of(home.folder() / "buurt/kringgesprek.json"));
  method["library"] = "buurt";
  home.folder().write("buurt/kringgesprek.json", file_of(method));
  const auto checked = home.type("casus method check buurt");
  INFO(checked.err);
  CHECK(checked.exit == 0);
  const auto typed = home.type(
      "export CASUS_PLUGINS=. CASUS_AS=Noor; casus team init Noord && "
      "casus case open Titel --id k --privacy anonymous --basis wmo --purpose doel --method buurt/kringgesprek && "
      "casus case join k Bram --role chair && casus case join k Ria --role member && casus case question k 'Hoe nu?' "
      "--hoped-for Rust "
      "&& "
      "casus case next k --as Bram && casus case say k wens 'Rust in huis' && casus case next k --as Bram && "
      "casus case suggest k && casus case say k vraag 'Wie belt er? En hoe vaak?' --as Ria");
  INFO(typed.out << typed.err);
  CHECK(typed.exit == 0);
  CHECK(typed.out.find("Er is nog geen kracht genoemd.") != std::string::npos);
  CHECK(typed.out.find("buurt/one-question") != std::string::npos);
}

#endif

TEST_CASE("a method under a wrong id is looked at all the same", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus method new --id trial/m").exit == 0);
  auto method = json::parse(content_of(home.folder() / "trial/m.json"));
  method["id"] = "other/m";
  method[json::json_pointer(kAsk + "/minutes")] = 120;
  home.folder().write("trial/m.json", file_of(method));
  const auto ran = home.type("casus method check trial --lang en");
  CHECK(ran.exit == 3);
  CHECK(ran.err.find("/id: expected an id that begins with its folder's name 'trial/'") != std::string::npos);
  CHECK(ran.err.find("takes 125 minutes with the fewest people") != std::string::npos);
}

TEST_CASE("a method that stalls is shown up to there", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus method new --id trial/m").exit == 0);
  auto method = json::parse(content_of(home.folder() / "trial/m.json"));
  // No way on takes a question away: the file is right, and only playing shows it.
  method["phases"]["analysis"][0]["done_when"][0]["holds"] = {{"not", {{"present", "question"}}}};
  home.folder().write("trial/m.json", file_of(method));
  const auto ran = home.type("casus method play trial");
  INFO(ran.out << ran.err);
  CHECK(ran.exit == 3);
  CHECK(ran.err.find("hier loopt het vast: /phases/analysis/0") != std::string::npos);
  CHECK(ran.err.find("Schrijf op wat de inwoner zelf wil.") != std::string::npos);
  CHECK(checked(home, 3)["problems"][0]["pointer"] == "/phases/analysis/0");
}

TEST_CASE("a library that misbehaves is told for what it does", "[stories]") {
  const std::vector<std::array<const char*, 2>> bad {
#if defined(__SANITIZE_ADDRESS__) || \
    defined(__SANITIZE_THREAD__)  // these write a report first, longer than an answer may take
    {"crashes", "fails while it is played: plugin 'trial': suggest "},
#else
    {"crashes", "fails while it is played: plugin 'trial': suggest crashed: Segmentation fault"},
#endif
        {"exits", "fails while it is played: plugin 'trial': suggest ended its process with 7"},
        {"hangs", "fails while it is played: plugin 'trial': suggest gave no answer within 200 ms"},
        {"forgetful", "answers differently when it is played again; a rule answers from its arguments alone"},
        {"foreign",
         "answers differently in another language setting or time zone; a rule answers from its arguments alone"},
        {"garbage-findings", "fails while it is played: "},
        {"slow", "fails on a case with 2000 of everything: plugin 'trial': suggest gave no answer within 200 ms"},
        {"careless", "fails on a case with odd values: plugin 'trial': suggest threw: "},
        {"remembers", "fails on a case that holds nothing yet: assess answers differently when it is asked again"},
        {"echoes",
         "fails on a case whose text is not text: plugin 'trial': review gave a finding whose Dutch words are "},
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // under these no bound on memory can be set
        {"greedy", "fails on a case with 2000 of everything: plugin 'trial': suggest threw: std::bad_alloc"},
#endif
        {"throws-error", "fails while it is played: "}, {"wrong-api", ""}, {"no-stamp", ""}, {"other-plugin", ""},
  };
  for (const auto& [name, message] : bad) {
    INFO(name);
    const Home home;
    REQUIRE(home.type("casus method new --id trial/m").exit == 0);
    auto method = json::parse(content_of(home.folder() / "trial/m.json"));
    method["library"] = "trial";
    home.folder().write("trial/m.json", file_of(method));
    home.folder().write("trial/trial.so", content_of(trial_library(name)));
    const auto told = checked(home, 3)["problems"];
    INFO(told.dump(1));
    REQUIRE(told.size() == 1);
    CHECK(told[0]["pointer"] == "/library");
    CHECK(told[0]["message"].get<std::string>().starts_with(message));
    CHECK_FALSE(told[0]["message"].get<std::string>().empty());
  }
}

}  // namespace casus::test
