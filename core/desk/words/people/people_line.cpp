// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/people/people_line.hpp"

#include "core/base/text.hpp"
#include "core/desk/forms/spelling.hpp"
#include "core/model/person_name.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/label.hpp"
#include "core/text/message.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace casus::desk {

using text::msg;
using namespace text::literals;

namespace {

constexpr std::size_t kShortestWord = 3;  ///< of a beginning that stands for the whole word

std::vector<std::string> pieces_of(std::string_view text, std::string_view signs) {
  std::vector<std::string> all;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find_first_of(signs, at), text.size());
    if (const auto part = trimmed(text.substr(at, end - at)); !part.empty()) all.emplace_back(part);
    at = end + 1;
  }
  return all;
}

/// The value whose word or key begins so, in any language.
template <NamedEnum E>
std::optional<E> value_of(std::string_view typed) {
  const auto wanted = folded(typed);
  for (const auto& name : names_of(E{}))
    if (wanted == name.key || (wanted.size() >= kShortestWord && text::begins_word(name.word, wanted)))
      return name.value;
  if (const auto also = from_key<E>(also_called(wanted, choices_of<E>()))) return also;
  const auto bare = behind_article(wanted);
  return bare.empty() ? std::nullopt : value_of<E>(bare);
}

/// The value that the whole word stands for: a beginning may be somebody's name ("Sam", "Lot").
template <NamedEnum E>
std::optional<E> whole_value_of(std::string_view typed) {
  const auto wanted = folded(typed);
  for (const auto& name : names_of(E{}))
    if (wanted == name.key || text::is_word(name.word, wanted)) return name.value;
  if (const auto also = from_key<E>(also_called(wanted, choices_of<E>()))) return also;
  const auto bare = behind_article(wanted);
  return bare.empty() ? std::nullopt : whole_value_of<E>(bare);
}

bool is_word(std::string_view typed, text::Message words) {
  const auto wanted = folded(typed);
  for (const auto lang : text::languages())
    for (const auto& word : pieces_of(words.in(lang), ","))
      if (word == wanted) return true;
  return false;
}

template <NamedEnum E>
text::Value one_of() {
  std::vector<text::Message> all;
  for (const auto& name : names_of(E{})) all.emplace_back(name.word, std::vector<text::Argument>());
  return text::any_of(std::move(all));
}

/// One person of the network, or one tie between two, while the parts behind the name are read.
class Described {
 public:
  explicit Described(std::string_view name) {
    const auto dash = name.find(" - ");
    from_ = dash == std::string_view::npos ? std::string(name) : std::string(trimmed(name.substr(0, dash)));
    if (dash != std::string_view::npos) to_ = trimmed(name.substr(dash + 3));
  }

  /// False for what stands for nothing, or says twice what was said.
  bool takes(const std::string& part) {
    if (is_word(part, msg("people_line.word_tension"))) return tie().tension = true;
    if (const auto strength = value_of<Strength>(part)) return (tie().strength = *strength, true);
    if (const auto direction = value_of<Direction>(part)) return (tie().direction = *direction, true);
    if (!to_.empty()) return false;
    if (const auto shell = value_of<Shell>(part)) return !std::exchange(shell_, shell);
    if (const auto quadrant = value_of<Quadrant>(part)) return !std::exchange(quadrant_, quadrant);
    return std::exchange(relation_, part).empty();
  }

  /// Takes the half of somebody's place that lacks, where it came behind a sign between people: "oma, intimi; familie".
  bool takes_rest(const std::string& part) {
    if (!to_.empty() || shell_.has_value() == quadrant_.has_value()) return false;
    if (shell_) quadrant_ = whole_value_of<Quadrant>(part);
    else shell_ = whole_value_of<Shell>(part);
    return shell_.has_value() && quadrant_.has_value();
  }

  std::optional<text::Message> problem() const {
    if (!to_.empty() || shell_.has_value() == quadrant_.has_value()) return std::nullopt;
    // Shown as it would be typed, with one of the words for what is lacking.
    if (shell_)
      return msg("people_line.from_which_side", "who"_is = from_, "sides"_is = one_of<Quadrant>(),
                 "shell"_is = text::label(*shell_), "side"_is = text::label(Quadrant::family));
    return msg("people_line.how_near", "who"_is = from_, "shells"_is = one_of<Shell>(),
               "shell"_is = text::label(Shell::intimate), "side"_is = text::label(*quadrant_));
  }

  /// People come before their ties.
  void add_to(std::vector<CommandBody>& people, std::vector<CommandBody>& ties) const {
    if (to_.empty() && shell_) people.push_back(AddNetworkPerson{from_, relation_, *shell_, *quadrant_, false});
    else if (to_.empty()) people.push_back(NameForNetwork{from_, relation_});
    if (!tie_ && to_.empty()) return;
    auto tie = tie_.value_or(AddTie{});
    tie.from = to_.empty() ? "resident" : from_;
    tie.to = to_.empty() ? from_ : to_;
    ties.push_back(std::move(tie));
  }

 private:
  AddTie& tie() {
    if (!tie_) tie_.emplace();
    return *tie_;
  }

  std::string from_, to_, relation_;
  std::optional<Shell> shell_;
  std::optional<Quadrant> quadrant_;
  std::optional<AddTie> tie_;
};

}  // namespace

bool is_place_word(std::string_view text) {
  return whole_value_of<Shell>(text).has_value() || whole_value_of<Quadrant>(text).has_value();
}

PeopleLine network_line(std::string_view text) {
  std::vector<Described> entries;
  for (const auto& written : pieces_of(text, ";\n")) {
    auto parts = pieces_of(written, ",");
    if (parts.empty()) continue;
    if (parts.size() == 1 && !entries.empty() && entries.back().takes_rest(parts.front())) continue;
    // "oma: intimi, familie": a colon behind the name is a comma.
    if (const auto colon = parts.front().find(':'); colon != std::string::npos && colon > 0) {
      auto described = pieces_of(parts.front().substr(colon + 1), ",");
      parts.front() = trimmed(std::string_view(parts.front()).substr(0, colon));
      parts.insert(parts.begin() + 1, described.begin(), described.end());
    }
    auto& entry = entries.emplace_back(parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i)
      if (!entry.takes(parts[i]))
        return failure(msg("people_line.part_unknown", "part"_is = parts[i], "who"_is = parts.front(),
                           "shells"_is = one_of<Shell>(), "sides"_is = one_of<Quadrant>(),
                           "strengths"_is = one_of<Strength>()));
  }
  std::vector<CommandBody> people, ties;
  for (const auto& entry : entries) {
    if (const auto problem = entry.problem()) return failure(*problem);
    entry.add_to(people, ties);
  }
  people.insert(people.end(), ties.begin(), ties.end());
  if (people.empty()) return failure(msg("people_line.nobody"));
  return people;
}

namespace {

/// "Tim (man, pleegkind)": somebody in the genogram, with what is said of them.
struct Relative {
  std::string name;
  std::optional<Symbol> symbol;
  std::optional<Vital> state;
  Descent how = Descent::birth;
  std::string unknown;  ///< what stands for nothing
};

Relative relative_from(std::string_view written) {
  Relative member;
  const auto open = written.find('(');
  member.name = trimmed(written.substr(0, open));
  if (open == std::string_view::npos) return member;
  for (const auto& part : pieces_of(written.substr(open + 1), ",)")) {
    if (const auto symbol = value_of<Symbol>(part)) member.symbol = symbol;
    else if (const auto state = value_of<Vital>(part)) member.state = state;
    else if (const auto how = value_of<Descent>(part)) member.how = *how;
    else member.unknown = part;
  }
  return member;
}

/// Children stand apart by commas; those between brackets belong to one of them.
std::vector<Relative> relatives_from(std::string_view written) {
  std::vector<Relative> all;
  std::string one;
  bool inside = false;
  for (const char c : written) {
    inside = (inside || c == '(') && c != ')';
    if (c != ',' || inside) {
      one += c;
      continue;
    }
    all.push_back(relative_from(std::exchange(one, {})));
  }
  all.push_back(relative_from(one));
  return all;
}

bool is_resident(std::string_view name) {
  const auto word = folded(name);
  return word == "resident" || is_word(word, msg("people_line.word_resident"));
}

/// Whether somebody called so stands in the genogram.
bool is_placed(const Case& state, std::string_view name) {
  if (is_resident(name)) return state.family.find("resident") != nullptr;
  const auto* person = state.person(name);
  if (person == nullptr) return false;
  return state.family.find(person->has(Role::resident) ? "resident" : person->id) != nullptr;
}

/// "Els + Jan > inwoner, Tom" in its parts.
struct FamilyLine {
  std::vector<Relative> parents;
  std::vector<Relative> children;
  Bond bond = Bond::together;

  explicit FamilyLine(std::string_view written) {
    const auto arrow = written.find('>');
    const auto couple = written.substr(0, arrow);
    const auto apart = couple.find(" x ");
    const auto sign = std::min(apart, couple.find('+'));
    parents.push_back(relative_from(couple.substr(0, sign)));
    if (sign != std::string_view::npos) parents.push_back(relative_from(couple.substr(sign + (sign == apart ? 3 : 1))));
    if (sign == apart) bond = Bond::ended;
    if (arrow != std::string_view::npos) children = relatives_from(written.substr(arrow + 1));
  }

  bool is_whole() const {
    const auto named = [](const Relative& one) {
      return !one.name.empty() && one.unknown.empty() && one.name.find_first_of("+>)") == std::string::npos;
    };
    return std::ranges::all_of(parents, named) && std::ranges::all_of(children, named) &&
           (parents.size() == 2 || !children.empty());
  }
};

}  // namespace

PeopleLine family_line(std::string_view text, const Case& state) {
  std::vector<CommandBody> placed, lines;
  std::vector<std::string> seen;
  const auto place = [&](const Relative& one) {
    const bool first = std::ranges::find(seen, name_key(one.name)) == seen.end();
    if (!first && !one.symbol && !one.state) return;
    seen.push_back(name_key(one.name));
    if (is_placed(state, one.name) && !one.symbol && !one.state) return;
    placed.push_back(PlaceInFamily{one.name, one.symbol.value_or(Symbol{}), one.state.value_or(Vital{}), {}});
  };
  for (const auto& written : pieces_of(text, ";\n")) {
    const FamilyLine line(written);
    if (!line.is_whole()) return failure(msg("people_line.family_unknown", "part"_is = written));
    for (const auto& parent : line.parents) place(parent);
    if (line.parents.size() == 2)
      lines.push_back(LinkPartners{{line.parents[0].name, line.parents[1].name, line.bond}});
    for (const auto& child : line.children) {
      place(child);
      for (const auto& parent : line.parents) lines.push_back(LinkParent{{parent.name, child.name, child.how}});
    }
  }
  placed.insert(placed.end(), lines.begin(), lines.end());
  if (placed.empty()) return failure(msg("people_line.nobody"));
  return placed;
}

}  // namespace casus::desk
