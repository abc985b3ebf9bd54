// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"

#include "core/desk/meeting/guided/unread.hpp"
#include "core/desk/meeting/typed_again.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/typed/completed.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/method/phrases.hpp"
#include "core/method/vocabulary.hpp"

#include <algorithm>
#include <utility>

/// Danger in a meeting: it can be reported whatever is on the table, and no word of it is lost.
namespace casus::desk {

using text::msg;

Command GuidedMeeting::beside_danger(Command command) {
  const auto* said = std::get_if<Say>(&command.body);
  if (said == nullptr || shown_.table->stage.safety != Safety::acute || trimmed(said->text).empty()) return command;
  const bool unplaced = said->kind == method::kUnplacedKind;
  const bool plain = (said->kind.empty() || said->kind == "note" || unplaced) && !trimmed(said->text).ends_with('?');
  // A call for help tells of nothing new. Before the first step there are no notes.
  const bool danger = method::tells_of_danger(said->text) && !method::calls_for_help(said->text);
  if (!shown_.table->in_step || (plain && danger)) {
    say_once(msg("guided.danger_beside").in(desk_.voice()), Tone::strong);
    command.body = RaiseAcute{said->text};
    return command;
  }
  if (unplaced) return command;
  say_once(msg("guided.note_beside_danger").in(desk_.voice()), Tone::strong);
  // In the name of who says it; a kind that the words do not show stays in front of them.
  Say note{{.kind = "note", .text = said->text, .typed_in = said->typed_in}};
  const auto kind = std::ranges::find(shown_.table->kinds, said->kind, &service::SaidKind::key);
  if (kind != shown_.table->kinds.end() && said->kind != "note" && said->kind != "fact" && said->kind != "question")
    note.text = spoken(kind->name) + ": " + note.text;
  command.body = std::move(note);
  return command;
}

std::optional<Unsure> GuidedMeeting::danger_and_safe(const std::string& line, const Meant& meant) const {
  const auto* given = std::get_if<GiveCommand>(&meant);
  const auto* note = given == nullptr ? nullptr : std::get_if<Say>(&given->body);
  const auto* word = word_of_line(line);
  if (note == nullptr || note->kind != "note" || word == nullptr || word->ask != Ask::handled || !shown_.table)
    return std::nullopt;
  const auto asked = std::find_if(waiting_.rbegin(), waiting_.rend(), [&](const WaitingLine& one) {
    return asks_of_danger(one) && !one.let_be && one.case_id == shown_.table->case_id &&
           word_of_line(one.way)->ask == Ask::acute;
  });
  if (asked == waiting_.rend()) return std::nullopt;
  const auto voice = desk_.voice();
  auto ask = msg("guided.danger_and_safe", "line"_is = asked->line).in(voice);
  if (shown_.unseen()) ask = without_quoted(std::move(ask), *shown_.table, asked->line);
  Unsure both{std::move(ask), name_of(Ask::pasted, voice), true};
  both.apart = {asked->way, line};
  return both;
}

void GuidedMeeting::keep_danger(const std::string& line) {
  const auto voice = desk_.voice();
  std::vector<text::Message> cases;
  std::string only;
  for (const auto& id : names().cases) {
    cases.push_back(text::Message::verbatim(id));
    only = id;
  }
  if (std::ranges::find(danger_, line) == danger_.end()) danger_.push_back(line);
  if (cases.empty()) return nothing_at_hand(line);
  const bool one = cases.size() == 1;
  not_done(msg("guided.danger_no_case", "cases"_is = text::any_of(std::move(cases))).in(voice));
  if (one) offer({Ask::take, only, {}});
}

/// The first that waits; the others when it is in a case.
void GuidedMeeting::give_back_kept() {
  if (danger_.empty() || !shown_.table) return;
  say(msg("guided.danger_kept_ready").in(desk_.voice()), Tone::strong);
  shown_.offer.reset();
  shown_.back = danger_.front();
}

void GuidedMeeting::was_reported(const std::string& line) {
  if (danger_.empty()) return;
  const auto typed = folded(trimmed(line));
  std::erase_if(danger_, [&](const std::string& kept) { return folded(trimmed(kept)) == typed; });
  if (danger_.empty()) return;
  say(msg("guided.danger_more", "line"_is = danger_.front()).in(desk_.voice()), Tone::strong);
  shown_.back = danger_.front();
}

bool GuidedMeeting::asked_before(const std::string& line) {
  if (line.empty()) return true;  // a button is no slip of the pen
  const bool again = folded(asked_) == folded(trimmed(line));
  asked_ = again ? std::string() : std::string(trimmed(line));
  return again;
}

/// Each line that is in no case is named, and going away is no slip of the pen.
std::vector<std::string> GuidedMeeting::in_no_case() const {
  auto lines = danger_;
  for (const auto& one : waiting_)
    if (one.ref.empty() && (one.case_id.empty() || !shown_.table || shown_.table->case_id != one.case_id))
      lines.push_back(one.line);
  return lines;
}

void GuidedMeeting::tell_in_no_case() {
  const auto lines = in_no_case();
  for (std::size_t i = 0; i < lines.size(); ++i)
    say((i < danger_.size() ? msg("guided.danger_waits", "line"_is = lines[i])
                            : msg("guided.waits", "line"_is = lines[i]))
            .in(desk_.voice()),
        Tone::bad);
}

bool GuidedMeeting::may_stop(const std::string& line) {
  if (in_no_case().empty()) return may_leave_danger(Ask::stop, line);
  if (asked_before(line)) return true;
  tell_unanswered();
  tell_in_no_case();
  const auto stop = name_of(Ask::stop, desk_.voice());
  not_done(
      (unkept().empty() ? msg("guided.stop_kept_aside", "stop"_is = stop) : msg("guided.stop_anyway", "stop"_is = stop))
          .in(desk_.voice()));
  return false;
}

bool GuidedMeeting::may_end(const std::string& line) {
  if (!shown_.room || !shown_.room->started) return true;
  std::vector<text::Message> left;
  for (const auto& item : shown_.room->items)
    if (!item.case_id.empty() && (item.state == ItemState::at_hand || item.state == ItemState::planned))
      left.push_back(text::Message::verbatim(item.case_id));
  const auto voice = desk_.voice();
  if ((left.empty() && in_no_case().empty()) || asked_before(line)) return true;
  tell_unanswered();
  tell_in_no_case();
  if (left.empty()) return not_done(msg("guided.end_anyway", "end"_is = name_of(Ask::finish, voice)).in(voice)), false;
  not_done(msg("guided.still_open", "cases"_is = text::all_of(std::move(left)), "end"_is = name_of(Ask::finish, voice))
               .in(voice));
  return false;
}

bool tells_of_danger(const WaitingLine& waits) {
  if (waits.no_danger) return false;
  const auto of_danger = [](const std::string& line) {
    const auto words = words_in(line.substr(0, line.find(':')));
    const auto* word = words.empty() ? nullptr : meeting_word(words.front());
    return word != nullptr && (word->ask == Ask::acute || word->ask == Ask::concern || word->ask == Ask::meldcode);
  };
  if (method::tells_of_danger(waits.line) || method::tells_of_worry(waits.line)) return true;
  // "112 is gebeld": what was done, that begins as a word of danger.
  const bool number = !waits.line.empty() && waits.line.front() >= '0' && waits.line.front() <= '9';
  const bool helps = number && waits.line.find(':') == std::string::npos && method::tells_of_help(waits.line);
  return (!helps && of_danger(waits.line)) || of_danger(waits.way);
}

bool asks_of_danger(const WaitingLine& waits) {
  const auto* word = waits.whole ? word_of_line(waits.way) : nullptr;
  return word != nullptr && (word->ask == Ask::acute || word->ask == Ask::concern);
}

std::vector<std::string> GuidedMeeting::danger_unanswered() const {
  std::vector<std::string> lines;
  for (const auto& one : waiting_)
    if (shown_.table && one.case_id == shown_.table->case_id && tells_of_danger(one)) lines.push_back(one.line);
  return lines;
}

void GuidedMeeting::tell_unanswered() {
  for (const auto& one : danger_unanswered())
    say(msg("guided.danger_unanswered", "line"_is = one).in(desk_.voice()), Tone::bad);
}

bool GuidedMeeting::may_leave_danger(Ask word, const std::string& line) {
  if (danger_unanswered().empty() || asked_before(line)) return true;
  const auto voice = desk_.voice();
  tell_unanswered();
  not_done(msg("guided.danger_to_note", "waiting"_is = name_of(Ask::waiting, voice), "word"_is = name_of(word, voice))
               .in(voice));
  return false;
}

void GuidedMeeting::let_in_who_speaks(const std::string& line) {
  const auto colon = line.find(':');
  if (asked_.empty() || !shown_.room || colon == std::string::npos) return;
  const auto meant = meant_by(asked_, {}, names(), {desk_.voice(), desk_.today()});
  const auto* steers = std::get_if<SteerMeeting>(&meant);
  if (steers == nullptr || steers->what != Ask::arrive) return;
  const auto words = words_in(line.substr(0, colon));
  bool speaks = false;
  for (auto count = words.size(); count > 0 && !speaks; --count)
    speaks = !called(joined_words(words, 0, count), {steers->about}).empty();
  if (!speaks) return;
  const auto answer = desk_.meetings().handle(completed(desk_, meeting_command(Arrive{steers->about})));
  if (!answer.done()) return;
  for (const auto& event : answer.events) told_before_.push_back({told(desk_, event, *answer.after), Tone::good});
  refresh();
}

bool GuidedMeeting::may_be_done(const std::string& line) {
  if (!shown_.table || shown_.table->stage.safety != Safety::acute) return may_leave_danger(Ask::ready, line);
  if (asked_before(line)) return true;
  const auto voice = desk_.voice();
  tell_unanswered();
  not_done(
      msg("guided.still_acute", "handled"_is = name_of(Ask::handled, voice), "ready"_is = name_of(Ask::ready, voice))
          .in(voice));
  return false;
}

bool GuidedMeeting::may_arrive(const std::string& name, const std::string& line) {
  const auto team = desk_.service().team();
  if (!team || team->members.empty() || !team->members_meant(name).empty() || asked_before(line)) return true;
  not_done(msg("guided.guest", "name"_is = name).in(desk_.voice()));
  shown_.offer = Offer{line, SteerMeeting{Ask::arrive, name, {}}};
  return false;
}

void GuidedMeeting::offers_because(const CommandBody& body, const std::string& line) {
  const auto voice = desk_.voice();
  std::string form;
  const auto* correct = std::get_if<Correct>(&body);
  constexpr std::string_view kKind = "kind=";
  if (correct != nullptr && correct->text.empty() && correct->set.size() == 1 && correct->set[0].starts_with(kKind)) {
    const auto key = correct->set[0].substr(kKind.size());
    auto kind = std::string(method::kind_label(nullptr, key, voice));
    if (shown_.table)
      for (const auto* kinds : {&shown_.table->other_kinds, &shown_.table->kinds})
        for (const auto& one : *kinds)
          if (one.key == key) kind = spoken(one.name);
    form = msg("line.kind_because", "ref"_is = correct->ref, "kind"_is = kind, "because"_is = msg("line.reason_here"))
               .in(voice);
  } else if (correct != nullptr) {
    // A day or a figure goes back as it was typed; nothing of the line is lost.
    auto told = other_words_in(std::string(trimmed(line)));
    if (!told) told = other_words_in(behind_colon(line));
    const auto typed = told ? told->text : behind_colon(line);
    form = msg("line.correct_because", "ref"_is = correct->ref, "because"_is = msg("line.reason_here"),
               "text"_is = correct->set.empty() || typed.empty() ? correct->text : typed)
               .in(voice);
  }
  if (const auto* withdraw = std::get_if<Withdraw>(&body))
    form = msg("line.withdraw_because", "ref"_is = withdraw->ref, "because"_is = msg("line.reason_here")).in(voice);
  if (form.empty()) return;
  say(msg("guided.needs_because", "form"_is = form).in(voice), Tone::strong);
  shown_.back = form;
}

}  // namespace casus::desk
