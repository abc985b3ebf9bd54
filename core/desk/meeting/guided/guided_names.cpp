// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/desk/meeting/leading.hpp"
#include "core/desk/typed/completed.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/text/names_in_a_row.hpp"

#include <algorithm>
#include <utility>

/// Who begins, joins or leaves, as names in a row: each is one person, and of whom nobody knows it is asked.
namespace casus::desk {

using text::msg;

MeetingNames GuidedMeeting::names() const {
  MeetingNames names{.no_danger = no_danger_};
  if (!shown_.room) return names;
  names.chair = shown_.room->chair;
  for (const auto& waits : waiting_)
    if (shown_.table && !waits.unnamed && waits.case_id == shown_.table->case_id && waits.line.ends_with('?'))
      names.asked_last = waits.line;
  // A guest of another case is nobody here: no line of this one is ever theirs.
  for (const auto& name : shown_.room->present) {
    const auto sits = [&](const service::Seat& seat) { return same_name(seat.name, name); };
    if (!is_of_no_team(name) || (shown_.table && std::ranges::any_of(shown_.table->seats, sits)))
      names.people.push_back(name);
  }
  if (const auto team = desk_.service().team())
    for (const auto& member : team->members) names.team.push_back(member.name);
  for (const auto& item : shown_.room->items) {
    names.items.push_back({item.case_id.empty() ? item.id : item.case_id, item.what,
                           item.state == ItemState::at_hand || item.state == ItemState::finished});
    if (!item.case_id.empty() && std::ranges::find(names.cases, item.case_id) == names.cases.end())
      names.cases.push_back(item.case_id);
  }
  return names;
}

NamesRead GuidedMeeting::names_meant(const std::string& typed) const {
  const auto team = desk_.service().team();
  std::vector<std::string_view> people;
  if (team)
    for (const auto& member : team->members) people.emplace_back(member.name);
  for (const auto& name : shown_.room->present)
    if (std::ranges::find(people, name) == people.end()) people.emplace_back(name);
  NamesRead read;
  if (const auto all = begins_as(typed, msg("line.all_words")); all > 0) {
    const auto rest = trimmed(std::string_view(typed).substr(all));
    const auto except = begins_as(rest, msg("line.except_words"));
    const auto without = except > 0 ? read_names(rest.substr(except), people) : NamesRead{};
    if (rest.empty() || !without.known.empty()) {
      for (const auto& name : expected_at(desk_.meetings().open(day()), team))
        if (std::ranges::find(without.known, name) == without.known.end()) read.known.push_back(name);
      return read;
    }
  }
  read = read_names(typed, people);
  // Of a name that several have it is said who they are; and who works alone has no team to know anybody by.
  const auto several = [&](const std::string& name) {
    return !team || team->members.empty() || team->members_meant(name).size() > 1;
  };
  for (const auto& name : read.unknown)
    if (several(name)) read.known.push_back(name);
  std::erase_if(read.unknown, several);
  return read;
}

void GuidedMeeting::begin_with(const std::string& typed, const std::string& line) {
  const auto names = names_meant(typed);
  if (!names.unknown.empty() && !asked_before(line)) {
    const auto& first = names.unknown.front();
    not_done(msg("guided.begin_unknown", "names"_is = text::names_in_a_row(names.unknown),
                 "arrive"_is = name_of(Ask::arrive, desk_.voice()) + ' ' + first,
                 "add"_is = text::way("team add", "name"_is = first))
                 .in(voice()));
    if (!names.known.empty()) offer({Ask::start, joined({names.known.begin(), names.known.end()}), {}});
    return;
  }
  tell(desk_.meetings().handle(completed(desk_, meeting_command(StartMeeting{names.all(), {}, {}}))), line);
}

/// One of several in a line: sent twice, each is done once.
void GuidedMeeting::give_one(MeetingBody body, const std::string& of, const std::string& line) {
  auto command = meeting_command(std::move(body));
  if (!command.id.empty() && !of.empty()) command.id += '/' + of;
  tell(desk_.meetings().handle(completed(desk_, std::move(command))), line);
}

/// Each of them, until one is refused.
void GuidedMeeting::each_arrives(const std::string& typed, const std::string& line) {
  const auto names = names_meant(typed);
  if (line.empty() || names.all().size() < 2) {
    const auto& name = line.empty() || names.known.empty() ? typed : names.known.front();
    if (comes_back(name, line)) return;
    if (!line.empty() && sits_as_resident(name)) return;
    if (may_arrive(name, line)) tell(desk_.meetings().handle(completed(desk_, meeting_command(Arrive{name}))), line);
    return;
  }
  for (const auto& name : names.known)
    if (give_one(Arrive{name}, name, line); !shown_.done) return;
  if (names.unknown.empty()) return;
  const auto& first = names.unknown.front();
  const auto joins = name_of(Ask::arrive, desk_.voice()) + ' ' + first;
  not_done(
      msg("guided.guests", "names"_is = text::names_in_a_row(names.unknown), "first"_is = first).in(desk_.voice()));
  asked_ = joins;
  shown_.offer = Offer{joins, SteerMeeting{Ask::arrive, first, {}}};
}

void GuidedMeeting::each_leaves(const std::string& typed, const std::string& line) {
  const auto names = names_meant(typed);
  const bool several = !line.empty() && names.unknown.empty() && names.known.size() > 1;
  for (const auto& name : several ? names.known : std::vector<std::string>{typed}) {
    const bool present = is_present(*shown_.room, name);
    if (!present && leaves_table(name, line)) continue;
    if (give_one(LeaveMeeting{{name}}, several ? name : std::string(), line); !shown_.done) return;
    if (present) leaves_table(name, line);
  }
}

std::vector<std::string> GuidedMeeting::completions(const std::string& beginning) const {
  return completions_of(beginning, shown_.table.value_or(service::Table{}), names(), desk_.voice());
}

}  // namespace casus::desk
