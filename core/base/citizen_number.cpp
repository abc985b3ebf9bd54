// SPDX-License-Identifier: EUPL-1.2
#include "core/base/citizen_number.hpp"

#include "core/base/text.hpp"
#include "core/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace casus {

namespace {

constexpr std::size_t kDigits = 9;
constexpr int kMostSeparators = 3;
/// In a number that is written in groups.
constexpr std::size_t kLongestGroup = 3;

std::optional<char> digit_of(std::uint32_t point) {
  // Plain, wide, two Arabic rows, low, high; other scripts; five rows of bold and other forms that stand in one.
  for (const std::uint32_t zero : {0x30U, 0xFF10U, 0x660U, 0x6F0U, 0x2080U, 0x2070U,
                                   // N'Ko, Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada,
                                   // Malayalam, Thai, Lao, Tibetan, Burmese, Khmer.
                                   0x7C0U, 0x966U, 0x9E6U, 0xA66U, 0xAE6U, 0xB66U, 0xBE6U, 0xC66U, 0xCE6U, 0xD66U,
                                   0xE50U, 0xED0U, 0xF20U, 0x1040U, 0x17E0U})
    if (point >= zero && point <= zero + 9) return static_cast<char>('0' + (point - zero));
  if (point >= 0x1D7CE && point <= 0x1D7FF) return static_cast<char>('0' + (point - 0x1D7CE) % 10);
  // From one to nine: in a circle, in brackets, with a full stop, in two circles, in black circles of three kinds.
  for (const std::uint32_t one : {0x2460U, 0x2474U, 0x2488U, 0x24F5U, 0x2776U, 0x2780U, 0x278AU})
    if (point >= one && point <= one + 8) return static_cast<char>('1' + (point - one));
  switch (point) {
    case 0xB9: return '1';
    case 0xB2: return '2';
    case 0xB3: return '3';
    case 0x24EA: return '0';
    default: return std::nullopt;
  }
}

bool is_separator(std::uint32_t point) {
  constexpr std::string_view kPlain = " \t\r\n.-/,_:;*|'\"()[]{}<>=~\\+#&!^";
  if (point < 0x80) return kPlain.find(static_cast<char>(point)) != std::string_view::npos;
  return point == 0xA0 || point == 0xAD || point == 0xB7 ||  // hard space, soft hyphen, middle dot
         (point >= 0x2000 && point <= 0x206F) ||             // spaces, signs of no width or of direction, dashes, dots
         (point >= 0x2190 && point <= 0x21FF) ||             // arrows
         (point >= 0x300 && point <= 0x36F) ||               // accents that stand on the sign before
         (point >= 0x20D0 && point <= 0x20FF) ||             // what is drawn around it: the key of a keyboard
         (point >= 0xFE00 && point <= 0xFE0F) ||             // which form of it
         (point >= 0xE0000 && point <= 0xE01EF) ||           // marks on the sign before that nobody sees
         point == 0x61C || point == 0x115F || point == 0x1160 || point == 0x180E || point == 0x2212 ||
         point == 0x3000 || point == 0x3164 || point == 0xFEFF || point == 0xFFA0;
}

/// Digits without anything in between.
struct Group {
  TextPlace place;
  std::string digits;
  char before = 0;     ///< the one separator before it; 0 when there are more, or none
  bool below = false;  ///< on another line than the group before it
};

/// Groups with separators in between.
struct Run {
  std::vector<Group> groups;
  bool plus = false;    ///< "+31 ..."
  bool amount = false;  ///< "€ 1.234.567,89"
  bool called = false;  ///< the word stands right before it
  bool number = false;  ///< "nr" does, and nothing near says that it is a telephone's
  bool phone = false;   ///< a word for a telephone stands near before it

  std::size_t digits() const {
    std::size_t all = 0;
    for (const auto& group : groups) all += group.digits.size();
    return all;
  }
};

bool may_be_citizens(std::string_view nine_digits) {
  return nine_digits.find_first_not_of('0') != std::string_view::npos && passes_eleven_test(nine_digits);
}

bool is_telephone(const Run& run) {
  const auto all = run.digits();
  const auto& first = run.groups.front().digits;
  if (run.plus) return all >= 10 && all <= 13;
  if (first.starts_with("00")) return all >= 11 && all <= 14;
  return first.front() == '0' && all == 10;
}

int number(std::string_view digits) {
  int out = 0;
  for (const char c : digits) out = out * 10 + (c - '0');
  return out;
}

/// 12-05-1987 or 1987-05-12, with one sign in between.
bool is_day(const Group& a, const Group& b, const Group& c) {
  if (b.before == 0 || b.before != c.before || std::string_view("-./").find(b.before) == std::string_view::npos)
    return false;
  const auto fits = [](const Group& day, const Group& month, const Group& year) {
    return day.digits.size() <= 2 && month.digits.size() <= 2 && year.digits.size() == 4 && number(day.digits) >= 1 &&
           number(day.digits) <= 31 && number(month.digits) >= 1 && number(month.digits) <= 12 &&
           number(year.digits) >= 1900 && number(year.digits) <= 2199;
  };
  return fits(a, b, c) || fits(c, b, a);
}

/// What lies between days: a day is no part of a number.
std::vector<Run> without_days(Run run) {
  std::vector<Run> out(1);
  out.back().plus = run.plus;
  out.back().amount = run.amount;
  out.back().called = run.called;
  out.back().number = run.number;
  out.back().phone = run.phone;
  auto& groups = run.groups;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i + 2 < groups.size() && is_day(groups[i], groups[i + 1], groups[i + 2])) {
      out.emplace_back();
      i += 2;
    } else {
      out.back().groups.push_back(std::move(groups[i]));
    }
  }
  std::erase_if(out, [](const Run& part) { return part.groups.empty(); });
  return out;
}

/// Eight digits that are a day: 14012027, 20270114.
bool is_day_of_eight(std::string_view digits) {
  const auto fits = [&](std::size_t day, std::size_t month, std::size_t year) {
    const int y = number(digits.substr(year, 4)), m = number(digits.substr(month, 2)),
              d = number(digits.substr(day, 2));
    return y >= 1900 && y <= 2199 && m >= 1 && m <= 12 && d >= 1 && d <= 31;
  };
  return digits.size() == 8 && (fits(0, 2, 4) || fits(6, 4, 0));
}

/// Whether eight digits may be a citizen's number with its nought left out: right behind the word, or with it somewhere
/// in the text where nothing says that they are a day or a telephone's.
bool may_lack_nought(const Run& run, std::string_view digits) {
  return run.called || (!run.phone && !is_day_of_eight(digits));
}

/// From group `first` on: the end of the nine digits, one past the last group; 0 when they do not fit.
std::size_t nine_from(const Run& run, std::size_t first, bool named) {
  std::string digits;
  bool single = false, below = false;
  std::size_t longest = 0;
  for (std::size_t i = first; i < run.groups.size() && digits.size() < kDigits; ++i) {
    digits += run.groups[i].digits;
    single = single || run.groups[i].digits.size() == 1;
    below = below || (i > first && run.groups[i].below);
    longest = std::max(longest, run.groups[i].digits.size());
    if (named && digits.size() == 8 && may_be_citizens("0" + digits) && digits.front() != '0' &&
        i + 1 == run.groups.size() && may_lack_nought(run, digits))
      return i + 1;
    if (digits.size() != kDigits || !may_be_citizens(digits)) continue;
    if (below && longest > kLongestGroup && !named) return 0;  // two numbers below each other
    const bool whole = first == 0 && i + 1 == run.groups.size();
    // A row of marks out of ten has single digits too.
    return whole || named || !single || i == first ? i + 1 : 0;
  }
  return 0;
}

/// Ten digits behind the word, with one too many at either end: a nought before it, a slip behind it.
bool is_nine_of_ten(const Run& run) {
  std::string digits;
  for (const auto& group : run.groups) digits += group.digits;
  return digits.size() == kDigits + 1 &&
         (may_be_citizens(digits.substr(1)) || may_be_citizens(digits.substr(0, kDigits)));
}

/// "0123456782" in one piece: a nought before the number, and no mobile telephone.
bool is_nine_behind_nought(const Run& run) {
  const auto& digits = run.groups.front().digits;
  return run.groups.size() == 1 && digits.size() == kDigits + 1 && digits[0] == '0' && digits[1] != '0' &&
         digits[1] != '6' && may_be_citizens(std::string_view(digits).substr(1));
}

void find_in(const Run& run, bool named, std::vector<TextPlace>& found) {
  if ((run.called && is_nine_of_ten(run)) || (run.number && is_nine_behind_nought(run))) {
    found.push_back({run.groups.front().place.begin, run.groups.back().place.end});
    return;
  }
  if (run.amount || is_telephone(run)) return;
  for (std::size_t first = 0; first < run.groups.size(); ++first)
    if (const auto end = nine_from(run, first, named); end != 0) {
      found.push_back({run.groups[first].place.begin, run.groups[end - 1].place.end});
      first = end - 1;
    }
}

constexpr std::size_t kNear = 40;  ///< bytes before a number in which a word about it stands
constexpr std::array<std::string_view, 3> kNumberWords{"nr", "nummer", "number"};
constexpr std::array<std::string_view, 6> kTelephoneWords{"tel", "bel", "mob", "phone", "call", "fax"};
constexpr std::array<std::string_view, 4> kWords{"bsn", "sofi", "burgerservice", "citizen service"};

/// Where the word that begins at `at` ends; 0 when it goes on as another: Sofie is somebody.
std::size_t end_of_word(std::string_view lower, std::size_t at, std::string_view word) {
  constexpr std::array<std::string_view, 4> kGoesOn{"nummer", "nr", "num", "-"};
  const auto rest = lower.substr(at + word.size());
  const bool letter = !rest.empty() && rest.front() >= 'a' && rest.front() <= 'z';
  if (word != "sofi" || !letter) return at + word.size();
  return std::ranges::any_of(kGoesOn, [&](auto more) { return rest.starts_with(more); }) ? at + word.size() : 0;
}

bool names_it(std::string_view text) {
  const auto lower = folded(text);
  return std::ranges::any_of(kWords, [&](auto word) {
    for (auto at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1))
      if (end_of_word(lower, at, word) > 0) return true;
    return false;
  });
}

/// Whether `before` ends with the word, and perhaps one more: "bsn nr. ", "burgerservicenummer is ".
bool calls_it(std::string_view before) {
  constexpr int kMoreWords = 1;
  const auto lower = folded(before.substr(before.size() - std::min(before.size(), kNear)));
  std::size_t end = std::string::npos;
  for (const auto word : kWords)
    for (auto at = lower.rfind(word); at != std::string::npos;
         at = at == 0 ? std::string::npos : lower.rfind(word, at - 1))
      if (const auto behind = end_of_word(lower, at, word); behind > 0) {
        end = end == std::string::npos ? behind : std::max(end, behind);
        break;
      }
  if (end == std::string::npos) return false;
  int words = 0;
  bool in_word = true;  // the rest of its own word
  for (const char c : std::string_view(lower).substr(end)) {
    if (c >= '0' && c <= '9') return false;
    const bool letter = c >= 'a' && c <= 'z';
    if (letter && !in_word) ++words;
    in_word = letter;
  }
  return words <= kMoreWords;
}

/// Whether a word for a telephone stands near before it: "bel 12345672".
bool says_telephone(std::string_view before) {
  const auto lower = folded(before.substr(before.size() - std::min(before.size(), kNear)));
  return std::ranges::any_of(kTelephoneWords, [&](auto word) { return lower.find(word) != std::string::npos; });
}

/// Whether `before` ends with "nr" or the like, and with no word for a telephone near: "zijn nummer is 0123456782".
bool says_number(std::string_view before) {
  if (says_telephone(before)) return false;
  const auto lower = folded(before.substr(before.size() - std::min(before.size(), kNear)));
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  std::string_view rest(lower);
  for (int words = 0; words < 2; ++words) {
    while (!rest.empty() && !is_letter(rest.back())) {
      if (rest.back() >= '0' && rest.back() <= '9') return false;
      rest.remove_suffix(1);
    }
    auto begin = rest.size();
    while (begin > 0 && is_letter(rest[begin - 1])) --begin;
    const auto word = rest.substr(begin);
    if (std::ranges::find(kNumberWords, word) != kNumberWords.end()) return true;
    if (word != "is") return false;
    rest = rest.substr(0, begin);
  }
  return false;
}

/// Whether eight signs that may be digits stand in a row, with no letter and few signs in between. A sign beyond ASCII
/// may be a digit or stand between two.
bool may_hold_number(std::string_view text) {
  constexpr int kFewest = 8;
  int digits = 0, between = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((c >= '0' && c <= '9') || byte >= 0xC2) {
      if (++digits == kFewest) return true;
      between = 0;
    } else if (byte < 0x80 && (++between > kMostSeparators || !is_separator(byte))) {
      digits = 0;
    }
  }
  return false;
}

}  // namespace

bool passes_eleven_test(std::string_view nine_digits) {
  int sum = 0;
  for (std::size_t i = 0; i < 8; ++i) sum += static_cast<int>(kDigits - i) * (nine_digits[i] - '0');
  return (sum - (nine_digits[8] - '0')) % 11 == 0;
}

bool has_called_citizen_number(std::string_view bytes) {
  constexpr std::size_t kBehind = 64;
  const auto starts = [&](std::size_t at, std::string_view word) {
    if (bytes.size() - at < word.size()) return false;
    return std::ranges::equal(bytes.substr(at, word.size()), word,
                              [](char c, char w) { return (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) == w; });
  };
  for (std::size_t at = bytes.find_first_of("bBsScC"); at != std::string_view::npos;
       at = bytes.find_first_of("bBsScC", at + 1)) {
    if (std::ranges::none_of(kWords, [&](auto word) { return starts(at, word); })) continue;
    if (!citizen_numbers(bytes.substr(at, kBehind)).empty()) return true;
  }
  return false;
}

std::vector<TextPlace> citizen_numbers(std::string_view text) {
  // Nearly no text has eight digits near each other, and every text of every command comes by here.
  if (!may_hold_number(text)) return {};

  std::vector<TextPlace> found;
  const bool named = names_it(text);
  Run run;
  bool in_group = false;
  int separators = 0;
  char separator = 0;
  bool below = false;
  std::uint32_t last = 0;  // the sign before, other than a space
  const auto close = [&] {
    if (!run.groups.empty())
      for (const auto& part : without_days(std::move(run))) find_in(part, named, found);
    run = {};
    in_group = below = false;
    separators = 0;
  };
  for (std::size_t i = 0; i < text.size();) {
    const auto sign = utf8_sign(text, i);
    if (const auto digit = digit_of(sign.point)) {
      if (run.groups.empty()) {
        run.plus = last == '+';
        run.amount = last == 0x20AC || last == '$';
        run.called = named && calls_it(text.substr(0, i));
        run.phone = named && says_telephone(text.substr(0, i));
        run.number = *digit == '0' && says_number(text.substr(0, i));
      }
      if (!in_group) run.groups.push_back({{i, i}, {}, separators == 1 ? separator : '\0', below});
      below = false;
      auto& group = run.groups.back();
      group.digits += *digit;
      group.place.end = i + sign.length;
      in_group = true;
      separators = 0;
    } else if (!run.groups.empty() && is_separator(sign.point) && separators < kMostSeparators) {
      in_group = false;
      ++separators;
      below = below || sign.point == '\n' || sign.point == '\r';
      separator = sign.point < 0x80 ? static_cast<char>(sign.point) : '\0';
    } else {
      close();
    }
    if (sign.point != ' ' && sign.point != 0xA0) last = sign.point;
    i += sign.length;
  }
  close();
  return found;
}

}  // namespace casus
