// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/circle.hpp"
#include "core/service/learning.hpp"
#include "tests/service/house.hpp"

// Learning in a store on disk: sealed, gone for good when it is struck or its person goes.

namespace casus::test {
namespace {

namespace fs = std::filesystem;

struct LearningHouse : House {
  learning::Instruments instruments =
      learning::Instruments::scan({std::string(CASUS_SOURCE_DIR) + "/workflows/learning"});

  std::string bytes() const {
    std::string all;
    for (const auto& entry : fs::directory_iterator(fs::path(folder / "casus.db").parent_path()))
      if (entry.is_regular_file()) all += content_of(entry.path());
    return all;
  }
};

struct LearningDesk : Desk {
  service::Learning learning;

  explicit LearningDesk(const LearningHouse& house) : Desk(house), learning(service, house.instruments, house.clock) {}

  void tells(TeamBody body) {
    REQUIRE(service.handle(TeamCommand{{}, {}, std::move(body), somebody_of(service)}).done());
  }
  service::LearningAnswer does(const std::string& session, const std::string& by, LearningBody body) {
    auto answer = learning.handle({{}, session, by, {}, {}, std::move(body), {}});
    if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
    return answer;
  }
  /// Every text of every event that can still be opened.
  std::string readable() {
    std::string all;
    for (const auto& stream : store->streams("learning/"))
      for (const auto& event : store->read(stream)) {
        all += event.payload.value_or("");
        for (const auto& secret : event.secrets) all += secret.text;
      }
    return all;
  }
};

void begin(LearningDesk& desk) {
  desk.tells(FoundTeam{{.name = "Wijkteam Voorbeeld"}});
  for (const auto* name : {"Noor", "Daan", "Ria", "Samira"}) desk.tells(AddMember{{name, ""}});
  desk.does("scan-1", "Samira", StartScan{});
  desk.does("scan-1", "Noor", AnswerScan{.answers = {"w1=Zilvermeeuw in het park"}, .learn = {"g4"}});
  desk.does("scan-1", "Daan", AnswerScan{.answers = {"w1=Koolmees op de schutting"}});
  desk.does("own", "Noor", SetOwnGoal{"Roodborst als eerste begroeten", *date_from("2027-01-01"), ""});
  desk.does("own", "Noor", WriteOwnLog{"Merels tellen met een collega", LearnedBy::duo, {}});
}

}  // namespace

TEST_CASE("no answer, goal or name of a learner stands readable in any byte of the store", "[learning]") {
  LearningHouse house;
  LearningDesk desk(house);
  begin(desk);
  CHECK(desk.readable().find("Zilvermeeuw") != std::string::npos);  // the search does find
  const auto bytes = house.bytes();
  REQUIRE(bytes.size() > 10'000);
  for (const auto* text : {"Zilvermeeuw", "Koolmees", "Roodborst", "Merels tellen", "Samira"}) {
    INFO(text);
    CHECK(bytes.find(text) == std::string::npos);
  }
}

TEST_CASE("a look gives a person their own, and nobody another's", "[learning]") {
  LearningHouse house;
  LearningDesk desk(house);
  begin(desk);
  CHECK(desk.learning.look("scan-1", "Noor")->scan->answers.size() == 1);
  CHECK(desk.learning.look("scan-1", "Ria")->scan->answers.empty());
  CHECK(desk.learning.look("scan-1", "")->scan->answers.empty());
  CHECK(desk.learning.look("own", "Noor")->goals.size() == 1);
  CHECK(desk.learning.look("own", "Daan")->goals.empty());
  CHECK_FALSE(desk.learning.look("own-2", "Noor"));
}

TEST_CASE("what is struck is gone for good, and the rest is read by who opens the store anew", "[learning]") {
  LearningHouse house;
  {
    LearningDesk desk(house);
    begin(desk);
    desk.does("own", "Noor", StrikeOwn{"l1"});
    CHECK(desk.readable().find("Merels") == std::string::npos);
    CHECK(desk.learning.look("own", "Noor")->log.empty());
  }
  LearningDesk desk(house);
  CHECK(desk.learning.look("own", "Noor")->log.empty());
  CHECK(desk.learning.look("own", "Noor")->goals.size() == 1);
  desk.does("own", "Noor", WriteOwnLog{"Spreeuwen", LearnedBy::reading, {}});
  CHECK(desk.learning.look("own", "Noor")->log.front().id == "l2");
  CHECK(store::open_sqlite({(house.folder / "casus.db").string(), false})->verify().findings.empty());
}

TEST_CASE("who leaves the team takes along what was theirs", "[learning]") {
  LearningHouse house;
  LearningDesk desk(house);
  begin(desk);
  desk.tells(LeaveTeam{{"Noor"}});
  const auto left = desk.readable();
  for (const auto* text : {"Zilvermeeuw", "Roodborst", "Merels", "Noor"}) {
    INFO(text);
    CHECK(left.find(text) == std::string::npos);
  }
  CHECK(left.find("Koolmees") != std::string::npos);
  CHECK(desk.learning.look("scan-1", "Daan")->scan->answers.size() == 1);
  LearningDesk again(house);
  CHECK(again.learning.look("own", "Daan")->goals.empty());
  CHECK(again.readable() == left);
}

TEST_CASE("somebody erases all of their own at once, and may begin again", "[learning]") {
  LearningHouse house;
  LearningDesk desk(house);
  begin(desk);
  CHECK(desk.learning.forget("Noor", {"Noor", {}, {}}, "k1").sessions == 2);
  CHECK(desk.readable().find("Roodborst") == std::string::npos);
  CHECK(desk.learning.forget("Noor", {"Noor", {}, {}}, "k2").sessions == 0);
  desk.does("own", "Noor", SetOwnGoal{"Winterkoning zien", *date_from("2027-01-01"), ""});
  CHECK(desk.learning.look("own", "Noor")->goals.front().text == "Winterkoning zien");
}

TEST_CASE("the words of a card that is taken back are gone for good, after the count too, and the count stays",
          "[learning]") {
  LearningHouse house;
  LearningDesk desk(house);
  begin(desk);
  desk.does("circle-1", "Samira", BeginCircle{"Wat zien we?", 0, "circle"});
  desk.does("circle-1", "Samira", AskRound{"Welke vogels?", 3});
  desk.does("circle-1", "Noor", WriteCard{"Kluut op het strand", CardSort::thought, false});
  desk.does("circle-1", "Noor", TakeCardBack{"c1"});
  CHECK(desk.readable().find("Kluut") == std::string::npos);
  desk.does("circle-1", "Noor", WriteCard{"Grutto in de wei", CardSort::problem, false});
  CHECK(desk.learning.look("circle-1", "Noor")->circle->cards.back().id == "c2");  // no number comes twice
  desk.does("circle-1", "Samira", ShowCards{});
  desk.does("circle-1", "Samira", ClusterCards{"Weidevogels", {"c2"}});
  for (const auto* name : {"Noor", "Daan", "Ria", "Samira"}) desk.does("circle-1", name, PlaceDots{{"k1"}});
  desk.does("circle-1", "Samira", ShowDots{});
  desk.does("circle-1", "Noor", TakeCardBack{"c2"});
  CHECK(desk.readable().find("Grutto") == std::string::npos);
  desk.does("circle-1", "Samira", ReportCircle{*date_from("2030-01-01")});
  desk.does("circle-1", "Daan", ObjectToCircle{"Wulp hoort erbij", false});
  desk.does("circle-1", "Daan", ObjectToCircle{"Scholekster hoort erbij", false});
  CHECK(desk.readable().find("Wulp") == std::string::npos);
  desk.does("circle-1", "Daan", ObjectToCircle{"", true});
  CHECK(desk.readable().find("Scholekster") == std::string::npos);
  LearningDesk again(house);
  const auto seen = again.learning.look("circle-1", "Ria");
  const auto order = learning::order_of_mention(*seen->circle, "r1");
  REQUIRE(order.size() == 1);
  CHECK(order.front().cards == 1);
  CHECK(order.front().problems == 1);
  CHECK(order.front().dots == 4);
  CHECK(seen->circle->objections.empty());
  CHECK(store::open_sqlite({(house.folder / "casus.db").string(), false})->verify().findings.empty());
}

TEST_CASE("homework that is written otherwise leaves nothing of what it was", "[learning]") {
  LearningHouse house;
  LearningDesk desk(house);
  begin(desk);
  desk.does("course-1", "Samira", PlanCourse{*date_from("2026-01-05"), {}, "course"});
  desk.does("course-1", "Noor", WriteHomework{"b1", "Kluut tellen", HomeworkKind::intention});
  desk.does("course-1", "Noor", FinishHomework{"h1", "Drie gezien"});
  desk.does("course-1", "Noor", WriteHomework{"b1", "Grutto tellen", HomeworkKind::intention, "h1"});
  for (const auto* text : {"Kluut", "Drie gezien"}) CHECK(desk.readable().find(text) == std::string::npos);
  LearningDesk again(house);
  const auto seen = again.learning.look("course-1", "Noor");
  REQUIRE(seen->course->homework.size() == 1);
  CHECK(seen->course->homework.front().text == "Grutto tellen");
}

TEST_CASE("a scan of which nothing was counted does not keep the next one waiting", "[learning]") {
  LearningHouse house;
  LearningDesk desk(house);
  begin(desk);
  desk.does("scan-1", "Samira", CloseScan{});  // two filled it in
  desk.does("scan-2", "Samira", StartScan{});
  for (const auto* name : {"Noor", "Daan", "Ria", "Samira"}) desk.does("scan-2", name, AnswerScan{.answers = {"g1=3"}});
  desk.does("scan-2", "Samira", CloseScan{});
  CHECK(desk.learning.handle({{}, "scan-3", "Samira", {}, {}, StartScan{}, {}}).refusal->name == "ScanTooSoon");
}

TEST_CASE("a renamed member keeps what is theirs", "[learning]") {
  LearningHouse house;
  LearningDesk desk(house);
  begin(desk);
  desk.tells(RenameMember{{"Noor", "Noor Bakker", ""}});
  CHECK(desk.learning.look("own", "Noor Bakker")->goals.size() == 1);
}

TEST_CASE("what a sentence grew out of is looked up in the circle, counts once, and is not kept", "[learning]") {
  LearningHouse house;
  LearningDesk desk(house);
  begin(desk);
  desk.does("circle-1", "Samira", BeginCircle{"Wat willen wij leren?"});
  desk.does("circle-1", "Samira", NoteHarvest{{"practice", "Wij bellen eerst zelf aan"}});
  desk.does("circle-1", "Samira", NoteHarvest{{"meaning", "Wij maken het samen"}});
  const auto proposes = [&](const std::string& text, const std::string& out_of) {
    return desk.learning.handle({{}, "book", "Noor", {}, {}, ProposeSentence{text, {}, {}, out_of}, {}});
  };
  CHECK(proposes("Wij bellen eerst zelf aan", "circle-1").done());
  CHECK(proposes("Wij bellen eerst zelf aan", "circle-1").repeated);
  CHECK(proposes("Wij bellen eerst zelf aan", "circle-1/h1").repeated);
  CHECK(proposes("Wij bellen eerst zelf aan", "circle-1/h2").refusal->name == "NotSaidThere");
  for (const auto* nowhere : {"circle-2", "2026-001", "2026-001/c1", "..", "/"})
    CHECK(proposes("Wij maken het samen", nowhere).refusal->name == "NotSaidThere");
  const auto book = desk.learning.look("book", "Noor")->book;
  REQUIRE(book.sentences.size() == 1);
  CHECK(book.sentence("s1")->circles == 1);
  CHECK(book.sentence("s1")->grew == SentenceFrom::circle);
  for (const auto& event : desk.store->read("learning/book"))
    CHECK(event.payload.value_or("").find("circle-1") == std::string::npos);
}

}  // namespace casus::test
