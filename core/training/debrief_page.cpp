// SPDX-License-Identifier: EUPL-1.2
#include "core/report/naming.hpp"
#include "core/report/step_words.hpp"
#include "core/training/debrief_plots.hpp"
#include "core/training/debrief_words.hpp"

#include <fmt/format.h>

#include <set>

namespace casus::training {
namespace {

class DebriefPage {
 public:
  DebriefPage(const Debrief& debrief, const Play& play, const engine::Library& library, Lang lang)
      : d_(debrief), play_(play), library_(library), lang_(lang) {}

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
    page_.paragraph(limits().in(lang_));
    add_debrief_plots(page_, d_, play_, lang_);
    return std::move(page_);
  }

 private:
  std::string pick(std::string_view nl, std::string_view en) const { return std::string(report::pick(lang_, nl, en)); }

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
    page_.title = fmt::format("{}: {}", pick("Nabespreking", "Debrief"), scenario.name.in(lang_));
    page_.paragraph(page::Line().strong(pick("Oefening: alles en iedereen hierin is verzonnen.",
                                             "A training: everything and everybody in it is made up.")));
    page_.bullet(fmt::format("{}: {}", pick("oefening", "run"), play_.setup().run));
    page_.bullet(fmt::format("{}: {}", pick("methode", "method"),
                             method == nullptr ? play_.setup().method : report::name_with_status(*method, lang_)));
    page_.bullet(fmt::format("{}: {} – {}", pick("virtuele tijd", "virtual time"), moment(play_.setup().at, lang_),
                             moment(play_.clock(), lang_)));
    page_.bullet(fmt::format("{}: {} · {}: {} · {}: {} · {}: {}", pick("zetten", "moves"), d_.moves,
                             pick("hints", "hints"), d_.hints, pick("teruggenomen", "taken back"), d_.retries,
                             pick("door een regel geweigerd", "refused by a rule"), d_.refused));
    if (!play_.setup().from.empty())
      page_.bullet(fmt::format("{}: {}, {} {}", pick("afgetakt van", "branched off from"), play_.setup().from,
                               pick("na zet", "after move"), play_.setup().from_moves));
  }

  void goals() {
    page_.section(pick("Leerdoelen", "Learning goals"));
    for (const auto& goal : d_.goals) {
      auto line = page::Line().strong(goal.met ? pick("gehaald", "met") : pick("nog niet", "not yet"));
      line.plain(' ' + goal.goal->text.in(lang_));
      if (!goal.why.empty()) line.plain(" – " + goal.why.in(lang_));
      page_.bullet(with(std::move(line), goal.beats));
    }
  }

  void score(const LevelScore& level) {
    page_.section(fmt::format("{}: {}", label(level.level, lang_), score_in_words(level, lang_)));
    page_.paragraph(level_about(level.level).in(lang_));
    std::vector<std::vector<page::Line>> rows;
    for (const auto& item : level.items)
      rows.push_back(
          {item.text.in(lang_), points_in_words(item, lang_), item.note.in(lang_), with(page::Line(), item.beats)});
    page_.table_of_lines(
        {pick("wat", "what"), pick("score", "score"), pick("waarom", "why"), pick("bewijs", "evidence")},
        std::move(rows));
  }

  void facts() {
    page_.section(pick("Wat er te ontdekken was", "What there was to find"));
    for (const auto& fact : d_.facts) {
      auto line =
          fact.known ? page::Line(pick("gevonden", "found")) : page::Line().strong(pick("niet gevonden", "not found"));
      page_.bullet(with(line.plain(": " + fact.fact->text.in(lang_)), fact.beat));
    }
  }

  void decision(const DecisionResult& one) {
    page_.section(one.decision->question.in(lang_), 1);
    if (one.option == nullptr)
      return page_.paragraph(one.up ? pick("Lag voor; er is niet gekozen.", "Was up; nothing was chosen.")
                                    : pick("Kwam niet in beeld.", "Did not come up."));
    page_.bullet(with(fmt::format("{} ({}): {}", pick("gekozen", "chosen"), one.by, one.option->text.in(lang_)),
                      std::vector<int>{one.beat}));
    page_.bullet(fmt::format("{} {}", pick("jullie reden: omdat", "your reason: because"), one.because));
    page_.bullet(fmt::format("{} {} {} 3: {}", pick("waard", "worth"), one.option->quality, pick("van", "of"),
                             one.option->reason.in(lang_)));
    for (const auto& effect : one.followed)
      page_.bullet(fmt::format("{}: {}", moment(effect.at, lang_), effect.text.in(lang_)));
    if (one.to_come > 0)
      page_.bullet(
          pick("wat er later van kwam, is niet meer gespeeld", "what came of it later was not played any more"));
  }

  void decisions() {
    page_.section(pick("Keuzes en wat erop volgde", "Choices and what followed"));
    for (const auto& one : d_.decisions) decision(one);
    page_.section(pick("Naast de goede paden van dit scenario", "Beside the good paths of this scenario"));
    for (const auto& path : d_.paths)
      page_.bullet(page::Line().strong(path.path->name.in(lang_)).plain(": " + path_in_words(path, lang_)));
  }

  void people() {
    page_.section(pick("Per persoon", "For each person"));
    for (const auto& note : d_.people) {
      auto line = page::Line().strong(note.name);
      if (note.observed) line.plain(pick(" (gezien door de observator)", " (seen by the observer)"));
      page_.bullet(std::move(line));
      page_.detail(with(fmt::format("{}: {}", pick("sterk", "strength"), note.strength.in(lang_)), note.strength_beat));
      page_.detail(
          with(fmt::format("{}: {}", pick("probeer eens", "next try"), note.next_try.in(lang_)), note.try_beat));
    }
  }

  void form() {
    const auto& guide = guide_of(play_.scenario().debrief);
    page_.section(fmt::format("{}: {}", pick("Het gesprek erna", "The talk afterwards"), label(guide.form, lang_)));
    page_.paragraph(guide.source.in(lang_) + ".");
    for (const auto& phase : guide.phases)
      page_.number(page::Line().strong(phase.name.in(lang_)).plain(" – " + phase.prompt.in(lang_)));
    page_.paragraph(pick("Volgorde: eerst wie speelde, eerst feiten en dan pas oordelen, en één moment opnieuw.",
                         "Order: those who played first, facts before judgement, and one moment again."));
  }

  void evidence() {
    page_.section(pick("Bewijs: de zetten waarnaar verwezen is", "Evidence: the moves referred to"));
    for (const auto number : shown_)
      page_.bullet(page::Line().pointers({number}).plain(' ' + beat_in_words(play_, library_, number, lang_)));
  }

  const Debrief& d_;
  const Play& play_;
  const engine::Library& library_;
  Lang lang_;
  page::Page page_;
  std::set<int> shown_;
};

}  // namespace

page::Page debrief_page(const Debrief& debrief, const Play& play, const engine::Library& library, Lang lang) {
  return DebriefPage(debrief, play, library, lang).made();
}

}  // namespace casus::training
