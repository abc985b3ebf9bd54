// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/no_name.hpp"
#include "core/engine/decide/deciding.hpp"

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

Message family_name(const Deciding& d, const std::string& id) {
  if (id == kResident) return msg("family.the_resident");
  return Message(Text{d.c.name_of(id, Lang::nl), d.c.name_of(id, Lang::en)});
}

/// The member meant by a text, or the refusal that says what to do first.
Outcome<std::string, Refusal> placed_member(const Deciding& d, const std::string& text) {
  const auto id = family_id(d, text);
  if (!id.empty() && d.c.family.find(id) != nullptr) return id;
  return refuse("NotInGenogram", "", msg("family.not_in_genogram", "value"_is = text),
                msg("family.not_in_genogram_do",
                    "person"_is = way("network family person", "case"_is = d.c.id, "name"_is = text)));
}

tl::unexpected<Refusal> with_oneself() {
  return refuse("FamilyOfSelf", "", msg("family.family_of_self"), msg("remedy.two_people"));
}

tl::unexpected<Refusal> goes_round(const Deciding& d, const std::string& id) {
  return refuse("FamilyGoesRound", "", msg("family.family_goes_round", "person"_is = family_name(d, id)),
                msg("family.family_goes_round_do", "show"_is = way("network family show", "case"_is = d.c.id),
                    "cut"_is = way("network family cut", "case"_is = d.c.id, "one"_is = gap("gap.name"),
                                   "other"_is = gap("gap.name"))));
}

}  // namespace

Decided decide_on(const Deciding& d, const PlaceInFamily& command) {
  if (blank(command.name)) return empty_text(msg("family.needs_who_it_is"));
  if (command.rank && (*command.rank < 1 || *command.rank > 30))
    return refuse("RankOff", "", msg("family.rank_off", "rank"_is = *command.rank), msg("family.rank_off_do"));
  FamilyMemberPlaced placed{
      .person = family_id(d, command.name), .symbol = command.symbol, .state = command.state, .rank = command.rank};
  if (placed.person.empty()) placed.person = family_id(d, new_name(command.name));
  const auto* known = d.c.person(placed.person);
  if (auto refusal = name_of_colleague(known)) return failure(std::move(*refusal));
  if (placed.person.empty() || (known != nullptr && known->erased)) {  // an erased person takes no new text
    if (auto refusal = no_name(command.name, {}, NameAlso::role_word)) return failure(std::move(*refusal));
    placed.person = next_id(d.c, 'p', d.c.people.size());
    placed.name = new_name(command.name);
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
  ParentLinked linked{{.parent = *parent, .child = *child, .how = command.how}};
  if (linked.how == Descent::birth) {
    std::vector<std::string> by_birth;
    for (const auto& link : d.c.family.parents)
      if (link.child == *child && link.how == Descent::birth && link.parent != *parent) by_birth.push_back(link.parent);
    if (by_birth.size() >= 2) {
      return refuse(
          "TwoParents", "",
          msg("family.two_parents",
              "told"_is = Message::listed(text::all_of({family_name(d, by_birth[0]), family_name(d, by_birth[1])}))),
          msg("family.two_parents_do", "cut"_is = way("network family cut", "case"_is = d.c.id,
                                                      "one"_is = gap("gap.name"), "other"_is = gap("gap.name"))));
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
  PartnersLinked linked{{.one = *one, .other = *other, .bond = command.bond}};
  auto family = d.c.family;
  family.add(linked);
  if (!generations(family)) return goes_round(d, *one);
  return d.one(std::move(linked));
}

Decided decide_on(const Deciding& d, const CutFamily& command) {
  const auto one = placed_member(d, command.one);
  if (!one) return failure(one.error());
  FamilyCut cut{{.one = *one}};
  if (blank(command.other)) return d.one(std::move(cut));
  const auto other = placed_member(d, command.other);
  if (!other) return failure(other.error());
  cut.other = *other;
  auto left = d.c.family;
  left.cut(*one, *other);
  if (left.parents.size() + left.partners.size() == d.c.family.parents.size() + d.c.family.partners.size())
    return refuse("NoFamilyLine", "",
                  msg("family.no_family_line", "one"_is = family_name(d, *one), "other"_is = family_name(d, *other)),
                  msg("family.no_family_line_do", "show"_is = way("network family show", "case"_is = d.c.id)));
  return d.one(std::move(cut));
}

}  // namespace casus::engine
