// SPDX-License-Identifier: EUPL-1.2
#include "core/base/files/definition_file.hpp"
#include "core/base/json/json_place.hpp"
#include "core/workflow/workflow.hpp"

#include <algorithm>

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
    const auto* first = find(entry.workflow.id);
    // A copy of what ships, in a folder beside it, is the same workflow.
    if (first != nullptr && first->bytes == entry.bytes) return;
    if (first == nullptr) good_.push_back(entries_.size());
    else
      entry.problems.push_back(
          {"/id", tell("wrong.taken_workflow", {{"id", entry.workflow.id}, {"path", first->path}})});
    place(entry.problems, entry.bytes);
  }
  entries_.push_back(std::move(entry));
}

const Entry* Catalogue::find(std::string_view id) const {
  for (const auto place : good_)
    if (entries_[place].workflow.id == id) return &entries_[place];
  return nullptr;
}

std::vector<std::string_view> Catalogue::ids() const {
  std::vector<std::string_view> ids;
  for (const auto place : good_) ids.push_back(entries_[place].workflow.id);
  std::ranges::sort(ids);
  return ids;
}

}  // namespace casus::workflow
