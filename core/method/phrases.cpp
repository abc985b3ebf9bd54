// SPDX-License-Identifier: EUPL-1.2
#include "core/method/phrases.hpp"

#include <algorithm>

namespace casus::method {
namespace {

constexpr std::string_view kGap = "…";
constexpr std::size_t kLongestGap = 6;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\''; }

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
  explicit Words(std::size_t size) { out_.reserve(size + size / 4 + 2); }

  void letters(std::string_view run) { out_ += run; }
  void close() {
    // Apostrophes around a word are quotation marks, not part of it.
    auto first = start_;
    while (first < out_.size() && out_[first] == '\'') ++first;
    out_.erase(start_, first - start_);
    while (out_.size() > start_ && out_.back() == '\'') out_.pop_back();
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
};

enum class Keep { words, sentences, gaps };

std::string as_words(std::string_view text, Keep keep) {
  const auto plain = folded(text);
  Words words(plain.size());
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const auto byte = static_cast<unsigned char>(plain[i]);
    const auto rest = std::string_view(plain).substr(i);
    if (is_letter(plain[i])) {
      const auto run = std::ranges::find_if_not(rest, is_letter) - rest.begin();
      words.letters(rest.substr(0, static_cast<std::size_t>(run)));
      i += static_cast<std::size_t>(run) - 1;
    } else if (keep == Keep::gaps && (rest.starts_with(kGap) || rest.starts_with("..."))) {
      words.close();
      words.mark(kGap);
      i += 2;
    } else if (byte < 0x80) {
      words.close();
      if (keep == Keep::sentences && ends_sentence(plain[i])) words.mark(".");
    } else if (rest.starts_with("\u2019") || rest.starts_with("\u2018")) {
      words.letters("'");
      i += 2;
    } else if (const auto size = foreign_mark(rest); size > 0) {
      words.close();
      i += size - 1;
    } else {
      words.letters(rest.substr(0, 1));
    }
  }
  return words.finish();
}

/// Whether what is left of a phrase stands at the start of what is left of a text; both begin at a word.
bool stands_at(std::string_view text, std::string_view phrase) {
  const auto gap = phrase.find(kGap);
  const auto part = phrase.substr(0, gap == std::string_view::npos ? phrase.size() : gap - 1);
  if (!text.starts_with(part) || text.size() <= part.size() || text[part.size()] != ' ') return false;
  if (gap == std::string_view::npos) return true;
  text.remove_prefix(part.size() + 1);
  phrase.remove_prefix(gap + kGap.size() + 1);
  for (std::size_t skipped = 0; skipped <= kLongestGap && !text.empty(); ++skipped) {
    if (stands_at(text, phrase)) return true;
    if (text.starts_with(". ")) return false;
    text.remove_prefix(text.find(' ') + 1);
  }
  return false;
}

}  // namespace

std::string spoken(std::string_view text) { return as_words(text, Keep::sentences); }

std::string spaced_words(std::string_view text) { return as_words(text, Keep::words); }

Said said_in(const std::string& spoken_text, std::span<const std::string> phrases) {
  auto rest = std::string_view(spoken_text).substr(1);
  for (std::size_t word = 0; !rest.empty(); ++word) {
    for (const auto& phrase : phrases)
      // Most words begin otherwise.
      if (!phrase.empty() && phrase.front() == rest.front() && stands_at(rest, phrase)) return {phrase, word};
    rest.remove_prefix(rest.find(' ') + 1);
  }
  return {};
}

std::string normal_phrase(std::string_view text) {
  const auto words = as_words(text, Keep::gaps);
  auto form = trimmed(words);
  while (form.starts_with(kGap)) form = trimmed(form.substr(kGap.size()));
  while (form.ends_with(kGap)) form = trimmed(form.substr(0, form.size() - kGap.size()));
  return std::string(form);
}

PhraseIndex::PhraseIndex(const PhraseList& list) {
  for (const auto* phrases : {&list.nl, &list.en})
    for (const auto& phrase : *phrases)
      if (!phrase.empty()) by_letter_[static_cast<unsigned char>(phrase.front())].push_back(phrase);
}

bool PhraseIndex::is_said_in(const std::string& spoken_text,
                             const std::function<bool(std::string_view)>& counts) const {
  for (auto rest = std::string_view(spoken_text).substr(1); !rest.empty(); rest.remove_prefix(rest.find(' ') + 1))
    for (const auto phrase : by_letter_[static_cast<unsigned char>(rest.front())])
      if (stands_at(rest, phrase) && counts(phrase)) return true;
  return false;
}

std::string phrase_list_name(std::string_view method, std::string_view list) {
  if (list.find('/') != std::string_view::npos) return std::string(list);
  return std::string(method.substr(0, method.find('/'))) + '/' + std::string(list);
}

}  // namespace casus::method
