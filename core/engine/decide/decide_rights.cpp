// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/mending_meant.hpp"
#include "core/model/access.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>

/// What a resident asks for under the law (AVG 15-18, 21), and what they were told.
namespace casus::engine {

namespace {

constexpr int kWithParents = 12;  ///< from this age a youth asks together with who has authority [JW 7.3.4]
constexpr int kAlone = 16;

/// nullptr when there is none of this id.
const RightRequest* request_of(const Case& c, std::string_view id) {
  const auto found =
      std::ranges::find(c.requests, id, [](const RightRequest& one) -> std::string_view { return one.asked.id; });
  return found == c.requests.end() ? nullptr : &*found;
}

/// An answer that was typed wrongly is put right under the number of its request.
text::Way way_to_correct(const Deciding& d, const std::string& request) {
  return way("case correct", "case"_is = d.c.id, "ref"_is = request, "set"_is = gap("gap.answer_set"),
             "because"_is = gap());
}

std::optional<Refusal> before_asked(Date on, const RightAsked& asked) {
  if (on >= asked.on) return std::nullopt;
  return no("BeforeAsked", "", msg("rights.answered_before_asked", "on"_is = text::day_message(asked.on)),
            msg("rights.answered_before_asked_do"));
}

/// Asked of nothing, or of a youth without who has authority.
std::optional<Refusal> not_asked_thus(const RightAsked& asked, Message parent_do, Message together_do) {
  const bool needs_text = asked.right != Right::access && asked.right != Right::erasure;
  if (needs_text && blank(asked.text)) return empty_text(msg("rights.needs_text")).value();
  if (!asked.age) return std::nullopt;
  const auto age = *asked.age;
  if (age < 0 || age > 120) return no("NoAge", "", msg("rights.no_age", "age"_is = age), msg("rights.no_age_do"));
  if (age >= kAlone || !blank(asked.asked_by)) return std::nullopt;
  if (age < kWithParents)
    return no("AskedByParent", "", msg("rights.asked_by_parent", "age"_is = age), std::move(parent_do));
  return no("TogetherWithParent", "", msg("rights.together", "age"_is = age), std::move(together_do));
}

}  // namespace

std::optional<Refusal> not_corrected_thus(const Deciding& d, const RightAsked& asked) {
  const auto who =
      msg("rights.say_who_asked", "correct"_is = way("case correct", "case"_is = d.c.id, "ref"_is = asked.id,
                                                     "set"_is = gap("gap.asked_by_set"), "because"_is = gap()));
  return not_asked_thus(asked, who, who);
}

std::optional<Refusal> not_answered_so(const Deciding& d, const RightAnswered& answered) {
  if (!answered.on) return std::nullopt;
  if (auto refusal = day_not_yet(*answered.on, d.today(), msg("safety.day_not_yet_do"))) return refusal;
  const auto* request = request_of(d.c, answered.request);
  return request == nullptr ? std::nullopt : before_asked(*answered.on, request->asked);
}

std::optional<Refusal> not_asked_so(const Deciding& d, const RightAsked& asked) {
  if (auto refusal = day_not_yet(asked.on, d.today(), msg("network.day_not_yet_do"))) return refusal;
  if (const auto* request = request_of(d.c, asked.id))
    for (const auto& answer : request->answers)
      if (answer.on)
        if (auto refusal = before_asked(*answer.on, asked)) return refusal;
  return std::nullopt;
}

std::optional<Refusal> not_answered_thus(const Deciding& d, const RightAnswered& was, const RightAnswered& now) {
  if (now.answer != RightAnswer::granted && blank(now.because)) return reason_missing(msg("rights.why")).value();
  const auto* request = request_of(d.c, now.request);
  if (request == nullptr || now.answer == was.answer) return std::nullopt;
  const bool only = request->answers.size() == 1;
  if (was.answer == RightAnswer::extended && !only)
    return no("AnsweredAlready", "AVG 12", msg("rights.answered_since", "request"_is = now.request),
              msg("rights.correct_answer", "correct"_is = way_to_correct(d, now.request)));
  if (now.answer != RightAnswer::extended) return std::nullopt;
  if (!only)
    return no("TooLateToExtend", "", msg("rights.extended_already", "due"_is = text::day_message(request->due())),
              msg("rights.too_late_to_extend_do"));
  if (now.on.value_or(d.today()) <= request->due()) return std::nullopt;
  return no("TooLateToExtend", "", msg("rights.too_late_to_extend", "due"_is = text::day_message(request->due())),
            msg("rights.too_late_to_extend_do"));
}

std::optional<std::size_t> line_of_answer(const PutRight& right, std::string_view request) {
  for (auto place = right.size(); place-- > 0;) {
    const auto* answered = std::get_if<RightAnswered>(&right.event(place).body);
    if (answered != nullptr && answered->request == request && !right.taken_back(place)) return place + 1;
  }
  return std::nullopt;
}

std::optional<Refusal> request_stands(const Deciding& d, const EventBody& body) {
  if (const auto* answered = std::get_if<RightAnswered>(&body))
    return no("AnswerStands", "AVG 12", msg("rights.answer_stands", "request"_is = answered->request),
              msg("rights.correct_answer", "correct"_is = way_to_correct(d, answered->request)));
  if (const auto* lifted = std::get_if<RestrictionLifted>(&body))
    return no("AnswerStands", "AVG 18", msg("rights.answer_stands", "request"_is = lifted->request),
              msg("rights.answer_stands_do"));
  const auto* asked = std::get_if<RightAsked>(&body);
  const auto* request = asked == nullptr ? nullptr : request_of(d.c, asked->id);
  if (request == nullptr) return std::nullopt;
  if (!request->answers.empty())
    return no(
        "AnsweredAlready", "AVG 12", msg("mending.answered_already", "ref"_is = asked->id),
        msg("mending.answered_already_do", "correct"_is = way("case correct", "case"_is = d.c.id, "ref"_is = asked->id,
                                                              "text"_is = gap(), "because"_is = gap())));
  if (date_of(request->at) >= d.typed_on()) return std::nullopt;  // a slip; what stood overnight somebody may count on
  return no(
      "RequestStands", "AVG 12", msg("rights.request_stands", "request"_is = asked->id),
      msg("rights.request_stands_do", "answer"_is = way("case answer", "case"_is = d.c.id, "request"_is = asked->id,
                                                        "answer"_is = gap("gap.answer"))));
}

Decided decide_on(const Deciding& d, const AskRight& command) {
  RightAsked asked{.id = next_id(d.c, 'r', d.c.requests.size()),
                   .right = command.right,
                   .text = command.text,
                   .on = command.on.value_or(d.today()),
                   .asked_by = std::string(trimmed(command.asked_by)),
                   .age = command.age};
  if (auto refusal = not_asked_so(d, asked)) return failure(std::move(*refusal));
  if (auto refusal = not_asked_thus(asked, msg("rights.asked_by_parent_do"), msg("rights.together_do")))
    return failure(std::move(*refusal));
  return d.one(std::move(asked));
}

Decided decide_on(const Deciding& d, const AnswerRight& command) {
  if (!works_in_case(*d.actor))
    return refuse("NotYoursToAnswer", "", msg("rights.not_yours_to_answer", "by"_is = d.actor->name),
                  msg("rights.not_yours_to_answer_do"));
  const auto* found = request_of(d.c, command.request);
  if (found == nullptr) {
    std::vector<std::string_view> known;
    for (const auto& one : d.c.requests)
      if (one.is_open()) known.push_back(one.asked.id);
    return nothing(msg("rights.thing_request"), command.request, known);
  }
  if (!found->is_open())
    return refuse("AnsweredAlready", "", msg("rights.answered_already", "request"_is = command.request),
                  msg("rights.answered_already_do", "correct"_is = way_to_correct(d, command.request)));
  RightAnswered answered;
  static_cast<RightAnswerFields&>(answered) = command;
  answered.on = command.on.value_or(d.today());
  if (auto refusal = not_answered_so(d, answered)) return failure(std::move(*refusal));
  const bool needs_reason = command.answer != RightAnswer::granted;
  if (needs_reason && blank(command.because)) return reason_missing(msg("rights.why"));
  if (command.answer == RightAnswer::extended && !found->answers.empty())
    return refuse("TooLateToExtend", "", msg("rights.extended_already", "due"_is = text::day_message(found->due())),
                  msg("rights.too_late_to_extend_do"));
  if (command.answer == RightAnswer::extended && *answered.on > found->due())
    return refuse("TooLateToExtend", "", msg("rights.too_late_to_extend", "due"_is = text::day_message(found->due())),
                  msg("rights.too_late_to_extend_do"));
  return d.one(std::move(answered));
}

/// A restriction ends when what it was for is settled, and not before the resident was told so (AVG 18.3).
Decided decide_on(const Deciding& d, const LiftRestriction& command) {
  if (!works_in_case(*d.actor))
    return refuse("NotYoursToAnswer", "", msg("rights.not_yours_to_answer", "by"_is = d.actor->name),
                  msg("rights.not_yours_to_answer_do"));
  const auto* found = request_of(d.c, command.request);
  std::vector<std::string_view> known;
  for (const auto& one : d.c.requests)
    if (one.restricts()) known.push_back(one.asked.id);
  if (known.empty()) return refuse("NothingToLift", "", msg("rights.nothing_to_lift"), msg("remedy.carry_on"));
  if (found == nullptr || !found->restricts()) return nothing(msg("rights.thing_restriction"), command.request, known);
  if (found->is_open())
    return refuse("AnswerFirst", "", msg("rights.answer_first", "request"_is = command.request),
                  msg("rights.answer_first_do",
                      "answer"_is = way("case answer", "case"_is = d.c.id, "request"_is = command.request,
                                        "answer"_is = gap("gap.answer"))));
  if (blank(command.because)) return reason_missing(msg("rights.why_lift"));
  RestrictionLifted lifted;
  static_cast<RestrictionLiftFields&>(lifted) = command;
  lifted.on = command.on.value_or(d.today());
  if (auto refusal = day_not_yet(*lifted.on, d.today(), msg("safety.day_not_yet_do")))
    return failure(std::move(*refusal));
  if (!lifted.told)
    return refuse(
        "TellFirst", "", msg("rights.tell_first"),
        msg("rights.tell_first_do", "lift"_is = way("case lift", "case"_is = d.c.id, "request"_is = command.request,
                                                    "told"_is = gap("gap.day"), "because"_is = gap())));
  if (*lifted.told > *lifted.on)
    return refuse("ToldAfter", "", msg("rights.told_after", "told"_is = text::day_message(*lifted.told)),
                  msg("rights.told_after_do"));
  if (*lifted.on < found->asked.on)
    return refuse("BeforeAsked", "", msg("rights.before_asked", "on"_is = text::day_message(found->asked.on)),
                  msg("rights.told_after_do"));
  return d.one(std::move(lifted));
}

}  // namespace casus::engine
