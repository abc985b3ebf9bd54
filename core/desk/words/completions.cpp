// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line_reader.hpp"

namespace casus::desk {

namespace {

/// Behind other words a name would be refused.
bool takes_a_name(Ask ask) {
  switch (ask) {
    case Ask::action:
    case Ask::tell:
    case Ask::score:
    case Ask::pass:
    case Ask::chair:
    case Ask::arrive:
    case Ask::leave:
    case Ask::choose:
    case Ask::group:
    case Ask::hopes:
    case Ask::concern: return true;
    default: return false;
  }
}

}  // namespace

std::vector<std::string> completions_of(const std::string& beginning, const service::Table& table,
                                        const MeetingNames& names, const text::Voice& voice) {
  std::vector<std::string> found;
  const auto space = beginning.rfind(' ');
  const auto before = space == std::string::npos ? std::string() : beginning.substr(0, space + 1);
  const auto last = folded(beginning.substr(before.size()));
  const auto offer = [&](std::string_view whole, std::string_view behind) {
    if (folded(whole).starts_with(last)) found.push_back(before + std::string(whole) + std::string(behind));
  };
  if (beginning.find(':') != std::string::npos) return found;
  if (before.empty()) {
    for (const auto& seat : table.seats) offer(seat.name, ": ");
    if (!last.empty() || table.seats.empty())
      for (const auto& word : meeting_words()) {
        const bool presents = word.ask == Ask::question || word.ask == Ask::hopes;
        if (presents && (table.case_id.empty() || (word.ask == Ask::question && table.in_step))) continue;
        offer(word.name(voice), presents ? ": " : word.text ? " " : "");
      }
    return found;
  }
  const auto words = words_in(before);
  const auto* word = meeting_word(words.front());
  if (word == nullptr) {
    // "uitzondering: toen ging het beter" is typed by what stands before its own colon.
    for (const auto& kind : table.kinds) offer(kind.name.substr(0, kind.name.find(':')), ": ");
    if (!table.in_step && !table.case_id.empty())
      for (const auto ask : {Ask::question, Ask::hopes}) offer(name_of(ask, voice), ": ");
    return found;
  }
  if (word->ask == Ask::take)
    for (const auto& id : names.cases) offer(id, "");
  else if (word->ask == Ask::help)
    for (const auto& one : meeting_words()) offer(one.name(voice), "");
  else if (word->ask == Ask::result)
    for (const auto& one : table.open_actions) offer(one.id, " ");
  else if (word->ask == Ask::correct || word->ask == Ask::withdraw)
    for (const auto& line : table.said) {
      if (!line.id.empty()) offer(line.id, word->ask == Ask::correct ? ": " : "");
    }
  else if (takes_a_name(word->ask))
    for (const auto& seat : table.seats)
      offer(seat.name, word->ask == Ask::action || word->ask == Ask::tell ? ": " : "");
  return found;
}

}  // namespace casus::desk
