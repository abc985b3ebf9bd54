// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/deciding.hpp"

#include <algorithm>

/// The genogram: who is in it, who comes from whom, who are partners. A line that would make somebody their own
/// ancestor is refused.
namespace casus::engine {

namespace {

constexpr std::string_view kResident = "resident";

bool is_resident_word(std::string_view text) {
  const auto word = folded(trimmed(text));
  return word == "inwoner" || word == kResident;
}

/// The id in the genogram of somebody who is in the case; empty when nobody is called that.
std::string family_id(const Deciding& d, std::string_view text) {
  if (is_resident_word(text)) return std::string(kResident);
  const auto* person = d.person(text);
  if (person == nullptr) return {};
  return person->has(Role::resident) ? std::string(kResident) : person->id;
}

std::string family_name(const Deciding& d, const std::string& id, Lang lang) {
  if (id == kResident) return lang == Lang::nl ? "de inwoner" : "the resident";
  return d.c.name_of(id, lang);
}

/// The member meant by a text, or the refusal that says what to do first.
Outcome<std::string, Refusal> placed_member(const Deciding& d, const std::string& text) {
  const auto id = family_id(d, text);
  if (!id.empty() && d.c.family.find(id) != nullptr) return id;
  return refuse("NotInGenogram", "",
                both(fmt::format("{} staat nog niet in het genogram.", text),
                     fmt::format("{} is not in the genogram yet.", text)),
                both(fmt::format("Zet die persoon er eerst in: casus network family person {} \"{}\".", d.c.id, text),
                     fmt::format("Put that person in it first: casus network family person {} \"{}\".", d.c.id, text)));
}

tl::unexpected<Refusal> with_oneself() {
  return refuse("FamilyOfSelf", "",
                both("Een lijn in het genogram loopt tussen twee mensen.", "A line in the genogram joins two people."),
                both("Noem twee verschillende mensen.", "Name two different people."));
}

tl::unexpected<Refusal> goes_round(const Deciding& d, const std::string& id) {
  return refuse("FamilyGoesRound", "",
                both(fmt::format("Zo zou {} een voorouder van zichzelf worden.", family_name(d, id, Lang::nl)),
                     fmt::format("This would make {} an ancestor of themselves.", family_name(d, id, Lang::en))),
                both(fmt::format("Kijk welke lijn niet klopt: casus network family show {}. Haal die weg met: casus "
                                 "network family cut {} NAAM NAAM.",
                                 d.c.id, d.c.id),
                     fmt::format("See which line is wrong: casus network family show {}. Take it away with: casus "
                                 "network family cut {} NAME NAME.",
                                 d.c.id, d.c.id)));
}

}  // namespace

Decided decide_on(const Deciding& d, const PlaceInFamily& command) {
  if (blank(command.name)) return empty_text("wie het is", "who it is");
  if (command.rank && (*command.rank < 1 || *command.rank > 30))
    return refuse("RankOff", "",
                  both(fmt::format("Kind nummer {} kan niet.", *command.rank),
                       fmt::format("Child number {} is not possible.", *command.rank)),
                  both("Tel vanaf de oudste: 1 is het oudste kind, hoogstens 30.",
                       "Count from the eldest: 1 is the eldest child, at most 30."));
  FamilyMemberPlaced placed;
  placed.symbol = command.symbol;
  placed.state = command.state;
  placed.rank = command.rank;
  placed.person = family_id(d, command.name);
  const auto* known = d.c.person(placed.person);
  if (placed.person.empty() || (known != nullptr && known->erased)) {  // an erased person takes no new text
    placed.person = next_id('p', d.c.people.size());
    placed.name = std::string(trimmed(command.name));
  } else if (known != nullptr) {
    placed.name = known->name;
  }
  return d.one(std::move(placed));
}

Decided decide_on(const Deciding& d, const LinkParent& command) {
  const auto parent = placed_member(d, command.parent);
  if (!parent) return failure(parent.error());
  const auto child = placed_member(d, command.child);
  if (!child) return failure(child.error());
  if (*parent == *child) return with_oneself();
  ParentLinked linked;
  linked.parent = *parent;
  linked.child = *child;
  linked.how = command.how;
  if (linked.how == Descent::birth) {
    std::vector<std::string> by_birth;
    for (const auto& link : d.c.family.parents)
      if (link.child == *child && link.how == Descent::birth && link.parent != *parent) by_birth.push_back(link.parent);
    if (by_birth.size() >= 2) {
      const auto told = [&](Lang lang) {
        return fmt::format("{} {} {}", family_name(d, by_birth[0], lang), lang == Lang::nl ? "en" : "and",
                           family_name(d, by_birth[1], lang));
      };
      return refuse("TwoParents", "",
                    both(fmt::format("Twee ouders door geboorte staan er al: {}.", told(Lang::nl)),
                         fmt::format("Two parents by birth are there already: {}.", told(Lang::en))),
                    both(fmt::format("Gaat het om adoptie of pleegzorg, kies dan --how adopted of --how foster. Was "
                                     "het fout, haal dan eerst een lijn weg: casus network family cut {} NAAM NAAM.",
                                     d.c.id),
                         fmt::format("For adoption or foster care choose --how adopted or --how foster. If it was "
                                     "wrong, take one line away first: casus network family cut {} NAME NAME.",
                                     d.c.id)));
    }
  }
  auto family = d.c.family;
  family.add(linked);
  if (!generations(family)) return goes_round(d, *child);
  return d.one(std::move(linked));
}

Decided decide_on(const Deciding& d, const LinkPartners& command) {
  const auto one = placed_member(d, command.one);
  if (!one) return failure(one.error());
  const auto other = placed_member(d, command.other);
  if (!other) return failure(other.error());
  if (*one == *other) return with_oneself();
  PartnersLinked linked;
  linked.one = *one;
  linked.other = *other;
  linked.bond = command.bond;
  auto family = d.c.family;
  family.add(linked);
  if (!generations(family)) return goes_round(d, *one);
  return d.one(std::move(linked));
}

Decided decide_on(const Deciding& d, const CutFamily& command) {
  const auto one = placed_member(d, command.one);
  if (!one) return failure(one.error());
  FamilyCut cut;
  cut.one = *one;
  if (blank(command.other)) return d.one(std::move(cut));
  const auto other = placed_member(d, command.other);
  if (!other) return failure(other.error());
  cut.other = *other;
  auto left = d.c.family;
  left.cut(*one, *other);
  if (left.parents.size() + left.partners.size() == d.c.family.parents.size() + d.c.family.partners.size())
    return refuse("NoFamilyLine", "",
                  both(fmt::format("Tussen {} en {} loopt geen lijn.", family_name(d, *one, Lang::nl),
                                   family_name(d, *other, Lang::nl)),
                       fmt::format("There is no line between {} and {}.", family_name(d, *one, Lang::en),
                                   family_name(d, *other, Lang::en))),
                  both(fmt::format("Kijk welke lijnen er zijn: casus network family show {}.", d.c.id),
                       fmt::format("See which lines there are: casus network family show {}.", d.c.id)));
  return d.one(std::move(cut));
}

}  // namespace casus::engine
