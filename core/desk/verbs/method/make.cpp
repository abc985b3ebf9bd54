// SPDX-License-Identifier: EUPL-1.2
#include "core/base/files/regular_file.hpp"
#include "core/base/json/json_place.hpp"
#include "core/base/text.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/typed/command_text.hpp"
#include "core/desk/verbs/method/folder.hpp"
#include "core/desk/verbs/method/skeleton.hpp"
#include "core/method/audit/audit.hpp"
#include "core/report/definitions.hpp"
#include "core/report/history/history_text.hpp"
#include "core/report/history/naming.hpp"
#include "core/service/play/method_trial.hpp"
#include "core/text/problem_words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <iterator>

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
    slots.word("FOLDER", folder_, "help.folder_file_or_method");
    slots.option("method", only_, "help.only_method_folder");
  }

  void run(Desk& desk, Reply& reply) override {
    const auto found = open_method(desk, folder_);
    bool good = true, any = false;
    json all = json::array();
    for (const auto* entry : found.entries) {
      if (!only_.empty() && entry->definition.id != only_) continue;
      any = true;
      auto problems = entry->problems.empty() ? method::asks_too_many(entry->definition) : entry->problems;
      if (!problems.empty()) {
        place(problems, entry->bytes);
        print_problems(reply, desk.voice(), entry->path, problems);
        good = false;
        continue;
      }
      const auto& method = entry->definition;
      const auto played = service::rehearse(found.methods, desk.workflows(), method.id, desk.voice(), 0, true);
      service::CameUp came;
      came.add(played.state, method.id);
      auto notes = played.through ? service::not_come_up(method, came) : Problems{};
      if (!notes.empty()) {  // what comes with fewer people does come
        came.add(service::rehearse(found.methods, desk.workflows(), method.id, desk.voice()).state, method.id);
        notes = service::not_come_up(method, came);
      }
      if (played.through)
        std::ranges::move(service::seen_in_play(method, came, played.came_at_most), std::back_inserter(notes));
      place(notes, entry->bytes);
      good = good && played.through;
      if (desk.json()) all.push_back(document(*entry, played, notes, desk.voice()));
      else print(desk, reply, found.methods, *entry, played, notes);
    }
    if (!any) throw Usage{desk.say("make.method", "folder"_is = folder_, "only"_is = only_)};
    if (desk.json()) reply.json({{"ok", good}, {"methods", std::move(all)}});
    reply.status = good ? Status::done : Status::bad_definition;
  }

 private:
  static json document(const plugin::Entry& entry, const service::Rehearsal& played, const Problems& notes,
                       const text::Voice& voice) {
    json out{{"method", entry.definition.id}, {"through", played.through}, {"events", played.events.size()}};
    out["warnings"] = problems_json(notes, voice);
    if (!played.through) {
      out["at"] = place_of(played, entry.definition);
      out["missing"] = played.stall ? missing_json(played.stall->missing, voice) : json::array();
      out["refused"] = played.refusal ? refusal_json(*played.refusal, voice) : json();
    }
    return out;
  }

  static void print(Desk& desk, Reply& reply, const plugin::Catalogue& methods, const plugin::Entry& entry,
                    const service::Rehearsal& played, const Problems& notes) {
    const FoundDefinitions definitions(methods, desk.workflows());
    const auto& method = entry.definition;
    reply.line(desk.say("make.played_made_up_people_texts", "method"_is = method.name.in(desk.voice())), Tone::strong);
    reply.text(report::history_text(played.events, played.state, definitions, desk.voice()));
    if (played.through) {
      reply.line('\n' + desk.say("make.played_end_steps", "method"_is = method.id,
                                 "round"_is = text::msg("count.steps", "count"_is = std::ranges::count(
                                                                           played.state.visits, 1, &Visit::round))),
                 Tone::good);
      print_notes(desk, reply, entry.path, notes);
      return;
    }
    const auto place = place_of(played, method);
    reply.error(
        desk.say("make.stalls_here", "path"_is = entry.path, "place"_is = place.empty() ? std::string("/") : place),
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
    slots.needed("id", id_, "help.folder_method_like_buurt_kringgesprek");
    slots.option("in", where_, "help.where_folder_comes_else_here");
    slots.flag("native", native_, "help.with_rules_in_cpp");
  }

  void run(Desk& desk, Reply& reply) override {
    const auto slash = id_.find('/');
    const auto plugin = id_.substr(0, slash);
    const auto name = slash == std::string::npos ? std::string() : id_.substr(slash + 1);
    if (!is_id(plugin) || !is_id(name)) throw Usage{desk.say("make.cannot_id_method_give_two", "id"_is = id_)};
    const auto folder = fs::path(where_.empty() ? "." : where_) / plugin;
    const auto file = folder / (name + ".json"), readme = folder / "README.md";
    std::error_code error;
    if (fs::exists(file, error))
      throw Usage{desk.say("make.already_stays_as_choose_another", "file"_is = file.string())};
    require_output(desk, {file.string()});  // a name that may be kept nowhere is no folder's either
    fs::create_directories(folder, error);
    if (error)
      throw Usage{desk.say("make.cannot_make_folder", "folder"_is = folder.string(),
                           "message"_is = text::message_of(system_said(error)))};
    write_file(desk, {file.string()}, native_ ? native_skeleton_json(id_) : skeleton_json(id_));
    if (!fs::exists(readme, error)) write_file(desk, {readme.string()}, skeleton_readme(id_, desk.lang()));
    if (native_) {
      const auto source = folder / (plugin + ".cpp"), cmake = folder / "CMakeLists.txt";
      if (!fs::exists(source, error)) write_file(desk, {source.string()}, skeleton_source(id_));
      if (!fs::exists(cmake, error)) write_file(desk, {cmake.string()}, skeleton_cmake(plugin));
    }
    const auto shown = folder.lexically_normal().string();
    if (desk.json())
      return reply.json({{"method", id_}, {"file", file.lexically_normal().string()}, {"folder", shown}});
    reply.line(desk.say("make.made", "path"_is = file.lexically_normal().string()), Tone::good);
    auto built = shown;
    if (native_) {
      const auto build = (fs::path(shown) / "build").string();
      built = (fs::path(build) / plugin).string();
      reply.line(desk.say("make.edit_file_then_build"));
      reply.line("  cmake -S " + shell_quoted(shown) + " -B " + shell_quoted(build) + " && cmake --build " +
                     shell_quoted(build),
                 Tone::strong);
    }
    reply.line(native_ ? desk.say("make.then_look") : desk.say("make.edit_file_then_look"));
    for (const auto& way :
         {text::way("method check", "folder"_is = built), text::way("method play", "folder"_is = built)})
      reply.line("  " + desk.voice().write(way), Tone::strong);
  }

 private:
  std::string id_;
  std::string where_;
  bool native_ = false;
};

}  // namespace

Entries making_verbs() {
  return {
      {"method new", "help.first_draft_method_own", "help.method_new_id_buurt_kringgesprek", fresh<MethodNew>},
      {"method play", "help.try_method_made_up_people", "help.method_play_buurt", fresh<MethodPlay>},
  };
}

}  // namespace casus::desk
