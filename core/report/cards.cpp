// SPDX-License-Identifier: EUPL-1.2
#include "core/report/cards.hpp"

#include "core/method/course.hpp"
#include "core/page/layout.hpp"
#include "core/report/history/naming.hpp"
#include "core/report/step_words.hpp"
#include "core/report/term_words.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

namespace casus::report {

namespace {

std::string people(const method::People& people, const text::Voice& voice) {
  std::string out;
  if (people.min > 0) out += text::say(voice, "cards.least_2", "min"_is = people.min);
  if (people.max > 0) out += (out.empty() ? "" : ", ") + text::say(voice, "cards.most_2", "max"_is = people.max);
  if (people.best > 0) out += (out.empty() ? "" : ", ") + text::say(voice, "cards.best", "best"_is = people.best);
  if (people.mark && !out.empty()) out += fmt::format(" [{}]", origin_in_words(*people.mark, people.source, voice));
  return out;
}

std::string role(const method::RoleUse& use, const text::Voice& voice) {
  std::string name = use.name.empty() ? label(use.role, voice) : use.name.in(voice);
  if (use.min > 0 && use.min == use.max) return text::say(voice, "cards.exactly", "name"_is = name, "min"_is = use.min);
  if (use.min > 0) name += text::say(voice, "cards.least", "min"_is = use.min);
  else name += text::say(voice, "cards.when_fits");
  if (use.max > 0) name += text::say(voice, "cards.most", "max"_is = use.max);
  return name;
}

/// "gespreksleider gaat elke ronde naar de volgende: meedenker".
std::string rotation(const method::Definition& method, const method::Rotation& one, const text::Voice& voice) {
  const auto role = role_name(method, one.role, voice), among = roles_in_words(method, one.among, voice);
  std::string step = one.step;
  for (const auto phase : kAllPhases)
    if (const auto* found = method.step(phase, one.step)) step = found->name.in(voice);
  const auto said =
      one.per == method::Per::round
          ? text::say(voice, "cards.goes_round", "role"_is = role, "among"_is = among)
          : text::say(voice, "cards.goes_round_in", "role"_is = role, "among"_is = among, "step"_is = step);
  return fmt::format("{} [{}]", said, origin_in_words(one.mark, one.source, voice));
}

/// Minutes of a phase as far as they are fixed; time per person depends on how many come. What comes again counts as
/// often as it may, and of a menu the shortest branch and the longest: "10 tot 25 minuten". Empty without.
std::string fixed_minutes(const std::vector<method::Step>& steps, const text::Voice& voice) {
  const auto minutes_of = [](const method::Step& step) { return step.minutes_per_person ? 0 : step.minutes; };
  double least = 0, most = 0;
  for (const auto* step : method::shortest_way(steps, minutes_of)) least += minutes_of(*step);
  for (const auto* step : method::longest_way(steps, minutes_of)) most += minutes_of(*step);
  if (most <= 0) return {};
  if (least >= most) return minutes(most, voice);
  return text::say(voice, "cards.minutes_range", "least"_is = number(least, voice), "most"_is = minutes(most, voice));
}

/// When a step comes at all, and what can be chosen in it.
std::string course_text(const method::Definition& method, const method::Step& step, const text::Voice& voice) {
  std::string out;
  const auto line = [&](text::Literal id, std::string_view text) {
    out += page::field(fmt::format(" {}", text::say(voice, id)), text, 14);
  };
  if (step.when)
    line("cards.only_if",
         fmt::format("{} [{}]", step.when->text.in(voice), origin_in_words(step.when->mark, step.when->source, voice)));
  if (step.repeat)
    line("cards.comes_again", fmt::format("{} [{}]", repeat_in_words(method, step, voice),
                                          origin_in_words(step.repeat->mark, step.repeat->source, voice)));
  if (step.parallel) {
    const auto& one = step.parallel->one;
    const auto place =
        one ? fmt::format(" [{}: {}]", one->name.in(voice), origin_in_words(one->mark, one->source, voice))
            : std::string();
    line("cards.in_groups", fmt::format("{} [{}]{}", parallel_in_words(method, step, voice),
                                        origin_in_words(step.parallel->mark, step.parallel->source, voice), place));
  }
  if (!step.menu || step.menu->of_repeat) return out;
  std::string who;
  for (const auto role : step.menu->who) who += (who.empty() ? "" : ", ") + role_name(method, role, voice);
  line("cards.chooses", who.empty() ? role_name(method, Role::chair, voice) : who);
  std::size_t number = 0;
  for (const auto& branch : step.menu->branches)
    out += page::paragraph(
        fmt::format("   {}) ", ++number),
        fmt::format("{} [{}]", branch.name.in(voice), origin_in_words(branch.mark, branch.source, voice)));
  return out;
}

/// The name of the branch that a step stands in; empty outside every menu.
std::string branch_of(const method::Definition& method, const method::Step& step, const text::Voice& voice) {
  for (const auto phase : kAllPhases)
    if (const auto* menu = step.in_menu.empty() ? nullptr : method.step(phase, step.in_menu); menu != nullptr)
      for (const auto& branch : menu->menu->branches)
        if (branch.id == step.in_branch) return branch.name.in(voice);
  return {};
}

std::string voted_kinds(const method::Definition& method, const method::Voting& vote, const text::Voice& voice) {
  std::string out;
  for (const auto& kind : vote.kinds)
    out += (out.empty() ? "" : ", ") + std::string(method::kind_label(&method, kind, voice));
  return out;
}

/// A record type with its fields, and where each comes from.
std::string record_type(const method::RecordType& type, const text::Voice& voice) {
  auto out = fmt::format("{} [{}]", type.name.in(voice), origin_in_words(type.mark, type.source, voice));
  for (std::size_t i = 0; i < type.parts.size(); ++i) {
    const auto& field = type.parts[i];
    method::RecordType one{.parts = {field}};
    out += fmt::format("{} {} [{}]", i == 0 ? ":" : ";", fields_in_words(one, voice),
                       origin_in_words(field.mark, field.source, voice));
    if (field.scale)
      out += fmt::format(" ({}: {}, {}: {}) [{}]", field.scale->min, field.scale->low.in(voice), field.scale->max,
                         field.scale->high.in(voice), origin_in_words(field.scale->mark, field.scale->source, voice));
  }
  return out;
}

std::string step_text(const method::Definition& method, const method::Step& step, std::size_t number,
                      const text::Voice& voice) {
  const auto origin = [&](method::Mark mark, const std::vector<std::string>& source) {
    return fmt::format(" [{}]", origin_in_words(mark, source, voice));
  };
  auto name = step.name.empty() ? step.id : step.name.in(voice);
  if (step.optional) name += text::say(voice, "cards.optional");
  if (const auto branch = branch_of(method, step, voice); !branch.empty()) name = fmt::format("{} - {}", branch, name);
  auto out = page::paragraph(fmt::format("{}. ", number), name + origin(step.mark, step.source));
  const auto line = [&](text::Literal id, std::string_view text) {
    out += page::field(fmt::format(" {}", text::say(voice, id)), text, 14);
  };
  out += course_text(method, step, voice);
  line("cards.time", minutes_in_words(step, voice, false) +
                         (step.minutes_mark ? origin(*step.minutes_mark, step.minutes_source) : std::string()));
  if (!step.led_by.empty()) line("cards.led_by", roles_in_words(method, step.led_by, voice));
  line("cards.speaks", floor_in_words(method, step.floor, voice, step.parallel.has_value()));
  line("cards.fits_here", kinds_in_words(method, step.kinds_that_fit(), voice));
  if (step.vote)
    line("cards.vote", text::say(voice, "cards.votes_on", "kinds"_is = voted_kinds(method, *step.vote, voice),
                                 "how"_is = label(step.vote->how, voice), "most"_is = step.vote->most) +
                           origin(step.vote->mark, step.vote->source));
  if (step.choice_moves)
    line("cards.choice",
         text::say(voice, "cards.choice_moves", "role"_is = role_name(method, *step.choice_moves, voice)));
  if (step.advice_waits()) line("cards.note", text::say(voice, "cards.advice_yet"));
  if (!step.records.empty())
    line("cards.write_down", step.records.in(voice) + origin(step.records.mark, step.records.source));
  for (const auto& prompt : step.prompts)
    out += page::paragraph("   > ", prompt.in(voice) + origin(prompt.mark, prompt.source));
  for (const auto& requirement : step.done_when)
    out += page::paragraph(fmt::format("   {} ", text::say(voice, "cards.needed")),
                           requirement_in_words(requirement, voice, false) +
                               origin(requirement.mark.value_or(method.status), requirement.source));
  return out;
}

std::string list(std::string_view title, const std::vector<std::string>& lines) {
  if (lines.empty()) return {};
  auto out = page::heading(title);
  for (const auto& line : lines) out += page::paragraph("- ", line);
  return out;
}

/// Where it listens, to what words, and what it says then.
std::string text_check(const method::Definition& method, const method::TextCheck& check, const text::Voice& voice) {
  std::string where;
  for (const auto& id : check.steps)
    for (const auto phase : kAllPhases)
      if (const auto* step = method.step(phase, id)) where += (where.empty() ? "" : ", ") + step->name.in(voice);
  if (where.empty()) where = text::say(voice, "cards.everywhere");
  const auto names = [&](const std::vector<std::string>& lists) {
    std::string out;
    for (const auto& list : lists) out += (out.empty() ? "" : ", ") + method::phrase_list_name(method.id, list);
    return out;
  };
  std::string words;
  if (!check.says.empty()) words = fmt::format("{} {}", text::say(voice, "cards.words_from_2"), names(check.says));
  if (!check.lacks.empty())
    words +=
        fmt::format("{}{} {}", words.empty() ? "" : ", ", text::say(voice, "cards.words_from"), names(check.lacks));
  return fmt::format("{} ({}): {} [{}]", where, words, check.text.in(voice),
                     origin_in_words(check.mark, check.source, voice));
}

std::string order_needed(const method::Definition& method, const text::Voice& voice) {
  std::string out;
  for (const auto& [first, second] : method.before)
    out += text::say(voice, "cards.comes_before", "out"_is = out.empty() ? "" : "; ", "first"_is = label(first, voice),
                     "second"_is = label(second, voice));
  return out;
}

/// The whole method on a few lines: every step with its minutes, phase below phase.
std::string flow(const method::Definition& method, const text::Voice& voice) {
  std::string out;
  for (const auto phase : phase_order(method)) {
    std::string line;
    const method::Step* before = nullptr;
    for (const auto& step : method.steps(phase)) {
      const bool same = before == nullptr || method::in_one_branch(*before, step);
      const bool from_menu = before != nullptr && before->menu && step.in_menu == before->id;
      // "Kies ⟨A: een → twee | B: drie⟩ → verder"
      if (!same && !before->in_menu.empty() && step.in_menu != before->in_menu) line += "⟩";
      if (from_menu) line += " ⟨";
      else if (!same && !step.in_menu.empty()) line += " | ";
      else if (!line.empty()) line += " → ";
      if (!same && !step.in_menu.empty()) line += branch_of(method, step, voice) + ": ";
      const auto& steps = method.steps(phase);
      const auto repeat = method::repeated_at(steps, static_cast<std::size_t>(&step - steps.data()));
      if (step.repeat) line += "↻⟨";
      line += (step.name.empty() ? step.id : step.name.in(voice)) + (step.when ? "?" : "");
      before = &step;
      if (step.floor.is_private) line += text::say(voice, "cards.private");
      else if (step.minutes > 0)
        line += fmt::format(" ({:g}′{})", step.minutes, step.minutes_per_person ? text::say(voice, "cards.each") : "");
      if (repeat && &step == &steps[repeat->last]) line += "⟩";
    }
    if (before != nullptr && !before->in_menu.empty()) line += "⟩";
    if (!out.empty()) out += "    ↓\n";
    out += page::field(label(phase, voice), line, 20);
  }
  return out + fmt::format("    ↺ {}\n", text::say(voice, "cards.next_round_closed"));
}

std::vector<std::string> requirement_lines(const std::vector<method::Requirement>& list, const text::Voice& voice) {
  std::vector<std::string> out;
  for (const auto& requirement : list) out.push_back(requirement_in_words(requirement, voice));
  return out;
}

std::string term_text(const workflow::Term& term, const text::Voice& voice) {
  auto out = fmt::format("{}: {}", workflow::cited(term).in(voice), term_length(term, voice));
  out += term.configurable ? text::say(voice, "cards.can_changed") : text::say(voice, "cards.fixed");
  if (!term.source.empty()) out += fmt::format("; {} {}", text::say(voice, "cards.source"), term.source);
  out += ')';
  if (!term.note.empty()) out += ". " + term.note.in(voice);
  return out;
}

}  // namespace

std::string method_card(const method::Definition& method, const text::Voice& voice) {
  auto out = page::paragraph("", method.name.empty() ? method.id : method.name.in(voice)) + '\n';
  out += page::paragraph("", method.summary.in(voice)) + '\n';
  out += page::field(text::say(voice, "cards.id"), fmt::format("{} {}", method.id, method.version));
  out += page::field(text::say(voice, "cards.source_status"),
                     fmt::format("{}. {}", label(method.status, voice), method.status_note.in(voice)));
  out += page::field(text::say(voice, "cards.people"), people(method.people, voice));
  if (!method.about_resident)
    out += page::field(text::say(voice, "cards.about"), text::say(voice, "cards.about_colleagues"));
  out += page::field(text::say(voice, "case.workflow"), method.workflow);
  out += page::field(text::say(voice, "cards.order"), order_needed(method, voice));
  out += page::field(text::say(voice, "cards.extra_rules"), method.library);
  std::vector<std::string> lines;
  for (const auto& use : method.roles)
    lines.push_back(
        fmt::format("{} [{}]", role(use, voice), origin_in_words(use.mark.value_or(method.status), use.source, voice)));
  for (const auto& one : method.rotations) lines.push_back(rotation(method, one, voice));
  out += list(text::say(voice, "cards.roles"), lines);
  out += page::heading(text::say(voice, "cards.how_goes")) + flow(method, voice);

  for (const auto phase : kAllPhases) {
    const auto& steps = method.steps(phase);
    if (const auto& why = method.leaves_out(phase)) {
      out += page::heading(text::say(voice, "cards.left_out", "phase"_is = capital(label(phase, voice))));
      out +=
          page::paragraph("", fmt::format("{} [{}]", why->in(voice), origin_in_words(why->mark, why->source, voice)));
    }
    if (steps.empty()) continue;
    auto title = capital(label(phase, voice));
    if (const auto sum = fixed_minutes(steps, voice); !sum.empty()) title += fmt::format(" ({})", sum);
    out += page::heading(title);
    for (std::size_t i = 0; i < steps.size(); ++i)
      out += (i == 0 ? "" : "\n") + step_text(method, steps[i], i + 1, voice);
  }

  lines.clear();
  for (const auto& type : method.record_types) lines.push_back(record_type(type, voice));
  out += list(text::say(voice, "cards.record_types"), lines);
  lines.clear();
  for (const auto& check : method.text_checks) lines.push_back(text_check(method, check, voice));
  out += list(text::say(voice, "cards.what_method_listens"), lines);
  lines.clear();
  for (const auto& item : method.fidelity)
    lines.push_back(fmt::format("{} [{}]", item.text.in(voice), origin_in_words(item.mark, item.source, voice)));
  out += list(text::say(voice, "cards.do_we_work_method"), lines);
  lines.clear();
  for (const auto& source : method.sources) lines.push_back(fmt::format("[{}] {}", source.key, source.title));
  out += list(text::say(voice, "text.sources"), lines);
  lines.clear();
  for (const auto& gap : method.gaps) lines.push_back(gap.in(voice));
  return out + list(text::say(voice, "cards.what_sources_do_say"), lines);
}

std::string workflow_card(const workflow::Workflow& workflow, const text::Voice& voice) {
  auto out = page::paragraph("", workflow.name.empty() ? workflow.id : workflow.name.in(voice)) + '\n';
  out += page::paragraph("", workflow.summary.in(voice)) + '\n';
  out += page::field(text::say(voice, "cards.id"), fmt::format("{} {}", workflow.id, workflow.version));
  out += page::field(text::say(voice, "cards.source_status"), label(workflow.status, voice));
  out += page::field(text::say(voice, "case.method"), workflow.method);
  std::size_t number = 0;
  for (const auto& rule : workflow.phases) {
    out += page::heading(fmt::format("{}. {}", ++number, capital(label(rule.phase, voice))));
    if (rule.done_when.empty()) out += page::paragraph("- ", text::say(voice, "cards.done_when_method_done"));
    for (const auto& line : requirement_lines(rule.done_when, voice)) out += page::paragraph("- ", line);
  }
  out += list(text::say(voice, "cards.needed_close"), requirement_lines(workflow.close_when, voice));
  std::vector<std::string> terms;
  for (const auto& term : workflow.terms) terms.push_back(term_text(term, voice));
  return out + list(text::say(voice, "cards.terms"), terms);
}

}  // namespace casus::report
