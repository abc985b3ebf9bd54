// SPDX-License-Identifier: EUPL-1.2
#include "core/report/exchange/scxml.hpp"

#include "core/base/stage.hpp"
#include "core/method/course.hpp"
#include "core/page/xml.hpp"
#include "core/report/step_words.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>

#include <cctype>
#include <span>
#include <string>
#include <vector>

namespace casus::report {

namespace {

/// Neither acute danger nor nothing at all: the null data model can only ask In(id), not its denial.
constexpr const char* kCalm = "In(calm)";

page::XmlElement state(std::string id) { return {"state", {{"id", std::move(id)}}, {}}; }

page::XmlElement state(std::string id, std::string initial) {
  return {"state", {{"id", std::move(id)}, {"initial", std::move(initial)}}, {}};
}

page::XmlElement on(std::string event, std::string target, std::string cond = {}) {
  page::XmlElement out{"transition", {{"event", std::move(event)}}, {}};
  if (!cond.empty()) out.attributes.emplace_back("cond", std::move(cond));
  out.attributes.emplace_back("target", std::move(target));
  return out;
}

page::XmlElement history(std::string id, std::string type, std::string otherwise) {
  page::XmlElement out{"history", {{"id", std::move(id)}, {"type", std::move(type)}}, {}};
  out.add({"transition", {{"target", std::move(otherwise)}}, {}});
  return out;
}

std::string with_phase(std::string_view event, Phase phase) { return fmt::format("{}.{}", event, key(phase)); }
std::string phase_state(Phase phase) { return fmt::format("phase_{}", key(phase)); }
std::string step_state(Phase phase, std::size_t number) { return fmt::format("step_{}_{}", key(phase), number + 1); }

using States = std::vector<std::string>;

/// What is drawn: the phases in their order, and the steps within.
struct Drawn {
  std::span<const Phase> order;
  const method::Definition* inside = nullptr;
  Lang lang;
  DataModel model = DataModel::null;

  std::size_t steps(Phase phase) const { return inside == nullptr ? 0 : inside->steps(phase).size(); }
  /// Where a phase begins and ends for "next" and "back".
  States first(Phase phase) const {
    if (steps(phase) == 0) return {phase_state(phase)};
    return states(phase, method::ways_in(inside->steps(phase)), {});
  }
  States last(Phase phase) const {
    if (steps(phase) == 0) return {phase_state(phase)};
    return states(phase, method::ways_back(inside->steps(phase), steps(phase)), {});
  }
  /// Places of a phase as states; for the way out of it `beyond`.
  States states(Phase phase, const std::vector<std::size_t>& places, const States& beyond) const {
    States out;
    for (const auto place : places)
      if (place < steps(phase)) out.push_back(step_state(phase, place));
      else out.insert(out.end(), beyond.begin(), beyond.end());
    return out;
  }
};

/// Where an event leads. When the case decides to which of several it is, the event says so: "next.STATE"; the chart
/// cannot know what holds in a case.
void lead(page::XmlElement& node, const Drawn& drawn, const std::string& event, const States& targets,
          const std::string& cond = {}) {
  if (targets.size() == 1) node.add(on(event, targets.front(), cond));
  if (targets.size() == 1 && drawn.model == DataModel::null) return;
  for (const auto& target : targets) node.add(on(fmt::format("{}.{}", event, target), target, cond));
}

/// "next" and "back" between neighbours; at the ends of the round there is no way by these.
void walk(page::XmlElement& node, const Drawn& drawn, const States& next, const States& back) {
  lead(node, drawn, "next", next, kCalm);
  lead(node, drawn, "back", back, kCalm);
}

/// Steps before, each by its name: the first `count` of a phase.
void back_to(page::XmlElement& node, Phase phase, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i)
    node.add(on(fmt::format("back_to.{}", step_state(phase, i)), step_state(phase, i), kCalm));
}

/// An event that leads into a phase at one of its first steps.
void into(page::XmlElement& node, const Drawn& drawn, std::string_view event, Phase phase,
          const std::string& cond = {}) {
  const auto first = drawn.first(phase);
  if (first.size() > 1 || drawn.model != DataModel::null)
    for (const auto& target : first) node.add(on(fmt::format("{}.{}", with_phase(event, phase), target), target, cond));
  node.add(on(with_phase(event, phase), phase_state(phase), cond));
}

page::XmlElement phase_node(const Drawn& drawn, std::size_t place) {
  const auto phase = drawn.order[place];
  const auto steps = drawn.steps(phase);
  auto node = steps == 0 ? state(phase_state(phase)) : state(phase_state(phase), step_state(phase, 0));
  node.attributes.emplace_back("casus:name", label(phase, drawn.lang));
  for (const auto to : drawn.order) {
    if (to == phase) continue;
    into(node, drawn, "enter_phase", to, kCalm);
    if (phase == Phase::evaluation) into(node, drawn, "start_round", to, kCalm);
  }
  const auto after = place + 1 < drawn.order.size() ? drawn.first(drawn.order[place + 1]) : States{};
  const auto before = place > 0 ? drawn.last(drawn.order[place - 1]) : States{};
  if (steps == 0) walk(node, drawn, after, before);
  for (std::size_t earlier = 0; earlier < place; ++earlier)
    back_to(node, drawn.order[earlier], drawn.steps(drawn.order[earlier]));
  for (std::size_t i = 0; i < steps; ++i) {
    const auto& step = drawn.inside->steps(phase)[i];
    auto inner = state(step_state(phase, i));
    inner.attributes.emplace_back("casus:step", step.id);
    inner.attributes.emplace_back("casus:name", step.name.empty() ? step.id : step.name.in(drawn.lang));
    if (step.parallel)
      inner.attributes.emplace_back("casus:groups", parallel_in_words(*drawn.inside, step, drawn.lang));
    const auto& row = drawn.inside->steps(phase);
    walk(inner, drawn, drawn.states(phase, method::ways_on(row, i), after),
         drawn.states(phase, method::ways_back(row, i), before));
    back_to(inner, phase, i);
    node.add(std::move(inner));
  }
  return node;
}

/// A new concern begins at the first step of the meldcode, and acute danger returns to the step that it interrupted.
/// SCXML cannot forget a history, so danger without a concern before it is a state of its own.
page::XmlElement safety_node() {
  auto region = state("safety", "safety_clear");
  auto calm = state("calm", "safety_clear");
  auto clear = state("safety_clear");
  clear.add(on("raise_concern", "meldcode_1"));
  clear.add(on("raise_acute", "acute_new"));
  auto concern = state("safety_concern", "meldcode_1");
  concern.add(on("raise_acute", "acute_within_concern"));
  concern.add(on("clear_safety", "safety_clear"));
  concern.add(history("concern_history", "shallow", "meldcode_1"));
  for (int step = 1; step <= kMeldcodeSteps; ++step) {
    auto node = state(fmt::format("meldcode_{}", step));
    node.add(on(fmt::format("meldcode.{}", step), fmt::format("meldcode_{}", step)));
    if (step < kMeldcodeSteps) node.add(on(fmt::format("meldcode.{}", step + 1), fmt::format("meldcode_{}", step + 1)));
    // One more concern is weighed with the others.
    if (step > 3) node.add(on("raise_concern", "meldcode_3"));
    concern.add(std::move(node));
  }
  calm.add(std::move(clear));
  calm.add(std::move(concern));
  auto acute = state("safety_acute", "acute_new");
  auto fresh = state("acute_new");
  fresh.add(on("handle_acute", "meldcode_1"));
  auto within = state("acute_within_concern");
  within.add(on("handle_acute", "concern_history"));
  acute.add(std::move(fresh));
  acute.add(std::move(within));
  region.add(std::move(calm));
  region.add(std::move(acute));
  return region;
}

/// The name of a chart is one token: "werf/werf" is none.
std::string token(std::string text) {
  for (char& c : text)
    if (c == '/') c = '.';
  return text;
}

/// The same element for who has ECMAScript only: plain names, conditions in its words, nothing that SCXML has not.
void make_plain(page::XmlElement& node) {
  std::erase_if(node.attributes, [](const auto& it) { return it.first.find(':') != std::string::npos; });
  for (auto& [name, value] : node.attributes) {
    if (name == "event" || name == "name") value = chart_name(std::move(value), DataModel::ecmascript);
    if (name == "cond") value = fmt::format("In('{}')", value.substr(3, value.size() - 4));
    if (name == "datamodel") value = key(DataModel::ecmascript);
  }
  for (auto& child : node.children) make_plain(child);
}

std::string chart(const Drawn& drawn, const std::string& id, const std::string& name) {
  page::XmlElement root{"scxml",
                        {{"xmlns", "http://www.w3.org/2005/07/scxml"},
                         {"xmlns:casus", "urn:casusberaad:chart"},
                         {"version", "1.0"},
                         {"datamodel", "null"},
                         {"name", token(id)},
                         {"initial", "kept"},
                         {"casus:name", name}},
                        {}};
  auto intake = state("intake");
  auto closed = state("closed");
  for (const auto phase : drawn.order) {
    into(intake, drawn, "open", phase, kCalm);
    into(closed, drawn, "reopen", phase);
  }
  if (!drawn.order.empty()) lead(intake, drawn, "next", drawn.first(drawn.order.front()), kCalm);

  const auto first = drawn.order.empty() ? "phase_none" : phase_state(drawn.order.front());
  auto open = state("open", first);
  open.add(on("pause", "paused", kCalm));
  open.add(on("close", "closed", "In(safety_clear)"));
  open.add(history("open_history", "deep", first));
  for (std::size_t place = 0; place < drawn.order.size(); ++place) open.add(phase_node(drawn, place));
  if (drawn.order.empty()) open.add(state(first));
  auto paused = state("paused");
  paused.add(on("resume", "open_history"));

  auto life = state("life", "intake");
  for (auto* child : {&intake, &open, &paused}) life.add(std::move(*child));
  page::XmlElement alive{"parallel", {{"id", "alive"}}, {}};
  alive.add(std::move(life));
  alive.add(safety_node());
  auto kept = state("kept", "alive");
  kept.add(on("erase", "erased"));
  kept.add(std::move(alive));
  kept.add(std::move(closed));
  root.add(std::move(kept));
  root.add(state("erased"));
  if (drawn.model == DataModel::ecmascript) make_plain(root);
  return page::xml_document(
      root, "the life of a case; what must hold before a step may be left is in the definition, not in here");
}

}  // namespace

std::string chart_name(std::string name, DataModel model) {
  if (model == DataModel::null) return name;
  for (char& c : name)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  return name;
}

std::string scxml(const workflow::Workflow& workflow, const method::Definition* inside, Lang lang, DataModel model) {
  std::vector<Phase> order;
  for (const auto& rule : workflow.phases)
    if (inside == nullptr || !inside->leaves_out(rule.phase)) order.push_back(rule.phase);
  return chart({order, inside, lang, model}, workflow.id, workflow.name.in(lang));
}

std::string scxml(const method::Definition& method, Lang lang, DataModel model) {
  const auto order = phase_order(method);
  return chart({order, &method, lang, model}, method.id, method.name.in(lang));
}

}  // namespace casus::report
