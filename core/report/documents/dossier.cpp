// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/dossier.hpp"

#include "core/report/documents/dossier_parts.hpp"
#include "core/report/documents/evaluation.hpp"
#include "core/report/documents/plan_scores.hpp"
#include "core/report/documents/template.hpp"
#include "core/report/pictures/genogram.hpp"
#include "core/report/pictures/network_map.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace casus::report {

namespace {

/// Mustache has no "unless the list is empty, once", so each list is told beside its name.
void add(nlohmann::json& data, const std::string& name, nlohmann::json list) {
  data["has_" + name] = !list.empty();
  data[name] = std::move(list);
}

}  // namespace

std::string dossier::tidy(const std::string& text) {
  std::string out;
  std::size_t breaks = 2;
  for (const char c : text) {
    breaks = c == '\n' ? breaks + 1 : 0;
    if (breaks <= 2) out += c;
  }
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

std::string dossier_markdown(const Case& state, const Definitions& definitions, Lang lang, const Case* then) {
  const Naming names(state, definitions, lang);
  auto data = nlohmann::json::object();
  data["w"] = dossier::words(lang);
  if (state.stage.life == Life::erased) {
    data["title"] = pick(lang, "Deze casus is gewist", "This case has been erased");
    data["facts"] = nlohmann::json::array({{{"label", pick(lang, "Casus", "Case")}, {"text", state.id}}});
    return dossier::tidy(filled(dossier::page(), data));
  }
  data["title"] = state.title.empty() ? state.id : state.title;
  data["missing"] = names.missing();
  data["facts"] = dossier::facts(state, names);
  data["course"] = dossier::course(state, names);
  add(data, "sources", names.sources());
  add(data, "people", dossier::people_at_table(state, names));
  add(data, "safety", dossier::safety(state, names));
  add(data, "goals", dossier::goals(state, names));
  add(data, "actions", dossier::actions(state, names));
  data["rungs"] = dossier::rungs(state, names);
  const auto network = dossier::network(state, names);
  data["has_network"] = !network.at("groups").empty() || !network.at("ties").empty();
  data["network"] = network.at("groups");
  data["ties"] = network.at("ties");
  add(data, "raw_list", network.at("raw_list"));
  add(data, "family", genogram_in_words(state, lang));
  add(data, "decisions", dossier::decisions(state, names));
  add(data, "plans", dossier::circle_plans(state, names));
  add(data, "evaluations", dossier::evaluations(state, names));
  add(data, "told", dossier::told(state, names));
  add(data, "reasons", dossier::reasons(state, names));
  add(data, "endings", dossier::endings(state, names));
  auto out = filled(dossier::page(), data);
  if (then != nullptr && !state.evaluations.empty()) {
    page::Page page;
    add_then_and_now(page, state, *then, date_of(then->changed_at), lang);
    out += fmt::format("\n## {}\n", pick(lang, "Toen en nu", "Then and now")) + page::sections_markdown(page, 3);
  }
  return dossier::tidy(out);
}

std::vector<page::HtmlPart> dossier_pictures(const Case& state, Lang lang) {
  std::vector<page::HtmlPart> out;
  const auto add = [&](std::string_view nl, std::string_view en, std::string picture) {
    out.push_back({fmt::format("## {}\n", pick(lang, nl, en)), std::move(picture)});
  };
  if (state.stage.life == Life::erased) return out;
  add("Netwerkkaart", "Network map", network_svg(state, lang));
  if (!state.family.members.empty()) add("Genogram", "Genogram", genogram_svg(state, lang));
  if (const auto scores = score_series(state, lang); !scores.empty())
    add("Cijfers, toen en nu", "Scores, then and now", scores_svg(scores, lang));
  return out;
}

std::string dossier_html(std::string_view markdown, std::string_view title, Lang lang,
                         const std::vector<page::HtmlPart>& pictures) {
  std::vector<page::HtmlPart> parts{{std::string(markdown), {}}};
  parts.insert(parts.end(), pictures.begin(), pictures.end());
  return page::html_page(parts, title, lang);
}

}  // namespace casus::report
