// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/answers.hpp"
#include "core/desk/case_line.hpp"
#include "core/desk/command_text.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/verbs/case/export.hpp"
#include "core/desk/verbs/case/pages.hpp"
#include "core/engine/explain.hpp"
#include "core/page/layout.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/case_json.hpp"
#include "core/report/case_view.hpp"
#include "core/report/history_text.hpp"
#include "core/report/looks_text.hpp"
#include "core/service/command_json.hpp"

#include <nlohmann/json.hpp>

/// Looking at cases: list, show, why, history, seen.
namespace casus::desk {
namespace {

using nlohmann::json;

class CaseList final : public Verb {
 public:
  Access access() const override { return reads(Ground::need); }
  void shape(Slots& slots) override {
    slots.option("life", query_.life, {"alleen open, gesloten, ...", "only open, closed, ..."});
    slots.option("safety", query_.safety, {"alleen met deze stand van veiligheid", "only with this state of safety"});
    slots.option("due-by", query_.due_by,
                 {"terugkijken of actie uiterlijk op deze dag", "review or action due by this day"});
    slots.flag("by-due", query_.by_due, {"wat eerst aan de beurt is bovenaan", "what is due first comes first"});
    slots.option("limit", query_.limit, {"hoeveel regels", "how many lines"});
    slots.option("offset", query_.offset, {"vanaf de hoeveelste", "from which line"});
  }

  void run(Desk& desk, Reply& reply) override {
    if (query_.limit < 1 || query_.offset < 0)
      throw Usage{
          desk.say({"--limit is minstens 1 en --offset minstens 0", "--limit is at least 1, --offset at least 0"})};
    const auto listing = list_cases(desk, query_);
    if (!listing) return show(desk, reply, listing.error());
    const auto& lines = listing->rows;
    if (desk.json()) {
      reply.json(document(lines));
      return;
    }
    if (lines.empty()) {
      reply.line(desk.say({"geen casussen; begin met: casus case open", "no cases; begin with: casus case open"}));
      return;
    }
    print(desk, reply, lines);
  }

 private:
  static json document(const std::vector<CaseListing::Row>& rows) {
    json cases = json::array();
    for (const auto& [line, withheld] : rows) {
      cases.push_back({{"case", line.id},
                       {"title", line.title},
                       {"life", key(line.stage.life)},
                       {"phase", key(line.stage.phase)},
                       {"safety", key(line.stage.safety)},
                       {"meldcode_step", line.stage.meldcode_step},
                       {"round", line.round},
                       {"step", line.step},
                       {"workflow", line.workflow},
                       {"method", line.method},
                       {"neighbourhood", line.neighbourhood},
                       {"review_on", line.review_on ? json(to_string(*line.review_on)) : json()},
                       {"action_due", line.action_due ? json(to_string(*line.action_due)) : json()},
                       {"opened_on", to_string(line.opened_on)},
                       {"changed_at", to_string(line.changed_at)}});
      if (withheld) cases.back()["withheld"] = true;
    }
    return {{"cases", std::move(cases)}};
  }

  static void print(Desk& desk, Reply& reply, const std::vector<CaseListing::Row>& all) {
    const auto lang = desk.lang();
    std::vector<page::Row> rows;
    for (const auto& [line, withheld] : all) {
      const auto title = page::one_line(on_screen(desk, {line.title, withheld}));
      rows.push_back({line.id, title, standing(desk, line), line.method.substr(line.method.find('/') + 1),
                      line.review_on ? to_string(*line.review_on) : "-",
                      line.action_due ? to_string(*line.action_due) : "-"});
    }
    reply.table(lang == Lang::nl ? page::Row{"casus", "titel", "stand", "methode", "terugkijken", "actie voor"}
                                 : page::Row{"case", "title", "standing", "method", "review", "action by"},
                rows);
  }

  store::IndexQuery query_;
};

class CaseShow final : public CasePage {
 protected:
  CasePart part() const override { return CasePart::overview; }

  void page(Desk& desk, Reply& reply, const Case& state, Sight sight) override {
    if (sight == Sight::resident) return show_extract(desk, reply, state);
    if (desk.json()) reply.json(report::case_json(state, desk.definitions()));
    else reply.page(report::case_page(state, desk.definitions(), desk.lang()));
  }
};

class CaseWhy final : public CasePage {
 protected:
  CasePart part() const override { return CasePart::guidance; }

  void page(Desk& desk, Reply& reply, const Case& state, Sight) override {
    const auto found = engine::explain(state, desk.service().library(), desk.who_or_nobody(), desk.now(), desk.lang());
    if (desk.json()) reply.json(document(desk, found));
    else print(desk, reply, found);
  }

 private:
  static json lines(const Desk& desk, const std::vector<Command>& commands) {
    json out = json::array();
    for (const auto& command : commands)
      out.push_back(
          {{"typed", typed(command, desk.lang(), desk.store_option())}, {"command", service::command_json(command)}});
    return out;
  }

  json document(const Desk& desk, const engine::Explanation& found) const {
    return {{"case", case_id_},
            {"standing", found.standing.in(desk.lang())},
            {"stuck", found.stuck},
            {"missing", missing_json(found.missing, desk.voice())},
            {"way", lines(desk, found.way)},
            {"with_reason", lines(desk, found.with_reason)}};
  }

  static void print_lines(Desk& desk, Reply& reply, Words heading, const std::vector<Command>& commands) {
    if (commands.empty()) return;
    reply.line(desk.say(heading));
    for (const auto& command : commands)
      reply.line("  " + desk.to_type(typed(command, desk.lang(), desk.store_option())), Tone::strong);
  }

  static void print(Desk& desk, Reply& reply, const engine::Explanation& found) {
    reply.line(found.standing.in(desk.lang()));
    if (!found.missing.empty()) {
      reply.line(desk.say({"Er mist nog:", "Still missing:"}));
      reply.text(missing_lines(found.missing, desk.voice()));
    }
    print_lines(desk, reply, {"Zo kom je verder (pas de teksten aan):", "The way on (replace the texts):"}, found.way);
    print_lines(desk, reply, {"Of ga verder met een reden:", "Or go on with a reason:"}, found.with_reason);
    if (found.stuck)
      reply.line(desk.say({"Hier is nu geen weg verder.", "There is no way on from here now."}), Tone::warning);
  }
};

class CaseHistory final : public CasePage {
 protected:
  CasePart part() const override { return CasePart::history; }

  void page(Desk& desk, Reply& reply, const Case& state, Sight sight) override {
    if (sight == Sight::resident) return show_extract(desk, reply, state);
    const auto events = history_of(desk, state);
    if (desk.json()) {
      json all = json::array();
      for (std::size_t i = 0; i < events.size(); ++i)
        all.push_back(service::event_json(events[i], static_cast<std::int64_t>(i) + 1));
      reply.json({{"case", case_id_}, {"version", state.version}, {"events", std::move(all)}});
    } else {
      reply.text(report::history_text(events, state, desk.definitions(), desk.lang()));
    }
  }
};

/// Who looked at the case, what at, and why.
class CaseSeenPage final : public CasePage {
 protected:
  CasePart part() const override { return CasePart::log; }

  void page(Desk& desk, Reply& reply, const Case& state, Sight) override {
    const auto [looks, erasures] = accountability_of(desk, state);
    if (!desk.json()) {
      if (!erasures.empty()) reply.text(report::erasures_text(erasures, desk.lang()) + '\n');
      if (looks.empty()) reply.text(report::nobody_looked(desk.lang()) + '\n');
      else reply.table(report::looks_header(desk.lang()), report::looks_rows(looks, state, desk.lang()));
      return;
    }
    json all = json::array();
    for (const auto& look : looks)
      all.push_back({{"at", to_string(look.at)},
                     {"person", look.seen.person},
                     {"name", look.seen.name},
                     {"part", key(look.seen.part)},
                     {"sight", key(look.seen.sight)},
                     {"because", look.seen.because}});
    json erased = json::array();
    for (const auto& one : erasures)
      erased.push_back({{"at", to_string(one.at)},
                        {"person", one.done.person},
                        {"by", one.done.by},
                        {"with", one.done.with},
                        {"because", one.done.because}});
    reply.json({{"case", case_id_}, {"looks", std::move(all)}, {"erasures", std::move(erased)}});
  }
};

}  // namespace

Entries show_verbs() {
  return {
      {"case list",
       {"alle casussen, laatst veranderd eerst", "all cases, last changed first"},
       {"case list --life open --due-by +2w --by-due --as Noor",
        "case list --life open --due-by +2w --by-due --as Noor"},
       fresh<CaseList>},
      {"case show",
       {"waar de casus staat en wat er nu kan", "where the case is and what can be done now"},
       {"case show 2026-001 --as Noor", "case show 2026-001 --as Noor"},
       fresh<CaseShow>},
      {"case why",
       {"wat er nog mist en hoe je verder komt", "what is missing, and the way on"},
       {"case why 2026-001 --as Noor", "case why 2026-001 --as Noor"},
       fresh<CaseWhy>},
      {"case suggest",
       {"wat je nu kunt vragen of doen, en waarom", "what to ask or do now, and why"},
       {"case suggest 2026-001 --as Noor", "case suggest 2026-001 --as Noor"},
       fresh<Suggestions>},
      {"case history",
       {"alles wat er gebeurd is", "all that happened"},
       {"case history 2026-001 --as Noor", "case history 2026-001 --as Noor"},
       fresh<CaseHistory>},
      {"case seen",
       {"wie deze casus heeft bekeken, en waarom", "who looked at this case, and why"},
       {"case seen 2026-001 --as Noor", "case seen 2026-001 --as Noor"},
       fresh<CaseSeenPage>},
      {"case export",
       {"het dossier als bestand, of het uittreksel voor de inwoner",
        "the dossier as a file, or the resident's extract"},
       {"case export 2026-001 --for resident --format html --out uittreksel.html --as Noor",
        "case export 2026-001 --for resident --format html --out extract.html --as Noor"},
       fresh<Export>},
  };
}

}  // namespace casus::desk
