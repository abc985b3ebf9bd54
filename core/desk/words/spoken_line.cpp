// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/spoken_line.hpp"

#include "core/base/record_line.hpp"
#include "core/base/text.hpp"
#include "core/desk/words/meeting_word.hpp"
#include "core/method/definition.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace casus::desk {

namespace {

/// "cijfer=6" as it is said at the table: "cijfer: 6".
std::string field_by_name(const std::string& set) {
  const auto sign = set.find('=');
  return sign == std::string::npos ? set : set.substr(0, sign) + ": " + set.substr(sign + 1);
}

const service::SaidKind* kind_of_record(const Record& record, const service::Table& table) {
  for (const auto* kinds : {&table.kinds, &table.other_kinds})
    for (const auto& one : *kinds)
      if (one.key == record.type) return &one;
  return nullptr;
}

/// "about=b2" with what people call it: "waarvan=b2". Where a name cannot be typed so, the id stays.
std::string as_people_call_it(const std::string& set, const service::SaidKind* kind) {
  const auto sign = set.find('=');
  if (kind == nullptr || sign == std::string::npos) return set;
  const auto part = std::ranges::find(kind->parts, set.substr(0, sign), &service::SaidKind::Part::id);
  if (part == kind->parts.end() || !fits_in_record_line(part->name)) return set;
  auto value = set.substr(sign + 1);
  const auto option = std::ranges::find(part->options, value, &std::pair<std::string, std::string>::first);
  if (option != part->options.end() && fits_in_record_line(option->second)) value = option->second;
  return part->name + "=" + value;
}

}  // namespace

std::string record_in_line(const Record& record, const service::Table& table) {
  auto parts = record.text;
  for (const auto& set : record.set)
    parts += (parts.empty() ? "" : "; ") + field_by_name(as_people_call_it(set, kind_of_record(record, table)));
  return parts;
}

std::string spoken_line(const Command& command, const service::Table& table, const text::Voice& voice) {
  if (const auto* say = std::get_if<Say>(&command.body)) {
    std::string kind = say->kind;
    for (const auto* kinds : {&table.other_kinds, &table.kinds})
      for (const auto& one : *kinds)
        if (one.key == say->kind) kind = one.name.substr(0, one.name.find(':'));
    if (say->answer && *say->answer != Answer::none) kind += ' ' + label(*say->answer, voice);
    if (!say->to.empty()) kind += ' ' + voice.say("line.to_whom", "name"_is = say->to);
    return fmt::format("{} {}{}: {}", command.by, kind, say->re.empty() ? "" : " " + say->re, say->text);
  }
  if (const auto* record = std::get_if<Record>(&command.body)) {
    const auto* kind = kind_of_record(*record, table);
    return fmt::format("{} {}: {}", command.by, kind == nullptr ? record->type : kind->name,
                       record_in_line(*record, table));
  }
  if (const auto* next = std::get_if<NextStep>(&command.body))
    return next->because.empty() ? voice.say("guided_looking.next")
                                 : voice.say("guided_looking.next_because", "because"_is = next->because);
  if (std::holds_alternative<Pass>(command.body)) return voice.say("guided_looking.pass", "by"_is = command.by);
  if (const auto* choose = std::get_if<ChooseBranch>(&command.body))
    return voice.say("guided_looking.choose", "branch"_is = choose->branch);
  if (const auto* move = std::get_if<MoveToGroup>(&command.body))
    return fmt::format("{} {} {}", name_of(Ask::group, voice), move->person, move->group);
  return {};
}

namespace {

/// "netwerk: oma, vrienden, samenleving".
std::optional<std::string> people_word(const text::Way& way, const text::Voice& voice) {
  std::string parts;
  for (const auto& field : way.fields) {
    if (field.name == "case") continue;
    if (field.name != "name" && field.name != "shell" && field.name != "quadrant") return std::nullopt;
    auto value = voice.write(field.value);
    for (const auto& shell : names_of(Shell{}))
      if (field.name == "shell" && shell.key == value) value = label(shell.value, voice);
    for (const auto& quadrant : names_of(Quadrant{}))
      if (field.name == "quadrant" && quadrant.key == value) value = label(quadrant.value, voice);
    parts += (parts.empty() ? "" : ", ") + value;
  }
  return name_of(Ask::network, voice) + ": " + parts;
}

/// "trek b3 in omdat REDEN", "corrigeer b3 omdat REDEN: TEKST".
std::optional<std::string> mending_word(const text::Way& way, const text::Voice& voice) {
  std::string ref = "b1", because = voice.say("line.reason_here"), words = voice.say("gap.words");
  for (const auto& field : way.fields) {
    const bool known = field.name == "case" || field.name == "ref" || field.name == "because" || field.name == "text";
    if (!known) return std::nullopt;
    if (field.value.kind() == text::Value::Kind::gap && field.name != "ref") continue;
    if (field.name == "ref") ref = voice.write(field.value);
    else if (field.name == "because") because = voice.write(field.value);
    else if (field.name == "text") words = voice.write(field.value);
  }
  if (way.path == "case withdraw") return voice.say("line.withdraw_because", "ref"_is = ref, "because"_is = because);
  if (way.path == "case restore") return voice.say("line.restore_because", "ref"_is = ref, "because"_is = because);
  return voice.say("line.correct_because", "ref"_is = ref, "because"_is = because, "text"_is = words);
}

/// "meldcode 2 met collega: besproken", "meldcode 4 kinderen ja, vermoeden JA OF NEE: ...": as the line is read.
std::optional<std::string> meldcode_word(const text::Way& way, const text::Voice& voice) {
  using text::msg;
  static const std::array<std::pair<std::string_view, text::Message>, 8> kAnswers{
      {{"children", msg("line.meldcode_children")},
       {"suspicion", msg("line.meldcode_suspicion")},
       {"unsafe", msg("line.meldcode_unsafe")},
       {"help-works", msg("line.meldcode_help")},
       {"help-taken", msg("line.meldcode_taken")},
       {"safe-in-time", msg("line.meldcode_in_time")},
       {"report-needed", msg("line.meldcode_report")},
       {"help-possible", msg("line.meldcode_help")}}};
  const auto first = [&](const text::Message& list) {
    const auto all = list.in(voice);
    return all.substr(0, all.find(','));
  };
  auto line = name_of(Ask::meldcode, voice);
  std::string answers, words = "...";
  for (const auto& field : way.fields) {
    const bool open = field.value.kind() == text::Value::Kind::gap;
    std::string said;
    if (field.name == "case") continue;
    if (field.name == "step") line += ' ' + voice.write(field.value);
    else if (field.name == "text") words = open ? words : voice.write(field.value);
    else if (field.name == "consulted")
      said = first(msg("line.meldcode_with")) + ' ' +
             (open ? folded(label(Consulted::colleague, voice)) : voice.write(field.value));
    else if (const auto found = std::ranges::find(kAnswers, field.name, &decltype(kAnswers)::value_type::first);
             found != kAnswers.end())
      said = first(found->second) + ' ' + voice.write(field.value);
    else return std::nullopt;
    if (!said.empty()) answers += (answers.empty() ? " " : ", ") + said;
  }
  return line + answers + ": " + words;
}

/// "hoopt: WAT DE INBRENGER HOOPT", "vraag: DE VRAAG VAN DE INBRENGER?".
std::optional<std::string> asking_word(const text::Way& way, const text::Voice& voice) {
  std::optional<Ask> open;
  for (const auto& field : way.fields) {
    if (field.name != "case" && field.name != "text" && field.name != "hoped-for") return std::nullopt;
    if (field.value.kind() != text::Value::Kind::gap) continue;
    if (open) return std::nullopt;
    open = field.name == "text" ? Ask::question : Ask::hopes;
  }
  if (!open) return std::nullopt;
  return std::ranges::find(meeting_words(), *open, &MeetingWord::ask)->form.in(voice);
}

/// "netwerk: oma": somebody of the circle who is in the case and not at the table.
std::optional<std::string> circle_word(const text::Way& way, const text::Voice& voice) {
  std::string name;
  bool circle = false, absent = false;
  for (const auto& field : way.fields) {
    if (field.name == "case") continue;
    if (field.name == "name" && field.value.kind() != text::Value::Kind::gap) name = voice.write(field.value);
    else if (field.name == "role") circle = voice.write(field.value) == key(Role::circle);
    else if (field.name == "absent") absent = true;
    else return std::nullopt;
  }
  if (name.empty() || name.find_first_of(",;:") != std::string::npos || !circle || !absent) return std::nullopt;
  return name_of(Ask::network, voice) + ": " + name;
}

/// "begin NAAM": with who is there.
std::optional<std::string> starting_word(const text::Way& way, const text::Voice& voice) {
  auto line = name_of(Ask::start, voice);
  for (bool first = true; const auto& field : way.fields) {
    if (field.name != "present") return std::nullopt;
    line += (std::exchange(first, false) ? " " : ", ") + voice.write(field.value);
  }
  return line;
}

/// "ria antwoord b27: ...": what is said in answer to something, by whom.
std::optional<std::string> answering_word(const text::Way& way, const text::Voice& voice) {
  std::string who, kind, re;
  for (const auto& field : way.fields) {
    if (field.name == "as") who = folded(voice.write(field.value));
    else if (field.name == "kind") kind = method::kind_label(nullptr, voice.write(field.value), voice.lang());
    else if (field.name == "re") re = voice.write(field.value);
    else if (field.name != "case" && field.name != "text") return std::nullopt;
  }
  if (who.empty() || kind.empty() || re.empty()) return std::nullopt;
  return fmt::format("{} {} {}: ...", who, kind, re);
}

/// "ria schatting: ...; waarvan: b2": a record with each of its fields by its name.
std::optional<std::string> recording_word(const text::Way& way, const text::Voice& voice) {
  std::string who, type, parts;
  const auto add = [&](const std::string& part) { parts += (parts.empty() ? "" : "; ") + part; };
  for (const auto& field : way.fields) {
    const bool open = field.value.kind() == text::Value::Kind::gap;
    const auto value = open ? std::string() : voice.write(field.value);
    if (field.name == "as" && !open) who = folded(value);
    else if (field.name == "type" && !open) type = value;
    else if (field.name == "text") add(open ? "..." : value);
    else if (field.name == "set" && !open) add(field_by_name(value));
    else if (field.name != "case") return std::nullopt;
  }
  if (who.empty() || type.empty() || parts.empty()) return std::nullopt;
  return fmt::format("{} {}: {}", who, type, parts);
}

}  // namespace

std::optional<std::string> word_for(const text::Way& way, const text::Voice& voice) {
  static constexpr std::array<std::pair<std::string_view, Ask>, 3> kWords{
      {{"case safety concern", Ask::concern}, {"case safety acute", Ask::acute}, {"case safety handle", Ask::handled}}};
  if (way.path == "network add") return people_word(way, voice);
  if (way.path == "case join") return circle_word(way, voice);
  if (way.path == "case withdraw" || way.path == "case correct" || way.path == "case restore")
    return mending_word(way, voice);
  if (way.path == "case safety step") return meldcode_word(way, voice);
  if (way.path == "meeting start") return starting_word(way, voice);
  if (way.path == "case question") return asking_word(way, voice);
  if (way.path == "case say") return answering_word(way, voice);
  if (way.path == "case record") return recording_word(way, voice);
  const auto found = std::ranges::find(kWords, way.path, &std::pair<std::string_view, Ask>::first);
  if (found == kWords.end()) return std::nullopt;
  auto line = name_of(found->second, voice);
  for (const auto& field : way.fields) {
    if (field.name == "case") continue;
    if (field.name != "text") return std::nullopt;
    if (field.value.kind() == text::Value::Kind::gap)
      return std::ranges::find(meeting_words(), found->second, &MeetingWord::ask)->form.in(voice);
    line += ": " + voice.write(field.value);
  }
  return line;
}

}  // namespace casus::desk
