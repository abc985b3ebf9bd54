// SPDX-License-Identifier: EUPL-1.2
#include "core/method/phrases.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace casus::method {
namespace {

constexpr std::string_view kGap = "…";
constexpr std::size_t kLongestGap = 6;

/// For each byte what stands for it in a word, without capitals; 0 for what is in no word, or needs a look at more
/// bytes.
constexpr auto kLetters = [] {
  std::array<char, 256> letters{};
  for (char c = 'a'; c <= 'z'; ++c) letters[static_cast<unsigned char>(c)] = c;
  for (char c = 'A'; c <= 'Z'; ++c) letters[static_cast<unsigned char>(c)] = static_cast<char>(c - 'A' + 'a');
  for (char c = '0'; c <= '9'; ++c) letters[static_cast<unsigned char>(c)] = c;
  letters['\''] = '\'';
  return letters;
}();

char letter(char c) { return kLetters[static_cast<unsigned char>(c)]; }

/// Sorted by what is typed: words that are no other word of either language without their apostrophe ("well" is, and
/// "were"), and short forms that are one word when they are written out ("'t", "m'n"). This is spelling, so that no
/// list of phrases has to hold each of its phrases twice.
constexpr std::array<std::pair<std::string_view, std::string_view>, 32> kLeftOut{{
    {"arent", "aren't"},   {"cant", "can't"},     {"couldnt", "couldn't"},
    {"didnt", "didn't"},   {"doesnt", "doesn't"}, {"dont", "don't"},
    {"hadnt", "hadn't"},   {"hasnt", "hasn't"},   {"havent", "haven't"},
    {"hes", "he's"},       {"hows", "how's"},     {"im", "i'm"},
    {"isnt", "isn't"},     {"ive", "i've"},       {"lets", "let's"},
    {"m'n", "mijn"},       {"shes", "she's"},     {"shouldnt", "shouldn't"},
    {"t", "het"},          {"thats", "that's"},   {"theres", "there's"},
    {"theyre", "they're"}, {"theyve", "they've"}, {"wasnt", "wasn't"},
    {"werent", "weren't"}, {"whats", "what's"},   {"wheres", "where's"},
    {"whos", "who's"},     {"wont", "won't"},     {"wouldnt", "wouldn't"},
    {"youre", "you're"},   {"youve", "you've"},
}};

/// "doesnt" as "doesn't", "'t" as "het", as far as it can be nothing else; empty for any other word.
std::string_view with_apostrophe(std::string_view word) {
  constexpr std::size_t kShortest = 1, kLongest = 8;
  if (word.size() < kShortest || word.size() > kLongest || std::string_view("tsemn").find(word.back()) == word.npos)
    return {};
  const auto found =
      std::ranges::lower_bound(kLeftOut, word, {}, &std::pair<std::string_view, std::string_view>::first);
  return found != kLeftOut.end() && found->first == word ? found->second : std::string_view();
}

bool ends_sentence(char c) { return c == '.' || c == '?' || c == '!' || c == '\n'; }

/// Bytes of a mark between words at the start of `rest`, 0 for none: dashes, quotation marks, "…", a hard space.
std::size_t foreign_mark(std::string_view rest) {
  if (rest.starts_with("\xE2\x80") || rest.starts_with("\xE2\x81")) return 3;
  if (rest.starts_with("\u00A0") || rest.starts_with("\u00AB") || rest.starts_with("\u00BB")) return 2;
  return 0;
}

/// Builds " word word ": one space on both sides of every word.
class Words {
 public:
  /// `spells`: words get the apostrophe that was left out.
  explicit Words(std::size_t size, bool spells) : spells_(spells) { out_.reserve(size + size / 4 + 2); }

  void letters(std::string_view run) { out_ += run; }
  /// The plain letters that a text begins with; how many those are.
  std::size_t plain(std::string_view rest) {
    std::size_t size = 0;
    for (char as; size < rest.size() && (as = letter(rest[size])) != 0; ++size) out_ += as;
    return size;
  }
  void close() {
    if (out_.size() == start_) return;
    // Apostrophes around a word are quotation marks, not part of it.
    auto first = start_;
    while (first < out_.size() && out_[first] == '\'') ++first;
    if (first != start_) out_.erase(start_, first - start_);
    while (out_.size() > start_ && out_.back() == '\'') out_.pop_back();
    if (spells_)
      if (const auto whole = with_apostrophe(std::string_view(out_).substr(start_)); !whole.empty())
        out_.replace(start_, std::string::npos, whole);
    if (out_.size() > start_) out_ += ' ';
    start_ = out_.size();
  }
  void mark(std::string_view mark) { (out_ += mark) += ' ', start_ = out_.size(); }
  std::string finish() {
    close();
    return std::move(out_);
  }

 private:
  std::string out_ = " ";
  std::size_t start_ = 1;
  bool spells_;
};

enum class Keep { words, sentences, gaps };

std::string as_words(std::string_view text, Keep keep) {
  Words words(text.size(), keep == Keep::sentences);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto rest = text.substr(i);
    if (letter(text[i]) != 0) {
      i += words.plain(rest) - 1;
    } else if (keep == Keep::gaps && (rest.starts_with(kGap) || rest.starts_with("..."))) {
      words.close();
      words.mark(kGap);
      i += 2;
    } else if (byte < 0x80) {
      words.close();
      if (keep == Keep::sentences && ends_sentence(text[i])) words.mark(".");
    } else if (rest.starts_with("\u2019") || rest.starts_with("\u2018")) {
      words.letters("'");
      i += 2;
    } else if (const auto size = foreign_mark(rest); size > 0) {
      words.close();
      i += size - 1;
    } else {
      const bool accented = byte == 0xC3 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) >= 0x80;
      words.letters(folded(rest.substr(0, accented ? 2 : 1)));
      i += accented ? 1 : 0;
    }
  }
  return words.finish();
}

/// The first letters of the first word of a phrase, or of a text that begins at a word, as one number.
std::uint32_t beginning_of(std::string_view words) {
  constexpr std::size_t kLetters = 4;
  std::uint32_t beginning = 0;
  for (const char c : words.substr(0, kLetters)) {
    if (c == ' ') break;
    beginning = beginning << 8 | static_cast<unsigned char>(c);
  }
  return beginning;
}

/// One bit for the first two letters of what begins at a word; of one letter with the space behind it.
std::uint64_t first_two(std::string_view words) {
  const auto first = static_cast<unsigned char>(words[0]);
  const auto second = static_cast<unsigned char>(words.size() > 1 ? words[1] : ' ');
  return std::uint64_t{1} << ((first * 7U + second) % 64U);
}

std::uint64_t beginnings_of(std::span<const std::string> phrases) {
  std::uint64_t all = 0;
  for (const auto& phrase : phrases)
    if (!phrase.empty()) all |= first_two(phrase);
  return all;
}

/// What is left of a phrase, at the start of what is left of a text; both begin at a word.
std::size_t length_here(std::string_view text, std::string_view phrase) {
  const auto gap = phrase.find(kGap);
  const auto part = phrase.substr(0, gap == std::string_view::npos ? phrase.size() : gap - 1);
  if (!text.starts_with(part) || text.size() <= part.size() || text[part.size()] != ' ') return 0;
  if (gap == std::string_view::npos) return part.size();
  auto rest = text.substr(part.size() + 1);
  phrase.remove_prefix(gap + kGap.size() + 1);
  for (std::size_t skipped = 0; skipped <= kLongestGap && !rest.empty(); ++skipped) {
    if (const auto more = length_here(rest, phrase); more > 0) return text.size() - rest.size() + more;
    if (rest.starts_with(". ")) return 0;
    rest.remove_prefix(rest.find(' ') + 1);
  }
  return 0;
}

bool stands_at(std::string_view text, std::string_view phrase) { return length_here(text, phrase) > 0; }

/// `known`: what the phrases begin with.
Said first_said(const std::string& spoken_text, std::span<const std::string> phrases, std::uint64_t known) {
  auto rest = std::string_view(spoken_text).substr(1);
  for (std::size_t word = 0; !rest.empty(); ++word) {
    if ((known & first_two(rest)) != 0)
      for (const auto& phrase : phrases)
        if (!phrase.empty() && phrase[0] == rest[0] && (phrase.size() == 1 || phrase[1] == rest[1]) &&
            stands_at(rest, phrase))
          return {phrase, word};
    rest.remove_prefix(rest.find(' ') + 1);
  }
  return {};
}

}  // namespace

void PhraseList::note_beginnings() {
  nl_begins = beginnings_of(nl);
  en_begins = beginnings_of(en);
}

std::string spoken(std::string_view text) { return as_words(text, Keep::sentences); }

std::string spaced_words(std::string_view text) { return as_words(text, Keep::words); }

std::vector<std::string_view> words_apart(std::string_view spaced) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; (at = spaced.find_first_not_of(' ', at)) != std::string_view::npos;) {
    const auto end = std::min(spaced.find(' ', at), spaced.size());
    words.push_back(spaced.substr(at, end - at));
    at = end;
  }
  return words;
}

std::string words_of_spoken(std::string_view spoken_text) {
  constexpr std::string_view kEnd = " .";
  std::string words;
  words.reserve(spoken_text.size());
  while (!spoken_text.empty()) {
    const auto end = std::min(spoken_text.find(kEnd), spoken_text.size());
    words += spoken_text.substr(0, end);
    spoken_text.remove_prefix(std::min(end + kEnd.size(), spoken_text.size()));
  }
  return words;
}

Said said_in(const std::string& spoken_text, std::span<const std::string> phrases) {
  // Most words begin otherwise than all of the phrases. Of a few words it is not worth knowing beforehand.
  constexpr std::size_t kFewWords = 24;
  return first_said(spoken_text, phrases, spoken_text.size() > kFewWords ? beginnings_of(phrases) : ~std::uint64_t{0});
}

Said said_in(const std::string& spoken_text, const PhraseList& list) {
  const auto dutch = first_said(spoken_text, list.nl, list.nl_begins);
  const auto english = first_said(spoken_text, list.en, list.en_begins);
  return english && (!dutch || english.word < dutch.word) ? english : dutch;
}

std::string normal_phrase(std::string_view text) {
  const auto words = as_words(text, Keep::gaps);
  auto form = trimmed(words);
  while (form.starts_with(kGap)) form = trimmed(form.substr(kGap.size()));
  while (form.ends_with(kGap)) form = trimmed(form.substr(0, form.size() - kGap.size()));
  return std::string(form);
}

std::size_t length_at(std::string_view text, std::string_view phrase) { return length_here(text, phrase); }

PhraseIndex::PhraseIndex(const PhraseList& list) {
  add(list.nl);
  add(list.en);
}

PhraseIndex::PhraseIndex(const std::vector<std::string>& phrases) { add(phrases); }

void PhraseIndex::add(const std::vector<std::string>& phrases) {
  for (const auto& phrase : phrases) {
    if (phrase.empty()) continue;
    by_beginning_[beginning_of(phrase)].push_back(phrase);
    first_letters_[static_cast<unsigned char>(phrase.front())] = true;
  }
}

bool PhraseIndex::is_said_in(const std::string& spoken_text, const Counts& counts) const {
  for (auto rest = std::string_view(spoken_text).substr(1); !rest.empty(); rest.remove_prefix(rest.find(' ') + 1)) {
    if (!first_letters_[static_cast<unsigned char>(rest.front())]) continue;
    const auto found = by_beginning_.find(beginning_of(rest));
    if (found == by_beginning_.end()) continue;
    for (const auto phrase : found->second)
      if (const auto length = length_here(rest, phrase);
          length > 0 && counts({phrase, spoken_text.size() - rest.size(), length}))
        return true;
  }
  return false;
}

std::string phrase_list_name(std::string_view method, std::string_view list) {
  if (list.find('/') != std::string_view::npos) return std::string(list);
  return std::string(method.substr(0, method.find('/'))) + '/' + std::string(list);
}

}  // namespace casus::method
