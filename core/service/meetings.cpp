// SPDX-License-Identifier: EUPL-1.2
#include "core/service/meetings.hpp"

#include "core/base/fault.hpp"
#include "core/service/command_ids.hpp"
#include "core/service/seating.hpp"
#include "core/store/codec.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::service {

namespace {

constexpr std::string_view kMeetings = "meeting/";

std::string meeting_stream(const std::string& day) { return std::string(kMeetings) + day; }

/// Appending is tried again this often when others keep being first.
constexpr int kMeetingTries = 8;

constexpr int kMostCases = 2000;
constexpr std::ptrdiff_t kMostMeetings = 52;

}  // namespace

Meetings::Meetings(Service& service, const Clock& clock) : service_(service), clock_(clock) {}

Meeting& Meetings::current(const std::string& day) {
  auto& it = known_[day];
  it.id = day;
  for (const auto& stored : service_.store().read(meeting_stream(day), it.version))
    meeting::evolve(it, store::decode_meeting(stored));
  return it;
}

meeting::Facts Meetings::facts(const Meeting& at, const MeetingBody& body, const std::optional<Team>& team) {
  meeting::Facts known;
  known.team = team ? &*team : nullptr;
  auto& about = known.about;
  about.id = meeting::case_meant(at, body);
  if (about.id.empty() || !service_.exists(about.id)) return known;
  const auto state = service_.open(about.id);
  about.exists = true;
  about.version = state.version;
  about.erased = state.stage.life == Life::erased;
  if (const auto* presenter = state.with(Role::presenter)) about.presenter = presenter->name;
  about.method = state.method(state.stage.phase).id;
  if (const auto* here = state.here()) {
    about.phase = here->phase;
    about.step = here->step;
  }
  const bool ends = std::holds_alternative<FinishItem>(body) || std::holds_alternative<FinishMeeting>(body);
  if (const auto* item = at.at_hand(); ends && item != nullptr && !about.erased) {
    const auto& sitting = item->sittings.back();
    const auto events = service_.history(about.id);
    const auto before = std::clamp<std::ptrdiff_t>(sitting.case_version, 0, std::ssize(events));
    about.untouched = std::none_of(events.begin() + before, events.end(), [&](const Event& event) {
      return event.at >= sitting.from && meeting::says_something(event.body);
    });
  }
  for (const auto& person : state.people)
    if (!person.name.empty() && !(person.team_member && person.at_table())) about.names.push_back(person.name);
  return known;
}

/// Before the meeting says that it turned to a case, so that a refusal there keeps it from saying so.
std::optional<Refusal> Meetings::seat(const Meeting& at, const MeetingCommand& command, const MeetingEvents& decided,
                                      std::vector<Answer>& seats) {
  auto after = at;
  for (const auto& event : decided) meeting::evolve(after, event);
  const auto* item = after.at_hand();
  const bool moves_chair = std::holds_alternative<ItemTaken>(decided.front().body) ||
                           std::holds_alternative<ChairTaken>(decided.front().body) ||
                           std::holds_alternative<Arrived>(decided.front().body) ||
                           std::holds_alternative<LeftMeeting>(decided.front().body);
  if (!moves_chair || item == nullptr || item->line.case_id.empty()) return std::nullopt;
  const auto state = service_.open(item->line.case_id);
  const Seating wanted{after.present, item->chair, after.note_taker};
  auto commands = seating_commands(state, wanted, command.id, std::max(command.at, state.changed_at),
                                   command.seat.value_or(Typist{command.by, {}, {}}));
  if (commands.empty()) return std::nullopt;
  seats = service_.handle_together(std::move(commands));
  for (const auto& answer : seats)
    if (answer.refusal) return answer.refusal;
  return std::nullopt;
}

MeetingAnswer Meetings::handle(MeetingCommand command) {
  MeetingAnswer answer;
  if (command.id.empty()) command.id = random_command_id();
  answer.command_id = command.id;
  answer.meeting = command.meeting;
  auto& store = service_.store();
  if (const auto receipt = store.receipt(command.id)) {
    answer.repeated = true;
    answer.version = receipt->last;
    return answer;
  }
  const bool now = command.at == Time{};
  const auto team = service_.team();
  for (int attempt = 1;; ++attempt) {
    // A day that is none would become a stream's name; the decision refuses it.
    Meeting nowhere;
    auto& it = date_from(command.meeting) ? current(command.meeting) : nowhere;
    answer.version = it.version;
    const auto stream = meeting_stream(command.meeting);
    if (command.expect && *command.expect != it.version) {
      answer.conflict = store::Conflict{stream, *command.expect, it.version};
      return answer;
    }
    if (now) command.at = std::max(clock_.now(), it.changed_at);
    auto decided = meeting::decide(it, command, facts(it, command.body, team));
    if (!decided) {
      answer.refusal = std::move(decided.error());
      return answer;
    }
    if (decided->empty()) return answer;
    if (auto refusal = seat(it, command, *decided, answer.seats)) {
      answer.refusal = std::move(refusal);
      return answer;
    }
    std::vector<store::NewEvent> events;
    for (const auto& event : *decided) events.push_back(store::encode(event));
    const auto kept = store.append(stream, it.version, command.id, events, nullptr);
    if (kept) {
      for (const auto& event : *decided) meeting::evolve(it, event);
      answer.version = it.version;
      answer.events = std::move(*decided);
      return answer;
    }
    if (meeting::is_move(command.body) || command.expect || attempt == kMeetingTries) {
      answer.conflict = kept.error();
      return answer;
    }
  }
}

MeetingAnswer Meetings::note(MeetingCommand count, TeamCommand line) {
  if (count.id.empty()) count.id = random_command_id();
  MeetingAnswer answer;
  answer.command_id = count.id;
  answer.meeting = count.meeting;
  if (!service_.store().receipt(count.id)) {  // a line may not be kept that the meeting then refuses
    const auto team = service_.team();
    const auto at = date_from(count.meeting) ? current(count.meeting) : Meeting{};
    answer.version = at.version;
    if (count.at == Time{}) count.at = std::max(clock_.now(), at.changed_at);
    if (auto decided = meeting::decide(at, count, facts(at, count.body, team)); !decided) {
      answer.refusal = std::move(decided.error());
      return answer;
    }
    std::vector<std::string> names;
    if (const auto* item = at.at_hand(); item != nullptr && service_.exists(item->line.case_id))
      for (const auto& person : service_.open(item->line.case_id).people)
        if (!person.name.empty()) names.push_back(person.name);
    line.id = count.id + "/team";
    line.at = count.at;
    const auto kept = service_.note_line(std::move(line), names);
    answer.refusal = kept.refusal;
    answer.conflict = kept.conflict;
    if (!kept.done()) return answer;
  }
  return handle(std::move(count));
}

meeting::Proposal Meetings::propose(Date on, std::optional<int> minutes, const std::string& chair,
                                    const std::string& note_taker) {
  meeting::Situation situation;
  situation.on = on;
  situation.team = service_.team().value_or(Team{});
  situation.minutes = minutes.value_or(situation.team.minutes);
  situation.chair = chair;
  situation.note_taker = note_taker;
  for (const auto life : {Life::intake, Life::open, Life::paused}) {
    store::IndexQuery query;
    query.life = life;
    query.by_due = true;
    query.limit = kMostCases - static_cast<int>(situation.cases.size());
    for (const auto& line : service_.cases(query)) situation.cases.push_back(service_.open(line.id));
  }
  auto before = days();
  std::erase_if(before, [&](const std::string& day) { return day >= to_string(on); });
  if (std::ssize(before) > kMostMeetings) before.erase(before.begin(), before.end() - kMostMeetings);
  for (const auto& day : before) situation.past.push_back(current(day));
  return meeting::propose(situation, service_.library());
}

bool Meetings::exists(const std::string& day) {
  return date_from(day).has_value() && service_.store().head(meeting_stream(day)) > 0;
}

Meeting Meetings::open(const std::string& day) {
  if (!exists(day)) throw Fault(Fault::Kind::store, fmt::format("there is no meeting on '{}'", day));
  return current(day);
}

MeetingEvents Meetings::history(const std::string& day) {
  MeetingEvents events;
  for (const auto& stored : service_.store().read(meeting_stream(day))) events.push_back(store::decode_meeting(stored));
  return events;
}

std::vector<std::string> Meetings::days() {
  auto days = service_.store().streams(kMeetings);
  for (auto& day : days) day.erase(0, kMeetings.size());
  return days;
}

std::optional<Meeting> Meetings::running() {
  const auto all = days();
  for (auto day = all.rbegin(); day != all.rend(); ++day)
    if (const auto& it = current(*day); it.running()) return it;
  return std::nullopt;
}

std::vector<Meeting> Meetings::forgotten(Date today) {
  std::vector<Meeting> found;
  for (const auto& day : days())
    if (const auto& it = current(day); it.running() && it.on() < today) found.push_back(it);
  return found;
}

}  // namespace casus::service
