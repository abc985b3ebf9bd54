// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access.hpp"
#include "core/service/service_state.hpp"
#include "core/store/codec.hpp"

#include <algorithm>
#include <charconv>

/// The reason of a look is put right where it lies: beside the case.
namespace casus::service {

namespace {

/// The number in "l3"; nothing when no look is meant.
std::optional<std::int64_t> look_meant(const CommandBody& body) {
  const auto* correct = std::get_if<Correct>(&body);
  const auto* destroy = std::get_if<Destroy>(&body);
  if (correct == nullptr && destroy == nullptr) return std::nullopt;
  const auto ref = folded(trimmed(correct != nullptr ? correct->ref : destroy->ref));
  std::int64_t number = 0;
  if (ref.size() < 2 || ref.front() != 'l') return std::nullopt;
  const auto read = std::from_chars(ref.data() + 1, ref.data() + ref.size(), number);
  return read.ec == std::errc() && read.ptr == ref.data() + ref.size() ? std::optional(number) : std::nullopt;
}

}  // namespace

/// The look is said again at its own moment, and the event that held the reason is destroyed. Nothing when the command
/// is about something of the case itself, or there is no case to look at.
std::optional<Answer> Service::mend_look(const Command& asked) {
  const auto number = look_meant(asked.body);
  if (!number || !exists(asked.case_id) || is_erased(asked.case_id)) return std::nullopt;
  hear_team();
  auto command = asked;
  const auto& it = current(command.case_id);
  Answer answer;
  answer.command_id = command.id;
  answer.case_id = command.case_id;
  answer.version = it.version;
  if (command.at == Time{}) command.at = state_->clock.now();
  answer.refusal = name_people(it, command);
  if (answer.refusal) return answer;

  const auto stream = AccessStream::stream_of(command.case_id);
  const auto stored = store_.read(stream);
  const auto held = std::ranges::find_if(stored, [&](const store::StoredEvent& one) {
    return one.number == *number && one.payload && one.type == CaseSeen::kName;
  });
  std::optional<AccessEvent> look;
  if (held != stored.end()) look = store::decode_access(*held);
  const auto now =
      engine::mend_look(it, command, look ? &std::get<CaseSeen>(look->body) : nullptr, state_->definitions);
  if (!now) {
    answer.refusal = now.error();
    return answer;
  }
  std::get<CaseSeen>(look->body).because.clear();
  auto left = store::encode(*look);
  const auto change = [&] {
    keep_access(command.case_id, {look->at, *now});
    store_.destroy_event(stream, *number, store::Husk{left.type_version, left.payload, left.secrets});
    return true;
  };
  if (state_->session.together) change();
  else in_one_transaction(change);
  answer.remarks.push_back({"", text::msg("looks.was_reworded", "look"_is = std::to_string(*number))});
  return answer;
}

}  // namespace casus::service
