// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/catalogue.hpp"

#include "core/base/fault.hpp"
#include "core/base/files/definition_file.hpp"
#include "core/base/first_that.hpp"
#include "core/base/json/json_place.hpp"
#include "core/plugin/apart/apart_rules.hpp"
#include "core/plugin/guard.hpp"
#include "core/plugin/opened.hpp"
#include "core/plugin/stamp.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <exception>
#include <filesystem>
#include <map>
#include <mutex>
#include <unordered_map>

namespace casus::plugin {
namespace {

std::string library_of(const Entry& entry) { return entry.folder + "/" + entry.definition.library + ".so"; }

std::string_view plugin_of(std::string_view method_id) { return method_id.substr(0, method_id.find('/')); }

std::string plugin_of(const method::Definition& definition) { return std::string(plugin_of(definition.id)); }

std::string name_of(const std::string& folder) { return std::filesystem::path(folder).filename().string(); }

/// Reads, parses and vets one method file. Nothing of the plugin runs.
Entry entry_for(const std::string& path, const std::string& folder) {
  Entry entry{.path = path, .folder = folder};
  auto bytes = read_definition(path);
  if (!bytes) {
    entry.problems.push_back(std::move(bytes.error()));
    return entry;
  }
  entry.bytes = std::move(*bytes);
  std::tie(entry.definition, entry.problems) = method::parse(entry.bytes);
  if (!entry.problems.empty()) return entry;

  const auto plugin = plugin_of(entry.definition);
  const auto home = name_of(folder);
  if (plugin != home)
    entry.problems.push_back({"/id", tell("wrong.folder_name", {{"folder", home}, {"got", entry.definition.id}})});
  place(entry.problems, entry.bytes);
  if (entry.definition.library.empty() || !entry.problems.empty()) return entry;

  const auto stamp = stamp_of(library_of(entry), plugin);
  entry.native = stamp ? Native::ready : Native::unusable;
  if (!stamp) entry.why_not = stamp.error();
  return entry;
}

}  // namespace

/// Members go in reverse order: first the guards, then the libraries that hold what they guard.
struct Catalogue::State {
  /// The files in all folders of one name. A good id begins with that name, so no other file can give the same id,
  /// and looking up one method reads one family: a program that shows one case need not parse all methods there are.
  struct Family {
    std::atomic<bool> ready = false;  ///< looked at several times in every command, so not a lock
    std::vector<std::size_t> files;
    std::unordered_map<std::string_view, std::size_t> by_id;  ///< good definitions; their ids stay where they are
  };
  using Families = std::map<std::string, Family, std::less<>>;

  std::vector<Entry> entries;  ///< one for each file from the start, so that pointers stay; filled by its family
  Families families;
  std::mutex reading;  ///< held while a family is read

  /// Where the library of a definition lies, or would lie, when no folder of its plugin is here.
  std::string library_of_kept(const method::Definition& kept) const {
    const auto family = families.find(plugin_of(std::string_view(kept.id)));
    if (family == families.end() || family->second.files.empty()) return "/" + kept.library + ".so";
    return entries[family->second.files.front()].folder + "/" + kept.library + ".so";
  }

  std::mutex opening;  ///< guards what follows: `rules` may be asked from any thread
  Inside inside;
  std::map<std::string, std::unique_ptr<Opened>> libraries;
  std::map<std::string, std::unique_ptr<ApartLibrary>> apart;
  std::map<std::string, std::unique_ptr<const method::Rules>, std::less<>> rules;
  std::map<std::string, std::exception_ptr, std::less<>> refused;  ///< why opening failed; not tried again
  /// Good definitions that were asked for lately, by a few letters of their id. Every command asks some times.
  static constexpr std::size_t kRecent = 64;
  std::array<std::atomic<const Entry*>, kRecent> recent{};
  static std::size_t recent_place(std::string_view id) {
    const auto letter = [&](std::size_t at) { return static_cast<unsigned char>(id[at]); };
    return id.empty() ? 0 : (id.size() * 7 + letter(id.size() - 1) * 3U + letter(id.size() / 2)) % kRecent;
  }

  /// For each entry the rules that were opened for it: asked in every step and every contribution, so not by name.
  std::unique_ptr<std::atomic<const method::Rules*>[]> at_hand;

  /// Whether the same file lies in an earlier folder: what ships, copied to work on beside it, is no second method.
  bool is_copy(const Family& family, const std::string& path, const std::string& folder) const {
    return std::ranges::any_of(family.files, [&](std::size_t file) {
      const auto& first = entries[file];
      if (first.folder == folder || name_of(first.path) != name_of(path)) return false;
      const auto bytes = read_definition(path);
      return bytes && bytes == read_definition(first.path);
    });
  }

  void add_file(const std::string& path, const std::string& folder) {
    auto& family = families[name_of(folder)];
    if (is_copy(family, path, folder)) return;
    family.files.push_back(entries.size());
    auto& entry = entries.emplace_back();
    entry.path = path;
    entry.folder = folder;
  }

  /// Reads the files of a family, once; any thread may be the first to ask.
  const Family& read(Family& family) {
    if (family.ready.load(std::memory_order_acquire)) return family;
    const std::lock_guard lock(reading);
    if (family.ready.load(std::memory_order_relaxed)) return family;
    for (const auto file : family.files) {
      auto& entry = entries[file];
      entry = entry_for(entry.path, entry.folder);
      if (!entry.problems.empty()) continue;
      const auto [first, is_new] = family.by_id.try_emplace(entry.definition.id, file);
      if (!is_new)
        entry.problems.push_back(
            {"/id", tell("wrong.taken_method", {{"id", entry.definition.id}, {"path", entries[first->second].path}})});
      place(entry.problems, entry.bytes);
    }
    family.ready.store(true, std::memory_order_release);
    return family;
  }

  void add_unreadable(const std::string& folder, const Problem& problem) {
    Entry entry;
    entry.path = entry.folder = folder;
    entry.problems.push_back(problem);
    entries.push_back(std::move(entry));
  }

  Family* family_of(std::string_view id) {
    const auto name = plugin_of(id);
    const auto found = std::ranges::find(families, name, [](const auto& it) { return std::string_view(it.first); });
    return found == families.end() ? nullptr : &found->second;
  }

  const method::Rules* rules_of(const Entry& entry) {
    if (entry.native == Native::none) return nullptr;
    if (entry.native == Native::unusable)
      throw Fault(Fault::Kind::plugin, "plugin '" + plugin_of(entry.definition) + "': " + entry.why_not.en);
    auto& known = at_hand[static_cast<std::size_t>(&entry - entries.data())];
    if (const auto* rules = known.load(std::memory_order_acquire)) return rules;
    const auto* rules = open(library_of(entry), entry.definition.id);
    known.store(rules, std::memory_order_release);
    return rules;
  }

  /// The rules of a method out of a library, opened once for all methods that come from it; a failure is kept too.
  const method::Rules* open(const std::string& path, const std::string& id) {
    const std::lock_guard lock(opening);
    const auto key = path + ":" + id;
    if (const auto known = rules.find(key); known != rules.end()) return known->second.get();
    if (const auto before = refused.find(key); before != refused.end()) std::rethrow_exception(before->second);
    try {
      return rules.emplace(key, opened(path, id)).first->second.get();
    } catch (const Fault&) {
      refused.emplace(key, std::current_exception());
      throw;
    }
  }

 private:
  std::unique_ptr<const method::Rules> opened(const std::string& path, const std::string& id) {
    const auto plugin = std::string(plugin_of(std::string_view(id)));
    if (inside && inside(path)) {
      auto& library = libraries[path];
      if (!library) library = std::make_unique<Opened>(path, plugin);
      return guarded(plugin, library->rules(id));
    }
    auto& library = apart[path];
    if (!library) library = std::make_unique<ApartLibrary>(path, plugin);
    library->open();
    return rules_apart(*library, id);
  }
};

Catalogue Catalogue::scan(const std::vector<std::string>& folders, Inside inside) {
  auto state = std::make_unique<State>();
  state->inside = std::move(inside);
  for (const auto& folder : existing_folders(folders)) {
    const auto plugins = folders_in(folder);
    if (!plugins) {
      state->add_unreadable(folder, plugins.error());
      continue;
    }
    for (const auto& plugin : *plugins) {
      const auto files = definition_files(plugin);
      if (!files) state->add_unreadable(plugin, files.error());
      else
        for (const auto& file : *files) state->add_file(file, plugin);
    }
  }
  state->at_hand = std::make_unique<std::atomic<const method::Rules*>[]>(state->entries.size());
  return Catalogue(std::move(state));
}

Catalogue::Catalogue(std::unique_ptr<State> state) : state_(std::move(state)) {}
Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&&) noexcept = default;
Catalogue::~Catalogue() = default;

const std::vector<Entry>& Catalogue::entries() const {
  for (auto& [name, family] : state_->families) state_->read(family);
  return state_->entries;
}

const Entry* Catalogue::find(std::string_view id) const {
  auto& recent = state_->recent[State::recent_place(id)];
  if (const auto* entry = recent.load(std::memory_order_acquire); entry != nullptr && entry->definition.id == id)
    return entry;
  auto* family = state_->family_of(id);
  if (family == nullptr) return nullptr;
  const auto& by_id = state_->read(*family).by_id;
  const auto found = by_id.find(id);
  if (found == by_id.end()) return nullptr;
  const auto* entry = &state_->entries[found->second];
  recent.store(entry, std::memory_order_release);
  return entry;
}

const Entry* Catalogue::broken(std::string_view id) const {
  const auto gives = [&](const Entry& entry) {
    if (entry.problems.empty()) return false;
    const auto plugin = name_of(entry.folder);
    if (entry.path == entry.folder) return plugin == plugin_of(id);
    return entry.definition.id == id || plugin + '/' + std::filesystem::path(entry.path).stem().string() == id;
  };
  return first_that(entries(), gives);
}

std::vector<std::string_view> Catalogue::ids() const {
  std::vector<std::string_view> ids;
  for (auto& [name, family] : state_->families)
    for (const auto& [id, file] : state_->read(family).by_id) ids.push_back(id);
  std::ranges::sort(ids);
  return ids;
}

const method::Rules* Catalogue::rules(std::string_view method_id) const {
  const auto* entry = find(method_id);
  if (entry == nullptr)
    throw Fault(Fault::Kind::plugin,
                "no method '" + std::string(method_id) + "' on this machine" + hint(method_id, ids()));
  return state_->rules_of(*entry);
}

const method::Rules* Catalogue::rules(const method::Definition& kept) const {
  if (const auto* entry = find(kept.id); entry != nullptr && entry->definition.hash == kept.hash)
    return state_->rules_of(*entry);
  if (kept.library.empty()) return nullptr;
  if (const auto why = why_not(kept); !why.empty())
    throw Fault(Fault::Kind::plugin, "plugin '" + plugin_of(kept) + "': " + why.en);
  return state_->open(state_->library_of_kept(kept), kept.id);
}

Text Catalogue::why_not(const method::Definition& kept) const {
  const auto* entry = find(kept.id);
  if (entry != nullptr && entry->definition.hash == kept.hash)
    return entry->native == Native::unusable ? entry->why_not : Text{};
  if (kept.library.empty()) return {};
  const auto stamp = stamp_of(state_->library_of_kept(kept), plugin_of(kept));
  return stamp ? Text{} : stamp.error();
}

}  // namespace casus::plugin
