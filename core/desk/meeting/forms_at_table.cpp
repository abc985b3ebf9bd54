// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/forms_at_table.hpp"

#include "core/desk/desk.hpp"
#include "core/desk/forms/form.hpp"
#include "core/desk/forms/slots.hpp"
#include "core/desk/verb.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/label.hpp"

#include <algorithm>
#include <utility>

namespace casus::desk {
namespace {

Unsure lacking(std::string what) { return Unsure{std::move(what), {}, false, false}; }

/// Of a resident who is not at the table nobody writes down without a thought that they know it already.
bool lacks_moment(const CommandBody& body, const service::Table* table) {
  const auto* tell = std::get_if<TellResident>(&body);
  return tell != nullptr && !tell->on && !tell->later && table != nullptr && !table->resident_here;
}

/// Whether somebody of the circle is there, in whatever language the table says so.
bool seats_circle(const service::Table& table) {
  return std::ranges::any_of(table.seats, [](const service::Seat& seat) {
    return std::ranges::any_of(text::languages(), [&](Lang lang) {
      return folded(seat.roles).find(folded(label(Role::circle, lang))) != std::string::npos;
    });
  });
}

/// Whether going on is refused here with this as a way on.
bool goes_on_by(const service::Table& table, std::string_view path) {
  if (!table.no_way) return false;
  return std::ranges::any_of(table.no_way->remedies, [&](const Remedy& remedy) {
    return std::ranges::any_of(remedy.ways(), [&](const text::Way& way) { return way.path == path; });
  });
}

}  // namespace

std::vector<TableForm> forms_at_table(const service::Table* table) {
  std::vector<TableForm> forms;
  if (table != nullptr) {
    if (table->private_time) return forms;
    if (table->stage.life == Life::closed) forms.push_back({"case reopen", false, false, true});
    if (table->stage.life == Life::paused) forms.push_back({"case resume", false, false, true});
    if (goes_on_by(*table, "case round")) forms.push_back({"case round", false, false, true, false, true});
    if (goes_on_by(*table, "case close")) forms.push_back({"case close", false, false, false, false, true});
    if (table->stage.safety == Safety::concern) forms.push_back({"case safety step", false, false, false});
    if (!table->groups.empty()) forms.push_back({"case group", false, false, true});
    if (!table->open_actions.empty()) forms.push_back({"plan done", false, false, false});
    forms.push_back({"case tell", false, false, true});
    if (table->in_step) forms.push_back({"case score", true, false, false});
    if (table->in_step) {
      forms.push_back({"case decide raise", false, false, true});
      forms.push_back({"case decide opinion", true, false, true, true});
      forms.push_back({"case decide take", false, false, false, true});
    }
    if (table->in_step && table->stage.phase == Phase::evaluation)
      forms.push_back({"case evaluate", false, false, true});
    if (table->in_step && seats_circle(*table)) {
      forms.push_back({"case circle-plan present", true, false, true});
      forms.push_back({"case circle-plan answer", true, false, true});
    }
    forms.push_back({"network add", false, false, false});
  }
  forms.push_back({"case learn", false, true, true});
  forms.push_back({"case signal", false, true, false});
  return forms;
}

Meant meant_by_form(Desk& desk, const Wish& wish, const std::string& by, const service::Table* table) {
  const auto* entry = entry_at(wish.path);
  const auto forms = forms_at_table(table);
  const auto verb = entry == nullptr || std::ranges::find(forms, wish.path, &TableForm::path) == forms.end()
                        ? nullptr
                        : entry->fresh();
  auto* asked = dynamic_cast<CaseVerb*>(verb.get());
  if (asked == nullptr) return lacking(desk.say("guided.form_not_here"));
  Slots slots;
  asked->shape(slots);
  Reply reply;
  fill_slots(desk, wish, *asked, slots, reply, "case");
  std::string problems;
  for (const auto& one : reply.problems) problems += (problems.empty() ? "" : " ") + one.text;
  if (!problems.empty()) return lacking(std::move(problems));
  auto body = asked->body();
  if (lacks_moment(body, table)) return lacking(desk.say("guided.told_when"));
  if (auto line = asked->team_line()) return NoteLine{std::move(body), std::move(*line)};
  std::string beside;
  for (const auto& one : asked->beside) beside += (beside.empty() ? "" : " ") + one.in(desk.voice());
  return GiveCommand{by, std::move(body), std::move(beside)};
}

}  // namespace casus::desk
