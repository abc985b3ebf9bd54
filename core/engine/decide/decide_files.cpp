// SPDX-License-Identifier: EUPL-1.2
#include "core/base/citizen_number.hpp"
#include "core/engine/decide/attaching.hpp"
#include "core/engine/decide/deciding.hpp"

/// Letters and photos with a case.
namespace casus::engine {

namespace {

/// The name without the folder that it came from: that is nobody's business.
std::string name_alone(std::string_view file) {
  const auto at = file.find_last_of("/\\");
  return std::string(trimmed(at == std::string_view::npos ? file : file.substr(at + 1)));
}

Message all_kinds() {
  std::vector<Message> kinds;
  for (const auto& name : names_of(FileKind{})) kinds.emplace_back(text::label(name.value));
  return Message::listed(text::any_of(std::move(kinds)));
}

/// A byte too many is not said as a whole megabyte more.
Message megabytes(std::uintmax_t size) {
  const auto whole = (size + 500'000) / 1'000'000;
  return whole * 1'000'000 <= kLargestFile ? msg("attach.just_over") : msg("attach.megabytes", "number"_is = whole);
}

}  // namespace

std::optional<Refusal> name_not_kept(std::string_view file) {
  if (citizen_numbers(name_alone(file)).empty()) return std::nullopt;
  return no("CitizenNumber", "", msg("attach.name_citizen_number"), msg("attach.name_citizen_number_do"));
}

Decided attach(const Case& state, const Command& command, const Library& library, const Found& found) {
  const auto& wanted = std::get<AttachFile>(command.body);
  const auto name = name_alone(wanted.file);
  if (auto refusal = name_not_kept(name)) return failure(std::move(*refusal));
  if (found.size == 0)
    return refuse("EmptyFile", "", msg("attach.empty", "file"_is = name), msg("attach.not_a_file_do"));
  if (found.size > kLargestFile)
    return refuse("FileTooLarge", "", msg("attach.too_large", "file"_is = name, "size"_is = megabytes(found.size)),
                  msg("attach.too_large_do"));
  if (!found.kind)
    return refuse("KindOfFile", "", msg("attach.kind", "file"_is = name, "found"_is = found.words),
                  msg("attach.kind_do", "kinds"_is = all_kinds()));
  // Who may, and when, is that of every command.
  auto decided = decide(state, command, library);
  if (!decided) return decided;
  auto& attached = std::get<FileAttached>(decided->front().body);
  attached.name = name;
  attached.kind = *found.kind;
  attached.size = found.size;
  return decided;
}

Decided decide_on(const Deciding& d, const AttachFile& command) {
  if (blank(command.about)) return empty_text(msg("attach.about_missing"));
  return d.one(FileAttached{.id = next_id(d.c, 'f', d.c.files.size()), .what = std::string(trimmed(command.about))});
}

}  // namespace casus::engine
