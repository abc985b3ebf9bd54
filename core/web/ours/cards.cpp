// SPDX-License-Identifier: EUPL-1.2
#include "core/web/ours/cards.hpp"

#include "core/base/fault.hpp"
#include "core/text/said_fault.hpp"
#include "core/web/seconds_of.hpp"
#include "core/web/server/secrets.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::web {
namespace {

constexpr int kCodeSigns = 6;

std::string code_digest(std::string_view token, std::string_view code) {
  return digest_of(std::string(token) + " " + std::string(code));
}

}  // namespace

Cards::Cards(std::string_view kept, std::function<void(const std::string&)> write) : write_(std::move(write)) {
  if (kept.empty()) return;
  try {
    const auto all = nlohmann::json::parse(kept);
    for (const auto& one : all.at("cards"))
      // In format 1 a card had the name.
      cards_.push_back({one.at("digest"), one.at("code"), one.at("handle"), one.at("case"),
                        one.contains("person") ? one.at("person") : one.at("name"),
                        one.at("sureness") == "circle" ? desk::Sureness::circle : desk::Sureness::resident,
                        one.at("until"), one.value("ended", false)});
  } catch (const nlohmann::json::exception&) {
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.cards_unreadable"));
  }
}

void Cards::keep() {
  nlohmann::json cards = nlohmann::json::array();
  for (const auto& one : cards_)
    cards.push_back({{"digest", one.digest},
                     {"code", one.code_digest},
                     {"handle", one.handle},
                     {"case", one.case_id},
                     {"person", one.person},
                     {"sureness", std::string(key(one.sureness))},
                     {"until", one.until},
                     {"ended", one.ended}});
  write_(nlohmann::json{{"format", 2}, {"cards", cards}}.dump(1));
  behind_ = false;
}

void Cards::forget(Time now) {
  const auto moment = seconds_of(now);
  behind_ = std::erase_if(cards_, [&](const Card& one) { return one.until < moment; }) > 0 || behind_;
}

void Cards::keep_what_is_left(Time now) {
  forget(now);
  if (behind_) keep();
}

Cards::Made Cards::make(const std::string& case_id, const std::string& person, desk::Sureness sureness, Time now) {
  forget(now);
  for (auto& one : cards_)
    if (one.case_id == case_id && one.person == person) end(one);
  if (cards_.size() >= kMost)
    cards_.erase(
        std::ranges::min_element(cards_, {}, [](const Card& one) { return std::pair(!one.ended, one.until); }));
  Made made{new_token(), new_code(kCodeSigns)};
  cards_.push_back({digest_of(made.token), code_digest(made.token, made.code), new_code(10), case_id, person, sureness,
                    seconds_of(now) + std::chrono::seconds(kLife).count()});
  keep();
  return made;
}

void Cards::end(Card& card) {
  card.ended = true;
  card.person.clear();
  card.code_digest.clear();
}

std::optional<Card> Cards::known(std::string_view token, Time now, bool ended) const {
  const auto digest = digest_of(token);
  for (const auto& one : cards_)
    if (one.ended == ended && one.until >= seconds_of(now) && same_secret(one.digest, digest)) return one;
  return std::nullopt;
}

std::optional<Card> Cards::find(std::string_view token, Time now) const { return known(token, now, false); }

std::optional<Card> Cards::find_ended(std::string_view token, Time now) const { return known(token, now, true); }

bool Cards::opens(const Card& card, std::string_view token, std::string_view code) {
  return same_secret(card.code_digest, code_digest(token, code));
}

std::vector<Card> Cards::of_case(const std::string& case_id, Time now) const {
  std::vector<Card> found;
  for (const auto& one : cards_)
    if (!one.ended && one.case_id == case_id && one.until >= seconds_of(now)) found.push_back(one);
  return found;
}

bool Cards::end(std::string_view handle) {
  const auto found = std::ranges::find(cards_, handle, &Card::handle);
  if (found == cards_.end() || found->ended) return false;
  end(*found);
  keep();
  return true;
}

}  // namespace casus::web
