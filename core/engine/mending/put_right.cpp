// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/put_right.hpp"

#include "core/engine/engine.hpp"
#include "core/engine/mending/last_done.hpp"
#include "core/engine/mending/said.hpp"

namespace casus::engine {

PutRight::PutRight(const Events& history) : history_(history) {
  for (const auto& event : history) {
    if (const auto* corrected = std::get_if<Corrected>(&event.body)) put_right(*corrected);
    else if (const auto* withdrawn = std::get_if<Withdrawn>(&event.body))
      for (const auto number : withdrawn->events) taken_back_.insert(static_cast<std::size_t>(number - 1));
    else if (const auto* restored = std::get_if<Restored>(&event.body)) put_right(*restored);
    else if (const auto* destroyed = std::get_if<TextDestroyed>(&event.body)) put_right(*destroyed);
  }
}

Event& PutRight::other(std::size_t place) { return other_.try_emplace(place, history_.at(place)).first->second; }

void PutRight::put_right(const Corrected& how) {
  auto& event = other(static_cast<std::size_t>(how.event - 1));
  if (auto* said = std::get_if<Contributed>(&event.body)) said->noticed.clear();  // it was about other words
  if (auto* said = std::get_if<Recorded>(&event.body)) said->noticed.clear();
  for (const auto& [field, to] : how.now) set_field(event.body, field, to);
  if (!how.whose.empty()) event.by = how.whose;
}

void PutRight::put_right(const Restored& how) {
  const auto place = static_cast<std::size_t>(how.event - 1);
  const auto* withdrawn = std::get_if<Withdrawn>(&history_.at(place).body);
  if (withdrawn == nullptr) return;
  undone_.insert(place);
  for (const auto number : withdrawn->events) taken_back_.erase(static_cast<std::size_t>(number - 1));
}

void PutRight::put_right(const TextDestroyed& how) {
  for (const auto number : how.events) {
    const auto place = static_cast<std::size_t>(number - 1);
    destroyed_.insert(place);
    auto& event = other(place);
    take_out_texts(event.body);
    if (!how.earlier && !how.stays && can_be_taken_back(event.body)) {
      taken_back_.insert(place);
      gone_.insert(place);
    }
  }
}

const Event& PutRight::event(std::size_t place) const {
  const auto found = other_.find(place);
  return found == other_.end() ? history_.at(place) : found->second;
}

std::optional<std::size_t> PutRight::withdrawal_of(std::string_view ref) const {
  for (auto place = size(); place-- > 0;)
    if (const auto* held = withdrawal(place); held != nullptr && held->ref == ref) return place;
  return std::nullopt;
}

void PutRight::evolve(Case& state, std::size_t place) const {
  if (taken_back(place)) leave_out(state, event(place));
  else if (undone(place)) pass_over(state, event(place));
  else engine::evolve(state, event(place));
}

Events as_it_reads(const Events& history) {
  const PutRight right(history);
  Events events;
  for (std::size_t place = 0; place < history.size(); ++place)
    if (!right.taken_back(place)) events.push_back(right.event(place));
  return events;
}

Case fold(std::string id, const Events& history) {
  Case state{.id = std::move(id)};
  const PutRight right(history);
  for (std::size_t place = 0; place < history.size(); ++place) right.evolve(state, place);
  return state;
}

bool stays(const EventBody& body) {
  return std::holds_alternative<ConcernRaised>(body) || std::holds_alternative<AcuteRaised>(body) ||
         std::holds_alternative<AcuteHandled>(body) || std::holds_alternative<MeldcodeStepTaken>(body) ||
         std::holds_alternative<SafetyCleared>(body);
}

bool is_of_the_team(const EventBody& body) {
  return std::holds_alternative<LearningCounted>(body) || std::holds_alternative<SignalCounted>(body);
}

std::optional<std::size_t> last_line(const PutRight& right, std::string_view by) {
  std::optional<std::size_t> found;
  for (auto place = right.size(); place-- > 0;) {
    const auto& event = right.event(place);
    if (std::holds_alternative<StepEntered>(event.body)) return found;
    if (found || right.taken_back(place) || (!by.empty() && event.by != by)) continue;
    if (std::holds_alternative<PersonNamed>(event.body)) continue;  // puts a name right, and brings nobody
    if (stays(event.body) || can_be_taken_back(event.body)) found = place;
  }
  return std::nullopt;
}

std::optional<LastDone> last_done(const PutRight& right, std::string_view by) {
  const auto line = last_line(right, by);
  for (auto place = right.size(); place-- > (line ? *line + 1 : 0);) {
    const auto& event = right.event(place);
    if (std::holds_alternative<StepEntered>(event.body)) break;
    if (!by.empty() && event.by != by) continue;
    const auto* corrected = std::get_if<Corrected>(&event.body);
    const bool mends = std::holds_alternative<Withdrawn>(event.body) || std::holds_alternative<Restored>(event.body);
    const auto* named = std::get_if<PersonNamed>(&event.body);
    if (mends || (corrected != nullptr && !corrected->again) || (named != nullptr && !named->again))
      return LastDone{place, LastDone::How::mended};
    if (std::holds_alternative<TextDestroyed>(event.body) || std::holds_alternative<PersonErased>(event.body))
      return LastDone{place, LastDone::How::gone};
  }
  return line ? std::optional(LastDone{*line, LastDone::How::line}) : std::nullopt;
}

}  // namespace casus::engine
