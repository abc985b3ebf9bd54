// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief_plots.hpp"

#include "core/page/safe_text.hpp"
#include "core/report/naming.hpp"
#include "core/training/debrief_scores.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::training {
namespace {

constexpr int kWidth = 640;
constexpr int kInk = 0x1a1a1a;

std::string safe(std::string_view text) { return page::xml_safe(page::one_line(text)); }

std::string label_at(int x, int y, std::string_view text, std::string_view anchor = "start") {
  return fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\" font-size=\"13\" fill=\"#{:06x}\">{}</text>\n", x, y,
                     anchor, kInk, safe(text));
}

page::HtmlPart figure(std::string_view title, std::string_view about, int height, const std::string& inside) {
  return {"## " + page::markdown_safe(page::one_line(title)) + "\n",
          fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{1}\" "
                      "viewBox=\"0 0 {2} {3}\" font-family=\"sans-serif\">\n<title>{0}</title>\n<desc>{1}</desc>\n{4}"
                      "</svg>\n<figcaption>{1}</figcaption>",
                      safe(title), safe(about), kWidth, height, inside)};
}

/// Facts that came out so far, move by move; a mark where a choice was made or moves were taken back.
page::HtmlPart found_plot(const Play& play, Lang lang) {
  constexpr int kLeft = 40, kRight = 620, kTop = 20, kBottom = 180;
  const auto& scenario = play.scenario();
  const int all = static_cast<int>(
      std::ranges::count_if(scenario.facts, [](const HiddenFact& fact) { return fact.when.has_value(); }));
  const int moves = std::max(1, static_cast<int>(play.beats().size()));
  const auto x_of = [&](int move) { return kLeft + (kRight - kLeft) * move / moves; };
  const auto y_of = [&](int facts) { return kBottom - (kBottom - kTop) * facts / std::max(1, all); };
  std::string line = fmt::format("M{} {}", x_of(0), y_of(0)), marks;
  int found = 0;
  for (const auto& beat : play.beats()) {
    const bool counts = beat.counts();
    if (counts)
      for (const auto& out : beat.came_out) found += out.what == CameOut::What::fact ? 1 : 0;
    line += fmt::format(" H{} V{}", x_of(beat.number), y_of(found));
    if (counts && std::holds_alternative<Choose>(beat.move.body))
      marks +=
          fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"5\" fill=\"#fff\" stroke=\"#1a1a1a\" stroke-width=\"2\"/>\n",
                      x_of(beat.number), y_of(found));
    if (!beat.refusal && std::holds_alternative<TakeBack>(beat.move.body))
      marks += fmt::format("<path d=\"M{0} {1}v{2}\" stroke=\"#767676\" stroke-dasharray=\"4 3\"/>\n",
                           x_of(beat.number), kTop, kBottom - kTop);
  }
  std::string inside =
      fmt::format("<path d=\"M{0} {1}V{2}H{3}\" fill=\"none\" stroke=\"#767676\"/>\n", kLeft, kTop, kBottom, kRight);
  inside += fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"#1a1a1a\" stroke-width=\"2\"/>\n", line) + marks;
  inside += label_at(kLeft - 6, kTop + 5, std::to_string(all), "end") + label_at(kLeft - 6, kBottom, "0", "end");
  inside += label_at(kLeft, kBottom + 20, "1") + label_at(kRight, kBottom + 20, std::to_string(moves), "end");
  return figure(report::pick(lang, "Wat er naar boven kwam", "What came out"),
                fmt::format("{} {} {} {}. {}", found, report::pick(lang, "van", "of"), all,
                            report::pick(lang, "feiten kwamen boven, zet voor zet", "facts came out, move by move"),
                            report::pick(lang, "Rondje: een keuze. Streeplijn: zetten teruggenomen.",
                                         "Circle: a choice. Dashed line: moves taken back.")),
                kBottom + 30, inside);
}

page::HtmlPart choices_plot(const Debrief& debrief, Lang lang) {
  constexpr int kRow = 30, kLeft = 360, kStep = 70;
  std::string inside;
  int y = 34;
  for (int worth = 0; worth <= kBestQuality; ++worth)
    inside += label_at(kLeft + kStep * worth, 16, std::to_string(worth), "middle");
  for (const auto& one : debrief.decisions) {
    inside += label_at(0, y + 5, page::clipped(one.decision->question.in(lang), 48));
    inside += fmt::format("<path d=\"M{} {}h{}\" stroke=\"#b0b0b0\"/>\n", kLeft, y, kStep * kBestQuality);
    if (one.option != nullptr)
      inside += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"7\" fill=\"#1a1a1a\"/>\n",
                            kLeft + kStep * one.option->quality, y);
    else inside += label_at(kLeft + kStep * kBestQuality + 12, y + 5, "–");
    y += kRow;
  }
  return figure(report::pick(lang, "Wat de keuzes waard waren", "What the choices were worth"),
                report::pick(lang, "Elke keuze op de schaal van dit scenario, 0 tot 3. Een streepje: niet gekozen.",
                             "Each choice on the scale of this scenario, 0 to 3. A dash: not chosen."),
                y, inside);
}

page::HtmlPart talk_plot(const Play& play, Lang lang) {
  struct Share {
    std::string name;
    int said = 0, asked = 0;
  };
  std::vector<Share> shares;
  for (const auto& person : play.state().people)
    if (person.at_table()) shares.push_back({person.name});
  for (const auto& one : spoken(play))
    for (auto& share : shares)
      if (folded(share.name) == folded(one.of->move.by)) {
        ++share.said;
        share.asked += one.say->kind == "question" || one.say->kind == "follow_up" ? 1 : 0;
      }
  int most = 1;
  for (const auto& share : shares) most = std::max(most, share.said);
  constexpr int kRow = 26, kLeft = 130, kLength = 440;
  std::string inside;
  int y = 8;
  for (const auto& share : shares) {
    inside += label_at(0, y + 14, page::clipped(share.name, 17));
    inside += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"18\" fill=\"#c8c8c8\"/>\n", kLeft, y,
                          kLength * share.said / most);
    inside += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"18\" fill=\"#1a1a1a\"/>\n", kLeft, y,
                          kLength * share.asked / most);
    inside +=
        label_at(kLeft + kLength * share.said / most + 8, y + 14, fmt::format("{} / {}", share.asked, share.said));
    y += kRow;
  }
  return figure(report::pick(lang, "Wie sprak en wie vroeg", "Who spoke and who asked"),
                report::pick(lang, "Per persoon: vragen (donker) van alle bijdragen.",
                             "For each person: questions (dark) of all contributions."),
                y + 4, inside);
}

}  // namespace

std::vector<page::HtmlPart> debrief_plots(const Debrief& debrief, const Play& play, Lang lang) {
  return {found_plot(play, lang), choices_plot(debrief, lang), talk_plot(play, lang)};
}

}  // namespace casus::training
