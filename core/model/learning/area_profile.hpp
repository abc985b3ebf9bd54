// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/decimal.hpp"
#include "core/base/names.hpp"
#include "core/base/time.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

/// The profile of an area in a cycle [WTW1]: figures from elsewhere with their source, what residents say, what there
/// is, what is strong and what is a problem. Nothing about a person.
namespace casus {

struct AreaFigureFields {
  std::string what;
  Decimal value{};
  int year = 0;
  std::string source;
  std::string unit;  ///< "%", "huishoudens"; may be empty

  static void fields(auto& self, auto&& visit) {
    visit.required("what", self.what);
    visit.required("value", self.value);
    visit.required("year", self.year);
    visit.required("source", self.source);
    visit.optional("unit", self.unit);
  }
};

/// Command. A figure of the area, with who published it.
struct NoteAreaFigure : AreaFigureFields {
  static constexpr std::string_view kName = "NoteAreaFigure";
};

struct AreaFigureNoted : AreaFigureFields {
  static constexpr std::string_view kName = "AreaFigureNoted";
  static constexpr int kVersion = 2;  // the value was a whole number

  std::string id;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    AreaFigureFields::fields(self, visit);
  }
};

struct AreaVoiceFields {
  std::string text;
  std::string from;  ///< where it was said: a talk with residents, a walk
  int people = 0;    ///< how many said so; never fewer than three
  std::optional<Date> on;

  static void fields(auto& self, auto&& visit) {
    visit.required("text", self.text);
    visit.required("from", self.from);
    visit.required("people", self.people);
    visit.optional("on", self.on);
  }
};

/// Command. What residents say, three or more of them, without a name.
struct NoteAreaVoice : AreaVoiceFields {
  static constexpr std::string_view kName = "NoteAreaVoice";
};

struct AreaVoiceNoted : AreaVoiceFields {
  static constexpr std::string_view kName = "AreaVoiceNoted";
  static constexpr int kVersion = 1;

  std::string id;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    AreaVoiceFields::fields(self, visit);
  }
};

/// What is said of the area: something that is there for residents, a strength, a problem.
enum class AreaSort { supply, strength, problem };

constexpr std::array<Named<AreaSort>, 3> names_of(AreaSort) {
  return {{{AreaSort::supply, "supply", "word.area_sort.supply"},
           {AreaSort::strength, "strength", "word.area_sort.strength"},
           {AreaSort::problem, "problem", "word.area_sort.problem"}}};
}

struct AreaPointFields {
  AreaSort sort{};
  std::string text;
  std::string who;  ///< whose it is, of supply: an organisation, residents

  static void fields(auto& self, auto&& visit) {
    visit.required("sort", self.sort);
    visit.required("text", self.text);
    visit.optional("who", self.who);
  }
};

/// Command. Supply, a strength or a problem.
struct NoteAreaPoint : AreaPointFields {
  static constexpr std::string_view kName = "NoteAreaPoint";
};

struct AreaPointNoted : AreaPointFields {
  static constexpr std::string_view kName = "AreaPointNoted";
  static constexpr int kVersion = 1;

  std::string id;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    AreaPointFields::fields(self, visit);
  }
};

struct AreaStrikeFields {
  std::string what;

  static void fields(auto& self, auto&& visit) { visit.required("what", self.what); }
};

/// Command. A figure, a voice or a point goes out again.
struct StrikeFromArea : AreaStrikeFields {
  static constexpr std::string_view kName = "StrikeFromArea";
};

struct StruckFromArea : AreaStrikeFields {
  static constexpr std::string_view kName = "StruckFromArea";
  static constexpr int kVersion = 1;
};

}  // namespace casus
