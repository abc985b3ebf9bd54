// SPDX-License-Identifier: EUPL-1.2
#include "core/training/preview.hpp"

#include "core/text/label.hpp"
#include "core/training/debrief/counted_words.hpp"
#include "core/training/debrief/debrief_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::training {

using text::msg;
using text::say;
namespace {

class Preview {
 public:
  Preview(const Scenario& scenario, const text::Voice& voice) : s_(scenario), voice_(voice) {}

  page::Page made() {
    head();
    goals();
    facts();
    circle();
    table();
    media();
    counters();
    timeline();
    decisions();
    paths();
    help();
    return std::move(page_);
  }

 private:
  void head() {
    page_.title = say(voice_, "preview.title", "name"_is = s_.name);
    page_.notice(say(voice_, "preview.tells_everything"));
    page_.paragraph(s_.summary.in(voice_));
    page_.fact(say(voice_, "preview.story"), s_.persona.story.in(voice_));
    page_.fact(say(voice_, "preview.wish"), s_.persona.wish.in(voice_));
    page_.fact(say(voice_, "preview.question"), s_.opening.question.in(voice_));
    page_.fact(say(voice_, "preview.basis"), text::label(s_.opening.basis).in(voice_));
    page_.fact(say(voice_, "preview.talk_afterwards"), text::label(s_.debrief).in(voice_));
  }

  void goals() {
    page_.section(say(voice_, "debrief.learning_goals"));
    for (const auto& goal : s_.goals) {
      page_.bullet(page::Line().strong(goal.name.in(voice_)).plain(" (" + goal.id + ")"));
      for (const auto* part : counted_parts(goal))
        page_.detail(say(voice_, "preview.counted", "what"_is = counted_in_words(*part, s_, Words::by_id)));
      for (const auto& question : goal.judged)
        page_.detail(say(voice_, "debrief.for_the_trainer", "question"_is = question));
    }
  }

  std::string origin(const Provenance& of) const { return origin_in_words(of, s_, voice_); }

  std::string revealed_by(const std::optional<Condition>& when) const {
    return when ? counted_in_words(*when, s_, Words::few).in(voice_) : say(voice_, "preview.from_the_start");
  }

  /// A text with the other words that it can have, and what it moves.
  std::string told(const Text& text, const Delivery& delivery) const {
    auto words = text.in(voice_);
    for (const auto& version : delivery.versions)
      words += ' ' + say(voice_, "preview.version", "when"_is = counted_in_words(version.when, s_, Words::few),
                         "text"_is = version.text);
    return words + moves(delivery.changes);
  }

  /// " [vertrouwen +3]"; empty when nothing moves.
  std::string moves(const Changes& changes) const {
    std::string words;
    for (const auto& [id, by] : changes)
      words += (words.empty() ? " [" : ", ") + fmt::format("{} {:+}", s_.counter(id)->name.in(voice_), by);
    return words.empty() ? words : words + ']';
  }

  void facts() {
    page_.section(say(voice_, "preview.to_find"));
    std::vector<page::Row> rows;
    // Where all of them come from is said once: a column of the same words takes half a sheet.
    const auto all_from = s_.facts.empty() ? std::string() : origin(s_.facts.front().origin);
    const bool same =
        std::ranges::all_of(s_.facts, [&](const HiddenFact& fact) { return origin(fact.origin) == all_from; });
    for (const auto& fact : s_.facts) {
      std::string shows;
      if (fact.key) shows = say(voice_, "preview.in_debrief");
      if (fact.shows != Shows::nothing) shows += (shows.empty() ? "" : ", ") + text::label(fact.shows).in(voice_);
      rows.push_back({fact.id, told(fact.text, fact.delivery), revealed_by(fact.when), shows});
      if (!same) rows.back().push_back(origin(fact.origin));
    }
    page::Row header{say(voice_, "preview.column_id"), say(voice_, "preview.column_fact"),
                     say(voice_, "preview.column_revealed_by"), say(voice_, "preview.column_shows")};
    if (!same) header.push_back(say(voice_, "preview.column_origin"));
    page_.table(std::move(header), std::move(rows));
    if (same && !s_.facts.empty()) page_.paragraph(say(voice_, "preview.facts_all_from", "origin"_is = all_from));
  }

  /// The names of the facts with which somebody comes into view.
  std::string in_view_by(const Acquaintance& person) const {
    if (person.told) return say(voice_, "preview.from_the_start");
    std::string facts;
    for (const auto& fact : s_.facts)
      if (fact.person == person.id) facts += (facts.empty() ? "" : ", ") + fact.id;
    return facts;
  }

  std::string answers_of(const Acquaintance& person) const {
    auto words = text::label(person.answer).in(voice_);
    for (const auto& other : person.answers)
      words += ' ' + say(voice_, "preview.version", "when"_is = counted_in_words(other.when, s_, Words::few),
                         "text"_is = text::label(other.answer));
    return words;
  }

  void circle() {
    page_.section(say(voice_, "preview.circle"));
    std::vector<page::Row> rows;
    for (const auto& person : s_.network)
      rows.push_back({person.id, person.name, person.relation.in(voice_), in_view_by(person), answers_of(person)});
    page_.table(
        {say(voice_, "preview.column_id"), say(voice_, "preview.column_name"), say(voice_, "preview.column_relation"),
         say(voice_, "preview.column_in_view"), say(voice_, "preview.column_answer")},
        rows);
  }

  /// What one place alone knows.
  void table() {
    for (const auto& seat : s_.table) {
      if (seat.knows.empty()) continue;
      page_.section(say(voice_, "preview.knows_alone", "name"_is = seat.name), 1);
      for (const auto& known : seat.knows) page_.bullet(known.in(voice_));
    }
  }

  /// Pictures and sounds, and when who gets them.
  void media() {
    if (s_.media.empty()) return;
    page_.section(say(voice_, "preview.media"));
    for (const auto& one : s_.media) {
      page_.bullet(page::Line().strong(one.name.in(voice_)).plain(fmt::format(" ({}, {})", one.id, one.file)));
      page_.detail(revealed_by(one.when));
      if (!one.only_for.empty()) page_.detail(say(voice_, "preview.media_only_for", "name"_is = one.only_for));
    }
  }

  void counters() {
    if (s_.counters.empty()) return;
    page_.section(say(voice_, "preview.counters"));
    for (const auto& counter : s_.counters) {
      page_.bullet(say(voice_, "preview.counter", "name"_is = counter.name, "id"_is = counter.id,
                       "start"_is = counter.start, "least"_is = counter.least, "most"_is = counter.most));
      for (const auto& mood : counter.moods)
        page_.detail(say(voice_, "preview.mood", "from"_is = mood.from, "text"_is = mood.text));
    }
  }

  /// Everything with a moment, the soonest first: what happens by itself, and what follows from a choice.
  void timeline() {
    struct Moment {
      std::chrono::seconds after;
      page::Row row;
    };
    std::vector<Moment> all;
    for (const auto& event : s_.events)
      all.push_back(
          {event.after.seconds(),
           {when_in_words(event, voice_), told(event.text, event.delivery) + ' ' + origin(event.origin),
            event.when ? counted_in_words(*event.when, s_, Words::few).in(voice_) : say(voice_, "preview.always"),
            event.id}});
    for (const auto& decision : s_.decisions)
      for (const auto& option : decision.options)
        for (const auto& effect : option.effects)
          all.push_back({effect.after.seconds(),
                         {say(voice_, "preview.after_the_choice", "span"_is = span_in_words(effect.after, voice_)),
                          told(effect.text, effect.delivery) + ' ' + origin(effect.origin),
                          say(voice_, "preview.if_chosen", "option"_is = option.text), decision.id + '/' + option.id}});
    if (all.empty()) return;
    std::ranges::stable_sort(all, {}, &Moment::after);
    std::vector<page::Row> rows;
    for (auto& moment : all) rows.push_back(std::move(moment.row));
    page_.section(say(voice_, "preview.in_time"));
    page_.table({say(voice_, "preview.column_when"), say(voice_, "preview.column_happens"),
                 say(voice_, "preview.column_if"), say(voice_, "preview.column_id")},
                rows);
  }

  void decisions() {
    page_.section(say(voice_, "preview.decisions"));
    for (const auto& decision : s_.decisions) {
      page_.section(fmt::format("{} ({})", decision.question.in(voice_), decision.id), 1);
      page_.paragraph(say(voice_, "preview.comes_up", "when"_is = revealed_by(decision.when)));
      page_.paragraph(say(voice_, "debrief.question_from", "origin"_is = origin(decision.origin)));
      if (decision.within)
        page_.paragraph(say(voice_, "preview.within", "span"_is = span_in_words(*decision.within, voice_),
                            "option"_is = decision.option(decision.otherwise)->text));
      for (const auto& option : decision.options) {
        page_.bullet(page::Line()
                         .strong(option.text.in(voice_))
                         .plain(" " +
                                say(voice_, "preview.worth", "option"_is = option.id, "worth"_is = option.quality,
                                    "most"_is = kBestQuality) +
                                moves(option.changes)));
        page_.detail(
            fmt::format("{} {}", option.reason.in(voice_), origin_in_words(option.origin, s_, voice_, Sentence::view)));
        for (const auto& effect : option.effects)
          page_.detail(fmt::format("{} {} {}",
                                   say(voice_, "preview.follows", "span"_is = span_in_words(effect.after, voice_)),
                                   told(effect.text, effect.delivery), origin(effect.origin)));
      }
    }
  }

  void paths() {
    page_.section(say(voice_, "preview.paths"));
    page_.figure(paths_picture(s_, voice_), {}, say(voice_, "preview.paths_picture"));
    for (const auto& path : s_.paths) {
      page_.bullet(page::Line().strong(path.name.in(voice_)));
      for (const auto& decision : s_.decisions) {
        const auto chosen = path.choices.find(decision.id);
        const auto* option = chosen == path.choices.end() ? nullptr : decision.option(chosen->second);
        if (option != nullptr)
          page_.detail(say(voice_, "preview.path_choice", "decision"_is = decision.id, "option"_is = option->text));
      }
    }
  }

  void help() {
    if (!s_.hints.empty()) page_.section(say(voice_, "preview.hints"));
    for (const auto& hint : s_.hints)
      page_.number(say(voice_, "preview.hint", "text"_is = hint.text,
                       "when"_is = hint.when ? counted_in_words(*hint.when, s_, Words::few).in(voice_)
                                             : say(voice_, "preview.always")));
    page_.section(say(voice_, "preview.observer"));
    for (const auto& point : s_.observe) page_.bullet(point.text.in(voice_) + " (" + point.id + ')');
  }

  const Scenario& s_;
  text::Voice voice_;
  page::Page page_;
};

}  // namespace

page::Page preview_page(const Scenario& scenario, const text::Voice& voice) { return Preview(scenario, voice).made(); }

std::string when_in_words(const PlannedEvent& event, const text::Voice& voice) {
  const auto after = say(voice, "preview.after", "span"_is = span_in_words(event.after, voice));
  if (event.spread_days == 0) return after;
  return say(voice, "preview.after_at_most", "after"_is = after,
             "spread"_is = span_in_words({event.spread_days, ClockUnit::days}, voice));
}

}  // namespace casus::training
