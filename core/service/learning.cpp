// SPDX-License-Identifier: EUPL-1.2
#include "core/service/learning.hpp"

#include "core/engine/implausible.hpp"
#include "core/engine/readable.hpp"
#include "core/engine/refusing.hpp"
#include "core/learning/decide.hpp"
#include "core/service/service_state.hpp"

#include <algorithm>

namespace casus::service {
namespace {

std::optional<Refusal> cannot_be_kept(const LearningCommand& command) {
  engine::ReadableTexts texts;
  texts.look("session", command.session);
  texts.look("by", command.by);
  if (command.seat) texts.look("seat", command.seat->name);
  std::visit([&](const auto& body) { body.fields(body, texts); }, command.body);
  if (auto refusal = std::move(texts).refusal()) return refusal;
  return std::visit([&](const auto& body) { return engine::implausible(body, date_of(command.at)); }, command.body);
}

int number_of(const std::string& session) {
  const auto dash = session.rfind('-');
  return dash == std::string::npos ? 0 : std::atoi(session.c_str() + dash + 1);
}

}  // namespace

struct Learning::State {
  explicit State(Service::State& the_service) : service(the_service) {}
  Service::State& service;
};

Learning::Learning(Service& service, const learning::Instruments& instruments, const Clock&)
    : service_(service), instruments_(instruments), state_(std::make_unique<State>(*service.state_)) {}

Learning::~Learning() = default;

/// Who of the team was in the meeting of a day, once it has begun: a session decides on it, and keeps only how many.
std::optional<learning::MeetingThere> Learning::meeting_on(Date on, const Team& team) {
  Meeting meeting;
  meeting.id = to_string(on);
  MeetingStream::fold(meeting, service_.store().read(MeetingStream::stream_of(meeting.id)));
  if (!meeting.started_at) return std::nullopt;
  learning::MeetingThere there;
  there.members = static_cast<int>(team.members.size());
  const auto was_there = [&](const Member& member) {
    const auto is_it = [&](const std::string& name) { return team.member(name) == &member; };
    return std::ranges::any_of(meeting.present, is_it) || std::ranges::any_of(meeting.were_there, is_it);
  };
  there.present = static_cast<int>(std::ranges::count_if(team.members, was_there));
  return there;
}

LearningAnswer Learning::handle(LearningCommand command) {
  auto& shared = state_->service;
  const auto held = shared.session.hold();
  LearningAnswer answer;
  answer.session = command.session;
  if (!is_id(command.session)) {
    answer.refusal = engine::no("NoSession", "", text::msg("learn.no_session"), text::msg("learn.no_session_do"));
    return answer;
  }
  const auto team = service_.team();
  if (auto by = service_.named(Case{}, command.by)) command.by = std::move(*by);
  else answer.refusal = std::move(by.error());
  if (answer.refusal) return answer;
  if (command.seat)
    if (auto typist = service_.named(Case{}, command.seat->name)) command.seat->name = std::move(*typist);
  learning::Facts facts;
  facts.team = team ? &*team : nullptr;
  if (const auto* file = instruments_.find(learning::instrument_of(command.body));
      file != nullptr && file->instrument.kind == learning::kind_of(command.body)) {
    facts.instrument = &file->instrument;
    facts.definition = file->bytes;
  }
  facts.instruments = instruments_.ids(learning::kind_of(command.body));
  if (const auto* adopts = std::get_if<AdoptSentence>(&command.body); adopts != nullptr && team) {
    const auto at = command.at == Time{} ? shared.clock.now() : command.at;
    facts.meeting = meeting_on(adopts->meeting.value_or(date_of(at)), *team);
  }
  const auto stream = LearningStream::stream_of(command.session);
  bool destroys = false;
  const auto work = [&] {
    static_cast<AnswerWith<LearningEvents>&>(
        answer) = shared.learnings.keep(command, [&](const learning::Session& it, const LearningCommand& wanted) {
      auto refused = cannot_be_kept(wanted);
      return refused ? learning::LearningDecision(failure(std::move(*refused))) : learning::decide(it, wanted, facts);
    });
    for (const auto& event : answer.events) {
      if (const auto* gone = std::get_if<LearnerForgotten>(&event.body)) {
        destroys = true;
        service_.store().erase_person(stream, gone->person);
      }
      if (const auto* struck = std::get_if<OwnStruck>(&event.body)) {
        destroys = true;
        for (const auto number : struck->events) service_.store().destroy_event(stream, number);
      }
    }
  };
  const bool may_destroy = std::holds_alternative<ForgetLearner>(command.body) ||
                           std::holds_alternative<CancelScan>(command.body) ||
                           std::holds_alternative<StrikeOwn>(command.body);
  if (shared.session.together || !may_destroy) {
    work();
  } else {
    service_.in_one_transaction([&] {
      work();
      return true;
    });
  }
  if (destroys) shared.learnings.forget(command.session);
  return answer;
}

std::optional<learning::Session> Learning::look(const std::string& session, const std::string& name) {
  auto& shared = state_->service;
  const auto held = shared.session.hold();
  const auto& whole = shared.learnings.current(session);
  if (!whole.exists()) return std::nullopt;
  const auto team = service_.team().value_or(Team{});
  const auto meant = service_.named(Case{}, name);
  const auto* learner = whole.called(meant ? *meant : name, team);
  return learning::seen_by(whole, learner != nullptr ? std::string_view(learner->id) : std::string_view());
}

std::string Learning::person_in(const learning::Session& seen, const std::string& name) {
  const auto held = state_->service.session.hold();
  const auto meant = service_.named(Case{}, name);
  const auto* learner = seen.called(meant ? *meant : name, service_.team().value_or(Team{}));
  return learner != nullptr ? learner->id : std::string();
}

Learning::Forgotten Learning::forget(const std::string& name, const Typist& seat, const std::string& command_id) {
  const auto held = state_->service.session.hold();
  Forgotten out;
  service_.in_one_transaction([&] {
    for (const auto& stream : service_.store().streams(LearningStream::kPrefix)) {
      const auto id = stream.substr(LearningStream::kPrefix.size());
      const auto seen = look(id, name);
      if (!seen || person_in(*seen, name).empty()) continue;
      LearningCommand command{
          command_id.empty() ? std::string() : command_id + "/" + id, id, name, {}, {}, ForgetLearner{}, seat};
      auto answer = handle(std::move(command));
      if (answer.refusal) {
        out.refusal = std::move(answer.refusal);
        return false;
      }
      ++out.sessions;
    }
    return true;
  });
  return out;
}

std::vector<std::string> Learning::sessions(const std::string& kind) {
  const auto held = state_->service.session.hold();
  auto found = service_.store().streams(LearningStream::stream_of(kind + "-"));
  for (auto& one : found) one.erase(0, LearningStream::kPrefix.size());
  std::ranges::sort(found, {}, number_of);
  return found;
}

std::string Learning::free_id(const std::string& kind) {
  const auto all = sessions(kind);
  return kind + "-" + std::to_string(all.empty() ? 1 : number_of(all.back()) + 1);
}

std::string Learning::current(const std::string& kind) {
  const auto all = sessions(kind);
  return all.empty() ? std::string() : all.back();
}

}  // namespace casus::service
