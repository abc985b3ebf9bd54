// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/base/text.hpp"
#include "core/engine/mending/named_places.hpp"
#include "core/engine/mending/one_case.hpp"
#include "core/engine/mending/reason_kept.hpp"
#include "core/engine/mending/said.hpp"
#include "core/model/ref_words.hpp"
#include "core/service/commands/command_ids.hpp"
#include "core/service/index.hpp"
#include "core/service/mending/remains.hpp"
#include "core/service/service_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

/// Two cases that are one: each has its half of what was decided, and what is destroyed or erased in the one that stays
/// goes in the other too.
namespace casus::service {

namespace {

/// Half of a command, for another case.
Command half_for(const Command& command, const std::string& case_id, const std::string& what) {
  auto there = command;
  there.case_id = case_id;
  there.expect.reset();
  there.id = command.id + '/' + what;
  return there;
}

/// The names that were said again, as they lie with their persons.
std::vector<store::Secret> names_again(const Events& events) {
  std::vector<store::Secret> names;
  for (const auto& event : events)
    if (const auto* named = std::get_if<PersonNamed>(&event.body); named != nullptr && named->again)
      std::ranges::move(store::encode(event).secrets, std::back_inserter(names));
  return names;
}

/// What it puts right; null for a command that puts nothing right.
std::string* ref_of(CommandBody& body) {
  if (auto* const it = std::get_if<Correct>(&body)) return &it->ref;
  if (auto* const it = std::get_if<Withdraw>(&body)) return &it->ref;
  if (auto* const it = std::get_if<Restore>(&body)) return &it->ref;
  if (auto* const it = std::get_if<Destroy>(&body)) return &it->ref;
  if (auto* const it = std::get_if<MoveOver>(&body)) return &it->ref;
  return nullptr;
}

bool brings(const Event& event, const std::string& person) {
  const auto people = engine::names_in(event.body);
  return std::ranges::find(people, person) != people.end();
}

/// What CaseTakenIn says of a case again: what was asked there, and why it went on in `into`.
bool goes_with_what_was_taken(const EventBody& body, const std::string& into) {
  const auto* merged = std::get_if<CaseMerged>(&body);
  return std::holds_alternative<QuestionAsked>(body) ||
         (merged != nullptr && merged->into == into && !merged->because.empty());
}

}  // namespace

std::string Service::leads_to(const std::string& case_id) {
  const auto held = state_->session.hold();
  auto id = case_id;
  for (;;) {
    const auto* const it = readable(id);
    if (it == nullptr || it->into().empty()) return id;
    id = std::string(it->into());
  }
}

/// "2026-014/b3" and "2026-014/12", as it was called in a case that ended in this one, becomes what it is
/// called here. What is moved is looked up by its id, so there a number becomes that.
void Service::refer_here(Command& command) {
  auto* const ref = ref_of(command.body);
  if (ref == nullptr) return;
  if (const auto& it = current(command.case_id); !it.exists() || it.stage.life == Life::erased) return;
  bool by_id = std::holds_alternative<MoveOver>(command.body);
  if (const auto cut = ref->find('/'); cut != std::string::npos) {
    const auto from = ref_typed(std::string_view(*ref).substr(0, cut));
    const auto what = ref_typed(std::string_view(*ref).substr(cut + 1));
    const auto taken = current(command.case_id).taken_in;
    for (const auto& one : taken) {
      const auto& id = one.taken.case_id;
      if (one.given_back || folded(id) != from || current(id).stage.life == Life::erased) continue;
      const auto there = history(id);
      for (std::size_t place = 0; place < one.taken.lines.size(); ++place) {
        const auto number = one.taken.lines[place].event;
        if (number < 1 || number > std::ssize(there)) continue;
        const auto& body = there[static_cast<std::size_t>(number - 1)].body;
        if (std::to_string(number) != what && engine::about(body).ref != what) continue;
        *ref = std::to_string(one.event + 1 + static_cast<std::int64_t>(place));
        by_id = true;
        break;
      }
    }
  }
  if (!by_id) return;
  *ref = ref_typed(*ref);
  if (!is_line_number(*ref)) return;
  const auto here = history(command.case_id);
  const auto number = std::stoul(*ref);
  if (number < 1 || number > here.size()) return;
  if (auto what = engine::about(here[number - 1].body); what.words) *ref = std::move(what.ref);
}

/// "2026-014/12" where line 12 did not come along: why two people or two cases are one, what was put right. It stands
/// in the history of the case that ended, and is destroyed there by whose the case is now. Nothing for anything else.
std::optional<Answer> Service::destroy_left_there(const Command& command) {
  const auto* asked = std::get_if<Destroy>(&command.body);
  const auto cut = asked == nullptr ? std::string::npos : asked->ref.find('/');
  if (cut == std::string::npos) return std::nullopt;
  const auto from = ref_typed(std::string_view(asked->ref).substr(0, cut));
  const auto what = ref_typed(std::string_view(asked->ref).substr(cut + 1));
  const auto stays = current(command.case_id);
  if (!is_line_number(what) || !stays.exists() || stays.stage.life == Life::erased) return std::nullopt;
  const auto number = static_cast<std::int64_t>(std::stoul(what));
  for (const auto& one : stays.taken_in) {
    const auto& id = one.taken.case_id;
    if (one.given_back || folded(id) != from || current(id).stage.life == Life::erased) continue;
    if (number < 1 || number > current(id).version) continue;
    auto there = half_for(command, id, fmt::format("{}/{}", id, number));
    if (auto refusal = name_people(stays, there)) return refused(command, std::move(*refusal));
    const auto kept = state_->cases.keep(there, [&](const Case& it, const Command& half) {
      const auto so_far = history(id);
      if (auto refusal =
              engine::may_not_destroy_left(stays, half, id + '/' + what, number, state_->definitions, so_far))
        return Outcome<Events, Refusal>(failure(std::move(*refusal)));
      auto decided = engine::destroy_there(it, half, number, asked->ground, state_->definitions, so_far);
      if (decided) say_what_remains<TextDestroyed>(*decided, so_far);
      return decided;
    });
    Answer answer;
    answer.case_id = id;
    static_cast<AnswerWith<Events>&>(answer) = kept;
    answer.command_id = command.id;
    if (answer.done() && !answer.repeated) answer.refusal = destroyed(command, id, answer.events);
    return answer;
  }
  return std::nullopt;
}

/// Where the histories of the cases that ended in this one name somebody, and it did not come along.
std::optional<engine::Remark> Service::named_in_ended(const Case& it, const Person& erased) {
  const auto names = engine::names_erased(it, &erased);
  std::vector<text::Message> places;
  for (const auto& one : it.taken_in) {
    const auto& id = one.taken.case_id;
    if (one.given_back || current(id).stage.life == Life::erased) continue;
    for (const auto number : engine::lines_naming(history(id), names)) {
      if (std::ranges::find(one.taken.lines, number, &TakenLine::event) != one.taken.lines.end()) continue;
      const auto ref = fmt::format("{}/{}", id, number);
      places.push_back(text::msg("named.place", "where"_is = text::Message::verbatim(ref),
                                 "destroy"_is = text::way("case destroy", "case"_is = it.id, "ref"_is = ref,
                                                          "ground"_is = key(DestroyGround::other_person))));
    }
  }
  if (places.empty()) return std::nullopt;
  return engine::Remark{"AVG 17", text::msg("remark.named_in_ended",
                                            "places"_is = text::Value::list(std::move(places), "text.semicolon"))};
}

/// The other case of a command that says that two are one, or are not.
std::optional<Case> Service::beside(const Command& command) {
  if (const auto* merge = std::get_if<MergeCase>(&command.body)) return current(std::string(trimmed(merge->into)));
  if (!std::holds_alternative<SeparateCase>(command.body)) return std::nullopt;
  const std::string into(current(command.case_id).into());
  return into.empty() ? std::nullopt : std::optional(current(into));
}

Answer Service::one_case(Command& command) {
  if (command.id.empty()) command.id = random_command_id();
  const auto ends = current(command.case_id);
  const auto other = beside(command);
  const bool merges = std::holds_alternative<MergeCase>(command.body);
  const auto half = [&](const Case& stays, const Command& asked) {
    auto meant = asked;
    if (auto refusal = name_people(stays, meant)) return Outcome<Events, Refusal>(failure(std::move(*refusal)));
    if (merges) return engine::take_in(stays, meant, ends, state_->definitions);
    const auto so_far = history(stays.id);
    auto given = engine::give_back(stays, meant, ends, state_->definitions, so_far);
    if (given) say_what_remains<TextDestroyed>(*given, so_far);
    return given;
  };
  auto answer = decide_and_keep(command);
  if (!answer.done() || answer.repeated || !other) return answer;
  auto there = half_for(command, other->id, "there");
  auto kept = state_->cases.keep(there, half);
  answer.refusal = std::move(kept.refusal);
  answer.conflict = std::move(kept.conflict);
  if (!answer.done()) return answer;
  for (const auto& event : kept.events)
    if (const auto* back = std::get_if<CaseGivenBack>(&event.body); back != nullptr && !back->changed.empty())
      answer.remarks.push_back({"", text::msg("merging.changed_since", "case"_is = other->id,
                                              "refs"_is = joined({back->changed.begin(), back->changed.end()}))});
  if (!merges) answer.refusal = destroyed(command, other->id, kept.events);
  return answer;
}

/// The keys of what these say is destroyed, here and in the cases that it came from.
/// A name is nobody's mistake, and whose the case is hangs on it, in an older copy of the database too: it stays in
/// what is left of an event, as it is now. So does it in what was left before, where it may be the one that is
/// destroyed.
void Service::destroy_texts(const std::string& case_id, const Events& events) {
  const auto stream = CaseStream::stream_of(case_id);
  const auto names = names_again(events);
  const auto so_far = names.empty() ? Events() : history(case_id);
  std::map<std::int64_t, std::optional<store::Husk>> gone;
  const auto take = [&](const Event& event, bool now) {
    const auto* destroyed = std::get_if<TextDestroyed>(&event.body);
    for (const auto number : destroyed == nullptr ? std::vector<std::int64_t>() : destroyed->events) {
      auto left = husk_in(*destroyed, number);
      for (const auto& name : names)
        if (left && brings(so_far.at(static_cast<std::size_t>(number - 1)), name.person)) left->secrets.push_back(name);
      if (now || (left && !left->secrets.empty())) gone.insert_or_assign(number, std::move(left));
    }
  };
  for (const auto& event : so_far) take(event, false);
  for (const auto& event : events) take(event, true);
  for (const auto& [number, left] : gone) store_.destroy_event(stream, number, left);
}

std::optional<Refusal> Service::destroyed(const Command& command, const std::string& case_id, const Events& events) {
  const auto taken = current(case_id).taken_in;
  std::optional<Refusal> refusal;
  destroy_texts(case_id, events);
  for (const auto& event : events) {
    const auto* gone = std::get_if<TextDestroyed>(&event.body);
    if (gone == nullptr) continue;
    const auto so_far = history(case_id);
    for (const auto number : gone->events) {
      if (const auto* erased = std::get_if<PersonErased>(&so_far.at(static_cast<std::size_t>(number - 1)).body)) {
        forget_why_erased(case_id, erased->person);
        if (!refusal) refusal = forget_why_there(command, taken, erased->person, gone->ground);
      }
      for (const auto& one : taken) {
        if (one.given_back || refusal) continue;
        const auto& from = one.taken.case_id;
        if (const auto* line = one.line(number); line != nullptr && line->event > 0)
          refusal = destroy_there(command, from, line->event, gone->ground);
        if (one.event != number) continue;
        refusal = destroy_there(command, from, 1, gone->ground);  // its title; what was asked, and why they are one
        const auto asked = history(from);
        for (std::size_t place = 0; place < asked.size() && !refusal; ++place)
          if (goes_with_what_was_taken(asked[place].body, case_id))
            refusal = destroy_there(command, from, static_cast<std::int64_t>(place) + 1, gone->ground);
      }
    }
    if (gone->ref.starts_with('f') && !gone->earlier) store_.erase_keys(file_stream(case_id, gone->ref));
  }
  state_->cases.forget(case_id);  // what was there reads otherwise now
  store_.put_index(index_row(current(case_id)));
  return refusal;
}

/// The same reason, in the cases that ended in this one: `person` was erased in them too.
std::optional<Refusal> Service::forget_why_there(const Command& command, const std::vector<TakenIn>& taken,
                                                 const std::string& person, DestroyGround ground) {
  for (const auto& one : taken)
    for (const auto& known : one.taken.people) {
      if (one.given_back || known.is != person) continue;
      const auto there = history(one.taken.case_id);
      for (std::size_t place = 0; place < there.size(); ++place) {
        const auto* erased = std::get_if<PersonErased>(&there[place].body);
        if (erased == nullptr || erased->person != known.was || erased->because.empty()) continue;
        if (auto refusal = destroy_there(command, one.taken.case_id, static_cast<std::int64_t>(place) + 1, ground))
          return refusal;
      }
    }
  return std::nullopt;
}

std::optional<Refusal> Service::destroy_there(const Command& command, const std::string& case_id, std::int64_t number,
                                              DestroyGround ground) {
  auto there = half_for(command, case_id, fmt::format("{}/{}", case_id, number));
  const auto kept = state_->cases.keep(there, [&](const Case& it, const Command& asked) {
    const auto so_far = history(case_id);
    auto decided = engine::destroy_there(it, asked, number, ground, state_->definitions, so_far);
    if (decided) say_what_remains<TextDestroyed>(*decided, so_far);
    return decided;
  });
  if (kept.refusal && kept.refusal->name == "DestroyedAlready") return std::nullopt;
  if (kept.refusal) return kept.refusal;
  return destroyed(command, case_id, kept.events);
}

/// `it`: the case as it was. A person, or all of it, goes in the cases that ended in it too.
void Service::erase_there(const Command& command, const Case& it, const Event& erased) {
  const auto* person = std::get_if<PersonErased>(&erased.body);
  if (person == nullptr && !std::holds_alternative<CaseErased>(erased.body)) return;
  const auto go = [&](const std::string& from, EventBody body, const std::string& who) {
    auto there = half_for(command, from, fmt::format("{}/{}", from, who));
    Case was;
    const auto kept = state_->cases.keep(
        there,
        [&](const Case& now, const Command& asked) {
          was = now;
          return engine::erase_there(now, asked, body);
        },
        [&](const Case&, const Command&, const Events& decided) {
          for (const auto& event : decided) record_erasure(was, event);
          return std::optional<Refusal>();
        });
    if (!kept.done()) throw Fault(Fault::Kind::store, fmt::format("case '{}' cannot be erased now; do it again", from));
    state_->cases.kind().to_erase.emplace_back(from, who);
    for (const auto& event : kept.events) erase_there(command, was, event);
  };
  for (const auto& one : it.taken_in) {
    if (one.given_back) continue;
    if (person == nullptr) {
      go(one.taken.case_id, erased.body, "");
      continue;
    }
    for (const auto& known : one.taken.people) {
      if (known.is != person->person) continue;
      auto also = *person;
      also.person = known.was;
      go(one.taken.case_id, also, known.was);
    }
  }
}

Case Service::taken_in(const Case& into, const std::string& case_id) {
  const auto held = state_->session.hold();
  if (case_id != into.id && leads_to(case_id) == into.id) return open(case_id);
  throw Fault(Fault::Kind::store, fmt::format("case '{}' is not in case '{}'", case_id, into.id));
}

}  // namespace casus::service
