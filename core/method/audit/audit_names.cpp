// SPDX-License-Identifier: EUPL-1.2
#include "core/method/audit/audit_names.hpp"

#include "core/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace casus::method {
namespace {

/// Names of one list, in both languages of the program.
class NamesSeen {
 public:
  NamesSeen(Telling what, std::vector<Remark>& remarks) : what_(std::move(what)), remarks_(remarks) {}

  /// `pointer`: of the object with the languages. Once, when it was seen before in both.
  void see(const Text& name, const std::string& pointer) {
    const auto nl = first_in(nl_, name.nl, pointer + "/nl"), en = first_in(en_, name.en, pointer + "/en");
    if (!nl.empty()) tell_of(name.nl, pointer + "/nl", nl);
    else if (!en.empty()) tell_of(name.en, pointer + "/en", en);
  }

 private:
  using Places = std::map<std::string, std::string>;

  /// Where it was seen first; empty when that is here.
  static std::string first_in(Places& seen, const std::string& words, const std::string& place) {
    const auto [first, fresh] = seen.emplace(folded(trimmed(words)), place);
    return fresh ? std::string() : first->second;
  }

  void tell_of(const std::string& words, std::string place, const std::string& first) {
    remarks_.push_back(
        {Remark::Weight::warning,
         {std::move(place), tell("wrong.already", {{"what", what_}, {"key", words}, {"place", first}})}});
  }

  Telling what_;
  std::vector<Remark>& remarks_;
  Places nl_, en_;
};

std::string compared(std::string_view name) { return folded(trimmed(name)); }

/// A name that another one begins with: whoever types the longer one half gets the shorter one, and nothing is asked.
void see_beginnings(const RecordType& type, const std::string& place, std::vector<Remark>& remarks) {
  for (std::size_t i = 0; i < type.parts.size(); ++i)
    for (std::size_t k = 0; k < type.parts.size(); ++k)
      for (const auto& [lang, part] : {std::pair("nl", &Text::nl), {"en", &Text::en}}) {
        const auto &name = type.parts[i].name.*part, &longer = type.parts[k].name.*part;
        const auto begins = compared(name), whole = compared(longer);
        if (i == k || begins.empty() || begins == whole || !whole.starts_with(begins)) continue;
        remarks.push_back({Remark::Weight::warning,
                           {fmt::format("{}/fields/{}/name/{}", place, k, lang),
                            tell("wrong.field_begins_as", {{"name", longer}, {"begins", name}})}});
        return;
      }
}

/// Whether both can come in one round: two branches of one menu do not.
bool both_come(const Step& first, const Step& second) {
  return first.in_menu.empty() || first.in_menu != second.in_menu || first.in_branch == second.in_branch;
}

/// Two steps of a phase under one name: the screen, the minutes and who goes back to one cannot tell which it is.
void see_steps(const Definition& definition, Phase phase, std::vector<Remark>& remarks) {
  const auto& steps = definition.steps(phase);
  for (std::size_t i = 0; i < steps.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) {
      if (!both_come(steps[k], steps[i])) continue;
      NamesSeen two(tell("wrong.what_step"), remarks);
      const auto before = remarks.size();
      two.see(steps[k].name, definition.place(phase, k) + "/name");
      two.see(steps[i].name, definition.place(phase, i) + "/name");
      if (remarks.size() > before) break;
    }
}

/// Rules of one list of which two are called the same, or ask the same.
class RulesSeen {
 public:
  RulesSeen(Telling what, std::vector<Remark>& remarks) : texts_(std::move(what), remarks), remarks_(remarks) {}

  void see(const Text& text, const Criterion& holds, const std::string& pointer) {
    const auto before = remarks_.size();
    texts_.see(text, pointer + "/text");
    const auto same = std::ranges::find(seen_, holds, &Seen::first);
    if (same != seen_.end() && remarks_.size() == before)
      remarks_.push_back(
          {Remark::Weight::warning, {pointer + "/holds", tell("wrong.same_rule", {{"place", same->second}})}});
    seen_.emplace_back(holds, pointer + "/holds");
  }

 private:
  using Seen = std::pair<Criterion, std::string>;
  NamesSeen texts_;
  std::vector<Remark>& remarks_;
  std::vector<Seen> seen_;
};

void see_rules(const Step& step, const std::string& place, std::vector<Remark>& remarks) {
  RulesSeen rules(tell("wrong.what_requirement"), remarks);
  for (std::size_t i = 0; i < step.done_when.size(); ++i)
    rules.see(step.done_when[i].text, step.done_when[i].holds, fmt::format("{}/done_when/{}", place, i));
}

void see_fields(const RecordType& type, const std::string& place, std::vector<Remark>& remarks) {
  NamesSeen fields(tell("wrong.what_field"), remarks);
  for (std::size_t i = 0; i < type.parts.size(); ++i) {
    const auto where = fmt::format("{}/fields/{}", place, i);
    fields.see(type.parts[i].name, where + "/name");
    NamesSeen options(tell("wrong.what_option"), remarks);
    for (std::size_t k = 0; k < type.parts[i].options.size(); ++k)
      options.see(type.parts[i].options[k].name, fmt::format("{}/options/{}/name", where, k));
  }
}

}  // namespace

void audit_names(const Definition& definition, std::vector<Remark>& remarks) {
  NamesSeen roles(tell("wrong.what_role"), remarks);
  for (std::size_t i = 0; i < definition.roles.size(); ++i)
    roles.see(definition.roles[i].name, fmt::format("/roles/{}/name", i));
  // Both are typed where something is said, so they share their names.
  NamesSeen kinds(tell("wrong.what_kind"), remarks);
  for (std::size_t i = 0; i < definition.kinds.size(); ++i)
    kinds.see(definition.kinds[i].name, fmt::format("/kinds/{}/name", i));
  for (std::size_t i = 0; i < definition.record_types.size(); ++i) {
    const auto place = fmt::format("/record_types/{}", i);
    kinds.see(definition.record_types[i].name, place + "/name");
    see_fields(definition.record_types[i], place, remarks);
    see_beginnings(definition.record_types[i], place, remarks);
  }
  RulesSeen points(tell("wrong.what_fidelity_item"), remarks);
  for (std::size_t i = 0; i < definition.fidelity.size(); ++i)
    points.see(definition.fidelity[i].text, definition.fidelity[i].holds, fmt::format("/fidelity/{}", i));
  for (const auto phase : kAllPhases) {
    see_steps(definition, phase, remarks);
    for (std::size_t i = 0; i < definition.steps(phase).size(); ++i) {
      see_rules(definition.steps(phase)[i], definition.place(phase, i), remarks);
      const auto& menu = definition.steps(phase)[i].menu;
      if (!menu || menu->of_repeat) continue;
      NamesSeen branches(tell("wrong.what_branch"), remarks);
      for (std::size_t k = 0; k < menu->branches.size(); ++k)
        branches.see(menu->branches[k].name, fmt::format("{}/menu/branches/{}/name", definition.place(phase, i), k));
    }
  }
}

}  // namespace casus::method
