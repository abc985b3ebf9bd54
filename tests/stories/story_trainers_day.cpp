// SPDX-License-Identifier: EUPL-1.2
// The day of two trainers, typed as the guide says (workflows/README.md): one looks ahead and leads six people in the
// morning, the other leads in the afternoon, and they look back on both.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {
namespace {

/// A line typed in a shell of one's own, in a window; what it wrote.
std::string written_by(const Home& home, std::vector<std::string> arguments, int exit = 0) {
  const auto at = home.in_terminal(std::move(arguments), 60, 100);
  const int ended = at->finish();
  INFO(at->written());
  CHECK(ended == exit);
  return at->written();
}

/// The window that a group looks at.
class Group {
 public:
  Group(const Home& home, std::vector<std::string> arguments) : at_(home.in_terminal(std::move(arguments), 60, 100)) {}

  void types(const std::string& line, const std::string& answer) {
    at_->type(line + "\r");
    const bool answered = at_->shows(answer);
    INFO("typed: " << line << "\nwaited for: " << answer << "\n" << at_->window());
    REQUIRE(answered);
  }
  /// The lines that were proposed with the last answer, below its last heading.
  std::vector<std::string> proposed() const {
    std::vector<std::string> lines;
    bool below = false;
    for (const auto& row : at_->rows()) {
      if (row.starts_with("Zo kom je verder")) lines.clear(), below = true;
      else if (below && row.starts_with("  ")) lines.push_back(row.substr(2));
      else below = false;
    }
    return lines;
  }
  int stops() {
    at_->type("stop\r");
    return at_->finish();
  }
  std::string written() const { return at_->written(); }

 private:
  std::unique_ptr<PseudoTerminal> at_;
};

}  // namespace

TEST_CASE("two trainers' day: look ahead, lead six people, step in, overrule, compare, look back on a page",
          "[stories]") {
  const Home home;
  // Half an hour before.
  CHECK_THAT(written_by(home, {"train", "list"}), Catch::Contains("debts-and-shame"));
  CHECK_THAT(written_by(home, {"train", "preview", "debts-and-shame"}),
             Catch::Contains("Dit verklapt alles") && Catch::Contains("corporation"));
  written_by(home, {"train", "preview", "debts-and-shame", "--format", "html", "--out", "vooraf.html"});
  CHECK_THAT(content_of(home.folder() / "vooraf.html"), Catch::Contains("<svg") && Catch::Contains("@media print"));

  // Five play, Sanne watches; one types.
  Group morning(home, {"train", "play", "debts-and-shame", "--method", "solution-focused/reflecting-team", "--run",
                       "ochtend", "--mode", "coaching"});
  morning.types("rol", "Sanne");
  morning.types("rol Sanne", "network");
  morning.types("doelen", "(own-words)");
  morning.types("Bram: verder", "Bram begon met de stap Voorbereiden");
  morning.types("waarom", "Zo kom je verder (pas de teksten aan):\n  verder");
  const auto way = morning.proposed();
  REQUIRE_FALSE(way.empty());
  for (const auto& line : way) morning.types(line, "begon met de stap Presenteren");
  morning.types("Noor wens: Hij wil dat zijn dochter kan blijven slapen", "Noor (wens van de inwoner)");
  morning.types("Bram: verder", "Bram begon met de stap Verhelderen");
  morning.types("Ria: Heb je al gedacht aan schuldhulp?", "klinkt als advies");
  morning.types("terug", "nam zetten terug: 1");
  morning.types("Ria: Wie is er om hem heen, ook van vroeger?", "Er is een zus, Anja.");
  morning.types("Noor: Een zus, Anja", "Noor (antwoord)");
  morning.types("Yusuf: Wanneer lukte het wel?", "Ruud");
  morning.types("Femke: Hoe houdt hij dit vol, met zo veel schaamte?", "Femke (vraag)");
  morning.types("hint", "hint");

  // Ineke steps in, from a laptop of her own.
  CHECK_THAT(
      written_by(home, {"train", "inject", "ochtend", "De bel gaat: zijn zus staat voor de deur", "--as", "Ineke"}),
      Catch::Contains("Ineke (trainer) bracht een bericht in"));
  written_by(home, {"train", "inject", "ochtend", "Ik heb zelf genoeg aan mijn hoofd", "--person", "Anja", "--answer",
                    "nee", "--as", "Ineke"});
  morning.types("kijk", "De bel gaat: zijn zus staat voor de deur");
  morning.types("spreek Anja Zou je met hem mee willen kijken?", "sprak met Anja");
  morning.types("wacht 1 week", "KEUZEPUNT");
  morning.types("kies c omdat het zijn verhaal is", "omdat het zijn verhaal is");
  morning.types(
      "Sanne: observeer Ria punt: network gezegd: Wie is er om hem heen? effect: Noor dacht na cijfer: 2 "
      "sterk: Vroeg open. probeer: Vraag wie nog meer.",
      "Sanne");
  CHECK(morning.stops() == 0);
  CHECK_THAT(morning.written(),
             Catch::Contains("zetten bewaard in oefening ochtend") && Catch::Contains("casus train debrief ochtend"));

  // Marleen leads in the afternoon, from where the morning told what it saw.
  written_by(home, {"train", "branch", "ochtend", "--at", "3", "--run", "middag"});
  Group afternoon(home, {"train", "play", "--run", "middag"});
  afternoon.types("kijk", "Presenteren");
  afternoon.types("Bram: verder omdat we genoeg weten", "reden: we genoeg weten");
  afternoon.types("Ria: Wat wil hij zelf?", "Ria (vraag)");
  CHECK(afternoon.stops() == 0);

  // Looking back: each says what they saw, in their own name.
  CHECK_THAT(written_by(home, {"train", "judge", "ochtend", "own-words", "--met", "deels", "--because",
                               "Zijn woorden, wel korter", "--as", "Ineke"}),
             Catch::Contains("Ineke oordeelde over"));
  written_by(home, {"train", "overrule", "ochtend", "talk/questions", "--because", "De vraag stond in een wens", "--as",
                    "Marleen"});
  written_by(home, {"train", "remark", "ochtend", "Er viel een lange stilte", "--as", "Ineke"});
  const auto debrief = written_by(home, {"train", "debrief", "ochtend", "--format", "md"});
  CHECK_THAT(debrief, Catch::Contains("Ineke (trainer)") && Catch::Contains("Marleen (trainer)") &&
                          Catch::Contains("Er viel een lange stilte"));
  written_by(home, {"train", "debrief", "ochtend", "--format", "html", "--out", "nabespreking.html"});
  const auto page = content_of(home.folder() / "nabespreking.html");
  CHECK_THAT(page, Catch::Contains("@media print") && Catch::Contains("Marleen (trainer)") &&
                       Catch::Contains("De vraag stond in een wens"));
  CHECK_THAT(written_by(home, {"train", "debrief", "ochtend", "--with", "middag", "--format", "md"}),
             Catch::Contains("| ochtend | middag |") && Catch::Contains("niet wie het beter deed"));
  written_by(home, {"train", "debrief", "ochtend", "--with", "middag", "--format", "html", "--out", "beide.html"});
  CHECK_THAT(content_of(home.folder() / "beide.html"), Catch::Contains("@media print"));

  // The same moves give the same run, whoever plays the log.
  CHECK(home.type("casus train apply ochtend --json").exit == 0);
}

}  // namespace casus::test
