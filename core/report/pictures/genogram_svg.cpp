// SPDX-License-Identifier: EUPL-1.2
#include "core/base/first_that.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/history/naming.hpp"
#include "core/report/pictures/genogram.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace casus::report {

namespace {

constexpr double kHalf = 22;    ///< half the width of a symbol
constexpr double kUnborn = 13;  ///< of somebody not yet born
constexpr double kLabel = 48;   ///< room below a symbol for a name and what is marked
constexpr double kSide = 66;    ///< from the middle of the outermost symbol to the edge
constexpr double kTop = 70;
constexpr double kKey = 150;       ///< height of the legend
constexpr double kKeyWidth = 740;  ///< of its three columns, the last with the longest words
constexpr double kLetter = 7.5;    ///< width of a letter of a name, on the wide side

std::string ink_line(std::string_view path, bool broken = false, double width = 2) {
  return fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"#222\" stroke-width=\"{}\"{}/>\n", path, width,
                     broken ? " stroke-dasharray=\"7 5\"" : "");
}

std::string label_at(double x, double y, std::string_view words, std::string_view more = "") {
  return fmt::format(
      "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\" stroke=\"#fff\" stroke-width=\"4\" "
      "paint-order=\"stroke\"{}>{}</text>\n",
      x, y, more, page::xml_safe(words));
}

double half_of(const FamilyMember& member) { return member.state == Vital::unborn ? kUnborn : kHalf; }

std::string shape(Point at, Symbol symbol, double half, double width) {
  const auto look = fmt::format("fill=\"#fff\" stroke=\"#222\" stroke-width=\"{}\"", width);
  switch (symbol) {
    case Symbol::man:
      return fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" {}/>\n", at.x - half,
                         at.y - half, 2 * half, 2 * half, look);
    case Symbol::woman:
      return fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\" {}/>\n", at.x, at.y, half, look);
    default:
      return fmt::format("<path d=\"M{:.1f} {:.1f} L{:.1f} {:.1f} L{:.1f} {:.1f} L{:.1f} {:.1f} Z\" {}/>\n", at.x,
                         at.y - half, at.x + half, at.y, at.x, at.y + half, at.x - half, at.y, look);
  }
}

std::string person_symbol(Point at, const FamilyMember& member) {
  const double half = half_of(member);
  auto out = shape(at, member.symbol, half, member.person == "resident" ? 6 : 2);
  if (member.state != Vital::dead) return out;
  // Corners of a square lie further out than those of a circle or a diamond.
  const double arm = half * (member.symbol == Symbol::man ? 1 : member.symbol == Symbol::woman ? 0.7 : 0.5);
  return out +
         ink_line(fmt::format("M{:.1f} {:.1f} L{:.1f} {:.1f} M{:.1f} {:.1f} L{:.1f} {:.1f}", at.x - arm, at.y - arm,
                              at.x + arm, at.y + arm, at.x - arm, at.y + arm, at.x + arm, at.y - arm));
}

class Drawing {
 public:
  Drawing(const Case& state, const text::Voice& voice)
      : state_(state), voice_(voice), places_(genogram_places(state.family)) {}

  std::string svg() {
    const auto frame = frame_of(places_);
    auto out = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{:.0f} {:.0f} {:.0f} {:.0f}\" role=\"img\" "
        "aria-labelledby=\"genogram-title genogram-desc\" font-family=\"'Segoe UI', 'Noto Sans', 'DejaVu Sans', "
        "Arial, sans-serif\" font-size=\"13\" fill=\"#111\">\n",
        frame.left, frame.top, frame.width, frame.height);
    out += fmt::format("<title id=\"genogram-title\">{} {}</title>\n<desc id=\"genogram-desc\">{}</desc>\n",
                       text::say(voice_, "genogram.genogram_case"), page::xml_safe(page::one_line(state_.id)),
                       page::xml_safe(in_words()));
    out += fmt::format("<rect x=\"{:.0f}\" y=\"{:.0f}\" width=\"{:.0f}\" height=\"{:.0f}\" fill=\"#fff\"/>\n",
                       frame.left, frame.top, frame.width, frame.height);
    for (std::size_t i = 0; i < state_.family.partners.size(); ++i) out += couple(state_.family.partners[i], i);
    for (const auto& member : state_.family.members) out += descent(member);
    for (const auto& place : places_) out += person(place);
    return out + legend(frame.top + frame.height - kKey + 30) + "</svg>\n";
  }

 private:
  std::string in_words() const {
    std::string out;
    for (const auto& line : genogram_in_words(state_, voice_)) out += page::one_line(line) + "\n";
    if (out.empty()) out = text::say(voice_, "genogram.nobody_genogram_yet");
    return out;
  }

  const OnSheet* of(std::string_view person) const {
    return first_with(places_, person, [](const OnSheet& one) { return one.member->person; });
  }

  const PartnerLink* partners(std::string_view one, std::string_view other) const {
    for (const auto& link : state_.family.partners)
      if ((link.one == one && link.other == other) || (link.one == other && link.other == one)) return &link;
    return nullptr;
  }

  bool are_neighbours(const OnSheet& one, const OnSheet& other) const {
    return std::ranges::none_of(places_, [&](const OnSheet& between) {
      return between.row == one.row && between.at.x > std::min(one.at.x, other.at.x) + 1 &&
             between.at.x < std::max(one.at.x, other.at.x) - 1;
    });
  }

  /// Height of the line of partners who have somebody between them: over the heads, each couple at its own height.
  static double over(const OnSheet& one, std::size_t index) {
    return one.at.y - kHalf - 12 - 7 * static_cast<double>(index % 3);
  }

  std::string couple(const PartnerLink& link, std::size_t index) const {
    const auto* one = of(link.one);
    const auto* other = of(link.other);
    if (one == nullptr || other == nullptr) return {};
    if (one->at.x > other->at.x) std::swap(one, other);
    double y = one->at.y;
    std::string out;
    if (are_neighbours(*one, *other)) {
      out = ink_line(fmt::format("M{:.1f} {:.1f} H{:.1f}", one->at.x, y, other->at.x));
    } else {
      y = over(*one, index);
      out = ink_line(
          fmt::format("M{:.1f} {:.1f} V{:.1f} H{:.1f} V{:.1f}", one->at.x, one->at.y, y, other->at.x, other->at.y));
    }
    if (link.bond == Bond::together) return out;
    // A break in the line: two strokes across a gap, left of where children hang.
    const double gap = one->at.x + kHalf + 13;
    return out +
           fmt::format("<path d=\"M{:.1f} {:.1f} H{:.1f}\" stroke=\"#fff\" stroke-width=\"5\"/>\n", gap - 5, y,
                       gap + 5) +
           ink_line(fmt::format("M{:.1f} {:.1f} l6 -18 M{:.1f} {:.1f} l6 -18", gap - 8, y + 9, gap + 2, y + 9));
  }

  /// From the line of a couple, or from one parent, down to the child.
  std::string descent(const FamilyMember& member) const {
    const auto* child = of(member.person);
    std::vector<const ParentLink*> links;
    for (const auto& link : state_.family.parents)
      if (link.child == member.person && of(link.parent) != nullptr) links.push_back(&link);
    std::string out;
    std::vector<bool> drawn(links.size(), false);
    for (std::size_t i = 0; i < links.size(); ++i) {
      if (drawn[i]) continue;
      const auto* parent = of(links[i]->parent);
      // The name stands between a single parent and the line.
      Point from{parent->at.x, parent->at.y + half_of(*parent->member) + (marks_of(*parent->member).empty() ? 23 : 38)};
      for (std::size_t k = i + 1; k < links.size(); ++k) {
        const auto* couple = links[k]->how == links[i]->how ? partners(links[i]->parent, links[k]->parent) : nullptr;
        if (couple == nullptr || drawn[k]) continue;
        from = middle_of(*couple);
        drawn[k] = true;
        break;
      }
      out += line_down(from, *parent, *child, links[i]->how);
    }
    return out;
  }

  /// Where children hang on the line of a couple.
  Point middle_of(const PartnerLink& link) const {
    const auto* one = of(link.one);
    const auto* other = of(link.other);
    if (one->at.x > other->at.x) std::swap(one, other);
    const auto index = static_cast<std::size_t>(&link - state_.family.partners.data());
    // Children of one partner hang a little aside of those of another, or their lines would meet.
    const bool of_several = std::ranges::count_if(state_.family.partners, [&](const PartnerLink& other_link) {
                              return other_link.one == link.one || other_link.other == link.one ||
                                     other_link.one == link.other || other_link.other == link.other;
                            }) > 1;
    const double aside = !of_several ? 0 : link.bond == Bond::ended ? -18 : 18;
    if (are_neighbours(*one, *other)) return {(one->at.x + other->at.x) / 2 + aside, one->at.y};
    // Beside the right one of the two, where nobody stands below the line.
    return {other->at.x - kSide, over(*one, index)};
  }

  std::string line_down(Point from, const OnSheet& parent, const OnSheet& child, Descent how) const {
    // Each parent or couple of a row has a height of its own, so that lines that cross are not taken for one.
    std::vector<double> starts;
    for (const auto& other : places_)
      if (other.row == parent.row) starts.push_back(other.at.x);
    std::ranges::sort(starts);
    const auto nth = std::ranges::lower_bound(starts, from.x) - starts.begin();
    const double bar = child.at.y - kHalf - 24 - 7 * static_cast<double>(nth % 5);
    const double top = child.at.y - half_of(*child.member);
    auto out = ink_line(fmt::format("M{:.1f} {:.1f} V{:.1f} H{:.1f}", from.x, from.y, bar, child.at.x));
    out += ink_line(fmt::format("M{:.1f} {:.1f} V{:.1f}", child.at.x, bar, top), how != Descent::birth);
    return out;
  }

  /// "overleden", "pleegkind": what is said below a name.
  std::string marks_of(const FamilyMember& member) const {
    if (member.state != Vital::alive) return label(member.state, voice_);
    for (const auto& link : state_.family.parents)
      if (link.child == member.person && link.how != Descent::birth) return label(link.how, voice_);
    return {};
  }

  /// How many letters of a name have room: half-way to those beside it, or to the edge of the sheet.
  std::size_t letters_for(const OnSheet& place) const {
    const auto frame = frame_of(places_);
    double half = std::min(place.at.x - frame.left, frame.left + frame.width - place.at.x);
    for (const auto& other : places_)
      if (other.row == place.row && &other != &place) half = std::min(half, std::abs(other.at.x - place.at.x) / 2);
    return static_cast<std::size_t>(2 * half / kLetter);
  }

  std::string person(const OnSheet& place) const {
    const auto& member = *place.member;
    const bool is_resident = member.person == "resident";
    const auto name = is_resident ? text::say(voice_, "genogram.resident") : state_.name_of(member.person, voice_);
    auto out = fmt::format("<g><title>{}</title>\n",
                           page::xml_safe(fmt::format("{} ({}, {})", page::one_line(name), label(member.symbol, voice_),
                                                      label(member.state, voice_))));
    out += person_symbol(place.at, member);
    const double below = place.at.y + half_of(member);
    out += label_at(place.at.x, below + 17, page::clipped(page::one_line(name), letters_for(place)),
                    is_resident ? " font-weight=\"bold\"" : "");
    const auto note = marks_of(member);
    if (!note.empty()) out += label_at(place.at.x, below + 32, note, " font-size=\"11\"");
    return out + "</g>\n";
  }

  std::string legend(double top) const {
    struct Entry {
      std::string sign, words;
    };
    const FamilyMember dead{"", Symbol::unknown, Vital::dead, 0};
    const auto small = [](std::string sign) { return "<g transform=\"scale(.5)\">" + sign + "</g>\n"; };
    const Entry entries[] = {
        {small(shape({}, Symbol::man, kHalf, 4)), text::say(voice_, "genogram.legend_man")},
        {small(shape({}, Symbol::woman, kHalf, 4)), text::say(voice_, "genogram.legend_woman")},
        {small(shape({}, Symbol::unknown, kHalf, 4)), text::say(voice_, "genogram.legend_other")},
        {small(shape({}, Symbol::unknown, kHalf, 12)), text::say(voice_, "genogram.legend_resident")},
        {small(person_symbol({}, dead)), text::say(voice_, "genogram.legend_deceased")},
        {small(shape({}, Symbol::unknown, kUnborn, 4)), text::say(voice_, "genogram.legend_unborn")},
        {ink_line("M-22 0 H22"), text::say(voice_, "genogram.legend_partners")},
        {ink_line("M-22 0 H-6 M6 0 H22 M-9 9 l6 -18 M2 9 l6 -18"), text::say(voice_, "genogram.legend_separated")},
        {ink_line("M0 -12 V12", true), text::say(voice_, "genogram.legend_adopted")},
    };
    std::string out;
    for (std::size_t i = 0; i < std::size(entries); ++i)
      out += fmt::format("<g transform=\"translate({:.0f} {:.0f})\">{}<text x=\"32\" y=\"5\">{}</text></g>\n",
                         26 + 236 * static_cast<double>(i % 3), top + 20 + 34 * static_cast<double>(i / 3),
                         entries[i].sign, entries[i].words);
    return out;
  }

  const Case& state_;
  text::Voice voice_;
  std::vector<OnSheet> places_;
};

}  // namespace

Frame frame_of(const std::vector<OnSheet>& places) {
  double right = 0, bottom = 0;
  for (const auto& place : places) {
    right = std::max(right, place.at.x + kSide);
    bottom = std::max(bottom, place.at.y + kHalf + kLabel);
  }
  return {-20, -kTop, std::max(right, kKeyWidth) + 40, kTop + bottom + kKey};
}

std::string genogram_svg(const Case& state, const text::Voice& voice) { return Drawing(state, voice).svg(); }

}  // namespace casus::report
