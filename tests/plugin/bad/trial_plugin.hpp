// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/plugin_api.hpp"

#include <cstdlib>

/// Exports a plugin with any stamp, also a wrong one.
#define CASUS_TRIAL_PLUGIN(STAMP, RULES)                                                                           \
  extern "C" __attribute__((visibility("default"), used,                                                           \
                            section(".casus_stamp"))) constinit const ::casus::method::Plugin casus_method_plugin{ \
      STAMP, RULES};

/// Exports a plugin with a good stamp that answers with one object of the class casus::trial::Rules.
#define CASUS_TRIAL_RULES()                                          \
  namespace casus::trial {                                           \
  namespace {                                                        \
  constinit const Rules rules;                                       \
  const method::Rules* rules_of(std::string_view) { return &rules; } \
  }                                                                  \
  }                                                                  \
  CASUS_TRIAL_PLUGIN(casus::trial::right_stamp(), casus::trial::rules_of)

namespace casus::trial {

using method::Collection;
using method::Field;
using method::Finding;
using method::Findings;

constexpr method::Stamp right_stamp() { return method::stamp_for("trial", "1.0.0"); }

namespace {

/// Tells the tests that code of this library has run: it must not, when the stamp is wrong.
__attribute__((constructor, used)) void leave_a_mark() { setenv("CASUS_TRIAL_HAS_RUN", "yes", 1); }

}  // namespace

inline const method::Rules* no_rules(std::string_view) { return nullptr; }

}  // namespace casus::trial
