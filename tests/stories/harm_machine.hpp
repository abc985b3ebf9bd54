// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/plugin/trial.hpp"
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace casus::test {

/// Whether calls of a library are shut off for it; under a sanitizer they are not.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kCallsShutOff = false;
#else
inline constexpr bool kCallsShutOff = true;
#endif

/// One command as a line of JSON.
inline nlohmann::json harm_line(const std::string& what, const std::string& case_id, const std::string& by,
                                nlohmann::json more) {
  nlohmann::json out{{"do", what}, {"case", case_id}, {"by", by}};
  out.update(std::move(more));
  return out;
}

/// A machine on which a stranger's library stands, with a case for each of its methods in the step of telling.
struct HarmMachine {
  explicit HarmMachine(const std::vector<std::string>& methods, const std::string& library) {
    REQUIRE(home.type("casus method new --id trial/new").exit == 0);
    const auto draft = content_of(home.folder() / "trial/new.json");
    std::filesystem::remove(home.folder() / "trial/new.json");
    std::string lines;
    for (const auto& method : methods) {
      auto text = draft;
      text.replace(text.find("trial/new"), 9, "trial/" + method);
      text.replace(text.find("\"phases\""), 0, "\"library\": \"trial\", ");
      home.folder().write("trial/" + method + ".json", text);
      const auto add = [&](const nlohmann::json& it) { lines += it.dump() + "\n"; };
      add(harm_line("OpenCase", method, "Noor",
                    {{"title", "Post blijft dicht"},
                     {"privacy", "anonymous"},
                     {"basis", "wmo"},
                     {"purpose", "Een eerste stap"},
                     {"method", "trial/" + method}}));
      add(harm_line("AddParticipant", method, "Noor", {{"name", "Bram"}, {"roles", {"chair"}}}));
      add(harm_line("AddParticipant", method, "Noor", {{"name", "Ria"}, {"roles", {"member"}}}));
      add(harm_line("AddParticipant", method, "Noor", {{"name", "Daan"}, {"roles", {"member"}}}));
      add(harm_line("AskQuestion", method, "Noor", {{"text", "Hoe helpen wij haar?"}, {"hoped_for", "Rust"}}));
      add(harm_line("NextStep", method, "Bram", nlohmann::json::object()));
    }
    home.folder().write("trial/trial.so", content_of(trial_library(library)));
    home.folder().write("given.jsonl", lines);
    home.set("CASUS_PLUGINS", home.folder().path().string());
  }

  Ran says(const std::string& method, const std::string& text, const std::string& lang = "nl") const {
    return home.type("casus case say " + method + " wens '" + text + "' --as Noor --lang " + lang);
  }
  std::string story_of(const std::string& method) const {
    const auto ran = home.type("casus case history " + method + " --as Noor");
    REQUIRE(ran.exit == 0);
    return ran.out;
  }

  Home home;
};

}  // namespace casus::test
