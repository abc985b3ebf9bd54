// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/assumption_words.hpp"

#include "core/page/words.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace casus::simulation {

namespace {

struct Called {
  std::string_view path;
  text::Literal words;
};

constexpr std::array kNumbers{
    Called{"/team/workers", "assumed.workers"},
    Called{"/team/cases_per_week", "assumed.cases_per_week"},
    Called{"/team/absence", "assumed.absence"},
    Called{"/meeting/minutes", "assumed.minutes"},
    Called{"/meeting/fixed_minutes", "assumed.fixed_minutes"},
    Called{"/meeting/overrun", "assumed.overrun"},
    Called{"/meeting/untimed_minutes", "assumed.untimed_minutes"},
    Called{"/meeting/spread", "assumed.spread"},
    Called{"/meeting/skip_soft", "assumed.skip_soft"},
    Called{"/meeting/concern_minutes", "assumed.concern_minutes"},
    Called{"/days/intake", "assumed.intake"},
    Called{"/days/review", "assumed.review"},
    Called{"/days/late_after", "assumed.late_after"},
    Called{"/days/warm_up_weeks", "assumed.warm_up_weeks"},
    Called{"/actions/number", "assumed.actions"},
    Called{"/actions/done", "assumed.done"},
    Called{"/actions/partly", "assumed.partly"},
    Called{"/network/says_yes", "assumed.says_yes"},
    Called{"/ending/closes", "assumed.closes"},
    Called{"/ending/closes_per_supporter", "assumed.closes_per_supporter"},
    Called{"/ending/most_rounds", "assumed.most_rounds"},
};

/// Of a list: what stands behind the number of the item.
constexpr std::array kOfItems{
    Called{"/weight", "assumed.weight"},
    Called{"/size", "assumed.size"},
    Called{"/concern", "assumed.concern"},
    Called{"/network", "assumed.network"},
    Called{"/outside_days", "assumed.outside_days"},
};

/// "Schulden en schaamte" of "/problems/0/weight"; empty for what is in no list.
std::string item_name(std::string_view path, const Assumptions& it, const text::Voice& voice) {
  const auto list = path.substr(0, path.find('/', 1));
  const auto rest = path.substr(std::min(path.size(), list.size() + 1));
  std::size_t number = 0;
  const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (read.ec != std::errc{}) return {};
  if (list == "/problems" && number < it.problems.size()) return std::string(it.problems[number].name.in(voice));
  if (list == "/methods" && number < it.methods.size()) return it.methods[number].method;
  return {};
}

std::string shown_number_of(const NumberAt& at, const text::Voice& voice) {
  const auto shown = [&](double value) { return page::decimal(fmt::format("{:g}", value), voice); };
  if (at.value != nullptr) return shown(at.value->value);
  return fmt::format("{} – {}", shown(at.span->from), shown(at.span->to));
}

}  // namespace

std::string number_name(const std::string& path, const Assumptions& assumptions, const text::Voice& voice) {
  if (const auto found = std::ranges::find(kNumbers, path, &Called::path); found != kNumbers.end())
    return text::msg(found->words).in(voice);
  for (const auto& [rung, weight] : assumptions.rungs)
    if (path == fmt::format("/actions/{}", key(rung)))
      return text::say(voice, "assumed.rung", "rung"_is = label(rung, voice));
  for (const auto& called : kOfItems)
    if (const auto item = item_name(path, assumptions, voice); path.ends_with(called.path) && !item.empty())
      return fmt::format("{}: {}", item, text::msg(called.words).in(voice));
  return path;
}

void add_assumptions(page::Page& page, const Assumptions& assumptions, const text::Voice& voice) {
  page.section(text::say(voice, "assumed.heading"));
  page.paragraph(text::say(voice, "assumed.how_to_change"));
  std::vector<page::Row> rows;
  for (const auto& at : numbers_of(assumptions))
    rows.push_back({number_name(at.path, assumptions, voice), shown_number_of(at, voice), at.path,
                    at.is_assumption() ? text::say(voice, "assumed.no_source") : at.source(),
                    std::string(at.note().in(voice))});
  // What counts as keeping a term is assumed too, though the days are the law's and stand in the workflow.
  for (std::size_t i = 0; i < assumptions.terms.size(); ++i) {
    const auto& it = assumptions.terms[i];
    rows.push_back({text::say(voice, "assumed.term", "term"_is = it.term, "basis"_is = text::label(it.basis),
                              "phase"_is = text::label(it.left)),
                    "-", fmt::format("/terms/{}", i),
                    it.source == kAssumption ? text::say(voice, "assumed.no_source") : it.source,
                    std::string(it.note.in(voice))});
  }
  page.table({text::say(voice, "assumed.what"), text::say(voice, "assumed.number"), text::say(voice, "assumed.where"),
              text::say(voice, "assumed.source"), text::say(voice, "assumed.note")},
             rows, {1});
}

}  // namespace casus::simulation
