// SPDX-License-Identifier: EUPL-1.2
// A long case is folded once and kept: what was kept says the same as its events, and no more than they do.
#include "core/store/files/snapshots.hpp"
#include "tests/service/house.hpp"
#include "tests/service/watched_store.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>

using namespace casus;
using namespace casus::test;

namespace fs = std::filesystem;

namespace {

constexpr int kLines = 520;

/// A case of so many lines in a store on disk, and the folder of its snapshots.
struct LongCase {
  House house;
  fs::path folder = fs::path((house.folder / "casus.db").string() + std::string(store::kSnapshots));

  LongCase() {
    Desk desk(house);
    desk.begin();
    REQUIRE(desk.does("Noor Bakker", AddParticipant{"Karim", {Role::member}, true, false, "06-87654321"}).done());
    std::vector<Command> lines;
    for (int i = 1; i <= kLines; ++i)
      lines.push_back({{}, "c-1", "Noor Bakker", {}, std::nullopt, title("zin nummer " + std::to_string(i))});
    for (const auto& answer : desk.service.handle_together(lines)) REQUIRE(answer.done());
  }

  /// As a new process finds it.
  Case opened() const { return Desk(house).service.open("c-1"); }

  /// Of an event; 0 when there is none that opens.
  std::int64_t snapshot() const {
    const auto store = store::open_sqlite({(house.folder / "casus.db").string(), false});
    const auto kept = store->snapshot("case/c-1");
    return kept ? kept->number : 0;
  }

  std::vector<fs::path> files() const {
    std::vector<fs::path> found;
    if (fs::exists(folder))
      for (const auto& one : fs::directory_iterator(folder)) found.push_back(one.path());
    return found;
  }

  /// Its snapshot, somewhere else; and back in its place, as in an older copy of the folder.
  void copy_away() { fs::copy(folder, house.folder / "copy"); }
  void put_back() {
    fs::remove_all(folder);
    fs::copy(house.folder / "copy", folder);
    REQUIRE(files().size() == 1);
  }
};

std::string text_of(const Case& it, const std::string& id) {
  const auto one = std::ranges::find(it.contributions, id, &Contribution::id);
  return one == it.contributions.end() ? std::string() : one->text;
}

}  // namespace

TEST_CASE("a long case is kept as a snapshot when it is opened, sealed and for its owner alone",
          "[service][snapshot]") {
  LongCase it;
  CHECK(it.files().empty());  // nobody has opened it yet
  const auto first = it.opened();
  REQUIRE(it.files().size() == 1);
  CHECK(it.snapshot() == first.version);
  CHECK((fs::status(it.folder).permissions() & fs::perms::all) == fs::perms::owner_all);
  CHECK((fs::status(it.files().front()).permissions() & fs::perms::all) ==
        (fs::perms::owner_read | fs::perms::owner_write));
  const auto bytes = content_of(it.files().front());
  CHECK(bytes.size() > kLines * 20);
  for (const auto* text : {"zin nummer", "Noor", "Moeder", "Hoe nu"}) CHECK(bytes.find(text) == std::string::npos);
  const auto again = it.opened();
  CHECK(again.version == first.version);
  REQUIRE(again.contributions.size() == first.contributions.size());
  CHECK(text_of(again, "b7") == "zin nummer 7");
  CHECK(again.owner()->name == "Noor Bakker");
  CHECK(again.person("Bram")->contact == "06-12345678");
  CHECK(again.question == first.question);
}

TEST_CASE("what a kill left of a snapshot goes with the next one", "[service][snapshot]") {
  LongCase it;
  it.opened();
  const auto file = it.files().front();
  it.house.folder.write("casus.db" + std::string(store::kSnapshots) + "/" + file.filename().string() + ".4711", "half");
  fs::remove(file);
  it.opened();
  CHECK(it.files() == std::vector{file});
}

TEST_CASE("a short case has no snapshot", "[service][snapshot]") {
  House house;
  {
    Desk desk(house);
    desk.begin();
  }
  CHECK(Desk(house).service.open("c-1").version > 0);
  CHECK_FALSE(fs::exists((house.folder / "casus.db").string() + std::string(store::kSnapshots)));
}

TEST_CASE("what came after a snapshot is read, and what was put right is read from the beginning",
          "[service][snapshot]") {
  LongCase it;
  it.opened();
  const auto kept = it.snapshot();
  {
    Desk desk(it.house);
    REQUIRE(desk.does("Noor Bakker", title("nog een zin")).done());
  }
  const auto longer = it.opened();
  CHECK(longer.version == kept + 1);
  CHECK(longer.contributions.back().text == "nog een zin");
  CHECK(it.snapshot() == kept);  // one line is not worth another
  {
    Desk desk(it.house);
    REQUIRE(desk.does("Noor Bakker", Correct{"b7", "een andere zin", {}, {}, "zo was het"}).done());
  }
  const auto mended = it.opened();
  CHECK(text_of(mended, "b7") == "een andere zin");
  CHECK(mended.mended("b7") != nullptr);
  CHECK(it.snapshot() == mended.version);  // or each process would read it all again
}

TEST_CASE("a snapshot that is cut off, changed, or of another case is passed over", "[service][snapshot]") {
  LongCase it;
  it.opened();
  const auto file = it.files().front();
  const auto whole = content_of(file);
  auto changed = whole;
  changed[changed.size() / 2] ^= 1;
  auto renumbered = whole;
  renumbered[17] ^= 2;  // the number of the event
  for (const auto& bytes : {whole.substr(0, whole.size() / 2), changed, renumbered, std::string("iets anders")}) {
    it.house.folder.write("casus.db" + std::string(store::kSnapshots) + "/" + file.filename().string(), bytes);
    CHECK(it.snapshot() == 0);
    CHECK(text_of(it.opened(), "b520") == "zin nummer 520");
    CHECK(it.snapshot() > 0);  // and it is there again
  }
}

TEST_CASE("a sentence that is destroyed is in no snapshot, also not in a copy of before", "[service][snapshot]") {
  LongCase it;
  it.opened();
  it.copy_away();
  {
    Desk desk(it.house);
    REQUIRE(desk.does("Noor Bakker", Destroy{"b7", DestroyGround::special, false}).done());
  }
  CHECK(it.files().empty());
  it.put_back();
  CHECK(it.snapshot() == 0);
  const auto state = it.opened();
  CHECK(text_of(state, "b7").empty());
  CHECK(text_of(state, "b8") == "zin nummer 8");
}

TEST_CASE("what is destroyed between the reading and the keeping is in no snapshot", "[service][snapshot]") {
  LongCase it;
  const auto real = store::open_sqlite({(it.house.folder / "casus.db").string(), true});
  auto watched = std::make_unique<WatchedStore>(*real);
  bool destroyed = false;
  watched->before_keeping = [&] {
    Desk other(it.house);
    destroyed = other.does("Noor Bakker", Destroy{"b7", DestroyGround::special, false}).done();
  };
  Desk reader(it.house, std::move(watched));
  CHECK(text_of(reader.service.open("c-1"), "b7") == "zin nummer 7");  // it was there when it was read
  CHECK(destroyed);
  CHECK(it.files().empty());
  CHECK(it.snapshot() == 0);
  CHECK(text_of(reader.service.open("c-1"), "b7").empty());
}

TEST_CASE("a person who is erased is in no snapshot, also not in a copy of before", "[service][snapshot]") {
  LongCase it;
  it.opened();
  it.copy_away();
  {
    Desk desk(it.house);
    REQUIRE(desk.does("Noor Bakker", RemoveParticipant{{"Karim"}}).done());
    const auto erased = desk.does("Noor Bakker", ErasePerson{{"Karim", "op verzoek", "Bram"}});
    INFO((erased.refusal ? erased.refusal->reason.in(Lang::en) : std::string()));
    REQUIRE(erased.done());
  }
  it.put_back();
  CHECK(it.snapshot() == 0);
  const auto state = it.opened();
  CHECK(state.entry("p3")->name.empty());
  CHECK(state.entry("p3")->contact.empty());
}

TEST_CASE("a case that is erased leaves no snapshot", "[service][snapshot]") {
  LongCase it;
  it.opened();
  it.copy_away();
  {
    Desk desk(it.house);
    REQUIRE(desk.does("Noor Bakker", EraseCase{"op verzoek", "Bram"}).done());
  }
  CHECK(it.files().empty());
  it.put_back();
  CHECK(it.snapshot() == 0);
  CHECK(it.opened().stage.life == Life::erased);
}

TEST_CASE("where no snapshot can be written, a long case opens as before", "[service][snapshot]") {
  LongCase it;
  it.house.folder.write("casus.db" + std::string(store::kSnapshots), "in the way");
  CHECK(text_of(it.opened(), "b520") == "zin nummer 520");
  CHECK(it.snapshot() == 0);
}

TEST_CASE("a fault while a snapshot is looked for or kept keeps nobody from a long case", "[service][snapshot]") {
  LongCase it;
  const auto real = store::open_sqlite({(it.house.folder / "casus.db").string(), true});
  auto watched = std::make_unique<WatchedStore>(*real);
  watched->no_snapshots = true;
  Desk reader(it.house, std::move(watched));
  CHECK(text_of(reader.service.open("c-1"), "b520") == "zin nummer 520");
  CHECK(it.files().empty());
}
