// SPDX-License-Identifier: EUPL-1.2
#include "core/base/csv.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/file_endings.hpp"
#include "core/desk/outsider.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/today/calendar_days.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/verbs/team/period.hpp"
#include "core/desk/verbs/team/team_verb.hpp"
#include "core/report/exchange/calendar.hpp"
#include "core/report/exchange/case_tables.hpp"
#include "core/service/case_list.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

/// What goes out to other programs and comes in from them: calendar, spreadsheet, an existing list of cases.
namespace casus::desk {
namespace {

using nlohmann::json;

void beyond_the_table(Slots& slots, std::string& because) {
  slots.option("because", because, "help.why_also_see_where_table");
}

/// Cases that did not go out.
struct LeftOut {
  int kept_only = 0;  ///< whoever types sits at the table of it, and the resident asked to restrict it (AVG 18)
  int others = 0;

  int all() const { return kept_only + others; }
};

/// Cases that are put out with their texts are looked at: who is typing must be named, and sees what need to know
/// allows. Calls `take` for each; how many were left out.
LeftOut each_that_may_be_seen(Desk& desk, const std::string& because, auto&& take) {
  (void)desk.who();
  LeftOut left_out;
  each_reading(desk, case_ids(desk), CasePart::texts, because, [&](const std::string& id, const Case* seen) {
    if (seen != nullptr) take(*seen);
    else if (!can_be_read(desk, id) || is_erased(desk, id)) return;  // that its key is lost is told beside the page
    else if (works_at_table(desk, id)) ++left_out.kept_only;
    else ++left_out.others;
  });
  return left_out;
}

/// How many cases there are beside their own is the team's.
void tell_left_out(Desk& desk, Reply& reply, const LeftOut& left_out, const std::string& because) {
  if (desk.json() || is_outsider(desk)) return;
  if (const int count = left_out.kept_only; count > 0)
    reply.line(desk.say("take_out.cases_kept_only", "left_out"_is = count), Tone::quiet);
  if (const int count = left_out.others; count > 0)
    reply.line(because.empty() ? desk.say("take_out.cases_table_reason_because", "left_out"_is = count)
                               : desk.say("take_out.cases_not_with_reason", "left_out"_is = count),
               Tone::quiet);
}

class TeamCalendar final : public TeamVerb {
 public:
  Access access() const override { return reads(Ground::team); }
  void shape(Slots& slots) override {
    slots.flag("texts", texts_, "help.what_done_calendars_go_telephones");
    beyond_the_table(slots, because_);
    slots.output("out", out_, "help.file_write_ics_else_screen");
  }

  void run(Desk& desk, Reply& reply) override {
    const report::CalendarWishes wishes{desk.who_or_nobody(), texts_};
    std::vector<report::CalendarEntry> entries;
    const auto take = [&](const Case& state) {
      std::ranges::move(days_of_case(desk, state, wishes), std::back_inserter(entries));
    };
    LeftOut left_out;
    if (texts_) left_out = each_that_may_be_seen(desk, because_, take);
    // Of one that is only kept the day of the answer comes all the same: it has no texts.
    each_case_kept(desk, [&](const Case& state) {
      if (!texts_ || state.restriction() != nullptr) take(state);
    });
    std::ranges::move(days_of_team(desk, wishes), std::back_inserter(entries));
    const auto team = desk.service().team();
    const auto name = team ? team->name : std::string("casus");
    const auto bytes = report::calendar_file(entries, name);
    put_document(desk, reply, {{"format", "ics"}}, bytes, out_);
    if (!out_.empty()) {
      if (!desk.json())
        reply.line(texts_ ? desk.say("take_out.days_what_done_share_file",
                                     "entries"_is = text::msg("count.days", "count"_is = entries.size()))
                          : desk.say("take_out.days_without_personal_text_ids",
                                     "entries"_is = text::msg("count.days", "count"_is = entries.size())));
      tell_left_out(desk, reply, left_out, because_);
    }
  }

 private:
  bool texts_ = false;
  std::string because_;
  store::OutputFile out_;
};

enum class TableOf { cases, actions };

constexpr std::array<Named<TableOf>, 2> names_of(TableOf) {
  return {{{TableOf::cases, "cases", "word.table_of.cases"}, {TableOf::actions, "actions", "word.table_of.actions"}}};
}

class TeamExport final : public TeamVerb {
 public:
  Access access() const override { return reads(Ground::need); }
  void shape(Slots& slots) override {
    slots.word("WHAT", what_, "help.cases_actions");
    slots.needed_output("out", out_, "help.file_write_csv");
    slots.flag("semicolon", semicolon_, "help.semicolons_as_dutch_spreadsheet_expects");
    slots.flag("bom", bom_, "help.mark_which_older_spreadsheets_see");
    beyond_the_table(slots, because_);
  }

  void run(Desk& desk, Reply& reply) override {
    std::vector<page::Row> rows{what_ == TableOf::cases ? report::case_table_header() : report::action_table_header()};
    const auto left_out = each_that_may_be_seen(desk, because_, [&](const Case& state) {
      if (what_ == TableOf::cases) rows.push_back(report::case_table_row(state, desk.voice()));
      else
        for (auto& row : report::action_table_rows(state, desk.voice())) rows.push_back(std::move(row));
    });
    require_ending(desk, out_, "csv");
    write_file(desk, out_, csv::written(rows, {semicolon_ ? ';' : ',', bom_}));
    if (desk.json()) {
      json document{{"file", out_.path}, {"rows", rows.size() - 1}};
      if (!is_outsider(desk)) document["left_out"] = left_out.all();
      return reply.json(std::move(document));
    }
    reply.line(desk.say("take_out.lines_written_file_sealed_delete",
                        "rows"_is = text::msg("count.lines", "count"_is = rows.size() - 1), "path"_is = out_.path),
               Tone::good);
    tell_left_out(desk, reply, left_out, because_);
  }

 private:
  TableOf what_{};
  store::OutputFile out_;
  bool semicolon_ = false;
  bool bom_ = false;
  std::string because_;
};

class CaseImport final : public Verb {
 public:
  Access access() const override { return does(Ground::self); }
  void shape(Slots& slots) override {
    slots.of(open_);
    slots.word("FILE", path_, "help.list_as_csv_names_columns");
    slots.option("map", map_, "help.column_field_column_another_name");
    slots.option(open_.privacy, "help.lines_without_value_own");
    slots.option(open_.basis, "help.lines_without_value_own");
    slots.option(open_.purpose, "help.lines_without_value_own");
    slots.option(open_.method, "help.lines_without_value_own");
    slots.option("at", at_, "help.when_cases_were_opened_else");
    slots.flag("dry-run", dry_run_, "help.only_check_keep_nothing");
  }

  void run(Desk& desk, Reply& reply) override {
    service::CaseListDefaults defaults{desk.who(), at_.value_or(desk.now()), open_};
    auto& service = desk.service(Desk::Make::yes);
    if (const auto team = service.team()) {
      if (defaults.open.method.empty()) defaults.open.method = team->method;
      if (defaults.open.method.empty()) defaults.open.workflow = team->workflow;
      defaults.open.mode = team->mode;
    }
    auto list = service::read_case_list(read_file(desk, path_, kFileLimit, FileOf::lines), columns(desk), defaults);
    const auto taken = service::take_case_list(service, list, !dry_run_);
    const bool fine = list.problems.empty();
    if (desk.json()) reply.json(document(desk, list, taken));
    else if (fine) print_done(desk, reply, list, taken);
    else print_problems(desk, reply, list);
    reply.status = fine ? Status::done : Status::usage;
  }

 private:
  static constexpr std::size_t kFileLimit = 16 * 1024 * 1024;

  std::map<std::string, std::string> columns(Desk& desk) const {
    std::map<std::string, std::string> out;
    const auto known = service::case_list_fields();
    for (const auto& pair : map_) {
      const auto sign = pair.rfind('=');
      const auto field = sign == std::string::npos ? std::string() : std::string(trimmed(pair.substr(sign + 1)));
      if (sign == std::string::npos || sign == 0)
        throw Usage{desk.say("take_out.map_write_column_field_like", "pair"_is = pair)};
      if (std::ranges::find(known, field) == known.end())
        throw Usage{desk.say("take_out.map", "problem"_is = not_among(field, known, desk.voice()))};
      out[pair.substr(0, sign)] = field;
    }
    return out;
  }

  json document(Desk& desk, const service::CaseList& list, const service::CaseListTaken& taken) const {
    const auto voice = desk.voice();
    json problems = json::array();
    for (const auto& it : list.problems)
      problems.push_back({{"line", it.line},
                          {"column", it.column},
                          {"message", it.message.in(voice)},
                          {"remedy", desk.voice().say(it.remedy)}});
    json remarks = json::array();
    for (const auto& one : taken.remarks)
      remarks.push_back({{"line", one.line}, {"remark", remark_line(one.remark, voice)}});
    return {{"ok", list.problems.empty()},  {"dry_run", dry_run_},   {"opened", taken.opened},
            {"known", taken.known},         {"unused", list.unused}, {"problems", std::move(problems)},
            {"remarks", std::move(remarks)}};
  }

  void print_done(Desk& desk, Reply& reply, const service::CaseList& list, const service::CaseListTaken& taken) const {
    reply.line(
        dry_run_
            ? desk.say("take_out.all_well_cases_would_opened",
                       "opened"_is = text::msg("count.cases", "count"_is = taken.opened), "known"_is = taken.known)
            : desk.say("take_out.cases_opened_were", "opened"_is = text::msg("count.cases", "count"_is = taken.opened),
                       "known"_is = taken.known),
        Tone::good);
    constexpr std::size_t kMostRemarks = 20;
    for (std::size_t i = 0; i < std::min(kMostRemarks, taken.remarks.size()); ++i) {
      const auto& [line, remark] = taken.remarks[i];
      reply.line(path_ + desk.say("take_out.line", "line"_is = static_cast<int>(line)) + ": " +
                     remark_line(remark, desk.voice()),
                 Tone::warning);
    }
    if (taken.remarks.size() > kMostRemarks)
      reply.line(desk.say("take_out.more_remarks", "count"_is = static_cast<int>(taken.remarks.size() - kMostRemarks)),
                 Tone::warning);
    std::string unused;
    for (const auto& header : list.unused) unused += (unused.empty() ? "" : ", ") + header;
    if (!unused.empty()) reply.line(desk.say("take_out.taken_over", "unused"_is = unused), Tone::quiet);
  }

  void print_problems(Desk& desk, Reply& reply, const service::CaseList& list) const {
    const auto voice = desk.voice();
    for (const auto& it : list.problems) {
      std::string where = path_;
      if (it.line > 0) where += desk.say("take_out.line", "line"_is = it.line);
      if (!it.column.empty()) where += desk.say("take_out.column", "column"_is = it.column);
      reply.error(fmt::format("{}: {}", where, it.message.in(voice)), Tone::bad);
      reply.error("  " + text::say(voice, "take_out.do", "remedy"_is = desk.voice().say(it.remedy)));
    }
    reply.error(desk.say("take_out.nothing_kept_mend_these_lines"));
  }

  std::string path_;
  std::vector<std::string> map_;
  OpenCase open_;
  std::optional<Time> at_;
  bool dry_run_ = false;
};

}  // namespace

Entries take_out_verbs() {
  return {
      {"case import", "help.read_existing_list_cases", "help.case_import_list_csv_map", fresh<CaseImport>},
      {"team calendar", "help.meetings_review_dates_actions_calendar", "help.team_calendar_as_noor_out",
       fresh<TeamCalendar>},
      {"team export", "help.cases_actions_spreadsheet", "help.team_export_actions_out_actions", fresh<TeamExport>},
  };
}

}  // namespace casus::desk
