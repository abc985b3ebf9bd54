// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/today/own_words.hpp"

#include "core/desk/desk.hpp"
#include "core/desk/from_outside.hpp"
#include "core/desk/outsider.hpp"
#include "core/desk/reading.hpp"
#include "core/report/history/naming.hpp"
#include "core/store/store.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::desk {
namespace {

bool in_this_step(const Case& state, const Made& it) { return it.visit >= 0 && it.visit == state.visit_index(); }

std::vector<OwnWord> said_here(Desk& desk, const std::string& case_id, bool this_step_alone) {
  std::vector<OwnWord> own;
  // From outside it stands beside the plan, which was asked for.
  const bool outside = comes_from_outside(desk.seat().sureness);
  const auto let_in =
      outside ? read(desk, case_id, CasePart::plan) : read_again(desk, case_id, CasePart::overview, {}, Sight::table);
  if (!let_in) return own;
  const auto& state = let_in->state();
  const auto* person = state.person(desk.service().called_in(state, desk.who()));
  if (person == nullptr) return own;
  const report::Naming names(state, desk.definitions(), desk.voice());
  for (const auto& it : state.contributions)
    if (const bool unseen = !report::is_shown(state, it);
        it.by == person->id && (!this_step_alone || in_this_step(state, it) || unseen))
      own.push_back({it.id, names.kind_name(it), it.text, unseen, it.text, false, !in_this_step(state, it)});
  if (outside) {
    for (const auto& it : state.requests)
      if (it.by == person->id && it.answers.empty())
        own.push_back({it.asked.id, label(it.asked.right, desk.voice()), it.asked.text, false, it.asked.text, false,
                       false, it.asked.right, date_of(it.at) < desk.today()});
    return own;
  }
  for (const auto& it : state.scores)
    if (const bool unseen = !report::is_shown(state, it);
        it.by == person->id && (!this_step_alone || in_this_step(state, it) || unseen))
      own.push_back({it.given.id, label(it.given.scale, desk.voice()),
                     fmt::format("{}. {}", it.given.value, it.given.evidence), unseen, it.given.evidence, true,
                     !in_this_step(state, it)});
  return own;
}

bool puts_right(const CommandBody& body) {
  return std::holds_alternative<Correct>(body) || std::holds_alternative<Withdraw>(body) ||
         std::holds_alternative<Restore>(body) || std::holds_alternative<Destroy>(body) ||
         std::holds_alternative<MoveOver>(body);
}

/// Only time at the table counts for a step: what it may leave behind is told how long that was not so.
void tell_away(Desk& desk, Command& command) {
  const auto& body = command.body;
  const bool leaves = std::holds_alternative<NextStep>(body) || std::holds_alternative<BackStep>(body) ||
                      std::holds_alternative<CloseCase>(body) || std::holds_alternative<StartRound>(body) ||
                      std::holds_alternative<ChangeMethod>(body);
  if (leaves) command.away = desk.meetings().away(command.case_id, command.at);
}

/// What is asked of a command before it is handed over and gone.
struct OwnWish {
  bool mends = false;
  bool by_seat = false;  ///< in the name of who sits here
  bool begins = false;   ///< a case
  std::string by{};
};

OwnWish asked_of(const Desk& desk, const Command& command) {
  return {puts_right(command.body), !command.of_meeting && same_name(command.by, desk.who_or_nobody()),
          std::holds_alternative<OpenCase>(command.body), command.by};
}

/// Whether somebody wanted to do what is of the table of that case alone, or of its owner.
bool is_not_theirs(const OwnWish& asked, const Refusal& refusal) {
  if (refusal.reason.id() == "case.away_from_table") return false;  // who only got up is of that table
  if (refusal.name == "NotAtTheTable") return asked.mends || asked.by_seat;
  return asked.mends ? refusal.name == "NotYoursToMend" : asked.by_seat && refusal.name == "NotYoursToErase";
}

/// What was refused is kept when it was not theirs, and an outsider is told the same of any case. How much stands in it
/// neither, which who expected another number of events would hear.
void keep_if_not_theirs(Desk& desk, const OwnWish& asked, service::Answer& answer) {
  if (!answer.refusal && !answer.conflict) return;
  // Who may not open a case is told so whether there is one of that number or not.
  const bool hidden =
      asked.begins ? answer.conflict && is_outsider(desk, asked.by) : is_hidden(desk, answer.case_id, asked.by);
  const bool wanted_in = hidden && !asked.begins && (asked.mends || asked.by_seat);
  if (wanted_in || (answer.refusal && is_not_theirs(asked, *answer.refusal)))
    turn_away(desk, answer.case_id, CasePart::typing);
  if (!hidden) return;
  answer.conflict.reset();
  answer.refusal = hidden_from_doing(desk, asked.by);
  answer.remarks.clear();
}

/// An outsider does nothing in a case whose key is lost, and does not hear that it was there.
bool is_lost_to(Desk& desk, const Command& command) {
  if (std::holds_alternative<OpenCase>(command.body) || !is_outsider(desk, command.by)) return false;
  try {
    (void)desk.service().exists(command.case_id);
    return false;
  } catch (const store::KeyMissing&) {
    return true;
  }
}

/// The case that is nearly called so, as a verb names it (Desk::require_case): to who is of the team.
void name_nearest_case(Desk& desk, const OwnWish& asked, service::Answer& answer) {
  if (!answer.refusal || answer.refusal->reason.id() != "case.case_unknown") return;
  if (const auto team = desk.service().team(); team && !team->members.empty() && team->members_meant(asked.by).empty())
    return;
  if (desk.service().exists(answer.case_id)) return;  // another case than this is not there
  const auto ids = desk.service().case_ids();
  const auto near = nearest(answer.case_id, {ids.begin(), ids.end()});
  if (near.empty()) return;
  answer.refusal->reason = text::msg("case.case_unknown_near", "case"_is = answer.case_id, "near"_is = near);
}

}  // namespace

std::vector<OwnWord> own_words_of(Desk& desk, const std::string& case_id) {
  if (missing_case(desk, case_id)) return {};
  auto own = said_here(desk, case_id, false);
  std::ranges::reverse(own);
  return own;
}

std::vector<OwnWord> own_words_in_step(Desk& desk, const std::string& case_id) {
  return said_here(desk, case_id, true);
}

service::Answer with_refusal_kept(Desk& desk, const Command& command, service::Answer answer) {
  keep_if_not_theirs(desk, asked_of(desk, command), answer);
  return answer;
}

service::Answer handed_over(Desk& desk, Command command) {
  const auto asked = asked_of(desk, command);
  if (is_lost_to(desk, command)) {
    service::Answer refused;
    refused.command_id = command.id.empty() ? new_command_id() : command.id;
    refused.case_id = command.case_id;
    refused.refusal = hidden_from_doing(desk, asked.by);
    return refused;
  }
  tell_away(desk, command);
  auto answer = desk.service().told(std::move(command));
  keep_if_not_theirs(desk, asked, answer);
  name_nearest_case(desk, asked, answer);
  return answer;
}

std::vector<service::Answer> handed_over(Desk& desk, std::vector<Command> commands) {
  if (std::ranges::any_of(commands, [&](const Command& one) { return is_lost_to(desk, one); })) {
    std::vector<service::Answer> answers;
    for (auto& command : commands) answers.push_back(handed_over(desk, std::move(command)));
    return answers;
  }
  std::vector<OwnWish> asked;
  for (auto& command : commands) {
    asked.push_back(asked_of(desk, command));
    tell_away(desk, command);
  }
  auto answers = desk.service().handle_together(std::move(commands));
  for (std::size_t i = 0; i < answers.size(); ++i) {
    keep_if_not_theirs(desk, asked[i], answers[i]);
    name_nearest_case(desk, asked[i], answers[i]);
  }
  return answers;
}

}  // namespace casus::desk
