// SPDX-License-Identifier: EUPL-1.2
#include "core/base/personal_data.hpp"

#include "core/base/citizen_number.hpp"
#include "core/base/identifiers.hpp"
#include "core/base/name_words_data.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace casus {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

/// Runs of digits, with the separators that people write inside numbers.
void find_numbers(std::string_view text, std::vector<PersonalData>& found) {
  for (std::size_t i = 0; i < text.size();) {
    const bool starts = digit(text[i]) || (text[i] == '+' && i + 1 < text.size() && digit(text[i + 1]));
    if (!starts || (i > 0 && (letter(text[i - 1]) || digit(text[i - 1])))) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    std::string digits(text[i] == '+' ? "" : std::string(1, text[i]));
    while (end < text.size() &&
           (digit(text[end]) || ((text[end] == ' ' || text[end] == '-' || text[end] == '.' || text[end] == '/') &&
                                 end + 1 < text.size() && digit(text[end + 1])))) {
      if (digit(text[end])) digits += text[end];
      ++end;
    }
    const std::string_view run = text.substr(i, end - i);
    const auto report = [&](PersonalData::Kind kind) { found.push_back({kind, std::string(run)}); };
    const bool phone = (digits.size() == 10 && digits[0] == '0') ||
                       (text[i] == '+' && digits.size() >= 10 && digits.size() <= 13) ||
                       (digits.starts_with("0031") && digits.size() == 13);
    if (phone) report(PersonalData::Kind::phone);
    else if (digits.size() == 4 && digits[0] != '0') {
      std::size_t after = end;
      if (after < text.size() && text[after] == ' ') ++after;
      const auto upper = [&](std::size_t at) { return at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; };
      if (upper(after) && upper(after + 1) && (after + 2 >= text.size() || !letter(text[after + 2]))) {
        found.push_back({PersonalData::Kind::postcode, std::string(text.substr(i, after + 2 - i))});
        end = after + 2;
      }
    }
    i = end;
  }
}

void find_emails(std::string_view text, std::vector<PersonalData>& found) {
  const auto part = [](char c) { return letter(c) || digit(c) || c == '.' || c == '-' || c == '_' || c == '+'; };
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    std::size_t begin = at;
    std::size_t end = at + 1;
    while (begin > 0 && part(text[begin - 1])) --begin;
    while (end < text.size() && part(text[end])) ++end;
    if (begin < at && text.substr(at, end - at).find('.') != std::string_view::npos)
      found.push_back({PersonalData::Kind::email, std::string(text.substr(begin, end - begin))});
  }
}

bool is_of(std::string_view list, std::string_view word) {
  return !word.empty() && word.find(' ') == std::string_view::npos &&
         list.find(' ' + std::string(word) + ' ') != std::string_view::npos;
}

bool is_capital(std::string_view word) {
  const auto first = word.substr(0, 2);
  return folded(first) != first;
}
/// WMO, MS
bool is_shouted(std::string_view word) { return word.size() > 1 && word[1] >= 'A' && word[1] <= 'Z'; }

std::vector<std::string_view> spaced(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    const auto end = std::min(text.find_first_of(" \n\t", i), text.size());
    if (end > i) words.push_back(text.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

/// A word without the marks around it.
std::string_view bare(std::string_view word) {
  constexpr std::string_view kBefore = "\"'([-", kBehind = ".,;:!?\"')]";
  while (!word.empty() && kBefore.find(word.front()) != std::string_view::npos) word.remove_prefix(1);
  while (!word.empty() && kBehind.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  return word;
}

}  // namespace

std::vector<PersonalData> personal_data(std::string_view text) {
  std::vector<PersonalData> found;
  for (const auto& place : citizen_numbers(text))
    found.push_back(
        {PersonalData::Kind::citizen_number, std::string(text.substr(place.begin, place.end - place.begin))});
  std::vector<PersonalData> accounts;
  find_accounts(text, accounts);
  find_numbers(text, found);
  // The groups of an account number look like telephones and postcodes.
  std::erase_if(found, [&](const PersonalData& one) {
    return one.kind != PersonalData::Kind::citizen_number && std::ranges::any_of(accounts, [&](const auto& account) {
             return account.text.find(one.text) != std::string::npos;
           });
  });
  found.insert(found.end(), std::make_move_iterator(accounts.begin()), std::make_move_iterator(accounts.end()));
  find_birth_dates(text, found);
  find_plates(text, found);
  find_profiles(text, found);
  find_emails(text, found);
  return found;
}

bool is_title(std::string_view word) { return is_of(kTitles, word); }
bool is_between(std::string_view word) { return is_of(kBetween, word); }
bool is_household(std::string_view word) { return is_of(kHouseholds, word); }

std::string titled_name(std::string_view text) {
  const auto words = spaced(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto title = bare(words[i]);
    if (!is_title(folded(title)) || is_shouted(title)) continue;
    auto next = i + 1;
    while (next < words.size() && is_between(folded(words[next]))) ++next;
    if (next == words.size()) return {};
    const auto name = bare(words[next]);
    const auto lower = folded(name);
    // "mevrouw jong" may go on as "moeder werd"; "mevrouw de jong" is called so.
    const bool called = is_of(kSurnames, lower) || (next > i + 1 && is_of(kWordsAsSurnames, lower));
    if ((!is_capital(name) && !called) || is_shouted(name)) continue;
    return {title.data(), static_cast<std::size_t>(name.data() + name.size() - title.data())};
  }
  return {};
}

}  // namespace casus
