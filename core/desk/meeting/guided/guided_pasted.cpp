// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

/// Several lines at once: shown first, then done one by one.
namespace casus::desk {

using text::msg;

std::optional<std::string> GuidedMeeting::paste(const std::string& text) {
  refresh();
  const service::Table nobody;
  auto lines = pasted_lines(text, shown_.table ? *shown_.table : nobody, names(), {desk_.voice(), desk_.today()});
  if (lines.empty()) return std::string();
  if (lines.size() == 1) return std::move(lines.front());
  ++shown_.told;
  shown_.messages.clear();
  shown_.back.reset();
  stand_ready(std::move(lines));
  const auto voice = desk_.voice();
  if (shown_.conceals()) say(msg("guided.lines_wait", "count"_is = pasted_.size()).in(voice));
  else open_page(Ask::pasted, msg("guided.pasted_title", "count"_is = pasted_.size()).in(voice), pasted_);
  say(msg("guided.pasted_ask").in(voice), Tone::strong);
  offer({Ask::pasted, {}, {}});
  return std::nullopt;
}

void GuidedMeeting::take_lines(const std::string& text) {
  refresh();
  const service::Table nobody;
  auto lines = pasted_lines(text, shown_.table ? *shown_.table : nobody, names(), {desk_.voice(), desk_.today()});
  if (lines.size() == 1) return take(lines.front());
  stand_ready(std::move(lines));
  do_pasted();
}

/// What was pasted and not done waits like any other line, when nobody is there any more to say that it is to be done.
void GuidedMeeting::keep_pasted() {
  const auto lines = std::exchange(pasted_, {});
  // The words of several in one line: that line waits itself.
  if (std::ranges::find(waiting_, lines, &WaitingLine::apart) != waiting_.end()) return;
  const auto waits_here = [&](const std::string& line) {
    return std::ranges::any_of(waiting_, [&](const WaitingLine& one) {
      return one.line == line && (one.case_id.empty() || (shown_.table && shown_.table->case_id == one.case_id));
    });
  };
  // Before what is asked now, which stays the last that waits.
  std::vector<WaitingLine> wait;
  for (const auto& line : lines) {
    if (waits_here(line)) continue;  // from before its case was on the table
    auto& one = wait.emplace_back(typed_here(without_numbers(line)));
    one.question = msg("guided.pasted_ask").in(desk_.voice());
    one.way = line;
    if (one.unnamed) one.where = where_now();
  }
  waiting_.insert(waiting_.begin(), std::make_move_iterator(wait.begin()), std::make_move_iterator(wait.end()));
}

/// What stood ready before waits on: another paste takes nothing away.
void GuidedMeeting::stand_ready(std::vector<std::string> lines) {
  keep_pasted();
  pasted_ = std::move(lines);
}

/// What was typed before a case came on the table waits, and nobody types it again: all of it is one Enter away. It
/// waits on until it is done, so that nothing is lost when nobody wants it here.
void GuidedMeeting::ready_from_before() {
  if (!shown_.table || shown_.conceals() || shown_.offer || shown_.back) return;
  // What lies aside since another day was about another case, most likely.
  const auto is_older = [&](const std::string& line) {
    return std::ranges::any_of(aside_, [&](const AsideLine& one) { return one.line == line && one.day != day(); });
  };
  std::vector<std::string> lines;
  for (auto& one : waiting_)
    if (one.case_id.empty() && one.ref.empty() && !tells_of_danger(one) && !is_older(one.line) &&
        !std::exchange(one.was_ready, true))
      lines.push_back(one.line);
  if (lines.empty()) return;
  say(msg("guided.typed_before_case", "count"_is = lines.size(), "line"_is = lines.front()).in(desk_.voice()), {},
      Tone::strong);
  stand_ready(std::move(lines));
  offer({Ask::pasted, {}, {}});
}

/// One by one, up to the first that is not done: that one comes back to mend, and the others wait.
void GuidedMeeting::do_pasted() {
  const auto voice = desk_.voice();
  const auto all = std::exchange(pasted_, {});
  if (all.empty()) return not_done(msg("guided.nothing_pasted").in(voice));
  // Words of several in one line wait no more when they stand apart.
  std::erase_if(waiting_, [&](const WaitingLine& one) { return one.apart == all; });
  std::vector<Message> told;
  bool done = true;
  in_paste_ = true;
  for (std::size_t i = 0; i < all.size() && done && !shown_.stopped; ++i) {
    take(all[i]);
    done = shown_.done;
    shown_.page.reset();
    std::ranges::move(shown_.messages, std::back_inserter(told));
    if (done) continue;
    pasted_.assign(all.begin() + static_cast<std::ptrdiff_t>(i) + 1, all.end());
    if (!pasted_.empty())
      told.push_back(
          {msg("guided.pasted_stopped", "line"_is = i + 1, "of"_is = all.size(), "count"_is = pasted_.size()).in(voice),
           Tone::warning});
  }
  in_paste_ = false;
  shown_.messages = std::move(told);
}

}  // namespace casus::desk
