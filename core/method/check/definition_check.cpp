// SPDX-License-Identifier: EUPL-1.2
#include "core/method/check/definition_check.hpp"

#include "core/base/json/json_fields.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace casus::method {
namespace checks {
namespace {

bool below(std::string_view pointer, std::string_view ancestor) {
  return pointer == ancestor || (pointer.starts_with(ancestor) && pointer[ancestor.size()] == '/');
}

bool contains(const std::vector<std::string_view>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

std::string at(std::string_view pointer, std::size_t index) {
  return std::string(pointer) + '/' + std::to_string(index);
}

void check_head(Check& check) {
  const auto& d = check.definition;
  const auto slash = d.id.find('/');
  if (slash == std::string::npos || !is_id(std::string_view(d.id).substr(0, slash)) ||
      !is_id(std::string_view(d.id).substr(slash + 1)))
    check.add("/id", tell("wrong.method_id", {{"got", d.id}}));
  if (!is_version(d.version)) check.add("/version", tell("wrong.version", {{"got", d.version}}));
  check.words(d.name, "/name");
  check.words(d.summary, "/summary");
  check.words(d.status_note, "/status_note");
  check.id(d.workflow, "/workflow");
  if (!d.library.empty()) check.id(d.library, "/library");
  for (std::size_t i = 0; i < d.gaps.size(); ++i) check.words(d.gaps[i], at("/gaps", i));
}

void check_people(Check& check) {
  const auto& people = check.definition.people;
  for (const auto& [key, value] :
       {std::pair{"/people/min", people.min}, {"/people/max", people.max}, {"/people/best", people.best}})
    if (value < 0) check.add(key, tell("wrong.negative", {{"got", value}}));
  if (people.max > 0 && people.min > people.max)
    check.add("/people", tell("wrong.min_max", {{"min", people.min}, {"max", people.max}}));
  else if (people.best > 0 && (people.best < people.min || (people.max > 0 && people.best > people.max)))
    check.add("/people/best", tell("wrong.best", {{"best", people.best}}));
  if (people.mark) check.origin(*people.mark, people.source, tell("wrong.people_word"), "/people");
}

/// "Before" is a relation of four phases: a loop in it means that no order will do.
void check_needs(Check& check) {
  const auto& before = check.definition.before;
  std::array<std::array<bool, kPhases>, kPhases> reached{};
  for (std::size_t i = 0; i < before.size(); ++i) {
    const auto first = index_of(before[i].first);
    const auto second = index_of(before[i].second);
    const auto pointer = at("/needs/before", i);
    if (first == second) {
      check.add(pointer, tell("wrong.before_itself"));
    } else if (reached[second][first]) {
      check.add(pointer, tell("wrong.before_loop"));
    } else {
      for (std::size_t a = 0; a < kPhases; ++a)
        for (std::size_t b = 0; b < kPhases; ++b)
          if ((a == first || reached[a][first]) && (b == second || reached[second][b])) reached[a][b] = true;
    }
  }
}

void check_roles(Check& check) {
  Seen seen;
  const auto& roles = check.definition.roles;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    const auto& use = roles[i];
    const auto pointer = at("/roles", i);
    check.unique(seen, key(use.role), tell("wrong.what_role"), pointer + "/role");
    check.words(use.name, pointer + "/name");
    check.sources(use.source, pointer + "/source");
    if (!check.definition.about_resident && (use.role == Role::resident || use.role == Role::circle))
      check.add(pointer + "/role", tell("wrong.no_resident_here", {{"role", key(use.role)}}));
    if (use.min < 0) check.add(pointer + "/min", tell("wrong.negative", {{"got", use.min}}));
    if (use.max < 0) check.add(pointer + "/max", tell("wrong.negative", {{"got", use.max}}));
    if (use.max > 0 && use.min > use.max)
      check.add(pointer, tell("wrong.min_max", {{"min", use.min}, {"max", use.max}}));
  }
}

void check_kinds(Check& check) {
  Seen seen;
  const auto& kinds = check.definition.kinds;
  const std::vector<std::string_view> retentions{"case", "none"};
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const auto pointer = at("/kinds", i);
    if (!is_kind(kinds[i].kind)) check.add(pointer + "/kind", tell("wrong.kind_id", {{"got", kinds[i].kind}}));
    check.unique(seen, kinds[i].kind, tell("wrong.what_kind"), pointer + "/kind");
    check.words(kinds[i].name, pointer + "/name");
    if (!contains(retentions, kinds[i].retention))
      check.add(pointer + "/retention",
                tell("wrong.not_one_of", {{"known", joined(retentions)},
                                          {"got", kinds[i].retention},
                                          {"near", fields::near(kinds[i].retention, retentions)}}));
  }
}

void check_sources(Check& check) {
  Seen seen;
  const auto& sources = check.definition.sources;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto pointer = at("/sources", i);
    if (trimmed(sources[i].key).empty()) check.add(pointer + "/key", tell("wrong.no_key"));
    check.unique(seen, sources[i].key, tell("wrong.what_source"), pointer + "/key");
    if (trimmed(sources[i].title).empty()) check.add(pointer + "/title", tell("wrong.no_title"));
  }
}

void check_fidelity(Check& check) {
  Seen seen;
  const auto& items = check.definition.fidelity;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto pointer = at("/fidelity", i);
    check.id(items[i].id, pointer + "/id");
    check.unique(seen, items[i].id, tell("wrong.what_fidelity_item"), pointer + "/id");
    check.words(items[i].text, pointer + "/text");
    check.origin(items[i].mark, items[i].source, tell("wrong.a_fidelity_item"), pointer);
    check.criterion(items[i].holds, pointer + "/holds");
  }
}

}  // namespace

bool is_kind(std::string_view text) {
  return !text.empty() && text.size() <= 64 && text.front() >= 'a' && text.front() <= 'z' &&
         std::ranges::all_of(
             text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; });
}

Check::Check(const Definition& whole, const Problems& shape) : definition(whole) {
  for (const auto& problem : shape) {
    // A missing key is told at its object; what it makes unknown lies one level lower.
    if (fields::is_missing(problem.message))
      broken_.insert(problem.pointer + '/' + std::string(problem.message.part("key")));
    else if (!problem.pointer.empty()) broken_.insert(problem.pointer);
  }
  for (const auto& use : definition.roles) roles_.names.insert(key(use.role));
  roles_.complete = readable("/roles", "role");
  for (const auto& core : core_kinds()) kinds_.names.insert(core.key);
  for (const auto& own : definition.kinds) kinds_.names.insert(own.kind);
  for (const auto& type : definition.record_types) kinds_.names.insert(type.id);
  kinds_.names.insert(kVoteKind);
  kinds_.complete = readable("/kinds", "kind") && readable("/record_types", "id");
  for (const auto phase : kAllPhases) {
    for (const auto& step : definition.steps(phase)) steps_.names.insert(step.id);
    steps_.complete = steps_.complete && readable("/phases/" + std::string(key(phase)), "id");
  }
  for (const auto& source : definition.sources) sources_.names.insert(source.key);
  sources_.complete = readable("/sources", "key");
  for (const auto& core : core_phrases()) phrases_.names.insert(core.id);
  for (const auto& own : definition.phrases) phrases_.names.insert(own.id);
  phrases_.complete = readable("/phrases", "id");
}

bool Check::sound(std::string_view pointer) const {
  const auto inside = broken_.lower_bound(std::string(pointer) + '/');
  if (inside != broken_.end() && below(*inside, pointer)) return false;
  for (auto above = pointer; !above.empty(); above = above.substr(0, above.rfind('/')))
    if (broken_.contains(above)) return false;
  return true;
}

bool Check::readable(std::string_view list, std::string_view key) const {
  return std::ranges::none_of(broken_, [&](const std::string& known) {
    if (below(list, known)) return true;
    if (!below(known, list)) return false;
    const auto rest = std::string_view(known).substr(list.size() + 1);
    const auto slash = rest.find('/');
    return slash == std::string_view::npos || rest.substr(slash + 1) == key;
  });
}

bool Check::knows_kind(std::string_view kind) const { return kinds_.may_have(kind); }

void Check::id(std::string_view id, const std::string& pointer) {
  if (!is_id(id)) add(pointer, tell("wrong.id", {{"got", id}}));
}

void Check::words(const Text& text, const std::string& pointer) {
  if (trimmed(text.nl).empty()) add(pointer + "/nl", tell("wrong.no_words"));
  if (trimmed(text.en).empty()) add(pointer + "/en", tell("wrong.no_words"));
  for (const auto& other : text.more)
    if (trimmed(other.words).empty()) add(pointer, tell("wrong.no_words_in_other"));
}

void Check::kind(std::string_view kind, const std::string& pointer) {
  if (!kinds_.may_have(kind)) add(pointer, tell("wrong.no_kind", {{"got", kind}, {"near", near(kind, kinds_)}}));
}

void Check::step(std::string_view step, const std::string& pointer) {
  if (!steps_.may_have(step)) add(pointer, tell("wrong.no_step", {{"got", step}, {"near", near(step, steps_)}}));
}

void Check::phase(std::string_view phase, const std::string& pointer) {
  const auto known = from_key<Phase>(phase);
  if (known && definition.leaves_out(*known)) add(pointer, tell("wrong.phase_left_out", {{"phase", phase}}));
}

void Check::phrase_lists(const std::vector<std::string>& lists, const std::string& pointer) {
  Seen seen;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    unique(seen, lists[i], tell("wrong.what_phrase_list"), at(pointer, i));
    if (!phrases_.may_have(lists[i]))
      add(at(pointer, i), tell("wrong.no_phrase_list", {{"got", lists[i]}, {"near", near(lists[i], phrases_)}}));
  }
}

void Check::role(Role role, const std::string& pointer) {
  if (!roles_.may_have(key(role))) add(pointer, tell("wrong.no_role_here", {{"got", key(role)}}));
}

void Check::roles(const std::vector<Role>& roles, const std::string& pointer) {
  Seen seen;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    unique(seen, key(roles[i]), tell("wrong.what_role"), at(pointer, i));
    role(roles[i], at(pointer, i));
  }
}

void Check::sources(const std::vector<std::string>& keys, const std::string& pointer) {
  Seen seen;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    unique(seen, keys[i], tell("wrong.what_source"), at(pointer, i));
    if (!sources_.may_have(keys[i]))
      add(at(pointer, i), tell("wrong.no_source", {{"got", keys[i]}, {"near", near(keys[i], sources_)}}));
  }
}

void Check::origin(Mark mark, const std::vector<std::string>& keys, Telling what, const std::string& pointer,
                   const std::string& prefix) {
  const auto place = pointer + '/' + prefix + "source";
  sources(keys, place);
  if (keys.empty() && sound(pointer + '/' + prefix + "mark") && sound(place) &&
      (mark == Mark::documented || mark == Mark::variant))
    add(place, tell("wrong.needs_source", {{"what", std::move(what)}, {"mark", key(mark)}}));
}

void Check::criterion(const Criterion& criterion, const std::string& pointer) {
  check_own_joins(criterion, pointer, *this);
  each_condition(
      criterion, pointer, [&](const Criterion& in, Collection rows, const Condition& found, const std::string& place) {
        if (!found.own.empty()) {
          const bool first =
              std::ranges::find_if(in.where, [&](const Condition& it) { return &it == &found; }) != in.where.end();
          return check_own_field(first ? in.where : in.of, found, place, *this);
        }
        for (std::size_t i = 0; i < found.literals.size(); ++i) {
          const auto* word = std::get_if<std::string>(&found.literals[i]);
          if (word == nullptr) continue;
          const auto here = literal_place(found, place, i);
          if (found.field == Field::kind) kind(*word, here);
          if (found.field == Field::phase) phase(*word, here);
          if (found.field == Field::step && type_of(rows, found.field) == FieldType::word) step(*word, here);
        }
      });
}

// Comparing every mistake in a file made of mistakes with every name in it takes minutes; a person reads the first.
constexpr std::size_t kHelpful = 100;

Telling Check::near(std::string_view word, const std::vector<std::string_view>& known) const {
  return problems.size() < kHelpful ? fields::near(word, known) : Telling();
}

Telling Check::near(std::string_view word, const Declared& known) const {
  return problems.size() < kHelpful ? fields::near(word, {known.names.begin(), known.names.end()}) : Telling();
}

void Check::unique(Seen& seen, std::string_view key, Telling what, const std::string& pointer) {
  const auto [first, fresh] = seen.emplace(key, pointer);
  if (!fresh) add(pointer, tell("wrong.already", {{"what", std::move(what)}, {"key", key}, {"place", first->second}}));
}

Problems check_meaning(const Definition& definition, const Problems& shape) {
  Check check(definition, shape);
  check_head(check);
  check_needs(check);
  check_people(check);
  check_roles(check);
  check_kinds(check);
  check_record_types(check);
  check_steps(check);
  check_left_out(check);
  check_rotations(check);
  check_phrase_lists(check);
  check_text_checks(check);
  check_fidelity(check);
  check_sources(check);
  std::erase_if(check.problems, [&](const Problem& problem) { return !check.sound(problem.pointer); });
  return std::move(check.problems);
}

}  // namespace checks

}  // namespace casus::method
