// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief/counted_words.hpp"
#include "core/training/debrief/debrief.hpp"
#include "tests/support/catch.hpp"
#include "tests/training/training.hpp"

#include <functional>
#include <set>

// For each goal of each scenario a run that meets the words and not the sense of it, and one that meets the sense in
// other words. The debrief says what was counted in both, and claims the goal in neither.

namespace casus::training {
namespace {

using Step = std::function<void(Play&)>;
using Steps = std::vector<Step>;

void must(Play& play, Move move) {
  const auto& beat = play.take(std::move(move));
  INFO((beat.refusal ? beat.refusal->reason.in(Lang::en) : std::string()));
  REQUIRE_FALSE(beat.refusal);
}

Step say(std::string who, std::string kind, std::string text) {
  return [=](Play& play) { must(play, says(who, kind, text)); };
}
Step ask(std::string text) { return say("Ria", "question", std::move(text)); }
Step speak(std::string person, std::string about = "") {
  return [=](Play& play) { must(play, by("Noor", Consult{person, about})); };
}
Step choose(std::string decision, std::string option) {
  return [=](Play& play) { must(play, by("Noor", Choose{decision, option, "zo"})); };
}
Step weeks(int amount) {
  return [=](Play& play) { must(play, by("Bram", Wait{{.amount = amount, .unit = ClockUnit::weeks}})); };
}
Step goal(std::string text, bool own_words) {
  return [=](Play& play) { must(play, by("Noor", CommandBody(SetGoal{{.text = text, .resident_words = own_words}}))); };
}
Step action(std::string what, Rung rung, bool first = false) {
  return [=](Play& play) {
    AddAction add{{.what = what,
                   .who = "Noor",
                   .by_when = plus_days(date_of(play.clock()), 7),
                   .checks = "Ria",
                   .rung = rung,
                   .first_step = first}};
    must(play, by("Noor", CommandBody(add)));
  };
}
Step tell(std::string what) {
  return [=](Play& play) { must(play, by("Noor", CommandBody(TellResident{.what = what, .who = "Noor"}))); };
}
Step code(int step) {
  return [=](Play& play) {
    TakeMeldcodeStep taken{{.step = step, .text = "gezet", .who = "Noor"}};
    if (step == 2) taken.consulted = {Consulted::colleague};
    if (step == 4) taken.children = taken.suspicion = taken.unsafe = true;
    must(play, by("Noor", CommandBody(taken)));
  };
}
const Step kReview = [](Play& play) {
  must(play, by("Noor", CommandBody(SetReview{{.on = plus_days(date_of(play.clock()), 28)}})));
};
const Step kConcern = [](Play& play) {
  must(play, by("Noor", CommandBody(RaiseConcern{{.text = "Zij valt in slaap in de klas."}})));
};
/// Through the analysis, with a reason.
const Step kPlan = [](Play& play) {
  for (int i = 0; i < 20 && play.state().here()->phase == Phase::analysis; ++i)
    must(play, by("Bram", CommandBody(NextStep{.because = "door"})));
};

struct Row {
  const char* scenario;
  const char* goal;
  Steps words;  ///< all is counted; the sense is not there
  Steps sense;  ///< as the goal means it, in other words: not all is counted
};

const Step kTicked = action("Bellen", Rung::self, true);
const Step kAgreedAloud = say("Noor", "fact", "Hij gaat er zelf woensdag heen, en Ria vraagt hoe het was.");
const Step kWordsTicked = goal("Cliënt accepteert begeleiding.", true);

const std::vector<Row>& rows() {
  static const std::vector<Row> kRows{
      {"circle-says-no",
       "really-asked",
       {speak("Saskia", "U moet uw moeder helpen."), speak("Mevrouw Pot", "U woont ernaast."),
        choose("after-no", "push")},
       {say("Noor", "fact", "Zij belde Saskia en haar buurvrouw zelf, en ik zat erbij.")}},
      {"circle-says-no",
       "no-is-heard",
       {speak("Saskia", "Kunt u niet toch?"), choose("after-no", "push"), say("Ria", "affirmation", "Goed bezig.")},
       {say("Noor", "fact", "Saskia kan niet, en dat is goed zo. Wij bleven stil."),
        say("Ria", "insight", "Een eerlijk nee was voor haar lichter dan wachten.")}},
      {"circle-says-no",
       "help-now",
       {action("Warmtekussen", Rung::customised), kReview},
       {say("Noor", "fact", "Er komt drie ochtenden hulp, en in september vragen wij Saskia opnieuw.")}},
      {"circle-says-no",
       "resident-told",
       {tell("Brief gestuurd.")},
       {say("Noor", "fact", "Zij zat erbij, en zei aan het eind zelf wat er komt.")}},
      {"plan-gives-way",
       "looked-back-in-time",
       {kPlan, choose("follow-up", "take-over"), kReview},
       {say("Noor", "fact", "Hij koos zelf een zondag over vier weken, met zijn moeder erbij.")}},
      {"plan-gives-way",
       "what-held",
       {ask("Hoe loopt het plan nou?"), say("Ria", "affirmation", "Fijn.")},
       {say("Ria", "affirmation", "De ochtenden met Dilara bleven staan, toen al het andere viel.")}},
      {"plan-gives-way",
       "circle-decides-again",
       {speak("Rein", "Je had het beloofd."), action("Rooster van ons ophangen", Rung::network)},
       {say("Noor", "fact", "Aan tafel bij oma spraken zij zelf af wie wat nog kan.")}},
      {"plan-gives-way",
       "bottom-line",
       {ask("Laat hij ze dan alleen?"), ask("Hoe loopt het plan?"), choose("plan-broken", "blame")},
       {say("Noor", "fact", "Vader zei zelf: na zessen is er altijd een volwassene in huis.")}},
      {"debts-and-shame",
       "shame-named",
       {ask("Schaamt hij zich dan niet voor die post?"), kPlan, choose("first-visit", "apply"),
        say("Ria", "affirmation", "Mooi zo.")},
       {ask("Wat maakt die enveloppen zo zwaar?"), kPlan, choose("first-visit", "together"),
        say("Ria", "affirmation", "Hij legt elke brief op datum weg, en dat vraagt moed.")}},
      {"debts-and-shame",
       "network-before-service",
       {speak("Lot", "Weet je dat je vader schulden heeft?"), action("Bewindvoering", Rung::customised)},
       {say("Noor", "fact", "Zijn zus belde mij gisteren, en doet vanaf zondag mee.")}},
      {"debts-and-shame", "small-first-step", {kTicked}, {kAgreedAloud}},
      {"debts-and-shame",
       "own-words",
       {ask("Wat wil hij eigenlijk nog?"), kWordsTicked},
       {say("Noor", "wish", "Ik wil dat Lot kan komen logeren."), goal("Lot kan komen logeren", false)}},
      {"neighbours-quarrel",
       "both-sides",
       {speak("Samira", "Kunt u niet wat stiller zijn?"), speak("Meneer Vos", "U heeft gelijk."), weeks(2),
        choose("who-decides", "we-decide")},
       {say("Noor", "fact", "Ik zat bij allebei aan tafel en stelde dezelfde vragen.")}},
      {"neighbours-quarrel",
       "not-ours",
       {weeks(2), choose("who-decides", "they-decide"), say("Noor", "fact", "Wij schreven de afspraken vast uit.")},
       {say("Ria", "statement", "Dit is van de twee buren, wij lossen het niet op.")}},
      {"neighbours-quarrel", "small-first-step", {kTicked}, {kAgreedAloud}},
      {"neighbours-quarrel",
       "resident-told",
       {tell("Brief verstuurd.")},
       {say("Noor", "fact", "Hij was erbij en vatte zelf samen wat wij bespraken.")}},
      {"quiet-child",
       "code-kept",
       {kConcern, speak("Juf Marloes", "Ja?"), code(1), code(2), code(3), code(4), weeks(1), choose("weigh", "alone")},
       {speak("Juf Marloes", "Wat zag je precies?"), speak("Veilig Thuis"), speak("Mevrouw Els"), kConcern, code(1),
        code(2)}},
      {"quiet-child",
       "facts-first",
       {ask("Is de juf wel te vertrouwen?"), say("Noor", "fact", "Die vriend deugt niet."),
        say("Noor", "fact", "Dit gaat fout.")},
       {speak("Juf Marloes", "Wat zag je, en op welke dag?")}},
      {"quiet-child",
       "network-before-service",
       {ask("Wie nog bij haar?"), speak("Opa Henk", "Wist u dat het hier misgaat?"),
        action("Jeugdhulp", Rung::customised)},
       {say("Noor", "fact", "Haar opa haalt haar vanaf nu op vrijdag op, dat vroeg ik hem.")}},
      {"quiet-child",
       "resident-told",
       {tell("Staat in het systeem.")},
       {say("Noor", "fact", "Moeder weet alles, ik sprak haar na school.")}},
      {"refuses-help",
       "his-terms",
       {ask("Wat wil hij nou?"), kWordsTicked},
       {say("Noor", "wish", "Ik wil zelf de deur opendoen."), goal("Hij doet zelf open", false)}},
      {"refuses-help",
       "left-alone",
       {ask("Waarom weigert hij alles?"), weeks(1), choose("daughter", "no-info"), say("Ria", "affirmation", "Knap.")},
       {ask("Wat deden wij waardoor hij dichtging?"), say("Ria", "insight", "Wij kwamen te snel met die knop.")}},
      {"refuses-help",
       "network-before-service",
       {speak("Ingrid", "U moet hem overhalen."), action("Alarmknop", Rung::customised)},
       {say("Noor", "fact", "Zijn oude maat belt nu elke avond, dat spraken wij met hem af.")}},
      {"refuses-help", "small-first-step", {kTicked}, {kAgreedAloud}},
      {"worn-out-carer",
       "carer-heard",
       {ask("Slaapt Theo goed?"), kPlan, choose("relief", "hoist-only"), say("Ria", "affirmation", "Prima.")},
       {ask("Wat kost dit haar?"), say("Ria", "affirmation", "Zij kent elk geluid van hem, en rust nooit.")}},
      {"worn-out-carer",
       "network-before-service",
       {speak("Jelle", "Je moeder redt het niet."), action("Respijtzorg", Rung::customised)},
       {say("Noor", "fact", "Haar koorvriendin komt dinsdag, dat vroeg zij zelf.")}},
      {"worn-out-carer", "small-first-step", {kTicked}, {kAgreedAloud}},
      {"worn-out-carer",
       "resident-told",
       {tell("Verslag gemaild.")},
       {say("Noor", "fact", "Zij was erbij, en zei wat er mist.")}},
      {"young-mother",
       "one-voice",
       {kPlan, choose("table-of-six", "she-chooses"), say("Noor", "fact", "Wij kozen de budgetcoach voor haar.")},
       {say("Noor", "fact", "Kim belde zelf rond: vanaf nu loopt alles via Tan.")}},
      {"young-mother",
       "own-words",
       {ask("Wat wil zij nou?"), kWordsTicked},
       {say("Noor", "wish", "Ik wil koken voor Noah."), goal("Koken voor Noah", false)}},
      {"young-mother",
       "network-before-service",
       {ask("Welke familie heeft ze?"), speak("Willy", "Weet u hoe het met Kim gaat?"),
        action("Begeleid wonen", Rung::customised)},
       {say("Noor", "fact", "Haar pleegmoeder past vanaf woensdag op, dat vroeg Kim zelf.")}},
      {"young-mother",
       "her-own-step",
       {action("Elke dag naar de opvang, anders volgt een sanctie", Rung::self)},
       {say("Noor", "fact", "Zij kookt woensdag in het buurthuis, dat regelde zij zelf.")}},
  };
  return kRows;
}

const GoalResult& result_of(const Debrief& debrief, std::string_view id) {
  for (const auto& goal : debrief.goals)
    if (goal.goal->id == id) return goal;
  throw std::runtime_error("no goal " + std::string(id));
}

service::Replay fresh(const Row& row) {
  return begun(shipped_scenario(row.scenario), "solution-focused/reflecting-team", 1, Mode::coaching);
}

void play_all(Play& play, const Steps& steps) {
  must(play, by("Bram", CommandBody(NextStep{})));
  for (const auto& step : steps) step(play);
}

std::string page_of(const service::Replay& replay, const Play& play, const Debrief& debrief, Lang lang) {
  return page::page_markdown(debrief_page(debrief, play, replay.library(), lang));
}

}  // namespace

TEST_CASE("each goal of each scenario stands in the table of words and sense", "[training]") {
  std::set<std::string> wanted, there;
  for (const auto& file : shipped_scenarios())
    for (const auto& goal : file.scenario.goals) wanted.insert(file.scenario.id + '/' + goal.id);
  for (const auto& row : rows()) there.insert(std::string(row.scenario) + '/' + row.goal);
  CHECK(there == wanted);
}

TEST_CASE("words without the sense are counted, and the goal is not claimed", "[training]") {
  for (const auto& row : rows()) {
    INFO(row.scenario << ' ' << row.goal);
    auto replay = fresh(row);
    play_all(replay.play(), row.words);
    const auto seen = debrief(replay.play(), replay.library());
    const auto& goal = result_of(seen, row.goal);
    CHECK(goal.counted());
    CHECK_FALSE(goal.judgement);
    const auto page = page_of(replay, replay.play(), seen, Lang::nl);
    CHECK_THAT(page, Catch::Contains("nog geen oordeel van de trainer"));
    CHECK_THAT(page, !Catch::Contains("**gehaald**"));
    // No observer watched, so nobody is called strong.
    CHECK_THAT(page, !Catch::Contains("sterk:"));
    // The trainer's no stands beside what was counted, in the trainer's name.
    must(replay.play(), by("Ineke", JudgeGoal{row.goal, Verdict::no, "de toon was hard"}));
    const auto after = page_of(replay, replay.play(), debrief(replay.play(), replay.library()), Lang::nl);
    CHECK_THAT(after, Catch::Contains("oordeel van Ineke (trainer): nee, omdat de toon was hard"));
  }
}

TEST_CASE("the sense in other words is not counted, and the goal is not denied", "[training]") {
  for (const auto& row : rows()) {
    INFO(row.scenario << ' ' << row.goal);
    auto replay = fresh(row);
    play_all(replay.play(), row.sense);
    const auto seen = debrief(replay.play(), replay.library());
    CHECK_FALSE(result_of(seen, row.goal).counted());
    CHECK_THAT(page_of(replay, replay.play(), seen, Lang::en),
               !Catch::Contains("**not met**") && Catch::Contains("the trainer has not judged this yet"));
    must(replay.play(), by("Ineke", JudgeGoal{row.goal, Verdict::yes, "I heard it"}));
    const auto after = debrief(replay.play(), replay.library());
    CHECK(result_of(after, row.goal).judgement->verdict == Verdict::yes);
    CHECK_FALSE(result_of(after, row.goal).counted());
  }
}

TEST_CASE("an order is said as it is counted: also when the second thing never came", "[training]") {
  const auto& scenario = shipped_scenario("debts-and-shame");
  const auto goal = std::ranges::find(scenario.goals, "network-before-service", &LearningGoal::id);
  CHECK(counted_in_words(goal->counted, scenario).in(Lang::nl) ==
        "eerst: gesproken met Anja, gesproken met Ruud, gesproken met Meneer Kers of gesproken met Lot; pas daarna, of "
        "helemaal niet: acties: minstens 1 met trede: algemene voorziening of maatwerk");
}

TEST_CASE("a question about the time, a reproach and advice say nothing about shame", "[training]") {
  const Row row{"debts-and-shame", "shame-named", {}, {}};
  auto replay = fresh(row);
  play_all(replay.play(), {ask("Hoe laat is het?"), ask("Waarom liegt hij over de post?"),
                           ask("Zou bewindvoering niet handig zijn?"), say("Ria", "affirmation", "Goed bezig.")});
  const auto seen = debrief(replay.play(), replay.library());
  CHECK_FALSE(result_of(seen, "shame-named").parts.front().held);
  CHECK_THAT(page_of(replay, replay.play(), seen, Lang::nl), !Catch::Contains("zonder te oordelen,"));
}

TEST_CASE("what a goal counts is told by its condition alone", "[training]") {
  for (const auto& file : shipped_scenarios())
    for (const auto& goal : file.scenario.goals)
      for (const auto* part : counted_parts(goal))
        for (const auto lang : {Lang::nl, Lang::en}) {
          const auto words = counted_in_words(*part, file.scenario).in(lang);
          INFO(file.scenario.id << ' ' << goal.id << ": " << words);
          CHECK_FALSE(words.empty());
          CHECK(words.find("{") == std::string::npos);
        }
}

TEST_CASE("a finding that the trainer overrules stays to be read and counts no more", "[training]") {
  const Row row{"debts-and-shame", "shame-named", {}, {}};
  auto replay = fresh(row);
  play_all(replay.play(), {ask("Heb je al gedacht aan schuldhulp?")});
  auto& play = replay.play();
  const auto before = debrief(play, replay.library());
  const auto protocol = static_cast<std::size_t>(Level::protocol);
  must(play, by("Ineke", Overrule{"protocol/advice-waits", "zij vroeg het echt"}));
  must(play, by("Ineke", Remark{"Er viel een stilte."}));
  const auto after = debrief(play, replay.library());
  CHECK(after.levels[protocol].of() == before.levels[protocol].of() - 1);
  CHECK(after.moves == before.moves);
  CHECK(after.trainer.size() == 2);
  CHECK_THAT(page_of(replay, play, after, Lang::nl),
             Catch::Contains("weerlegd door Ineke (trainer), omdat zij vroeg het echt") &&
                 Catch::Contains("Ineke zag: Er viel een stilte."));
  // What the trainer wrote is no part of the play: taking a move back leaves it.
  must(play, by("Bram", TakeBack{1}));
  CHECK(debrief(play, replay.library()).trainer.size() == 2);
  // Only who wrote it takes it back. The transcript keeps both, and the finding is as it was.
  must(play, by("Ineke", Retract{3, "het was toch advies"}));
  const auto back = debrief(play, replay.library());
  CHECK(back.trainer.size() == 1);
  const auto page = page_of(replay, play, back, Lang::nl);
  CHECK_THAT(page, !Catch::Contains("weerlegd door Ineke") &&
                       Catch::Contains("nam zet 3 terug, omdat het was toch advies") &&
                       Catch::Contains("Ineke zag: Er viel een stilte."));
  for (const auto& finding : findings(after)) CHECK(finding.find('/') != std::string::npos);
}

}  // namespace casus::training
