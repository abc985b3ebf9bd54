// SPDX-License-Identifier: EUPL-1.2
// What a trainer prints: what there is to find, the debrief of a run, and two runs beside each other. With
// CASUS_PAPERS they are written there as HTML, for a browser to print and to look at (tests/browser/papers.test.mjs).
#include "core/training/debrief/compare.hpp"
#include "core/training/debrief/debrief.hpp"
#include "core/training/preview.hpp"
#include "tests/support/catch.hpp"
#include "tests/training/training.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace casus::training {
namespace {

void keep_paper(const std::string& name, const page::Page& page, Lang lang) {
  const auto html = page::page_html(page, lang);
  CHECK_THAT(html, Catch::Contains("@media print"));
  const char* const folder = std::getenv("CASUS_PAPERS");
  if (folder == nullptr) return;
  std::ofstream out(std::filesystem::path(folder) / (name + (lang == Lang::nl ? ".nl.html" : ".en.html")));
  out << html;
  REQUIRE(out.good());
}

}  // namespace

TEST_CASE("what is to find, a debrief and two runs side by side are whole pages to print", "[training]") {
  auto morning = begun(shipped_scenario("neighbours-quarrel"), "solution-focused/reflecting-team", 1, Mode::coaching);
  auto afternoon = begun(shipped_scenario("neighbours-quarrel"), "kort/ronde", 2, Mode::coaching);
  REQUIRE(play_through(morning));
  REQUIRE(play_through(afternoon));
  for (const auto& [goal, verdict] : {std::pair{"both-sides", Verdict::partly}, {"not-ours", Verdict::no}})
    REQUIRE_FALSE(
        morning.play().take(by("Ineke", JudgeGoal{goal, verdict, "Zij hoorden één kant, en vroegen door."})).refusal);
  const auto one = debrief(morning.play(), morning.library()), two = debrief(afternoon.play(), afternoon.library());
  const std::vector<Compared> runs{{&one, &morning.play(), &morning.library()},
                                   {&two, &afternoon.play(), &afternoon.library()}};
  for (const auto lang : {Lang::nl, Lang::en}) {
    keep_paper("training-preview", preview_page(morning.play().scenario(), lang), lang);
    // The two that have most to tell.
    for (const auto* id : {"debts-and-shame", "circle-says-no"})
      keep_paper(std::string("training-preview-") + id, preview_page(shipped_scenario(id), lang), lang);
    keep_paper("training-debrief", debrief_page(one, morning.play(), morning.library(), lang), lang);
    keep_paper("training-compare", compare_page(runs, lang), lang);
  }
}

}  // namespace casus::training
