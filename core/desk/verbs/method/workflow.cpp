// SPDX-License-Identifier: EUPL-1.2
#include "core/base/files/definition_file.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/definitions.hpp"
#include "core/page/layout.hpp"
#include "core/report/cards.hpp"
#include "core/report/exchange/scxml.hpp"
#include "core/report/pictures/diagram.hpp"

#include <nlohmann/json.hpp>

/// The workflows: list, show, check, diagram.
namespace casus::desk {
namespace {

using nlohmann::json;

json workflow_json(const workflow::Workflow& workflow, const text::Voice& voice) {
  json phases = json::array();
  for (const auto& rule : workflow.phases) phases.push_back(key(rule.phase));
  json terms = json::array();
  for (const auto& term : workflow.terms)
    terms.push_back({{"id", term.id},
                     {"name", term.name.in(voice)},
                     {"amount", term.amount},
                     {"unit", key(term.unit)},
                     {"from", key(term.from)},
                     {"source", term.source}});
  return {{"workflow", workflow.id},
          {"version", workflow.version},
          {"hash", workflow.hash},
          {"name", workflow.name.in(voice)},
          {"summary", workflow.summary.in(voice)},
          {"method", workflow.method},
          {"phases", std::move(phases)},
          {"terms", std::move(terms)}};
}

class WorkflowList final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    const auto voice = desk.voice();
    const auto& entries = desk.workflows().entries();
    bool bad = false;
    json all = json::array(), wrong = json::array();
    std::vector<page::Row> rows;
    for (const auto& entry : entries) {
      if (!entry.problems.empty()) {
        bad = true;
        wrong.push_back({{"file", entry.path}, {"problems", problems_json(entry.problems, desk.voice())}});
        continue;
      }
      all.push_back(workflow_json(entry.workflow, voice));
      rows.push_back({entry.workflow.id, entry.workflow.name.in(voice), entry.workflow.method, entry.workflow.version});
    }
    if (desk.json()) {
      reply.json({{"workflows", std::move(all)}, {"broken", std::move(wrong)}});
      reply.status = bad ? Status::bad_definition : Status::done;
      return;
    }
    if (rows.empty()) reply.line(desk.say("workflow.workflows_found_set_casus_workflows"));
    else
      reply.table({desk.say("workflow.column_workflow"), desk.say("workflow.column_name"),
                   desk.say("workflow.column_method"), desk.say("workflow.column_version")},
                  rows);
    for (const auto& entry : entries) print_problems(reply, desk.voice(), entry.path, entry.problems);
    reply.status = bad ? Status::bad_definition : Status::done;
  }
};

class WorkflowShow final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots& slots) override { slots.word("WORKFLOW", id_, "help.see_2"); }

  void run(Desk& desk, Reply& reply) override {
    desk.require_workflow(id_);
    const auto& found = desk.workflows().find(id_)->workflow;
    if (desk.json()) reply.json(workflow_json(found, desk.voice()));
    else reply.text(report::workflow_card(found, desk.voice()));
  }

 private:
  std::string id_;
};

class WorkflowCheck final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots& slots) override { slots.word("FILE", paths_, "help.file_workflow"); }

  void run(Desk& desk, Reply& reply) override {
    check_files(desk, reply, paths_, [&](const std::string& file, Reply& said) {
      const auto bytes = read_file(desk, file, kMostDefinitionBytes);
      const auto [found, problems] = workflow::parse(bytes);
      const auto doubtful = problems.empty() ? workflow::doubts(found, bytes) : Problems{};
      if (!desk.json() && problems.empty())
        said.line(desk.say("workflow.good_workflow_version", "path"_is = file, "found"_is = found.id,
                           "version"_is = found.version),
                  Tone::good);
      else if (!desk.json()) print_problems(said, desk.voice(), file, problems);
      if (!desk.json()) print_notes(desk, said, file, doubtful);
      return Checked{problems_json(problems, desk.voice()), problems_json(doubtful, desk.voice())};
    });
  }

 private:
  std::vector<std::string> paths_;
};

class WorkflowDiagram final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots& slots) override {
    slots.word("WORKFLOW", id_, "help.see_2");
    slots.option("method", method_, "help.draw_steps_method_within");
    choice_.shape(slots);
  }

  void run(Desk& desk, Reply& reply) override {
    desk.require_workflow(id_);
    if (!method_.empty()) desk.require_method(method_);
    const auto* const inside = method_.empty() ? nullptr : &desk.methods().find(method_)->definition;
    const auto& found = desk.workflows().find(id_)->workflow;
    const auto voice = desk.voice();
    const auto model = choice_.data_model(desk);
    const auto text = choice_.drawing == Drawing::dot     ? report::dot(found, inside, voice)
                      : choice_.drawing == Drawing::scxml ? report::scxml(found, inside, voice, model)
                                                          : report::mermaid(found, inside, voice);
    if (desk.json()) reply.json({{"workflow", id_}, {"format", key(choice_.drawing)}, {"diagram", text}});
    else reply.text(text);
  }

 private:
  std::string id_;
  std::string method_;
  DrawingChoice choice_;
};

}  // namespace

Entries workflow_verbs() {
  return {
      {"workflow list", "help.which_workflows", "help.workflow_list", fresh<WorkflowList>},
      {"workflow show", "help.phases_requirements_terms_workflow", "help.workflow_show_weekly_review",
       fresh<WorkflowShow>},
      {"workflow check", "help.check_file_everything_wrong", "help.workflow_check_my_workflow_json",
       fresh<WorkflowCheck>},
      {"workflow diagram", "help.workflow_as_drawing_another_program", "help.workflow_diagram_weekly_review_method",
       fresh<WorkflowDiagram>},
  };
}

}  // namespace casus::desk
