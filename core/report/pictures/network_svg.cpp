// SPDX-License-Identifier: EUPL-1.2
#include "core/page/safe_text.hpp"
#include "core/report/history/naming.hpp"
#include "core/report/pictures/network_map.hpp"
#include "core/report/pictures/network_places.hpp"
#include "core/report/pictures/network_words.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <cmath>

namespace casus::report {

namespace {

constexpr double kMargin = 40;
constexpr double kLegend = 118;
constexpr double kLegendWidth = 690;

double width_of(Strength strength) {
  switch (strength) {
    case Strength::weak: return 1.2;
    case Strength::strong: return 5.5;
    default: return 2.6;
  }
}

/// A straight line, or a zigzag around it.
std::string line(Point from, Point to, bool zigzag) {
  auto path = fmt::format("M{:.1f} {:.1f}", from.x, from.y);
  const double dx = to.x - from.x;
  const double dy = to.y - from.y;
  const double length = std::hypot(dx, dy);
  if (zigzag && length > 1) {
    const int teeth = std::max(3, static_cast<int>(length / 12));
    for (int i = 1; i < teeth; ++i) {
      const double along = static_cast<double>(i) / teeth;
      const double aside = i % 2 == 0 ? 5 : -5;
      path += fmt::format(" L{:.1f} {:.1f}", from.x + dx * along - dy / length * aside,
                          from.y + dy * along + dx / length * aside);
    }
  }
  return path + fmt::format(" L{:.1f} {:.1f}", to.x, to.y);
}

/// An arrow head with its tip at `to`, coming from `from`.
std::string arrow(Point from, Point to) {
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  if (length < 1) return {};
  const double ux = (to.x - from.x) / length;
  const double uy = (to.y - from.y) / length;
  return fmt::format("<path d=\"M{:.1f} {:.1f} L{:.1f} {:.1f} L{:.1f} {:.1f} Z\" fill=\"#222\"/>\n", to.x, to.y,
                     to.x - 15 * ux + 7 * uy, to.y - 15 * uy - 7 * ux, to.x - 15 * ux - 7 * uy,
                     to.y - 15 * uy + 7 * ux);
}

/// The first point on the way from `from` to the middle of a symbol that touches the symbol or the name below it: a
/// tie may not end, with its arrow, behind a name.
Point edge(Point from, Point to, const Placed* placed) {
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  const double symbol = placed == nullptr ? NetworkPlaces::kCentre : NetworkPlaces::kSymbol + 3;
  for (double along = 0; along < length - symbol; along += 1) {
    const Point here{from.x + (to.x - from.x) * along / length, from.y + (to.y - from.y) * along / length};
    const bool at_name = placed != nullptr && here.y > placed->at.y && here.y < placed->box.bottom &&
                         here.x > placed->box.left && here.x < placed->box.right;
    if (at_name && along > 0) return here;
  }
  if (length <= symbol) return to;
  return {to.x - (to.x - from.x) / length * symbol, to.y - (to.y - from.y) / length * symbol};
}

std::string tie(const Tie& tie, const NetworkPlaces& places, const Case& state) {
  const auto* const from = places.find(tie.tie.from);
  const auto* const to = places.find(tie.tie.to);
  if (from == nullptr && !is_resident(state, tie.tie.from)) return {};
  if (to == nullptr && !is_resident(state, tie.tie.to)) return {};
  const Point first = from == nullptr ? Point{} : from->at;
  const Point last = to == nullptr ? Point{} : to->at;
  const auto start = edge(last, first, from);
  const auto end = edge(first, last, to);
  auto out = fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"#222\" stroke-width=\"{}\"/>\n",
                         line(start, end, tie.tie.tension), width_of(tie.tie.strength));
  if (tie.tie.direction == Direction::gives) out += arrow(start, end);
  if (tie.tie.direction == Direction::takes) out += arrow(end, start);
  return out;
}

/// At most two signs that tell people apart inside their symbol.
std::string initials(const std::string& name) {
  std::string out;
  bool starts = true;
  int count = 0;
  for (std::size_t at = 0; at < name.size();) {
    auto next = at + 1;
    while (next < name.size() && (static_cast<unsigned char>(name[next]) & 0xC0U) == 0x80U) ++next;
    const auto sign = name.substr(at, next - at);
    const bool letter =
        static_cast<unsigned char>(sign[0]) >= 0x80 || std::isalnum(static_cast<unsigned char>(sign[0])) != 0;
    if (letter && starts && count < 2) {
      out += capital(sign);
      ++count;
    }
    starts = sign == " " || sign == "-";
    at = next;
  }
  return out;
}

std::string symbol(Point at, bool professional, bool joins, double size) {
  const auto* const look = joins ? "fill=\"#222\" stroke=\"#222\"" : "fill=\"#fff\" stroke=\"#222\"";
  if (professional)
    return fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{}\" height=\"{}\" {} stroke-width=\"2\"/>\n",
                       at.x - size, at.y - size, 2 * size, 2 * size, look);
  return fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\" {} stroke-width=\"2\"/>\n", at.x, at.y, size, look);
}

std::string text(Point at, std::string_view words, std::string_view more) {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" {}>{}</text>\n", at.x, at.y, more, page::xml_safe(words));
}

std::string member(const Placed& placed, const Case& state, const text::Voice& voice) {
  const auto& place = *placed.person->network;
  const bool joins = place.answer == Answer::yes;
  auto out =
      fmt::format("<g><title>{}</title>\n", page::xml_safe(page::one_line(in_words(state, *placed.person, voice))));
  out += symbol(placed.at, place.professional, joins, NetworkPlaces::kSymbol);
  if (!placed.person->erased)
    out += text({placed.at.x, placed.at.y + 4.5}, initials(placed.label),
                joins ? "text-anchor=\"middle\" font-size=\"12\" font-weight=\"bold\" fill=\"#fff\""
                      : "text-anchor=\"middle\" font-size=\"12\" font-weight=\"bold\"");
  out += text({placed.at.x, placed.at.y + NetworkPlaces::kSymbol + 13}, placed.label,
              "text-anchor=\"middle\" stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\"");
  return out + "</g>\n";
}

std::string background(const NetworkPlaces& places, const text::Voice& voice) {
  std::string out;
  const double radius = places.radius();
  for (std::size_t i = places.rings.size(); i-- > 0;)
    out += fmt::format("<circle r=\"{}\" fill=\"{}\" stroke=\"#767676\"/>\n", places.rings[i],
                       i % 2 == 0 ? "#f4f4f4" : "#fff");
  out += fmt::format("<path d=\"M{0} 0 H{1} M0 {0} V{1}\" stroke=\"#767676\" stroke-dasharray=\"4 4\"/>\n", -radius,
                     radius);
  for (const auto& quadrant : names_of(Quadrant{})) {
    const auto side = side_of(quadrant.value);
    out += text({side.x * radius, side.y * (radius - 4)}, capital(label(quadrant.value, voice)),
                side.x < 0 ? "text-anchor=\"start\" font-size=\"16\" font-weight=\"bold\""
                           : "text-anchor=\"end\" font-size=\"16\" font-weight=\"bold\"");
  }
  return out;
}

/// Names of the rings and the resident: above the ties.
std::string foreground(const NetworkPlaces& places, const text::Voice& voice) {
  std::string out;
  for (std::size_t i = 0; i < places.rings.size(); ++i)
    out += text({0, -places.rings[i] + 15}, label(names_of(Shell{})[i].value, voice),
                "text-anchor=\"middle\" font-size=\"12\" font-style=\"italic\" stroke=\"#fff\" stroke-width=\"4\" "
                "paint-order=\"stroke\"");
  out += fmt::format("<circle r=\"{}\" fill=\"#fff\" stroke=\"#222\" stroke-width=\"3\"/>\n", NetworkPlaces::kCentre);
  return out + text({0, 5}, text::say(voice, "network.resident"),
                    "text-anchor=\"middle\" font-size=\"15\" font-weight=\"bold\"");
}

std::string legend(Point at, const text::Voice& voice) {
  struct Entry {
    std::string sign, words;
  };
  const auto stroke = [](double width, bool zigzag) {
    return fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"#222\" stroke-width=\"{}\"/>\n",
                       line({-22, 0}, {22, 0}, zigzag), width);
  };
  const Entry entries[] = {
      {symbol({}, false, false, 9), text::say(voice, "network.somebody_network")},
      {symbol({}, true, false, 9), text::say(voice, "network.professional")},
      {symbol({}, false, true, 9), text::say(voice, "network.dark_joins")},
      {stroke(width_of(Strength::strong), false), text::say(voice, "network.thick_line_strong_tie")},
      {stroke(width_of(Strength::weak), false), text::say(voice, "network.thin_line_weak_tie")},
      {stroke(width_of(Strength::normal), true), text::say(voice, "network.zigzag_tension")},
      {stroke(2.6, false) + arrow({-22, 0}, {22, 0}), text::say(voice, "network.arrow_goes_one_way")},
  };
  std::string out;
  for (std::size_t i = 0; i < std::size(entries); ++i) {
    const Point spot{at.x + 26 + 236 * static_cast<double>(i % 3), at.y + 34 * static_cast<double>(i / 3)};
    out += fmt::format("<g transform=\"translate({:.1f} {:.1f})\">{}{}</g>\n", spot.x, spot.y, entries[i].sign,
                       text({32, 5}, entries[i].words, "font-size=\"13\""));
  }
  return out;
}

}  // namespace

Frame frame_of(const NetworkPlaces& places) {
  const double radius = places.radius();
  const double half = std::max(radius, kLegendWidth / 2) + kMargin;
  return {-half, -radius - kMargin / 2, 2 * half, 2 * radius + kMargin + kLegend};
}

std::string network_svg(const Case& state, const text::Voice& voice) {
  const auto places = placed(state, voice);
  const auto frame = frame_of(places);

  auto out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{:.0f} {:.0f} {:.0f} {:.0f}\" role=\"img\" "
      "aria-labelledby=\"network-title network-desc\" font-family=\"'Segoe UI', 'Noto Sans', 'DejaVu Sans', Arial, "
      "sans-serif\" font-size=\"13\" fill=\"#111\">\n",
      frame.left, frame.top, frame.width, frame.height);
  out += fmt::format("<title id=\"network-title\">{} {}</title>\n", text::say(voice, "network.network_map_case"),
                     page::xml_safe(page::one_line(state.id)));
  out += fmt::format("<desc id=\"network-desc\">{}</desc>\n", page::xml_safe(network_in_words(state, voice)));
  out += fmt::format("<rect x=\"{:.0f}\" y=\"{:.0f}\" width=\"{:.0f}\" height=\"{:.0f}\" fill=\"#fff\"/>\n", frame.left,
                     frame.top, frame.width, frame.height);
  out += background(places, voice);
  for (const auto& one : state.ties) out += tie(one, places, state);
  out += foreground(places, voice);
  for (const auto& one : places.people) out += member(one, state, voice);
  out += legend({-kLegendWidth / 2, places.radius() + 36}, voice);
  return out + "</svg>\n";
}

}  // namespace casus::report
