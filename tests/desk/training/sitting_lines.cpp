// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/training/name_first.hpp"
#include "core/desk/training/sitting_ways.hpp"
#include "core/desk/training/typed_verbs.hpp"
#include "core/engine/explain/explain.hpp"
#include "core/training/debrief/debrief.hpp"
#include "tests/desk/room.hpp"
#include "tests/engine/shipped.hpp"
#include "tests/training/training.hpp"

// What a training proposes can be typed in it.

namespace casus::test {
namespace {

using namespace training;

/// Whether the move is the command; what the team learns is a move of its own, which counts in the case too.
bool same(const PlayBody& move, const CommandBody& command) {
  if (const auto* body = std::get_if<CommandBody>(&move)) {
    // What is said as a kind that the method declares becomes a record of it.
    const auto* say = std::get_if<Say>(body);
    const auto* record = std::get_if<Record>(&command);
    return say != nullptr && record != nullptr ? say->kind == record->type : name_of(*body) == name_of(command);
  }
  return std::holds_alternative<CountLearning>(command)
             ? std::holds_alternative<Learn>(move)
             : std::holds_alternative<CountSignal>(command) && std::holds_alternative<Signal>(move);
}

/// Types, line by line, what is proposed, until the case has been through a round; the lines that were typed.
std::vector<std::string> typed_through(service::Replay& replay, const desk::TypedVerbs& verbs, Lang lang) {
  std::vector<std::string> typed;
  auto& play = replay.play();
  for (int turns = 0; turns < 100 && play.state().round == 1 && play.state().stage.life != Life::closed; ++turns) {
    const desk::Trainee trainee{lang, play, verbs, "Noor"};
    const auto found = engine::explain(play.state(), replay.library(), trainee.by, play.clock(), lang);
    REQUIRE_FALSE(found.way.empty());
    std::vector<std::string> lines;  // all of them stand on the screen before the first is typed
    for (const auto& command : found.way) lines.push_back(desk::sitting_line(trainee, command));
    for (const auto& command : found.with_reason) {
      const auto line = desk::sitting_line(trainee, command);
      INFO(line);
      CHECK(std::holds_alternative<Move>(desk::understand(trainee, line)));
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      INFO(lines[i]);
      auto understood = desk::understand(trainee, lines[i]);
      REQUIRE(std::holds_alternative<Move>(understood));
      auto move = std::get<Move>(std::move(understood));
      CHECK(move.by == found.way[i].by);
      CHECK(same(move.body, found.way[i].body));
      const auto& beat = play.take(std::move(move));
      INFO((beat.refusal ? beat.refusal->reason.in(Lang::en) : std::string()));
      REQUIRE_FALSE(beat.refusal);
      typed.push_back(lines[i]);
    }
  }
  CHECK((play.state().round > 1 || play.state().stage.life == Life::closed));
  return typed;
}

/// A play of the example with records of its own.
service::Replay begun_mapping() {
  static const auto kExamples = plugin::Catalogue::scan({CASUS_SOURCE_DIR "/plugins/examples"});
  const auto& scenario = shipped_scenario("debts-and-shame");
  Setup setup{
      .run = "run", .scenario = scenario.id, .scenario_hash = scenario.hash, .method = "signs-of-safety/mapping"};
  setup.method_hash = kExamples.find(setup.method)->definition.hash;
  setup.seed = 1;
  setup.at = *time_from("2026-03-02T09:00:00Z");
  return {scenario, setup, kExamples, shipped_workflows()};
}

}  // namespace

TEST_CASE("a name begins a line with or without its accents, and only as a whole", "[desk][training][identity]") {
  using desk::name_length_first;
  CHECK(name_length_first("renee: dat klopt", "Ren\u00e9e", ": ") == 5);
  CHECK(name_length_first("RENE\u0301E wil wel", "Renee", ": ") == 7);
  CHECK(name_length_first("d\u2019arcy zei het", "D'Arcy") == 8);
  CHECK(name_length_first("Noor van Dam: ja", "Noor van Dam", ": ") == 12);
  CHECK(name_length_first("noor", "Noor") == 4);
  CHECK(name_length_first("renees fiets", "Ren\u00e9e") == 0);
  CHECK(name_length_first("Noor's fiets", "Noor") == 4);
  CHECK(name_length_first("Noor's fiets", "Noor", " ,.;:!?") == 0);
  CHECK(name_length_first(" noor", "Noor") == 0);
  CHECK(name_length_first("", "Noor") == 0);
  CHECK(name_length_first("noor", "") == 0);
  // What is said of somebody is overruled under either spelling; a goal goes by its id alone.
  CHECK(training::is_finding("person/renee", "person/Ren\u00e9e"));
  CHECK_FALSE(training::is_finding("goal/een", "goal/Een"));
}

TEST_CASE("whoever types what a training proposes brings it through a round, by every method", "[desk][training]") {
  TeamRoom room;
  auto desk = room.desk("Noor");
  // The page reads the same lines as the terminal.
  for (const auto files : {desk::TypedVerbs::Files::here, desk::TypedVerbs::Files::none}) {
    const desk::TypedVerbs verbs(desk, files);
    for (const auto& method : shipped_methods())
      for (const auto lang : {Lang::nl, Lang::en}) {
        INFO(method);
        auto replay = begun(shipped_scenario("debts-and-shame"), method);
        for (const auto& line : typed_through(replay, verbs, lang)) {
          INFO(line);
          CHECK_FALSE(line.starts_with("casus "));
          CHECK_FALSE(line.starts_with("-"));
          CHECK(line.find(replay.play().state().id + " ") == std::string::npos);
        }
      }
  }
}

TEST_CASE("a day to look back on is read behind a name too, and a sentence about it is not", "[desk][training]") {
  TeamRoom room;
  auto desk = room.desk("Noor");
  const desk::TypedVerbs verbs(desk, desk::TypedVerbs::Files::none);
  auto replay = begun(shipped_scenario("debts-and-shame"), "solution-focused/reflecting-team");
  const desk::Trainee trainee{Lang::nl, replay.play(), verbs, "Noor"};
  const auto looks_back = [&](const std::string& line) {
    const auto understood = desk::understand(trainee, line);
    const auto* move = std::get_if<Move>(&understood);
    const auto* command = move == nullptr ? nullptr : std::get_if<CommandBody>(&move->body);
    return command != nullptr && std::holds_alternative<SetReview>(*command) ? move->by : std::string();
  };
  for (const auto* said :
       {"terugkijken over 6 weken", "terugkijken op 1 mei", "terugkijken 1 mei", "terugkijken: over 6 weken"}) {
    INFO(said);
    CHECK(looks_back(std::string("Bram: ") + said) == "Bram");
    CHECK(looks_back(std::string("Noor: ") + said) == "Noor");
  }
  CHECK(looks_back("Bram: terugkijken vond hij moeilijk").empty());
}

TEST_CASE("a record is proposed in a training as it is said there, by the names of the method", "[desk][training]") {
  TeamRoom room;
  auto desk = room.desk("Noor");
  const desk::TypedVerbs verbs(desk, desk::TypedVerbs::Files::none);
  for (const auto lang : {Lang::nl, Lang::en}) {
    auto replay = begun_mapping();
    const auto typed = typed_through(replay, verbs, lang);
    const auto has = [&](std::string_view line) { return std::ranges::find(typed, line) != typed.end(); };
    CHECK(has(lang == Lang::nl
                  ? "Noor waar we bang voor zijn: [wat er kan gebeuren]; wie zich zorgen maakt: [wie zich zorgen maakt]"
                  : "Noor danger statement: [what may happen]; who is worried: [who is worried]"));
    for (const auto& line : typed) {
      INFO(line);
      CHECK(line.find("case record") == std::string::npos);
    }
  }
}

TEST_CASE("the name of a record is read whole, also where it begins with a kind", "[desk][training]") {
  TeamRoom room;
  auto desk = room.desk("Noor");
  const desk::TypedVerbs verbs(desk, desk::TypedVerbs::Files::none);
  auto replay = begun_mapping();
  auto& play = replay.play();
  play.take(by("Noor", CommandBody(NextStep{})));
  REQUIRE(play.state().here() != nullptr);
  const desk::Trainee trainee{Lang::en, play, verbs, "Noor"};
  const auto understood = desk::understand(trainee, "Noor danger statement: She falls; who is worried: Daan");
  REQUIRE(std::holds_alternative<Move>(understood));
  const auto& say = std::get<Say>(std::get<CommandBody>(std::get<Move>(understood).body));
  CHECK(say.kind == "danger");
  CHECK(say.text == "She falls; who is worried: Daan");
}

TEST_CASE("a way on in a refusal is written as it is typed in the training", "[desk][training]") {
  TeamRoom room;
  auto desk = room.desk("Noor");
  const desk::SittingWays ways(desk, [] { return "run"; });
  const text::Voice voice(Lang::nl, nullptr, &ways);
  const auto written = [&](const text::Way& way) { return voice.write(way); };
  CHECK(written(text::way("case why", "case"_is = "run")) == "waarom");
  CHECK(written(text::way("case next", "case"_is = "run")) == "verder");
  CHECK(written(text::way("case next", "case"_is = "run", "because"_is = text::gap())) == "verder omdat REDEN");
  CHECK(written(text::way("case join", "case"_is = "run", "name"_is = text::gap("gap.name"), "role"_is = "chair")) ==
        "case join NAAM --role gespreksleider");
  // Who does it stands in front, where the line is one of a table.
  CHECK(written(text::way("case pass", "case"_is = "run")) == "pas");
  CHECK(written(text::way("case pass", "case"_is = "run", "as"_is = "Femke")) == "Femke: pas");
  CHECK(written(text::way("case next", "case"_is = "run", "as"_is = "Bram")) == "Bram: verder");
  CHECK(written(text::way("case join", "case"_is = "run", "name"_is = "Femke", "as"_is = "Noor")) ==
        "case join Femke --as Noor");
  CHECK(written(text::way("case record", "case"_is = "run", "type"_is = "schade", "text"_is = text::gap(),
                          "set"_is = "hoe we het weten=zelf gezien", "as"_is = "Noor")) ==
        "noor schade: ...; hoe we het weten: zelf gezien");
  // What is no line here is written as elsewhere.
  CHECK(written(text::way("case why", "case"_is = "2026-001")) ==
        desk.voice().write(text::way("case why", "case"_is = "2026-001")));
  CHECK(written(text::way("train list")) == desk.voice().write(text::way("train list")));
}

TEST_CASE("who goes on with a reason says so in words, in both languages", "[desk][training]") {
  TeamRoom room;
  auto desk = room.desk("Noor");
  const desk::TypedVerbs verbs(desk, desk::TypedVerbs::Files::none);
  auto replay = begun(shipped_scenario("debts-and-shame"), "kort/ronde");
  for (const auto* typed :
       {"next because nobody knows", "Bram: next because nobody knows", "Bram: verder omdat niemand het weet"}) {
    INFO(typed);
    const desk::Trainee trainee{Lang::en, replay.play(), verbs, "Bram"};
    const auto understood = desk::understand(trainee, typed);
    REQUIRE(std::holds_alternative<Move>(understood));
    const auto& move = std::get<Move>(understood);
    CHECK(move.by == "Bram");
    CHECK_FALSE(std::get<NextStep>(std::get<CommandBody>(move.body)).because.empty());
  }
}

TEST_CASE("all that is typed of a signal comes along into the training, by word and by verb", "[desk][training]") {
  TeamRoom room;
  auto desk = room.desk("Noor");
  const desk::TypedVerbs verbs(desk, desk::TypedVerbs::Files::none);
  auto replay = begun(shipped_scenario("debts-and-shame"), "kort/ronde");
  const desk::Trainee trainee{Lang::nl, replay.play(), verbs, "Noor"};
  for (const auto* typed : {"signaal geld: Lange rij; wijk Noord; sinds de zomer; ook de huisarts; agenda gemeente",
                            "case signal 'Lange rij' --theme geld --where Noord --since 'de zomer' --seen-by 'de "
                            "huisarts' --agenda gemeente"}) {
    INFO(typed);
    const auto understood = desk::understand(trainee, typed);
    REQUIRE(std::holds_alternative<Move>(understood));
    const auto& signal = std::get<Signal>(std::get<Move>(understood).body);
    CHECK(signal.text == "Lange rij");
    CHECK(signal.theme == "geld");
    CHECK(signal.neighbourhood == "Noord");
    CHECK(signal.form.since == "de zomer");
    CHECK(signal.form.seen_by == "de huisarts");
    CHECK(signal.form.agenda == "gemeente");
  }
}

TEST_CASE("a line of a shell whose verb is not whole is no words of somebody", "[desk][training]") {
  TeamRoom room;
  auto desk = room.desk("Noor");
  const desk::TypedVerbs verbs(desk, desk::TypedVerbs::Files::none);
  auto replay = begun(shipped_scenario("debts-and-shame"), "kort/ronde");
  const desk::Trainee trainee{Lang::nl, replay.play(), verbs, "Noor"};
  for (const auto* typed :
       {"plan change a1 --who Ria", "casus plan change a1 --who Ria", "Noor: plan change a1 --who Ria",
        "change a1 --who Ria", "plan change action a1 --who Ria"}) {
    INFO(typed);
    const auto understood = desk::understand(trainee, typed);
    REQUIRE(std::holds_alternative<Move>(understood));
    const auto& body = std::get<CommandBody>(std::get<Move>(understood).body);
    REQUIRE(std::holds_alternative<ChangeAction>(body));
    CHECK(std::get<ChangeAction>(body).who == "Ria");
  }
  // What is not there is told, with what is: never asked whether somebody says it.
  for (const auto& [typed, told] : std::vector<std::pair<std::string, std::string>>{
           {"plan change a1 --who Ria --because ruil", "kent geen --because"},
           {"plan change x --who Ria", "kies uit: goal, action"},
           {"plan cange a1 --who Ria", "(bedoelde je 'change'?)"},
           {"casus plan cange a1", "(bedoelde je 'change'?)"},
           {"network famly --about Ria", "kies uit: "}}) {
    INFO(typed);
    const auto understood = desk::understand(trainee, typed);
    REQUIRE(std::holds_alternative<desk::NotUnderstood>(understood));
    CHECK_THAT(std::get<desk::NotUnderstood>(understood).message, Catch::Contains(told));
  }
}

TEST_CASE("a line names no file of the computer of others", "[desk][training]") {
  TeamRoom room;
  auto desk = room.desk("Noor");
  const desk::TypedVerbs verbs(desk, desk::TypedVerbs::Files::none);
  auto replay = begun(shipped_scenario("debts-and-shame"), "kort/ronde");
  const desk::Trainee trainee{Lang::nl, replay.play(), verbs, "Noor"};
  desk::Reply reply;
  verbs.look(trainee, {"case", "export", "run", "--out", "never-written-by-a-training"}, reply);
  REQUIRE(reply.sayings().size() == 1);
  CHECK_THAT(reply.sayings().front().text, Catch::Contains("Dit kan alleen op de computer van het team zelf"));
}

}  // namespace casus::test
