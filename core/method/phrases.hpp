// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/text.hpp"
#include "core/method/vocabulary.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// Words that a text check or a native rule listens for. They are data, so that a team can add its own (Library).
namespace casus::method {

/// A list with a name. Both languages are always looked for: people mix them. '…' in a phrase stands for at most six
/// words in between.
struct PhraseList {
  std::string id;
  Text text;                        ///< what the list holds
  Mark mark = Mark::own;            ///< of the words; often ours, where a source forbids what they stand for
  std::vector<std::string> source;  ///< keys of Definition::sources; empty: our own
  std::vector<std::string> nl;      ///< in normal form, see `normal_phrase`
  std::vector<std::string> en;
  /// With what the phrases of each language begin, a bit for two letters; all bits until it is noted.
  std::uint64_t nl_begins = ~std::uint64_t{0}, en_begins = ~std::uint64_t{0};

  /// Of a list that is whole: most words begin like none of its phrases, and are looked at no further then.
  void note_beginnings();

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("text", self.text);
    visit.required("mark", self.mark);
    visit.optional("source", self.source);
    visit.required("nl", self.nl);
    visit.required("en", self.en);
  }
};

/// A phrase that stands in a text, as it is written in its list.
struct Said {
  std::string_view phrase;
  std::size_t word = 0;  ///< which word of the text it begins at; 0: the text begins with it

  explicit operator bool() const { return !phrase.empty(); }
};

/// A text made ready for being searched: " word word . ", lower case, without marks, "." for every end of a sentence.
/// A word keeps its apostrophe ("don't"), and gets it where it was left out and no other word is meant ("dont").
std::string spoken(std::string_view text);

/// The same without the ends of sentences: two texts with the same words have the same spaced words.
std::string spaced_words(std::string_view text);
/// Each word of a text with spaces between its words.
std::vector<std::string_view> words_apart(std::string_view spaced);
/// The spaced words of a text that `spoken` made.
std::string words_of_spoken(std::string_view spoken_text);

/// The first of the phrases in a text that `spoken` made: whole words only, and never running on into the next
/// sentence. Capitals and typographic quotes make no difference.
Said said_in(const std::string& spoken_text, std::span<const std::string> phrases);
/// The same of both languages of a list.
Said said_in(const std::string& spoken_text, const PhraseList& list);

/// A phrase where it stands in a text that `spoken` made, in bytes of that text.
struct Place {
  std::string_view phrase;
  std::size_t begin = 0;
  std::size_t length = 0;  ///< with what stands in its gaps

  std::size_t end() const { return begin + length; }
};

/// The phrases of one list, in any language, for a list that every text is searched for: by the letters that they begin
/// with, as most words begin like none of them. The list outlives it.
class PhraseIndex {
 public:
  using Counts = std::function<bool(const Place&)>;

  explicit PhraseIndex(const PhraseList& list);
  explicit PhraseIndex(const std::vector<std::string>& phrases);

  /// Whether a phrase stands in a text that `spoken` made, and `counts` there.
  bool is_said_in(const std::string& spoken_text, const Counts& counts) const;

 private:
  void add(const std::vector<std::string>& phrases);

  std::unordered_map<std::uint32_t, std::vector<std::string_view>> by_beginning_;
  std::array<bool, 256> first_letters_{};
};

/// How much of a text of spoken words, from a word on, a phrase takes that begins there; 0 when it does not.
std::size_t length_at(std::string_view text, std::string_view phrase);

/// The form in which a phrase is written in a list: lower case, one space between words, no marks but '…' (or "...")
/// and apostrophes, which stands only between words. Empty when no words are left.
std::string normal_phrase(std::string_view text);

/// The lists of the program itself, which every method may use, by their whole name: "casus/advice" (R6),
/// "casus/suggestion", "casus/danger" and "casus/worry" (R14).
const std::vector<PhraseList>& core_phrases();

inline constexpr std::string_view kAdvice = "casus/advice";
inline constexpr std::string_view kDanger = "casus/danger";
inline constexpr std::string_view kWorry = "casus/worry";

/// Whether a text, in any language, tells that somebody is in danger, or of a worry about safety. No more than a reason
/// to ask, and in doubt it is asked:
/// - plain uses of the same words are left out ("hij snijdt brood met een mes"), and what is said not to be so
///   ("niemand werd geslagen");
/// - what is told as long ago, or as over, is a worry and no danger ("vroeger werd zij geslagen");
/// - a call for help is danger as long as nobody gives it: "112 bellen!" is, "112 is gebeld" and "bel 112, ik bel" are
///   not.
bool tells_of_danger(std::string_view text);
bool tells_of_worry(std::string_view text);
/// Whether it tells what was done about danger, or is being done: "112 is gebeld", "de politie is onderweg". Where
/// danger stands a call for help that tells of nothing else is that too.
bool tells_of_help(std::string_view text);
bool calls_for_help(std::string_view text);
/// The same of a text that `spoken` made.
bool spoken_of_danger(const std::string& spoken_text);
bool spoken_of_worry(const std::string& spoken_text);

/// The whole name of a list of a method: "<plugin>/<list>"; a name that has a '/' already stays as it is. By this name
/// a team adds to it, and methods of one plugin that have a list of the same name share what was added.
std::string phrase_list_name(std::string_view method, std::string_view list);

}  // namespace casus::method
