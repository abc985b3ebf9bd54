// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief/compare.hpp"

#include "core/page/safe_text.hpp"
#include "core/report/step_words.hpp"
#include "core/text/label.hpp"
#include "core/training/debrief/debrief_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::training {

using text::say;
namespace {

class Comparing {
 public:
  Comparing(const std::vector<Compared>& runs, const text::Voice& voice)
      : runs_(runs), s_(runs.front().play->scenario()), voice_(voice) {}

  page::Page made() {
    head();
    goals();
    found();
    chosen();
    counts();
    trainer();
    page_.rule();
    page_.paragraph(say(voice_, "compare.no_winner"));
    page_.paragraph(limits().in(voice_));
    return std::move(page_);
  }

 private:
  /// A row with the same question to each run.
  template <class Cell>
  page::Row row(std::string what, Cell&& cell) const {
    page::Row out{std::move(what)};
    for (const auto& run : runs_) out.push_back(cell(run));
    return out;
  }

  page::Row header(std::string what) const {
    return row(std::move(what), [](const Compared& run) { return run.play->setup().run; });
  }

  void head() {
    page_.title = say(voice_, "compare.title", "name"_is = s_.name);
    page_.paragraph(page::Line().strong(say(voice_, "train.all_made_up")));
    for (const auto& run : runs_)
      for (const auto& notice : run.debrief->notices)
        page_.notice(fmt::format("{}: {}", run.play->setup().run, notice.in(voice_)));
    std::vector<page::Row> rows;
    rows.push_back(row(say(voice_, "debrief.method"), [&](const Compared& run) {
      const auto* method = run.library->method(run.play->setup().method);
      return method == nullptr ? run.play->setup().method : report::name_with_status(*method, voice_);
    }));
    rows.push_back(
        row(say(voice_, "compare.version"), [](const Compared& run) { return run.play->scenario().version; }));
    if (std::ranges::any_of(runs_, [](const Compared& run) { return !run.play->setup().from.empty(); }))
      rows.push_back(row(say(voice_, "debrief.branched_off_from"), [&](const Compared& run) {
        const auto& setup = run.play->setup();
        if (setup.from.empty()) return std::string("–");
        return fmt::format("{}, {} {}", setup.from, say(voice_, "debrief.after_move"), setup.from_moves);
      }));
    rows.push_back(row(say(voice_, "compare.played_until"),
                       [&](const Compared& run) { return moment(run.play->clock(), voice_); }));
    for (const auto& [words, count] : {std::pair{say(voice_, "debrief.moves"), &Debrief::moves},
                                       {say(voice_, "debrief.hints"), &Debrief::hints},
                                       {say(voice_, "debrief.taken_back"), &Debrief::retries},
                                       {say(voice_, "debrief.refused_rule"), &Debrief::refused},
                                       {say(voice_, "debrief.refused_otherwise"), &Debrief::refused_other}})
      rows.push_back(row(words, [count = count](const Compared& run) { return std::to_string(run.debrief->*count); }));
    page_.table(header({}), rows);
  }

  /// By id, for the runs may be of two versions of the scenario.
  template <class Results, class Is>
  static const auto* find(const Results& results, Is&& is) {
    const auto found = std::ranges::find_if(results, is);
    return found == results.end() ? nullptr : &*found;
  }

  void goals() {
    page_.section(say(voice_, "debrief.learning_goals"));
    page_.paragraph(say(voice_, "debrief.goals_counted_and_judged"));
    std::vector<page::Row> rows;
    for (const auto& goal : s_.goals)
      rows.push_back(row(goal.name.in(voice_), [&](const Compared& run) {
        const auto* result = find(run.debrief->goals, [&](const GoalResult& one) { return one.goal->id == goal.id; });
        if (result == nullptr) return std::string("–");
        const auto held = std::ranges::count_if(result->parts, &CountedPart::held);
        auto out = say(voice_, "compare.counted", "held"_is = held, "parts"_is = result->parts.size());
        if (const auto open = std::ranges::count_if(result->parts, &CountedPart::is_open); open > 0)
          out += "; " + say(voice_, "compare.not_heard", "parts"_is = open);
        if (result->given() > 0) out += "; " + say(voice_, "compare.from_the_start", "parts"_is = result->given());
        if (result->overruled) out += "; " + say(voice_, "compare.overruled", "by"_is = result->overruled->by);
        const auto judged = [&](const Judgement& one) {
          return "; " + say(voice_, "compare.judged", "by"_is = one.by, "verdict"_is = text::label(one.verdict));
        };
        for (const auto& other : result->others) out += judged(other);
        return out + (result->judgement ? judged(*result->judgement) : "; " + say(voice_, "debrief.not_judged_yet"));
      }));
    page_.table(header(say(voice_, "compare.goal")), rows);
  }

  void found() {
    page_.section(say(voice_, "debrief.what_find"));
    std::vector<page::Row> rows;
    for (const auto& fact : s_.facts) {
      if (!fact.key) continue;
      rows.push_back(row(fact.text.in(voice_), [&](const Compared& run) {
        const auto* result = find(run.debrief->facts, [&](const FactResult& one) { return one.fact->id == fact.id; });
        if (result == nullptr) return std::string("–");
        if (!result->known) return say(voice_, "debrief.found");
        return result->by_trainer ? say(voice_, "debrief.told_by_trainer") : say(voice_, "debrief.found_2");
      }));
    }
    page_.table(header(say(voice_, "compare.fact")), rows);
  }

  void chosen() {
    page_.section(say(voice_, "debrief.choices_what_followed"));
    for (const auto& decision : s_.decisions) {
      page_.section(decision.question.in(voice_), 1);
      for (const auto& run : runs_) {
        const auto* result =
            find(run.debrief->decisions, [&](const DecisionResult& one) { return one.decision->id == decision.id; });
        auto line = page::Line().strong(run.play->setup().run).plain(": ");
        if (result != nullptr && result->late) {
          const auto* option = result->decision->option(result->decision->otherwise);
          page_.bullet(line.plain(say(voice_, "debrief.nobody_chose_in_time", "option"_is = option->text)));
          followed(*result);
          continue;
        }
        if (result == nullptr || result->option == nullptr) {
          page_.bullet(line.plain(result != nullptr && result->up ? say(voice_, "debrief.up_nothing_chosen")
                                                                  : say(voice_, "debrief.did_come_up")));
          continue;
        }
        page_.bullet(line.plain(say(voice_, "compare.chose", "option"_is = result->option->text,
                                    "because"_is = page::one_line(result->because),
                                    "worth"_is = result->option->quality, "most"_is = kBestQuality)));
        if (result->overruled)
          page_.detail(say(voice_, "debrief.overruled_by", "by"_is = result->overruled->by,
                           "because"_is = page::one_line(result->overruled->because)));
        followed(*result);
      }
    }
  }

  void followed(const DecisionResult& result) {
    for (const auto& effect : result.followed)
      page_.detail(fmt::format(
          "{}: {}{}", moment(effect.at, voice_), effect.text.in(voice_),
          effect.by.empty() ? std::string() : ' ' + say(voice_, "debrief.of_trainer", "by"_is = effect.by)));
  }

  void counts() {
    page_.section(say(voice_, "compare.scores"));
    std::vector<page::Row> rows;
    for (std::size_t i = 0; i < runs_.front().debrief->levels.size(); ++i) {
      const auto level = runs_.front().debrief->levels[i].level;
      if (level != Level::talk) {
        rows.push_back(row(text::label(level).in(voice_), [&](const Compared& run) {
          const auto& score = run.debrief->levels[i];
          auto out = score_in_words(score, voice_);
          const auto without = std::ranges::count_if(score.items, [](const Item& one) { return bool(one.overruled); });
          if (without > 0) out += "; " + say(voice_, "compare.without_overruled", "items"_is = without);
          return out;
        }));
        continue;
      }
      for (const auto& item : runs_.front().debrief->levels[i].items)
        rows.push_back(row(item.text.in(voice_), [&](const Compared& run) {
          const auto* same = find(run.debrief->levels[i].items, [&](const Item& one) { return one.id == item.id; });
          if (same == nullptr) return std::string("–");
          auto out = points_in_words(*same, voice_);
          if (same->overruled) out += "; " + say(voice_, "compare.overruled", "by"_is = same->overruled->by);
          return out;
        }));
    }
    page_.table(header(say(voice_, "debrief.what")), rows);
  }

  void trainer() {
    const bool any = std::ranges::any_of(runs_, [](const Compared& run) { return !run.debrief->trainer.empty(); });
    if (!any) return;
    page_.section(say(voice_, "debrief.of_the_trainer"));
    for (const auto& run : runs_)
      for (const auto& line : run.debrief->trainer)
        page_.bullet(page::Line().strong(run.play->setup().run).plain(": " + trainer_line_in_words(line, voice_)));
  }

  const std::vector<Compared>& runs_;
  const Scenario& s_;
  text::Voice voice_;
  page::Page page_;
};

}  // namespace

page::Page compare_page(const std::vector<Compared>& runs, const text::Voice& voice) {
  return Comparing(runs, voice).made();
}

}  // namespace casus::training
