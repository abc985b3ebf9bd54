// SPDX-License-Identifier: EUPL-1.2
#include "core/web/work/case_tabs.hpp"

#include "core/desk/forms/form.hpp"
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

/// Under which heading a verb about the case itself stands; the last takes what none of these names.
enum class Heading { talk, people, plan, mending, the_case };

Heading heading_of(std::string_view verb) {
  static const std::map<std::string_view, Heading> all{
      {"case say", Heading::talk},
      {"case answer", Heading::people},
      {"case next", Heading::talk},
      {"case back", Heading::talk},
      {"case record", Heading::talk},
      {"case vote", Heading::talk},
      {"case pass", Heading::talk},
      {"case choose", Heading::talk},
      {"case group", Heading::talk},
      {"case score", Heading::talk},
      {"case question", Heading::talk},
      {"case move-to", Heading::talk},
      {"case learn", Heading::talk},
      {"case signal", Heading::talk},
      {"case join", Heading::people},
      {"case leave", Heading::people},
      {"case handover", Heading::people},
      {"case same", Heading::people},
      {"case tell", Heading::people},
      {"case request", Heading::people},
      {"case review", Heading::plan},
      {"case evaluate", Heading::plan},
      {"case round", Heading::plan},
      {"case decide raise", Heading::plan},
      {"case decide opinion", Heading::plan},
      {"case decide take", Heading::plan},
      {"case circle-plan present", Heading::plan},
      {"case circle-plan answer", Heading::plan},
      {"case correct", Heading::mending},
      {"case withdraw", Heading::mending},
      {"case restore", Heading::mending},
      {"case undo", Heading::mending},
      {"case destroy", Heading::mending},
  };
  const auto found = all.find(verb);
  return found == all.end() ? Heading::the_case : found->second;
}

text::Message name_of(Heading heading) {
  using text::msg;
  switch (heading) {
    case Heading::talk: return msg("web.acts_talk");
    case Heading::people: return msg("web.acts_people");
    case Heading::plan: return msg("web.acts_plan");
    case Heading::mending: return msg("web.acts_mending");
    case Heading::the_case: break;
  }
  return msg("web.acts_case");
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
                                        {"safety", "case safety show", "", "case safety"},
                                        {"look-back", "case evaluation", "", ""},
                                        {"files", "case file", "", ""},
                                        {"dossier", "case dossier", "", ""},
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

const std::vector<ActGroup>& acts_of(const CaseTab& tab) {
  // The catalogue never changes while the program runs.
  static const auto all = [] {
    std::map<std::string_view, std::map<Heading, std::vector<const desk::Entry*>>> found;
    for (const auto& entry : desk::catalogue()) {
      const auto& its = tab_of_verb(entry.path);
      if (is_of(entry.path, its.acts) && !entry.fresh()->access().reads && needs_case(entry))
        found[its.place][its.place.empty() ? heading_of(entry.path) : Heading::the_case].push_back(&entry);
    }
    std::map<std::string_view, std::vector<ActGroup>> groups;
    for (const auto& one : case_tabs())
      for (auto& [heading, acts] : found[one.place])
        groups[one.place].push_back({one.place.empty() ? name_of(heading) : text::Message(), std::move(acts)});
    for (const auto& one : case_tabs()) groups.try_emplace(one.place);
    return groups;
  }();
  return all.at(tab.place);
}

}  // namespace casus::web
