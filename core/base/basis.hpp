// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/base/time.hpp"

#include <optional>
#include <string_view>

namespace casus {

/// Legal ground for processing [AP16]. Each task law is a ground of its own, with its own terms: debts are no youth
/// care. The tasks of a municipality rest on AVG 6.1.e beside their own law. Consent is rare: it does not repair a
/// missing ground.
enum class Basis { wmo, jeugdwet, participatiewet, wgs, wvggz, veilig_thuis, vital_interest, consent };

constexpr std::array<Named<Basis>, 8> names_of(Basis) {
  return {{{Basis::wmo, "wmo", "word.basis.wmo"},
           {Basis::jeugdwet, "jeugdwet", "word.basis.jeugdwet"},
           {Basis::participatiewet, "participatiewet", "word.basis.participatiewet"},
           {Basis::wgs, "wgs", "word.basis.wgs"},
           {Basis::wvggz, "wvggz", "word.basis.wvggz"},
           {Basis::veilig_thuis, "veilig_thuis", "word.basis.veilig_thuis"},
           {Basis::vital_interest, "vital_interest", "word.basis.vital_interest"},
           {Basis::consent, "consent", "word.basis.consent"}}};
}

/// Whether it has to be said why this ground holds: it is no task of the team by itself.
constexpr bool needs_explaining(Basis basis) {
  return basis == Basis::wvggz || basis == Basis::veilig_thuis || basis == Basis::vital_interest ||
         basis == Basis::consent;
}

/// The law by which a term of this ground is cited: "Wmo 2015". Empty for a ground without a law of its own.
constexpr std::string_view law_of(Basis basis) {
  switch (basis) {
    case Basis::wmo: return "Wmo 2015";
    case Basis::jeugdwet: return "Jeugdwet";
    case Basis::participatiewet: return "Participatiewet";
    case Basis::wgs: return "Wgs";
    case Basis::wvggz: return "Wvggz";
    case Basis::veilig_thuis:
    case Basis::vital_interest:
    case Basis::consent: return "";
  }
  return "";
}

/// A ground is the choice of whoever uses the data: a mistyped one is never answered with another.
constexpr bool is_guessed(Basis) { return false; }

/// A ground of a case, with the day of the report from which its terms run.
struct GroundSince {
  Basis basis{};
  std::optional<Date> reported_on;
};

}  // namespace casus
