// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/lines.hpp"

#include "core/base/json/field_walk.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

namespace casus::learning {
namespace {

/// Every text of every event that is not sealed for one person, what it is about first; all other strings are ids and
/// keys.
constexpr std::array kTexts{std::pair{"ScanCancelled", "because"},
                            std::pair{"CircleBegun", "question"},
                            std::pair{"RoundAsked", "question"},
                            std::pair{"CardsClustered", "name"},
                            std::pair{"LineShown", "step"},
                            std::pair{"HarvestNoted", "text"},
                            std::pair{"CircleStepAgreed", "what who"},
                            std::pair{"CircleStepAnswered", "outcome"},
                            std::pair{"CircleCancelled", "because"},
                            std::pair{"SentenceProposed", "text"},
                            std::pair{"SentenceReworded", "text because"},
                            std::pair{"SentenceTried", "sign"},
                            std::pair{"SentenceLapsed", "because"},
                            std::pair{"ObjectionHeard", "outcome"},
                            std::pair{"PaperBegun", "what who"},
                            std::pair{"PaperLineSettled", "text"},
                            std::pair{"PaperPromised", "what who"},
                            std::pair{"PromiseAnswered", "outcome"},
                            std::pair{"PaperProofed", "text focuses sentences question mentioned agreed"},
                            std::pair{"PaperCancelled", "because"},
                            std::pair{"CourseMeetingFilled", "topic"},
                            std::pair{"CourseMeetingDropped", "because"},
                            std::pair{"CourseCancelled", "because"},
                            std::pair{"AreaCycleTurned", "text outcome"},
                            std::pair{"AreaQuestionAnswered", "text"},
                            std::pair{"AreaCycleCancelled", "because"},
                            std::pair{"AreaFigureNoted", "what unit source"},
                            std::pair{"AreaVoiceNoted", "text from"},
                            std::pair{"AreaPointNoted", "text who"}};

/// The texts of one event, also of what lies in lists in it; what is sealed for a person lies apart.
void each_text(LearningEventBody& body, const std::vector<std::string_view>& wanted, auto act) {
  if (wanted.empty()) return;
  const auto take = [&](std::string_view key, std::string& text) {
    if (std::ranges::find(wanted, key) != wanted.end() && !text.empty()) act(text);
  };
  std::visit([&](auto& event) { fields::walk(event, take); }, body);
}

/// What an event is about. A harvest and an agreement are counted, for their events do not say which they are.
struct About {
  int harvested = 0;
  int agreed = 0;

  std::string operator()(const HarvestNoted&) { return "h" + std::to_string(++harvested); }
  std::string operator()(const CircleStepAgreed&) { return "a" + std::to_string(++agreed); }
  std::string operator()(const CircleStepAnswered& e) { return e.step; }
  std::string operator()(const AreaQuestionAnswered& e) { return e.question; }
  std::string operator()(const PromiseAnswered& e) { return e.promise; }
  std::string operator()(const LineShown& e) { return e.line; }
  template <class Event>
  std::string operator()(const Event& event) {
    if constexpr (requires { event.id; }) return event.id;
    else if constexpr (requires { event.meeting.size(); }) return event.meeting;
    else if constexpr (requires { event.sentence; }) return event.sentence;
    else return {};
  }
};

}  // namespace

bool SessionLine::gone() const {
  return std::ranges::all_of(texts, [](const std::string& one) { return one == kTextGone; });
}

std::vector<std::string_view> text_fields(std::string_view event) {
  std::vector<std::string_view> fields;
  const auto found = std::ranges::find(kTexts, event, [](const auto& one) { return std::string_view(one.first); });
  if (found == kTexts.end()) return fields;
  std::string_view rest = found->second;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(' '), rest.size());
    fields.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return fields;
}

std::vector<std::string> texts_of(const LearningEventBody& body) {
  std::vector<std::string> texts;
  auto copy = body;
  each_text(copy, text_fields(name_of(body)), [&](const std::string& text) { texts.push_back(text); });
  return texts;
}

std::vector<std::string> main_texts_of(const LearningEventBody& body) {
  auto fields = text_fields(name_of(body));
  fields.resize(std::min<std::size_t>(1, fields.size()));
  std::vector<std::string> texts;
  auto copy = body;
  each_text(copy, fields, [&](const std::string& text) { texts.push_back(text); });
  return texts;
}

void take_out_texts(LearningEventBody& body) {
  each_text(body, text_fields(name_of(body)), [](std::string& text) { text = kTextGone; });
}

std::vector<SessionLine> lines_of(const KeptEvents& history) {
  std::vector<SessionLine> lines;
  About about;
  std::int64_t number = 0;
  for (const auto& event : history) {
    ++number;
    if (!event) continue;
    auto id = std::visit([&](const auto& body) { return about(body); }, event->body);
    auto texts = texts_of(event->body);
    if (texts.empty()) continue;
    lines.push_back({number, id.empty() ? std::to_string(number) : std::move(id), std::move(texts)});
  }
  return lines;
}

}  // namespace casus::learning
