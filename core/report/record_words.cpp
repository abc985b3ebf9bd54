// SPDX-License-Identifier: EUPL-1.2
#include "core/report/history/naming.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>

#include <algorithm>

/// Records with declared fields, in words: the definition says what fields and answers are called. Where it is not to
/// be had they are called as files write them.
namespace casus::report {

using namespace text::literals;

namespace {

std::string option_name(const method::RecordField* field, std::string_view id, const text::Voice& voice) {
  const auto* option = field == nullptr ? nullptr : field->option(id);
  return option == nullptr ? std::string(id) : option->name.in(voice);
}

/// "7 (0: ..., 10: ...)": what the number lies between.
std::string on_scale(const method::RecordField* field, const std::string& value, const text::Voice& voice) {
  if (field == nullptr || !field->scale) return value;
  const auto& scale = *field->scale;
  return text::say(voice, "records.on_scale", "value"_is = value, "min"_is = scale.min, "low"_is = scale.low.in(voice),
                   "max"_is = scale.max, "high"_is = scale.high.in(voice));
}

}  // namespace

std::string fields_in_words(const method::RecordType& type, const text::Voice& voice) {
  std::string all;
  for (const auto& field : type.parts) {
    std::string what;
    if (!field.options.empty()) {
      for (const auto& option : field.options) what += (what.empty() ? "" : " / ") + option.name.in(voice);
    } else if (field.scale) {
      what = text::say(voice, "records.from_to", "min"_is = field.scale->min, "max"_is = field.scale->max);
    } else if (field.type != RecordFieldType::text) {
      what = label(field.type, voice);
    }
    auto one = field.name.in(voice) + (what.empty() ? "" : ": " + what);
    if (!field.required && field.at_least == 0) one = '[' + one + ']';
    all += (all.empty() ? "" : "; ") + one;
  }
  return all;
}

std::string Naming::value_words(const method::RecordField* field, RecordFieldType type,
                                const std::string& value) const {
  switch (type) {
    case RecordFieldType::text: return value;
    case RecordFieldType::number: return on_scale(field, value, voice_);
    case RecordFieldType::choice: return option_name(field, value, voice_);
    case RecordFieldType::person: return person(state_.became(value));
    case RecordFieldType::day: {
      const auto on = date_from(value);
      return on ? day(*on, voice_) : value;
    }
    case RecordFieldType::reference: {
      auto what = about(value);
      const auto gone = std::ranges::find(state_.taken_back, value, &TakenBack::ref);
      if (what.empty() && gone != state_.taken_back.end() && !state_.is_anonymous(*gone))
        what = text::say(voice_, "records.taken_back");
      return what.empty() ? value : fmt::format("{} ({})", value, what);
    }
    case RecordFieldType::checklist: {
      std::string all;
      for (std::string_view rest = value; !rest.empty();) {
        const auto end = std::min(rest.find(kBetweenItems), rest.size());
        all += (all.empty() ? "" : ", ") + option_name(field, rest.substr(0, end), voice_);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
      return all;
    }
  }
  return value;
}

std::vector<Naming::Filled> Naming::filled(std::string_view method_id, std::string_view type,
                                           const std::vector<RecordedValue>& values) const {
  const auto* definition = method(method_id);
  const auto* declared = definition == nullptr ? nullptr : definition->record_type(type);
  std::vector<Filled> all;
  for (const auto& one : values) {
    if (one.value.empty()) continue;
    const auto* field = declared == nullptr ? nullptr : declared->field(one.field);
    all.push_back(
        {one.field, field == nullptr ? one.field : field->name.in(voice_), value_words(field, one.type, one.value)});
  }
  return all;
}

std::vector<Naming::Filled> Naming::filled(const Contribution& record) const {
  return filled(method_of(record), record.kind, record.values);
}

std::vector<Naming::Filled> Naming::beside_text(std::string_view method_id, std::string_view type,
                                                const std::vector<RecordedValue>& values) const {
  auto all = filled(method_id, type, values);
  const auto first = std::ranges::find_if(
      values, [](const RecordedValue& one) { return one.type == RecordFieldType::text && !one.value.empty(); });
  if (first != values.end()) std::erase_if(all, [&](const Filled& one) { return one.field == first->field; });
  return all;
}

std::vector<Naming::Filled> Naming::beside_text(const Contribution& record) const {
  return beside_text(method_of(record), record.kind, record.values);
}

std::string Naming::words(std::string_view method_id, std::string_view type,
                          const std::vector<RecordedValue>& values) const {
  auto all = first_text(values);
  for (const auto& one : beside_text(method_id, type, values))
    all += fmt::format("{}{}: {}", all.empty() ? "" : "; ", one.name, one.value);
  return all;
}

std::string Naming::words(const Contribution& said) const {
  return said.is_record() ? words(method_of(said), said.kind, said.values) : said.text;
}

std::string Naming::or_gone(const std::string& words) const {
  return words.empty() ? text::say(voice_, "history.text_gone") : words;
}

std::string Naming::typed_mark(const Contribution& said) const {
  if (said.typed_visit < 0 || state_.is_anonymous(said)) return {};
  const auto& typed = state_.visits[static_cast<std::size_t>(said.typed_visit)];
  const bool same_round = said.visit >= 0 && state_.visits[static_cast<std::size_t>(said.visit)].round == typed.round;
  return " (" +
         (same_round
              ? text::say(voice_, "case.typed_in", "step"_is = step_name(typed))
              : text::say(voice_, "case.typed_in_round", "step"_is = step_name(typed), "round"_is = typed.round)) +
         ')';
}

std::string Naming::words(const std::vector<VoteFor>& choices, std::optional<VoteHow> how) const {
  const bool counts =
      how ? *how != VoteHow::choose : std::ranges::any_of(choices, [](const VoteFor& one) { return one.points != 1; });
  std::string all;
  for (const auto& one : choices) {
    const auto what = about(one.of);
    all += fmt::format("{}{}{}", all.empty() ? "" : "; ", one.of, what.empty() ? "" : " (" + what + ")");
    if (counts) all += ": " + text::say(voice_, "votes.points", "points"_is = one.points);
  }
  return all;
}

std::string Naming::method_of(const Made& made) const {
  const auto visit = static_cast<std::size_t>(made.visit);
  return made.visit >= 0 && visit < state_.visits.size() ? state_.visits[visit].method : state_.methods[0].id;
}

std::optional<Naming::Filled> Naming::reads_now(std::string_view ref, const FieldNow& now) const {
  const auto own = recorded_key(now.field);
  if (!own) return std::nullopt;
  const auto record = std::ranges::find(state_.contributions, ref, &Contribution::id);
  if (record == state_.contributions.end()) return Filled{now.field, std::string(own->field), now.to};
  const auto* definition = method(method_of(*record));
  const auto* type = definition == nullptr ? nullptr : definition->record_type(record->kind);
  const auto* field = type == nullptr ? nullptr : type->field(own->field);
  return Filled{now.field, field == nullptr ? std::string(own->field) : field->name.in(voice_),
                value_words(field, own->type, now.to)};
}

}  // namespace casus::report
