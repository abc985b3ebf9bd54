// SPDX-License-Identifier: EUPL-1.2
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

json workflow_json(const workflow::Workflow& workflow, Lang lang) {
  json phases = json::array();
  for (const auto& rule : workflow.phases) phases.push_back(key(rule.phase));
  json terms = json::array();
  for (const auto& term : workflow.terms)
    terms.push_back({{"id", term.id},
                     {"name", term.name.in(lang)},
                     {"amount", term.amount},
                     {"unit", key(term.unit)},
                     {"from", key(term.from)},
                     {"source", term.source}});
  return {{"workflow", workflow.id},
          {"version", workflow.version},
          {"hash", workflow.hash},
          {"name", workflow.name.in(lang)},
          {"summary", workflow.summary.in(lang)},
          {"method", workflow.method},
          {"phases", std::move(phases)},
          {"terms", std::move(terms)}};
}

class WorkflowList final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    const auto lang = desk.lang();
    const auto& entries = desk.workflows().entries();
    bool bad = false;
    json all = json::array(), wrong = json::array();
    std::vector<page::Row> rows;
    for (const auto& entry : entries) {
      if (!entry.problems.empty()) {
        bad = true;
        wrong.push_back({{"file", entry.path}, {"problems", problems_json(entry.problems)}});
        continue;
      }
      all.push_back(workflow_json(entry.workflow, lang));
      rows.push_back({entry.workflow.id, entry.workflow.name.in(lang), entry.workflow.method, entry.workflow.version});
    }
    if (desk.json()) {
      reply.json({{"workflows", std::move(all)}, {"broken", std::move(wrong)}});
      reply.status = bad ? Status::bad_definition : Status::done;
      return;
    }
    if (rows.empty())
      reply.line(desk.say({"geen werkwijzen gevonden; zet CASUS_WORKFLOWS op de map",
                           "no workflows found; set CASUS_WORKFLOWS to their folder"}));
    else
      reply.table(lang == Lang::nl ? page::Row{"werkwijze", "naam", "methode", "versie"}
                                   : page::Row{"workflow", "name", "method", "version"},
                  rows);
    for (const auto& entry : entries) print_problems(reply, entry.path, entry.problems);
    reply.status = bad ? Status::bad_definition : Status::done;
  }
};

class WorkflowShow final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots& slots) override {
    slots.word("WORKFLOW", id_, {"zoals weekly-review; zie casus workflow list", "see casus workflow list"});
  }

  void run(Desk& desk, Reply& reply) override {
    desk.require_workflow(id_);
    const auto& found = desk.workflows().find(id_)->workflow;
    if (desk.json()) reply.json(workflow_json(found, desk.lang()));
    else reply.text(report::workflow_card(found, desk.lang()));
  }

 private:
  std::string id_;
};

class WorkflowCheck final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots& slots) override {
    slots.word("FILE", path_, {"het bestand met de werkwijze", "the file with the workflow"});
  }

  void run(Desk& desk, Reply& reply) override {
    constexpr std::size_t kLimit = 1024 * 1024;
    const auto [found, problems] = workflow::parse(read_file(desk, path_, kLimit));
    if (desk.json()) reply.json({{"file", path_}, {"ok", problems.empty()}, {"problems", problems_json(problems)}});
    else if (problems.empty())
      reply.line(desk.say({"{} is goed: werkwijze {} versie {}", "{} is good: workflow {} version {}"}, path_, found.id,
                          found.version),
                 Tone::good);
    else print_problems(reply, path_, problems);
    reply.status = problems.empty() ? Status::done : Status::bad_definition;
  }

 private:
  std::string path_;
};

class WorkflowDiagram final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots& slots) override {
    slots.word("WORKFLOW", id_, {"zoals weekly-review; zie casus workflow list", "see casus workflow list"});
    slots.option("method", method_, {"teken de stappen van deze methode erin", "draw the steps of this method within"});
    slots.option("format", drawing_, {"soort tekening", "kind of drawing"});
  }

  void run(Desk& desk, Reply& reply) override {
    desk.require_workflow(id_);
    if (!method_.empty()) desk.require_method(method_);
    const auto* const inside = method_.empty() ? nullptr : &desk.methods().find(method_)->definition;
    const auto& found = desk.workflows().find(id_)->workflow;
    const auto lang = desk.lang();
    const auto text = drawing_ == Drawing::dot     ? report::dot(found, inside, lang)
                      : drawing_ == Drawing::scxml ? report::scxml(found, inside, lang)
                                                   : report::mermaid(found, inside, lang);
    if (desk.json()) reply.json({{"workflow", id_}, {"format", key(drawing_)}, {"diagram", text}});
    else reply.text(text);
  }

 private:
  std::string id_;
  std::string method_;
  Drawing drawing_ = Drawing::mermaid;
};

}  // namespace

Entries workflow_verbs() {
  return {
      {"workflow list",
       {"welke werkwijzen er zijn", "which workflows there are"},
       {"workflow list", "workflow list"},
       fresh<WorkflowList>},
      {"workflow show",
       {"fasen, eisen en termijnen van een werkwijze", "phases, requirements and terms of a workflow"},
       {"workflow show weekly-review", "workflow show weekly-review"},
       fresh<WorkflowShow>},
      {"workflow check",
       {"een bestand nakijken: alles wat er mis is", "check a file: everything that is wrong"},
       {"workflow check mijn-werkwijze.json", "workflow check my-workflow.json"},
       fresh<WorkflowCheck>},
      {"workflow diagram",
       {"de werkwijze als tekening voor een ander programma", "the workflow as a drawing for another program"},
       {"workflow diagram weekly-review --method werf/werf --format dot",
        "workflow diagram weekly-review --method werf/werf --format dot"},
       fresh<WorkflowDiagram>},
  };
}

}  // namespace casus::desk
