// SPDX-License-Identifier: EUPL-1.2
#include "core/report/vocabulary_page.hpp"

#include "core/method/vocabulary.hpp"
#include "core/model/words.hpp"
#include "core/text/label.hpp"
#include "core/text/message.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace casus::report {
namespace {

using method::Collection;
using method::Field;
using method::FieldType;
using nlohmann::json;
using text::msg;
using text::say;

/// A form of a criterion or of a condition in a filter, and the id of what it means.
struct Form {
  const char* written;
  text::Message means;
};

const std::array<Form, 13>& criteria() {
  static const std::array<Form, 13> all{{
      {R"({"count": ROWS, "where": FILTER, "scope": SCOPE, "at_least": N, "at_most": N})", msg("vocabulary.count")},
      {R"({"count": ROWS, "different": FIELD, ...})", msg("vocabulary.different")},
      {R"({"share": ROWS, "where": FILTER, "of": FILTER, "at_least": 0..1, "at_most": 0..1})", msg("vocabulary.share")},
      {R"({"median": ROWS, "field": FIELD, "where": FILTER, "scope": SCOPE, "at_least": N, "at_most": N})",
       msg("vocabulary.median")},
      {R"({"spread": ROWS, "field": FIELD, ...})", msg("vocabulary.spread")},
      {R"({"every": ROWS, "where": FILTER, "has": FILTER})", msg("vocabulary.every")},
      {R"({"every": ROWS, "where": FILTER, "has": {"in": ROWS, "on": FIELD, "where": FILTER, "scope": SCOPE, "at_least": N, "at_most": N}})",
       msg("vocabulary.each")},
      {R"({"every": ROWS, "has": {"in": ROWS, "on": FIELD, "and": {"every": ROWS, "on": FIELD, "where": FILTER, "scope": SCOPE}, ...}})",
       msg("vocabulary.each_by_each")},
      {R"({"present": FACT})", msg("vocabulary.present")},
      {R"({"all": [...]})", msg("vocabulary.all")},
      {R"({"any": [...]})", msg("vocabulary.any")},
      {R"({"not": ...})", msg("vocabulary.not")},
      {R"("scope")", msg("vocabulary.scope_left_out")},
  }};
  return all;
}

const std::array<Form, 6>& conditions() {
  static const std::array<Form, 6> all{{
      {R"("kind": "question")", msg("vocabulary.is")},
      {R"("kind": ["question", "idea"])", msg("vocabulary.one_of")},
      {R"("rung": {"not": "customised"})", msg("vocabulary.none_of")},
      {R"("value": {"at_least": 7})", msg("vocabulary.at_least")},
      {R"("who": {"present": true})", msg("vocabulary.has_any")},
      {R"("own.severity": {"at_least": 7})", msg("vocabulary.own_field")},
  }};
  return all;
}

const std::array<Form, 4>& silence() {
  static const std::array<Form, 4> all{{
      {R"("answers": ["presenter"], "answers_with": ["information"])", msg("vocabulary.answers_with")},
      {R"("hidden": true)", msg("vocabulary.hidden")},
      {R"("hidden_kinds": ["idea"])", msg("vocabulary.hidden_kinds")},
      {R"("hidden": true, "anonymous": true)", msg("vocabulary.anonymous")},
  }};
  return all;
}

const std::array<Form, 4>& groups() {
  static const std::array<Form, 4> all{{
      {R"("size": 4)", msg("vocabulary.in_groups")},
      {R"("size": 4, "joins": "STEP")", msg("vocabulary.joins")},
      {R"("size": 4, "mixes": "all")", msg("vocabulary.mixes")},
      {R"("size": 4, "one": {"key": "host", ...}, "mixes": "others")", msg("vocabulary.mixes_others")},
  }};
  return all;
}

std::string_view key_of(FieldType type) {
  switch (type) {
    case FieldType::word: return "word";
    case FieldType::number: return "number";
    case FieldType::flag: return "true/false";
    case FieldType::day: return "day";
  }
  return {};
}

std::string type_in_words(FieldType type, const text::Voice& voice) {
  switch (type) {
    case FieldType::word: return say(voice, "vocabulary.type_word");
    case FieldType::number: return say(voice, "vocabulary.type_number");
    case FieldType::flag: return say(voice, "vocabulary.type_flag");
    case FieldType::day: return say(voice, "vocabulary.type_day");
  }
  return {};
}

std::string key_of(Field field) {
  for (const auto& name : names_of(field))
    if (name.value == field) return std::string(name.key);
  return {};
}

std::string field_in_words(Collection rows, Field field, const text::Voice& voice) {
  std::string out = key_of(field);
  const auto words = method::words_of(rows, field);
  if (!words.empty()) return out + " (" + joined(words, " | ") + ")";
  const auto type = method::type_of(rows, field);
  return type == FieldType::word ? out : out + " (" + type_in_words(type, voice) + ")";
}

std::string fields_in_words(Collection rows, const text::Voice& voice) {
  std::string out;
  for (const auto field : method::fields_of(rows))
    out += (out.empty() ? "" : ", ") + field_in_words(rows, field, voice);
  return out;
}

template <class E>
void table_of(page::Page& page, const text::Voice& voice, const std::string& heading) {
  page.section(heading);
  std::vector<page::Row> rows;
  for (const auto& name : names_of(E{})) rows.push_back({std::string(name.key), label(name.value, voice)});
  page.table({say(voice, "vocabulary.written"), say(voice, "vocabulary.means")}, rows);
}

void forms(page::Page& page, const text::Voice& voice, const std::string& heading, const auto& all) {
  page.section(heading);
  std::vector<page::Row> rows;
  for (const auto& form : all) rows.push_back({form.written, voice.say(form.means)});
  page.table({say(voice, "vocabulary.written"), say(voice, "vocabulary.means")}, rows);
}

template <class E>
json words_json(const text::Voice& voice) {
  json out = json::array();
  for (const auto& name : names_of(E{})) out.push_back({{"key", name.key}, {"word", label(name.value, voice)}});
  return out;
}

}  // namespace

page::Page vocabulary_page(const text::Voice& voice) {
  page::Page page;
  page.title = say(voice, "vocabulary.title");
  forms(page, voice, say(voice, "vocabulary.criteria"), criteria());
  forms(page, voice, say(voice, "vocabulary.filters"), conditions());
  page.section(say(voice, "vocabulary.rows"));
  std::vector<page::Row> rows;
  for (const auto& name : names_of(Collection{}))
    rows.push_back({std::string(name.key), label(name.value, voice), fields_in_words(name.value, voice)});
  page.table({say(voice, "vocabulary.written"), say(voice, "vocabulary.means"), say(voice, "vocabulary.fields")}, rows);
  table_of<method::Scope>(page, voice, say(voice, "vocabulary.scopes"));
  table_of<method::Fact>(page, voice, say(voice, "vocabulary.facts"));
  table_of<Role>(page, voice, say(voice, "vocabulary.roles"));
  page.section(say(voice, "vocabulary.kinds"));
  rows.clear();
  for (const auto& kind : method::core_kinds())
    rows.push_back({std::string(kind.key), Text{std::string(kind.nl), std::string(kind.en)}.in(voice.lang())});
  page.table({say(voice, "vocabulary.written"), say(voice, "vocabulary.means")}, rows);
  table_of<Scale>(page, voice, say(voice, "vocabulary.scales"));
  forms(page, voice, say(voice, "vocabulary.silence"), silence());
  forms(page, voice, say(voice, "vocabulary.groups"), groups());
  return page;
}

json vocabulary_json(const text::Voice& voice) {
  json rows = json::array();
  for (const auto& name : names_of(Collection{})) {
    json fields = json::array();
    for (const auto field : method::fields_of(name.value))
      fields.push_back({{"key", key_of(field)},
                        {"type", key_of(method::type_of(name.value, field))},
                        {"words", method::words_of(name.value, field)}});
    rows.push_back({{"key", name.key}, {"word", label(name.value, voice)}, {"fields", std::move(fields)}});
  }
  json kinds = json::array();
  for (const auto& kind : method::core_kinds())
    kinds.push_back({{"key", kind.key}, {"word", Text{std::string(kind.nl), std::string(kind.en)}.in(voice.lang())}});
  const auto written = [](const auto& all) {
    json out = json::array();
    for (const auto& form : all) out.push_back(form.written);
    return out;
  };
  return {{"criteria", written(criteria())},
          {"filters", written(conditions())},
          {"rows", std::move(rows)},
          {"scopes", words_json<method::Scope>(voice)},
          {"facts", words_json<method::Fact>(voice)},
          {"roles", words_json<Role>(voice)},
          {"kinds", std::move(kinds)},
          {"scales", words_json<Scale>(voice)},
          {"silence", written(silence())},
          {"groups", written(groups())}};
}

}  // namespace casus::report
