// SPDX-License-Identifier: EUPL-1.2
// Each about each, and in how many times: criteria that go over two lists, and that count what is different.
#include "core/engine/explain/case_view.hpp"
#include "core/engine/explain/guidance.hpp"
#include "core/engine/explain/way_unseen.hpp"
#include "core/method/criterion.hpp"
#include "tests/engine/records_story.hpp"

using namespace casus;
using namespace casus::test;

namespace {

using nlohmann::ordered_json;

const auto* const kEachFactByEach = R"({"every": "contributions", "where": {"kind": "fact"}, "scope": "round",
  "has": {"in": "records", "on": "own.from", "where": {"kind": "harm"}, "scope": "step", "at_least": 1,
          "and": {"every": "participants", "on": "by", "where": {"role": "member", "present": true}}}})";

/// In the first step of the plan each member writes, unseen unless said otherwise, and this is asked of it.
ordered_json judged_by(const char* asked, bool anonymous = false, bool hidden = true) {
  auto file = records_file();
  auto& from = file["record_types"][0]["fields"][6];
  REQUIRE(from["id"] == "from");
  from["to"] = {"fact"};
  from["required"] = true;
  auto& write = file["phases"]["plan_of_action"][0];
  write["kinds"] = {"harm"};
  write["floor"] = {{"speakers", {"member"}}, {"hidden", hidden}};
  if (anonymous) write["floor"]["anonymous"] = true;
  write["done_when"] = ordered_json::parse(R"([{"id": "judged", "level": "hard", "mark": "own", "who": ["member"],
    "text": {"nl": "Ieder weegt elk feit.", "en": "Each weighs each fact."}, "holds": null}])");
  write["done_when"][0]["holds"] = ordered_json::parse(asked);
  auto fidelity = ordered_json::array();
  for (const auto& item : file["fidelity"])
    if (item.dump().find("write") == std::string::npos) fidelity.push_back(item);
  file["fidelity"] = fidelity;
  return file;
}

/// Two facts told, and in that step.
Story judging(const char* asked, bool anonymous = false, bool hidden = true) {
  auto story = asked_by(judged_by(asked, anonymous, hidden));
  story.go_to(Phase::analysis, "tell");
  story.does("Noor", say("fact", "Zij slaapt slecht.")).does("Noor", say("fact", "Hij werkt weer."));
  return story.go_to(Phase::plan_of_action, "write");
}

Record weighs(const std::string& fact) { return {"harm", "Zwaar", {"severity=4", "from=" + fact}}; }

std::string still_to_come(const Story& story) {
  const auto missing = engine::explain(story.c, story.library, "Bram", story.now, Lang::en).missing;
  REQUIRE(missing.size() == 1);
  return missing.front().who.in(Lang::en);
}

std::string asked_in(const Story& story) {
  const auto missing = engine::explain(story.c, story.library, "Bram", story.now, Lang::en).missing;
  REQUIRE(missing.size() == 1);
  return missing.front().text.in(Lang::en);
}

int records_in(const Story& story) {
  return static_cast<int>(std::ranges::count_if(story.c.contributions, &Contribution::is_record));
}

bool holds_in(const Story& story, const char* criterion) {
  Problems problems;
  const auto read = method::criterion_from(nlohmann::json::parse(criterion), "", problems);
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  return method::holds(read, engine::CaseView(story.c, story.now, story.library));
}

}  // namespace

TEST_CASE("each about each: who lacks something is named until each said it of each", "[engine]") {
  auto story = judging(kEachFactByEach);
  CHECK(still_to_come(story) == "Ria, Yusuf, Femke");
  story.does("Ria", weighs("b1")).does("Ria", weighs("b2")).does("Yusuf", weighs("b1"));
  CHECK(still_to_come(story) == "Yusuf, Femke");
  // Twice of one is not once of each.
  story.does("Yusuf", weighs("b1")).does("Femke", weighs("b2")).does("Femke", weighs("b1"));
  CHECK(still_to_come(story) == "Yusuf");
  CHECK_FALSE(holds_in(story, kEachFactByEach));
  story.does("Yusuf", weighs("b2"));
  CHECK(holds_in(story, kEachFactByEach));
  story.does("Bram", NextStep{});
  CHECK(story.c.here()->step == "list");
}

TEST_CASE("of which things something is missing is said by their words", "[engine]") {
  auto story = judging(kEachFactByEach, false, false);
  CHECK(asked_in(story) == "Each weighs each fact. Not yet for: 'Zij slaapt slecht.' (b1) and 'Hij werkt weer.' (b2).");
  story.does("Ria", weighs("b1")).does("Yusuf", weighs("b1")).does("Femke", weighs("b1"));
  CHECK(asked_in(story) == "Each weighs each fact. Not yet for: 'Hij werkt weer.' (b2).");
  // A refusal has it in its list; the sentence above that is what is asked alone.
  const auto refusal = story.when("Bram", NextStep{}).refused("StepNotDone").refusal();
  CHECK(refusal.missing.front().text.in(Lang::nl) == "Ieder weegt elk feit. Nog niet bij: 'Hij werkt weer.' (b2).");
  CHECK(refusal.reason.in(Lang::nl).find("werkt weer") == std::string::npos);
}

TEST_CASE("of many things some are named, and of long ones the beginning", "[engine]") {
  auto story = asked_by(judged_by(R"({"all": [{"present": "question"}, {"every": "contributions",
    "where": {"kind": "fact"}, "scope": "round",
    "has": {"in": "records", "on": "own.from", "where": {"kind": "harm"}, "scope": "step", "at_least": 1}}]})"));
  story.go_to(Phase::analysis, "tell");
  story.does("Noor", say("fact", "Zij slaapt slecht sinds de brief er ligt,\nen de buren horen haar elke nacht."));
  for (const auto* text : {"Een.", "Twee.", "Drie.", "Vier."}) story.does("Noor", say("fact", text));
  story.go_to(Phase::plan_of_action, "write");
  CHECK(asked_in(story) ==
        "Each weighs each fact. Not yet for: 'Zij slaapt slecht sinds de brief er ligt, en de buren horen …' (b1), "
        "'Een.' (b2), 'Twee.' (b3) and 2 more.");
}

TEST_CASE("what there is too much of is named as that", "[engine]") {
  auto story = judging(R"({"every": "contributions", "where": {"kind": "fact"}, "scope": "round",
    "has": {"in": "records", "on": "own.from", "where": {"kind": "harm"}, "scope": "step", "at_least": 1, "at_most": 1}})",
                       false, false);
  story.does("Ria", weighs("b1")).does("Yusuf", weighs("b1"));
  CHECK(asked_in(story) ==
        "Each weighs each fact. Not yet for: 'Hij werkt weer.' (b2). Too many for: 'Zij slaapt slecht.' (b1).");
}

TEST_CASE("what is written unseen is not told by what it lacks", "[engine]") {
  auto story = judging(R"({"all": [{"count": "records", "where": {"kind": "harm"}, "scope": "step", "at_least": 1},
    {"every": "records", "where": {"kind": "harm"}, "scope": "step", "has": {"own.severity": {"at_least": 7}}}]})");
  story.does("Ria", weighs("b1"));  // four
  CHECK(asked_in(story) == "Each weighs each fact.");
}

TEST_CASE("which things still lack it is not told where what they lack is written unseen", "[engine]") {
  auto story = judging(R"({"every": "contributions", "where": {"kind": "fact"}, "scope": "round",
    "has": {"in": "records", "on": "own.from", "where": {"kind": "harm"}, "scope": "step", "at_least": 1}})");
  CHECK(asked_in(story) == "Each weighs each fact. Not yet for: 'Zij slaapt slecht.' (b1) and 'Hij werkt weer.' (b2).");
  // That only the other is left would say which fact Ria wrote about.
  story.does("Ria", weighs("b1"));
  CHECK(asked_in(story) == "Each weighs each fact.");
}

TEST_CASE("the way on gives each about each, one for every pair that is missing", "[engine]") {
  auto story = judging(kEachFactByEach);
  story.does("Ria", weighs("b2"));
  const auto explained = engine::explain(story.c, story.library, "Bram", story.tick());
  CHECK_FALSE(explained.stuck);
  for (const auto& command : explained.way) story.done(command);
  CHECK(records_in(story) == 6);
  CHECK(story.c.here()->step == "list");
}

TEST_CASE("once something is written unseen, the way on tells neither how much nor about what", "[engine][R4]") {
  const auto records_on_the_way = [](const Story& story) {
    const auto found = engine::explain(story.c, story.library, "Bram", story.now, Lang::en);
    std::vector<std::string> all;
    for (const auto& command : engine::way_unseen(found, story.c, story.library, "Bram", Lang::en).way)
      if (const auto* record = std::get_if<Record>(&command.body)) {
        std::string line = command.by + ':';
        for (const auto& set : record->set)
          if (set.starts_with("from=")) line += ' ' + set;
        all.push_back(line);
      }
    std::ranges::sort(all);
    return all;
  };
  using Lines = std::vector<std::string>;
  // Before that all that is missing can be read: it is the same for each.
  auto story = judging(kEachFactByEach);
  CHECK(records_on_the_way(story).size() == 6);
  story.does("Ria", weighs("b2")).does("Yusuf", weighs("b1")).does("Yusuf", weighs("b2"));
  CHECK(records_on_the_way(story) == Lines{"Femke: from=N", "Ria: from=N"});
  auto unnamed = judging(kEachFactByEach, true);
  for (const auto& line : records_on_the_way(unnamed)) CHECK(line.starts_with("NAME: "));
  unnamed.does("Ria", weighs("b2"));
  CHECK(records_on_the_way(unnamed) == Lines{"NAME: from=N"});
  // Where all read at once nothing is kept back.
  auto open = judging(kEachFactByEach, false, false);
  open.does("Ria", weighs("b2"));
  CHECK(records_on_the_way(open).size() == 5);
}

TEST_CASE("where each is asked for several, one more of them is a step on the way", "[engine]") {
  auto story = judging(R"({"every": "contributions", "where": {"kind": "fact"}, "scope": "round",
    "has": {"in": "records", "on": "own.from", "where": {"kind": "harm"}, "scope": "step", "at_least": 3}})");
  const auto explained = engine::explain(story.c, story.library, "Bram", story.tick());
  CHECK_FALSE(explained.stuck);
  for (const auto& command : explained.way) story.done(command);
  CHECK(records_in(story) == 6);
}

TEST_CASE("each about each without names tells how many people, and nobody's name", "[engine]") {
  auto story = judging(kEachFactByEach, true);
  story.does("Ria", weighs("b1")).does("Ria", weighs("b2"));
  for (const auto& piece : engine::explain(story.c, story.library, "Bram", story.now, Lang::en).missing) {
    const auto who = piece.who.in(Lang::en);
    INFO(who);
    CHECK(who.find("Ria") == std::string::npos);
  }
}

TEST_CASE("in how many times of a repeat, and by how many people", "[engine]") {
  const auto* const two_times =
      R"({"count": "contributions", "different": "time", "where": {"step": "discuss"}, "scope": "round", "at_least": 2})";
  const auto* const two_people =
      R"({"count": "contributions", "different": "by", "where": {"step": "discuss"}, "scope": "round", "at_least": 2})";
  const auto* const in_second =
      R"({"count": "contributions", "where": {"step": "discuss", "time": 2}, "scope": "round", "at_least": 1})";
  auto story = asked_by(records_file());
  story.go_to(Phase::plan_of_action, "list");
  story.does("Noor", say("idea", "Samen koken")).does("Ria", say("idea", "De tuin in"));
  story.go_to(Phase::plan_of_action, "discuss");
  story.does("Ria", say("question", "Wie kookt er?")).does("Ria", say("concern", "Het is duur."));
  CHECK_FALSE(holds_in(story, two_times));
  CHECK_FALSE(holds_in(story, two_people));
  story.does("Bram", NextStep{});
  REQUIRE(story.c.here()->step == "discuss");
  CHECK_FALSE(holds_in(story, in_second));
  story.does("Yusuf", say("question", "Wanneer?"));
  CHECK(holds_in(story, two_times));
  CHECK(holds_in(story, two_people));
  CHECK(holds_in(story, in_second));
}

TEST_CASE("a way is found to so many different values of a field", "[engine]") {
  const auto asked = [](const std::string& rows, const std::string& field, int count) {
    return R"({"count": ")" + rows + R"(", "different": ")" + field + R"(", "scope": "phase", "at_least": )" +
           std::to_string(count) + "}";
  };
  for (const auto& criterion :
       {asked("records", "own.from", 2), asked("records", "own.seen-by", 2), asked("records", "own.severity", 3),
        asked("records", "own.more", 3), asked("records", "own.on", 2), asked("records", "own.with", 2),
        asked("records", "by", 3), asked("actions", "who", 2)}) {
    INFO(criterion);
    auto story = judging(criterion.c_str());
    const auto explained = engine::explain(story.c, story.library, "Bram", story.tick());
    CHECK_FALSE(explained.stuck);
    for (const auto& command : explained.way) story.done(command);
    CHECK(holds_in(story, criterion.c_str()));
    CHECK(story.c.here()->step == "list");
  }
}

TEST_CASE("a scale without end is no way without end", "[engine]") {
  const auto* const asked = R"({"count": "records", "different": "own.severity", "scope": "phase", "at_least": 3})";
  auto file = judged_by(asked);
  auto& severity = file["record_types"][0]["fields"][1];
  REQUIRE(severity["id"] == "severity");
  severity["scale"]["max"] = 2147483647;
  auto story = asked_by(file);
  story.go_to(Phase::analysis, "tell");
  story.does("Noor", say("fact", "Zij slaapt slecht."));
  story.go_to(Phase::plan_of_action, "write");
  const auto explained = engine::explain(story.c, story.library, "Bram", story.tick());
  CHECK_FALSE(explained.stuck);
  for (const auto& command : explained.way) story.done(command);
  CHECK(holds_in(story, asked));
}

TEST_CASE("a median too low is brought nearer in the open, and of what is unseen no number is proposed", "[engine]") {
  const std::string median =
      R"({"median": "records", "field": "own.severity", "where": {"kind": "harm"}, "scope": "step")";
  for (const auto& [limit, first] : {std::pair(R"(, "at_least": 6.5})", "4"), std::pair(R"(, "at_most": 3.5})", "9")}) {
    const auto asked = median + limit;
    INFO(asked);
    auto story = judging(asked.c_str(), false, false);
    story.does("Ria", Record{"harm", "Zwaar", {std::string("severity=") + first, "from=b1"}});
    CHECK_FALSE(holds_in(story, asked.c_str()));
    const auto explained = engine::explain(story.c, story.library, "Bram", story.tick());
    CHECK_FALSE(explained.stuck);
    for (const auto& command : explained.way) story.done(command);
    CHECK(holds_in(story, asked.c_str()));
    CHECK(story.c.here()->step == "list");

    auto unseen = judging(asked.c_str());
    unseen.does("Ria", Record{"harm", "Zwaar", {std::string("severity=") + first, "from=b1"}});
    CHECK(asked_in(unseen) == "Each weighs each fact.");
    const auto kept = engine::explain(unseen.c, unseen.library, "Bram", unseen.tick());
    CHECK(std::ranges::none_of(kept.way, [](const Command& it) { return std::holds_alternative<Record>(it.body); }));
  }
}

TEST_CASE("nobody is told to agree: of a spread too wide no number is proposed", "[engine]") {
  auto story =
      judging(R"({"spread": "records", "field": "own.severity", "scope": "step", "at_most": 2})", false, false);
  story.does("Ria", Record{"harm", "Zwaar", {"severity=1", "from=b1"}});
  story.does("Yusuf", Record{"harm", "Licht", {"severity=9", "from=b1"}});
  const auto explained = engine::explain(story.c, story.library, "Bram", story.tick());
  CHECK(asked_in(story) == "Each weighs each fact.");
  CHECK(std::ranges::none_of(explained.way, [](const Command& it) { return std::holds_alternative<Record>(it.body); }));
}

TEST_CASE("unseen estimates on a scale of a hundred are asked again until they lie within twenty", "[engine]") {
  auto file = judged_by(R"({"present": "chair"})");
  file["record_types"][0]["fields"][1]["scale"]["max"] = 100;
  file["phases"]["plan_of_action"][0]["repeat"] = ordered_json::parse(R"({"at_most": 6, "mark": "own", "until": {
    "text": {"nl": "Zij liggen bij elkaar.", "en": "They are near each other."},
    "holds": {"spread": "records", "field": "own.severity", "where": {"kind": "harm"}, "scope": "step", "at_most": 20}}})");
  auto story = asked_by(file);
  story.go_to(Phase::analysis, "tell");
  story.does("Noor", say("fact", "Zij slaapt slecht."));
  story.go_to(Phase::plan_of_action, "write");
  const auto estimate = [&](const char* who, const char* severity) {
    story.does(who, Record{"harm", "Zwaar", {std::string("severity=") + severity, "from=b1"}});
  };
  story.does("Bram", NextStep{});  // of no numbers nobody agreed
  CHECK(story.c.here()->step == "write");
  estimate("Ria", "10");
  estimate("Yusuf", "40");
  estimate("Femke", "35");
  story.does("Bram", NextStep{});
  CHECK(story.c.here()->step == "write");
  CHECK(story.c.here()->again == 2);
  estimate("Ria", "30");
  estimate("Yusuf", "50");
  estimate("Femke", "45");
  CHECK(story.when("Bram", NextStep{}).gives<StepEntered>().step == "list");
}

TEST_CASE("while each estimates unseen what was kept does not tell how far they are apart", "[engine][fidelity]") {
  using Kept = method::Judged::Kept;
  for (const bool hidden : {true, false})
    for (const auto& [asked, near] :
         {std::pair(R"({"spread": "records", "field": "own.severity", "at_most": 2})", true),
          std::pair(R"({"not": {"median": "records", "field": "own.severity", "at_least": 4}})", false)}) {
      auto file = judged_by(R"({"present": "chair"})", false, hidden);
      auto item = records_file()["fidelity"][0];
      item["holds"] = ordered_json::parse(asked);
      file["fidelity"] = ordered_json::array({item});
      auto story = asked_by(file);
      story.go_to(Phase::analysis, "tell");
      story.does("Noor", say("fact", "Zij slaapt slecht.")).go_to(Phase::plan_of_action, "write");
      story.does("Ria", weighs("b1")).does("Yusuf", weighs("b1"));
      const auto kept = [&] {
        const auto all = engine::fidelity(story.c, story.library);
        const auto found = std::ranges::find(all, kRecordsMethod, &method::MethodKept::method);
        REQUIRE(found != all.end());
        return found->fidelity.items.front().kept;
      };
      INFO(asked << " " << hidden);
      CHECK(kept() == (hidden ? Kept::not_yet : near ? Kept::yes : Kept::no));
      story.does("Bram", NextStep{});
      REQUIRE(story.c.here()->step == "list");
      CHECK(kept() == (near ? Kept::yes : Kept::no));
    }
}
