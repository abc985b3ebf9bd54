// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/fault_words.hpp"

#include "core/plugin/misdeed.hpp"
#include "core/text/problem_words.hpp"

namespace casus::desk {

std::string fault_words(const Fault& fault, const text::Voice& voice) {
  const auto* misdeed = dynamic_cast<const plugin::Misdeed*>(&fault);
  return misdeed == nullptr ? fault.what() : voice.say(text::message_of(misdeed->did()));
}

}  // namespace casus::desk
