// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/plugin_api.hpp"
#include "core/method/plugin_c.h"

namespace casus::plugin {

/// Rules that were written against the C interface, as any others. `rules` must outlive them.
class CRules final : public method::Rules {
 public:
  explicit CRules(const casus_rules& rules) : rules_(rules) {}

  method::Findings review(const method::View& view, const method::Draft& draft) const override;
  method::Findings assess(const method::View& view) const override;
  method::Findings suggest(const method::View& view) const override;
  method::Findings fidelity(const method::View& view) const override;

 private:
  const casus_rules& rules_;
};

inline constexpr std::string_view kCMagic = "CASUSPLC";
inline constexpr std::string_view kCExport = "casus_method_plugin_c";

/// Whether a stamp says that its library was written against the C interface.
bool is_c(const method::Stamp& stamp);
/// The stamp that such a plugin would have here and now, as far as it is compared.
method::Stamp c_stamp_for(std::string_view plugin);

}  // namespace casus::plugin
