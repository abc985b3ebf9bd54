// SPDX-License-Identifier: EUPL-1.2
#include "core/training/play/refused_reason.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace casus::training {
namespace {

using Reason = RefusedReason;

/// Every refusal of the floor (core/engine/floor/floor.cpp, floor_limits.cpp), and the two beside it.
constexpr std::array<std::pair<std::string_view, Reason>, 14> kReasons{{{"NobodySpeaks", Reason::turn},
                                                                        {"NotYourFloor", Reason::turn},
                                                                        {"NotYourTurn", Reason::turn},
                                                                        {"TalkOfTwo", Reason::turn},
                                                                        {"NotAQuestion", Reason::form},
                                                                        {"KindNotHere", Reason::form},
                                                                        {"NoQuestionAnswered", Reason::form},
                                                                        {"NotAmongChosen", Reason::form},
                                                                        {"NobodyChosen", Reason::form},
                                                                        {"TurnUsedUp", Reason::measure},
                                                                        {"SaidEnough", Reason::measure},
                                                                        {"StepIsFull", Reason::measure},
                                                                        {"AdviceTooSoon", Reason::advice},
                                                                        {"PrivateTime", Reason::hidden}}};

}  // namespace

RefusedReason refused_reason(const Refusal& refusal) {
  const auto found =
      std::ranges::find(kReasons, std::string_view(refusal.name), &decltype(kReasons)::value_type::first);
  return found == kReasons.end() ? Reason::other : found->second;
}

}  // namespace casus::training
