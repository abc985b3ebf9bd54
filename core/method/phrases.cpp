// SPDX-License-Identifier: EUPL-1.2
#include "core/method/phrases.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <string>

namespace casus::method {
namespace {

constexpr std::string_view kGap = "…";
constexpr std::string_view kSentenceEnd = ".";
constexpr std::size_t kLongestGap = 6;

/// Lower case words, with "." for every end of a sentence. Words keep their apostrophe ("don't").
std::vector<std::string> words_of(std::string_view text) {
  const auto plain = folded(text);
  std::vector<std::string> words;
  std::string word;
  const auto close = [&] {
    const auto first = word.find_first_not_of('\'');  // a quotation mark, not part of the word
    if (first != std::string::npos) words.push_back(word.substr(first, word.find_last_not_of('\'') - first + 1));
    word.clear();
  };
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const auto byte = static_cast<unsigned char>(plain[i]);
    // The usual letter first: this looks at every letter of every contribution.
    if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '\'') {
      word += plain[i];
      continue;
    }
    if (byte < 0x80) {
      close();
      if (plain[i] == '.' || plain[i] == '?' || plain[i] == '!' || plain[i] == '\n') words.emplace_back(kSentenceEnd);
      continue;
    }
    const auto rest = std::string_view(plain).substr(i);
    if (rest.starts_with("\u2019") || rest.starts_with("\u2018")) {
      word += '\'';
      i += 2;
    } else if (byte == 0xE2 && (rest.starts_with("\xE2\x80") || rest.starts_with("\xE2\x81"))) {
      close();  // dashes, quotation marks, …
      i += 2;
    } else if (rest.starts_with("\u00A0") || rest.starts_with("\u00AB") || rest.starts_with("\u00BB")) {
      close();
      i += 1;
    } else {
      word += plain[i];
    }
  }
  close();
  return words;
}

/// The parts of a phrase, with the gap kept as a part of its own.
struct Pattern {
  std::string_view text;
  std::vector<std::string> parts;
};

const std::vector<Pattern>& patterns() {
  static const auto made = [] {
    std::vector<Pattern> out;
    for (const auto& phrase : advice_phrases()) {
      Pattern pattern{phrase.text, {}};
      for (std::size_t start = 0; start < phrase.text.size();) {
        const auto end = std::min(phrase.text.find(' ', start), phrase.text.size());
        pattern.parts.emplace_back(phrase.text.substr(start, end - start));
        start = end + 1;
      }
      out.push_back(std::move(pattern));
    }
    return out;
  }();
  return made;
}

bool stands_at(const std::vector<std::string>& words, std::size_t word, const std::vector<std::string>& parts,
               std::size_t part) {
  for (; part < parts.size(); ++part, ++word) {
    if (parts[part] == kGap) {
      for (std::size_t skip = 0; skip <= kLongestGap && word + skip < words.size(); ++skip) {
        if (stands_at(words, word + skip, parts, part + 1)) return true;
        if (words[word + skip] == kSentenceEnd) return false;
      }
      return false;
    }
    if (word >= words.size() || words[word] != parts[part]) return false;
  }
  return true;
}

}  // namespace

const std::vector<Phrase>& advice_phrases() {
  static const std::vector<Phrase> phrases{
      {"heb je al gedacht aan", Lang::nl, Mark::documented},
      {"zou je niet", Lang::nl, Mark::own},
      {"waarom … niet", Lang::nl, Mark::own},
      {"je moet", Lang::nl, Mark::own},
      {"vind je niet dat", Lang::nl, Mark::own},
      {"have you thought of", Lang::en, Mark::documented},
      {"don't you think", Lang::en, Mark::own},
      {"why don't you", Lang::en, Mark::own},
      {"you should", Lang::en, Mark::own},
      // Near variants of the same ways of saying.
      {"heb je … gedacht aan", Lang::nl, Mark::own},
      {"als ik jou was", Lang::nl, Mark::own},
      {"je kunt beter", Lang::nl, Mark::own},
      {"have you thought about", Lang::en, Mark::own},
      {"if i were you", Lang::en, Mark::own},
      {"you must", Lang::en, Mark::own},
      {"you ought to", Lang::en, Mark::own},
  };
  return phrases;
}

std::string_view advice_in(std::string_view text) {
  const auto words = words_of(text);
  for (std::size_t word = 0; word < words.size(); ++word)
    for (const auto& pattern : patterns())
      // Every phrase begins with a word, and most words begin otherwise.
      if (pattern.parts.front().front() == words[word].front() && stands_at(words, word, pattern.parts, 0))
        return pattern.text;
  return {};
}

}  // namespace casus::method
