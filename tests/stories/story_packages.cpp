// SPDX-License-Identifier: EUPL-1.2
// What the packages are made of: the parts that are installed, the pages for man, completion, the tests that go with
// the packages, and the lines that the guide of the server shows an administrator.
#include "cli/typed/tree.hpp"
#include "core/text/catalogue.hpp"
#include "tests/house/tree.hpp"
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <regex>
#include <set>
#include <sstream>

namespace casus::test {
namespace {

namespace fs = std::filesystem;
using Paths = std::set<std::string>;

/// Installs one part, or with an empty name all of it; the files, from the prefix.
Paths installed_part(const Home& home, const std::string& part) {
  const auto folder = part.empty() ? std::string("whole") : part;
  const auto ran = home.type("cmake --install '" CASUS_BUILD_DIR "' --prefix \"$HOME/" + folder + "\"" +
                             (part.empty() ? "" : " --component " + part) + " >/dev/null");
  INFO(part << "\n" << ran.err);
  REQUIRE(ran.exit == 0);
  Paths files;
  for (const auto& entry : fs::recursive_directory_iterator(home.folder() / folder))
    if (!entry.is_directory()) files.insert(fs::relative(entry.path(), home.folder() / folder).string());
  return files;
}

std::string man_page(std::string_view noun) {
  return "man1/casus" + (noun.empty() ? "" : '-' + std::string(noun)) + ".1";
}

/// As a reader sees a page, without what only says how it looks.
std::string without_roff(std::string text) {
  static const std::pair<const char*, const char*> kSigns[] = {
      {"\\-", "-"},   {"\\(aq", "'"}, {"\\(dq", "\""}, {"\\(ga", "`"}, {"\\(ha", "^"},
      {"\\(ti", "~"}, {"\\fB", ""},   {"\\fP", ""},    {"\\&", ""},    {"\\e", "\\"}};
  for (const auto& [sign, meant] : kSigns)
    for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign, at + std::string_view(meant).size()))
      text.replace(at, std::string_view(sign).size(), meant);
  return text;
}

bool has_program(const Home& home, const std::string& name) {
  if (home.type("command -v " + name).exit == 0) return true;
  WARN(name << " is not on this machine: what needs it is not tried");
  return false;
}

/// The lines of the blocks of shell that an administrator types.
std::vector<std::string> admin_lines(const std::string& guide) {
  std::vector<std::string> lines;
  bool open = false, inside = false;
  for (const auto& line : lines_in(guide)) {
    if (line.starts_with("```")) {
      open = !open;
      inside = open && (line == "```sh" || line == "```");
    } else if (inside) {
      lines.push_back(line);
    }
  }
  return lines;
}

}  // namespace

TEST_CASE("every file that is installed belongs to one package, and a page for man goes with every noun", "[stories]") {
  const Home home;
  const auto casus = installed_part(home, "casus"), server = installed_part(home, "server"),
             dev = installed_part(home, "dev"), whole = installed_part(home, "");
  Paths all = casus;
  all.insert(server.begin(), server.end());
  all.insert(dev.begin(), dev.end());
  CHECK(all == whole);
  CHECK(all.size() == casus.size() + server.size() + dev.size());

  CHECK(server == Paths{"bin/casus-serve", "share/man/man1/casus-serve.1", "share/man/nl/man1/casus-serve.1"});
  for (const auto& file : dev) CHECK((file.starts_with("include/casus-method/") || file.starts_with("lib/cmake/")));
  CHECK(dev.contains("lib/cmake/casus-method/casus-method-config.cmake"));
  CHECK(dev.contains("include/casus-method/core/method/plugin_api.hpp"));
  for (const auto* file :
       {"bin/casus", "share/bash-completion/completions/casus", "share/zsh/vendor-completions/_casus",
        "share/fish/vendor_completions.d/casus.fish", "share/casus/schemas/method.schema.json",
        "lib/casus/plugins/werf/werf.so", "lib/casus/plugins/kort/README.md", "lib/casus/workflows/weekly-review.json",
        "share/doc/casus/cli/server/README.md", "share/doc/casus/cli/server/data/README.md"}) {
    CAPTURE(file);
    CHECK(casus.contains(file));
  }
  for (const auto* part : {"core", "plugins", "workflows"})
    for (const auto& file : fs::recursive_directory_iterator(fs::path(CASUS_SOURCE_DIR) / part)) {
      const auto name = file.path().filename().string();
      if (!name.ends_with(".schema.json")) continue;
      CAPTURE(name);
      CHECK(casus.contains("share/casus/schemas/" + name));
    }
  auto nouns = cli::names_below("");
  REQUIRE(nouns.size() > 15);
  nouns.emplace_back("");
  for (const auto noun : nouns)
    for (const auto* folder : {"share/man/", "share/man/nl/"}) {
      CAPTURE(noun, folder);
      CHECK(whole.contains(folder + man_page(noun)));
    }
}

TEST_CASE("the page for man of a noun has all its verbs and options, and man takes it without a warning", "[stories]") {
  const Home home;
  const bool groff = has_program(home, "groff");
  for (const auto* lang : {"nl", "en"}) {
    for (const auto noun : cli::names_below("")) {
      const auto file = std::string(lang) + '-' + std::string(noun) + ".1";
      REQUIRE(home.type("casus manual " + std::string(noun) + " --lang " + lang + " > " + file).exit == 0);
      CAPTURE(file);
      const auto page = without_roff(content_of(home.folder() / file));
      for (const auto& entry : cli::all_verbs()) {
        if (entry.path != noun && !entry.path.starts_with(std::string(noun) + ' ')) continue;
        CAPTURE(entry.path);
        const auto at = page.find(".SS \"casus " + std::string(entry.path) + "\"\n");
        REQUIRE(at != std::string::npos);
        const auto part = page.substr(at, page.find("\n.SS ", at) - at);
        CHECK(part.find("casus " + entry.example.in(*text::language(lang))) != std::string::npos);
        const auto verb = entry.fresh();
        desk::Slots slots;
        verb->shape(slots);
        for (const auto& slot : slots.all()) CHECK(part.find(".TP\n" + slot.name + '\n') != std::string::npos);
      }
      if (!groff) continue;
      const auto ran = home.type("groff -k -man -Tutf8 -ww -z " + file);
      CHECK(ran.exit == 0);
      CHECK(ran.err == "");
    }
  }
  CHECK(home.type("casus manual csae").exit == 2);
}

TEST_CASE("the page of the whole names every variable that the program reads", "[stories]") {
  const Home home;
  const auto page = without_roff(home.type("casus manual --lang en").out);
  int named = 0;
  static const std::regex kVariable("\"(CASUS_[A-Z_]+)\"");
  for (const auto& file : sources(files_in({"core", "cli"})))
    for (auto it = std::sregex_iterator(file.text.begin(), file.text.end(), kVariable); it != std::sregex_iterator();
         ++it, ++named) {
      CAPTURE(file.path, it->str(1));
      CHECK(page.find(".TP\n" + it->str(1) + '\n') != std::string::npos);
    }
  CHECK(named > 8);
}

TEST_CASE("zsh and fish take the completion script, and the tab key knows verbs, options and values", "[stories]") {
  const Home home;
  if (has_program(home, "zsh")) {
    REQUIRE(home.type("casus completion zsh --lang en > _casus && zsh -n _casus").exit == 0);
    home.folder().write("tab.zsh",
                        "compdef() { }\n_files() { print -- files }\n"
                        "_describe() { print -l -- \"${(P@)2}\" }\nsource ./_casus\n"
                        "words=(\"$@\"); CURRENT=$#words; _casus\n");
    const auto offered = [&](const std::string& typed) { return home.type("zsh -f tab.zsh casus " + typed).out; };
    CHECK(offered("ca").find("case:review a case") != std::string::npos);
    CHECK(offered("case ne").find("next:") != std::string::npos);
    CHECK(offered("case next 2026-001 --bec").find("--because:") != std::string::npos);
    CHECK(offered("case open --privacy a").find("anonymous") != std::string::npos);
    CHECK(offered("case open --privacy a").find("--because") == std::string::npos);
    CHECK(offered("case show --store x") == "files\n");
  }
  if (has_program(home, "fish")) {
    REQUIRE(home.type("casus completion fish --lang en > casus.fish && fish -n casus.fish").exit == 0);
    const auto offered = [&](const std::string& typed) {
      return home.type("fish --no-config -c 'source casus.fish; complete -C \"casus " + typed + "\"'").out;
    };
    CHECK(offered("ca").find("case\treview a case") != std::string::npos);
    CHECK(offered("case ne").find("next\t") != std::string::npos);
    CHECK(offered("case next 2026-001 --bec").find("--because\t") != std::string::npos);
    CHECK(offered("case open --privacy a").find("anonymous") != std::string::npos);
    CHECK(offered("case open --privacy a").find("--because") == std::string::npos);
  }
}

TEST_CASE("the tests that go with the packages pass on what is installed", "[stories]") {
  Home home;
  installed_part(home, "");
  home.set("PATH", (home.folder() / "whole/bin").string() + ":/usr/local/bin:/usr/bin:/bin");
  for (const std::string test : {"demonstration", "meeting", "page"}) {
    const auto ran = home.type("'" CASUS_SOURCE_DIR "/.ci/debian/tests/" + test + "'");
    INFO(test << "\n" << ran.out << ran.err);
    CHECK(ran.exit == 0);
  }
}

TEST_CASE("the lines of the guide for every night work night after night, with keys that are locked", "[stories]") {
  const Home home;
  const auto root = home.folder().path().string();
  const auto in_home = [&](std::string text) {
    const std::pair<const char*, std::string> kPlaces[] = {{"/etc/", root + "/etc/"}, {"/var/lib", root + "/lib"}};
    for (const auto& [place, here] : kPlaces) {
      for (auto at = text.find(place); at != std::string::npos; at = text.find(place, at + here.size()))
        text.replace(at, std::string_view(place).size(), here);
    }
    return text;
  };
  // An administrator's machine, as far as casus-admin sees of it.
  REQUIRE(home.type("mkdir -p bin etc/default etc/credstore lib/casus lib/casus-keys").exit == 0);
  const auto program = [&](const std::string& name, const std::string& text) {
    home.folder().write("bin/" + name, text);
    REQUIRE(home.type("chmod +x bin/" + name).exit == 0);
  };
  program("casus-admin", in_home(content_of(fs::path(CASUS_SOURCE_DIR) / ".ci/debian/casus-admin")));
  program("sudo", "#!/bin/sh\nexec \"$@\"\n");
  program("id", "#!/bin/sh\necho 0\n");
  program("runuser", "#!/bin/sh\nshift 3\nexec \"$@\"\n");
  program("date", "#!/bin/sh\ncat \"" + root + "/night\"\n");
  home.folder().write("etc/default/casus",
                      "CASUS_AS=Beheer\nCASUS_LANG=nl\nCASUS_KEYS=" + root + "/lib/casus-keys/casus.keys\n");
  home.folder().write("etc/credstore/casus.passphrase", "de wachtzin van de dienst\n");
  home.folder().write("etc/credstore/casus.backup", "de wachtzin van de kopie\n");
  const auto typed = [&](const std::string& line) {
    const auto ran = home.type("PATH=\"" + root + "/bin:$PATH\"; " + line);
    INFO(line << "\n" << ran.out << ran.err);
    CHECK(ran.exit == 0);
  };
  typed("casus-admin team init 'Wijkteam Noord'");
  // With people in it: the name in the settings is of none of them.
  typed("casus-admin team add Noor");
  typed("casus-admin team add Samira");
  typed(in_home("sed p /etc/credstore/casus.passphrase | casus-admin store keys lock"));
  typed("casus-admin store keys forget");
  std::vector<std::string> lines;
  for (const auto& line : admin_lines(content_of(fs::path(CASUS_SOURCE_DIR) / "cli/server/README.md")))
    if (line.find("store backup") != std::string::npos || line.find("sleutels") != std::string::npos)
      lines.push_back(in_home(line));
  REQUIRE(lines.size() == 2);
  for (const auto* night : {"2026-03-02", "2026-03-03"}) {
    home.folder().write("night", night);
    for (const auto& line : lines) typed(line);
    CHECK(fs::exists(home.folder() / "lib/casus" / ("sleutels-" + std::string(night) + ".kopie")));
  }
  CHECK_FALSE(fs::is_empty(home.folder() / "lib/casus/casus.db.backups"));
  // The same by the service of the package, as systemd starts it.
  home.folder().write("bin/casus-backup", in_home(content_of(fs::path(CASUS_SOURCE_DIR) / ".ci/debian/casus-backup")));
  const auto service = "set -a; . \"" + root + "/etc/default/casus\"; HOME=\"" + root +
                       "/lib/casus\"; XDG_DATA_HOME=\"" + root + "/lib\"; CREDENTIALS_DIRECTORY=\"" + root +
                       "/etc/credstore\"; CASUS_BACKUP_KEEP=2; sh \"" + root + "/bin/casus-backup\" </dev/null";
  for (const auto* night : {"2026-03-04T023000Z", "2026-03-05T023000Z", "2026-03-06T023000Z"}) {
    typed("casus-admin store keys forget");
    home.folder().write("night", night);
    typed(service);
  }
  for (const std::string place : {"lib/casus/backups/casus/", "lib/casus-keys/backups/casus/"}) {
    const std::string ending = place.find("keys") == std::string::npos ? ".db" : ".keys";
    CHECK_FALSE(fs::exists(home.folder() / (place + "2026-03-04T023000Z" + ending)));
    CHECK(fs::exists(home.folder() / (place + "2026-03-05T023000Z" + ending)));
    CHECK(fs::exists(home.folder() / (place + "2026-03-06T023000Z" + ending)));
  }
}

TEST_CASE("what the guide of the server tells an administrator to type exists", "[stories]") {
  const Home home;
  const auto lines = admin_lines(content_of(fs::path(CASUS_SOURCE_DIR) / "cli/server/README.md"));
  static const std::regex kCommand("casus(?:-admin)? ((?:[a-z][a-z-]*)(?: [a-z][a-z-]*)*)");
  int commands = 0;
  for (const auto& line : lines) {
    std::smatch found;
    if (!std::regex_search(line, found, kCommand) || line.find("apt ") != std::string::npos ||
        line.find("ctl ") != std::string::npos)
      continue;
    auto words = found.str(1);
    while (!words.empty() && cli::entry_of(words) == nullptr)
      words.resize(words.find(' ') == std::string::npos ? 0 : words.rfind(' '));
    INFO(line);
    REQUIRE(cli::entry_of(words) != nullptr);
    const auto help = home.type("casus " + words + " --help").out;
    std::istringstream rest(line.substr(static_cast<std::size_t>(found.position(1))));
    for (std::string word; rest >> word;) {
      if (word.ends_with('\'')) word.pop_back();  // the end of what a shell is given
      if (word.starts_with("--")) CHECK(help.find("  " + word + ' ') != std::string::npos);
    }
    ++commands;
  }
  CHECK(commands >= 4);
}

}  // namespace casus::test
