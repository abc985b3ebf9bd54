// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/apart/apart_rules.hpp"

#include "core/base/fault.hpp"
#include "core/plugin/guard.hpp"

#include <fmt/format.h>

#include <utility>

namespace casus::plugin {
namespace {

std::string in_words(std::string_view doing, const NoAnswer& what) {
  switch (what.why) {
    case NoAnswer::Why::crashed: return fmt::format("{} crashed: {}", doing, what.detail);
    case NoAnswer::Why::ended: return fmt::format("{} ended its process with {}", doing, what.detail);
    case NoAnswer::Why::barred:
      return fmt::format("{} tried '{}'; files, network, waiting and other processes are shut off for it", doing,
                         what.detail);
    case NoAnswer::Why::too_long: return fmt::format("{} gave no answer within {} ms", doing, what.detail);
    case NoAnswer::Why::garbage: return fmt::format("{} gave no answer that can be read", doing);
    case NoAnswer::Why::threw: return fmt::format("{} {}", doing, what.detail);
    case NoAnswer::Why::refused: break;
  }
  return what.detail;
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
  auto words = in_words(doing, what);
  // What was refused by the loader names the plugin already.
  if (!words.starts_with("plugin '")) words = fmt::format("plugin '{}': {}", plugin_, words);
  throw Fault(Fault::Kind::plugin, words);
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
