// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
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

}  // namespace casus::web
