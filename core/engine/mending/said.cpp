// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/said.hpp"

#include "core/base/text.hpp"
#include "core/engine/mending/typed_fields.hpp"
#include "core/model/event_field.hpp"
#include "core/text/label.hpp"

#include <algorithm>
#include <array>
#include <type_traits>

namespace casus::engine {

namespace {

using typing::put;
using typing::typed;

template <class Event, class... Others>
constexpr bool is_any_of = (std::is_same_v<Event, Others> || ...);

template <class E>
constexpr bool gives_a_name =
    is_any_of<E, ParticipantAdded, NamedForNetwork, NetworkPersonAdded, FamilyMemberPlaced, PersonNamed>;

constexpr std::array<std::string_view, 29> kTexts{
    "now",      "file",     "keep",      "note",       "stop",       "text",          "what",
    "heard",    "theme",    "title",     "better",     "change",     "domain",        "levels",
    "because",  "dissent",  "noticed",   "outcome",    "purpose",    "asked_by",      "evidence",
    "question", "variable", "hoped_for", "basis_text", "next_point", "neighbourhood", "without_opinions"};
constexpr std::array<std::string_view, 8> kPeople{"to", "who", "checks", "from", "parent", "child", "one", "other"};
/// Ids; what only a step of the case may set; what is decided elsewhere (grounds and privacy, R2; who erased with
/// whom).
constexpr std::array<std::string_view, 61> kFixed{"id",         "now",         "ref",
                                                  "back",       "case",        "code",
                                                  "into",       "line",        "list",
                                                  "mode",       "size",        "step",
                                                  "team",       "turn",        "with",
                                                  "about",      "again",       "basis",
                                                  "event",      "lines",       "moves",
                                                  "phase",      "roles",       "stays",
                                                  "whose",      "events",      "ground",
                                                  "hidden",     "method",      "people",
                                                  "person",     "phases",      "phrase",
                                                  "changed",    "earlier",     "methods",
                                                  "minutes",    "noticed",     "privacy",
                                                  "receipt",    "remains",     "request",
                                                  "seconds",    "told_in",     "caseload",
                                                  "workflow",   "explained",   "checkpoint",
                                                  "profession", "team_member", "planned_minutes",
                                                  "absent",     "passed_over", "written",
                                                  "groups",     "role",        "type",
                                                  "choices",    "for_now",     "typed_in",
                                                  "place"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// The team names people and organisations freely; a case names people by id, or aside.
constexpr std::array<std::string_view, 8> kTextsOfTeam{"who",    "name",  "profession", "together",
                                                       "phrase", "since", "seen_by",    "agenda"};

template <class Body>
bool is_text_in(std::string_view field) {
  return is_text(field) || (std::is_same_v<Body, TeamEventBody> && among(kTextsOfTeam, field));
}

/// Walks over the fields of one event; secrets lie apart.
template <class Field, class Secret>
struct Walk {
  Field field;
  Secret aside;

  template <class T>
  void required(std::string_view key, T& value) {
    // What a method declared stands there as fields of its own, each under a name that says what it holds.
    if constexpr (std::is_same_v<std::remove_const_t<T>, std::vector<RecordedValue>>)
      for (auto& one : value) field(one.key(), one.value);
    else field(key, value);
  }
  template <class T>
  void optional(std::string_view key, T& value) {
    field(key, value);
  }
  void secret(std::string_view key, const std::string& person, auto& text) { aside(key, person, text); }
};

template <class Body, class Field, class Secret>
void walk(Body& body, Field field, Secret secret) {
  std::visit(
      [&](auto& one) {
        Walk<Field, Secret> walker{field, secret};
        std::decay_t<decltype(one)>::fields(one, walker);
      },
      body);
}

constexpr auto kNoSecret = [](std::string_view, const std::string&, auto&) {};

void clear(auto& value) {
  if constexpr (requires { value.clear(); }) value.clear();
}

/// A change that puts right holds texts inside: those go, and which field they were of stays.
template <class Body>
void clear_texts(std::vector<FieldNow>& changes) {
  for (auto& change : changes)
    if (is_text_in<Body>(change.field)) change.to.clear();
}

}  // namespace

About about(const EventBody& body) {
  return std::visit(
      [](const auto& e) -> About {
        using E = std::decay_t<decltype(e)>;
        if constexpr (is_any_of<E, CaseOpened>) return {"title", true};
        else if constexpr (is_any_of<E, BasisSet>) return {"purpose", true};
        else if constexpr (is_any_of<E, QuestionAsked>) return {"question", true};
        else if constexpr (is_any_of<E, Contributed, Recorded, BroughtOver, FileAttached, Scored, GoalSet, GoalChanged,
                                     ActionAdded, ActionChanged, DecisionRaised, RightAsked>)
          return {e.id, true};
        else if constexpr (is_any_of<E, GoalScored>) return {e.goal, false};
        else if constexpr (is_any_of<E, ActionFinished, ActionMoved>) return {e.action, false};
        else if constexpr (is_any_of<E, RightAnswered, RestrictionLifted>) return {e.request, false};
        else if constexpr (is_any_of<E, PlanAgreed>) return {e.line, false};
        else if constexpr (is_any_of<E, OpinionGiven, DecisionTaken>) return {e.decision, false};
        else if constexpr (gives_a_name<E>) return {e.person, true};
        else if constexpr (is_any_of<E, PersonAsked, NetworkLeft>) return {e.person, false};
        else return {};
      },
      body);
}

bool can_be_taken_back(const EventBody& body) {
  return std::visit(
      [](const auto& e) {
        using E = std::decay_t<decltype(e)>;
        return is_any_of<E, QuestionAsked, PlaceAsked, Contributed, Recorded, Voted, BroughtOver, TurnPassed,
                         DomainOptedIn, Scored, LearningCounted, SignalCounted, GoalSet, GoalChanged, GoalScored,
                         ActionAdded, ActionChanged, ActionFinished, ActionMoved, PlanAgreed, DecisionRaised,
                         OpinionGiven, DecisionTaken, PlanPresented, PlanAnswered, ReviewSet, ResidentTold, Evaluated,
                         NamedForNetwork, NetworkPersonAdded, PersonAsked, TieAdded, NetworkLeft, TieEnded,
                         FamilyMemberPlaced, ParentLinked, PartnersLinked, FamilyCut, PersonNamed, FileAttached,
                         PersonsMerged, RightAsked, RightAnswered, BasisAdded, BasisDropped, RestrictionLifted>;
      },
      body);
}

bool puts_right(const EventBody& body) {
  return std::visit(
      [](const auto& e) { return is_any_of<std::decay_t<decltype(e)>, Corrected, Withdrawn, Restored, TextDestroyed>; },
      body);
}

std::string mended_ref(const EventBody& body) {
  return std::visit(
      [](const auto& e) -> std::string {
        if constexpr (is_any_of<std::decay_t<decltype(e)>, Corrected, Withdrawn, Restored, TextDestroyed>) return e.ref;
        else return {};
      },
      body);
}

bool is_text(std::string_view field) {
  const auto own = recorded_key(field);
  return own ? own->type == RecordFieldType::text : among(kTexts, field);
}

bool is_person(std::string_view field) {
  const auto own = recorded_key(field);
  return own ? own->type == RecordFieldType::person : among(kPeople, field);
}

text::Message field_words(std::string_view field) {
  const auto known = from_key<EventField>(field);
  if (const auto own = recorded_key(field)) return text::Message::verbatim(std::string(own->field));
  return known ? text::label(*known) : text::Message::verbatim(std::string(field));
}

template <class Body>
std::vector<FieldNow> texts_of(const Body& body) {
  std::vector<FieldNow> texts;
  walk(
      body,
      [&](std::string_view key, const auto& value) {
        if (!is_text_in<Body>(key)) return;
        if (auto text = typed(value); !text.empty()) texts.push_back({std::string(key), std::move(text)});
      },
      kNoSecret);
  return texts;
}

template <class Body>
std::string main_field(const Body& body) {
  std::string found;
  walk(
      body,
      [&](std::string_view key, const auto& value) {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>)
          if (found.empty() && is_text_in<Body>(key)) found = key;
      },
      kNoSecret);
  return found;
}

template <class Body>
void take_out_texts(Body& body) {
  walk(
      body,
      [](std::string_view key, auto& value) {
        if (!is_text_in<Body>(key)) return;
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::vector<FieldNow>>) clear_texts<Body>(value);
        else clear(value);
      },
      [](std::string_view, const std::string&, auto& text) { text.clear(); });
}

std::vector<std::string> names_in(const auto& body) {
  std::vector<std::string> people;
  walk(
      body, [](std::string_view, const auto&) {},
      [&](std::string_view, const std::string& person, const auto&) {
        if (std::ranges::find(people, person) == people.end()) people.push_back(person);
      });
  return people;
}

std::vector<std::string> people_in(const auto& body) {
  auto people = names_in(body);
  walk(
      body,
      [&](std::string_view key, const auto& value) {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>)
          if ((is_person(key) || key == "person") && !value.empty()) people.push_back(value);
      },
      kNoSecret);
  return people;
}

std::string field_of(const auto& body, std::string_view field) {
  std::string found;
  walk(
      body,
      [&](std::string_view key, const auto& value) {
        if (key == field) found = typed(value);
      },
      kNoSecret);
  return found;
}

FieldSet set_field(auto& body, std::string_view field, std::string_view value) {
  auto came = FieldSet::no_such_field;
  if (among(kFixed, field)) return came;
  walk(
      body,
      [&](std::string_view key, auto& member) {
        if (key == field) came = put(member, value) ? FieldSet::done : FieldSet::does_not_fit;
      },
      kNoSecret);
  return came;
}

std::vector<std::string> fields_of(const auto& body) {
  std::vector<std::string> names;
  walk(
      body,
      [&](std::string_view key, const auto&) {
        if (!among(kFixed, key)) names.emplace_back(key);
      },
      kNoSecret);
  return names;
}

std::string field_meant(const auto& body, std::string_view typed) {
  const auto word = folded(trimmed(typed));
  for (auto& field : fields_of(body))
    if (const auto known = from_key<EventField>(field); word == field || (known && text::is_value(*known, word)))
      return field;
  return word;
}

std::vector<text::Message> words_of_fields(const auto& body) {
  std::vector<text::Message> all;
  for (const auto& field : fields_of(body)) all.push_back(field_words(field));
  return all;
}

template std::vector<FieldNow> texts_of(const EventBody&);
template std::string main_field(const EventBody&);
template void take_out_texts(EventBody&);
template std::vector<std::string> names_in(const EventBody&);
template std::vector<std::string> people_in(const EventBody&);
template std::string field_of(const EventBody&, std::string_view);
template FieldSet set_field(EventBody&, std::string_view, std::string_view);
template std::vector<std::string> fields_of(const EventBody&);
template std::string field_meant(const EventBody&, std::string_view);
template std::vector<text::Message> words_of_fields(const EventBody&);
template std::vector<FieldNow> texts_of(const TeamEventBody&);
template std::string main_field(const TeamEventBody&);
template void take_out_texts(TeamEventBody&);
template std::vector<std::string> names_in(const TeamEventBody&);
template std::vector<std::string> people_in(const TeamEventBody&);
template std::string field_of(const TeamEventBody&, std::string_view);
template FieldSet set_field(TeamEventBody&, std::string_view, std::string_view);
template std::vector<std::string> fields_of(const TeamEventBody&);
template std::string field_meant(const TeamEventBody&, std::string_view);
template std::vector<text::Message> words_of_fields(const TeamEventBody&);

}  // namespace casus::engine
