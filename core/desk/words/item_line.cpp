// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line_reader.hpp"

#include <algorithm>
#include <iterator>

/// Which item of the agenda is meant.
namespace casus::desk {

using text::msg;

namespace {

/// "6" of 2026-006, not of 2026-016.
bool ends_in_number(const std::string& id, const std::string& number) {
  const auto before = id.size() - std::min(id.size(), number.size());
  return id.ends_with(number) && (before == 0 || id[before - 1] == '0' || id[before - 1] == '-');
}

/// "de 4", "nummer 4": 4.
std::string number_in(const std::string& typed) {
  const auto number = std::string(trimmed(std::string_view(typed).substr(begins_as(typed, msg("line.item_words")))));
  const bool digits = !number.empty() && number.find_first_not_of("0123456789") == std::string::npos;
  return digits ? number : typed;
}

}  // namespace

const MeetingNames::Item* LineReader::item_numbered(const std::string& typed) const {
  int number = 0;
  const bool digits = !typed.empty() && typed.find_first_not_of("0123456789") == std::string::npos;
  if (!digits || !read_typed(typed, number, how_).empty() || number < 1 || number > std::ssize(names_.items))
    return nullptr;
  const auto* numbered = &names_.items[static_cast<std::size_t>(number) - 1];
  // Nobody takes what the table had just now when a case that is still to come goes by that number.
  if (numbered->had)
    for (const auto& item : names_.items)
      if (!item.had && ends_in_number(item.taken_by, typed)) return &item;
  return numbered;
}

Meant LineReader::take() const {
  SteerMeeting take{Ask::take, item_called(about()), because()};
  const auto number = number_in(about());
  if (item_numbered(number) == nullptr) return take;
  for (const auto& id : names_.cases) {
    if (!ends_in_number(id, number) || id == take.about) continue;
    take.note = say(
        msg("line.taken_by_number", "number"_is = number, "other"_is = id, "take"_is = name_of(Ask::take, how_.voice)));
  }
  return take;
}

std::string LineReader::item_called(const std::string& typed) const {
  // What stands on the screen is what people read out.
  if (const auto* item = item_numbered(number_in(typed))) return item->taken_by;
  std::string found;
  for (const auto& id : names_.cases) {
    if (id == typed) return id;
    if (typed.empty() || !id.ends_with(typed)) continue;
    if (!found.empty()) return typed;
    found = id;
  }
  if (typed.empty() || !found.empty()) return found;
  // By words of what it is called: "neem leren".
  for (const auto& item : names_.items) {
    const auto there = words_in(folded(item.called));
    const auto begins = [&](const std::string& word) {
      return std::ranges::any_of(there, [&](const std::string& one) { return one.starts_with(word); });
    };
    if (item.taken_by != typed && !std::ranges::all_of(words_in(folded(typed)), begins)) continue;
    if (!found.empty() && found != item.taken_by) return typed;
    found = item.taken_by;
  }
  return found.empty() ? typed : found;
}

}  // namespace casus::desk
