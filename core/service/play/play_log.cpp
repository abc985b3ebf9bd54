// SPDX-License-Identifier: EUPL-1.2
#include "core/service/play/play_log.hpp"

#include "core/base/json/json_fields.hpp"
#include "core/service/commands/command_json.hpp"

#include <algorithm>

namespace casus::service {
namespace {

using nlohmann::json;
using training::Move;

/// Format 1 had no scenario in it, format 2 no method and no workflow, format 3 not what was heard.
constexpr int kLogFormat = 4;
/// The first line holds a whole scenario, method and workflow.
constexpr JsonBounds kSetupBounds{std::size_t{4} << 20, 32, {}};
/// Commands are read by the reader of `apply`, which wants a case; the play knows which.
constexpr std::string_view kAnyCase = "training";

template <std::size_t I = 1>
bool read_move_body(const std::string& name, fields::ObjectReader& reader, training::PlayBody& out) {
  if constexpr (I < std::variant_size_v<training::PlayBody>) {
    using Body = std::variant_alternative_t<I, training::PlayBody>;
    if (name != Body::kName) return read_move_body<I + 1>(name, reader, out);
    Body body;
    Body::fields(body, reader);
    out = std::move(body);
    return true;
  } else {
    return false;
  }
}

template <std::size_t I = 1>
bool is_move_name(std::string_view name) {
  if constexpr (I < std::variant_size_v<training::PlayBody>)
    return name == std::variant_alternative_t<I, training::PlayBody>::kName || is_move_name<I + 1>(name);
  else return false;
}

template <std::size_t I = 1>
void move_names(std::vector<std::string_view>& out) {
  if constexpr (I < std::variant_size_v<training::PlayBody>) {
    out.push_back(std::variant_alternative_t<I, training::PlayBody>::kName);
    move_names<I + 1>(out);
  }
}

Outcome<Move, Problems> command_move(json in, const std::string& name, Problems problems) {
  for (const auto* own : {"case", "id", "expect", "seat"})
    if (in.contains(own)) problems.push_back({fields::child("", own), tell("wrong.move_has_none")});
  if (!problems.empty()) return failure(std::move(problems));
  in["case"] = kAnyCase;
  auto command = command_from(in.dump());
  if (!command) {
    auto wrong = std::move(command.error());
    const auto known = command_names();
    if (std::ranges::find(known, name) == known.end()) {
      std::vector<std::string_view> all = known;
      move_names(all);
      wrong = {{"/do", tell("wrong.no_move", {{"got", name}, {"near", fields::near(name, all)}})}};
    }
    return failure(std::move(wrong));
  }
  Move move{command->by, std::nullopt, std::move(command->body)};
  if (command->at != Time{}) move.at = command->at;
  return move;
}

/// What was heard in a move when it was played: taken out of its line, for it is part of no command.
std::optional<std::vector<std::string>> take_heard(json& in, Problems& problems) {
  if (!in.contains("heard")) return std::nullopt;
  std::vector<std::string> heard;
  auto only = json::object();
  only["heard"] = in["heard"];
  fields::ObjectReader reader(only, "", problems);
  reader.required("heard", heard);
  in.erase("heard");
  return heard;
}

json command_of(const CommandBody& body) {
  auto out = command_json(Command{{}, std::string(kAnyCase), "x", {}, std::nullopt, body});
  out.erase("case");
  return out;
}

json body_json(const training::PlayBody& body) {
  return std::visit(
      [](const auto& it) {
        if constexpr (std::is_same_v<std::decay_t<decltype(it)>, CommandBody>) {
          return command_of(it);
        } else {
          json out = json::object();
          fields::ObjectWriter writer(out);
          std::decay_t<decltype(it)>::fields(it, writer);
          out["do"] = it.kName;
          return out;
        }
      },
      body);
}

/// The oldest format that holds all that this run keeps.
int format_of(const training::Setup& setup) {
  if (!setup.kept_method.empty()) return setup.keeps_heard ? kLogFormat : 3;
  return setup.kept_scenario.empty() ? 1 : 2;
}

std::string_view word(training::CameOut::What what) {
  switch (what) {
    case training::CameOut::What::fact: return "fact";
    case training::CameOut::What::event: return "event";
    case training::CameOut::What::effect: return "effect";
    case training::CameOut::What::decision: return "decision";
    case training::CameOut::What::hint: return "hint";
    case training::CameOut::What::mood: return "mood";
    case training::CameOut::What::late: return "late";
  }
  return "";
}

}  // namespace

Outcome<training::Setup, Problems> setup_from(std::string_view line) {
  Problems problems;
  const auto in = strict_json(line, kSetupBounds, problems);
  if (!in.is_object()) return failure(std::move(problems));
  training::Setup setup;
  fields::ObjectReader reader(in, "", problems);
  int format = kLogFormat;
  for (const int before : {1, 2, 3})
    if (in.contains("format") && in["format"] == before) format = before;
  reader.format(format);
  reader.required("play", setup);
  if (format > 1) reader.required("scenario", setup.kept_scenario);
  if (format > 2) {
    reader.required("method", setup.kept_method);
    reader.required("workflow", setup.kept_workflow);
  }
  setup.keeps_heard = format > 3;
  reader.finish();
  if (problems.empty() && !is_id(setup.run)) problems.push_back({"/play/run", tell("wrong.id", {{"got", setup.run}})});
  if (!problems.empty()) return failure(std::move(problems));
  return setup;
}

std::string setup_line(const training::Setup& setup) {
  nlohmann::ordered_json out;
  const int format = format_of(setup);
  out["format"] = format;
  out["play"] = fields::write(setup);
  if (format > 1) out["scenario"] = setup.kept_scenario;
  if (format > 2) {
    out["method"] = setup.kept_method;
    out["workflow"] = setup.kept_workflow;
  }
  return out.dump();
}

Outcome<Move, Problems> move_from(std::string_view line) {
  Problems problems;
  auto in = strict_json(line, kLineBounds, problems);
  if (!in.is_object()) return failure(std::move(problems));
  const auto name = in.contains("do") && in["do"].is_string() ? in["do"].get<std::string>() : std::string();
  auto heard = take_heard(in, problems);
  if (!is_move_name(name)) {
    auto of_case = command_move(std::move(in), name, std::move(problems));
    if (of_case) of_case->heard = std::move(heard);
    return of_case;
  }
  Move move;
  move.heard = std::move(heard);
  fields::ObjectReader reader(in, "", problems);
  std::string said;
  reader.required("do", said);
  reader.required("by", move.by);
  reader.optional("at", move.at);
  read_move_body(name, reader, move.body);
  reader.finish();
  if (!problems.empty()) return failure(std::move(problems));
  return move;
}

std::string move_line(const Move& move, Time at) {
  auto out = body_json(move.body);
  out["by"] = move.by;
  out["at"] = to_string(at);
  if (move.heard) out["heard"] = *move.heard;
  return out.dump();
}

json came_out_json(const training::CameOut& out, Lang lang) {
  json it{{"what", word(out.what)}, {"id", out.id}, {"text", out.text.in(lang)}, {"at", to_string(out.at)}};
  if (!out.by.empty()) it["by"] = out.by;
  return it;
}

json beat_json(const training::Beat& beat, const text::Voice& voice) {
  const auto lang = voice.lang();
  json out{{"move", beat.number}, {"at", to_string(beat.at)}, {"ok", !beat.refusal.has_value()}};
  if (beat.refusal)
    out["refused"] = {{"name", beat.refusal->name},
                      {"rule", beat.refusal->rule},
                      {"reason", beat.refusal->reason.in(lang)},
                      {"remedy", beat.refusal->remedies_in(voice)}};
  if (beat.taken_back > 0) out["taken_back"] = beat.taken_back;
  out["events"] = json::array();
  for (const auto& event : beat.events) out["events"].push_back(name_of(event.body));
  out["came_out"] = json::array();
  for (const auto& one : beat.came_out) out["came_out"].push_back(came_out_json(one, lang));
  return out;
}

}  // namespace casus::service
