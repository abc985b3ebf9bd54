// SPDX-License-Identifier: EUPL-1.2
#include "cli/verbs.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace casus::cli {
namespace {

/// In the order of help.
constexpr std::array<std::string_view, 16> kNouns{"case",   "plan",     "network",    "meeting",  "team",  "area",
                                                  "method", "workflow", "train",      "simulate", "store", "serve",
                                                  "apply",  "demo",     "completion", "manual"};

std::ptrdiff_t place_of(const Entry& entry) {
  return std::ranges::find(kNouns, entry.path.substr(0, entry.path.find(' '))) - kNouns.begin();
}

}  // namespace

void TerminalVerb::run(Desk& desk, Reply&) { throw Usage{desk.say("verbs.cannot_done_here_use_another")}; }

const Entries& all_verbs() {
  static const auto all = [] {
    Entries entries = desk::catalogue();
    for (const auto part : {guided_verbs, playing_verbs, showing_verbs, serving_verbs, machine_verbs, manual_verbs})
      std::ranges::move(part(), std::back_inserter(entries));
    std::ranges::stable_sort(entries, {}, place_of);
    return entries;
  }();
  return all;
}

}  // namespace casus::cli
