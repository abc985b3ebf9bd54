// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/action_filled.hpp"

#include "core/base/text.hpp"
#include "core/desk/meeting/typed_again.hpp"
#include "core/desk/words/days/days.hpp"
#include "core/desk/words/words_of_line.hpp"

#include <algorithm>

namespace casus::desk {

using text::msg;

namespace {

std::string with_action_field(const std::string& field, const std::string& action) {
  auto line = std::string(trimmed(action));
  if (!line.ends_with(';')) line += ';';
  return line + ' ' + field;
}

/// Where the day of an action stands among its fields: from, and how long; nothing where it has none.
std::optional<std::pair<std::size_t, std::size_t>> day_field_of(const std::string& action, Date today) {
  const auto colon = action.find(':');
  const char sign = action.find(';', std::min(colon, action.size())) == std::string::npos ? ',' : ';';
  for (auto at = action.find(sign, std::min(colon, action.size())); at != std::string::npos;) {
    const auto end = std::min(action.find(sign, at + 1), action.size());
    const auto field = trimmed(std::string_view(action).substr(at + 1, end - at - 1));
    if (!field.empty() && read_day(field, today))
      return std::pair(static_cast<std::size_t>(field.data() - action.data()), field.size());
    at = end == action.size() ? std::string::npos : end;
  }
  return std::nullopt;
}

bool has_doer(const std::string& action) { return words_in(before_colon(action)).size() > 1; }

/// One piece of the line in its place; nothing when it is none.
std::optional<std::string> with_piece(const std::string& action, std::string_view piece,
                                      const std::vector<std::string_view>& people, Date today) {
  if (const auto day = day_alone(piece, today); !day.empty())
    return day_field_of(action, today) ? std::nullopt : std::optional(with_action_field(day, action));
  if (const auto checks = checker_in(piece, people, called_plainly); !checks.empty())
    return with_action_field(checks, action);
  if (const auto name = called_plainly(piece, people); !name.empty()) return action_with_person(name, action);
  return std::nullopt;
}

/// "nee, overmorgen", "niet morgen maar overmorgen", "nee dat doet anja": the field that stands there was wrong.
std::optional<std::string> with_field_instead(const std::string& action, const std::string& line,
                                              const std::vector<std::string_view>& people, Date today) {
  auto right = behind_not_but(line);
  if (right.empty()) right = without_slip(line);
  if (right.empty()) return std::nullopt;
  const auto place = day_field_of(action, today);
  if (const auto day = day_alone(right, today); !day.empty() && place) {
    auto other = action;
    return other.replace(place->first, place->second, day);
  }
  const auto colon = action.find(':');
  const auto who = doer_meant(right, people);
  if (who.empty() || colon == std::string::npos || !has_doer(action)) return std::nullopt;
  return words_in(action.substr(0, colon)).front() + ' ' + who + action.substr(colon);
}

}  // namespace

std::string action_with_person(const std::string& name, const std::string& action) {
  const auto colon = action.find(':');
  const auto head = words_in(action.substr(0, colon));
  if (head.size() == 1) return head.front() + ' ' + name + action.substr(std::min(colon, action.size()));
  return with_action_field(name, action);
}

std::optional<std::string> action_filled(const std::string& action, const std::string& line,
                                         const std::vector<std::string_view>& people, Date today) {
  if (line.find(':') != std::string::npos || line.ends_with('?')) return std::nullopt;
  if (const auto who = taker_in(line, people); !who.empty() && !has_doer(action))
    return action_with_person(who, action);
  if (auto one = with_piece(action, line, people, today)) return one;
  // All pieces of it, or none.
  std::optional<std::string> all = line.find(',') == std::string::npos ? std::nullopt : std::optional(action);
  for (std::size_t at = 0; all && at <= line.size();) {
    const auto end = std::min(line.find(',', at), line.size());
    const auto piece = trimmed(std::string_view(line).substr(at, end - at));
    all = piece.empty() ? std::nullopt : with_piece(*all, piece, people, today);
    at = end + 1;
  }
  return all ? all : with_field_instead(action, line, people, today);
}

}  // namespace casus::desk
