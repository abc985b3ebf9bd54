// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/engine/refusing.hpp"
#include "core/service/service_state.hpp"

#include <fmt/format.h>

#include <algorithm>

/// Attachments: what is in them lies in streams of their own, "file/<case>/<id>", each with its own keys.
namespace casus::service {

std::string file_stream(const std::string& case_id, const std::string& id) { return "file/" + case_id + '/' + id; }

bool keep_file(store::Store& store, const std::string& case_id, const std::string& id, Time at,
               const std::string& bytes) {
  return store.append(file_stream(case_id, id), 0, "", {{"FileKept", 1, at, bytes, {}}}, nullptr).has_value();
}

Answer refused(const Command& command, Refusal refusal) {
  Answer answer;
  answer.command_id = command.id;
  answer.case_id = command.case_id;
  answer.refusal = std::move(refusal);
  return answer;
}

Answer Service::attach(Command command, const std::string& bytes, const engine::Found& found) {
  const auto held = state_->session.hold();
  hear_team();
  auto& cases = state_->cases;
  Answer answer;
  answer.case_id = command.case_id;
  std::vector<engine::Remark> remarks;
  const auto work = [&] {
    static_cast<AnswerWith<Events>&>(answer) = cases.keep(command, [&](const Case& it, const Command& asked) {
      remarks = engine::remarks(it, asked);
      return engine::attach(it, asked, state_->definitions, found);
    });
    for (const auto& event : answer.events)
      if (const auto* attached = std::get_if<FileAttached>(&event.body)) {
        if (!keep_file(store_, command.case_id, attached->id, event.at, bytes))
          throw Fault(Fault::Kind::store,
                      fmt::format("an attachment '{}' of case '{}' is there already", attached->id, command.case_id));
      }
    return answer.done();
  };
  if (state_->session.together) work();
  else in_one_transaction(work);
  if (answer.done() && !answer.repeated) answer.remarks = std::move(remarks);
  if (answer.done() && !answer.events.empty()) answer.after = std::make_shared<const Case>(cases.seen(command.case_id));
  return with_stranger_kept(command.seat, std::move(answer));
}

std::string Service::file(const std::string& case_id, const std::string& id) {
  const auto held = state_->session.hold();
  // What came with another case lies where it was put.
  const auto it = current(case_id);
  const auto found = std::ranges::find(it.files, id, [](const Attachment& one) { return one.file.id; });
  for (const auto& taken : it.taken_in) {
    if (found == it.files.end() || taken.given_back) continue;
    const auto* line = taken.line(found->event);
    if (line == nullptr) continue;
    const auto there = current(taken.taken.case_id);
    const auto was = std::ranges::find(there.files, line->event, &Attachment::event);
    if (was != there.files.end()) return file(there.id, was->file.id);
  }
  const auto stored = store_.read(file_stream(case_id, id));
  if (stored.empty() || !stored.front().payload)
    throw Fault(Fault::Kind::store, fmt::format("attachment '{}' of case '{}' is not there any more", id, case_id));
  return *stored.front().payload;
}

Answer no_bytes(const Command& command) {
  using text::msg;
  using namespace text::literals;
  return refused(command, engine::no("NoBytes", "", msg("attach.no_bytes"),
                                     msg("attach.no_bytes_do",
                                         "attach"_is = text::way("case attach", "case"_is = command.case_id,
                                                                 "file"_is = text::gap(), "about"_is = text::gap()))));
}

}  // namespace casus::service
