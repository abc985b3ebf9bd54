// SPDX-License-Identifier: EUPL-1.2
// What was said about people is not readable in any file of the store.
#include "tests/engine/shipped.hpp"
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <set>

namespace casus::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Texts = std::set<std::string>;

/// What stays readable by design: ids, kinds, days, method and neighbourhood.
const std::set<std::string> kReadable{"id",     "do",       "case",     "at",     "on",           "by_when", "kind",
                                      "method", "workflow", "privacy",  "basis",  "reported_on",  "scale",   "answer",
                                      "shell",  "quadrant", "strength", "rung",   "direction",    "state",   "re",
                                      "roles",  "goal",     "action",   "stance", "neighbourhood"};

void collect(const std::string& key, const json& value, Texts& out) {
  if (kReadable.contains(key)) return;
  if (value.is_structured())
    for (const auto& [name, inner] : value.items()) collect(value.is_array() ? key : name, inner, out);
  // Shorter than this and chance would find it among sealed bytes.
  if (value.is_string() && value.get<std::string>().size() >= 5) out.insert(value.get<std::string>());
}

/// Every text and name of an example.
Texts told_in(const std::string& method) {
  Texts texts;
  for (const auto& line : lines_in(content_of(example_of(method)))) collect("", json::parse(line), texts);
  return texts;
}

/// The texts, and pieces of long texts, that stand in these bytes.
Texts readable(const std::string& bytes, const Texts& texts) {
  constexpr std::size_t kPiece = 14;
  Texts found;
  for (const auto& text : texts) {
    if (bytes.find(text) != std::string::npos) found.insert(text);
    for (std::size_t at = 0; at + kPiece <= text.size(); at += kPiece)
      if (bytes.find(text.substr(at, kPiece)) != std::string::npos) found.insert(text.substr(at, kPiece));
  }
  return found;
}

/// The files of a store by what follows its name: "", "-wal", "-shm", ".keys".
std::map<std::string, std::string> files_of(const fs::path& store) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::directory_iterator(store.parent_path()))
    if (const auto name = entry.path().filename().string(); name.starts_with(store.filename().string()))
      files[name.substr(store.filename().string().size())] = content_of(entry.path());
  return files;
}

}  // namespace

TEST_CASE("a likely name or address in the reason of a look is remarked, as in every text", "[stories]") {
  const Home home;
  REQUIRE(
      home.type("casus team init Noord && casus team add Noor && casus team add Bram && casus case open Was --id was "
                "--privacy anonymous --basis wmo --purpose hulp --as Noor")
          .exit == 0);
  const auto named = home.type("casus case show was --because 'Jan de Vries, Dorpsstraat 12 belde' --as Bram");
  INFO(named.err);
  CHECK(named.exit == 0);
  CHECK(named.err.find("staat hier een naam") != std::string::npos);
  CHECK(named.err.find("staat hier een adres") != std::string::npos);
  CHECK(home.type("casus case show was --because 'Noor is ziek' --as Bram").err.empty());
}

TEST_CASE("after the demo no sentence and no name stands readable in the store", "[stories]") {
  for (const auto& method : shipped_methods()) {
    INFO(method);
    const auto texts = told_in(method);
    CHECK(texts.size() > 20);
    CHECK(readable(content_of(example_of(method)), texts).size() > texts.size() / 2);  // the search does find

    const Home home;
    const auto ran = home.type("casus demo --method " + method + " --out demo");
    REQUIRE(ran.exit == 0);
    const auto files = files_of(home.folder() / "demo/casus.db");
    REQUIRE(files.contains(""));
    REQUIRE(files.contains(".keys"));
    for (const auto& [name, bytes] : files) {
      INFO("casus.db" << name);
      CHECK(readable(bytes, texts) == Texts{});
    }
  }
}

TEST_CASE("nor does any stand in the journal that a kill leaves behind", "[stories]") {
  const auto method = shipped_methods().front();
  const Home home;
  auto reader = home.begin("{ cat '" + example_of(method).string() + "'; sleep 20; } | casus apply - --json");
  const auto lines = lines_in(content_of(example_of(method))).size();
  for (int i = 0; i < 300 && lines_in(reader.so_far().out).size() < lines; ++i)
    reader.listen(std::chrono::milliseconds(100));
  CHECK(lines_in(reader.so_far().out).size() == lines);
  reader.kill();
  reader.finish();
  const auto files = files_of(home.store());
  REQUIRE(files.contains("-wal"));
  CHECK(files.at("-wal").size() > 10'000);
  for (const auto& [name, bytes] : files) {
    INFO("casus.db" << name);
    CHECK(readable(bytes, told_in(method)) == Texts{});
  }
}

TEST_CASE("a look that is written down again without a name is told apart from one whose term ended", "[stories]") {
  const Home home;
  const auto told = home.type(
      "casus case open Was --id was --as Noor --privacy anonymous --basis wmo --purpose hulp >/dev/null && "
      "casus case join was Samira --role chair --as Noor >/dev/null && "
      "casus case join was 'Els Bos' --role resident --as Noor >/dev/null && "
      "casus case show was --because 'Els Bos belde' --as Ria >/dev/null && "
      "casus case erase was --person 'Els Bos' --because vraag --with Samira --yes --as Noor >/dev/null && "
      "casus store verify && casus store verify --json");
  INFO(told.out << told.err);
  REQUIRE(told.exit == 0);
  CHECK(told.out.find("\n1 keer kijken staat er opnieuw, zonder de naam van wie gewist is\n") != std::string::npos);
  CHECK(told.out.find("vernietigd:") == std::string::npos);
  CHECK(told.out.find("\"reworded_looks\":1") != std::string::npos);
  CHECK(told.out.find("\"destroyed_looks\":0") != std::string::npos);
}

TEST_CASE("who erases somebody sees where the name stands before a second person confirms it", "[stories][erasing]") {
  const Home home;
  REQUIRE(home.type("casus case open Was --id was --as Noor --privacy anonymous --basis wmo --purpose hulp >/dev/null "
                    "&& casus case join was Samira --role chair --as Noor >/dev/null && "
                    "casus case join was 'Els Bos' --role resident --as Noor >/dev/null && "
                    "casus case question was 'Hoe helpen we Els Bos?' --as Noor >/dev/null")
              .exit == 0);
  const std::string erase = "casus case erase was --person 'Els Bos' --because vraag --as Noor";
  const std::string place = "casus case destroy was vraag";
  const auto alone = home.type(erase);
  INFO(alone.out << alone.err);
  CHECK(alone.exit == 1);
  CHECK(alone.err.find("--with NAAM") != std::string::npos);
  CHECK(alone.err.find(place) != std::string::npos);
  CHECK(home.type(erase + " --json").out.find(place) != std::string::npos);
  const auto asked = home.type(erase + " --with Samira </dev/null");
  CHECK(asked.exit == 2);
  CHECK(asked.err.find(place) < asked.err.find("--yes"));
  // Who may not erase is not told what stands there; and nothing was erased.
  CHECK(home.type("casus case erase was --person 'Els Bos' --because x --as Samira").err.find(place) ==
        std::string::npos);
  CHECK(home.type("casus case show was --as Noor").out.find("Hoe helpen we Els Bos?") != std::string::npos);
  const auto done = home.type(erase + " --with Samira --yes");
  CHECK(done.exit == 0);
  CHECK(done.out.find(place) != std::string::npos);
}

TEST_CASE("only the owner may read the store and its keys", "[stories]") {
  const Home home;
  REQUIRE(home.type("umask 000; casus demo --out demo").exit == 0);
  for (const auto* name : {"casus.db", "casus.db.keys"}) {
    INFO(name);
    const auto file = home.folder() / "demo" / name;
    CHECK((fs::status(file).permissions() & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
  }
}

}  // namespace casus::test
