// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"

#include "core/desk/give_all.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/service/table/saying_kind.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

/// What several commands together came to, which question somebody's words were taken as an answer to, and how that is
/// put right in two words.
namespace casus::desk {

using text::msg;

namespace {

bool is_plain_kind(const service::SaidKind& kind) {
  return kind.key != "question" && kind.key != "follow_up" && kind.key != "answer" && kind.key != "choice" &&
         kind.asks.empty();
}

bool tells_something(const service::SaidKind& kind) {
  return kind.key != "question" && kind.key != "follow_up" && kind.key != "answer" && kind.key != "note";
}

}  // namespace

void GuidedMeeting::tell_answered(const service::Answer& answer, bool open_too) {
  if (!answer.done() || !answer.after || shown_.conceals()) return;
  for (const auto& event : answer.events) {
    const auto* said = std::get_if<Contributed>(&event.body);
    const auto* person = said == nullptr || said->hidden ? nullptr : answer.after->person(event.by);
    if (person == nullptr || said->kind == "question" || said->kind == "follow_up") continue;
    const auto* question = service::open_question(*answer.after, *person);
    const bool answered = said->kind == "answer" && !said->re.empty();
    if (answered) {
      const auto asked = std::ranges::find(answer.after->contributions, said->re, &Contribution::id);
      question = asked == answer.after->contributions.end() ? nullptr : &*asked;
    }
    if (question == nullptr || (!answered && !open_too)) continue;
    const auto in_words = [&](const text::Message& message) { return message.in(desk_.voice()); };
    if (answered) say(in_words(msg("guided.answers_question", "question"_is = question->text)), Tone::quiet);
    else say(in_words(msg("guided.question_left", "question"_is = question->text)), Tone::quiet);
    shown_.answers = Answering{said->id, answered};
    just_said_ = JustSaid{said->id, person->name, said->text, question->id, answered, {}};
  }
}

/// `said_why`: the line itself says why it is a note, and which kind it is after all in one word.
void GuidedMeeting::tell_why_note(const service::Answer& answer, const std::string& by, bool said_why) {
  const auto* person = answer.after ? answer.after->person(by) : nullptr;
  const auto& seats = shown_.table->seats;
  const auto seat = person == nullptr ? seats.end() : std::ranges::find(seats, person->id, &service::Seat::id);
  const auto told = std::ranges::find_if(shown_.table->kinds, tells_something);
  if (said_why && seat != seats.end() && told != shown_.table->kinds.end()) return may_count_as(answer, *told);
  if (seat != seats.end() && seat->answers) return tell_beside_questions(answer, *person);
  // What tells something among questions: the line itself says why it is a note.
  const auto asks = std::ranges::find(shown_.table->kinds, "question", &service::SaidKind::key);
  if (seat != seats.end() && seat->speaks && asks != shown_.table->kinds.end()) {
    for (const auto& event : answer.events)
      if (const auto* said = std::get_if<Contributed>(&event.body); said != nullptr && !shown_.conceals()) {
        shown_.answers = Answering{said->id, false, spoken(asks->name)};
        const auto asked = said->text.substr(0, said->text.find_last_not_of(". ") + 1) + '?';
        just_said_ = JustSaid{said->id, person->name, asked, {}, false, asks->key};
      }
    return;
  }
  const bool leads = person != nullptr && (person->has(Role::chair) || person->has(Role::note_taker));
  if (leads) return say(desk_.say("guided.note_of_leader", "who"_is = by), Tone::quiet);
  if (person != nullptr && tell_remark(answer, *person)) return;
  say(desk_.say("guided.note_of_listener", "who"_is = by), Tone::quiet);
}

/// One word makes that kind of it.
void GuidedMeeting::may_count_as(const service::Answer& answer, const service::SaidKind& kind) {
  if (!answer.after || shown_.conceals()) return;
  for (const auto& event : answer.events)
    if (const auto* said = std::get_if<Contributed>(&event.body); said != nullptr && !said->hidden)
      if (const auto* person = answer.after->person(event.by)) {
        shown_.answers = Answering{said->id, false, spoken(kind.name)};
        just_said_ = JustSaid{said->id, person->name, said->text, {}, false, kind.key};
      }
}

/// What who brought the case in says while the others think aloud is no more of what they give: it is told once, with
/// the one word that makes it that after all.
bool GuidedMeeting::tell_remark(const service::Answer& answer, const Person& person) {
  const auto plain = std::ranges::find_if(shown_.table->kinds, is_plain_kind);
  if (!person.has_any({Role::presenter, Role::resident}) || plain == shown_.table->kinds.end() || shown_.conceals())
    return false;
  for (const auto& event : answer.events) {
    const auto* said = std::get_if<Contributed>(&event.body);
    if (said == nullptr || said->hidden) continue;
    // That they listen is said below.
    for (const auto& noticed : said->noticed)
      std::erase_if(shown_.messages, [&](const Message& one) {
        return noticed.rule == "R4" && one.text == desk_.say("remark.line", "text"_is = noticed.message);
      });
    say(desk_.say("guided.note_of_presenter", "who"_is = person.name, "kind"_is = spoken(plain->name)), Tone::quiet);
    shown_.answers = Answering{said->id, false, spoken(plain->name)};
    // That it may answer a question that is open was told above: that word stands as well.
    auto question = just_said_ && just_said_->ref == said->id && !just_said_->answered ? just_said_->question : "";
    just_said_ = JustSaid{said->id, person.name, said->text, std::move(question), false, plain->key};
    return true;
  }
  return false;
}

/// Who may answer does not only listen: it is a note because no question is open to them.
void GuidedMeeting::tell_beside_questions(const service::Answer& answer, const Person& person) {
  if (just_said_) return;  // a question is open still, and that was told
  // One that was asked in an earlier step waits as well.
  if (const auto* left = service::question_left(*answer.after, person); left != nullptr && !shown_.conceals())
    return tell_left(answer, person, *left);
  const auto& all = answer.after->contributions;
  const auto told = std::find_if(all.rbegin(), all.rend(), [&](const Contribution& it) {
    return it.by == person.id && it.kind == "answer" && !it.re.empty() && it.visit == answer.after->visit_index();
  });
  const auto asked = told == all.rend() ? all.end() : std::ranges::find(all, told->re, &Contribution::id);
  if (asked == all.end() || asked->text.empty() || shown_.conceals())
    return say(desk_.say("guided.note_unasked", "who"_is = person.name), Tone::quiet);
  for (const auto& event : answer.events)
    if (const auto* said = std::get_if<Contributed>(&event.body); said != nullptr && !said->hidden) {
      say(desk_.say("guided.note_beside_answer", "question"_is = asked->text), Tone::quiet);
      may_answer(*said, person, asked->id);
    }
}

void GuidedMeeting::tell_left(const service::Answer& answer, const Person& person, const Contribution& question) {
  for (const auto& event : answer.events)
    if (const auto* said = std::get_if<Contributed>(&event.body); said != nullptr && !said->hidden) {
      say(desk_.say("guided.question_left", "question"_is = question.text), Tone::quiet);
      may_answer(*said, person, question.id);
    }
}

/// One word makes the answer of it.
void GuidedMeeting::may_answer(const Contributed& said, const Person& person, const std::string& question) {
  shown_.answers = Answering{said.id, false};
  just_said_ = JustSaid{said.id, person.name, said.text, question, false, {}};
}

std::optional<Meant> GuidedMeeting::answered_otherwise(const std::string& line) const {
  if (!just_said_ || !shown_.table || just_said_->help) return std::nullopt;
  if (just_said_->any_kind) {
    const auto* kind = kind_typed_alone(line);
    if (kind == nullptr) return std::nullopt;
    auto sorted = *just_said_;
    sorted.as = kind->key;
    return otherwise_answered(sorted);
  }
  if (!just_said_->as.empty()) {
    const auto kind = std::ranges::find(shown_.table->kinds, just_said_->as, &service::SaidKind::key);
    const bool is_it = kind != shown_.table->kinds.end() && folded(trimmed(line)) == spoken(kind->name);
    if (!is_it && !just_said_->question.empty() && is_said_as(line, msg("line.is_answer_words"))) {
      auto answers = *just_said_;
      answers.as.clear();
      return otherwise_answered(answers);
    }
    return is_it ? std::optional(otherwise_answered(*just_said_)) : std::nullopt;
  }
  const auto words = just_said_->answered ? msg("line.is_no_answer_words") : msg("line.is_answer_words");
  return is_said_as(line, words) ? std::optional(otherwise_answered(*just_said_)) : std::nullopt;
}

void GuidedMeeting::answer_otherwise(const Answering& was, Sent sent) {
  const bool still = just_said_ && just_said_->ref == was.ref && just_said_->answered == was.answered && shown_.table;
  if (!still) {
    sent_ = std::move(sent);
    return waits_no_more();
  }
  take(otherwise_answered(*just_said_), std::move(sent));
}

Meant GuidedMeeting::otherwise_answered(const JustSaid& before) const {
  // The danger first: that it is over must not hang on words that are put right.
  if (before.help) return GiveCommands{{HandleAcute{before.text}, Withdraw{before.ref, {}}}, {before.by, before.by}};
  Say again{{.kind = before.answered ? "note" : before.as.empty() ? "answer" : before.as, .text = before.text}};
  if (!before.answered && before.as.empty()) again.re = before.question;
  const auto seat = std::ranges::find(shown_.table->seats, before.by, &service::Seat::name);
  if (before.answered && seat != shown_.table->seats.end() && seat->speaks) {
    const auto own = service::kinds_of(*shown_.table, *seat);
    if (const auto plain = std::ranges::find_if(own, is_plain_kind); plain != own.end()) again.kind = plain->key;
  }
  return GiveCommands{{Withdraw{before.ref, {}}, std::move(again)}, {before.by, before.by}};
}

std::optional<std::string> GuidedMeeting::which_kind(const Command& command) const {
  const auto* said = std::get_if<Say>(&command.body);
  if (said == nullptr || !said->kind.empty() || !shown_.table || shown_.table->kinds.size() < 2) return std::nullopt;
  const auto& table = *shown_.table;
  const auto seat = std::ranges::find(table.seats, command.by, &service::Seat::name);
  if (seat == table.seats.end()) return std::nullopt;
  const auto own = service::kinds_of(table, *seat);
  std::vector<text::Message> all;
  for (const auto& kind : own) all.push_back(text::Message::verbatim(kind.name));
  auto shown = std::ranges::find_if(own, is_plain_kind);
  if (shown == own.end()) shown = own.begin();
  // Not the words themselves: where each writes unseen the others would read them.
  const auto about = said->re.empty() ? std::string() : ' ' + said->re;
  return msg("guided.waits_which_kind", "kinds"_is = desk_.voice().write(text::any_of(std::move(all))),
             "line"_is = command.by + ' ' + spoken(shown->name) + about + ": ...",
             "drop"_is = name_of(Ask::drop, desk_.voice()))
      .in(desk_.voice());
}

bool GuidedMeeting::may_be_noted(const Command& command) const {
  const auto& table = *shown_.table;
  const auto* said = std::get_if<Say>(&command.body);
  if (said == nullptr || !said->re.empty() || !said->to.empty()) return false;
  return table.notes_beside && !table.hidden && !table.unnamed && !shown_.conceals();
}

void GuidedMeeting::tell_which_kind(const service::Answer& answer) {
  if (!answer.done() || !answer.after || !shown_.table) return;
  for (const auto& event : answer.events) {
    const auto* said = std::get_if<Contributed>(&event.body);
    const auto* person = said == nullptr ? nullptr : answer.after->person(event.by);
    if (person == nullptr) continue;
    const auto& seats = shown_.table->seats;
    const auto seat = std::ranges::find(seats, person->id, &service::Seat::id);
    const auto own = seat == seats.end() ? shown_.table->kinds : service::kinds_of(*shown_.table, *seat);
    std::vector<text::Message> all;
    for (const auto& kind : own)
      if (tells_something(kind)) all.push_back(text::Message::verbatim(kind.name));
    if (all.empty()) return;
    say(msg("guided.note_which_kind", "kinds"_is = desk_.voice().write(text::any_of(std::move(all)))).in(desk_.voice()),
        Tone::warning);
    const auto first = std::ranges::find_if(own, tells_something);
    shown_.answers = Answering{said->id, false, spoken(first->name)};
    just_said_ = JustSaid{said->id, person->name, said->text, {}, false, first->key};
    just_said_->any_kind = true;
  }
}

const service::SaidKind* GuidedMeeting::kind_typed_alone(const std::string& typed) const {
  const auto wanted = folded(trimmed(typed));
  const service::SaidKind* found = nullptr;
  for (const auto& kind : shown_.table->kinds) {
    const auto name = spoken(kind.name);
    if (wanted == name) return &kind;
    if (wanted.empty() || !name.starts_with(wanted + ' ')) continue;
    if (found != nullptr) return nullptr;
    found = &kind;
  }
  return found;
}

void GuidedMeeting::give(const GiveCommands& given, const std::string& line) {
  if (!shown_.table) return nothing_at_hand(line);
  for (const auto& answer : give_all(desk_, shown_.table->case_id, acting(), given.bodies, sent_.id, given.by)) {
    tell(answer, line);
    if (!answer.done()) return;
    tell_answered(answer, false);
  }
}

}  // namespace casus::desk
