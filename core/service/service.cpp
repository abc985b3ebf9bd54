// SPDX-License-Identifier: EUPL-1.2
#include "core/service/service.hpp"

#include "core/base/fault.hpp"
#include "core/service/command_ids.hpp"
#include "core/service/index.hpp"
#include "core/service/service_state.hpp"
#include "core/store/codec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <set>

namespace casus::service {

namespace {

std::string stream_of(const std::string& case_id) { return "case/" + case_id; }

/// Steps through the case: deciding such a command again on what somebody else left could move it twice.
bool is_move(const CommandBody& body) {
  return std::holds_alternative<NextStep>(body) || std::holds_alternative<BackStep>(body) ||
         std::holds_alternative<StartRound>(body) || std::holds_alternative<CloseCase>(body) ||
         std::holds_alternative<ReopenCase>(body) || std::holds_alternative<PauseCase>(body) ||
         std::holds_alternative<ResumeCase>(body) || std::holds_alternative<ChangeMethod>(body) ||
         std::holds_alternative<AdoptDefinitions>(body) || std::holds_alternative<OpenCase>(body) ||
         std::holds_alternative<EraseCase>(body);
}

/// Cases kept in memory between commands; a bound, so that a long import stays small.
constexpr std::size_t kKept = 256;

}  // namespace

std::string random_command_id() {
  std::random_device source;
  return fmt::format("{:08x}{:08x}{:08x}{:08x}", source(), source(), source(), source());
}

const Clock& system_clock() {
  static const SystemClock kClock;
  return kClock;
}

Service::Service(store::Store& store, const plugin::Catalogue& methods, const workflow::Catalogue& workflows,
                 const Clock& clock)
    : store_(store), state_(std::make_unique<State>(store, methods, workflows, clock)) {}

Service::~Service() = default;

/// The case in memory, brought up to what the store holds.
Case& Service::current(const std::string& case_id) {
  auto& cases = state_->cases;
  if (cases.size() > kKept && !cases.contains(case_id)) {
    cases.clear();
    state_->fresh.clear();
  }
  auto& it = cases[case_id];
  it.id = case_id;
  if (it.stage.life == Life::erased) return it;
  // Inside one transaction nobody else writes: what was read once in it is still so.
  if (state_->together && !state_->fresh.insert(case_id).second) return it;
  const auto stream = stream_of(case_id);
  std::set<std::string> readable;
  for (const auto& stored : store_.read(stream, it.version)) {
    if (!stored.payload) {  // the key is gone: nothing is left but the fact, and from when to when there was a case
      const auto all = store_.read(stream);
      it = Case{};
      it.id = case_id;
      it.version = all.back().number;
      it.opened_at = all.front().at;
      it.changed_at = all.back().at;
      it.stage.life = Life::erased;
      return it;
    }
    const auto event = store::decode(stored);
    engine::evolve(it, event);
    // A process that ended between saying that something is erased and destroying its key left that for the next one.
    for (const auto& secret : stored.secrets) readable.insert(secret.person);
    if (const auto* erased = std::get_if<PersonErased>(&event.body);
        erased != nullptr && readable.contains(erased->person))
      state_->to_erase.emplace_back(stream, erased->person);
    if (std::holds_alternative<CaseErased>(event.body)) state_->to_erase.emplace_back(stream, "");
  }
  if (state_->together || state_->to_erase.empty()) return it;
  erase_pending();
  return current(case_id);
}

void Service::erase_pending() {
  for (const auto& [stream, person] : std::exchange(state_->to_erase, {})) {
    const auto id = stream.substr(std::string_view("case/").size());
    if (person.empty()) {
      store_.erase_keys(stream);  // who looked, and who erased it, lie under a key of their own and stay
      forget(id);                 // the memory of this process is one more place where it could be read
    } else {
      // What the resident or the circle looked at is about them; that a worker looked is what the team answers for.
      const auto& state = current(id);
      const auto* one = state.person(person);
      if (one == nullptr || !works_in_case(*one)) store_.erase_person("access/" + id, person);
      store_.erase_person(stream, person);
    }
    // The store empties the case's line in the index with the key; what is left of the case gives it a new one.
    store_.put_index(index_row(current(id)));
  }
}

/// Evolves the case in memory first, because the index line is made from it; when the store then does not take the
/// events, that memory is dropped and read again.
Outcome<store::Receipt, store::Conflict> Service::append_evolved(Case& it, const std::string& stream,
                                                                 std::int64_t expected, const std::string& command_id,
                                                                 const Events& decided,
                                                                 const std::vector<store::NewEvent>& events) {
  const auto id = it.id;
  try {
    for (const auto& event : decided) engine::evolve(it, event);
    const auto row = index_row(it);
    auto kept = store_.append(stream, expected, command_id, events, &row);
    if (!kept) forget(id);
    return kept;
  } catch (...) {
    forget(id);
    throw;
  }
}

void Service::forget(const std::string& case_id) {
  state_->cases.erase(case_id);
  state_->fresh.erase(case_id);
}

Answer Service::decide_and_keep(Command& command) {
  Answer answer;
  answer.command_id = command.id;
  answer.case_id = command.case_id;
  if (const auto receipt = store_.receipt(command.id)) {
    answer.repeated = true;
    answer.version = receipt->last;
    return answer;
  }
  const bool now = command.at == Time{};
  const auto stream = stream_of(command.case_id);
  for (int attempt = 1;; ++attempt) {
    auto& it = current(command.case_id);
    answer.version = it.version;
    if (command.expect && *command.expect != it.version) {
      answer.conflict = store::Conflict{stream, *command.expect, it.version};
      return answer;
    }
    if (now) command.at = std::max(state_->clock.now(), it.changed_at);
    auto decided = engine::decide(it, command, state_->definitions);
    if (!decided) {
      answer.refusal = std::move(decided.error());
      return answer;
    }
    state_->definitions.keep(*decided, command.at);
    std::vector<store::NewEvent> events;
    events.reserve(decided->size());
    for (const auto& event : *decided) events.push_back(store::encode(event));
    const auto expected = it.version;
    auto kept = Outcome<store::Receipt, store::Conflict>(store::Receipt{});
    const bool erases = std::ranges::any_of(*decided, [](const Event& event) {
      return std::holds_alternative<CaseErased>(event.body) || std::holds_alternative<PersonErased>(event.body);
    });
    if (!erases) {
      kept = append_evolved(it, stream, expected, command.id, *decided, events);
    } else {
      const auto before = it;
      store_.together([&] {  // the erasure and the record of it, or neither
        kept = append_evolved(it, stream, expected, command.id, *decided, events);
        for (const auto& event : *decided)
          if (kept) record_erasure(before, command, event);
      });
    }
    if (kept) {
      answer.version = expected + static_cast<std::int64_t>(decided->size());
      answer.events = std::move(*decided);
      for (const auto& event : answer.events) {
        if (std::holds_alternative<CaseErased>(event.body)) state_->to_erase.emplace_back(stream, "");
        if (const auto* erased = std::get_if<PersonErased>(&event.body))
          state_->to_erase.emplace_back(stream, erased->person);
      }
      return answer;
    }
    if (is_move(command.body) || command.expect || attempt == kTries) {
      answer.conflict = kept.error();
      return answer;
    }
  }
}

Answer Service::handle(Command command) {
  if (command.id.empty()) command.id = random_command_id();
  // Words are listened to as the team wants it now; inside one transaction nobody else changes that.
  const bool asks_team = std::holds_alternative<Say>(command.body) || std::holds_alternative<EraseCase>(command.body) ||
                         std::holds_alternative<ErasePerson>(command.body);
  if (!state_->together && asks_team) hear_team();
  auto answer = decide_and_keep(command);
  if (!state_->together) erase_pending();
  return answer;
}

/// Runs `work` in one transaction; when it says no, or throws, none of it happened. False when it said no.
bool Service::in_one_transaction(const std::function<bool()>& work) {
  struct Undone {};
  const auto undo = [&] {  // what is in memory is ahead of the store
    state_->together = false;
    state_->cases.clear();
    state_->to_erase.clear();
    state_->team.reset();
    state_->definitions.forget();
  };
  state_->together = true;
  state_->fresh.clear();
  try {
    store_.together([&] {
      hear_team();
      if (!work()) throw Undone{};
    });
  } catch (const Undone&) {
    undo();
    return false;
  } catch (...) {
    undo();
    throw;
  }
  state_->together = false;
  erase_pending();
  return true;
}

std::vector<Answer> Service::handle_together(std::vector<Command> commands) {
  std::vector<Answer> answers;
  answers.reserve(commands.size());
  in_one_transaction([&] {
    for (auto& command : commands) answers.push_back(handle(std::move(command)));
    return true;
  });
  return answers;
}

std::vector<Answer> Service::handle_all(std::vector<Command> commands, bool keep) {
  std::vector<Answer> answers;
  in_one_transaction([&] {
    for (auto& command : commands) {
      answers.push_back(handle(std::move(command)));
      if (!answers.back().done()) return false;
    }
    return keep;
  });
  return answers;
}

Time Service::now() const { return state_->clock.now(); }

bool Service::exists(const std::string& case_id) { return store_.head(stream_of(case_id)) > 0; }

Case Service::open(const std::string& case_id) {
  const auto& it = current(case_id);
  if (!it.exists()) throw Fault(Fault::Kind::store, fmt::format("there is no case '{}'", case_id));
  return it;
}

Events Service::history(const std::string& case_id) {
  Events events;
  for (const auto& stored : store_.read(stream_of(case_id))) {
    if (!stored.payload)
      throw Fault(Fault::Kind::store, fmt::format("case '{}' is erased: its history cannot be read any more", case_id));
    events.push_back(store::decode(stored));
  }
  if (events.empty()) throw Fault(Fault::Kind::store, fmt::format("there is no case '{}'", case_id));
  return events;
}

engine::Explanation Service::explain(const std::string& case_id, const std::string& by, Time at, Lang lang) {
  return engine::explain(open(case_id), state_->definitions, by, at == Time{} ? state_->clock.now() : at, lang);
}

const engine::Library& Service::library() const {
  hear_team();
  return state_->definitions;
}

std::vector<Service::Changed> Service::changed_definitions(const Case& it) const {
  std::vector<Changed> changed;
  const auto& definitions = state_->definitions;
  if (const auto* now = definitions.workflow(it.workflow.id); now == nullptr || now->hash != it.workflow.hash)
    changed.push_back({it.workflow.id, it.workflow.version, now == nullptr ? "" : now->version});
  for (const auto& pin : it.methods) {
    const auto* now = definitions.method(pin.id);
    if (now != nullptr && now->hash == pin.hash) continue;
    if (std::ranges::find(changed, pin.id, &Changed::id) == changed.end())
      changed.push_back({pin.id, pin.version, now == nullptr ? "" : now->version});
  }
  return changed;
}

std::int64_t Service::rebuild(const std::function<void(std::int64_t, std::int64_t)>& progress) {
  const auto ids = case_ids();
  const auto of = static_cast<std::int64_t>(ids.size());
  state_->cases.clear();
  store_.together([&] {
    store_.clear_index();
    std::int64_t done = 0;
    for (const auto& id : ids) {
      store_.put_index(index_row(current(id)));
      if (progress) progress(++done, of);
    }
  });
  return of;
}

}  // namespace casus::service
