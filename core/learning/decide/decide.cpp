// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/decide/decide.hpp"

#include "core/base/personal_data.hpp"
#include "core/learning/decide/deciding_circle.hpp"
#include "core/model/person_name.hpp"
#include "core/model/redaction.hpp"
#include "core/model/ref_words.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>
#include <cctype>

namespace casus::learning {
namespace {

/// "2026-014": the number of a case, as the program gives them; empty when there is none.
std::string case_number_in(std::string_view text) {
  const auto digits = [&](std::size_t from, std::size_t count) {
    if (from + count > text.size()) return false;
    return std::ranges::all_of(text.substr(from, count), [](unsigned char c) { return std::isdigit(c) != 0; });
  };
  constexpr std::size_t kYear = 4, kNumber = 3;
  for (std::size_t at = 0; at + kYear + 1 + kNumber <= text.size(); ++at) {
    if (at > 0 && std::isdigit(static_cast<unsigned char>(text[at - 1])) != 0) continue;
    const auto end = at + kYear + 1 + kNumber;
    if (!digits(at, kYear) || text[at + kYear] != '-' || !digits(at + kYear + 1, kNumber)) continue;
    if (end == text.size() || std::isdigit(static_cast<unsigned char>(text[end])) == 0)
      return std::string(text.substr(at, end - at));
  }
  return {};
}

bool is_of_team(const std::string& name, const Team* team) {
  return team == nullptr || team->members.empty() || team->member(name) != nullptr;
}

LearningDecision forget(Deciding& at, const ForgetLearner& c) {
  const auto& name = c.name.empty() ? at.command.by : c.name;
  const bool another = !same_name(name, at.command.by);
  if (another && at.facts.team != nullptr && at.facts.team->member(name) != nullptr)
    return refuse("NotYours", msg("learn.not_yours", "name"_is = name), msg("learn.not_yours_do", "name"_is = name));
  const Team nobody;
  const auto* learner = at.it.called(name, at.facts.team != nullptr ? *at.facts.team : nobody);
  if (learner == nullptr)
    return refuse("NothingOfYours", msg("learn.nothing_of", "name"_is = name, "session"_is = at.it.id),
                  msg("learn.nothing_of_do", "mine"_is = way("learn mine")));
  at.add(LearnerForgotten{learner->id});
  return std::move(at).events();
}

/// "h1, a2": what can be destroyed still.
std::string ids_of(const Session& it, const std::vector<SessionLine>& lines) {
  std::vector<std::string> ids;
  if (it.circle)
    for (const auto& one : it.circle->cards)
      if (shown_card(it, one.id) != nullptr) ids.push_back(one.id);
  for (const auto& one : lines)
    if (!one.gone() && std::ranges::find(ids, one.id) == ids.end()) ids.push_back(one.id);
  return in_a_row(ids);
}

LearningDecision destroy_line(Deciding& at, const DestroySessionLine& c) {
  if (!at.it.exists())
    return refuse("NoSession", msg("learn.no_such_session", "session"_is = at.it.id), msg("learn.no_session_do"));
  if (at.it.id == kBookSession)
    return refuse("OfTheBook", msg("learn.gone.of_the_book"),
                  msg("learn.gone.of_the_book_do",
                      "destroy"_is = way("learn book destroy", "sentence"_is = gap(), "ground"_is = gap())));
  const auto wanted = ref_typed(c.line);
  // Who wrote it may be away, and all can read it.
  if (const auto* card = shown_card(at.it, wanted)) {
    auto back = without_card(*at.it.circle, *card);
    at.add(SessionLineDestroyed{card->id, c.ground, {}});
    at.add(std::move(back));
    return std::move(at).events();
  }
  SessionLineDestroyed gone{{}, c.ground, {}};
  bool was_there = false;
  for (const auto& line : at.facts.lines) {
    if (folded(line.id) != wanted && std::to_string(line.number) != wanted) continue;
    was_there = true;
    if (line.gone()) continue;
    gone.line = line.id;
    gone.events.push_back(line.number);
  }
  if (was_there && gone.events.empty())
    return refuse("DestroyedAlready", msg("mending.destroyed_already", "ref"_is = c.line), msg("remedy.leave_it"));
  if (!was_there) {
    const auto ids = ids_of(at.it, at.facts.lines);
    return refuse("NothingThere", msg("learn.gone.no_line", "line"_is = c.line, "session"_is = at.it.id),
                  ids.empty() ? msg("learn.gone.no_lines_do") : msg("learn.gone.no_line_do", "known"_is = ids));
  }
  at.add(std::move(gone));
  return std::move(at).events();
}

}  // namespace

Refusal no(std::string name, Message reason, Message remedy) {
  Refusal refusal{.name = std::move(name), .reason = std::move(reason)};
  if (!remedy.empty()) refusal.remedies.push_back({std::move(remedy)});
  return refusal;
}

std::optional<Refusal> leads_back(std::string_view text, const std::vector<std::string>& names) {
  std::string found;
  if (const auto data = personal_data(text, names); !data.empty()) found = data.front().text;
  else if (found = titled_name(text); found.empty()) found = case_number_in(text);
  if (found.empty()) return std::nullopt;
  auto refusal = no("PersonalData", msg("learn.leads_back", "found"_is = found), msg("learn.leads_back_do"));
  refusal.rule = "R15";
  return refusal;
}

std::optional<Refusal> empty_text(std::string_view text, Message what) {
  if (!blank(text)) return std::nullopt;
  return no("EmptyText", msg("refuse.empty_text", "what"_is = std::move(what)), msg("refuse.empty_text_do"));
}

std::optional<Refusal> text_off(const Deciding& at, std::string_view text, Message what) {
  if (auto refusal = empty_text(text, std::move(what))) return refusal;
  return leads_back(text, names_of_team(at.facts));
}

std::optional<Refusal> own_text_off(std::string_view text, Message what) {
  if (auto refusal = empty_text(text, std::move(what))) return refusal;
  return leads_back(text, {});
}

std::optional<Refusal> cancel_reason_off(const Deciding& at, std::string_view because) {
  if (blank(because)) return no("ReasonMissing", msg("learn.why_cancel"), msg("refuse.reason_missing_do"));
  return leads_back(because, names_of_team(at.facts));
}

Refusal no_instrument(const Deciding& at, std::string_view wanted) {
  const auto near = nearest(wanted, at.facts.instruments);
  return no("NoInstrument", msg("learn.no_instrument", "id"_is = wanted),
            near.empty() ? msg("remedy.see_which", "list"_is = way("learn instruments"))
                         : msg("learn.did_you_mean", "near"_is = near));
}

std::optional<Refusal> day_is_past(Date on, Date today) {
  if (on >= today) return std::nullopt;
  return no("DayIsPast", msg("learn.day_is_past", "on"_is = text::day_message(on)), msg("learn.day_is_past_do"));
}

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](unsigned char byte) { return (byte & 0xC0U) != 0x80U; }));
}

Outcome<const Item*, Refusal> item_meant(const Instrument& instrument, std::string_view typed,
                                         const std::vector<std::string_view>& groups) {
  if (const auto* item = instrument.called(typed, groups)) return item;
  std::vector<Message> known;
  for (const auto& one : instrument.items)
    if (std::ranges::find(groups, one.group) != groups.end())
      known.push_back(msg("learn.scan.choice_by_key", "key"_is = one.id, "text"_is = one.title));
  return refuse("NoItem", msg("learn.circle.no_item", "item"_is = typed),
                msg("learn.scan.no_such_answer_do", "known"_is = text::any_of(std::move(known))));
}

std::string in_a_row(const std::vector<std::string>& parts, std::string_view separator) {
  return joined(std::vector<std::string_view>(parts.begin(), parts.end()), separator);
}

std::vector<std::string> names_of_team(const Facts& facts) {
  std::vector<std::string> names;
  if (facts.team != nullptr)
    for (const auto& one : facts.team->members) names.push_back(one.name);
  return names;
}

Deciding::Deciding(const Session& session, const LearningCommand& asked, const Facts& known)
    : it(session), command(asked), facts(known), today(date_of(asked.at)) {
  actor_ = person(command.by);
  if (command.seat && !blank(command.seat->name) && !same_name(command.seat->name, command.by)) {
    seat_ = command.seat;
    seat_->name = person(command.seat->name);
  }
}

std::string Deciding::person(const std::string& name) {
  const Team nobody;
  if (const auto* known = it.called(name, facts.team != nullptr ? *facts.team : nobody)) return known->id;
  for (const auto& [id, called] : joined_)
    if (same_name(called, name)) return id;
  const auto id = "m" + std::to_string(it.people.size() + joined_.size() + 1);
  joined_.emplace_back(id, kept_name(name));
  events_.push_back({command.at, actor_.empty() ? id : actor_, LearnerJoined{id, kept_name(name)}, {}});
  return id;
}

void Deciding::add(LearningEventBody body) { events_.push_back({command.at, actor_, std::move(body), seat_}); }

std::string_view instrument_of(const LearningBody& body) {
  if (const auto* scan = std::get_if<StartScan>(&body)) return scan->instrument;
  if (const auto* circle = std::get_if<BeginCircle>(&body)) return circle->instrument;
  if (const auto* paper = std::get_if<BeginPaper>(&body)) return paper->instrument;
  if (const auto* course = std::get_if<PlanCourse>(&body)) return course->instrument;
  if (const auto* area = std::get_if<BeginAreaCycle>(&body)) return area->instrument;
  if (std::holds_alternative<SetOwnGoal>(body) || std::holds_alternative<ChangeOwnGoal>(body)) return "goals";
  if (session_kind(body) == kBookSession) return "playbook";
  return {};
}

InstrumentKind kind_of(const LearningBody& body) {
  if (std::holds_alternative<BeginCircle>(body)) return InstrumentKind::circle;
  if (std::holds_alternative<BeginPaper>(body)) return InstrumentKind::paper;
  if (std::holds_alternative<PlanCourse>(body)) return InstrumentKind::course;
  if (std::holds_alternative<BeginAreaCycle>(body)) return InstrumentKind::area;
  if (session_kind(body) == kBookSession) return InstrumentKind::playbook;
  return std::holds_alternative<StartScan>(body) ? InstrumentKind::scan : InstrumentKind::goals;
}

std::string_view session_kind(const LearningBody& body) {
  return std::visit(
      []<class Body>(const Body&) -> std::string_view {
        Deciding* at = nullptr;
        if constexpr (requires(const Body& c) { decide_scan(*at, c); }) return "scan";
        else if constexpr (requires(const Body& c) { decide_circle(*at, c); }) return "circle";
        else if constexpr (requires(const Body& c) { decide_playbook(*at, c); }) return kBookSession;
        else if constexpr (requires(const Body& c) { decide_paper(*at, c); }) return "paper";
        else if constexpr (requires(const Body& c) { decide_course(*at, c); }) return "course";
        else if constexpr (requires(const Body& c) { decide_area(*at, c); }) return "area";
        else return kOwnSession;
      },
      body);
}

std::optional<text::Way> starts(std::string_view kind) {
  if (kind == "scan") return way("learn scan start");
  if (kind == "circle") return way("learn circle start");
  if (kind == "paper") return way("learn paper start");
  if (kind == "course") return way("learn course plan");
  if (kind == "area") return way("area begin");
  return std::nullopt;
}

bool begins(const LearningBody& body) {
  return std::holds_alternative<StartScan>(body) || std::holds_alternative<BeginCircle>(body) ||
         std::holds_alternative<BeginPaper>(body) || std::holds_alternative<PlanCourse>(body) ||
         std::holds_alternative<BeginAreaCycle>(body);
}

LearningDecision decide(const Session& it, const LearningCommand& command, const Facts& facts) {
  if (blank(command.by)) return refuse("NobodyNamed", msg("learn.nobody"), msg("learn.nobody_do"));
  if (!is_of_team(command.by, facts.team))
    return refuse("NotOfTheTeam", msg("learn.not_of_team", "name"_is = command.by),
                  msg("learn.not_of_team_do", "add"_is = way("team add", "name"_is = command.by)));
  Deciding at(it, command, facts);
  return std::visit(
      [&](const auto& body) -> LearningDecision {
        if constexpr (std::same_as<std::decay_t<decltype(body)>, ForgetLearner>) return forget(at, body);
        else if constexpr (std::same_as<std::decay_t<decltype(body)>, DestroySessionLine>)
          return destroy_line(at, body);
        else if constexpr (requires { decide_scan(at, body); }) return decide_scan(at, body);
        else if constexpr (requires { decide_circle(at, body); }) return decide_circle(at, body);
        else if constexpr (requires { decide_playbook(at, body); }) return decide_playbook(at, body);
        else if constexpr (requires { decide_paper(at, body); }) return decide_paper(at, body);
        else if constexpr (requires { decide_course(at, body); }) return decide_course(at, body);
        else if constexpr (requires { decide_area(at, body); }) return decide_area(at, body);
        else return decide_own(at, body);
      },
      command.body);
}

}  // namespace casus::learning
