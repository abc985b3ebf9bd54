// SPDX-License-Identifier: EUPL-1.2
#include "core/base/files/definition_file.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/places.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/today/team_counts.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/typed/command_text.hpp"
#include "core/page/layout.hpp"
#include "core/page/words.hpp"
#include "core/report/exchange/xes.hpp"
#include "core/service/definitions.hpp"
#include "core/simulation/assumption_words.hpp"
#include "core/simulation/caseload/caseload_checkpoint.hpp"
#include "core/simulation/caseload/caseload_text.hpp"
#include "core/simulation/sensitivity_text.hpp"
#include "core/text/problem_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

/// A caseload through the real engine: one verb.
namespace casus::desk {
namespace {

namespace sim = simulation;

constexpr std::size_t kMostCheckpointBytes = std::size_t{1} << 30;
constexpr int kMostRuns = 1'000'000;
/// More than any machine has; each takes memory of its own.
constexpr int kMostThreads = 1024;

class Simulate final : public Verb {
 public:
  bool stops() const override { return true; }

  Access access() const override { return here(does(Ground::anybody)); }
  void shape(Slots& slots) override {
    slots.option("teams", request_.teams, "help.how_many_teams_else_1");
    slots.option("weeks", request_.weeks, "help.how_many_weeks_else_52");
    slots.option("seed", request_.seed, "help.start_chance_same_number_same");
    slots.option("cases-per-week", request_.cases_per_week, "help.new_cases_team");
    slots.option("minutes", request_.minutes, "help.length_weekly_meeting");
    slots.option("workers", request_.workers, "help.people_team");
    slots.option("absence", request_.absence, "help.chance_absence_from_0_1");
    slots.option("method", request_.method, "help.every_case_method");
    slots.option("compare", request_.compare, "help.settings_side_side_like_minutes");
    slots.option("set", request_.set, "help.number_in_place_of_files_own");
    slots.option("sensitivity", request_.sensitivity, "help.each_number_down_up_per_cent");
    slots.option("runs", runs_, "help.how_often_else_enough_twenty");
    slots.option("assumptions", assumptions_, "help.file_assumptions_own");
    slots.flag("fit", fit_, "help.arrivals_lengths_of_own_store");
    slots.option("threads", threads_, "help.how_many_threads_else_as");
    slots.output("csv", csv_, "help.write_figures_file_too");
    slots.output("html", html_, "help.write_page_plots");
    slots.output("xes", xes_, "help.write_every_made_up_case");
    slots.output("checkpoint", checkpoint_, "help.where_keep_what_done_ctrl");
    slots.option("resume", resume_, "help.go_kept_file");
  }

  void run(Desk& desk, Reply& reply) override {
    const auto begun = std::chrono::steady_clock::now();
    Problems wrong;
    not_within(wrong, "runs", runs_, kMostRuns);
    not_within(wrong, "threads", threads_, kMostThreads);
    if (!wrong.empty()) return bad(desk, reply, assumptions_file(), wrong);
    request_.runs = runs_.value_or(0);
    require_places(desk);
    std::vector<sim::UnitResult> done;
    std::vector<sim::Settling> settling;
    int warm_up = 0;
    std::string definitions;
    if (resume_.empty()) {
      request_.assumptions = read_file(desk, assumptions_file(), kMostDefinitionBytes);
      if (fit_ && !fitted(desk, reply)) return;
    } else {
      if (asked_for_something()) throw Usage{desk.say("simulate.resume_settings_fixed_only_add")};
      if (!xes_.empty()) throw Usage{desk.say("simulate.log_xes_can_only_made")};
      auto kept = sim::checkpoint_from(read_file(desk, resume_, kMostCheckpointBytes));
      if (!kept) return bad(desk, reply, resume_, kept.error());
      request_ = std::move(kept->request);
      settling = std::move(kept->settling);
      warm_up = kept->warm_up;
      done = std::move(kept->done);
      definitions = kept->definitions;
    }
    auto plan = sim::plan_of(request_);
    if (!plan) return bad(desk, reply, assumptions_file(), plan.error());
    plan->scale.keep_events = !xes_.empty();
    const auto memory = store::open_memory();
    const service::Definitions library(*memory, desk.methods(), desk.workflows());
    if (const auto problems = sim::cannot_play(library, request_, *plan); !problems.empty())
      return bad(desk, reply, assumptions_file(), problems);
    const auto now = sim::definitions_hash(library, *plan);
    const bool whole =
        settling.size() == plan->settings.size() || (settling.size() < plan->settings.size() && done.empty());
    if (!resume_.empty() && (now != definitions || done.size() > plan->units() || !whole))
      throw Usage{desk.say("simulate.methods_workflows_have_changed_since")};

    plan->settling = std::move(settling);
    plan->scale.warm_up = warm_up;
    tell_beforehand(desk, *plan, done.size());
    if (plan->settling.size() < plan->settings.size() &&
        !sim::settle(library, *plan, threads(), desk.stop(), [&](int week, int most) { desk.watch(week, most); }))
      return stopped(desk, reply, {request_, now, plan->settling, 0, {}}, *plan);
    const auto before = done.size();
    run_units(desk, library, *plan, done);
    if (done.size() < plan->units())
      return stopped(desk, reply, {request_, now, plan->settling, plan->scale.warm_up, std::move(done)}, *plan);
    const auto figures = sim::figures(*plan, done);
    tell_speed(desk, reply, *plan, done, before, begun);
    show(desk, reply, *plan, figures);
  }

 private:
  /// A file that cannot be written is told now, not after hours of work. A device or a pipe is not tried: who reads it
  /// would see an end, and it takes several.
  void require_places(const Desk& desk) const {
    std::vector<std::filesystem::path> taken;
    for (const auto* file : {&csv_, &html_, &xes_, &checkpoint_}) {
      std::error_code none;
      const auto place = std::filesystem::weakly_canonical(std::filesystem::absolute(file->path, none), none);
      if (file->empty() || (std::filesystem::exists(place, none) && !std::filesystem::is_regular_file(place, none)))
        continue;
      if (std::ranges::find(taken, place) != taken.end())
        throw Usage{desk.say("simulate.twice_in_one_file", "path"_is = file->path)};
      taken.push_back(place);
      store::OutputWriter{*file};
    }
  }

  /// Goes on behind what is done; what stops it leaves the rest undone.
  void run_units(Desk& desk, const service::Definitions& library, const sim::CaseloadPlan& plan,
                 std::vector<sim::UnitResult>& done) {
    std::optional<store::OutputWriter> log;
    if (!xes_.empty()) log.emplace(xes_).add(report::xes_head("casus simulate"));
    std::size_t traces = 0;
    const auto units = static_cast<std::int64_t>(plan.units());
    (void)sim::run_caseload(library, plan, done.size(), threads(), desk.stop(), [&](sim::UnitResult result) {
      if (log)
        for (const auto& [id, history] : result.histories) log->add(report::xes_trace(++traces, history));
      result.histories = {};
      done.push_back(std::move(result));
      desk.watch(static_cast<std::int64_t>(done.size()), units);
    });
    if (!log) return;
    log->add(report::xes_end());
    log->finish();
  }

  /// Puts the numbers of the own store in place of the file's. False when that is not for this seat, or goes wrong.
  bool fitted(Desk& desk, Reply& reply) {
    if (const auto refusal = not_of_the_team(desk)) {
      desk::show(desk, reply, *refusal);
      reply.status = Status::refused;
      return false;
    }
    const auto found = sim::fit(team_counts(desk), request_.assumptions);
    auto [bytes, problems] = sim::with_fit(request_.assumptions, found);
    if (!problems.empty()) {
      bad(desk, reply, assumptions_file(), problems);
      return false;
    }
    request_.assumptions = std::move(bytes);
    nothing_fitted_ = found.numbers.empty();
    if (desk.json()) return true;
    const auto voice = desk.voice();
    const auto assumptions = sim::parse_assumptions(request_.assumptions).first;
    if (nothing_fitted_) reply.error(desk.say("simulate.fitted_nothing"), Tone::warning);
    for (const auto& number : found.numbers)
      reply.error(desk.say(
          "simulate.fitted", "name"_is = sim::number_name(number.path, assumptions, voice), "path"_is = number.path,
          "value"_is = page::decimal(fmt::format("{:g}", number.value), voice), "counted"_is = number.counted));
    for (const auto& left : found.left) reply.error(voice.say(left), Tone::warning);
    return true;
  }

  /// Many settings take minutes, and to look for the warm-up takes longer than a short simulation: what is going to
  /// happen, before it does.
  void tell_beforehand(Desk& desk, const sim::CaseloadPlan& plan, std::size_t done) const {
    if (desk.json()) return;
    if (!request_.sensitivity) {
      if (plan.settling.size() < plan.settings.size())
        desk.notice(desk.say("simulate.looking_first", "paths"_is = sim::kLookPaths, "weeks"_is = sim::kFirstLook));
      return;
    }
    desk.notice(desk.say("simulate.beforehand", "settings"_is = plan.settings.size(),
                         "looked"_is = plan.settling.size(), "units"_is = plan.units(), "done"_is = done));
  }

  /// What is left out is found by the program; what is given has to be at least one.
  static void not_within(Problems& problems, const std::string& option, const std::optional<int>& given, int most) {
    if (given && (*given < 1 || *given > most))
      problems.push_back({"--" + option, tell("wrong.whole_range", {{"least", 1}, {"most", most}, {"got", *given}})});
  }

  int threads() const {
    if (threads_) return *threads_;
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  }

  std::string assumptions_file() const {
    if (!assumptions_.empty()) return assumptions_;
    for (const auto& folder : workflow_folders()) {
      const auto file = std::filesystem::path(folder) / "caseload" / "neighbourhood-team.json";
      std::error_code ignored;
      if (std::filesystem::exists(file, ignored)) return file.string();
    }
    return "caseload/neighbourhood-team.json";
  }

  bool asked_for_something() const {
    const sim::CaseloadRequest fresh;
    return request_.teams != fresh.teams || request_.weeks != fresh.weeks || runs_ || request_.seed != fresh.seed ||
           request_.minutes || request_.cases_per_week || request_.workers || request_.absence ||
           !request_.method.empty() || !request_.compare.empty() || !request_.set.empty() || request_.sensitivity ||
           fit_ || !assumptions_.empty();
  }

  void bad(Desk& desk, Reply& reply, const std::string& path, const Problems& problems) const {
    const bool options =
        std::ranges::all_of(problems, [](const Problem& problem) { return problem.pointer.starts_with("--"); });
    if (desk.json() || !options)
      return not_usable(desk, reply, path, problems, options ? Status::usage : Status::bad_definition);
    reply.status = Status::usage;
    for (const auto& problem : problems)
      reply.error(fmt::format("{}: {}", problem.pointer, text::problem_words(problem, desk.voice())), Tone::bad);
  }

  void stopped(Desk& desk, Reply& reply, const sim::CaseloadCheckpoint& checkpoint,
               const sim::CaseloadPlan& plan) const {
    const auto file = checkpoint_file();
    const auto& path = file.path;
    write_file(desk, file, sim::checkpoint_json(checkpoint));
    const auto go_on = desk.to_type(fmt::format("casus simulate --resume {}", shell_quoted(path)));
    if (desk.json())
      reply.json({{"ok", false},
                  {"stopped", true},
                  {"done", checkpoint.done.size()},
                  {"of", plan.units()},
                  {"looked_at", checkpoint.settling.size()},
                  {"settings", plan.settings.size()},
                  {"file", path},
                  {"go_on", go_on}});
    else if (checkpoint.settling.empty())
      reply.error(desk.say("simulate.stopped_at_the_start", "path"_is = go_on), Tone::warning);
    else if (checkpoint.done.empty())
      reply.error(desk.say("simulate.stopped_while_looking", "looked"_is = checkpoint.settling.size(),
                           "settings"_is = plan.settings.size(), "path"_is = go_on),
                  Tone::warning);
    else
      reply.error(desk.say("simulate.stopped_team_years_done_kept", "done"_is = checkpoint.done.size(),
                           "of"_is = plan.units(), "path"_is = go_on),
                  Tone::warning);
    reply.status = Status::stopped;
  }

  /// What was gone on with is written over: it was read, and more is done now. Anything else is left alone.
  store::OutputFile checkpoint_file() const {
    if (!checkpoint_.empty()) return checkpoint_;
    if (!resume_.empty()) return {resume_, true};
    for (int number = 1;; ++number) {
      store::OutputFile file{number == 1 ? std::string("casus-simulate.json")
                                         : fmt::format("casus-simulate-{}.json", number)};
      std::error_code ignored;
      if (!std::filesystem::exists(file.path, ignored)) return file;
    }
  }

  /// On standard error: the result itself is the same on every machine. All the work and all the time from the start to
  /// the figures; what was kept by an earlier run is in neither.
  void tell_speed(Desk& desk, Reply& reply, const sim::CaseloadPlan& plan, const std::vector<sim::UnitResult>& done,
                  std::size_t before, std::chrono::steady_clock::time_point begun) const {
    if (desk.json()) return;
    auto lives = plan.looked_lives, commands = plan.looked_doings.commands;
    for (auto i = before; i < done.size(); ++i) {
      lives += done[i].lives;
      commands += done[i].doings.commands;
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    const auto seconds = std::max(took.count(), 1e-3);
    const auto voice = desk.voice();
    auto told =
        desk.say("simulate.case_lives_commands_s_lives", "lives"_is = text::msg("count.lives", "count"_is = lives),
                 "commands"_is = text::msg("count.commands", "count"_is = commands),
                 "seconds"_is = sim::shown_number(seconds, voice),
                 "seconds2"_is = sim::shown_number(static_cast<double>(lives) / seconds, voice),
                 "threads"_is = text::msg("count.threads", "count"_is = threads()));
    if (plan.looked_lives > 0)
      told += " " + desk.say("simulate.speed_with_looking",
                             "lives"_is = text::msg("count.lives", "count"_is = plan.looked_lives));
    if (!resume_.empty()) told += " " + desk.say("simulate.speed_without_kept");
    reply.error(told, Tone::quiet);
  }

  void show(Desk& desk, Reply& reply, const sim::CaseloadPlan& plan, const sim::CaseloadFigures& figures) const {
    const auto voice = desk.voice();
    if (!csv_.empty()) write_file(desk, csv_, sim::caseload_csv(figures));
    if (!html_.empty())
      write_file(desk, html_, page::page_html(sim::caseload_page(request_, plan, figures, voice), voice));
    if (desk.json()) {
      auto out = sim::caseload_json(request_, plan, figures, voice);
      if (fit_) out["fitted"] = !nothing_fitted_;
      return reply.json(std::move(out));
    }
    if (nothing_fitted_) reply.prose("", desk.say("simulate.fitted_nothing"));
    reply.prose("", sim::told_request(request_, plan, voice));
    const auto own = sim::as_they_are(plan, figures);
    for (const auto& line : sim::told_settling(own, voice)) reply.prose("", line);
    reply.line();
    const auto put = [&](const sim::CaseloadTable& table) {
      if (!table.heading.empty()) reply.line(table.heading);
      reply.table(table.header, table.rows);
      reply.line();
    };
    for (const auto& table : sim::caseload_tables(own, false, voice)) put(table);
    for (const auto& line : sim::how_to_read(plan, own, false, voice)) reply.prose("", line);
    if (request_.sensitivity) {
      reply.line();
      put(sim::sensitivity_table(request_, plan, figures, false, voice));
      for (const auto& line : sim::told_sensitivity(request_, plan, figures, voice)) reply.prose("", line);
    }
    reply.text(page::heading(desk.say("caseload.what_cannot_say")));
    for (const auto& line : sim::cannot_say(plan, voice)) reply.prose("- ", line);
  }

  sim::CaseloadRequest request_;
  std::string assumptions_, resume_;
  store::OutputFile csv_, html_, xes_, checkpoint_;
  std::optional<int> runs_, threads_;
  bool fit_ = false;
  bool nothing_fitted_ = false;
};

}  // namespace

Entries simulate_verbs() {
  return {
      {"simulate", "help.simulate_year_cases_real_methods", "help.simulate_teams_42_weeks_52", fresh<Simulate>},
  };
}

}  // namespace casus::desk
