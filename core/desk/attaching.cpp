// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/attaching.hpp"

#include "core/engine/refusing.hpp"
#include "core/service/command_ids.hpp"
#include "core/store/file_kind.hpp"

namespace casus::desk {

using namespace text::literals;

service::Answer attach(Desk& desk, Command command) {
  if (command.id.empty()) command.id = service::random_command_id();
  const auto& file = std::get<AttachFile>(command.body).file;
  const auto bytes = store::read_file(file, static_cast<std::size_t>(kLargestFile));
  if (!bytes) {
    service::Answer answer;
    answer.command_id = command.id;
    answer.case_id = command.case_id;
    answer.refusal = engine::no("NotAFile", "", engine::msg("attach.not_a_file", "file"_is = file),
                                engine::msg("attach.not_a_file_do"));
    return answer;
  }
  const auto seen = store::kind_of_file(*bytes);
  return desk.service().attach(std::move(command), *bytes,
                               {static_cast<std::int64_t>(bytes->size()), seen.kind, seen.words});
}

}  // namespace casus::desk
