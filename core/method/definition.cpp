// SPDX-License-Identifier: EUPL-1.2
#include "core/method/definition.hpp"

#include "core/base/each_language.hpp"
#include "core/base/files/definition_file.hpp"
#include "core/base/files/definition_head.hpp"
#include "core/base/first_that.hpp"
#include "core/base/json/json_fields.hpp"
#include "core/base/json/json_place.hpp"
#include "core/method/check/definition_check.hpp"
#include "core/method/content_hash.hpp"
#include "core/method/course.hpp"
#include "core/method/upgrade.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace casus::method {

using nlohmann::json;

namespace {

constexpr int kFormat = 2;

template <class T>
void filled(const std::vector<T>& list, const json& in, std::string_view key, const std::string& pointer,
            Problems& problems) {
  const auto found = in.find(key);
  if (list.empty() && found != in.end() && found->is_array())
    problems.push_back({fields::child(pointer, key), tell("wrong.at_least_one")});
}

void read_needs(const json& in, Definition& out, Problems& problems) {
  if (!in.is_object()) return fields::wrong(in, tell("wrong.object"), "/needs", problems);
  std::vector<std::vector<Phase>> before;
  fields::ObjectReader reader(in, "/needs", problems);
  const auto known = problems.size();
  reader.required("before", before);
  const bool clean = problems.size() == known;
  reader.finish();
  for (std::size_t i = 0; i < before.size() && clean; ++i) {
    if (before[i].size() == 2) out.before.emplace_back(before[i][0], before[i][1]);
    else problems.push_back({"/needs/before/" + std::to_string(i), tell("wrong.two_phases")});
  }
}

void lay_out(Step&& step, std::string place, std::vector<Step>& row);

/// The steps of the branches of a menu, behind it in the row.
void lay_out_branches(const std::string& menu, std::vector<Branch>& branches, const std::string& place,
                      std::vector<Step>& row) {
  for (std::size_t i = 0; i < branches.size(); ++i) {
    const auto at = fmt::format("{}/menu/branches/{}/steps", place, i);
    for (std::size_t k = 0; k < branches[i].steps.size(); ++k) {
      auto& step = branches[i].steps[k];
      step.in_menu = menu;
      step.in_branch = branches[i].id;
      lay_out(std::move(step), fmt::format("{}/{}", at, k), row);
    }
    branches[i].steps.clear();
  }
}

void lay_out(Step&& step, std::string place, std::vector<Step>& row) {
  std::vector<Branch> branches;
  const auto menu = step.id;
  if (step.menu && step.in_menu.empty()) branches = step.menu->branches;
  step.place = place;
  if (step.menu)
    for (auto& branch : step.menu->branches) branch.steps.clear();
  row.push_back(std::move(step));
  lay_out_branches(menu, branches, place, row);
}

/// The last step of the repeat that begins here; the first one when what it names is no step behind it.
std::size_t last_of(const std::vector<Step>& row, std::size_t first) {
  for (auto at = first + 1; at < row.size() && in_one_branch(row[first], row[at]); ++at)
    if (row[at].id == row[first].repeat->through) return at;
  return first;
}

/// Each step knows the repeat that it is in; of two that overlap the first.
void join_repeats(std::vector<Step>& row) {
  for (std::size_t first = 0; first < row.size(); ++first) {
    if (!row[first].repeat || !row[first].in_repeat.empty()) continue;
    const auto& repeat = *row[first].repeat;
    const auto last = last_of(row, first);
    const bool passable = repeat.for_each || row[first].when;
    for (auto at = first; at <= last; ++at) {
      row[at].in_repeat = row[first].id;
      row[at].in_passable = passable;
    }
    if (!repeat.until || repeat.until->chosen_by.empty() || row[last].menu) continue;
    const auto branch = [&](std::string_view id, const Text& name) {
      return Branch{std::string(id), name, repeat.mark, repeat.source, {}};
    };
    row[last].menu = Menu{repeat.until->chosen_by,
                          {branch(kEnough, repeat.until->text), branch(kAgain, repeat.until->again.value_or(Text{}))},
                          true};
  }
}

/// In the place of steps: why there are none. The evaluation has some in every method, as the next meeting begins
/// there.
bool read_left_out(const json& in, Phase phase, Definition& out, Problems& problems) {
  const auto found = in.find(key(phase));
  if (found == in.end() || !found->is_object()) return false;
  if (phase == Phase::evaluation) {
    if (!found->contains("left_out")) return false;
    problems.push_back({"/phases/evaluation", tell("wrong.evaluation_left_out")});
    return true;
  }
  fields::ObjectReader reader(*found, fmt::format("/phases/{}", key(phase)), problems);
  reader.required("left_out", out.left_out[index_of(phase)].emplace());
  reader.finish();
  return true;
}

void read_phases(const json& in, Definition& out, Problems& problems) {
  if (!in.is_object()) return fields::wrong(in, tell("wrong.object"), "/phases", problems);
  fields::ObjectReader reader(in, "/phases", problems);
  for (const auto phase : kAllPhases) {
    if (read_left_out(in, phase, out, problems)) {
      reader.allow(key(phase));
      continue;
    }
    reader.required(key(phase), out.phases[index_of(phase)]);
    filled(out.steps(phase), in, key(phase), "/phases", problems);
    std::vector<Step> row;
    for (std::size_t i = 0; i < out.steps(phase).size(); ++i)
      lay_out(std::move(out.phases[index_of(phase)][i]), fmt::format("/phases/{}/{}", key(phase), i), row);
    join_repeats(row);
    out.phases[index_of(phase)] = std::move(row);
  }
  reader.finish();
}

Definition read_shape(const json& in, Problems& problems) {
  Definition out;
  fields::ObjectReader reader(in, "", problems);
  read_head(reader, kFormat, out);
  reader.required("status", out.status);
  reader.required("status_note", out.status_note);
  reader.required("workflow", out.workflow);
  reader.optional("people", out.people);
  reader.optional("about_resident", out.about_resident);
  reader.required("roles", out.roles);
  filled(out.roles, in, "roles", "", problems);
  reader.optional("rotations", out.rotations);
  reader.optional("kinds", out.kinds);
  reader.optional("record_types", out.record_types);
  reader.optional("library", out.library);
  reader.optional("phrases", out.phrases);
  for (auto& list : out.phrases) list.note_beginnings();
  reader.optional("text_checks", out.text_checks);
  reader.required("fidelity", out.fidelity);
  filled(out.fidelity, in, "fidelity", "", problems);
  reader.required("sources", out.sources);
  reader.optional("gaps", out.gaps);
  reader.allow("needs");
  if (in.contains("needs")) read_needs(in.at("needs"), out, problems);
  reader.allow("phases");
  if (in.contains("phases")) read_phases(in.at("phases"), out, problems);
  else problems.push_back({"", fields::missing("phases")});
  reader.finish();
  return out;
}

/// In a private step nobody speaks, and its list of speakers says so.
void name_empty_list(const json& in, Problems& problems) {
  for (auto& it : problems) {
    if (it.message != fields::missing("speakers")) continue;
    const json::json_pointer flag(it.pointer + "/private");
    if (in.contains(flag) && in.at(flag) == true) it.message = tell("wrong.private_list_missing");
  }
}

}  // namespace

bool Floor::holds_for(Beside what) const { return std::ranges::find(also, what) != also.end(); }

const Step* Definition::step(Phase phase, std::string_view wanted) const {
  for (const auto& step : steps(phase))
    if (step.id == wanted) return &step;
  return nullptr;
}

std::string Definition::place(Phase phase, std::size_t step) const {
  const auto& known = steps(phase)[step].place;
  return known.empty() ? fmt::format("/phases/{}/{}", key(phase), step) : known;
}

bool Floor::is_answered_with(std::string_view kind) const {
  return !answers.empty() && (kind == "answer" || std::ranges::find(answers_with, kind) != answers_with.end());
}

std::vector<std::string> Step::kinds_that_fit() const {
  auto fit = kinds;
  const auto add = [&](const std::string& kind) {
    if (fits(kind) && std::ranges::find(fit, kind) == fit.end()) fit.push_back(kind);
  };
  add("answer");
  for (const auto& kind : floor.answers_with) add(kind);
  return fit;
}

bool Step::advice_waits() const {
  const auto is_advice = [](std::string_view kind) { return kind == "advice" || kind == "idea" || kind == "option"; };
  return advice_locked && std::ranges::none_of(floor.hidden_kinds, is_advice);
}

bool Step::fits(std::string_view kind) const {
  return std::ranges::find(kinds, kind) != kinds.end() || floor.is_answered_with(kind);
}

bool Definition::knows_kind(std::string_view kind) const {
  return std::ranges::any_of(kinds, [&](const Kind& own) { return own.kind == kind; }) ||
         record_type(kind) != nullptr || kind == kVoteKind || kind == kUnplacedKind ||
         std::ranges::any_of(core_kinds(), [&](const KindName& core) { return core.key == kind; });
}

const RecordType* Definition::record_type(std::string_view kind) const { return with_id(record_types, kind); }

const PhraseList* Definition::phrase_list(std::string_view list) const {
  const auto& lists = list.find('/') == std::string_view::npos ? phrases : core_phrases();
  return with_id(lists, list);
}

std::pair<Definition, Problems> parse(std::string_view bytes) {
  Problems problems;
  auto in = strict_json(bytes, kDefinitionBounds, problems);
  if (!in.is_object()) return {Definition{}, std::move(problems)};
  if (const auto format = in.find("format"); format != in.end() && *format == 1) upgrade_1_to_2(in);
  auto definition = read_shape(in, problems);
  definition.hash = content_hash(bytes);
  auto meaning = checks::check_meaning(definition, problems);
  problems.insert(problems.end(), std::make_move_iterator(meaning.begin()), std::make_move_iterator(meaning.end()));
  name_empty_list(in, problems);
  place(problems, bytes);
  return {std::move(definition), std::move(problems)};
}

std::string_view kind_label(const Definition* definition, std::string_view kind, Lang lang) {
  if (definition != nullptr) {
    for (const auto& own : definition->kinds)
      if (own.kind == kind) return own.name.in(lang);
    if (const auto* type = definition->record_type(kind)) return type->name.in(lang);
  }
  if (kind == kVoteKind) return lang == Lang::nl ? "stem" : "vote";
  if (kind == kUnplacedKind) return lang == Lang::nl ? "nog niet geplaatst" : "not placed yet";
  for (const auto& core : core_kinds())
    if (core.key == kind) return lang == Lang::nl ? core.nl : core.en;
  return kind;
}

std::string kind_meant(const Definition* definition, const std::string& typed) {
  if (definition != nullptr && definition->knows_kind(typed)) return typed;
  const auto wanted = folded(trimmed(typed));
  std::string_view begins;
  int beginnings = 0;
  /// Whether these are names of the kind that is meant in full.
  const auto is_called = [&](std::string_view kind, std::vector<std::string_view> names) {
    names.push_back(kind);
    for (const auto name : names) {
      const auto whole = folded(name);
      if (wanted == whole) return true;
      if (!whole.starts_with(wanted + ' ') && !whole.starts_with(wanted + ':')) continue;
      if (begins != kind) ++beginnings;
      begins = kind;
    }
    return false;
  };
  if (definition != nullptr) {
    for (const auto& own : definition->kinds)
      if (is_called(own.kind, each_language(own.name))) return own.kind;
    for (const auto& type : definition->record_types)
      if (is_called(type.id, each_language(type.name))) return type.id;
  }
  if (is_called(kVoteKind, {kind_label(nullptr, kVoteKind, Lang::nl), kind_label(nullptr, kVoteKind, Lang::en)}))
    return std::string(kVoteKind);
  for (const auto& core : core_kinds())
    if (is_called(core.key, {core.nl, core.en})) return std::string(core.key);
  return beginnings == 1 ? std::string(begins) : typed;
}

Said said_in(const std::string& spoken_text, const Definition* definition, std::string_view list,
             std::span<const std::string> more) {
  static const Definition kNone;
  const auto* known = (definition == nullptr ? kNone : *definition).phrase_list(list);
  const auto first = said_in(spoken_text, more);
  const auto said = known == nullptr ? Said{} : said_in(spoken_text, *known);
  return said && (!first || said.word < first.word) ? said : first;
}

}  // namespace casus::method
