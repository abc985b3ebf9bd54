// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/desk/call.hpp"
#include "core/desk/explained.hpp"
#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/desk/meeting/guided/unread.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/typed/command_text.hpp"
#include "core/desk/words/spoken_line.hpp"
#include "core/text/voice.hpp"

#include <algorithm>
#include <iterator>

/// What a guided meeting opens when it is asked to: pages, and any command of casus.
namespace casus::desk {
namespace {

/// More than this is a page of its own.
constexpr std::size_t kShortAnswer = 4;

/// The page of a case ("plan", "show", its id) for a face that types no commands, as whoever sits there may read it.
CommandLines::Answer read_by_seat(Desk& desk, const std::vector<std::string>& arguments) {
  const auto reply = call(desk, {arguments[0] + ' ' + arguments[1], {{"case", arguments[2]}}, {}});
  CommandLines::Answer answer{.done = reply.status == Status::done};
  for (const auto& said : reply.sayings())
    for (std::size_t from = 0; from <= said.text.size();) {
      const auto end = std::min(said.text.find('\n', from), said.text.size());
      if (const auto line = trimmed(std::string_view(said.text).substr(from, end - from)); !line.empty())
        answer.lines.emplace_back(line);
      from = end + 1;
    }
  return answer;
}

}  // namespace

/// The times that this meeting spent on a case; nothing when one case is led without a meeting.
const std::vector<Sitting>* GuidedMeeting::sittings_of(const std::string& case_id) {
  if (!place_.meeting) return nullptr;
  sittings_.clear();
  for (const auto& item : desk_.meetings().open(day()).items)
    if (item.line.case_id == case_id) sittings_.insert(sittings_.end(), item.sittings.begin(), item.sittings.end());
  return &sittings_;
}

std::string GuidedMeeting::as_line(const Command& command) const {
  if (auto spoken = spoken_line(command, *shown_.table, desk_.voice()); !spoken.empty()) return spoken;
  return lines_ == nullptr ? std::string(name_of(command.body)) : lines_->written(command);
}

void GuidedMeeting::look(const LookAt& look) {
  const auto voice = desk_.voice();
  if (look.what == Ask::help) {
    auto lines = meeting_help(look.about, voice);
    if (lines.size() == 1) say(std::move(lines.front()));
    else open_page(look.what, desk_.say("guided_looking.what_can_type_here"), std::move(lines));
    return;
  }
  if (look.what == Ask::agenda) {
    if (shown_.room) open_page(look.what, desk_.say("guided_looking.agenda"));
    else say(desk_.say("guided_looking.one_case_without_agenda"));
    return;
  }
  if (!shown_.table) return nothing_at_hand({});
  const auto& id = shown_.table->case_id;
  switch (look.what) {
    case Ask::why: return look_why();
    case Ask::suggest: return run_line({"case", "suggest", id}, desk_.say("guided_looking.suggestions"));
    case Ask::plan: return run_line({"plan", "show", id}, desk_.say("guided_looking.plan"));
    case Ask::network: return run_line({"network", "show", id}, desk_.say("guided_looking.network"));
    case Ask::said: return open_page(look.what, desk_.say("guided_looking.said_round"));
    case Ask::people: return open_page(look.what, desk_.say("guided_looking.table"));
    default: return open_page(Ask::step, desk_.say("guided_looking.step"));
  }
}

void GuidedMeeting::look_why() {
  const auto voice = desk_.voice();
  const auto state = looked_at(shown_.table->case_id);
  if (!state) return nothing_at_hand({});
  const auto [found, fault] = explained(desk_, *state, acting());
  std::vector<std::string> lines;
  if (!fault.empty()) lines.push_back(fault);
  lines.push_back(found.standing.in(voice));
  if (!found.missing.empty()) {
    lines.push_back(desk_.say("show.still_missing"));
    for (const auto& one : found.missing) {
      auto line = missing_lines({one}, this->voice());
      line.pop_back();  // the line break
      lines.push_back(std::move(line));
    }
  }
  auto unasked = lines;
  const auto list = [&](Words heading, const std::vector<Command>& commands) {
    if (commands.empty()) return;
    lines.push_back(desk_.say(heading));
    for (const auto& command : commands) {
      lines.push_back("  " + as_line(command));
      const auto way = way_of(command, voice);
      auto line = way ? voice.write(*way) : std::string();
      if (!line.empty() && std::ranges::find(unasked, line) == unasked.end()) unasked.push_back(std::move(line));
    }
  };
  list("show.way_replace_texts", found.way);
  list("show.go_reason", found.with_reason);
  if (found.stuck)
    for (auto* all : {&lines, &unasked}) {
      all->push_back(desk_.say("show.way_from_here_now"));
      for (const auto& first : found.first) all->push_back(voice.write(first));
    }
  open_page(Ask::why, desk_.say("guided_looking.why"), std::move(lines));
  shown_.page->unasked = std::move(unasked);
}

void GuidedMeeting::show(CommandLines::Answer answer) {
  if (answer.lines.size() > kShortAnswer) return open_page(Ask::plan, std::move(answer.title), std::move(answer.lines));
  for (auto& line : answer.lines) say(std::move(line), answer.done ? Tone::good : Tone::warning);
}

void GuidedMeeting::run_line(std::vector<std::string> arguments, const std::string& title) {
  auto answer = lines_ == nullptr ? read_by_seat(desk_, arguments)
                                  : lines_->run(std::move(arguments), acting(), shown_.table->case_id);
  answer.title = title;
  show(std::move(answer));
}

void GuidedMeeting::run(TypedCommand typed, const std::string& line) {
  if (lines_ == nullptr) return not_done(desk_.say("guided_looking.commands"));
  auto answer = lines_->run(std::move(typed.arguments), acting(), shown_.table ? shown_.table->case_id : std::string());
  shown_.done = answer.done;
  if (shown_.unseen())
    for (auto& told : answer.lines) told = without_quoted(std::move(told), *shown_.table, line);
  const bool silent = answer.lines.empty();
  show(std::move(answer));
  if (silent) say(desk_.say("guided_looking.done"), Tone::good);
  if (!shown_.done) shown_.back = line;
}

}  // namespace casus::desk
