// SPDX-License-Identifier: EUPL-1.2
#include "core/report/naming.hpp"
#include "core/report/step_words.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"
#include "core/training/debrief_plots.hpp"
#include "core/training/debrief_words.hpp"

#include <fmt/format.h>

#include <set>

namespace casus::training {
namespace {

class DebriefPage {
 public:
  DebriefPage(const Debrief& debrief, const Play& play, const engine::Library& library, const text::Voice& voice)
      : d_(debrief), play_(play), library_(library), voice_(voice) {}

  page::Page made() {
    head();
    goals();
    for (const auto& level : d_.levels) score(level);
    facts();
    decisions();
    people();
    form();
    evidence();
    page_.rule();
    page_.paragraph(limits().in(voice_));
    add_debrief_plots(page_, d_, play_, voice_);
    return std::move(page_);
  }

 private:
  /// The line with the moves that show it behind it.
  page::Line with(page::Line line, std::vector<int> beats) {
    constexpr std::size_t kShown = 8;
    shown_.insert(beats.begin(), beats.end());
    const bool more = beats.size() > kShown;
    if (more) beats.resize(kShown);
    line.pointers(beats);
    if (more) line.plain(" …");
    return line;
  }
  page::Line with(page::Line line, int beat) {
    return with(std::move(line), beat > 0 ? std::vector<int>{beat} : std::vector<int>{});
  }

  void head() {
    const auto& scenario = play_.scenario();
    const auto* method = library_.method(play_.setup().method);
    page_.title = fmt::format("{}: {}", text::say(voice_, "debrief.debrief"), scenario.name.in(voice_));
    page_.paragraph(page::Line().strong(text::say(voice_, "debrief.training_everything_everybody_made_up")));
    page_.bullet(fmt::format("{}: {}", text::say(voice_, "debrief.run"), play_.setup().run));
    page_.bullet(fmt::format("{}: {}", text::say(voice_, "debrief.method"),
                             method == nullptr ? play_.setup().method : report::name_with_status(*method, voice_)));
    page_.bullet(fmt::format("{}: {} – {}", text::say(voice_, "debrief.virtual_time"), moment(play_.setup().at, voice_),
                             moment(play_.clock(), voice_)));
    page_.bullet(fmt::format("{}: {} · {}: {} · {}: {} · {}: {}", text::say(voice_, "debrief.moves"), d_.moves,
                             text::say(voice_, "debrief.hints"), d_.hints, text::say(voice_, "debrief.taken_back"),
                             d_.retries, text::say(voice_, "debrief.refused_rule"), d_.refused));
    if (!play_.setup().from.empty())
      page_.bullet(fmt::format("{}: {}, {} {}", text::say(voice_, "debrief.branched_off_from"), play_.setup().from,
                               text::say(voice_, "debrief.after_move"), play_.setup().from_moves));
  }

  void goals() {
    page_.section(text::say(voice_, "debrief.learning_goals"));
    for (const auto& goal : d_.goals) {
      auto line = page::Line().strong(goal.met ? text::say(voice_, "debrief.met") : text::say(voice_, "debrief.yet"));
      line.plain(' ' + goal.goal->text.in(voice_));
      if (!goal.why.empty()) line.plain(" – " + goal.why.in(voice_));
      page_.bullet(with(std::move(line), goal.beats));
    }
  }

  void score(const LevelScore& level) {
    page_.section(fmt::format("{}: {}", label(level.level, voice_), score_in_words(level, voice_)));
    page_.paragraph(level_about(level.level).in(voice_));
    std::vector<std::vector<page::Line>> rows;
    for (const auto& item : level.items)
      rows.push_back(
          {item.text.in(voice_), points_in_words(item, voice_), item.note.in(voice_), with(page::Line(), item.beats)});
    page_.table_of_lines({text::say(voice_, "debrief.what"), text::say(voice_, "debrief.score"),
                          text::say(voice_, "debrief.why"), text::say(voice_, "debrief.evidence")},
                         std::move(rows));
  }

  void facts() {
    page_.section(text::say(voice_, "debrief.what_find"));
    for (const auto& fact : d_.facts) {
      auto line = fact.known ? page::Line(text::say(voice_, "debrief.found_2"))
                             : page::Line().strong(text::say(voice_, "debrief.found"));
      page_.bullet(with(line.plain(": " + fact.fact->text.in(voice_)), fact.beat));
    }
  }

  void decision(const DecisionResult& one) {
    page_.section(one.decision->question.in(voice_), 1);
    if (one.option == nullptr)
      return page_.paragraph(one.up ? text::say(voice_, "debrief.up_nothing_chosen")
                                    : text::say(voice_, "debrief.did_come_up"));
    page_.bullet(
        with(fmt::format("{} ({}): {}", text::say(voice_, "debrief.chosen"), one.by, one.option->text.in(voice_)),
             std::vector<int>{one.beat}));
    page_.bullet(fmt::format("{} {}", text::say(voice_, "debrief.reason_because"), one.because));
    page_.bullet(fmt::format("{} {} {} 3: {}", text::say(voice_, "debrief.worth"), one.option->quality,
                             text::say(voice_, "debrief.of"), one.option->reason.in(voice_)));
    for (const auto& effect : one.followed)
      page_.bullet(fmt::format("{}: {}", moment(effect.at, voice_), effect.text.in(voice_)));
    if (one.to_come > 0) page_.bullet(text::say(voice_, "debrief.what_came_later_played_any"));
  }

  void decisions() {
    page_.section(text::say(voice_, "debrief.choices_what_followed"));
    for (const auto& one : d_.decisions) decision(one);
    page_.section(text::say(voice_, "debrief.beside_good_paths_scenario"));
    for (const auto& path : d_.paths)
      page_.bullet(page::Line().strong(path.path->name.in(voice_)).plain(": " + path_in_words(path, voice_)));
  }

  void people() {
    page_.section(text::say(voice_, "debrief.each_person"));
    for (const auto& note : d_.people) {
      auto line = page::Line().strong(note.name);
      if (note.observed) line.plain(text::say(voice_, "debrief.seen_observer"));
      page_.bullet(std::move(line));
      page_.detail(with(fmt::format("{}: {}", text::say(voice_, "debrief.strength"), note.strength.in(voice_)),
                        note.strength_beat));
      page_.detail(
          with(fmt::format("{}: {}", text::say(voice_, "debrief.next_try"), note.next_try.in(voice_)), note.try_beat));
    }
  }

  void form() {
    const auto& guide = guide_of(play_.scenario().debrief);
    page_.section(fmt::format("{}: {}", text::say(voice_, "debrief.talk_afterwards"), label(guide.form, voice_)));
    page_.paragraph(guide.source.in(voice_) + ".");
    for (const auto& phase : guide.phases)
      page_.number(page::Line().strong(phase.name.in(voice_)).plain(" – " + phase.prompt.in(voice_)));
    page_.paragraph(text::say(voice_, "debrief.order_those_played_first_facts"));
  }

  void evidence() {
    page_.section(text::say(voice_, "debrief.evidence_moves_referred"));
    for (const auto number : shown_)
      page_.bullet(page::Line().pointers({number}).plain(' ' + beat_in_words(play_, library_, number, voice_)));
  }

  const Debrief& d_;
  const Play& play_;
  const engine::Library& library_;
  text::Voice voice_;
  page::Page page_;
  std::set<int> shown_;
};

}  // namespace

page::Page debrief_page(const Debrief& debrief, const Play& play, const engine::Library& library,
                        const text::Voice& voice) {
  return DebriefPage(debrief, play, library, voice).made();
}

}  // namespace casus::training
