// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/feeds.hpp"

#include "core/base/fault.hpp"
#include "core/desk/seat.hpp"
#include "core/text/said_fault.hpp"
#include "core/web/seconds_of.hpp"
#include "core/web/server/secrets.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace casus::web {

Feeds::Feeds(std::string_view kept, std::function<void(const std::string&)> write) : write_(std::move(write)) {
  if (kept.empty()) return;
  try {
    const auto all = nlohmann::json::parse(kept);
    for (const auto& one : all.at("feeds"))
      feeds_.push_back({one.at("name"), one.at("digest"), one.value("made", std::int64_t{0})});
  } catch (const nlohmann::json::exception&) {
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.feeds_unreadable"));
  }
}

void Feeds::keep() {
  nlohmann::json all = nlohmann::json::array();
  for (const auto& one : feeds_) all.push_back({{"name", one.name}, {"digest", one.digest}, {"made", one.made}});
  write_(nlohmann::json{{"format", 1}, {"feeds", all}}.dump(1));
}

std::string Feeds::make(const std::string& name, Time now) {
  std::erase_if(feeds_, [&](const Feed& one) { return desk::same_name(one.name, name); });
  auto token = new_token();
  feeds_.push_back({name, digest_of("feed " + token), seconds_of(now)});
  keep();
  return token;
}

bool Feeds::has(std::string_view name) const {
  return std::ranges::any_of(feeds_, [&](const Feed& one) { return desk::same_name(one.name, name); });
}

bool Feeds::end(std::string_view name) {
  const auto gone = std::erase_if(feeds_, [&](const Feed& one) { return desk::same_name(one.name, name); });
  if (gone > 0) keep();
  return gone > 0;
}

void Feeds::forget_others(const CalledNow& called_now) {
  bool changed = false;
  for (auto& one : feeds_) {
    auto name = called_now(one.name, one.made);
    changed = changed || name != one.name;
    one.name = std::move(name);
  }
  std::erase_if(feeds_, [](const Feed& one) { return one.name.empty(); });
  if (changed) keep();
}

std::optional<std::string> Feeds::whose(std::string_view token) const {
  const auto digest = digest_of("feed " + std::string(token));
  for (const auto& one : feeds_)
    if (same_secret(one.digest, digest)) return one.name;
  return std::nullopt;
}

std::vector<std::string> Feeds::names() const {
  std::vector<std::string> all;
  for (const auto& one : feeds_) all.push_back(one.name);
  return all;
}

}  // namespace casus::web
