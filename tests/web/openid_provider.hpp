// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/sign_in/openid/client.hpp"
#include "core/web/sign_in/openid/journeys.hpp"
#include "core/web/sign_in/openid/settings.hpp"
#include "tests/web/openid_keys.hpp"

#include <map>
#include <memory>
#include <string>
#include <utility>

namespace casus::test {

inline const Time kSignInDay = std::chrono::sys_days(std::chrono::year(2026) / 3 / 2) + std::chrono::hours(9);

/// A provider in memory, that answers what it is told to; the pages and the client of the tests ask it instead of a
/// network.
class OpenidProvider {
 public:
  static nlohmann::json file();
  /// As it is written: its format first.
  static std::string text_of(nlohmann::json file);
  static web::openid::Settings settings();

  OpenidProvider();
  web::openid::Fetch fetch();

  /// Somebody signs in: the code with which their browser is sent back to `journey`.
  std::string code_for(const web::openid::Journey& journey, Time now);
  /// The same from the address that a browser was sent to.
  std::string answer_to(const std::string& address, Time now);
  void turn_key();
  int asked(const std::string& path) const;

  nlohmann::json says;    ///< of itself
  nlohmann::json claims;  ///< that come in the place of those that it would make, or beside them
  nlohmann::json userinfo;
  web::openid::Question last;  ///< of those for a token or about a person
  int token_status = 200;
  bool silent = false;
  bool publishes_other = false;  ///< than the key with which it signs

 private:
  std::string code(const std::string& nonce, Time now);
  web::openid::Answer answer(const web::openid::Question& question);

  std::shared_ptr<SigningKey> key_;
  int key_number_ = 0;
  std::map<std::string, std::string> tokens_;  ///< by code
  std::map<std::string, int> asked_;
};

}  // namespace casus::test
