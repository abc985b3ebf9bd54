// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/field_walk.hpp"

#include "core/base/time.hpp"
#include "tests/support/catch.hpp"

namespace casus::test {

namespace {

struct WalkedLeaf {
  std::string word;
  std::optional<Date> on;

  static void fields(auto& self, auto&& visit) {
    visit.required("word", self.word);
    visit.optional("on", self.on);
  }
};

struct WalkedBranch {
  std::string name;
  int size = 0;
  std::optional<std::string> note;
  std::vector<std::string> marks;
  WalkedLeaf first;
  std::vector<WalkedLeaf> more;
  std::vector<bool> signs{true};
  std::string apart;

  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.required("size", self.size);
    visit.optional("note", self.note);
    visit.optional("marks", self.marks);
    visit.optional("first", self.first);
    visit.optional("more", self.more);
    visit.optional("signs", self.signs);
    visit.secret("apart", self.name, self.apart);
  }
};

using WalkedTexts = std::vector<std::string>;

}  // namespace

TEST_CASE("a walk meets every text of a struct, those in lists and within too, and none that is sealed apart",
          "[base]") {
  const WalkedBranch branch{"eik", 3, "oud", {"a", "b"}, {"blad", {}}, {{"tak", {}}, {"knop", {}}}, {true}, "geheim"};
  WalkedTexts met;
  fields::walk(branch,
               [&](std::string_view key, const std::string& text) { met.push_back(std::string(key) + '=' + text); });
  CHECK(met == WalkedTexts{"name=eik", "note=oud", "marks=a", "marks=b", "word=blad", "word=tak", "word=knop"});
}

TEST_CASE("a walk gives what it meets to whichever function takes it, as it lies there", "[base]") {
  WalkedBranch branch{"eik", 3, {}, {"a", ""}, {"blad", date_from("2026-03-02")}, {{"", {}}}, {true}, ""};
  int lists = 0;
  fields::walk(branch, fields::Taking{[&](std::string_view, std::string& text) { text += '!'; },
                                      [&](std::string_view, std::vector<std::string>& texts) {
                                        ++lists;
                                        std::erase(texts, "");
                                      },
                                      [](std::string_view, Date& on) { on = plus_days(on, 7); }});
  CHECK(branch.name == "eik!");
  CHECK_FALSE(branch.note);
  CHECK(branch.marks == WalkedTexts{"a"});
  CHECK(lists == 1);
  CHECK(branch.first.word == "blad!");
  CHECK(to_string(*branch.first.on) == "2026-03-09");
  CHECK(branch.more.front().word == "!");
  CHECK_FALSE(branch.more.front().on);
}

}  // namespace casus::test
