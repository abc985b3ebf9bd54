// SPDX-License-Identifier: EUPL-1.2
#include "cli/answers.hpp"
#include "cli/command_text.hpp"
#include "cli/definitions.hpp"
#include "cli/method_skeleton.hpp"
#include "cli/verb.hpp"
#include "core/base/text.hpp"
#include "core/method/audit.hpp"
#include "core/plugin/apart.hpp"
#include "core/report/definitions.hpp"
#include "core/report/history_text.hpp"
#include "core/report/naming.hpp"
#include "core/service/rehearsal.hpp"

#include <nlohmann/json.hpp>

#include <clocale>
#include <cstdlib>
#include <filesystem>

/// For those who write methods: new, check, play.
namespace casus::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using plugin::Apart;

constexpr std::chrono::seconds kPlayLimit{10};

/// The methods in one folder, found as any plugin is.
struct Folder {
  plugin::Catalogue methods;
  std::vector<const plugin::Entry*> entries;
};

Folder open_folder(Context& context, const std::string& path) {
  std::error_code error;
  const auto folder = fs::canonical(path, error);
  if (error || !fs::is_directory(folder))
    throw Usage{context.say({"{} is geen map; geef de map met het JSON-bestand van de methode",
                             "{} is not a folder; give the folder with the method's JSON file"},
                            path)};
  Folder found{plugin::Catalogue::scan({folder.parent_path().string()}), {}};
  for (const auto& entry : found.methods.entries())
    if (fs::path(entry.folder) == folder) found.entries.push_back(&entry);
  if (found.entries.empty())
    throw Usage{context.say({"in {} staat geen methode; maak er een met: casus method new --id {}/mijn-methode",
                             "there is no method in {}; make one with: casus method new --id {}/my-method"},
                            path, folder.filename().string())};
  return found;
}

/// Where the rehearsal stands still, as a place in the file.
std::string place_of(const Case& state, const method::Definition& method) {
  const auto* here = state.here();
  if (here == nullptr) return "";
  const auto& steps = method.steps(here->phase);
  const auto step = std::ranges::find(steps, here->step, &method::Step::id);
  return fmt::format("/phases/{}/{}", key(here->phase), step - steps.begin());
}

std::string why_it_stalls(const service::Rehearsal& played) {
  if (played.refusal) return played.refusal->reason.en + ' ' + played.refusal->remedy.en;
  std::string why;
  if (played.stall)
    for (const auto& missing : played.stall->missing) why += (why.empty() ? "" : " ") + missing.text.en;
  return why.empty() ? "no way on was found" : why;
}

/// One rehearsal as text, so that two can be compared and one can come from another process.
std::string transcript(const plugin::Catalogue& methods, const workflow::Catalogue& workflows,
                       const method::Definition& method, bool elsewhere) {
  if (elsewhere) {
    ::setenv("TZ", "Pacific/Chatham", 1);
    ::tzset();
    for (const auto* name : {"tr_TR.UTF-8", "de_DE.UTF-8", "nl_NL.UTF-8", "C"})
      if (std::setlocale(LC_ALL, name) != nullptr) break;
  }
  const auto played = service::rehearse(methods, workflows, method.id, Lang::nl);
  json out{{"through", played.through}, {"events", played.events.size()}, {"heard", played.heard}};
  if (!played.through) out["at"] = place_of(played.state, method), out["why"] = why_it_stalls(played);
  return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// What is wrong with a method beyond its file: its library, and whether it can be played.
std::vector<method::Remark> tried(Context& context, const plugin::Catalogue& methods, const plugin::Entry& entry) {
  using Weight = method::Remark::Weight;
  if (entry.native == plugin::Native::unusable) return {{Weight::error, {"/library", entry.why_not.en}}};
  const bool native = entry.native == plugin::Native::ready;
  const auto play = [&](bool elsewhere) {
    return plugin::run_apart([&] { return transcript(methods, context.workflows(), entry.definition, elsewhere); },
                             kPlayLimit);
  };
  const auto first = play(false);
  switch (first.end) {
    case Apart::End::crashed: return {{Weight::error, {"/library", "crashes while it is played: " + first.text}}};
    case Apart::End::too_long: return {{Weight::error, {"/library", "hangs while it is played: " + first.text}}};
    case Apart::End::failed:
      return {{Weight::error, {native ? "/library" : "", "fails while it is played: " + first.text}}};
    case Apart::End::done: break;
  }
  std::vector<method::Remark> remarks;
  const auto played = json::parse(first.text);
  if (!played["through"].get<bool>())
    remarks.push_back(
        {Weight::error,
         {played["at"].get<std::string>(), "cannot be played past this step: " + played["why"].get<std::string>()}});
  if (!native) return remarks;
  if (const auto again = play(false); again.end != Apart::End::done || again.text != first.text)
    remarks.push_back({Weight::error,
                       {"/library",
                        "answers differently when it is played again; a rule answers from "
                        "its arguments alone"}});
  else if (const auto away = play(true); away.end != Apart::End::done || away.text != first.text)
    remarks.push_back({Weight::error,
                       {"/library",
                        "answers differently in another language setting or time zone; a rule "
                        "answers from its arguments alone"}});
  return remarks;
}

class MethodCheck final : public Verb {
 public:
  void shape(Slots& slots) override {
    slots.word("FOLDER", folder_, {"de map van de methode", "the folder of the method"});
  }

  int run(Context& context) override {
    const auto found = open_folder(context, folder_);
    bool good = true;
    json all = json::array();
    for (const auto* entry : found.entries) {
      Problems wrong = entry->problems, doubtful;
      if (wrong.empty()) {
        auto remarks = method::audit(entry->definition);
        const bool sound = std::ranges::none_of(
            remarks, [](const method::Remark& it) { return it.weight == method::Remark::Weight::error; });
        if (sound) std::ranges::move(tried(context, found.methods, *entry), std::back_inserter(remarks));
        for (auto& it : remarks)
          (it.weight == method::Remark::Weight::error ? wrong : doubtful).push_back(std::move(it.problem));
      }
      good = good && wrong.empty();
      all.push_back({{"file", entry->path},
                     {"method", entry->definition.id},
                     {"ok", wrong.empty()},
                     {"problems", problems_json(wrong)},
                     {"warnings", problems_json(doubtful)}});
      if (!context.json()) print(context, *entry, wrong, doubtful);
    }
    if (context.json()) context.screen().json({{"ok", good}, {"methods", std::move(all)}});
    return good ? kDone : kBadDefinition;
  }

 private:
  static void print(Context& context, const plugin::Entry& entry, const Problems& wrong, const Problems& doubtful) {
    print_problems(context, entry.path, wrong);
    for (const auto& it : doubtful)
      context.screen().error(
          context.say({"{}: let op: {}: {}", "{}: note: {}: {}"}, entry.path, it.pointer, it.message),
          Screen::Tone::warning);
    if (wrong.empty())
      context.screen().line(context.say({"{} is goed: het bestand klopt, en de methode is van begin tot eind gespeeld",
                                         "{} is good: the file is right, and the method was played to its end"},
                                        entry.definition.id),
                            Screen::Tone::good);
  }

  std::string folder_;
};

/// Names for the history of a rehearsal: what was found in the folder, and the workflows of this machine.
class FoundDefinitions final : public report::Definitions {
 public:
  FoundDefinitions(const plugin::Catalogue& methods, const workflow::Catalogue& workflows)
      : methods_(methods), workflows_(workflows) {}

  const method::Definition* method(const Pin& pin) const override {
    const auto* entry = methods_.find(pin.id);
    return entry == nullptr ? nullptr : &entry->definition;
  }
  const workflow::Workflow* workflow(const Pin& pin) const override {
    const auto* entry = workflows_.find(pin.id);
    return entry == nullptr ? nullptr : &entry->workflow;
  }

 private:
  const plugin::Catalogue& methods_;
  const workflow::Catalogue& workflows_;
};

class MethodPlay final : public Verb {
 public:
  void shape(Slots& slots) override {
    slots.word("FOLDER", folder_, {"de map van de methode", "the folder of the method"});
    slots.option("method", only_, {"alleen deze methode uit de map", "only this method of the folder"});
  }

  int run(Context& context) override {
    const auto found = open_folder(context, folder_);
    bool good = true, any = false;
    json all = json::array();
    for (const auto* entry : found.entries) {
      if (!only_.empty() && entry->definition.id != only_) continue;
      any = true;
      if (!entry->problems.empty()) {
        print_problems(context, entry->path, entry->problems);
        good = false;
        continue;
      }
      const auto played = service::rehearse(found.methods, context.workflows(), entry->definition.id, context.lang());
      good = good && played.through;
      if (context.json()) all.push_back(document(*entry, played, context.lang()));
      else print(context, found.methods, *entry, played);
    }
    if (!any)
      throw Usage{context.say({"in {} staat geen methode {}", "there is no method {1} in {0}"}, folder_, only_)};
    if (context.json()) context.screen().json({{"ok", good}, {"methods", std::move(all)}});
    return good ? kDone : kBadDefinition;
  }

 private:
  static json document(const plugin::Entry& entry, const service::Rehearsal& played, Lang lang) {
    json out{{"method", entry.definition.id}, {"through", played.through}, {"events", played.events.size()}};
    if (!played.through) {
      out["at"] = place_of(played.state, entry.definition);
      out["missing"] = played.stall ? missing_json(played.stall->missing, lang) : json::array();
      out["refused"] = played.refusal ? refusal_json(*played.refusal, lang) : json();
    }
    return out;
  }

  static void print(Context& context, const plugin::Catalogue& methods, const plugin::Entry& entry,
                    const service::Rehearsal& played) {
    auto& screen = context.screen();
    const FoundDefinitions definitions(methods, context.workflows());
    const auto& method = entry.definition;
    screen.line(
        context.say({"{}, gespeeld met verzonnen mensen en teksten", "{}, played with made-up people and texts"},
                    method.name.in(context.lang())),
        Screen::Tone::strong);
    screen.text(report::history_text(played.events, played.state, definitions, context.lang()));
    if (played.through) {
      screen.line(
          context.say({"\n{} is van begin tot eind gespeeld: {} stappen.", "\n{} was played to its end: {} steps."},
                      method.id, std::ranges::count(played.state.visits, 1, &Visit::round)),
          Screen::Tone::good);
      return;
    }
    const auto place = place_of(played.state, method);
    screen.error(context.say({"{}: hier loopt het vast: {}", "{}: it stalls here: {}"}, entry.path,
                             place.empty() ? std::string("/") : place),
                 Screen::Tone::bad);
    if (played.refusal) print_refusal(context, *played.refusal);
    if (played.stall) screen.error(missing_lines(played.stall->missing, context.lang()));
  }

  std::string folder_;
  std::string only_;
};

class MethodNew final : public Verb {
 public:
  void shape(Slots& slots) override {
    slots.needed("id", id_,
                 {"<map>/<methode>, zoals buurt/kringgesprek", "<folder>/<method>, like buurt/kringgesprek"});
    slots.option("in", where_, {"waar de map moet komen; anders hier", "where the folder comes; else here"});
  }

  int run(Context& context) override {
    const auto slash = id_.find('/');
    const auto plugin = id_.substr(0, slash);
    const auto name = slash == std::string::npos ? std::string() : id_.substr(slash + 1);
    if (!is_id(plugin) || !is_id(name))
      throw Usage{context.say({"'{}' kan geen methode heten; geef twee namen van a-z, 0-9, '-' en '.', zoals "
                               "buurt/kringgesprek",
                               "'{}' cannot be the id of a method; give two names of a-z, 0-9, '-' and '.', like "
                               "buurt/kringgesprek"},
                              id_)};
    const auto folder = fs::path(where_.empty() ? "." : where_) / plugin;
    const auto file = folder / (name + ".json"), readme = folder / "README.md";
    std::error_code error;
    if (fs::exists(file, error))
      throw Usage{context.say({"{} is er al en blijft zoals het is; kies een andere naam",
                               "{} is there already and stays as it is; choose another name"},
                              file.string())};
    fs::create_directories(folder, error);
    if (error)
      throw Usage{context.say({"de map {} kan niet gemaakt worden: {}", "cannot make the folder {}: {}"},
                              folder.string(), error.message())};
    write_file(file.string(), skeleton_json(id_));
    if (!fs::exists(readme, error)) write_file(readme.string(), skeleton_readme(id_));
    const auto shown = folder.lexically_normal().string();
    if (context.json()) {
      context.screen().json({{"method", id_}, {"file", file.lexically_normal().string()}, {"folder", shown}});
      return kDone;
    }
    auto& screen = context.screen();
    screen.line(context.say({"gemaakt: {}", "made: {}"}, file.lexically_normal().string()), Screen::Tone::good);
    screen.line(context.say({"Pas het bestand aan, en kijk dan:", "Edit the file, then look:"}));
    for (const auto* verb : {"check", "play"})
      screen.line("  " + context.to_type(fmt::format("casus method {} {}", verb, shell_quoted(shown))),
                  Screen::Tone::strong);
    return kDone;
  }

 private:
  std::string id_;
  std::string where_;
};

}  // namespace

Entries making_verbs() {
  return {
      {"method new",
       {"een eerste opzet van een eigen methode", "a first draft of a method of your own"},
       {"method new --id buurt/kringgesprek", "method new --id buurt/kringgesprek"},
       fresh<MethodNew>},
      {"method check",
       {"wat er mis is met een methode, en waar", "what is wrong with a method, and where"},
       {"method check buurt", "method check buurt"},
       fresh<MethodCheck>},
      {"method play",
       {"een methode proberen met verzonnen mensen", "try a method with made-up people"},
       {"method play buurt", "method play buurt"},
       fresh<MethodPlay>},
  };
}

}  // namespace casus::cli
