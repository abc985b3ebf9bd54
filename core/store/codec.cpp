// SPDX-License-Identifier: EUPL-1.2
#include "core/store/codec.hpp"

#include "core/base/fault.hpp"
#include "core/base/json_fields.hpp"
#include "core/base/json_text.hpp"
#include "core/store/quick_reader.hpp"
#include "core/store/upcast.hpp"

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

NewEvent encoded(const auto& variant, Time at, const std::string* by = nullptr,
                 const std::optional<Typist>* seat = nullptr) {
  NewEvent out;
  out.at = at;
  EventWriter writer;
  if (by != nullptr) writer.required("by", *by);
  if (seat != nullptr) writer.optional("seat", *seat);
  std::visit(
      [&](const auto& body) {
        using Body = std::decay_t<decltype(body)>;
        out.type = std::string(Body::kName);
        out.type_version = Body::kVersion;
        Body::fields(body, writer);
      },
      variant);
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

/// All that is to be known of one kind of event. Only its fields are read by code of its own.
template <class Variant>
struct Kind {
  std::string_view name;
  int version;
  void (*quickly)(QuickEventReader&, Variant&);
  void (*saying_why)(EventReader&, Variant&);
};

template <class Variant, class Body, class Reader>
void read_body(Reader& reader, Variant& out) {
  Body body{};
  Body::fields(body, reader);
  out = std::move(body);
}

template <class Variant, std::size_t... I>
std::unordered_map<std::string_view, Kind<Variant>> kinds(std::index_sequence<I...>) {
  std::unordered_map<std::string_view, Kind<Variant>> all;
  const auto add = [&]<class Body>(const Body*) {
    all.emplace(Body::kName, Kind<Variant>{Body::kName, Body::kVersion, &read_body<Variant, Body, QuickEventReader>,
                                           &read_body<Variant, Body, EventReader>});
  };
  (add(static_cast<const typename Variant::template Alternative<I>*>(nullptr)), ...);
  return all;
}

template <class Variant>
bool read_quickly(const Kind<Variant>& kind, const std::string& text, const std::vector<Secret>& secrets,
                  ActorOfEvent actor, Variant& out) {
  thread_local QuickJson payload_json;
  thread_local QuickJson aside_json;
  const auto payload = payload_json.parse(text);
  if (!payload || !payload->is_object()) return false;
  QuickEventReader reader(*payload, secrets, aside_json);
  actor.read(reader);
  kind.quickly(reader, out);
  return reader.finish();
}

template <class Variant>
void read_saying_why(const Kind<Variant>& kind, const StoredEvent& stored, const std::string& text, ActorOfEvent actor,
                     Variant& out) {
  const auto payload = json::parse(text, nullptr, false);
  if (!payload.is_object()) broken(stored, "the payload is not a JSON object");
  Problems problems;
  EventReader reader(payload, stored.secrets, problems);
  actor.read(reader);
  kind.saying_why(reader, out);
  reader.finish();
  if (problems.empty()) return;
  const auto& [pointer, message] = problems.front();
  broken(stored, pointer.empty() ? message : pointer + ": " + message);
}

template <class Variant>
Variant decode_body(const StoredEvent& stored, ActorOfEvent actor = {}) {
  static const auto kKinds = kinds<Variant>(std::make_index_sequence<Variant::kCount>());
  if (!stored.payload) broken(stored, "its key is erased");
  const auto found = kKinds.find(stored.type);
  if (found == kKinds.end() || stored.type_version > found->second.version)
    broken(stored, "it was made by a newer casus; install that one");
  const auto& kind = found->second;
  std::string upcasted;
  const auto* text = &*stored.payload;
  if (stored.type_version != kind.version) {
    auto newer = upcast(stored, kind.version);
    if (!newer) broken(stored, "no way from that version to this program's");
    text = &upcasted.assign(std::move(*newer));
  }
  Variant out;
  if (!read_quickly(kind, *text, stored.secrets, actor, out)) read_saying_why(kind, stored, *text, actor, out);
  return out;
}

}  // namespace

NewEvent encode(const Event& event) { return encoded(event.body, event.at, &event.by, &event.seat); }

Event decode(const StoredEvent& stored) {
  Event event;
  event.at = stored.at;
  event.body = decode_body<EventBody>(stored, {&event.by, &event.seat});
  return event;
}

NewEvent encode(const TeamEvent& event) { return encoded(event.body, event.at); }

TeamEvent decode_team(const StoredEvent& stored) { return {stored.at, decode_body<TeamEventBody>(stored)}; }

NewEvent encode(const MeetingEvent& event) { return encoded(event.body, event.at, &event.by, &event.seat); }

MeetingEvent decode_meeting(const StoredEvent& stored) {
  MeetingEvent event;
  event.at = stored.at;
  event.body = decode_body<MeetingEventBody>(stored, {&event.by, &event.seat});
  return event;
}

NewEvent encode(const AccessEvent& event) { return encoded(event.body, event.at); }

AccessEvent decode_access(const StoredEvent& stored) { return {stored.at, decode_body<AccessEventBody>(stored)}; }

}  // namespace casus::store
