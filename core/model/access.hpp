// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/base/one_of.hpp"
#include "core/base/time.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Who looked at which part of a case, and why: kept in a stream of its own beside the case (domain.md 8: logging,
/// need to know), so that looking does not make another version of the case.
namespace casus {

/// What of a case can be looked at.
enum class CasePart { overview, history, dossier, extract, plan, network, fidelity, guidance, texts, log, files };

constexpr std::array<Named<CasePart>, 11> names_of(CasePart) {
  return {{{CasePart::overview, "overview", "waar de casus staat", "where the case is"},
           {CasePart::history, "history", "alles wat er gebeurde", "all that happened"},
           {CasePart::dossier, "dossier", "het dossier", "the dossier"},
           {CasePart::extract, "extract", "het uittreksel voor de inwoner", "the extract for the resident"},
           {CasePart::plan, "plan", "doelen en acties", "goals and actions"},
           {CasePart::network, "network", "het netwerk", "the network"},
           {CasePart::fidelity, "fidelity", "hoe de methode gevolgd is", "how the method was kept"},
           {CasePart::guidance, "guidance", "wat er nu nodig is", "what is needed now"},
           {CasePart::texts, "texts", "titel, vraag en acties in een lijst", "title, question and actions in a list"},
           {CasePart::log, "log", "wie er keek", "who looked"},
           {CasePart::files, "files", "een bijlage", "an attachment"}}};
}

/// On what ground somebody sees a case (domain.md 8: access per case membership, not per team).
enum class Sight { table, resident, circle, reason, unnamed, refused };

constexpr std::array<Named<Sight>, 6> names_of(Sight) {
  return {{{Sight::table, "table", "zit aan tafel", "is at the table"},
           {Sight::resident, "resident", "is de inwoner", "is the resident"},
           {Sight::circle, "circle", "hoort bij de kring", "is of the circle"},
           {Sight::reason, "reason", "niet aan tafel, met een reden", "not at the table, with a reason"},
           {Sight::unnamed, "unnamed", "zei niet wie het was", "did not say who it was"},
           {Sight::refused, "refused", "geweigerd", "refused"}}};
}

/// Event. Somebody looked, or was refused.
struct CaseSeen {
  static constexpr std::string_view kName = "CaseSeen";
  static constexpr int kVersion = 1;

  std::string person;  ///< id in the case, or "outside"
  std::string name;    ///< empty: not said, or erased
  CasePart part{};
  Sight sight{};
  std::string because;  ///< the reason that was given; empty: the purpose of the review

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("person", self.person);
    visit.secret("name", self.person, self.name);
    visit.required("part", self.part);
    visit.required("sight", self.sight);
    visit.optional("because", self.because);
  }
};

/// Event. The case, or one person of it, was erased. Accountability outlives content: it lies with the looks, under a
/// key that an erasure leaves alone, and holds nothing of what was erased.
struct ErasureRecorded {
  static constexpr std::string_view kName = "ErasureRecorded";
  static constexpr int kVersion = 1;

  std::string person;   ///< id in the case; empty: the whole case
  std::string by;       ///< name of who did it
  std::string with;     ///< name of the second person
  std::string because;  ///< the ground, as it was given

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.optional("person", self.person);
    visit.required("by", self.by);
    visit.optional("with", self.with);
    visit.optional("because", self.because);
  }
};

using AccessEventVariant = std::variant<CaseSeen, ErasureRecorded>;
extern template class OneOf<AccessEventVariant>;
struct AccessEventBody : OneOf<AccessEventVariant> {
  using OneOf::OneOf;
};

struct AccessEvent {
  Time at{};
  AccessEventBody body;
};

/// One look, as it is read back.
struct Look {
  Time at{};
  CaseSeen seen;
};

using Looks = std::vector<Look>;

/// One erasure, as it is read back.
struct Erasure {
  Time at{};
  ErasureRecorded done;
};

using Erasures = std::vector<Erasure>;

struct Person;

/// Whether a person works in the case, in contrast with the resident, the people around and who reported it.
bool works_in_case(const Person& person);

}  // namespace casus
