// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/training/runs.hpp"
#include "core/page/layout.hpp"
#include "core/page/page.hpp"
#include "core/service/play_log.hpp"
#include "core/training/debrief_words.hpp"
#include "core/training/scenario_reach.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

/// Training around the playing: list, check, debrief, branch. Playing itself is in core/desk/training.
namespace casus::desk {
namespace {

using nlohmann::json;

enum class DebriefFormat { markdown, html };

constexpr std::array<Named<DebriefFormat>, 2> names_of(DebriefFormat) {
  return {{{DebriefFormat::markdown, "md", "md", "md"}, {DebriefFormat::html, "html", "html", "html"}}};
}

class TrainList final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    desk.use_training_store();
    const auto lang = desk.lang();
    json all = json::array(), wrong = json::array();
    std::vector<page::Row> rows;
    for (const auto& file : scenario_files()) {
      const auto& scenario = file.scenario;
      if (!file.problems.empty()) {
        wrong.push_back({{"file", file.path}, {"problems", problems_json(file.problems)}});
        continue;
      }
      json goals = json::array();
      for (const auto& goal : scenario.goals) goals.push_back(goal.text.in(lang));
      all.push_back({{"scenario", scenario.id},
                     {"version", scenario.version},
                     {"name", scenario.name.in(lang)},
                     {"summary", scenario.summary.in(lang)},
                     {"goals", std::move(goals)},
                     {"debrief", key(scenario.debrief)}});
      rows.push_back({scenario.id, scenario.name.in(lang), scenario.summary.in(lang)});
    }
    const auto runs = runs_of(desk);
    reply.status = wrong.empty() ? Status::done : Status::bad_definition;
    if (desk.json()) {
      reply.json({{"scenarios", std::move(all)}, {"broken", std::move(wrong)}, {"runs", runs}});
      return;
    }
    reply.table(lang == Lang::nl ? page::Row{"scenario", "naam", "waar het over gaat"}
                                 : page::Row{"scenario", "name", "what it is about"},
                rows);
    for (const auto& run : runs)
      reply.line(desk.say({"  oefening {}: casus train play --run {}{}", "  training {}: casus train play --run {}{}"},
                          run, run, desk.store_option()),
                 Tone::quiet);
    for (const auto& file : scenario_files()) print_problems(reply, file.path, file.problems);
  }
};

class TrainCheck final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots& slots) override {
    slots.word("FILE", path_, {"het bestand met het scenario", "the file with the scenario"});
  }

  void run(Desk& desk, Reply& reply) override {
    constexpr std::size_t kLimit = 1024 * 1024;
    auto [scenario, problems] = training::parse(read_file(desk, path_, kLimit));
    if (problems.empty())
      for (const auto& entry : desk.methods().entries())
        if (entry.problems.empty())
          std::ranges::move(training::unplayable(scenario, entry.definition), std::back_inserter(problems));
    if (desk.json()) reply.json({{"file", path_}, {"ok", problems.empty()}, {"problems", problems_json(problems)}});
    else if (problems.empty())
      reply.line(desk.say({"{} is goed: alles kan naar boven komen, met elke methode",
                           "{} is good: all of it can come out, with "
                           "every method"},
                          path_),
                 Tone::good);
    else print_problems(reply, path_, problems);
    reply.status = problems.empty() ? Status::done : Status::bad_definition;
  }

 private:
  std::string path_;
};

json item_json(const training::Item& item, Lang lang) {
  return {{"id", item.id}, {"text", item.text.in(lang)}, {"points", item.points ? json(*item.points) : json()},
          {"of", item.of}, {"why", item.note.in(lang)},  {"moves", item.beats}};
}

json debrief_json(const training::Debrief& d, const training::Play& play, Lang lang) {
  json levels = json::object(), goals = json::array(), decisions = json::array(), facts = json::array(),
       people = json::array();
  for (const auto& level : d.levels) {
    json items = json::array();
    for (const auto& item : level.items) items.push_back(item_json(item, lang));
    levels[std::string(key(level.level))] = {{"said", training::score_in_words(level, lang)},
                                             {"points", level.points()},
                                             {"of", level.of()},
                                             {"items", std::move(items)}};
  }
  for (const auto& goal : d.goals)
    goals.push_back({{"goal", goal.goal->id}, {"met", goal.met}, {"why", goal.why.in(lang)}, {"moves", goal.beats}});
  for (const auto& fact : d.facts)
    facts.push_back({{"fact", fact.fact->id}, {"found", fact.known}, {"move", fact.beat}});
  for (const auto& one : d.decisions)
    decisions.push_back({{"decision", one.decision->id},
                         {"option", one.option == nullptr ? json() : json(one.option->id)},
                         {"quality", one.option == nullptr ? json() : json(one.option->quality)},
                         {"move", one.beat},
                         {"followed", one.followed.size()}});
  for (const auto& note : d.people)
    people.push_back({{"name", note.name},
                      {"strength", note.strength.in(lang)},
                      {"next_try", note.next_try.in(lang)},
                      {"observed", note.observed}});
  return {{"run", play.setup().run},
          {"scenario", play.setup().scenario},
          {"method", play.setup().method},
          {"moves", d.moves},
          {"hints", d.hints},
          {"taken_back", d.retries},
          {"refused", d.refused},
          {"levels", std::move(levels)},
          {"goals", std::move(goals)},
          {"facts", std::move(facts)},
          {"decisions", std::move(decisions)},
          {"people", std::move(people)}};
}

class TrainDebrief final : public Verb {
 public:
  Access access() const override { return here(does(Ground::anybody)); }
  void shape(Slots& slots) override {
    slots.word("RUN", run_, {"naam van de oefening, of haar logboek", "name of the training, or its log"});
    slots.option("format", page_, {"md of html (met plaatjes)", "md or html (with pictures)"});
    slots.output("out", out_, {"schrijf naar dit bestand", "write to this file"});
  }

  void run(Desk& desk, Reply& reply) override {
    desk.use_training_store();
    const auto log = open_log(desk, run_);
    const auto replay = replay_of(desk, log.setup);
    auto& play = replay->play();
    for (const auto& move : log.moves) play.take(move);
    const auto seen = training::debrief(play, replay->library());
    if (desk.json() && out_.empty()) {
      reply.json(debrief_json(seen, play, desk.lang()));
      return;
    }
    const auto page = training::debrief_page(seen, play, replay->library(), desk.lang());
    const auto text = page_ == DebriefFormat::html ? page::page_html(page, desk.lang()) : page::page_markdown(page);
    if (out_.empty()) {
      reply.text(text);
      return;
    }
    write_file(desk, out_, text);
    if (desk.json()) reply.json({{"ok", true}, {"file", out_.path}});
    else reply.line(desk.say({"geschreven: {}", "written: {}"}, out_.path), Tone::good);
  }

 private:
  std::string run_;
  DebriefFormat page_ = DebriefFormat::markdown;
  store::OutputFile out_;
};

class TrainBranch final : public Verb {
 public:
  Access access() const override { return here(does(Ground::anybody)); }
  void shape(Slots& slots) override {
    slots.word("TRAINING", run_, {"naam van de oefening", "name of the training"});
    slots.needed("at", moves_, {"na hoeveel zetten; 0 is het begin", "after how many moves; 0 is the beginning"});
    slots.option("run", name_, {"naam van de nieuwe oefening", "name of the new training"});
  }

  void run(Desk& desk, Reply& reply) override {
    desk.use_training_store();
    const auto name = branch_off(desk, open_log(desk, run_), moves_, name_);
    if (desk.json()) reply.json({{"ok", true}, {"run", name}, {"moves", moves_}});
    else
      reply.line(desk.say({"afgetakt na zet {}; speel verder met: casus train play --run {}{}",
                           "branched off after move {}; play on with: casus train play --run {}{}"},
                          moves_, name, desk.store_option()),
                 Tone::good);
  }

 private:
  std::string run_;
  int moves_ = 0;
  std::string name_;
};

}  // namespace

Entries training_verbs() {
  return {
      {"train list",
       {"welke scenario's er zijn, en welke oefeningen", "which scenarios there are, and which trainings"},
       {"train list", "train list"},
       fresh<TrainList>},
      {"train branch",
       {"vanaf een eerdere zet een nieuwe oefening beginnen", "begin a new training from an earlier move"},
       {"train branch debts-and-shame-1 --at 12", "train branch debts-and-shame-1 --at 12"},
       fresh<TrainBranch>},
      {"train debrief",
       {"terugkijken: vijf scores met bewijs, nooit één cijfer",
        "look back: five scores with evidence, never one mark"},
       {"train debrief debts-and-shame-1 --format html --out terugblik.html",
        "train debrief debts-and-shame-1 --format html --out debrief.html"},
       fresh<TrainDebrief>},
      {"train check",
       {"een eigen scenario nakijken: wat kan er nooit naar boven komen",
        "check a scenario of your own: what can never come out"},
       {"train check mijn-scenario.json", "train check my-scenario.json"},
       fresh<TrainCheck>},
  };
}

}  // namespace casus::desk
