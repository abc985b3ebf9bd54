// SPDX-License-Identifier: EUPL-1.2
#include "core/report/pictures/diagram.hpp"

#include "core/method/course.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/history/naming.hpp"
#include "core/report/step_words.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

namespace {

/// What both notations draw: phases with their steps, and arrows between the phases.
struct Arrow {
  std::string from, to, label;
  bool dashed = false;
};

/// Inside a box, an arrow from nothing comes into it, and one to nothing leads out.
struct Node {
  std::string id;
  std::string label;
  std::vector<Node> steps;
  std::vector<Arrow> arrows;
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

std::string step_id(Phase phase, std::size_t place) { return fmt::format("step_{}_{}", key(phase), place + 1); }

/// What must be so to come into a step: the branch chosen from the menu before it, what it is entered for.
std::string condition(const method::Step* from, const method::Step& to, const text::Voice& voice) {
  std::string out;
  if (from != nullptr && from->menu && to.in_menu == from->id)
    for (const auto& branch : from->menu->branches)
      if (branch.id == to.in_branch) out = branch.name.in(voice);
  if (to.when)
    out += fmt::format("{}{}", out.empty() ? "" : "; ",
                       text::say(voice, "diagram.when", "when"_is = to.when->text.in(voice)));
  return out;
}

/// Why a repeat begins again.
std::string again(const method::Definition& method, const method::Repeat& repeat, const text::Voice& voice) {
  if (repeat.until)
    return text::say(voice, "diagram.again_until", "until"_is = repeat.until->text.in(voice),
                     "count"_is = repeat.at_most);
  const auto& each = *repeat.for_each;
  return text::say(voice, "diagram.again_each",
                   "what"_is = each.role ? role_name(method, *each.role, voice)
                                         : std::string(method::kind_label(&method, each.kind, voice)),
                   "count"_is = repeat.at_most);
}

/// How the steps follow one another. Out of the last one no arrow is drawn: that is the arrow between the phases.
std::vector<Arrow> course(Phase phase, const method::Definition& method, const text::Voice& voice) {
  const auto& steps = method.steps(phase);
  std::vector<Arrow> arrows;
  for (const auto to : method::ways_in(steps))
    arrows.push_back({"", step_id(phase, to), condition(nullptr, steps[to], voice)});
  for (std::size_t from = 0; from < steps.size(); ++from)
    for (const auto to : method::ways_on(steps, from)) {
      const auto repeat = method::repeated_at(steps, from);
      if (repeat && to == repeat->first)
        arrows.push_back({step_id(phase, from), step_id(phase, to), again(method, *repeat->how, voice)});
      else if (to < steps.size())
        arrows.push_back({step_id(phase, from), step_id(phase, to), condition(&steps[from], steps[to], voice)});
      else if (from + 1 < steps.size()) arrows.push_back({step_id(phase, from), "", ""});
    }
  return arrows;
}

Node phase_box(Phase phase, const method::Definition* inside, const text::Voice& voice) {
  Node box{phase_id(phase), capital(label(phase, voice)), {}, {}};
  if (inside == nullptr) return box;
  const auto& steps = inside->steps(phase);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    auto name = steps[i].name.empty() ? steps[i].id : steps[i].name.in(voice);
    if (steps[i].minutes > 0) name += fmt::format(" ({} min)", number(steps[i].minutes, voice));
    if (steps[i].parallel) name += fmt::format(", {}", parallel_in_words(*inside, steps[i], voice));
    box.steps.push_back({step_id(phase, i), std::move(name), {}, {}});
  }
  box.arrows = course(phase, *inside, voice);
  return box;
}

Picture picture(const workflow::Workflow& workflow, const method::Definition* inside, const text::Voice& voice) {
  Picture out{workflow.name.empty() ? workflow.id : workflow.name.in(voice), {}, {}};
  out.boxes.push_back({"intake", "Intake", {}, {}});
  std::string before = "intake";
  std::string label;
  const auto left_out = [&](Phase phase) { return inside != nullptr && inside->leaves_out(phase); };
  for (const auto& rule : workflow.phases) {
    if (left_out(rule.phase)) {
      label += (label.empty() ? "" : "; ") +
               text::say(voice, "diagram.left_out", "phase"_is = casus::label(rule.phase, voice));
      continue;
    }
    out.boxes.push_back(phase_box(rule.phase, inside, voice));
    out.arrows.push_back({before, phase_id(rule.phase), label});
    before = phase_id(rule.phase);
    label = requirements(rule.done_when, voice);
  }
  out.boxes.push_back({"paused", capital(casus::label(Life::paused, voice)), {}, {}});
  out.boxes.push_back({"closed", capital(casus::label(Life::closed, voice)), {}, {}});
  if (workflow.phases.empty()) return out;
  const auto first = out.boxes[1].id;  // behind the intake
  const auto evaluation = phase_id(Phase::evaluation);
  for (const auto& rule : workflow.phases)
    if (left_out(rule.phase)) continue;
    else if (rule.phase != Phase::evaluation)
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
    const auto end = [](const std::string& id) { return id.empty() ? "[*]" : id; };
    for (const auto& arrow : box.arrows)
      out += fmt::format("    {} --> {}{}\n", end(arrow.from), end(arrow.to),
                         arrow.label.empty() ? "" : " : " + page::mermaid_safe(arrow.label));
    out += "  }\n";
  }
  if (!picture.boxes.empty()) out += fmt::format("  [*] --> {}\n", picture.boxes.front().id);
  for (const auto& arrow : picture.arrows)
    out += fmt::format("  {} --> {}{}\n", arrow.from, arrow.to,
                       arrow.label.empty() ? "" : " : " + page::mermaid_safe(arrow.label));
  return out;
}

/// The arrows within a box. One that comes in needs no drawing when there is only one, and one that leads out ends in a
/// point.
void dot_arrows(const Node& box, std::string& out) {
  const auto comes_in = std::ranges::count(box.arrows, std::string(), &Arrow::from);
  const bool leads_out = std::ranges::count(box.arrows, std::string(), &Arrow::to) > 0;
  if (comes_in > 1) out += fmt::format("    in_{} [shape=point];\n", box.id);
  if (leads_out) out += fmt::format("    out_{} [shape=point];\n", box.id);
  for (const auto& arrow : box.arrows) {
    if (arrow.from.empty() && comes_in == 1) continue;
    out += fmt::format("    {} -> {}{};\n", arrow.from.empty() ? "in_" + box.id : arrow.from,
                       arrow.to.empty() ? "out_" + box.id : arrow.to,
                       arrow.label.empty() ? "" : fmt::format(" [label=\"{}\"]", page::dot_safe(arrow.label)));
  }
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
    dot_arrows(box, out);
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
