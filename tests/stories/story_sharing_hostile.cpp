// SPDX-License-Identifier: EUPL-1.2
// Files of methods that were changed on the way, or made to do harm: each is refused with place and remedy, and nothing
// of it stays.
#include "core/plugin/package.hpp"
#include "core/store/keys/minisign.hpp"
#include "tests/plugin/trial.hpp"
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// A good method, and the key of somebody who is let in.
struct Sent {
  Sent() : key(store::SigningKey::random()) {
    REQUIRE(home.type("casus method new --id buurt/kring").exit == 0);
    method = content_of(home.folder() / "buurt/kring.json");
    fs::remove_all(home.folder() / "buurt");
  }

  std::string signed_by(const store::SigningKey& who, const std::string& content) const {
    return store::signed_file(who, "casus method " + store::key_text(who.public_key()), "buurt", content);
  }
  std::string sent(const std::string& content) const { return signed_by(key, content); }
  std::string with_files(std::vector<plugin::PackedFile> files) const {
    files.insert(files.begin(), {"kring.json", method});
    return sent(plugin::package_text({"buurt", std::move(files)}));
  }
  /// The same with one name that the program itself would not write.
  std::string with_name(const std::string& name) const {
    auto content = json::parse(plugin::package_text({"buurt", {{"kring.json", method}, {"x.json", "{}"}}}));
    content["files"][1]["name"] = name;
    nlohmann::ordered_json whole{{"format", 1}, {"plugin", "buurt"}, {"files", content["files"]}};
    return sent(whole.dump());
  }
  std::string changed(const std::string& from, const std::string& to) const {
    auto bytes = with_files({});
    const auto at = bytes.find(from);
    REQUIRE(at != std::string::npos);
    return bytes.replace(at, from.size(), to);
  }

  Home home;
  store::SigningKey key;
  std::string method;
};

struct BadPackage {
  const char* what;
  std::string bytes;
  int exit;
  std::string place;  ///< what stands before the reason
  std::string words;
};

std::string cut(std::string bytes, std::size_t by) { return bytes.substr(0, bytes.size() - by); }

std::vector<BadPackage> bad_files(const Sent& sent) {
  const auto other = store::SigningKey::random();
  const auto good = sent.with_files({});
  const auto in_other_name =
      store::signed_file(other, "casus method " + store::key_text(sent.key.public_key()), "buurt",
                         plugin::package_text({"buurt", {{"kring.json", sent.method}}}));
  auto no_method = json::parse(sent.method);
  no_method.erase("phases");
  no_method.erase("format");
  auto stalls = json::parse(sent.method);
  stalls["phases"]["analysis"][0]["done_when"][0]["holds"] = {{"not", {{"present", "question"}}}};
  stalls.erase("format");
  const auto as_file = [](const json& method) { return "{\"format\": 1," + method.dump().substr(1); };
  auto with_library = json::parse(sent.method);
  with_library["id"] = "trial/m";
  with_library["library"] = "trial";
  with_library.erase("format");
  const auto native = [&](const char* library) {
    return sent.sent(plugin::package_text(
        {"trial", {{"m.json", as_file(with_library)}, {"trial.so", content_of(trial_library(library))}}}));
  };
  const std::string kName = "in.casus-method:";
  return {
      {"nothing in it", "", 3, kName + "1:1: ", "regel 1 is geen regel van een handtekening"},
      {"no package at all", content_of(CASUS_BINARY).substr(0, 5000), 3,
       kName + "1:1: ", "geen regel van een handteken"},
      {"its end cut off", cut(good, 1), 3, kName + "2:1: ", "is veranderd of niet compleet; vraag het opnieuw"},
      {"half of it", cut(good, good.size() / 2), 3, kName + "2:1: ", "is veranderd of niet compleet"},
      {"only its signature", good.substr(0, good.find('{')), 3, kName + "2:1: ", "is veranderd of niet compleet"},
      {"cut in its signature", good.substr(0, 150), 3, kName + "2:1: ", "regel 2 is geen regel"},
      {"one letter changed", sent.changed("buurt/kring", "buurt/krinG"), 3, kName + "2:1: ", "is veranderd"},
      {"something added", good + "\n", 3, kName + "2:1: ", "is veranderd"},
      {"another trusted comment", sent.changed("trusted comment: buurt\n", "trusted comment: beurt\n"), 3,
       kName + "2:1: ", "is veranderd"},
      {"no name of a key", store::signed_file(sent.key, "casus method", "buurt", "{}"), 3,
       kName + "1:1: ", "hier hoort de sleutel van wie het maakte"},
      {"signed by another in this one's name", in_other_name, 3, kName + "2:1: ", "is veranderd"},
      {"signed by somebody unknown", sent.signed_by(other, "{}"), 1, "", "Deze sleutel is hier nog niet bekend."},
      {"no JSON", sent.sent("nothing"), 3, kName + "5:2: ", "'o' kan hier niet staan"},
      {"a path upwards", sent.with_name("../evil.json"), 3, kName + "5:", R"("../evil.json" kan niet)"},
      {"a path upwards from below", sent.with_name("a/../../evil.json"), 3, kName + "5:", R"(evil.json" kan niet)"},
      {"a whole path", sent.with_name("/var/casus-evil.json"), 3, kName + "5:", R"("/var/casus-evil.json" kan niet)"},
      {"a path of another system", sent.with_name("C:\\evil.json"), 3, kName + "5:", "kan niet"},
      {"a hidden name", sent.with_name(".installed.json"), 3, kName + "5:", R"(".installed.json" kan niet)"},
      {"a name with a NUL", sent.with_name(std::string("a\0.json", 7)), 3, kName + "5:", "/files/1/name"},
      {"a name with a new line", sent.with_name("a\nb.json"), 3, kName + "5:", R"("a\nb.json" kan niet)"},
      {"a name that steers a terminal", sent.with_name("\x1b[2Ja.json"), 3, kName + "5:", "/files/1/name"},
      {"a name twice", sent.with_name("KRING.json"), 3, kName + "5:", "staat er twee keer"},
      {"a program to run", sent.with_name("run.sh"), 3, kName + "5:", R"("run.sh" kan niet)"},
      {"a link", sent.sent(R"({"format": 1, "plugin": "buurt", "files": [{"name": "a.json", "link": "/etc/passwd"}]})"),
       3, kName + "5:", "onbekende sleutel 'link'"},
      {"a folder above", sent.sent(R"({"format": 1, "plugin": "..", "files": [{"name": "a.json", "text": "{}"}]})"), 3,
       kName + "5:", "hier hoort de naam van een plugin"},
      {"a format of the future", sent.sent(R"({"format": 2, "plugin": "buurt", "files": []})"), 3,
       kName + "5:", "formaat 1"},
      {"very many files",
       [&] {
         std::vector<plugin::PackedFile> files;
         for (int i = 0; i < 70; ++i) files.push_back({"m" + std::to_string(i) + ".md", ""});
         return sent.with_files(files);
       }(),
       3, kName, "hier horen 1 tot 64 bestanden, het zijn er 71"},
      {"deep nesting", sent.sent("{\"format\": 1, \"files\": " + std::string(100000, '[')), 3, kName + "5:", "diep"},
      {"larger than any", sent.sent(std::string(17U << 20U, ' ')), 3, "in.casus-method: ", "groter dan"},
      {"no method in it", sent.sent(plugin::package_text({"buurt", {{"README.md", "x"}}})), 3,
       kName + "8:2: ", "er zit geen methode in"},
      {"a method that is broken", sent.sent(plugin::package_text({"buurt", {{"kring.json", as_file(no_method)}}})), 3,
       "in.casus-method: kring.json:", "'phases' ontbreekt"},
      {"a method that stalls", sent.sent(plugin::package_text({"buurt", {{"kring.json", as_file(stalls)}}})), 3,
       "in.casus-method: kring.json:", "/phases/analysis/0"},
      {"a method of another plugin", sent.sent(plugin::package_text({"beurt", {{"kring.json", sent.method}}})), 3,
       "in.casus-method: kring.json:", "'beurt/'"},
      {"a library that nobody asks for", sent.with_files({{"evil.so", content_of(trial_library("good"))}}), 3,
       "in.casus-method: evil.so: ", "geen methode in dit pakket gebruikt deze bibliotheek"},
      {"a library without a stamp", native("no-stamp"), 3, "in.casus-method: m.json:", "/library"},
      {"a library of another API", native("wrong-api"), 3, "in.casus-method: m.json:", "(api)"},
      {"a library that crashes", native("crashes"), 3, "in.casus-method: m.json:", "/library"},
      {"a library that hangs", native("hangs"), 3, "in.casus-method: m.json:", "/library"},
  };
}

}  // namespace

TEST_CASE("a file that was changed or made to do harm is refused with its place, and nothing of it stays",
          "[stories]") {
  const Sent sent;
  // This maker is let in by a good file, which then goes again.
  sent.home.folder().write("in.casus-method", sent.with_files({}));
  const auto first = sent.home.type("casus method install in.casus-method --key " +
                                    store::fingerprint(sent.key.public_key()) + " && casus method remove buurt");
  INFO(first.err);
  REQUIRE(first.exit == 0);
  const auto home = sent.home.folder() / "data/casus/plugins";
  const auto book = content_of(sent.home.folder() / "data/casus/methods.json");
  for (const auto& bad : bad_files(sent)) {
    INFO(bad.what);
    sent.home.folder().write("in.casus-method", bad.bytes);
    const auto ran = sent.home.type("casus method install in.casus-method");
    INFO(ran.out << ran.err.substr(0, 2000));
    CHECK(ran.exit == bad.exit);
    CHECK(ran.out.empty());
    CHECK(ran.err.substr(0, bad.place.size()) == bad.place);
    CHECK(ran.err.find(bad.words) != std::string::npos);
    CHECK(ran.err.find('\x1b') == std::string::npos);
    // Not even hidden.
    for (const auto& entry : fs::directory_iterator(home)) CHECK(entry.path().filename() == ".lock");
    CHECK(content_of(sent.home.folder() / "data/casus/methods.json") == book);
  }
  CHECK_FALSE(fs::exists("/var/casus-evil.json"));
  CHECK_FALSE(fs::exists(home / "../evil.json"));
  // A file that is not there, a folder, a pipe: none is waited for.
  CHECK(sent.home.type("casus method install nergens").exit == 3);
  CHECK(sent.home.type("casus method install data").exit == 3);
  CHECK(sent.home.type("mkfifo pijp && casus method install pijp").exit == 3);
}

TEST_CASE("several that install the same at once leave one method, and its maker is let in once", "[stories]") {
  const Sent sent;
  sent.home.folder().write("in.casus-method", sent.with_files({}));
  const auto ran = sent.home.type("for i in 1 2 3 4 5 6; do casus method install in.casus-method --key " +
                                  store::fingerprint(sent.key.public_key()) + " & done; wait");
  INFO(ran.err);
  CHECK(ran.err.empty());
  const auto times = [&](const std::string& words) {
    std::size_t count = 0;
    for (auto at = ran.out.find(words); at != std::string::npos; at = ran.out.find(words, at + 1)) ++count;
    return count;
  };
  CHECK(times("mogen vanaf nu op deze computer") == 1);
  CHECK(times("is geïnstalleerd in") == 1);
  CHECK(times("staat er al") == 5);
  const auto book = json::parse(content_of(sent.home.folder() / "data/casus/methods.json"));
  CHECK(book["publishers"].size() == 1);
  CHECK(book["notes"].size() == 1);
}

TEST_CASE("what a kill leaves behind is swept, and the next install is whole", "[stories]") {
  const Sent sent;
  sent.home.folder().write("in.casus-method", sent.with_files({{"README.md", "x"}}));
  sent.home.folder().write("data/casus/plugins/.casus-new-1/buurt/kring.json", "{");
  CHECK(sent.home.type("casus method list").exit == 0);  // never looked at
  const auto ran =
      sent.home.type("casus method install in.casus-method --key " + store::key_text(sent.key.public_key()));
  INFO(ran.err);
  CHECK(ran.exit == 0);
  CHECK_FALSE(fs::exists(sent.home.folder() / "data/casus/plugins/.casus-new-1"));
  CHECK(fs::exists(sent.home.folder() / "data/casus/plugins/buurt/README.md"));
}

}  // namespace casus::test
