// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line_reader.hpp"
#include "core/text/label.hpp"

#include <algorithm>

/// What stands before the colon of something said: who, of what kind, to whom, about which number.
namespace casus::desk {

using text::msg;

std::optional<Answer> answer_called(std::string_view typed) {
  for (const auto& name : names_of(Answer{}))
    if (name.value != Answer::none && text::is_word(name.word, typed)) return name.value;
  return std::nullopt;
}

bool is_to_whom(std::string_view word) {
  const auto link = folded(word);
  return link == "aan" || link == "to" || link == ">" || link == "->";
}

bool LineReader::is_asked_of(const std::vector<std::string>& words, std::size_t at) const {
  if (!is_said_as(words[at], msg("line.for_words"))) return false;
  const auto kind = kind_called(words[at - 1]);
  if (kind != "question" && kind != "follow_up") return false;
  return !called_plainly(joined_words(words, at + 1, words.size()), people_).empty();
}

std::string LineReader::kind_with_article(const std::string& typed) const {
  const auto length = begins_as(typed, msg("line.own_words"));
  const std::string kind(trimmed(std::string_view(typed).substr(length)));
  if (length == 0 || kind.empty()) return {};
  const auto* word = meeting_word(kind);
  if (word != nullptr && word->ask == Ask::action) return kind;
  return (word == nullptr || word->ask == Ask::question) && !kind_called(kind).empty() ? kind : std::string();
}

/// "noor antwoord mo: ...": to whom, without a word for it.
void LineReader::ends_with_whom(const std::vector<std::string>& words, std::size_t from, Head& out) const {
  for (auto at = from + 1; at < words.size(); ++at) {
    const auto typed = joined_words(words, from, at);
    const auto kind = kind_called(typed);
    const auto to = called_plainly(joined_words(words, at, words.size()), people_);
    if ((kind != "question" && kind != "follow_up" && kind != "answer") || to.empty() || to == out.by) continue;
    out.kind = typed;
    out.say.kind = kind;
    out.say.to = to;
    return;
  }
}

LineReader::Head LineReader::head() const {
  Head out;
  auto words = head_;
  if (words.size() > 2) std::erase(words, "-");  // "noor - feit: ..."
  for (auto& word : words) {
    if (word.size() > 1 && word.ends_with(',')) word.pop_back();
    // "noor (wens): ..."
    if (word.size() > 2 && word.starts_with('(')) word.erase(0, 1);
    if (word.size() > 1 && word.ends_with(')')) word.pop_back();
    // "noor's wish: ..."
    if (word.size() > 3 && word.ends_with("'s") && !called(word.substr(0, word.size() - 2), people_).empty())
      word.erase(word.size() - 2);
  }
  // "noor zegt: ...": that it is said, is what the colon says too.
  for (const auto count : {std::size_t{2}, std::size_t{1}})
    if (words.size() > count &&
        is_said_as(joined_words(words, words.size() - count, words.size()), msg("line.say_words")) &&
        !called(joined_words(words, 0, words.size() - count), people_).empty())
      words.resize(words.size() - count);
  for (std::size_t i = 1; i + 1 < words.size(); ++i)
    if (is_to_whom(words[i]) || is_asked_of(words, i)) {
      std::size_t end = words.size();
      while (end > i + 1 && called(joined_words(words, i + 1, end), people_).empty()) --end;
      if (end == i + 1) end = i + 2;
      out.say.to = person(joined_words(words, i + 1, end));
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i), words.begin() + static_cast<std::ptrdiff_t>(end));
      break;
    }
  std::erase_if(words, [&](const std::string& word) {
    if (is_record(word, 'b')) {
      out.say.re = word;
      return true;
    }
    out.say.answer = out.say.answer ? out.say.answer : answer_called(word);
    return out.say.answer && answer_called(word) && called(word, people_).empty();
  });
  if (words.empty()) {
    out.by = speaker();
    return out;
  }
  for (auto end = words.size(); end > 0; --end)
    if (const auto name = called(joined_words(words, 0, end), people_); !name.empty()) {
      out.by = name;
      out.kind = joined_words(words, end, words.size());
      out.say.kind = kind_called(out.kind);
      if (!out.kind.empty() && out.say.kind.empty() && out.say.to.empty()) ends_with_whom(words, end, out);
      if (!out.kind.empty() && out.say.kind.empty()) out.unknown = out.kind;
      return out;
    }
  // "vraag noor: ..." and "vraag: ...".
  for (std::size_t begin = 1; begin <= words.size(); ++begin) {
    const auto kind = kind_called(joined_words(words, 0, begin));
    const auto name = joined_words(words, begin, words.size());
    const auto by = name.empty() ? speaker() : called(name, people_);
    if (kind.empty() || by.empty()) continue;
    out.by = by;
    out.kind = joined_words(words, 0, begin);
    out.say.kind = kind;
    return out;
  }
  out.unknown = joined_words(words, 0, words.size());
  return out;
}

std::optional<Meant> LineReader::asked_of_somebody() const {
  if (head_.size() < 2 || text_.empty() || !is_to_whom(head_.front())) return std::nullopt;
  const auto to = called_plainly(joined_words(head_, 1, head_.size()), people_);
  if (to.empty()) return std::nullopt;
  const auto question = std::ranges::find(t_.kinds, "question", &service::SaidKind::key);
  const auto kind = question == t_.kinds.end() ? std::string() : ' ' + spoken(question->name);
  const auto asks = [&](const std::string& who) {
    return who + kind + ' ' + say("line.to_whom", "name"_is = to) + ": " + text_;
  };
  std::string who = teller();
  if (who == to) who = t_.acting;
  if (who.empty() || who == to) return Unsure{say("contribution.whose_words_these_put_name"), line_};
  return Unsure{say("contribution.does_say_enter_if_so", "who"_is = who), asks(who), true};
}

std::optional<Unsure> LineReader::kind_of_another(const std::string& typed) const {
  const auto words = words_in(typed);
  if (words.size() < 2) return std::nullopt;
  const auto wanted = folded(words.front());
  for (const auto* kinds : {&t_.kinds, &t_.other_kinds})
    for (const auto& kind : *kinds) {
      const auto name = spoken(kind.name);
      if (name != wanted && !name.starts_with(wanted + ' ')) continue;
      const auto who = teller();
      return Unsure{say("contribution.does_say_enter_if_so", "who"_is = who),
                    who + ' ' + name + ": " + joined_words(words, 1, words.size()) + ": " + text_, true};
    }
  return std::nullopt;
}

}  // namespace casus::desk
