// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/words.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// The genogram: the resident's family over generations [RTS1][RTS2][VOK][GES]. Commands, their events, and the family
/// that they make. No days of birth: what the picture needs is who comes from whom and who is the eldest.
namespace casus {

/// Command. Somebody in the genogram; "inwoner" is the resident. Said again, it takes the earlier words' place.
struct PlaceInFamily {
  static constexpr std::string_view kName = "PlaceInFamily";

  std::string name;
  Symbol symbol = Symbol::unknown;
  Vital state = Vital::alive;
  std::optional<int> rank;  ///< which child of its parents: 1 is the eldest, who stands on the left

  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.optional("symbol", self.symbol);
    visit.optional("state", self.state);
    visit.optional("rank", self.rank);
  }
};

struct FamilyMemberPlaced {
  static constexpr std::string_view kName = "FamilyMemberPlaced";
  static constexpr int kVersion = 1;

  std::string person;  ///< "resident", or the id of a person in the case
  std::string name;    ///< empty for the resident
  Symbol symbol{};
  Vital state{};
  std::optional<int> rank;

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.secret("name", self.person, self.name);
    visit.required("symbol", self.symbol);
    visit.required("state", self.state);
    visit.optional("rank", self.rank);
  }
};

struct ParentLink {
  std::string parent;
  std::string child;
  Descent how = Descent::birth;

  static void fields(auto& self, auto&& visit) {
    visit.required("parent", self.parent);
    visit.required("child", self.child);
    visit.optional("how", self.how);
  }
};

/// Command. A parent and a child, both in the genogram already.
struct LinkParent : ParentLink {
  static constexpr std::string_view kName = "LinkParent";
};

struct ParentLinked : ParentLink {
  static constexpr std::string_view kName = "ParentLinked";
  static constexpr int kVersion = 1;
};

struct PartnerLink {
  std::string one;
  std::string other;
  Bond bond = Bond::together;

  static void fields(auto& self, auto&& visit) {
    visit.required("one", self.one);
    visit.required("other", self.other);
    visit.optional("bond", self.bond);
  }
};

/// Command. Two partners, together or not any more.
struct LinkPartners : PartnerLink {
  static constexpr std::string_view kName = "LinkPartners";
};

struct PartnersLinked : PartnerLink {
  static constexpr std::string_view kName = "PartnersLinked";
  static constexpr int kVersion = 1;
};

struct FamilyCutFields {
  std::string one;
  std::string other;  ///< empty: `one` leaves the genogram

  static void fields(auto& self, auto&& visit) {
    visit.required("one", self.one);
    visit.optional("other", self.other);
  }
};

/// Command. What was drawn wrongly: the line between two people, or somebody with every line.
struct CutFamily : FamilyCutFields {
  static constexpr std::string_view kName = "CutFamily";
};

struct FamilyCut : FamilyCutFields {
  static constexpr std::string_view kName = "FamilyCut";
  static constexpr int kVersion = 1;
};

struct FamilyMember {
  std::string person;  ///< "resident", or the id of a person in the case
  Symbol symbol{};
  Vital state{};
  int rank = 0;  ///< 0: not said
};

struct Family {
  std::vector<FamilyMember> members;
  std::vector<ParentLink> parents;
  std::vector<PartnerLink> partners;

  const FamilyMember* find(std::string_view person) const;
  /// A line takes the place of an earlier one of its kind between the same two, whichever way round.
  void add(const ParentLink& link);
  void add(const PartnerLink& link);
  /// Every line between two people goes.
  void cut(std::string_view one, std::string_view other);
};

/// The row of everybody in the genogram, 0 the earliest generation: a child stands below its parents, partners beside
/// each other. Nothing when that cannot be: somebody would be an ancestor of themselves.
std::optional<std::map<std::string, int>> generations(const Family& family);

}  // namespace casus
