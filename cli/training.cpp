// SPDX-License-Identifier: EUPL-1.2
#include "cli/training.hpp"

#include "core/desk/answers.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/places.hpp"
#include "core/page/layout.hpp"
#include "core/store/files.hpp"
#include "core/training/debrief_words.hpp"

#include <algorithm>
#include <filesystem>

namespace casus::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLogLimit = 16 * 1024 * 1024;

fs::path runs_folder(Context& context) { return context.store_path() + ".runs"; }

std::vector<std::string_view> looks(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

std::string letter_of(std::size_t index) { return std::string(1, static_cast<char>('a' + index)); }

}  // namespace

const std::vector<training::ScenarioFile>& scenario_files() {
  static const auto files = training::scan_scenarios(scenario_folders());
  return files;
}

const training::Scenario& scenario_of(Context& context, const std::string& id) {
  std::vector<std::string> ids;
  for (const auto& file : scenario_files()) {
    if (!file.problems.empty()) continue;
    if (file.scenario.id == id) return file.scenario;
    ids.push_back(file.scenario.id);
  }
  throw Usage{context.say({"er is geen scenario '{}'{}; kijk met: casus train list",
                           "there is no scenario '{}'{}; look with: casus train list"},
                          id, hint_in(context.lang(), id, looks(ids)))};
}

std::string log_path_of(Context& context, const std::string& run) {
  return (runs_folder(context) / (run + ".jsonl")).string();
}

std::vector<std::string> runs_of(Context& context) {
  std::vector<std::string> all;
  std::error_code error;
  for (fs::directory_iterator entry(runs_folder(context), error), end; !error && entry != end; entry.increment(error))
    if (entry->path().extension() == ".jsonl") all.push_back(entry->path().stem().string());
  std::ranges::sort(all);
  return all;
}

service::PlayLog open_log(Context& context, const std::string& run_or_path) {
  const auto own = is_id(run_or_path) ? log_path_of(context, run_or_path) : std::string();
  const auto path = !own.empty() && store::file_exists(own) ? own : run_or_path;
  if (!store::file_exists(path)) {
    const auto runs = runs_of(context);
    throw Usage{context.say({"er is geen oefening '{}'{}; kijk met: casus train list",
                             "there is no training '{}'{}; look with: casus train list"},
                            run_or_path, hint_in(context.lang(), run_or_path, looks(runs)))};
  }
  auto log = service::read_play_log(read_file(context, path, kLogLimit));
  if (log.problems.empty()) return log;
  std::string wrong;
  for (const auto& line : log.problems)
    for (const auto& problem : line.problems)
      wrong += context.say({"\n  regel {}: {}: {}", "\n  line {}: {}: {}"}, line.line,
                           problem.pointer.empty() ? std::string("/") : problem.pointer, problem.message);
  throw Usage{context.say(
      {"{} kan niet gelezen worden; er is niets gedaan:{}", "{} cannot be read; nothing was done:{}"}, path, wrong)};
}

std::unique_ptr<service::Replay> replay_of(Context& context, const training::Setup& setup) {
  const auto& scenario = scenario_of(context, setup.scenario);
  context.require_method(setup.method);
  const bool other = scenario.hash != setup.scenario_hash;
  if (other || context.methods().find(setup.method)->definition.hash != setup.method_hash)
    throw Usage{
        context.say({"oefening {} is gespeeld met een andere versie van {}; zet die terug, of begin opnieuw met: "
                     "casus train play {}",
                     "training {} was played with another version of {}; put that back, or begin again with: "
                     "casus train play {}"},
                    setup.run, other ? setup.scenario : setup.method, setup.scenario)};
  return std::make_unique<service::Replay>(scenario, setup, context.methods(), context.workflows());
}

training::Setup new_setup(Context& context, const training::Scenario& scenario, const std::string& method) {
  context.require_method(method);
  training::Setup setup;
  setup.scenario = scenario.id;
  setup.scenario_hash = scenario.hash;
  setup.method = method;
  setup.method_hash = context.methods().find(method)->definition.hash;
  setup.lang = context.lang();
  setup.at = *time_from("2026-03-02T09:00:00Z");  // a Monday: the same for every run
  return setup;
}

std::string free_run(Context& context, const std::string& scenario) {
  for (int number = 1;; ++number) {
    auto run = fmt::format("{}-{}", scenario, number);
    if (!store::file_exists(log_path_of(context, run))) return run;
  }
}

void print_came_out(Context& context, const training::Play& play, const std::vector<training::CameOut>& all) {
  using What = training::CameOut::What;
  const auto lang = context.lang();
  auto& screen = context.screen();
  for (const auto& out : all) {
    const auto& text = out.text.in(lang);
    switch (out.what) {
      case What::fact: screen.text(page::paragraph("  * ", text)); break;
      case What::event:
      case What::effect:
        screen.text(page::paragraph(fmt::format("  {}: ", training::moment(out.at, lang)), text));
        break;
      case What::hint: screen.text(page::paragraph(context.say({"  hint: ", "  hint: "}), text)); break;
      case What::decision: {
        const auto* decision = play.scenario().decision(out.id);
        if (play.chosen(out.id) != nullptr) break;
        screen.line(context.say({"  KEUZEPUNT {}", "  DECISION {}"}, out.id), Screen::Tone::strong);
        screen.text(page::paragraph("    ", text));
        for (std::size_t i = 0; i < decision->options.size(); ++i)
          screen.text(page::paragraph(fmt::format("    {}  ", letter_of(i)), decision->options[i].text.in(lang)));
        screen.line(
            context.say({"    kies met: kies {} a omdat ...", "    choose with: choose {} a because ..."}, out.id),
            Screen::Tone::quiet);
        break;
      }
    }
  }
}

void print_beat(Context& context, service::Replay& replay, const training::Beat& beat) {
  auto& screen = context.screen();
  const auto& play = replay.play();
  if (beat.refusal) return print_refusal(context, *beat.refusal);
  if (std::holds_alternative<CommandBody>(beat.move.body) && !beat.events.empty()) {
    for (const auto& event : beat.events) {
      const auto* made = std::get_if<Contributed>(&event.body);
      screen.line(told(context, event, play.state()) + (made == nullptr ? std::string() : " [" + made->id + "]"),
                  Screen::Tone::good);
      if (const auto* said = std::get_if<Contributed>(&event.body))
        for (const auto& noticed : said->noticed)
          screen.line(
              context.say({"  let op ({}): {}", "  note ({}): {}"}, noticed.rule, noticed.message.in(context.lang())),
              Screen::Tone::warning);
    }
  } else if (const auto* wait = std::get_if<training::Wait>(&beat.move.body)) {
    screen.line(context.say({"{} later", "{} later"}, training::span_in_words(*wait, context.lang())),
                Screen::Tone::strong);
  } else {
    const auto words = training::beat_in_words(play, replay.library(), beat.number, context.lang());
    screen.line(words.substr(words.find(" · ") + std::string_view(" · ").size()), Screen::Tone::good);
  }
  print_came_out(context, play, beat.came_out);
}

}  // namespace casus::cli
