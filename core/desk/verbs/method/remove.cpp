// SPDX-License-Identifier: EUPL-1.2
#include "core/base/files/definition_file.hpp"
#include "core/desk/keys/installed.hpp"
#include "core/desk/places.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/verbs/method/folder.hpp"
#include "core/desk/verbs/method/sharing.hpp"
#include "core/store/files/files.hpp"
#include "core/text/message.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

/// For who looks after this machine: a method that was installed goes again.
namespace casus::desk {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using text::msg;

class MethodRemove final : public Verb {
 public:
  Access access() const override { return here(does(Ground::store)); }
  void shape(Slots& slots) override {
    slots.word("ID", id_, "help.folder_or_method_installed");
    slots.option("because", because_, "help.why_it_goes_while_used");
  }

  void run(Desk& desk, Reply& reply) override {
    const auto home = own_plugins();
    const auto plugin = id_.substr(0, id_.find('/'));
    const auto place = (fs::path(home) / plugin).string();
    const auto before = is_id(plugin) ? installed_in(place) : std::nullopt;
    if (!before) throw Usage{not_installed(desk, home, plugin, place)};
    const auto found = open_folder(desk, place);
    // One folder goes as one: a method alone cannot be taken out of what somebody signed.
    if (id_ != plugin && (found.entries.size() > 1 || found.entries.front()->definition.id != id_))
      throw Usage{desk.voice().say(msg("method.remove.whole", "plugin"_is = plugin, "id"_is = id_))};
    const auto uses = cases_with(desk, plugin);
    if (!uses.empty() && because_.empty()) return refuse(desk, reply, found, uses);

    {
      const auto lock = (fs::path(home) / ".lock").string();
      store::make_private_file(lock);
      const store::FileHeld held(lock);
      sweep(home);
      remove_folder(home, plugin);
      auto book = install_book(installed_file());
      const auto who = desk.who_or_nobody().empty() ? desk.seat().account : desk.who_or_nobody();
      book.notes.push_back({"remove", plugin, before->content, before->key, who, to_string(desk.today()), because_});
      write_install_book(installed_file(), book);
    }
    if (desk.json()) return reply.json({{"ok", true}, {"plugin", plugin}, {"cases", uses}});
    reply.line(desk.voice().say(msg("method.remove.done", "plugin"_is = plugin, "folder"_is = place)), Tone::good);
    if (!uses.empty()) say_cases(desk, reply, found, uses);
  }

 private:
  /// Cases that are not over and go by a method of this folder in some phase.
  static std::vector<std::string> cases_with(Desk& desk, const std::string& plugin) {
    std::vector<std::string> out;
    if (!desk.has_store()) return out;
    each_case_kept(desk, [&](const Case& it) {
      const bool uses =
          std::ranges::any_of(it.methods, [&](const Pin& pin) { return pin.id.starts_with(plugin + "/"); });
      if (uses && it.stage.life != Life::closed && it.stage.life != Life::erased) out.push_back(it.id);
    });
    return out;
  }

  static std::string not_installed(Desk& desk, const std::string& home, const std::string& plugin,
                                   const std::string& place) {
    std::error_code error;
    if (is_id(plugin) && fs::exists(place, error))
      return desk.voice().say(msg("method.remove.by_hand", "folder"_is = place));
    std::vector<std::string> names;
    if (const auto folders = folders_in(home))
      for (const auto& folder : *folders)
        if (installed_in(folder)) names.push_back(fs::path(folder).filename().string());
    if (names.empty()) return desk.voice().say(msg("method.remove.nothing", "id"_is = plugin));
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
    return desk.voice().say(msg("method.remove.not_there", "id"_is = plugin, "installed"_is = list));
  }

  static bool is_native(const MethodFolder& found) {
    return std::ranges::any_of(found.entries, [](const auto* it) { return !it->definition.library.empty(); });
  }

  /// What becomes of the cases that use it.
  static void say_cases(Desk& desk, Reply& reply, const MethodFolder& found, const std::vector<std::string>& uses) {
    std::string list;
    for (const auto& it : uses) list += (list.empty() ? "" : ", ") + it;
    reply.error(desk.voice().say(msg("method.remove.cases", "count"_is = uses.size(), "cases"_is = list)));
    reply.error(desk.voice().say(is_native(found) ? msg("method.remove.stops") : msg("method.remove.goes_on")));
  }

  void refuse(Desk& desk, Reply& reply, const MethodFolder& found, const std::vector<std::string>& uses) const {
    reply.status = Status::refused;
    const auto way = text::way("method remove", "id"_is = id_, "because"_is = text::gap());
    const auto why = desk.voice().say(msg("method.remove.in_use", "id"_is = id_));
    if (desk.json())
      return reply.json({{"ok", false}, {"usage", {why}}, {"cases", uses}, {"then", desk.voice().write(way)}});
    reply.error(why, Tone::bad);
    say_cases(desk, reply, found, uses);
    reply.error("  " + desk.voice().write(way), Tone::strong);
  }

  std::string id_;
  std::string because_;
};

}  // namespace

Entries removing_verbs() {
  return {{"method remove", "help.take_installed_method_away", "help.method_remove_buurt", fresh<MethodRemove>}};
}

}  // namespace casus::desk
