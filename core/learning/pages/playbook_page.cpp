// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/decide/deciding.hpp"
#include "core/learning/pages/pages.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::learning {
namespace {

using nlohmann::json;

std::string standing(const Sentence& one, Date today, const text::Voice& voice) {
  auto out = voice.say(text::label(one.state)) + ", " + text::day_in_words(one.since, voice);
  if (one.is_due(today)) out += " (" + voice.say("learn.book.due") + ")";
  return out;
}

/// A theme or an element as the instrument calls it.
std::string called(auto value, const Instrument* instrument, const text::Voice& voice) {
  const auto* item = instrument != nullptr ? instrument->item(book_item(key(value))) : nullptr;
  return item != nullptr ? item->title.in(voice) : voice.say(text::label(value));
}

void add_objections(page::Page& page, const Session& seen, const Sentence& sentence, const text::Voice& voice) {
  for (const auto& one : sentence.objections) {
    const auto* learner = seen.learner(one.person);
    page.bullet(one.id + "  " +
                (one.text.empty() ? voice.say("learn.book.of_who_left")
                                  : voice.say("learn.book.sees_it_otherwise",
                                              "name"_is = learner != nullptr ? learner->name : std::string(),
                                              "text"_is = one.text)));
    page.detail(one.outcome.empty() ? voice.say("learn.book.not_heard_yet")
                                    : voice.say("learn.book.heard", "outcome"_is = one.outcome));
  }
}

/// How many sentences are about each of the four of a community of practice [S1], so that what is missing is seen.
void add_elements(page::Page& page, const Playbook& book, const Instrument* instrument, const text::Voice& voice) {
  const auto stands = [](const Sentence& one) { return one.state != SentenceState::lapsed; };
  if (std::ranges::none_of(book.sentences, stands)) return;
  page.section(voice.say("learn.book.elements"));
  for (const auto& element : names_of(PracticeElement{})) {
    const auto count = std::ranges::count_if(
        book.sentences, [&](const Sentence& one) { return stands(one) && one.element == element.value; });
    page.bullet(voice.say("learn.book.element_count", "element"_is = called(element.value, instrument, voice),
                          "count"_is = std::to_string(count)));
  }
}

void add_lapsed(page::Page& page, const Playbook& book, const text::Voice& voice) {
  bool begun = false;
  for (const auto& one : book.sentences) {
    if (one.state != SentenceState::lapsed) continue;
    if (!begun) page.section(voice.say(text::label(SentenceState::lapsed)));
    begun = true;
    page.bullet(one.id + "  " + one.text);
    const auto why =
        std::ranges::find(one.moments.rbegin(), one.moments.rend(), key(SentenceState::lapsed), &SentenceMoment::what);
    page.detail(text::day_in_words(one.since, voice) + (why == one.moments.rend() ? "" : ": " + why->note));
  }
}

/// What a moment was, in words.
text::Message moment_in_words(const SentenceMoment& moment) {
  if (const auto state = from_key<SentenceState>(moment.what)) return text::label(*state);
  if (moment.what == kHeardBefore) return text::msg("learn.book.heard_before");
  return moment.what == kUndone ? text::msg("learn.book.undone") : text::msg("learn.book.said_before");
}

/// The note of a moment: as it was written, or of a slip what it made of the sentence.
std::string note_of(const SentenceMoment& moment, const text::Voice& voice) {
  const auto slip = moment.what == kUndone ? from_key<SentenceState>(moment.note) : std::nullopt;
  return slip ? voice.say(text::label(*slip)) : moment.note;
}

/// "WERF (2 keer), met de hand (1 keer)", what it grew out of first.
std::string came_from(const Sentence& one, const text::Voice& voice) {
  std::vector<std::string> parts;
  for (const auto& from : names_of(SentenceFrom{})) {
    if (one.how_often(from.value) == 0) continue;
    auto part =
        voice.say("learn.book.came_from", "from"_is = text::label(from.value), "count"_is = one.how_often(from.value));
    parts.insert(from.value == one.grew ? parts.begin() : parts.end(), std::move(part));
  }
  return in_a_row(parts);
}

}  // namespace

std::vector<std::string> stands_for(const Team& team) {
  std::vector<std::string> lines;
  for (const auto& one : team.paper)
    if (one.layer == PaperLayer::team && !one.struck) lines.push_back(one.text);
  return lines;
}

void add_stands_for(page::Page& page, const std::vector<std::string>& lines, const text::Voice& voice) {
  if (lines.empty()) return;
  page.section(voice.say("learn.book.stands_for"));
  page.bullets(lines);
}

page::Page playbook_page(const Session& seen, Date today, const text::Voice& voice,
                         const std::vector<std::string>& stands_for, const Instrument* instrument) {
  page::Page page;
  page.title = voice.say("learn.book.title");
  page.section({});
  page.notice(voice.say("learn.book.no_proof"));
  if (seen.book.sentences.empty())
    page.paragraph(page::Line(voice.say("learn.still_empty"))
                       .way_on(voice.say("learn.begin_with",
                                         "way"_is = text::way("learn book propose", "text"_is = text::gap()))));
  add_stands_for(page, stands_for, voice);
  for (const auto& theme : names_of(SentenceTheme{})) {
    std::vector<page::Row> rows;
    for (const auto& one : seen.book.sentences)
      if (one.theme == theme.value && one.state != SentenceState::lapsed)
        rows.push_back({one.id, one.text, standing(one, today, voice), called(one.element, instrument, voice),
                        std::to_string(one.rounds + one.circles)});
    if (rows.empty()) continue;
    page.section(called(theme.value, instrument, voice));
    page.table({"", voice.say("learn.book.sentence"), voice.say("learn.book.standing"), voice.say("learn.book.element"),
                voice.say("learn.book.backed")},
               rows, {4});
    for (const auto& one : seen.book.sentences)
      if (one.theme == theme.value && one.state != SentenceState::lapsed) add_objections(page, seen, one, voice);
  }
  add_elements(page, seen.book, instrument, voice);
  add_lapsed(page, seen.book, voice);
  if (instrument != nullptr) add_marks(page, *instrument, voice);
  return page;
}

json sentence_json(const Session& seen, std::string_view id) {
  const auto& one = *seen.book.sentence(id);
  json moments = json::array(), objections = json::array();
  for (const auto& moment : one.moments)
    moments.push_back(
        {{"on", to_string(moment.on)}, {"what", moment.what}, {"note", moment.note}, {"present", moment.present}});
  for (const auto& objection : one.objections)
    if (const auto* learner = seen.learner(objection.person); learner != nullptr)
      objections.push_back(
          {{"id", objection.id}, {"name", learner->name}, {"text", objection.text}, {"outcome", objection.outcome}});
  return {{"id", one.id},
          {"text", one.text},
          {"theme", key(one.theme)},
          {"element", key(one.element)},
          {"grew", key(one.grew)},
          {"state", key(one.state)},
          {"since", to_string(one.since)},
          {"came_up", {{"werf", one.rounds}, {"circle", one.circles}, {"hand", one.by_hand}}},
          {"review_on", one.review_on ? json(to_string(*one.review_on)) : json()},
          {"moments", std::move(moments)},
          {"objections", std::move(objections)}};
}

json playbook_json(const Session& seen, Date today, const std::vector<std::string>& stands_for,
                   const Instrument* instrument) {
  json sentences = json::array();
  for (const auto& one : seen.book.sentences) {
    auto document = sentence_json(seen, one.id);
    document["due"] = one.is_due(today);
    sentences.push_back(std::move(document));
  }
  return {{"sentences", std::move(sentences)},
          {"due", seen.book.due(today)},
          {"stands_for", stands_for},
          {"mark", "own"},
          {"marks", instrument != nullptr ? instrument_json(*instrument) : json()}};
}

page::Page sentence_page(const Session& seen, std::string_view id, const text::Voice& voice) {
  const auto& one = *seen.book.sentence(id);
  page::Page page;
  page.title = one.id + "  " + one.text;
  page.section({});
  page.fact(voice.say("learn.book.theme"), voice.say(text::label(one.theme)));
  page.fact(voice.say("learn.book.grew"), came_from(one, voice));
  if (one.review_on) page.fact(voice.say("learn.book.review"), text::day_in_words(*one.review_on, voice));
  for (const auto& moment : one.moments) {
    auto line = text::day_in_words(moment.on, voice) + ", " + voice.say(moment_in_words(moment));
    if (moment.present > 0) line += ", " + voice.say("learn.book.with", "count"_is = moment.present);
    if (!moment.note.empty()) line += ": " + note_of(moment, voice);
    page.bullet(line);
  }
  add_objections(page, seen, one, voice);
  return page;
}

}  // namespace casus::learning
