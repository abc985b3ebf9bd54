// SPDX-License-Identifier: EUPL-1.2
#include "core/service/named_elsewhere.hpp"

#include "core/base/redaction.hpp"
#include "core/service/streams.hpp"

#include <algorithm>
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
  explicit Elsewhere(const std::string& name) : name_(name) {}

  void look(const std::string& id, std::initializer_list<std::string_view> texts) {
    if (!names(texts)) return;
    add(text::Message::verbatim(id),
        text::way("team destroy", "line"_is = id, "ground"_is = key(DestroyGround::other_person)));
  }

  void look(const Meeting& meeting) {
    for (const auto& item : meeting.items)
      if (names({item.line.because, item.because}))
        add(msg("named.item", "item"_is = item.line.id, "meeting"_is = meeting.id),
            text::way("meeting reword", "meeting"_is = meeting.id, "item"_is = item.line.id,
                      "ground"_is = key(DestroyGround::other_person)));
  }

  std::vector<text::Message> take() { return std::move(places_); }

 private:
  bool names(std::initializer_list<std::string_view> texts) const {
    return std::ranges::any_of(texts, [&](std::string_view text) { return !name_places(text, name_).empty(); });
  }
  void add(text::Message where, text::Way destroy) {
    places_.push_back(msg("named.place", "where"_is = std::move(where), "destroy"_is = std::move(destroy)));
  }

  const std::string& name_;
  std::vector<text::Message> places_;
};

}  // namespace

std::optional<engine::Remark> named_elsewhere(store::Store& store, const Team& team, const std::string& name) {
  Elsewhere elsewhere(name);
  for (const auto* lines : {&team.learning, &team.signals})
    for (const auto& line : *lines) elsewhere.look(line.id, {line.text, line.form.since, line.form.seen_by});
  for (const auto& line : team.paper) elsewhere.look(line.id, {line.text});
  for (const auto& focus : team.focuses) elsewhere.look(focus.chosen.id, {focus.chosen.text, focus.outcome});
  for (const auto& stream : store.streams(MeetingStream::kPrefix)) {
    Meeting meeting;
    meeting.id = stream.substr(MeetingStream::kPrefix.size());
    MeetingStream::fold(meeting, store.read(stream));
    elsewhere.look(meeting);
  }
  auto places = elsewhere.take();
  if (places.empty()) return std::nullopt;
  return engine::Remark{
      "AVG 17", msg("remark.named_elsewhere", "places"_is = text::Value::list(std::move(places), "text.semicolon"))};
}

}  // namespace casus::service
