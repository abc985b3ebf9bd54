// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"

#include "core/desk/meeting/guest_of.hpp"
#include "core/desk/reading.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace casus::desk {
namespace {

std::ptrdiff_t destroyed_so_far(const Case& state) {
  return std::ranges::count(state.mendings, Mend::destroyed, &Mending::how) +
         std::ranges::count(state.people, true, &Person::erased);
}

}  // namespace

/// What others set aside is seen without a word typed here: danger that is told on a phone waits for nobody's next
/// line.
const Guided& GuidedMeeting::now() {
  const auto [case_id, destroyed] = std::pair(looked_at_, destroyed_);
  refresh();
  // What was told, or is open to read, may say what somebody destroyed elsewhere.
  if (looked_at_ == case_id && destroyed_ > destroyed) {
    shown_.messages.clear();
    shown_.page.reset();
    shown_.taken_back.reset();
  }
  if (opened_ && hear_aside()) {
    list_waiting();
    list_aside();
  }
  desk_.prove_now_and_then();
  return shown_;
}

void GuidedMeeting::refresh() {
  const auto now = desk_.now();
  auto case_id = place_.case_id;
  std::string chair;
  if (place_.meeting) {
    std::map<std::string, ListedTitle> titles;  // each case is asked for once
    shown_.room =
        service::room(desk_.service(), desk_.meetings().open(day()), now, desk_.voice(), [&](const std::string& id) {
          return on_screen(desk_, titles.insert_or_assign(id, title_in_list(desk_, id)).first->second);
        });
    for (auto& one : shown_.room->items) {
      if (one.case_id.empty()) continue;
      const auto& title = titles[one.case_id];
      one.acute = title.acute;
      if (title.text.empty()) one.because.clear();
    }
    const auto* item = shown_.room->at_hand();
    case_id = item == nullptr ? std::string() : item->case_id;
    chair = shown_.room->chair;
    shown_.over = shown_.room->finished;
  }
  // Nobody is asked to prove who they are by the code of a meeting, so a guest sees what they were let in for alone.
  const auto let_in = place_.meeting && desk_.seat().sureness == Sureness::invited
                          ? guest_of(desk_, day(), desk_.seat().name)
                          : std::nullopt;
  shown_.guest = let_in.has_value();
  if (case_id.empty() || (let_in && *let_in != case_id)) {
    shown_.table.reset();
    looked_at_.clear();
    barred_.reset();
    if (!case_id.empty()) barred_ = not_for_guest();
    return;
  }
  if (const auto state = looked_at(case_id))
    shown_.table = service::table(*state, desk_.service().library(), now, desk_.voice(), chair, sittings_of(case_id));
  else shown_.table.reset();
}

/// Asked for and logged when the case comes on the table, and again only when the answer is another than it was.
std::shared_ptr<const Case> GuidedMeeting::looked_at(const std::string& case_id) {
  (void)desk_.who();
  const auto before = looked_at_ == case_id ? std::optional(ground_) : std::nullopt;
  auto reading = read_again(desk_, case_id, CasePart::overview, place_.because, before);
  looked_at_ = case_id;
  ground_ = reading ? reading->sight : Sight::refused;
  barred_ = reading ? std::nullopt : std::optional(std::move(reading.error()));
  coached_ = reading && reading->state().mode == Mode::coaching;
  if (reading) destroyed_ = destroyed_so_far(reading->state());
  return reading ? reading->held : nullptr;
}

}  // namespace casus::desk
