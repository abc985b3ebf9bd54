// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief/debrief_words.hpp"

#include "core/page/safe_text.hpp"
#include "core/report/history/history_text.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"
#include "core/training/debrief/withheld.hpp"
#include "core/training/debrief/without_name.hpp"
#include "core/training/library_names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::training {
namespace {

/// Of "decision/option".
const Option* option_of_effect(std::string_view id, const Scenario& scenario) {
  const auto slash = id.find('/');
  const auto* decision = slash == std::string_view::npos ? nullptr : scenario.decision(id.substr(0, slash));
  return decision == nullptr ? nullptr : decision->option(id.substr(slash + 1));
}

/// More events than these in one move are counted, not told.
constexpr std::size_t kTold = 3;

struct BeatWords {
  const Play& play;
  const Beat& beat;
  const engine::Library& library;
  text::Voice voice;

  std::string operator()(const CommandBody& body) const {
    const LibraryNames definitions(library);
    const bool kept = is_without_name(play, beat) || is_unseen(play, beat);
    if (kept && !beat.counts()) return text::say(voice, "debrief.tried");
    if (const auto* say = kept ? nullptr : std::get_if<Say>(&body)) {
      const report::Naming names(play.state(), definitions, voice);
      return fmt::format("({}): {}", names.kind_name(beat.method, say->kind), page::one_line(say->text));
    }
    if (std::holds_alternative<NextStep>(body)) {
      for (const auto& event : beat.events)
        if (const auto* entered = std::get_if<StepEntered>(&event.body)) {
          const report::Naming names(play.state(), definitions, voice);
          return text::say(voice, "debrief.went") + names.step_name(entered->phase, entered->method, entered->step) +
                 reason_to_go();
        }
    }
    if (std::holds_alternative<NextStep>(body) && beat.events.empty()) return text::say(voice, "debrief.wanted_go");
    if (const auto* action = beat.events.empty() ? std::get_if<AddAction>(&body) : nullptr)
      return text::say(voice, "debrief.tried_to_agree", "what"_is = page::one_line(action->what));
    if (beat.events.empty()) return text::say(voice, "debrief.tried");
    std::string out;
    for (std::size_t i = 0; i < beat.events.size() && i < kTold; ++i)
      out += (out.empty() ? "" : "; ") + report::event_in_words(beat.events[i], play.state(), definitions, voice);
    return out;
  }
  std::string operator()(const Wait& wait) const {
    return text::say(voice, "debrief.moved_the_clock", "span"_is = span_in_words(wait, voice));
  }
  std::string operator()(const Choose& choose) const {
    const auto* decision = play.scenario().decision(choose.decision);
    const auto* option = decision == nullptr ? nullptr : decision->option(choose.option);
    return fmt::format("{} {} {} {}", text::say(voice, "debrief.chose"),
                       option == nullptr ? choose.option : option->text.in(voice), text::say(voice, "debrief.because"),
                       page::one_line(choose.because));
  }
  std::string operator()(const Consult& consult) const {
    const auto* person = play.scenario().acquaintance(consult.person);
    return fmt::format("{} {}{}{}",
                       beat.refusal ? text::say(voice, "debrief.asked") : text::say(voice, "debrief.spoke"),
                       person == nullptr ? consult.person : person->name, consult.about.empty() ? "" : ": ",
                       page::one_line(consult.about));
  }
  std::string operator()(const TakeHint&) const { return text::say(voice, "debrief.asked_hint"); }
  std::string operator()(const Observe& sheet) const {
    return fmt::format("{} {}: {}", text::say(voice, "debrief.saw"), sheet.whom,
                       page::one_line(!sheet.said.empty()      ? sheet.said
                                      : sheet.strength.empty() ? sheet.next_try
                                                               : sheet.strength));
  }
  std::string operator()(const Learn& line) const {
    return text::say(voice, "debrief.learning") + page::one_line(line.text);
  }
  std::string operator()(const Signal& line) const {
    return text::say(voice, "debrief.signal") + page::one_line(line.text);
  }
  std::string operator()(const JudgeGoal& judged) const {
    const auto& goals = play.scenario().goals;
    const auto goal = std::ranges::find(goals, judged.goal, &LearningGoal::id);
    return text::say(voice, "debrief.judged",
                     "goal"_is = goal == goals.end() ? Text{judged.goal, judged.goal} : goal->name,
                     "verdict"_is = text::label(judged.verdict), "because"_is = page::one_line(judged.because));
  }
  std::string operator()(const Overrule& against) const {
    return text::say(voice, "debrief.overruled", "finding"_is = against.finding,
                     "because"_is = page::one_line(against.because));
  }
  std::string operator()(const Remark& remark) const {
    return text::say(voice, "debrief.remarked", "text"_is = page::one_line(remark.text));
  }
  std::string operator()(const Retract& back) const {
    return text::say(voice, "debrief.retracted", "move"_is = back.move, "because"_is = page::one_line(back.because));
  }
  std::string operator()(const Inject& body) const {
    const auto what = text::label(body.what);
    if (!beat.refusal)
      return text::say(voice, "debrief.brought_in", "what"_is = what,
                       "text"_is = page::one_line(brought_in(beat).in(voice)));
    return text::say(voice, "debrief.wanted_to_bring_in", "what"_is = what,
                     "text"_is = page::one_line(body.of.empty() ? body.text : body.of));
  }
  std::string operator()(const Withheld& withheld) const { return withheld_in_words(withheld, voice); }
  std::string operator()(const TakeBack& back) const {
    // Which, for it need not be the last line on the screen: notes stay, and who leads takes back what is theirs.
    auto out = fmt::format("{} {}", text::say(voice, "debrief.took_moves_back"), back.moves);
    for (const auto& undone : play.beats())
      if (undone.taken_back == beat.number) out += fmt::format(" [{}]", undone.number);
    return out;
  }

 private:
  /// Why they went on before the step was done.
  std::string reason_to_go() const {
    for (const auto& event : beat.events)
      if (const auto* left = std::get_if<StepLeft>(&event.body); left != nullptr && !left->because.empty())
        return ' ' + text::say(voice, "debrief.reason_to_go", "because"_is = page::one_line(left->because));
    return {};
  }
};

}  // namespace

std::string moment(Time at, const text::Voice& voice) {
  return report::day(date_of(at), voice) + ' ' + to_string(at).substr(11, 5);
}

std::string span_in_words(const Span& span, const text::Voice& voice) {
  switch (span.unit) {
    case ClockUnit::minutes: return text::say(voice, "debrief.span_minutes", "amount"_is = span.amount);
    case ClockUnit::hours: return text::say(voice, "debrief.span_hours", "amount"_is = span.amount);
    case ClockUnit::days: return text::say(voice, "debrief.span_days", "amount"_is = span.amount);
    case ClockUnit::weeks: return text::say(voice, "debrief.span_weeks", "amount"_is = span.amount);
  }
  return {};
}

std::string beat_in_words(const Play& play, const engine::Library& library, int number, const text::Voice& voice) {
  if (number < 1 || number > static_cast<int>(play.beats().size())) return {};
  const auto& beat = play.beats()[static_cast<std::size_t>(number - 1)];
  const bool unnamed = is_without_name(play, beat);
  const auto who = unnamed ? play.state().name_of(kSomebody, voice) : beat.move.by;
  auto out = fmt::format("{} · {} {}", moment(beat.at, voice), who,
                         std::visit(BeatWords{play, beat, library, voice}, beat.move.body));
  // Why it was refused may repeat what was typed, or name who typed it.
  if (beat.refusal && !unnamed && !is_unseen(play, beat))
    out += fmt::format(" {} {}", text::say(voice, "debrief.refused"), beat.refusal->reason.in(voice));
  return out;
}

std::string origin_in_words(const Provenance& of, const Scenario& scenario, const text::Voice& voice, Sentence kind) {
  std::string words;
  if (of.source.empty()) {
    words = kind == Sentence::story ? text::say(voice, "debrief.made_up") : text::label(of.mark).in(voice);
  } else {
    std::string sources;
    for (const auto& id : of.source) {
      const auto found = scenario.sources.find(id);
      sources += (sources.empty() ? "" : "; ") + (found == scenario.sources.end() ? id : found->second);
    }
    words = text::say(voice, "debrief.from_source", "mark"_is = text::label(of.mark), "sources"_is = sources);
  }
  return of.note ? fmt::format("({}. {})", words, of.note->in(voice)) : fmt::format("({})", words);
}

std::string came_out_in_words(const CameOut& out, const Scenario& scenario, const text::Voice& voice) {
  const auto from = [&](const Provenance* of) {
    if (!out.by.empty()) return ' ' + text::say(voice, "debrief.of_trainer", "by"_is = out.by);
    return of == nullptr ? std::string() : ' ' + origin_in_words(*of, scenario, voice);
  };
  using What = CameOut::What;
  const auto& text = out.text;
  switch (out.what) {
    case What::fact: {
      const auto* fact = scenario.fact(out.id);
      return text::say(voice, "debrief.came_out_fact", "text"_is = text) +
             from(fact == nullptr ? nullptr : &fact->origin);
    }
    case What::event: {
      const auto* event = scenario.event(out.id);
      return fmt::format("{}: {}{}", moment(out.at, voice), text.in(voice),
                         from(event == nullptr ? nullptr : &event->origin));
    }
    case What::effect: {
      const auto* option = option_of_effect(out.id, scenario);
      const auto of = option == nullptr ? Provenance{} : origin_of_effect(out, *option);
      return fmt::format("{}: {}{}", moment(out.at, voice), text.in(voice), from(&of));
    }
    case What::decision: return text::say(voice, "debrief.came_out_decision", "text"_is = text);
    case What::hint: return text::say(voice, "debrief.came_out_hint", "text"_is = text);
    case What::mood: return text::say(voice, "debrief.came_out_mood", "text"_is = text);
    case What::late: return text::say(voice, "debrief.nobody_chose_in_time", "option"_is = text);
  }
  return {};
}

Provenance origin_of_effect(const CameOut& came, const Option& option) {
  const auto found = std::ranges::find_if(option.effects, [&](const Effect& effect) {
    return effect.text == came.text ||
           std::ranges::find(effect.delivery.versions, came.text, &Version::text) != effect.delivery.versions.end();
  });
  return found == option.effects.end() ? Provenance{} : found->origin;
}

std::string sheet_in_words(const Play& play, const Beat& observed, const text::Voice& voice) {
  const auto& sheet = std::get<Observe>(observed.move.body);
  std::string parts;
  const auto part = [&](MoveField field, std::string_view words) {
    if (trimmed(words).empty()) return;
    parts += fmt::format(" · {}: {}", text::label(field).in(voice), page::one_line(std::string(trimmed(words))));
  };
  const auto& points = play.scenario().observe;
  const auto point = std::ranges::find(points, sheet.point, &ObservationPoint::id);
  part(MoveField::point, point == points.end() ? sheet.point : point->text.in(voice));
  part(MoveField::said, sheet.said);
  part(MoveField::effect, sheet.effect);
  if (sheet.score) part(MoveField::score, text::say(voice, "debrief.sheet_score", "score"_is = *sheet.score));
  return parts.empty() ? parts : text::say(voice, "debrief.sheet_of", "by"_is = observed.move.by) + parts;
}

std::string trainer_line_in_words(const TrainerLine& line, const text::Voice& voice) {
  if (line.injected)
    return text::say(voice, "debrief.trainer_brought_in", "by"_is = line.by, "what"_is = text::label(*line.injected),
                     "text"_is = page::one_line(line.brought_in.in(voice)));
  if (line.finding.empty())
    return text::say(voice, "debrief.trainer_saw", "by"_is = line.by, "text"_is = page::one_line(line.text));
  return text::say(voice, "debrief.trainer_overruled", "by"_is = line.by, "finding"_is = line.finding,
                   "because"_is = page::one_line(line.text));
}

std::string points_in_words(const Item& item, const text::Voice& voice) {
  if (!item.points) return "–";
  if (item.of == 0) return fmt::format("{}×", *item.points);
  // What is judged by one sentence holds or does not: "only the presenter spoke, 0 of 1" says neither.
  if (item.of == 1)
    return *item.points == 1 ? text::say(voice, "debrief.is_so") : text::say(voice, "debrief.is_not_so");
  // It may stand there in other words. Of a choice it is the worth, and that can be none.
  if (*item.points == 0 && item.of != kBestQuality) return text::say(voice, "debrief.not_counted");
  return fmt::format("{} {} {}", *item.points, text::say(voice, "debrief.of"), item.of);
}

std::string score_in_words(const LevelScore& score, const text::Voice& voice) {
  const auto of = score.of(), points = score.points();
  switch (score.level) {
    case Level::protocol:
      if (of == 0) return text::say(voice, "debrief.nothing_judge_yet");
      return fmt::format("{} {} {} ({} %)", points, text::say(voice, "debrief.kept"), of, (100 * points + of / 2) / of);
    case Level::talk: return text::say(voice, "debrief.counts_without_verdict");
    default:
      if (of == 0) return text::say(voice, "debrief.nothing_judge_yet");
      return fmt::format("{} {} {} {}", points, text::say(voice, "debrief.of"), of, text::say(voice, "debrief.points"));
  }
}

text::Message level_about(Level level) {
  switch (level) {
    case Level::protocol: return msg("debrief.were_steps_turns_locks_method");
    case Level::talk: return msg("debrief.how_talk_these_counts_more");
    case Level::content: return msg("debrief.did_what_matters_come_up");
    case Level::decisions: return msg("debrief.what_were_choices_worth_0");
    case Level::reflection: return msg("debrief.something_learned_something_tried_again");
  }
  return {};
}

text::Message limits() { return msg("debrief.five_scores_stand_apart_purpose"); }

std::string path_in_words(const PathResult& path, const text::Voice& voice) {
  const auto total = path.path->choices.size();
  auto out = text::say(voice, "debrief.path_shared", "shared"_is = path.shared, "total"_is = total);
  if (path.left_at == nullptr) return out;
  const auto* wanted = path.left_at->decision->option(path.path->choices.at(path.left_at->decision->id));
  const auto bare = [&](const Text& text) {
    auto words = text.in(voice);
    if (words.ends_with('.')) words.pop_back();
    return words;
  };
  out += fmt::format(" {} {}: {} '{}', {} '{}'.", text::say(voice, "debrief.left_move"), path.left_at->beat,
                     text::say(voice, "debrief.chosen_2"), bare(path.left_at->option->text),
                     text::say(voice, "debrief.path_takes"), bare(wanted->text));
  return out;
}

}  // namespace casus::training
