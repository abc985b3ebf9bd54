// SPDX-License-Identifier: EUPL-1.2
#include "core/training/play/called.hpp"

#include "core/base/text.hpp"
#include "core/training/play/small_talk_data.hpp"
#include "core/training/scenario/words_in_text.hpp"

#include <algorithm>
#include <vector>

namespace casus::training {
namespace {

/// A line of called.txt: what stands for all of these, as who does something and as whom it is done to.
struct Calling {
  std::string_view subject, object;
  std::vector<std::string_view> names;
};

std::vector<Calling> callings_in(std::string_view bytes) {
  std::vector<Calling> all;
  for (const auto line : lines_of(bytes)) {
    const auto colon = std::min(line.find(':'), line.size() - 1);
    const auto stands_for = divided(line.substr(0, colon), "/");
    all.push_back({stands_for.front(), stands_for.back(), divided(line.substr(colon + 1), ",")});
  }
  return all;
}

bool is_in_word(char c) { return is_letter(c) || c == '\''; }

constexpr std::string_view kAnother = "-";

const std::vector<Calling>& callings() {
  static const auto kAll = callings_in(kCalled);
  return kAll;
}

/// "Die man van de bank", "that man who called": it is said which one, so it is not the one that all speak of. Words
/// that do so stand behind a dash in called.txt.
bool is_another(std::string_view behind) {
  if (!behind.starts_with(' ')) return false;
  const auto word = behind.substr(1, behind.find(' ', 1) - 1);
  return std::ranges::any_of(callings(), [&](const Calling& one) {
    return one.subject == kAnother && std::ranges::find(one.names, word) != one.names.end();
  });
}

/// By name there is one, whoever is with them: "meneer Berk met zijn dochter".
enum class As { somebody, named };

std::string replaced(std::string_view text, std::string_view name, std::string_view by, As as = As::somebody) {
  std::string out;
  std::size_t from = 0;
  for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const auto after = at + name.size();
    const bool whole = (at == 0 || !is_in_word(text[at - 1])) && (after >= text.size() || !is_in_word(text[after]));
    if (at < from || !whole || (as == As::somebody && is_another(text.substr(after)))) continue;
    out.append(text.substr(from, at - from)).append(by);
    from = after;
  }
  return out.append(text.substr(from));
}

/// A line of titles.txt.
struct Title {
  std::string_view in_name, typed, subject, object;
};

std::vector<Title> titles_in(std::string_view bytes) {
  std::vector<Title> all;
  for (const auto line : lines_of(bytes)) {
    const auto colon = std::min(line.find(':'), line.size() - 1);
    const auto titles = divided(line.substr(0, colon), " "), stands_for = divided(line.substr(colon + 1), "/");
    all.push_back({titles.front(), titles.back(), stands_for.front(), stands_for.back()});
  }
  return all;
}

const std::vector<Title>& titles() {
  static const auto kAll = titles_in(kTitles);
  return kAll;
}

/// How the resident is typed with this title; empty for who has another.
std::string typed_name(std::string_view name, const Title& title) {
  const auto plain = folded(name);
  const auto first = std::string_view(plain).substr(0, plain.find(' '));
  if (std::ranges::find(titles(), first, &Title::in_name) == titles().end()) return plain;
  return first == title.in_name ? std::string(title.typed).append(plain.substr(first.size())) : std::string();
}

}  // namespace

std::string with_pronouns(std::string_view said) {
  const auto plain = folded(said);
  auto subjects = plain, objects = plain;
  for (const auto& calling : callings())
    for (const auto name : calling.names) {
      if (calling.subject == kAnother) break;
      subjects = replaced(subjects, name, calling.subject);
      objects = replaced(objects, name, calling.object);
    }
  auto heard = std::string(said);
  if (subjects != plain) heard.append("\n").append(subjects);
  if (objects != subjects) heard.append("\n").append(objects);
  return heard;
}

std::string with_pronouns(std::string_view said, std::string_view resident) {
  auto heard = with_pronouns(said);
  const auto plain = folded(said);
  std::vector<std::string> lines;
  for (const auto& title : titles()) {
    const auto name = typed_name(resident, title);
    if (name.empty()) continue;
    for (const auto by : {title.subject, title.object})
      if (auto line = replaced(plain, name, by, As::named);
          line != plain && std::ranges::find(lines, line) == lines.end())
        lines.push_back(std::move(line));
  }
  for (const auto& line : lines) heard.append("\n").append(line);
  return heard;
}

}  // namespace casus::training
