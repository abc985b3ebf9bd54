// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/attaching.hpp"

#include "core/base/citizen_number.hpp"
#include "core/desk/outsider.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/engine/decide/attaching.hpp"
#include "core/engine/refusing.hpp"
#include "core/service/commands/command_ids.hpp"
#include "core/store/files/file_kind.hpp"

#include <algorithm>

namespace casus::desk {

using namespace text::literals;

namespace {

service::Answer not_attached(const Command& command, Refusal why) {
  service::Answer answer;
  answer.command_id = command.id;
  answer.case_id = command.case_id;
  answer.refusal = std::move(why);
  return answer;
}

service::Answer attach_bytes(Desk& desk, const Command& command, const std::string& bytes) {
  if (auto refusal = engine::name_not_kept(std::get<AttachFile>(command.body).file))
    return not_attached(command, std::move(*refusal));
  const auto seen = store::kind_of_file(bytes);
  // A text of two bytes a sign has empty ones between its digits. Of a picture or a PDF nobody here can tell what it
  // shows; what stands in it in the clear can be read all the same: a title, a comment.
  auto read = bytes;
  std::erase(read, '\0');
  if (seen.kind == FileKind::text ? !citizen_numbers(read).empty() : has_called_citizen_number(read)) {
    return not_attached(command, engine::no("CitizenNumber", "", engine::msg("attach.citizen_number"),
                                            engine::msg("attach.citizen_number_do")));
  }
  const engine::Found about{static_cast<std::int64_t>(bytes.size()), seen.kind, seen.words};
  return with_refusal_kept(desk, command, desk.service().attach(command, bytes, about));
}

}  // namespace

service::Answer attach(Desk& desk, Command command) {
  if (command.id.empty()) command.id = service::random_command_id();
  const auto& file = std::get<AttachFile>(command.body).file;
  if (auto refusal = engine::name_not_kept(file)) return not_attached(command, std::move(*refusal));
  const auto bytes = store::read_file(file, static_cast<std::size_t>(kLargestFile));
  if (!bytes) {
    return not_attached(command, engine::no("NotAFile", "", engine::msg("attach.not_a_file", "file"_is = file),
                                            engine::msg("attach.not_a_file_do")));
  }
  return attach_bytes(desk, command, *bytes);
}

void attach_sent(Desk& desk, Reply& reply, const std::string& case_id, const SentFile& sent,
                 const std::string& command_id) {
  if (const auto refusal = barred(desk, does(Ground::table))) return show(desk, reply, *refusal);
  const OnePage page(desk);
  if (const auto refusal = kept_out(desk, case_id)) return show(desk, reply, *refusal);
  Command command{.id = command_id.empty() ? service::random_command_id() : command_id,
                  .case_id = case_id,
                  .by = desk.actor(),
                  .body = AttachFile{sent.name, sent.about},
                  .seat = desk.typist()};
  show(desk, reply, attach_bytes(desk, command, sent.bytes));
}

Outcome<std::vector<ListedFile>, Refusal> attachments_of(Desk& desk, const std::string& case_id) {
  auto reading = read(desk, case_id, CasePart::files);
  if (!reading) return failure(std::move(reading.error()));
  const auto& state = reading->state();
  std::vector<ListedFile> files;
  for (const auto& one : state.files)
    files.push_back({one.file.id, one.file.name, one.file.what, one.file.kind, one.file.size,
                     state.name_of(one.by, desk.lang()), date_of(one.at)});
  return files;
}

Outcome<HandedOut, Refusal> attachment_of(Desk& desk, const std::string& case_id, const std::string& id) {
  auto reading = read(desk, case_id, CasePart::files);
  if (!reading) return failure(std::move(reading.error()));
  const auto& state = reading->state();
  const auto found = std::ranges::find(state.files, id, [](const Attachment& one) { return one.file.id; });
  if (found == state.files.end())
    throw Usage{desk.voice().say("attach.none_called", "id"_is = id, "case"_is = state.id)};
  return HandedOut{found->file.name, found->file.kind, file_of(desk, state, id)};
}

}  // namespace casus::desk
