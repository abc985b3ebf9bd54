// SPDX-License-Identifier: EUPL-1.2
#include "core/base/definition_file.hpp"
#include "core/base/json_place.hpp"
#include "core/workflow/workflow.hpp"

namespace casus::workflow {
namespace {

Entry entry_for(const std::string& path) {
  Entry entry;
  entry.path = path;
  auto bytes = read_definition(path);
  if (!bytes) {
    entry.problems.push_back(std::move(bytes.error()));
    return entry;
  }
  entry.bytes = std::move(*bytes);
  std::tie(entry.workflow, entry.problems) = parse(entry.bytes);
  return entry;
}

}  // namespace

Catalogue Catalogue::scan(const std::vector<std::string>& folders) {
  Catalogue catalogue;
  for (const auto& folder : existing_folders(folders)) {
    const auto files = definition_files(folder);
    if (files)
      for (const auto& file : *files) catalogue.add(entry_for(file));
    else catalogue.add({folder, {}, {}, {files.error()}});
  }
  return catalogue;
}

void Catalogue::add(Entry entry) {
  if (entry.problems.empty()) {
    const auto [first, fresh] = by_id_.try_emplace(entry.workflow.id, entries_.size());
    // A copy of what ships, in a folder beside it, is the same workflow.
    if (!fresh && entries_[first->second].bytes == entry.bytes) return;
    if (!fresh)
      entry.problems.push_back(
          {"/id", tell("wrong.taken_workflow", {{"id", entry.workflow.id}, {"path", entries_[first->second].path}})});
    place(entry.problems, entry.bytes);
  }
  entries_.push_back(std::move(entry));
}

const Entry* Catalogue::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &entries_[found->second];
}

std::vector<std::string_view> Catalogue::ids() const {
  std::vector<std::string_view> ids;
  for (const auto& [id, index] : by_id_) ids.push_back(id);
  return ids;
}

}  // namespace casus::workflow
