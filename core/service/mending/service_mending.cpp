// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/base/text.hpp"
#include "core/engine/decide/bringing.hpp"
#include "core/service/commands/command_ids.hpp"
#include "core/service/service_state.hpp"

#include <algorithm>
#include <utility>

/// Putting right what was said, with what follows from it in the store and in the other case.
namespace casus::service {

using namespace text::literals;

/// In one transaction with what follows from it: the keys of what is destroyed, the line in the index, and the other
/// case. So a kill leaves all of it or nothing.
Answer Service::put_right(Command& command) {
  if (command.id.empty()) command.id = random_command_id();
  refer_here(command);
  if (auto there = destroy_left_there(command)) return std::move(*there);
  std::optional<Contribution> moved;
  std::string sayer;
  if (const auto* move = std::get_if<MoveOver>(&command.body); move != nullptr && !store_.receipt(command.id)) {
    const auto& from = current(command.case_id);
    const auto said = std::ranges::find(from.contributions, move->ref, &Contribution::id);
    if (said != from.contributions.end()) {
      moved = *said;
      if (from.is_anonymous(*said)) sayer = kSomebody;
      else if (const auto* person = from.person(said->by)) sayer = person->name;
      if (auto there = bring_over(command, *moved, sayer, false); !there)
        return refused(command, std::move(there.error()));
    }
  }
  auto answer = decide_and_keep(command);
  if (!answer.done() || answer.repeated) return answer;
  // Destroyed here and nowhere else would be the end of it.
  if (!moved && std::holds_alternative<MoveOver>(command.body))
    throw Fault(Fault::Kind::store, "what should move to another case was not found in case '" + command.case_id + "'");
  if (moved) {
    auto there = bring_over(command, *moved, sayer, true);
    if (!there) return refused(command, std::move(there.error()));
    answer.remarks.push_back(
        {"", text::msg("mending.stands_there", "case"_is = std::string(trimmed(std::get<MoveOver>(command.body).to)),
                       "ref"_is = *there)});
  }
  answer.refusal = destroyed(command, command.case_id, answer.events);
  if (answer.refusal) {
    answer.remarks.clear();
    return answer;
  }
  taken_back_with_the_team(command, answer.events);
  // Asked to destroy all of it, where a case cannot be without: the words of now are still there.
  const auto* asked = std::get_if<Destroy>(&command.body);
  const auto* gone = asked == nullptr || asked->earlier || answer.events.empty()
                         ? nullptr
                         : std::get_if<TextDestroyed>(&answer.events.front().body);
  if (gone != nullptr && gone->earlier)
    answer.remarks.push_back(
        {"", text::msg("mending.now_stays",
                       "correct"_is = text::way("case correct", "case"_is = command.case_id, "ref"_is = gone->ref,
                                                "text"_is = text::gap(), "because"_is = text::gap()))});
  if (const auto& over = current(command.case_id).given_over; over)
    answer.remarks.push_back({"", text::msg("transfer.also_there", "team"_is = over->what.team)});
  return answer;
}

/// What it is called there. `keep`: decides it and keeps it; else says only whether it could be.
Outcome<std::string, Refusal> Service::bring_over(const Command& command, const Contribution& said,
                                                  std::string_view sayer, bool keep) {
  Command there = command;
  there.case_id = std::get<MoveOver>(command.body).to;
  there.expect.reset();
  there.id = command.id + "/there";
  if (there.at == Time{}) there.at = state_->clock.now();
  const auto decide = [&](const Case& other, const Command& asked) {
    return engine::bring_over(other, asked, said, sayer);
  };
  const auto called = [](const Events& events) { return std::get<BroughtOver>(events.front().body).id; };
  if (!keep) {
    auto decided = decide(current(there.case_id), there);
    if (!decided) return failure(std::move(decided.error()));
    return called(*decided);
  }
  auto kept = state_->cases.keep(there, decide);
  if (kept.refusal) return failure(std::move(*kept.refusal));
  if (kept.conflict || kept.events.empty())
    throw Fault(Fault::Kind::store, "case '" + there.case_id + "' changed while a contribution was moved to it");
  return called(kept.events);
}

}  // namespace casus::service
