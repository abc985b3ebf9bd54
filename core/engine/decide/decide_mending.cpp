// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/around.hpp"
#include "core/engine/access/no_name.hpp"
#include "core/engine/decide/record_values.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/mending/field_refused.hpp"
#include "core/engine/mending/last_done.hpp"
#include "core/engine/mending/mending_meant.hpp"
#include "core/engine/mending/said.hpp"
#include "core/engine/mending/unmended.hpp"
#include "core/engine/remarks/says_nothing.hpp"
#include "core/model/access.hpp"
#include "core/model/ref_words.hpp"
#include "core/text/label.hpp"

#include <algorithm>
#include <utility>

/// Correcting and taking back (DESIGN 3): by whoever said it or the owner of the case, with a reason.
namespace casus::engine {

namespace {

/// The rules that hold for something new hold for what is put right too.
std::optional<Refusal> breaks_a_rule(const Deciding& d, const EventBody& body) {
  const auto of = [](Decided decided) {
    return decided ? std::nullopt : std::optional<Refusal>(std::move(decided.error()));
  };
  if (const auto* scored = std::get_if<Scored>(&body)) {
    GiveScore again;
    static_cast<ScoreFields&>(again) = *scored;
    return of(decide_on(d, again));
  }
  const auto goal = [&](const GoalFields& fields) {
    SetGoal again;
    static_cast<GoalFields&>(again) = fields;
    return of(decide_on(d, again));
  };
  if (const auto* set = std::get_if<GoalSet>(&body)) return goal(*set);
  if (const auto* changed = std::get_if<GoalChanged>(&body)) return goal(*changed);
  if (const auto* mark = std::get_if<GoalScored>(&body)) {
    ScoreGoal again;
    static_cast<GoalScoreFields&>(again) = *mark;
    return of(decide_on(d, again));
  }
  if (const auto* asked = std::get_if<QuestionAsked>(&body)) {
    if (!is_question(asked->text))
      return no("NotAQuestion", "R1", msg("opening.not_a_question"), msg("opening.not_a_question_do"));
    if (std::ranges::count(asked->text, '?') > 1)
      return no("MoreThanOneQuestion", "R1", msg("opening.more_than_one_question"),
                msg("opening.more_than_one_question_do"));
  }
  if (const auto* recorded = std::get_if<Recorded>(&body)) {
    const auto* type = declared(d, recorded->type);
    return type == nullptr ? std::nullopt : left_open(d, *type, recorded->values);
  }
  const auto* action = std::get_if<ActionAdded>(&body);
  const auto* other = std::get_if<ActionChanged>(&body);
  if ((action != nullptr && says_nothing(action->what)) || (other != nullptr && says_nothing(other->what)))
    return empty_text(msg("plan.needs_what_will_done"), "R8").value();
  if (const auto* told = std::get_if<ResidentTold>(&body); told != nullptr && says_nothing(told->what))
    return empty_text(msg("plan.needs_what_resident_told"), "R16").value();
  if (const auto* right = std::get_if<RightAsked>(&body)) return not_corrected_thus(d, *right);
  if (std::holds_alternative<RightAnswered>(body)) return std::nullopt;  // what was granted takes no reason
  if (main_field(body).empty() || !field_of(body, main_field(body)).empty()) return std::nullopt;
  return empty_text(msg("mending.needs_text")).value();
}

/// The days of a request, of its answer, and of a report, when one of them is set.
std::optional<Refusal> day_off(const Deciding& d, const EventBody& body, const std::vector<FieldNow>& now) {
  const auto is_day = [](const FieldNow& one) { return one.field == "on" || one.field == "reported_on"; };
  if (std::ranges::none_of(now, is_day)) return std::nullopt;
  if (const auto* asked = std::get_if<RightAsked>(&body))
    if (auto refusal = not_asked_so(d, *asked)) return refusal;
  if (const auto* answered = std::get_if<RightAnswered>(&body))
    if (auto refusal = not_answered_so(d, *answered)) return refusal;
  if (const auto* opened = std::get_if<CaseOpened>(&body))
    if (auto refusal = reported_off(d, opened->reported_on)) return refusal;
  if (const auto* added = std::get_if<BasisAdded>(&body))
    if (auto refusal = reported_off(d, added->reported_on)) return refusal;
  return std::nullopt;
}

/// "field=value", in two; the field as it was typed.
std::pair<std::string, std::string> parted(const std::string& set) {
  const auto at = std::min(set.find('='), set.size());
  return {set.substr(0, at), std::string(trimmed(std::string_view(set).substr(std::min(at + 1, set.size()))))};
}

/// Fields that name another record.
bool names_a_record(std::string_view field) {
  return field == "re" || field == "goal" || field == "action" || field == "decision";
}

/// Puts in the key of the kind of contribution that is meant; a method names kinds of its own.
std::optional<Refusal> no_such_kind(const Deciding& d, std::string& kind) {
  const auto typed = std::exchange(kind, method::kind_meant(d.method, kind));
  std::vector<std::string_view> keys;
  for (const auto& core : method::core_kinds()) keys.push_back(core.key);
  if (d.method != nullptr)
    for (const auto& own : d.method->kinds) keys.push_back(own.kind);
  if (std::ranges::find(keys, kind) != keys.end()) return std::nullopt;
  Text known;
  for (const auto key : keys) {
    known.nl += (known.nl.empty() ? "" : ", ") + std::string(method::kind_label(d.method, key, Lang::nl));
    known.en += (known.en.empty() ? "" : ", ") + std::string(method::kind_label(d.method, key, Lang::en));
  }
  return no("NotFound", "", msg("talk.not_found", "kind"_is = typed, "near"_is = Message()),
            msg("remedy.choose_from", "known"_is = known));
}

/// What was said in this step and becomes advice waits as advice does, where that is hard.
std::optional<Refusal> advice_after_all(const Deciding& d, std::string_view ref, const std::vector<FieldNow>& now) {
  const auto kind = std::ranges::find(now, "kind", &FieldNow::field);
  if (kind == now.end() || d.c.mode != Mode::strict) return std::nullopt;
  const auto said = std::ranges::find(d.c.contributions, ref, &Contribution::id);
  const bool here = said != d.c.contributions.end() && said->visit + 1 == std::ssize(d.c.visits);
  return here ? advice_waits(d, kind->to) : std::nullopt;
}

/// One field that was asked for, in the event as it will read. Names of people become ids.
std::optional<Refusal> put(const Deciding& d, EventBody& body, const std::string& field, std::string value,
                           std::vector<FieldNow>& now) {
  if (is_person(field) && !value.empty() && value != "resident") {
    if (field == "who" || field == "checks")
      if (auto refusal = two_of_one_name(d, value)) return refusal;
    const auto* person = d.person(value);
    if (person == nullptr) return nobody(d, value).value();
    value = person->id;
  }
  if (auto kept = declared_value(d, body, field, value); kept) value = std::move(*kept);
  else return std::move(kept.error());
  const bool is_said = std::holds_alternative<Contributed>(body) || std::holds_alternative<BroughtOver>(body);
  if (field == "kind" && is_said)
    if (auto refusal = no_such_kind(d, value)) return refusal;
  if (names_a_record(field) && !value.empty()) {
    value = folded(value);
    if (d.c.record(value) == nullptr) return nothing(Message(field_words(field)), value, {}).value();
  }
  const auto before = field_of(body, field);
  const bool is_seen = field == "kind" && std::holds_alternative<FileAttached>(body);  // in the file itself
  const auto came = is_seen ? FieldSet::no_such_field : set_field(body, field, value);
  if (auto refusal = field_refused(came, body, field, value)) return refusal;
  if (field_of(body, field) != before) now.push_back({field, value});
  return std::nullopt;
}

/// The words in the place of what was said. Of a record they are read as when it was recorded: other fields stand in
/// them by their names.
std::optional<Refusal> put_words(const Deciding& d, EventBody& body, const std::string& field, const std::string& words,
                                 std::vector<FieldNow>& now) {
  const auto* recorded = std::get_if<Recorded>(&body);
  const auto* type = recorded == nullptr ? nullptr : declared(d, recorded->type);
  if (type == nullptr) return put(d, body, field, words, now);
  if (auto refusal = nearly_named(*type, words)) return refusal;
  const auto typed = fields_corrected(*type, words);
  for (const auto& [part, value] : typed)
    if (part == nullptr) return no_such_field(*type, value).value();
  for (const auto& part : type->parts) {
    if (std::ranges::none_of(typed, [&](const auto& one) { return one.first == &part; })) continue;
    auto given = given_for(part, typed);
    if (!given) return std::move(given.error());
    if (auto refusal = put(d, body, RecordedValue{part.id, part.type, {}}.key(), std::move(*given), now))
      return refusal;
  }
  return std::nullopt;
}

/// Around the resident people are called by what they are.
NameAlso also_of(const Person& person) { return is_around(person) ? NameAlso::role_word : NameAlso::nothing; }

Decided renamed(const Deciding& d, const Meant& meant, const Correct& command) {
  const auto& person = *d.c.entry(meant.ref);
  PersonNamed named{.person = person.id,
                    .name = blank(command.text) ? person.name : kept_name(command.text),
                    .contact = person.contact};
  if (person.network) named.relation = person.network->relation;
  named.listed_relation = person.listed_relation;
  named.because = command.because;
  for (const auto& set : command.set) {
    const auto [typed, value] = parted(set);
    const auto field = folded(trimmed(typed));
    const auto meant = text::typed_as<NameField>(field);
    if (meant == NameField::contact) named.contact = value;
    else if (meant == NameField::relation) (person.network ? named.relation : named.listed_relation) = value;
    else
      return refuse("NoSuchField", "", msg("mending.no_such_field", "field"_is = field),
                    msg("remedy.choose_from",
                        "known"_is = std::vector{text::label(NameField::contact), text::label(NameField::relation)}));
  }
  // A colleague sits here as who they are in the team: another name would be another person in their seat.
  if (named.name != person.name && d.library.in_team(person.name) && works_in_case(person))
    return refuse("NameOfColleague", "", msg("mending.name_of_colleague", "name"_is = person.name),
                  msg("mending.name_of_colleague_do",
                      "rename"_is = way("team rename", "name"_is = person.name, "to"_is = named.name),
                      "leave"_is = way("case leave", "case"_is = d.c.id, "person"_is = person.name)));
  if (person.erased || named.name.empty())
    return refuse("ErasedAlready", "", msg("erasing.erased_already"), msg("remedy.leave_it"));
  if (auto refusal = named.name == person.name ? std::nullopt : no_name(named.name, person.roles, also_of(person)))
    return failure(std::move(*refusal));
  const auto* other = d.c.person(named.name);
  if (other != nullptr && other->id != person.id)
    return refuse("NameTaken", "", msg("mending.name_taken", "name"_is = named.name), msg("mending.name_taken_do"));
  if (named.name == person.name && named.contact == person.contact && command.set.empty())
    return refuse("NothingChanges", "", msg("mending.nothing_changes"), msg("remedy.leave_it"));
  return d.one(std::move(named));
}

/// What was last typed is no line that can go; an earlier one is never taken in its place.
tl::unexpected<Refusal> last_stays(const Deciding& d, const PutRight& right, std::size_t place) {
  const auto& body = right.event(place).body;
  return refuse("LastStays", "R14", msg("mending.last_stays", "what"_is = field_of(body, main_field(body))),
                msg("mending.last_stays_do",
                    "correct"_is = way("case correct", "case"_is = d.c.id, "ref"_is = static_cast<int>(place + 1),
                                       "text"_is = gap(), "because"_is = gap()),
                    "withdraw"_is =
                        way("case withdraw", "case"_is = d.c.id, "ref"_is = gap("gap.number"), "because"_is = gap())));
}

/// The actor's last line in this step.
Outcome<std::size_t, Refusal> own_last(const Deciding& d, const PutRight& right) {
  const auto last = d.c.here() == nullptr ? std::nullopt : last_line(right, d.actor->id);
  if (last) return *last;
  return refuse("NothingToUndo", "", msg("mending.nothing_to_undo", "by"_is = d.actor->name),
                msg("mending.nothing_to_undo_do", "history"_is = way("case history", "case"_is = d.c.id)));
}

/// What is destroyed or erased was done last: nothing earlier is taken in its place.
tl::unexpected<Refusal> gone_stays(const Deciding& d) {
  return refuse("GoneStays", "", msg("mending.gone_stays"),
                msg("mending.gone_stays_do", "history"_is = way("case history", "case"_is = d.c.id)));
}

/// The case only counts it: the words lie with the team, and are put right there.
tl::unexpected<Refusal> lies_with_the_team(const Deciding& d, const std::string& ref) {
  return refuse("LiesWithTheTeam", "R15", msg("mending.lies_with_the_team"),
                msg("mending.lies_with_the_team_do", "list"_is = way("team list"),
                    "withdraw"_is = way("case withdraw", "case"_is = d.c.id, "ref"_is = ref, "because"_is = gap())));
}

/// Whoever sets what was answered to a request, or why, means its answer, which has no id of its own.
std::string answer_if_meant(const Deciding& d, const PutRight& right, std::string ref, const Correct& command) {
  const auto request = ref_typed(ref);
  if (!blank(command.text) || std::ranges::find(d.c.requests, request, [](const RightRequest& one) {
                                return one.asked.id;
                              }) == d.c.requests.end())
    return ref;
  const bool about_answer = std::ranges::any_of(command.set, [&](const std::string& set) {
    const auto field = field_called(d, EventBody(RightAnswered{}), parted(set).first);
    return field == "answer" || field == "because";
  });
  const auto line = about_answer ? line_of_answer(right, request) : std::nullopt;
  return line ? std::to_string(*line) : ref;
}

}  // namespace

Decided decide_on(const Deciding& d, const Correct& command) {
  if (d.history == nullptr) return needs_history();
  const PutRight right(*d.history);
  auto ref = command.ref;
  if (blank(ref)) {
    // A concern that another made is never reached without being named.
    const auto latest = d.c.here() == nullptr ? std::nullopt : last_line(right);
    if (latest && stays(right.event(*latest).body) && right.event(*latest).by != d.actor->id)
      return last_stays(d, right, *latest);
    const auto last = own_last(d, right);
    if (!last) return failure(last.error());
    ref = std::to_string(*last + 1);
  }
  ref = answer_if_meant(d, right, std::move(ref), command);
  const auto meant = meant_by(d, right, ref, false);
  if (!meant) return failure(meant.error());
  if (!blank(command.text) && is_of_the_team(right.event(meant->words.back()).body)) return lies_with_the_team(d, ref);
  if (auto refusal = may_not_yet(d, right, *meant)) return failure(std::move(*refusal));
  if (blank(command.because) && !is_own_and_fresh(d, right, *meant)) return reason_missing(msg("mending.why_correct"));
  if (is_name(d, *meant)) return renamed(d, *meant, command);

  const auto place = meant->words.back();
  auto body = right.event(place).body;
  Corrected corrected{.ref = meant->ref, .event = static_cast<std::int64_t>(place) + 1, .because = command.because};
  if (!blank(command.text)) {
    const auto field = meant->ref == key(CaseText::purpose) ? std::string(meant->ref) : std::string(main_field(body));
    if (auto refusal = put_words(d, body, field, command.text, corrected.now)) return failure(std::move(*refusal));
  }
  for (const auto& set : command.set) {
    const auto [typed, value] = parted(set);
    if (auto refusal = put(d, body, field_called(d, body, typed), value, corrected.now))
      return failure(std::move(*refusal));
  }
  if (auto refusal = advice_after_all(d, meant->ref, corrected.now)) return failure(std::move(*refusal));
  if (!blank(command.whose)) {
    const auto* person = d.person(command.whose);
    if (person == nullptr) return nobody(d, command.whose);
    if (!std::holds_alternative<Contributed>(body) && !std::holds_alternative<Recorded>(body) &&
        !std::holds_alternative<Scored>(body))
      return refuse("NotSaidBy", "", msg("mending.not_said_by"), msg("mending.not_said_by_do"));
    // What a colleague or another is said to have said is no word of the resident or the circle to give.
    if (person != d.actor && is_no_colleague(*d.actor))
      return refuse("NotForAnother", "", msg("mending.not_for_another"), msg("identity.for_colleagues_do"));
    if (right.event(place).by != person->id) corrected.whose = person->id;
  }
  if (corrected.now.empty() && corrected.whose.empty())
    return refuse("NothingChanges", "", msg("mending.nothing_changes"), msg("mending.nothing_changes_do"));
  if (auto refusal = day_off(d, body, corrected.now)) return failure(std::move(*refusal));
  if (auto refusal = breaks_a_rule(d, body)) return failure(std::move(*refusal));
  if (const auto* answered = std::get_if<RightAnswered>(&body))
    if (auto refusal = not_answered_thus(d, std::get<RightAnswered>(right.event(place).body), *answered))
      return failure(std::move(*refusal));
  Events events{d.event(std::move(corrected))};
  if (auto refusal = two_roles_apart(d, body, events)) return failure(std::move(*refusal));
  return if_roles_fit(d, std::move(events));
}

Decided decide_on(const Deciding& d, const Withdraw& command) {
  if (d.history == nullptr) return needs_history();
  const PutRight right(*d.history);
  auto ref = command.ref;
  if (blank(ref)) {  // one's own last line in this step, or what was put right after it
    const auto done = d.c.here() == nullptr ? std::nullopt : last_done(right, d.actor->id);
    if (done && done->how == LastDone::How::mended) return unmended(d, right, done->place);
    if (done && done->how == LastDone::How::gone) return gone_stays(d);
    const auto last = own_last(d, right);
    if (!last) return failure(last.error());
    if (stays(right.event(*last).body)) return last_stays(d, right, *last);
    ref = std::to_string(*last + 1);
  }
  const auto meant = meant_by(d, right, ref, false);
  if (!meant) return failure(meant.error());
  if (auto refusal = may_not_yet(d, right, *meant)) return failure(std::move(*refusal));
  if (blank(command.because) && !is_own_and_fresh(d, right, *meant)) return reason_missing(msg("mending.why_withdraw"));
  if (is_name(d, *meant) && d.c.entry(meant->ref)->erased)
    return refuse("ErasedAlready", "", msg("erasing.erased_already"), msg("remedy.leave_it"));
  auto places = meant->words;
  places.insert(places.end(), meant->rests.begin(), meant->rests.end());
  for (const auto place : places)
    if (auto refusal = request_stands(d, right.event(place).body)) return failure(std::move(*refusal));
  if (is_name(d, *meant))
    for (std::size_t place = 0; place < right.size(); ++place)
      if (const auto people = people_in(right.event(place).body);
          std::ranges::find(people, meant->ref) != people.end() && !right.taken_back(place))
        places.push_back(place);
  for (const auto place : places)
    if (!can_be_taken_back(right.event(place).body)) {
      if (is_name(d, *meant))
        return refuse("SitsAtTheTable", "", msg("mending.sits_at_the_table", "person"_is = d.c.entry(meant->ref)->name),
                      msg("mending.sits_at_the_table_do", "person"_is = d.c.entry(meant->ref)->name,
                          "leave"_is = way("case leave", "case"_is = d.c.id, "person"_is = meant->ref),
                          "correct"_is = way("case correct", "case"_is = d.c.id, "ref"_is = meant->ref,
                                             "text"_is = gap("gap.name"), "because"_is = gap())));
      return refuse("CannotBeTakenBack", "", msg("mending.cannot_be_taken_back", "ref"_is = called(d, meant->ref)),
                    msg("mending.cannot_be_taken_back_do",
                        "correct"_is = way("case correct", "case"_is = d.c.id, "ref"_is = meant->ref, "text"_is = gap(),
                                           "because"_is = gap())));
    }
  Withdrawn withdrawn{.ref = meant->ref, .events = numbers_of(std::move(places)), .because = command.because};
  return if_roles_fit(d, {d.event(std::move(withdrawn))});
}

}  // namespace casus::engine
