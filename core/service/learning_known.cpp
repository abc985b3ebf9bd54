// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/scan.hpp"
#include "core/method/phrases.hpp"
#include "core/report/documents/area_counts.hpp"
#include "core/service/learning_state.hpp"
#include "core/service/mending/learning_gone.hpp"

#include <algorithm>
#include <set>

/// What a decision of the team's learning needs to know beside the session.
namespace casus::service {

/// Who of the team was in the meeting of a day, once it has begun: a session decides on it, and keeps only how many.
std::optional<learning::MeetingThere> Learning::meeting_on(Date on, const Team& team) {
  Meeting meeting{.id = to_string(on)};
  MeetingStream::fold(meeting, service_.store().read(MeetingStream::stream_of(meeting.id)));
  if (!meeting.started_at) return std::nullopt;
  learning::MeetingThere there{.members = static_cast<int>(team.members.size())};
  const auto was_there = [&](const Member& member) {
    const auto is_it = [&](const std::string& name) { return team.member(name) == &member; };
    return std::ranges::any_of(meeting.present, is_it) || std::ranges::any_of(meeting.were_there, is_it);
  };
  there.present = static_cast<int>(std::ranges::count_if(team.members, was_there));
  return there;
}

/// The editions there were, and what the next one takes from the team, its playbook and its circles.
void Learning::State::know_paper(casus::learning::Facts& facts, const Team& team) {
  auto& streams = service.learnings;
  std::optional<casus::learning::Paper> before;
  for (const auto& id : learning.sessions("paper")) {
    const auto& paper = streams.current(id).paper;
    if (!paper) continue;
    facts.paper.number = std::max(facts.paper.number, paper->number);
    if (paper->going_on()) facts.paper.going_on = id;
    if (!paper->is_out()) continue;
    facts.paper.session = id;
    facts.paper.promises = paper->promises;
    before = *paper;
  }
  std::vector<casus::learning::Circle> circles;
  for (const auto& id : learning.sessions("circle"))
    if (const auto& circle = streams.current(id).circle; circle && circle->settled_on) circles.push_back(*circle);
  std::vector<const casus::learning::Circle*> settled;
  for (const auto& one : circles) settled.push_back(&one);
  const auto book = streams.current(std::string(kBookSession)).book;
  facts.drawn = casus::learning::drawn_from(team, book, settled, before ? &*before : nullptr);
}

/// The cycles there were, the focus points of the team, and for a cycle that begins what its period adds up to.
void Learning::State::know_area(casus::learning::Facts& facts, const LearningBody& body, const Team& team, Date today) {
  Date went_on{};
  std::set<std::string> told;  // what came of them stands in an earlier cycle
  for (const auto& id : learning.sessions("area")) {
    const auto& cycle = service.learnings.current(id).area;
    if (!cycle) continue;
    if (cycle->going_on()) facts.area.going_on = id;
    if (cycle->ended_on) facts.area.session = id;
    if (cycle->cancelled) facts.area.cancelled.push_back({cycle->from, cycle->to, cycle->counts});
    else went_on = std::max(went_on, cycle->to);
    for (const auto& one : cycle->outcomes) told.insert(one.focus);
    facts.area.counted_to = std::max(facts.area.counted_to.value_or(cycle->to), cycle->to);
  }
  std::erase_if(facts.area.cancelled, [&](const casus::learning::AreaCounted& one) { return one.from <= went_on; });
  for (const auto& one : team.focuses)
    if (!told.contains(one.chosen.id))
      facts.focuses.push_back({one.chosen.id, one.chosen.text, one.state == Done::open,
                               static_cast<int>(one.contributions.size()), one.outcome});
  const auto* begins = std::get_if<BeginAreaCycle>(&body);
  if (begins == nullptr) return;
  const auto asked = casus::learning::area_period(*begins, facts.area, today);
  const report::Period period{asked.from, asked.to};
  report::AreaFigures figures;
  whole.each_case([&](const Case& one) { report::add_case(figures, one); });
  facts.area_counts = report::area_counts(team, figures, period);
}

/// What a decision needs to know beside the session.
casus::learning::Facts Learning::State::known(const LearningCommand& command, const Team* team) {
  namespace learn = casus::learning;
  const auto& body = command.body;
  const auto today = date_of(command.at == Time{} ? service.clock.now() : command.at);
  learn::Facts facts;
  facts.team = team;
  const auto wanted = learn::instrument_of(body);
  // Of these a team uses one; of the others a command says which.
  const bool only_one = wanted == "goals" || wanted == "playbook";
  const auto* file =
      only_one ? learning.instruments_.of_kind(learn::kind_of(body)) : learning.instruments_.find(wanted);
  if (file != nullptr && file->instrument.kind == learn::kind_of(body)) {
    facts.instrument = &file->instrument;
    facts.definition = file->bytes;
  }
  facts.instruments = learning.instruments_.ids(learn::kind_of(body));
  const auto& whom = team != nullptr ? *team : nobody;
  const auto kind = learn::session_kind(body);
  if (kind == kBookSession && team != nullptr) {
    const auto* adopts = std::get_if<AdoptSentence>(&body);
    facts.meeting = learning.meeting_on(adopts != nullptr ? adopts->meeting.value_or(today) : today, whom);
  }
  if (const auto* proposed = std::get_if<ProposeSentence>(&body)) facts.said = said_before(*proposed);
  if (kind == "paper") know_paper(facts, whom);
  if (kind == "area") know_area(facts, body, whom, today);
  if (kind == "scan") know_scans(facts, std::holds_alternative<CloseScan>(body));
  if (kind == "circle") know_circles(facts, command.session);
  if (std::holds_alternative<SetOwnGoal>(body)) know_items(facts);
  if (std::holds_alternative<DestroySessionLine>(body))
    facts.lines = learn::lines_of(kept_in(whole.store(), command.session));
  return facts;
}

/// The scan that is open, when the last one closed, and for one that closes those before it.
void Learning::State::know_scans(casus::learning::Facts& facts, bool closes) {
  for (const auto& id : learning.sessions("scan")) {
    const auto& session = service.learnings.current(id);
    const auto& scan = session.scan;
    if (!scan) continue;
    if (scan->open()) facts.scan.going_on = id;
    if (!scan->closed_on || scan->answered < casus::learning::kFewestShown) continue;
    if (closes) facts.scan.counted.push_back(session);  // that a count was not shown says something too
    if (scan->counts.empty()) continue;
    facts.scan.closed_on = std::max(facts.scan.closed_on.value_or(*scan->closed_on), *scan->closed_on);
  }
}

/// The circle that goes on, and where people stood in the others.
void Learning::State::know_circles(casus::learning::Facts& facts, const std::string& session) {
  for (const auto& id : learning.sessions("circle")) {
    const auto& circle = service.learnings.current(id).circle;
    if (!circle) continue;
    if (circle->going_on()) facts.circle_going_on = id;
    if (id == session) continue;
    for (const auto& line : circle->lines)
      for (const auto* told : {&line.shown, &line.moved})
        if (*told) facts.lines_before.push_back(**told);
  }
}

/// Looks a sentence up where it is said to come from: among the practice sentences of a WERF round that the table said
/// yes to, or in the harvest of a circle.
casus::learning::SaidBefore Learning::State::said_before(const ProposeSentence& proposed) {
  casus::learning::SaidBefore said;
  const auto slash = proposed.out_of.find('/');
  const auto where = proposed.out_of.substr(0, slash);
  const auto line = slash == std::string::npos ? std::string() : proposed.out_of.substr(slash + 1);
  const auto words = method::spaced_words(proposed.text);
  const auto is_it = [&](const std::string& id, const std::string& text) {
    return (line.empty() || line == id) && method::spaced_words(text) == words;
  };
  const auto note = [&](const std::string& id) {
    if (said.line.empty()) said.line = where + '/' + id;
  };
  if (where.empty()) return said;
  const auto circles = learning.sessions("circle");
  if (std::ranges::find(circles, where) != circles.end()) {
    said.from = SentenceFrom::circle;
    const auto& circle = service.learnings.current(where).circle;
    if (!circle || circle->cancelled) return said;
    for (const auto& one : circle->harvest)
      if (is_it(one.id, one.text)) note(one.id);
    return said;
  }
  said.from = SentenceFrom::werf;
  if (!is_id(where) || !whole.exists(where)) return said;
  const auto& state = service.cases.current(where);
  for (const auto& person : state.people)
    if (!person.name.empty()) said.names.push_back(person.name);
  for (const auto& one : state.contributions)
    if (one.kind == "practice_sentence" && one.answer == casus::Answer::yes && is_it(one.id, one.text)) note(one.id);
  return said;
}

/// What a goal can hang on: the items of the last scan, or of any while there was none.
void Learning::State::know_items(casus::learning::Facts& facts) {
  const auto add = [&](const casus::learning::Instrument& instrument) {
    for (const auto id : instrument.item_ids()) facts.items.emplace_back(id);
  };
  if (const auto last = learning.current("scan"); !last.empty())
    if (const auto& scan = service.learnings.current(last).scan) return add(scan->instrument);
  for (const auto id : learning.instruments_.ids(casus::learning::InstrumentKind::scan))
    if (const auto* file = learning.instruments_.find(id)) add(file->instrument);
}

}  // namespace casus::service
