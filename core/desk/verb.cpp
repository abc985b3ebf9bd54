// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verb.hpp"

#include "core/desk/answers.hpp"
#include "core/desk/completed.hpp"
#include "core/desk/reading.hpp"

/// What every verb that changes a case has in common.
namespace casus::desk {

void perform(Desk& desk, Verb& verb, Reply& reply) {
  const auto access = verb.access();
  if (const auto refusal = barred(desk, access)) return show(desk, reply, *refusal);
  const OnePage page(desk);
  if (access.reads) desk.in_each_form([&] { verb.run(desk, reply); });
  else verb.run(desk, reply);
}

void CaseVerb::shape(Slots& slots) {
  if (begins()) {
    parameters(slots);
    slots.option("id", case_id,
                 {"nummer van de nieuwe casus; anders jaar en volgnummer", "id of the new case; else year and number"});
  } else {
    slots.word("CASE", case_id, {"nummer van de casus, zoals 2026-001", "id of the case, like 2026-001"});
    parameters(slots);
  }
  slots.option("at", at, {"wanneer het gebeurde; anders nu", "when it happened; else now"});
  slots.option("expect", expect,
               {"alleen als de casus nog deze versie heeft", "only if the case still has this version"});
}

void CaseVerb::run(Desk& desk, Reply& reply) {
  const auto by = desk.actor();
  if (!begins()) desk.require_case(case_id);
  if (!before(desk, reply)) return;
  Command command;
  command.id = command_id;
  command.case_id = case_id;
  command.by = by;
  command.at = at.value_or(Time{});  // nothing given: the service says when
  command.expect = expect;
  command.body = body();
  command.seat = desk.typist();
  show(desk, reply, hand_over(desk, std::move(command)));
}

service::Answer CaseVerb::hand_over(Desk& desk, Command command) {
  return desk.service().told(completed(desk, std::move(command)));
}

}  // namespace casus::desk
