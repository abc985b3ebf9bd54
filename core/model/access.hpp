// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/base/one_of.hpp"
#include "core/base/time.hpp"
#include "core/model/typist.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Who looked at which part of a case, and why: kept in a stream of its own beside the case (domain.md 8: logging,
/// need to know), so that looking does not make another version of the case.
namespace casus {

/// Who was not at a computer that holds the keys: how sure it is who they are is worth keeping by itself.
constexpr bool comes_from_afar(Sureness sureness) { return sureness != Sureness::named && sureness != Sureness::table; }

/// What of a case can be looked at; `typing`: nothing, somebody wanted to do something in it in another's name.
enum class CasePart {
  overview,
  history,
  dossier,
  extract,
  plan,
  network,
  fidelity,
  guidance,
  texts,
  log,
  files,
  typing
};

constexpr std::array<Named<CasePart>, 12> names_of(CasePart) {
  return {{{CasePart::overview, "overview", "word.case_part.overview"},
           {CasePart::history, "history", "word.case_part.history"},
           {CasePart::dossier, "dossier", "word.case_part.dossier"},
           {CasePart::extract, "extract", "word.case_part.extract"},
           {CasePart::plan, "plan", "word.case_part.plan"},
           {CasePart::network, "network", "word.case_part.network"},
           {CasePart::fidelity, "fidelity", "word.case_part.fidelity"},
           {CasePart::guidance, "guidance", "word.case_part.guidance"},
           {CasePart::texts, "texts", "word.case_part.texts"},
           {CasePart::log, "log", "word.case_part.log"},
           {CasePart::files, "files", "word.case_part.files"},
           {CasePart::typing, "typing", "word.case_part.typing"}}};
}

/// On what ground somebody sees a case (domain.md 8: access per case membership, not per team).
enum class Sight { table, resident, circle, reason, unnamed, refused };

constexpr std::array<Named<Sight>, 6> names_of(Sight) {
  return {{{Sight::table, "table", "word.sight.table"},
           {Sight::resident, "resident", "word.sight.resident"},
           {Sight::circle, "circle", "word.sight.circle"},
           {Sight::reason, "reason", "word.sight.reason"},
           {Sight::unnamed, "unnamed", "word.sight.unnamed"},
           {Sight::refused, "refused", "word.sight.refused"}}};
}

/// Event. Somebody looked, or was refused.
struct CaseSeen {
  static constexpr std::string_view kName = "CaseSeen";
  static constexpr int kVersion = 5;  ///< version 4 did not say from which account

  std::string person;  ///< id in the case, or "outside"
  std::string name;    ///< empty: not said, or erased
  CasePart part{};
  Sight sight{};
  std::string because;                 ///< the reason that was given; empty: the purpose of the review
  std::optional<Sureness> sureness{};  ///< when it was said at a distance; nothing: at a computer that holds the keys
  std::optional<Time> reworded{};  ///< when the reason was put right, or destroyed; nothing of the one before is left
  std::string to{};                ///< of what was sent on: to which machine, "zaken.voorbeeld.nl"; empty: nowhere
  std::string account{};           ///< the system's user, at a computer that holds the keys; empty: none, or erased

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.secret("name", self.person, self.name);
    visit.secret("account", self.person, self.account);
    visit.required("part", self.part);
    visit.required("sight", self.sight);
    visit.optional("because", self.because);
    visit.optional("sureness", self.sureness);
    visit.optional("reworded", self.reworded);
    visit.optional("to", self.to);
  }
};

/// Event. The case, or one person of it, was erased. Accountability outlives content: it lies with the looks, under a
/// key that an erasure leaves alone, and holds nothing of what was erased.
struct ErasureRecorded {
  static constexpr std::string_view kName = "ErasureRecorded";
  static constexpr int kVersion = 2;  ///< version 1 had nothing behind the reason

  std::string person;               ///< id in the case; empty: the whole case
  std::string by;                   ///< name of who did it
  std::string with;                 ///< name of the second person
  std::string because;              ///< the ground, as it was given
  std::optional<Time> forgotten{};  ///< when the reason was destroyed
  std::string forgotten_by{};       ///< name of who did that
  std::string forgotten_with{};     ///< name of the second person
  /// Only the keys tell of it: an older copy was put back, which knows nothing of who did it and why.
  bool before_copy = false;

  static void fields(auto& self, auto&& visit) {
    visit.optional("person", self.person);
    visit.required("by", self.by);
    visit.optional("with", self.with);
    visit.optional("because", self.because);
    visit.optional("forgotten", self.forgotten);
    visit.optional("forgotten_by", self.forgotten_by);
    visit.optional("forgotten_with", self.forgotten_with);
    visit.optional("before_copy", self.before_copy);
  }
};

/// Event. What is kept longest of who looked has a term of its own; what it ended for is destroyed, by two.
struct LooksErased {
  static constexpr std::string_view kName = "LooksErased";
  static constexpr int kVersion = 1;

  Date before{};  ///< looks of before this day
  int count = 0;
  std::string by;    ///< name of who did it
  std::string with;  ///< name of the second person
  std::string law;

  static void fields(auto& self, auto&& visit) {
    visit.required("before", self.before);
    visit.required("count", self.count);
    visit.required("by", self.by);
    visit.required("with", self.with);
    visit.required("law", self.law);
  }
};

/// Event. The key of the case is gone with a key file, and no copy has it: nothing of it will ever be read. By two, it
/// counts as erased from then on.
struct CaseGivenUp {
  static constexpr std::string_view kName = "CaseGivenUp";
  static constexpr int kVersion = 2;  ///< version 1 did not say who destroyed the reason

  std::string by;    ///< name of who did it
  std::string with;  ///< name of the second person
  std::string because;
  std::optional<Time> forgotten{};  ///< when the reason was destroyed
  std::string forgotten_by{};       ///< name of who did that
  std::string forgotten_with{};     ///< name of the second person

  static void fields(auto& self, auto&& visit) {
    visit.required("by", self.by);
    visit.required("with", self.with);
    visit.required("because", self.because);
    visit.optional("forgotten", self.forgotten);
    visit.optional("forgotten_by", self.forgotten_by);
    visit.optional("forgotten_with", self.forgotten_with);
  }
};

using AccessEventVariant = std::variant<CaseSeen, ErasureRecorded, LooksErased, CaseGivenUp>;
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
  std::int64_t number = 0;  ///< "l3", by which its reason is put right; 0: kept with another case
};

using Looks = std::vector<Look>;

/// One erasure, as it is read back.
struct Erasure {
  Time at{};
  ErasureRecorded done;
  bool lost = false;        ///< nobody erased it: its key was gone, and it was given up
  std::int64_t number = 0;  ///< "l7", by which its reason is destroyed; 0: it cannot be, or that is done in the case
};

using Erasures = std::vector<Erasure>;

/// Looks whose term had ended, as it is read back.
struct LooksGone {
  Time at{};
  LooksErased done;
};

struct Person;

/// Whether a person works in the case, in contrast with the resident, the people around and who reported it.
bool works_in_case(const Person& person);

/// Whether somebody is of the resident's own network, at the table or not.
bool in_the_circle(const Person& person);

}  // namespace casus
