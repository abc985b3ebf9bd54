// SPDX-License-Identifier: EUPL-1.2
#include "tests/report/sample.hpp"

namespace casus::test {

namespace {

template <class T>
T made(int visit, const char* by, const char* time, T value) {
  value.visit = visit;
  value.by = by;
  value.at = at(time);
  return value;
}

Contribution said(int visit, const char* by, const char* id, const char* kind, const char* text, bool hidden = false) {
  Contribution out;
  out.id = id;
  out.kind = kind;
  out.text = text;
  out.hidden = hidden;
  return made(visit, by, "2026-03-02T09:10:00Z", out);
}

Person person(const char* id, const char* name, std::vector<Role> roles) {
  return Person{.id = id, .name = name, .roles = std::move(roles)};
}

Person network(const char* id, const char* name, const char* relation, Shell shell, Quadrant quadrant,
               bool professional, Answer answer) {
  auto out = person(id, name, {});
  out.network = NetworkPlace{relation, shell, quadrant, professional, on("2026-03-03"), std::nullopt, answer, ""};
  return out;
}

Visit visit(Phase phase, int round, const char* step, const char* entered, const char* left, double planned) {
  Visit out{.phase = phase, .round = round, .step = step, .method = "sample/round", .entered = at(entered)};
  if (*left != 0) out.left = at(left);
  out.planned_minutes = planned;
  return out;
}

void add_plan(Case& c) {
  Goal goal;
  goal.set.id = "g1";
  goal.set.text = "Elke week een avond met vrienden";
  goal.set.resident_words = true;
  goal.set.scale = GoalScale::minus2_plus2;
  goal.set.variable = "avonden per week";
  goal.set.levels = {"geen", "een keer per maand", "elke week", "twee keer per week", "zelf mensen uitnodigen"};
  c.goals.push_back(made(2, "p1", "2026-03-02T09:40:00Z", goal));
  GoalMark mark;
  mark.given.goal = "g1";
  mark.given.value = -1;
  mark.given.evidence = "Een keer gekaart";
  c.goal_marks.push_back(made(2, "p1", "2026-03-02T09:45:00Z", mark));
  mark.given.value = 1;
  mark.given.evidence = "Hij nodigt zelf uit";
  c.goal_marks.push_back(made(3, "p1", "2026-03-09T09:01:00Z", mark));
  mark.given.value = 0;
  mark.given.resident = true;
  c.goal_marks.push_back(made(3, "p1", "2026-03-09T09:02:00Z", mark));
  Agreed agreed;
  agreed.given.line = "g1";
  agreed.given.note = "Zo wil ik het";
  agreed.given.on = on("2026-03-03");
  c.agreed.push_back(made(2, "p1", "2026-03-03T10:00:00Z", agreed));

  Action call;
  call.plan.id = "a1";
  call.plan.what = "Buurvrouw bellen over samen eten";
  call.plan.who = "p1";
  call.plan.by_when = on("2026-03-09");
  call.plan.checks = "p2";
  call.plan.rung = Rung::network;
  call.plan.first_step = true;
  call.moved_because = {"Joke was ziek"};
  c.actions.push_back(made(2, "p1", "2026-03-02T09:46:00Z", call));
  Action other;
  other.plan.id = "a2";
  other.plan.what = "Dagbesteding zoeken";
  other.state = Done::partly;
  other.result = "twee adressen gevonden";
  other.plan.rung = Rung::customised;
  c.actions.push_back(made(2, "p1", "2026-03-02T09:47:00Z", other));

  Decision taken;
  taken.raised.id = "d1";
  taken.raised.question = "Blijft Bram thuis wonen?";
  taken.raised.heavy = true;
  taken.taken = DecisionTaken{};
  taken.taken->outcome = "Ja, met hulp van de kring";
  taken.taken->because = "Hij wil het zelf";
  taken.taken->dissent = {"Eerst meer weten over de nachten"};
  taken.taken_at = at("2026-03-02T09:50:00Z");
  c.decisions.push_back(made(2, "p2", "2026-03-02T09:48:00Z", taken));
  Decision open;
  open.raised.id = "d2";
  open.raised.question = "Wie wordt vast contact?";
  c.decisions.push_back(made(3, "p2", "2026-03-09T09:00:00Z", open));
  Opinion seen;
  seen.given.decision = "d1";
  seen.given.stance = Stance::in_favour;
  seen.given.text = "past bij wat hij kan";
  c.opinions.push_back(made(2, "p3", "2026-03-02T09:49:00Z", seen));
  Opinion secret;
  secret.given.decision = "d2";
  secret.given.text = "GEHEIME MENING";
  c.opinions.push_back(made(3, "p3", "2026-03-09T09:00:00Z", secret));

  CirclePlan plan;
  plan.text = "Wij koken om de beurt.\nOom Kees regelt vervoer.";
  plan.state = PlanState::refused;
  plan.ground = Ground::safety;
  plan.because = "De nachten zijn nog niet veilig.";
  c.plans.push_back(made(2, "p2", "2026-03-02T09:51:00Z", plan));
}

void add_rest(Case& c) {
  c.safety_notes.push_back(
      made(2, "p2", "2026-03-02T09:52:00Z", SafetyNote{{}, Safety::concern, "Blauwe plek gezien"}));
  MeldcodeNote step;
  step.taken.step = 2;
  step.taken.text = "Overlegd met de aandachtsfunctionaris";
  step.taken.on = on("2026-03-03");
  step.taken.report_needed = false;
  c.meldcode.push_back(made(2, "p2", "2026-03-03T10:00:00Z", step));
  Told told;
  told.told.what = "Wat wij bespraken en wat we voorstellen";
  told.told.on = on("2026-03-04");
  c.told.push_back(made(2, "p1", "2026-03-04T10:00:00Z", told));
  Evaluation evaluation;
  evaluation.said.better = "Hij slaapt beter";
  evaluation.said.keep = "samen eten";
  c.evaluations.push_back(made(2, "p1", "2026-03-09T09:00:00Z", evaluation));
  c.learning.push_back(made(2, "p1", "2026-03-09T09:00:00Z", Elsewhere{{}, "GEHEIM THEMA"}));
  c.signals.push_back(made(2, "p1", "2026-03-09T09:00:00Z", Elsewhere{{}, "GEHEIM SIGNAAL"}));
  c.endings.push_back(made(2, "p1", "2026-03-05T09:00:00Z", Ending{{}, Life::paused, "vakantie"}));
  c.domains.push_back(
      made(0, "p1", "2026-03-02T09:00:00Z", OptedDomain{{}, "sociaal netwerk", "daar gaat de vraag over"}));
  Score score;
  score.given.id = "s1";
  score.given.value = 4;
  score.given.evidence = "Hij belde zelf";
  score.given.good_enough = 7;
  c.scores.push_back(made(1, "p1", "2026-03-02T09:20:00Z", score));
  const auto tie = [&](const char* from, const char* to, Strength strength, bool tension, Direction direction) {
    Tie out;
    out.tie.from = from;
    out.tie.to = to;
    out.tie.strength = strength;
    out.tie.tension = tension;
    out.tie.direction = direction;
    c.ties.push_back(made(1, "p1", "2026-03-02T09:30:00Z", out));
  };
  tie("inwoner", "p4", Strength::strong, false, Direction::both);
  tie("p4", "p5", Strength::normal, true, Direction::gives);
  tie("p6", "inwoner", Strength::weak, false, Direction::gives);
}

/// Three generations: parents who parted, a brother, a foster child; grandmother is dead, a child is expected.
void add_family(Case& c) {
  c.family.members = {{"p7", Symbol::woman, Vital::dead, 0},     {"p8", Symbol::man, Vital::alive, 0},
                      {"p5", Symbol::man, Vital::alive, 1},      {"resident", Symbol::man, Vital::alive, 2},
                      {"p9", Symbol::woman, Vital::alive, 0},    {"p10", Symbol::unknown, Vital::alive, 2},
                      {"p11", Symbol::unknown, Vital::unborn, 1}};
  c.family.partners = {{"p7", "p8", Bond::ended}, {"resident", "p9", Bond::together}};
  c.family.parents = {{"p7", "p5", Descent::birth},         {"p8", "p5", Descent::birth},
                      {"p7", "resident", Descent::birth},   {"p8", "resident", Descent::birth},
                      {"resident", "p10", Descent::foster}, {"p9", "p10", Descent::foster},
                      {"resident", "p11", Descent::birth},  {"p9", "p11", Descent::birth}};
}

}  // namespace

Case full_case() {
  Case c{.id = "2026-014",
         .version = 60,
         .stage = {Life::open, Phase::plan_of_action, Safety::concern, 2},
         .round = 2,
         .opened_at = at("2026-03-02T08:50:00Z"),
         .changed_at = at("2026-03-09T09:05:00Z"),
         .title = "Man die 's avonds alleen is",
         .privacy = Privacy::agreed,
         .purpose = "meedenken over het netwerk",
         .review_on = on("2026-04-13"),
         .question = "Hoe krijgt Bram weer mensen om zich heen?",
         .hoped_for = "een eerste kleine stap",
         .workflow = {"sample-week", "1.2.0", "def"}};
  c.methods.fill({"sample/round", "1.0.0", "abc"});
  c.people = {
      person("p1", "Fatima", {Role::presenter}),
      person("p2", "Joris", {Role::chair}),
      person("p3", "Anouk", {Role::member}),
      network("p4", "Joke van der Plas", "buurvrouw", Shell::friend_, Quadrant::society, false, Answer::yes),
      network("p5", "Oom Kees", "oom", Shell::intimate, Quadrant::family, false, Answer::later),
      network("p6", "Sanne Wit", "wijkverpleegkundige", Shell::service, Quadrant::professionals, true, Answer::none),
      person("p7", "Oma Bep", {}),
      person("p8", "Opa Wim", {}),
      person("p9", "Lotte", {}),
      person("p10", "Sam", {}),
      person("p11", "Kind", {}),
      person("p12", "Kaartclub Ruiten Aas", {})};
  c.people.back().listed = true;
  c.people.back().listed_relation = "club van vroeger";
  c.visits = {visit(Phase::analysis, 1, "present", "2026-03-02T09:00:00Z", "2026-03-02T09:05:00Z", 5),
              visit(Phase::analysis, 1, "clarify", "2026-03-02T09:05:00Z", "2026-03-02T09:15:30Z", 8),
              visit(Phase::plan_of_action, 1, "write", "2026-03-02T09:15:30Z", "2026-03-09T09:00:00Z", 2),
              visit(Phase::plan_of_action, 2, "write", "2026-03-09T09:00:00Z", "", 2)};
  c.visits[0].because = "De inwoner is er zelf bij";
  c.visits[0].explained = {"wish", "eigen-regel"};
  c.contributions = {said(-1, "p1", "c0", "note", "Aangemeld door de huisarts"),
                     said(0, "p1", "c1", "fact", "Woont sinds een jaar alleen"),
                     said(0, "p1", "c2", "bridge", "Er is een kaartclub"),
                     said(1, "p3", "c3", "question", "Heb je al gedacht aan de kaartclub?"),
                     said(1, "p1", "c4", "answer", "Ja, dat wil hij"),
                     said(2, "p3", "c5", "advice", "Vraag de buurvrouw mee", true),
                     said(3, "p3", "c6", "advice", "GEHEIM ADVIES", true)};
  c.contributions[3].to = "p1";
  c.contributions[3].noticed = {{"R6", {"Dit lijkt op een advies.", "This looks like advice."}}};
  c.contributions[4].re = "c3";
  c.contributions[4].answer = Answer::yes;
  c.turns = {made(1, "p2", "2026-03-02T09:12:00Z", Turn{{}, true, 0})};
  add_plan(c);
  add_rest(c);
  add_family(c);
  return c;
}

const std::string kHostile =
    "\x1b[31m# kop\n- punt | cel | <script>alert(1)</script> ]]> <!-- --> `code` **vet** _schuin_ [link](javascript:x) "
    "![p](http://example.org/p.png) {{w.what}} \"; } state x { %% &amp; \\\" --> \xe2\x80\xae"
    "om \xff \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7 "
    "</text></svg></title>\r\n| --- |\n1. een\n===\n\n    blok";

Case hostile_case() {
  auto c = full_case();
  for (auto* text : {&c.title, &c.purpose, &c.basis_text, &c.question, &c.hoped_for, &c.neighbourhood})
    *text = kHostile;
  for (auto& one : c.people) {
    one.name = kHostile;
    if (one.network) one.network->relation = one.network->note = kHostile;
    one.listed_relation = kHostile;
  }
  for (auto& one : c.visits) one.because = kHostile;
  for (auto& one : c.contributions) one.text = kHostile;
  for (auto& one : c.scores) one.given.evidence = one.given.next_point = one.given.domain = kHostile;
  for (auto& one : c.goals) {
    one.set.text = one.set.variable = kHostile;
    one.set.levels.assign(5, kHostile);
  }
  for (auto& one : c.actions) one.plan.what = one.result = kHostile;
  for (auto& one : c.decisions) {
    one.raised.question = kHostile;
    if (one.taken) one.taken->outcome = one.taken->because = kHostile;
  }
  for (auto& one : c.goal_marks) one.given.evidence = kHostile;
  for (auto& one : c.agreed) one.given.note = kHostile;
  for (auto& one : c.plans) one.text = one.because = kHostile;
  for (auto& one : c.told) one.told.what = kHostile;
  for (auto& one : c.evaluations) one.said.better = one.said.keep = one.said.change = one.said.stop = kHostile;
  return c;
}

}  // namespace casus::test
