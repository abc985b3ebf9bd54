// SPDX-License-Identifier: EUPL-1.2
#include "core/method/audit_names.hpp"

#include "core/base/text.hpp"

#include <fmt/format.h>

#include <map>
#include <string>

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
  }
  for (const auto phase : kAllPhases)
    for (std::size_t i = 0; i < definition.steps(phase).size(); ++i) {
      const auto& menu = definition.steps(phase)[i].menu;
      if (!menu || menu->of_repeat) continue;
      NamesSeen branches(tell("wrong.what_branch"), remarks);
      for (std::size_t k = 0; k < menu->branches.size(); ++k)
        branches.see(menu->branches[k].name, fmt::format("{}/menu/branches/{}/name", definition.place(phase, i), k));
    }
}

}  // namespace casus::method
