// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/remote/fetch.hpp"
#include "core/remote/zgw_settings.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::remote {

/// Why a case did not come, or not wholly, into a register. Thrown within this room; a value for all others.
struct ZgwTrouble {
  enum class Kind {
    silent,       ///< no answer, also not after a while
    unreachable,  ///< no answer, and none to come: its name or its certificate is not what it should be
    busy,         ///< it said so itself, also after a while
    not_let_in,   ///< it does not know this client and secret
    no_right,     ///< it does, and this is not allowed
    refused,      ///< what was sent does not fit
    odd,          ///< an answer that the standard does not have
    several,      ///< more than one goes by the same number
  };
  Kind kind{};
  std::string host;
  std::string what;  ///< which resource: "zaken"
  int status = 0;    ///< of the answer; 0: there was none
  std::string said;  ///< by the register, or by what should have reached it; may be empty
};

/// What of the world is needed to ask.
struct ZgwWorld {
  Fetch fetch;
  std::function<Time()> now;
  std::function<void(std::chrono::milliseconds)> wait;
  std::function<void(const std::string& host, int seconds)> waits = {};  ///< as Question::waits
};

/// Talks to one register: with a token in each question, and again after a growing pause when the trouble may pass (no
/// answer, 429, 5xx), but not often of one that does not answer in time. What does not pass is thrown as ZgwTrouble.
class ZgwLine {
 public:
  using Fields = std::vector<std::pair<std::string, std::string>>;
  static constexpr int kAgain = 3;          ///< times, after the first
  static constexpr int kAgainWhenSlow = 1;  ///< when it lets one wait to the end each time
  static constexpr std::chrono::milliseconds kFirstPause{500};
  static constexpr int kTimesLonger = 4;
  static constexpr std::chrono::seconds kLongestPause{60};  ///< a register that asks for more is told to be busy

  ZgwLine(const ZgwSettings& settings, const ZgwWorld& world) : settings_(settings), world_(world) {}

  /// Of what "zaken" or "enkelvoudiginformatieobjecten" there is one with these fields: all pages.
  std::vector<nlohmann::json> all(const std::string& what, const Fields& query);

  /// Where a resource that the register named is asked for. The register says how it is called and not where it is:
  /// a token goes nowhere but to the addresses of the settings.
  std::string address_of(const std::string& what, const std::string& url) const;

  /// Makes one. `find` says after trouble whether it was made nevertheless.
  nlohmann::json make(const std::string& what, const nlohmann::json& body,
                      const std::function<std::vector<nlohmann::json>()>& find);

  /// Sends what may be sent twice. The answer is judged by the caller; `again` tells that it was sent more than once.
  struct Sent {
    Answer answer;
    bool again = false;
  };
  Sent send(const std::string& method, const std::string& what, const std::string& address, const nlohmann::json& body);
  void change(const std::string& what, const std::string& url, const nlohmann::json& body);
  void take_away(const std::string& what, const std::string& url);
  /// The bytes of a document.
  std::string bytes_of(const std::string& what, const std::string& url);

  /// The lock of a document in the answer that gives it.
  std::string lock_in(const Answer& answer) const;

  /// Throws unless the register took it.
  void require_taken(const Answer& answer, const std::string& what) const;

 private:
  const std::string& root_of(const std::string& what) const;
  Question question(const std::string& what, const std::string& address) const;
  Answer patiently(const std::function<Question()>& ask, const std::string& what, bool* again);
  void pause(const Answer& answer, int times, const std::string& what);
  nlohmann::json read(const Answer& answer, const std::string& what) const;
  ZgwTrouble trouble(ZgwTrouble::Kind kind, const Answer& answer, const std::string& what) const;

  const ZgwSettings& settings_;
  const ZgwWorld& world_;
};

/// What documents are called in their API.
inline constexpr std::string_view kZgwDocuments = "enkelvoudiginformatieobjecten";

}  // namespace casus::remote
