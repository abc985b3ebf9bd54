// SPDX-License-Identifier: EUPL-1.2
// The compiler of the catalogue refuses languages that do not agree, so that the program is not built with them.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

namespace casus::test {
namespace {

const std::string kHeader =
    "msgid \"\"\nmsgstr \"\"\n\"Language: %\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
    "\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n";

/// What the compiler says of two languages with these messages; empty when it is content.
std::string verdict(const std::string& nl, const std::string& en) {
  const TempDir folder;
  const auto write = [&](const std::string& code, const std::string& messages) {
    auto header = kHeader;
    folder.write(code + ".po", header.replace(header.find('%'), 1, code) + messages);
  };
  write("nl", nl);
  write("en", en);
  const auto at = folder.path().string() + "/";
  Process compiler({CASUS_CATALOGUE, "tables", at + "out.cpp", at + "nl.po", at + "en.po"}, {}, folder.path());
  const auto ran = compiler.finish();
  auto said = ran.err;
  for (auto found = said.find(at); found != std::string::npos; found = said.find(at)) said.erase(found, at.size());
  CHECK((ran.exit == 0) == said.empty());
  return said;
}

const std::string kGood = "msgid \"a.one\"\nmsgstr \"{who} and {{this}}\"\n";

}  // namespace

TEST_CASE("languages that agree are compiled", "[text]") { CHECK(verdict(kGood, kGood).empty()); }

TEST_CASE("a message that one language lacks is named with its line", "[text]") {
  CHECK(verdict(kGood + "msgid \"b.two\"\nmsgstr \"x\"\n", kGood) == "nl.po:8: 'b.two' is not in en.po\n");
  CHECK(verdict(kGood, kGood + "msgid \"b.two\"\nmsgstr \"x\"\n") == "en.po:8: 'b.two' is not in nl.po\n");
}

TEST_CASE("other arguments in one language are found", "[text]") {
  CHECK(verdict(kGood, "msgid \"a.one\"\nmsgstr \"{whom} does this\"\n") ==
        "en.po:6: 'a.one' has other arguments than in nl.po\n");
}

TEST_CASE("a field is the same in each language, and no argument", "[text]") {
  const auto names = [](const std::string& field) { return "msgid \"a.one\"\nmsgstr \"say {" + field + "}\"\n"; };
  CHECK(verdict(names("@as=NAAM"), names("@as=NAME")).empty());
  CHECK(verdict(names("(@by-when=2026-05-01)"), names("@by-when")).empty());
  CHECK(verdict(names("@role"), names("@rol")) == "en.po:6: 'a.one' has other arguments than in nl.po\n");
  CHECK(verdict(names("@a b"), names("@a b")).find("a brace that is no place") != std::string::npos);
}

TEST_CASE("an empty text, an open brace and an id out of order are found", "[text]") {
  CHECK(verdict("msgid \"a.one\"\nmsgstr \"\"\n", "msgid \"a.one\"\nmsgstr \"x\"\n") ==
        "nl.po:6: 'a.one' has no text\n");
  CHECK(verdict("msgid \"a.one\"\nmsgstr \"{ who\"\n", "msgid \"a.one\"\nmsgstr \"x\"\n") ==
        "nl.po:6: 'a.one' has a brace that is no place ({name}) and is not doubled\n");
  const std::string turned = "msgid \"b.two\"\nmsgstr \"x\"\nmsgid \"a.one\"\nmsgstr \"x\"\n";
  CHECK(verdict(turned, turned) ==
        "nl.po:8: 'a.one' stands out of order: ids stand sorted\n"
        "en.po:8: 'a.one' stands out of order: ids stand sorted\n");
}

TEST_CASE("a term that is not there is found", "[text]") {
  const std::string term = "msgid \"-team\"\nmsgstr \"team\"\nmsgid \"a.one\"\nmsgstr \"the {-Team}\"\n";
  CHECK(verdict(term, term).empty());
  CHECK(verdict(term, "msgid \"-team\"\nmsgstr \"team\"\nmsgid \"a.one\"\nmsgstr \"{-crew}\"\n") ==
        "en.po:8: 'a.one' names a term that is not there: '-crew'\n");
}

TEST_CASE("plural forms name the argument that counts", "[text]") {
  const std::string good =
      "msgid \"a.one\"\nmsgid_plural \"{count}\"\nmsgstr[0] \"one\"\nmsgstr[1] \"{count} of them\"\n";
  CHECK(verdict(good, good).empty());
  CHECK(verdict(good, "msgid \"a.one\"\nmsgstr \"{count} of them\"\n") ==
        "en.po:6: 'a.one' counts another argument than in nl.po\n");
}

}  // namespace casus::test
