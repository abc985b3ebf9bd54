// SPDX-License-Identifier: EUPL-1.2
#include "tests/service/year.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace casus::test {

namespace {

const std::vector<std::string> kTeam{"Noor", "Bram", "Ria", "Yusuf", "Femke", "Samira", "Daan", "Imke"};
const std::vector<std::string> kMethods{"solution-focused/reflecting-team", "eigen-kracht/lens",
                                        "action-learning/advice-round", "action-learning/learning-set"};

}  // namespace

TeamYear::TeamYear(std::unique_ptr<store::Store> in, int cases, std::uint32_t seed)
    : store(std::move(in)),
      workflows(workflow::Catalogue::scan({CASUS_SOURCE_DIR "/workflows"})),
      service(*store, shipped_plugins(), workflows, clock),
      meetings(service, clock),
      wanted_(cases),
      row_(seed) {
  tells(FoundTeam{{.name = "Wijkteam Verzonnen"}});
  for (const auto& name : kTeam) tells(AddMember{name, ""});
  // Everybody has a holiday of two or three weeks, spread over the summer, and one is ill for long in autumn.
  for (std::size_t i = 0; i < kTeam.size(); ++i) {
    const auto from = plus_days(*date_from("2026-06-29"), static_cast<int>(i) * 7);
    tells(SetAbsence{kTeam[i], from, plus_days(from, i % 2 == 0 ? 13 : 20)});
  }
  tells(SetAbsence{"Yusuf", *date_from("2026-10-05"), *date_from("2026-11-15")});
}

int TeamYear::chance(int of) {
  row_ = row_ * 1664525U + 1013904223U;
  return static_cast<int>((row_ >> 8U) % static_cast<std::uint32_t>(of));
}

void TeamYear::tells(TeamBody body) {
  const bool founds = std::holds_alternative<FoundTeam>(body);
  REQUIRE(service.handle(TeamCommand{next_id(), {}, std::move(body), founds ? "" : kTeam.front()}).done());
}

void TeamYear::does(const std::string& id, const std::string& by, CommandBody body) {
  const auto answer = service.handle(Command{next_id(), id, by, {}, std::nullopt, std::move(body)});
  if (answer.refusal) refused.push_back(fmt::format("{} by {}: {}", id, by, answer.refusal->reason.in(Lang::en)));
  REQUIRE_FALSE(answer.conflict.has_value());
}

void TeamYear::meets(MeetingBody body, const std::string& by) {
  const auto answer = meetings.handle(MeetingCommand{next_id(), day(), by, {}, std::nullopt, std::move(body)});
  if (answer.refusal) refused.push_back(fmt::format("{} by {}: {}", day(), by, answer.refusal->reason.in(Lang::en)));
  REQUIRE_FALSE(answer.conflict.has_value());
}

void TeamYear::pass() {
  for (int week = 0; week < kMeetings; ++week) {
    open_cases(week);
    hold(meetings.propose(on(), 90).plan);
    next_week();
  }
}

void TeamYear::open_cases(int week) {
  const auto until = std::clamp((week + 1) * wanted_ / (kMeetings - 6), std::min(2, wanted_), wanted_);
  while (static_cast<int>(cases.size()) < until) {
    const auto number = static_cast<int>(cases.size());
    auto owner = kTeam[static_cast<std::size_t>(number) % kTeam.size()];
    const auto id = fmt::format("2026-{:03}", number + 1);
    OpenCase open{.title = fmt::format("Verzonnen huishouden {}", number + 1),
                  .privacy = Privacy::anonymous,
                  .basis = Basis::wmo,
                  .purpose = "een volgende stap vinden",
                  .method = kMethods[static_cast<std::size_t>(chance(4))],
                  .mode = Mode::coaching};
    if (chance(4) == 0) open.reported_on = plus_days(on(), -chance(20));
    does(id, owner, open);
    if (chance(5) < 2) does(id, owner, AskForPlace{"Hoe vinden we hier een volgende stap?", false});
    else does(id, owner, SetReview{plus_days(on(), 21 + chance(50))});
    cases.push_back(id);
  }
}

std::set<std::string> TeamYear::due() {
  std::set<std::string> ids;
  for (const auto& id : cases) {
    const auto state = service.open(id);
    bool is = state.review_on && *state.review_on <= on();
    for (const auto& action : state.actions) is = is || (action.state == Done::open && *action.plan.by_when <= on());
    if (is) ids.insert(id);
  }
  return ids;
}

std::set<std::string> TeamYear::in_danger() {
  std::set<std::string> ids;
  for (const auto& id : cases)
    if (service.open(id).stage.safety == Safety::acute) ids.insert(id);
  return ids;
}

/// What came of the agreements: most are kept, some get another day, and now and then one is just left.
void TeamYear::look_back(const std::string& id, const std::string& by) {
  const auto state = service.open(id);
  for (const auto& action : state.actions) {
    if (action.state != Done::open || *action.plan.by_when > on()) continue;
    const auto came = chance(10);
    if (came < 6) does(id, by, FinishAction{action.plan.id, Done::done, "gedaan"});
    else if (came < 9) does(id, by, MoveAction{action.plan.id, plus_days(on(), 7 + chance(14)), "vroeg meer tijd"});
    else ++left_open;
  }
  if (state.review_on && *state.review_on <= on()) does(id, by, SetReview{plus_days(on(), 60 + chance(90))});
}

/// A place of its own: into the first step, with an agreement and a day to look back.
void TeamYear::review(const std::string& id, const std::string& by) {
  if (service.open(id).stage.life == Life::intake) {
    does(id, by, AskQuestion{"Hoe vinden we hier een volgende stap?", "Dat wij weten wie wat doet"});
    does(id, by, NextStep{"de tijd is kort"});
  }
  for (int i = 0; i < 1 + chance(2); ++i)
    does(id, by,
         AddAction{"Bellen met de zus", by, plus_days(on(), 7 * (1 + chance(4))), by, Rung::network, i == 0, ""});
  does(id, by, SetReview{plus_days(on(), 42 + chance(42))});
}

/// Somebody in another case turns out to be in danger: the item waits, the danger goes first.
void TeamYear::interrupt(const std::string& by) {
  for (const auto& id : cases) {
    const auto state = service.open(id);
    const auto meeting = meetings.open(day());
    const auto* there = meeting.item(id);
    if (state.stage.life != Life::open || state.stage.safety != Safety::clear || there != nullptr) continue;
    const auto owner = state.with(Role::presenter)->name;
    meets(ParkItem{"Er is gevaar in een andere casus"}, by);
    does(id, owner, RaiseAcute{"Er is nu gevaar"});
    meets(AddItem{id, 15, "Acuut gevaar", AgendaPart::acute, "", "", ""}, by);
    meets(TakeItem{id, ""}, by);
    if (chance(2) == 0) does(id, owner, HandleAcute{"Veiligheid is geregeld"});
    meets(FinishItem{}, by);
    ++interrupts;
    return;
  }
}

void TeamYear::hold(const PlanMeeting& plan) {
  auto chair = plan.chair;
  meets(plan, chair);
  StartMeeting start;
  const auto team = *service.team();
  for (const auto& member : team.members)
    if (!team.is_away(member.name, on())) start.present.push_back(member.name);
  if (chance(9) == 0) {  // swapped on the day itself, as teams do
    start.chair = meetings.propose(on(), 90).rota.at(1).name;
    chair = start.chair;
  }
  meets(start, chair);
  bool interrupted = false;
  const auto agenda = meetings.open(day());
  for (const auto& item : agenda.items) {
    if (clock.now() > *agenda.started_at + std::chrono::minutes(95) && item.line.part == AgendaPart::review) continue;
    meets(TakeItem{item.line.id, ""}, chair);
    clock.advance(std::chrono::minutes(item.line.minutes + chance(3) - 1));
    const auto& id = item.line.case_id;
    if (!id.empty()) {
      const auto owner = service.open(id).with(Role::presenter)->name;
      if (const auto now = meetings.open(day()); now.at_hand() != nullptr) CHECK(now.chair_now() != owner);
      if (!interrupted && item.line.part == AgendaPart::review && chance(7) == 0) {
        interrupted = true;
        interrupt(chair);
        if (meetings.open(day()).at_hand() == nullptr) meets(TakeItem{item.line.id, ""}, chair);
      }
      const auto safety = service.open(id).stage.safety;
      if (safety == Safety::acute) does(id, owner, HandleAcute{"Veiligheid is geregeld"});
      else if (safety == Safety::concern && chance(3) == 0) does(id, owner, ClearSafety{"De zorg is weg"});
      if (item.line.has(Why::review_due) || item.line.has(Why::action_due)) look_back(id, owner);
      if (item.line.part == AgendaPart::review) review(id, owner);
    }
    meets(FinishItem{}, chair);
  }
  meets(FinishMeeting{}, chair);
}

void TeamYear::next_week() {
  const auto next = std::chrono::sys_days(on()) + std::chrono::days(7) + std::chrono::hours(9);
  clock.advance(Time(next) - clock.now());
}

}  // namespace casus::test
