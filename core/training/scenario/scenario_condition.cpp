// SPDX-License-Identifier: EUPL-1.2
#include "core/training/scenario/scenario_condition.hpp"

#include "core/base/json/json_fields.hpp"
#include "core/training/play/small_talk_data.hpp"
#include "core/training/scenario/words_in_text.hpp"

#include <algorithm>
#include <array>

namespace casus::training {
namespace {

using nlohmann::json;
using Op = Condition::Op;

/// Deeper is a mistake or an attack: nobody can read it.
constexpr int kConditionDepth = 8;

constexpr std::array<std::pair<std::string_view, Op>, 13> kConditions{{{"said", Op::said},
                                                                       {"consulted", Op::consulted},
                                                                       {"reached", Op::reached},
                                                                       {"passed", Op::passed},
                                                                       {"chosen", Op::chosen},
                                                                       {"known", Op::known},
                                                                       {"happened", Op::happened},
                                                                       {"counter", Op::counter},
                                                                       {"before", Op::before},
                                                                       {"holds", Op::holds},
                                                                       {"all", Op::all},
                                                                       {"any", Op::any},
                                                                       {"not", Op::negation}}};

void read_condition(const json& in, Condition& out, const std::string& pointer, Problems& problems, int depth);

/// One, or a list of them.
struct Hearers {
  std::vector<std::string>& all;
};

void read(const json& in, Hearers& out, const std::string& pointer, Problems& problems) {
  if (!in.is_string()) return fields::read(in, out.all, pointer, problems);
  out.all.emplace_back();
  fields::read(in, out.all.back(), pointer, problems);
}

void read_said(const json& in, Condition& out, const std::string& pointer, Problems& problems) {
  if (!in.is_object()) return fields::wrong(in, tell("wrong.object"), pointer, problems);
  fields::ObjectReader reader(in, pointer, problems);
  reader.optional("kinds", out.kinds);
  reader.optional("about", out.about);
  reader.optional("by", out.by);
  Hearers hearers{out.to};
  reader.optional("to", hearers);
  reader.optional("at_least", out.at_least);
  reader.finish();
}

void read_reached(const json& in, Condition& out, const std::string& pointer, Problems& problems) {
  if (!in.is_object()) return fields::wrong(in, tell("wrong.object"), pointer, problems);
  fields::ObjectReader reader(in, pointer, problems);
  reader.optional("phase", out.phase);
  reader.optional("round", out.round);
  reader.optional("steps", out.steps);
  reader.finish();
  if (in.contains("phase") == in.contains("steps")) problems.push_back({pointer, tell("wrong.phase_or_steps")});
  if (in.contains("round") && !in.contains("phase"))
    problems.push_back({fields::child(pointer, "round"), tell("wrong.round_phase")});
}

void read_chosen(const json& in, Condition& out, const std::string& pointer, Problems& problems) {
  if (!in.is_object()) return fields::wrong(in, tell("wrong.object"), pointer, problems);
  fields::ObjectReader reader(in, pointer, problems);
  reader.required("decision", out.id);
  reader.required("options", out.options);
  reader.finish();
}

void read_counter(const json& in, Condition& out, const std::string& pointer, Problems& problems) {
  if (!in.is_object()) return fields::wrong(in, tell("wrong.object"), pointer, problems);
  fields::ObjectReader reader(in, pointer, problems);
  reader.required("id", out.id);
  reader.optional("at_least", out.least);
  reader.optional("at_most", out.most);
  reader.finish();
  if (!in.contains("at_least") && !in.contains("at_most")) problems.push_back({pointer, tell("wrong.counter_when")});
}

void read_parts(const json& in, Condition& out, const std::string& pointer, Problems& problems, int depth) {
  if (!in.is_array()) return fields::wrong(in, tell("wrong.list"), pointer, problems);
  if (in.empty()) problems.push_back({pointer, tell("wrong.one_condition")});
  for (std::size_t i = 0; i < in.size(); ++i)
    read_condition(in[i], out.parts.emplace_back(), pointer + '/' + std::to_string(i), problems, depth + 1);
}

void read_before(const json& in, Condition& out, const std::string& pointer, Problems& problems, int depth) {
  if (!in.is_object()) return fields::wrong(in, tell("wrong.object"), pointer, problems);
  for (const auto& [name, value] : in.items())
    if (name != "first" && name != "then")
      problems.push_back({fields::child(pointer, name),
                          tell("wrong.unknown", {{"key", name}, {"near", fields::near(name, {"first", "then"})}})});
  for (const auto* name : {"first", "then"}) {
    auto& part = out.parts.emplace_back();
    if (in.contains(name)) read_condition(in[name], part, fields::child(pointer, name), problems, depth + 1);
    else problems.push_back({pointer, fields::missing(name)});
  }
}

void read_condition(const json& in, Condition& out, const std::string& pointer, Problems& problems, int depth) {
  if (depth > kConditionDepth) {
    problems.push_back({pointer, tell("wrong.too_deep", {{"most", kConditionDepth}})});
    return;
  }
  std::vector<std::string_view> known;
  for (const auto& [name, op] : kConditions) known.push_back(name);
  if (!in.is_object() || in.size() != 1)
    return fields::wrong(in, tell("wrong.object_with", {{"known", joined(known)}}), pointer, problems);
  const auto& name = in.begin().key();
  const auto& value = in.begin().value();
  const auto found = std::ranges::find(kConditions, name, &decltype(kConditions)::value_type::first);
  const auto place = fields::child(pointer, name);
  if (found == kConditions.end()) {
    problems.push_back({place, tell("wrong.condition",
                                    {{"got", name}, {"near", fields::near(name, known)}, {"known", joined(known)}})});
    return;
  }
  out.op = found->second;
  switch (out.op) {
    case Op::said: return read_said(value, out, place, problems);
    case Op::reached: return read_reached(value, out, place, problems);
    case Op::chosen: return read_chosen(value, out, place, problems);
    case Op::counter: return read_counter(value, out, place, problems);
    case Op::passed: return fields::read(value, out.passed, place, problems);
    case Op::consulted:
    case Op::known:
    case Op::happened: return fields::read(value, out.id, place, problems);
    case Op::before: return read_before(value, out, place, problems, depth);
    case Op::holds: out.holds = method::criterion_from(value, place, problems); return;
    case Op::all:
    case Op::any: return read_parts(value, out, place, problems, depth);
    case Op::negation: return read_condition(value, out.parts.emplace_back(), place, problems, depth + 1);
  }
}

/// Between the parts of a combination, and between the choices of a part.
constexpr std::string_view kAnd = " + ";
constexpr std::string_view kOr = "/";

/// Letters of a word that a combination hears whole: "ze" is not the beginning of "zeker".
constexpr std::size_t kWholeWord = 3;

bool is_combination(std::string_view phrase) { return phrase.find(kAnd) != std::string_view::npos; }

/// Whether the phrase goes on behind its short pronoun in a word of its own: "wil ze" is not in "wil zeker", and "voor
/// hem" is in "voor hemzelf".
bool is_whole_pronoun(std::string_view phrase, std::string_view behind) {
  static const auto kPronouns = table_list("anybody"), kItself = table_list("itself");
  const auto space = phrase.rfind(' ');
  if (space == std::string_view::npos || behind.empty() || !is_letter(behind.front())) return true;
  const auto last = phrase.substr(space + 1);
  return last.size() > kWholeWord || std::ranges::find(kPronouns, last) == kPronouns.end() ||
         std::ranges::any_of(kItself, [&](std::string_view self) { return behind.starts_with(self); });
}

/// How far a phrase is heard in a word: its beginning, its beginning but for a pronoun, or the whole word.
enum class Heard { begun, pronoun_whole, whole };

/// At the beginning of a word.
bool stands_in(const std::string& text, const std::string& word, Heard heard) {
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const auto behind = std::string_view(text).substr(at + word.size());
    const bool ends = behind.empty() || !is_letter(behind.front());
    const bool fits = heard == Heard::whole ? ends : heard == Heard::begun || is_whole_pronoun(word, behind);
    if ((at == 0 || !is_letter(text[at - 1])) && fits) return !word.empty();
  }
  return false;
}

/// Whether the text is about the table: it holds a word of table_words.txt that the phrase itself does not ask for.
bool is_about_table(const std::string& text, const std::string& phrase) {
  static const auto kWords = lines_of(kTableWords);
  return std::ranges::any_of(kWords, [&](std::string_view word) {
    return stands_in(text, std::string(word), word.size() <= kWholeWord ? Heard::whole : Heard::begun) &&
           phrase.find(word) == std::string::npos;
  });
}

bool is_heard(const std::string& text, const std::string& phrase) {
  const auto plain = folded(phrase);
  if (!is_combination(plain)) return stands_in(text, plain, Heard::begun);
  return std::ranges::all_of(parts_of(plain),
                             [&](const std::vector<std::string_view>& choices) {
                               return std::ranges::any_of(choices, [&](std::string_view choice) {
                                 return stands_in(text, std::string(choice),
                                                  choice.size() <= kWholeWord ? Heard::whole : Heard::pronoun_whole);
                               });
                             }) &&
         !is_about_table(text, plain);
}

bool mentions_one(const std::string& text, const std::vector<std::string>& phrases) {
  return std::ranges::any_of(phrases, [&](const std::string& phrase) { return is_heard(text, phrase); });
}

}  // namespace

std::chrono::seconds Span::seconds() const {
  switch (unit) {
    case ClockUnit::minutes: return std::chrono::minutes(amount);
    case ClockUnit::hours: return std::chrono::hours(amount);
    case ClockUnit::days: return std::chrono::days(amount);
    case ClockUnit::weeks: return std::chrono::weeks(amount);
  }
  return {};
}

std::vector<std::vector<std::string_view>> parts_of(std::string_view phrase) {
  // What is no combination is looked for as it stands, a stroke in it too.
  if (!is_combination(phrase)) return {std::vector<std::string_view>{phrase}};
  std::vector<std::vector<std::string_view>> parts;
  for (const auto part : divided(phrase, kAnd)) parts.push_back(divided(part, kOr));
  return parts;
}

bool mentions(std::string_view text, const Phrases& phrases) {
  const auto plain = folded(text);
  return mentions_one(plain, phrases.nl) || mentions_one(plain, phrases.en);
}

void read(const json& in, Condition& out, const std::string& pointer, Problems& problems) {
  read_condition(in, out, pointer, problems, 1);
}

void each_part(const Condition& condition, const std::string& pointer,
               const std::function<void(const Condition&, const std::string&)>& seen) {
  seen(condition, pointer);
  const auto place = [&](std::size_t i) -> std::string {
    switch (condition.op) {
      case Op::negation: return "/not";
      case Op::before: return i == 0 ? "/before/first" : "/before/then";
      case Op::all: return "/all/" + std::to_string(i);
      default: return "/any/" + std::to_string(i);
    }
  };
  for (std::size_t i = 0; i < condition.parts.size(); ++i) each_part(condition.parts[i], pointer + place(i), seen);
}

}  // namespace casus::training
