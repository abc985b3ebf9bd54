// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/engine/decide/transferring.hpp"
#include "core/engine/refusing.hpp"
#include "core/model/person_name.hpp"
#include "core/service/commands/case_package.hpp"
#include "core/service/index.hpp"
#include "core/service/mending/remains.hpp"
#include "core/service/service_state.hpp"
#include "core/store/checkpoint.hpp"
#include "core/store/keys/seal.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

/// A case that goes to another team's store: handed out in a sealed file, taken over there, confirmed here.
namespace casus::service {

namespace {

using text::msg;
using namespace text::literals;

/// What is kept of a receipt where it is waited for: whoever reads it there cannot tell it.
std::string receipt_digest(std::string_view typed) { return store::hex_of(store::hash_of(store::code_from(typed))); }

template <class Body>
bool renamed(Body& body, std::string Body::*named, const std::map<std::string, std::string>& ids) {
  const auto found = ids.find(body.*named);
  if (found == ids.end() || found->second == found->first) return false;
  body.*named = found->second;
  return true;
}

/// Events that name another case, which may be called otherwise here.
void rename_cases(std::vector<store::StoredEvent>& events, const std::map<std::string, std::string>& ids) {
  static const std::set<std::string, std::less<>> kNameOne{
      std::string(CaseMerged::kName), std::string(CaseTakenIn::kName), std::string(CaseSeparated::kName),
      std::string(CaseGivenBack::kName)};
  for (auto& stored : events) {
    if (!stored.payload || !kNameOne.contains(stored.type)) continue;
    auto event = store::decode(stored);
    bool other = false;
    if (auto* merged = std::get_if<CaseMerged>(&event.body)) other = renamed(*merged, &CaseMerged::into, ids);
    if (auto* taken = std::get_if<CaseTakenIn>(&event.body)) other = renamed(*taken, &CaseTakenIn::case_id, ids);
    if (auto* apart = std::get_if<CaseSeparated>(&event.body)) other = renamed(*apart, &CaseSeparated::into, ids);
    if (auto* back = std::get_if<CaseGivenBack>(&event.body)) other = renamed(*back, &CaseGivenBack::case_id, ids);
    if (!other) continue;
    auto written = store::encode(event);
    stored.type_version = written.type_version;
    stored.payload = std::move(written.payload);
    stored.secrets = std::move(written.secrets);
  }
}

/// Colleagues of ours in a case that comes home, by their id in it: there they had our team's name in front. Who left
/// since, and a name that two had, stays as it came. A name proves no home: a team elsewhere may be called as we are,
/// and then the names in front are of either.
std::map<std::string, std::string> come_home(const Case& it, const Team& team,
                                             const std::function<bool(const CaseReceived& from)>& went_from_here) {
  std::map<std::string, std::string> members;
  bool was_here = false;
  for (const auto& one : it.came_from) {
    if (team.name.empty() || !same_name(one.what.team, team.name)) continue;
    if (!went_from_here(one.what)) return members;
    was_here = true;
  }
  if (!was_here) return members;
  const auto in_front = "(" + team.name + ") ";
  std::set<std::string> given;
  for (const auto& person : it.people) {
    if (!person.name.starts_with(in_front)) continue;
    const auto called = person.name.substr(in_front.size());
    const auto* member = team.member(called);
    const bool two = std::ranges::any_of(team.left, [&](const Member& one) { return same_name(one.name, called); });
    if (member != nullptr && !two && given.insert(member->name).second) members.emplace(person.id, member->name);
  }
  return members;
}

Refusal broken(const std::string& what) {
  return engine::no("BrokenCase", "", msg("transfer.broken", "what"_is = what), msg("transfer.broken_do"));
}

}  // namespace

std::string taking_over(const std::string& transfer) { return "transfer/" + transfer; }

Answer no_file(const Command& command) {
  return refused(command,
                 engine::no("NoFile", "", msg("transfer.no_file"),
                            msg("transfer.no_file_do",
                                "transfer"_is = text::way("case transfer", "case"_is = command.case_id,
                                                          "to"_is = text::gap("gap.team"), "told"_is = text::gap(),
                                                          "because"_is = text::gap(), "out"_is = text::gap()))));
}

/// The case, and the cases that ended in it, as the store keeps them.
CasePackage Service::packed(const Case& it, const Command& command) {
  CasePackage package{.transfer = store::random_id(),
                      .from = state_->teams.current(TeamStream::kId).name,
                      .to = std::string(trimmed(std::get<TransferCase>(command.body).to)),
                      .receipt = store::code_of(store::hash_of(store::random_id() + store::random_id()))};
  std::vector<std::string> ids{it.id};
  for (std::size_t i = 0; i < ids.size(); ++i)
    for (const auto& one : current(ids[i]).taken_in)
      if (std::ranges::find(ids, one.taken.case_id) == ids.end()) ids.push_back(one.taken.case_id);
  for (const auto& id : ids) {
    package.cases.push_back({id, store_.read(CaseStream::stream_of(id))});
    each_pin(history(id), [&](const Pin& pin, bool) {
      if (package.definitions.contains(pin.hash)) return;
      if (auto bytes = state_->definitions.kept(pin.hash)) package.definitions.emplace(pin.hash, std::move(*bytes));
    });
    const auto stream = file_stream(id, "");
    for (const auto& name : store_.streams(stream)) {
      const auto stored = store_.read(name);
      if (!stored.empty() && stored.front().payload)
        package.files.push_back({id, name.substr(stream.size()), stored.front().at, *stored.front().payload});
    }
  }
  return package;
}

std::optional<Refusal> Service::cannot_hand_out(Command command) {
  const auto held = state_->session.hold();
  hear_team();
  if (state_->teams.current(TeamStream::kId).name.empty())
    return engine::no("TeamHasNoName", "", msg("transfer.no_team"),
                      msg("transfer.no_team_do", "init"_is = text::way("team init", "name"_is = text::gap())));
  const auto& over = std::get<TransferCase>(command.body);
  if (same_name(over.to, state_->teams.current(TeamStream::kId).name))
    return engine::no(
        "OwnTeam", "", msg("transfer.own_team", "team"_is = over.to),
        msg("transfer.own_team_do",
            "handover"_is = text::way("case handover", "case"_is = command.case_id, "person"_is = text::gap("gap.name"),
                                      "to"_is = text::gap("gap.name"), "because"_is = text::gap())));
  const auto& it = current(command.case_id);
  if (command.at == Time{}) command.at = state_->clock.now();
  if (auto refusal = name_people(it, command)) return refusal;
  auto decided = engine::hand_out(it, command, state_->definitions, {});
  return decided ? std::nullopt : std::optional(std::move(decided.error()));
}

Answer Service::hand_out(Command command, const std::string& passphrase,
                         const std::function<void(const std::string& bytes)>& deliver) {
  const auto seal = [&](const std::string& text) { return store::seal_with_passphrase(passphrase, text); };
  return hand_out_as(std::move(command), seal, deliver);
}

Answer Service::hand_out_as(Command command, const std::function<std::string(const std::string& text)>& seal,
                            const std::function<void(const std::string& bytes)>& deliver) {
  const auto held = state_->session.hold();
  if (command.id.empty()) command.id = random_command_id();
  if (auto refusal = cannot_hand_out(command); refusal && !store_.receipt(command.id))
    return with_stranger_kept(command.seat,
                              refused(command, std::move(*refusal)));  // before a second is spent on the passphrase
  const auto checkpoint = store::checkpoint_code(store_.checkpoint(state_->clock.now()));
  Answer answer;
  answer.case_id = command.case_id;
  in_one_transaction([&] {
    std::string bytes;
    const auto decide = [&](const Case& it, const Command& asked) {
      auto meant = asked;
      if (auto refusal = name_people(it, meant)) return Outcome<Events, Refusal>(failure(std::move(*refusal)));
      auto package = packed(it, meant);
      package.checkpoint = checkpoint;
      bytes = seal(case_package_text(package));
      return engine::hand_out(it, meant, state_->definitions,
                              {store::code_of(store::hash_of(bytes)), receipt_digest(package.receipt)});
    };
    static_cast<AnswerWith<Events>&>(answer) = state_->cases.keep(command, decide);
    if (answer.done() && !answer.repeated) deliver(bytes);
    return answer.done();
  });
  if (answer.done() && !answer.events.empty())
    answer.after = std::make_shared<const Case>(state_->cases.seen(command.case_id));
  return answer;
}

Answer Service::confirm(Command& command) {
  Answer answer;
  answer.case_id = command.case_id;
  const auto decide = [&](const Case& it, const Command& asked) {
    auto meant = asked;
    if (auto refusal = name_people(it, meant)) return Outcome<Events, Refusal>(failure(std::move(*refusal)));
    return engine::confirm(it, meant, state_->definitions,
                           receipt_digest(std::get<ConfirmTransfer>(meant.body).receipt));
  };
  static_cast<AnswerWith<Events>&>(answer) = state_->cases.keep(command, decide);
  return answer;
}

/// Nobody has to tell a receipt to who sees the other store, in which the case came in.
Answer Service::confirm_seen(Command command) {
  const auto held = state_->session.hold();
  hear_team();
  Answer answer;
  answer.case_id = command.case_id;
  in_one_transaction([&] {
    const auto decide = [&](const Case& it, const Command& asked) {
      auto meant = asked;
      if (auto refusal = name_people(it, meant)) return Outcome<Events, Refusal>(failure(std::move(*refusal)));
      return engine::confirm(it, meant, state_->definitions, it.given_over ? it.given_over->what.receipt : "");
    };
    static_cast<AnswerWith<Events>&>(answer) = state_->cases.keep(command, decide);
    return answer.done();
  });
  return answer;
}

/// By what name each case of the package is known here: its own, unless another case has that.
std::map<std::string, std::string> Service::ids_here(const CasePackage& package) {
  std::map<std::string, std::string> ids;
  std::set<std::string> given;
  for (const auto& one : package.cases) {
    auto id = one.id;
    if (store_.head(CaseStream::stream_of(id)) > 0 || given.contains(id)) {
      id = free_case_id(date_of(state_->clock.now()));
      for (int more = 2; given.contains(id); ++more) id = one.id + '-' + std::to_string(more);
    }
    given.insert(id);
    ids.emplace(one.id, id);
  }
  return ids;
}

/// As they were, under numbers of their own; what was destroyed there is destroyed here.
void Service::keep_packed(const std::string& id, const std::vector<store::StoredEvent>& events) {
  std::vector<store::NewEvent> kept;
  kept.reserve(events.size());
  for (const auto& one : events)
    kept.push_back({one.type, one.type_version, one.at, one.payload.value_or(""), one.secrets});
  if (!store_.append(CaseStream::stream_of(id), 0, "", kept, nullptr))
    throw Fault(Fault::Kind::store, "a case '" + id + "' came in between; do it again");
  for (const auto& one : events) {
    if (!one.payload || one.type != TextDestroyed::kName) continue;
    const auto destroyed = std::get<TextDestroyed>(store::decode(one).body);
    for (const auto number : destroyed.events)
      store_.destroy_event(CaseStream::stream_of(id), number, husk_in(destroyed, number));
  }
}

Answer Service::take_over(Command command, const CasePackage& package, const std::string& code,
                          const std::map<std::string, std::string>& members) {
  const auto held = state_->session.hold();
  hear_team();
  const auto now = state_->clock.now();
  command.id = taking_over(package.transfer);
  if (const auto before = store_.receipt(command.id)) {
    Answer answer;
    answer.command_id = command.id;
    answer.case_id = before->stream.substr(CaseStream::stream_of("").size());
    answer.version = before->last;
    answer.repeated = true;
    return answer;
  }
  const auto ids = ids_here(package);
  std::vector<PackedCase> cases;
  try {  // all of it is read before anything is kept
    for (const auto& one : package.cases) {
      auto& packed = cases.emplace_back(PackedCase{ids.at(one.id), one.events});
      rename_cases(packed.events, ids);
      auto it = CaseStream::empty(packed.id);
      if (!CaseStream{}.fold(it, packed.events) || !it.exists()) return refused(command, broken(one.id));
      if (it.changed_at > now + kGrace) return refused(command, still_to_come(it.changed_at));
    }
  } catch (const Fault& fault) {
    return refused(command, broken(fault.what()));
  }
  command.case_id = cases.front().id;
  command.body = TransferCase{package.to, {}, {}};  // what was asked, as its id is bound to it
  command.at = now;
  // What is kept of a case that went is not here for ever; that this store was its home then, is.
  const auto went_from_here = [&](const CaseReceived& from) {
    const auto made = store_.checkpoints();
    if (!from.checkpoint.empty() && std::ranges::find(made, from.checkpoint, store::checkpoint_code) != made.end())
      return true;
    const bool comes_now = std::ranges::find(cases, from.case_id, &PackedCase::id) != cases.end();
    if (comes_now || store_.head(CaseStream::stream_of(from.case_id)) == 0) return false;
    const auto& left = state_->cases.current(from.case_id).given_over;  // and no seat in it ends by this
    return left && left->what.code == from.code;
  };
  Answer answer;
  answer.case_id = command.case_id;
  in_one_transaction([&] {
    answer.refusal = closed_here(command.id);
    if (answer.refusal) return false;
    for (const auto& [hash, bytes] : package.definitions)
      if (!state_->definitions.keep(hash, bytes, now)) {
        answer.refusal = broken(hash);
        return false;
      }
    for (const auto& one : cases) keep_packed(one.id, one.events);
    for (const auto& file : package.files) {
      const auto id = ids.find(file.case_id);
      if (id != ids.end() && is_id(file.id)) (void)keep_file(store_, id->second, file.id, file.at, file.bytes);
    }
    const auto decide = [&](const Case& it, const Command& asked) {
      auto meant = asked;
      meant.at = std::max(asked.at, it.changed_at);
      if (auto refusal = name_people(it, meant)) return Outcome<Events, Refusal>(failure(std::move(*refusal)));
      return engine::receive(
          it, meant, state_->definitions, {package.from, package.cases.front().id, code, package.checkpoint},
          members.empty() ? come_home(it, state_->teams.current(TeamStream::kId), went_from_here) : members);
    };
    static_cast<AnswerWith<Events>&>(answer) = state_->cases.keep(command, decide);
    for (const auto& one : cases)
      if (answer.done()) store_.put_index(index_row(current(one.id)));
    return answer.done();
  });
  if (answer.done()) answer.after = std::make_shared<const Case>(state_->cases.seen(command.case_id));
  return answer;
}

}  // namespace casus::service
