// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/typed/typed_line.hpp"
#include "tests/house/tree.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <regex>

// A way on is written from the names of its fields. One that no option has would be typed as a word, and refused.

namespace casus::test {
namespace {

struct WrittenWay {
  std::string place;
  std::string path;
  std::vector<std::string> fields;
};

/// What stands between the bracket before `from` and the one that closes it.
std::string in_brackets(const std::string& text, std::size_t from) {
  int open = 1;
  auto at = from;
  for (; at < text.size() && open > 0; ++at) open += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
  return text.substr(from, at - from - 1);
}

std::vector<WrittenWay> written_ways() {
  static const std::regex kWay(R"re(\bway\(\s*"([a-z][a-z -]*)")re");
  static const std::regex kInner(R"re(\bway\(([^()]|\([^()]*\))*\))re");
  static const std::regex kField(R"re("([a-z_-]+)"_is)re");
  std::vector<WrittenWay> ways;
  for (const auto& file : sources(files_in({"core", "cli"}))) {
    const std::string text(file.text);
    for (std::sregex_iterator it(text.begin(), text.end(), kWay), end; it != end; ++it) {
      const auto rest = static_cast<std::size_t>(it->position() + it->length());
      const auto fields = std::regex_replace(in_brackets(text, rest), kInner, "");
      WrittenWay way{file.path, (*it)[1], {}};
      for (std::sregex_iterator field(fields.begin(), fields.end(), kField); field != end; ++field)
        if ((*field)[1] != "as") way.fields.push_back((*field)[1]);
      ways.push_back(std::move(way));
    }
  }
  return ways;
}

}  // namespace

TEST_CASE("what a way on fills in is an option of its command, or one of its words", "[desk]") {
  const auto ways = written_ways();
  CHECK(ways.size() > 100);
  for (const auto& way : ways) {
    const auto* entry = desk::entry_in(desk::catalogue(), way.path);
    if (entry == nullptr) continue;  // what a terminal alone can do
    INFO(way.place << ": " << way.path);
    const auto verb = entry->fresh();
    desk::Slots slots;
    verb->shape(slots);
    std::size_t words = 0;
    for (const auto& slot : slots.all())
      if (slot.kind == desk::Slot::Kind::word) words += slot.many ? way.fields.size() : 1;
    const auto is_word = [&](const std::string& field) {
      return std::ranges::find(slots.all(), "--" + field, &desk::Slot::name) == slots.all().end();
    };
    CHECK(static_cast<std::size_t>(std::ranges::count_if(way.fields, is_word)) <= words);
  }
}

}  // namespace casus::test
