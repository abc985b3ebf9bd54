// SPDX-License-Identifier: EUPL-1.2
#include "core/report/history/history_network.hpp"

#include "core/text/day_words.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

namespace casus::report {

using namespace text::literals;

std::string NetworkTeller::because(const std::string& reason) const {
  return reason.empty() ? "" : text::say(names_.voice(), "history.reason", "reason"_is = reason);
}

std::string NetworkTeller::operator()(const NetworkPersonAdded& e) const {
  const auto voice = names_.voice();
  return text::say(voice, "history.put_network_map", "person"_is = who(e.person), "shell"_is = label(e.shell, voice),
                   "quadrant"_is = label(e.quadrant, voice));
}

std::string NetworkTeller::operator()(const PersonAsked& e) const {
  const auto voice = names_.voice();
  auto out = e.in_person ? text::say(voice, "history.spoke_person", "person"_is = who(e.person))
                         : text::say(voice, "history.asked", "person"_is = who(e.person));
  if (e.on) out += text::say(voice, "history.on", "on"_is = day(*e.on, voice));
  out += e.answer == Answer::none ? text::say(voice, "history.answer_yet")
                                  : text::say(voice, "history.answer", "answer"_is = label(e.answer, voice));
  return out + (e.note.empty() ? "" : ". " + e.note);
}

std::string NetworkTeller::operator()(const TieAdded& e) const {
  const auto voice = names_.voice();
  return text::say(voice, "history.drew_tie_between", "from"_is = who(e.from), "to"_is = who(e.to),
                   "strength"_is = label(e.strength, voice),
                   "tension"_is = e.tension ? text::say(voice, "history.tension") : "");
}

std::string NetworkTeller::operator()(const NamedForNetwork& e) const {
  const auto voice = names_.voice();
  return text::say(voice, "history.put_raw_list", "person"_is = who(e.person));
}

std::string NetworkTeller::operator()(const NetworkLeft& e) const {
  const auto voice = names_.voice();
  return text::say(voice, "history.took_off_network_map", "person"_is = who(e.person)) + because(e.because);
}

std::string NetworkTeller::operator()(const TieEnded& e) const {
  const auto voice = names_.voice();
  return text::say(voice, "history.took_away_tie_between", "from"_is = who(e.from), "to"_is = who(e.to)) +
         because(e.because);
}

std::string NetworkTeller::operator()(const FamilyMemberPlaced& e) const {
  const auto voice = names_.voice();
  return text::say(voice, "history.put_genogram", "person"_is = who(e.person), "symbol"_is = label(e.symbol, voice),
                   "state"_is = label(e.state, voice));
}

std::string NetworkTeller::operator()(const ParentLinked& e) const {
  const auto voice = names_.voice();
  return text::say(voice, "history.drew_genogram_parent", "parent"_is = who(e.parent), "child"_is = who(e.child),
                   "how"_is = label(e.how, voice));
}

std::string NetworkTeller::operator()(const PartnersLinked& e) const {
  const auto voice = names_.voice();
  return text::say(voice, "history.drew_genogram_partners", "one"_is = who(e.one), "other"_is = who(e.other),
                   "bond"_is = label(e.bond, voice));
}

std::string NetworkTeller::operator()(const FamilyCut& e) const {
  const auto voice = names_.voice();
  if (e.other.empty()) return text::say(voice, "history.took_out_genogram", "one"_is = who(e.one));
  return text::say(voice, "history.took_line_between_out_genogram", "one"_is = who(e.one), "other"_is = who(e.other));
}

}  // namespace casus::report
