// SPDX-License-Identifier: EUPL-1.2
#include "core/report/looks_text.hpp"

#include "core/page/safe_text.hpp"
#include "core/report/naming.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

namespace {

std::string who_looked(const CaseSeen& seen, const Case& state, Lang lang) {
  if (seen.sight == Sight::unnamed) return std::string(pick(lang, "iemand zonder naam", "somebody unnamed"));
  const auto* person = state.person(seen.person);
  auto name = !seen.name.empty()  ? page::one_line(seen.name)
              : person != nullptr ? state.name_of(person->id, lang)
                                  : std::string(pick(lang, "(gewist)", "(erased)"));
  if (person == nullptr) return name;
  std::string roles;
  for (const auto role : person->roles) roles += (roles.empty() ? "" : ", ") + std::string(label(role, lang));
  return roles.empty() ? name : fmt::format("{} ({})", name, roles);
}

std::string why_looked(const CaseSeen& seen, const Case& state, Lang lang) {
  switch (seen.sight) {
    case Sight::table: return page::one_line(seen.because.empty() ? state.purpose : seen.because);
    case Sight::reason:
      return fmt::format("{}: {}", pick(lang, "niet aan tafel, met als reden", "not at the table, the reason given"),
                         page::one_line(seen.because));
    case Sight::resident: return std::string(pick(lang, "eigen gegevens", "own data"));
    case Sight::circle: return std::string(pick(lang, "hoort bij de kring", "is of the circle"));
    case Sight::unnamed:
      return seen.because.empty() ? std::string(pick(lang, "niet gezegd", "not said")) : page::one_line(seen.because);
    case Sight::refused: return std::string(pick(lang, "geweigerd: niets gezien", "refused: nothing was seen"));
  }
  return {};
}

}  // namespace

page::Row looks_header(Lang lang) {
  return lang == Lang::nl ? page::Row{"dag", "wie", "wat", "waarom"} : page::Row{"day", "who", "what", "why"};
}

std::vector<page::Row> looks_rows(const Looks& looks, const Case& state, Lang lang) {
  struct Line {
    page::Row row;
    int times = 1;
  };
  std::vector<Line> lines;
  for (const auto& look : looks) {
    page::Row row{to_string(date_of(look.at)), who_looked(look.seen, state, lang),
                  std::string(label(look.seen.part, lang)), why_looked(look.seen, state, lang)};
    const auto same = std::ranges::find(lines, row, &Line::row);
    if (same == lines.end()) lines.push_back({std::move(row)});
    else ++same->times;
  }
  std::vector<page::Row> rows;
  for (auto& line : lines) {
    if (line.times > 1) line.row[2] += fmt::format(" ({}x)", line.times);
    rows.push_back(std::move(line.row));
  }
  return rows;
}

namespace {

std::string erased_line(const Erasure& erasure, Lang lang) {
  const auto& done = erasure.done;
  const auto what = done.person.empty()
                        ? std::string(pick(lang, "de hele casus gewist", "the whole case erased"))
                        : fmt::format("{} ({})", pick(lang, "een persoon gewist", "a person erased"), done.person);
  auto line = fmt::format("{}: {}, {} {}", to_string(date_of(erasure.at)), what, pick(lang, "door", "by"),
                          page::one_line(done.by));
  if (!done.with.empty()) line += fmt::format(" {} {}", pick(lang, "samen met", "with"), page::one_line(done.with));
  if (!done.because.empty())
    line += fmt::format("; {}: {}", pick(lang, "reden", "reason"), page::one_line(done.because));
  return line + '\n';
}

}  // namespace

std::string erasures_text(const Erasures& erasures, Lang lang) {
  std::string erased;
  for (const auto& one : erasures) erased += erased_line(one, lang);
  return erased;
}

std::string nobody_looked(Lang lang) {
  return std::string(pick(lang, "Nog niemand heeft deze casus bekeken sinds dit wordt bijgehouden.",
                          "Nobody has looked at this case since this is kept."));
}

}  // namespace casus::report
