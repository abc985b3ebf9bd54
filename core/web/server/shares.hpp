// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/server/metrics.hpp"
#include "core/web/server/server.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>

namespace casus::web {

/// How many of something each has at a time: connections of an address, requests of a device.
class Shares {
 public:
  /// One more for `who`; false, and nothing changes, when they have `most` already.
  bool take(const std::string& who, std::size_t most);
  void give_back(const std::string& who);
  std::size_t all() const { return all_; }

 private:
  std::unordered_map<std::string, std::size_t> of_;
  std::size_t all_ = 0;
};

/// Whose turn a request takes.
struct Turn {
  std::string device, address;
};

/// Requests that wait or are done now.
class Turns {
 public:
  explicit Turns(const Bounds& bounds) : bounds_(bounds) {}

  /// Why it takes none; `may_have_all`: no bound of its address holds.
  std::optional<Refused> begin(const Turn& turn, bool may_have_all);
  void end(const Turn& turn);
  std::size_t all() const { return of_address_.all(); }

 private:
  const Bounds& bounds_;
  Shares of_device_, of_address_;
};

}  // namespace casus::web
