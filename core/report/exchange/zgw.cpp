// SPDX-License-Identifier: EUPL-1.2
#include "core/report/exchange/zgw.hpp"

#include "core/base/base64.hpp"
#include "core/method/content_hash.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/documents/names_hidden.hpp"
#include "core/report/documents/plan_page.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace casus::report {

using nlohmann::json;

namespace {

/// As much of a text as the standard takes, in whole signs.
std::string at_most(std::string text, std::size_t signs) {
  std::size_t at = 0;
  for (std::size_t seen = 0; at < text.size(); ++at)
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U && seen++ == signs) break;
  text.resize(at);
  return text;
}

/// Where the case was from a moment on.
struct ZgwPlace {
  Time since{};
  std::string type;
};

/// One at a time and in order: a register refuses two statuses of one moment.
std::vector<ZgwPlace> zgw_places(const Case& state, const ZgwStatusTypes& types) {
  std::vector<ZgwPlace> all{{state.opened_at, types.intake}};
  const auto on_the_table = [&](Time at) {
    auto type = types.intake;
    for (const auto& visit : state.visits)
      if (visit.entered <= at) type = types.of(visit.phase);
    return type;
  };
  for (const auto& visit : state.visits) all.push_back({visit.entered, types.of(visit.phase)});
  bool closed = false;
  for (const auto& ending : state.endings) {
    if (ending.life == Life::closed) all.push_back({ending.at, types.closed});
    else if (closed) all.push_back({ending.at, on_the_table(ending.at)});  // opened again, or called back
    closed = ending.life == Life::closed;
  }
  if (state.merged_away) all.push_back({state.merged_away->at, types.closed});
  std::ranges::stable_sort(all, {}, &ZgwPlace::since);
  std::vector<ZgwPlace> out;
  for (const auto& place : all) {
    if (!out.empty() && out.back().since == place.since) out.pop_back();
    if (out.empty() || out.back().type != place.type) out.push_back(place);
  }
  return out;
}

/// What is told of each role.
std::string about_team(const text::Voice& voice) { return text::say(voice, "zgw.team"); }
std::string about_owner(const text::Voice& voice) { return text::say(voice, "zgw.owner"); }
std::string about_resident(const text::Voice& voice) { return voice.say(text::label(Role::resident)); }

class ZgwCase {
 public:
  ZgwCase(const Case& state, const ZgwTypes& types, const ZgwMaker& maker, const text::Voice& voice)
      : state_(state),
        types_(types),
        maker_(maker),
        voice_(voice),
        identification_(zgw_identification(types, state.id)),
        zaak_(called("zaak")) {}

  json written() {
    write_statuses();
    write_roles();
    write_result();
    write_plan();
    return {{"standaard", {{"zaken", "1.5.1"}, {"documenten", "1.5.0"}}},
            {"zaak", zaak()},
            {"statussen", std::move(statuses_)},
            {"rollen", std::move(roles_)},
            {"resultaat", std::move(result_)},
            {"informatieobjecten", std::move(documents_)},
            {"zaakinformatieobjecten", std::move(links_)}};
  }

 private:
  bool is_closed() const { return state_.stage.life == Life::closed; }
  bool names_nobody() const { return state_.privacy == Privacy::anonymous; }
  std::string team() const {
    const auto name = page::one_line(maker_.team);
    return name.empty() ? text::say(voice_, "extract.neighbourhood_team") : name;
  }

  /// The same each time, and another in every organisation.
  json called(const std::string& what) const {
    const auto uuid = method::content_uuid(fmt::format("zgw {} {} {}", types_.organisation, identification_, what));
    return {{"url", "urn:uuid:" + uuid}, {"uuid", uuid}};
  }
  json of_case(const std::string& what) const {
    auto out = called(what);
    out["zaak"] = zaak_.at("url");
    return out;
  }
  static json urls(const json& all) {
    json out = json::array();
    for (const auto& one : all) out.push_back(one.at("url"));
    return out;
  }

  json zaak() const {
    auto out = zaak_;
    out.update({{"identificatie", identification_},
                {"bronorganisatie", types_.organisation},
                {"verantwoordelijkeOrganisatie", types_.responsible.empty() ? types_.organisation : types_.responsible},
                {"omschrijving", at_most(text::say(voice_, "zgw.case"), 80)},
                {"zaaktype", types_.case_type},
                {"registratiedatum", to_string(date_of(registered()))},
                {"startdatum", to_string(date_of(state_.opened_at))},
                {"einddatum", is_closed() ? json(to_string(date_of(ended()))) : json()},
                {"vertrouwelijkheidaanduiding", key(types_.confidentiality)},
                {"betalingsindicatie", ""},
                {"betalingsindicatieWeergave", ""},
                {"deelzaken", json::array()},
                {"eigenschappen", json::array()},
                {"zaakobjecten", json::array()},
                {"rollen", urls(roles_)},
                {"status", statuses_.empty() ? json() : statuses_.back().at("url")},
                {"zaakinformatieobjecten", urls(links_)},
                {"resultaat", result_.is_null() ? json() : result_.at("url")}});
    if (state_.stage.life == Life::paused)
      out["opschorting"] = {{"indicatie", true}, {"reden", at_most(text::say(voice_, "zgw.paused"), 200)}};
    return out;
  }

  /// Of what is made of it: as long as nothing happens in the case, the same.
  Date as_of() const { return date_of(state_.changed_at == Time{} ? maker_.now : state_.changed_at); }
  Time registered() const { return state_.opened_in_fact == Time{} ? state_.opened_at : state_.opened_in_fact; }
  /// When it was closed for the last time.
  Time ended() const {
    auto last = state_.changed_at;
    if (state_.merged_away) return state_.merged_away->at;
    for (const auto& ending : state_.endings)
      if (ending.life == Life::closed) last = ending.at;
    return last;
  }

  void write_statuses() {
    const auto places = zgw_places(state_, types_.statuses);
    for (const auto& place : places) {
      auto status = of_case(fmt::format("status {}", to_string(place.since)));
      status.update({{"statustype", place.type},
                     {"datumStatusGezet", to_string(place.since)},
                     {"statustoelichting", ""},
                     {"indicatieLaatstGezetteStatus", &place == &places.back()},
                     {"zaakinformatieobjecten", json::array()}});
      statuses_.push_back(std::move(status));
    }
  }

  void write_role(const std::string& who, std::string_view general, const std::string& type, std::string_view kind,
                  const std::string& about, json identity) {
    if (type.empty()) return;
    auto role = of_case("rol " + who);
    role.update({{"roltype", type},
                 {"betrokkene", ""},
                 {"betrokkeneType", kind},
                 {"betrokkeneIdentificatie", std::move(identity)},
                 {"omschrijving", general},
                 {"omschrijvingGeneriek", general},
                 {"roltoelichting", about},
                 {"registratiedatum", to_string(maker_.now)},
                 {"indicatieMachtiging", ""},
                 {"statussen", json::array()}});
    roles_.push_back(std::move(role));
  }

  /// A name is one text here: it is not taken apart by guessing.
  void write_roles() {
    write_role("team", "behandelaar", types_.roles.behandelaar, "organisatorische_eenheid", about_team(voice_),
               {{"naam", at_most(team(), 50)}});
    if (names_nobody()) return;
    const auto name_of = [&](const Person& person) {
      kept_.push_back(person.name);
      return at_most(page::one_line(person.name), 200);
    };
    const auto* owner = state_.owner();
    if (owner != nullptr && !owner->erased && !owner->name.empty() && !types_.roles.zaakcoordinator.empty())
      write_role(owner->id, "zaakcoordinator", types_.roles.zaakcoordinator, "medewerker", about_owner(voice_),
                 {{"achternaam", name_of(*owner)}});
    if (types_.roles.belanghebbende.empty()) return;
    for (const auto& person : state_.people)
      if (person.has(Role::resident) && !person.left && !person.erased && !person.name.empty())
        write_role(person.id, "belanghebbende", types_.roles.belanghebbende, "natuurlijk_persoon",
                   about_resident(voice_), {{"geslachtsnaam", name_of(person)}});
  }

  void write_result() {
    if (!is_closed()) return;
    result_ = of_case("resultaat");
    result_.update({{"resultaattype", types_.result_type}, {"toelichting", ""}});
  }

  /// The plan as the resident gets it, with the names that a role gives and no others.
  page::Page plan() const {
    const auto is_kept = [&](const Person& person) { return std::ranges::find(kept_, person.name) != kept_.end(); };
    std::vector<std::string> others;
    for (const auto& person : state_.people)
      if (!person.name.empty() && !is_kept(person)) others.push_back(person.name);
    auto page = plan_page_for_resident(state_, voice_, {team(), {}, as_of()});
    hide_names(page, with_marks(std::move(others), voice_), kept_, voice_);
    return page;
  }

  void write_plan() {
    if (state_.goals.empty() && state_.actions.empty()) return;
    const auto page = plan();
    const auto bytes = page::page_html(page, voice_);
    auto document = called("plan");
    document.update({{"identificatie", at_most("PLAN-" + identification_, 40)},
                     {"bronorganisatie", types_.organisation},
                     {"creatiedatum", to_string(as_of())},
                     {"titel", page.title},
                     {"vertrouwelijkheidaanduiding", key(types_.confidentiality)},
                     {"auteur", at_most(team(), 200)},
                     {"status", is_closed() ? "definitief" : "in_bewerking"},
                     {"formaat", "text/html"},
                     {"taal", voice_.lang() == Lang::nl ? "dut" : "eng"},
                     {"bestandsnaam", fmt::format("plan-{}.html", state_.id)},
                     {"inhoud", to_base64(bytes)},
                     {"bestandsomvang", bytes.size()},
                     {"indicatieGebruiksrecht", types_.bound_use ? json(*types_.bound_use) : json()},
                     {"informatieobjecttype", types_.document_type}});
    auto link = of_case("zaakinformatieobject plan");
    link.update({{"informatieobject", document.at("url")},
                 {"aardRelatieWeergave", "Hoort bij, omgekeerd: kent"},
                 {"titel", page.title},
                 {"beschrijving", ""},
                 {"registratiedatum", to_string(maker_.now)},
                 {"vernietigingsdatum", json()},
                 {"status", json()}});
    documents_.push_back(std::move(document));
    links_.push_back(std::move(link));
  }

  const Case& state_;
  const ZgwTypes& types_;
  const ZgwMaker& maker_;
  text::Voice voice_;
  std::string identification_;
  json zaak_;
  json statuses_ = json::array();
  json roles_ = json::array();
  json result_;
  json documents_ = json::array();
  json links_ = json::array();
  std::vector<std::string> kept_;  ///< names that a role gives
};

}  // namespace

std::string zgw_identification(const ZgwTypes& types, const std::string& case_id) { return types.prefix + case_id; }

json zgw_case(const Case& state, const ZgwTypes& types, const ZgwMaker& maker, const text::Voice& voice) {
  return ZgwCase(state, types, maker, voice).written();
}

std::vector<ZgwRoleMark> zgw_role_marks(const ZgwTypes& types, const text::Voice& voice) {
  std::vector<ZgwRoleMark> marks{{types.roles.behandelaar, about_team(voice)},
                                 {types.roles.zaakcoordinator, about_owner(voice)},
                                 {types.roles.belanghebbende, about_resident(voice)}};
  std::erase_if(marks, [](const ZgwRoleMark& mark) { return mark.type.empty(); });
  return marks;
}

}  // namespace casus::report
