// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/sign_in/openid/client.hpp"
#include "core/web/visit.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>

/// Coming in by the sign-in of the municipality (OpenID Connect), and going out there too. What is believed of its
/// answers is decided in openid/; here are the pages around it, and what was being typed when a session ran out.
namespace casus::web {

class OpenidPages {
 public:
  OpenidPages(House& house, openid::Settings settings, openid::Fetch fetch);

  /// Whether there is a group that leads to this team.
  bool leads_to(const std::string& team) const;
  /// Whether it is one of the paths of `page`.
  static bool is_path(std::string_view path);
  /// "/sign-in": to the provider. "/signed-in": back from it. "/again": what was typed before. "/signed-out".
  Response page(Visit& visit);
  /// Keeps a form that cannot be done because the session ran out, until the same person signed in again at this
  /// browser. False when it is not known whose it was, or it is too much.
  bool keep_typed(const Visit& visit);

 private:
  /// A form as it was sent.
  struct Typed {
    std::string name;    ///< of who typed it
    std::string target;  ///< where it was sent to
    Fields fields;
    Time until{};
  };
  using WithProvider = std::function<Response(Visit&, const openid::Provider&)>;

  Response sign_in(Visit& visit);
  Response come_back(Visit& visit);
  Response arrive(Visit& visit, const openid::Told& told, const std::string& back);
  Response again(Visit& visit);
  Response signed_out(Visit& visit);
  /// Goes on with what the provider says of itself, which may have to be asked first.
  Response with_provider(Visit& visit, WithProvider then, WithProvider otherwise = {});
  Response distrusted(const Visit& visit, openid::Distrust why) const;
  Response not_in(const Visit& visit, int status, const std::string& why, const std::string& more = {}) const;
  void forget_typed(Time now);

  House& house_;
  openid::Client client_;
  openid::Journeys journeys_;
  std::map<std::string, Typed> typed_;  ///< by digest of the token of the browser
};

/// The path and query of a question, as an address has them.
std::string target_of(const Request& request);

}  // namespace casus::web
