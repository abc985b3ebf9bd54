// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/definitions.hpp"
#include "core/desk/forms/page_format.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/verbs/signal_form.hpp"
#include "core/desk/verbs/team/period.hpp"
#include "core/desk/verbs/team/team_line.hpp"
#include "core/desk/verbs/team/team_verb.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

/// The area as the team's cases show it: signals, focus points, the yearly review; and the team's own paper.
namespace casus::desk {

using text::msg;

namespace {

/// A page to print, on the screen or in a file.
struct PrintedPaper {
  std::optional<PrintFormat> format;  ///< nothing: Markdown, and on a terminal text to read
  store::OutputFile out;

  void shape(Slots& slots, Words about_format) {
    slots.option("format", format, about_format);
    slots.output("out", out, "help.file_write_else_screen");
  }
  void put(Desk& desk, Reply& reply, const page::Page& page) const {
    const auto form = format.value_or(PrintFormat::markdown);
    put_paper(desk, reply, {{"format", key(form)}}, page, printed(page, form, desk.voice()), out, "document.written",
              Tone::good, format.has_value());
  }
};

class AreaSignals final : public TeamVerb {
 public:
  Access access() const override { return reads(Ground::team); }
  void shape(Slots& slots) override {
    typed_.shape_counted(slots);
    slots.option("by", by_, "help.what_lines");
    slots.option("across", across_, "help.what_columns");
  }

  void run(Desk& desk, Reply& reply) override {
    if (across_ && *across_ == by_) throw Usage{desk.say("area.across_same_choose_another_one")};
    const auto period = typed_.counted(desk);
    const auto team = the_team(desk);
    const auto table = report::signal_counts(team.signals, period, by_, across_, desk.voice());
    if (desk.json()) {
      auto document = report::counts_json(table);
      document["from"] = to_string(period.from);
      document["to"] = to_string(period.to);
      document["by"] = key(by_);
      document["across"] = across_ ? nlohmann::json(key(*across_)) : nlohmann::json();
      reply.json(document);
      return;
    }
    reply.line(desk.say("area.signals_from", "from"_is = desk.day(period.from), "to"_is = desk.day(period.to)),
               Tone::strong);
    if (table.total() == 0) {
      reply.line(desk.say("area.none_note_one",
                          "signal"_is = text::way("case signal", "case"_is = text::gap("gap.case"),
                                                  "text"_is = text::gap(), "theme"_is = text::gap("gap.theme"))));
      return;
    }
    reply.table(report::counts_header(table, label(by_, desk.voice()), desk.voice()),
                report::counts_rows(table, desk.voice()));
    reply.prose("", report::counts_note(desk.voice()));
  }

 private:
  PeriodTyped typed_;
  report::SignalBy by_ = report::SignalBy::theme;
  std::optional<report::SignalBy> across_;
};

/// The form of one signal: shown, or filled in further. What stood there already is corrected, and that asks why.
class AreaSignal final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(fill_);
    slots.word(fill_.line, "help.id_signal_like_s1");
    signal_form(slots, form_, where_);
    slots.option(fill_.because, "help.why_signal_form_changes");
  }

  void run(Desk& desk, Reply& reply) override {
    if (fills()) fill(desk, reply);
    if (reply.status == Status::done) print(desk, reply);
  }

 private:
  /// Throws Usage when there is none.
  static TeamLine signal(Desk& desk, const std::string& line) {
    const auto team = the_team(desk);
    const auto wanted = folded(trimmed(line));
    const auto found = std::ranges::find(team.signals, wanted, &TeamLine::id);
    if (found == team.signals.end())
      throw Usage{desk.say("area.no_such_signal", "line"_is = line, "list"_is = text::way("team list"))};
    return *found;
  }

  void fill(Desk& desk, Reply& reply) {
    const auto it = signal(desk, fill_.line);
    const auto& before = it.form;
    bool empty_before = true;
    const auto put = [&](std::string_view field, const std::string& was, const std::string& now) {
      if (now.empty()) return;
      fill_.set.push_back(fmt::format("{}={}", field, now));
      empty_before = empty_before && was.empty();
    };
    put("neighbourhood", it.neighbourhood, where_);
    put("since", before.since, form_.since);
    put("seen_by", before.seen_by, form_.seen_by);
    put("agenda", before.agenda, form_.agenda);
    if (empty_before && fill_.because.empty()) fill_.because = desk.say("area.signal_form_filled");
    give(desk, reply, fill_, desk.say("area.signal_form_filled_in"));
  }

  void print(Desk& desk, Reply& reply) {
    const auto it = signal(desk, fill_.line);
    if (desk.json()) {
      if (!fills()) reply.json(team_line_json(it));
      return;
    }
    const auto or_empty = [&](const std::string& text) { return text.empty() ? desk.say("area.signal_empty") : text; };
    reply.fact(desk.say("area.signal_what"), it.text);
    reply.fact(desk.say("area.signal_theme"), it.theme);
    reply.fact(desk.say("area.signal_where"), or_empty(it.neighbourhood));
    reply.fact(desk.say("area.signal_since"), or_empty(it.form.since));
    reply.fact(desk.say("area.signal_seen_by"), or_empty(it.form.seen_by));
    reply.fact(desk.say("area.signal_agenda"), or_empty(it.form.agenda));
    if (it.neighbourhood.empty() || it.form.since.empty() || it.form.seen_by.empty() || it.form.agenda.empty())
      reply.line(desk.say("area.signal_fill", "fill"_is = text::way("area signal", "line"_is = it.id,
                                                                    "agenda"_is = text::gap("gap.who_hears"))),
                 Tone::quiet);
  }

  bool fills() const { return !form_.empty() || !where_.empty(); }

  CorrectLine fill_;
  SignalForm form_;
  std::string where_;
};

void focus_slots(Slots& slots, ChooseFocus& focus) {
  slots.word(focus.text, "help.what_will_work_area");
  slots.option(focus.theme, "help.theme_2");
  slots.option(focus.because, "help.what_figures_talks_led");
  slots.option(focus.together, "help.whom_discussed_may_repeated");
}
text::Message focus_chosen(const ChooseFocus&) {
  return msg("area.focus_point_chosen_does_what",
             "contribute"_is = text::way("area contribute", "focus"_is = "f1", "what"_is = text::gap("gap.words"),
                                         "who"_is = text::gap("gap.name")));
}

void contribution_slots(Slots& slots, AgreeContribution& part) {
  slots.word(part.focus, "help.id_focus_point_like_f1");
  slots.word(part.what, "help.what_do");
  slots.option(part.who, "help.organisation_residents_team");
  slots.option(part.by_when, "help.when");
}
text::Message contribution_agreed(const AgreeContribution& part) {
  return msg("area.contribution_noted", "who"_is = part.who);
}

void focus_done_slots(Slots& slots, FinishFocus& done) {
  slots.word(done.focus, "help.id_focus_point_like_f1");
  slots.word(done.outcome, "help.what_came");
  slots.option("state", done.state, "help.done_partly_2");
}
text::Message focus_finished(const FinishFocus& done) { return msg("area.noted_focus_point", "focus"_is = done.focus); }

class AreaReview final : public TeamVerb {
 public:
  Access access() const override { return reads(Ground::team); }
  void shape(Slots& slots) override {
    typed_.shape_counted(slots);
    printed_.shape(slots, "help.kind_file");
  }

  void run(Desk& desk, Reply& reply) override {
    const auto period = typed_.counted(desk);
    const auto team = the_team(desk);
    report::AreaFigures figures;
    each_case_for_figures(desk, [&](const Case& state) { report::add_case(figures, state); });
    printed_.put(desk, reply, report::area_review(team, figures, period, desk.voice()));
  }

 private:
  PeriodTyped typed_;
  PrintedPaper printed_;
};

void paper_line_slots(Slots& slots, WritePaperLine& line) {
  slots.word(line.layer, "help.me_team_area");
  slots.word(line.text, "help.line_most_160_letters");
}
text::Message paper_line_written(const WritePaperLine&) {
  return msg("area.paper_see", "paper"_is = text::way("team paper"));
}

void paper_strike_slots(Slots& slots, StrikePaperLine& line) { slots.word(line.line, "help.id_line_like_n1"); }
text::Message paper_line_struck(const StrikePaperLine& line) {
  return msg("area.line_paper_any_more", "line"_is = line.line);
}

class TeamPaper final : public TeamVerb {
 public:
  Access access() const override { return reads(Ground::house); }
  void shape(Slots& slots) override {
    typed_.shape(slots);
    printed_.shape(slots, "help.kind_file_html_one_page");
  }

  void run(Desk& desk, Reply& reply) override {
    const auto period = typed_.period(desk);
    const auto team = the_team(desk);
    printed_.put(desk, reply, report::team_paper(team, period, desk.voice()));
    if (desk.json() || !printed_.out.empty() || printed_.format == PrintFormat::html) return;
    for (const auto& line : team.paper)
      if (!line.struck) reply.line(fmt::format("{}  {}", line.id, line.text), Tone::quiet);
  }

 private:
  PeriodTyped typed_;
  PrintedPaper printed_;
};

}  // namespace

Entries area_verbs() {
  return {
      {"area signals", "help.signals_counted_small_counts_hidden", "help.area_signals_theme_across_quarter",
       fresh<AreaSignals>},
      {"area signal", "help.signal_form", "help.area_signal_s1_agenda", fresh<AreaSignal>},
      {"area focus", "help.choose_focus_point_area", "help.area_focus_meeting_places_single",
       fresh<PlainTeam<ChooseFocus, focus_slots, focus_chosen>>},
      {"area contribute", "help.agree_contributes_what", "help.area_contribute_f1_room_one",
       fresh<PlainTeam<AgreeContribution, contribution_slots, contribution_agreed>>},
      {"area done", "help.what_came_focus_point", "help.area_done_f1_meeting_tuesdays",
       fresh<PlainTeam<FinishFocus, focus_done_slots, focus_finished>>},
      {"area review", "help.yearly_area_review", "help.area_review_format_html_out", fresh<AreaReview>},
      {"team line", "help.line_teams_paper_me_team", "help.team_line_team_we_first",
       fresh<PlainTeam<WritePaperLine, paper_line_slots, paper_line_written>>},
      {"team strike", "help.take_line_out_paper", "help.team_strike_n1",
       fresh<PlainTeam<StrikePaperLine, paper_strike_slots, paper_line_struck>>},
      {"team paper", "help.teams_paper_one_page", "help.team_paper_format_html_out", fresh<TeamPaper>},
  };
}

}  // namespace casus::desk
