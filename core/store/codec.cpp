// SPDX-License-Identifier: EUPL-1.2
#include "core/store/codec.hpp"

#include "core/base/fault.hpp"
#include "core/base/json_fields.hpp"
#include "core/base/json_text.hpp"
#include "core/store/quick_reader.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace casus::store {

namespace {

using nlohmann::json;

/// Writes an event's fields; what is about one person goes aside.
class EventWriter : public text::ObjectWriter {
 public:
  void secret(std::string_view key, const std::string& person, const std::string& text) {
    if (text.empty()) return;
    person_ = &person;
    if (!aside_) aside_.emplace();
    aside_->required(key, text);
  }

  void finish(NewEvent& out) {
    ObjectWriter::finish(out.payload);
    if (!aside_) return;
    aside_->finish(out.secrets.emplace_back(Secret{*person_, {}}).text);
  }

 private:
  const std::string* person_ = nullptr;
  std::optional<text::ObjectWriter> aside_;
};

/// Reads them back, quickly; without the secret the texts stay empty.
class QuickEventReader : public quick::ObjectReader {
 public:
  QuickEventReader(QuickValue in, const std::vector<Secret>& secrets, QuickJson& aside)
      : ObjectReader(in), secrets_(secrets), aside_(aside) {}

  void secret(std::string_view key, const std::string& person, std::string& text) {
    for (const auto& it : secrets_) {
      if (it.person != person) continue;
      const auto aside = aside_.parse(it.text);
      if (const auto found = aside ? aside->find(key) : std::nullopt) quick::read(*found, text);
    }
  }

 private:
  const std::vector<Secret>& secrets_;
  QuickJson& aside_;
};

/// The same for what does not fit, saying why.
class EventReader : public fields::ObjectReader {
 public:
  EventReader(const json& in, const std::vector<Secret>& secrets, Problems& problems)
      : ObjectReader(in, "", problems), secrets_(secrets) {}

  void secret(std::string_view key, const std::string& person, std::string& text) {
    for (const auto& it : secrets_) {
      if (it.person != person) continue;
      const auto aside = json::parse(it.text, nullptr, false);
      if (const auto found = aside.is_object() ? aside.find(key) : aside.end();
          aside.is_object() && found != aside.end() && found->is_string())
        text = found->get<std::string>();
    }
  }

 private:
  const std::vector<Secret>& secrets_;
};

[[noreturn]] void broken(const StoredEvent& stored, std::string_view why) {
  throw Fault(Fault::Kind::store, fmt::format("event {} ({} version {}) cannot be read: {}", stored.number, stored.type,
                                              stored.type_version, why));
}

/// The version of an event's fields that is written now. What came since the first is optional, so older ones read too.
template <class Body>
constexpr int version_of() {
  if constexpr (requires { Body::kVersion; }) return Body::kVersion;
  else return 1;
}

template <class Body>
NewEvent encoded(const Body& body, Time at, const std::string* by, const std::optional<Typist>* seat) {
  NewEvent out;
  out.type = std::string(Body::kName);
  out.type_version = version_of<Body>();
  out.at = at;
  EventWriter writer;
  if (by != nullptr) writer.required("by", *by);
  if (seat != nullptr) writer.optional("seat", *seat);
  Body::fields(body, writer);
  writer.finish(out);
  return out;
}

/// Where to read who did it into; nothing for events that have no actor.
struct ActorOfEvent {
  std::string* by = nullptr;
  std::optional<Typist>* seat = nullptr;

  void read(auto& reader) const {
    if (by != nullptr) reader.required("by", *by);
    if (seat != nullptr) reader.optional("seat", *seat);
  }
};

template <class Variant>
using Decoder = Variant (*)(const StoredEvent&, ActorOfEvent actor);

template <class Body>
bool read_quickly(const StoredEvent& stored, ActorOfEvent actor, Body& body) {
  thread_local QuickJson payload_json;
  thread_local QuickJson aside_json;
  const auto payload = payload_json.parse(*stored.payload);
  if (!payload || !payload->is_object()) return false;
  QuickEventReader reader(*payload, stored.secrets, aside_json);
  actor.read(reader);
  Body::fields(body, reader);
  return reader.finish();
}

template <class Variant, class Body>
Variant decoded(const StoredEvent& stored, ActorOfEvent actor) {
  if (stored.type_version > version_of<Body>()) broken(stored, "it was written by a newer program; install that one");
  if (Body body{}; read_quickly(stored, actor, body)) return Variant(std::move(body));
  const auto payload = json::parse(*stored.payload, nullptr, false);
  if (!payload.is_object()) broken(stored, "the payload is not a JSON object");
  Body body{};
  Problems problems;
  EventReader reader(payload, stored.secrets, problems);
  actor.read(reader);
  Body::fields(body, reader);
  reader.finish();
  if (!problems.empty()) {
    const auto& [pointer, message] = problems.front();
    broken(stored, pointer.empty() ? message : pointer + ": " + message);
  }
  return Variant(std::move(body));
}

template <class Variant, std::size_t... I>
std::unordered_map<std::string_view, Decoder<Variant>> decoders(std::index_sequence<I...>) {
  return {{Variant::template Alternative<I>::kName, &decoded<Variant, typename Variant::template Alternative<I>>}...};
}

template <class Variant>
Variant decode_body(const StoredEvent& stored, ActorOfEvent actor = {}) {
  static const auto kDecoders = decoders<Variant>(std::make_index_sequence<Variant::kCount>());
  if (!stored.payload) broken(stored, "its key is erased");
  const auto decoder = kDecoders.find(stored.type);
  if (decoder == kDecoders.end()) broken(stored, "this program does not know that event; install a newer one");
  return decoder->second(stored, actor);
}

}  // namespace

NewEvent encode(const Event& event) {
  return std::visit([&](const auto& body) { return encoded(body, event.at, &event.by, &event.seat); }, event.body);
}

Event decode(const StoredEvent& stored) {
  Event event;
  event.at = stored.at;
  event.body = decode_body<EventBody>(stored, {&event.by, &event.seat});
  return event;
}

NewEvent encode(const TeamEvent& event) {
  return std::visit([&](const auto& body) { return encoded(body, event.at, nullptr, nullptr); }, event.body);
}

TeamEvent decode_team(const StoredEvent& stored) { return {stored.at, decode_body<TeamEventBody>(stored)}; }

NewEvent encode(const MeetingEvent& event) {
  return std::visit([&](const auto& body) { return encoded(body, event.at, &event.by, &event.seat); }, event.body);
}

MeetingEvent decode_meeting(const StoredEvent& stored) {
  MeetingEvent event;
  event.at = stored.at;
  event.body = decode_body<MeetingEventBody>(stored, {&event.by, &event.seat});
  return event;
}

NewEvent encode(const AccessEvent& event) {
  return std::visit([&](const auto& body) { return encoded(body, event.at, nullptr, nullptr); }, event.body);
}

AccessEvent decode_access(const StoredEvent& stored) { return {stored.at, decode_body<AccessEventBody>(stored)}; }

}  // namespace casus::store
