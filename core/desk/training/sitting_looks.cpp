// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/training/came_out.hpp"
#include "core/desk/training/media.hpp"
#include "core/desk/training/sitting.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/engine/explain/way_unseen.hpp"
#include "core/engine/floor/floor_limits.hpp"
#include "core/model/person_name.hpp"
#include "core/page/layout.hpp"
#include "core/report/step_words.hpp"
#include "core/text/label.hpp"
#include "core/training/debrief/debrief_words.hpp"

#include <fmt/format.h>

#include <algorithm>

/// What a group looks at while it plays: where it is, what it knows, who plays what.
namespace casus::desk {

std::string TrainingSitting::table() {
  std::string names;
  for (const auto& person : play().state().people)
    if (person.at_table()) names += (names.empty() ? "" : ", ") + person.name;
  for (const auto& name : play().observers()) names += ", " + name;
  return names;
}

std::string TrainingSitting::whose_bare_lines() const {
  const auto observer = bare_sheet_of(play(), speaker_);
  return observer == speaker_
             ? desk_.say("sitting.bare_lines", "speaker"_is = speaker_)
             : desk_.say("sitting.bare_lines_and_sheet", "speaker"_is = speaker_, "observer"_is = observer);
}

void TrainingSitting::where(Reply& reply, const std::string& seat) {
  const auto& state = play().state();
  const auto* here = state.here();
  const auto moment = training::moment(play().clock(), desk_.voice());
  if (here == nullptr)
    return reply.line(desk_.say("sitting_looks.begun_yet_chair_begins_next", "moment"_is = moment), Tone::quiet);
  const auto* method = replay_->library().method(here->method);
  const auto* step = method == nullptr ? nullptr : method->step(here->phase, here->step);
  reply.line(fmt::format("{} · {} · {}", moment, label(here->phase, desk_.voice()),
                         step == nullptr ? here->step : step->name.in(desk_.voice())),
             Tone::strong);
  if (step == nullptr) return;
  for (const auto& prompt : step->prompts)
    reply.prose("  ", prompt.in(desk_.voice()) + report::mark_note(prompt.mark, desk_.voice()));
  fits(reply, *method, *step, seat);
}

void TrainingSitting::fits(Reply& reply, const method::Definition& method, const method::Step& step,
                           const std::string& seat) const {
  auto others = step.kinds_that_fit();
  const auto listed = [&](const std::string& heading, const std::vector<std::string>& kinds) {
    const auto words = report::kinds_in_words(method, kinds, desk_.voice());
    if (!words.empty()) reply.prose(heading, words);
  };
  const auto* person = seat.empty() ? nullptr : play().state().person(seat);
  if (person == nullptr || !person->at_table()) return listed(desk_.say("sitting_looks.fits_here"), others);
  const auto own = engine::kinds_for(play().state(), step, *person);
  std::erase_if(others, [&](const std::string& kind) { return std::ranges::find(own, kind) != own.end(); });
  listed(desk_.say("sitting_looks.fits_seat", "name"_is = person->name), own);
  listed(desk_.say("sitting_looks.fits_others", "name"_is = person->name), others);
}

void TrainingSitting::look(Reply& reply, const std::string& seat) {
  where(reply, seat);
  const auto voice = desk_.voice();
  reply.line(desk_.say("sitting_looks.table", "table"_is = table()), Tone::quiet);
  reply.line(desk_.say("sitting_looks.what_we_know"), Tone::strong);
  for (const auto& fact : play().scenario().facts)
    if (play().is_known(fact.id)) reply.prose("  * ", play().told_as(fact).in(voice));
  for (const auto& fact : play().told()) reply.prose("  * ", fact.in(voice));
  for (const auto* one : play().shown_to({})) tell_medium(*one, reply);
  reply.line(desk_.say("sitting_looks.speak_name"), Tone::strong);
  for (const auto* person : play().in_view())
    if (person->speaks_for_self) reply.line(fmt::format("  {} · {}", person->name, person->relation.in(voice)));
  std::vector<training::CameOut> up;
  for (const auto& counter : play().scenario().counters)
    if (const auto* noticed = play().mood(counter))
      up.push_back({training::CameOut::What::mood, counter.id, noticed->text, play().clock()});
  for (const auto& decision : play().scenario().decisions)
    if (play().is_open(decision.id))
      up.push_back({training::CameOut::What::decision, decision.id, decision.question, play().clock()});
  tell_came_out(desk_, reply, play(), up);
}

void TrainingSitting::why(Reply& reply, const std::string& seat) {
  const auto& library = replay_->library();
  const auto& by = seat.empty() ? speaker_ : seat;
  const auto found = engine::way_unseen(engine::explain(play().state(), library, by, play().clock(), desk_.voice()),
                                        play().state(), library, by, desk_.voice());
  reply.line(found.standing.in(voice()));
  if (!found.missing.empty()) {
    reply.line(desk_.say("show.still_missing"));
    reply.text(missing_lines(found.missing, voice()));
  }
  const auto lines = [&](Words heading, const std::vector<Command>& commands) {
    if (commands.empty()) return;
    reply.line(desk_.say(heading));
    for (const auto& command : commands) reply.line("  " + sitting_line(trainee(), command), Tone::strong);
  };
  lines("show.way_replace_texts", found.way);
  lines("show.go_reason", found.with_reason);
  if (found.stuck) reply.line(desk_.say("show.way_from_here_now"), Tone::warning);
  for (const auto& first : found.first) reply.line(desk_.voice().write(first), Tone::warning);
}

void TrainingSitting::goals(Reply& reply) {
  for (const auto& goal : play().scenario().goals) {
    reply.line(fmt::format("  {} ({})", goal.name.in(desk_.voice()), goal.id), Tone::strong);
    for (const auto& question : goal.judged) reply.prose("    - ", question.in(desk_.voice()));
  }
}

std::vector<const Text*> TrainingSitting::only_known_to(const std::string& seat) const {
  std::vector<const Text*> all;
  for (const auto& one : play().scenario().table)
    if (same_name(one.name, seat))
      for (const auto& words : one.knows) all.push_back(&words);
  return all;
}

/// What there is to see or hear. On a page each finds it beside the table; at a terminal it is opened by its path.
void TrainingSitting::tell_medium(const training::Medium& medium, Reply& reply) const {
  const auto& name = medium.name.in(desk_.voice());
  if (all_read_along_) return reply.line("  " + desk_.say("sitting_looks.medium", "name"_is = name));
  const auto path = path_of(play().scenario(), medium);
  reply.line("  " +
             desk_.say("sitting_looks.medium_at", "name"_is = name, "path"_is = path.empty() ? medium.file : path));
}

void TrainingSitting::tell_only_known(const std::string& seat, Reply& reply) {
  if (!all_read_along_)
    for (const auto* one : play().shown_to(seat))
      if (!one->only_for.empty()) tell_medium(*one, reply);
  const auto known = only_known_to(seat);
  if (known.empty()) return;
  if (all_read_along_) return reply.line("  " + desk_.say("sitting_looks.knows_on_own_page"), Tone::quiet);
  reply.line("  " + desk_.say("sitting_looks.knows"), Tone::strong);
  for (const auto* words : known) reply.prose("  * ", words->in(desk_.voice()));
}

/// The card of a role: what somebody plays, and what to look at.
void TrainingSitting::roles(const std::string& name, Reply& reply) {
  const auto voice = desk_.voice();
  const auto observers = play().observers();
  const auto& persona = play().scenario().persona;
  if (trimmed(name).empty()) {
    reply.prose(desk_.say("sitting_looks.chair"), desk_.say("sitting_looks.guards_steps_time_one_question"));
    reply.prose(desk_.say("sitting_looks.presenter"), desk_.say("sitting_looks.tells_what_stands_above_answers"));
    reply.prose(desk_.say("sitting_looks.observer"),
                desk_.say("sitting_looks.does_join_watches_fills_sheet",
                          "observers"_is = observers.empty() ? std::string() : observers.front()));
    reply.line(desk_.say("sitting_looks.table", "table"_is = table()), Tone::quiet);
    return;
  }
  if (std::ranges::any_of(observers, [&](const std::string& it) { return same_name(it, name); })) {
    reply.prose("", desk_.say("sitting_looks.observation_sheet_goal_moment_what"));
    for (const auto& point : play().scenario().observe)
      reply.prose(fmt::format("  {}: ", point.id), point.text.in(voice));
    tell_only_known(name, reply);
    return;
  }
  if (same_name(persona.name, name)) {
    reply.line(fmt::format("{}, {}", persona.name, persona.age), Tone::strong);
    reply.prose("  ", persona.story.in(voice));
    reply.prose("  ", persona.wish.in(voice));
    return;
  }
  const auto* person = play().state().person(name);
  if (person == nullptr || !person->at_table()) return sit(name, reply);
  std::string of;
  for (const auto role : person->roles) of += (of.empty() ? "" : ", ") + label(role, voice);
  reply.line(fmt::format("  {} · {}", person->name, of));
  tell_only_known(person->name, reply);
}

}  // namespace casus::desk
