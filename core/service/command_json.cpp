// SPDX-License-Identifier: EUPL-1.2
#include "core/service/command_json.hpp"

#include "core/base/json_fields.hpp"

#include <algorithm>
#include <iterator>

namespace casus::service {
namespace {

using fields::ObjectReader;
using nlohmann::json;

/// What stands on every line besides the command's own fields.
struct Envelope {
  std::string address;  ///< the case or the meeting
  std::string by;
  std::string id;
  Time at{};
  std::optional<std::int64_t> expect;
  std::optional<Typist> seat;
};

/// What the commands to a case and to a meeting share; `address` is under "case" or "meeting".
template <class Commanded, class Body>
AnyCommand read_addressed(const json& in, std::string_view address_key, Envelope& envelope, Problems& problems) {
  ObjectReader reader(in, "", problems);
  std::string name;
  reader.required("do", name);
  reader.required(address_key, envelope.address);
  reader.required("by", envelope.by);
  reader.optional("at", envelope.at);
  reader.optional("id", envelope.id);
  reader.optional("expect", envelope.expect);
  reader.optional("seat", envelope.seat);
  Body body;
  Body::fields(body, reader);
  reader.finish();
  return Commanded{envelope.id,     envelope.address,        envelope.by, envelope.at, envelope.expect,
                   std::move(body), std::move(envelope.seat)};
}

template <class Body>
AnyCommand read_case(const json& in, Envelope& envelope, Problems& problems) {
  return read_addressed<Command, Body>(in, "case", envelope, problems);
}

template <class Body>
AnyCommand read_meeting(const json& in, Envelope& envelope, Problems& problems) {
  return read_addressed<MeetingCommand, Body>(in, "meeting", envelope, problems);
}

template <class Body>
AnyCommand read_team(const json& in, Envelope& envelope, Problems& problems) {
  ObjectReader reader(in, "", problems);
  std::string name;
  reader.required("do", name);
  reader.optional("at", envelope.at);
  reader.optional("id", envelope.id);
  for (const std::string_view key : {"case", "by", "expect", "seat"}) {
    reader.allow(key);
    if (in.contains(key))
      problems.push_back({fields::child("", key), "a command to the team has no '" + std::string(key) + "'"});
  }
  Body body;
  Body::fields(body, reader);
  reader.finish();
  return TeamCommand{envelope.id, envelope.at, std::move(body)};
}

struct Reader {
  std::string_view name;
  AnyCommand (*read)(const json&, Envelope&, Problems&);
};

template <class... Bodies>
void add_case(std::vector<Reader>& readers, const std::variant<Bodies...>*) {
  (readers.push_back({Bodies::kName, &read_case<Bodies>}), ...);
}

template <class... Bodies>
void add_team(std::vector<Reader>& readers, const std::variant<Bodies...>*) {
  (readers.push_back({Bodies::kName, &read_team<Bodies>}), ...);
}

template <class... Bodies>
void add_meeting(std::vector<Reader>& readers, const std::variant<Bodies...>*) {
  (readers.push_back({Bodies::kName, &read_meeting<Bodies>}), ...);
}

/// By name.
const std::vector<Reader>& readers() {
  static const auto all = [] {
    std::vector<Reader> made;
    add_case(made, static_cast<const CommandBody*>(nullptr));
    add_team(made, static_cast<const TeamBody*>(nullptr));
    add_meeting(made, static_cast<const MeetingBody*>(nullptr));
    std::ranges::sort(made, {}, &Reader::name);
    return made;
  }();
  return all;
}

const Reader* reader_of(std::string_view name) {
  const auto found = std::ranges::lower_bound(readers(), name, {}, &Reader::name);
  return found == readers().end() || found->name != name ? nullptr : &*found;
}

/// Writes a command so that it reads back the same: an optional field is left out when it has the value that a fresh
/// command has, which is not always an empty one (`team_member`, `minutes`).
class CommandWriter {
 public:
  template <class T>
  void required(std::string_view key, const T& value) {
    out[std::string(key)] = fields::write(value);
  }
  template <class T>
  void optional(std::string_view key, const T& value) {
    required(key, value);
    optional_keys.emplace_back(key);
  }

  json out = json::object();
  std::vector<std::string> optional_keys;
};

template <class Body>
json write_body(const Body& body) {
  CommandWriter given, fresh;
  Body::fields(body, given);
  const Body untouched;
  Body::fields(untouched, fresh);
  for (const auto& key : given.optional_keys)
    if (given.out[key] == fresh.out[key]) given.out.erase(key);
  return std::move(given.out);
}

template <class Commanded>
json written(const Commanded& command) {
  auto out = std::visit(
      [](const auto& body) {
        auto fields = write_body(body);
        fields["do"] = std::decay_t<decltype(body)>::kName;
        return fields;
      },
      command.body);
  if (command.at != Time{}) out["at"] = to_string(command.at);
  if (!command.id.empty()) out["id"] = command.id;
  return out;
}

/// What a command to the team has not.
template <class Commanded>
void addressed(json& out, const Commanded& command) {
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
  std::ranges::transform(readers(), std::back_inserter(names), &Reader::name);
  return names;
}

Outcome<AnyCommand, Problems> any_command_from(std::string_view line) {
  Problems problems;
  const json in = strict_json(line, kLineBounds, problems);
  if (in.is_null()) return failure(std::move(problems));

  const auto named = in.find("do");
  std::string name;
  if (named == in.end()) problems.push_back({"", "missing 'do'"});
  else fields::read(*named, name, "/do", problems);
  const auto* reader = reader_of(name);
  if (reader == nullptr && named != in.end() && named->is_string())
    problems.push_back({"/do", "no command '" + name + "'" + hint(name, command_names())});
  if (reader == nullptr) return failure(std::move(problems));

  Envelope envelope;
  auto command = reader->read(in, envelope, problems);
  if (envelope.expect && *envelope.expect < 0) problems.push_back({"/expect", "expected a version from 0"});
  if (!problems.empty()) return failure(std::move(problems));
  return command;
}

Outcome<Command, Problems> command_from(std::string_view line) {
  auto any = any_command_from(line);
  if (!any) return failure(std::move(any.error()));
  if (auto* command = std::get_if<Command>(&*any)) return std::move(*command);
  const bool team = std::holds_alternative<TeamCommand>(*any);
  return failure(
      Problems{{"/do", std::string("expected a command to a case, got one to ") + (team ? "the team" : "a meeting")}});
}

json command_json(const Command& command) {
  auto out = written(command);
  out["case"] = command.case_id;
  addressed(out, command);
  return out;
}

json command_json(const TeamCommand& command) { return written(command); }

json command_json(const MeetingCommand& command) {
  auto out = written(command);
  out["meeting"] = command.meeting;
  addressed(out, command);
  return out;
}

json event_json(const Event& event, std::int64_t number) {
  json out = json::object();
  std::visit(
      [&](const auto& body) {
        EventWriter writer(out);
        std::decay_t<decltype(body)>::fields(body, writer);
      },
      event.body);
  out["number"] = number;
  out["event"] = name_of(event.body);
  out["at"] = to_string(event.at);
  out["by"] = event.by;
  if (event.seat) out["seat"] = fields::write(*event.seat);
  return out;
}

}  // namespace casus::service
