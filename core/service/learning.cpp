// SPDX-License-Identifier: EUPL-1.2
#include "core/service/learning.hpp"
#include "core/service/learning_state.hpp"

#include "core/engine/refusing.hpp"
#include "core/engine/remarks/implausible.hpp"
#include "core/engine/remarks/line_remarks.hpp"
#include "core/engine/remarks/readable.hpp"
#include "core/engine/team/team.hpp"
#include "core/learning/decide/decide.hpp"
#include "core/service/commands/blank_texts.hpp"
#include "core/service/commands/refs_typed.hpp"
#include "core/service/mending/learning_gone.hpp"
#include "core/service/service_state.hpp"

#include <algorithm>

namespace casus::service {
namespace {

std::optional<Refusal> cannot_be_kept(const LearningCommand& command) {
  engine::ReadableTexts texts(command.seat.has_value());
  texts.look("session", command.session);
  texts.look("by", command.by);
  if (command.seat) texts.look("seat", command.seat->name);
  std::visit([&](const auto& body) { texts.look_through(body); }, command.body);
  if (auto refusal = std::move(texts).refusal()) return refusal;
  return std::visit([&](const auto& body) { return engine::implausible(body, date_of(command.at)); }, command.body);
}

/// Commands after which a person is forgotten, or words are gone for good.
template <class Body>
constexpr bool kMayDestroy =
    kIsAlternative<Body, std::variant<ForgetLearner, CancelScan, StrikeOwn, CancelCircle, TakeCardBack, ObjectToCircle,
                                      ObjectToSentence, DestroySentence, DestroySessionLine, TakeOutOfPaper,
                                      CancelPaper, WriteHomework, TakeAlong, StrikeFromCourse, CancelCourse>>;

int number_of(const std::string& session) {
  const auto dash = session.rfind('-');
  return dash == std::string::npos ? 0 : std::atoi(session.c_str() + dash + 1);
}

}  // namespace

Learning::Learning(Service& service, const learning::Instruments& instruments, const Clock&)
    : service_(service), instruments_(instruments), state_(std::make_unique<State>(*this, service)) {}

Learning::~Learning() = default;

LearningAnswer Learning::handle(LearningCommand command) {
  auto& shared = state_->service;
  const auto held = shared.session.hold();
  LearningAnswer answer;
  answer.session = command.session;
  if (!is_id(command.session)) {
    auto remedy = text::msg("learn.no_session_do");
    if (auto start = learning::starts(learning::session_kind(command.body)))
      remedy = text::msg("learn.no_session_start", "start"_is = std::move(*start));
    answer.refusal = engine::no("NoSession", "", text::msg("learn.no_session"), std::move(remedy));
    return answer;
  }
  leave_out_blanks(command.body);
  read_refs(command.body);
  const auto team = service_.team();
  if (auto by = service_.named(Case{}, command.by)) command.by = std::move(*by);
  else answer.refusal = std::move(by.error());
  if (answer.refusal) return answer;
  if (command.seat)
    if (auto typist = service_.named(Case{}, command.seat->name)) command.seat->name = std::move(*typist);
  const auto facts = state_->known(command, team ? &*team : nullptr);
  // The book keeps no case; that a sentence came up in this round is known by the id of the command alone.
  if (!facts.said.line.empty()) {
    command.id = "book from/" + facts.said.line;
    std::get<ProposeSentence>(command.body).out_of = facts.said.line;
  }
  const bool may_destroy =
      std::visit([](const auto& body) { return kMayDestroy<std::decay_t<decltype(body)>>; }, command.body);
  bool destroys = false;
  std::vector<std::string> texts;  // of lines that go
  const auto work = [&] {
    static_cast<AnswerWith<LearningEvents>&>(answer) =
        shared.learnings.keep(command, [&](const learning::Session& it, const LearningCommand& wanted) {
          auto refused = cannot_be_kept(wanted);
          if (!refused && team && !may_destroy) refused = engine::closed_team(*team);
          if (refused) return learning::LearningDecision(failure(std::move(*refused)));
          auto decided = learning::decide(it, wanted, facts);
          if (decided && std::holds_alternative<DestroySessionLine>(wanted.body))
            texts = say_what_remains_of_session(*decided, kept_in(service_.store(), wanted.session));
          return decided;
        });
    for (const auto& event : answer.events)
      destroys = destroy_with(service_.store(), shared.learnings, command.session, event, texts) || destroys;
  };
  if (shared.session.together || !may_destroy) {
    work();
  } else {
    service_.in_one_transaction([&] {
      work();
      return true;
    });
  }
  if (destroys) shared.learnings.forget(command.session);
  if (answer.done() && !answer.repeated) answer.remarks = engine::remarks(team.value_or(Team{}), command);
  return answer;
}

std::optional<Refusal> Learning::refusal_of(LearningCommand command) {
  auto& shared = state_->service;
  const auto held = shared.session.hold();
  const auto team = service_.team();
  if (auto by = service_.named(Case{}, command.by)) command.by = std::move(*by);
  if (command.at == Time{}) command.at = shared.clock.now();
  const auto facts = state_->known(command, team ? &*team : nullptr);
  auto decided = learning::decide(shared.learnings.current(command.session), command, facts);
  if (decided) return std::nullopt;
  return std::move(decided.error());
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

int Learning::sessions_of(const std::string& name) {
  const auto held = state_->service.session.hold();
  int count = 0;
  for (const auto& stream : service_.store().streams(LearningStream::kPrefix))
    if (const auto seen = look(stream.substr(LearningStream::kPrefix.size()), name))
      count += learning::holds_of(*seen, person_in(*seen, name)) ? 1 : 0;
  return count;
}

std::int64_t Learning::events() {
  const auto held = state_->service.session.hold();
  std::int64_t count = 0;
  for (const auto& stream : service_.store().streams(LearningStream::kPrefix)) count += service_.store().head(stream);
  return count;
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
