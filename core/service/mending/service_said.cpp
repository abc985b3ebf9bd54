// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/engine/mending/last_done.hpp"
#include "core/engine/mending/put_right.hpp"
#include "core/engine/mending/said.hpp"
#include "core/service/service.hpp"
#include "core/service/service_state.hpp"
#include "core/service/table/saying_kind.hpp"
#include "core/text/label.hpp"

#include <algorithm>
#include <utility>

/// What a line at the table leaves out: what it is about, and in whose name something is put right.
namespace casus::service {

namespace {

/// Who gave the case its title, its question or its purpose.
std::string who_gave(const Events& events, CaseText text) {
  const engine::PutRight right(events);
  for (auto place = right.size(); place-- > 0;) {
    const auto what = engine::about(right.event(place).body);
    if (what.words && what.ref == key(text) && !right.taken_back(place)) return right.event(place).by;
  }
  return {};
}

/// Who brought somebody around the resident into the case.
std::string who_named(const Events& events, std::string_view person) {
  const engine::PutRight right(events);
  for (std::size_t place = 0; place < right.size(); ++place) {
    const auto named = engine::names_in(right.event(place).body);
    if (!right.taken_back(place) && std::ranges::find(named, person) != named.end()) return right.event(place).by;
  }
  return {};
}

/// The last withdrawal that holds, in the step that is going on.
std::optional<std::size_t> last_withdrawal(const engine::PutRight& right) {
  for (auto place = right.size(); place-- > 0;) {
    if (std::holds_alternative<StepEntered>(right.event(place).body)) return std::nullopt;
    if (right.withdrawal(place) != nullptr) return place;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Command> Service::withdrawing_last(Command command) {
  {
    const auto held = state_->session.hold();
    if (!exists(command.case_id)) return command;
    const auto events = history(command.case_id);
    const engine::PutRight right(events);
    const auto last = engine::last_line(right);
    if (!last) return std::nullopt;
    const auto done = engine::last_done(right);
    if (done && done->how == engine::LastDone::How::mended) {
      const auto* sayer = current(command.case_id).person(right.event(*last).by);
      if (sayer != nullptr && sayer->has_seat()) command.by = sayer->name;
      std::get<Withdraw>(command.body).ref = std::to_string(*last + 1);
      return command;
    }
  }
  return by_whoever_said_it(std::move(command));
}

Command Service::completed(Command command) {
  const auto held = state_->session.hold();
  auto* said = std::get_if<Say>(&command.body);
  if (said == nullptr || !exists(command.case_id)) return command;
  *said = service::completed(current(command.case_id), library(), command.by, std::move(*said));
  return command;
}

std::optional<method::RecordType> Service::record_type(const std::string& case_id, std::string_view kind) {
  const auto held = state_->session.hold();
  if (!exists(case_id)) return std::nullopt;
  const auto& it = current(case_id);
  const auto* method = library().pinned_method(it.method(it.stage.phase));
  if (method == nullptr) return std::nullopt;
  const auto* type = method->record_type(method::kind_meant(method, std::string(kind)));
  return type == nullptr ? std::nullopt : std::optional(*type);
}

Command Service::by_whoever_said_it(Command command) {
  const auto held = state_->session.hold();
  auto* correct = std::get_if<Correct>(&command.body);
  auto* withdraw = std::get_if<Withdraw>(&command.body);
  const auto* restore = std::get_if<Restore>(&command.body);
  const bool mends = correct != nullptr || withdraw != nullptr || restore != nullptr;
  if (!mends || !exists(command.case_id)) return command;
  const auto& it = current(command.case_id);
  if (restore != nullptr) {  // whoever took it back
    const auto events = history(command.case_id);
    const engine::PutRight right(events);
    const auto place =
        trimmed(restore->ref).empty() ? last_withdrawal(right) : right.withdrawal_of(folded(trimmed(restore->ref)));
    const auto* who = place ? it.person(right.event(*place).by) : nullptr;
    if (who != nullptr && who->has_seat()) command.by = who->name;
    return command;
  }
  auto& ref = correct != nullptr ? correct->ref : withdraw->ref;
  std::string by;
  if (ref.empty()) {
    const auto events = history(command.case_id);
    const engine::PutRight right(events);
    if (it.here() == nullptr) return command;
    auto last = engine::last_done(right);
    if (correct != nullptr)  // the last line, whatever was put right since
      if (const auto line = engine::last_line(right)) last = engine::LastDone{*line, engine::LastDone::How::line};
    if (!last) return command;
    by = right.event(last->place).by;
    // Another's concern is not put right in their name by whoever types (R14): the case says how it is named.
    const auto* typist = it.person(command.by);
    if (correct != nullptr && engine::stays(right.event(last->place).body) && (typist == nullptr || typist->id != by))
      return command;
    const bool line = last->how == engine::LastDone::How::line;
    if (line && (correct != nullptr || !engine::stays(right.event(last->place).body)))
      ref = std::to_string(last->place + 1);
  } else if (const auto* made = it.record(folded(trimmed(ref)))) {
    if (!it.is_anonymous(folded(trimmed(ref)))) by = made->by;  // else the seat alone says whose it is
  } else if (const auto text = text::typed_as<CaseText>(folded(trimmed(ref)))) {
    by = who_gave(history(command.case_id), *text);
  } else if (const auto* person = it.entry(folded(trimmed(ref))); person != nullptr && person->roles.empty()) {
    by = who_named(history(command.case_id), person->id);
  }
  const auto* sayer = by.empty() ? nullptr : it.person(by);
  if (sayer != nullptr && sayer->has_seat()) command.by = sayer->name;
  return command;
}

}  // namespace casus::service
