// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

#include <stdexcept>

namespace casus::trial {
namespace {

/// An exception type that only this library knows: its object must be gone before the library is.
struct OwnError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Rules final : public method::Rules {
 public:
  method::Findings review(const method::View&, const method::Draft&) const override {
    throw std::runtime_error("no words for this");
  }
  method::Findings assess(const method::View&) const override { throw OwnError("own \x1b[31m error"); }
};

constinit const Rules rules;

const method::Rules* rules_of(std::string_view method_id) {
  if (method_id == "trial/throws-at-once") throw OwnError("not that one");
  return &rules;
}

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_PLUGIN(casus::trial::right_stamp(), casus::trial::rules_of)
