// SPDX-License-Identifier: EUPL-1.2
#include "core/method/audit/audit_places.hpp"

#include <set>
#include <string>

namespace casus::method {
namespace {

class PlaceAudit {
 public:
  PlaceAudit(const Definition& definition, std::vector<Remark>& remarks) : d_(definition), remarks_(remarks) {}

  void look() {
    for (const auto& steps : d_.phases)
      for (const auto& step : steps) use(step);
    for (const auto& item : d_.fidelity) asked(item.holds);
    std::set<std::string_view> told;
    for (const auto phase : kAllPhases)
      for (std::size_t i = 0; i < d_.steps(phase).size(); ++i) {
        const auto& how = d_.steps(phase)[i].parallel;
        if (!how || !how->one || used_.contains(how->one->key) || !told.insert(how->one->key).second) continue;
        remarks_.push_back(
            {Remark::Weight::warning,
             {d_.place(phase, i) + "/parallel/one", tell("wrong.idle_place", {{"key", how->one->key}})}});
      }
  }

 private:
  void use(const Step& step) {
    if (step.parallel && step.parallel->one && (step.floor.one || step.parallel->mixes == Mixes::others))
      used_.insert(step.parallel->one->key);
    for (const auto& need : step.done_when) asked(need.holds);
    if (step.when) asked(step.when->holds);
    if (step.repeat && step.repeat->until && step.repeat->until->holds) asked(*step.repeat->until->holds);
  }

  void asked(const Criterion& rule) {
    each_condition(rule, "", [&](const Criterion&, Collection, const Condition& found, const std::string&) {
      if (found.field != Field::speaker || !found.own.empty()) return;
      for (const auto& literal : found.literals)
        if (const auto* place = std::get_if<std::string>(&literal)) used_.insert(*place);
    });
  }

  const Definition& d_;
  std::vector<Remark>& remarks_;
  std::set<std::string, std::less<>> used_;
};

}  // namespace

void audit_places(const Definition& definition, std::vector<Remark>& remarks) {
  PlaceAudit(definition, remarks).look();
}

}  // namespace casus::method
