// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/access.hpp"
#include "core/engine/mending/reason_kept.hpp"
#include "core/service/service_state.hpp"
#include "core/store/codec/codec.hpp"

#include <algorithm>
#include <charconv>

/// The reason of a look, and why a case was erased, are put right where they lie: beside the case.
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

ErasureRecorded erasure_of(const AccessEvent& event) {
  if (const auto* done = std::get_if<ErasureRecorded>(&event.body)) return *done;
  const auto& lost = std::get<CaseGivenUp>(event.body);
  return {{}, lost.by, lost.with, lost.because};
}

std::string* reason_in(AccessEvent& event) {
  if (auto* seen = std::get_if<CaseSeen>(&event.body)) return &seen->because;
  if (auto* done = std::get_if<ErasureRecorded>(&event.body)) return &done->because;
  if (auto* lost = std::get_if<CaseGivenUp>(&event.body)) return &lost->because;
  return nullptr;
}

/// The event as it is said again, or why not.
Outcome<AccessEvent, Refusal> with_reason_mended(const Case& it, const Command& command,
                                                 const std::optional<AccessEvent>& was,
                                                 const engine::Library& library) {
  const auto* seen = was ? std::get_if<CaseSeen>(&was->body) : nullptr;
  if (!was || seen != nullptr) {
    auto now = engine::mend_look(it, command, seen, library);
    if (!now) return failure(std::move(now.error()));
    return AccessEvent{was->at, std::move(*now)};
  }
  auto with = engine::forget_why(it, command, erasure_of(*was), was->at, library);
  if (!with) return failure(std::move(with.error()));
  auto now = *was;
  const auto forgets = [&](auto* done) {
    if (done == nullptr) return;
    done->because = engine::kNameGone;
    done->forgotten = command.at;
    done->forgotten_by = command.by;
    done->forgotten_with = *with;
  };
  forgets(std::get_if<ErasureRecorded>(&now.body));
  forgets(std::get_if<CaseGivenUp>(&now.body));
  return now;
}

}  // namespace

/// What went with the case, as it had ended in it, has the same reason beside it.
void Service::forget_why_in_ended(const std::string& case_id, const ErasureRecorded& erased) {
  for (const auto& other : erased_cases()) {
    if (other == case_id) continue;
    for (const auto& one : erasures(other))
      if (one.number > 0 && one.done.by == erased.by && one.done.with == erased.with &&
          one.done.because == erased.because)
        forget_why_erased(other, one.done.person);
  }
}

/// The look, or that it was erased, is said again at its own moment, and the event that held the reason is destroyed.
/// Nothing when the command is about something of the case itself, or there is no case to look at. While the case is
/// there, why somebody was erased stands in it, and is destroyed there.
std::optional<Answer> Service::mend_look(const Command& asked) {
  const auto number = look_meant(asked.body);
  if (!number || !exists(asked.case_id)) return std::nullopt;
  const bool erased = is_erased(asked.case_id);
  if (erased && !std::holds_alternative<Destroy>(asked.body)) return std::nullopt;
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
    const bool meant = one.type == CaseSeen::kName ||
                       (erased && (one.type == ErasureRecorded::kName || one.type == CaseGivenUp::kName));
    return one.number == *number && one.payload && meant;
  });
  std::optional<AccessEvent> was;
  if (held != stored.end()) was = store::decode_access(*held);
  const auto now = with_reason_mended(it, command, was, state_->definitions);
  if (!now) {
    answer.refusal = now.error();
    return answer;
  }
  const auto before = *was;
  reason_in(*was)->clear();
  auto left = store::encode(*was);
  const auto change = [&] {
    keep_access(command.case_id, *now);
    store_.destroy_event(stream, *number, store::Husk{left.type_version, left.payload, left.secrets});
    if (!std::holds_alternative<CaseSeen>(before.body)) forget_why_in_ended(command.case_id, erasure_of(before));
    return true;
  };
  if (state_->session.together) change();
  else in_one_transaction(change);
  answer.remarks.push_back({"", text::msg("looks.was_reworded", "look"_is = std::to_string(*number))});
  return answer;
}

}  // namespace casus::service
