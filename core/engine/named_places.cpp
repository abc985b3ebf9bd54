// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/named_places.hpp"

#include "core/base/redaction.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace casus::engine {

namespace {

using text::Message;
using text::msg;

class Places {
 public:
  explicit Places(std::string_view name) : name_(name) {}

  void look(std::string ref, Message where, std::initializer_list<std::string_view> texts) {
    if (std::ranges::all_of(texts, [&](auto text) { return name_places(text, name_).empty(); })) return;
    NamedPlace place{std::move(where), std::move(ref)};
    if (std::ranges::find(out_, place) == out_.end()) out_.push_back(std::move(place));
  }
  /// A record that is called by its id.
  void look(const std::string& id, std::initializer_list<std::string_view> texts) {
    look(id, Message::verbatim(id), texts);
  }
  /// One that is called by its number in the history.
  void look(const Made& made, Message what, std::initializer_list<std::string_view> texts) {
    look(std::to_string(made.event), std::move(what), texts);
  }

  std::vector<NamedPlace> take() { return std::move(out_); }

 private:
  std::string_view name_;
  std::vector<NamedPlace> out_;
};

std::string as_lines(const std::vector<std::string>& lines) {
  std::string out;
  for (const auto& line : lines) out += line + '\n';
  return out;
}

}  // namespace

std::vector<NamedPlace> where_named(const Case& state, std::string_view name) {
  Places places(name);
  places.look("title", msg("named.title"), {state.title});
  places.look("question", msg("named.question"), {state.question, state.hoped_for});
  places.look("purpose", msg("named.purpose"), {state.purpose, state.basis_text});
  for (const auto& it : state.contributions) places.look(it.id, {it.text});
  for (const auto& it : state.goals) places.look(it.set.id, {it.set.text, it.set.variable, as_lines(it.set.levels)});
  for (const auto& it : state.goal_marks) places.look(it, Message::verbatim(it.given.goal), {it.given.evidence});
  for (const auto& it : state.scores) places.look(it.given.id, {it.given.evidence, it.given.next_point});
  for (const auto& it : state.actions) places.look(it.plan.id, {it.plan.what, it.result, as_lines(it.moved_because)});
  for (const auto& it : state.decisions) {
    const auto taken =
        it.taken ? it.taken->outcome + '\n' + it.taken->because + '\n' + as_lines(it.taken->dissent) : "";
    places.look(it.raised.id, {it.raised.question, taken});
  }
  for (const auto& it : state.opinions) places.look(it, msg("named.opinion"), {it.given.text});
  for (const auto& it : state.plans) places.look(it, msg("named.circle_plan"), {it.text, it.because});
  for (const auto& it : state.safety_notes) places.look(it, msg("named.safety"), {it.text});
  for (const auto& it : state.meldcode) places.look(it, msg("named.safety"), {it.taken.text});
  for (const auto& it : state.told) places.look(it, msg("named.told"), {it.told.what});
  for (const auto& it : state.evaluations)
    places.look(it, msg("named.evaluation"), {it.said.better, it.said.keep, it.said.change, it.said.stop});
  for (const auto& it : state.requests) places.look(it.asked.id, {it.asked.text, it.asked.asked_by});
  for (const auto& it : state.more_bases)
    places.look(it, msg("named.purpose"), {it.added.purpose, it.added.basis_text});
  return places.take();
}

}  // namespace casus::engine
