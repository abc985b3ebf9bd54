// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/fault.hpp"
#include "core/base/json/json_fields.hpp"
#include "core/base/json/json_text.hpp"
#include "core/store/codec/quick_reader.hpp"
#include "core/store/codec/upcast.hpp"
#include "core/store/store.hpp"
#include "core/text/problem_words.hpp"
#include "core/text/said_fault.hpp"

#include <fmt/format.h>

#include <array>
#include <unordered_map>
#include <utility>

/// How an event of any kind of stream is written and read. Internal to core/store: what every kind of event takes of a
/// compiler is much, so the kinds are compiled apart.
namespace casus::store::coding {

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

/// An older program would take it for something else.
[[noreturn]] inline void made_by_newer(const StoredEvent& stored) {
  throw text::SaidFault(Fault::Kind::store, text::msg("fault.event_newer", "number"_is = stored.number,
                                                      "type"_is = stored.type, "version"_is = stored.type_version));
}

[[noreturn]] inline void broken(const StoredEvent& stored, std::string_view why) {
  throw Fault(Fault::Kind::store, fmt::format("event {} ({} version {}) cannot be read: {}", stored.number, stored.type,
                                              stored.type_version, why));
}

NewEvent encoded(const auto& variant, Time at, const std::string* by = nullptr,
                 const std::optional<Typist>* seat = nullptr) {
  NewEvent out{.at = at};
  EventWriter writer;
  if (by != nullptr) writer.required("by", *by);
  if (seat != nullptr) writer.optional("seat", *seat);
  std::visit([&](const auto& body) { body.fields(body, writer); }, variant);
  out.type = std::visit([](const auto& body) { return body.kName; }, variant);
  out.type_version = std::visit([](const auto& body) { return body.kVersion; }, variant);
  writer.finish(out);
  return out;
}

/// Where to read who did it into; nothing for events that have no actor.
struct ActorOfEvent {
  std::string* by = nullptr;
  std::optional<Typist>* seat = nullptr;
  bool always = true;  ///< no event of this kind is without an actor

  void read(auto& reader) const {
    if (by != nullptr && always) reader.required("by", *by);
    else if (by != nullptr) reader.optional("by", *by);
    if (seat != nullptr) reader.optional("seat", *seat);
  }
};

struct Kind {
  std::size_t index;
  int version;
};

template <class Variant>
const std::unordered_map<std::string_view, Kind>& kinds() {
  constexpr auto kListed = []<std::size_t... I>(std::index_sequence<I...>) {
    return std::array{
        std::pair{Variant::template Alternative<I>::kName, Kind{I, Variant::template Alternative<I>::kVersion}}...};
  };
  static const auto all = [&] {
    const auto listed = kListed(std::make_index_sequence<Variant::kCount>());
    return std::unordered_map<std::string_view, Kind>(listed.begin(), listed.end());
  }();
  return all;
}

void read_fields(auto& reader, auto& out) {
  std::visit([&](auto& body) { body.fields(body, reader); }, out);
}

bool read_quickly(const std::string& text, const std::vector<Secret>& secrets, ActorOfEvent actor, auto& out) {
  thread_local QuickJson payload_json;
  thread_local QuickJson aside_json;
  const auto payload = payload_json.parse(text);
  if (!payload || !payload->is_object()) return false;
  QuickEventReader reader(*payload, secrets, aside_json);
  actor.read(reader);
  read_fields(reader, out);
  return reader.finish();
}

void read_saying_why(const StoredEvent& stored, const std::string& text, ActorOfEvent actor, auto& out) {
  const auto payload = json::parse(text, nullptr, false);
  if (!payload.is_object()) broken(stored, "the payload is not a JSON object");
  Problems problems;
  EventReader reader(payload, stored.secrets, problems);
  actor.read(reader);
  read_fields(reader, out);
  reader.finish();
  if (problems.empty()) return;
  const auto& first = problems.front();
  const auto words = text::message_of(first.message).in(Lang::en);
  broken(stored, first.pointer.empty() ? words : first.pointer + ": " + words);
}

template <class Variant>
Variant decode_body(const StoredEvent& stored, ActorOfEvent actor = {}) {
  if (!stored.payload) broken(stored, "its key is erased");
  const auto found = kinds<Variant>().find(stored.type);
  if (found == kinds<Variant>().end() || stored.type_version > found->second.version) made_by_newer(stored);
  const auto& kind = found->second;
  std::string upcasted;
  const auto* text = &*stored.payload;
  if (stored.type_version != kind.version) {
    auto newer = upcast(stored, kind.version);
    if (!newer) broken(stored, "no way from that version to this program's");
    text = &upcasted.assign(std::move(*newer));
  }
  Variant out;
  out.become(kind.index);
  if (read_quickly(*text, stored.secrets, actor, out)) return out;
  out.become(kind.index);
  read_saying_why(stored, *text, actor, out);
  return out;
}

/// An event that says who did it.
template <class E>
E decoded(const StoredEvent& stored) {
  E event;
  event.at = stored.at;
  event.body = decode_body<decltype(event.body)>(stored, {&event.by, &event.seat});
  return event;
}

}  // namespace casus::store::coding
