// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/definitions.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/verbs/team/period.hpp"
#include "core/desk/verbs/team/team_verb.hpp"

#include <nlohmann/json.hpp>

/// The area as the team's cases show it: signals, focus points, the yearly review; and the team's own paper.
namespace casus::desk {
namespace {

enum class PrintFormat { markdown, html };

constexpr std::array<Named<PrintFormat>, 2> names_of(PrintFormat) {
  return {{{PrintFormat::markdown, "md", "markdown", "markdown"}, {PrintFormat::html, "html", "html", "html"}}};
}

class AreaSignals final : public TeamVerb {
 public:
  Access access() const override { return reads(Ground::team); }
  void shape(Slots& slots) override {
    typed_.shape(slots);
    slots.option("by", by_, {"wat er in de regels staat", "what the lines are"});
    slots.option("across", across_, {"wat er in de kolommen staat", "what the columns are"});
  }

  void run(Desk& desk, Reply& reply) override {
    if (across_ && *across_ == by_)
      throw Usage{desk.say({"--by en --across zijn hetzelfde; kies er een anders",
                            "--by and --across are the same; choose another for one of them"})};
    const auto period = typed_.period(desk);
    const auto team = the_team(desk);
    const auto table = report::signal_counts(team.signals, period, by_, across_, desk.lang());
    if (desk.json()) {
      auto document = report::counts_json(table);
      document["from"] = to_string(period.from);
      document["to"] = to_string(period.to);
      document["by"] = key(by_);
      document["across"] = across_ ? nlohmann::json(key(*across_)) : nlohmann::json();
      reply.json(document);
      return;
    }
    reply.line(desk.say({"Signalen van {} tot en met {}", "Signals from {} to {}"}, to_string(period.from),
                        to_string(period.to)),
               Tone::strong);
    if (!table.total().hidden && table.total().count == 0) {
      reply.line(desk.say({"geen; noteer er een met: casus case signal CASUS TEKST --theme THEMA",
                           "none; note one with: casus case signal CASE TEXT --theme THEME"}));
      return;
    }
    reply.table(report::counts_header(table, label(by_, desk.lang()), desk.lang()),
                report::counts_rows(table, desk.lang()));
    if (const auto note = report::counts_note(table, desk.lang()); !note.empty()) reply.text(page::paragraph("", note));
  }

 private:
  PeriodTyped typed_;
  report::SignalBy by_ = report::SignalBy::theme;
  std::optional<report::SignalBy> across_;
};

class AreaFocus final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(focus_);
    slots.word(focus_.text, {"waar je met de wijk aan gaat werken", "what you will work on with the area"});
    slots.option(focus_.theme, {"thema", "theme"});
    slots.option(focus_.because,
                 {"wat in de cijfers of gesprekken ertoe leidde", "what in the figures or talks led to it"});
    slots.option(focus_.together,
                 {"met wie het besproken is; mag vaker", "with whom it was discussed; may be repeated"});
  }

  void run(Desk& desk, Reply& reply) override {
    return give(desk, reply, focus_,
                desk.say({"speerpunt gekozen; wie doet wat? casus area contribute f1 'WAT' --who 'WIE'",
                          "focus point chosen; who does what? casus area contribute f1 'WHAT' --who 'WHO'"}));
  }

 private:
  ChooseFocus focus_;
};

class AreaContribute final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(part_);
    slots.word(part_.focus, {"nummer van het speerpunt, zoals f1", "id of the focus point, like f1"});
    slots.word(part_.what, {"wat diegene doet", "what they do"});
    slots.option(part_.who, {"wie: een organisatie, bewoners, het team", "who: an organisation, residents, the team"});
    slots.option(part_.by_when, {"voor wanneer", "by when"});
  }

  void run(Desk& desk, Reply& reply) override {
    return give(desk, reply, part_, desk.say({"bijdrage van {} genoteerd", "contribution of {} noted"}, part_.who));
  }

 private:
  AgreeContribution part_;
};

class AreaDone final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(done_);
    slots.word(done_.focus, {"nummer van het speerpunt, zoals f1", "id of the focus point, like f1"});
    slots.word(done_.outcome, {"wat het opleverde", "what came of it"});
    slots.option("state", done_.state, {"gelukt, deels, niet", "done, partly, not"});
  }

  void run(Desk& desk, Reply& reply) override {
    return give(desk, reply, done_, desk.say({"genoteerd bij speerpunt {}", "noted with focus point {}"}, done_.focus));
  }

 private:
  FinishFocus done_;
};

class AreaReview final : public TeamVerb {
 public:
  Access access() const override { return reads(Ground::team); }
  void shape(Slots& slots) override {
    typed_.shape(slots);
    slots.option("format", format_, {"soort bestand", "kind of file"});
    slots.output("out", out_, {"bestand om te schrijven; anders het scherm", "file to write; else the screen"});
  }

  void run(Desk& desk, Reply& reply) override {
    const auto period = typed_.period(desk);
    const auto team = the_team(desk);
    report::AreaFigures figures;
    each_case_for_figures(desk, [&](const Case& state) { report::add_case(figures, state, period); });
    const auto page = report::area_review(team, figures, period, desk.lang());
    const auto text = format_ == PrintFormat::html ? page::page_html(page, desk.lang()) : page::page_markdown(page);
    put_document(desk, reply, {{"format", key(format_)}}, text, out_);
  }

 private:
  PeriodTyped typed_;
  PrintFormat format_ = PrintFormat::markdown;
  store::OutputFile out_;
};

class TeamLineVerb final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(line_);
    slots.word(line_.layer, {"ik, wij of wijk", "me, team or area"});
    slots.word(line_.text, {"de regel, hoogstens 160 letters", "the line, at most 160 letters"});
  }

  void run(Desk& desk, Reply& reply) override {
    return give(desk, reply, line_,
                desk.say({"staat in de wijkkrant; bekijk hem met: casus team paper",
                          "is in the paper; see it with: casus team paper"}));
  }

 private:
  WritePaperLine line_;
};

class TeamStrike final : public TeamVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(line_);
    slots.word(line_.line, {"nummer van de regel, zoals n1", "id of the line, like n1"});
  }

  void run(Desk& desk, Reply& reply) override {
    return give(
        desk, reply, line_,
        desk.say({"regel {} staat niet meer in de wijkkrant", "line {} is not in the paper any more"}, line_.line));
  }

 private:
  StrikePaperLine line_;
};

class TeamPaper final : public TeamVerb {
 public:
  Access access() const override { return reads(Ground::house); }
  void shape(Slots& slots) override {
    typed_.shape(slots);
    slots.option("format", format_, {"soort bestand; html is een pagina A4", "kind of file; html is one page of A4"});
    slots.output("out", out_, {"bestand om te schrijven; anders het scherm", "file to write; else the screen"});
  }

  void run(Desk& desk, Reply& reply) override {
    const auto period = typed_.period(desk);
    const auto team = the_team(desk);
    const auto page = report::team_paper(team, period, desk.lang());
    const auto text = format_ == PrintFormat::html ? page::page_html(page, desk.lang()) : page::page_markdown(page);
    put_document(desk, reply, {{"format", key(format_)}}, text, out_);
    if (desk.json() || !out_.empty() || format_ == PrintFormat::html) return;
    for (const auto& line : team.paper)
      if (!line.struck) reply.line(fmt::format("{}  {}", line.id, line.text), Tone::quiet);
  }

 private:
  PeriodTyped typed_;
  PrintFormat format_ = PrintFormat::markdown;
  store::OutputFile out_;
};

}  // namespace

Entries area_verbs() {
  return {
      {"area signals",
       {"signalen geteld, kleine aantallen verborgen", "signals counted, small counts hidden"},
       {"area signals --by thema --across kwartaal --as Noor", "area signals --by theme --across quarter --as Noor"},
       fresh<AreaSignals>},
      {"area focus",
       {"een speerpunt voor de wijk kiezen", "choose a focus point for the area"},
       {"area focus 'Ontmoeting voor alleenstaande ouders' --theme eenzaamheid --together bewoners",
        "area focus 'Meeting places for single parents' --theme loneliness --together residents"},
       fresh<AreaFocus>},
      {"area contribute",
       {"afspreken wie wat bijdraagt", "agree who contributes what"},
       {"area contribute f1 'een ochtend per week een zaal' --who 'de bibliotheek' --by-when +3m",
        "area contribute f1 'a room one morning a week' --who 'the library' --by-when +3m"},
       fresh<AreaContribute>},
      {"area done",
       {"wat een speerpunt opleverde", "what came of a focus point"},
       {"area done f1 'Er is een inloop op dinsdag' --state gelukt", "area done f1 'There is a meeting on Tuesdays'"},
       fresh<AreaDone>},
      {"area review",
       {"de jaarlijkse gebiedsanalyse", "the yearly area review"},
       {"area review --format html --out gebiedsanalyse.html --as Noor",
        "area review --format html --out review.html --as Noor"},
       fresh<AreaReview>},
      {"team line",
       {"een regel voor de wijkkrant: ik, wij of wijk", "a line for the team's paper: me, team or area"},
       {"team line wij 'We vragen eerst wat er al goed gaat'", "team line team 'We first ask what goes well'"},
       fresh<TeamLineVerb>},
      {"team strike",
       {"een regel uit de wijkkrant halen", "take a line out of the paper"},
       {"team strike n1", "team strike n1"},
       fresh<TeamStrike>},
      {"team paper",
       {"de wijkkrant van het team op een pagina", "the team's paper on one page"},
       {"team paper --format html --out wijkkrant.html --as Noor",
        "team paper --format html --out paper.html --as Noor"},
       fresh<TeamPaper>},
  };
}

}  // namespace casus::desk
