// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/apart/apart_rules.hpp"

#include "core/base/fault.hpp"
#include "core/plugin/guard.hpp"
#include "core/plugin/misdeed.hpp"

#include <fmt/format.h>

#include <utility>

namespace casus::plugin {
namespace {

const std::string kThrew = "threw: ";

/// What it did instead, in English and as a message; both continue "review ...".
struct Did {
  std::string english;
  Telling told;
};

Did in_words(const NoAnswer& what) {
  switch (what.why) {
    case NoAnswer::Why::crashed:
      return {fmt::format("crashed: {}", what.detail), tell("wrong.plugin_crashed", {{"what", what.detail}})};
    case NoAnswer::Why::ended:
      return {fmt::format("ended its process with {}", what.detail),
              tell("wrong.plugin_ended", {{"code", what.detail}})};
    case NoAnswer::Why::barred:
      return {fmt::format("tried '{}'; files, network, waiting and other processes are shut off for it", what.detail),
              tell("wrong.plugin_barred", {{"call", what.detail}})};
    case NoAnswer::Why::too_long:
      return {fmt::format("gave no answer within {} ms", what.detail),
              tell("wrong.plugin_too_long", {{"ms", what.detail}})};
    case NoAnswer::Why::garbage: return {"gave no answer that can be read", tell("wrong.plugin_garbage")};
    case NoAnswer::Why::threw: return {kThrew + what.detail, tell("wrong.plugin_threw", {{"what", what.detail}})};
    case NoAnswer::Why::refused: break;
  }
  return {what.detail, what.detail};
}

class ApartRules final : public method::Rules {
 public:
  ApartRules(ApartLibrary& library, std::string method) : library_(library), method_(std::move(method)) {}

  method::Findings review(const method::View& view, const method::Draft& draft) const override {
    return library_.ask(Function::review, method_, view, draft);
  }
  method::Findings assess(const method::View& view) const override {
    return library_.ask(Function::assess, method_, view, {});
  }
  method::Findings suggest(const method::View& view) const override {
    return library_.ask(Function::suggest, method_, view, {});
  }
  method::Findings fidelity(const method::View& view) const override {
    return library_.ask(Function::fidelity, method_, view, {});
  }

 private:
  ApartLibrary& library_;
  std::string method_;
};

}  // namespace

ApartLibrary::ApartLibrary(std::string library, std::string plugin, Patience patience)
    : library_(std::move(library)), plugin_(std::move(plugin)), patience_(patience) {}

void ApartLibrary::fail(std::string_view doing, const NoAnswer& what) {
  helper_.reset();
  // What was refused by the loader names the plugin already. The library can write such words itself: another's name
  // stands behind its own.
  if (what.why == NoAnswer::Why::refused && what.detail.starts_with(fmt::format("plugin '{}': ", plugin_)))
    throw Fault(Fault::Kind::plugin, what.detail);
  if (what.why == NoAnswer::Why::refused)
    throw Fault(Fault::Kind::plugin, fmt::format("plugin '{}': {}", plugin_, what.detail));
  auto did = in_words(what);
  tell_misdeed(plugin_, doing, did.english, std::move(did.told));
}

Helper& ApartLibrary::running() {
  if (helper_ && helper_->worn()) helper_.reset();
  if (!helper_) try {
      helper_ = std::make_unique<Helper>(library_, plugin_, patience_);
    } catch (const NoAnswer& what) {
      fail("loading", what);
    }
  return *helper_;
}

Shut ApartLibrary::open() {
  const std::lock_guard lock(asking_);
  return running().shut();
}

method::Findings ApartLibrary::ask(Function function, std::string_view method, const method::View& view,
                                   const method::Draft& draft) {
  const std::lock_guard lock(asking_);
  auto& helper = running();
  const auto doing = name_of(function);
  method::Findings findings;
  try {
    findings = helper.ask(function, method, view, draft);
  } catch (const NoAnswer& what) {
    fail(doing, what);
  }
  require_sound(plugin_, doing, findings);
  return findings;
}

std::unique_ptr<const method::Rules> rules_apart(ApartLibrary& library, std::string method) {
  return std::make_unique<ApartRules>(library, std::move(method));
}

}  // namespace casus::plugin
