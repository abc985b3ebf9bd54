// SPDX-License-Identifier: EUPL-1.2
#include "core/base/files/definition_file.hpp"
#include "core/base/json/json_place.hpp"
#include "core/base/text_pairs.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/file_endings.hpp"
#include "core/desk/forms/page_format.hpp"
#include "core/desk/training/media.hpp"
#include "core/desk/training/runs.hpp"
#include "core/desk/training/runs_beside.hpp"
#include "core/desk/training/words.hpp"
#include "core/page/layout.hpp"
#include "core/page/page.hpp"
#include "core/training/debrief/compare.hpp"
#include "core/training/debrief/counted_words.hpp"
#include "core/training/debrief/debrief_words.hpp"
#include "core/training/debrief/unfilled.hpp"
#include "core/training/play/small_talk.hpp"
#include "core/training/scenario/scenario_contradictions.hpp"
#include "core/training/scenario/scenario_hearers.hpp"
#include "core/training/scenario/scenario_reach.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <iterator>

/// Training around the playing: list, check, debrief, branch. Playing itself is in core/desk/training.
namespace casus::desk {
namespace {

using nlohmann::json;

class TrainList final : public Verb {
 public:
  Access access() const override { return here(does(Ground::anybody)); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    desk.use_training_store();
    const auto voice = desk.voice();
    json all = json::array(), wrong = json::array();
    std::vector<page::Row> rows;
    for (const auto& file : scenario_files()) {
      const auto& scenario = file.scenario;
      if (!file.problems.empty()) {
        wrong.push_back({{"file", file.path}, {"problems", problems_json(file.problems, desk.voice())}});
        continue;
      }
      json goals = json::array();
      for (const auto& goal : scenario.goals) goals.push_back(goal.name.in(voice));
      all.push_back({{"scenario", scenario.id},
                     {"version", scenario.version},
                     {"name", scenario.name.in(voice)},
                     {"summary", scenario.summary.in(voice)},
                     {"goals", std::move(goals)},
                     {"debrief", key(scenario.debrief)}});
      rows.push_back({scenario.id, scenario.name.in(voice), scenario.summary.in(voice)});
    }
    const auto runs = runs_of(desk);
    reply.status = wrong.empty() ? Status::done : Status::bad_definition;
    if (desk.json()) return reply.json({{"scenarios", std::move(all)}, {"broken", std::move(wrong)}, {"runs", runs}});
    reply.table({desk.say("train.column_scenario"), desk.say("train.column_name"), desk.say("train.column_what_about")},
                rows);
    for (const auto& run : runs)
      reply.line(desk.say("train.training", "play"_is = text::way("train play", "run"_is = run), "run"_is = run),
                 Tone::quiet);
    for (const auto& file : scenario_files()) print_problems(reply, desk.voice(), file.path, file.problems);
  }
};

/// A file, or the name of one among the scenarios: one that is not right yet is called as its file.
std::string scenario_file(const std::string& typed) {
  std::error_code ignored;
  if (std::filesystem::exists(typed, ignored)) return typed;
  for (const auto& file : scenario_files())
    if (file.scenario.id == typed || std::filesystem::path(file.path).stem() == typed) return file.path;
  return typed;
}

class TrainCheck final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots& slots) override { slots.word("FILE", paths_, "help.file_scenario"); }

  void run(Desk& desk, Reply& reply) override {
    std::vector<std::string> files;
    for (const auto& path : paths_) files.push_back(scenario_file(path));
    check_files(desk, reply, files, [&](const std::string& file, Reply& said) {
      const auto bytes = read_file(desk, file, kMostDefinitionBytes);
      auto [scenario, problems] = training::parse(bytes);
      if (problems.empty())
        for (const auto& entry : desk.methods().entries())
          if (entry.problems.empty())
            std::ranges::move(training::unplayable(scenario, entry.definition), std::back_inserter(problems));
      if (problems.empty()) problems = training::contradictions(scenario);
      if (problems.empty()) problems = problems_of_media(scenario, file);
      place(problems, bytes);
      auto doubtful = problems.empty() ? training::unfilled(bytes) : Problems{};
      const auto to_fill = doubtful.size();
      if (problems.empty()) {
        auto everyday = training::heard_in_small_talk(scenario);
        place(everyday, bytes);
        std::ranges::move(everyday, std::back_inserter(doubtful));
        auto anybody = training::told_by_anybody(scenario);
        place(anybody, bytes);
        std::ranges::move(anybody, std::back_inserter(doubtful));
        std::ranges::move(uneven_texts(bytes), std::back_inserter(doubtful));
      }
      if (!desk.json() && to_fill > 0)
        said.line(desk.say("train.still_to_fill_in", "path"_is = file, "count"_is = to_fill), Tone::warning);
      else if (!desk.json() && problems.empty())
        said.line(desk.say("train.good_all_can_come_out", "path"_is = file), Tone::good);
      else if (!desk.json()) print_problems(said, desk.voice(), file, problems);
      if (!desk.json()) print_notes(desk, said, file, doubtful);
      return Checked{problems_json(problems, desk.voice()), problems_json(doubtful, desk.voice())};
    });
  }

 private:
  std::vector<std::string> paths_;
};

json overruled_json(const std::optional<training::Overruled>& overruled) {
  if (!overruled) return {};
  return {{"by", overruled->by}, {"because", overruled->because}, {"move", overruled->beat}};
}

json item_json(const training::LevelScore& level, const training::Item& item, const text::Voice& voice) {
  return {{"id", item.id},
          {"finding", training::finding_of(level, item)},
          {"text", item.text.in(voice)},
          {"points", item.points ? json(*item.points) : json()},
          {"of", item.of},
          {"why", item.note.in(voice)},
          {"overruled", overruled_json(item.overruled)},
          {"moves", item.beats}};
}

/// "counted" is what the log shows, "met" what the trainer says of it: null until then. "heard" are moves in which
/// words were heard, and "unheard" those that may have said the same in others.
json goal_json(const training::GoalResult& goal, const training::Play& play, const text::Voice& voice) {
  json parts = json::array(), judged = json::array(), others = json::array(), judgement, met;
  for (const auto& part : goal.parts)
    parts.push_back({{"text", training::counted_in_words(*part.condition, play.scenario()).in(voice)},
                     {"held", part.held},
                     {"by_trainer", part.by_trainer},
                     {"from_start", part.from_start},
                     {"refused", part.refused},
                     {"heard", part.heard},
                     {"unheard", part.unheard},
                     {"moves", part.beats}});
  for (const auto& question : goal.goal->judged) judged.push_back(question.in(voice));
  if (goal.judgement) {
    met = key(goal.judgement->verdict);
    judgement = {{"by", goal.judgement->by}, {"because", goal.judgement->because}, {"move", goal.judgement->beat}};
  }
  for (const auto& other : goal.others)
    others.push_back({{"by", other.by}, {"met", key(other.verdict)}, {"because", other.because}, {"move", other.beat}});
  return {{"goal", goal.goal->id},
          {"name", goal.goal->name.in(voice)},
          {"counted", goal.counted()},
          {"parts", std::move(parts)},
          {"for_the_trainer", std::move(judged)},
          {"met", std::move(met)},
          {"judgement", std::move(judgement)},
          {"other_judgements", std::move(others)},
          {"overruled", overruled_json(goal.overruled)},
          {"moves", goal.beats()}};
}

json debrief_json(const training::Debrief& d, const training::Play& play, const text::Voice& voice) {
  json levels = json::object(), goals = json::array(), decisions = json::array(), facts = json::array(),
       people = json::array();
  for (const auto& level : d.levels) {
    json items = json::array();
    for (const auto& item : level.items) items.push_back(item_json(level, item, voice));
    levels[std::string(key(level.level))] = {{"said", training::score_in_words(level, voice)},
                                             {"points", level.points()},
                                             {"of", level.of()},
                                             {"items", std::move(items)}};
  }
  for (const auto& goal : d.goals) goals.push_back(goal_json(goal, play, voice));
  for (const auto& fact : d.facts)
    facts.push_back({{"fact", fact.fact->id},
                     {"found", fact.known && !fact.by_trainer},
                     {"told_by_trainer", fact.by_trainer},
                     {"move", fact.beat}});
  for (const auto& one : d.decisions)
    decisions.push_back({{"decision", one.decision->id},
                         {"option", one.option == nullptr ? json() : json(one.option->id)},
                         {"quality", one.option == nullptr ? json() : json(one.option->quality)},
                         {"move", one.beat},
                         {"overruled", overruled_json(one.overruled)},
                         {"followed", one.followed.size()}});
  for (const auto& note : d.people)
    people.push_back({{"name", note.name},
                      {"strength", note.strength.in(voice)},
                      {"next_try", note.next_try.in(voice)},
                      {"observed", note.observed},
                      {"observed_by", note.observed_by},
                      {"sheets", note.sheets},
                      {"overruled", overruled_json(note.overruled)}});
  json trainer = json::array();
  for (const auto& line : d.trainer) {
    const auto& text = line.injected ? line.brought_in.in(voice) : line.text;
    trainer.push_back({{"by", line.by},
                       {"finding", line.finding},
                       {"brought_in", line.injected ? json(key(*line.injected)) : json()},
                       {"text", text},
                       {"move", line.beat}});
  }
  std::string noticed;
  for (const auto& notice : d.notices) noticed += (noticed.empty() ? "" : " ") + notice.in(voice);
  return {{"run", play.setup().run},
          {"scenario", play.setup().scenario},
          {"notice", noticed.empty() ? json() : json(noticed)},
          {"method", play.setup().method},
          {"moves", d.moves},
          {"hints", d.hints},
          {"taken_back", d.retries},
          {"refused", d.refused},
          {"levels", std::move(levels)},
          {"goals", std::move(goals)},
          {"facts", std::move(facts)},
          {"decisions", std::move(decisions)},
          {"people", std::move(people)},
          {"trainer", std::move(trainer)}};
}

class TrainDebrief final : public Verb {
 public:
  Access access() const override { return here(does(Ground::anybody)); }
  void shape(Slots& slots) override {
    slots.word("RUN", run_, "train.name_training_log");
    slots.option("with", others_, "train.debrief_with");
    slots.option("format", page_, "train.md_html_pictures");
    slots.output("out", out_, "train.write_file");
  }

  void run(Desk& desk, Reply& reply) override {
    desk.use_training_store();
    if (!others_.empty()) return beside(desk, reply);
    const auto replay = played_again(desk, open_log(desk, run_));
    const auto& play = replay->play();
    const auto seen = looked_back(desk, *replay);
    if (desk.json() && out_.empty()) return reply.json(debrief_json(seen, play, desk.voice()));
    put(desk, reply, training::debrief_page(seen, play, replay->library(), desk.voice()));
    if (!desk.json()) offer_goals(desk, reply, play);
  }

 private:
  /// The one next try that somebody was given can become a goal of their own; it is theirs to take, and nothing goes
  /// along of the training.
  static void offer_goals(Desk& desk, Reply& reply, const training::Play& play) {
    for (const auto& beat : play.beats()) {
      if (beat.refusal || !beat.counts()) continue;
      const auto* sheet = std::get_if<training::Observe>(&beat.move.body);
      if (sheet == nullptr || trimmed(sheet->next_try).empty()) continue;
      const std::string next_try(trimmed(sheet->next_try));
      // A line with the place of the trainings in it would be refused: goals are kept with the cases.
      if (!desk.store_option().empty())
        reply.error(desk.say("train.next_try_as_goal_elsewhere", "whom"_is = sheet->whom, "what"_is = next_try),
                    Tone::quiet);
      else
        reply.error(desk.voice().say("train.next_try_as_goal", "whom"_is = sheet->whom,
                                     "goal"_is = text::way("learn goal", "text"_is = next_try, "by-when"_is = "+3m")),
                    Tone::quiet);
    }
  }

  /// Two runs or more beside each other.
  void beside(Desk& desk, Reply& reply) const {
    const RunsBeside runs(desk, run_, others_);
    if (desk.json() && out_.empty()) {
      json all = json::array();
      for (const auto& run : runs.seen()) all.push_back(debrief_json(*run.debrief, *run.play, desk.voice()));
      return reply.json({{"runs", std::move(all)}});
    }
    put(desk, reply, training::compare_page(runs.seen(), desk.voice()));
  }

  void put(Desk& desk, Reply& reply, const page::Page& page) const {
    const auto text =
        printed(page, page_.value_or(out_.empty() ? PageFormat::text : PageFormat::markdown), desk.voice());
    if (out_.empty()) return reply.text(text);
    require_ending(desk, out_, ending_of(text));
    write_file(desk, out_, text);
    if (desk.json()) reply.json({{"ok", true}, {"file", out_.path}});
    else reply.line(desk.say("pages.written", "path"_is = out_.path), Tone::good);
  }

  std::string run_;
  std::vector<std::string> others_;
  std::optional<PageFormat> page_;  ///< nothing: text on the screen, markdown in a file
  store::OutputFile out_;
};

class TrainBranch final : public Verb {
 public:
  Access access() const override { return here(does(Ground::anybody)); }
  void shape(Slots& slots) override {
    slots.word("TRAINING", run_, "help.name_training");
    slots.needed("at", moves_, "help.after_how_many_moves_0");
    slots.option("run", name_, "help.name_new_training");
  }

  void run(Desk& desk, Reply& reply) override {
    desk.use_training_store();
    const auto name = branch_off(desk, open_log(desk, run_), moves_, name_);
    if (desk.json()) reply.json({{"ok", true}, {"run", name}, {"moves", moves_}});
    else
      reply.line(desk.say("train.branched_off_after_move_play", "play"_is = text::way("train play", "run"_is = name),
                          "moves"_is = moves_),
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
      {"train list", "help.which_scenarios_which_trainings", "help.train_list", fresh<TrainList>},
      {"train branch", "help.begin_new_training_from_earlier", "help.train_branch_debts_shame_1", fresh<TrainBranch>},
      {"train debrief", "help.look_back_five_scores_evidence", "help.train_debrief_debts_shame_1", fresh<TrainDebrief>},
      {"train check", "train.check_scenario_own_what_can", "train.train_check_my_scenario_json", fresh<TrainCheck>},
  };
}

}  // namespace casus::desk
