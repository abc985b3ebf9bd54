// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/service.hpp"

#include <string>

namespace casus::test {

/// A service whose cases can be read though nobody looked: what a test compares.
class OpenService : public service::Service {
 public:
  using Service::accountability;
  using Service::cases;
  using Service::each_case;
  using Service::erasures;
  using Service::file;
  using Service::history;
  using Service::open;
  using Service::Service;

  Looks looks(const std::string& case_id) { return accountability(case_id).looks; }
};

}  // namespace casus::test
