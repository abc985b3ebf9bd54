// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/training/sitting_ways.hpp"

#include "core/desk/forms/form.hpp"
#include "core/desk/typed/command_text.hpp"
#include "core/desk/typed/typed_way.hpp"
#include "core/desk/words/meeting_word.hpp"
#include "core/desk/words/spoken_line.hpp"
#include "core/model/person_name.hpp"
#include "core/service/commands/command_json.hpp"
#include "core/service/table/saying_kind.hpp"
#include "core/service/table/table.hpp"
#include "core/text/field_place.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::desk {
namespace {

/// Whether the line, typed in this training, gives this command.
bool gives(const Trainee& trainee, const std::string& line, const Command& command, const service::Table& table) {
  auto understood = understand(trainee, line);
  const auto* move = std::get_if<training::Move>(&understood);
  const auto* body = move == nullptr ? nullptr : std::get_if<CommandBody>(&move->body);
  if (body == nullptr || !same_name(move->by, command.by)) return false;
  // What is said as a kind that the method declares becomes a record of it.
  const auto* record = std::get_if<Record>(&command.body);
  if (const auto* say = std::get_if<Say>(body); say != nullptr && record != nullptr)
    return say->kind == record->type && say->text == record_in_line(*record, table) && say->re.empty();
  auto wanted = command.body;
  if (auto* say = std::get_if<Say>(&wanted))
    *say = service::completed(trainee.play.state(), trainee.play.library(), command.by, std::move(*say));
  return service::command_json({{}, {}, {}, {}, {}, *body}) == service::command_json({{}, {}, {}, {}, {}, wanted});
}

/// "doel: WAT": what a plan lacks, with a gap for all that is to be said of it; empty for the rest.
std::string form_for(const text::Way& way, const text::Voice& voice) {
  const auto is_open = [](const text::Argument& field) {
    return field.name == "case" || field.value.kind() == text::Value::Kind::gap;
  };
  const auto ask = way.path == "plan goal" ? Ask::goal : Ask::action;
  if ((ask == Ask::action && way.path != "plan action") || !std::ranges::all_of(way.fields, is_open)) return {};
  const auto& words = meeting_words();
  return std::ranges::find(words, ask, &MeetingWord::ask)->form.in(voice);
}

/// The words of a training for what is asked most; empty for the rest.
std::string said_shortly(const text::Way& way, const text::Voice& voice) {
  const bool bare = way.fields.size() == 1;  // the case alone
  if (way.path == "case why" && bare) return name_of(Ask::why, voice);
  if (way.path == "case suggest" && bare) return name_of(Ask::suggest, voice);
  if (way.path == "plan show" && bare) return name_of(Ask::plan, voice);
  if (way.path == "network show" && bare) return name_of(Ask::network, voice);
  if (way.path == "case next" && bare) return name_of(Ask::next, voice);
  if (way.path == "case pass" && bare) return name_of(Ask::pass, voice);
  if (way.path == "case next" && way.fields.size() == 2 && way.fields[1].value.kind() == text::Value::Kind::gap)
    return voice.say("guided_lines.next_because_reason");
  return form_for(way, voice);
}

/// The same, with who does it in front: "Femke: pas".
std::string said_in_name(const text::Way& way, const text::Voice& voice) {
  const auto doer = std::ranges::find(way.fields, "as", &text::Argument::name);
  if (doer == way.fields.end()) return said_shortly(way, voice);
  if (doer->value.kind() == text::Value::Kind::gap) return {};
  auto bare = way;
  std::erase_if(bare.fields, [](const text::Argument& field) { return field.name == "as"; });
  auto shortly = said_shortly(bare, voice);
  return shortly.empty() ? shortly : voice.write(doer->value) + ": " + shortly;
}

}  // namespace

std::string sitting_line(const Trainee& trainee, const Command& command) {
  const auto& play = trainee.play;
  const auto table = service::table(play.state(), play.library(), play.clock(), trainee.voice);
  auto spoken = spoken_line(command, table, trainee.voice);
  for (const auto& line : {spoken, command.by + ": " + spoken})
    if (!spoken.empty() && gives(trainee, line, command, table)) return line;
  auto typed = desk::typed(
      {{}, {}, same_name(command.by, trainee.by) ? std::string() : command.by, {}, {}, command.body}, trainee.voice);
  if (typed.starts_with("casus ")) typed.erase(0, std::string_view("casus ").size());
  return typed;
}

std::string SittingWays::write(const text::Way& way, const text::Voice& voice) const {
  // At the table something is said, not filled in as an option of a command.
  if (const auto field = text::field_of(way)) return field_in_words({}, *field, voice);
  const bool about_this =
      way.path.starts_with("case ") || way.path.starts_with("plan ") || way.path.starts_with("network ");
  const auto of_case = [](const text::Argument& field) { return field.name == "case"; };
  const auto named = std::ranges::find_if(way.fields, of_case);
  if (!about_this || named == way.fields.end() || voice.write(named->value) != case_id_())
    return desk_.own_voice().in(voice.lang()).write(way);
  if (way.path == "case record")
    if (auto spoken = word_for(way, voice)) return std::move(*spoken);
  if (auto shortly = said_in_name(way, voice); !shortly.empty()) return shortly;
  auto here = way;
  std::erase_if(here.fields, of_case);
  const auto typed = typed_way(catalogue(), here, voice);
  return typed.line + typed.options;
}

}  // namespace casus::desk
