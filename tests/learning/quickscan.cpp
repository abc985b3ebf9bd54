// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/pages/pages.hpp"
#include "core/learning/scan.hpp"
#include "tests/learning/session.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <tuple>

// A scan: each answers alone, the team sees counts and no person.

namespace casus::test {
namespace {

AnswerScan answers(std::vector<std::string> given, std::vector<std::string> learn = {},
                   std::vector<std::string> contact = {}) {
  return AnswerScan{.answers = std::move(given), .learn = std::move(learn), .contact = std::move(contact)};
}

/// Five people; four say "3" to g1 and one "1"; three want to learn g4.
LearningStory scanned() {
  LearningStory story("scan-1");
  story.does("Samira", StartScan{});
  story.does("Noor", answers({"g1=3", "g2=4", "w1=Ik wil vaker mee naar buiten"}, {"g4"}, {"d3-support"}));
  story.does("Daan", answers({"g1=3", "g2=2"}, {"g4"}));
  story.does("Ria", answers({"g1=3", "g2=?"}, {"g4", "g6"}));
  story.does("Samira", answers({"g1=1", "g2=2"}));
  story.does("Bram", answers({"g1=3"}));
  return story;
}

std::string shown_to(const LearningStory& story, const std::string& name) {
  const auto seen = story.seen(name);
  std::string all;
  for (const auto lang : {Lang::nl, Lang::en})
    all += page::page_text(learning::scan_page(seen, lang)) + page::page_html(learning::scan_page(seen, lang), lang);
  return all + learning::scan_json(seen).dump();
}

using Given = std::vector<std::vector<std::string>>;
using Told = std::tuple<int, bool, std::vector<ScanCount>>;

const std::vector<std::string> kNine{"Noor", "Daan", "Ria", "Samira", "Bram", "Fenna", "Joris", "Aya", "Teun"};

/// A scan beside others, as its people answered it one after the other.
LearningStory scanned_after(const std::vector<learning::Session>& before, const Given& given,
                            const std::function<void(learning::Instrument&)>& asked_otherwise = {}) {
  LearningStory story("scan-" + std::to_string(before.size() + 1), kNine);
  story.known.scan.counted = before;
  story.does("Noor", StartScan{});
  if (asked_otherwise) asked_otherwise(story.it.scan->instrument);
  for (std::size_t i = 0; i < given.size(); ++i)
    if (!given[i].empty())
      story.does(kNine[i],
                 answers(given[i], given[i].size() > 2 ? std::vector<std::string>{"g4"} : std::vector<std::string>{}));
  return story;
}

Told told_of(const LearningStory& story) {
  const auto& scan = *story.it.scan;
  return {scan.answered, scan.or_more, scan.counts};
}

/// What the last of these scans tells.
Told told(const std::vector<Given>& scans) {
  std::vector<learning::Session> before;
  Told last;
  for (const auto& given : scans) {
    auto story = scanned_after(before, given);
    story.does("Noor", CloseScan{});
    last = told_of(story);
    before.push_back(story.it);
  }
  return last;
}

}  // namespace

TEST_CASE("before a scan closes nobody sees anything but the own answers", "[learning]") {
  auto story = scanned();
  const auto seen = story.seen("Noor");
  REQUIRE(seen.scan->answers.size() == 1);
  CHECK(seen.scan->answers.front().given.at("w1") == "Ik wil vaker mee naar buiten");
  CHECK(story.seen("Mallory").scan->answers.empty());
  CHECK(shown_to(story, "Daan").find("buiten") == std::string::npos);
  CHECK(shown_to(story, "Daan").find("Noor") == std::string::npos);
}

TEST_CASE("the team sees counts of three and more, wishes in order, and who offers to be asked", "[learning]") {
  auto story = scanned();
  story.does("Samira", CloseScan{});
  const auto& scan = *story.it.scan;
  // Of five, three, four and five look the same.
  CHECK(scan.counts == std::vector<ScanCount>{{"g1", "3", 3, true}, {"g4", "", 3, true}});
  CHECK(scan.answered == 4);
  CHECK(scan.or_more);
  CHECK(learning::count_of(scan, "g1", "1") == nullptr);  // one person: not told from none
  const auto topics = learning::wanted_topics(scan);
  REQUIRE(topics.size() == 1);
  CHECK(topics.front().item->id == "g4");
  const auto page = shown_to(story, "Bram");
  CHECK(page.find("Noor") != std::string::npos);  // by her own offer, for d3-support
  for (const auto* other : {"Daan", "Ria", "Samira", "buiten"}) {
    INFO(other);
    CHECK(page.find(other) == std::string::npos);
  }
}

TEST_CASE("in a domain a gap is what not everybody has of what is wide, and nobody or one of what is deep",
          "[learning]") {
  LearningStory story("scan-1", {"Noor", "Daan", "Ria", "Samira", "Bram", "Fenna"});
  story.does("Noor", StartScan{});
  auto own = answers({"d1-clarify=no", "d1-support=no", "d2-clarify=yes"});
  for (const auto* name : {"Noor", "Daan", "Ria"}) story.does(name, own);
  own = answers({"d1-clarify=yes", "d2-clarify=yes", "d2-support=yes"});
  own.contact = {"d1-clarify", "d2-support", "d3-support"};
  for (const auto* name : {"Samira", "Bram", "Fenna"}) {
    story.does(name, own);
    own.contact = {"d2-support"};
  }
  story.does("Noor", CloseScan{});
  const auto gaps = learning::scan_json(story.seen("Noor"))["gaps"];
  const auto gap = [&](const std::string& item) {
    const auto found = std::ranges::find_if(gaps, [&](const auto& one) { return one["item"] == item; });
    return found == gaps.end() ? std::string() : found->dump();
  };
  CHECK(gap("d1-clarify").find("\"no\":3") != std::string::npos);
  CHECK(gap("d1-support").find("\"contacts\":0") != std::string::npos);  // who can clarify is no contact to support
  CHECK(gap("d2-clarify").empty());
  CHECK(gap("d2-support").empty());
  CHECK(gap("d3-support").find("\"contacts\":1") != std::string::npos);
  CHECK(gap("d3-clarify").empty());
  const auto page = shown_to(story, "Daan");
  CHECK(page.find("Lichamelijke gezondheid: genoeg om de vraag te verhelderen: nog niet iedereen (nee: 3)") !=
        std::string::npos);
  CHECK(page.find("Lichamelijke gezondheid: genoeg om te ondersteunen: niemand") != std::string::npos);
  CHECK(page.find("Inkomen: genoeg om te ondersteunen: één van ons") != std::string::npos);
}

TEST_CASE("all, all but one and all but two who take part look the same", "[learning]") {
  const std::vector<std::string> names{"Noor", "Daan", "Ria", "Samira", "Bram", "Fenna", "Joris", "Aya"};
  const auto shown_when = [&](std::size_t taking_part) {
    LearningStory story("scan-1", names);
    story.does("Noor", StartScan{});
    for (std::size_t i = 0; i < taking_part; ++i) story.does(names[i], answers({"g1=3"}, {"g4"}));
    story.does("Noor", CloseScan{});
    return learning::scan_json(story.seen("Mallory")).dump() +
           page::page_text(learning::scan_page(story.seen("Mallory"), Lang::nl));
  };
  const auto all = shown_when(8);
  CHECK(all.find("6+ van jullie") != std::string::npos);
  CHECK(all == shown_when(7));
  CHECK(all == shown_when(6));
  CHECK(shown_when(5).find("5 van jullie") != std::string::npos);
}

TEST_CASE("a count from which the one or two others follow is not shown", "[learning]") {
  const std::vector<std::string> names{"Noor", "Daan", "Ria", "Samira", "Bram", "Fenna", "Joris", "Aya"};
  const auto counts_of = [&](const std::vector<std::string>& given) {
    LearningStory story("scan-1", names);
    story.does("Noor", StartScan{});
    for (std::size_t i = 0; i < given.size(); ++i) story.does(names[i], answers({"g1=" + given[i]}));
    story.does("Noor", CloseScan{});
    return story.it.scan->counts;
  };
  using Counts = std::vector<ScanCount>;
  CHECK(counts_of({"2", "2", "2", "2", "3", "3", "3", "1"}) == Counts{{"g1", "2", 4}});  // 4 + 3 leaves the one
  CHECK(counts_of({"2", "2", "2", "2", "3", "3", "3", "3"}) == Counts{{"g1", "2", 4}, {"g1", "3", 4}});
  CHECK(counts_of({"2", "2", "2", "2", "1"}) == Counts{{"g1", "2", 3, true}});  // of five who answered
  CHECK(counts_of({"2", "2", "2", "1", "1"}) == Counts{{"g1", "2", 3, true}});
}

TEST_CASE("fewer than four answers are not counted at all", "[learning]") {
  LearningStory story("scan-1");
  story.does("Noor", StartScan{});
  for (const auto* name : {"Noor", "Daan", "Ria"}) story.does(name, answers({"g1=2"}, {"g1"}));
  story.does("Noor", CloseScan{});
  CHECK(story.it.scan->counts.empty());
  CHECK_FALSE(learning::scan_json(story.seen("Noor")).contains("answered"));
}

TEST_CASE("what is counted stays when somebody is forgotten, so that subtraction tells nothing", "[learning]") {
  auto story = scanned();
  story.does("Samira", CloseScan{});
  const auto before = story.it.scan->counts;
  story.does("Noor", ForgetLearner{});
  CHECK(story.it.scan->counts == before);
  CHECK(story.it.scan->answers.size() == 4);
  CHECK(shown_to(story, "Bram").find("Noor") == std::string::npos);
  CHECK(story.refused("Daan", ForgetLearner{"Ria"}) == "NotYours");
}

TEST_CASE("a scan says what is wrong with an answer", "[learning]") {
  LearningStory story("scan-1");
  CHECK(story.refused("Noor", answers({"g1=3"})) == "NoScan");
  CHECK(story.refused("Noor", StartScan{"quickscn", {}}) == "NoInstrument");
  CHECK(story.refused("Mallory", StartScan{}) == "NotOfTheTeam");
  CHECK(story.refused("Noor", StartScan{"quickscan", date_from("2026-08-01")}) == "DayIsPast");
  story.does("Noor", StartScan{});
  CHECK(story.refused("Noor", StartScan{}) == "ScanThere");
  CHECK(story.refused("Noor", answers({"g1"})) == "NotAnAnswer");
  CHECK(story.refused("Noor", answers({"g9=3"})) == "NoItem");
  CHECK(story.refused("Noor", answers({"g1=7"})) == "NoSuchAnswer");
  CHECK(story.refused("Noor", answers({"w1=Bel 06-12345678"})) == "PersonalData");
  CHECK(story.refused("Noor", answers({"w1=Zoals in 2026-014"})) == "PersonalData");
  CHECK(story.refused("Noor", answers({}, {"g99"})) == "NoItem");
  CHECK(story.refused("Noor", answers({})) == "NoAnswers");
  CHECK(story.refused("Noor", CancelScan{}) == "ReasonMissing");
  CHECK(story.refused("Noor", CancelScan{{"Bel 06-12345678"}}) == "PersonalData");
  CHECK(story.refused("Noor", CancelScan{{"Daan wil het niet"}}) == "PersonalData");
}

TEST_CASE("a scan is answered and shown in the words of who reads it", "[learning]") {
  LearningStory story("scan-1");
  story.does("Noor", StartScan{});
  story.does("Noor", answers({"d1-clarify=ja", "g1=soms"}));
  const auto mine = [&](Lang lang) {
    return page::page_text(learning::scan_mine_page(story.seen("Noor"), "m1", lang));
  };
  CHECK(mine(Lang::nl).find("ja nee ?") != std::string::npos);
  CHECK(mine(Lang::nl).find("yes") == std::string::npos);
  CHECK(mine(Lang::nl).find("- ja, nee, ? = weet ik niet") != std::string::npos);
  CHECK(mine(Lang::en).find("yes no ?") != std::string::npos);
  CHECK(mine(Lang::nl).find("1 = niet, 2 = soms") != std::string::npos);
}

TEST_CASE("a question at which nothing is counted says why", "[learning]") {
  auto story = scanned();
  story.does("Samira", CloseScan{});
  const auto page = shown_to(story, "Bram");
  CHECK(page.find("staat niets: geen antwoord kwam van 3 mensen of meer") != std::string::npos);
}

TEST_CASE("no scan begins beside another, nor within four weeks of one that was counted", "[learning]") {
  LearningStory story("scan-2");
  story.known.scan.going_on = "scan-1";
  CHECK(story.refused("Noor", StartScan{}) == "ScanOpen");
  story.known.scan = {"", date_from("2026-08-05")};  // 27 days ago
  CHECK(story.refused("Noor", StartScan{}) == "ScanTooSoon");
  story.known.scan = {"", date_from("2026-08-04")};
  story.does("Noor", StartScan{});
}

TEST_CASE("a scan after another tells neither who came nor what they answered", "[learning]") {
  const Given five{{"g1=3"}, {"g1=3"}, {"g1=3"}, {"g1=2"}, {"g1=2"}};
  const auto first = told({five});
  for (const auto* answer : {"g1=1", "g1=2", "g1=3", "g1=?", "g2=4"}) {
    INFO(answer);
    auto with_one_more = five;
    with_one_more.push_back({answer});
    CHECK(told({five, with_one_more}) == first);
    auto with_two_more = with_one_more;
    with_two_more.push_back({answer, "g3=1", "g4=2"});
    CHECK(told({five, with_two_more}) == first);
    CHECK(told({five, five, with_two_more}) == first);
    CHECK(told({five, with_one_more, with_two_more}) == first);  // nor one at a time
  }
  for (std::size_t gone = 0; gone < 2; ++gone) {
    const Given four(five.begin() + 1, five.end());
    Given without = five;
    without[gone].clear();
    CHECK(told({five, without}) == first);
  }
  auto changed = five;
  changed[4] = {"g1=3"};
  CHECK(told({five, changed}) == first);
  // Three who came are told, each of them one of three.
  Given eight = five;
  for (int i = 0; i < 3; ++i) eight.push_back({"g1=2"});
  CHECK(std::get<0>(told({five, eight})) == 8 - 1);  // of nine: seven, eight and nine look the same
  CHECK(std::get<2>(told({five, eight})) == std::vector<ScanCount>{{"g1", "2", 5, false}});
}

TEST_CASE("a scan is held beside every one before it, not the last alone", "[learning]") {
  const Given eight{{"g1=3"}, {"g1=3"}, {"g1=3"}, {"g1=3"}, {"g1=2"}, {"g1=2"}, {"g1=2"}, {"g1=2"}};
  auto five = eight;
  for (const std::size_t on_leave : {1U, 2U, 3U}) five[on_leave].clear();
  auto nine = eight;
  nine.push_back({"g1=3"});
  CHECK(told({eight, five}) != told({eight}));
  CHECK(told({eight, five, nine}) == told({eight}));
  // Three one by one are three: what was told again in between told nothing of them.
  const Given six(eight.begin(), eight.begin() + 6), seven(eight.begin(), eight.begin() + 7);
  CHECK(told({six, seven, eight}) == told({six}));
  CHECK(told({six, seven, eight, nine}) == told({nine}));
}

TEST_CASE("who is forgotten in an earlier scan is not taken for somebody who came", "[learning]") {
  const Given eight{{"g1=3"}, {"g1=3"}, {"g1=3"}, {"g1=3"}, {"g1=2"}, {"g1=2"}, {"g1=2"}, {"g1=2"}};
  auto story = scanned_after({}, eight);
  story.does("Noor", CloseScan{});
  story.does("Daan", ForgetLearner{});
  story.does("Ria", ForgetLearner{});
  auto nine = eight;
  nine.push_back({"g1=3"});
  auto after = scanned_after({story.it}, nine);
  after.does("Noor", CloseScan{});
  CHECK(told_of(after) == told({eight}));
}

TEST_CASE("the same question under another name tells nothing of who came", "[learning]") {
  const Given eight{{"g1=3"}, {"g1=3"}, {"g1=3"}, {"g1=3"}, {"g1=2"}, {"g1=2"}, {"g1=2"}, {"g1=2"}};
  auto first = scanned_after({}, eight);
  first.does("Noor", CloseScan{});
  const auto counts_when = [&](std::size_t came, const std::function<void(learning::Instrument&)>& asked_otherwise) {
    Given then = eight;
    for (auto& one : then) one.front().insert(0, "x");
    for (std::size_t i = 0; i < came; ++i) then.push_back({"xg1=3"});
    auto story = scanned_after({first.it}, then, [&](learning::Instrument& instrument) {
      for (auto& item : instrument.items) item.id.insert(0, "x");
      asked_otherwise(instrument);
    });
    story.does("Noor", CloseScan{});
    auto counts = story.it.scan->counts;
    for (auto& one : counts) one.item.erase(0, 1);
    return counts;
  };
  const auto same_words = [](learning::Instrument&) {};
  const auto other_words = [](learning::Instrument& instrument) {
    for (auto& item : instrument.items) item.title.nl += ", of niet";
  };
  CHECK(counts_when(1, same_words) == first.it.scan->counts);
  CHECK(counts_when(1, other_words).empty());
  CHECK(counts_when(0, other_words) == first.it.scan->counts);  // nobody came: they may be asked something new
}

TEST_CASE("an offer to be asked is taken back after the scan closed too", "[learning]") {
  auto story = scanned();
  story.does("Samira", CloseScan{});
  CHECK(shown_to(story, "Bram").find("Noor") != std::string::npos);
  AnswerScan back{.uncontact = {"d3-support"}};
  story.does("Noor", back);
  CHECK(shown_to(story, "Bram").find("Noor") == std::string::npos);
  CHECK(story.it.scan->of("m1") != nullptr);
  back.answers = {"g1=2"};
  CHECK(story.refused("Noor", back) == "ScanClosed");
}

TEST_CASE("while a scan is open it only says whether closing it would give counts", "[learning]") {
  auto story = scanned();
  CHECK(story.seen("Noor").scan->enough);
  LearningStory alone("scan-1");
  alone.does("Noor", StartScan{});
  alone.does("Noor", answers({"g1=3"}));
  CHECK_FALSE(alone.seen("Daan").scan->enough);
}

TEST_CASE("an answer is typed by its key or its words, replaced, and taken back", "[learning]") {
  LearningStory story("scan-1");
  story.does("Noor", StartScan{});
  story.does("Noor", answers({"g1=meestal", "d1-clarify=yes"}));
  CHECK(story.it.scan->of("m1")->given.at("g1") == "3");
  CHECK(story.does("Noor", answers({"g1=3"})).empty());
  story.does("Noor", answers({"g1=", "d1-clarify=nee"}));
  CHECK(story.it.scan->of("m1")->given == std::map<std::string, std::string>{{"d1-clarify", "no"}});
}

TEST_CASE("a scan that is called off leaves no answers", "[learning]") {
  auto story = scanned();
  const auto events = story.does("Samira", CancelScan{{"Het verkeerde instrument"}});
  CHECK(events.size() == 6);
  CHECK(story.it.scan->answers.empty());
  CHECK(story.refused("Noor", answers({"g1=3"})) == "ScanClosed");
}

}  // namespace casus::test
