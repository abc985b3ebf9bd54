// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/pages/paper_words.hpp"

#include "core/learning/decide/deciding.hpp"
#include "core/learning/pages/pages.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"

#include <algorithm>

/// The paper in words: what a sheet and a voice both need, and the text to read aloud.
namespace casus::learning {
namespace {

std::string sentence(std::string text) {
  const auto end = std::string_view(text).find_last_not_of(' ');
  if (end == std::string::npos) return {};
  text.resize(end + 1);
  return std::string_view(".!?").find(text.back()) == std::string_view::npos ? text + "." : text;
}

void say_all(page::Page& page, const std::string& opening, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  auto spoken = sentence(opening);
  for (const auto& one : lines) spoken += " " + sentence(one);
  page.paragraph(spoken);
}

void say_round(page::Page& page, const Paper& paper, std::string_view round, const text::Voice& voice) {
  page.paragraph(sentence(voice.say(paper_round_name(round))));
  for (const auto* item : paper.instrument.in_group(round))
    say_all(page, item->text.in(voice), paper.settled(item->id));
  const auto layer = round == "team" ? PaperLayer::team : PaperLayer::area;
  say_all(page, voice.say("learn.paper.aloud_lines"), drawn_lines(paper, layer));
}

}  // namespace

std::string paper_title(const Paper& paper, const text::Voice& voice) {
  if (paper.number > 0) return voice.say("learn.paper.title", "number"_is = paper.number);
  return voice.say(paper.proof_holds ? msg("learn.paper.title_proof") : msg("learn.paper.title_making"));
}

std::string paper_colophon(const Session& seen, const text::Voice& voice) {
  const auto& paper = *seen.paper;
  std::vector<std::string> names;
  for (const auto& one : seen.people)
    if (!one.gone) names.push_back(one.name);
  std::ranges::sort(names);
  const auto on = text::day_in_words(paper.published_on.value_or(seen.begun_on), voice);
  const auto all = in_a_row(names);
  return paper.others > 0
             ? voice.say("learn.paper.colophon_others", "on"_is = on, "names"_is = all, "count"_is = paper.others)
             : voice.say("learn.paper.colophon", "on"_is = on, "names"_is = all);
}

std::string circle_in_words(const PaperCircle& circle, const text::Voice& voice) {
  auto out = circle.question;
  if (!circle.mentioned.empty())
    out += " " + voice.say("learn.paper.mentioned", "what"_is = in_a_row(circle.mentioned)) + ".";
  if (!circle.agreed.empty()) out += " " + voice.say("learn.paper.agreed", "what"_is = in_a_row(circle.agreed)) + ".";
  return out;
}

std::string promise_in_words(const PaperPromise& promise, bool with_id, const text::Voice& voice) {
  return (with_id ? promise.id + "  " : std::string()) +
         voice.say("learn.paper.promise", "who"_is = promise.who, "what"_is = promise.what,
                   "on"_is = text::day_in_words(promise.by_when, voice));
}

std::vector<std::string> drawn_lines(const Paper& paper, PaperLayer layer) {
  std::vector<std::string> out;
  for (const auto& one : paper.drawn.lines)
    if (one.layer == layer) out.push_back(one.text);
  return out;
}

Message next_in_paper(const Paper& paper) {
  const auto round = paper.round();
  if (round == "me")
    return msg("learn.paper.next_me", "me"_is = way("learn paper me", "text"_is = gap()),
               "next"_is = way("learn paper next"));
  if (!round.empty())
    return msg("learn.paper.next_cards",
               "card"_is = way("learn paper card", "question"_is = paper.instrument.in_group(round).front()->id,
                               "text"_is = gap()),
               "next"_is = way("learn paper next"));
  for (const auto& one : paper.carried)
    if (!one.answer)
      return msg("learn.paper.next_answer",
                 "answer"_is = way("learn paper answer", "promise"_is = one.promised.id, "outcome"_is = gap()));
  if (!paper.proof_holds)
    return msg("learn.paper.next_settle",
               "settle"_is = way("learn paper settle", "question"_is = gap(), "text"_is = gap()),
               "proof"_is = way("learn paper proof"));
  return msg("learn.paper.next_publish", "publish"_is = way("learn paper publish"));
}

page::Page paper_aloud(const Session& seen, const Session* previous, const text::Voice& voice) {
  const auto& paper = *seen.paper;
  page::Page page;
  page.title = paper_title(paper, voice);
  page.section({});
  if (paper.cancelled) {
    page.paragraph(sentence(voice.say("learn.paper.was_cancelled", "because"_is = paper.because)));
    return page;
  }
  page.paragraph(sentence(paper_colophon(seen, voice)));
  auto own = offered_lines(seen);
  for (auto& one : drawn_lines(paper, PaperLayer::me)) own.push_back(std::move(one));
  say_all(page, voice.say("learn.paper.aloud_me"), own);
  if (const auto count = withdrawn_lines(seen); count > 0)
    page.paragraph(voice.say("learn.paper.withdrawn", "count"_is = count));
  say_round(page, paper, "team", voice);
  say_round(page, paper, "area", voice);
  say_all(page, voice.say("learn.paper.focuses"), paper.drawn.focuses);
  say_all(page, voice.say("learn.paper.sentences"), paper.drawn.sentences);
  std::vector<std::string> circles, came, promised;
  for (const auto& one : paper.drawn.circles) circles.push_back(circle_in_words(one, voice));
  for (const auto& one : paper.carried)
    came.push_back(sentence(promise_in_words(one.promised, false, voice)) + " " +
                   (one.answer ? voice.say("learn.came_of", "state"_is = text::label(one.answer->state),
                                           "outcome"_is = one.answer->outcome)
                               : voice.say("learn.paper.not_answered")));
  for (const auto& one : paper.promises) promised.push_back(promise_in_words(one, false, voice));
  say_all(page, voice.say("learn.paper.circles"), circles);
  say_all(page, voice.say("learn.paper.carried"), came);
  say_all(page, voice.say("learn.paper.promises"), promised);
  if (previous != nullptr && previous->paper && previous->paper->is_out()) {
    std::vector<std::string> gone;
    for (const auto& item : paper.instrument.items) {
      const auto then = previous->paper->settled(item.id);
      for (const auto& line : compared(paper.settled(item.id), &then))
        if (line.change == PaperChange::gone) gone.push_back(line.text);
    }
    say_all(page, voice.say("learn.paper.aloud_gone", "number"_is = previous->paper->number), gone);
  }
  page.paragraph(sentence(marks_in_short(paper.instrument, voice)));
  return page;
}

}  // namespace casus::learning
