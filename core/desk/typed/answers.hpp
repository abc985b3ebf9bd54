// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/desk/reply.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>

/// What came of a command, for people and for programs.
namespace casus::desk {

/// {"id","case","ok":true,"version","events":[names]} or {"ok":false,"refused":{...}} or {"ok":false,"conflict":{...}};
/// `repeated` when it was done before.
nlohmann::json answer_json(const service::Answer& answer, const text::Voice& voice);
/// The same for a meeting, with "meeting" where a case has "case".
nlohmann::json answer_json(const service::MeetingAnswer& answer, const text::Voice& voice);
/// The same for a session of the team's learning, with "session".
nlohmann::json answer_json(const service::LearningAnswer& answer, const text::Voice& voice);
nlohmann::json refusal_json(const Refusal& refusal, const text::Voice& voice);
nlohmann::json missing_json(const std::vector<Missing>& missing, const text::Voice& voice);

/// Puts in the reply what came of a command.
void show(Desk& desk, Reply& reply, const service::Answer& answer);
/// The same of what was refused before there was a command.
void show_refused(Desk& desk, Reply& reply, const std::string& case_id, Refusal refusal);
void show(Desk& desk, Reply& reply, const service::MeetingAnswer& answer);
/// Done, it says nothing for people: the verb knows what was done, and who may read it.
void show(Desk& desk, Reply& reply, const service::LearningAnswer& answer);

/// What would come of the command now, if it would be done. If not, nothing, and the reply holds it: nobody is asked to
/// be sure of what they may not do.
std::optional<service::Answer> would_be_done(Desk& desk, Reply& reply, const Command& command);

/// What the command names is not there: no rule said no, and it ends as when a verb does not find what was typed.
Status status_of(const Refusal& refusal);

Status status_of(const auto& answer) {
  if (answer.refusal) return status_of(*answer.refusal);
  return answer.conflict ? Status::conflict : Status::done;
}

/// "- <what> (moet, R7); <who>", one line each.
std::string missing_lines(const std::vector<Missing>& missing, const text::Voice& voice);

/// "let op (R2): ...": a remark with its rule.
std::string remark_line(const engine::Remark& remark, const text::Voice& voice);

/// What happened, with who did it: "Noor (vraag): ...", "Noor zette Daan aan tafel: teamlid". `state` is the case
/// after.
std::string told(Desk& desk, const Event& event, const Case& state);
/// The same of a meeting; `after` is the meeting after.
std::string told(const Desk& desk, const MeetingEvent& event, const Meeting& after);

/// "let op (R9): ...", one for each remark that was made on what was said.
std::vector<std::string> remarks(const Desk& desk, const Event& event);

/// The name of a step that was entered.
std::string step_name(Desk& desk, const StepEntered& entered, const Case& state);

/// The reply to what was asked for and may not be: said, or {"ok":false,"refused":{...}}.
void show(Desk& desk, Reply& reply, const Refusal& refusal);

/// What, why with the rule, what to do.
void print_refusal(const text::Voice& voice, Reply& reply, const Refusal& refusal);
inline void print_refusal(Desk& desk, Reply& reply, const Refusal& refusal) {
  print_refusal(desk.voice(), reply, refusal);
}

/// A text as the reply, in the file `out` (then `written` says so, with its name), or as JSON: what is known `about` it
/// with its "content" or its "file".
void put_document(Desk& desk, Reply& reply, nlohmann::json about, const std::string& bytes,
                  const store::OutputFile& out, Words written = "document.written", Tone tone = Tone::good);

/// The same of a page that is printed as `bytes` where lines are typed; a face that lays pages out itself shows the
/// page it is, with its title. At a terminal it is the page as text to read, unless this form was asked for
/// (`asked_so`).
void put_paper(Desk& desk, Reply& reply, nlohmann::json about, page::Page page, const std::string& bytes,
               const store::OutputFile& out, Words written = "document.written", Tone tone = Tone::good,
               bool asked_so = false);

}  // namespace casus::desk
