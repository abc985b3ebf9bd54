// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/decide/unknown_definition.hpp"

#include "core/base/text.hpp"
#include "core/engine/refusing.hpp"

#include <utility>

namespace casus::engine {

tl::unexpected<Refusal> unknown_method(const Library& library, std::string_view id) {
  if (Message why = library.broken(id); !why.empty())
    return refuse("MethodBroken", "", msg("opening.method_broken", "id"_is = id, "why"_is = std::move(why)),
                  msg("opening.method_broken_do", "check"_is = way("method check", "folder"_is = id)));
  const auto near = nearest(id, library.method_ids());
  return refuse("MethodUnknown", "", msg("opening.method_unknown", "id"_is = id, "near"_is = did_you_mean_quoted(near)),
                msg("remedy.see_which", "list"_is = way("method list")));
}

tl::unexpected<Refusal> unknown_workflow(const Library& library, std::string_view id) {
  const auto near = nearest(id, library.workflow_ids());
  return refuse("WorkflowUnknown", "",
                msg("opening.workflow_unknown", "id"_is = id, "near"_is = did_you_mean_quoted(near)),
                msg("remedy.see_which", "list"_is = way("workflow list")));
}

}  // namespace casus::engine
