// SPDX-License-Identifier: EUPL-1.2
#include "core/model/person_name.hpp"
#include "core/training/debrief/by_words.hpp"
#include "core/training/debrief/debrief_scores.hpp"
#include "core/training/debrief/without_name.hpp"
#include "core/training/play/refused_reason.hpp"
#include "core/training/play/what_is_asked.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

/// One thing that was there and one next try for each person: small enough to do tomorrow.
namespace casus::training {
namespace {

/// A move of each kind that stands in the log as theirs; 0: none.
struct Seen {
  int revealing = 0, affirming = 0, asking = 0, owning = 0, leading = 0, leaving = 0, speaking = 0;
  int steps = 0;
  int out_of_turn = 0, other_form = 0, advising = 0, closed = 0, summing = 0;
  std::string closed_question;
  bool in_log = false;  ///< there is a move of theirs, whatever it is
};

bool is_asking(const Say& say) { return say.kind == "question" || say.kind == "follow_up"; }

/// What stands behind "spreek Saskia": a question, what to talk about, or nothing, and no reproach.
bool asks_something(std::string_view about) {
  return trimmed(about).empty() || is_question(about) || begins_topic(about);
}

/// "Heeft hij familie, en wie nog meer?" asks openly too.
bool has_open_part(std::string_view text) {
  constexpr std::string_view kMarks = ",;:.!?\n";
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(kMarks), text.size());
    if (is_open_question(std::string(trimmed(text.substr(0, end))) + '?')) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

void first(int& kept, int beat) {
  if (kept == 0) kept = beat;
}

/// What came out because of what was said or asked, not because its time had come.
bool reveals(const Play& play, const Beat& beat) {
  return std::ranges::any_of(beat.came_out, [&](const CameOut& out) {
    const auto* fact = out.what == CameOut::What::fact ? play.scenario().fact(out.id) : nullptr;
    bool by_words = false;
    if (fact != nullptr && fact->when)
      each_part(*fact->when, "", [&](const Condition& part, const std::string&) {
        by_words = by_words || part.op == Condition::Op::said || part.op == Condition::Op::consulted;
      });
    return by_words;
  });
}

/// An action is of whoever does it, whoever typed it, as long as it stands in their name: the last move that gave them
/// one which they still have; 0: none.
int move_of_owning(const Play& play, std::string_view name) {
  struct Given {
    std::string who;
    int beat = 0;
  };
  std::map<std::string, Given> given;
  const auto note = [&](const ActionLine& line, int beat) {
    auto& last = given[line.id];
    if (last.who != line.who) last = {line.who, beat};
  };
  for (const auto& done : play.history()) {
    if (const auto* added = std::get_if<ActionAdded>(&done.event.body)) note(*added, done.beat);
    if (const auto* changed = std::get_if<ActionChanged>(&done.event.body)) note(*changed, done.beat);
  }
  int last = 0;
  for (const auto& action : play.state().actions) {
    const auto* owner = play.state().person(action.plan.who);
    if (owner != nullptr && same_name(owner->name, name)) last = std::max(last, given[action.plan.id].beat);
  }
  return last;
}

void see_refusal(const Beat& beat, Seen& seen) {
  switch (refused_reason(*beat.refusal)) {
    case RefusedReason::turn: return first(seen.out_of_turn, beat.number);
    case RefusedReason::form: return first(seen.other_form, beat.number);
    case RefusedReason::advice: return first(seen.advising, beat.number);
    default: return;
  }
}

Seen seen_of(const Play& play, const std::string& name) {
  Seen seen;
  seen.owning = move_of_owning(play, name);
  for (const auto& beat : play.beats()) {
    if (!same_name(beat.move.by, name)) continue;
    seen.in_log = true;
    if (is_without_name(play, beat)) continue;
    if (beat.refusal) see_refusal(beat, seen);
    if (!beat.counts()) continue;
    const auto* command = std::get_if<CommandBody>(&beat.move.body);
    const auto* say = command == nullptr ? nullptr : std::get_if<Say>(command);
    // Who tells what the resident wants, or tells somebody off, brought nothing out: that it answers is how the
    // scenario goes.
    const auto* consult = std::get_if<Consult>(&beat.move.body);
    const bool asked = (consult != nullptr && asks_something(consult->about)) || (say != nullptr && is_asking(*say));
    if (asked && reveals(play, beat)) first(seen.revealing, beat.number);
    if (command != nullptr && std::holds_alternative<NextStep>(*command)) {
      seen.leading = beat.number, ++seen.steps;
      // Whoever opens the first step has nothing to sum up yet.
      if (!beat.step.empty()) seen.leaving = beat.number;
    }
  }
  for (const auto& one : spoken(play)) {
    if (!same_name(one.of->move.by, name) || is_without_name(play, *one.of)) continue;
    const bool asks = is_asking(*one.say);
    if (asks && !may_be_of_the_case(play, one.say->text)) continue;  // "Hoe laat is het?" is no open question
    first(seen.speaking, one.beat);
    if (one.say->kind == "affirmation") seen.affirming = one.beat;
    if (one.say->kind == "summary") seen.summing = one.beat;
    const bool advises = sounds_like_advice(one);
    if (asks && !advises && is_open_question(one.say->text)) seen.asking = one.beat;
    // Its words are told, which those of what is still hidden are not. What is no question about the case ("Schaamt hij
    // zich niet kapot?", "Slaapt Bram wel?") is not made one by asking it openly.
    if (asks && !has_open_part(one.say->text) && !asks_why(one.say->text) && !is_unseen(play, *one.of) &&
        !trimmed(play.asked_of_the_case(one.say->text)).empty())
      seen.closed = one.beat, seen.closed_question = one.say->text;
    if (advises || told_as_advice(one)) seen.advising = one.beat;
  }
  return seen;
}

/// What the log shows them do, whether it was strong or not; nothing when it shows nothing: who is silent may have
/// listened or slept.
void strength_of(PersonNote& note, const Seen& seen) {
  const auto is = [&](int beat, text::Message text) { note.strength_beat = beat, note.strength = std::move(text); };
  if (seen.revealing > 0) is(seen.revealing, msg("debrief_people.brought_something_to_light"));
  else if (seen.affirming > 0) is(seen.affirming, msg("debrief_people.said_aloud_what_went_well"));
  else if (seen.asking > 0) is(seen.asking, msg("debrief_people.asked_open_question"));
  else if (seen.owning > 0) is(seen.owning, msg("debrief_people.owns_action"));
  else if (seen.leading > 0) is(seen.leading, msg("debrief_people.kept_steps_went_times", "steps"_is = seen.steps));
  else if (seen.speaking > 0) is(seen.speaking, msg("debrief_people.brought_something"));
}

void try_of(PersonNote& note, const Seen& seen, bool presenter) {
  const auto is = [&](int beat, text::Message text) { note.try_beat = beat, note.next_try = std::move(text); };
  if (seen.out_of_turn > 0) is(seen.out_of_turn, msg("debrief_people.wait_turn_write_thought_down"));
  else if (seen.advising > 0) is(seen.advising, msg("debrief_people.ask_openly_first_what_has"));
  else if (seen.other_form > 0) is(seen.other_form, msg("debrief_people.say_it_in_form_of_step"));
  else if (seen.closed > 0)
    is(seen.closed, msg("debrief_people.make_open_question", "closed_question"_is = seen.closed_question));
  else if (seen.leaving > 0 && seen.asking == 0 && seen.summing == 0)
    is(seen.leaving, msg("debrief_people.sum_up_before_going_ask"));
  else if (seen.speaking > 0 && !presenter) is(0, msg("debrief_people.ask_once_noticed_what_else"));
}

/// Than what was strong and what to try, which stand by themselves.
bool says_more(const Observe& sheet) {
  return !trimmed(sheet.said).empty() || !trimmed(sheet.effect).empty() || !sheet.point.empty() || sheet.score;
}

/// What others wrote on a sheet about this person: the latest wins. What somebody wrote of themselves stands in the
/// transcript, and is nothing that was observed.
void hear_observers(const Play& play, PersonNote& note) {
  std::string strength_by, try_by;
  for (const auto& beat : play.beats()) {
    const auto* sheet = beat.counts() ? std::get_if<Observe>(&beat.move.body) : nullptr;
    if (sheet == nullptr || !same_name(sheet->whom, note.name) || same_name(beat.move.by, note.name)) continue;
    if (says_more(*sheet)) note.sheets.push_back(beat.number);
    if (!trimmed(sheet->strength).empty())
      note.strength = text::Message::verbatim(sheet->strength), note.strength_beat = beat.number,
      strength_by = beat.move.by;
    if (!trimmed(sheet->next_try).empty())
      note.next_try = text::Message::verbatim(sheet->next_try), note.try_beat = beat.number, try_by = beat.move.by;
  }
  if (!strength_by.empty()) note.observed_by.push_back(strength_by);
  if (!try_by.empty() && !same_name(try_by, strength_by)) note.observed_by.push_back(try_by);
  note.observed = !note.observed_by.empty();
}

}  // namespace

std::vector<PersonNote> person_notes(const Play& play) {
  std::vector<PersonNote> notes;
  for (const auto& person : play.state().people) {
    // Who takes the notes plays along without the word.
    const bool only_notes = person.roles == std::vector<Role>{Role::note_taker};
    if (!person.at_table() || !person.team_member || person.has(Role::resident) || only_notes) continue;
    PersonNote note{.name = person.name};
    const auto seen = seen_of(play, person.name);
    note.in_log = seen.in_log;
    strength_of(note, seen);
    // The presenter answers: to ask on is of the others.
    try_of(note, seen, person.has(Role::presenter));
    hear_observers(play, note);
    notes.push_back(std::move(note));
  }
  return notes;
}

}  // namespace casus::training
