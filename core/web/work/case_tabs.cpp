// SPDX-License-Identifier: EUPL-1.2
#include "core/web/work/case_tabs.hpp"

#include "core/desk/form.hpp"
#include "core/web/server/encoding.hpp"
#include "core/web/work/verb_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace casus::web {
namespace {

bool is_of(std::string_view verb, std::string_view noun) {
  return !noun.empty() && verb.size() > noun.size() && verb.starts_with(noun) && verb[noun.size()] == ' ';
}

bool needs_case(const desk::Entry& entry) {
  const auto form = desk::form_of(entry, Lang::nl);
  const auto* field = form.field("case");
  return field != nullptr && field->required;
}

}  // namespace

const std::vector<CaseTab>& case_tabs() {
  static const std::vector<CaseTab> all{{"", "case show", "", "case"},
                                        {"plan", "plan show", "", "plan"},
                                        {"network", "network show", "network map", "network"},
                                        {"family", "network family show", "network family map", "network family"},
                                        {"safety", "case why", "", "case safety"},
                                        {"look-back", "case evaluation", "", ""},
                                        {"files", "case file", "", ""},
                                        {"dossier", "case export", "", ""},
                                        {"history", "case history", "", ""},
                                        {"seen", "case seen", "", ""}};
  return all;
}

text::Message name_of(const CaseTab& tab) {
  using text::msg;
  if (tab.place == "plan") return msg("web.tab_plan");
  if (tab.place == "network") return msg("web.tab_network");
  if (tab.place == "family") return msg("web.tab_family");
  if (tab.place == "safety") return msg("web.tab_safety");
  if (tab.place == "look-back") return msg("web.tab_look_back");
  if (tab.place == "files") return msg("web.tab_files");
  if (tab.place == "dossier") return msg("web.tab_dossier");
  if (tab.place == "history") return msg("web.tab_history");
  if (tab.place == "seen") return msg("web.tab_seen");
  return msg("web.tab_case");
}

Html link(std::string to, std::string words) { return el("a", {{"href", std::move(to)}}, words); }

Html tabs(const std::string& case_id, std::string_view here, Lang lang) {
  Html list;
  for (const auto& tab : case_tabs())
    list += el("li",
               el("a", {{"href", place_of(case_id, tab.place)}, {"aria-current", tab.place == here ? "page" : "false"}},
                  name_of(tab).in(lang)));
  return el("nav", {{"class", "tabs no-print"}, {"aria-label", text::say(lang, "web.tabs")}}, el("ul", list));
}

const CaseTab* case_tab(std::string_view place) {
  const auto found = std::ranges::find(case_tabs(), place, &CaseTab::place);
  return found == case_tabs().end() ? nullptr : &*found;
}

const CaseTab& tab_of_verb(std::string_view verb) {
  const auto* best = &case_tabs().front();
  for (const auto& tab : case_tabs())
    if (is_of(verb, tab.acts) && tab.acts.size() >= best->acts.size()) best = &tab;
  return *best;
}

std::string place_of(const std::string& case_id, std::string_view tab) {
  return fmt::format("/case/{}{}{}", percent_encoded(case_id), tab.empty() ? "" : "/", tab);
}

std::string place_of_verb(std::string_view verb, const std::string& case_id) {
  if (case_id.empty()) return "/do/" + path_of_verb(verb);
  if (verb == "case attach") return place_of(case_id, "files");
  const auto tab = std::ranges::find(case_tabs(), verb, &CaseTab::page);
  return place_of(case_id, tab == case_tabs().end() ? "do/" + path_of_verb(verb) : std::string(tab->place));
}

const std::vector<const desk::Entry*>& acts_of(const CaseTab& tab) {
  // The catalogue never changes while the program runs.
  static const auto all = [] {
    std::map<std::string_view, std::vector<const desk::Entry*>> found;
    for (const auto& entry : desk::catalogue()) {
      const auto& its = tab_of_verb(entry.path);
      if (is_of(entry.path, its.acts) && !entry.fresh()->access().reads && needs_case(entry))
        found[its.place].push_back(&entry);
    }
    for (const auto& one : case_tabs()) found.try_emplace(one.place);
    return found;
  }();
  return all.at(tab.place);
}

}  // namespace casus::web
