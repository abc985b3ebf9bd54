// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/styles.hpp"

#include "core/base/files/definition_file.hpp"
#include "core/base/first_that.hpp"
#include "core/base/json/json_fields.hpp"
#include "core/model/person_name.hpp"

#include <fmt/format.h>

#include <set>

namespace casus::simulation {

namespace {

constexpr int kParticipantsFormat = 1;

/// What a review always needs words for.
constexpr std::array<std::string_view, 6> kNeededSentences{"statement", "text",   "question",
                                                           "answer",    "advice", "disguised"};

void check_styles(const Participants& it, Problems& problems) {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < it.styles.size(); ++i) {
    const auto& style = it.styles[i];
    const auto path = fmt::format("/styles/{}", i);
    if (!ids.insert(style.id).second)
      problems.push_back({path + "/id", tell("wrong.another_style", {{"id", style.id}})});
    for (const auto& [name, chance] : {std::pair("passes", style.passes), std::pair("advises", style.advises),
                                       std::pair("disguises", style.disguises), std::pair("jumps_in", style.jumps_in),
                                       std::pair("goes_on", style.goes_on)})
      if (!(chance >= 0 && chance <= 1))
        problems.push_back({fmt::format("{}/{}", path, name), tell("wrong.chance", {{"got", fmt::to_string(chance)}})});
  }
}

void check_people(const Participants& it, Problems& problems) {
  if (it.people.size() < 3) problems.push_back({"/people", tell("wrong.three_people")});
  std::vector<std::string_view> styles;
  for (const auto& style : it.styles) styles.push_back(style.id);
  std::set<std::string> names;
  for (std::size_t i = 0; i < it.people.size(); ++i) {
    const auto& person = it.people[i];
    const auto path = fmt::format("/people/{}", i);
    if (trimmed(person.name).empty()) problems.push_back({path + "/name", tell("wrong.no_name")});
    if (!names.insert(name_key(person.name)).second)
      problems.push_back({path + "/name", tell("wrong.another_person", {{"name", person.name}})});
    if (it.style(person.style) == nullptr)
      problems.push_back({path + "/style", tell("wrong.no_style", {{"got", person.style},
                                                                   {"near", fields::near(person.style, styles)}})});
  }
}

void check_sentences(const Participants& it, Problems& problems) {
  for (const auto needed : kNeededSentences)
    if (!it.sentences.contains(std::string(needed))) problems.push_back({"/sentences", fields::missing(needed)});
  for (const auto& [kind, sentences] : it.sentences) {
    const auto path = fields::child("/sentences", kind);
    if (sentences.empty()) problems.push_back({path, tell("wrong.one_sentence")});
    const bool asks = kind == "question" || kind == "follow_up" || kind == "disguised" || kind == "AskQuestion";
    for (std::size_t i = 0; i < sentences.size(); ++i)
      for (const auto& text : {sentences[i].nl, sentences[i].en}) {
        if (trimmed(text).empty()) problems.push_back({fmt::format("{}/{}", path, i), tell("wrong.a_sentence")});
        else if (asks && !is_question(text))
          problems.push_back({fmt::format("{}/{}", path, i), tell("wrong.asks", {{"got", text}})});
      }
  }
}

}  // namespace

const Style* Participants::style(std::string_view id) const { return with_id(styles, id); }

std::pair<Participants, Problems> parse_participants(std::string_view bytes) {
  Problems problems;
  Participants out;
  const auto in = strict_json(bytes, kDefinitionBounds, problems);
  if (!in.is_object()) return {std::move(out), std::move(problems)};
  fields::ObjectReader file(in, "", problems);
  file.format(kParticipantsFormat);
  file.required("id", out.id);
  file.required("version", out.version);
  file.required("name", out.name);
  file.required("note", out.note);
  file.required("case", out.about);
  file.required("styles", out.styles);
  file.required("people", out.people);
  file.required("others", out.others);
  file.required("sentences", out.sentences);
  file.finish();
  if (!problems.empty()) return {std::move(out), std::move(problems)};
  check_styles(out, problems);
  check_people(out, problems);
  check_sentences(out, problems);
  return {std::move(out), std::move(problems)};
}

}  // namespace casus::simulation
