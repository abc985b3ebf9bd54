// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/service.hpp"

#include <functional>
#include <string>
#include <vector>

namespace casus::service {

/// Cases as they are, though nobody asked to see them and no look is kept: for what is worked out from them. Which
/// sources may include this is a list in tests/house; a page of a case comes through Service::look.
class Unlogged {
 public:
  explicit Unlogged(Service& service) : service_(service) {}

  Case open(const std::string& case_id) { return service_.open(case_id); }
  /// Nothing when its key is not here.
  std::optional<Case> readable(const std::string& case_id) {
    const auto* const it = service_.readable(case_id);
    return it == nullptr ? std::nullopt : std::optional(*it);
  }
  Events history(const std::string& case_id) { return service_.history(case_id); }
  void each_case(const std::function<void(const Case&)>& visit) { service_.each_case(visit); }
  std::vector<CaseLine> cases(const store::IndexQuery& query) { return service_.cases(query); }
  Service::Accountability accountability(const std::string& case_id) { return service_.accountability(case_id); }
  Case taken_in(const Case& into, const std::string& case_id) { return service_.taken_in(into, case_id); }
  std::string file(const std::string& case_id, const std::string& id) { return service_.file(case_id, id); }
  /// Somebody asked for this case by a way that leads to no case, and got nothing: kept as a look that was refused.
  /// Nothing is kept of a case that is not there or was erased.
  void turn_away(const std::string& case_id, Time at, const CaseSeen& seen) {
    service_.in_one_transaction([&] {
      if (service_.exists(case_id) && !service_.is_erased(case_id)) service_.keep_access(case_id, {at, seen});
      return true;
    });
  }

 private:
  Service& service_;
};

}  // namespace casus::service
