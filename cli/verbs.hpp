// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/context.hpp"
#include "core/desk/catalogue.hpp"

/// The verbs of the command line: those of the desk, and the few that need a terminal of their own.
namespace casus::cli {

/// A verb that reads the keyboard, or writes while it goes on. Elsewhere than on a terminal of its own it is a matter
/// of usage.
class TerminalVerb : public desk::Verb {
 public:
  /// Does it; the exit code.
  virtual int run(Context& context) = 0;
  void run(Desk& desk, Reply& reply) final;
  Access access() const override { return desk::does(desk::Ground::anybody); }
};

/// All verbs, in the order of help.
const Entries& all_verbs();

Entries guided_verbs();   ///< meeting run
Entries playing_verbs();  ///< train play, apply
Entries showing_verbs();  ///< train show
Entries serving_verbs();  ///< serve
Entries machine_verbs();  ///< apply, demo, completion
Entries manual_verbs();   ///< manual

}  // namespace casus::cli
