// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/openid_pages.hpp"

#include "core/text/label.hpp"
#include "core/web/server/head.hpp"

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

OpenidPages::OpenidPages(House& house, openid::Settings settings, openid::Fetch fetch)
    : ElsewherePages(house), client_(std::move(settings), std::move(fetch)) {
  house.provider = client_.settings().name;
}

Response OpenidPages::distrusted(const Visit& visit, openid::Distrust why) const {
  const bool away = why == openid::Distrust::unreachable;
  return not_in(
      visit, away ? 503 : 403,
      say(visit.lang, "web.provider_distrusted", "provider"_is = house_.provider, "why"_is = text::label(why)));
}

Response OpenidPages::with_provider(Visit& visit, WithProvider then, WithProvider otherwise) {
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

bool OpenidPages::sends_round(const Visit& visit) const {
  return visit.request.path != "/" && house_.devices.ran_out(visit.token).has_value();
}

Response OpenidPages::sign_in(Visit& visit, const std::string& back) {
  return with_provider(visit, [this, back](Visit& later, const openid::Provider& provider) {
    const auto begun = journeys_.begin(later.token, back, later.now);
    return see_other(openid::authorization_address(provider, client_.settings(), begun, later.lang));
  });
}

Response OpenidPages::come_back(Visit& visit) {
  const auto lang = visit.lang;
  if (!house_.throttle.may_try(visit.request.peer, visit.now)) return not_in(visit, 429, say(lang, "web.too_often"));
  const auto& given = visit.fields;
  const auto journey = visit.fresh ? std::nullopt : journeys_.end(given.get("state"), visit.token, visit.now);
  if (!journey) return not_in(visit, 403, say(lang, "web.sign_in_mixed_up"));
  if (given.has("error")) return not_in(visit, 403, say(lang, "web.provider_refused", "provider"_is = house_.provider));
  const openid::Client::Returned returned{given.get("code"), given.get("iss"), *journey};
  const auto told = std::make_shared<Fetched<Outcome<Subject, openid::Distrust>>>();
  visit.errand = Visit::Errand{
      [this, told, returned, now = visit.now] { told->by([&] { return client_.redeem(returned, now); }); },
      [this, told, back = journey->back](Visit& later) {
        const auto& person = told->get();
        if (person) return arrive(later, *person, back);
        // Whoever makes codes up makes traffic; what else is wrong is not of their making.
        if (person.error() == openid::Distrust::refused) house_.throttle.wrong(later.request.peer, later.now);
        return distrusted(later, person.error());
      }};
  return {};
}

Response OpenidPages::signed_out(Visit& visit) {
  const bool all = visit.fields.get("state") == "all";
  const auto draw = [this, all](Visit& later, const openid::Provider& provider) {
    if (all) return left(later, text::msg("web.signed_out_all", "provider"_is = house_.provider), {});
    return left(later, text::msg("web.signed_out_here", "provider"_is = house_.provider),
                openid::end_session_address(provider, client_.settings()));
  };
  return with_provider(visit, draw, draw);
}

}  // namespace casus::web
