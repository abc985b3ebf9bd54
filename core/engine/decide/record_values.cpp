// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/decide/record_values.hpp"

#include "core/base/matching.hpp"
#include "core/base/record_line.hpp"
#include "core/engine/decide/latest_that.hpp"
#include "core/engine/decide/record_line.hpp"
#include "core/engine/mending/said.hpp"
#include "core/model/case/unseen.hpp"
#include "core/model/ref_words.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace casus::engine {

namespace {

using method::RecordField;
using method::RecordType;

/// "7", "7.5", "7,5".
std::optional<double> number_from(std::string typed) {
  std::ranges::replace(typed, ',', '.');
  double value = 0;
  const auto* const end = typed.data() + typed.size();
  const auto read = std::from_chars(typed.data() + (typed.starts_with('+') ? 1 : 0), end, value);
  if (read.ec != std::errc() || read.ptr != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

Outcome<std::string, Refusal> number_typed(const RecordField& field, const std::string& typed) {
  const auto value = number_from(typed);
  const auto& scale = field.scale;
  if (!value || (scale && *value != std::floor(*value)))
    return refuse("RecordNotANumber", "", msg("records.not_a_number", "field"_is = field.name, "value"_is = typed),
                  msg("records.not_a_number_do", "field"_is = field.name));
  if (scale && (*value < scale->min || *value > scale->max))
    return refuse("OffScale", "R11", msg("records.off_scale", "field"_is = field.name, "value"_is = typed),
                  msg("records.off_scale_do", "min"_is = scale->min, "low"_is = scale->low, "max"_is = scale->max,
                      "high"_is = scale->high));
  return fmt::format("{}", *value);
}

tl::unexpected<Refusal> no_such_option(const RecordField& field, std::string_view typed) {
  return refuse("RecordNoSuchChoice", "", msg("records.no_such_choice", "field"_is = field.name, "value"_is = typed),
                msg("remedy.choose_from", "known"_is = joined_names(field.options)));
}

Outcome<std::string, Refusal> choice_typed(const RecordField& field, const std::string& typed) {
  const auto* option = method::option_meant(field, typed);
  if (option == nullptr) return no_such_option(field, typed);
  return option->id;
}

/// Items by their ids or names, with "|" or a comma between; kept in the order of the list.
Outcome<std::string, Refusal> checklist_typed(const RecordField& field, std::string_view typed) {
  std::vector<std::string_view> ticked;
  while (!typed.empty()) {
    const auto end = std::min(typed.find_first_of(",|"), typed.size());
    const auto one = trimmed(typed.substr(0, end));
    typed.remove_prefix(std::min(end + 1, typed.size()));
    if (one.empty()) continue;
    const auto* option = method::option_meant(field, one);
    if (option == nullptr) return no_such_option(field, one);
    ticked.push_back(option->id);
  }
  std::string kept;
  int count = 0;
  for (const auto& option : field.options) {
    if (std::ranges::find(ticked, option.id) == ticked.end()) continue;
    if (count++ > 0) kept += kBetweenItems;
    kept += option.id;
  }
  if (count < field.at_least)
    return refuse(
        "RecordTooFewItems", "", msg("records.too_few_items", "field"_is = field.name, "count"_is = count),
        msg("records.too_few_items_do", "least"_is = field.at_least, "known"_is = joined_names(field.options)));
  return kept;
}

/// Who is called so in the line of a record, as at the table: by their name, or by a beginning or a word of the name of
/// just one.
const Person* called_in_record(const Deciding& d, const std::string& typed) {
  if (const auto* person = d.person(typed)) return person;
  constexpr std::size_t kShortestPart = 3;
  const auto wanted = matched(trimmed(typed));
  if (wanted.size() < kShortestPart) return nullptr;
  const auto only = [&](auto fits) -> const Person* {
    const Person* found = nullptr;
    for (const auto& person : d.c.people) {
      if (person.name.empty() || person.erased || person.merged || !fits(matched(person.name))) continue;
      if (found != nullptr) return nullptr;
      found = &person;
    }
    return found;
  };
  if (const auto* person = only([&](const std::string& name) { return name.starts_with(wanted); })) return person;
  return only(
      [&](const std::string& name) { return (' ' + name + ' ').find(' ' + wanted + ' ') != std::string::npos; });
}

Outcome<std::string, Refusal> reference_typed(const Deciding& d, const RecordField& field, const std::string& typed) {
  const auto fits = [&](const Contribution& it) { return may_refer_to(d, field, it); };
  const auto id = ref_typed(typed);
  for (const auto& it : d.c.contributions)
    if (it.id == id && fits(it)) return id;
  // Or in the words of just one.
  const auto in_words = [&](const Contribution& it) { return folded(trimmed(it.text)) == id && fits(it); };
  if (!id.empty() && std::ranges::count_if(d.c.contributions, in_words) == 1)
    return std::ranges::find_if(d.c.contributions, in_words)->id;
  std::vector<text::Message> known;
  for (const auto* one : latest_that(d.c, fits)) known.push_back(with_its_words(d.c, *one));
  const auto kinds = kinds_of_reference(d, field);
  return refuse("RecordNothingNamed", "",
                msg("records.nothing_named", "field"_is = field.name, "value"_is = typed, "kinds"_is = kinds),
                known.empty() ? msg("records.nothing_named_none", "kinds"_is = kinds)
                              : msg("records.nothing_named_do", "known"_is = text::any_of(std::move(known))));
}

}  // namespace

bool may_refer_to(const Deciding& d, const RecordField& field, const Contribution& it) {
  return may_be_named(d.c, it, d.actor->id) &&
         (field.to.empty() || std::ranges::find(field.to, it.kind) != field.to.end());
}

Text kinds_of_reference(const Deciding& d, const RecordField& field) {
  return text::in_both([&](Lang lang) {
    std::string names;
    for (const auto& kind : field.to)
      names += (names.empty() ? "" : ", ") + std::string(method::kind_label(d.method, kind, lang));
    return names.empty() ? std::string(text::say(lang, "records.anything_said")) : names;
  });
}

const RecordField* refers_to_nothing(const Deciding& d, const RecordType& type) {
  if (d.actor == nullptr) return nullptr;
  const auto found = std::ranges::find_if(type.parts, [&](const RecordField& field) {
    return field.required && field.type == RecordFieldType::reference &&
           std::ranges::none_of(d.c.contributions, [&](const auto& it) { return may_refer_to(d, field, it); });
  });
  return found == type.parts.end() ? nullptr : &*found;
}

std::string sample_of(const Deciding& d, const RecordField& field, Lang lang) {
  switch (field.type) {
    case RecordFieldType::text: return fmt::format("[{}]", field.name.in(lang));
    case RecordFieldType::choice: return field.options.empty() ? std::string() : field.options.front().id;
    // In the middle: who takes it over as it is says neither the best nor the worst.
    case RecordFieldType::number:
      return std::to_string(field.scale ? std::midpoint(field.scale->min, field.scale->max) : 1);
    case RecordFieldType::day: return to_string(d.today());
    case RecordFieldType::person: {
      const auto here = std::ranges::find_if(d.c.people, &Person::at_table);
      return here == d.c.people.end() ? std::string() : here->id;
    }
    case RecordFieldType::reference: {
      // What this time of a repeat is about, else what was said last.
      const std::string_view about = d.c.here() == nullptr ? std::string_view() : d.c.here()->about;
      std::string_view last = "b1";
      for (const auto& it : d.c.contributions) {
        if (!may_refer_to(d, field, it)) continue;
        last = it.id;
        if (it.id == about) break;
      }
      return std::string(last);
    }
    case RecordFieldType::checklist: {
      std::string ticked;
      for (int i = 0; i < std::max(1, field.at_least) && i < static_cast<int>(field.options.size()); ++i)
        ticked += (ticked.empty() ? "" : "|") + field.options[static_cast<std::size_t>(i)].id;
      return ticked;
    }
  }
  return {};
}

namespace {

/// The same as it is typed: an answer by its name, where no sign in it would be read as something else.
std::string sample_named(const Deciding& d, const RecordField& field, Lang lang) {
  auto value = sample_of(d, field, lang);
  const auto* option = field.option(value);
  if (field.type != RecordFieldType::choice || option == nullptr) return value;
  const auto& name = option->name.in(lang);
  return fits_in_record_line(name) ? name : value;
}

}  // namespace

Outcome<std::string, Refusal> value_from(const Deciding& d, const RecordField& field, const std::string& typed) {
  const std::string value(trimmed(typed));
  if (value.empty()) return value;
  switch (field.type) {
    case RecordFieldType::text: return value;
    case RecordFieldType::choice: return choice_typed(field, value);
    case RecordFieldType::number: return number_typed(field, value);
    case RecordFieldType::checklist: return checklist_typed(field, value);
    case RecordFieldType::reference: return reference_typed(d, field, value);
    case RecordFieldType::day:
      if (const auto day = date_from(value)) return to_string(*day);
      return refuse("RecordNotADay", "", msg("records.not_a_day", "field"_is = field.name, "value"_is = value),
                    msg("records.not_a_day_do", "today"_is = to_string(d.today())));
    case RecordFieldType::person:
      if (const auto* person = called_in_record(d, value)) return person->id;
      if (role_meant(value) == Role::resident) return std::string(casus::key(Role::resident));
      return nobody(d, value);
  }
  return value;
}

std::optional<Refusal> left_open(const Deciding& d, const RecordType& type, const std::vector<RecordedValue>& values) {
  std::vector<RecordField> open;
  for (const auto& field : type.parts) {
    const auto filled = std::ranges::find(values, field.id, &RecordedValue::field);
    const bool is_open = filled == values.end() || filled->value.empty();
    if (is_open && (field.required || field.at_least > 0)) open.push_back(field);
  }
  if (open.empty()) return std::nullopt;
  // Where there is nothing to refer to yet no example helps.
  for (const auto& field : open)
    if (field.type == RecordFieldType::reference &&
        std::ranges::none_of(d.c.contributions, [&](const auto& it) { return may_refer_to(d, field, it); }))
      return no("RecordFieldsMissing", "",
                msg("records.fields_missing", "type"_is = type.name, "fields"_is = joined_names(open)),
                msg("records.nothing_named_none", "kinds"_is = kinds_of_reference(d, field)));
  // All that is open, in the words of the method: whoever takes it over and fills it in is done.
  auto record = way("case record", "case"_is = d.c.id, "type"_is = type.name);
  if (type.first_text() != nullptr) record.fields.push_back("text"_is = gap());
  for (const auto& field : open) {
    if (type.first_text() != nullptr && field.id == type.first_text()->id) continue;  // stands in front
    record.fields.push_back(
        "set"_is = text::in_both([&](Lang lang) { return field.name.in(lang) + "=" + sample_named(d, field, lang); }));
  }
  record.fields.push_back("as"_is = d.actor->name);
  return no("RecordFieldsMissing", "",
            msg("records.fields_missing", "type"_is = type.name, "fields"_is = joined_names(open)),
            msg("records.fields_missing_do", "field"_is = open.front().name, "record"_is = std::move(record)));
}

Record example_of(const Deciding& d, const RecordType& type, Lang lang) {
  Record record{type.id, {}, {}};
  for (const auto& field : type.parts) {
    if (!field.required && field.at_least == 0 && &field != type.first_text()) continue;
    if (&field == type.first_text()) record.text = sample_of(d, field, lang);
    else record.set.push_back(field.id + "=" + sample_of(d, field, lang));
  }
  if (record.text.empty() && record.set.empty() && !type.parts.empty())
    record.set.push_back(type.parts.front().id + "=" + sample_of(d, type.parts.front(), lang));
  return record;
}

const method::RecordType* declared(const Deciding& d, std::string_view kind) {
  if (d.method != nullptr)
    if (const auto* type = d.method->record_type(kind)) return type;
  for (const auto& pin : d.c.methods)
    if (const auto* method = d.library.pinned_method(pin))
      if (const auto* type = method->record_type(kind)) return type;
  return nullptr;
}

std::string field_called(const Deciding& d, const EventBody& body, const std::string& typed) {
  const auto* recorded = std::get_if<Recorded>(&body);
  const auto* type = recorded == nullptr ? nullptr : declared(d, recorded->type);
  const auto* field = type == nullptr ? nullptr : type->field_meant(typed);
  return field == nullptr ? field_meant(body, typed) : RecordedValue{field->id, field->type, {}}.key();
}

Outcome<std::string, Refusal> declared_value(const Deciding& d, const EventBody& body, std::string_view key,
                                             const std::string& typed) {
  const auto* recorded = std::get_if<Recorded>(&body);
  const auto* type = recorded == nullptr ? nullptr : declared(d, recorded->type);
  const auto own = recorded_key(key);
  const auto* field = type == nullptr || !own ? nullptr : type->field(own->field);
  if (field == nullptr) return typed;
  return value_from(d, *field, typed);
}

}  // namespace casus::engine
