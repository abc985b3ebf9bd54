// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line.hpp"

#include "core/desk/command_text.hpp"
#include "core/desk/words/line_reader.hpp"

namespace casus::desk {
namespace {

/// "ja", "nee", "later": the answer that a check or an offer asks for.
std::optional<Answer> answer_called(std::string_view typed) {
  const auto wanted = folded(typed);
  for (const auto& name : names_of(Answer{}))
    if (name.value != Answer::none && (wanted == name.nl || wanted == name.en)) return name.value;
  return std::nullopt;
}

}  // namespace

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> all;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = text.find_first_not_of(" \t\n", at);
    if (begin == std::string_view::npos) break;
    const auto end = std::min(text.find_first_of(" \t\n", begin), text.size());
    all.emplace_back(text.substr(begin, end - begin));
    at = end;
  }
  return all;
}

std::string joined_words(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
  std::string out;
  for (auto i = from; i < to; ++i) out += (out.empty() ? "" : " ") + words[i];
  return out;
}

bool is_because(std::string_view word) {
  if (word.ends_with(':')) word.remove_suffix(1);
  const auto wanted = folded(word);
  return wanted == "omdat" || wanted == "want" || wanted == "because";
}

bool is_record(std::string_view text, char letter) {
  return text.size() > 1 && text[0] == letter &&
         std::ranges::all_of(text.substr(1), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_ref(std::string_view text) {
  const auto word = folded(text);
  for (const auto& name : names_of(CaseText{}))
    if (word == name.key || word == name.nl || word == name.en) return true;
  if (word.starts_with('#')) return is_ref(std::string_view(word).substr(1));
  const bool number = !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
  return number || std::ranges::any_of(std::string_view("bgasdpf"), [&](char c) { return is_record(word, c); });
}

std::string called(std::string_view typed, const std::vector<std::string_view>& known) {
  const auto wanted = folded(trimmed(typed));
  if (wanted.empty()) return {};
  for (const auto name : known)
    if (folded(name) == wanted) return std::string(name);
  std::string found;
  for (const auto name : known) {
    if (!folded(name).starts_with(wanted)) continue;
    if (!found.empty()) return {};
    found = name;
  }
  return found;
}

LineReader::LineReader(const std::string& line, const service::Table& table, const MeetingNames& names,
                       const Spelling& how)
    : line_(trimmed(line)), t_(table), names_(names), how_(how) {
  colon_ = line_.find(':');
  head_ = words_in(line_.substr(0, colon_));
  if (colon_ != std::string::npos) text_ = trimmed(std::string_view(line_).substr(colon_ + 1));
  for (const auto& seat : t_.seats) people_.emplace_back(seat.name);
  for (const auto& name : names_.people)
    if (std::ranges::find(people_, name) == people_.end()) people_.emplace_back(name);
}

Meant LineReader::meant() {
  if (line_.empty()) return std::monostate{};
  if (line_.starts_with('/') || line_.starts_with("casus ")) return typed_command();
  const auto* word = head_.empty() ? nullptr : meeting_word(head_.front());
  if (word != nullptr && is_for(*word)) return private_or(*word, asked(*word));
  if (t_.private_time) return nothing_kept();
  if (colon_ == std::string::npos) return no_name();
  return contribution();
}

bool LineReader::is_for(const MeetingWord& word) const {
  // "Ander idee: ..." is a sentence.
  if (Date day{}; word.ask == Ask::other && !about().empty() && !read_typed(about(), day, how_).empty()) return false;
  // "Trek je niets aan van de buren" is a sentence.
  if (word.ask == Ask::correct || word.ask == Ask::withdraw) return head_.size() == 1 || is_ref(head_[1]);
  if (word.ask == Ask::undo) return head_.size() == 1;
  if (!has_colon()) return true;
  if (head_.size() > 1 && is_because(head_[1])) return true;
  if (word.text) return std::ranges::none_of(people_, [&](auto name) { return folded(name) == folded(head_[0]); });
  return head_.size() == 1 && (word.ask == Ask::next || word.ask == Ask::back || word.ask == Ask::park);
}

Meant LineReader::nothing_kept() const {
  return Unsure{say({"Dit is besloten tijd: er wordt niets vastgelegd. Roept de kring jullie terug? Typ: verder",
                     "This is private time: nothing is recorded. Does the circle call you back? Type: next"}),
                {}};
}

Meant LineReader::private_or(const MeetingWord& word, Meant meant) const {
  if (!t_.private_time) return meant;
  switch (word.ask) {
    case Ask::next:
    case Ask::back:
    case Ask::concern:
    case Ask::acute:
    case Ask::handled:
    case Ask::park:
    case Ask::chair:
    case Ask::help:
    case Ask::step:
    case Ask::stop: return meant;
    default: return nothing_kept();
  }
}

Meant LineReader::typed_command() const {
  const auto rest = line_.substr(line_.starts_with('/') ? 1 : 6);
  auto arguments = shell_words(rest);
  if (!arguments) return Unsure{say({"er staat een aanhalingsteken open", "a quotation mark is left open"}), line_};
  if (t_.private_time) return nothing_kept();
  return TypedCommand{std::move(*arguments)};
}

std::string LineReader::person(std::string_view typed) const {
  const auto name = called(typed, people_);
  return name.empty() ? std::string(trimmed(typed)) : name;
}

std::string LineReader::speaker() const {
  if (const auto* turn = t_.turn()) return turn->name;
  std::string only;
  for (const auto& seat : t_.seats) {
    if (!seat.speaks) continue;
    if (!only.empty()) return {};
    only = seat.name;
  }
  return only;
}

Meant LineReader::no_name() const {
  std::vector<std::string_view> known;
  for (const auto& word : meeting_words()) known.push_back(word.name(how_.lang));
  auto near = nearest(head_.front(), known);
  if (near == folded(head_.front())) near = {};  // a word of the meeting, and here the begin of a sentence
  if (head_.size() == 1 || (!near.empty() && head_.front().size() > 3)) {
    auto line = line_;
    if (!near.empty()) line.replace(0, head_.front().size(), near);
    return Unsure{near.empty() ? say({"'{}' ken ik niet; typ ? voor wat er kan, of NAAM: wat er gezegd wordt",
                                      "I do not know '{}'; type ? for what there is, or NAME: what is said"},
                                     head_.front())
                               : say({"'{}' ken ik niet; bedoelde je '{}'? Enter als dat klopt",
                                      "I do not know '{}'; did you mean '{}'? Enter if so"},
                                     head_.front(), near),
                  near.empty() ? line_ : line};
  }
  const auto who = speaker();
  if (who.empty())
    return Unsure{say({"van wie is dit? zet de naam ervoor, met een dubbele punt: NAAM: tekst",
                       "whose words are these? put the name first, with a colon: NAME: text"}),
                  line_};
  return Unsure{say({"zegt {} dit? Enter als dat klopt; anders zet je de goede naam ervoor",
                     "does {} say this? Enter if so; else put the right name first"},
                    who),
                who + ": " + line_};
}

std::string LineReader::kind_called(const std::string& typed) const {
  const auto wanted = folded(typed);
  if (wanted.empty()) return {};
  std::string found;
  for (const auto& kind : t_.kinds) {
    if (wanted == kind.key || wanted == folded(kind.name)) return kind.key;
    if (!folded(kind.name).starts_with(wanted) && !kind.key.starts_with(wanted)) continue;
    if (!found.empty() && found != kind.key) return {};
    found = kind.key;
  }
  if (!found.empty()) return found;
  // A kind that does not fit here is passed on: the refusal says why, and what fits.
  for (const auto& kind : method::core_kinds())
    if (wanted == kind.key || wanted == folded(kind.nl) || wanted == folded(kind.en)) return std::string(kind.key);
  return {};
}

LineReader::Head LineReader::head() const {
  Head out;
  auto words = head_;
  for (auto& word : words)
    if (word.size() > 1 && word.ends_with(',')) word.pop_back();
  for (std::size_t i = 1; i + 1 < words.size(); ++i)
    if (const auto link = folded(words[i]); link == "aan" || link == "to" || link == ">") {
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
      const auto kind = joined_words(words, end, words.size());
      out.say.kind = kind_called(kind);
      if (!kind.empty() && out.say.kind.empty()) out.unknown = kind;
      return out;
    }
  // "vraag noor: ..." and "vraag: ...".
  for (std::size_t begin = 1; begin <= words.size(); ++begin) {
    const auto kind = kind_called(joined_words(words, 0, begin));
    const auto name = joined_words(words, begin, words.size());
    const auto by = name.empty() ? speaker() : called(name, people_);
    if (kind.empty() || by.empty()) continue;
    out.by = by;
    out.say.kind = kind;
    return out;
  }
  out.unknown = joined_words(words, 0, words.size());
  return out;
}

std::string LineReader::kinds_offered() const {
  std::string all;
  for (const auto& kind : t_.kinds) all += (all.empty() ? "" : ", ") + kind.name;
  return all;
}

Meant LineReader::contribution() const {
  auto head = this->head();
  if (!head.by.empty() && !head.unknown.empty()) {
    std::vector<std::string_view> kinds;
    for (const auto& kind : t_.kinds) kinds.push_back(kind.name);
    const auto near = nearest(head.unknown, kinds);
    return Unsure{
        say({"'{}' is geen soort bijdrage; hier past: {}", "'{}' is no kind of contribution; what fits here: {}"},
            head.unknown, kinds_offered()),
        head.by + (near.empty() ? "" : " " + near) + ": " + text_};
  }
  if (head.by.empty()) return nobody_called(head);
  if (text_.empty()) return Unsure{say({"wat zegt {}?", "what does {} say?"}, head.by), line_ + ' '};
  head.say.text = text_;
  return GiveCommand{head.by, std::move(head.say)};
}

Meant LineReader::nobody_called(const Head& head) const {
  if (head.unknown.empty())
    return Unsure{say({"van wie is dit? zet de naam ervoor", "whose words are these? put the name first"}), line_};
  const auto near = nearest(head_.front(), people_);
  if (!near.empty()) {
    std::string rest = joined_words(head_, 1, head_.size());
    return Unsure{say({"niemand aan tafel heet '{}'; bedoelde je {}? Enter als dat klopt",
                       "nobody at the table is called '{}'; did you mean {}? Enter if so"},
                      head_.front(), near),
                  near + (rest.empty() ? "" : " " + rest) + ": " + text_};
  }
  // A sentence with a colon in it rather than a name before one.
  const auto who = speaker();
  if (head_.size() > 2 && !who.empty())
    return Unsure{say({"zegt {} dit? Enter als dat klopt; anders zet je de goede naam ervoor",
                       "does {} say this? Enter if so; else put the right name first"},
                      who),
                  who + ": " + line_};
  return Unsure{
      say({"niemand aan tafel heet '{}'; aan tafel: {}", "nobody at the table is called '{}'; at the table: {}"},
          head.unknown, joined(people_)),
      line_};
}

Meant meant_by(const std::string& line, const service::Table& table, const MeetingNames& names, const Spelling& how) {
  return LineReader(line, table, names, how).meant();
}

std::vector<std::string> completions_of(const std::string& beginning, const service::Table& table,
                                        const MeetingNames& names, Lang lang) {
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
      for (const auto& word : meeting_words()) offer(word.name(lang), word.text ? " " : "");
    return found;
  }
  const auto words = words_in(before);
  const auto* word = meeting_word(words.front());
  if (word == nullptr) {
    for (const auto& kind : table.kinds) offer(kind.name, ": ");
    return found;
  }
  if (word->ask == Ask::take)
    for (const auto& id : names.cases) offer(id, "");
  else if (word->ask == Ask::help)
    for (const auto& one : meeting_words()) offer(one.name(lang), "");
  else
    for (const auto& seat : table.seats) offer(seat.name, word->ask == Ask::action ? ": " : "");
  return found;
}

}  // namespace casus::desk
