// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/model/commands.hpp"
#include "core/model/learning/learning.hpp"
#include "core/model/meeting/meeting.hpp"
#include "core/model/team/team.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

#include <set>
#include <sstream>

namespace casus::test {

namespace {

/// The keys of one command, as its description names them.
struct Keys {
  std::set<std::string> needed, spare;

  void required(std::string_view key, auto&) { needed.emplace(key); }
  template <class T>
  void optional(std::string_view key, T&) {
    spare.emplace(key);
  }
};

/// What stands between backquotes.
std::set<std::string> in_backquotes(std::string_view text) {
  std::set<std::string> words;
  for (;;) {
    const auto begin = text.find('`');
    const auto end = begin == std::string_view::npos ? begin : text.find('`', begin + 1);
    if (end == std::string_view::npos) return words;
    words.emplace(text.substr(begin + 1, end - begin - 1));
    text.remove_prefix(end + 1);
  }
}

/// The cell beside a command in the tables of the guide; empty when it has no row.
std::string cell_of(const std::string& guide, std::string_view command) {
  std::istringstream lines(guide);
  for (std::string line; std::getline(lines, line);) {
    const auto middle = line.find(" | ");
    if (line.starts_with("| `") && middle != std::string::npos &&
        in_backquotes(line.substr(0, middle)).contains(std::string(command)))
      return line.substr(middle + 3);
  }
  return {};
}

template <class Body>
void check_row(const std::string& guide) {
  CAPTURE(Body::kName);
  const auto cell = cell_of(guide, Body::kName);
  REQUIRE(!cell.empty());
  Keys keys;
  Body body;
  Body::fields(body, keys);
  const auto bracket = std::min(cell.find('['), cell.size());
  CHECK(in_backquotes(cell.substr(0, bracket)) == keys.needed);
  CHECK(in_backquotes(cell.substr(bracket)) == keys.spare);
}

template <class... Bodies>
void check_rows(const std::string& guide, const std::variant<Bodies...>*) {
  (check_row<Bodies>(guide), ...);
}

}  // namespace

TEST_CASE("the guide names the fields of every command as they are", "[cli]") {
  const auto guide = content_of(std::filesystem::path(CASUS_SOURCE_DIR) / "cli/machine/README.md");
  check_rows(guide, static_cast<const CommandBody*>(nullptr));
  check_rows(guide, static_cast<const TeamBody*>(nullptr));
  check_rows(guide, static_cast<const MeetingBody*>(nullptr));
  check_rows(guide, static_cast<const LearningBody*>(nullptr));
}

TEST_CASE("the guide names the values of every field as they are", "[cli]") {
  std::set<std::pair<std::string, std::set<std::string>>> rows;
  std::istringstream guide(content_of(std::filesystem::path(CASUS_SOURCE_DIR) / "cli/machine/README.md"));
  for (std::string line; std::getline(guide, line);) {
    const auto middle = line.find(" | ");
    if (!line.starts_with("| `") || middle == std::string::npos) continue;
    for (const auto& key : in_backquotes(line.substr(0, middle)))
      rows.emplace(key, in_backquotes(line.substr(middle + 3)));
  }
  for (const auto& entry : desk::catalogue()) {
    const auto verb = entry.fresh();
    desk::Slots slots;
    verb->shape(slots);
    for (const auto& slot : slots.all()) {
      std::set<std::string> values;
      for (const auto& choice : slot.choices) values.emplace(choice.key);
      if (slot.key.empty() || values.empty() || values == std::set<std::string>{"yes", "no"}) continue;
      CAPTURE(entry.path, slot.key);
      CHECK(rows.contains({std::string(slot.key), values}));
    }
  }
}

}  // namespace casus::test
