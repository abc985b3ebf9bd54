// SPDX-License-Identifier: EUPL-1.2
#include "core/service/service.hpp"
#include "core/service/mending/remains.hpp"

#include "core/base/fault.hpp"
#include "core/base/text.hpp"
#include "core/engine/engine.hpp"
#include "core/engine/floor/seats.hpp"
#include "core/engine/mending/put_right.hpp"
#include "core/engine/mending/said.hpp"
#include "core/engine/team/team_people.hpp"
#include "core/service/commands/blank_texts.hpp"
#include "core/service/commands/command_ids.hpp"
#include "core/service/commands/refs_typed.hpp"
#include "core/service/index.hpp"
#include "core/service/mending/named_elsewhere.hpp"
#include "core/service/service_state.hpp"
#include "core/service/table/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <random>
#include <utility>

namespace casus::service {

namespace {

/// Whether keys are destroyed by it.
bool erases(const CommandBody& body) {
  return std::holds_alternative<EraseCase>(body) || std::holds_alternative<ErasePerson>(body) ||
         std::holds_alternative<EraseDue>(body);
}

/// Whether it is of two cases, each with its half of the answer.
bool says_one_case(const CommandBody& body) {
  return std::holds_alternative<MergeCase>(body) || std::holds_alternative<SeparateCase>(body);
}

/// Whether a case is at work in this team by it that was not before.
bool begins_work(const CommandBody& body) {
  return std::holds_alternative<OpenCase>(body) || std::holds_alternative<ReopenCase>(body) ||
         std::holds_alternative<CallBackTransfer>(body);
}

/// Whether the decision asks who is in the team, or what the team listens for.
bool asks_team(const CommandBody& body) {
  return std::holds_alternative<Say>(body) || std::holds_alternative<Record>(body) ||
         std::holds_alternative<AddParticipant>(body) || std::holds_alternative<HandOver>(body) ||
         std::holds_alternative<AddAction>(body) || std::holds_alternative<ChangeAction>(body) ||
         std::holds_alternative<TellResident>(body) || std::holds_alternative<TakeMeldcodeStep>(body) ||
         std::holds_alternative<NameForNetwork>(body) || std::holds_alternative<AddNetworkPerson>(body) ||
         std::holds_alternative<ConfirmTransfer>(body) || std::holds_alternative<CallBackTransfer>(body) ||
         says_one_case(body) || erases(body);
}

/// What is noticed of the case as it was, beside what the text itself gives to remark.
void notice_before(const Case& before, const Command& command, const engine::Library& library,
                   std::vector<engine::Remark>& remarks) {
  for (const auto& remark :
       {engine::leads_nothing(before, command, library), engine::votes_beside(before, command, library),
        engine::too_few(before, command, library), engine::named_as_colleague(before, command, library),
        engine::named_as_sayer(before, command)})
    if (remark) remarks.push_back(*remark);
}

bool enters_step(const Events& events) {
  return std::ranges::any_of(events,
                             [](const Event& event) { return std::holds_alternative<StepEntered>(event.body); });
}

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
  auto& it = end_seats(case_id);
  if (state_->session.together || state_->cases.kind().to_erase.empty()) return it;
  erase_pending();
  return state_->cases.current(case_id);
}

void Service::erase_pending() {
  auto& cases = state_->cases;
  for (const auto& [id, person] : std::exchange(cases.kind().to_erase, {})) {
    const auto stream = CaseStream::stream_of(id);
    if (person.empty()) {
      for (const auto& file : store_.streams(file_stream(id, ""))) store_.erase_keys(file);
      store_.erase_keys(stream);  // who looked, and who erased it, lie under a key of their own and stay
      cases.forget(id);           // the memory of this process is one more place where it could be read
    } else {
      // What the resident or the circle looked at is about them; that a worker looked is what the team answers for.
      const auto& it = current(id);
      const auto* one = it.person(person);
      if (one == nullptr || !works_in_case(*one)) store_.erase_person(AccessStream::stream_of(id), person);
      store_.erase_person(stream, person);
    }
    // The store empties the case's line in the index with the key; what is left of the case gives it a new one.
    store_.put_index(index_row(current(id)));
  }
}

Answer Service::decide_and_keep(Command& command) {
  std::optional<Case> before;  // of an erasure, as it was
  const auto other = beside(command);
  std::vector<engine::Remark> remarks;
  const auto decide = [&](const Case& it, const Command& asked) {
    if (CaseStream::is_final(asked)) before = it;
    remarks.clear();
    auto meant = asked;
    if (auto refusal = name_people(it, meant)) return Outcome<Events, Refusal>(failure(std::move(*refusal)));
    if (!engine::asks_history(asked.body) || !it.exists() || it.stage.life == Life::erased)
      return engine::decide(it, meant, state_->definitions, nullptr, other ? &*other : nullptr);
    const auto so_far = history(asked.case_id);
    auto decided = engine::decide(it, meant, state_->definitions, &so_far);
    if (decided) say_what_remains<TextDestroyed>(*decided, so_far);
    // Who confirms it sees first where the name stands.
    const auto* erases = std::get_if<ErasePerson>(&asked.body);
    if (erases != nullptr && !decided && decided.error().name == engine::kSecondPersonNeeded) {
      const auto whom = called_in(it, erases->person);
      if (auto named = engine::still_named(it, whom, so_far)) remarks.push_back(std::move(*named));
      std::ranges::move(named_beside(it, whom, so_far), std::back_inserter(remarks));
    }
    return decided;
  };
  // Inside the same transaction: the erasure and the record of it, or neither; definitions before who is pinned to
  // them.
  const auto first = [&](const Case& it, const Command& asked, const Events& decided) {
    state_->definitions.keep(decided, asked.at);
    if (before)
      for (const auto& event : decided) record_erasure(*before, event);
    const auto* erases = std::get_if<ErasePerson>(&asked.body);
    const auto so_far = erases != nullptr ? history(asked.case_id) : Events();
    auto named = asked;
    if (erases != nullptr) std::get<ErasePerson>(named.body).person = called_in(it, erases->person);
    remarks = engine::remarks(it, named, erases != nullptr ? &so_far : nullptr);
    if (erases != nullptr)
      std::ranges::move(named_beside(it, std::get<ErasePerson>(named.body).person, so_far),
                        std::back_inserter(remarks));
    if (std::holds_alternative<EraseCase>(asked.body) || std::holds_alternative<EraseDue>(asked.body))
      if (auto remark = said_elsewhere(store_, asked.case_id)) remarks.push_back(std::move(*remark));
    notice_before(it, asked, state_->definitions, remarks);
    remark_strangers(asked.by, decided, remarks);
    if (decided.empty() && std::holds_alternative<AddParticipant>(asked.body))
      remarks.push_back({"", text::msg("answers.done_before_nothing_changed")});
    // At each step, not at each word: whoever leads the talk should know, and then let it be.
    if (enters_step(decided))
      for (auto& message : kept_in_use(it)) remarks.push_back({"", std::move(message)});
    return std::optional<Refusal>();
  };
  Answer answer;
  answer.case_id = command.case_id;
  static_cast<AnswerWith<Events>&>(answer) = state_->cases.keep(command, decide, first);
  const bool asks_second = answer.refusal && answer.refusal->name == engine::kSecondPersonNeeded;
  if ((answer.done() && !answer.repeated) || asks_second) answer.remarks = std::move(remarks);
  for (const auto& event : answer.events) {
    auto& to_erase = state_->cases.kind().to_erase;
    if (std::holds_alternative<CaseErased>(event.body)) to_erase.emplace_back(command.case_id, "");
    if (const auto* erased = std::get_if<PersonErased>(&event.body))
      to_erase.emplace_back(command.case_id, erased->person);
    if (before) erase_there(command, *before, event);
  }
  return answer;
}

Answer Service::handle(Command command) {
  const auto held = state_->session.hold();
  const auto seat = command.seat;
  return with_stranger_kept(seat, handled(std::move(command)));
}

Answer Service::handled(Command command) {
  leave_out_blanks(command.body);
  read_refs(command.body);
  const bool typed_for_another = command.seat && command.seat->name != command.by;
  if (typed_for_another || asks_team(command.body)) hear_team();
  if (!std::holds_alternative<OpenCase>(command.body) &&
      !engine::seats_over(state_->cases.seen(command.case_id), date_of(state_->clock.now())).empty())
    end_seats(command.case_id);
  if (auto mended = mend_look(command)) return std::move(*mended);
  if (std::holds_alternative<AttachFile>(command.body)) return no_bytes(command);
  if (std::holds_alternative<TransferCase>(command.body)) return no_file(command);
  if (std::holds_alternative<ConfirmTransfer>(command.body)) return confirm(command);
  const bool mends = engine::asks_history(command.body);
  const bool is_one = says_one_case(command.body);
  const bool begins = begins_work(command.body);
  const auto decided = [&] {
    if (begins)
      if (auto refusal = closed_here(command.id)) return refused(command, std::move(*refusal));
    if (std::holds_alternative<OpenCase>(command.body) && !store_.receipt(command.id))
      if (auto refusal = engine::may_not_open(state_->teams.current(TeamStream::kId), command))
        return refused(command, std::move(*refusal));
    return mends ? put_right(command) : is_one ? one_case(command) : decide_and_keep(command);
  };
  if (state_->session.together || !(mends || is_one || begins || erases(command.body))) return decided();
  // What was decided, and that its keys are destroyed, in one transaction: no kill comes between the two. So too that
  // the team works, and what begins in it: nobody closes it between the two.
  Answer answer;
  in_one_transaction([&] {
    answer = decided();
    return answer.done();
  });
  return answer;
}

Answer Service::told(Command command) {
  const auto held = state_->session.hold();
  auto answer = handle(std::move(command));
  if (answer.done() && !answer.events.empty())
    answer.after = std::make_shared<const Case>(state_->cases.seen(answer.case_id));
  return answer;
}

/// Runs `work` in one transaction; when it says no, or throws, none of it happened. False when it said no. `coming`:
/// what a work of many appends will ask about.
bool Service::in_one_transaction(const std::function<bool()>& work, const store::Coming* coming) {
  struct Undone {};
  auto& session = state_->session;
  const auto undo = [&] {  // what is in memory is ahead of the store
    session.together = session.more = false;
    state_->cases.forget();
    state_->cases.kind().to_erase.clear();
    state_->teams.forget();
    state_->accesses.forget();
    state_->learnings.forget();
    state_->definitions.forget();
    state_->heard = -1;
  };
  session.together = true;
  ++session.group;
  try {
    const auto all = [&] {
      if (!work()) throw Undone{};
      erase_pending();
      state_->cases.settle();
    };
    if (coming != nullptr) store_.together(*coming, all);
    else store_.together(all);
  } catch (const Undone&) {
    undo();
    return false;
  } catch (...) {
    undo();
    throw;
  }
  session.together = false;
  return true;
}

std::vector<Answer> Service::handle_together(std::vector<Command> commands) {
  const auto held = state_->session.hold();
  std::map<std::string, std::size_t> last;  // of each case, its last command
  store::Coming coming;
  coming.commands.reserve(commands.size());
  for (std::size_t i = 0; i < commands.size(); ++i) {
    if (commands[i].id.empty()) commands[i].id = random_command_id();
    coming.commands.push_back(commands[i].id);
    last[commands[i].case_id] = i;
  }
  coming.streams.push_back(TeamStream::stream_of(TeamStream::kId));  // asked by every command
  for (const auto& [id, at] : last) coming.streams.push_back(CaseStream::stream_of(id));
  std::vector<Answer> answers;
  answers.reserve(commands.size());
  const auto each = [&] {
    for (std::size_t i = 0; i < commands.size(); ++i) {
      state_->session.more = last[commands[i].case_id] > i;
      answers.push_back(handle(std::move(commands[i])));
    }
    return true;
  };
  in_one_transaction(each, &coming);
  return answers;
}

std::vector<Answer> Service::handle_all(std::vector<Command> commands, bool keep) {
  const auto held = state_->session.hold();
  std::vector<Answer> answers;
  std::optional<Typist> seat;
  const bool kept = in_one_transaction([&] {
    for (auto& command : commands) {
      seat = command.seat;
      answers.push_back(handled(std::move(command)));
      if (!answers.back().done()) return false;
    }
    return keep;
  });
  // What was kept of a stranger in there went with the rest.
  if (!kept && !answers.empty()) answers.back() = with_stranger_kept(seat, std::move(answers.back()));
  return answers;
}

bool Service::exists(const std::string& case_id) {
  const auto held = state_->session.hold();
  try {
    return state_->cases.seen(case_id).exists();  // what was there stays there
  } catch (const store::KeyMissing&) {
    state_->without_key.insert(case_id);
    throw;
  }
}

bool Service::is_erased(const std::string& case_id) {
  const auto held = state_->session.hold();
  return exists(case_id) && current(case_id).stage.life == Life::erased;
}

Case Service::open(const std::string& case_id) {
  const auto held = state_->session.hold();
  const auto& it = current(case_id);
  if (!it.exists()) throw Fault(Fault::Kind::store, fmt::format("there is no case '{}'", case_id));
  return it;
}

Events Service::history(const std::string& case_id) {
  const auto held = state_->session.hold();
  const auto stream = CaseStream::stream_of(case_id);
  const auto stored = store_.read(stream);
  auto events = CaseStream::events_of(stored);
  if (!events) require_erased(stream, stored);
  if (!events)
    throw Fault(Fault::Kind::store, fmt::format("case '{}' is erased: its history cannot be read any more", case_id));
  if (events->empty()) throw Fault(Fault::Kind::store, fmt::format("there is no case '{}'", case_id));
  return std::move(*events);
}

const engine::Library& Service::library() const {
  const auto held = state_->session.hold();
  hear_team();
  return state_->definitions;
}

const engine::Library& Service::library_as_heard() const {
  const auto held = state_->session.hold();
  if (state_->heard < 0) hear_team();
  return state_->definitions;
}

std::optional<std::string> Service::kept_definition(const std::string& hash) {
  const auto held = state_->session.hold();
  return state_->definitions.kept(hash);
}

void Service::going_by(const KeptDefinitions& run, const std::function<void()>& work) {
  const auto held = state_->session.hold();
  struct Until {
    Definitions& definitions;
    ~Until() { definitions.go_by(nullptr); }
  };
  const Until until{state_->definitions};
  state_->definitions.go_by(&run);
  work();
}

}  // namespace casus::service
