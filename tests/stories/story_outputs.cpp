// SPDX-License-Identifier: EUPL-1.2
// Every command that writes a file, taken from the list of commands: aimed at a store and all that lies beside it.
#include "cli/verbs.hpp"
#include "core/desk/desk.hpp"
#include "core/desk/typed/command_text.hpp"
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <sys/stat.h>

#include <algorithm>

namespace casus::test {
namespace {

namespace fs = std::filesystem;

/// A command that writes, with the place where the name of the file goes.
struct Writing {
  std::string path;
  std::vector<std::string> words;  ///< without the file
  std::string option;              ///< "--out"; empty: the name comes as a word

  std::string line(const std::string& file, const std::string& more = "") const {
    const bool locks = path == "store keys save" || path == "case transfer";
    std::string out = locks ? "yes 'een lange wachtzin' | casus" : "casus";  // typed twice
    for (const auto& word : words) out += ' ' + desk::shell_quoted(word);
    return out + ' ' + (option.empty() ? "" : option + ' ') + desk::shell_quoted(file) + more;
  }
};

/// From the example of each command that has a place for a file to write.
std::vector<Writing> all_that_write() {
  std::vector<Writing> all;
  for (const auto& entry : cli::all_verbs()) {
    const auto verb = entry.fresh();
    desk::Slots slots;
    verb->shape(slots);
    for (const auto& slot : slots.all()) {
      if (!slot.writes) continue;
      Writing writing{std::string(entry.path), *desk::shell_words(entry.example.in(Lang::nl)),
                      slot.kind == desk::Slot::Kind::option ? slot.name : ""};
      auto& words = writing.words;
      const auto at = std::ranges::find(words, slot.name);
      if (at != words.end()) words.erase(at, at + 2);
      else if (slot.kind == desk::Slot::Kind::word)
        words.erase(words.begin() + 1 + std::ranges::count(entry.path, ' '));
      if (writing.path != "simulate" && std::ranges::find(words, "--as") == words.end())
        words.insert(words.end(), {"--as", "Noor"});
      for (auto& word : words)  // the case of these homes is opened today
        if (word == "2026-03-02" || word == "2026-06-01") word = today();
      if (writing.path == "simulate")
        words = {"simulate", "--teams", "1", "--weeks", "3", "--seed", "7", "--runs", "1", "--cases-per-week", "0.1"};
      all.push_back(std::move(writing));
    }
  }
  return all;
}

/// What the examples speak of: a case in its first step, a meeting, and what the team learns.
void furnish(const Home& home) {
  const std::string meeting = "casus meeting ";
  for (const auto& line : std::vector<std::string>{
           "casus team init Wijkteam",
           "casus team add Noor",
           "casus team add Samira",
           "casus case open 'Vader en dochter' --id 2026-001 --privacy anonymous --basis wmo --purpose doel --as Noor",
           "casus case join 2026-001 Samira --role chair --as Noor",
           "casus case question 2026-001 'Hoe verder?' --hoped-for stap --as Noor",
           "casus case next 2026-001 --as Samira",
           "printf 'Beste mevrouw,' > brief.txt; casus case attach 2026-001 brief.txt --about Brief --as Noor",
           meeting + "plan --as Samira --date " + today(),
           meeting + "start --present Noor --present Samira --as Samira --date " + today(),
           "casus learn scan start --as Samira",
           "casus learn circle start 'Hoe werken we samen?' --as Samira",
           "casus learn book propose 'Wij vragen eerst wie er al helpt' --theme own_strength --as Noor",
           "casus learn paper start --as Samira",
           "casus learn course plan --from " + today() + " --as Samira",
           "casus area begin --as Samira",
           "casus method new --id buurt/kring",
           "casus team zgw --out zgw.json",
       }) {
    const auto ran = home.type(line);
    INFO(line << "\n" << ran.err);
    CHECK(ran.exit == 0);
  }
}

}  // namespace

TEST_CASE("no command writes over a store, its keys, or what SQLite keeps beside them", "[stories][output]") {
  const Home home;
  furnish(home);
  const auto store = home.store().string();
  const auto other = (home.folder() / "ander.db").string();
  home.type("casus team init Ander --store " + other);
  fs::create_symlink(store, home.folder() / "link");
  fs::create_symlink(store + ".keys", home.folder() / "link-keys");
  fs::create_hard_link(store, home.folder() / "hard");
  fs::create_hard_link(store + ".keys", home.folder() / "hard-keys");
  const auto keys = content_of(store + ".keys");
  const auto commands = all_that_write();
  REQUIRE(commands.size() >= 12);
  for (const auto& command : commands)
    for (const auto& target :
         {store, store + ".keys", store + "-wal", store + "-shm", store + "-journal", other, other + ".keys",
          std::string("link"), std::string("link-keys"), std::string("hard"), std::string("hard-keys"),
          std::string("data/casus/../casus/casus.db"), std::string("data/casus/casus.db-WAL")}) {
      const auto line = command.line(target, " --overwrite");
      INFO(line);
      const auto ran = home.type(line);
      CHECK(ran.exit == 2);
      CHECK_THAT(ran.err, Catch::Contains("hoort bij een register"));
    }
  // A copy of the whole is not in that list: it takes no --overwrite.
  for (const auto& target : {store, store + "-journal", other + ".keys", std::string("hard"), store + ".cards"}) {
    INFO(target);
    const auto ran = home.type("casus store copy " + desk::shell_quoted(target) + " --as Noor");
    CHECK(ran.exit == 2);
    CHECK_THAT(ran.err, Catch::Contains("hoort bij een register"));
  }
  CHECK(content_of(store + ".keys") == keys);
  CHECK(home.type("casus store verify").exit == 0);
  CHECK(home.type("casus store verify --store " + other).exit == 0);
  CHECK_THAT(home.type("casus case show 2026-001 --as Noor").out, Catch::Contains("Vader en dochter"));
}

TEST_CASE("what a command wrote yesterday stays, unless it is asked for", "[stories][output]") {
  const Home home;
  furnish(home);
  int number = 0;
  for (const auto& command : all_that_write()) {
    if (command.option == "--checkpoint") continue;  // written at Ctrl-C only, see story_simulate
    if (command.path == "train debrief" || command.path == "train xapi")
      continue;                                       // needs a run that a terminal played, see story_training
    if (command.path == "store erase-due") continue;  // needs a case of years ago, see below
    const auto file = "bestand-" + std::to_string(++number);
    INFO(command.line(file));
    const auto dash = home.type(command.line("-"));  // elsewhere the standard output; here a file of that name
    INFO(dash.err);
    CHECK(dash.exit == 2);
    CHECK(dash.err.starts_with("'-' is hier geen naam voor een bestand: noem een bestand"));
    CHECK_FALSE(fs::exists(home.folder() / "-"));
    const auto nameless = home.type(command.line(""));  // as a script writes it whose variable holds nothing
    INFO(nameless.err);
    CHECK(nameless.exit == 2);
    CHECK(nameless.out.empty());
    CHECK_THAT(nameless.err, Catch::Contains("hier staat niets"));
    const auto in_folder = home.type(command.line("data"));
    CHECK(in_folder.exit == 2);
    CHECK(in_folder.err.starts_with("data is een map; geef de naam van een bestand\n"));
    const auto first = home.type(command.line(file));
    INFO(first.err);
    CHECK(first.exit == 0);
    REQUIRE(fs::exists(home.folder() / file));
    struct stat found {};
    REQUIRE(::stat((home.folder() / file).c_str(), &found) == 0);
    CHECK((found.st_mode & 0777U) == 0600U);
    home.folder().write(file, "van mij");
    const auto again = home.type(command.line(file));
    CHECK(again.exit == 2);
    CHECK(again.err == file + " is er al en blijft zoals het is; geef een andere naam, of zeg er --overwrite bij\n" +
                           again.err.substr(again.err.find('\n') + 1));
    CHECK(content_of(home.folder() / file) == "van mij");
    const auto again_here = [&] {  // a case that was handed out is handed out once
      if (command.path == "case transfer") home.type("casus case call-back 2026-001 --because toch --as Noor");
    };
    again_here();
    // A disk that takes nothing more.
    home.type("trap '' XFSZ; ulimit -f 0; " + command.line(file, " --overwrite"));
    CHECK(content_of(home.folder() / file) == "van mij");
    CHECK(home.type(command.line(file, " --overwrite")).exit == 0);
    CHECK(content_of(home.folder() / file) != "van mij");
    again_here();
  }
}

TEST_CASE("who is not at the table nor in the team erases nothing, and two who may are named", "[stories][erasing]") {
  const Home home;
  furnish(home);
  const auto refused = home.type("casus case erase 2026-001 --because x --with Samira --yes --as Mallory");
  CHECK(refused.exit == 1);
  CHECK_THAT(refused.err, Catch::Contains("Dit is van het team, en Mallory hoort daar niet bij."));
  CHECK(home.type("casus case erase 2026-001 --because x --yes --as Noor").exit == 1);
  CHECK(home.type("casus case erase 2026-001 --person Noor --because x --with Samira --yes --as Noor").exit == 1);
  CHECK_THAT(home.type("casus case show 2026-001 --as Noor").out, Catch::Contains("Vader en dochter"));
  CHECK(home.type("casus case erase 2026-001 --because 'termijn voorbij' --with Samira --yes --as Noor").exit == 0);
  const auto seen = home.type("casus case seen 2026-001 --as Noor");
  CHECK_THAT(seen.out, Catch::Contains("de hele casus gewist, door Noor samen met Samira; reden: termijn voorbij"));
  CHECK_THAT(seen.out, Catch::Contains("Noor"));
  CHECK(home.type("casus case seen 2026-001 --as Mallory").exit == 1);
}

TEST_CASE("the certificate of what was erased is given, also when its file cannot be written", "[stories][output]") {
  const Home home;
  fs::copy_file(fs::path(CASUS_SOURCE_DIR) / "tests/stories/given/closed_long_ago.jsonl", home.folder() / "lang.jsonl");
  REQUIRE(home.type("casus apply lang.jsonl").exit == 0);
  home.folder().write("verklaring", "van mij");
  const std::string erase = "casus store erase-due --with Samira --yes --out verklaring --as Noor";
  CHECK(home.type(erase).exit == 2);
  CHECK(home.type("casus case show 2009-001 --as Noor").exit == 0);
  CHECK_THAT(home.type("casus case show 2009-001 --as Noor").out, Catch::Contains("Moeder met twee kinderen"));
  fs::create_directory(home.folder() / "dicht");
  const auto full = home.type("trap '' XFSZ; ulimit -f 0; " + erase + " --overwrite");
  CHECK(full.exit != 0);
  CHECK(content_of(home.folder() / "verklaring") == "van mij");
  // Nothing could be kept on that disk, so nothing was erased.
  CHECK_THAT(home.type("casus case show 2009-001 --as Noor").out, Catch::Contains("Moeder met twee kinderen"));
  const auto gone =
      home.type("chmod 500 dicht; casus store erase-due --with Samira --yes --out dicht/verklaring --as Noor");
  if (gone.exit != 0) CHECK_THAT(gone.out, Catch::Contains("Wmo 2015 art. 5.3.4"));  // root writes there all the same
  CHECK_THAT(home.type("casus case show 2009-001 --as Noor").out, Catch::Contains("is gewist"));
}

TEST_CASE("no file is called what it is not", "[stories][output]") {
  const Home home;
  furnish(home);
  const auto refused = [&](const std::string& line, const std::string& file, const std::string& says) {
    const auto ran = home.type("casus " + line + " --out " + file + " --as Noor");
    INFO(line << ran.out << ran.err);
    CHECK(ran.exit == 2);
    CHECK_THAT(ran.err, Catch::Contains(says));
    CHECK_FALSE(std::filesystem::exists(home.folder() / file));
  };
  refused("network map 2026-001", "kaart.html", "een plaatje (SVG). Noem het kaart.svg");
  refused("network family map 2026-001", "kaart.PDF", "Noem het kaart.svg");
  refused("team export acties", "acties.json", "een tabel (CSV). Noem het acties.csv");
  refused("team calendar", "dagen.html", "een agenda (ICS). Noem het dagen.ics");
  refused("plan show 2026-001", "plan.html", "Noem het plan.md, of zeg erbij --format html");
  refused("case export 2026-001 --format json", "casus.md", "gegevens (JSON). Noem het casus.json");
  refused("meeting minutes", "verslag.html", "Noem het verslag.md, of zeg erbij --format html");
  // What can be, is; and an ending that says nothing, or none, is right for all.
  for (const auto* line : {"network map 2026-001 --out kaart.svg", "plan show 2026-001 --format html --out plan.html",
                           "case export 2026-001 --format json --out casus.json", "network map 2026-001 --out kaart",
                           "plan show 2026-001 --out plan.txt"}) {
    INFO(line);
    CHECK(home.type(std::string("casus ") + line + " --as Noor").exit == 0);
  }
}

TEST_CASE("a demonstration leaves cases alone that are not its own", "[stories][output]") {
  const Home home;
  home.folder().write("geen-map", "van mij");
  const auto no_folder = home.type("casus demo --out geen-map");
  CHECK(no_folder.exit == 4);
  for (const auto* words : {"geen-map' kan niet klaargemaakt worden:", "het is geen map"})
    CHECK_THAT(no_folder.err, Catch::Contains(words));
  CHECK(content_of(home.folder() / "geen-map") == "van mij");
  CHECK(home.type("casus demo --out d").exit == 0);
  CHECK(home.type("casus demo --out d").exit == 0);
  CHECK(home.type("casus case open 'Een echte' --id echt --privacy anonymous --basis wmo --purpose doel --as Noor "
                  "--store d/casus.db")
            .exit == 0);
  const auto again = home.type("casus demo --out d");
  CHECK(again.exit == 2);
  CHECK_THAT(again.err, Catch::Contains("staat ook casus echt"));
  CHECK(home.type("casus case show echt --store d/casus.db --as Noor").exit == 0);
  // Somebody moved that store: without its keys nothing in it can be read.
  CHECK(home.type("mv d/casus.db elders.db").exit == 0);
  const auto moved = home.type("casus demo --out d");
  CHECK(moved.exit == 2);
  CHECK_THAT(moved.err, Catch::Contains("staat iets dat geen demo is"));
  CHECK(home.type("mv elders.db d/casus.db && casus case show echt --store d/casus.db --as Noor").exit == 0);
}

}  // namespace casus::test
