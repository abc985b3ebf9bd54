// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/model/case.hpp"
#include "core/remote/zgw_delivery.hpp"
#include "core/report/exchange/zgw_types.hpp"
#include "tests/report/zgw_cases.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace casus::test {

/// A register of cases made from the published schema (tests/report/zgw_schema.hpp): it holds each body to it, keeps
/// what is handed in, and has the rules of the standard about numbers, results, closed cases and locks. It can be told
/// to fail.
class ZgwRegister {
 public:
  const std::string& root() const { return root_; }
  /// Another address, before anything is asked.
  void move_to(std::string root) { root_ = std::move(root); }
  remote::ZgwSettings settings() const;
  /// In memory, with a clock that stands and pauses that are only noted.
  remote::ZgwWorld world();

  /// Nothing: the connection is cut.
  std::optional<remote::Answer> answer(const remote::Question& question);

  /// How it fails: at each question that begins so ("POST zaken"; empty: at any), so many times.
  struct Failing {
    std::string at;
    int times = 1;
    int status = 0;     ///< 0: the connection is cut
    bool done = false;  ///< after what was asked was done
    std::optional<int> retry_after = {};
  };
  std::vector<Failing> failing;

  using Resources = std::map<std::string, nlohmann::json>;  ///< by uuid
  Resources& of(const std::string& what) { return held_[what]; }
  /// The one of which there should be one.
  const nlohmann::json& only(const std::string& what);
  /// All that it holds, without what it made up: to hold two registers beside each other.
  nlohmann::json all() const;

  /// How often it was asked so: "POST zaken", or "POST" for all of them.
  int asked(const std::string& how) const;
  /// What was asked that changes something.
  int changing() const { return asked("POST") + asked("PATCH") + asked("DELETE"); }
  void forget_asked() { asked_.clear(); }

  std::string secret = "een geheim van de gemeente";
  std::vector<std::string> bodies;  ///< as they were handed in
  std::vector<std::string> wrong;   ///< what the schema refused
  std::vector<std::chrono::milliseconds> waited;

 private:
  struct Asked;
  remote::Answer done(const Asked& asked);
  remote::Answer list(const Asked& asked) const;
  remote::Answer make(const Asked& asked);
  remote::Answer change(const Asked& asked);
  remote::Answer lock(const Asked& asked, bool locks);
  remote::Answer refusal(int status, const std::string& name, const std::string& reason) const;
  std::string forbidden(const Asked& asked) const;
  nlohmann::json shown(const std::string& what, nlohmann::json resource) const;
  std::string new_uuid();
  bool lets_in(const std::string& token) const;
  nlohmann::json* zaak_of(const nlohmann::json& url);
  void follow_status(const nlohmann::json& status);

  std::string root_ = "https://zaken.voorbeeld.invalid/";
  std::map<std::string, Resources> held_;
  std::map<std::string, int> asked_;
  std::map<std::string, std::string> locks_;  ///< by uuid of a document
  int made_ = 0;
};

/// Types as a municipality filled them in.
report::ZgwTypes zgw_filled_types();
/// By what a register knows what came from here.
remote::ZgwOwn zgw_own();
/// The file of a case, as `casus case zgw` writes it on a day.
nlohmann::json zgw_file_of(const Case& state, Time now = {});
/// Hands a file to the register in memory.
Outcome<remote::ZgwDelivered, remote::ZgwTrouble> zgw_delivered(ZgwRegister& to, const nlohmann::json& file);

}  // namespace casus::test
