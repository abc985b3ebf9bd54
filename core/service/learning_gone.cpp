// SPDX-License-Identifier: EUPL-1.2
#include "core/service/learning_gone.hpp"

#include "core/store/codec.hpp"

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

void take_out(store::Store& store, const std::string& stream, std::int64_t number, LearningEvent event) {
  auto left = without_its_texts(number, std::move(event));
  store.destroy_event(stream, number, store::Husk{left.version, std::move(left.payload), {}});
}

std::vector<std::string> destroy_texts(store::Store& store, const std::string& session,
                                       const std::vector<std::int64_t>& numbers) {
  std::vector<std::string> gone;
  const auto kept = kept_in(store, session);
  for (const auto number : numbers) {
    const auto& event = kept.at(static_cast<std::size_t>(number - 1));
    if (!event) continue;
    for (auto& text : learning::main_texts_of(event->body)) gone.push_back(std::move(text));
    take_out(store, LearningStream::stream_of(session), number, *event);
  }
  return gone;
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

void say_what_remains_of_session(LearningEvents& decided, const learning::KeptEvents& kept) {
  for (auto& event : decided) {
    auto* gone = std::get_if<SessionLineDestroyed>(&event.body);
    if (gone == nullptr) continue;
    for (const auto number : gone->events)
      if (const auto& was = kept.at(static_cast<std::size_t>(number - 1)))
        gone->remains.push_back(without_its_texts(number, *was));
  }
}

bool destroy_with(store::Store& store, Stream<LearningStream>& streams, const std::string& session,
                  const LearningEventBody& event) {
  const auto stream = LearningStream::stream_of(session);
  if (const auto* forgotten = std::get_if<LearnerForgotten>(&event)) {
    store.erase_person(stream, forgotten->person);
    return true;
  }
  if (const auto* line = std::get_if<SessionLineDestroyed>(&event)) {
    destroy_copies(store, streams, destroy_texts(store, session, line->events));
    return true;
  }
  if (const auto* sentence = std::get_if<SentenceDestroyed>(&event))
    destroy_copies(store, streams, words_of(kept_in(store, session), *sentence));
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

void destroy_copies(store::Store& store, Stream<LearningStream>& streams, const std::vector<std::string>& texts) {
  const auto has_copy = [&](const LearningEvent& event) {
    return std::ranges::any_of(learning::texts_of(event.body), [&](const std::string& text) {
      return text != learning::kTextGone && std::ranges::find(texts, text) != texts.end();
    });
  };
  for (const auto& stream : store.streams(LearningStream::kPrefix)) {
    const auto session = stream.substr(LearningStream::kPrefix.size());
    std::int64_t number = 0;
    bool any = false;
    for (auto& event : kept_in(store, session)) {
      ++number;
      if (!event || !has_copy(*event)) continue;
      take_out(store, stream, number, std::move(*event));
      any = true;
    }
    if (any) streams.forget(session);
  }
}

}  // namespace casus::service
