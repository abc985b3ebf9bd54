// SPDX-License-Identifier: EUPL-1.2
#include "core/report/pictures/network_gaps.hpp"

#include "core/report/history/naming.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::report {

namespace {

std::string ids_as_names(const Case& state, const std::vector<std::string>& ids, const text::Voice& voice) {
  std::string out;
  for (const auto& id : ids) out += (out.empty() ? "" : ", ") + state.name_of(id, voice);
  return out;
}

template <class E>
std::string labels_of(const std::vector<E>& values, const text::Voice& voice) {
  std::string out;
  for (const auto value : values) out += (out.empty() ? "" : ", ") + label(value, voice);
  return out;
}

template <class E>
nlohmann::json keys_in(const std::vector<E>& values) {
  auto out = nlohmann::json::array();
  for (const auto value : values) out.push_back(key(value));
  return out;
}

}  // namespace

NetworkGaps network_gaps(const Case& state) {
  NetworkGaps out;
  const auto anybody = [&](auto&& wanted) {
    return std::ranges::any_of(state.people, [&](const Person& person) {
      return person.network && !person.network->professional && wanted(*person.network);
    });
  };
  for (const auto& shell : names_of(Shell{}))  // services are professionals by nature
    if (shell.value != Shell::service && !anybody([&](const NetworkPlace& one) { return one.shell == shell.value; }))
      out.shells.push_back(shell.value);
  for (const auto& quadrant : names_of(Quadrant{}))
    if (quadrant.value != Quadrant::professionals &&
        !anybody([&](const NetworkPlace& one) { return one.quadrant == quadrant.value; }))
      out.quadrants.push_back(quadrant.value);
  for (const auto& person : state.people) {
    if (person.erased) continue;
    if (person.listed && !person.network) out.listed.push_back(person.id);
    if (person.network && !person.network->professional && !person.network->asked_on) out.unasked.push_back(person.id);
  }
  out.ask_on = !anybody([](const NetworkPlace& one) { return one.quadrant != Quadrant::family; });
  return out;
}

nlohmann::json network_gaps_json(const Case& state) {
  const auto gaps = network_gaps(state);
  return {{"shells", keys_in(gaps.shells)},
          {"quadrants", keys_in(gaps.quadrants)},
          {"listed", gaps.listed},
          {"unasked", gaps.unasked},
          {"ask_on", gaps.ask_on}};
}

std::vector<std::string> gaps_in_words(const Case& state, const text::Voice& voice) {
  const auto gaps = network_gaps(state);
  std::vector<std::string> out;
  if (!gaps.shells.empty())
    out.push_back(text::say(voice, "network_gaps.nobody_yet_among") + labels_of(gaps.shells, voice) + ".");
  if (!gaps.quadrants.empty())
    out.push_back(text::say(voice, "network_gaps.nobody_yet_from_side") + labels_of(gaps.quadrants, voice) + ".");
  if (gaps.ask_on) out.push_back(text::say(voice, "network_gaps.nobody_from_outside_family_yet"));
  if (!gaps.listed.empty())
    out.push_back(text::say(voice, "network_gaps.named_without_place_yet") + ids_as_names(state, gaps.listed, voice) +
                  ".");
  if (!gaps.unasked.empty())
    out.push_back(text::say(voice, "network_gaps.asked_yet") + ids_as_names(state, gaps.unasked, voice) + ".");
  return out;
}

}  // namespace casus::report
