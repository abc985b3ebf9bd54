// SPDX-License-Identifier: EUPL-1.2
#include "core/page/safe_text.hpp"
#include "core/report/naming.hpp"
#include "core/training/debrief_words.hpp"

#include <fmt/format.h>

#include <set>

namespace casus::training {
namespace {

class MarkdownPage {
 public:
  MarkdownPage(const Debrief& debrief, const Play& play, const engine::Library& library, Lang lang)
      : d_(debrief), play_(play), library_(library), lang_(lang) {}

  std::string made() {
    head();
    goals();
    for (const auto& level : d_.levels) score(level);
    facts();
    decisions();
    people();
    form();
    evidence();
    out_ += "\n---\n\n" + limits().in(lang_) + "\n";
    return std::move(out_);
  }

 private:
  std::string_view pick(std::string_view nl, std::string_view en) const { return report::pick(lang_, nl, en); }
  std::string safe(std::string_view text) const { return page::markdown_safe(page::one_line(text)); }
  std::string safe(const Text& text) const { return safe(text.in(lang_)); }

  std::string points_at(const std::vector<int>& beats) {
    shown_.insert(beats.begin(), beats.end());
    return beats_in_words(beats);
  }

  void title(std::string_view text) { out_ += fmt::format("\n## {}\n\n", text); }

  void head() {
    const auto& scenario = play_.scenario();
    const auto* method = library_.method(play_.setup().method);
    out_ += fmt::format("# {}: {}\n\n", pick("Nabespreking", "Debrief"), safe(scenario.name));
    out_ += fmt::format("**{}**\n\n", pick("Oefening: alles en iedereen hierin is verzonnen.",
                                           "A training: everything and everybody in it is made up."));
    out_ += fmt::format("- {}: {}\n", pick("oefening", "run"), safe(play_.setup().run));
    out_ += fmt::format("- {}: {}\n", pick("methode", "method"),
                        method == nullptr ? safe(play_.setup().method) : safe(method->name));
    out_ += fmt::format("- {}: {} – {}\n", pick("virtuele tijd", "virtual time"), moment(play_.setup().at, lang_),
                        moment(play_.clock(), lang_));
    out_ += fmt::format("- {}: {} · {}: {} · {}: {} · {}: {}\n", pick("zetten", "moves"), d_.moves,
                        pick("hints", "hints"), d_.hints, pick("teruggenomen", "taken back"), d_.retries,
                        pick("door een regel geweigerd", "refused by a rule"), d_.refused);
    if (!play_.setup().from.empty())
      out_ += fmt::format("- {}: {}, {} {}\n", pick("afgetakt van", "branched off from"), safe(play_.setup().from),
                          pick("na zet", "after move"), play_.setup().from_moves);
  }

  void goals() {
    title(pick("Leerdoelen", "Learning goals"));
    for (const auto& goal : d_.goals) {
      out_ += fmt::format("- **{}** {}", goal.met ? pick("gehaald", "met") : pick("nog niet", "not yet"),
                          safe(goal.goal->text));
      if (!goal.why.empty()) out_ += fmt::format(" – {}", safe(goal.why));
      if (const auto at = points_at(goal.beats); !at.empty()) out_ += ' ' + at;
      out_ += '\n';
    }
  }

  void score(const LevelScore& level) {
    title(fmt::format("{}: {}", label(level.level, lang_), score_in_words(level, lang_)));
    out_ += level_about(level.level).in(lang_) + "\n\n";
    out_ += fmt::format("| {} | {} | {} | {} |\n|---|---|---|---|\n", pick("wat", "what"), pick("score", "score"),
                        pick("waarom", "why"), pick("bewijs", "evidence"));
    for (const auto& item : level.items)
      out_ += fmt::format("| {} | {} | {} | {} |\n", safe(item.text), points_in_words(item, lang_), safe(item.note),
                          points_at(item.beats));
  }

  void facts() {
    title(pick("Wat er te ontdekken was", "What there was to find"));
    for (const auto& fact : d_.facts) {
      out_ +=
          fmt::format("- {}: {}", fact.known ? pick("gevonden", "found") : pick("**niet gevonden**", "**not found**"),
                      safe(fact.fact->text));
      if (fact.beat > 0) out_ += ' ' + points_at({fact.beat});
      out_ += '\n';
    }
  }

  void decisions() {
    title(pick("Keuzes en wat erop volgde", "Choices and what followed"));
    for (const auto& one : d_.decisions) {
      out_ += fmt::format("### {}\n\n", safe(one.decision->question));
      if (one.option == nullptr) {
        out_ += fmt::format("{}\n\n", one.up ? pick("Lag voor; er is niet gekozen.", "Was up; nothing was chosen.")
                                             : pick("Kwam niet in beeld.", "Did not come up."));
        continue;
      }
      out_ += fmt::format("- {} ({}): {} {}\n", pick("gekozen", "chosen"), safe(one.by), safe(one.option->text),
                          points_at({one.beat}));
      out_ += fmt::format("- {} {}\n", pick("jullie reden: omdat", "your reason: because"), safe(one.because));
      out_ += fmt::format("- {} {} {} 3: {}\n", pick("waard", "worth"), one.option->quality, pick("van", "of"),
                          safe(one.option->reason));
      for (const auto& effect : one.followed)
        out_ += fmt::format("- {}: {}\n", moment(effect.at, lang_), safe(effect.text));
      if (one.to_come > 0)
        out_ += fmt::format("- {}\n", pick("wat er later van kwam, is niet meer gespeeld",
                                           "what came of it later was not played any more"));
      out_ += '\n';
    }
    title(pick("Naast de goede paden van dit scenario", "Beside the good paths of this scenario"));
    for (const auto& path : d_.paths)
      out_ += fmt::format("- **{}**: {}\n", safe(path.path->name), safe(path_in_words(path, lang_)));
  }

  void people() {
    title(pick("Per persoon", "For each person"));
    for (const auto& note : d_.people) {
      out_ += fmt::format("- **{}** {}\n", safe(note.name),
                          note.observed ? pick("(gezien door de observator)", "(seen by the observer)") : "");
      out_ +=
          fmt::format("  - {}: {} {}\n", pick("sterk", "strength"), safe(note.strength),
                      points_at(note.strength_beat > 0 ? std::vector<int>{note.strength_beat} : std::vector<int>{}));
      out_ += fmt::format("  - {}: {} {}\n", pick("probeer eens", "next try"), safe(note.next_try),
                          points_at(note.try_beat > 0 ? std::vector<int>{note.try_beat} : std::vector<int>{}));
    }
  }

  void form() {
    const auto& guide = guide_of(play_.scenario().debrief);
    title(fmt::format("{}: {}", pick("Het gesprek erna", "The talk afterwards"), label(guide.form, lang_)));
    out_ += guide.source.in(lang_) + ".\n\n";
    for (std::size_t i = 0; i < guide.phases.size(); ++i)
      out_ += fmt::format("{}. **{}** – {}\n", i + 1, guide.phases[i].name.in(lang_), guide.phases[i].prompt.in(lang_));
    out_ += fmt::format("\n{}\n",
                        pick("Volgorde: eerst wie speelde, eerst feiten en dan pas oordelen, en één moment opnieuw.",
                             "Order: those who played first, facts before judgement, and one moment again."));
  }

  void evidence() {
    title(pick("Bewijs: de zetten waarnaar verwezen is", "Evidence: the moves referred to"));
    for (const auto number : shown_)
      out_ += fmt::format("- [{}] {}\n", number, safe(beat_in_words(play_, library_, number, lang_)));
  }

  const Debrief& d_;
  const Play& play_;
  const engine::Library& library_;
  Lang lang_;
  std::string out_;
  std::set<int> shown_;
};

}  // namespace

std::string debrief_markdown(const Debrief& debrief, const Play& play, const engine::Library& library, Lang lang) {
  return MarkdownPage(debrief, play, library, lang).made();
}

}  // namespace casus::training
