// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/text.hpp"
#include "core/method/view.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

/// What a native plugin implements. A plugin sees this folder and core/base, nothing else.
namespace casus::method {

/// What a rule found. `rule` is its id ("solution-focused/no-but"), shown to people with the message.
struct Finding {
  enum class Weight { info, warning, soft, hard };

  std::string rule;
  Weight weight = Weight::warning;
  Text message;
  std::vector<std::string> proof;  ///< ids of contributions, actions, ... that show it
};

using Findings = std::vector<Finding>;

/// A contribution that somebody wants to make, before it is recorded.
struct Draft {
  std::string_view by;  ///< person id
  std::string_view kind;
  std::string_view text;
  std::string_view to;
  std::string_view re;
};

/// Extra rules of one method. Every function answers from its arguments alone: no clock, file, random number, global or
/// state, the same answer to the same question, from any thread. An exception becomes a fault that names the plugin;
/// the case stays as it was.
class Rules {
 public:
  virtual ~Rules() = default;

  /// Looks at a contribution before it is recorded.
  virtual Findings review(const View&, const Draft&) const { return {}; }
  /// Looks at the current step before it is left; hard and soft findings count as unmet requirements.
  virtual Findings assess(const View&) const { return {}; }
  /// What the chair could ask or do next, best first, each with the reason why.
  virtual Findings suggest(const View&) const { return {}; }
  /// Fidelity items beyond the declared ones.
  virtual Findings fidelity(const View&) const { return {}; }

 protected:
  Rules() = default;
  Rules(const Rules&) = default;
  Rules& operator=(const Rules&) = default;
};

/// Begins every plugin and is compared field by field before anything is called. Plain bytes in a section of its own,
/// so that the host reads it from the file without loading (and so without running) the library.
struct Stamp {
  char magic[8];
  std::uint32_t size;       ///< of this struct
  std::uint32_t api;        ///< number of this interface
  std::uint32_t view_size;  ///< sizes that change when the interface headers change unnoticed
  std::uint32_t finding_size;
  char toolchain[48];  ///< compiler family and standard library
  char flavour[16];    ///< "plain", "asan", "tsan"
  char plugin[48];     ///< id of the plugin
  char version[16];
};
static_assert(std::is_trivially_copyable_v<Stamp> && std::is_standard_layout_v<Stamp>);

/// 2: a view says which phrase of a list stands in a text. 3: it shows records and their declared fields, and a text
/// may have more languages.
inline constexpr std::uint32_t kApi = 3;
inline constexpr std::string_view kStampSection = ".casus_stamp";
inline constexpr std::string_view kExport = "casus_method_plugin";

/// The one exported constant. `rules` gives the rules of a method by its id, or nullptr; what it points to lives as
/// long as the library is open.
struct Plugin {
  Stamp stamp;
  const Rules* (*rules)(std::string_view method_id);
};

#if defined(__SANITIZE_ADDRESS__)
#define CASUS_FLAVOUR "asan"
#elif defined(__SANITIZE_THREAD__)
#define CASUS_FLAVOUR "tsan"
#else
#define CASUS_FLAVOUR "plain"
#endif

#if defined(__clang__)
#define CASUS_TOOLCHAIN "clang/libstdc++"
#else
#define CASUS_TOOLCHAIN "gcc/libstdc++"
#endif

namespace detail {

template <std::size_t N>
constexpr void put(char (&out)[N], std::string_view text) {
  for (std::size_t i = 0; i < N; ++i) out[i] = i < text.size() && i + 1 < N ? text[i] : '\0';
}

}  // namespace detail

/// The stamp that code compiled here and now carries.
constexpr Stamp stamp_for(std::string_view plugin, std::string_view version) {
  Stamp stamp{};
  constexpr std::string_view kMagic = "CASUSPLG";
  for (std::size_t i = 0; i < 8; ++i) stamp.magic[i] = kMagic[i];
  stamp.size = sizeof(Stamp);
  stamp.api = kApi;
  stamp.view_size = sizeof(View);
  stamp.finding_size = sizeof(Finding);
  detail::put(stamp.toolchain, CASUS_TOOLCHAIN);
  detail::put(stamp.flavour, CASUS_FLAVOUR);
  detail::put(stamp.plugin, plugin);
  detail::put(stamp.version, version);
  return stamp;
}

}  // namespace casus::method

/// Exports a plugin: CASUS_METHOD_PLUGIN("werf", "1.0.0", rules_for), once, at namespace scope.
#define CASUS_METHOD_PLUGIN(ID, VERSION, RULES)                                                                    \
  extern "C" __attribute__((visibility("default"), used,                                                           \
                            section(".casus_stamp"))) constinit const ::casus::method::Plugin casus_method_plugin{ \
      ::casus::method::stamp_for(ID, VERSION), RULES};
