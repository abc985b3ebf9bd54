// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/report/history/naming.hpp"

#include <string>
#include <string_view>

namespace casus::report {

/// The sentences of a history on the network of the resident and the family.
class NetworkTeller {
 public:
  /// `names` is looked at only while telling, and must outlive this.
  explicit NetworkTeller(const Naming& names) : names_(names) {}

  std::string operator()(const NetworkPersonAdded& e) const;
  std::string operator()(const PersonAsked& e) const;
  std::string operator()(const TieAdded& e) const;
  std::string operator()(const NamedForNetwork& e) const;
  std::string operator()(const NetworkLeft& e) const;
  std::string operator()(const TieEnded& e) const;
  std::string operator()(const FamilyMemberPlaced& e) const;
  std::string operator()(const ParentLinked& e) const;
  std::string operator()(const PartnersLinked& e) const;
  std::string operator()(const FamilyCut& e) const;

 protected:
  std::string who(std::string_view id) const { return names_.person(id); }
  /// Behind what was done; nothing without one.
  std::string because(const std::string& reason) const;

 private:
  const Naming& names_;
};

}  // namespace casus::report
