// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief/counted_words.hpp"
#include "core/training/debrief/debrief.hpp"
#include "core/training/preview.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"
#include "tests/training/training.hpp"

#include <algorithm>

// What moves with the play: counters and their moods, other words and answers when it is otherwise, a choice that does
// not wait, and what one place alone knows.

namespace casus::training {
namespace {

using Ids = std::vector<std::string>;

std::string patched(const std::string& more) {
  return small_patched(R"([
    {"op": "add", "path": "/counters", "value": [
      {"id": "trust", "name": {"nl": "vertrouwen", "en": "trust"}, "start": 5, "moods": [
        {"from": 0, "text": {"nl": "Hij kijkt weg.", "en": "He looks away."}},
        {"from": 4, "text": {"nl": "Hij luistert.", "en": "He listens."}},
        {"from": 8, "text": {"nl": "Hij vertelt.", "en": "He talks."}}]}]},
    {"op": "add", "path": "/facts/1/changes", "value": {"trust": 3}},
    {"op": "add", "path": "/network/0/answers", "value": [
      {"when": {"counter": {"id": "trust", "at_most": 3}}, "answer": "no"}]},
    {"op": "add", "path": "/events/0/versions", "value": [
      {"when": {"counter": {"id": "trust", "at_least": 8}},
       "text": {"nl": "Hij hoort zelf gemiauw.", "en": "He hears a meow himself."}}]},
    {"op": "add", "path": "/decisions/0/within", "value": {"amount": 1, "unit": "days"}},
    {"op": "add", "path": "/decisions/0/otherwise", "value": "street"},
    {"op": "add", "path": "/decisions/0/options/0/changes", "value": {"trust": -9}},
    {"op": "add", "path": "/decisions/0/options/0/effects", "value": [
      {"after": {"amount": 1, "unit": "hours"}, "text": {"nl": "Niets.", "en": "Nothing."}}]},
    {"op": "add", "path": "/table/0/knows", "value": [{"nl": "Hij huilde.", "en": "He wept."}]}
    )" + more + "]");
}

const Scenario& living() {
  static const auto kScenario = [] {
    auto [scenario, problems] = parse(patched(""));
    REQUIRE(problems.empty());
    return scenario;
  }();
  return kScenario;
}

service::Replay alive() { return begun(living(), "solution-focused/reflecting-team", 1, Mode::coaching); }

Wait hours(int amount) { return Wait{{.amount = amount, .unit = ClockUnit::hours}}; }

Ids texts_of(const std::vector<CameOut>& all) {
  Ids texts;
  for (const auto& out : all) texts.push_back(out.text.nl);
  return texts;
}

}  // namespace

TEST_CASE("a counter moves with what comes out, shows as a mood, and changes words", "[training]") {
  auto replay = alive();
  auto& play = replay.play();
  CHECK(texts_of(play.opening()) == Ids{"Hij luistert.", "De kat is drie dagen weg."});
  const auto& beat = play.take(by("Noor", Consult{"buur", "Waar slaapt hij?"}));
  CHECK(texts_of(beat.came_out) == Ids{"De kat slaapt soms in de schuur.", "Hij vertelt.", "Waar zoek je?"});
  CHECK(play.counter("trust") == 8);
  CHECK(play.moves_that_changed("trust") == std::vector{1});
  REQUIRE_FALSE(play.take(by("Bram", Choose{"search", "barn", "zij weet het"})).refusal);
  play.take(by("Bram", hours(24)));
  // Taken back, it is where it was.
  play.take(by("Bram", TakeBack{3}));
  CHECK(play.counter("trust") == 5);
  play.take(by("Noor", Consult{"buur", "Waar slaapt hij?"}));
  const auto& late = play.take(by("Bram", hours(80)));
  CHECK(std::ranges::count(texts_of(late.came_out), "Er klinkt gemiauw.") == 1);
}

TEST_CASE("a choice that is not made in time is nobody's choice, and what comes of waiting comes", "[training]") {
  auto replay = alive();
  auto& play = replay.play();
  play.take(by("Noor", Consult{"buur", "Waar slaapt hij?"}));
  CHECK(play.is_open("search"));
  const auto& waited = play.take(by("Bram", hours(25)));
  CHECK(texts_of(waited.came_out) == Ids{"Op straat.", "Hij kijkt weg.", "Niets."});
  CHECK(play.is_late("search"));
  CHECK_FALSE(play.is_open("search"));
  CHECK(play.chosen("search") == nullptr);
  CHECK(play.take(by("Bram", Choose{"search", "barn", "toch"})).refusal->name == "DecisionLate");
  const auto seen = debrief(play, replay.library());
  CHECK(seen.decisions[0].late);
  // It was to be chosen about: nothing of what it was worth.
  const auto& choices = seen.levels[static_cast<std::size_t>(Level::decisions)];
  CHECK(choices.items.front().points == 0);
  CHECK(choices.of() >= kBestQuality);
  CHECK(seen.decisions[0].option == nullptr);
  CHECK(seen.decisions[0].followed.size() == 1);
  const auto page = page::page_markdown(debrief_page(seen, play, replay.library(), Lang::nl));
  CHECK_THAT(page, Catch::Contains("Niemand koos op tijd. Daarna ging het als bij: Op straat.") &&
                       Catch::Contains("niemand koos op tijd"));
  // The trust is gone, so who is asked now says no.
  play.take(by("Noor", Consult{"buur", "Wil je meezoeken?"}));
  CHECK(play.state().person("Mevrouw Els")->network->answer == Answer::no);
  // It can be done again, in time.
  REQUIRE_FALSE(play.take(by("Bram", TakeBack{2})).refusal);
  CHECK_FALSE(play.take(by("Bram", Choose{"search", "barn", "zij weet het"})).refusal);
}

TEST_CASE("other words hold when they are told, and stay as they were told", "[training]") {
  auto replay = alive();
  auto& play = replay.play();
  play.take(by("Noor", Consult{"buur", "Waar slaapt hij?"}));
  play.take(by("Ineke", Inject{Injected::event, "meow", {}, Answer::none}));
  CHECK(brought_in(play.beats().back()).nl == "Hij hoort zelf gemiauw.");
}

TEST_CASE("what moves is said to the trainer, and counted in words", "[training]") {
  const auto page = page::page_markdown(preview_page(living(), Lang::nl));
  for (const auto* words :
       {"Alleen Noor weet", "Hij huilde.", "vertrouwen (trust): begint op 5, van 0 tot 10", "vanaf 8: Hij vertelt.",
        "(als vertrouwen: hoogstens 3: nee)", "(als vertrouwen: minstens 8: Hij hoort zelf gemiauw.)",
        "Tijd om te kiezen: 1 dag. Kiest niemand, dan gaat het als bij: Op straat."})
    CHECK_THAT(page, Catch::Contains(words));
  Condition between{.op = Condition::Op::counter, .id = "trust", .least = 2, .most = 4};
  CHECK(counted_in_words(between, living()).in(Lang::en) == "trust: 2 to 4");
}

TEST_CASE("what cannot be in counters, versions and times is told with its place", "[training]") {
  const std::vector<std::pair<std::string, Ids>> wrong{
      {R"(, {"op": "add", "path": "/counters/0/start", "value": 11})", {"/counters/0/start: expected 0 to 10, got 11"}},
      {R"(, {"op": "add", "path": "/counters/0/moods/1/from", "value": 0})",
       {"/counters/0/moods/1/from: expected 1 to 10, got 0: moods go up"}},
      {R"(, {"op": "add", "path": "/facts/1/changes", "value": {"turst": 1}})",
       {"/facts/1/changes/turst: there is no counter 'turst' (did you mean 'trust'?)"}},
      {R"(, {"op": "add", "path": "/facts/1/changes", "value": {"trust": 0}})",
       {"/facts/1/changes/trust: expected -100 to 100, and not 0; got 0"}},
      {R"(, {"op": "remove", "path": "/decisions/0/otherwise"})",
       {"/decisions/0/otherwise: 'within' and 'otherwise' belong together: how long, and what then comes"}},
      {R"(, {"op": "add", "path": "/decisions/0/otherwise", "value": "strat"})",
       {"/decisions/0/otherwise: there is no option of 'search': 'strat' (did you mean 'street'?)"}},
      {R"(, {"op": "add", "path": "/network/0/answers/0/when", "value": {"counter": {"id": "trust", "at_least": 40}}})",
       {"/network/0/answers/0/when/counter/at_least: expected 0 to 10, got 40"}},
      {R"(, {"op": "add", "path": "/network/0/answers/0/when", "value": {"counter": {"id": "trust"}}})",
       {"/network/0/answers/0/when/counter: expected 'at_least', 'at_most' or both"}},
      {R"(, {"op": "add", "path": "/events/0/versions/0/text/en", "value": " "})",
       {"/events/0/versions/0/text/en: expected words, got an empty text"}},
      {R"(, {"op": "add", "path": "/counters/-", "value":
          {"id": "calm", "name": {"nl": "rust", "en": "calm"}, "start": 1}})",
       {"/counters/1: nothing changes the counter 'calm'"}}};
  for (const auto& [patch, problems] : wrong) CHECK(lines_of(parse(patched(patch)).second) == problems);
}

}  // namespace casus::training
