// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/put_right.hpp"
#include "core/engine/mending/said.hpp"
#include "core/engine/refusing.hpp"
#include "core/engine/remarks/line_remarks.hpp"
#include "core/engine/team/team.hpp"
#include "core/engine/team/team_erasing.hpp"
#include "core/engine/team/team_mending.hpp"
#include "core/engine/team/team_people.hpp"
#include "core/engine/team/team_words.hpp"
#include "core/learning/decide/decide.hpp"
#include "core/model/person_name.hpp"
#include "core/model/redaction.hpp"
#include "core/report/documents/in_fives.hpp"
#include "core/service/commands/blank_texts.hpp"
#include "core/service/mending/learning_gone.hpp"
#include "core/service/mending/named_elsewhere.hpp"
#include "core/service/mending/team_remains.hpp"
#include "core/service/service_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <type_traits>

/// The team's side of the service: its stream, and the lines that are kept apart from every case (R15).
namespace casus::service {

namespace {

Answer as_answer(const AnswerWith<std::vector<TeamEvent>>& kept) {
  Answer answer;
  answer.command_id = kept.command_id;
  answer.version = kept.version;
  answer.repeated = kept.repeated;
  answer.refusal = kept.refusal;
  answer.conflict = kept.conflict;
  return answer;
}

/// What was not done has nothing that deserves a second look.
Answer with_remarks(Answer answer, std::vector<engine::Remark> remarks) {
  if (answer.done() && !answer.repeated) answer.remarks = std::move(remarks);
  return answer;
}

/// What the team's own lines said, then and when they were corrected. Of what was done the words beside it are in no
/// learning, and who did it may have agreed something there under the same name.
std::vector<std::string> texts_in(const std::vector<TeamEvent>& history, const std::vector<std::int64_t>& numbers) {
  std::vector<std::string> texts;
  for (const auto number : numbers) {
    const auto& body = history.at(static_cast<std::size_t>(number - 1)).body;
    if (engine::words_beside(body) != nullptr) continue;
    if (const auto* corrected = std::get_if<LineCorrected>(&body))
      for (const auto& one : corrected->now) texts.push_back(one.to);
    else if (!engine::main_field(body).empty()) texts.push_back(engine::field_of(body, engine::main_field(body)));
  }
  std::erase(texts, "");
  return texts;
}

/// Who does it and who types, in the team's own spelling; whoever is not of the team as they said it.
void spell_names_of(TeamCommand& command, const Team& team) {
  const auto spelled = [&](const std::string& name) {
    const auto meant = team.members_meant(name);
    return meant.size() == 1 ? meant.front()->name : kept_name(name);
  };
  if (!command.by.empty()) command.by = spelled(command.by);
  if (command.seat) command.seat->name = spelled(command.seat->name);
}

/// Whoever gives it looks after the store, and sees no case.
bool by_a_keeper(const TeamCommand& command) { return command.seat && command.seat->sureness == Sureness::keeper; }

/// What a keeper is told where others read which cases and with whom: how many, in fives.
Refusal in_fives_only(std::string name, text::Message reason) {
  return engine::no(std::move(name), "", std::move(reason), engine::msg("team.only_the_team_sees_which"));
}

}  // namespace

/// Brings what the definitions know of the team up to what the store holds; in a group once.
void Service::hear_team() const {
  const auto& team = state_->teams.current(TeamStream::kId);
  if (team.version == state_->heard) return;
  state_->definitions.listen_for(team.phrases);
  state_->definitions.know_members(team.members);
  state_->heard = team.version;
}

std::optional<Team> Service::team() {
  const auto held = state_->session.hold();
  hear_team();
  const auto& team = state_->teams.seen(TeamStream::kId);
  if (team.name.empty()) return std::nullopt;  // lines can lie there before anybody named the team
  return team;
}

std::vector<TeamEvent> Service::team_history() {
  const auto held = state_->session.hold();
  const auto stream = TeamStream::stream_of(TeamStream::kId);
  const auto stored = store_.read(stream);
  auto events = TeamStream::events_of(stored);
  if (!events) require_erased(stream, stored);
  return std::move(events).value_or(std::vector<TeamEvent>());
}

Answer Service::note_line(TeamCommand line, const std::vector<std::string>& names) {
  return keep_line(std::move(line), names);
}

Answer Service::keep_line(TeamCommand command, const std::vector<std::string>& names, std::int64_t asked) {
  const auto held = state_->session.hold();
  leave_out_blanks(command.body);
  if (asked == 0 && !command.id.empty()) asked = content_of(command);
  const auto& team = state_->teams.current(TeamStream::kId);
  spell_names_of(command, team);
  // What was done before is answered as done, also to who left since.
  if (auto refusal = engine::may_not_change(team, command); refusal && !store_.receipt(command.id)) {
    Answer answer;
    answer.command_id = command.id;
    answer.refusal = std::move(refusal);
    return answer;
  }
  if (engine::asks_history(command.body)) return put_line_right(std::move(command), asked);
  const bool closes = std::holds_alternative<CloseTeam>(command.body);
  if (closes && !state_->session.together) {  // nobody opens a case between the looking and the closing
    Answer answer;
    in_one_transaction([&] {
      answer = keep_line(std::move(command), names, asked);
      return answer.done();
    });
    return answer;
  }
  if (closes && !store_.receipt(command.id))
    if (auto refusal = close_first()) {
      if (refusal->name == "CasesOpen" && by_a_keeper(command)) {
        auto open = report::whole_fives_in_words(std::ssize(still_open()));
        refusal = in_fives_only("CasesOpen", engine::msg("team.cases_open", "cases"_is = std::move(open)));
      }
      // When the team meets is the team's.
      if (refusal->name == "MeetingGoesOn" && by_a_keeper(command))
        refusal = engine::no("MeetingGoesOn", "", engine::msg("team.some_meeting_goes_on"),
                             engine::msg("team.some_meeting_goes_on_do"));
      Answer answer;
      answer.command_id = command.id;
      answer.refusal = std::move(refusal);
      return answer;
    }
  TeamStream::Command line{std::move(command), asked};
  if (const auto* leaves = std::get_if<LeaveTeam>(&line.body)) {
    const auto meant = state_->teams.current(TeamStream::kId).members_meant(leaves->name);
    if (auto refusal = meant.size() == 1 ? hand_over_first(meant.front()->name) : std::nullopt) {
      if (by_a_keeper(line)) {
        auto has = report::whole_fives_in_words(std::ssize(still_has(meant.front()->name)));
        refusal = in_fives_only(
            "HandOverFirst", engine::msg("team.hand_over_first", "person"_is = meant.front()->name,
                                         "cases"_is = engine::msg("team.so_many_cases", "count"_is = std::move(has))));
      }
      Answer answer;
      answer.command_id = line.id;
      answer.refusal = std::move(refusal);
      return answer;
    }
    if (meant.size() == 1 && !state_->session.together) {
      const auto name = meant.front()->name;
      return leave(std::move(line), name, asked);
    }
  }
  std::vector<engine::Remark> remarks;
  const auto kept = state_->teams.keep(line, [&](const Team& team, const TeamStream::Command& wanted) {
    remarks = engine::remarks(team, wanted);
    return engine::decide(team, wanted, names, state_->definitions);
  });
  state_->heard = -1;  // who is in the team may be others now
  for (const auto& event : kept.events)
    if (const auto* added = std::get_if<MemberAdded>(&event.body); added != nullptr && !by_a_keeper(line))
      if (auto remark = called_as_somebody(added->name, line.by)) remarks.push_back(std::move(*remark));
  return with_remarks(as_answer(kept), std::move(remarks));
}

/// In one transaction with what was theirs in the team's learning: answers, goals, log.
Answer Service::leave(TeamCommand command, const std::string& member, std::int64_t asked) {
  Answer answer;
  if (command.id.empty()) command.id = random_command_id();
  auto leaves = command;
  if (leaves.at == Time{}) leaves.at = state_->clock.now();
  std::vector<std::string> names{member};
  if (const auto* one = state_->teams.current(TeamStream::kId).member(member))
    names.insert(names.end(), one->formerly.begin(), one->formerly.end());
  const auto forgets = [&](const std::string& stream) {
    LearningCommand command_to{{}, stream.substr(LearningStream::kPrefix.size()), member, {}, {}, ForgetLearner{}, {}};
    const auto& team = state_->teams.current(TeamStream::kId);
    if (state_->learnings.current(command_to.session).called(member, team) == nullptr) return;
    learning::Facts facts;
    facts.team = &team;
    const auto kept =
        state_->learnings.keep(command_to, [&](const learning::Session& it, const LearningCommand& wanted) {
          return learning::decide(it, wanted, facts);
        });
    for (const auto& event : kept.events)
      if (const auto* gone = std::get_if<LearnerForgotten>(&event.body)) store_.erase_person(stream, gone->person);
  };
  in_one_transaction([&] {
    for (const auto& stream : store_.streams(LearningStream::kPrefix)) forgets(stream);
    answer = keep_line(std::move(command), {}, asked);
    if (answer.done() && !answer.repeated) leave_tables(names, leaves);
    return answer.done();
  });
  state_->learnings.forget();
  return answer;
}

/// In one transaction with the keys of what is destroyed.
Answer Service::put_line_right(TeamCommand command, std::int64_t asked) {
  auto& teams = state_->teams;
  TeamStream::Command line{std::move(command), asked};
  const auto stream = TeamStream::stream_of(TeamStream::kId);
  const auto work = [&] {
    std::vector<TeamEvent> before;
    std::vector<std::string> names;  // of who left and is erased
    std::vector<engine::Remark> remarks;
    const auto kept = teams.keep(line, [&](const Team& team, const TeamStream::Command& wanted) {
      remarks = engine::remarks(team, wanted);
      auto so_far = team_history();
      auto decided = engine::decide_mending(wanted, so_far);
      if (const auto* erases = std::get_if<EraseMember>(&wanted.body); decided && erases != nullptr)
        if (auto leaver = engine::leaver_meant(engine::fold(so_far), erases->name)) names = std::move(leaver->names);
      if (decided) say_what_remains_of_team(*decided, so_far, names);
      before = std::move(so_far);
      return decided;
    });
    for (const auto& event : kept.events) {
      if (const auto* gone = std::get_if<LineDestroyed>(&event.body))
        destroy_copies(store_, state_->learnings, texts_in(before, gone->events), {event.at, gone->ground});
      if (const auto* erased = std::get_if<MemberErased>(&event.body)) {
        // Whoever looks after the store erases too, and is of no team: the colleague who did it as well puts it right.
        const bool of_team = engine::fold(before).member(line.by) != nullptr;
        const auto mends = of_team ? std::string() : erased->with;
        for (const auto& remark : {member_named(store_, names, mends), named_in_cases(names, line.by, mends)})
          if (remark) remarks.push_back(*remark);
        forget_in_meetings(names, event);
      }
      for (const auto& left : remains_said_by(event))
        store_.destroy_event(stream, left.event, store::Husk{left.version, left.payload, {}});
    }
    teams.forget();
    return with_remarks(as_answer(kept), std::move(remarks));
  };
  if (state_->session.together) return work();
  Answer answer;
  in_one_transaction([&] {
    answer = work();
    return true;
  });
  return answer;
}

/// Not when it was taken back before, by itself.
void Service::withdraw_line(const std::string& line, std::int64_t event, const Command& command, std::int64_t number) {
  TeamStream::Command takes_back;
  takes_back.id = fmt::format("{}/team/{}", command.id, number);
  takes_back.at = command.at;
  takes_back.by = command.by;
  takes_back.seat = command.seat;
  const auto& because = std::get<Withdraw>(command.body).because;
  takes_back.body = WithdrawLine{line, because};
  state_->teams.keep(takes_back, [&](const Team& team, const TeamStream::Command& asked) {
    std::vector<TeamEvent> events;
    const auto has = [&](const std::vector<TeamLine>& all) {
      return std::ranges::any_of(all, [&](const TeamLine& one) { return one.id == line; });
    };
    if (has(team.learning) || has(team.signals)) events.push_back({asked.at, LineWithdrawn{line, {event}, because}});
    engine::say_who_did_it(asked, events);
    return Outcome<std::vector<TeamEvent>, Refusal>(std::move(events));
  });
  state_->teams.forget();
}

namespace {

/// Of a line that a case counts for the team, or of the line itself; empty: it is destroyed.
template <class Body>
const std::string* theme_counted(const Body& body, bool learning) {
  if constexpr (std::is_same_v<Body, EventBody>) {
    const auto* counted = std::get_if<LearningCounted>(&body);
    const auto* signal = std::get_if<SignalCounted>(&body);
    return learning ? (counted == nullptr ? nullptr : &counted->theme) : signal == nullptr ? nullptr : &signal->theme;
  } else {
    const auto* noted = std::get_if<LearningNoted>(&body);
    const auto* signal = std::get_if<SignalNoted>(&body);
    return learning ? (noted == nullptr ? nullptr : &noted->theme) : signal == nullptr ? nullptr : &signal->theme;
  }
}

/// The number of the team's line that this is the count of: noted in the same moment, and where more were, of the same
/// theme, the one with as many before it. 0: there is none.
std::int64_t line_of_count(const Events& of_case, const Event& counted, const std::vector<TeamEvent>& lines) {
  const bool learning = std::holds_alternative<LearningCounted>(counted.body);
  const auto& theme = *theme_counted(counted.body, learning);
  const auto fits = [&](const auto& one) {
    const auto* its = one.at == counted.at ? theme_counted(one.body, learning) : nullptr;
    return its != nullptr && (its->empty() || theme.empty() || *its == theme);
  };
  auto before = std::count_if(of_case.data(), &counted, fits);
  std::int64_t found = 0;
  for (std::size_t i = 0; i < lines.size() && before >= 0; ++i)
    if (fits(lines[i])) {
      found = static_cast<std::int64_t>(i) + 1;
      --before;
    }
  return found;
}

}  // namespace

/// What the case counted is taken back, or destroyed: then so is the line itself, which the team has from the same
/// moment. The words lie there alone, also those of a line that was taken back before.
void Service::taken_back_with_the_team(const Command& command, const Events& events) {
  std::vector<std::int64_t> counted;
  std::optional<DestroyGround> destroyed;
  for (const auto& event : events) {
    if (const auto* withdrawn = std::get_if<Withdrawn>(&event.body))
      counted.insert(counted.end(), withdrawn->events.begin(), withdrawn->events.end());
    if (const auto* gone = std::get_if<TextDestroyed>(&event.body); gone != nullptr && !gone->earlier) {
      counted.insert(counted.end(), gone->events.begin(), gone->events.end());
      destroyed = gone->ground;
    }
  }
  if (counted.empty()) return;
  const auto so_far = history(command.case_id);
  std::optional<std::vector<TeamEvent>> lines;
  for (const auto number : counted) {
    const auto& event = so_far.at(static_cast<std::size_t>(number - 1));
    if (!engine::is_of_the_team(event.body)) continue;
    if (!lines) lines = TeamStream::events_of(store_.read(TeamStream::stream_of(TeamStream::kId)));
    if (!lines) return;
    const auto place = line_of_count(so_far, event, *lines);
    if (place == 0) continue;
    const auto line = engine::lines_of(*lines).at(place);
    if (!destroyed) {
      withdraw_line(line, place, command, number);
      continue;
    }
    // The team may have destroyed it before, by itself.
    TeamCommand destroys{fmt::format("{}/team/{}", command.id, number), command.at,
                         DestroyLine{line, *destroyed, false}, command.by, command.seat};
    const auto asked = content_of(destroys);
    (void)put_line_right(std::move(destroys), asked);
  }
}

Answer Service::handle(TeamCommand command) { return keep_line(std::move(command), {}); }

Answer Service::note(Command count, TeamCommand line) {
  const auto held = state_->session.hold();
  hear_team();
  const bool given = !count.id.empty();
  if (!given) count.id = random_command_id();
  line.id = count.id + "/team";
  const auto asked = content_of(line);
  if (given && store_.receipt(count.id)) {  // the line was kept before the case counted it
    auto again = handle(std::move(count));
    if (!again.repeated) return again;
    auto kept = keep_line(std::move(line), {}, asked);
    if (kept.done()) return again;
    kept.case_id = again.case_id;
    return kept;
  }
  const auto& it = current(count.case_id);
  if (count.at == Time{}) count.at = std::max(state_->clock.now(), it.changed_at);
  // First see that the case takes it: a line may not be kept that the case then refuses.
  if (const auto decided = engine::decide(it, count, state_->definitions); !decided) {
    Answer answer;
    answer.command_id = count.id;
    answer.case_id = count.case_id;
    answer.case_id = count.case_id;
    answer.version = it.version;
    answer.refusal = decided.error();
    return with_stranger_kept(count.seat, std::move(answer));
  }
  std::vector<std::string> names;
  for (const auto& person : it.people)
    if (!person.name.empty()) names.push_back(person.name);
  // The neighbourhood is coarse enough to go along (R15), and without it the area cannot be seen in the signals.
  if (auto* signal = std::get_if<NoteSignal>(&line.body); signal != nullptr && signal->neighbourhood.empty()) {
    if (personal_data(it.neighbourhood, names).empty()) signal->neighbourhood = it.neighbourhood;
  }
  line.at = count.at;
  auto kept = keep_line(std::move(line), names, asked);
  kept.case_id = count.case_id;
  if (!kept.done()) return kept;
  auto answer = told(std::move(count));
  std::ranges::move(kept.remarks, std::back_inserter(answer.remarks));
  return answer;
}

}  // namespace casus::service
