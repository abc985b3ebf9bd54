// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/context.hpp"
#include "cli/verb.hpp"

#include <string>
#include <utility>

namespace casus::cli {

/// A verb that gives one command to the team.
class TeamVerb : public Verb {
 protected:
  static int give(Context& context, TeamBody body, const std::string& done, Context::Make make = Context::Make::no) {
    const auto answer = context.service(make).handle(TeamCommand{new_command_id(), context.now(), std::move(body)});
    if (!answer.done() || context.json()) return context.show(answer);
    context.screen().line(done, Screen::Tone::good);
    return kDone;
  }

  static void require(Context& context, const std::string& method, const std::string& workflow) {
    if (!method.empty()) context.require_method(method);
    if (!workflow.empty()) context.require_workflow(workflow);
  }

  /// The team of this store. Throws Usage when nobody made one.
  static Team the_team(Context& context) {
    auto team = context.service().team();
    if (!team)
      throw Usage{context.say({"er is nog geen team; begin met: casus team init NAAM",
                               "there is no team yet; begin with: casus team init NAME"})};
    return std::move(*team);
  }
};

}  // namespace casus::cli
