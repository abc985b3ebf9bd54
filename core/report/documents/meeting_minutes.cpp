// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/meeting_minutes.hpp"

#include "core/base/text.hpp"
#include "core/method/vocabulary.hpp"
#include "core/report/discreet.hpp"
#include "core/report/documents/item_outcome.hpp"
#include "core/report/history/naming.hpp"
#include "core/report/meeting_words.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace casus::report {

namespace {

/// Writes one sheet: what each person does, what came of each case, and the rest in a few lines at the foot.
class MinutesWriter {
 public:
  MinutesWriter(const Meeting& meeting, const std::vector<CaseRecord>& cases, const Definitions& definitions, Time now,
                const text::Voice& voice)
      : meeting_(meeting), cases_(cases), definitions_(definitions), now_(now), voice_(voice) {}

  page::Page written() {
    for (const auto& item : each_case_once()) look_at(item);
    page::Page page;
    page.title = text::say(voice_, "meeting_minutes.minutes_meeting", "on"_is = day(meeting_.on(), voice_));
    page.dense = true;
    add_head(page);
    add_tasks(page);
    for (const auto& one : sections_) page.append(one);
    add_foot(page);
    return page;
  }

 private:
  using Lines = std::vector<std::string>;

  std::string say(text::Literal id) const { return text::say(voice_, id); }

  /// A case that stood on the agenda more than once is told once, with all of its time.
  std::vector<AgendaItem> each_case_once() const {
    std::vector<AgendaItem> items;
    for (const auto& item : meeting_.items) {
      if (item.state == ItemState::dropped) continue;
      const auto there = std::ranges::find_if(items, [&](const AgendaItem& one) {
        return !item.line.case_id.empty() && one.line.case_id == item.line.case_id;
      });
      if (there == items.end()) {
        items.push_back(item);
        continue;
      }
      there->line.minutes += item.line.minutes;
      if (item.sittings.empty()) continue;
      there->sittings.insert(there->sittings.end(), item.sittings.begin(), item.sittings.end());
      there->state =
          item.state == ItemState::untouched && there->state == ItemState::finished ? there->state : item.state;
      there->chair = item.chair;
      there->because = item.because;
      there->unfinished = item.unfinished;
    }
    return items;
  }

  /// Puts an item where it belongs: in a part of its own when there is something to tell, else in a line at the foot.
  void look_at(const AgendaItem& item) {
    const auto& id = item.line.case_id;
    if (item.sittings.empty()) {
      if (item.state == ItemState::planned && !id.empty()) not_reached_.push_back(id);
      return;
    }
    if (id.empty()) {
      if (item.line.why != Why::standard) also_.push_back(item_name(item.line, voice_) + standing(item));
      return;
    }
    if (item.chair != meeting_.chair && !item.chair.empty())
      chairs_.push_back(text::say(voice_, "meeting_minutes.chair_of", "who"_is = item.chair, "case"_is = id));
    note_time(item);
    const auto record = std::ranges::find(cases_, id, &CaseRecord::id);
    if (record == cases_.end() || !record->state) {
      const bool withheld = record != cases_.end() && record->withheld;
      also_.push_back(id + " (" + (withheld ? say("meeting_minutes.table") : say("meeting_minutes.erased")) + ")");
      return;
    }
    note_methods(item, *record->state);
    const auto outcome = item_outcome(item, *record, definitions_, now_, voice_);
    signals_ += outcome.signals;
    learning_ += outcome.learning;
    for (const auto& task : outcome.tasks) tasks_.push_back({id, task});
    if (outcome.is_told_open() && Naming(*record->state, definitions_, voice_).about_resident()) untold_.push_back(id);
    if (!outcome.anything() && !item.unfinished && unplaced(item, *record->state) == 0)
      also_.push_back(id + back_on(outcome.next) + standing(item));
    else add_case(item, *record->state, outcome);
  }

  /// What was typed up to the end of this item, and of which nobody said where it belongs.
  std::size_t unplaced(const AgendaItem& item, const Case& state) const {
    const auto end = item.sittings.back().to.value_or(now_);
    return static_cast<std::size_t>(std::ranges::count_if(state.contributions, [&](const Contribution& it) {
      return it.kind == method::kUnplacedKind && !it.text.empty() && it.at <= end && is_shown(state, it);
    }));
  }

  std::string back_on(const std::string& next) const {
    return next.empty() ? std::string() : text::say(voice_, "meeting_minutes.back_on", "on"_is = next);
  }

  /// " (geparkeerd: wacht op de huisarts)"; nothing for what was simply discussed.
  std::string standing(const AgendaItem& item) const {
    if (item.state == ItemState::untouched) return " (" + untouched() + ")";
    if (item.state == ItemState::parked) return " (" + parked(item) + ")";
    return {};
  }
  std::string untouched() const {
    return say("meeting_minutes.discussed") + "; " + say("meeting_minutes.question_stays_asked");
  }
  std::string parked(const AgendaItem& item) const {
    return say("meeting_minutes.parked") + ": " + (item.because.empty() ? say("meeting_minutes.later") : item.because);
  }

  /// "niet af: gebleven bij 'Bevestigen' (analyse); de vraag blijft staan".
  std::string half_way(const AgendaItem& item, const Case& state) const {
    const auto end = item.sittings.back().to.value_or(now_);
    const auto open = std::ranges::find_if(
        state.visits, [&](const Visit& visit) { return visit.entered <= end && (!visit.left || *visit.left > end); });
    if (open == state.visits.end()) return say("meeting_minutes.half_way");
    return text::say(voice_, "meeting_minutes.half_way_at",
                     "step"_is = Naming(state, definitions_, voice_).step_name(open->phase, open->method, open->step),
                     "phase"_is = text::label(open->phase));
  }

  void note_time(const AgendaItem& item) {
    const auto spent = static_cast<double>(item.spent(now_).count()) / 60.0;
    times_.push_back(text::say(voice_, "meeting_minutes.of_case", "case"_is = item.line.case_id,
                               "spent"_is = number(spent, voice_), "planned"_is = std::to_string(item.line.minutes)));
  }

  void note_methods(const AgendaItem& item, const Case& state) {
    const Naming names(state, definitions_, voice_);
    for (const auto& time : step_times(item, state, definitions_, now_)) {
      const auto name = names.method_with_status(time.method);
      auto there = std::ranges::find(methods_, name, &std::pair<std::string, Lines>::first);
      if (there == methods_.end()) there = methods_.insert(there, {name, {}});
      if (std::ranges::find(there->second, item.line.case_id) == there->second.end())
        there->second.push_back(item.line.case_id);
    }
  }

  void add_case(const AgendaItem& item, const Case& state, const ItemOutcome& outcome) {
    const Discreet discreet(state, definitions_, voice_);
    page::Page part;
    part.section(item.line.case_id + ' ' + discreet.text(state.title) + changed_mark(state, "title", voice_), 1);
    const auto fact = [&](text::Literal id, const std::string& words) { part.fact(say(id), words); };
    const auto facts = [&](text::Literal id, const Lines& lines) { fact(id, in_a_row(lines)); };
    fact("meeting_minutes.question",
         state.question.empty() ? "" : discreet.text(state.question) + changed_mark(state, "question", voice_));
    facts("meeting_minutes.safety", outcome.safety);
    facts("meeting_minutes.choice", outcome.choices);
    facts("meeting_minutes.most_votes", outcome.votes);
    facts("meeting_minutes.decisions", outcome.decisions);
    facts("meeting_minutes.sees_otherwise", outcome.dissent);
    Lines tasks;
    for (const auto& task : outcome.tasks) tasks.push_back(task.who + ": " + task.what);
    facts("meeting_minutes.agreements", tasks);
    facts("meeting_minutes.looked_back", outcome.done);
    facts("meeting_minutes.goals", outcome.goals);
    facts("meeting_minutes.what_resident_told", outcome.told);
    fact("meeting_minutes.review", outcome.next);
    if (item.state == ItemState::untouched || item.state == ItemState::parked)
      fact("meeting_minutes.state", item.state == ItemState::parked ? parked(item) : untouched());
    else if (item.unfinished) fact("meeting_minutes.state", half_way(item, state));
    if (const auto count = unplaced(item, state); count > 0)
      fact("meeting_minutes.unplaced", text::say(voice_, "meeting_minutes.unplaced_lines", "count"_is = count));
    sections_.push_back(std::move(part));
  }

  /// "a; b", without the full stops at their ends.
  static std::string in_a_row(const Lines& lines) {
    std::string out;
    for (const auto& line : lines) {
      std::string_view words = line;
      if (lines.size() > 1 && words.ends_with('.')) words.remove_suffix(1);
      out += (out.empty() ? "" : "; ") + std::string(words);
    }
    return out;
  }

  void add_head(page::Page& page) const {
    auto there = meeting_.present;
    there.insert(there.end(), meeting_.were_there.begin(), meeting_.were_there.end());
    double spent = 0;
    for (const auto& item : meeting_.items) spent += static_cast<double>(item.spent(now_).count()) / 60.0;
    page::Line line;
    const auto add = [&](text::Literal id, const std::string& words) {
      if (words.empty()) return;
      line.strong(capital(say(id)) + ':').plain(' ' + words + ". ");
    };
    add("meeting_minutes.chair", meeting_.chair);
    add("meeting_minutes.note_taker", meeting_.note_taker);
    add("meeting_minutes.present", joined({there.begin(), there.end()}));
    add("meeting_minutes.away", joined({meeting_.away.begin(), meeting_.away.end()}));
    add("meeting_minutes.time", text::say(voice_, "meeting_minutes.of", "spent"_is = spent_minutes(spent, voice_),
                                          "minutes"_is = minutes(meeting_.minutes, voice_)));
    page.section("");
    page.paragraph(std::move(line));
  }

  /// By person in the order of their names, and of each by day.
  void add_tasks(page::Page& page) {
    page.section(say("meeting_minutes.who_does_what"));
    if (tasks_.empty()) page.paragraph(say("meeting_minutes.nothing_agreed"));
    else add_table(page);
    if (!sections_.empty()) page.section(say("meeting_minutes.by_case")).columns = true;
  }

  void add_table(page::Page& page) {
    std::ranges::stable_sort(tasks_, [](const auto& a, const auto& b) {
      return std::tie(a.second.who, a.second.on) < std::tie(b.second.who, b.second.on);
    });
    std::vector<page::Row> rows;
    for (const auto& [id, task] : tasks_) rows.push_back({task.who, task.what, task.by_when, task.checks, id});
    std::vector<std::string> heads{say("plan.who"), say("plan.what"), say("meeting_minutes.at_the_latest"),
                                   say("meeting_minutes.who_checks"), say("meeting_minutes.case")};
    for (auto& head : heads) head = capital(head);
    page.table(std::move(heads), rows);
  }

  void add_foot(page::Page& page) const {
    page.section(say("meeting_minutes.the_rest"));
    page.fact(say("meeting_minutes.also_looked_at"), in_a_row(also_));
    page.fact(say("meeting_minutes.reached"), joined({not_reached_.begin(), not_reached_.end()}));
    page.fact(say("meeting_minutes.written_down_yet_tells_resident"), joined({untold_.begin(), untold_.end()}));
    page.fact(say("meeting_minutes.other_chairs"), in_a_row(chairs_));
    page.fact(say("meeting_minutes.spent"), in_a_row(times_));
    const auto signals = meeting_.signals + signals_, lessons = meeting_.learning + learning_;
    if (signals + lessons > 0)
      page.fact(say("meeting_minutes.noted_team"),
                text::say(voice_, "meeting_minutes.signals_lines_learning",
                          "signals"_is = text::msg("meeting_minutes.signals", "count"_is = signals),
                          "learning"_is = text::msg("meeting_minutes.lessons", "count"_is = lessons)));
    if (!meeting_.aside.empty())
      page.fact(say("meeting_minutes.unplaced"),
                text::say(voice_, "meeting_minutes.aside_lines", "count"_is = meeting_.aside.size()));
    Lines methods;
    for (const auto& [name, cases] : methods_) methods.push_back(name + ": " + joined({cases.begin(), cases.end()}));
    page.fact(say("meeting_minutes.method"), in_a_row(methods));
  }

  const Meeting& meeting_;
  const std::vector<CaseRecord>& cases_;
  const Definitions& definitions_;
  Time now_;
  text::Voice voice_;
  std::vector<std::pair<std::string, ItemOutcome::Task>> tasks_;  ///< with the case
  std::vector<page::Page> sections_;                              ///< of cases with something to tell
  std::vector<std::pair<std::string, Lines>> methods_;            ///< with the cases that were led by it
  int signals_ = 0, learning_ = 0;                                ///< noted while a case was on the table
  Lines also_, not_reached_, untold_, chairs_, times_;
};

}  // namespace

std::vector<StepTime> step_times(const AgendaItem& item, const Case& state, const Definitions& definitions, Time now) {
  const Naming names(state, definitions, Lang::nl);
  std::vector<StepTime> times;
  for (const auto& visit : state.visits) {
    double spent = 0;
    for (const auto& sitting : item.sittings) {
      const auto end = sitting.to.value_or(now);
      if (end - sitting.from > kLongestSitting) continue;
      const auto from = std::max(sitting.from, visit.entered);
      const auto to = std::min(end, visit.left.value_or(end));
      if (to > from) spent += static_cast<double>((to - from).count()) / 60.0;
    }
    if (spent <= 0) continue;
    // What was planned is written when the step is left; until then the method says it.
    const auto* step = visit.left ? nullptr : names.step(visit);
    times.push_back(
        {visit.method, visit.phase, visit.step, step == nullptr ? visit.planned_minutes : step->minutes, spent});
  }
  return times;
}

page::Page minutes_page(const Meeting& meeting, const std::vector<CaseRecord>& cases, const Definitions& definitions,
                        Time now, const text::Voice& voice) {
  return MinutesWriter(meeting, cases, definitions, now, voice).written();
}

}  // namespace casus::report
