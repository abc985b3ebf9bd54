// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/desk/meeting/typed_again.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/text/label.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

/// What waits, for a face that asks what each line is and whose words it holds, and places it by that.
namespace casus::desk {

using text::msg;

namespace {

bool is_report(const MeetingWord* word) {
  return word != nullptr && (word->ask == Ask::acute || word->ask == Ask::concern);
}

}  // namespace

void GuidedMeeting::list_waiting() {
  shown_.waiting.clear();
  shown_.asked.clear();
  for (const auto& line : danger_) {
    AskedLine report{line, line};
    report.words = line;
    if (const auto lies = std::ranges::find(aside_, line, &AsideLine::line); lies != aside_.end()) report.by = lies->by;
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
  if (asked.danger) asked.reports = ways_to_report(one);
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

/// As the question says them beside its own: danger now, or a concern. What sounds like neither is reported all the
/// same when somebody says that it is one.
std::vector<ReportWay> GuidedMeeting::ways_to_report(const WaitingLine& one) const {
  const auto voice = desk_.voice();
  if (one.whole && is_report(word_of_line(one.way)))
    return {{Ask::acute, with_word_instead(one.way, name_of(Ask::acute, voice))},
            {Ask::concern, with_word_instead(one.way, name_of(Ask::concern, voice))}};
  const auto* word = word_of_line(one.line);
  const auto told = behind_colon(one.line);
  if (!is_report(word) || told.empty()) return {};
  return {{word->ask, name_of(word->ask, voice) + ' ' + folded(label(Answer::yes, voice)) + ": " + told}};
}

void GuidedMeeting::ask_about(std::string question) {
  const bool here = asks_now_ && !waiting_.empty() && !shown_.conceals();
  if (here && !ways_to_report(waiting_.back()).empty())
    return not_done(std::move(question), msg("guided.danger_ways_here").in(desk_.voice()));
  not_done(std::move(question));
}

void GuidedMeeting::waits_no_more() {
  ++shown_.told;
  quiet();
  not_done(msg("guided.waits_no_more").in(desk_.voice()));
}

void GuidedMeeting::waits_not(const WaitingLine& gone) {
  std::erase_if(waiting_, [&](const WaitingLine& one) { return one.line == gone.line; });
  forget_halves(gone);
  asks_now_ = false;
  mind_aside(false);
  list_aside();
  list_waiting();
}

/// Who only listens may say whatever fits: the table may let them speak all the same.
std::optional<std::string> GuidedMeeting::whose_kind(const std::string& by, const Say& said) const {
  if (!shown_.table || said.kind.empty()) return std::nullopt;
  const auto& table = *shown_.table;
  const auto kind = std::ranges::find(table.kinds, said.kind, &service::SaidKind::key);
  const auto seat = std::ranges::find_if(table.seats, [&](const auto& one) { return same_name(one.name, by); });
  if (kind == table.kinds.end() || seat == table.seats.end()) return std::nullopt;
  const auto is_theirs = [&](const service::Seat& one) {
    return std::ranges::find(one.kinds, said.kind) != one.kinds.end();
  };
  if (seat->kinds.empty() || is_theirs(*seat)) return std::nullopt;
  std::vector<text::Message> others, own;
  for (const auto& one : table.seats)
    if (is_theirs(one)) others.push_back(text::Message::verbatim(one.name));
  for (const auto& one : service::kinds_of(table, *seat)) own.push_back(text::Message::verbatim(spoken(one.name)));
  if (others.empty() || own.empty()) return std::nullopt;
  return msg("guided.whose_kind", "kind"_is = spoken(kind->name), "others"_is = text::any_of(std::move(others)),
             "who"_is = seat->name, "own"_is = text::any_of(std::move(own)))
      .in(desk_.voice());
}

void GuidedMeeting::say_for(const std::string& by, Say said, Sent sent) {
  sent_ = std::move(sent);
  refresh();
  auto asked = trimmed(by).empty() ? std::optional(msg("guided.whose_words").in(desk_.voice())) : whose_kind(by, said);
  if (!asked) return take(GiveCommand{by, std::move(said)}, std::move(sent_));
  ++shown_.told;
  quiet();
  not_done(std::move(*asked));
}

void GuidedMeeting::place(const std::string& line, const std::string& by, Say said, Sent sent) {
  sent_ = std::move(sent);
  refresh();
  hear_aside();
  const auto waits = std::ranges::find(waiting_, line, &WaitingLine::line);
  const bool here =
      waits != waiting_.end() && shown_.table && (waits->case_id.empty() || waits->case_id == shown_.table->case_id);
  if (!here) return waits_no_more();
  if (trimmed(by).empty() || whose_kind(by, said)) return say_for(by, std::move(said), std::move(sent_));
  instead_of_ = *waits;  // it was typed in that step
  Meant meant = GiveCommand{by, std::move(said)};
  (void)begins_by_talking(meant);
  taken(std::move(meant), {});
  const auto placed = *std::exchange(instead_of_, std::nullopt);
  if (shown_.done) waits_not(placed);
}

void GuidedMeeting::take_offered(const std::string& line, Sent sent) {
  const auto asked = std::ranges::find_if(shown_.asked, [&](const AskedLine& one) {
    return one.way == line || std::ranges::find(one.reports, line, &ReportWay::line) != one.reports.end();
  });
  if (asked == shown_.asked.end() && shown_.offered_line() != line) {
    sent_ = std::move(sent);
    refresh();
    return waits_no_more();
  }
  const auto waited = asked == shown_.asked.end() ? std::string() : asked->line;
  take(line, std::move(sent));
  const auto waits = std::ranges::find(waiting_, waited, &WaitingLine::line);
  if (shown_.done && waits != waiting_.end()) waits_not(WaitingLine(*waits));
}

void GuidedMeeting::let_go(const std::string& line, Sent sent) {
  sent_ = std::move(sent);
  refresh();
  hear_aside();
  const auto waits = std::ranges::find(waiting_, line, &WaitingLine::line);
  if (waits == waiting_.end()) return waits_no_more();
  if (const WaitingLine help = *waits; noted_as_help(help)) return waits_not(help);
  taken(SteerMeeting{Ask::drop, std::to_string(waits - waiting_.begin() + 1), {}}, {});
}

}  // namespace casus::desk
