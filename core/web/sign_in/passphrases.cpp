// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/passphrases.hpp"

#include "core/base/fault.hpp"
#include "core/base/first_that.hpp"
#include "core/desk/keys/passphrase.hpp"
#include "core/text/said_fault.hpp"
#include "core/web/seconds_of.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::web {
namespace {

bool of_keeper(desk::Sureness sureness) { return sureness == desk::Sureness::keeper; }

}  // namespace

Passphrases::Passphrases(std::string_view kept, std::function<void(const std::string&)> write)
    : write_(std::move(write)) {
  if (kept.empty()) return;
  try {
    const auto all = nlohmann::json::parse(kept);
    required_ = all.at("required").get<bool>();
    for (const auto& one : all.at("passphrases"))
      all_.push_back({one.at("name"), one.at("sureness") == "keeper" ? desk::Sureness::keeper : desk::Sureness::invited,
                      one.at("digest"), one.value("made", std::int64_t{0})});
  } catch (const nlohmann::json::exception&) {
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.passphrases_unreadable"));
  }
}

void Passphrases::keep() {
  nlohmann::json all = nlohmann::json::array();
  for (const auto& one : all_)
    all.push_back(
        {{"name", one.name}, {"sureness", std::string(key(one.sureness))}, {"digest", one.digest}, {"made", one.made}});
  write_(nlohmann::json{{"format", 1}, {"required", required_}, {"passphrases", all}}.dump(1));
}

const Passphrases::Known* Passphrases::find(std::string_view name, bool keeper) const {
  return first_that(
      all_, [&](const Known& one) { return of_keeper(one.sureness) == keeper && desk::same_name(one.name, name); });
}

void Passphrases::require(bool all) {
  if (required_ == all) return;
  required_ = all;
  keep();
}

bool Passphrases::has(std::string_view name, desk::Sureness sureness) const {
  return find(name, of_keeper(sureness)) != nullptr;
}

std::vector<std::string> Passphrases::keepers() const {
  std::vector<std::string> names;
  for (const auto& one : all_)
    if (of_keeper(one.sureness)) names.push_back(one.name);
  return names;
}

void Passphrases::set(const std::string& name, desk::Sureness sureness, std::string_view passphrase, Time now) {
  if (const auto* before = find(name, of_keeper(sureness))) all_.erase(all_.begin() + (before - all_.data()));
  all_.push_back({name, sureness, desk::passphrase_digest(passphrase), seconds_of(now)});
  keep();
}

bool Passphrases::forget(std::string_view name, desk::Sureness sureness) {
  const auto* known = find(name, of_keeper(sureness));
  if (known == nullptr) return false;
  all_.erase(all_.begin() + (known - all_.data()));
  keep();
  return true;
}

void Passphrases::forget_others(const CalledNow& called_now) {
  bool changed = false;
  for (auto& one : all_) {
    if (of_keeper(one.sureness)) continue;
    auto name = called_now(one.name, one.made);
    changed = changed || name != one.name;
    one.name = std::move(name);
  }
  std::erase_if(all_, [](const Known& one) { return one.name.empty(); });
  if (changed) keep();
}

std::optional<Passphrases::Known> Passphrases::meant(std::string_view name, std::string_view passphrase) const {
  bool any = false;
  for (const bool keeper : {false, true}) {
    const auto* known = find(name, keeper);
    if (known == nullptr) continue;
    any = true;
    if (desk::is_passphrase(known->digest, passphrase)) return *known;
  }
  if (!any) (void)desk::is_passphrase({}, passphrase);  // as slow
  return std::nullopt;
}

bool Passphrases::fits(std::string_view name, desk::Sureness sureness, std::string_view passphrase) const {
  const auto* known = find(name, of_keeper(sureness));
  return desk::is_passphrase(known == nullptr ? std::string_view() : known->digest, passphrase);
}

}  // namespace casus::web
