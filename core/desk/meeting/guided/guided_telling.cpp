// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"

#include "core/desk/meeting/guided/mended_words.hpp"
#include "core/desk/meeting/guided/unread.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/desk/twice.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/text/voice.hpp"

#include <algorithm>
#include <utility>

/// What came of a line, in words: what happened, or why not and what to do.
namespace casus::desk {
namespace {

bool is_soft(const std::vector<Missing>& missing) { return std::ranges::none_of(missing, &Missing::hard); }

bool is_danger(const engine::Remark& remark) {
  return remark.message.id() == "remark.danger" || remark.message.id() == "remark.worry";
}

/// Of what was said in a step, when there is a remark that it may tell of danger.
std::optional<Worry> worry_in(const service::Answer& answer, const SaidInStep& said, const text::Voice& voice) {
  const auto remark = std::ranges::find_if(answer.remarks, is_danger);
  const auto& all = answer.after->contributions;
  const auto words = std::ranges::find_if(all, [&](const auto& one) { return one.id == said.id; });
  if (remark == answer.remarks.end() || words == all.end() || words->text.empty()) return std::nullopt;
  return Worry{words->text, answer.after->name_of(words->by, voice), remark->message.id() == "remark.danger",
               said.hidden, answer.after->is_anonymous(*words)};
}

}  // namespace

void GuidedMeeting::say(std::string text, Tone tone) { shown_.messages.push_back({std::move(text), tone}); }

void GuidedMeeting::say(std::string text, std::string unasked, Tone tone) {
  shown_.messages.push_back({std::move(text), tone, std::move(unasked)});
}

void GuidedMeeting::not_done(std::string text) {
  shown_.done = false;
  say(std::move(text), Tone::warning);
}

void GuidedMeeting::not_done(std::string text, std::string unasked) {
  shown_.done = false;
  say(std::move(text), std::move(unasked), Tone::warning);
}

void GuidedMeeting::open_page(Ask what, std::string title, std::vector<std::string> lines) {
  shown_.page = Opened{what, std::move(title), std::move(lines)};
}

/// What only the presenter can say has a word of its own. Where the review has begun a question is one of many, but for
/// who presents since a moment and did not ask theirs.
bool GuidedMeeting::offers_word(const std::vector<Missing>& missing) {
  const auto lacks = [&](std::string_view id) { return std::ranges::find(missing, id, &Missing::id) != missing.end(); };
  const bool question = shown_.table && (!shown_.table->in_step || shown_.table->question.empty()) && lacks("question");
  if (!question && !(shown_.table && lacks("hoped-for"))) return false;
  const auto word = std::ranges::find(meeting_words(), question ? Ask::question : Ask::hopes, &MeetingWord::ask);
  say(voice().say("line.fill_in_how", "how"_is = way_to_ask(question ? Ask::question : Ask::hopes)), Tone::strong);
  shown_.back = std::string(word->name(desk_.voice())) + ": ";
  return true;
}

void GuidedMeeting::asks_for_question() {
  const auto& missing = shown_.table->missing;
  if (std::ranges::find(missing, "question", &Missing::id) == missing.end()) return;
  const auto word = std::ranges::find(meeting_words(), Ask::question, &MeetingWord::ask);
  say(desk_.say("guided.question_before_words", "form"_is = word->form.in(desk_.voice()),
                "waiting"_is = name_of(Ask::waiting, desk_.voice())),
      Tone::strong);
}

std::string GuidedMeeting::hopes_later() const {
  return voice().say("guided.begun_without_hopes", "how"_is = way_to_ask(Ask::hopes));
}

/// A word of the meeting where those are typed, and else what the form is called in which it is filled in.
text::Way GuidedMeeting::way_to_ask(Ask what) const {
  const auto& id = shown_.table ? shown_.table->case_id : place_.case_id;
  if (what == Ask::question) return text::way("case question", "case"_is = id, "text"_is = text::gap());
  return text::way("case question", "case"_is = id, "text"_is = shown_.table ? shown_.table->question : std::string(),
                   "hoped-for"_is = text::gap());
}

bool GuidedMeeting::begins_by_talking(const Meant& meant) {
  const auto* given = std::get_if<GiveCommand>(&meant);
  if (given == nullptr || !std::holds_alternative<Say>(given->body) || !shown_.table || !coached_) return false;
  const auto& stage = shown_.table->stage;
  if (stage.life != Life::intake || stage.safety == Safety::acute) return false;
  Command begins{.id = sent_.id.empty() ? std::string() : sent_.id + "/begin",
                 .case_id = shown_.table->case_id,
                 .by = acting(),
                 .body = NextStep{},
                 .seat = typist()};
  const auto answer = handed_over(desk_, std::move(begins));
  if (!answer.done() || !answer.after) return false;
  for (const auto& event : answer.events) told_before_.push_back({told(desk_, event, *answer.after), Tone::good});
  if (answer.after->hoped_for.empty()) told_before_.push_back({hopes_later(), Tone::warning});
  refresh();
  return true;
}

void GuidedMeeting::tell_still_here(const Meant& meant) {
  const auto* given = std::get_if<GiveCommand>(&meant);
  if (given != nullptr && std::holds_alternative<NextStep>(given->body)) {
    stuck_ = shown_.done || !shown_.table || !shown_.table->in_step ? std::string() : where_now();
    return;
  }
  // "klaar" that is asked about, "neem" while another case lies there: what comes next is not of the next case.
  if (const auto* steers = std::get_if<SteerMeeting>(&meant)) {
    if (steers->what == Ask::ready || steers->what == Ask::take)
      stuck_ = shown_.done || !shown_.table ? std::string() : shown_.table->case_id;
    return;
  }
  const auto* asked = std::get_if<Unsure>(&meant);
  const bool said =
      asked != nullptr ? asked->waits : given != nullptr && shown_.done && std::holds_alternative<Say>(given->body);
  if (stuck_.empty() || !said) return;
  if (shown_.table && stuck_ == shown_.table->case_id)
    say(msg("guided.still_at_case", "case"_is = stuck_).in(desk_.voice()), Tone::warning);
  else if (stuck_ == where_now() && !shown_.conceals())
    say(msg("guided.still_in_step", "step"_is = shown_.table->step, "why"_is = name_of(Ask::why, desk_.voice()))
            .in(desk_.voice()),
        Tone::warning);
  stuck_.clear();
}

void GuidedMeeting::say_once(std::string text, Tone tone) {
  if (std::ranges::find(shown_.messages, text, &Message::text) == shown_.messages.end()) say(std::move(text), tone);
}

namespace {

/// Who sits at the table knows the case: what is still to do is told with the things that lack it.
void name_what_is_missing(Refusal& refusal) {
  if (refusal.reason.id() != "steps.still_do" || refusal.missing.empty()) return;
  auto first = std::ranges::find(refusal.missing, true, &Missing::hard);
  if (first == refusal.missing.end()) first = refusal.missing.begin();
  auto arguments = refusal.reason.arguments();
  for (auto& argument : arguments)
    if (argument.name == "first") argument.value = first->text;
  refusal.reason = text::Message(refusal.reason.id(), std::move(arguments));
}

}  // namespace

void GuidedMeeting::tell(Refusal refusal, const std::string& line) {
  // In the time of the family alone the screen shows nothing of the case.
  if (!shown_.table || !shown_.table->private_time) name_what_is_missing(refusal);
  if (shown_.unseen() && !line.empty()) {
    refusal.reason = without_typed(refusal.reason, *shown_.table, line);
    for (auto& remedy : refusal.remedies) remedy.hint = without_typed(remedy.hint, *shown_.table, line);
  }
  // The number of a rule says nothing to who sits at the table.
  not_done(desk_.say("guided_meeting.refused", "reason"_is = refusal.reason.in(voice())));
  if (!refusal.remedies.empty()) say(refusal.remedies_in(voice()), Tone::strong);
}

template <class Events>
bool GuidedMeeting::tells_done(const service::AnswerWith<Events>& answer, const std::string& line) {
  if (answer.refusal) {
    tell(*answer.refusal, line);
    // What was said before the review began is no try to go on: it waits.
    const bool early = answer.refusal->name == "NotBegun";
    const bool explains = !early && !answer.refusal->missing.empty() && is_soft(answer.refusal->missing);
    if (!early && offers_word(answer.refusal->missing)) return shown_.done = false;
    if (explains) shown_.back = desk_.say("guided_meeting.next_because");
    else if (!line.empty()) shown_.back = without_numbers(line);
  } else if (answer.conflict) {
    not_done(desk_.say("guided_meeting.somebody_else_first_how_now"));
    if (!line.empty()) shown_.back = line;
  }
  shown_.done = answer.done();
  return answer.done();
}

void GuidedMeeting::tell(const service::Answer& answer, const std::string& line) {
  if (!tells_done(answer, line)) return;
  if (!answer.after) return;
  if (const auto twice = said_twice(desk_, answer)) say(voice().say(*twice), Tone::warning);
  bool hidden = false;  // everybody reads this screen
  const auto remarked = [&](bool danger) {
    for (const auto& remark : answer.remarks)
      if (danger == is_danger(remark))
        say_once(desk_.say("remark.line", "text"_is = remark.message.in(voice())), danger ? Tone::bad : Tone::warning);
  };
  for (const auto& event : answer.events) {
    // What is hoped for stands beside the question, which nobody asked again.
    const auto* asked = std::get_if<QuestionAsked>(&event.body);
    if (asked != nullptr && shown_.table && asked->text == shown_.table->question)
      say(desk_.say("guided.hopes_now", "name"_is = answer.after->name_of(event.by, desk_.voice()),
                    "hoped_for"_is = asked->hoped_for),
          Tone::good);
    else {
      const bool here = shown_.table && shown_.table->case_id == answer.after->id;
      shown_.messages.push_back(
          {told(desk_, event, *answer.after), Tone::good,
           told_without_number(event, *answer.after, here ? &*shown_.table : nullptr, desk_.voice())});
    }
    const auto* entered = std::get_if<StepEntered>(&event.body);
    if (entered != nullptr && !entered->explained.empty() && entered->because.empty() &&
        answer.after->hoped_for.empty())
      say(hopes_later(), Tone::warning);
    const auto said = said_in_step(event.body);
    if (const auto* withdrawn = std::get_if<Withdrawn>(&event.body)) shown_.taken_back = withdrawn->ref;
    if (said) shown_.worry = worry_in(answer, *said, desk_.voice());
    const auto* scored = std::get_if<Scored>(&event.body);
    hidden = hidden || (said && said->hidden) || (scored != nullptr && scored->hidden);
    if (hidden) continue;
    // Before all else that there is to say, which may not fit on the screen.
    if (&event == &answer.events.back()) remarked(true);
    if (said)
      for (const auto& noticed : *said->noticed)
        say(desk_.say("remark.line", "text"_is = noticed.message), Tone::warning);
  }
  if (hidden) return;
  remarked(false);
  // Where lines are typed, what may be danger lies ready to be reported: nobody has to type it again.
  const bool ready = shown_.worry && shown_.worry->danger && !shown_.worry->unnamed && lines_ != nullptr;
  if (ready && !shown_.worry->by.empty() && shown_.worry->words.find('\n') == std::string::npos)
    shown_.back = name_of(Ask::acute, desk_.voice()) + ' ' + shown_.worry->by + ": " + shown_.worry->words;
}

void GuidedMeeting::tell(const service::MeetingAnswer& answer, const std::string& line) {
  if (!tells_done(answer, line)) {
    if (answer.refusal && answer.refusal->name == "MeetingNotStarted") shown_.back.reset();  // it begins first
    return;
  }
  for (const auto& event : answer.events) say(told(desk_, event, *answer.after), Tone::good);
  offer_next();
}

void GuidedMeeting::note(std::string text, Tone tone) {
  ++shown_.told;
  shown_.messages.clear();
  shown_.worry.reset();
  shown_.taken_back.reset();
  shown_.offer.reset();
  shown_.back.reset();
  say(std::move(text), tone);
}

void GuidedMeeting::offer(SteerMeeting steer) {
  auto line = name_of(steer.what, desk_.voice());
  if (!steer.about.empty()) line += ' ' + steer.about;
  shown_.offer = Offer{std::move(line), std::move(steer)};
}

void GuidedMeeting::offer_or_give_back(std::string line, bool whole) {
  if (whole) shown_.offer = Offer{std::move(line)};
  else shown_.back = std::move(line);
}

void GuidedMeeting::quiet() {
  shown_.messages.clear();
  shown_.answers.reset();
  shown_.worry.reset();
  shown_.taken_back.reset();
  shown_.offer.reset();
  shown_.back.reset();
}

}  // namespace casus::desk
