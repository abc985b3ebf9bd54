// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"

#include "core/desk/meeting/guided/words_completed.hpp"
#include "core/desk/meeting/typed_again.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/desk/words/among_questions.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/method/definition.hpp"
#include "core/method/vocabulary.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

/// What waits for an answer and gets none when the case goes from the table: nothing that somebody said is swallowed,
/// and nothing of it becomes a note that nobody made.
namespace casus::desk {

using text::msg;

/// It is kept as it was typed, in the name of who is named in it. What tells of danger is kept with what is said of
/// safety, as typed and not confirmed: nobody reported it. It is asked for again there and no extract shows it. Talk of
/// the meeting tells nothing of the case. The rest has no place yet: it is in the case for the team, and waits again
/// the next time. While each writes for themselves or votes, it would be read before the others are: that stays beside
/// the case.
void GuidedMeeting::keep_waiting() {
  dropped_.clear();
  keep_pasted();
  forget_unnamed(true);
  const auto still = settle_unplaced();
  std::vector<WaitingLine> left, unplaced;
  const auto kept = [&](CommandBody body, std::string_view said, const WaitingLine& one, const std::string& by) {
    Command command{.case_id = one.case_id, .by = by, .body = std::move(body), .seat = typist()};
    const auto answer = handed_over(desk_, beside_danger(std::move(command)));
    if (answer.done()) say(text::Message(said, {"line"_is = one.line}).in(desk_.voice()), Tone::warning);
    return answer.done();
  };
  const bool votes = shown_.table && shown_.table->vote && !shown_.table->vote->on.empty();
  const bool unseen = votes || shown_.conceals();
  const auto known = names();
  std::size_t let_go = 0;
  for (auto& one : std::exchange(waiting_, {})) {
    const bool here = !one.case_id.empty() && shown_.table && shown_.table->case_id == one.case_id;
    if (here && !tells_of_danger(one)) {
      if (is_meeting_talk(one.line, *shown_.table, known, {desk_.voice(), desk_.today()})) ++let_go;
      else (unseen ? left : unplaced).push_back(std::move(one));
    } else if (!here || !kept(RaiseConcern{msg("guided.not_confirmed", "line"_is = one.line).in(desk_.voice())},
                              "guided.kept_as_concern", one, acting())) {
      left.push_back(std::move(one));
    }
  }
  // Each by itself: one that is refused keeps none of the others from being kept.
  bool any = false;
  for (auto& one : unplaced) {
    Say line{{.kind = std::string(method::kUnplacedKind), .text = one.line, .typed_in = step_typed(one)}};
    const auto named = speaker_named(one.line, *shown_.table);
    if (kept(std::move(line), "guided.kept_unplaced", one, named.empty() ? acting() : named)) any = true;
    else left.push_back(std::move(one));
  }
  if (any) say(msg("guided.unplaced_later").in(desk_.voice()), Tone::warning);
  if (still > 0) say(msg("guided.unplaced_still", "count"_is = still).in(desk_.voice()), Tone::quiet);
  if (let_go > 0) say(msg("guided.let_go", "count"_is = let_go).in(desk_.voice()), Tone::quiet);
  waiting_ = std::move(left);
  asks_now_ = false;
}

void GuidedMeeting::wait_unplaced() {
  const auto here = shown_.table && !shown_.stopped ? shown_.table->case_id : std::string();
  if (here == unplaced_of_) return;
  settle_unplaced();
  if (here.empty()) return;
  unplaced_of_ = here;
  std::vector<WaitingLine> again;
  for (const auto& line : shown_.table->unplaced) {
    WaitingLine one{.line = line.text, .case_id = here};
    one.where.emplace();  // of no step
    one.ref = line.id;
    one.typed = line.typed;
    read_once_more(one);
    again.push_back(std::move(one));
    unplaced_.push_back(line.id);
  }
  // Before what is asked now, which stays the last that waits.
  waiting_.insert(waiting_.begin(), std::make_move_iterator(again.begin()), std::make_move_iterator(again.end()));
}

void GuidedMeeting::tell_waiting() {
  // What was kept without a place was told when its case came on the table: it waits behind the others.
  const auto is_new = [](const WaitingLine& one) { return one.ref.empty(); };
  if (!asks_now_) {
    const auto old = std::stable_partition(waiting_.begin(), waiting_.end(), is_new);
    std::stable_partition(waiting_.begin(), old, asks_of_danger);  // safety is asked about first
  }
  list_waiting();
  const auto count = static_cast<std::size_t>(std::ranges::count_if(waiting_, is_new));
  const bool undone = undone_ && !dropped_.empty();  // "wacht" is about that one now
  if (count == 0) told_waits_.clear();
  if (count == 0 || asks_now_ || in_paste_ || undone) return;
  if (shown_.conceals()) return say(msg("guided.waits_unseen", "count"_is = count).in(desk_.voice()), Tone::plain);
  // Danger comes first, then what waits longest: that is the one that "wacht" and "laat" are about. Said in full once;
  // as long as nothing else waits, it is named no more under each line that follows.
  const auto& first = waiting_.front().line;
  const auto told = first + '\n' + std::to_string(count);
  if (std::exchange(told_waits_, told) == told)
    return say(msg("guided.waits_still", "count"_is = count).in(desk_.voice()), {}, Tone::quiet);
  const auto more = count - 1;
  say(more == 0 ? msg("guided.waits", "line"_is = first).in(desk_.voice())
                : msg("guided.waits_more", "line"_is = first, "count"_is = more).in(desk_.voice()),
      {}, Tone::warning);
}

void GuidedMeeting::tell_unplaced() {
  const auto first = std::ranges::find_if(waiting_, [](const WaitingLine& one) { return !one.ref.empty(); });
  if (first == waiting_.end()) return;
  const auto voice = desk_.voice();
  // Beside lines that wait since now it is named by its number: the word alone is about those.
  const bool alone = std::ranges::all_of(waiting_, [](const WaitingLine& one) { return !one.ref.empty(); });
  const auto behind = alone ? std::string() : ' ' + std::to_string(first - waiting_.begin() + 1);
  const auto count = unplaced_.size();
  if (shown_.conceals()) return say(msg("guided.unplaced_still", "count"_is = count).in(voice), Tone::warning);
  say(msg("guided.unplaced_waits", "count"_is = count, "line"_is = first->line,
          "waiting"_is = name_of(Ask::waiting, voice) + behind, "drop"_is = name_of(Ask::drop, voice) + behind)
          .in(voice),
      {}, Tone::warning);
}

std::optional<std::string> GuidedMeeting::as_note(const std::string& line) const {
  if (!shown_.table || !shown_.table->in_step) return std::nullopt;
  const auto meant = meant_by(line, *shown_.table, names(), {desk_.voice(), desk_.today()});
  // Where it is no choice and no idea by itself, the note is what is offered.
  if (const auto* asked = std::get_if<Unsure>(&meant); asked != nullptr && asked->whole) {
    const auto offered = meant_by(asked->line, *shown_.table, names(), {desk_.voice(), desk_.today()});
    const auto* noted = std::get_if<GiveCommand>(&offered);
    const auto* note = noted == nullptr ? nullptr : std::get_if<Say>(&noted->body);
    return note != nullptr && note->kind == "note" ? std::optional(asked->line) : std::nullopt;
  }
  const auto* given = std::get_if<GiveCommand>(&meant);
  const auto note_of = [&](const std::string& text) {
    const auto note = std::string(method::kind_label(nullptr, "note", desk_.voice()));
    return (given->by.empty() ? note : given->by + ' ' + note) + ": " + text;
  };
  // A note by itself, as it fits no kind of this step.
  const auto* typed = given == nullptr ? nullptr : std::get_if<Say>(&given->body);
  if (typed != nullptr && typed->kind == "note" && !given->note.empty() && !only_asks(*shown_.table))
    return note_of(typed->text);
  const auto said = words_completed(desk_, shown_.table->case_id, given, acting());
  if (!said || said->kind == "fact" || said->kind == "question" || said->kind == "note") return std::nullopt;
  return note_of(said->text);
}

/// Out of its step a kind is kept in coaching, and refused in a strict case. A choice is made now, and not last week.
std::string GuidedMeeting::kinds_of_before() const {
  std::vector<text::Message> all;
  const auto add = [&](const std::vector<service::SaidKind>& kinds) {
    for (const auto& kind : kinds)
      if (kind.key != "choice" && kind.key != "note") all.push_back(text::Message::verbatim(kind.name));
  };
  add(shown_.table->kinds);
  if (coached_) add(shown_.table->other_kinds);
  all.push_back(text::Message::verbatim(std::string(method::kind_label(nullptr, "note", desk_.voice()))));
  return desk_.voice().write(text::any_of(std::move(all)));
}

void GuidedMeeting::ask_kind(WaitingLine& waits) const {
  // Typed in an earlier step of this meeting it has the kind of that step.
  if (!waits.kind.empty() && waits.ref.empty() && coached_) {
    waits.way = with_kind_typed(waits);
    return;
  }
  auto note = as_note(waits.way);
  if (!note) return;
  waits.question = msg("guided.waits_which_kind", "kinds"_is = kinds_of_before(), "line"_is = *note,
                       "drop"_is = name_of(Ask::drop, desk_.voice()))
                       .in(desk_.voice());
  waits.way = std::move(*note);
  waits.whole = coached_;
}

/// Only now, so that "ongedaan" was about what the line became. What tells of danger as it is read now is asked and
/// kept like any other line.
std::size_t GuidedMeeting::settle_unplaced() {
  const bool about_it = !waiting_.empty() && !waiting_.back().ref.empty();
  if (about_it) asks_now_ = false;
  std::size_t still = 0;
  for (const auto& ref : std::exchange(unplaced_, {})) {
    const auto waits = std::ranges::find(waiting_, ref, &WaitingLine::ref);
    if (waits != waiting_.end() && !tells_of_danger(*waits)) {
      waiting_.erase(waits);
      ++still;
      continue;
    }
    if (waits != waiting_.end()) waits->ref.clear();
    Command command{.case_id = unplaced_of_,
                    .by = acting(),
                    .body = Withdraw{ref, msg("guided.unplaced_settled").in(desk_.voice())},
                    .seat = typist()};
    (void)handed_over(desk_, desk_.service().by_whoever_said_it(std::move(command)));
  }
  unplaced_of_.clear();
  return still;
}

}  // namespace casus::desk
