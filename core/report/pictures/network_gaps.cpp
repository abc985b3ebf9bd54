// SPDX-License-Identifier: EUPL-1.2
#include "core/report/pictures/network_gaps.hpp"

#include "core/report/naming.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::report {

namespace {

std::string ids_as_names(const Case& state, const std::vector<std::string>& ids, Lang lang) {
  std::string out;
  for (const auto& id : ids) out += (out.empty() ? "" : ", ") + state.name_of(id, lang);
  return out;
}

template <class E>
std::string labels_of(const std::vector<E>& values, Lang lang) {
  std::string out;
  for (const auto value : values) out += (out.empty() ? "" : ", ") + std::string(label(value, lang));
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

std::vector<std::string> gaps_in_words(const Case& state, Lang lang) {
  const auto gaps = network_gaps(state);
  const auto word = [&](std::string_view nl, std::string_view en) { return std::string(pick(lang, nl, en)); };
  std::vector<std::string> out;
  if (!gaps.shells.empty())
    out.push_back(word("Nog niemand in de kring van: ", "Nobody yet among the: ") + labels_of(gaps.shells, lang) + ".");
  if (!gaps.quadrants.empty())
    out.push_back(word("Nog niemand uit de hoek van: ", "Nobody yet from the side of: ") +
                  labels_of(gaps.quadrants, lang) + ".");
  if (gaps.ask_on)
    out.push_back(
        word("Er staat nog niemand van buiten de familie. Vraag door: buren van nu en vroeger, de club, de "
             "kerk of moskee, collega's, ouders van vrienden. [G1P2]",
             "There is nobody from outside the family yet. Ask on: neighbours of now and of before, the "
             "club, church or mosque, colleagues, parents of friends. [G1P2]"));
  if (!gaps.listed.empty())
    out.push_back(word("Wel genoemd, nog geen plek: ", "Named, without a place yet: ") +
                  ids_as_names(state, gaps.listed, lang) + ".");
  if (!gaps.unasked.empty())
    out.push_back(word("Nog niet gevraagd: ", "Not asked yet: ") + ids_as_names(state, gaps.unasked, lang) + ".");
  return out;
}

}  // namespace casus::report
