// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

/// What is counted of the server for who watches over it, in words of our own alone: nobody's name, case, link or
/// address is in it.
namespace casus::web {

/// What is no page, or was no request.
inline constexpr std::string_view kNoRoute = "other";

/// A request that is done with. The texts live as long as the program.
struct Answered {
  std::string_view route;  ///< "/case/{case}", as `Site::route` tells it
  std::string_view method;
  int status = 0;
  std::chrono::microseconds took{};  ///< from when it was there until its answer was gone
  std::size_t bytes = 0;             ///< that were sent
  std::string_view team = {};        ///< its part of the server; empty: the server has one
  std::string_view fault = {};       ///< see Response
};

/// Why somebody was not answered as they asked.
enum class Refused {
  size,         ///< more was sent than may come there
  device,       ///< too much at a time from one device
  address,      ///< or from one address
  files,        ///< too many files on their way
  queue,        ///< too much waits already, of all together
  connections,  ///< hung up on: too many are there
  guesses       ///< a code or passphrase was guessed wrong too often
};

class Metrics {
 public:
  void answered(const Answered& it);
  /// So long a request stood in the queue before it was its turn.
  void waited(std::chrono::microseconds wait, std::string_view team);
  void refused(Refused why, std::string_view team);

  /// What is so at this moment.
  struct Team {
    std::string_view name = {};
    std::size_t listeners = 0;
    std::size_t at_desk = 0;  ///< requests that wait for their turn, and the one that is being done
    bool has_store = true;
    bool ready = false;
    std::int64_t events = 0;  ///< in the store
    std::int64_t reconnects = 0;
  };
  struct Now {
    std::size_t connections = 0;
    std::int64_t lost_lines = 0;  ///< of the log
    std::vector<Team> teams{1};
  };
  /// In the text format of Prometheus.
  std::string text(const Now& now) const;

 private:
  class Histogram {
   public:
    void add(std::chrono::microseconds took);
    /// Its lines; `labels` is empty or ends with a comma.
    std::string lines(std::string_view name, const std::string& labels) const;

   private:
    static constexpr std::array<double, 11> kBounds{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    std::array<std::int64_t, kBounds.size() + 1> counts_{};  ///< of each alone; the last is all above
    double sum_ = 0;
  };

  /// By team, route, method and class.
  std::map<std::tuple<std::string_view, std::string_view, std::string_view, int>, std::int64_t> requests_;
  std::map<std::string_view, Histogram> took_;   ///< by route, of all teams: each would be a thousand lines more
  std::map<std::string_view, Histogram> waits_;  ///< by team
  std::map<std::pair<std::string_view, Refused>, std::int64_t> refused_;
  std::chrono::system_clock::time_point begun_ = std::chrono::system_clock::now();
};

}  // namespace casus::web
