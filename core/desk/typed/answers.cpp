// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/typed/answers.hpp"

#include "core/desk/file_endings.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/desk/twice.hpp"
#include "core/page/page.hpp"
#include "core/report/history/event_shown.hpp"
#include "core/report/history/history_text.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace casus::desk {
namespace {

using nlohmann::json;

/// Ids that somebody needs to refer to what was just made.
std::string id_of(const Event& event) {
  return std::visit(
      [](const auto& body) -> std::string {
        if constexpr (requires { body.id; }) return " [" + body.id + "]";
        else return {};
      },
      event.body);
}

bool shows(const Refusal& refusal, std::string_view path) {
  return std::ranges::any_of(refusal.remedies, [&](const Remedy& remedy) {
    return std::ranges::any_of(remedy.ways(), [&](const text::Way& way) { return way.path == path; });
  });
}

/// What the program gave away before is beyond it, and who destroys something should not think otherwise.
bool destroys(const Events& events) {
  return std::ranges::any_of(events, [](const Event& event) {
    return std::holds_alternative<TextDestroyed>(event.body) || std::holds_alternative<PersonErased>(event.body);
  });
}

void print_done(Desk& desk, Reply& reply, const service::Answer& answer, const std::optional<text::Message>& twice) {
  if (answer.repeated) return reply.line(desk.say("answers.done_before_nothing_changed"));
  if (auto why = desk.store().unfinished(); !why.empty())
    reply.line(desk.say("answers.kept_wiping_keys_will_finished", "why"_is = std::move(why)), Tone::warning);
  bool moved = false;
  const bool erased = !answer.events.empty() && std::holds_alternative<CaseErased>(answer.events.back().body);
  if (erased) {
    reply.line(desk.say("answers.case_erased_old_backups_too", "case"_is = answer.case_id), Tone::good);
    for (const auto& remark : answer.remarks) reply.line("  " + remark_line(remark, desk.voice()), Tone::warning);
    reply.line("  " + desk.say("answers.outside_stays"), Tone::quiet);
    return;
  }
  if (answer.after) {
    for (const auto& event : answer.events) {
      reply.line(fmt::format("{} · {}{}", answer.case_id, told(desk, event, *answer.after), id_of(event)), Tone::good);
      for (const auto& remark : remarks(desk, event)) reply.line("  " + remark, Tone::warning);
      moved =
          moved || std::holds_alternative<StepEntered>(event.body) || std::holds_alternative<CaseOpened>(event.body);
    }
  }
  // Also when the case itself did not change: what was put right lies beside it then.
  for (const auto& remark : answer.remarks) reply.line("  " + remark_line(remark, desk.voice()), Tone::warning);
  if (destroys(answer.events)) reply.line("  " + desk.say("answers.outside_stays"), Tone::quiet);
  if (!answer.after) return;
  if (twice) reply.line("  " + desk.voice().say(*twice), Tone::warning);
  if (moved) reply.look_on(desk.say("answers.look", "show"_is = text::way("case show", "case"_is = answer.case_id)));
}

template <class Events>
json came_of(const service::AnswerWith<Events>& answer, const text::Voice& voice) {
  json out{{"id", answer.command_id}, {"ok", answer.done()}};
  if (answer.refusal) {
    out["refused"] = refusal_json(*answer.refusal, voice);
  } else if (answer.conflict) {
    out["conflict"] = {{"expected", answer.conflict->expected}, {"actual", answer.conflict->actual}};
  } else {
    out["version"] = answer.version;
    out["events"] = json::array();
    for (const auto& event : answer.events) out["events"].push_back(name_of(event.body));
    if (answer.repeated) out["repeated"] = true;
  }
  for (const auto& remark : answer.remarks)
    out["remarks"].push_back({{"rule", remark.rule}, {"text", voice.say(remark.message)}});
  return out;
}

}  // namespace

std::string remark_line(const engine::Remark& remark, const text::Voice& voice) {
  return remark.rule.empty() ? text::say(voice, "remark.line", "text"_is = remark.message)
                             : text::say(voice, "remark.line_2", "rule"_is = remark.rule, "text"_is = remark.message);
}

json missing_json(const std::vector<Missing>& missing, const text::Voice& voice) {
  json out = json::array();
  for (const auto& one : missing)
    out.push_back({{"id", one.id},
                   {"rule", one.rule},
                   {"hard", one.hard},
                   {"text", one.text.in(voice)},
                   {"who", one.who.in(voice)}});
  return out;
}

json refusal_json(const Refusal& refusal, const text::Voice& voice) {
  return {{"name", refusal.name},
          {"rule", refusal.rule},
          {"reason", refusal.reason.in(voice)},
          {"remedy", refusal.remedies_in(voice)},
          {"missing", missing_json(refusal.missing, voice)}};
}

json answer_json(const service::Answer& answer, const text::Voice& voice) {
  auto out = came_of(answer, voice);
  if (!answer.case_id.empty()) out["case"] = answer.case_id;
  return out;
}

json answer_json(const service::MeetingAnswer& answer, const text::Voice& voice) {
  auto out = came_of(answer, voice);
  out["meeting"] = answer.meeting;
  return out;
}

/// Without numbers of the stream, and each kind of event once: they would count what others wrote for themselves.
json answer_json(const service::LearningAnswer& answer, const text::Voice& voice) {
  auto out = came_of(answer, voice);
  out.erase("version");
  if (out.contains("conflict")) out["conflict"] = json::object();
  if (out.contains("events")) {
    json once = json::array();
    for (auto& name : out["events"])
      if (std::ranges::find(once, name) == once.end()) once.push_back(std::move(name));
    out["events"] = std::move(once);
  }
  out["session"] = answer.session;
  return out;
}

std::vector<std::string> remarks(const Desk& desk, const Event& event) {
  std::vector<std::string> lines;
  if (const auto said = said_in_step(event.body))
    for (const auto& noticed : *said->noticed)
      lines.push_back(desk.say("answers.note", "rule"_is = noticed.rule, "remark"_is = noticed.message));
  return lines;
}

std::string told(Desk& desk, const Event& event, const Case& state) {
  const report::Naming names(state, desk.definitions(), desk.voice());
  if (report::is_unnamed(state, event))
    return names.who(event) + ' ' + report::event_in_words(event, state, desk.definitions(), desk.voice());
  const auto* said = std::get_if<Contributed>(&event.body);
  if (const auto* made = std::get_if<Recorded>(&event.body); made != nullptr && !made->hidden) {
    const auto found = std::ranges::find(state.contributions, made->id, &Contribution::id);
    if (found != state.contributions.end())
      return fmt::format("{} ({}): {}", names.person(event.by), names.kind_name(*found), names.words(*found));
  }
  if (said == nullptr || said->hidden)
    return names.person(event.by) + ' ' + report::event_in_words(event, state, desk.definitions(), desk.voice());
  const auto method = state.visits.empty() ? std::string_view() : std::string_view(state.visits.back().method);
  return fmt::format("{} ({}): {}", names.person(event.by), names.kind_name(method, said->kind), said->text);
}

std::string step_name(Desk& desk, const StepEntered& entered, const Case& state) {
  return report::Naming(state, desk.definitions(), desk.voice())
      .step_name(entered.phase, entered.method, entered.step, entered.about, entered.again);
}

std::string missing_lines(const std::vector<Missing>& missing, const text::Voice& voice) {
  std::string out;
  for (const auto& one : missing) {
    const auto level = (one.hard ? Words("answers.must") : Words("answers.reason")).in(voice);
    out += fmt::format("  - {} ({}{}{})", one.text.in(voice), level, one.rule.empty() ? "" : ", ", one.rule);
    if (const auto who = one.who.in(voice); !who.empty()) out += "; " + who;
    out += '\n';
  }
  return out;
}

void print_refusal(const text::Voice& voice, Reply& reply, const Refusal& refusal) {
  reply.error(text::say(voice, "answers.refused", "rule"_is = refusal.rule.empty() ? "" : " (" + refusal.rule + ")",
                        "reason"_is = refusal.reason.in(voice)),
              Tone::bad);
  auto missing = missing_lines(refusal.missing, voice);
  if (!missing.empty()) {
    missing.pop_back();
    reply.error(missing);
  }
  if (!refusal.remedies.empty())
    reply.error(text::say(voice, "answers.do", "remedies"_is = refusal.remedies_in(voice)));
}

void show(Desk& desk, Reply& reply, const service::Answer& answer) {
  reply.refusal = answer.refusal;
  reply.case_id = answer.case_id;
  const auto twice = said_twice(desk, answer);
  if (desk.wants_document()) {
    auto document = answer_json(answer, desk.voice());
    if (twice) document["twice"] = desk.voice().say(*twice);
    reply.json(std::move(document));
  }
  if (desk.json()) {
    reply.status = status_of(answer);
    return;
  }
  if (answer.refusal) {
    print_refusal(desk, reply, *answer.refusal);
    for (const auto& remark : answer.remarks) reply.error(remark_line(remark, desk.voice()), Tone::warning);
    // Not twice: what must be there is told with the same line in the remedy.
    if (!answer.refusal->missing.empty() && !answer.case_id.empty() && !shows(*answer.refusal, "case why"))
      reply.error(
          desk.say("answers.way", "why"_is = desk.voice().write(text::way("case why", "case"_is = answer.case_id))));
  } else if (answer.conflict) {
    reply.error(desk.say("answers.somebody_first_case_version_saw", "actual"_is = answer.conflict->actual,
                         "expected"_is = answer.conflict->expected),
                Tone::bad);
    reply.error(desk.say("answers.do_look", "show"_is = text::way("case show", "case"_is = answer.case_id)));
  } else if (answer.case_id.empty()) {
    reply.line(desk.say("answers.noted_team"), Tone::good);
  } else {
    print_done(desk, reply, answer, twice);
  }
  reply.status = status_of(answer);
}

std::optional<service::Answer> would_be_done(Desk& desk, Reply& reply, const Command& command) {
  auto tried = with_refusal_kept(desk, command, std::move(desk.service().handle_all({command}, false).front()));
  if (tried.done()) return tried;
  show(desk, reply, tried);
  return std::nullopt;
}

void put_document(Desk& desk, Reply& reply, json about, const std::string& bytes, const store::OutputFile& out,
                  Words written, Tone tone) {
  require_ending(desk, out, ending_of(bytes));
  if (!out.empty()) write_file(desk, out, bytes);
  if (desk.json()) {
    if (out.empty()) about["content"] = bytes;
    else about["file"] = out.path;
    reply.json(std::move(about));
  } else if (out.empty()) {
    reply.text(bytes);
  } else {
    reply.line(desk.say(written, "file"_is = out.path), tone);
  }
}

void put_paper(Desk& desk, Reply& reply, json about, page::Page page, const std::string& bytes,
               const store::OutputFile& out, Words written, Tone tone, bool asked_so) {
  if (desk.json() || !out.empty()) return put_document(desk, reply, std::move(about), bytes, out, written, tone);
  auto to_read = asked_so ? std::string() : page::page_text(page);
  page::Page laid_out;
  laid_out.paragraph(page.title);
  laid_out.append(std::move(page));
  reply.text(bytes, std::move(laid_out), std::move(to_read));
}

Status status_of(const Refusal& refusal) {
  // Each has an address of its own; of a person, a line or an action only its case can say that it is not there.
  constexpr std::array<std::string_view, 4> kNotThere{"CaseUnknown", "MethodUnknown", "WorkflowUnknown",
                                                      "MeetingNotPlanned"};
  return std::ranges::find(kNotThere, refusal.name) == kNotThere.end() ? Status::refused : Status::usage;
}

void show_refused(Desk& desk, Reply& reply, const std::string& case_id, Refusal refusal) {
  service::Answer answer;
  answer.case_id = case_id;
  answer.refusal = std::move(refusal);
  show(desk, reply, answer);
}

void show(Desk& desk, Reply& reply, const Refusal& refusal) {
  reply.status = status_of(refusal);
  reply.refusal = refusal;
  if (desk.wants_document()) reply.json({{"ok", false}, {"refused", refusal_json(refusal, desk.voice())}});
  if (!desk.json()) print_refusal(desk, reply, refusal);
}

}  // namespace casus::desk
