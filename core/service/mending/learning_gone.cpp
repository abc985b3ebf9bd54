// SPDX-License-Identifier: EUPL-1.2
#include "core/service/mending/learning_gone.hpp"

#include "core/base/fault.hpp"
#include "core/service/commands/command_ids.hpp"
#include "core/store/codec/codec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace casus::service {
namespace {

/// All of an event but its texts: an event is destroyed once, so all of them go at once.
Remains without_its_texts(std::int64_t number, LearningEvent event) {
  learning::take_out_texts(event.body);
  auto written = store::encode(event);
  return {number, written.type, written.type_version, std::move(written.payload)};
}

void destroy_all_but(store::Store& store, const std::string& stream, const std::vector<Remains>& remains) {
  for (const auto& left : remains) store.destroy_event(stream, left.event, store::Husk{left.version, left.payload, {}});
}

/// How a sentence read, then and later.
std::vector<std::string> words_of(const learning::KeptEvents& kept, const SentenceDestroyed& gone) {
  std::vector<std::string> words;
  for (const auto number : gone.events) {
    const auto& event = kept.at(static_cast<std::size_t>(number - 1));
    if (!event) continue;
    if (const auto* proposed = std::get_if<SentenceProposed>(&event->body)) words.push_back(proposed->text);
    if (const auto* reworded = std::get_if<SentenceReworded>(&event->body)) words.push_back(reworded->text);
  }
  return words;
}

}  // namespace

learning::KeptEvents kept_in(store::Store& store, const std::string& session) {
  return LearningStream::events_of(store.read(LearningStream::stream_of(session)));
}

std::vector<std::string> say_what_remains_of_session(LearningEvents& decided, const learning::KeptEvents& kept) {
  std::vector<std::string> texts;
  for (auto& event : decided) {
    auto* gone = std::get_if<SessionLineDestroyed>(&event.body);
    if (gone == nullptr) continue;
    for (const auto number : gone->events) {
      const auto& was = kept.at(static_cast<std::size_t>(number - 1));
      if (!was) continue;
      for (auto& text : learning::main_texts_of(was->body)) texts.push_back(std::move(text));
      gone->remains.push_back(without_its_texts(number, *was));
    }
  }
  return texts;
}

bool destroy_with(store::Store& store, Stream<LearningStream>& streams, const std::string& session,
                  const LearningEvent& done, const std::vector<std::string>& texts) {
  const auto& event = done.body;
  const auto stream = LearningStream::stream_of(session);
  if (const auto* forgotten = std::get_if<LearnerForgotten>(&event)) {
    store.erase_person(stream, forgotten->person);
    return true;
  }
  if (const auto* line = std::get_if<SessionLineDestroyed>(&event)) {
    destroy_all_but(store, stream, line->remains);
    destroy_copies(store, streams, texts, {done.at, line->ground, session, line->events});
    return true;
  }
  if (const auto* sentence = std::get_if<SentenceDestroyed>(&event))
    destroy_copies(store, streams, words_of(kept_in(store, session), *sentence),
                   {done.at, sentence->ground, session, sentence->events});
  return std::visit(
      [&](const auto& body) {
        if constexpr (requires { body.events; }) {
          for (const auto number : body.events) store.destroy_event(stream, number);
          return !body.events.empty();
        } else {
          return false;
        }
      },
      event);
}

void destroy_copies(store::Store& store, Stream<LearningStream>& streams, const std::vector<std::string>& texts,
                    const Destruction& of) {
  const auto has_copy = [&](const LearningEvent& event) {
    return std::ranges::any_of(learning::texts_of(event.body), [&](const std::string& text) {
      return text != learning::kTextGone && std::ranges::find(texts, text) != texts.end();
    });
  };
  for (const auto& stream : store.streams(LearningStream::kPrefix)) {
    const auto session = stream.substr(LearningStream::kPrefix.size());
    std::int64_t number = 0;
    SessionLineDestroyed gone{{}, of.ground, {}};
    Time at = of.at;
    for (auto& event : kept_in(store, session)) {
      ++number;
      if (event) at = std::max(at, event->at);
      const bool is_source = session == of.session && std::ranges::find(of.events, number) != of.events.end();
      if (!event || is_source || !has_copy(*event)) continue;
      gone.events.push_back(number);
      gone.remains.push_back(without_its_texts(number, std::move(*event)));
    }
    if (gone.events.empty()) continue;
    gone.line = std::to_string(gone.events.front());
    // Nobody of that session did it; what is left of its events is read with them, so it stands there.
    const auto kept = store.append(stream, number, random_command_id(),
                                   {store::encode(LearningEvent{at, {}, LearningEventBody(gone), {}})}, nullptr);
    if (!kept) throw Fault(Fault::Kind::store, fmt::format("session '{}': somebody else wrote in it", session));
    destroy_all_but(store, stream, gone.remains);
    streams.forget(session);
  }
}

}  // namespace casus::service
