// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/desk/answers.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/command_text.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/verbs/method/folder.hpp"
#include "core/desk/verbs/method/skeleton.hpp"
#include "core/report/definitions.hpp"
#include "core/report/history_text.hpp"
#include "core/report/naming.hpp"
#include "core/service/method_trial.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>

/// For those who write methods: new, play; check stands beside it.
namespace casus::desk {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

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
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots& slots) override {
    slots.word("FOLDER", folder_, {"de map van de methode", "the folder of the method"});
    slots.option("method", only_, {"alleen deze methode uit de map", "only this method of the folder"});
  }

  void run(Desk& desk, Reply& reply) override {
    const auto found = open_folder(desk, folder_);
    bool good = true, any = false;
    json all = json::array();
    for (const auto* entry : found.entries) {
      if (!only_.empty() && entry->definition.id != only_) continue;
      any = true;
      if (!entry->problems.empty()) {
        print_problems(reply, entry->path, entry->problems);
        good = false;
        continue;
      }
      const auto played = service::rehearse(found.methods, desk.workflows(), entry->definition.id, desk.lang());
      good = good && played.through;
      if (desk.json()) all.push_back(document(*entry, played, desk.voice()));
      else print(desk, reply, found.methods, *entry, played);
    }
    if (!any) throw Usage{desk.say({"in {} staat geen methode {}", "there is no method {1} in {0}"}, folder_, only_)};
    if (desk.json()) reply.json({{"ok", good}, {"methods", std::move(all)}});
    reply.status = good ? Status::done : Status::bad_definition;
  }

 private:
  static json document(const plugin::Entry& entry, const service::Rehearsal& played, const text::Voice& voice) {
    json out{{"method", entry.definition.id}, {"through", played.through}, {"events", played.events.size()}};
    if (!played.through) {
      out["at"] = place_of(played, entry.definition);
      out["missing"] = played.stall ? missing_json(played.stall->missing, voice) : json::array();
      out["refused"] = played.refusal ? refusal_json(*played.refusal, voice) : json();
    }
    return out;
  }

  static void print(Desk& desk, Reply& reply, const plugin::Catalogue& methods, const plugin::Entry& entry,
                    const service::Rehearsal& played) {
    const FoundDefinitions definitions(methods, desk.workflows());
    const auto& method = entry.definition;
    reply.line(desk.say({"{}, gespeeld met verzonnen mensen en teksten", "{}, played with made-up people and texts"},
                        method.name.in(desk.lang())),
               Tone::strong);
    reply.text(report::history_text(played.events, played.state, definitions, desk.lang()));
    if (played.through) {
      reply.line(desk.say({"\n{} is van begin tot eind gespeeld: {} stappen.", "\n{} was played to its end: {} steps."},
                          method.id, std::ranges::count(played.state.visits, 1, &Visit::round)),
                 Tone::good);
      return;
    }
    const auto place = place_of(played, method);
    reply.error(desk.say({"{}: hier loopt het vast: {}", "{}: it stalls here: {}"}, entry.path,
                         place.empty() ? std::string("/") : place),
                Tone::bad);
    if (played.refusal) print_refusal(desk, reply, *played.refusal);
    if (played.stall) reply.error(missing_lines(played.stall->missing, desk.voice()));
  }

  std::string folder_;
  std::string only_;
};

class MethodNew final : public Verb {
 public:
  Access access() const override { return here(does(Ground::anybody)); }
  void shape(Slots& slots) override {
    slots.needed("id", id_,
                 {"<map>/<methode>, zoals buurt/kringgesprek", "<folder>/<method>, like buurt/kringgesprek"});
    slots.option("in", where_, {"waar de map moet komen; anders hier", "where the folder comes; else here"});
  }

  void run(Desk& desk, Reply& reply) override {
    const auto slash = id_.find('/');
    const auto plugin = id_.substr(0, slash);
    const auto name = slash == std::string::npos ? std::string() : id_.substr(slash + 1);
    if (!is_id(plugin) || !is_id(name))
      throw Usage{desk.say({"'{}' kan geen methode heten; geef twee namen van a-z, 0-9, '-' en '.', zoals "
                            "buurt/kringgesprek",
                            "'{}' cannot be the id of a method; give two names of a-z, 0-9, '-' and '.', like "
                            "buurt/kringgesprek"},
                           id_)};
    const auto folder = fs::path(where_.empty() ? "." : where_) / plugin;
    const auto file = folder / (name + ".json"), readme = folder / "README.md";
    std::error_code error;
    if (fs::exists(file, error))
      throw Usage{desk.say({"{} is er al en blijft zoals het is; kies een andere naam",
                            "{} is there already and stays as it is; choose another name"},
                           file.string())};
    fs::create_directories(folder, error);
    if (error)
      throw Usage{desk.say({"de map {} kan niet gemaakt worden: {}", "cannot make the folder {}: {}"}, folder.string(),
                           error.message())};
    write_file(desk, {file.string()}, skeleton_json(id_));
    if (!fs::exists(readme, error)) write_file(desk, {readme.string()}, skeleton_readme(id_));
    const auto shown = folder.lexically_normal().string();
    if (desk.json()) {
      reply.json({{"method", id_}, {"file", file.lexically_normal().string()}, {"folder", shown}});
      return;
    }
    reply.line(desk.say({"gemaakt: {}", "made: {}"}, file.lexically_normal().string()), Tone::good);
    reply.line(desk.say({"Pas het bestand aan, en kijk dan:", "Edit the file, then look:"}));
    for (const auto* verb : {"check", "play"})
      reply.line("  " + desk.to_type(fmt::format("casus method {} {}", verb, shell_quoted(shown))), Tone::strong);
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
      {"method play",
       {"een methode proberen met verzonnen mensen", "try a method with made-up people"},
       {"method play buurt", "method play buurt"},
       fresh<MethodPlay>},
  };
}

}  // namespace casus::desk
