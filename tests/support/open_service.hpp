// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/service.hpp"

namespace casus::test {

/// A service whose cases can be read though nobody looked: what a test compares.
class OpenService : public service::Service {
 public:
  using Service::accountability;
  using Service::cases;
  using Service::each_case;
  using Service::erasures;
  using Service::explain;
  using Service::file;
  using Service::history;
  using Service::looks;
  using Service::open;
  using Service::Service;
};

}  // namespace casus::test
