// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/way_unseen.hpp"

#include "core/base/vote_how.hpp"
#include "core/model/case/unseen.hpp"
#include "core/text/voice.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace casus::engine {

namespace {

/// The kind that is written with it; empty for what nobody writes.
std::string kind_written(const CommandBody& body) {
  if (const auto* said = std::get_if<Say>(&body)) return said->kind;
  if (const auto* recorded = std::get_if<Record>(&body)) return recorded->type;
  if (std::holds_alternative<Vote>(body)) return std::string(kVoteKind);
  if (const auto* scored = std::get_if<GiveScore>(&body)) return std::string(key(scored->scale));
  return {};
}

bool writes_unseen(const method::Step& step, const std::string& kind) {
  return step.floor.hidden || std::ranges::find(step.floor.hidden_kinds, kind) != step.floor.hidden_kinds.end();
}

bool something_is_unseen(const Case& c) {
  const auto unseen = [&](const auto& one) { return !is_shown(c, one); };
  return std::ranges::any_of(c.contributions, unseen) || std::ranges::any_of(c.scores, unseen) ||
         std::ranges::any_of(c.votes, unseen);
}

/// Takes out what it is about, and which answer nobody gave yet.
class Blank {
 public:
  Blank(const method::Definition& method, Lang lang)
      : method_(method), thing_(text::say(lang, "gap.number")), person_(text::say(lang, "gap.name")) {}

  void operator()(Say& said) const {
    if (!said.re.empty()) said.re = thing_;
    if (!said.to.empty()) said.to = person_;
  }
  void operator()(Record& recorded) const {
    const auto* type = method_.record_type(recorded.type);
    if (type == nullptr) return;
    for (auto& set : recorded.set) {
      const auto sign = std::min(set.find('='), set.size());
      const auto* field = type->field_meant(set.substr(0, sign));
      if (field != nullptr)
        set = set.substr(0, sign) + "=" + in_place_of(*field, set.substr(std::min(sign + 1, set.size())));
    }
  }
  void operator()(Vote& vote) const { vote.choices = {thing_}; }
  template <class Other>
  void operator()(Other&) const {}

 private:
  std::string in_place_of(const method::RecordField& field, std::string value) const {
    switch (field.type) {
      case RecordFieldType::reference: return thing_;
      case RecordFieldType::person: return person_;
      case RecordFieldType::choice: return field.options.empty() ? value : field.options.front().id;
      default: return value;
    }
  }

  const method::Definition& method_;
  std::string thing_, person_;
};

}  // namespace

Explanation way_unseen(Explanation found, const Case& state, const Library& library, const std::string& by, Lang lang) {
  const auto* here = state.here();
  const auto* method = here == nullptr ? nullptr : library.pinned_method(state.method(here->phase));
  const auto* step = method == nullptr ? nullptr : method->step(here->phase, here->step);
  if (step == nullptr) return found;
  const bool written = something_is_unseen(state);
  const Blank blank(*method, lang);
  std::vector<Command> way;
  std::set<std::pair<std::string, std::string>> once;
  for (auto& command : found.way) {
    const auto kind = kind_written(command.body);
    if (!kind.empty() && writes_unseen(*step, kind)) {
      if (here->anonymous && command.by != by) command.by = text::say(lang, "gap.name");
      if (written) {
        std::visit(blank, command.body);
        if (!once.emplace(command.by, kind).second) continue;
      }
    }
    way.push_back(std::move(command));
  }
  found.way = std::move(way);
  return found;
}

}  // namespace casus::engine
