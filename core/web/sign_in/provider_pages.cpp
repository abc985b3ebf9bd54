// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/provider_pages.hpp"

#include "core/text/label.hpp"
#include "core/web/server/head.hpp"
#include "core/web/sign_in/elsewhere_pages.hpp"

#include <exception>
#include <memory>
#include <optional>
#include <utility>

namespace casus::web {

using text::say;

namespace {

/// Does something on the thread for errands, and gives what came of it, or throws what it threw.
template <class Result>
struct Fetched {
  std::optional<Result> result;
  std::exception_ptr thrown;

  template <class Work>
  void by(Work work) {
    try {
      result = work();
    } catch (...) {
      thrown = std::current_exception();
    }
  }
  Result& get() {
    if (thrown) std::rethrow_exception(thrown);
    return *result;
  }
};

}  // namespace

ProviderPages::ProviderPages(openid::Settings settings, openid::Fetch fetch, Throttle& throttle, Arrive arrive)
    : client_(std::move(settings), std::move(fetch)), throttle_(throttle), arrive_(std::move(arrive)) {}

Response ProviderPages::not_in(const Visit& visit, int status, const std::string& why) const {
  return not_signed_in(visit, settings().name, status, why);
}

Response ProviderPages::distrusted(const Visit& visit, openid::Distrust why) const {
  const bool away = why == openid::Distrust::unreachable;
  return not_in(
      visit, away ? 503 : 403,
      say(visit.lang, "web.provider_distrusted", "provider"_is = settings().name, "why"_is = text::label(why)));
}

Response ProviderPages::with_provider(Visit& visit, WithProvider then, WithProvider otherwise) {
  if (const auto provider = client_.known(visit.now)) return then(visit, *provider);
  using Found = Outcome<openid::Provider, openid::Distrust>;
  const auto found = std::make_shared<Fetched<Found>>();
  visit.errand = Visit::Errand{[this, found, now = visit.now] { found->by([&] { return client_.find(now); }); },
                               [this, found, then = std::move(then), otherwise = std::move(otherwise)](Visit& later) {
                                 const auto& provider = found->get();
                                 if (provider) return then(later, *provider);
                                 return otherwise ? otherwise(later, {}) : distrusted(later, provider.error());
                               }};
  return {};
}

Response ProviderPages::sign_in(Visit& visit, const std::string& back) {
  return with_provider(visit, [this, back](Visit& later, const openid::Provider& provider) {
    const auto begun = journeys_.begin(later.token, later.request.peer, back, later.now);
    return see_other(openid::authorization_address(provider, client_.settings(), begun, later.lang));
  });
}

Response ProviderPages::come_back(Visit& visit) {
  const auto lang = visit.lang;
  if (!throttle_.may_try(visit.request.peer, visit.now)) return not_in(visit, 429, say(lang, "web.too_often"));
  const auto& given = visit.fields;
  const auto journey = visit.fresh ? std::nullopt : journeys_.end(given.get("state"), visit.token, visit.now);
  if (!journey) return not_in(visit, 403, say(lang, "web.sign_in_mixed_up"));
  if (given.has("error")) return not_in(visit, 403, say(lang, "web.provider_refused", "provider"_is = settings().name));
  const openid::Client::Returned returned{given.get("code"), given.get("iss"), *journey};
  const auto told = std::make_shared<Fetched<Outcome<Subject, openid::Distrust>>>();
  visit.errand = Visit::Errand{
      [this, told, returned, now = visit.now] { told->by([&] { return client_.redeem(returned, now); }); },
      [this, told, back = journey->back](Visit& later) {
        const auto& person = told->get();
        if (person) return arrive_(later, *person, back);
        // Whoever makes codes up makes traffic; what else is wrong is not of their making.
        if (person.error() == openid::Distrust::refused) throttle_.wrong(later.request.peer, later.now);
        return distrusted(later, person.error());
      }};
  return {};
}

Response ProviderPages::signed_out(Visit& visit) {
  const bool all = visit.fields.get("state") == "all";
  const auto draw = [this, all](Visit& later, const openid::Provider& provider) {
    if (all) return left_page(later, settings().name, text::msg("web.signed_out_all", "provider"_is = settings().name));
    return left_page(later, settings().name, text::msg("web.signed_out_here", "provider"_is = settings().name),
                     openid::end_session_address(provider, settings()));
  };
  return with_provider(visit, draw, draw);
}

}  // namespace casus::web
