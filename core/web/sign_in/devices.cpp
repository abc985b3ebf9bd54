// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/devices.hpp"

#include "core/base/fault.hpp"
#include "core/text/said_fault.hpp"
#include "core/web/seconds_of.hpp"
#include "core/web/server/secrets.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::web {
namespace {

constexpr int kMeetingCodeSigns = 6;
constexpr std::int64_t kSeenEvery = 60;  ///< seconds; not each look is worth a write

std::int64_t seconds(std::chrono::minutes minutes) { return std::chrono::seconds(minutes).count(); }

std::int64_t seconds(std::chrono::hours hours) { return std::chrono::seconds(hours).count(); }

constexpr std::string_view kMeetingOver = "meeting_over", kByLeader = "by_leader";

desk::Sureness sureness_from(const std::string& key) {
  return from_key<desk::Sureness>(key).value_or(desk::Sureness::invited);
}

}  // namespace

Devices::Devices(std::string_view kept, std::function<void(const std::string&)> write) : write_(std::move(write)) {
  if (kept.empty()) return;
  try {
    const auto all = nlohmann::json::parse(kept);
    meeting_ = all.at("meeting").get<std::string>();
    code_ = all.at("code").get<std::string>();
    for (const auto& one : all.at("devices"))
      devices_.push_back({one.at("digest"), one.at("handle"), one.at("name"), sureness_from(one.at("sureness")),
                          one.at("meeting"), one.value("case", ""), one.value("card", ""), one.value("person", ""),
                          one.at("since"), one.at("seen"), one.value("by_provider", false),
                          one.value("until", std::int64_t{0}), one.value("session", ""), one.value("account", "")});
    for (const auto& one : all.at("invitations"))
      invitations_.push_back({one.at("digest"), one.value("handle", ""), one.at("name"),
                              sureness_from(one.at("sureness")), one.at("until"), one.value("by", ""),
                              one.value("code", "")});
    for (const auto& one : all.value("by_keeper", nlohmann::json::array()))
      came_by_keeper_.push_back({one.at("name"), one.at("by"), one.at("at")});
    for (const auto& one : all.value("out", nlohmann::json::array()))
      went_out_.push_back({one.at("digest"),
                           one.at("why").get<std::string>() == kMeetingOver ? Out::meeting_over : Out::by_leader,
                           one.at("seen")});
  } catch (const nlohmann::json::exception&) {
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.devices_unreadable"));
  }
}

void Devices::keep() {
  nlohmann::json devices = nlohmann::json::array();
  for (const auto& one : devices_)
    devices.push_back({{"digest", one.digest},
                       {"handle", one.handle},
                       {"name", one.name},
                       {"sureness", std::string(key(one.sureness))},
                       {"meeting", one.meeting},
                       {"case", one.case_id},
                       {"card", one.card},
                       {"person", one.person},
                       {"since", one.since},
                       {"seen", one.seen},
                       {"by_provider", one.by_provider},
                       {"until", one.until},
                       {"session", one.session},
                       {"account", one.account}});
  nlohmann::json invitations = nlohmann::json::array();
  for (const auto& one : invitations_)
    invitations.push_back({{"digest", one.digest},
                           {"handle", one.handle},
                           {"name", one.name},
                           {"sureness", std::string(key(one.sureness))},
                           {"until", one.until},
                           {"by", one.by},
                           {"code", one.code}});
  nlohmann::json by_keeper = nlohmann::json::array();
  for (const auto& one : came_by_keeper_) by_keeper.push_back({{"name", one.name}, {"by", one.by}, {"at", one.at}});
  nlohmann::json out = nlohmann::json::array();
  for (const auto& one : went_out_)
    out.push_back({{"digest", one.digest},
                   {"why", std::string(one.why == Out::meeting_over ? kMeetingOver : kByLeader)},
                   {"seen", one.seen}});
  write_(nlohmann::json{
      {"format", 1},
      {"meeting", meeting_},
      {"code", code_},
      {"devices", devices},
      {"invitations", invitations},
      {"by_keeper", by_keeper},
      {"out",
       out}}.dump(1));
  behind_ = false;
}

void Devices::forget(Time now) {
  const auto moment = seconds_of(now);
  auto gone = std::erase_if(devices_, [&](const Device& one) {
    const bool over = one.since + seconds(kLongest) < moment || one.seen + seconds(kIdle) < moment ||
                      (one.until != 0 && one.until < moment);
    if (over && one.by_provider) ran_out_.push_back(one);
    return over;
  });
  if (ran_out_.size() > kMost) ran_out_.erase(ran_out_.begin(), ran_out_.end() - kMost);
  gone += std::erase_if(invitations_, [&](const Invitation& one) { return one.until < moment; });
  gone += std::erase_if(went_out_, [&](const WentOut& one) { return one.seen + seconds(kLongest) < moment; });
  gone +=
      std::erase_if(came_by_keeper_, [&](const CameByKeeper& one) { return one.at + seconds(kToldOfKeeper) < moment; });
  behind_ = behind_ || gone > 0;
}

void Devices::keep_what_is_left(Time now) {
  forget(now);
  if (behind_) keep();
}

const Device* Devices::find(std::string_view token, Time now) {
  if (token.empty()) return nullptr;
  forget(now);
  const auto digest = digest_of(token);
  const auto found = std::ranges::find_if(devices_, [&](const Device& one) { return same_secret(one.digest, digest); });
  if (found == devices_.end()) return nullptr;
  if (found->seen + kSeenEvery < seconds_of(now)) {
    found->seen = seconds_of(now);
    keep();
  }
  return &*found;
}

std::optional<Device> Devices::ran_out(std::string_view token) const {
  const auto digest = digest_of(token);
  const auto found = std::ranges::find_if(ran_out_, [&](const Device& one) { return same_secret(one.digest, digest); });
  if (found == ran_out_.end()) return std::nullopt;
  return *found;
}

std::string Devices::sign_in(const std::string& name, desk::Sureness sureness, const std::string& meeting, Time now) {
  return sign_in(Device{.name = name, .sureness = sureness, .meeting = meeting}, now);
}

void Devices::make_room(const Device& who) {
  const auto of_same = [&](const Device& one) {
    return one.sureness == who.sureness && one.card == who.card && one.meeting == who.meeting &&
           desk::same_name(one.name, who.name);
  };
  auto longest_unseen = devices_.end();
  std::size_t theirs = 0;
  for (auto one = devices_.begin(); one != devices_.end(); ++one) {
    if (!of_same(*one)) continue;
    ++theirs;
    if (longest_unseen == devices_.end() || one->seen < longest_unseen->seen) longest_unseen = one;
  }
  if (theirs >= kMostOfOne) devices_.erase(longest_unseen);
  if (devices_.size() >= kMost) devices_.erase(std::ranges::min_element(devices_, {}, &Device::seen));
}

std::string Devices::sign_in(Device who, Time now) {
  forget(now);
  make_room(who);
  auto token = new_token();
  who.digest = digest_of(token);
  who.handle = new_code(10);
  who.since = who.seen = seconds_of(now);
  devices_.push_back(std::move(who));
  keep();
  return token;
}

void Devices::came_in(const std::string& way, std::string_view before, std::string_view token, Time now) {
  std::erase_if(came_in_, [&](const CameIn& one) { return one.at + seconds(kPressedAgain) < seconds_of(now); });
  came_in_.push_back({way, digest_of(before), digest_of(token), seconds_of(now)});
}

std::optional<Device> Devices::just_came_in(const std::string& way, std::string_view before, Time now) const {
  const auto browser = digest_of(before);
  for (const auto& one : came_in_) {
    if (one.way != way || !same_secret(one.before, browser) || one.at + seconds(kPressedAgain) < seconds_of(now))
      continue;
    const auto device = std::ranges::find(devices_, one.device, &Device::digest);
    if (device != devices_.end()) return *device;
  }
  return std::nullopt;
}

std::optional<Device> Devices::end(std::string_view handle) {
  const auto found = std::ranges::find(devices_, handle, &Device::handle);
  if (found == devices_.end()) return std::nullopt;
  auto ended = *found;
  devices_.erase(found);
  keep();
  return ended;
}

void Devices::goes_out(const Device& device, Out why) {
  if (went_out_.size() >= kMost) went_out_.erase(went_out_.begin());
  went_out_.push_back({device.digest, why, device.seen});
}

std::optional<Device> Devices::put_out(std::string_view handle) {
  auto ended = end(handle);
  if (!ended) return ended;
  goes_out(*ended, Out::by_leader);
  keep();
  return ended;
}

std::optional<Devices::Out> Devices::why_out(std::string_view token) const {
  if (token.empty() || went_out_.empty()) return std::nullopt;
  const auto digest = digest_of(token);
  const auto found = std::ranges::find_if(went_out_, [&](const auto& one) { return same_secret(one.digest, digest); });
  if (found == went_out_.end()) return std::nullopt;
  return found->why;
}

void Devices::told_why_out(std::string_view token) {
  const auto digest = digest_of(token);
  if (std::erase_if(went_out_, [&](const WentOut& one) { return same_secret(one.digest, digest); }) > 0) keep();
}

std::vector<Device> Devices::all(Time now) {
  forget(now);
  return devices_;
}

void Devices::end_card(const std::string& card) {
  if (std::erase_if(devices_, [&](const Device& one) { return one.card == card; }) > 0) keep();
}

bool Devices::is_taken(const std::string& name, const std::string& meeting, Time now) {
  forget(now);
  return std::ranges::any_of(
      devices_, [&](const Device& one) { return one.meeting == meeting && desk::same_name(one.name, name); });
}

const std::string& Devices::code_of(const std::string& meeting) {
  if (meeting_ != meeting) {
    meeting_ = meeting;
    code_ = new_code(kMeetingCodeSigns);
    keep();
  }
  return code_;
}

void Devices::end_meeting(const std::string& meeting) {
  for (const auto& one : devices_)
    if (one.meeting == meeting) goes_out(one, Out::meeting_over);
  const auto gone = std::erase_if(devices_, [&](const Device& one) { return one.meeting == meeting; });
  const bool had_code = meeting_ == meeting;
  if (had_code) {
    meeting_.clear();
    code_.clear();
  }
  if (gone > 0 || had_code) keep();
}

std::string Devices::invite(const std::string& name, desk::Sureness sureness, Time now, const std::string& by) {
  forget(now);
  if (sureness == desk::Sureness::named)
    std::erase_if(invitations_, [](const Invitation& one) { return one.sureness == desk::Sureness::named; });
  auto token = new_token();
  invitations_.push_back({digest_of(token), new_code(10), name, sureness, seconds_of(now) + seconds(Invitation::kLasts),
                          by, by.empty() ? std::string() : new_code(kMeetingCodeSigns)});
  keep();
  return token;
}

std::vector<Invitation> Devices::invitations(Time now) {
  forget(now);
  return invitations_;
}

void Devices::end_invitation(std::string_view handle) {
  if (handle.empty()) return;
  if (std::erase_if(invitations_, [&](const Invitation& one) { return one.handle == handle; }) > 0) keep();
}

std::optional<Invitation> Devices::invitation(std::string_view token, Time now) const {
  const auto digest = digest_of(token);
  for (const auto& one : invitations_)
    if (one.until >= seconds_of(now) && same_secret(one.digest, digest)) return one;
  return std::nullopt;
}

std::optional<Invitation> Devices::redeem(std::string_view token, Time now) {
  auto found = invitation(token, now);
  if (!found) return std::nullopt;
  std::erase_if(invitations_, [&](const Invitation& one) { return one.digest == found->digest; });
  if (!found->by.empty()) came_by_keeper_.push_back({found->name, found->by, seconds_of(now)});
  keep();
  return found;
}

std::vector<CameByKeeper> Devices::came_by_keeper(Time now) {
  forget(now);
  return came_by_keeper_;
}

void Devices::tell_under(const CalledNow& called_now) {
  bool changed = false;
  for (auto& one : came_by_keeper_) {
    auto name = called_now(one.name, one.at);
    changed = changed || name != one.name;
    one.name = std::move(name);
  }
  std::erase_if(came_by_keeper_, [](const CameByKeeper& one) { return one.name.empty(); });
  if (changed) keep();
}

}  // namespace casus::web
