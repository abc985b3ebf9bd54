// SPDX-License-Identifier: EUPL-1.2
#include "cli/train_play.hpp"
#include "cli/verbs.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/training/came_out.hpp"
#include "core/desk/training/runs.hpp"
#include "core/page/layout.hpp"
#include "core/service/play_log.hpp"
#include "core/store/files.hpp"
#include "core/training/debrief_words.hpp"
#include "core/training/scenario_reach.hpp"

#include <nlohmann/json.hpp>

/// Training: list, check, apply, debrief, branch. Playing itself: train_play.cpp.
namespace casus::cli {
namespace {

using nlohmann::json;

enum class Page { markdown, html };

constexpr std::array<Named<Page>, 2> names_of(Page) {
  return {{{Page::markdown, "md", "md", "md"}, {Page::html, "html", "html", "html"}}};
}

class TrainList final : public TerminalVerb {
 public:
  void shape(Slots&) override {}

  int run(Context& context) override {
    context.use_training_store();
    const auto lang = context.lang();
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
    const auto runs = runs_of(context);
    const int code = wrong.empty() ? kDone : kBadDefinition;
    if (context.json()) {
      context.screen().json({{"scenarios", std::move(all)}, {"broken", std::move(wrong)}, {"runs", runs}});
      return code;
    }
    auto& screen = context.screen();
    screen.text(page::table(lang == Lang::nl ? page::Row{"scenario", "naam", "waar het over gaat"}
                                             : page::Row{"scenario", "name", "what it is about"},
                            rows));
    for (const auto& run : runs)
      screen.line(
          context.say({"  oefening {}: casus train play --run {}{}", "  training {}: casus train play --run {}{}"}, run,
                      run, context.store_option()),
          Screen::Tone::quiet);
    for (const auto& file : scenario_files()) print_problems(context, file.path, file.problems);
    return code;
  }
};

class TrainCheck final : public TerminalVerb {
 public:
  void shape(Slots& slots) override {
    slots.word("FILE", path_, {"het bestand met het scenario", "the file with the scenario"});
  }

  int run(Context& context) override {
    constexpr std::size_t kLimit = 1024 * 1024;
    auto [scenario, problems] = training::parse(read_file(context, path_, kLimit));
    if (problems.empty())
      for (const auto& entry : context.methods().entries())
        if (entry.problems.empty())
          std::ranges::move(training::unplayable(scenario, entry.definition), std::back_inserter(problems));
    if (context.json())
      context.screen().json({{"file", path_}, {"ok", problems.empty()}, {"problems", problems_json(problems)}});
    else if (problems.empty())
      context.screen().line(context.say({"{} is goed: alles kan naar boven komen, met elke methode",
                                         "{} is good: all of it can come out, with "
                                         "every method"},
                                        path_),
                            Screen::Tone::good);
    else print_problems(context, path_, problems);
    return problems.empty() ? kDone : kBadDefinition;
  }

 private:
  std::string path_;
};

/// Plays a whole log into the store: the machine's way to play, and the proof that a log gives the same run.
class TrainApply final : public TerminalVerb {
 public:
  void shape(Slots& slots) override {
    slots.word("FILE", path_,
               {"een logboek: de opzet, en dan een zet per regel (JSON)",
                "a log: the setup, and then one move on each line (JSON)"});
  }

  int run(Context& context) override {
    context.use_training_store();
    const auto log = open_log(context, path_);
    const auto replay = replay_of(context, log.setup);
    const auto own = log_path_of(context, log.setup.run);
    auto& service = context.service(Context::Make::yes);
    // Checked in memory first: a log that another run has the name of must not be mixed with it.
    for (const auto& move : log.moves) replay->play().take(move);
    if (casus::store::file_exists(own) && read_file(context, own, kLimit) != replay->log())
      throw Usage{
          context.say({"er is al een andere oefening met de naam '{}'; geef deze een andere naam op de eerste regel",
                       "there is another training called '{}'; give this one another name on its first line"},
                      log.setup.run)};
    service::PlayRoom(service, replay->play()).keep();
    if (!casus::store::file_exists(own)) {
      casus::store::make_folder_of(own);
      write_file(context, {own}, replay->log());
    }
    print(context, *replay);
    return kDone;
  }

 private:
  static void print(Context& context, service::Replay& replay) {
    const auto& play = replay.play();
    if (!context.json()) {
      Reply reply;
      tell_came_out(context, reply, play, play.opening());
      for (const auto& beat : play.beats()) tell_beat(context, reply, replay, beat);
      context.draw(reply);
      return;
    }
    json opening = json::array();
    for (const auto& out : play.opening()) opening.push_back(service::came_out_json(out, context.lang()));
    context.screen().json({{"run", play.setup().run}, {"opening", std::move(opening)}});
    for (const auto& beat : play.beats()) context.screen().json(service::beat_json(beat, context.voice()));
  }

  static constexpr std::size_t kLimit = 16 * 1024 * 1024;
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

class TrainDebrief final : public TerminalVerb {
 public:
  void shape(Slots& slots) override {
    slots.word("RUN", run_, {"naam van de oefening, of haar logboek", "name of the training, or its log"});
    slots.option("format", page_, {"md of html (met plaatjes)", "md or html (with pictures)"});
    slots.output("out", out_, {"schrijf naar dit bestand", "write to this file"});
  }

  int run(Context& context) override {
    context.use_training_store();
    const auto log = open_log(context, run_);
    const auto replay = replay_of(context, log.setup);
    auto& play = replay->play();
    for (const auto& move : log.moves) play.take(move);
    const auto seen = training::debrief(play, replay->library());
    if (context.json() && out_.empty()) {
      context.screen().json(debrief_json(seen, play, context.lang()));
      return kDone;
    }
    const auto page = training::debrief_page(seen, play, replay->library(), context.lang());
    const auto text = page_ == Page::html ? page::page_html(page, context.lang()) : page::page_markdown(page);
    if (out_.empty()) {
      context.screen().text(text);
      return kDone;
    }
    write_file(context, out_, text);
    if (context.json()) context.screen().json({{"ok", true}, {"file", out_.path}});
    else context.screen().line(context.say({"geschreven: {}", "written: {}"}, out_.path), Screen::Tone::good);
    return kDone;
  }

 private:
  std::string run_;
  Page page_ = Page::markdown;
  store::OutputFile out_;
};

class TrainBranch final : public TerminalVerb {
 public:
  void shape(Slots& slots) override {
    slots.word("RUN", run_, {"naam van de oefening", "name of the training"});
    slots.needed("at", moves_, {"na hoeveel zetten; 0 is het begin", "after how many moves; 0 is the beginning"});
    slots.option("run", name_, {"naam van de nieuwe oefening", "name of the new training"});
  }

  int run(Context& context) override {
    context.use_training_store();
    const auto name = branch_off(context, open_log(context, run_), moves_, name_);
    if (context.json()) context.screen().json({{"ok", true}, {"run", name}, {"moves", moves_}});
    else
      context.screen().line(context.say({"afgetakt na zet {}; speel verder met: casus train play --run {}{}",
                                         "branched off after move {}; play on with: casus train play --run {}{}"},
                                        moves_, name, context.store_option()),
                            Screen::Tone::good);
    return kDone;
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
      {"train play",
       {"een scenario spelen: de groep doet iets, de casus antwoordt",
        "play a scenario: the group acts, the case answers"},
       {"train play debts-and-shame --method solution-focused/reflecting-team",
        "train play debts-and-shame --method solution-focused/reflecting-team"},
       fresh<TrainPlay>},
      {"train branch",
       {"vanaf een eerdere zet een nieuwe oefening beginnen", "begin a new training from an earlier move"},
       {"train branch debts-and-shame-1 --at 12", "train branch debts-and-shame-1 --at 12"},
       fresh<TrainBranch>},
      {"train apply",
       {"een logboek afspelen: dezelfde zetten, dezelfde uitkomst", "play a log: the same moves, the same outcome"},
       {"train apply debts-and-shame-1", "train apply debts-and-shame-1"},
       fresh<TrainApply>},
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

}  // namespace casus::cli
