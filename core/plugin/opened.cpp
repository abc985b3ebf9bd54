// SPDX-License-Identifier: EUPL-1.2
#define BOOST_DLL_USE_STD_FS
#include "core/plugin/opened.hpp"

#include "core/base/fault.hpp"
#include "core/plugin/c_rules.hpp"
#include "core/plugin/guard.hpp"
#include "core/plugin/stamp.hpp"

#include <boost/dll/shared_library.hpp>

#include <cassert>
#include <cstring>
#include <filesystem>
#include <map>
#include <string>

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
  const casus_plugin_c* in_c = nullptr;  ///< instead of the other
  std::map<std::string, CRules, std::less<>> rules_in_c;

  const method::Rules* of_c(std::string_view method_id) {
    const std::string id(method_id);
    const casus_rules* const given = in_c->rules(id.c_str());
    return given == nullptr ? nullptr : &rules_in_c.try_emplace(id, *given).first->second;
  }
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

  const bool c = is_c(*stamp);
  const std::string name(c ? kCExport : method::kExport);
  if (!loaded_->library.has(name)) fail(plugin_, "the library does not export '" + name + "'");
  if (c) loaded_->in_c = &loaded_->library.get<const casus_plugin_c>(name);
  else loaded_->plugin = &loaded_->library.get<const method::Plugin>(name);
  // What was loaded must be what was read: the file could have been replaced in between.
  const void* const begin = c ? static_cast<const void*>(loaded_->in_c) : loaded_->plugin;
  if (std::memcmp(begin, &*stamp, sizeof *stamp) != 0) fail(plugin_, "the library changed while it was being loaded");
  if (c ? loaded_->in_c->rules == nullptr : loaded_->plugin->rules == nullptr)
    fail(plugin_, "the library has no function that gives rules");
}

Opened::~Opened() = default;

const method::Rules& Opened::rules(std::string_view method_id) const {
  const method::Rules* rules = nullptr;
  if (const auto text = thrown_by(
          [&] { rules = loaded_->in_c == nullptr ? loaded_->plugin->rules(method_id) : loaded_->of_c(method_id); }))
    fail(plugin_, "rules threw: " + *text);
  if (rules == nullptr)
    fail(plugin_, "the library gives no rules for method '" + std::string(method_id) +
                      "'; add them, or take \"library\" out of the method's file");
  return *rules;
}

}  // namespace casus::plugin
