// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/training/group.hpp"

#include "core/desk/places.hpp"
#include "core/desk/training/came_out.hpp"
#include "core/desk/training/runs.hpp"
#include "core/desk/training/runs_beside.hpp"
#include "core/desk/training/typed_verbs.hpp"
#include "core/desk/training/words.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/floor_limits.hpp"
#include "core/store/files/files.hpp"
#include "core/text/label.hpp"
#include "core/training/debrief/debrief.hpp"
#include "core/training/preview.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::desk {

std::vector<Choosable> playable_scenarios(Desk& desk) {
  std::vector<Choosable> all;
  for (const auto& file : scenario_files())
    if (file.problems.empty())
      all.push_back({file.scenario.id, file.scenario.name.in(desk.voice()), file.scenario.summary.in(desk.voice())});
  return all;
}

std::vector<Choosable> playable_methods(Desk& desk) {
  std::vector<Choosable> all;
  for (const auto& entry : desk.methods().entries())
    if (entry.problems.empty()) all.push_back({entry.definition.id, entry.definition.name.in(desk.voice())});
  return all;
}

std::optional<page::Page> scenario_preview(Desk& desk, const std::string& id) {
  const auto* here = scenario_here(id);
  return here == nullptr ? std::nullopt : std::optional(training::preview_page(*here, desk.voice()));
}

std::string training_store_beside(const std::string& store) {
  return store == default_store() ? default_training_store() : store + ".training";
}

std::vector<std::string> trainings_of(Desk& desk) { return runs_of(desk); }
bool has_training(Desk& desk, const std::string& run) { return is_id(run) && has_log(desk, run); }

Outcome<std::string, std::string> begin_training(Desk& desk, const std::string& scenario, const std::string& method) {
  try {
    desk.use_training_store();
    service::PlayLog log{.setup = new_setup(desk, scenario_of(desk, scenario), method)};
    log.setup.run = free_run(desk, scenario);
    const auto replay = replay_of(desk, log.setup);
    const auto path = log_path_of(desk, log.setup.run);
    store::make_folder_of(path);
    write_file(desk, {path, false, true}, replay->log());
    return log.setup.run;
  } catch (const Usage& usage) {
    return failure(std::string(usage.message));
  }
}

GroupTraining::GroupTraining(Desk& desk, const std::string& run)
    : desk_(desk), run_(run), verbs_(std::make_unique<TypedVerbs>(desk, TypedVerbs::Files::none)) {
  desk.use_training_store();
  sitting_ = std::make_unique<TrainingSitting>(desk, open_log(desk, run), *verbs_);
  sitting_->on_pages();
}
GroupTraining::~GroupTraining() = default;

std::string GroupTraining::title() const { return sitting_->play().scenario().name.in(desk_.voice()); }

std::vector<std::string> GroupTraining::seats() const {
  std::vector<std::string> names;
  for (const auto& person : sitting_->play().state().people)
    if (person.at_table()) names.push_back(person.name);
  for (const auto& name : sitting_->play().observers())
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  return names;
}

std::vector<std::string> GroupTraining::only_known_to(const std::string& seat) const {
  std::vector<std::string> all;
  for (const auto* words : sitting_->only_known_to(seat)) all.push_back(words->in(desk_.voice()));
  return all;
}

std::vector<Choosable> GroupTraining::media(const std::string& seat, bool leads) const {
  std::vector<Choosable> all;
  const auto& play = sitting_->play();
  const auto add = [&](const training::Medium& one) { all.push_back({one.id, one.name.in(desk_.voice())}); };
  if (leads) std::ranges::for_each(play.scenario().media, add);
  else
    for (const auto* one : play.shown_to(seat)) add(*one);
  return all;
}

std::optional<MediaFile> GroupTraining::medium(const std::string& id, const std::string& seat, bool leads) const {
  const auto seen = media(seat, leads);
  const auto* one = sitting_->play().scenario().medium(id);
  if (one == nullptr || std::ranges::find(seen, id, &Choosable::id) == seen.end()) return std::nullopt;
  auto file = read_medium(path_of(sitting_->play().scenario(), *one));
  return file ? std::optional(std::move(*file)) : std::nullopt;
}

std::vector<Choosable> GroupTraining::kinds(const std::string& seat) const {
  std::vector<Choosable> all;
  const auto& play = sitting_->play();
  const auto* here = play.state().here();
  const auto* method = here == nullptr ? nullptr : play.library().method(here->method);
  const auto* step = method == nullptr ? nullptr : method->step(here->phase, here->step);
  if (step == nullptr) return all;
  const auto* person = play.state().person(seat);
  auto kinds = person == nullptr ? std::vector<std::string>() : engine::kinds_for(play.state(), *step, *person);
  if (kinds.empty()) kinds = step->kinds_that_fit();
  for (const auto& id : kinds) all.push_back({id, std::string(method::kind_label(method, id, desk_.voice()))});
  return all;
}

std::vector<GroupTraining::Decision> GroupTraining::decisions() const {
  std::vector<Decision> all;
  const auto& play = sitting_->play();
  for (const auto& point : play.scenario().decisions) {
    if (!play.is_open(point.id)) continue;
    Decision decision{point.id, point.question.in(desk_.voice()), time_to_choose(desk_, play, point), {}};
    for (const auto& option : point.options) decision.options.push_back({option.id, option.text.in(desk_.voice())});
    all.push_back(std::move(decision));
  }
  return all;
}

std::string GroupTraining::chair() const {
  const auto* person = sitting_->play().state().with(Role::chair);
  return person == nullptr ? sitting_->speaker() : person->name;
}

Reply GroupTraining::welcome() { return sitting_->welcome(); }
Reply GroupTraining::now() { return sitting_->now(); }

Reply GroupTraining::says(const std::string& seat, const std::string& kind, const std::string& text) {
  // Without a kind it is read as somebody would type it: the kind that fits.
  if (kind.empty()) return sitting_->take_of(seat, text);
  return sitting_->take(training::Move{seat, std::nullopt, CommandBody(Say{{.kind = kind, .text = text}})});
}

Reply GroupTraining::next(const std::string& because) {
  const auto& play = sitting_->play();
  auto by = engine::goes_on(play.state(), play.library(), chair());
  return sitting_->take(training::Move{std::move(by), std::nullopt, CommandBody(NextStep{because})});
}

Reply GroupTraining::hint(const std::string& trainer) {
  return sitting_->take(training::Move{trainer, std::nullopt, training::TakeHint{}});
}

Reply GroupTraining::wait_weeks(const std::string& trainer, int weeks) {
  training::Wait wait{{.amount = weeks, .unit = training::ClockUnit::weeks}};
  return sitting_->take(training::Move{trainer, std::nullopt, wait});
}

Reply GroupTraining::choose(const std::string& trainer, const std::string& decision, const std::string& option,
                            const std::string& because) {
  return sitting_->take(training::Move{trainer, std::nullopt, training::Choose{decision, option, because}});
}

Reply GroupTraining::take_back(const std::string& trainer) {
  return sitting_->take(training::Move{trainer, std::nullopt, training::TakeBack{}});
}

std::vector<Choosable> GroupTraining::goals() const {
  std::vector<Choosable> all;
  for (const auto& goal : sitting_->play().scenario().goals) all.push_back({goal.id, goal.name.in(desk_.voice())});
  return all;
}

std::vector<Choosable> GroupTraining::verdicts(const text::Voice& voice) {
  std::vector<Choosable> all;
  for (const auto& one : training::names_of(training::Verdict{}))
    all.push_back({std::string(one.key), voice.say(text::label(one.value))});
  return all;
}

Reply GroupTraining::judge(const std::string& trainer, const std::string& goal, const std::string& verdict,
                           const std::string& because) {
  const auto found = from_key<training::Verdict>(verdict).value_or(training::Verdict::partly);
  return sitting_->take(training::Move{trainer, std::nullopt, training::JudgeGoal{goal, found, because}});
}

std::vector<Choosable> GroupTraining::findings() const {
  std::vector<Choosable> all;
  const auto& play = sitting_->play();
  const auto voice = desk_.voice();
  const auto found = training::debrief(play, play.library());
  const auto goals = desk_.say("debrief.learning_goals");
  for (const auto& goal : found.goals) all.push_back({training::finding_of(goal), goal.goal->name.in(voice), goals});
  for (const auto& level : found.levels) {
    const auto heading = voice.say(text::label(level.level));
    for (const auto& item : level.items)
      all.push_back({training::finding_of(level, item), item.text.in(voice), heading});
  }
  const auto people = desk_.say("debrief.each_person");
  for (const auto& note : found.people) all.push_back({training::finding_of(note), note.name, people});
  return all;
}

Reply GroupTraining::overrule(const std::string& trainer, const std::string& finding, const std::string& because) {
  return sitting_->take(training::Move{trainer, std::nullopt, training::Overrule{finding, because}});
}

Reply GroupTraining::remark(const std::string& trainer, const std::string& text) {
  return sitting_->take(training::Move{trainer, std::nullopt, training::Remark{text}});
}

std::vector<Choosable> GroupTraining::injectable() const {
  std::vector<Choosable> all;
  const auto& play = sitting_->play();
  const auto voice = desk_.voice();
  const auto add = [&](training::Injected what, const std::string& id, const std::string& words) {
    all.push_back({fmt::format("{}/{}", key(what), id),
                   desk_.say("group.injectable", "what"_is = text::label(what), "text"_is = words)});
  };
  for (const auto& event : play.scenario().events)
    if (!play.has_happened(event.id)) add(training::Injected::event, event.id, event.text.in(voice));
  for (const auto& made : play.chosen())
    add(training::Injected::effect, made.decision, play.scenario().decision(made.decision)->question.in(voice));
  for (const auto* person : play.in_view()) {
    if (!person->speaks_for_self) continue;
    for (const auto answer : {Answer::no, Answer::later, Answer::yes})
      all.push_back(
          {fmt::format("{}/{}", key(answer), person->id),
           desk_.say("group.injectable_answer", "person"_is = person->name, "answer"_is = text::label(answer))});
  }
  for (const auto& fact : play.scenario().facts)
    if (!play.is_known(fact.id)) add(training::Injected::fact, fact.id, fact.text.in(voice));
  return all;
}

Reply GroupTraining::inject(const std::string& trainer, const std::string& id, const std::string& text) {
  if (id.empty())
    return sitting_->take(training::Move{trainer, std::nullopt, told_to_group(sitting_->play().scenario(), text)});
  training::Inject body{.text = text};
  const auto slash = id.find('/');
  const auto what = std::string_view(id).substr(0, slash);
  if (slash != std::string::npos) body.of = id.substr(slash + 1);
  if (const auto answer = from_key<Answer>(what)) body.what = training::Injected::answer, body.answer = *answer;
  else body.what = from_key<training::Injected>(what).value_or(training::Injected::message);
  return sitting_->take(training::Move{trainer, std::nullopt, std::move(body)});
}

Reply GroupTraining::line(const std::string& trainer, const std::string& line) {
  sitting_->led_by(trainer);
  return sitting_->take(line);
}

Reply GroupTraining::meanwhile() { return sitting_->meanwhile(); }

bool GroupTraining::was_apart() const { return sitting_->was_apart(); }

int GroupTraining::played() const {
  return static_cast<int>(std::ranges::count_if(sitting_->play().beats(), [](const training::Beat& beat) {
    const auto& body = beat.move.body;
    return !beat.refusal && !training::is_note(body) && !std::holds_alternative<training::Retract>(body);
  }));
}

bool GroupTraining::closed() const { return sitting_->play().state().stage.life == Life::closed; }

page::Page GroupTraining::debrief() {
  // Made from the log, as it is for who looks back later.
  const auto replay = played_again(desk_, open_log(desk_, run_));
  return training::debrief_page(looked_back(desk_, *replay), replay->play(), replay->library(), desk_.voice());
}

std::vector<std::string> GroupTraining::comparable() const { return runs_to_compare(desk_, run_); }

page::Page GroupTraining::beside(const std::string& other) const {
  const RunsBeside runs(desk_, run_, {other});
  return training::compare_page(runs.seen(), desk_.voice());
}

}  // namespace casus::desk
