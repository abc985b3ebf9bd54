// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/reading.hpp"

#include "core/base/fault.hpp"
#include "core/desk/desk.hpp"
#include "core/desk/from_outside.hpp"
#include "core/desk/outsider.hpp"
#include "core/engine/access/access.hpp"
#include "core/engine/mending/put_right.hpp"
#include "core/engine/refusing.hpp"
#include "core/engine/remarks/twice.hpp"
#include "core/model/person_name.hpp"
#include "core/service/unlogged.hpp"

#include <algorithm>
#include <memory>
#include <ranges>
#include <utility>

namespace casus::desk {
namespace {

engine::LookWanted wanted(const Desk& desk, CasePart part, const std::string& because) {
  return {desk.who_or_nobody(), part, because, false, desk.seat().sureness, {}, desk.seat().account};
}

/// The same for this case, which knows who looks by the name that they had or have there.
engine::LookWanted as_called_in(Desk& desk, const Case& state, engine::LookWanted looked) {
  if (!comes_from_outside(looked.sureness)) looked.by = desk.service().called_in(state, looked.by);
  return looked;
}

/// An outsider hears of a case that is not theirs what they hear of one that is not there. Of an erased one there is
/// nothing to see but that it was there.
Outcome<Reading, Refusal> unless_hidden(Desk& desk, const std::string& case_id, const engine::LookWanted& looked,
                                        Outcome<Reading, Refusal> reading) {
  const bool shows = reading && (reading->sight != Sight::unnamed || looked.part == CasePart::log);
  if (shows || !is_hidden(desk, case_id)) return reading;
  return failure(hidden_from_view(desk, looked.because));
}

/// A page that is made in two forms is asked for once.
Outcome<Reading, Refusal> look(Desk& desk, const std::string& case_id, CasePart part, const std::string& because,
                               const service::LookLog& log, const std::string& to = {}) {
  auto& book = desk.let_in();
  if (const auto* before = book.find(case_id, part, because)) return *before;
  auto looked = wanted(desk, part, because);
  looked.to = to;
  auto reading = unless_hidden(desk, case_id, looked, desk.service().look(case_id, looked, log));
  book.note(case_id, part, because, reading);
  if (reading && reading->state().id != case_id)
    book.note(reading->state().id, part, because, reading);  // it was merged
  return reading;
}

/// Who looks at a list, as far as the team knows them.
struct Looker {
  std::string name;  ///< in the team's spelling
  bool in_team = false;
  std::vector<std::string> formerly{};
};

Looker looker(Desk& desk) {
  const auto team = desk.service().team();
  if (!team || team->members.empty()) return {desk.who_or_nobody(), true};
  const auto meant = team->members_meant(desk.who_or_nobody());
  if (meant.size() == 1) return {meant.front()->name, true, meant.front()->formerly};
  return {desk.who_or_nobody(), false};
}

ListedTitle title_of(Desk& desk, const Case& state, const Looker& who) {
  if (state.stage.life == Life::erased) return {};
  auto look = wanted(desk, CasePart::texts, {});
  look.by = who.name;
  if (state.person(who.name) == nullptr)  // a case from before they were called so
    for (const auto& name : who.formerly)
      if (const auto* person = state.person(name); person != nullptr && person->team_member) look.by = person->name;
  if (engine::may_know_title(state, look, who.in_team))
    return {state.title, false, false, state.stage.safety == Safety::acute};
  return {{}, true};
}

/// Also by the beginning of their name, as who works there is known by it.
bool belongs_to(const Case& state, const std::string& name) {
  const auto sits = [](const Person& one) { return one.has_seat() || one.absent; };
  if (const auto* person = state.person(name)) return sits(*person);
  return std::ranges::any_of(state.people_meant(name), [&](const Person* one) { return sits(*one); });
}

void require_let_in(Desk& desk, const Case& state) {
  if (!desk.let_in().holds(state.id))
    throw Fault(Fault::Kind::store, "nobody at this desk was let in to case '" + state.id + "'");
}

}  // namespace

OnePage::OnePage(Desk& desk) : desk_(desk) { desk_.let_in().begin(); }
OnePage::~OnePage() { desk_.let_in().end(); }

Outcome<Reading, Refusal> read(Desk& desk, const std::string& case_id, CasePart part, const std::string& because,
                               const std::string& to) {
  if (auto refusal = missing_case(desk, case_id, because)) return failure(std::move(*refusal));
  return look(desk, case_id, part, because, {}, to);
}

Outcome<Reading, Refusal> read_again(Desk& desk, const std::string& case_id, CasePart part, const std::string& because,
                                     std::optional<Sight> before) {
  auto looked = wanted(desk, part, because);
  looked.whole = true;
  if (!is_there_for(desk, case_id) && is_outsider(desk)) return failure(hidden_from_view(desk, because));
  return unless_hidden(desk, case_id, looked, desk.service().look(case_id, looked, {true, before}));
}

bool is_hidden(Desk& desk, const std::string& case_id, const std::string& by) {
  if (!is_outsider(desk, by)) return false;
  if (!can_be_read(desk, case_id)) return true;
  const auto& name = engine::blank(desk.who_or_nobody()) ? by : desk.who_or_nobody();
  if (engine::blank(name)) return true;
  service::Unlogged cases(desk.service());
  const auto is_it = [&](const std::string& one) { return same_name(one, name); };
  const auto kept = cases.accountability(case_id);
  if (desk.service().is_erased(case_id))
    return std::ranges::none_of(kept.erasures,
                                [&](const Erasure& one) { return is_it(one.done.by) || is_it(one.done.with); });
  const auto state = cases.readable(case_id);
  if (state && belongs_to(*state, name)) return false;
  return std::ranges::none_of(kept.looks,
                              [&](const Look& one) { return one.seen.sight == Sight::reason && is_it(one.seen.name); });
}

void turn_away(Desk& desk, const std::string& case_id, CasePart part, bool own_case) {
  if (!can_be_read(desk, case_id)) return;
  const auto sureness = desk.seat().sureness;
  CaseSeen seen{"outside", {}, part, Sight::refused, {}};
  if (own_case || !comes_from_outside(sureness)) seen.name = desk.who_or_nobody();
  if (comes_from_afar(sureness)) seen.sureness = sureness;
  else seen.account = desk.seat().account;
  service::Unlogged(desk.service()).turn_away(case_id, desk.now(), seen);
}

std::string name_in_case(Desk& desk, const std::string& case_id, const std::string& person) {
  if (!can_be_read(desk, case_id)) return {};
  const auto state = service::Unlogged(desk.service()).readable(case_id);
  if (!state || state->stage.life == Life::erased) return {};
  const auto* found = state->person(person);
  return found == nullptr || found->erased ? std::string() : found->name;
}

std::optional<Reading> read_in_passing(Desk& desk, const std::string& case_id, CasePart part,
                                       const std::string& because) {
  if (!can_be_read(desk, case_id)) return std::nullopt;
  auto reading = look(desk, case_id, part, because, {false, {}});
  if (!reading || reading->state().stage.life == Life::erased) return std::nullopt;
  return std::move(*reading);
}

void each_reading(Desk& desk, const std::vector<std::string>& case_ids, CasePart part, const std::string& because,
                  const std::function<void(const std::string& case_id, const Case* seen)>& take) {
  constexpr std::size_t kTogether = 256;  // few enough that nobody who writes waits long
  const auto looked = wanted(desk, part, because);
  auto& book = desk.let_in();
  for (std::size_t from = 0; from < case_ids.size(); from += kTogether) {
    const auto end = case_ids.begin() + static_cast<std::ptrdiff_t>(std::min(from + kTogether, case_ids.size()));
    const std::vector<std::string> some(case_ids.begin() + static_cast<std::ptrdiff_t>(from), end);
    // A page in a second form was asked for once.
    const auto came_by = [&](const std::string& id) { return book.came_by(id, part); };
    const bool again = std::ranges::all_of(some, came_by);
    const auto shown = desk.service().look_at_all(some, looked, {false, {}, !again});
    for (std::size_t i = 0; i < some.size(); ++i) {
      book.note_in_a_row(some[i], part, shown[i].has_value());
      take(some[i], shown[i] ? &shown[i]->state() : nullptr);
    }
  }
}

Readings readings_where(Desk& desk, CasePart part, std::size_t most, const std::function<bool(const Case&)>& holds) {
  std::vector<std::pair<Time, std::string>> there;
  const auto looked = wanted(desk, part, {});
  service::Unlogged(desk.service()).each_case([&](const Case& state) {
    const auto look = engine::decide_look(state, as_called_in(desk, state, looked));
    if (!look.refusal && look.sight == Sight::table && holds(state)) there.emplace_back(state.changed_at, state.id);
  });
  std::ranges::stable_sort(there, std::ranges::greater{}, [](const auto& one) { return one.first; });
  Readings found{{}, there.size()};
  std::vector<std::string> ids;
  for (const auto& one : there | std::views::take(most)) ids.push_back(one.second);
  each_reading(desk, ids, part, {}, [&](const std::string&, const Case* seen) {
    if (seen != nullptr) found.first.push_back(*seen);
  });
  return found;
}

std::vector<std::string> case_ids(Desk& desk) { return desk.service().case_ids(); }

bool has_case(Desk& desk, const std::string& case_id) { return is_there_for(desk, case_id); }

std::int64_t changes_in(Desk& desk, const std::string& case_id) {
  return service::Unlogged(desk.service()).open(case_id).version;
}

bool works_at_table(Desk& desk, const std::string& case_id) {
  const auto state = service::Unlogged(desk.service()).readable(case_id);
  if (!state || !state->exists()) return false;
  const auto look = engine::decide_look(*state, as_called_in(desk, *state, wanted(desk, CasePart::overview, {})));
  return !look.refusal && look.sight == Sight::table;
}

bool is_erased(Desk& desk, const std::string& id) { return can_be_read(desk, id) && desk.service().is_erased(id); }

Events history_of(Desk& desk, const Case& let_in) {
  require_let_in(desk, let_in);
  return service::Unlogged(desk.service()).history(let_in.id);
}

OwnHistory taken_in_case(Desk& desk, const Case& let_in, const std::string& case_id) {
  require_let_in(desk, let_in);
  service::Unlogged cases(desk.service());
  auto state = cases.taken_in(let_in, case_id);
  return {std::move(state), cases.history(case_id)};
}

std::string file_of(Desk& desk, const Case& let_in, const std::string& id) {
  require_let_in(desk, let_in);
  return service::Unlogged(desk.service()).file(let_in.id, id);
}

std::vector<FromCard> from_cards(Desk& desk, const Case& state, Time since) {
  std::vector<FromCard> found;
  const auto is_outside = [&](const std::string& id) {
    const auto* person = state.person(id);
    return person != nullptr && !person->team_member &&
           (person->has(Role::resident) || person->has(Role::circle) || in_the_circle(*person));
  };
  const auto look = engine::decide_look(state, as_called_in(desk, state, wanted(desk, CasePart::overview, {})));
  if (look.refusal || look.sight != Sight::table) return found;
  if (std::ranges::none_of(state.people, [&](const Person& one) { return is_outside(one.id); })) return found;
  service::Unlogged cases(desk.service());
  for (auto& event : engine::as_it_reads(cases.history(state.id)))
    if (event.at >= since && event.seat && comes_from_outside(event.seat->sureness) && is_outside(event.by))
      found.push_back({std::move(event), true});
  std::ranges::reverse(found);
  if (found.empty()) return found;
  for (const auto& before : cases.accountability(state.id).looks)
    if (before.seen.person == look.seen->person && before.seen.sight == Sight::table)
      for (auto& one : found) one.unseen = one.unseen && one.event.at > before.at;
  return found;
}

StandsTwice stands_twice(Desk& desk, const service::Answer& answer) {
  StandsTwice twice;
  if (!answer.done() || answer.repeated || std::ranges::none_of(answer.events, engine::can_be_twice)) return twice;
  service::Unlogged cases(desk.service());
  const auto state = answer.after ? answer.after : std::make_shared<const Case>(cases.open(answer.case_id));
  if (!std::holds_alternative<CaseOpened>(answer.events.front().body)) {
    for (const auto& event : answer.events) {
      if (!twice.record.empty()) break;
      twice.record = engine::recorded_twice(*state, event);
      twice.open_action = engine::action_there_already(*state, event);
      if (!twice.open_action.empty()) twice.record = std::get<ActionAdded>(event.body).id;
    }
    if (twice.record.empty() && std::ranges::all_of(answer.events, engine::is_said_anew)) {
      auto history = cases.history(answer.case_id);
      // What came after it, of the same line or of somebody else, it does not repeat.
      if (answer.version > 0 && std::ssize(history) > answer.version)
        history.erase(history.begin() + answer.version, history.end());
      twice.so_already =
          std::ranges::all_of(answer.events, [&](const Event& event) { return engine::said_already(history, event); });
    }
    return twice;
  }
  store::IndexQuery last;
  last.limit = 20;  // of the cases that were touched last
  const auto who = looker(desk);
  for (const auto& line : cases.cases(last)) {
    if (line.id == state->id || line.stage.life == Life::erased || folded(line.title) != folded(state->title)) continue;
    const auto other = cases.readable(line.id);
    if (other && engine::opened_twice(*other, *state) && !title_of(desk, *other, who).text.empty())
      twice.other_case = line.id;
  }
  return twice;
}

service::Service::Accountability accountability_of(Desk& desk, const Case& let_in) {
  require_let_in(desk, let_in);
  return service::Unlogged(desk.service()).accountability(let_in.id);
}

ListedTitle title_in_list(Desk& desk, const std::string& case_id) {
  service::Unlogged cases(desk.service());
  const auto it = cases.readable(case_id);
  if (!it) return {{}, false, true};
  return it->exists() ? title_of(desk, *it, looker(desk)) : ListedTitle{};
}

std::string on_screen(const Desk& desk, const ListedTitle& title) {
  if (title.locked) return text::msg("list.title_locked").in(desk.voice());
  if (title.withheld) return text::msg("list.title_withheld").in(desk.voice());
  return title.text.empty() ? text::msg("text.erased").in(desk.voice()) : title.text;
}

bool is_acute(Desk& desk, const std::string& case_id) {
  const auto it = service::Unlogged(desk.service()).readable(case_id);
  return it && it->stage.safety == Safety::acute;
}

bool may_know_words_about(Desk& desk, const std::string& case_id) {
  return case_id.empty() || !title_in_list(desk, case_id).text.empty();
}

Outcome<CaseListing, Refusal> list_cases(Desk& desk, const store::IndexQuery& query) {
  constexpr int kPage = 500;
  service::Unlogged cases(desk.service());
  const auto who = looker(desk);
  if (!who.in_team && engine::blank(desk.who_or_nobody())) return failure(*not_of_the_team(desk));
  CaseListing listing;
  const auto title_here = [&](const service::CaseLine& line) {
    const auto it = cases.readable(line.id);
    return !it ? ListedTitle{{}, false, true} : title_of(desk, *it, who);
  };
  const auto take = [&](service::CaseLine& line) {
    auto title = title_here(line);
    line.title = std::move(title.text);
    listing.rows.push_back({std::move(line), title.withheld, title.locked});
  };
  if (who.in_team) {
    for (auto& line : cases.cases(query)) take(line);
    return listing;
  }
  // Of a case that is not theirs an outsider learns not even that it is there.
  auto page = query;
  page.limit = kPage;
  int skip = query.offset;
  for (page.offset = 0; std::ssize(listing.rows) < query.limit; page.offset += kPage) {
    auto lines = cases.cases(page);
    for (auto& line : lines) {
      if (std::ssize(listing.rows) == query.limit) break;
      if (title_here(line).text.empty() || skip-- > 0) continue;
      take(line);
    }
    if (std::ssize(lines) < kPage) break;
  }
  return listing;
}

void each_case_kept(Desk& desk, const std::function<void(const Case&)>& visit) {
  service::Unlogged(desk.service()).each_case(visit);
}

void each_case_for_figures(Desk& desk, const std::function<void(const Case&)>& visit) {
  each_case_kept(desk, [&](const Case& state) {
    if (state.restriction() == nullptr) visit(state);
  });
}

void each_history_for_figures(Desk& desk, const std::function<void(const Events*)>& visit) {
  service::Unlogged cases(desk.service());
  for (const auto& id : desk.service().case_ids()) {
    const auto state = cases.readable(id);
    if (!state) continue;
    // Of a case that is only kept (AVG 18) nothing is made, no figures either.
    if (desk.service().is_erased(id) || state->restriction() != nullptr) {
      visit(nullptr);
      continue;
    }
    const auto history = cases.history(id);
    visit(&history);
  }
}

std::size_t each_look_for_figures(Desk& desk, const std::function<void(const Case&, const Look&)>& visit) {
  service::Unlogged cases(desk.service());
  std::size_t unread = 0;
  for (const auto& id : desk.service().case_ids()) {
    const auto state = cases.readable(id);
    if (!state) {
      ++unread;
      continue;
    }
    for (const auto& look : cases.accountability(id).looks)
      // One without a number was kept with another case, and comes with that.
      if (look.number > 0 && look.seen.sight != Sight::refused) visit(*state, look);
  }
  return unread;
}

std::vector<DataSubject> data_subjects(Desk& desk, const Case& state) {
  std::vector<DataSubject> all;
  if (state.stage.life == Life::erased) return all;
  const auto called = [&](const std::string& person) {
    return desk.store().pseudonym("data subject " + state.id + ' ' + person);
  };
  for (const auto& person : state.people)
    if (person.has(Role::resident) && !person.erased && !person.merged) all.push_back({person.id, called(person.id)});
  if (all.empty()) all.push_back({{}, called({})});
  return all;
}

}  // namespace casus::desk
