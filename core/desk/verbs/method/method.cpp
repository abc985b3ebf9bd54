// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/json_place.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/verbs/case/pages.hpp"
#include "core/desk/verbs/method/folder.hpp"
#include "core/page/layout.hpp"
#include "core/page/words.hpp"
#include "core/report/cards.hpp"
#include "core/report/exchange/scxml.hpp"
#include "core/report/pictures/diagram.hpp"
#include "core/report/step_words.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

/// The methods of this machine: list, show, diagram.
namespace casus::desk {
namespace {

using nlohmann::json;

json text_checks_json(const method::Definition& method, const text::Voice& voice) {
  const auto names = [&](const std::vector<std::string>& lists) {
    json out = json::array();
    for (const auto& list : lists) out.push_back(method::phrase_list_name(method.id, list));
    return out;
  };
  json checks = json::array();
  for (const auto& check : method.text_checks)
    checks.push_back({{"rule", method::phrase_list_name(method.id, check.id)},
                      {"steps", check.steps},
                      {"kinds", check.kinds},
                      {"says", names(check.says)},
                      {"lacks", names(check.lacks)},
                      {"text", check.text.in(voice)}});
  return checks;
}

json marked(const Text& text, method::Mark mark, const std::vector<std::string>& source, const text::Voice& voice) {
  return {{"text", text.in(voice)}, {"mark", key(mark)}, {"source", source}};
}

json roles_json(const std::vector<Role>& roles) {
  json out = json::array();
  for (const auto role : roles) out.push_back(key(role));
  return out;
}

json repeat_json(const method::Repeat& repeat, const text::Voice& voice) {
  json out{{"mark", key(repeat.mark)}, {"source", repeat.source}, {"at_most", repeat.at_most}};
  if (!repeat.through.empty()) out["through"] = repeat.through;
  if (repeat.for_each) {
    const auto& each = *repeat.for_each;
    if (each.role) out["for_each"] = {{"role", key(*each.role)}};
    else out["for_each"] = {{"kind", each.kind}};
    if (!each.step.empty()) out["for_each"]["step"] = each.step;
  }
  if (repeat.until) {
    out["until"] = {{"text", repeat.until->text.in(voice)}};
    if (repeat.until->again)
      out["until"].update(
          {{"chosen_by", roles_json(repeat.until->chosen_by)}, {"again", repeat.until->again->in(voice)}});
  }
  return out;
}

json step_json(const method::Step& step, const text::Voice& voice) {
  json prompts = json::array(), done_when = json::array();
  for (const auto& it : step.prompts) prompts.push_back(marked(it, it.mark, it.source, voice));
  for (const auto& it : step.done_when) {
    done_when.push_back(marked(it.text, it.mark.value_or(method::Mark::own), it.source, voice));
    done_when.back().update({{"id", it.id}, {"level", key(it.level)}});
  }
  const auto& records = step.records;
  json out{{"id", step.id},
           {"name", step.name.in(voice)},
           {"mark", key(step.mark)},
           {"source", step.source},
           {"minutes", step.minutes},
           {"minutes_mark", step.minutes_mark ? json(key(*step.minutes_mark)) : json()},
           {"minutes_source", step.minutes_source},
           {"kinds", step.kinds},
           {"prompts", std::move(prompts)},
           {"records", records.empty() ? json() : marked(records, records.mark, records.source, voice)},
           {"done_when", std::move(done_when)}};
  if (step.when) out["when"] = marked(step.when->text, step.when->mark, step.when->source, voice);
  if (!step.in_menu.empty()) out["branch"] = {{"menu", step.in_menu}, {"branch", step.in_branch}};
  if (!step.in_repeat.empty()) out["in_repeat"] = step.in_repeat;
  if (step.vote)
    out["vote"] = {{"kinds", step.vote->kinds}, {"step", step.vote->step},      {"how", key(step.vote->how)},
                   {"most", step.vote->most},   {"mark", key(step.vote->mark)}, {"source", step.vote->source}};
  if (step.repeat) out["repeat"] = repeat_json(*step.repeat, voice);
  if (step.parallel) {
    out["parallel"] = {{"mark", key(step.parallel->mark)}, {"source", step.parallel->source}};
    if (step.parallel->size) out["parallel"]["size"] = *step.parallel->size;
    if (step.parallel->groups) out["parallel"]["groups"] = *step.parallel->groups;
    if (!step.parallel->joins.empty()) out["parallel"]["joins"] = step.parallel->joins;
    if (step.parallel->mixes) out["parallel"]["mixes"] = key(*step.parallel->mixes);
    if (!step.parallel->brings.empty()) out["parallel"]["brings"] = step.parallel->brings;
    if (const auto& one = step.parallel->one) {
      out["parallel"]["one"] = marked(one->name, one->mark, one->source, voice);
      out["parallel"]["one"]["key"] = one->key;
      if (step.floor.one) out["parallel"]["one"]["floor"] = key(*step.floor.one);
    }
  }
  if (step.menu && !step.menu->of_repeat) {
    json branches = json::array();
    for (const auto& it : step.menu->branches) {
      branches.push_back(marked(it.name, it.mark, it.source, voice));
      branches.back()["id"] = it.id;
    }
    out["menu"] = {{"who", roles_json(step.menu->who)}, {"branches", std::move(branches)}};
  }
  return out;
}

json record_types_json(const method::Definition& method, const text::Voice& voice) {
  json types = json::array();
  for (const auto& type : method.record_types) {
    json fields = json::array();
    for (const auto& field : type.parts) {
      fields.push_back(marked(field.name, field.mark, field.source, voice));
      fields.back().update({{"id", field.id}, {"type", key(field.type)}, {"required", field.required}});
      for (const auto& option : field.options)
        fields.back()["options"].push_back({{"id", option.id}, {"name", option.name.in(voice)}});
      if (field.scale)
        fields.back()["scale"] = {{"min", field.scale->min},
                                  {"max", field.scale->max},
                                  {"low", field.scale->low.in(voice)},
                                  {"high", field.scale->high.in(voice)}};
    }
    types.push_back(marked(type.name, type.mark, type.source, voice));
    types.back().update({{"id", type.id}, {"fields", std::move(fields)}});
  }
  return types;
}

json method_json(const plugin::Entry& entry, const text::Voice& voice) {
  const auto& method = entry.definition;
  json phases = json::object();
  for (const auto phase : kAllPhases) {
    json steps = json::array();
    for (const auto& step : method.steps(phase)) steps.push_back(step_json(step, voice));
    phases[std::string(key(phase))] = std::move(steps);
    if (const auto& why = method.leaves_out(phase))
      phases[std::string(key(phase))] = {{"left_out", marked(*why, why->mark, why->source, voice)}};
  }
  return {{"method", method.id},
          {"version", method.version},
          {"hash", method.hash},
          {"name", method.name.in(voice)},
          {"summary", method.summary.in(voice)},
          {"status", key(method.status)},
          {"minutes", report::sitting_minutes(method, false)},
          {"minutes_looking_back", report::sitting_minutes(method, true)},
          {"minutes_least", report::least_sitting_minutes(method, false)},
          {"minutes_looking_back_least", report::least_sitting_minutes(method, true)},
          {"workflow", method.workflow},
          {"file", entry.path},
          {"phases", std::move(phases)},
          {"record_types", record_types_json(method, voice)},
          {"text_checks", text_checks_json(method, voice)},
          {"unusable", entry.native == plugin::Native::unusable ? json(entry.why_not.in(voice)) : json()}};
}

/// "10 (+2)": of one sitting, and of looking back in a later one; "25-40" where that depends on what is chosen.
std::string minutes_text(const method::Definition& method, const text::Voice& voice) {
  const auto of = [&](bool looking_back) {
    const auto most = report::sitting_minutes(method, looking_back);
    const auto least = report::least_sitting_minutes(method, looking_back);
    return (least < most ? page::number(least, voice) + "-" : std::string()) + page::number(most, voice);
  };
  if (report::sitting_minutes(method, false) <= 0) return "-";
  return of(false) + (report::sitting_minutes(method, true) > 0 ? fmt::format(" (+{})", of(true)) : std::string());
}

class MethodList final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots&) override {}

  void run(Desk& desk, Reply& reply) override {
    const auto voice = desk.voice();
    const auto& entries = desk.methods().entries();
    bool bad = false;
    json all = json::array(), wrong = json::array(), hidden = json::array();
    std::vector<page::Row> rows;
    for (const auto& entry : entries) {
      if (const auto* first = goes_before(desk.methods(), entry)) {
        hidden.push_back({{"method", entry.definition.id}, {"file", entry.path}, {"hidden_by", first->path}});
        continue;
      }
      const bool broken = !entry.problems.empty();
      bad = bad || broken || entry.native == plugin::Native::unusable;
      if (broken) {
        wrong.push_back({{"file", entry.path}, {"problems", problems_json(entry.problems, desk.voice())}});
        continue;
      }
      all.push_back(method_json(entry, voice));
      all.back().erase("phases");
      all.back().erase("text_checks");
      const auto& method = entry.definition;
      rows.push_back(
          {method.id, method.name.in(voice), minutes_text(method, voice), label(method.status, voice), method.version});
    }
    if (desk.json()) {
      json out{{"methods", std::move(all)}, {"broken", std::move(wrong)}};
      if (!hidden.empty()) out["hidden"] = std::move(hidden);
      reply.json(std::move(out));
      reply.status = bad ? Status::bad_definition : Status::done;
      return;
    }
    if (rows.empty()) reply.line(desk.say("method.methods_found_set_casus_plugins"));
    else
      reply.table({desk.say("method.column_method"), desk.say("method.column_name"), desk.say("method.column_minutes"),
                   desk.say("method.column_source"), desk.say("method.column_version")},
                  rows);
    for (const auto& entry : entries) {
      if (const auto* first = goes_before(desk.methods(), entry)) {
        reply.line(desk.say("method.hidden", "method"_is = entry.definition.id, "file"_is = entry.path,
                            "first"_is = first->path),
                   Tone::quiet);
        continue;
      }
      print_problems(reply, desk.voice(), entry.path, entry.problems);
      if (entry.native == plugin::Native::unusable)
        reply.error(fmt::format("{}: {}", entry.definition.id, entry.why_not.in(voice)), Tone::warning);
    }
    reply.status = bad ? Status::bad_definition : Status::done;
  }
};

/// Tells what is wrong with a file that is no method yet; false when nothing is.
bool tell_broken(Desk& desk, Reply& reply, const plugin::Entry& entry) {
  if (entry.problems.empty()) return false;
  auto problems = entry.problems;
  place(problems, entry.bytes);
  not_usable(desk, reply, entry.path, problems, Status::bad_definition);
  return true;
}

class MethodShow final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots& slots) override { slots.word("METHOD", named_, "help.like_werf_werf_see"); }

  void run(Desk& desk, Reply& reply) override {
    const auto found = one_method(desk, named_, at_its_computer);
    const auto& entry = *found.entry;
    if (tell_broken(desk, reply, entry)) return;
    if (desk.json()) reply.json(method_json(entry, desk.voice()));
    else reply.text(report::method_card(entry.definition, desk.voice()));
  }

 private:
  std::string named_;
};

class MethodDiagram final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots& slots) override {
    slots.word("METHOD", named_, "help.like_werf_werf_see");
    choice_.shape(slots);
  }

  void run(Desk& desk, Reply& reply) override {
    const auto found = one_method(desk, named_, at_its_computer);
    if (tell_broken(desk, reply, *found.entry)) return;
    const auto& method = found.entry->definition;
    const auto voice = desk.voice();
    const auto model = choice_.data_model(desk);
    const auto text = choice_.drawing == Drawing::dot     ? report::dot(method, voice)
                      : choice_.drawing == Drawing::scxml ? report::scxml(method, voice, model)
                                                          : report::mermaid(method, voice);
    if (desk.json()) reply.json({{"method", method.id}, {"format", key(choice_.drawing)}, {"diagram", text}});
    else reply.text(text);
  }

 private:
  std::string named_;
  DrawingChoice choice_;
};

}  // namespace

Entries method_verbs() {
  return {
      {"method list", "help.which_methods", "help.method_list", fresh<MethodList>},
      {"method show", "help.steps_times_requirements_method", "help.method_show_solution_focused_reflecting",
       fresh<MethodShow>},
      {"method diagram", "help.method_as_drawing_another_program", "help.method_diagram_werf_werf_format",
       fresh<MethodDiagram>},
      {"method fidelity", "help.how_well_case_kept_method", "help.method_fidelity_2026_001_as", fresh<FidelityPage>},
  };
}

}  // namespace casus::desk
