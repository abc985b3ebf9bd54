// SPDX-License-Identifier: EUPL-1.2
#include "core/model/person_name.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/history/naming.hpp"
#include "core/report/step_words.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"
#include "core/training/debrief/counted_words.hpp"
#include "core/training/debrief/debrief_plots.hpp"
#include "core/training/debrief/debrief_proof.hpp"
#include "core/training/debrief/debrief_words.hpp"

#include <fmt/format.h>

#include <algorithm>

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
    trainer();
    form();
    transcript();
    page_.rule();
    page_.paragraph(limits().in(voice_));
    add_debrief_plots(page_, d_, play_, voice_);
    return std::move(page_);
  }

 private:
  /// The line with the moves that show it behind it; each leads to its line in the transcript.
  static page::Line with(page::Line line, std::vector<int> beats) {
    constexpr std::size_t kShown = 8;
    const bool more = beats.size() > kShown;
    if (more) beats.resize(kShown);
    line.pointers(beats);
    if (more) line.plain(" …");
    return line;
  }
  static page::Line with(page::Line line, int beat) {
    return with(std::move(line), beat > 0 ? std::vector<int>{beat} : std::vector<int>{});
  }

  /// Where a trainer can look: who has to look at twenty moves looks at none. First what brought nothing out: what did
  /// was heard as something else.
  page::Line to_look_at(std::string words, std::vector<int> moves) const {
    constexpr std::size_t kFew = 4;
    std::ranges::stable_partition(moves, [&](int move) {
      const auto& out = play_.beats()[static_cast<std::size_t>(move) - 1].came_out;
      return std::ranges::none_of(out, [](const CameOut& one) { return one.what == CameOut::What::fact; });
    });
    const auto more = moves.size() - std::min(moves.size(), kFew);
    moves.resize(moves.size() - more);
    std::ranges::sort(moves);
    auto line = with(std::move(words), std::move(moves));
    if (more > 0) line.plain(' ' + text::say(voice_, "debrief.and_more_moves", "more"_is = more));
    return line;
  }

  void head() {
    const auto& scenario = play_.scenario();
    const auto* method = library_.method(play_.setup().method);
    page_.title = fmt::format("{}: {}", text::say(voice_, "debrief.debrief"), scenario.name.in(voice_));
    page_.paragraph(page::Line().strong(text::say(voice_, "train.all_made_up")));
    for (const auto& notice : d_.notices) page_.notice(notice.in(voice_));
    page_.bullet(fmt::format("{}: {}", text::say(voice_, "debrief.run"), play_.setup().run));
    page_.bullet(fmt::format("{}: {}", text::say(voice_, "debrief.method"),
                             method == nullptr ? play_.setup().method : report::name_with_status(*method, voice_)));
    page_.bullet(fmt::format("{}: {} – {}", text::say(voice_, "debrief.virtual_time"), moment(play_.setup().at, voice_),
                             moment(play_.clock(), voice_)));
    auto counts = fmt::format("{}: {} · {}: {} · {}: {} · {}: {}", text::say(voice_, "debrief.moves"), d_.moves,
                              text::say(voice_, "debrief.hints"), d_.hints, text::say(voice_, "debrief.taken_back"),
                              d_.retries, text::say(voice_, "debrief.refused_rule"), d_.refused);
    if (d_.refused_other > 0)
      counts += fmt::format(" · {}: {}", text::say(voice_, "debrief.refused_otherwise"), d_.refused_other);
    page_.bullet(counts);
    if (!play_.setup().from.empty())
      page_.bullet(fmt::format("{}: {}, {} {}", text::say(voice_, "debrief.branched_off_from"), play_.setup().from,
                               text::say(voice_, "debrief.after_move"), play_.setup().from_moves));
  }

  std::string against(const Overruled& overruled) const {
    return text::say(voice_, "debrief.overruled_by", "by"_is = overruled.by,
                     "because"_is = page::one_line(overruled.because));
  }

  void goals() {
    page_.section(text::say(voice_, "debrief.learning_goals"));
    page_.paragraph(text::say(voice_, "debrief.goals_counted_and_judged"));
    for (const auto& goal : d_.goals) {
      const auto held = static_cast<std::size_t>(std::ranges::count_if(goal.parts, &CountedPart::held));
      page_.bullet(page::Line()
                       .strong(goal.goal->name.in(voice_))
                       .plain(text::say(voice_, "debrief.counted_of", "held"_is = held, "parts"_is = goal.parts.size(),
                                        "finding"_is = finding_of(goal))));
      for (const auto& part : goal.parts) counted(part);
      if (goal.overruled) page_.detail(with(against(*goal.overruled), goal.overruled->beat));
      for (const auto& question : goal.goal->judged)
        page_.detail(text::say(voice_, "debrief.for_the_trainer", "question"_is = question));
      for (const auto& other : goal.others) judged(other);
      if (goal.judgement) judged(*goal.judgement);
      else page_.detail(text::say(voice_, "debrief.not_judged_yet"));
    }
  }

  /// There, not there, or not heard. What only words decide is never told as sure: what was meant the trainer hears.
  void counted(const CountedPart& part) {
    const auto what = part.held        ? text::Literal("debrief.counted_yes")
                      : part.is_open() ? text::Literal("debrief.not_heard")
                                       : text::Literal("debrief.counted_no");
    auto line =
        with(text::say(voice_, what, "what"_is = counted_in_words(*part.condition, play_.scenario())), part.beats);
    if (part.by_trainer) line.plain(' ' + text::say(voice_, "debrief.partly_of_trainer"));
    if (part.from_start) line.plain(' ' + text::say(voice_, "debrief.held_from_the_start"));
    if (!part.heard.empty()) line.plain(' ' + text::say(voice_, "debrief.heard_by_words"));
    page_.detail(std::move(line));
    if (!part.refused.empty()) page_.detail(with(text::say(voice_, "debrief.said_and_refused"), part.refused));
    if (!part.unheard.empty())
      page_.detail(to_look_at(text::say(voice_, part.held ? text::Literal("debrief.said_in_other_words")
                                                          : text::Literal("debrief.asked_in_other_words")),
                              part.unheard));
  }

  void judged(const Judgement& judgement) {
    page_.detail(
        with(text::say(voice_, "debrief.judged_by", "by"_is = judgement.by,
                       "verdict"_is = text::label(judgement.verdict), "because"_is = page::one_line(judgement.because)),
             judgement.beat));
  }

  /// What the trainer wrote and brought in, in his or her name.
  void trainer() {
    if (d_.trainer.empty()) return;
    page_.section(text::say(voice_, "debrief.of_the_trainer"));
    for (const auto& line : d_.trainer) page_.bullet(with(trainer_line_in_words(line, voice_), line.beat));
  }

  void score(const LevelScore& level) {
    page_.section(fmt::format("{}: {}", label(level.level, voice_), score_in_words(level, voice_)));
    page_.paragraph(level_about(level.level).in(voice_));
    std::vector<std::vector<page::Line>> rows;
    for (const auto& item : level.items)
      rows.push_back({fmt::format("{}{} ({})", item.text.in(voice_), report::mark_note(item.mark, voice_),
                                  finding_of(level, item)),
                      points_in_words(item, voice_), item.overruled ? against(*item.overruled) : item.note.in(voice_),
                      with(page::Line(), item.beats)});
    page_.table_of_lines({text::say(voice_, "debrief.what"), text::say(voice_, "debrief.score"),
                          text::say(voice_, "debrief.why"), text::say(voice_, "debrief.evidence")},
                         std::move(rows));
  }

  void facts() {
    page_.section(text::say(voice_, "debrief.what_find"));
    std::vector<int> unheard;
    for (const auto& fact : d_.facts) unheard.insert(unheard.end(), fact.unheard.begin(), fact.unheard.end());
    tidy_beats(unheard);
    if (!unheard.empty()) page_.paragraph(to_look_at(text::say(voice_, "debrief.facts_not_heard"), unheard));
    for (const auto& fact : d_.facts) {
      auto line = !fact.known       ? page::Line().strong(text::say(voice_, "debrief.found"))
                  : fact.by_trainer ? page::Line(text::say(voice_, "debrief.told_by_trainer"))
                                    : page::Line(text::say(voice_, "debrief.found_2"));
      page_.bullet(
          with(line.plain(": " + play_.told_as(*fact.fact).in(voice_) + ' ' + origin(fact.fact->origin)), fact.beat));
    }
  }

  std::string origin(const Provenance& of) const { return origin_in_words(of, play_.scenario(), voice_); }

  void run_out(const DecisionResult& one) {
    const auto* option = one.decision->option(one.decision->otherwise);
    page_.bullet(text::say(voice_, "debrief.nobody_chose_in_time", "option"_is = option->text));
    if (one.overruled) page_.bullet(with(against(*one.overruled), one.overruled->beat));
    for (const auto& effect : one.followed)
      page_.bullet(fmt::format("{}: {} {}", moment(effect.at, voice_), effect.text.in(voice_),
                               origin(origin_of_effect(effect, *option))));
  }

  void decision(const DecisionResult& one) {
    const auto& from = one.decision->origin;
    const bool only_mark = from.source.empty() && !from.note;  // takes no line of its own
    page_.section(one.decision->question.in(voice_) + (only_mark ? ' ' + origin(from) : std::string()), 1);
    if (!only_mark) page_.paragraph(text::say(voice_, "debrief.question_from", "origin"_is = origin(from)));
    if (one.late) return run_out(one);
    if (one.option == nullptr)
      return page_.paragraph(one.up ? text::say(voice_, "debrief.up_nothing_chosen")
                                    : text::say(voice_, "debrief.did_come_up"));
    page_.bullet(
        with(fmt::format("{} ({}): {}", text::say(voice_, "debrief.chosen"), one.by, one.option->text.in(voice_)),
             std::vector<int>{one.beat}));
    page_.bullet(fmt::format("{} {}", text::say(voice_, "debrief.reason_because"), one.because));
    page_.bullet(fmt::format("{} {} {} 3: {} {}", text::say(voice_, "debrief.worth"), one.option->quality,
                             text::say(voice_, "debrief.of"), one.option->reason.in(voice_),
                             origin_in_words(one.option->origin, play_.scenario(), voice_, Sentence::view)));
    if (one.overruled) page_.bullet(with(against(*one.overruled), one.overruled->beat));
    for (const auto& effect : one.followed)
      page_.bullet(fmt::format("{}: {} {}", moment(effect.at, voice_), effect.text.in(voice_),
                               effect.by.empty() ? origin(origin_of_effect(effect, *one.option))
                                                 : text::say(voice_, "debrief.of_trainer", "by"_is = effect.by)));
    if (one.to_come > 0) page_.bullet(text::say(voice_, "debrief.what_came_later_played_any"));
  }

  void decisions() {
    page_.section(text::say(voice_, "debrief.choices_what_followed"));
    for (const auto& one : d_.decisions) decision(one);
    page_.section(text::say(voice_, "debrief.beside_good_paths_scenario"));
    for (const auto& path : d_.paths)
      page_.bullet(page::Line().strong(path.path->name.in(voice_)).plain(": " + path_in_words(path, voice_)));
  }

  /// The observator of the scenario, or whoever else wrote the sheet, by name.
  std::string seen_by(const PersonNote& note) const {
    const auto observers = play_.observers();
    const auto sits_beside = [&](const std::string& name) {
      return std::ranges::any_of(observers, [&](const std::string& it) { return same_name(it, name); });
    };
    if (std::ranges::all_of(note.observed_by, sits_beside)) return text::say(voice_, "debrief.seen_observer");
    std::string names;
    for (const auto& name : note.observed_by) names += (names.empty() ? "" : ", ") + name;
    return text::say(voice_, "debrief.seen_by", "names"_is = names);
  }

  void people() {
    page_.section(text::say(voice_, "debrief.each_person"));
    for (const auto& note : d_.people) {
      auto line = page::Line().strong(note.name);
      if (note.observed) line.plain(seen_by(note));
      page_.bullet(std::move(line.plain(" (" + finding_of(note) + ")")));
      if (note.overruled) {
        page_.detail(with(against(*note.overruled), note.overruled->beat));
        continue;
      }
      if (!note.strength.empty())
        page_.detail(with(fmt::format("{}: {}",
                                      by_observer(note.strength_beat) ? text::say(voice_, "debrief.strength")
                                                                      : text::say(voice_, "debrief.in_the_log"),
                                      note.strength.in(voice_)),
                          note.strength_beat));
      else
        page_.detail(note.in_log ? text::say(voice_, "debrief.nothing_of_note")
                                 : text::say(voice_, "debrief.nothing_in_log"));
      for (const int number : note.sheets)
        page_.detail(with(sheet_in_words(play_, play_.beats()[static_cast<std::size_t>(number) - 1], voice_), number));
      if (!note.next_try.empty())
        page_.detail(with(fmt::format("{}: {}", text::say(voice_, "debrief.next_try"), note.next_try.in(voice_)),
                          note.try_beat));
    }
  }

  /// Strong is what somebody who watched called so; what the log shows is only there.
  bool by_observer(int beat) const {
    return beat > 0 && std::holds_alternative<Observe>(play_.beats()[static_cast<std::size_t>(beat) - 1].move.body);
  }

  void form() {
    const auto& guide = guide_of(play_.scenario().debrief);
    page_.section(fmt::format("{}: {}", text::say(voice_, "debrief.talk_afterwards"), label(guide.form, voice_)));
    page_.paragraph(guide.source.in(voice_) + ".");
    for (const auto& phase : guide.phases)
      page_.number(page::Line().strong(phase.name.in(voice_)).plain(" – " + phase.prompt.in(voice_)));
    page_.paragraph(text::say(voice_, "debrief.order_those_played_first_facts"));
  }

  /// Every move in its order with what the case answered, the refused and those taken back too: whoever doubts a
  /// finding reads what was said.
  void transcript() {
    page_.section(text::say(voice_, "debrief.transcript"));
    if (play_.beats().empty()) return page_.paragraph(text::say(voice_, "debrief.nothing_played"));
    for (const auto& beat : play_.beats()) {
      auto line = page::Line().anchor(beat.number);
      line.plain(' ' + beat_in_words(play_, library_, beat.number, voice_));
      if (beat.taken_back > 0) {
        line.plain(" " + text::say(voice_, "debrief.taken_back_by"));
        line.pointers({beat.taken_back});
      }
      page_.bullet(std::move(line));
      for (const auto& out : beat.came_out) page_.detail(came_out_in_words(out, play_.scenario(), voice_));
    }
  }

  const Debrief& d_;
  const Play& play_;
  const engine::Library& library_;
  text::Voice voice_;
  page::Page page_;
};

}  // namespace

page::Page debrief_page(const Debrief& debrief, const Play& play, const engine::Library& library,
                        const text::Voice& voice) {
  return DebriefPage(debrief, play, library, voice).made();
}

}  // namespace casus::training
