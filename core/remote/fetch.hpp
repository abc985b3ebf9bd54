// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// Questions to another machine over the web, as plain values: nothing here knows how they travel.
namespace casus::remote {

struct Question {
  std::string address;
  std::string form = {};                  ///< sent as a form; empty: it is only asked
  std::string user = {};                  ///< with `password`, in the header for both; empty: without
  std::string password = {};              ///< as they are sent, encoded
  std::string bearer = {};                ///< a token that lets in; empty: without
  std::string method = {};                ///< "PATCH"; empty: GET, or POST when something is sent
  std::string json = {};                  ///< sent as JSON, in the place of a form
  std::vector<std::string> headers = {};  ///< whole lines, beside those above
  std::string accept = "application/json";
  std::size_t most = std::size_t{256} << 10;  ///< bytes of an answer; a longer one is none
  int seconds = 8;                            ///< that it is waited for
  /// Called about once a second for as long as it is, with how many there were.
  std::function<void(int seconds)> waits = {};
};

/// Why there was no answer.
enum class Silence {
  broke_off,  ///< another time there may be one
  too_slow,   ///< none in time
  for_good,   ///< asked again there is none either: no machine has that name, or its certificate does not hold
};

struct Answer {
  int status = 0;  ///< 0: there was none
  std::string body = {};
  std::optional<int> retry_after = {};   ///< seconds, when it said so
  std::string why = {};                  ///< there was none, in the words of the library
  Silence silence = Silence::broke_off;  ///< when there was none
};

using Fetch = std::function<Answer(const Question&)>;

/// Asks over the network: only https with a certificate that holds, or this machine itself; no way round is followed,
/// and it is not waited for long. Throws Fault(store) when the library for it is not there.
Answer fetched(const Question& question);

}  // namespace casus::remote
