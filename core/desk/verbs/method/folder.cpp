// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/method/folder.hpp"

#include "core/desk/definitions.hpp"
#include "core/desk/places.hpp"

#include <algorithm>
#include <filesystem>

namespace casus::desk {

namespace fs = std::filesystem;

const plugin::Entry* goes_before(const plugin::Catalogue& methods, const plugin::Entry& installed) {
  const auto above = [](const plugin::Entry& it) { return fs::path(it.folder).parent_path(); };
  const auto& id = installed.definition.id;
  // A good id stands in the folder of its name: then all that can be wrong with it is that it is given before.
  const bool only_taken = installed.problems.size() == 1 && installed.problems.front().pointer == "/id" &&
                          id.starts_with(fs::path(installed.folder).filename().string() + '/');
  if (!only_taken || above(installed) != own_plugins()) return nullptr;
  const auto* first = methods.find(id);
  const bool is_work = first != nullptr && above(*first) != shipped_plugins() && above(*first) != own_plugins();
  return is_work ? first : nullptr;
}

MethodFolder open_folder(Desk& desk, const std::string& path) {
  std::error_code error;
  const auto given = fs::canonical(path, error);
  const bool is_file = !error && fs::is_regular_file(given);
  const auto folder = is_file ? given.parent_path() : given;
  if (error || !fs::is_directory(folder))
    throw Usage{desk.say("folder.folder_give_folder_methods_json", "path"_is = path)};
  MethodFolder found{plugin::Catalogue::scan({folder.parent_path().string()}, desk.inside()), {}};
  for (const auto& entry : found.methods.entries())
    if (fs::path(entry.folder) == folder && (!is_file || fs::path(entry.path) == given))
      found.entries.push_back(&entry);
  if (found.entries.empty())
    throw Usage{desk.say(
        "folder.method_make_one_my_method",
        "new"_is = text::way("method new", "id"_is = folder.filename().string() + '/' + desk.say("folder.my_method")),
        "path"_is = path)};
  return found;
}

MethodFolder open_method(Desk& desk, const std::string& named) {
  std::error_code error;
  if (fs::exists(named, error) || fs::is_symlink(named, error)) return open_folder(desk, named);
  const auto& methods = desk.methods();
  if (const auto* entry = methods.find(named)) {
    auto found = open_folder(desk, entry->folder);
    // Another file in that folder that gives the same method is told too.
    std::erase_if(found.entries, [&](const plugin::Entry* it) { return it->definition.id != named; });
    return found;
  }
  if (const auto* entry = methods.broken(named); entry != nullptr && entry->path != entry->folder)
    return open_folder(desk, fs::is_regular_file(entry->path, error) ? entry->path : entry->folder);
  const auto of_plugin = std::ranges::find_if(
      methods.entries(), [&](const plugin::Entry& entry) { return fs::path(entry.folder).filename() == named; });
  if (of_plugin != methods.entries().end()) {
    if (of_plugin->path != of_plugin->folder) return open_folder(desk, of_plugin->folder);
    throw Usage{desk.say("desk.method_broken", "id"_is = named,
                         "why"_is = problem_in(of_plugin->path, of_plugin->problems.front(), desk.voice()))};
  }
  throw Usage{desk.say("folder.no_folder_or_method", "list"_is = text::way("method list"), "path"_is = named,
                       "ids"_is = hint_in(desk.voice(), named, methods.ids()))};
}

OneMethod one_method(Desk& desk, const std::string& named, bool files) {
  OneMethod found;
  std::error_code error;
  if (!files || !fs::exists(named, error)) {
    desk.require_method(named);
    found.entry = desk.methods().find(named);
    return found;
  }
  found.folder.emplace(open_folder(desk, named));
  const auto& entries = found.folder->entries;
  if (entries.size() > 1) {
    std::string paths;
    for (const auto* entry : entries) paths += (paths.empty() ? "" : ", ") + entry->path;
    throw Usage{desk.say("folder.several", "path"_is = named, "files"_is = paths)};
  }
  found.entry = entries.front();
  return found;
}

}  // namespace casus::desk
