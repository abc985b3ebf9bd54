// SPDX-License-Identifier: EUPL-1.2
#define BOOST_DLL_USE_STD_FS
#include "core/plugin/opened.hpp"

#include "core/base/fault.hpp"
#include "core/plugin/guard.hpp"
#include "core/plugin/stamp.hpp"

#include <boost/dll/shared_library.hpp>

#include <cassert>
#include <cstring>
#include <filesystem>

namespace casus::plugin {
namespace {

[[noreturn]] void fail(std::string_view plugin, const std::string& what) {
  throw Fault(Fault::Kind::plugin, "plugin '" + std::string(plugin) + "': " + what);
}

/// What the loader itself says stands between brackets; around it is the name of a Boost function and an error code
/// that is always the same.
std::string said_by_loader(const std::string& text) {
  constexpr std::string_view kBegin = "(dlerror system message: ";
  const auto begin = text.find(kBegin);
  const auto end = text.rfind(')');
  if (begin == std::string::npos || end == std::string::npos || end < begin + kBegin.size()) return text;
  return text.substr(begin + kBegin.size(), end - begin - kBegin.size());
}

}  // namespace

struct Opened::Loaded {
  boost::dll::shared_library library;
  const method::Plugin* plugin = nullptr;
};

Opened::Opened(const std::string& path, std::string_view plugin, const std::function<void()>& before_loading)
    : loaded_(std::make_unique<Loaded>()), plugin_(plugin) {
  assert(std::filesystem::path(path).is_absolute());
  const auto stamp = stamp_of(path, plugin);
  if (!stamp) fail(plugin_, stamp.error().en);
  before_loading();

  using boost::dll::load_mode::rtld_local;
  using boost::dll::load_mode::rtld_now;
  // The throwing form: only its text has what the loader said.
  if (const auto text = thrown_by([&] { loaded_->library.load(path, rtld_now | rtld_local); }))
    fail(plugin_, "the library cannot be loaded: " + said_by_loader(*text));

  const std::string name(method::kExport);
  if (!loaded_->library.has(name)) fail(plugin_, "the library does not export '" + name + "'");
  loaded_->plugin = &loaded_->library.get<const method::Plugin>(name);
  // What was loaded must be what was read: the file could have been replaced in between.
  if (std::memcmp(&loaded_->plugin->stamp, &*stamp, sizeof *stamp) != 0)
    fail(plugin_, "the library changed while it was being loaded");
  if (loaded_->plugin->rules == nullptr) fail(plugin_, "the library has no function that gives rules");
}

Opened::~Opened() = default;

const method::Rules& Opened::rules(std::string_view method_id) const {
  const method::Rules* rules = nullptr;
  if (const auto text = thrown_by([&] { rules = loaded_->plugin->rules(method_id); }))
    fail(plugin_, "rules threw: " + *text);
  if (rules == nullptr)
    fail(plugin_, "the library gives no rules for method '" + std::string(method_id) +
                      "'; add them, or take \"library\" out of the method's file");
  return *rules;
}

}  // namespace casus::plugin
