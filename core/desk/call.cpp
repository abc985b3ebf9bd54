// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/call.hpp"

#include "core/desk/forms/form.hpp"
#include "core/desk/typed/role_called.hpp"

#include <algorithm>

namespace casus::desk {
namespace {

void problem(Reply& reply, std::string field, std::string text) {
  reply.status = Status::usage;
  reply.error(text, Tone::bad);
  reply.problems.push_back({std::move(field), std::move(text)});
}

Slot* slot_of(std::vector<Slot>& slots, std::string_view field) {
  const auto found = std::ranges::find(slots, field, field_name);
  return found == slots.end() || found->input == Input::file ? nullptr : &*found;
}

}  // namespace

/// Everything that is wrong is told, not the first thing alone.
void fill_slots(Desk& desk, const Wish& wish, Verb& verb, Slots& slots, Reply& reply, std::string_view known) {
  auto all = slots.all();
  const Spelling how{desk.voice(), desk.today(),
                     [&](std::string_view typed) { return role_called(typed, desk.methods()); }, &verb.beside};
  for (const auto& [name, value] : wish.given) {
    const auto* slot = slot_of(all, name);
    if (slot == nullptr) {
      problem(reply, name, text::msg("call.no_such_field", "path"_is = wish.path, "field"_is = name).in(desk.voice()));
      continue;
    }
    if (trimmed(value).empty() && slot->kind != Slot::Kind::flag) continue;
    if (auto wrong = slot->set(value, how); !wrong.empty()) problem(reply, name, std::move(wrong));
  }
  for (const auto& slot : all) {
    if (!slot.required) continue;
    const auto name = field_name(slot);
    if (name == known) continue;
    const auto here = [&](const GivenField& one) { return one.name == name && !trimmed(one.value).empty(); };
    if (std::ranges::any_of(wish.given, here)) continue;
    problem(reply, name,
            (slot.input == Input::file
                 ? text::msg("call.needs_a_file", "path"_is = wish.path)
                 : text::msg("call.field_missing", "what"_is = field_label(wish.path, name, desk.voice())))
                .in(desk.voice()));
  }
}

Reply call(Desk& desk, const Wish& wish) {
  Reply reply;
  const auto* entry = entry_at(wish.path);
  if (entry == nullptr) {
    problem(reply, {}, text::msg("call.no_such_verb", "path"_is = wish.path).in(desk.voice()));
    return reply;
  }
  const auto verb = entry->fresh();
  if (verb->access().here) {
    problem(reply, {}, text::msg("call.only_here", "path"_is = wish.path).in(desk.voice()));
    return reply;
  }
  Slots slots;
  verb->shape(slots);
  fill_slots(desk, wish, *verb, slots, reply);
  if (reply.status != Status::done) return reply;
  verb->command_id = wish.command_id;
  try {
    perform(desk, *verb, reply);
  } catch (const Usage& usage) {
    problem(reply, {}, usage.message);
  }
  return reply;
}

}  // namespace casus::desk
