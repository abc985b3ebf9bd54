// SPDX-License-Identifier: EUPL-1.2
#include "core/service/mending/named_elsewhere.hpp"

#include "core/engine/team/team_mending.hpp"
#include "core/model/redaction.hpp"
#include "core/service/mending/learning_gone.hpp"
#include "core/service/streams.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::service {

using text::msg;
using namespace text::literals;

namespace {

class Elsewhere {
 public:
  /// `mends`: who can do what is printed; empty when it is who asked.
  explicit Elsewhere(const std::string& name, const std::string& mends = {}) : name_(name), mends_(mends) {}

  void look(const std::vector<TeamEvent>& team) {
    for (const auto& id : engine::lines_naming(team, name_))
      add(text::Message::verbatim(id), text::way("team destroy", "line"_is = id, "ground"_is = ground_));
  }

  /// Words with the agenda about a case of which nothing else is left; `name_` is its id.
  void look_for_case(const Meeting& meeting) {
    for (const auto& item : meeting.items)
      if (item.line.case_id == name_ && !(item.line.because.empty() && item.because.empty()))
        add(msg("named.item", "item"_is = item.line.id, "meeting"_is = text::day_message(meeting.on())),
            reword(meeting, item));
    for (const auto& one : meeting.aside)
      if (one.kept.case_id == name_) add_aside(meeting, one);
  }

  void look(const Meeting& meeting, const std::vector<MeetingEvent>& events) {
    for (const auto& item : meeting.items)
      if (names({item.line.because, item.because}))
        add(msg("named.item", "item"_is = item.line.id, "meeting"_is = text::day_message(meeting.on())),
            reword(meeting, item));
    for (const auto& event : events)
      if (const auto* again = std::get_if<MeetingReopened>(&event.body); again != nullptr && names({again->because})) {
        add(msg("named.meeting", "meeting"_is = text::day_message(meeting.on())),
            text::way("meeting reword", "item"_is = kReopening, "date"_is = meeting.id, "ground"_is = ground_));
        break;
      }
    for (const auto& one : meeting.aside)
      if (names({one.kept.text})) add_aside(meeting, one);
    for (const auto& one : meeting.let_go)
      if (names({one.because}))
        add(msg("named.item", "item"_is = one.line, "meeting"_is = meeting.id),
            text::way("meeting reword", "item"_is = one.line, "date"_is = meeting.id, "ground"_is = ground_));
  }

  void look(const std::string& session, const learning::KeptEvents& kept) {
    for (const auto& line : learning::lines_of(kept)) {
      if (std::ranges::none_of(line.texts, [&](const std::string& text) { return names({text}); })) continue;
      add(msg("named.learning", "line"_is = line.id, "session"_is = session),
          session == kBookSession
              ? text::way("learn book destroy", "sentence"_is = line.id, "ground"_is = ground_)
              : text::way("learn destroy", "session"_is = session, "line"_is = line.id, "ground"_is = ground_));
    }
  }

  std::vector<text::Message> take() { return std::move(places_); }

 private:
  /// A subject is never without words: others come in their place.
  text::Way reword(const Meeting& meeting, const AgendaItem& item) const {
    const auto& id = item.line.id;
    if (item.because.empty() && item.line.case_id.empty())
      return text::way("meeting reword", "item"_is = id, "text"_is = text::gap(), "date"_is = meeting.id,
                       "ground"_is = ground_);
    return text::way("meeting reword", "item"_is = id, "date"_is = meeting.id, "ground"_is = ground_);
  }
  bool names(std::initializer_list<std::string_view> texts) const {
    const std::vector<HiddenName> erased{{name_, {}, true}};
    return std::ranges::any_of(texts, [&](std::string_view text) { return is_named(text, erased); });
  }
  void add_aside(const Meeting& meeting, const LineAside& one) {
    auto goes = text::way("meeting taken-up", "date"_is = meeting.id, "line"_is = one.kept.id);
    if (one.kept.danger) goes.fields.push_back("because"_is = text::gap());
    add(msg("named.aside", "line"_is = one.kept.id, "meeting"_is = text::day_message(meeting.on())), std::move(goes));
  }
  void add(text::Message where, text::Way destroy) {
    if (!mends_.empty()) destroy.fields.push_back("as"_is = mends_);
    places_.push_back(msg("named.place", "where"_is = std::move(where), "destroy"_is = std::move(destroy)));
  }

  const std::string& name_;
  const std::string mends_;
  const std::string ground_{key(DestroyGround::other_person)};
  std::vector<text::Message> places_;
};

/// Every meeting as it is now, with its events.
void each_meeting(store::Store& store,
                  const std::function<void(const Meeting&, const std::vector<MeetingEvent>&)>& see) {
  for (const auto& stream : store.streams(MeetingStream::kPrefix)) {
    Meeting meeting{.id = stream.substr(MeetingStream::kPrefix.size())};
    const auto stored = store.read(stream);
    MeetingStream::fold(meeting, stored);
    std::vector<MeetingEvent> events;
    for (auto& event : MeetingStream::events_of(stored))
      if (event) events.push_back(std::move(*event));
    see(meeting, events);
  }
}

std::optional<engine::Remark> remark_of(Elsewhere& elsewhere, text::Message (*say)(text::Value places)) {
  auto places = elsewhere.take();
  if (places.empty()) return std::nullopt;
  return engine::Remark{"AVG 17", say(text::Value::list(std::move(places), "text.semicolon"))};
}

}  // namespace

std::optional<engine::Remark> said_elsewhere(store::Store& store, const std::string& case_id) {
  Elsewhere elsewhere(case_id);
  each_meeting(store,
               [&](const Meeting& meeting, const std::vector<MeetingEvent>&) { elsewhere.look_for_case(meeting); });
  return remark_of(elsewhere,
                   [](text::Value places) { return msg("remark.said_elsewhere", "places"_is = std::move(places)); });
}

namespace {

/// All that is looked at, where a name could stand.
void look_everywhere(store::Store& store, Elsewhere& elsewhere) {
  if (const auto team = TeamStream::events_of(store.read(TeamStream::stream_of(TeamStream::kId))))
    elsewhere.look(*team);
  each_meeting(
      store, [&](const Meeting& meeting, const std::vector<MeetingEvent>& events) { elsewhere.look(meeting, events); });
  for (const auto& stream : store.streams(LearningStream::kPrefix)) {
    const auto session = stream.substr(LearningStream::kPrefix.size());
    elsewhere.look(session, kept_in(store, session));
  }
}

}  // namespace

std::optional<engine::Remark> named_elsewhere(store::Store& store, const std::string& name) {
  Elsewhere elsewhere(name);
  look_everywhere(store, elsewhere);
  return remark_of(elsewhere,
                   [](text::Value places) { return msg("remark.named_elsewhere", "places"_is = std::move(places)); });
}

std::optional<engine::Remark> member_named(store::Store& store, const std::vector<std::string>& names,
                                           const std::string& mends) {
  std::vector<text::Message> places;
  for (const auto& name : names) {
    Elsewhere elsewhere(name, mends);
    look_everywhere(store, elsewhere);
    for (auto& place : elsewhere.take())
      if (std::ranges::find(places, place) == places.end()) places.push_back(std::move(place));
  }
  if (places.empty()) return std::nullopt;
  return engine::Remark{
      "AVG 17", msg("remark.member_named", "places"_is = text::Value::list(std::move(places), "text.semicolon"))};
}

}  // namespace casus::service
