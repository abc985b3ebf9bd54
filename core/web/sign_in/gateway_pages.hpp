// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/sign_in/elsewhere_pages.hpp"
#include "core/web/sign_in/gateway/headers.hpp"
#include "core/web/sign_in/gateway/settings.hpp"

#include <optional>
#include <string>

namespace casus::web {

/// Coming in by what the proxy in front says of who it signed in. It says so with each request, so it is looked at with
/// each: who is signed in there as somebody else, or not any more, is that here at once.
class GatewayPages final : public ElsewherePages {
 public:
  GatewayPages(House& house, gateway::Settings settings);

  void look_again(Visit& visit) const override;
  bool sends_round(const Visit&) const override { return true; }

 private:
  const Admission& admission() const override { return settings_; }
  Response sign_in(Visit& visit, const std::string& back) override;
  Response come_back(Visit& visit) override;
  Response signed_out(Visit& visit) override;
  std::optional<Subject> known(const Visit& visit) const override;

  const gateway::Settings settings_;
};

/// Why the headers of the proxy let nobody in.
Response not_believed(const Visit& visit, const std::string& provider, gateway::Doubt why);

}  // namespace casus::web
