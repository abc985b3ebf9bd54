// SPDX-License-Identifier: EUPL-1.2
#include "core/method/phrases.hpp"
#include "core/training/debrief_scores.hpp"

#include <fmt/format.h>

#include <algorithm>

/// One strength and one next try for each person: small enough to do tomorrow.
namespace casus::training {
namespace {

bool same_name(std::string_view a, std::string_view b) { return folded(trimmed(a)) == folded(trimmed(b)); }

struct Seen {
  int revealing = 0, affirming = 0, asking = 0, acting = 0, leading = 0, speaking = 0;  ///< a move of each kind
  int steps = 0;
  int out_of_turn = 0, advising = 0, closed = 0;
  std::string closed_question;
};

Seen seen_of(const Play& play, const std::string& name) {
  Seen seen;
  for (const auto& beat : play.beats()) {
    if (!same_name(beat.move.by, name)) continue;
    if (beat.refusal && (beat.refusal->rule == "R4" || beat.refusal->rule == "R6") && seen.out_of_turn == 0)
      seen.out_of_turn = beat.number;
    if (!beat.counts()) continue;
    const auto* command = std::get_if<CommandBody>(&beat.move.body);
    const bool reveals =
        std::ranges::any_of(beat.came_out, [](const CameOut& out) { return out.what == CameOut::What::fact; });
    const bool asked = std::holds_alternative<Consult>(beat.move.body) ||
                       (command != nullptr && std::holds_alternative<Say>(*command));
    if (reveals && asked && seen.revealing == 0) seen.revealing = beat.number;
    if (command == nullptr) continue;
    if (std::holds_alternative<NextStep>(*command)) seen.leading = beat.number, ++seen.steps;
    if (std::holds_alternative<AddAction>(*command)) seen.acting = beat.number;
  }
  for (const auto& one : spoken(play)) {
    if (!same_name(one.of->move.by, name)) continue;
    if (seen.speaking == 0) seen.speaking = one.beat;
    if (one.say->kind == "affirmation") seen.affirming = one.beat;
    const bool asks = one.say->kind == "question" || one.say->kind == "follow_up";
    if (asks && is_open_question(one.say->text)) seen.asking = one.beat;
    if (asks && !is_open_question(one.say->text)) seen.closed = one.beat, seen.closed_question = one.say->text;
    if (is_advice_in_disguise(one)) seen.advising = one.beat;
  }
  return seen;
}

void strength_of(PersonNote& note, const Seen& seen) {
  const auto is = [&](int beat, Text text) { note.strength_beat = beat, note.strength = std::move(text); };
  if (seen.revealing > 0)
    is(seen.revealing,
       {"vroeg naar wat niemand nog wist, en kreeg een antwoord", "asked for what nobody knew yet, and got an answer"});
  else if (seen.affirming > 0) is(seen.affirming, {"zei hardop wat goed ging", "said aloud what went well"});
  else if (seen.asking > 0) is(seen.asking, {"stelde een open vraag", "asked an open question"});
  else if (seen.acting > 0) is(seen.acting, {"nam een afspraak op zich", "took on an action"});
  else if (seen.leading > 0)
    is(seen.leading, {fmt::format("hield de stappen bij: {} keer verder", seen.steps),
                      fmt::format("kept the steps: went on {} times", seen.steps)});
  else if (seen.speaking > 0) is(seen.speaking, {"bracht iets in", "brought something in"});
  else is(0, {"luisterde", "listened"});
}

void try_of(PersonNote& note, const Seen& seen) {
  const auto is = [&](int beat, Text text) { note.try_beat = beat, note.next_try = std::move(text); };
  if (seen.out_of_turn > 0)
    is(seen.out_of_turn, {"wacht op je beurt, en schrijf je inval zolang op",
                          "wait for your turn, and write your thought down meanwhile"});
  else if (seen.advising > 0)
    is(seen.advising, {"vraag het eerst open: wat heeft de inwoner zelf al geprobeerd?",
                       "ask it openly first: what has the resident tried already?"});
  else if (seen.closed > 0)
    is(seen.closed, {fmt::format("maak hier een open vraag van: \"{}\"", seen.closed_question),
                     fmt::format("make this an open question: \"{}\"", seen.closed_question)});
  else if (seen.speaking == 0 && seen.leading == 0)
    is(0, {"neem een volgende keer één beurt, hoe klein ook", "take one turn next time, however small"});
  else if (seen.leading > 0 && seen.asking == 0)
    is(seen.leading, {"vat samen voordat je verdergaat, en vraag of het klopt",
                      "sum up before going on, and ask whether it is right"});
  else is(0, {"vraag één keer door: wie merkte dat, en wat nog meer?", "ask on once: who noticed, and what else?"});
}

}  // namespace

std::vector<PersonNote> person_notes(const Play& play) {
  std::vector<PersonNote> notes;
  for (const auto& person : play.state().people) {
    // Who takes the notes plays along without the word.
    const bool only_notes = person.roles == std::vector<Role>{Role::note_taker};
    if (!person.at_table() || !person.team_member || person.has(Role::resident) || only_notes) continue;
    PersonNote note;
    note.name = person.name;
    const auto seen = seen_of(play, person.name);
    strength_of(note, seen);
    try_of(note, seen);
    for (const auto& beat : play.beats()) {  // the latest sheet wins
      const auto* sheet = beat.counts() ? std::get_if<Observe>(&beat.move.body) : nullptr;
      if (sheet == nullptr || !same_name(sheet->whom, person.name)) continue;
      if (!trimmed(sheet->strength).empty())
        note.strength = {sheet->strength, sheet->strength}, note.strength_beat = beat.number, note.observed = true;
      if (!trimmed(sheet->next_try).empty())
        note.next_try = {sheet->next_try, sheet->next_try}, note.try_beat = beat.number, note.observed = true;
    }
    notes.push_back(std::move(note));
  }
  return notes;
}

}  // namespace casus::training
