// SPDX-License-Identifier: EUPL-1.2
#include "core/service/table/table_kinds.hpp"

#include "core/base/each_language.hpp"
#include "core/engine/floor/floor_limits.hpp"
#include "core/report/history/naming.hpp"
#include "core/report/step_words.hpp"
#include "core/text/voice.hpp"

#include <algorithm>

namespace casus::service {

namespace {

/// What the method calls a kind, in each of its languages; nothing for one that it does not name.
std::vector<std::string> own_names(const method::Definition& method, std::string_view kind) {
  const auto own = std::ranges::find(method.kinds, kind, &method::Kind::kind);
  const auto* type = method.record_type(kind);
  if (own == method.kinds.end() && type == nullptr) return {};
  const auto names = each_language(own == method.kinds.end() ? type->name : own->name);
  return {names.begin(), names.end()};
}

SaidKind said_kind(const method::Definition& method, const std::string& kind, const text::Voice& voice) {
  SaidKind out{
      .key = kind, .name = std::string(method::kind_label(&method, kind, voice)), .names = own_names(method, kind)};
  if (const auto* type = method.record_type(kind))
    for (const auto& field : type->parts) {
      auto& part = out.parts.emplace_back(SaidKind::Part{field.id, field.name.in(voice.lang())});
      for (const auto& option : field.options) part.options.emplace_back(option.id, option.name.in(voice.lang()));
    }
  return out;
}

}  // namespace

void show_kinds(Table& t, const Case& state, const engine::Library& library, const method::Definition& method,
                const method::Step& step, const text::Voice& voice) {
  for (const auto& kind : step.kinds_that_fit()) {
    auto& one = t.kinds.emplace_back(said_kind(method, kind, voice));
    if (const auto* later = engine::told_later(state, library, step, kind)) one.told_in = later->name.in(voice);
    one.unseen = std::ranges::find(step.floor.hidden_kinds, kind) != step.floor.hidden_kinds.end();
    if (const auto* type = method.record_type(kind)) one.asks = report::fields_in_words(*type, voice);
    if (std::ranges::find(step.kinds, kind) == step.kinds.end())
      for (const auto role : step.floor.answers)
        one.whose += (one.whose.empty() ? "" : ", ") + report::role_name(method, role, voice);
  }
  const auto add = [&](const std::string& key) {
    const auto is_it = [&](const SaidKind& one) { return one.key == key; };
    if (std::ranges::any_of(t.kinds, is_it) || std::ranges::any_of(t.other_kinds, is_it)) return;
    t.other_kinds.push_back(said_kind(method, key, voice));
  };
  for (const auto& own : method.kinds) add(own.kind);
  for (const auto phase : kAllPhases)
    for (const auto& one : method.steps(phase))
      for (const auto& kind : one.kinds) add(kind);
}

std::string kind_at_table(const SaidKind& kind, const text::Voice& voice) {
  auto out = kind.name;
  if (!kind.asks.empty()) out += " (" + kind.asks + ")";
  if (!kind.whose.empty()) out += " (" + kind.whose + ")";
  if (kind.unseen) out += " (" + text::say(voice, "table.kind_unseen") + ")";
  return out;
}

std::vector<SaidKind> kinds_of(const Table& table, const Seat& seat) {
  if (seat.kinds.empty()) return table.kinds;
  auto kinds = table.kinds;
  std::erase_if(kinds, [&](const SaidKind& it) { return std::ranges::find(seat.kinds, it.key) == seat.kinds.end(); });
  return kinds;
}

}  // namespace casus::service
