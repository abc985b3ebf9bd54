// SPDX-License-Identifier: EUPL-1.2
#include "core/report/pictures/diagram.hpp"

#include "core/page/safe_text.hpp"
#include "core/report/naming.hpp"
#include "core/report/step_words.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

namespace {

/// What both notations draw: phases with their steps, and arrows between the phases.
struct Node {
  std::string id;
  std::string label;
  std::vector<Node> steps;
};

struct Arrow {
  std::string from, to, label;
  bool dashed = false;
};

struct Picture {
  std::string name;
  std::vector<Node> boxes;
  std::vector<Arrow> arrows;
};

std::string requirements(const std::vector<method::Requirement>& list, const text::Voice& voice) {
  if (list.empty()) return {};
  const auto hard = std::ranges::count(list, method::Level::hard, &method::Requirement::level);
  return text::say(voice, "diagram.requirements", "count"_is = list.size(), "hard"_is = hard);
}

/// Ids of ours, never from a file: a step may be called "end" or "state", which the notations keep for themselves.
std::string phase_id(Phase phase) { return fmt::format("phase_{}", key(phase)); }

Node phase_box(Phase phase, const method::Definition* inside, const text::Voice& voice) {
  Node box{phase_id(phase), capital(label(phase, voice)), {}};
  if (inside == nullptr) return box;
  const auto& steps = inside->steps(phase);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    auto name = steps[i].name.empty() ? steps[i].id : steps[i].name.in(voice);
    if (steps[i].minutes > 0) name += fmt::format(" ({} min)", number(steps[i].minutes, voice));
    box.steps.push_back({fmt::format("step_{}_{}", key(phase), i + 1), std::move(name), {}});
  }
  return box;
}

Picture picture(const workflow::Workflow& workflow, const method::Definition* inside, const text::Voice& voice) {
  Picture out{workflow.name.empty() ? workflow.id : workflow.name.in(voice), {}, {}};
  out.boxes.push_back({"intake", "Intake", {}});
  std::string before = "intake";
  std::string label;
  for (const auto& rule : workflow.phases) {
    out.boxes.push_back(phase_box(rule.phase, inside, voice));
    out.arrows.push_back({before, phase_id(rule.phase), label});
    before = phase_id(rule.phase);
    label = requirements(rule.done_when, voice);
  }
  out.boxes.push_back({"paused", capital(casus::label(Life::paused, voice)), {}});
  out.boxes.push_back({"closed", capital(casus::label(Life::closed, voice)), {}});
  if (workflow.phases.empty()) return out;
  const auto first = phase_id(workflow.phases.front().phase);
  const auto evaluation = phase_id(Phase::evaluation);
  for (const auto& rule : workflow.phases)
    if (rule.phase != Phase::evaluation)
      out.arrows.push_back({evaluation, phase_id(rule.phase), text::say(voice, "diagram.next_round"), true});
    else break;
  const auto closing = requirements(workflow.close_when, voice);
  out.arrows.push_back({before, "closed",
                        closing.empty() ? text::say(voice, "diagram.close")
                                        : fmt::format("{}: {}", text::say(voice, "diagram.close"), closing)});
  out.arrows.push_back({"closed", first, text::say(voice, "diagram.reopen"), true});
  out.arrows.push_back({first, "paused", text::say(voice, "diagram.pause_from_any_phase"), true});
  out.arrows.push_back({"paused", first, text::say(voice, "diagram.where"), true});
  return out;
}

Picture picture(const method::Definition& method, const text::Voice& voice) {
  Picture out{method.name.empty() ? method.id : method.name.in(voice), {}, {}};
  for (const auto phase : phase_order(method)) {
    auto box = phase_box(phase, &method, voice);
    if (!out.boxes.empty()) out.arrows.push_back({out.boxes.back().id, box.id, ""});
    out.boxes.push_back(std::move(box));
  }
  return out;
}

std::string as_mermaid(const Picture& picture) {
  auto out = fmt::format("---\ntitle: \"{}\"\n---\nstateDiagram-v2\n", page::mermaid_safe(picture.name));
  for (const auto& box : picture.boxes) {
    out += fmt::format("  state \"{}\" as {}\n", page::mermaid_safe(box.label), box.id);
    if (box.steps.empty()) continue;
    out += fmt::format("  state {} {{\n", box.id);
    for (const auto& step : box.steps)
      out += fmt::format("    state \"{}\" as {}\n", page::mermaid_safe(step.label), step.id);
    out += fmt::format("    [*] --> {}\n", box.steps.front().id);
    for (std::size_t i = 1; i < box.steps.size(); ++i)
      out += fmt::format("    {} --> {}\n", box.steps[i - 1].id, box.steps[i].id);
    out += "  }\n";
  }
  if (!picture.boxes.empty()) out += fmt::format("  [*] --> {}\n", picture.boxes.front().id);
  for (const auto& arrow : picture.arrows)
    out += fmt::format("  {} --> {}{}\n", arrow.from, arrow.to,
                       arrow.label.empty() ? "" : " : " + page::mermaid_safe(arrow.label));
  return out;
}

std::string as_dot(const Picture& picture) {
  auto out = fmt::format(
      "digraph casus {{\n  label=\"{}\";\n  labelloc=t;\n  compound=true;\n  fontname=\"sans-serif\";\n"
      "  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n"
      "  edge [fontname=\"sans-serif\", fontsize=11];\n",
      page::dot_safe(picture.name));
  for (const auto& box : picture.boxes) {
    if (box.steps.empty()) {
      out += fmt::format("  {} [label=\"{}\"];\n", box.id, page::dot_safe(box.label));
      continue;
    }
    out += fmt::format("  subgraph cluster_{} {{\n    label=\"{}\";\n", box.id, page::dot_safe(box.label));
    for (const auto& step : box.steps)
      out += fmt::format("    {} [label=\"{}\"];\n", step.id, page::dot_safe(step.label));
    for (std::size_t i = 1; i < box.steps.size(); ++i)
      out += fmt::format("    {} -> {};\n", box.steps[i - 1].id, box.steps[i].id);
    out += "  }\n";
  }
  // Between boxes with steps an arrow goes from the last step to the first, and is cut off at the frames.
  const auto end = [&](const std::string& id, bool last) {
    const auto box = std::ranges::find(picture.boxes, id, &Node::id);
    if (box == picture.boxes.end() || box->steps.empty()) return std::pair(id, false);
    return std::pair(last ? box->steps.back().id : box->steps.front().id, true);
  };
  for (const auto& arrow : picture.arrows) {
    const auto [from, from_frame] = end(arrow.from, true);
    const auto [to, to_frame] = end(arrow.to, false);
    auto look = fmt::format("label=\"{}\"", page::dot_safe(arrow.label));
    if (arrow.dashed) look += ", style=dashed";
    // The way back may not push the phases out of their order from top to bottom.
    if (arrow.dashed && arrow.to != "paused") look += ", constraint=false";
    if (from_frame) look += fmt::format(", ltail=cluster_{}", arrow.from);
    if (to_frame) look += fmt::format(", lhead=cluster_{}", arrow.to);
    out += fmt::format("  {} -> {} [{}];\n", from, to, look);
  }
  return out + "}\n";
}

}  // namespace

std::string mermaid(const workflow::Workflow& workflow, const method::Definition* inside, const text::Voice& voice) {
  return as_mermaid(picture(workflow, inside, voice));
}

std::string dot(const workflow::Workflow& workflow, const method::Definition* inside, const text::Voice& voice) {
  return as_dot(picture(workflow, inside, voice));
}

std::string mermaid(const method::Definition& method, const text::Voice& voice) {
  return as_mermaid(picture(method, voice));
}

std::string dot(const method::Definition& method, const text::Voice& voice) { return as_dot(picture(method, voice)); }

}  // namespace casus::report
