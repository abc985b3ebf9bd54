// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "tests/house/tree.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <map>
#include <regex>

// Arrows go one way: which part of the house may include which, and which library stays behind which door.

namespace casus::test {

namespace {

using Names = std::vector<std::string>;

/// A part may include itself and these.
const std::map<std::string, Names>& allowed() {
  static const std::map<std::string, Names> kAllowed{
      {"core/base", {}},
      {"core/method", {"core/base"}},
      {"core/text", {"core/base"}},
      {"core/model", {"core/base", "core/text"}},
      {"core/lifecycle", {"core/base"}},
      {"core/workflow", {"core/base", "core/method"}},
      {"core/engine", {"core/base", "core/text", "core/model", "core/lifecycle", "core/workflow", "core/method"}},
      {"core/store", {"core/base", "core/text", "core/model"}},
      {"core/plugin", {"core/base", "core/method"}},
      {"core/meeting", {"core/base", "core/text", "core/model", "core/engine", "core/workflow", "core/method"}},
      {"core/page", {"core/base", "core/text"}},
      {"core/report", {"core/base", "core/text", "core/page", "core/model", "core/workflow", "core/method"}},
      {"core/learning", {"core/base", "core/text", "core/page", "core/model", "core/method"}},
      {"core/training",
       {"core/base", "core/text", "core/page", "core/model", "core/engine", "core/workflow", "core/method",
        "core/meeting", "core/report"}},
      {"core/simulation",
       {"core/base", "core/text", "core/page", "core/model", "core/engine", "core/workflow", "core/method",
        "core/meeting", "core/report"}},
      {"core/service",
       {"core/base", "core/text", "core/method", "core/model", "core/lifecycle", "core/workflow", "core/engine",
        "core/store", "core/plugin", "core/meeting", "core/page", "core/report", "core/learning", "core/training",
        "core/simulation"}},
      {"core/remote", {"core/base"}},
      {"core/desk",
       {"core/base", "core/text", "core/method", "core/model", "core/lifecycle", "core/workflow", "core/engine",
        "core/store", "core/plugin", "core/meeting", "core/page", "core/report", "core/learning", "core/training",
        "core/simulation", "core/service", "core/remote"}},
      {"core/web", {"core/base", "core/text", "core/page", "core/remote", "core/desk"}},
      {"plugins", {"core/method"}},
      {"cli", {"core/base", "core/text", "core/page", "core/remote", "core/desk", "core/web"}},
  };
  return kAllowed;
}

/// A library behind one door: it is included by exactly one source, in this part ("" for any part).
struct Door {
  std::string library;
  std::string part;
};

const std::vector<Door>& doors() {
  static const std::vector<Door> kDoors{{"boost/statechart/", "core/lifecycle"},
                                        {"boost/dll", "core/plugin"},
                                        {"sqlite3.h", "core/store"},
                                        {"libpq-fe.h", "core/store"},
                                        {"simdjson.h", "core/store"},
                                        {"sodium", ""},
                                        {"utf8proc.h", "core/model"},
                                        {"libical/", "core/report"},
                                        {"gettext-po.h", "core/text"},
                                        {"qrencode.h", "core/web"},
                                        {"magic.h", "core/store"},
                                        {"seccomp.h", "core/plugin"},
                                        {"cjose/", "core/remote"},
                                        {"curl/", "core/remote"},
                                        {"curses", "cli"},
                                        {"readline", "cli"}};
  return kDoors;
}

/// "core/engine" of core/engine/decide/decide.cpp, "plugins" of plugins/werf/werf.cpp; empty for third-party headers.
std::string part_of(const std::string& path) {
  const auto first = path.find('/');
  if (first == std::string::npos) return {};
  const auto top = path.substr(0, first);
  if (top == "plugins" || top == "cli" || top == "tests") return top;
  if (top != "core") return {};
  const auto second = path.find('/', first + 1);
  return second == std::string::npos ? top : path.substr(0, second);
}

bool holds(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Names forbidden_arrows(const std::vector<TreeFile>& files) {
  Names problems;
  for (const auto& file : files) {
    const auto from = part_of(file.path);
    const auto rule = allowed().find(from);
    if (rule == allowed().end()) {
      problems.push_back(file.path + " lies in no part of the house");
      continue;
    }
    for (const auto& include : includes_of(file.text)) {
      const auto to = part_of(include);
      if (to.empty() || to == from || holds(rule->second, to)) continue;
      problems.push_back(file.path + " may not include " + include);
    }
  }
  return problems;
}

bool names_library(const std::string& include, const std::string& library) {
  return include == library || include.starts_with(library + ".") || include.starts_with(library + "/") ||
         (library.ends_with('/') && include.starts_with(library));
}

Names wrong_doors(const std::vector<TreeFile>& files, const std::vector<Door>& doors) {
  Names problems;
  for (const auto& door : doors) {
    Names through;
    for (const auto& file : files) {
      const auto includes = includes_of(file.text);
      if (std::ranges::any_of(includes, [&](const auto& name) { return names_library(name, door.library); }))
        through.push_back(file.path);
    }
    if (through.size() != 1) {
      problems.push_back(door.library + " is included by " + std::to_string(through.size()) +
                         " files: " + joined({through.begin(), through.end()}));
      continue;
    }
    const auto& file = through.front();
    if (!file.ends_with(".cpp")) problems.push_back(door.library + " is included by a header: " + file);
    if (!door.part.empty() && part_of(file) != door.part)
      problems.push_back(door.library + " belongs in " + door.part + ", not in " + file);
  }
  return problems;
}

}  // namespace

TEST_CASE("the includes of the house follow its arrows", "[house]") {
  const auto files = sources(files_in({"core", "plugins", "cli"}));
  REQUIRE(files.size() > 20);
  CHECK(forbidden_arrows(files) == Names{});
}

TEST_CASE("what is read without anybody's look comes in at the desk's reading alone", "[house]") {
  Names through;
  for (const auto& file : sources(files_in({"core", "plugins", "cli"})))
    for (const auto& include : includes_of(file.text))
      if (include == "core/service/unlogged.hpp") through.push_back(file.path);
  CHECK(through == Names{"core/desk/reading.cpp"});
}

TEST_CASE("a face asks the desk, and reaches for no store or service behind it", "[house]") {
  static const std::regex reach(R"((\.|->)(service|meetings|store|let_in)\()");
  Names problems;
  for (const auto& file : sources(files_in({"cli", "core/web"})))
    if (std::regex_search(file.text, reach)) problems.push_back(file.path);
  CHECK(problems == Names{});
}

TEST_CASE("Statechart, Boost.DLL, SQLite and libsodium are each behind one source", "[house]") {
  CHECK(wrong_doors(sources(files_in({"core", "plugins", "cli"})), doors()) == Names{});
}

TEST_CASE("Boost.Beast and OpenSSL stay in the folder of the server", "[house]") {
  for (const auto& file : sources(files_in({"core", "plugins", "cli"}))) {
    if (file.path.starts_with("core/web/server/")) continue;
    INFO(file.path);
    for (const auto& include : includes_of(file.text)) {
      INFO(include);
      CHECK_FALSE((include.starts_with("boost/beast") || include.starts_with("boost/asio") ||
                   include.starts_with("openssl/") || include == "core/web/server/connection.hpp"));
    }
  }
}

TEST_CASE("a forbidden include is found, and an allowed one is not", "[house]") {
  const std::vector<TreeFile> files{
      {"core/base/text.cpp", "#include \"core/base/text.hpp\"\n#include \"core/model/case.hpp\"\n"},
      {"core/engine/decide/decide.cpp", "#include \"core/model/case.hpp\"\n#include <vector>\n"},
      {"core/engine/evolve/evolve.cpp", "  #  include   \"core/store/store.hpp\"  // why not\n"},
      {"core/store/codec/codec.cpp", "// #include \"core/engine/decide.hpp\"\n#include <nlohmann/json.hpp>\n"},
      {"plugins/werf/werf.cpp", "#include \"core/method/plugin_api.hpp\"\n#include \"core/model/case.hpp\"\n"},
      {"cli/case.cpp", "#include \"core/desk/desk.hpp\"\n#include \"tests/support/temp_dir.hpp\"\n"},
      {"cli/look.cpp", "#include \"core/service/service.hpp\"\n#include \"core/page/page.hpp\"\n"},
      {"core/web/page.cpp", "#include \"core/report/history/naming.hpp\"\n#include \"core/desk/call.hpp\"\n"},
      {"core/utils/misc.cpp", ""},
  };
  CHECK(forbidden_arrows(files) == Names{"core/base/text.cpp may not include core/model/case.hpp",
                                         "core/engine/evolve/evolve.cpp may not include core/store/store.hpp",
                                         "plugins/werf/werf.cpp may not include core/model/case.hpp",
                                         "cli/case.cpp may not include tests/support/temp_dir.hpp",
                                         "cli/look.cpp may not include core/service/service.hpp",
                                         "core/web/page.cpp may not include core/report/history/naming.hpp",
                                         "core/utils/misc.cpp lies in no part of the house"});
}

TEST_CASE("a second door, a door in a header and a door in the wrong part are found", "[house]") {
  const std::vector<TreeFile> files{
      {"core/store/sqlite.cpp", "#include <sqlite3.h>\n"},
      {"core/report/list.cpp", "#include <sqlite3.h>\n"},
      {"core/engine/chart.cpp", "#include <boost/statechart/state.hpp>\n"},
      {"core/plugin/library.hpp", "#include <boost/dll/shared_library.hpp>\n"},
      {"core/store/postgres.cpp", "#include <libpq-fe.h>\n"},
      {"core/store/codec/quick_json.cpp", "#include <simdjson.h>\n"},
      {"core/model/person_name.cpp", "#include <utf8proc.h>\n"},
      {"core/text/compiler/po_file.cpp", "#include <gettext-po.h>\n"},
      {"core/store/keys/seal.cpp", "#include <sodium.h>\n#include <sodium/utils.h>\n"},
      {"core/report/calendar_file.cpp", "#include <libical/ical.h>\n"},
      {"core/web/qr.cpp", "#include <qrencode.h>\n"},
      {"core/remote/jose.cpp", "#include <cjose/cjose.h>\n"},
      {"core/remote/fetch.cpp", "#include <curl/curl.h>\n"},
      {"core/store/kind.cpp", "#include <magic.h>\n"},
      {"core/plugin/confine.cpp", "#include <seccomp.h>\n"},
      {"cli/terminal.cpp", "#include <curses.h>\n#include <readline/readline.h>\n"},
  };
  CHECK(wrong_doors(files, doors()) ==
        Names{"boost/statechart/ belongs in core/lifecycle, not in core/engine/chart.cpp",
              "boost/dll is included by a header: core/plugin/library.hpp",
              "sqlite3.h is included by 2 files: core/store/sqlite.cpp, core/report/list.cpp"});
  CHECK(wrong_doors({}, {{"sqlite3.h", "core/store"}}) == Names{"sqlite3.h is included by 0 files: "});
}

TEST_CASE("the table of arrows has no circle", "[house]") {
  // Takes away what only points to parts that are gone already; a circle would stay.
  auto left = allowed();
  for (bool progress = true; progress && !left.empty();) {
    progress = std::erase_if(left, [&](const auto& part) {
                 return std::ranges::none_of(part.second, [&](const auto& to) { return left.contains(to); });
               }) > 0;
  }
  CHECK(left.empty());
}

}  // namespace casus::test
