// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/json_fields.hpp"
#include "core/desk/explained.hpp"
#include "core/desk/outsider.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/seat.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/typed/case_line.hpp"
#include "core/desk/typed/command_text.hpp"
#include "core/desk/verbs/case/export.hpp"
#include "core/desk/verbs/case/pages.hpp"
#include "core/engine/explain/explain.hpp"
#include "core/engine/floor/course.hpp"
#include "core/engine/floor/floor_limits.hpp"
#include "core/page/layout.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/case_json.hpp"
#include "core/report/case_view.hpp"
#include "core/report/history/event_shown.hpp"
#include "core/report/history/history_text.hpp"
#include "core/report/history/looks_text.hpp"
#include "core/report/term_words.hpp"
#include "core/service/commands/command_json.hpp"
#include "core/service/table/table.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <vector>

/// Looking at cases: list, show, why, history, seen.
namespace casus::desk {
namespace {

using nlohmann::json;

class CaseList final : public Verb {
 public:
  Access access() const override { return reads(Ground::need); }
  void shape(Slots& slots) override {
    slots.option("life", query_.life, "help.only_open_closed");
    slots.option("safety", query_.safety, "help.only_state_safety");
    slots.option("due-by", query_.due_by, "help.review_action_due_day");
    slots.flag("by-due", query_.by_due, "help.what_due_first_comes_first");
    slots.option("limit", query_.limit, "help.how_many_lines");
    slots.option("offset", query_.offset, "help.from_which_line");
  }

  void run(Desk& desk, Reply& reply) override {
    if (query_.limit < 1 || query_.offset < 0) throw Usage{desk.say("show.limit_least_1_offset_least")};
    auto wanted = query_;
    if (wanted.limit < std::numeric_limits<int>::max()) ++wanted.limit;  // to know whether there are more
    auto listing = list_cases(desk, wanted);
    if (!listing) return show(desk, reply, listing.error());
    auto& lines = listing->rows;
    const bool more = std::ssize(lines) > query_.limit;
    if (more) lines.pop_back();
    if (query_.by_due) first_due_first(desk, lines);
    if (desk.json()) return reply.json(document(desk, lines));
    if (lines.empty()) {
      reply.line(is_outsider(desk) ? desk.say("show.no_cases")
                                   : desk.say("show.cases_begin", "open"_is = text::way("case open")));
      return;
    }
    print(desk, reply, lines);
    if (more)
      reply.line(desk.say("show.more_cases", "shown"_is = lines.size(),
                          "next"_is = text::way("case list", "offset"_is = query_.offset + query_.limit)),
                 Tone::quiet);
  }

 private:
  static json terms_json(const std::vector<LegalDay>& days) {
    json all = json::array();
    for (const auto& one : days)
      all.push_back({{"on", to_string(one.on)}, {"law", one.law}, {"what", one.what}, {"request", one.request}});
    return all;
  }

  /// The index knows of reviews and actions; a legal term is known to the workflow.
  static void first_due_first(Desk& desk, std::vector<CaseListing::Row>& rows) {
    constexpr Date kNever{std::chrono::year(9999), std::chrono::December, std::chrono::day(31)};
    std::vector<std::pair<Date, CaseListing::Row>> dated;
    for (auto& row : rows) {
      auto due = std::min(row.line.review_on.value_or(kNever), row.line.action_due.value_or(kNever));
      for (const auto& term : legal_days(desk, row.line))
        if (term.on >= desk.today() || !term.request.empty()) due = std::min(due, term.on);
      dated.emplace_back(due, std::move(row));
    }
    std::ranges::stable_sort(dated, {}, [](const auto& one) { return one.first; });
    rows.clear();
    for (auto& one : dated) rows.push_back(std::move(one.second));
  }

  static json document(Desk& desk, const std::vector<CaseListing::Row>& rows) {
    json cases = json::array();
    for (const auto& [line, withheld, locked] : rows) {
      const auto action = action_day(line);
      const auto days = legal_days(desk, line);
      cases.push_back(
          {{"case", line.id},
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
           {"action_due", action ? json(to_string(*action)) : json()},
           {"term", days.empty() ? json() : json(in_words({days.front()}, [](Date on) { return to_string(on); }))},
           {"terms", terms_json(days)},
           {"opened_on", to_string(line.opened_on)},
           {"changed_at", to_string(line.changed_at)}});
      if (withheld) cases.back()["withheld"] = true;
      if (locked) cases.back()["key_missing"] = true;
    }
    return {{"cases", std::move(cases)}};
  }

  static void print(Desk& desk, Reply& reply, const std::vector<CaseListing::Row>& all) {
    const auto day = [&](Date on) { return desk.day(on); };
    std::vector<std::string> terms;
    for (const auto& row : all) terms.push_back(in_words(legal_days(desk, row.line), day));
    const bool any = std::ranges::any_of(terms, [](const auto& term) { return !term.empty(); });
    std::vector<page::Row> rows;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto& [line, withheld, locked] = all[i];
      const auto title = page::one_line(on_screen(desk, {line.title, withheld, locked}));
      const auto action = action_day(line);
      auto& row =
          rows.emplace_back(page::Row{line.id, title, standing(desk, line), method_called(desk, line.method),
                                      line.review_on ? day(*line.review_on) : "-", action ? day(*action) : "-"});
      if (any) row.push_back(terms[i].empty() ? "-" : terms[i]);
    }
    page::Row heading{desk.say("show.column_case"),   desk.say("show.column_title"),  desk.say("show.column_standing"),
                      desk.say("show.column_method"), desk.say("show.column_review"), desk.say("show.column_action")};
    if (any) heading.push_back(desk.say("show.column_terms"));
    reply.table(heading, rows);
  }

  store::IndexQuery query_;
};

class CaseShow final : public CasePage {
 protected:
  CasePart part() const override { return CasePart::overview; }

  void page(Desk& desk, Reply& reply, const Case& state, Sight sight) override {
    if (sight == Sight::resident) return show_extract(desk, reply, state);
    const auto now = service::table_as_read(state, desk.service().library(), desk.now(), desk.voice());
    if (desk.json()) {
      auto all = report::case_json(state, desk.definitions(), desk.voice());
      const auto table = service::table_json(now, desk.voice());
      all["step"] = table.contains("step") ? table.at("step") : json();
      // Who reads with a seat at the table is told what they themselves may say.
      if (const auto own = theirs(desk, state); own && all["step"].contains("kinds")) {
        auto kinds = json::array();
        for (auto& one : all["step"]["kinds"])
          if (std::ranges::find(*own, one.at("kind").get<std::string>()) != own->end()) kinds.push_back(std::move(one));
        all["step"]["kinds"] = std::move(kinds);
      }
      reply.json(std::move(all));
    } else {
      auto lines = service::course_lines(now, desk.voice());
      if (auto turn = service::turn_line(now, desk.voice()); !turn.empty()) lines.push_back(std::move(turn));
      const bool can_begin =
          state.stage.life != Life::intake || engine::can_begin(state, desk.service().library(), desk.now());
      reply.page(report::case_page(state, desk.definitions(), desk.voice(), lines, theirs(desk, state), can_begin));
      for (const auto& note : desk.service().kept_in_use(state)) reply.line(desk.voice().say(note), Tone::warning);
      for (const auto& note : desk.service().newer_definitions(state)) reply.line(desk.voice().say(note));
    }
  }

 private:
  /// What whoever looks may say in this step; nothing where they have no seat at the table.
  static std::optional<std::vector<std::string>> theirs(Desk& desk, const Case& state) {
    const auto* step = engine::step_here(state, desk.service().library());
    const auto me = std::ranges::find_if(state.people, [&](const Person& person) {
      return person.at_table() && same_name(person.name, desk.who_or_nobody());
    });
    if (step == nullptr || me == state.people.end()) return std::nullopt;
    return engine::kinds_for(state, *step, *me);
  }
};

class CaseWhy final : public CasePage {
 protected:
  CasePart part() const override { return CasePart::guidance; }

  void page(Desk& desk, Reply& reply, const Case& state, Sight) override {
    const auto [found, fault] = explained(desk, state, desk.who_or_nobody());
    const report::Naming names(state, desk.definitions(), desk.voice());
    if (desk.json()) {
      auto all = document(desk, found);
      if (!fault.empty()) all["fault"] = fault;
      all["terms"] = report::terms_json(state, names);
      return reply.json(std::move(all));
    }
    if (!fault.empty()) reply.line(fault, Tone::warning);
    print(desk, reply, found);
    for (const auto& line : report::running_in_words(state, names))
      reply.line(fmt::format("{}: {}", desk.say("terms.running"), line));
    for (const auto& note : desk.service().newer_definitions(state)) reply.line(desk.voice().say(note));
  }

 private:
  static json lines(const Desk& desk, const std::vector<Command>& commands) {
    json out = json::array();
    for (const auto& command : commands)
      out.push_back(
          {{"typed", typed(command, desk.voice(), desk.store_option())}, {"command", service::command_json(command)}});
    return out;
  }

  json document(const Desk& desk, const engine::Explanation& found) const {
    json out = {{"case", case_id_},
                {"standing", found.standing.in(desk.voice())},
                {"stuck", found.stuck},
                {"missing", missing_json(found.missing, desk.voice())},
                {"way", lines(desk, found.way)},
                {"with_reason", lines(desk, found.with_reason)}};
    for (const auto& first : found.first) out["first"].push_back(desk.voice().write(first));
    return out;
  }

  static void print_lines(Desk& desk, Reply& reply, Words heading, const std::vector<Command>& commands) {
    if (commands.empty()) return;
    reply.line(desk.say(heading));
    for (const auto& command : commands)
      if (auto way = way_of(command, desk.voice())) {
        reply.line("  " + desk.voice().write(*way), Tone::strong);
        reply.ways.push_back(std::move(*way));
      }
  }

  static void print(Desk& desk, Reply& reply, const engine::Explanation& found) {
    reply.line(found.standing.in(desk.voice()));
    if (!found.missing.empty()) {
      reply.line(desk.say("show.still_missing"));
      reply.text(missing_lines(found.missing, desk.voice()));
    }
    print_lines(desk, reply, "show.way_replace_texts", found.way);
    print_lines(desk, reply, "show.go_reason", found.with_reason);
    if (found.stuck) reply.line(desk.say("show.way_from_here_now"), Tone::warning);
    for (const auto& first : found.first) reply.line(desk.voice().write(first), Tone::warning);
  }
};

class CaseHistory final : public CasePage {
 protected:
  CasePart part() const override { return CasePart::history; }

  void page(Desk& desk, Reply& reply, const Case& state, Sight sight) override {
    if (sight == Sight::resident) return show_extract(desk, reply, state);
    if (state.stage.life == Life::erased)
      throw Usage{desk.say("show.history_is_erased", "case"_is = state.id,
                           "seen"_is = text::way("case seen", "case"_is = state.id))};
    const auto events = history_of(desk, state);
    if (desk.json()) {
      json all = json::array();
      for (const auto& line : report::read_lines(state, events))
        all.push_back(service::event_json(line.event, line.number, line.shown, line.unnamed));
      reply.json({{"case", state.id}, {"version", state.version}, {"events", std::move(all)}});
      return;
    }
    reply.text(report::history_text(events, state, desk.definitions(), desk.voice()));
    for (const auto& one : state.taken_in) {  // how it went there, until it came here
      if (one.given_back) continue;
      const auto own = taken_in_case(desk, state, one.taken.case_id);
      reply.line();
      reply.line(desk.voice().say(text::msg("merging.how_it_went", "case"_is = own.state.id)));
      reply.text(report::history_text(own.events, own.state, desk.definitions(), desk.voice()));
    }
  }
};

/// Who looked at the case, what at, and why.
class CaseSeenPage final : public CasePage {
 protected:
  CasePart part() const override { return CasePart::log; }

  void page(Desk& desk, Reply& reply, const Case& state, Sight sight) override {
    auto [looks, erasures, gone, unread] = accountability_of(desk, state);
    if (sight == Sight::resident)  // from which computer is the team's to know
      for (auto& look : looks) look.seen.account.clear();
    if (!desk.json()) {
      const auto reader = sight == Sight::resident ? report::LooksFor::resident : report::LooksFor::numbered;
      if (!erasures.empty()) reply.text(report::erasures_text(erasures, desk.voice(), reader) + '\n');
      if (!gone.empty()) reply.text(report::looks_gone_text(gone, desk.voice()) + '\n');
      if (unread > 0) reply.line(desk.say("looks.unread", "count"_is = unread), Tone::warning);
      if (looks.empty() && unread == 0) reply.text(report::nobody_looked(desk.voice()) + '\n');
      if (!looks.empty())
        reply.table(report::looks_header(desk.voice()),
                    report::looks_rows(looks, state, desk.voice(), reader, &desk.definitions()));
      return;
    }
    json all = json::array();
    for (const auto& look : looks)
      all.push_back(
          {{"at", to_string(look.at)},
           {"person", look.seen.person},
           {"name", look.seen.name},
           {"account", look.seen.account},
           {"part", key(look.seen.part)},
           {"sight", key(look.seen.sight)},
           {"sureness", look.seen.sureness ? json(key(*look.seen.sureness)) : json()},
           {"because", look.seen.because},
           {"to", look.seen.to},
           {"ref", look.number > 0 && !look.seen.because.empty() ? json(fmt::format("l{}", look.number)) : json()}});
    json erased = json::array();
    for (const auto& one : erasures) {
      erased.push_back({{"at", to_string(one.at)},
                        {"person", one.done.person},
                        {"by", one.done.by},
                        {"with", one.done.with},
                        {"lost_key", one.lost},
                        {"because", one.done.because},
                        {"ref", one.number > 0 ? json(fmt::format("l{}", one.number)) : json()}});
      if (one.done.before_copy) erased.back()["before_copy"] = true;
      if (one.done.forgotten)
        erased.back()["reason_destroyed"] = {
            {"at", to_string(*one.done.forgotten)}, {"by", one.done.forgotten_by}, {"with", one.done.forgotten_with}};
    }
    json went = json::array();
    for (const auto& one : gone) {
      went.push_back(fields::write(one.done));
      went.back()["at"] = to_string(one.at);
    }
    json subjects = json::array();
    for (const auto& one : data_subjects(desk, state)) subjects.push_back({{"person", one.person}, {"id", one.id}});
    reply.json({{"case", state.id},
                {"data_subjects", std::move(subjects)},
                {"looks", std::move(all)},
                {"erasures", std::move(erased)},
                {"looks_erased", std::move(went)},
                {"unread", unread}});
  }
};

}  // namespace

Entries show_verbs() {
  return {
      {"case list", "help.all_cases_last_changed_first", "help.case_list_life_open_due", fresh<CaseList>},
      {"case show", "help.where_case_what_can_done", "help.case_show_2026_001_as", fresh<CaseShow>},
      {"case why", "help.what_missing_way", "help.case_why_2026_001_as", fresh<CaseWhy>},
      {"case suggest", "help.what_ask_do_now_why", "help.case_suggest_2026_001_as", fresh<Suggestions>},
      {"case history", "help.all_happened", "help.case_history_2026_001_as", fresh<CaseHistory>},
      {"case seen", "help.looked_case_why", "help.case_seen_2026_001_as", fresh<CaseSeenPage>},
      {"case dossier", "help.dossier_to_read", "help.case_dossier_2026_001", fresh<DossierPage>},
      {"case export", "help.dossier_as_file_residents_extract", "help.case_export_2026_001_resident", fresh<Export>},
  };
}

}  // namespace casus::desk
