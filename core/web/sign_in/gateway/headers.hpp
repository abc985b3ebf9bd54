// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/web/server/message.hpp"
#include "core/web/sign_in/gateway/settings.hpp"

#include <array>

namespace casus::web::gateway {

/// Why the headers say nothing that is believed.
enum class Doubt {
  missing,   ///< it is not said who it is, or not over a socket file
  twice,     ///< and then nobody knows which one the proxy wrote
  too_long,  ///< longer than a name or a list of groups is
  signs,     ///< characters that are no text
};

constexpr std::array<Named<Doubt>, 4> names_of(Doubt) {
  return {{{Doubt::missing, "missing", "word.doubt.missing"},
           {Doubt::twice, "twice", "word.doubt.twice"},
           {Doubt::too_long, "too_long", "word.doubt.too_long"},
           {Doubt::signs, "signs", "word.doubt.signs"}}};
}

/// Who the proxy in front signed in, by what it says in its headers. Believed only over a socket file: over a port
/// somebody else than that proxy could have written them.
Outcome<Subject, Doubt> told_in(const Request& request, const Settings::Headers& headers);

}  // namespace casus::web::gateway
