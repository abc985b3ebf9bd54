// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/desk/forms/slots.hpp"
#include "core/desk/reply.hpp"

#include <string>

/// What destroying asks, of a case and of the team alike.
namespace casus::desk {

/// Behind what is destroyed: the ground, the earlier words alone, and that it was asked already.
void destroying(Slots& slots, auto& body, bool& yes) {
  slots.needed("ground", body.ground, "help.why_may_kept");
  slots.flag(body.earlier, "help.only_what_before_last_correction");
  slots.flag("yes", yes, "help.do_ask_again");
}

/// What is destroyed cannot be brought back, so it is asked once more.
inline void ask_before_destroying(const Desk& desk, Reply& reply, const std::string& what) {
  using namespace text::literals;
  const auto voice = desk.voice();
  reply.status = Status::usage;
  reply.confirmation = {voice.say("mending.destroy_asks", "ref"_is = what), what, "--yes",
                        voice.say("mending.destroy_for_good"), voice.say("mending.not_destroyed")};
}

}  // namespace casus::desk
