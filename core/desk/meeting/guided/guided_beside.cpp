// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/desk/meeting/typed_again.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/desk/typed/completed.hpp"
#include "core/desk/words/line_reader.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

/// What is typed while it is asked whether there is danger, or while danger stands: kept once, with one question left.
namespace casus::desk {

using text::msg;

/// Beside danger nobody is asked whose words these are: they are noted by whoever leads.
Meant GuidedMeeting::noted_beside_danger(Meant meant, const std::string& line) const {
  const auto* unsure = std::get_if<Unsure>(&meant);
  if (unsure == nullptr || !unsure->speech || line.empty() || !shown_.table ||
      shown_.table->stage.safety != Safety::acute)
    return meant;
  return GiveCommand{{}, Say{{.kind = "note", .text = std::string(trimmed(line))}}};
}

bool GuidedMeeting::stands_beside_danger(const Unsure& asked, const std::string& line) {
  if (!shown_.table || shown_.conceals() || !asked.waits || !asked.apart.empty()) return false;
  if (line.empty() || asked.line.empty() || line.starts_with('/')) return false;
  // What moves the meeting on is no part of what is told, nor is what was done about danger that stands.
  if (const auto* word = word_of_line(asked.line); asked.whole && word != nullptr)
    if (!word->text || word->ask == Ask::handled) return false;
  // The last question whether there is danger, or a worry about safety, that is open in this step. Once something was
  // reported, or the table went on, what is asked about another line is no part of it any more.
  const auto asks = [&](const WaitingLine& one) {
    return asks_of_danger(one) && !one.let_be && one.case_id == shown_.table->case_id &&
           one.where.value_or(where_now()) == where_now();
  };
  const auto last = std::find_if(waiting_.rbegin(), waiting_.rend(), asks);
  if (last == waiting_.rend() || is_typed_again(line, asked.line, *last)) return false;
  WaitingLine one{line, asked.message, asked.line, asked.whole, last->case_id};
  // More danger is asked about by itself: a question gets its own answer, and what nobody answered is no report.
  if (tells_of_danger(one)) return false;
  one.beside = true;
  one.typed = shown_.table->typed;
  auto danger = std::move(*last);
  danger.beside = false;
  waiting_.erase(std::next(last).base());
  std::erase_if(waiting_, [&](const WaitingLine& before) { return folded(before.line) == folded(line); });
  waiting_.push_back(std::move(one));
  not_done(msg("guided.beside_danger_asked", "line"_is = line, "question"_is = danger.question).in(desk_.voice()));
  shown_.offer = Offer{danger.way};
  waiting_.push_back(std::move(danger));
  asks_now_ = true;
  asks_aside_ = false;
  return true;
}

void GuidedMeeting::keep_beside(const std::string& reported) {
  refresh();
  if (!shown_.table || shown_.conceals() || (shown_.table->vote && !shown_.table->vote->on.empty())) return;
  const auto goes = [&](const WaitingLine& one) {
    return one.beside && one.case_id == shown_.table->case_id && !says_the_same(reported, one, false);
  };
  const auto* report = word_of_line(reported);
  // "zorg: ex had een mes bij zich" answers the question about "gisteren stond ex hier met een mes": it says so too.
  const auto told_so = [&](const WaitingLine& one) {
    return report != nullptr && !one.beside && one.case_id == shown_.table->case_id && asks_of_danger(one) &&
           !says_the_same(reported, one, true) && tells_of_the_same(reported, one.line);
  };
  std::vector<WaitingLine> left;
  std::string kept;
  for (auto& one : std::exchange(waiting_, {})) {
    if (told_so(one)) {
      one.way = with_word_instead(one.way, name_of(report->ask, desk_.voice()));
      if (!done_beside(one)) left.push_back(std::move(one));
    } else if (!goes(one)) {
      one.let_be = one.let_be || asks_of_danger(one);
      left.push_back(std::move(one));
    } else if (const auto* word = word_of_line(one.way); word != nullptr && word->text) {
      // What was agreed is no note: it is done as it stands, or asked for itself.
      one.beside = false;
      if (!done_beside(one)) left.push_back(std::move(one));
    } else if (noted_beside(one)) {
      kept += (kept.empty() ? "'" : ", '") + one.line + '\'';
    } else {
      left.push_back(std::move(one));
    }
  }
  waiting_ = std::move(left);
  if (!kept.empty()) say(msg("guided.kept_beside", "lines"_is = kept).in(desk_.voice()), Tone::good);
}

/// By who is named in front of it, and nothing more than named; in a strict case only who leads notes something.
bool GuidedMeeting::noted_beside(const WaitingLine& one) {
  const auto by = shown_.table->notes_beside ? speaker_named(one.line, *shown_.table) : std::string();
  const bool theirs = !by.empty() && !called_plainly(before_colon(one.line), {by}).empty();
  Say note{{.kind = "note", .text = theirs ? behind_colon(one.line) : one.line, .typed_in = step_typed(one)}};
  Command command{.case_id = one.case_id, .by = theirs ? by : acting(), .body = std::move(note), .seat = typist()};
  return handed_over(desk_, beside_danger(std::move(command))).done();
}

bool GuidedMeeting::done_beside(const WaitingLine& one) {
  if (!one.whole) return false;
  auto meant = meant_by(one.way, *shown_.table, names(), {desk_.voice(), desk_.today()});
  auto* given = std::get_if<GiveCommand>(&meant);
  if (given == nullptr || std::holds_alternative<Say>(given->body)) return false;
  Command command{.case_id = one.case_id,
                  .by = given->by.empty() ? acting() : given->by,
                  .body = std::move(given->body),
                  .seat = typist()};
  const auto answer = handed_over(desk_, completed(desk_, std::move(command)));
  if (!answer.done()) return false;
  tell(answer, {});
  return true;
}

}  // namespace casus::desk
