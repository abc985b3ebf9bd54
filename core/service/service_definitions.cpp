// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/service/service.hpp"
#include "core/service/service_state.hpp"
#include "core/text/message.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

/// What a case goes by against what this machine offers: changed, newer, broken or gone.
namespace casus::service {

namespace {

/// Whether a version, as three numbers, comes after another.
bool is_newer(std::string_view version, std::string_view than) {
  const auto numbers = [](std::string_view text) {
    std::vector<std::int64_t> out{0};
    for (const char c : text)
      if (c == '.') out.push_back(0);
      else out.back() = out.back() * 10 + (c - '0');
    return out;
  };
  return is_version(version) && is_version(than) && numbers(version) > numbers(than);
}

}  // namespace

std::vector<Service::Changed> Service::changed_definitions(const Case& it) const {
  std::vector<Changed> changed;
  const auto& definitions = state_->definitions;
  if (const auto* now = definitions.workflow(it.workflow.id); now == nullptr || now->hash != it.workflow.hash)
    changed.push_back({it.workflow.id, it.workflow.version, now == nullptr ? "" : now->version});
  for (const auto& pin : it.methods) {
    const auto* now = definitions.method(pin.id);
    if (now != nullptr && now->hash == pin.hash) continue;
    if (std::ranges::find(changed, pin.id, &Changed::id) == changed.end())
      changed.push_back({pin.id, pin.version, now == nullptr ? "" : now->version});
  }
  return changed;
}

std::vector<text::Message> Service::newer_definitions(const Case& it) const {
  std::vector<text::Message> out;
  if (it.stage.life == Life::closed || it.stage.life == Life::erased) return out;
  for (const auto& one : changed_definitions(it))
    if (is_newer(one.offered, one.pinned))
      out.push_back(text::msg("definition.newer", "id"_is = one.id, "version"_is = one.offered,
                              "pinned"_is = one.pinned,
                              "adopt"_is = text::way("case method", "case"_is = it.id, "adopt"_is = text::yes())));
  return out;
}

std::vector<text::Message> Service::kept_in_use(const Case& it) const {
  std::vector<text::Message> out;
  const auto& definitions = state_->definitions;
  const auto say = [&](const Pin& pin) {
    out.push_back(text::msg("definition.kept_in_use", "id"_is = pin.id, "version"_is = pin.version));
  };
  if (definitions.workflow(it.workflow.id) == nullptr && definitions.pinned_workflow(it.workflow) != nullptr)
    say(it.workflow);
  const bool goes_on = it.stage.life != Life::closed && it.stage.life != Life::erased;
  for (auto pin = it.methods.begin(); pin != it.methods.end(); ++pin) {
    if (std::find(it.methods.begin(), pin, *pin) != pin || definitions.pinned_method(*pin) == nullptr) continue;
    if (const auto why = definitions.unusable(*pin); goes_on && !why.empty())
      out.push_back(
          text::msg("definition.stands_still", "why"_is = why,
                    "method"_is = text::way("case method", "case"_is = it.id, "method"_is = text::gap("gap.method"))));
    else if (why.empty() && definitions.method(pin->id) == nullptr) say(*pin);
  }
  return out;
}

}  // namespace casus::service
