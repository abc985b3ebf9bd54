// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/among_questions.hpp"

#include "core/desk/words/words_of_line.hpp"
#include "core/model/person_name.hpp"
#include "core/service/table/saying_kind.hpp"

#include <algorithm>
#include <utility>

namespace casus::desk {

bool only_asks(const service::Table& table) {
  return !table.kinds.empty() && std::ranges::all_of(table.kinds, [](const service::SaidKind& kind) {
    return kind.key == "question" || kind.key == "follow_up" || kind.key == "answer";
  });
}

/// One that ends a question, and not that of an address: "wmo?x=1".
bool has_question_mark(std::string_view text) {
  for (auto at = text.find('?'); at != std::string_view::npos; at = text.find('?', at + 1))
    if (at + 1 == text.size() || std::string_view(" \t\n?!.,;)\"'").find(text[at + 1]) != std::string_view::npos)
      return true;
  return false;
}

std::string with_question_mark(const std::string& text) {
  if (has_question_mark(text) || !service::asks_among_questions(text)) return text;
  return text.substr(0, text.find_last_not_of(". ") + 1) + '?';
}

bool surely_tells(const std::string& text) {
  return !has_question_mark(text) && !service::asks_among_questions(text) && service::tells_among_questions(text);
}

std::optional<GiveCommand> said_among_questions(const service::Table& table, const std::string& by, Say said,
                                                const text::Voice& voice) {
  if (!said.kind.empty() || !only_asks(table) || said.text.empty() || has_question_mark(said.text)) return std::nullopt;
  if (table.stage.safety == Safety::acute) return std::nullopt;
  const auto seat = std::ranges::find_if(table.seats, [&](const auto& one) { return same_name(one.name, by); });
  // Who is there to answer tells something beside the questions.
  if (seat == table.seats.end() || !seat->speaks || (seat->answers && seat->asked)) return std::nullopt;
  if (!seat->answers && service::asks_among_questions(said.text)) {
    said.text = with_question_mark(said.text);
    return GiveCommand{by, std::move(said)};
  }
  // "huisarts zegt dat zij het vergeet" tells: a note is never lost, and one word makes a question of it.
  const auto question = std::ranges::find(table.kinds, "question", &service::SaidKind::key);
  if (!table.notes_beside || question == table.kinds.end() || !service::tells_among_questions(said.text))
    return std::nullopt;
  said.kind = "note";
  return GiveCommand{by, std::move(said),
                     voice.say(text::msg("line.note_among_questions", "kind"_is = spoken(question->name)))};
}

}  // namespace casus::desk
