// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/from_outside.hpp"

#include "core/desk/desk.hpp"
#include "core/desk/outsider.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/desk/typed/known_in_case.hpp"
#include "core/desk/typed/words.hpp"
#include "core/method/phrases.hpp"
#include "core/model/access.hpp"

#include <algorithm>
#include <array>

namespace casus::desk {
namespace {

/// A verb as somebody meets it who does this once: which of its fields are asked, and in what words.
struct WishFromOutside {
  struct Named {
    std::string_view name;
    Words words{};  ///< nothing: as the catalogue has it
  };
  enum class Whose { residents, circles, of_both };
  std::string_view path;
  Words name;
  Whose whose = Whose::residents;
  std::vector<Named> fields;

  bool is_for(Sureness sureness) const {
    return whose == Whose::of_both || whose == (sureness == Sureness::resident ? Whose::residents : Whose::circles);
  }
};

const std::vector<WishFromOutside>& all_asked() {
  constexpr auto kResidents = WishFromOutside::Whose::residents;
  static const std::vector<WishFromOutside> kAll{
      {"case say", "outside.say", kResidents, {{"kind", "outside.say_kind"}, {"text", "outside.say_what"}}},
      {"network ask",
       "outside.answer",
       WishFromOutside::Whose::circles,
       {{"answer", "outside.answer_which"}, {"note", "outside.note"}}},
      {"plan done",
       "outside.done",
       WishFromOutside::Whose::of_both,
       {{"action", "outside.done_which"}, {"state"}, {"note", "outside.note"}}},
      {"plan agree", "outside.agree", kResidents, {{"note", "outside.note"}}},
      {"case request",
       "outside.request",
       kResidents,
       {{"right", "outside.request_which"}, {"text", "outside.request_text"}}},
      {"case correct",
       "outside.better",
       kResidents,
       {{"ref"}, {"text", "outside.better_text"}, {"because", "outside.why"}}},
      {"case withdraw", "outside.back", kResidents, {{"ref"}, {"because", "outside.why"}}}};
  return kAll;
}

const WishFromOutside* asked_at(std::string_view path, Sureness sureness) {
  const auto& all = all_asked();
  const auto found = std::ranges::find(all, path, &WishFromOutside::path);
  return found != all.end() && found->is_for(sureness) ? &*found : nullptr;
}

/// The rights of the law, said as somebody would who wants one.
constexpr std::array<WishFromOutside::Named, 5> kRights{{{"access", "outside.right_access"},
                                                         {"rectification", "outside.right_rectification"},
                                                         {"erasure", "outside.right_erasure"},
                                                         {"restriction", "outside.right_restriction"},
                                                         {"objection", "outside.right_objection"}}};

/// What a resident says, of the kinds that a contribution can be.
constexpr std::array<WishFromOutside::Named, 4> kKinds{{{"fact", "outside.kind_fact"},
                                                        {"question", "outside.kind_question"},
                                                        {"idea", "outside.kind_idea"},
                                                        {"wish", "outside.kind_wish"}}};

void in_their_words(FormField& field, const text::Voice& voice) {
  if (field.name == "kind")
    for (const auto& one : kKinds) field.choices.push_back({std::string(one.name), std::string(one.words.in(voice))});
  if (field.name == "right")
    for (auto& choice : field.choices) {
      const auto found = std::ranges::find(kRights, choice.key, &WishFromOutside::Named::name);
      if (found != kRights.end()) choice.label = found->words.in(voice);
    }
  if (field.name == "state")
    for (auto& choice : field.choices)
      if (choice.key == key(Done::open)) choice.label = voice.say("outside.done_not_yet");
  // Who answers has an answer.
  if (field.name == "answer") std::erase_if(field.choices, [](const FormChoice& one) { return one.key == "none"; });
}

Deed deed_of(const WishFromOutside& asked, const text::Voice& voice) {
  Deed deed;
  deed.name = asked.name.in(voice);
  auto whole = form_of(*entry_at(asked.path), voice);
  auto fields = std::move(whole.fields);
  whole.fields.clear();
  for (const auto& named : asked.fields) {
    const auto found = std::ranges::find(fields, named.name, &FormField::name);
    if (found == fields.end()) continue;
    if (!named.words.empty()) {
      found->label = named.words.in(voice);
      found->help.clear();
    }
    in_their_words(*found, voice);
    whole.fields.push_back(std::move(*found));
  }
  deed.form = std::move(whole);
  return deed;
}

/// As it was chosen in the form, with what was told of it.
std::string request_in_words(Right right, const std::string& text, const text::Voice& voice) {
  const auto found = std::ranges::find(kRights, key(right), &WishFromOutside::Named::name);
  std::string words(found == kRights.end() ? std::string_view() : found->words.in(voice));
  return text.empty() ? words : words + ": " + text;
}

/// What the team would do next is no way on for who is at home: they call whoever helps them there.
void say_to_who_is_at_home(Refusal& refusal) {
  const auto is_of_the_team = [](const Remedy& one) { return !one.ways().empty(); };
  if (refusal.missing.empty() && std::ranges::none_of(refusal.remedies, is_of_the_team)) return;
  if (refusal.name == "NotAtTheTable") refusal.reason = text::msg("outside.not_here");
  refusal.rule.clear();
  refusal.missing.clear();
  refusal.remedies = {{text::msg("outside.ask_the_team")}};
}

}  // namespace

Outcome<std::vector<FromOutside>, Refusal> from_outside(Desk& desk, const std::string& case_id) {
  if (auto refusal = missing_case(desk, case_id)) return failure(std::move(*refusal));
  // Names alone; who sits at the table knows them, and nothing more is shown of the case.
  auto let_in = read_again(desk, case_id, CasePart::overview, {}, Sight::table);
  if (!let_in) return failure(std::move(let_in.error()));
  std::vector<FromOutside> people;
  for (const auto& person : let_in->state().people) {
    if (person.name.empty() || person.erased) continue;
    const bool circle = (person.has_seat() && person.has(Role::circle)) || in_the_circle(person);
    if ((person.has_seat() || person.absent) && person.has(Role::resident))
      people.push_back({person.id, person.name, Sureness::resident});
    else if (circle && !works_in_case(person)) people.push_back({person.id, person.name, Sureness::circle});
  }
  return people;
}

std::optional<EntryForm> form_from_outside(std::string_view path, Sureness sureness, const text::Voice& voice) {
  const auto* asked = asked_at(path, sureness);
  if (asked == nullptr) return std::nullopt;
  return deed_of(*asked, voice).form;
}

std::vector<Deed> deeds_from_outside(Desk& desk, const KnownInCase& known) {
  std::vector<Deed> deeds;
  for (const auto& asked : all_asked()) {
    if (!asked.is_for(desk.seat().sureness)) continue;
    if (asked.path == "case correct" || asked.path == "case withdraw") continue;  // beside what was said
    if (asked.path == "plan done" && known.actions.empty()) continue;
    if (asked.path == "network ask" && !known.asked) continue;
    deeds.push_back(deed_of(asked, desk.voice()));
    if (asked.path == "network ask" && known.answered != Answer::none)
      deeds.back().begins_with = {{"answer", std::string(key(known.answered))}};
  }
  return deeds;
}

std::vector<OwnWords> words_from_outside(Desk& desk, const std::string& case_id) {
  std::vector<OwnWords> all;
  if (desk.seat().sureness != Sureness::resident) return all;
  const auto better = deed_of(*asked_at("case correct", Sureness::resident), desk.voice());
  const auto back = deed_of(*asked_at("case withdraw", Sureness::resident), desk.voice());
  for (const auto& word : own_words_of(desk, case_id)) {
    OwnWords own{word.text, better, back};
    own.better.begins_with = {{"ref", word.id}, {"text", word.text}};
    own.back->begins_with = {{"ref", word.id}};
    if (word.right) own.text = request_in_words(*word.right, word.text, desk.voice());
    if (word.stays) own.back.reset();
    all.push_back(std::move(own));
  }
  return all;
}

bool may_tell_of_danger(std::string_view text) {
  return method::tells_of_danger(text) || method::tells_of_worry(text) || method::calls_for_help(text);
}

Reply call_from_outside(Desk& desk, const std::string& case_id, Wish wish) {
  std::erase_if(wish.given, [](const GivenField& one) { return one.name == "case" || one.name == "person"; });
  wish.given.insert(wish.given.begin(), {"case", case_id});
  if (wish.path == "network ask") wish.given.push_back({"person", desk.who_or_nobody()});
  auto reply = call(desk, wish);
  if (reply.refusal) say_to_who_is_at_home(*reply.refusal);
  return reply;
}

}  // namespace casus::desk
