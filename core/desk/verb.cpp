// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verb.hpp"

#include "core/desk/outsider.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/typed/completed.hpp"

#include <nlohmann/json.hpp>

#include <utility>

/// What every verb that changes a case has in common.
namespace casus::desk {

namespace {

/// Beside what could be read: the key file is of an earlier day, and which cases are not in it. Who came as the
/// resident or the circle can do nothing about it, and hears of no other case.
void tell_of_older_keys(Desk& desk, Reply& reply) {
  if (!desk.has_open_store() || comes_from_outside(desk.seat().sureness)) return;
  if (desk.store().older_keys().empty()) {
    const auto& lost = desk.service().met_without_key();
    if (!lost.empty() && !is_outsider(desk))
      reply.error(desk.say("store.keys.cases_lost", "cases"_is = joined({lost.begin(), lost.end()})), Tone::warning);
    return;
  }
  const auto missing = desk.service().cases_without_key();
  reply.error(desk.say("store.keys.older_than_store", "keys"_is = desk.keys_path()), Tone::warning);
  if (!missing.empty() && !is_outsider(desk))
    reply.error(desk.say("store.keys.cases_missing", "cases"_is = joined({missing.begin(), missing.end()})),
                Tone::warning);
  reply.error(desk.say("store.keys.older_do", "accept"_is = text::way("store keys accept")), Tone::warning);
}

/// Whoever reads only the document sees that it was not done, or not well, under one key, whichever verb it was.
void say_not_ok(Reply& reply) {
  const auto* document = reply.document();
  if (reply.status == Status::done || document == nullptr || !document->is_object() || document->contains("ok")) return;
  auto whole = *document;
  whole["ok"] = false;
  reply.json(std::move(whole));
}

}  // namespace

void perform(Desk& desk, Verb& verb, Reply& reply) {
  const auto access = verb.access();
  if (access.ground == Ground::team || access.ground == Ground::house) desk.begin_with_team();
  if (auto refusal = barred(desk, access)) {
    auto way_on = verb.if_not_of_the_team();
    if (!way_on.empty() && refusal->name == "NotOfTheTeam" && desk.seat().sureness == Sureness::named)
      refusal->remedies = {{std::move(way_on)}};
    return show(desk, reply, *refusal);
  }
  const OnePage page(desk);
  if (access.reads) desk.in_each_form([&] { verb.run(desk, reply); });
  else verb.run(desk, reply);
  if (access.reads) tell_of_older_keys(desk, reply);
  say_not_ok(reply);
  if (reply.status == Status::done && !reply.confirmation)
    for (const auto& one : verb.beside) reply.error(remark_line({{}, one}, desk.voice()), Tone::warning);
}

void CaseVerb::shape(Slots& slots) {
  if (begins()) {
    parameters(slots);
    slots.option("id", case_id, "verb.id_new_case_else_year");
  } else {
    slots.word("CASE", case_id, "help.id_case_like_2026_001").asks = "ask.case";
    parameters(slots);
  }
  slots.option("at", at, "help.when_happened_else_now");
  slots.option("expect", expect, "verb.only_if_case_still_has");
}

void CaseVerb::run(Desk& desk, Reply& reply) {
  (void)desk.actor();
  if (!begins())
    if (auto refusal = kept_out(desk, case_id)) return show_refused(desk, reply, case_id, std::move(*refusal));
  if (!before(desk, reply)) return;
  show(desk, reply, hand_over(desk, asked(desk)));
}

Command CaseVerb::asked(Desk& desk) const {
  Command command{.id = command_id, .case_id = case_id, .by = desk.actor()};
  command.at = at.value_or(Time{});  // nothing given: the service says when
  command.expect = expect;
  command.body = body();
  command.seat = desk.typist();
  return command;
}

service::Answer CaseVerb::hand_over(Desk& desk, Command command) {
  return handed_over(desk, completed(desk, std::move(command)));
}

}  // namespace casus::desk
