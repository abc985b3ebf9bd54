// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/dossier.hpp"
#include "core/report/naming.hpp"
#include "core/training/debrief_plots.hpp"

namespace casus::training {

std::string debrief_html(const Debrief& debrief, const Play& play, const engine::Library& library, Lang lang) {
  const auto title = std::string(report::pick(lang, "Nabespreking: ", "Debrief: ")) + play.scenario().name.in(lang);
  return report::dossier_html(debrief_markdown(debrief, play, library, lang), title, lang,
                              debrief_plots(debrief, play, lang));
}

}  // namespace casus::training
