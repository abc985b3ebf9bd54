// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/training/came_out.hpp"
#include "core/desk/training/sitting.hpp"
#include "core/page/layout.hpp"
#include "core/report/step_words.hpp"
#include "core/training/debrief_words.hpp"

#include <algorithm>

/// What a group looks at while it plays: where it is, what it knows, who plays what.
namespace casus::desk {

std::string TrainingSitting::table() {
  std::string names;
  for (const auto& person : play().state().people)
    if (person.at_table()) names += (names.empty() ? "" : ", ") + person.name;
  for (const auto& name : play().observers()) names += ", " + name;
  return names;
}

void TrainingSitting::where(Reply& reply) {
  const auto& state = play().state();
  const auto* here = state.here();
  const auto moment = training::moment(play().clock(), desk_.lang());
  if (here == nullptr) {
    reply.line(desk_.say({"{} · nog niet begonnen; de gespreksleider begint met: verder",
                          "{} · not begun yet; the chair begins with: next"},
                         moment),
               Tone::quiet);
    return;
  }
  const auto* method = replay_->library().method(here->method);
  const auto* step = method == nullptr ? nullptr : method->step(here->phase, here->step);
  reply.line(fmt::format("{} · {} · {}", moment, label(here->phase, desk_.lang()),
                         step == nullptr ? here->step : step->name.in(desk_.lang())),
             Tone::strong);
  if (step == nullptr) return;
  for (const auto& prompt : step->prompts)
    reply.text(page::paragraph("  ", prompt.in(desk_.lang()) + report::mark_note(prompt.mark, desk_.lang())));
  const auto kinds = report::kinds_in_words(*method, *step, desk_.lang());
  if (!kinds.empty()) reply.text(page::paragraph(desk_.say({"  hier past: ", "  fits here: "}), kinds));
}

void TrainingSitting::look(Reply& reply) {
  where(reply);
  const auto lang = desk_.lang();
  reply.line(desk_.say({"aan tafel: {}", "at the table: {}"}, table()), Tone::quiet);
  reply.line(desk_.say({"wat we weten", "what we know"}), Tone::strong);
  for (const auto& fact : play().scenario().facts)
    if (play().is_known(fact.id)) reply.text(page::paragraph("  * ", fact.text.in(lang)));
  reply.line(desk_.say({"wie er is (spreek NAAM)", "who is there (speak NAME)"}), Tone::strong);
  for (const auto* person : play().in_view())
    reply.line(fmt::format("  {} · {}", person->name, person->relation.in(lang)));
  std::vector<training::CameOut> up;
  for (const auto& decision : play().scenario().decisions)
    if (play().is_up(decision.id) && play().chosen(decision.id) == nullptr)
      up.push_back({training::CameOut::What::decision, decision.id, decision.question, play().clock()});
  tell_came_out(desk_, reply, play(), up);
}

void TrainingSitting::goals(Reply& reply) {
  for (const auto& goal : play().scenario().goals) reply.text(page::paragraph("  - ", goal.text.in(desk_.lang())));
}

/// The card of a role: what somebody plays, and what to look at.
void TrainingSitting::roles(const std::string& name, Reply& reply) {
  const auto lang = desk_.lang();
  const auto observers = play().observers();
  const auto& persona = play().scenario().persona;
  if (trimmed(name).empty()) {
    reply.text(page::paragraph(
        desk_.say({"gespreksleider: ", "chair: "}),
        desk_.say(
            {"bewaakt de stappen, de tijd en de ene vraag; zegt zelf niets over de inhoud; gaat verder met: verder",
             "guards the steps, the time and the one question; says nothing of the content; goes on with: next"})));
    reply.text(page::paragraph(desk_.say({"casusinbrenger: ", "presenter: "}),
                               desk_.say({"vertelt wat hierboven staat en antwoordt met wat de casus teruggeeft",
                                          "tells what stands above and answers with what the case gives back"})));
    reply.text(page::paragraph(desk_.say({"observator: ", "observer: "}),
                               desk_.say({"doet niet mee, kijkt, en vult het blad in; zie: rol {}",
                                          "does not join in, watches, and fills in the sheet; see: role {}"},
                                         observers.empty() ? std::string() : observers.front())));
    reply.line(desk_.say({"aan tafel: {}", "at the table: {}"}, table()), Tone::quiet);
    return;
  }
  const auto wanted = folded(trimmed(name));
  if (std::ranges::any_of(observers, [&](const std::string& it) { return folded(it) == wanted; })) {
    reply.text(page::paragraph(
        "", desk_.say({"Observatieblad: leerdoel, moment, wat werd gezegd of gedaan, effect, stap, cijfer 0-2, één "
                       "sterk punt, één probeerstap. Typ: observeer NAAM punt: ... gezegd: ... effect: ... cijfer: 2 "
                       "sterk: ... probeer: ...",
                       "Observation sheet: goal, moment, what was said or done, effect, step, score 0-2, one "
                       "strength, one next try. Type: observe NAME point: ... said: ... effect: ... score: 2 "
                       "strength: ... try: ..."})));
    for (const auto& point : play().scenario().observe)
      reply.text(page::paragraph(fmt::format("  {}: ", point.id), point.text.in(lang)));
    return;
  }
  if (folded(persona.name) == wanted) {
    reply.line(fmt::format("{}, {}", persona.name, persona.age), Tone::strong);
    reply.text(page::paragraph("  ", persona.story.in(lang)));
    reply.text(page::paragraph("  ", persona.wish.in(lang)));
    return;
  }
  const auto* person = play().state().person(name);
  if (person == nullptr || !person->at_table()) return sit(name, reply);
  std::string of;
  for (const auto role : person->roles) of += (of.empty() ? "" : ", ") + std::string(label(role, lang));
  reply.line(fmt::format("  {} · {}", person->name, of));
}

}  // namespace casus::desk
