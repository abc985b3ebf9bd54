// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief_words.hpp"

#include "core/page/safe_text.hpp"
#include "core/report/history_text.hpp"
#include "core/report/naming.hpp"

#include <fmt/format.h>

namespace casus::training {
namespace {

/// Names of methods and workflows as the play's library has them.
class PlayDefinitions final : public report::Definitions {
 public:
  explicit PlayDefinitions(const engine::Library& library) : library_(library) {}

  const method::Definition* method(const Pin& pin) const override { return library_.method(pin.id); }
  const workflow::Workflow* workflow(const Pin& pin) const override { return library_.workflow(pin.id); }

 private:
  const engine::Library& library_;
};

/// More events than these in one move are counted, not told.
constexpr std::size_t kTold = 3;

struct BeatWords {
  const Play& play;
  const Beat& beat;
  const engine::Library& library;
  Lang lang;

  std::string pick(std::string_view nl, std::string_view en) const { return std::string(report::pick(lang, nl, en)); }

  std::string operator()(const CommandBody& body) const {
    const PlayDefinitions definitions(library);
    if (const auto* say = std::get_if<Say>(&body)) {
      const report::Naming names(play.state(), definitions, lang);
      return fmt::format("({}): {}", names.kind_name(beat.method, say->kind), page::one_line(say->text));
    }
    if (std::holds_alternative<NextStep>(body)) {
      for (const auto& event : beat.events)
        if (const auto* entered = std::get_if<StepEntered>(&event.body)) {
          const report::Naming names(play.state(), definitions, lang);
          return pick("ging verder naar: ", "went on to: ") +
                 names.step_name(entered->phase, entered->method, entered->step);
        }
    }
    if (std::holds_alternative<NextStep>(body) && beat.events.empty()) return pick("wilde verder", "wanted to go on");
    if (beat.events.empty()) return pick("probeerde: ", "tried: ") + std::string(name_of(body));
    std::string out;
    for (std::size_t i = 0; i < beat.events.size() && i < kTold; ++i)
      out += (out.empty() ? "" : "; ") + report::event_in_words(beat.events[i], play.state(), definitions, lang);
    return out;
  }
  std::string operator()(const Wait& wait) const { return span_in_words(wait, lang) + pick(" later", " later"); }
  std::string operator()(const Choose& choose) const {
    const auto* decision = play.scenario().decision(choose.decision);
    const auto* option = decision == nullptr ? nullptr : decision->option(choose.option);
    return fmt::format("{} {} {} {}", pick("koos:", "chose:"),
                       option == nullptr ? choose.option : option->text.in(lang), pick("· omdat", "· because"),
                       page::one_line(choose.because));
  }
  std::string operator()(const Consult& consult) const {
    const auto* person = play.scenario().acquaintance(consult.person);
    return fmt::format("{} {}{}{}", beat.refusal ? pick("vroeg naar", "asked for") : pick("sprak met", "spoke with"),
                       person == nullptr ? consult.person : person->name, consult.about.empty() ? "" : ": ",
                       page::one_line(consult.about));
  }
  std::string operator()(const TakeHint&) const { return pick("vroeg een hint", "asked for a hint"); }
  std::string operator()(const Observe& sheet) const {
    return fmt::format("{} {}: {}", pick("zag bij", "saw of"), sheet.whom,
                       page::one_line(!sheet.said.empty()      ? sheet.said
                                      : sheet.strength.empty() ? sheet.next_try
                                                               : sheet.strength));
  }
  std::string operator()(const Learn& line) const {
    return pick("(leerlijn): ", "(learning): ") + page::one_line(line.text);
  }
  std::string operator()(const Signal& line) const {
    return pick("(signaal): ", "(signal): ") + page::one_line(line.text);
  }
  std::string operator()(const TakeBack& back) const {
    return fmt::format("{} {}", pick("nam zetten terug:", "took moves back:"), back.moves);
  }
};

}  // namespace

std::string moment(Time at, Lang lang) {
  const auto text = to_string(at);
  return report::day(date_of(at), lang) + ' ' + text.substr(11, 5);
}

std::string span_in_words(const Span& span, Lang lang) {
  if (span.amount != 1) return fmt::format("{} {}", span.amount, label(span.unit, lang));
  switch (span.unit) {
    case ClockUnit::minutes: return std::string(report::pick(lang, "1 minuut", "1 minute"));
    case ClockUnit::hours: return std::string(report::pick(lang, "1 uur", "1 hour"));
    case ClockUnit::days: return std::string(report::pick(lang, "1 dag", "1 day"));
    case ClockUnit::weeks: return "1 week";
  }
  return {};
}

std::string beat_in_words(const Play& play, const engine::Library& library, int number, Lang lang) {
  if (number < 1 || number > static_cast<int>(play.beats().size())) return {};
  const auto& beat = play.beats()[static_cast<std::size_t>(number - 1)];
  auto out = fmt::format("{} · {} {}", moment(beat.at, lang), beat.move.by,
                         std::visit(BeatWords{play, beat, library, lang}, beat.move.body));
  if (beat.refusal)
    out += fmt::format(" {} {}", report::pick(lang, "· geweigerd:", "· refused:"), beat.refusal->reason.in(lang));
  return out;
}

std::string points_in_words(const Item& item, Lang lang) {
  if (!item.points) return "–";
  if (item.of == 0) return fmt::format("{}×", *item.points);
  return fmt::format("{} {} {}", *item.points, report::pick(lang, "van", "of"), item.of);
}

std::string score_in_words(const LevelScore& score, Lang lang) {
  const auto of = score.of(), points = score.points();
  switch (score.level) {
    case Level::protocol:
      if (of == 0) return std::string(report::pick(lang, "nog niets te beoordelen", "nothing to judge yet"));
      return fmt::format("{} {} {} ({} %)", points, report::pick(lang, "gehouden van", "kept of"), of,
                         (100 * points + of / 2) / of);
    case Level::talk: return std::string(report::pick(lang, "tellingen, zonder oordeel", "counts, without a verdict"));
    default:
      if (of == 0) return std::string(report::pick(lang, "nog niets te beoordelen", "nothing to judge yet"));
      return fmt::format("{} {} {} {}", points, report::pick(lang, "van", "of"), of,
                         report::pick(lang, "punten", "points"));
  }
}

Text level_about(Level level) {
  switch (level) {
    case Level::protocol:
      return {"Zijn de stappen, beurten en sloten van de methode gehouden? Het zegt niet of het hielp.",
              "Were the steps, turns and locks of the method kept? It does not say whether it helped."};
    case Level::talk:
      return {"Hoe werd er gepraat? Dit zijn tellingen; meer is niet altijd beter.",
              "How was the talk? These are counts; more is not always better."};
    case Level::content:
      return {"Kwam naar boven wat ertoe doet? 0: niet, 1: gevonden, 2: gevonden en gebruikt.",
              "Did what matters come up? 0: no, 1: found, 2: found and used."};
    case Level::decisions:
      return {"Wat waren de keuzes waard? 0: schaadt, 3: het beste van wat er was.",
              "What were the choices worth? 0: harms, 3: the best there was."};
    case Level::reflection:
      return {"Is er iets geleerd, en is er iets opnieuw geprobeerd?",
              "Was something learned, and something tried again?"};
  }
  return {};
}

Text limits() {
  return {
      "Vijf cijfers die los van elkaar staan; er is met opzet geen eindcijfer. Ze komen uit vaste regels en uit "
      "woorden "
      "die zijn getypt. Toon, houding en stilte ziet het programma niet: daarvoor is de observator er. De kwaliteit "
      "van "
      "de keuzes is die van dit scenario, geen norm voor het werk.",
      "Five scores that stand apart; on purpose there is no final mark. They come from fixed rules and from words that "
      "were "
      "typed. The program does not see tone, posture and silence: that is what the observer is for. The quality of the "
      "choices is that of this scenario, not a norm for the work."};
}

std::string path_in_words(const PathResult& path, Lang lang) {
  const auto total = path.path->choices.size();
  auto out = fmt::format("{} {} {}", path.shared, report::pick(lang, "van de", "of"), total);
  out += report::pick(lang, path.shared == 1 ? " keuzes is zoals op dit pad." : " keuzes zijn zoals op dit pad.",
                      " choices as on this path.");
  if (path.left_at == nullptr) return out;
  const auto* wanted = path.left_at->decision->option(path.path->choices.at(path.left_at->decision->id));
  const auto bare = [&](const Text& text) {
    auto words = text.in(lang);
    if (words.ends_with('.')) words.pop_back();
    return words;
  };
  out +=
      fmt::format(" {} {}: {} '{}', {} '{}'.", report::pick(lang, "Verlaten bij zet", "Left at move"),
                  path.left_at->beat, report::pick(lang, "gekozen is", "chosen was"), bare(path.left_at->option->text),
                  report::pick(lang, "dit pad kiest", "this path takes"), bare(wanted->text));
  return out;
}

}  // namespace casus::training
