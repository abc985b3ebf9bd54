// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/instruments.hpp"

#include "core/base/files/definition_file.hpp"
#include "core/base/json/json_place.hpp"
#include "core/text/problem_words.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace casus::learning {

using text::msg;

namespace {

FileProblem unread(const Problem& problem) {
  return {problem.pointer, text::message_of(problem.message), msg("learnfile.unread_do")};
}

FileProblem id_taken(const InstrumentFile& first) {
  return {"/id", msg("learnfile.id_taken", "id"_is = first.instrument.id, "path"_is = first.path),
          msg("learnfile.id_taken_do")};
}

}  // namespace

const InstrumentFile* Instruments::of_kind(InstrumentKind kind) const {
  const InstrumentFile* found = nullptr;
  for (const auto& one : files_)
    if (one.problems.empty() && one.instrument.kind == kind)
      if (found == nullptr || found->instrument.id == key(kind)) found = &one;
  return found;
}

InstrumentFile Instruments::among_them(InstrumentFile file) const {
  const auto* first = file.problems.empty() ? find(file.instrument.id) : nullptr;
  if (first == nullptr || first->bytes == file.bytes) return file;
  std::error_code none;
  if (std::filesystem::equivalent(first->path, file.path, none)) return file;
  file.problems.push_back(id_taken(*first));
  place(file.problems, file.bytes);
  return file;
}

InstrumentFile instrument_file(const std::string& path) {
  InstrumentFile file{path, {}, {}, {}};
  auto bytes = read_definition(path);
  if (!bytes) {
    file.problems.push_back(unread(bytes.error()));
    return file;
  }
  file.bytes = std::move(*bytes);
  std::tie(file.instrument, file.problems) = parse_instrument(file.bytes);
  return file;
}

Instruments Instruments::scan(const std::vector<std::string>& folders) {
  Instruments all;
  for (const auto& folder : existing_folders(folders)) {
    const auto paths = definition_files(folder);
    if (!paths) {
      all.files_.push_back({folder, {}, {}, {unread(paths.error())}});
      continue;
    }
    for (const auto& path : *paths) {
      auto file = instrument_file(path);
      const auto* first = file.problems.empty() ? all.find(file.instrument.id) : nullptr;
      // A copy of what ships, in a folder beside it, is the same instrument.
      if (first != nullptr && first->bytes == file.bytes) continue;
      if (first != nullptr) {
        file.problems.push_back(id_taken(*first));
        place(file.problems, file.bytes);
      }
      all.files_.push_back(std::move(file));
    }
  }
  return all;
}

const InstrumentFile* Instruments::find(std::string_view id) const {
  const auto found = std::ranges::find_if(
      files_, [&](const InstrumentFile& one) { return one.problems.empty() && one.instrument.id == id; });
  return found == files_.end() ? nullptr : &*found;
}

std::vector<std::string_view> Instruments::ids(InstrumentKind kind) const {
  std::vector<std::string_view> ids;
  for (const auto& one : files_)
    if (one.problems.empty() && one.instrument.kind == kind) ids.push_back(one.instrument.id);
  return ids;
}

std::vector<std::string_view> Instruments::ids() const {
  std::vector<std::string_view> ids;
  for (const auto& one : files_)
    if (one.problems.empty()) ids.push_back(one.instrument.id);
  return ids;
}

}  // namespace casus::learning
