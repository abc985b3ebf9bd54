// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/team/team_words.hpp"

#include "core/engine/mending/said.hpp"

#include <type_traits>
#include <variant>

namespace casus::engine {

namespace {

/// Of an event that can be changed, or not.
template <class Body>
std::conditional_t<std::is_const_v<Body>, const std::string, std::string>* beside_the_deed(Body& body) {
  if (auto* founded = std::get_if<TeamFounded>(&body)) return &founded->name;
  if (auto* renamed = std::get_if<TeamRenamed>(&body)) return &renamed->name;
  if (auto* set = std::get_if<TeamSet>(&body)) return set->phone ? &*set->phone : nullptr;
  if (auto* closed = std::get_if<TeamClosed>(&body)) return &closed->because;
  if (auto* reopened = std::get_if<TeamReopened>(&body)) return &reopened->because;
  if (auto* added = std::get_if<MemberAdded>(&body)) return &added->profession;
  if (auto* renamed = std::get_if<MemberRenamed>(&body)) return &renamed->profession;
  return nullptr;
}

}  // namespace

const std::string* words_beside(const TeamEventBody& body) { return beside_the_deed(body); }

void take_out_words(TeamEventBody& body) {
  if (auto* words = beside_the_deed(body)) words->clear();
  else take_out_texts(body);
}

}  // namespace casus::engine
