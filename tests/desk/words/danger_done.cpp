// SPDX-License-Identifier: EUPL-1.2
#include "core/method/phrases.hpp"
#include "tests/desk/lines_at_table.hpp"
#include "tests/desk/short_round.hpp"
#include "tests/support/has.hpp"

// What was done about danger, what is said of safety, and what was asked about and is no danger.

namespace casus::test {
namespace {

service::Table telling(Safety safety = Safety::clear) {
  auto table = at_table();
  table.presenter = "Noor van Dam";
  table.seats = {seat("p1", "Noor van Dam", true), seat("p2", "Samira"), seat("p3", "Daan"), seat("p4", "Ria")};
  table.kinds = {{"fact", "feit"}, {"wish", "wens van de inwoner"}};
  table.stage.safety = safety;
  return table;
}

/// What comes of a line where no danger stands, and where it does.
enum class Comes {
  asked,  ///< whether there is danger now
  done,   ///< kept as what was said; where danger stands it is asked whether that is what was done about it
  said,   ///< kept as what was said, or asked whose words they are
};

struct TypedLine {
  const char* line;
  Comes comes;
};

constexpr TypedLine kTyped[] = {
    {"112 is gebeld", Comes::done},
    {"112 is al gebeld door de buren", Comes::done},
    {"ik heb 112 gebeld", Comes::done},
    {"bel 112, ik bel", Comes::done},
    {"Veilig Thuis is al gebeld", Comes::done},
    {"veilig thuis weet ervan", Comes::done},
    {"de politie is onderweg", Comes::done},
    {"de crisisdienst is gebeld", Comes::done},
    {"112 was called", Comes::done},
    {"the police are on their way", Comes::done},
    {"I have called 999", Comes::done},
    {"112 bellen!", Comes::asked},
    {"bel 112!", Comes::asked},
    {"call 112!", Comes::asked},
    {"hij slaat haar, ik bel 112", Comes::asked},
    {"hij heeft haar bij de keel gepakt", Comes::asked},
    {"ze eet al vijf dagen niet", Comes::asked},
    {"ik schrik me dood", Comes::said},
    {"de batterij is dood", Comes::said},
    {"niemand werd geslagen", Comes::said},
};

bool asks_danger(const Meant& meant) {
  const auto* unsure = std::get_if<desk::Unsure>(&meant);
  return unsure != nullptr && (unsure->line.starts_with("gevaar") || unsure->line.starts_with("acuut"));
}

bool asks_done(const Meant& meant) {
  const auto* unsure = std::get_if<desk::Unsure>(&meant);
  return unsure != nullptr && unsure->line.starts_with("veilig") && unsure->whole;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("what tells of danger is asked, and what tells what was done about it is not", "[desk][guided][R14]") {
  for (const auto& one : kTyped) {
    CAPTURE(one.line);
    const std::string line(one.line);
    CHECK(asks_danger(meant(line, telling())) == (one.comes == Comes::asked));
    CHECK_FALSE(asks_done(meant(line, telling())));
    // Behind a name it is what that person says.
    if (one.comes != Comes::asked) {
      CHECK_FALSE(asks_danger(meant("noor: " + line, telling())));
      CHECK_FALSE(asks_done(meant("noor: " + line, telling())));
    }
    // Where danger stands.
    const auto bare = meant(line, telling(Safety::acute)), named = meant("daan: " + line, telling(Safety::acute));
    const bool call = one.comes == Comes::asked && method::calls_for_help(line);
    CHECK(asks_done(bare) == (one.comes == Comes::done || call));
    CHECK(asks_done(named) == (one.comes == Comes::done || call));
    if (!asks_done(named)) continue;
    CHECK(std::get<desk::Unsure>(bare).line == "veilig: " + line);
    CHECK(std::get<desk::Unsure>(named).line == "veilig Daan: " + line);
    // Its Enter does it, by whoever told it.
    auto text = nlohmann::json(line).dump();
    CHECK(given(meant("veilig Daan: " + line, telling(Safety::acute))) ==
          R"(Daan: {"do":"HandleAcute","text":)" + text + "}");
  }
}

TEST_CASE("a line of help that says what it is, or asks, is that", "[desk][guided][R14]") {
  const auto acute = telling(Safety::acute);
  CHECK(given(meant("gevaar: 112 is gebeld", acute)) == R"(: {"do":"RaiseAcute","text":"112 is gebeld"})");
  CHECK(given(meant("veilig: 112 is gebeld", acute)) == R"(: {"do":"HandleAcute","text":"112 is gebeld"})");
  CHECK(given(meant("noor feit: 112 is gebeld", acute)).find(R"("kind":"fact")") != std::string::npos);
  for (const auto* line : {"is 112 gebeld?", "noor: komt de politie?", "actie noor: 112 bellen; vandaag; daan",
                           "meldcode 2 met veilig thuis: gebeld", "de politie komt niet", "112 is nog niet gebeld"}) {
    CAPTURE(line);
    CHECK_FALSE(asks_done(meant(line, acute)));
  }
  // Nobody is called so: what an agency did is told by somebody.
  CHECK(
      asked_back("Veilig Thuis: melding gedaan", telling()).ends_with("| Noor van Dam: Veilig Thuis: melding gedaan"));
  CHECK(given(meant("noor: Veilig Thuis: melding gedaan", telling())).find(R"("do":"Say")") != std::string::npos);
}

TEST_CASE("that safety is well is no concern", "[desk][guided][R14]") {
  for (const auto* line :
       {"veiligheid: geregeld", "veiligheid: op orde", "Veiligheid: in orde, oma slaapt er", "zorg: geregeld",
        "veiligheid op orde", "safety: sorted", "safety: in order", "veiligheid: geen bijzonderheden"}) {
    CAPTURE(line);
    const auto asked = asked_back(line, telling());
    CHECK(asked.starts_with("dit klinkt niet als een zorg over veiligheid."));
    CHECK(asked.ends_with(std::string("| Noor van Dam: ") + line));
    const auto kept = given(meant(std::string("noor: ") + line, telling()));
    CHECK(kept.starts_with(R"(Noor van Dam: {"do":"Say")"));
    // Where danger stands it may be over.
    CHECK(asked_back(line, telling(Safety::acute)).starts_with("er is gevaar gemeld. Is dat voorbij?"));
  }
  // In doubt, and where it is not well, it is one.
  for (const auto* line : {"veiligheid: geregeld, maar zij is bang voor hem", "veiligheid: niet op orde",
                           "zorg: over de kinderen", "zorg: goed, maar ze eten niet", "veiligheid: hij slaat haar"}) {
    CAPTURE(line);
    CHECK(given(meant(line, telling())).find("RaiseConcern") != std::string::npos);
  }
  CHECK(asked_back("veiligheid: nee", telling()).ends_with("| zorg: veiligheid: nee"));
  CHECK(given(meant("zorg: veiligheid: nee", telling())) == R"(: {"do":"RaiseConcern","text":"veiligheid: nee"})");
}

TEST_CASE("safe is kept as what was said where no danger stands, and never where it is not safe",
          "[desk][guided][R14]") {
  for (const auto safety : {Safety::clear, Safety::concern}) {
    CHECK(given(meant("veilig: moeder is bij oma", telling(safety))) ==
          R"(: {"do":"Say","kind":"note","text":"veilig: moeder is bij oma"})");
    CHECK(given(meant("veilig: ja", telling(safety))) == R"(: {"do":"Say","kind":"note","text":"veilig: ja"})");
    CHECK(given(meant("safe: mother is home", telling(safety))) ==
          R"(: {"do":"Say","kind":"note","text":"veilig: mother is home"})");
    CHECK(given(meant("daan veilig: de deur is op slot", telling(safety))) ==
          R"(Daan: {"do":"Say","kind":"note","text":"veilig: de deur is op slot"})");
    CHECK(given(meant("daan: veilig: de deur is op slot", telling(safety))) ==
          R"(Daan: {"do":"Say","kind":"note","text":"veilig: de deur is op slot"})");
    CHECK(given(meant("opa: veilig: de politie kwam", telling(safety))) ==
          R"(: {"do":"Say","kind":"note","text":"veilig: opa: de politie kwam"})");
    const auto told = meant("veilig: moeder is bij oma", telling(safety));
    CHECK(std::get<desk::GiveCommand>(told).note.starts_with("er staat nu geen acuut gevaar open."));
  }
  for (const auto* line : {"veilig: nee", "veilig: nog niet", "safe: no", "veilig: hij slaat haar"}) {
    CAPTURE(line);
    CHECK(asks_danger(meant(line, telling())));
  }
  CHECK(asks_danger(meant("veilig: nee", telling(Safety::acute))));
  // That it is safe tells nothing of what was done.
  CHECK(asked_back("veilig: ja", telling(Safety::acute)).ends_with("| veilig: "));
  // A sentence that only begins so.
  CHECK(asked_back("veilig is het daar nooit geweest", telling())
            .ends_with("| Noor van Dam: veilig is het daar nooit geweest"));
}

TEST_CASE("what was done about danger is one Enter from its record, with who told it", "[desk][guided][R14]") {
  ShortRound at;
  at.after("gevaar: hij staat voor de deur");
  CHECK(has(at.after("noor: ik heb 112 gebeld"), "is dit wat er aan het gevaar is gedaan?"));
  CHECK(at.now().stage.safety == Safety::acute);
  at.after("");
  const auto it = at.now();
  CHECK(it.stage.safety == Safety::concern);
  REQUIRE(it.safety_notes.size() == 2);
  CHECK(it.safety_notes.back().handled);
  CHECK(it.safety_notes.back().text == "ik heb 112 gebeld");
  CHECK(it.name_of(it.safety_notes.back().by, Lang::nl) == "Noor");
  CHECK(at.waiting().empty());
  CHECK(at.said().empty());
}

TEST_CASE("what was done and did not end the danger is a note, and is not asked about twice", "[desk][guided][R14]") {
  ShortRound at;
  at.after("gevaar: hij staat voor de deur");
  at.after("daan: 112 is gebeld");
  at.after("nee");
  CHECK(at.said() == Lines{"Daan note: 112 is gebeld"});
  CHECK(at.waiting().empty());
  CHECK(at.now().stage.safety == Safety::acute);
  // Unanswered, it is one when the danger is over by something else.
  at.after("Veilig Thuis is al gebeld");
  at.after("veilig: de politie nam hem mee");
  CHECK(at.said() == Lines{"Daan note: 112 is gebeld", "Samira note: Veilig Thuis is al gebeld"});
  CHECK(at.waiting().empty());
  CHECK(at.now().stage.safety == Safety::concern);
  REQUIRE(at.now().safety_notes.size() == 2);
  CHECK(at.now().safety_notes.back().text == "de politie nam hem mee");
}

TEST_CASE("safe without danger is in the case, and it is told where", "[desk][guided][R14]") {
  ShortRound at;
  CHECK(has(at.after("veilig: de kinderen slapen bij oma"), "er staat nu geen acuut gevaar open."));
  CHECK(at.said() == Lines{"Samira note: veilig: de kinderen slapen bij oma"});
  CHECK(at.waiting().empty());
  CHECK(at.now().stage.safety == Safety::clear);
  CHECK(at.now().safety_notes.empty());
}

TEST_CASE("a line of which somebody said that it is no danger is not asked about again", "[desk][guided][R14]") {
  ShortRound at;
  for (const auto* line : {"hij slaat haar", "acuut er is brand"}) {
    CAPTURE(line);
    CHECK(at.after(line).find("gevaar") != std::string::npos);
    at.after("nee");
    CHECK(at.waiting().empty());
    at.after(line);
    CHECK(at.meeting.now().offered_line() == std::string("Noor: ") + line);
    at.after("");
    CHECK(at.said().back() == std::string("Noor fact: ") + line);
  }
  CHECK(at.now().safety_notes.empty());
  // Another line is.
  at.after("hij slaat de kinderen");
  CHECK(at.meeting.now().offered_line() == "gevaar: hij slaat de kinderen");
  // And the same one again, when that was taken back.
  at.after("nee");
  at.after("ongedaan");
  CHECK(at.meeting.now().offered_line() == "gevaar: hij slaat de kinderen");
}

}  // namespace casus::test
