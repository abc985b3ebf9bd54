// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided_meeting.hpp"
#include "core/desk/meeting/typed_again.hpp"
#include "core/desk/words/line_reader.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

/// What waits, for a face that asks what each line is and whose words it holds, and places it by that.
namespace casus::desk {

using text::msg;

void GuidedMeeting::list_waiting() {
  shown_.waiting.clear();
  shown_.asked.clear();
  for (const auto& line : danger_) {
    AskedLine report{line, line};
    report.words = line;
    report.danger = true;
    report.report = true;
    shown_.asked.push_back(std::move(report));
  }
  for (const auto& one : waiting_) {
    shown_.waiting.push_back(one.line);
    shown_.asked.push_back(as_asked(one));
  }
}

/// As it was probably meant it has the name of who said it in front; as it was typed perhaps not.
AskedLine GuidedMeeting::as_asked(const WaitingLine& one) const {
  AskedLine asked{one.line, one.whole && one.way != one.line ? one.way : std::string(), one.case_id};
  asked.earlier = !one.ref.empty();
  asked.danger = tells_of_danger(one);
  asked.words = one.line;
  const auto& meant = one.way.empty() ? one.line : one.way;
  const auto words = behind_colon(meant);
  if (words.empty() || !shown_.table) return asked;
  std::vector<std::string_view> people;
  for (const auto& seat : shown_.table->seats) people.emplace_back(seat.name);
  const auto head = words_in(std::string_view(meant).substr(0, meant.find(':')));
  for (auto end = head.size(); end > 0 && asked.by.empty(); --end)
    asked.by = called(joined_words(head, 0, end), people);
  if (!asked.by.empty()) asked.words = words;
  return asked;
}

void GuidedMeeting::place(const std::string& line, const std::string& by, Say said, Sent sent) {
  sent_ = std::move(sent);
  refresh();
  hear_aside();
  const auto waits = std::ranges::find(waiting_, line, &WaitingLine::line);
  const bool here =
      waits != waiting_.end() && shown_.table && (waits->case_id.empty() || waits->case_id == shown_.table->case_id);
  if (!here) return waits_no_more();
  instead_of_ = *waits;  // it was typed in that step
  Meant meant = GiveCommand{by, std::move(said)};
  (void)begins_by_talking(meant);
  taken(std::move(meant), {});
  const auto placed = *std::exchange(instead_of_, std::nullopt);
  if (!shown_.done) return;
  std::erase_if(waiting_, [&](const WaitingLine& one) { return one.line == placed.line; });
  forget_halves(placed);
  mind_aside(false);
  list_aside();
  list_waiting();
}

void GuidedMeeting::take_offered(const std::string& line, Sent sent) {
  const auto is_way = [&](const AskedLine& one) { return one.way == line; };
  if (shown_.offered_line() == line || std::ranges::any_of(shown_.asked, is_way)) return take(line, std::move(sent));
  sent_ = std::move(sent);
  refresh();
  waits_no_more();
}

void GuidedMeeting::waits_no_more() {
  ++shown_.told;
  quiet();
  not_done(msg("guided.waits_no_more").in(desk_.voice()));
}

void GuidedMeeting::let_go(const std::string& line, Sent sent) {
  sent_ = std::move(sent);
  refresh();
  hear_aside();
  const auto waits = std::ranges::find(waiting_, line, &WaitingLine::line);
  const auto number = waits == waiting_.end() ? 0 : waits - waiting_.begin() + 1;
  taken(SteerMeeting{Ask::drop, std::to_string(number), {}}, {});
}

}  // namespace casus::desk
