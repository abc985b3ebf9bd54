// SPDX-License-Identifier: EUPL-1.2
#include "core/base/csv.hpp"
#include "core/desk/answers.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/verbs/team/period.hpp"
#include "core/desk/verbs/team/team_verb.hpp"
#include "core/report/exchange/calendar.hpp"
#include "core/report/exchange/case_tables.hpp"
#include "core/service/case_list.hpp"

#include <nlohmann/json.hpp>

/// What goes out to other programs and comes in from them: calendar, spreadsheet, an existing list of cases.
namespace casus::desk {
namespace {

using nlohmann::json;

void beyond_the_table(Slots& slots, std::string& because) {
  slots.option("because", because,
               {"waarom je ook ziet waar je niet aan tafel zit; wordt vastgelegd",
                "why you also see where you are not at the table; is recorded"});
}

/// Cases that are put out with their texts are looked at: who is typing must be named, and sees what need to know
/// allows. Calls `take` for each; how many were left out.
template <class Take>
int each_that_may_be_seen(Desk& desk, const std::string& because, Take&& take) {
  (void)desk.who();
  int left_out = 0;
  for (const auto& id : desk.service().case_ids()) {
    if (const auto reading = read_in_passing(desk, id, CasePart::texts, because)) take(reading->state);
    else if (!is_erased(desk, id)) ++left_out;
  }
  return left_out;
}

void tell_left_out(Desk& desk, Reply& reply, int left_out) {
  if (left_out == 0 || desk.json()) return;
  reply.line(desk.say({"{} casussen niet: daar zit je niet aan tafel; met een reden wel: --because \"...\"",
                       "{} cases not: you are not at their table; with a reason they are: --because \"...\""},
                      left_out),
             Tone::quiet);
}

class TeamCalendar final : public TeamVerb {
 public:
  Access access() const override { return reads(Ground::team); }
  void shape(Slots& slots) override {
    slots.flag("texts", texts_,
               {"met wat er te doen is; agenda's gaan naar telefoons: kies dat bewust",
                "with what is to be done; calendars go to telephones: choose that knowingly"});
    beyond_the_table(slots, because_);
    slots.output("out", out_,
                 {"bestand om te schrijven (.ics); anders het scherm", "file to write (.ics); else the screen"});
  }

  void run(Desk& desk, Reply& reply) override {
    const report::CalendarWishes wishes{desk.who_or_nobody(), texts_};
    std::vector<report::CalendarEntry> entries;
    const auto take = [&](const Case& state) {
      for (auto& entry : report::calendar_of(state, wishes, desk.lang())) entries.push_back(std::move(entry));
    };
    int left_out = 0;
    if (texts_) left_out = each_that_may_be_seen(desk, because_, take);
    else each_case_for_figures(desk, take);
    for (const auto& day : desk.meetings().days())
      if (auto entry = report::calendar_of(desk.meetings().open(day), wishes, desk.lang()))
        entries.push_back(std::move(*entry));
    const auto team = desk.service().team();
    const auto name = team ? team->name : std::string("casus");
    const auto bytes = report::calendar_file(entries, name);
    put_document(desk, reply, {{"format", "ics"}}, bytes, out_);
    if (!out_.empty()) {
      if (!desk.json())
        reply.line(texts_ ? desk.say({"{} dagen, met wat er te doen is: deel dit bestand met niemand",
                                      "{} days, with what is to be done: share this file with nobody"},
                                     entries.size())
                          : desk.say({"{} dagen, zonder persoonlijke tekst: alleen nummers van casussen",
                                      "{} days, without personal text: ids of cases only"},
                                     entries.size()));
      tell_left_out(desk, reply, left_out);
    }
  }

 private:
  bool texts_ = false;
  std::string because_;
  store::OutputFile out_;
};

enum class TableOf { cases, actions };

constexpr std::array<Named<TableOf>, 2> names_of(TableOf) {
  return {{{TableOf::cases, "cases", "casussen", "cases"}, {TableOf::actions, "actions", "acties", "actions"}}};
}

class TeamExport final : public TeamVerb {
 public:
  Access access() const override { return reads(Ground::need); }
  void shape(Slots& slots) override {
    slots.word("WHAT", what_, {"casussen of acties", "cases or actions"});
    slots.needed_output("out", out_, {"bestand om te schrijven (.csv)", "file to write (.csv)"});
    slots.flag("semicolon", semicolon_,
               {"met puntkomma's, zoals een Nederlands rekenblad het verwacht",
                "with semicolons, as a Dutch spreadsheet expects"});
    slots.flag("bom", bom_,
               {"met het merkteken waaraan oudere rekenbladen UTF-8 zien",
                "with the mark by which older spreadsheets see UTF-8"});
    beyond_the_table(slots, because_);
  }

  void run(Desk& desk, Reply& reply) override {
    std::vector<page::Row> rows{what_ == TableOf::cases ? report::case_table_header() : report::action_table_header()};
    const int left_out = each_that_may_be_seen(desk, because_, [&](const Case& state) {
      if (what_ == TableOf::cases) rows.push_back(report::case_table_row(state, desk.lang()));
      else
        for (auto& row : report::action_table_rows(state, desk.lang())) rows.push_back(std::move(row));
    });
    write_file(desk, out_, csv::written(rows, {semicolon_ ? ';' : ',', bom_}));
    if (desk.json()) {
      reply.json({{"file", out_.path}, {"rows", rows.size() - 1}, {"left_out", left_out}});
      return;
    }
    reply.line(desk.say({"{} regels geschreven in {}; dit bestand is niet verzegeld: wis het na gebruik",
                         "{} lines written to {}; this file is not sealed: delete it after use"},
                        rows.size() - 1, out_.path),
               Tone::good);
    tell_left_out(desk, reply, left_out);
  }

 private:
  TableOf what_{};
  store::OutputFile out_;
  bool semicolon_ = false;
  bool bom_ = false;
  std::string because_;
};

class CaseImport final : public Verb {
 public:
  Access access() const override { return does(Ground::self); }
  void shape(Slots& slots) override {
    slots.of(open_);
    slots.word("FILE", path_,
               {"de lijst als CSV, met kolomnamen op de eerste regel",
                "the list as CSV, with names of columns in the first line"});
    slots.option("map", map_,
                 {"KOLOM=VELD voor een kolom die anders heet; mag vaker",
                  "COLUMN=FIELD for a column with another name; may be repeated"});
    slots.option(open_.privacy, {"voor regels zonder eigen waarde", "for lines without a value of their own"});
    slots.option(open_.basis, {"voor regels zonder eigen waarde", "for lines without a value of their own"});
    slots.option(open_.purpose, {"voor regels zonder eigen waarde", "for lines without a value of their own"});
    slots.option(open_.method, {"voor regels zonder eigen waarde", "for lines without a value of their own"});
    slots.option("at", at_, {"wanneer de casussen geopend zijn; anders nu", "when the cases were opened; else now"});
    slots.flag("dry-run", dry_run_, {"alleen nakijken, niets bewaren", "only check, keep nothing"});
  }

  void run(Desk& desk, Reply& reply) override {
    service::CaseListDefaults defaults{desk.who(), at_.value_or(desk.now()), open_};
    auto& service = desk.service(Desk::Make::yes);
    if (const auto team = service.team()) {
      if (defaults.open.method.empty()) defaults.open.method = team->method;
      if (defaults.open.method.empty()) defaults.open.workflow = team->workflow;
      defaults.open.mode = team->mode;
    }
    auto list = service::read_case_list(read_file(desk, path_, kFileLimit), columns(desk), defaults);
    const auto taken = service::take_case_list(service, list, !dry_run_);
    const bool fine = list.problems.empty();
    if (desk.json()) reply.json(document(desk, list, taken));
    else if (fine) print_done(desk, reply, list, taken);
    else print_problems(desk, reply, list);
    reply.status = fine ? Status::done : Status::usage;
  }

 private:
  static constexpr std::size_t kFileLimit = 16 * 1024 * 1024;

  std::map<std::string, std::string> columns(Desk& desk) const {
    std::map<std::string, std::string> out;
    const auto known = service::case_list_fields();
    for (const auto& pair : map_) {
      const auto sign = pair.rfind('=');
      const auto field = sign == std::string::npos ? std::string() : std::string(trimmed(pair.substr(sign + 1)));
      if (sign == std::string::npos || sign == 0)
        throw Usage{desk.say(
            {"--map '{}': schrijf KOLOM=VELD, zoals 'Zaaknr=id'", "--map '{}': write COLUMN=FIELD, like 'Case no=id'"},
            pair)};
      if (std::ranges::find(known, field) == known.end())
        throw Usage{desk.say({"--map: {}", "--map: {}"}, not_among(field, known, desk.lang()))};
      out[pair.substr(0, sign)] = field;
    }
    return out;
  }

  json document(Desk& desk, const service::CaseList& list, const service::CaseListTaken& taken) const {
    const auto lang = desk.lang();
    json problems = json::array();
    for (const auto& it : list.problems)
      problems.push_back({{"line", it.line},
                          {"column", it.column},
                          {"message", it.message.in(lang)},
                          {"remedy", desk.voice().say(it.remedy)}});
    return {{"ok", list.problems.empty()}, {"dry_run", dry_run_},   {"opened", taken.opened},
            {"known", taken.known},        {"unused", list.unused}, {"problems", std::move(problems)}};
  }

  void print_done(Desk& desk, Reply& reply, const service::CaseList& list, const service::CaseListTaken& taken) const {
    reply.line(dry_run_ ? desk.say({"alles klopt; {} casussen zouden geopend worden, {} waren er al; er is niets "
                                    "bewaard",
                                    "all is well; {} cases would be opened, {} were there; nothing was kept"},
                                   taken.opened, taken.known)
                        : desk.say({"{} casussen geopend, {} waren er al", "{} cases opened, {} were there"},
                                   taken.opened, taken.known),
               Tone::good);
    std::string unused;
    for (const auto& header : list.unused) unused += (unused.empty() ? "" : ", ") + header;
    if (!unused.empty()) reply.line(desk.say({"niet overgenomen: {}", "not taken over: {}"}, unused), Tone::quiet);
  }

  void print_problems(Desk& desk, Reply& reply, const service::CaseList& list) const {
    const auto lang = desk.lang();
    for (const auto& it : list.problems) {
      std::string where = path_;
      if (it.line > 0) where += desk.say({": regel {}", ": line {}"}, it.line);
      if (!it.column.empty()) where += desk.say({", kolom '{}'", ", column '{}'"}, it.column);
      reply.error(fmt::format("{}: {}", where, it.message.in(lang)), Tone::bad);
      reply.error("  " + said(lang, {"doe dit: {}", "do this: {}"}, desk.voice().say(it.remedy)));
    }
    reply.error(desk.say({"er is niets bewaard; verbeter deze regels en bied de lijst opnieuw aan",
                          "nothing was kept; mend these lines and give the list again"}));
  }

  std::string path_;
  std::vector<std::string> map_;
  OpenCase open_;
  std::optional<Time> at_;
  bool dry_run_ = false;
};

}  // namespace

Entries take_out_verbs() {
  return {
      {"case import",
       {"een bestaande lijst casussen inlezen", "read an existing list of cases"},
       {"case import lijst.csv --map Zaaknr=id --privacy anonymous --basis wmo --purpose 'Een plan maken' --dry-run",
        "case import list.csv --map 'Case no=id' --privacy anonymous --basis wmo --purpose 'Making a plan' --dry-run"},
       fresh<CaseImport>},
      {"team calendar",
       {"overleg, terugkijkdagen en acties voor je agenda", "meetings, review dates and actions for your calendar"},
       {"team calendar --as Noor --out casus.ics", "team calendar --as Noor --out casus.ics"},
       fresh<TeamCalendar>},
      {"team export",
       {"casussen of acties voor een rekenblad", "cases or actions for a spreadsheet"},
       {"team export acties --out acties.csv --semicolon --bom --as Noor",
        "team export actions --out actions.csv --as Noor"},
       fresh<TeamExport>},
  };
}

}  // namespace casus::desk
