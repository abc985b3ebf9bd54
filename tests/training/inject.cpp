// SPDX-License-Identifier: EUPL-1.2
#include "core/service/play/play_log.hpp"
#include "core/training/debrief/debrief.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/open_service.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/support/text_places.hpp"
#include "tests/training/training.hpp"

// What a trainer brings in while a group plays: it happens at once, is the trainer's in log and debrief, and can be
// taken back.

namespace casus::training {
namespace {

using Ids = std::vector<std::string>;

constexpr std::string_view kWithTrainer = "solution-focused/reflecting-team";

service::Replay fresh() { return begun(shipped_scenario("debts-and-shame"), kWithTrainer, 1, Mode::coaching); }

Move brings(Injected what, std::string of, std::string text = {}, Answer answer = Answer::none) {
  return by("Ineke", Inject{what, std::move(of), std::move(text), answer});
}

Wait days(int amount) { return Wait{{.amount = amount}}; }

std::string reason(const Beat& beat) {
  REQUIRE(beat.refusal);
  return beat.refusal->reason.in(Lang::nl) + ' ' + beat.refusal->remedies_in(Lang::nl);
}

std::string page_of(const service::Replay& replay, const Play& play) {
  return page::page_markdown(debrief_page(debrief(play, replay.library()), play, replay.library(), Lang::nl));
}

}  // namespace

TEST_CASE("a message is told at once, stands as the trainer's, and can be taken back", "[training]") {
  auto replay = fresh();
  auto& play = replay.play();
  const auto& beat = play.take(brings(Injected::message, {}, "De bel gaat: Anja staat voor de deur."));
  REQUIRE(beat.came_out.size() == 1);
  CHECK(beat.came_out[0].by == "Ineke");
  CHECK(beat.came_out[0].text.nl == "De bel gaat: Anja staat voor de deur.");
  CHECK(debrief(play, replay.library()).moves == 0);  // no move of the group
  CHECK_THAT(page_of(replay, play),
             Catch::Contains("Ineke bracht in (bericht): De bel gaat: Anja staat voor de deur.") &&
                 Catch::Contains("Ineke (trainer) bracht een bericht in: De bel gaat"));
  CHECK_FALSE(play.take(by("Bram", TakeBack{})).refusal);
  CHECK_FALSE(play.beats().front().counts());
  CHECK(play.retries() == 0);  // the group tried nothing again
  CHECK_THAT(page_of(replay, play), !Catch::Contains("Ineke bracht in (bericht)"));
}

TEST_CASE("a fact of the trainer goes on in the play, and is not found by the group", "[training]") {
  auto replay = fresh();
  auto& play = replay.play();
  CHECK(out_of(play.take(brings(Injected::fact, "eviction-date"))) == Ids{"eviction-date", "corporation"});
  CHECK(play.is_known("eviction-date"));
  CHECK(play.is_up("corporation"));  // what follows from knowing it
  play.take(brings(Injected::fact, "wish"));
  play.take(brings(Injected::fact, {}, "De kachel is stuk."));
  CHECK(play.told().back().nl == "De kachel is stuk.");
  const auto seen = debrief(play, replay.library());
  for (const auto& fact : seen.facts)
    if (fact.known) CHECK(fact.by_trainer);
  for (const auto& level : seen.levels)
    if (level.level == Level::content) CHECK(level.points() == 0);
  CHECK_THAT(page_of(replay, play), Catch::Contains("verteld door de trainer: Wat hij zelf wil") &&
                                        Catch::Contains("(mede door wat de trainer inbracht)"));
  CHECK(
      reason(play.take(brings(Injected::fact, "wish"))).starts_with("De groep weet 'wish' al. Kies uit: exception, "));
  CHECK(reason(play.take(brings(Injected::fact, "wihs"))).starts_with("Dit scenario heeft geen feit 'wihs'."));
}

TEST_CASE("a planned event that is brought in happens now, and not once more in its time", "[training]") {
  auto replay = fresh();
  auto& play = replay.play();
  CHECK(out_of(play.take(brings(Injected::event, "letter"))) == Ids{"letter"});
  CHECK(out_of(play.take(by("Bram", days(40)))) == Ids{"corporation", "weekend"});
  CHECK(reason(play.take(brings(Injected::event, "letter"))) ==
        "'letter' is al gebeurd. Kies uit: call. Of zeg in je eigen woorden wat er gebeurt.");
  // What its condition kept away before can still be brought in.
  CHECK(out_of(play.take(brings(Injected::event, "call"))) == Ids{"call"});
  CHECK(reason(play.take(brings(Injected::event, "call"))) ==
        "'call' is al gebeurd. Kies uit: –. Of zeg in je eigen woorden wat er gebeurt.");
}

TEST_CASE("an effect comes sooner, or in the trainer's own words beside that of the scenario", "[training]") {
  auto replay = fresh();
  auto& play = replay.play();
  CHECK(reason(play.take(brings(Injected::effect, "corporation")))
            .starts_with("Over 'corporation' is nog niet gekozen, dus er volgt niets uit."));
  play.take(brings(Injected::fact, "eviction-date"));
  REQUIRE_FALSE(play.take(by("Noor", Choose{"corporation", "with-him", "het is zijn verhaal"})).refusal);
  play.take(brings(Injected::effect, "corporation", "Esra neemt niet op."));
  CHECK(debrief(play, replay.library()).decisions[1].to_come == 1);
  const auto& beat = play.take(brings(Injected::effect, "corporation"));
  CHECK(beat.came_out.at(0).text.nl.starts_with("Hij belde Esra zelf."));
  const auto seen = debrief(play, replay.library());
  CHECK(seen.decisions[1].followed.size() == 2);
  CHECK(seen.decisions[1].to_come == 0);
  CHECK_THAT(page_of(replay, play), Catch::Contains("Esra neemt niet op. (ingebracht door Ineke, trainer)"));
  CHECK(reason(play.take(brings(Injected::effect, "corporation")))
            .starts_with("Uit de keuze over 'corporation' volgt volgens het scenario niets meer."));
  CHECK(out_of(play.take(by("Bram", days(30)))) == Ids{"weekend", "letter"});
}

TEST_CASE("somebody of the circle says no, before they are asked or after they said yes", "[training]") {
  auto replay = fresh();
  auto& play = replay.play();
  CHECK(reason(play.take(brings(Injected::answer, "zus", {}, Answer::no)))
            .starts_with("Van 'zus' heeft de groep nog niet gehoord."));
  play.take(brings(Injected::fact, "sister"));
  play.take(brings(Injected::fact, "exception"));
  CHECK(reason(play.take(brings(Injected::answer, "Anja"))).starts_with("Er staat niet wat Anja antwoordt."));
  const auto& told = play.take(brings(Injected::answer, "Anja", "Ik heb zelf genoeg.", Answer::no));
  CHECK(told.came_out.at(0).text.nl == "Anja zegt: nee. Ik heb zelf genoeg.");
  CHECK(told.events.empty());
  REQUIRE_FALSE(play.take(by("Noor", Consult{"zus", "Wil je meedoen?"})).refusal);
  CHECK(play.state().person("Anja")->network->answer == Answer::no);
  REQUIRE_FALSE(play.take(by("Noor", Consult{"collega", "Wil je meedoen?"})).refusal);
  CHECK(play.state().person("Ruud")->network->answer == Answer::yes);
  CHECK(play.take(brings(Injected::answer, "collega", {}, Answer::later)).events.size() == 1);
  CHECK(play.state().person("Ruud")->network->answer == Answer::later);
}

TEST_CASE("nothing is brought in without words, nor with a citizen service number", "[training]") {
  auto replay = fresh();
  auto& play = replay.play();
  CHECK(reason(play.take(brings(Injected::message, {}, "  "))).starts_with("Er staat niet wat er gebeurt."));
  CHECK(play.take(brings(Injected::message, {}, "Zijn BSN is 123456782")).refusal->name == "CitizenNumber");
  CHECK(play.take(by("Ineke", Remark{"BSN 1234 56 782"})).refusal->name == "CitizenNumber");
}

TEST_CASE("a citizen service number is refused in every text of every move", "[training]") {
  auto replay = fresh();
  const auto is_refused = [&](auto body) {
    CAPTURE(decltype(body)::kName);
    const auto& beat = replay.play().take(by("Ineke", PlayBody(std::move(body))));
    REQUIRE(beat.refusal);
    CHECK(beat.refusal->name == "CitizenNumber");
  };
  const auto of_kind = [&]<class Body>(const Body& body) {
    if constexpr (std::is_same_v<Body, CommandBody>) return 0;  // those of a case have their own test
    else return test::in_each_text(body, "bsn 1234 56 782", is_refused);
  };
  const auto of_all = [&]<class... Bodies>(const std::variant<Bodies...>*) { return (0 + ... + of_kind(Bodies{})); };
  CHECK(of_all(static_cast<const PlayBody*>(nullptr)) > 20);
}

TEST_CASE("of a move with a citizen service number stays who made it, which it was and why not, and no text",
          "[training]") {
  const std::string secret = "Zijn bsn is 123456782";
  auto replay = fresh();
  auto& play = replay.play();
  play.take(by("Bram", CommandBody(NextStep{})));
  Observe sheet{.whom = "Ria", .effect = secret, .strength = "Vroeg door."};
  const std::vector<std::pair<Move, std::string>> moves{
      {says("Noor", "fact", secret), "In wat je schreef "},
      {by("Bram", CommandBody(NextStep{secret})), "In de tekst bij 'reden' "},
      {by("Noor", Consult{"Anja", secret}), "In de tekst bij 'waarover' "},
      {by("Noor", Choose{"corporation", "with-him", secret}), "In de tekst bij 'reden' "},
      {by("Sanne", sheet), "In de tekst bij 'effect' "},
      {by("Noor", Learn{{secret, "gesprek"}}), "In wat je schreef "},
      {by("Noor", Signal{{secret, "wachten", {}}}), "In wat je schreef "},
      {by("Ineke", JudgeGoal{"own-words", Verdict::yes, secret}), "In de tekst bij 'reden' "},
      {by("Ineke", Overrule{"talk/questions", secret}), "In de tekst bij 'reden' "},
      {by("Ineke", Remark{secret}), "In wat je schreef "},
      {by("Ineke", Remark{secret + ' ' + std::string(20'000, 'x')}), "In wat je schreef "},
      {by("Ineke", Retract{1, secret}), "In de tekst bij 'reden' "},
      {brings(Injected::message, {}, secret), "In wat je schreef "},
      {by("bsn 123456782", Remark{"Rustig begonnen."}), "In de tekst bij 'naam' "}};
  for (const auto& [move, field] : moves) {
    const auto& beat = play.take(move);
    INFO(beat.number);
    REQUIRE(beat.refusal);
    CHECK(beat.refusal->name == "CitizenNumber");
    CHECK(beat.refusal->reason.in(Lang::nl).starts_with(field));
  }
  CHECK_THAT(replay.log(), !Catch::Contains("123456782"));
  CHECK_THAT(page_of(replay, play), !Catch::Contains("123456782") &&
                                        Catch::Contains("Ineke wilde iets opmerken; de tekst is niet bewaard") &&
                                        Catch::Contains("Noor wilde iets zeggen; de tekst is niet bewaard"));

  // Played again it is refused as it was.
  const auto log = service::read_play_log(replay.log());
  REQUIRE(log.problems.empty());
  auto again = fresh();
  for (const auto& move : log.moves) again.play().take(move);
  REQUIRE(again.play().beats().size() == play.beats().size());
  CHECK(page_of(again, again.play()) == page_of(replay, play));
  // And it looks through what an older log still holds.
  for (const auto& [move, field] : moves) again.play().take(move);
  CHECK_THAT(again.log(), !Catch::Contains("123456782"));
}

TEST_CASE("what is brought in stands in the log, and gives the same run", "[training]") {
  auto replay = fresh();
  auto& play = replay.play();
  play.take(brings(Injected::fact, "sister"));
  play.take(brings(Injected::answer, "zus", "Nee.", Answer::no));
  play.take(brings(Injected::event, "letter"));
  const auto log = service::read_play_log(replay.log());
  REQUIRE(log.problems.empty());
  auto again = fresh();
  for (const auto& move : log.moves) again.play().take(move);
  CHECK(again.log() == replay.log());
  CHECK(page_of(again, again.play()) == page_of(replay, play));
}

TEST_CASE("a group and its trainer each have the run open; the group hears what was brought in", "[training]") {
  const test::TempDir dir;
  const auto log_path = (dir / "run.jsonl").string();
  const auto store = store::open_memory();
  test::OpenService service(*store, shipped_methods(), shipped_workflows());
  auto group = fresh(), trainer = fresh();
  service::TrainingRun playing(service, group, log_path);
  playing.take(by("Bram", CommandBody(NextStep{})));
  service::TrainingRun leading(service, trainer, log_path);
  leading.again(service::read_play_log(test::content_of(log_path)));
  CHECK(playing.catch_up().empty());
  leading.take(brings(Injected::fact, "sister"));
  leading.take(by("Noor", Consult{"zus", "Wil je meedoen?"}));
  CHECK(playing.catch_up() == std::vector{2, 3});
  CHECK(group.play().is_known("sister"));
  CHECK(playing.catch_up().empty());
  // Also what is written just before a move of one's own comes first.
  playing.take(says("Ria", "question", "Wie nog meer?"));
  leading.take(brings(Injected::message, {}, "De bel gaat."));
  playing.take(says("Ria", "question", "Wat wil hij zelf?"));
  CHECK(group.play().beats().size() == 6);
  leading.catch_up();
  CHECK(trainer.log() == group.log());
  CHECK(trainer.log() == test::content_of(log_path));
  CHECK(store->verify().findings.empty());
}

}  // namespace casus::training
