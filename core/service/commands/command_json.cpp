// SPDX-License-Identifier: EUPL-1.2
#include "core/service/commands/command_json.hpp"

#include "core/base/citizen_number.hpp"
#include "core/base/json/json_fields.hpp"
#include "core/model/case.hpp"

#include <algorithm>
#include <iterator>

namespace casus::service {
namespace {

using fields::ObjectReader;
using nlohmann::json;

/// What stands on every line besides the command's own fields.
struct Envelope {
  std::string address;  ///< the case, the meeting or the session
  std::string by;
  std::string id;
  Time at{};
  std::optional<std::int64_t> expect;
  std::optional<Typist> seat;
};

enum class To { a_case, the_team, a_meeting, learning };

/// A command that is known: to whom it goes, and its number among those.
struct Known {
  std::string_view name;
  To to;
  std::size_t index;
};

template <class Body>
void add_known(std::vector<Known>& all, To to) {
  const auto add = [&]<std::size_t... I>(std::index_sequence<I...>) {
    (all.push_back({Body::template Alternative<I>::kName, to, I}), ...);
  };
  add(std::make_index_sequence<Body::kCount>());
}

void read_body(std::size_t index, ObjectReader& reader, auto& out) {
  out.become(index);
  std::visit([&](auto& body) { body.fields(body, reader); }, out);
}

/// By name.
const std::vector<Known>& known_commands() {
  static const auto all = [] {
    std::vector<Known> made;
    add_known<CommandBody>(made, To::a_case);
    add_known<TeamBody>(made, To::the_team);
    add_known<MeetingBody>(made, To::a_meeting);
    add_known<LearningBody>(made, To::learning);
    std::ranges::sort(made, {}, &Known::name);
    return made;
  }();
  return all;
}

/// What the commands to a case, a meeting and a session share; `address` is under "case", "meeting" or "session".
template <class Commanded>
Commanded read_addressed(const Known& known, ObjectReader& reader, Envelope& envelope) {
  if (known.to == To::learning) reader.optional("session", envelope.address);
  else reader.required(known.to == To::a_case ? "case" : "meeting", envelope.address);
  reader.required("by", envelope.by);
  reader.optional("at", envelope.at);
  reader.optional("id", envelope.id);
  reader.optional("expect", envelope.expect);
  reader.optional("seat", envelope.seat);
  Commanded command;
  read_body(known.index, reader, command.body);
  command.id = envelope.id;
  command.by = envelope.by;
  command.at = envelope.at;
  command.expect = envelope.expect;
  command.seat = std::move(envelope.seat);
  return command;
}

TeamCommand read_to_team(const Known& known, ObjectReader& reader, const json& in, Envelope& envelope,
                         Problems& problems) {
  reader.optional("by", envelope.by);
  reader.optional("at", envelope.at);
  reader.optional("id", envelope.id);
  reader.optional("seat", envelope.seat);
  for (const std::string_view key : {"case", "expect"}) {
    reader.allow(key);
    if (in.contains(key)) problems.push_back({fields::child("", key), tell("wrong.team_has_no", {{"key", key}})});
  }
  TeamCommand command;
  read_body(known.index, reader, command.body);
  command.id = envelope.id;
  command.by = envelope.by;
  command.at = envelope.at;
  command.seat = std::move(envelope.seat);
  return command;
}

AnyCommand read_line(const Known& known, const json& in, Envelope& envelope, Problems& problems) {
  ObjectReader reader(in, "", problems);
  std::string name;
  reader.required("do", name);
  AnyCommand out;
  if (known.to == To::a_case) {
    auto command = read_addressed<Command>(known, reader, envelope);
    command.case_id = envelope.address;
    out = std::move(command);
  } else if (known.to == To::a_meeting) {
    auto command = read_addressed<MeetingCommand>(known, reader, envelope);
    command.meeting = envelope.address;
    out = std::move(command);
  } else if (known.to == To::learning) {
    auto command = read_addressed<LearningCommand>(known, reader, envelope);
    command.session = envelope.address;
    out = std::move(command);
  } else {
    out = read_to_team(known, reader, in, envelope, problems);
  }
  reader.finish();
  return out;
}

const Known* known_command(std::string_view name) {
  const auto found = std::ranges::lower_bound(known_commands(), name, {}, &Known::name);
  return found == known_commands().end() || found->name != name ? nullptr : &*found;
}

/// Writes a command so that it reads back the same: an optional field is left out when it has the value that a fresh
/// command has, which is not always an empty one (`team_member`, `minutes`).
class CommandWriter {
 public:
  void required(std::string_view key, const auto& value) { put(key, false, fields::write(value)); }
  template <class T>
  void optional(std::string_view key, const T& value) {
    put(key, true, fields::write(value));
  }

  /// What is not as it is in `fresh`.
  json without(const CommandWriter& fresh) && {
    for (const auto& key : optional_keys_)
      if (out_[key] == fresh.out_.at(key)) out_.erase(key);
    return std::move(out_);
  }

 private:
  void put(std::string_view key, bool optional, json value) {
    out_[std::string(key)] = std::move(value);
    if (optional) optional_keys_.emplace_back(key);
  }

  json out_ = json::object();
  std::vector<std::string> optional_keys_;
};

json written(const auto& command) {
  const auto fields_of = [](const auto& body) {
    CommandWriter writer;
    std::visit([&](const auto& one) { one.fields(one, writer); }, body);
    return writer;
  };
  auto untouched = command.body;
  untouched.become(command.body.index());
  auto out = fields_of(command.body).without(fields_of(untouched));
  out["do"] = std::visit([](const auto& one) { return one.kName; }, command.body);
  if (command.at != Time{}) out["at"] = to_string(command.at);
  if (!command.id.empty()) out["id"] = command.id;
  return out;
}

/// What a command to the team has not.
void addressed(json& out, const auto& command) {
  out["by"] = command.by;
  if (command.expect) out["expect"] = *command.expect;
  if (command.seat) out["seat"] = fields::write(*command.seat);
}

/// Writes an event: a sealed field is a plain one here.
class EventWriter : public fields::ObjectWriter {
 public:
  using ObjectWriter::ObjectWriter;

  void secret(std::string_view key, const std::string&, const std::string& text) { optional(key, text); }
};

}  // namespace

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  std::ranges::transform(known_commands(), std::back_inserter(names), &Known::name);
  return names;
}

Outcome<AnyCommand, Problems> any_command_from(std::string_view line) {
  Problems problems;
  const json in = strict_json(line, kLineBounds, problems);
  if (in.is_null()) return failure(std::move(problems));

  const auto named = in.find("do");
  std::string name;
  if (named == in.end()) problems.push_back({"", fields::missing("do")});
  else fields::read(*named, name, "/do", problems);
  const auto* known = known_command(name);
  if (known == nullptr && named != in.end() && named->is_string())
    problems.push_back(
        {"/do", tell("wrong.no_command", {{"got", name}, {"near", fields::near(name, command_names())}})});
  if (known == nullptr) return failure(std::move(problems));

  Envelope envelope;
  auto command = read_line(*known, in, envelope, problems);
  if (envelope.expect && *envelope.expect < 0) problems.push_back({"/expect", tell("wrong.version_from")});
  // One that the program made is longer, and may have nine digits in a row by chance.
  constexpr std::size_t kMadeHere = 32;
  if (envelope.id.size() < kMadeHere && !citizen_numbers(envelope.id).empty())
    problems.push_back({"/id", tell("wrong.id_is_citizen_number")});
  if (!problems.empty()) return failure(std::move(problems));
  return command;
}

Outcome<Command, Problems> command_from(std::string_view line) {
  auto any = any_command_from(line);
  if (!any) return failure(std::move(any.error()));
  if (auto* command = std::get_if<Command>(&*any)) return std::move(*command);
  const auto to = std::holds_alternative<TeamCommand>(*any)      ? tell("wrong.to_the_team")
                  : std::holds_alternative<MeetingCommand>(*any) ? tell("wrong.to_a_meeting")
                                                                 : tell("wrong.to_learning");
  return failure(Problems{{"/do", tell("wrong.not_to_a_case", {{"to", to}})}});
}

json command_json(const Command& command) {
  auto out = written(command);
  out["case"] = command.case_id;
  addressed(out, command);
  return out;
}

json command_json(const TeamCommand& command) {
  auto out = written(command);
  if (!command.by.empty()) out["by"] = command.by;
  if (command.seat) out["seat"] = fields::write(*command.seat);
  return out;
}

json command_json(const MeetingCommand& command) {
  auto out = written(command);
  out["meeting"] = command.meeting;
  addressed(out, command);
  return out;
}

json command_json(const LearningCommand& command) {
  auto out = written(command);
  if (!command.session.empty()) out["session"] = command.session;
  addressed(out, command);
  return out;
}

namespace {

json kept_json(const auto& event, std::int64_t number) {
  json out = json::object();
  std::visit(
      [&](const auto& body) {
        EventWriter writer(out);
        std::decay_t<decltype(body)>::fields(body, writer);
      },
      event.body);
  out.erase("written");  // of when it was typed only rights are counted
  out["number"] = number;
  out["event"] = std::visit([](const auto& body) { return std::string_view(body.kName); }, event.body);
  out["at"] = to_string(event.at);
  out["by"] = event.by;
  if (event.seat) out["seat"] = fields::write(*event.seat);
  return out;
}

}  // namespace

json event_json(const Event& event, std::int64_t number) { return kept_json(event, number); }

json event_json(const Event& event, std::int64_t number, bool shown, bool unnamed) {
  auto all = event_json(event, number);
  if (unnamed) {
    all["by"] = kSomebody;
    // Which it was stands elsewhere, with the words; here it would say who was first, or who put it right.
    for (const auto* key : {"seat", "id", "ref", "number"}) all.erase(key);
  }
  if (shown) return all;
  // Named what stays, so that a field that is added later does not tell.
  json out{{"unseen", true}};
  for (const auto* key : {"number", "event", "at", "by", "seat", "id", "ref"})
    if (const auto found = all.find(key); found != all.end()) out[key] = std::move(*found);
  return out;
}

json event_json(const TeamEvent& event, std::int64_t number) {
  auto out = kept_json(event, number);
  if (event.by.empty()) out.erase("by");
  return out;
}

}  // namespace casus::service
