// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/remote/fetch.hpp"

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <thread>

namespace casus::test {

/// A server on this machine with a port of its own, that answers one question at a time as it is told to. Nothing as
/// the answer: it hangs up.
class Loopback {
 public:
  using Answering = std::function<std::optional<remote::Answer>(const remote::Question&)>;

  Loopback();
  ~Loopback();
  Loopback(const Loopback&) = delete;
  Loopback& operator=(const Loopback&) = delete;

  std::string root() const;
  /// Once; from then on it answers. An exception counts as hanging up.
  void serve(Answering answering);
  /// What it was told by then may be looked at after this.
  void stop();

 private:
  void run();
  void talk(int line);

  int socket_ = -1;
  int port_ = 0;
  Answering answering_;
  std::atomic<bool> stop_ = false;
  std::thread thread_;
};

}  // namespace casus::test
