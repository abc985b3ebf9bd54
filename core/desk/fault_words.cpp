// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/fault_words.hpp"

#include "core/plugin/misdeed.hpp"
#include "core/store/database_words.hpp"
#include "core/text/message.hpp"
#include "core/text/problem_words.hpp"
#include "core/text/said_fault.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace casus::desk {

std::string fault_words(const Fault& fault, const text::Voice& voice) {
  if (const auto* database = dynamic_cast<const store::DatabaseFault*>(&fault))
    return voice.say(store::said_of(*database));
  if (const auto* said = dynamic_cast<const text::SaidFault*>(&fault)) return voice.say(said->said());
  const auto* misdeed = dynamic_cast<const plugin::Misdeed*>(&fault);
  return misdeed == nullptr ? fault.what() : voice.say(text::message_of(misdeed->did()));
}

bool may_be_kept(const Fault& fault) {
  const auto* database = dynamic_cast<const store::DatabaseFault*>(&fault);
  return database != nullptr && database->why() == store::DatabaseFault::Why::unsure;
}

std::string fault_words_for_all(const Fault& fault, bool sent, const text::Voice& voice) {
  const auto* database = dynamic_cast<const store::DatabaseFault*>(&fault);
  if (database == nullptr) return voice.say(sent ? text::msg("web.fault") : text::msg("web.fault_looking"));
  if (!sent) return voice.say(text::msg("database.no_answer_now"));
  if (may_be_kept(fault)) return voice.say(text::msg("database.unsure_now"));
  return voice.say(text::msg("database.not_kept_now"));
}

bool is_shown_elsewhere(const Fault& fault) {
  constexpr std::array<std::string_view, 4> kServed{"fault.served_already", "fault.served_here",
                                                    "fault.served_elsewhere", "fault.served_by_role"};
  const auto* said = dynamic_cast<const text::SaidFault*>(&fault);
  return said != nullptr && std::ranges::find(kServed, said->said().id()) != kServed.end();
}

std::string fault_name(const Fault& fault) {
  if (const auto* database = dynamic_cast<const store::DatabaseFault*>(&fault))
    return std::string(store::said_of(*database).id());
  const auto* said = dynamic_cast<const text::SaidFault*>(&fault);
  if (said != nullptr && !said->said().id().empty()) return std::string(said->said().id());
  switch (fault.kind()) {
    case Fault::Kind::plugin: return "plugin";
    case Fault::Kind::definition: return "definition";
    case Fault::Kind::store: break;
  }
  return "store";
}

}  // namespace casus::desk
