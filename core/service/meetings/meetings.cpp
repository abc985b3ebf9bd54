// SPDX-License-Identifier: EUPL-1.2
#include "core/service/meetings/meetings.hpp"

#include "core/base/fault.hpp"
#include "core/engine/remarks/line_remarks.hpp"
#include "core/engine/team/team.hpp"
#include "core/model/person_name.hpp"
#include "core/service/commands/blank_texts.hpp"
#include "core/service/commands/command_ids.hpp"
#include "core/service/meetings/meetings_state.hpp"
#include "core/service/mending/meeting_remains.hpp"
#include "core/service/service_state.hpp"
#include "core/service/table/seating.hpp"
#include "core/store/checkpoint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <type_traits>
#include <utility>

namespace casus::service {

namespace {

constexpr int kPage = 1000;  // of the index, at a time
constexpr std::ptrdiff_t kMostMeetings = 52;

bool is_guest(const std::optional<Team>& team, const std::string& name) {
  return team && !team->members.empty() && team->members_meant(name).empty();
}

}  // namespace

Meetings::Meetings(Service& service, const Clock& clock)
    : service_(service), clock_(clock), state_(std::make_unique<State>(service.state_->session, clock)) {}

Meetings::~Meetings() = default;

/// The case that a command is about, or that this goes on in; nothing when there is none, or none that can be read: the
/// face tells which those are.
const Case* Meetings::about(const std::string& case_id) {
  if (case_id.empty()) return nullptr;
  const auto* it = service_.readable(case_id);
  if (it != nullptr && !it->into().empty()) it = service_.readable(service_.leads_to(case_id));
  return it != nullptr && it->exists() ? it : nullptr;
}

/// A line of a case that was merged is one of the case that it goes on in. What is kept of the meeting stays as it was:
/// its lines are named by their own ids.
Meeting Meetings::led_on(Meeting meeting) {
  const auto lead = [&](AgendaLine& line) {
    if (line.case_id.empty()) return;
    try {
      if (service_.state_->cases.seen(line.case_id).into().empty()) return;
    } catch (const store::KeyMissing&) {
      service_.state_->without_key.insert(line.case_id);  // the others of the day are there to read
      return;
    }
    line.case_id = service_.leads_to(line.case_id);
  };
  for (auto& item : meeting.items) lead(item.line);
  for (auto& line : meeting.left_off) lead(line);
  return meeting;
}

meeting::Facts Meetings::facts(const Meeting& at, const MeetingBody& body, const std::optional<Team>& team) {
  meeting::Facts known;
  known.team = team ? &*team : nullptr;
  auto& about = known.about;
  about.id = meeting::case_meant(at, body);
  const auto* const found = this->about(about.id);
  if (found == nullptr) return known;
  const auto& state = *found;
  about.id = state.id;
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
    about.half_way = meeting::is_half_way(state, at.on());
    // What was said before it was parked counts.
    const auto events = service_.history(about.id);
    about.untouched = std::ranges::none_of(item->sittings, [&](const Sitting& sitting) {
      const auto before = std::clamp<std::ptrdiff_t>(sitting.case_version, 0, std::ssize(events));
      return std::any_of(events.begin() + before, events.end(), [&](const Event& event) {
        return event.at >= sitting.from && (!sitting.to || event.at <= *sitting.to) &&
               meeting::says_something(event.body);
      });
    });
  }
  for (const auto& person : state.people)
    if (!person.name.empty() && !(person.team_member && person.has_seat())) about.names.push_back(person.name);
  return known;
}

/// Who came for one case as a guest goes when the talk about it is over: nobody reads a case on afterwards because they
/// once sat there. That somebody cannot get up is no reason to keep the meeting from going on.
void Meetings::see_guests_off(const Meeting& at, const MeetingCommand& command, const MeetingEvents& decided,
                              std::vector<Answer>& seats, const std::optional<Team>& team) {
  const auto has = [&]<class Event>(std::type_identity<Event>) {
    return std::ranges::any_of(decided, [](const auto& one) { return std::holds_alternative<Event>(one.body); });
  };
  const bool all = has(std::type_identity<MeetingFinished>{});
  if (!all && !has(std::type_identity<ItemFinished>{})) return;
  std::vector<std::string> guests;
  for (const auto* there : {&at.present, &at.were_there})
    std::ranges::copy_if(*there, std::back_inserter(guests), [&](const auto& name) { return is_guest(team, name); });
  if (guests.empty()) return;
  for (const auto& item : at.items) {
    const bool over = item.state == ItemState::at_hand || (all && item.state == ItemState::parked);
    const auto* state = over ? about(item.line.case_id) : nullptr;
    if (state == nullptr) continue;
    Seating wanted{.gone = guests, .by = command.by};
    const auto commands = leaving_commands(*state, wanted, command.id, std::max(command.at, state->changed_at),
                                           command.seat.value_or(Typist{command.by, {}, {}}));
    for (const auto& one : commands)
      if (auto answer = service_.handle(one); answer.done()) seats.push_back(std::move(answer));
  }
}

/// Before the meeting says that it turned to a case, so that a refusal there keeps it from saying so.
std::optional<Refusal> Meetings::seat(const Meeting& at, const MeetingCommand& command, const MeetingEvents& decided,
                                      std::vector<Answer>& seats, const std::optional<Team>& team) {
  if (decided.empty()) return std::nullopt;
  see_guests_off(at, command, decided, seats, team);
  auto after = at;
  for (const auto& event : decided) meeting::evolve(after, event);
  const auto* item = after.at_hand();
  const bool moves_chair = std::holds_alternative<ItemTaken>(decided.front().body) ||
                           std::holds_alternative<ChairTaken>(decided.front().body) ||
                           std::holds_alternative<Arrived>(decided.front().body) ||
                           std::holds_alternative<LeftMeeting>(decided.front().body);
  if (!moves_chair || item == nullptr || item->line.case_id.empty()) return std::nullopt;
  auto state = service_.open(item->line.case_id);
  if (!state.into().empty()) state = service_.open(service_.leads_to(state.id));
  Seating wanted{after.present, item->chair, after.note_taker};
  wanted.by = command.by;
  if (const auto* left = std::get_if<LeftMeeting>(&decided.front().body); left != nullptr && is_guest(team, left->name))
    wanted.gone.push_back(left->name);
  // A guest sits at the case that they came for, and at no other.
  const auto* came = std::get_if<Arrived>(&decided.front().body);
  std::erase_if(wanted.present, [&](const std::string& name) {
    if (!is_guest(team, name) || (came != nullptr && same_name(came->name, name))) return false;
    const auto* person = state.person(name);
    return person == nullptr || !person->at_table();
  });
  for (const auto& name : wanted.present)
    if (is_guest(team, name)) wanted.guests.push_back(name);
  // Who was renamed since sits at this table under the name of then.
  const auto here = [&](const std::string& name) {
    const auto* member = team ? team->member(name) : nullptr;
    return member == nullptr || member->formerly.empty() ? name : service_.called_in(state, name);
  };
  std::vector<std::string> present;
  for (const auto& name : wanted.present)
    if (auto seat = here(name); std::ranges::find(present, seat) == present.end()) present.push_back(std::move(seat));
  wanted.present = std::move(present);
  wanted.chair = here(wanted.chair);
  wanted.note_taker = here(wanted.note_taker);
  wanted.by = here(wanted.by);
  auto commands = seating_commands(state, wanted, command.id, std::max(command.at, state.changed_at),
                                   command.seat.value_or(Typist{command.by, {}, {}}));
  if (commands.empty()) return std::nullopt;
  seats = service_.handle_together(std::move(commands));
  for (const auto& answer : seats)
    if (answer.refusal) return answer.refusal;
  return std::nullopt;
}

MeetingAnswer Meetings::handle(MeetingCommand command) {
  const auto held = state_->session.hold();
  leave_out_blanks(command.body);
  if (auto* add = std::get_if<AddItem>(&command.body); add != nullptr && !add->case_id.empty())
    add->case_id = service_.leads_to(add->case_id);
  MeetingAnswer answer;
  answer.meeting = command.meeting;
  std::optional<Team> team;
  bool asked = false;
  std::string leader;
  const bool destroys =
      std::holds_alternative<TakeLineUp>(command.body) || std::holds_alternative<RewordItem>(command.body);
  if (destroys)
    if (const auto goes_on = running()) leader = goes_on->chair_now();
  const auto decide = [&](const Meeting& it, const MeetingCommand& wanted) {
    if (!std::exchange(asked, true)) team = service_.team();
    // What a finished meeting holds can still be put right.
    if (team && (!it.started_at || std::holds_alternative<ReopenMeeting>(wanted.body)))
      if (auto refusal = engine::closed_team(*team))
        return Outcome<MeetingEvents, Refusal>(failure(std::move(*refusal)));
    auto known = facts(it, wanted.body, team);
    const auto now = led_on(it);  // after what reads the case, so that it is in memory
    if (known.about.id.empty()) known = facts(now, wanted.body, team);  // a line named by the case that it goes on in
    known.leader = leader;
    auto decided = meeting::decide(now, wanted, known);
    if (decided && destroys)
      say_what_remains_of_meeting(*decided, service_.store().read(MeetingStream::stream_of(wanted.meeting)));
    return decided;
  };
  const auto seats_first = [&](const Meeting& it, const MeetingCommand& wanted, const MeetingEvents& decided) {
    return seat(it, wanted, decided, answer.seats, team);
  };
  const auto keep = [&] {
    static_cast<AnswerWith<MeetingEvents>&>(answer) = state_->meetings.keep(command, decide, seats_first);
    // The words go with it.
    for (const auto& event : answer.events)
      destroy_with(service_.store(), MeetingStream::stream_of(answer.meeting), event);
    return true;
  };
  if (destroys && !state_->session.together) service_.in_one_transaction(keep);
  else keep();
  const auto ended = [](const MeetingEvent& event) { return std::holds_alternative<MeetingFinished>(event.body); };
  if (std::ranges::any_of(answer.events, ended)) prove();
  if (answer.done() && !answer.events.empty())
    answer.after = std::make_shared<const Meeting>(led_on(state_->meetings.seen(answer.meeting)));
  if (answer.done() && !answer.repeated)
    answer.remarks = engine::remarks(team.value_or(Team{}), command,
                                     answer.after ? answer.after->present : std::vector<std::string>());
  return answer;
}

/// What was done in the meeting can be proved from its minutes. One that cannot be made now (a full disk) is made at a
/// later opening, and is no reason to say that the meeting did not end.
void Meetings::prove() {
  try {
    service_.store().checkpoint(clock_.now());
  } catch (const Fault&) {
    return;
  }
}

std::string Meetings::checkpoint_code(const Meeting& meeting) {
  const auto held = state_->session.hold();
  if (!meeting.finished_at) return {};
  for (const auto& made : service_.store().checkpoints())
    if (made.at >= *meeting.finished_at) return store::checkpoint_code(made);
  return {};
}

MeetingAnswer Meetings::note(MeetingCommand count, TeamCommand line) {
  const auto held = state_->session.hold();
  const bool given = !count.id.empty();
  if (!given) count.id = random_command_id();
  line.id = count.id + "/team";
  if (given && service_.store().receipt(count.id)) {  // the line was kept before the meeting counted it
    auto again = handle(std::move(count));
    if (!again.repeated) return again;
    auto kept = service_.note_line(std::move(line), {});
    again.refusal = std::move(kept.refusal);
    again.conflict = std::move(kept.conflict);
    return again;
  }
  MeetingAnswer answer;
  answer.command_id = count.id;
  answer.meeting = count.meeting;
  const auto team = service_.team();
  const auto& at = state_->meetings.current(count.meeting);
  answer.version = at.version;
  if (count.at == Time{}) count.at = std::max(clock_.now(), at.changed_at);
  // A line may not be kept that the meeting then refuses.
  if (auto decided = meeting::decide(at, count, facts(at, count.body, team)); !decided) {
    answer.refusal = std::move(decided.error());
    return answer;
  }
  std::vector<std::string> names;
  if (const auto* item = at.at_hand(); item != nullptr)
    if (const auto* state = about(item->line.case_id); state != nullptr)
      for (const auto& person : state->people)
        if (!person.name.empty()) names.push_back(person.name);
  line.at = count.at;
  auto kept = service_.note_line(std::move(line), names);
  answer.refusal = std::move(kept.refusal);
  answer.conflict = std::move(kept.conflict);
  if (!answer.done()) return answer;
  answer = handle(std::move(count));
  if (answer.done() && !answer.repeated) std::ranges::move(kept.remarks, std::back_inserter(answer.remarks));
  return answer;
}

/// Reads the lines of the index. Opened at once is a case that asked for something, since only the case says whether it
/// was answered or which others go on in it, and one whose line says too little.
void Meetings::add_cases(meeting::Situation& situation, meeting::Unopened& unopened, Life life) {
  store::IndexQuery query{.life = life};
  query.by_due = life == Life::closed;  // only what a resident asks for still counts, and that has a day
  query.limit = kPage;
  for (bool more = true; more; query.offset += kPage) {
    auto lines = service_.cases(query);
    more = std::ssize(lines) == kPage;
    for (auto& line : lines) {
      if (life == Life::closed && !line.action_due) return;
      if (line.glance && !line.glance->asks) {
        unopened.seen.push_back({std::move(line.id), line.stage, line.round, std::move(line.step),
                                 std::move(line.method), line.review_on, line.action_due, date_of(line.changed_at),
                                 std::move(*line.glance)});
        continue;
      }
      // Of a case whose key is lost nothing can be said; the face tells which those are.
      if (const auto* const it = service_.readable(line.id)) situation.cases.push_back(*it);
    }
  }
}

meeting::Proposal Meetings::propose(Date on, std::optional<int> minutes, const std::string& chair,
                                    const std::string& note_taker) {
  const auto held = state_->session.hold();
  meeting::Situation situation{.on = on, .team = service_.team().value_or(Team{})};
  situation.minutes = minutes.value_or(situation.team.minutes);
  situation.chair = chair;
  situation.note_taker = note_taker;
  auto before = days();
  std::erase_if(before, [&](const std::string& day) { return day >= to_string(on); });
  if (std::ssize(before) > kMostMeetings) before.erase(before.begin(), before.end() - kMostMeetings);
  for (const auto& day : before) situation.past.push_back(state_->meetings.current(day));
  meeting::Unopened unopened;
  unopened.open = [this](const std::string& id) { return service_.readable(id); };
  for (const auto life : {Life::intake, Life::open, Life::paused, Life::closed}) add_cases(situation, unopened, life);
  // What was on the table as another case counts for the one that it is in: those stand in the cases that are open.
  std::map<std::string, std::string> into;
  for (const auto& it : situation.cases)
    for (const auto& taken : it.taken_in)
      if (!taken.given_back) into[taken.taken.case_id] = it.id;
  for (auto& past : situation.past) {
    const auto lead = [&](AgendaLine& line) {
      if (const auto found = into.find(line.case_id); found != into.end()) line.case_id = found->second;
    };
    for (auto& item : past.items) lead(item.line);
    for (auto& line : past.left_off) lead(line);
  }
  return meeting::propose(situation, service_.library(), unopened);
}

}  // namespace casus::service
