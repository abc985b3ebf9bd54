// SPDX-License-Identifier: EUPL-1.2
#include "cli/demo.hpp"

#include "cli/apply.hpp"
#include "core/base/fault.hpp"
#include "core/desk/places.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/typed/command_text.hpp"
#include "core/desk/typed/spoken.hpp"
#include "core/desk/verbs/case/export.hpp"
#include "core/text/label.hpp"
#include "core/text/problem_words.hpp"
#include "core/text/said_fault.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace casus::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// Stands in the folder of every demo: says that nobody in it exists, and that the folder may be replaced.
constexpr std::string_view kMark = "FICTIEF-FICTITIOUS.txt";

std::string file_name(std::string_view method) {
  std::string name(method);
  std::ranges::replace(name, '/', '-');
  return name;
}

std::string example_of(const std::string& method) {
  std::error_code ignored;
  for (const auto& folder : workflow_folders())
    if (const auto file = fs::path(folder) / "example" / (file_name(method) + ".jsonl"); fs::exists(file, ignored))
      return file.string();
  return {};
}

std::vector<std::string> methods_with_example(Context& context) {
  std::vector<std::string> all;
  for (const auto id : context.methods().ids())
    if (!example_of(std::string(id)).empty()) all.emplace_back(id);
  return all;
}

/// Somebody may have gone on in the store of a demo with cases of their own: those never go.
void require_only_made_up(const Context& context, const fs::path& folder, const Story& story) {
  Globals globals{.store = (folder / "casus.db").string()};
  if (!fs::exists(globals.store)) {
    // Of a store that somebody moved: without these nothing in it can be read, or its newest lines are gone.
    for (const auto* beside : {".keys", "-wal"})
      if (fs::exists(globals.store + beside))
        throw Usage{context.say("demo.holds_something_demo_choose_empty", "folder"_is = folder.string())};
    return;
  }
  std::vector<std::string> made_up;
  for (const auto& line : story.commands)
    if (const auto* command = std::get_if<Command>(&line.command)) made_up.push_back(command->case_id);
  Context earlier(globals);
  for (const auto& id : desk::case_ids(earlier))
    if (std::ranges::find(made_up, id) == made_up.end())
      throw Usage{context.say("demo.also_holds_case_which_demo", "store"_is = globals.store, "id"_is = id)};
}

/// An empty folder for the demo; an earlier demo in it goes, anything else stays and is an error.
void prepare(Context& context, const fs::path& folder, const Story& story) {
  try {
    fs::create_directories(folder);
    if (!fs::is_empty(folder) && !fs::exists(folder / kMark))
      throw Usage{context.say("demo.holds_something_demo_choose_empty", "folder"_is = folder.string())};
    require_only_made_up(context, folder, story);
    for (const auto* name :
         {"casus.db", "casus.db-wal", "casus.db-shm", "casus.db.keys", "dossier.md", "dossier.html", "network.svg"})
      fs::remove(folder / name);
  } catch (const fs::filesystem_error& error) {
    throw text::SaidFault(Fault::Kind::store,
                          text::msg("demo.folder_not_made", "path"_is = folder.string(),
                                    "error"_is = text::system_words_of_making(error.code().value())));
  }
  write_file(context, {(folder / kMark).string(), true},
             "Alles in deze map is verzonnen; elke gelijkenis met bestaande mensen is toeval.\n"
             "Everything in this folder is made up; any likeness to real people is chance.\n");
}

/// Tells what happens while the story is played.
class Teller {
 public:
  explicit Teller(Context& context) : context_(context) {}

  void tell(const service::Answer& answer) {
    if (answer.refusal) return refused(*answer.refusal);
    if (answer.case_id.empty()) return;
    if (!answer.after) return;
    for (const auto& event : answer.events) tell(event, *answer.after);
  }

 private:
  void tell(const Event& event, const Case& state) {
    auto& screen = context_.screen();
    if (const auto* entered = std::get_if<StepEntered>(&event.body)) {
      if (phase_ != entered->phase) {
        screen.line(fmt::format("\n== {} ==", desk::capital(label(entered->phase, context_.voice()))),
                    Screen::Tone::strong);
        phase_ = entered->phase;
      }
      screen.line(fmt::format("\n-- {}", step_name(context_, *entered, state)), Screen::Tone::strong);
      return;
    }
    const auto said = said_in_step(event.body);
    if (!std::holds_alternative<StepLeft>(event.body)) screen.line("  " + told(context_, event, state));
    if (!said) return;
    for (const auto& noticed : *said->noticed)
      screen.line(
          context_.say("demo.note", "rule"_is = noticed.rule, "context"_is = noticed.message.in(context_.voice())),
          Screen::Tone::warning);
  }

  void refused(const Refusal& refusal) {
    auto& screen = context_.screen();
    screen.line(context_.say("demo.refused", "rule"_is = refusal.rule.empty() ? "" : " (" + refusal.rule + ")",
                             "context"_is = refusal.reason.in(context_.voice())),
                Screen::Tone::bad);
    if (!refusal.remedies.empty())
      screen.line(context_.say("demo.do", "remedies"_is = refusal.remedies_in(context_.voice())));
  }

  Context& context_;
  std::optional<Phase> phase_;
};

struct Played {
  std::string case_id;
  std::string presenter;
  std::int64_t done = 0;
  std::int64_t refused = 0;
};

Played play(Context& context, std::vector<NumberedCommand> commands) {
  Played played;
  Teller teller(context);
  for (auto& line : commands) {
    const auto answered = do_line(context, std::move(line.command));
    const bool done = std::visit([](const auto& answer) { return answer.done(); }, answered);
    ++(done ? played.done : played.refused);
    if (const auto* of_meeting = std::get_if<service::MeetingAnswer>(&answered)) {
      if (!context.json()) context.show(*of_meeting);
      continue;
    }
    const auto& answer = std::get<service::Answer>(answered);
    if (answer.after) {
      played.case_id = answer.case_id;
      if (const auto* presenter = answer.after->with(Role::presenter)) played.presenter = presenter->name;
    }
    if (!context.json()) teller.tell(answer);
  }
  return played;
}

}  // namespace

void Demo::shape(Slots& slots) {
  slots.option("method", method_, "demo.which_method");
  slots.option("out", out_, "demo.folder_demo");
}

int Demo::run(Context& outer) {
  const auto example = example_of(method_);
  if (example.empty()) {
    const auto known = methods_with_example(outer);
    throw Usage{not_among(method_, std::vector<std::string_view>(known.begin(), known.end()), outer.voice())};
  }
  const auto folder =
      fs::absolute(out_.empty() ? fs::path(data_folder()) / "casus" / "demo" / file_name(method_) : fs::path(out_));
  auto story = read_story(outer, example);
  if (!story.problems.empty()) return tell_problems(outer, example, story.problems);
  prepare(outer, folder, story);

  Globals globals{.lang = outer.voice(), .json = outer.json(), .store = (folder / "casus.db").string()};
  Context context(globals);
  context.begin_store();
  auto& screen = context.screen();
  if (!context.json())
    screen.line(context.say("demo.made_up_case_from_beginning", "method"_is = method_), Screen::Tone::quiet);
  const auto played = play(context, std::move(story.commands));
  if (played.case_id.empty()) throw Fault(Fault::Kind::definition, "the example " + example + " opens no case");

  // Who presented the case may see it.
  context.sit({played.presenter, Sureness::named, {}, {}});
  const auto reading = read(context, played.case_id, CasePart::dossier);
  if (!reading) throw Fault(Fault::Kind::definition, "the example " + example + " ends with nobody at the table");
  std::vector<std::string> files;
  for (const auto& [name, format] :
       {std::pair{"dossier.md", Format::markdown}, {"dossier.html", Format::html}, {"network.svg", Format::svg}}) {
    files.push_back((folder / name).string());
    write_file(context, {files.back()}, exported(context, reading->state(), format));
  }
  std::vector<std::string> next;
  const auto looker = shell_quoted(played.presenter);
  for (const auto* verb : {"case show", "case why", "case history", "plan show", "network show"})
    next.push_back(fmt::format("casus {} {}{} --as {}", verb, played.case_id, context.store_option(), looker));
  if (context.json()) {
    screen.json({{"method", method_},
                 {"case", played.case_id},
                 {"store", globals.store},
                 {"done", played.done},
                 {"refused", played.refused},
                 {"files", files},
                 {"next", next},
                 {"fictitious", true}});
    return kDone;
  }
  screen.line('\n' + context.say("demo.dossier_network_map"), Screen::Tone::strong);
  for (const auto& file : files) screen.line("  " + file);
  screen.line('\n' + context.say("demo.now"), Screen::Tone::strong);
  for (const auto& line : next) screen.line("  " + context.to_type(line));
  screen.line('\n' + context.say("demo.own_team"), Screen::Tone::strong);
  screen.line("  " + context.to_type("casus team init " + shell_quoted(context.say("demo.team_name"))));
  return kDone;
}

}  // namespace casus::cli
