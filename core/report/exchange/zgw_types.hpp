// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/base/outcome.hpp"
#include "core/base/phase.hpp"
#include "core/base/problem.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What a municipality has to say before a case can be written as its register of cases has them (ZGW): who it is, and
/// which types of its own catalogue stand for what. The names are those of the standard.
namespace casus::report {

enum class Confidentiality {
  open,
  partly_open,
  internal,
  of_the_case,
  confidential,
  very_confidential,
  secret,
  top_secret
};

constexpr std::array<Named<Confidentiality>, 8> names_of(Confidentiality) {
  return {{{Confidentiality::open, "openbaar", "word.confidentiality.open"},
           {Confidentiality::partly_open, "beperkt_openbaar", "word.confidentiality.partly_open"},
           {Confidentiality::internal, "intern", "word.confidentiality.internal"},
           {Confidentiality::of_the_case, "zaakvertrouwelijk", "word.confidentiality.of_the_case"},
           {Confidentiality::confidential, "vertrouwelijk", "word.confidentiality.confidential"},
           {Confidentiality::very_confidential, "confidentieel", "word.confidentiality.very_confidential"},
           {Confidentiality::secret, "geheim", "word.confidentiality.secret"},
           {Confidentiality::top_secret, "zeer_geheim", "word.confidentiality.top_secret"}}};
}

/// Addresses of the types of status, one for each place where a case can be.
struct ZgwStatusTypes {
  std::string intake, analysis, plan_of_action, network_involvement, evaluation, closed;

  const std::string& of(Phase phase) const;

  static void fields(auto& self, auto&& visit) {
    visit.required("intake", self.intake);
    visit.required("analysis", self.analysis);
    visit.required("plan_of_action", self.plan_of_action);
    visit.required("network_involvement", self.network_involvement);
    visit.required("evaluation", self.evaluation);
    visit.required("closed", self.closed);
  }
};

/// Addresses of the types of role, by their general name: the team deals with the case, who owns it keeps it together,
/// the resident is whom it is about. A role without a type is not written.
struct ZgwRoleTypes {
  std::string behandelaar, zaakcoordinator, belanghebbende;

  static void fields(auto& self, auto&& visit) {
    visit.required("behandelaar", self.behandelaar);
    visit.optional("zaakcoordinator", self.zaakcoordinator);
    visit.optional("belanghebbende", self.belanghebbende);
  }
};

struct ZgwTypes {
  std::string organisation;  ///< RSIN of who made the case
  std::string responsible;   ///< RSIN of who answers for it; empty: the same
  std::string prefix;        ///< before the id of a case: two teams may both have a 2026-001
  std::string case_type;
  ZgwStatusTypes statuses;
  std::string result_type;
  ZgwRoleTypes roles;
  std::string document_type;
  Confidentiality confidentiality = Confidentiality::confidential;
  std::optional<bool> bound_use;  ///< whether the use of the document is bound to more than reading

  static void fields(auto& self, auto&& visit) {
    visit.required("bronorganisatie", self.organisation);
    visit.optional("verantwoordelijkeOrganisatie", self.responsible);
    visit.optional("voorvoegsel", self.prefix);
    visit.required("zaaktype", self.case_type);
    visit.required("statustypen", self.statuses);
    visit.required("resultaattype", self.result_type);
    visit.required("roltypen", self.roles);
    visit.required("informatieobjecttype", self.document_type);
    visit.optional("vertrouwelijkheidaanduiding", self.confidentiality);
    visit.optional("indicatieGebruiksrecht", self.bound_use);
  }

  /// Whether an address in it is still one of the draft, which lead nowhere.
  bool has_draft_addresses() const;
};

/// From the file, or all that is wrong with it.
Outcome<ZgwTypes, Problems> zgw_types_from(std::string_view bytes);

/// A file with everything in it, to be filled in: its addresses lead nowhere (RFC 2606).
std::string zgw_draft();

}  // namespace casus::report
