// SPDX-License-Identifier: EUPL-1.2
// Every message that the sources ask for is in the catalogue with those arguments, and the catalogue holds no other.
#include "core/text/catalogue.hpp"
#include "tests/house/tree.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cctype>
#include <set>

namespace casus::test {
namespace {

using Names = std::vector<std::string>;

/// `msg("some.id", "one"_is = ..., "other"_is = ...)` in a source.
struct Use {
  std::string id;
  std::set<std::string> arguments;
};

bool in_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// The literal that begins at the quote at `at`; `at` comes to stand behind it.
std::string literal_at(std::string_view text, std::size_t& at) {
  const auto begin = at + 1;
  for (++at; at < text.size() && text[at] != '"'; ++at)
    if (text[at] == '\\') ++at;
  const auto end = std::min(at++, text.size());
  return std::string(text.substr(begin, end - begin));
}

/// One call, from behind its bracket: the arguments of calls inside it are not its own.
Use use_at(std::string_view text, std::size_t at) {
  Use use;
  for (int depth = 1; depth > 0 && at < text.size();) {
    if (text[at] == '"') {
      const auto word = literal_at(text, at);
      if (depth != 1) continue;
      if (text.substr(at).starts_with("_is")) use.arguments.insert(word);
      else if (use.id.empty()) use.id = word;
      continue;
    }
    if (text[at] == '(' || text[at] == '{' || text[at] == '[') ++depth;
    if (text[at] == ')' || text[at] == '}' || text[at] == ']') --depth;
    ++at;
  }
  return use;
}

bool is_id(std::string_view word) {
  return word.find('.') != std::string_view::npos && std::ranges::all_of(word, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
         });
}

/// `tell("some.id", {{"one", ...}, {"other", ...}})`, from behind its bracket: a name stands first in its own braces.
Use telling_at(std::string_view text, std::size_t at) {
  Use use;
  std::string open;
  for (int brackets = 1; brackets > 0 && at < text.size();) {
    if (text[at] == '"') {
      const bool name = open == "{{" && brackets == 1 && text[at - 1] == '{';
      const auto word = literal_at(text, at);
      if (use.id.empty()) use.id = word;
      else if (name) use.arguments.insert(word);
      continue;
    }
    if (text[at] == '(') ++brackets;
    if (text[at] == ')') --brackets;
    if (text[at] == '{' && brackets == 1) open += '{';
    if (text[at] == '}' && brackets == 1) open.pop_back();
    ++at;
  }
  return use;
}

/// Calls of msg, of gap, of say with an id, and of tell.
std::vector<Use> uses_in(std::string_view text) {
  std::vector<Use> uses;
  for (const std::string_view call : {"msg(", "say(", "gap("})
    for (auto at = text.find(call); at != std::string_view::npos; at = text.find(call, at + 1)) {
      if (at > 0 && in_name(text[at - 1])) continue;
      auto use = use_at(text, at + call.size());
      if (is_id(use.id)) uses.push_back(std::move(use));
    }
  constexpr std::string_view kTell = "tell(";
  for (auto at = text.find(kTell); at != std::string_view::npos; at = text.find(kTell, at + 1)) {
    if (at > 0 && in_name(text[at - 1])) continue;
    auto use = telling_at(text, at + kTell.size());
    if (is_id(use.id)) uses.push_back(std::move(use));
  }
  return uses;
}

/// Every id that a source names, in a call or in a table.
std::set<std::string> named_in(std::string_view text) {
  std::set<std::string> ids;
  for (auto at = text.find('"'); at < text.size(); at = text.find('"', at)) {
    const bool sign = at > 0 && text[at - 1] == '\'' && text.substr(at + 1).starts_with('\'');
    if (sign) ++at;  // '"' begins no literal
    else if (auto word = literal_at(text, at); is_id(word)) ids.insert(std::move(word));
  }
  return ids;
}

std::set<std::string> arguments_of(const text::Entry& entry) {
  std::set<std::string> names;
  std::string name;
  for (const char c : std::string(entry.arguments) + ' ') {
    if (c == ' ') {
      if (!name.empty()) names.insert(name);
      name.clear();
    } else if (c != '#') {
      name += c;
    }
  }
  return names;
}

/// What is told of a problem is told to its remedy too, which may say more of it: "choose from {known}".
std::set<std::string> taken_by(const std::string& id, const text::Entry& entry) {
  auto names = arguments_of(entry);
  if (const auto remedy = text::find(id + "_do"); remedy && id.starts_with("wrong."))
    names.merge(arguments_of(*remedy));
  return names;
}

std::string listed(const std::set<std::string>& names) {
  std::string all;
  for (const auto& name : names) all += (all.empty() ? "" : ", ") + name;
  return "(" + all + ")";
}

Names wrong_uses(const std::vector<TreeFile>& files) {
  Names problems;
  for (const auto& file : files)
    for (const auto& use : uses_in(file.text)) {
      const auto entry = text::find(use.id);
      if (!entry) problems.push_back(file.path + ": no message '" + use.id + "'");
      else if (taken_by(use.id, *entry) != use.arguments)
        problems.push_back(file.path + ": '" + use.id + "' takes " + listed(taken_by(use.id, *entry)) + ", not " +
                           listed(use.arguments));
    }
  return problems;
}

}  // namespace

TEST_CASE("every message that the sources ask for is in the catalogue, with its arguments", "[text]") {
  const auto files = sources(files_in({"core", "cli"}));
  REQUIRE(files.size() > 20);
  CHECK(wrong_uses(files) == Names{});
}

TEST_CASE("no message of the catalogue is unused", "[text]") {
  std::set<std::string> named;
  for (const auto& file : sources(files_in({"core", "cli"}))) named.merge(named_in(file.text));
  Names unused;
  for (std::size_t i = 0; i < text::size(); ++i) {
    const auto id = std::string(text::entry(i).id);
    // What to do about a problem has the id of the problem, and "_do" behind it (core/base/problem.hpp).
    const bool remedy = id.starts_with("wrong.") && id.ends_with("_do") && named.contains(id.substr(0, id.size() - 3));
    // A message that a page says in its own way has the id of that message, and ".page" behind it.
    const bool of_page = id.ends_with(text::kOfPage) && named.contains(id.substr(0, id.size() - text::kOfPage.size()));
    if (id != "text.language" && id[0] != '-' && !remedy && !of_page && !named.contains(id)) unused.push_back(id);
  }
  CHECK(unused == Names{});
}

TEST_CASE("a text that is put behind another begins and ends alike in Dutch and English", "[text]") {
  Names otherwise;
  for (std::size_t i = 0; i < text::size(); ++i) {
    const auto one = text::entry(i);
    for (const std::uint64_t count : {1, 2}) {
      const auto nl = one.text(Lang::nl, count), en = one.text(Lang::en, count);
      if (nl.starts_with(' ') != en.starts_with(' ') || nl.ends_with(' ') != en.ends_with(' '))
        otherwise.emplace_back(one.id);
    }
  }
  CHECK(otherwise == Names{});
}

TEST_CASE("the form of a message for pages asks for nothing that the message is not told", "[text]") {
  Names more;
  int forms = 0;
  for (std::size_t i = 0; i < text::size(); ++i) {
    const auto of_page = text::entry(i);
    if (!of_page.id.ends_with(text::kOfPage)) continue;
    ++forms;
    const auto message = text::find(of_page.id.substr(0, of_page.id.size() - text::kOfPage.size()));
    REQUIRE(message);
    if (!std::ranges::includes(arguments_of(*message), arguments_of(of_page))) more.emplace_back(of_page.id);
  }
  CHECK(more == Names{});
  CHECK(forms > 50);
}

TEST_CASE("a wrong use is found", "[text]") {
  CHECK(wrong_uses({{"a.cpp", R"(tell("wrong.missing", {{"kee", std::string{"x"}}}); tell("wrong.list"))"}}) ==
        Names{"a.cpp: 'wrong.missing' takes (key), not (kee)"});
  CHECK(wrong_uses({{"a.cpp", R"(msg("no.such"); msg("meeting.minutes_off", "minute"_is = 1))"}}) ==
        Names{"a.cpp: no message 'no.such'", "a.cpp: 'meeting.minutes_off' takes (minutes), not (minute)"});
  CHECK(wrong_uses({{"a.cpp", R"(msg("meeting.minutes_off", "minutes"_is = f(msg("text.or"), "x"_is)))"}}) == Names{});
  CHECK(wrong_uses({{"a.cpp", R"(person.say("Noor says so."); hear_say("no.such"))"}}) == Names{});
}

}  // namespace casus::test
