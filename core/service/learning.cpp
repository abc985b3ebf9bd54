// SPDX-License-Identifier: EUPL-1.2
#include "core/service/learning.hpp"

#include "core/engine/refusing.hpp"
#include "core/engine/remarks/implausible.hpp"
#include "core/engine/remarks/line_remarks.hpp"
#include "core/engine/remarks/readable.hpp"
#include "core/engine/team/team.hpp"
#include "core/learning/decide/decide.hpp"
#include "core/learning/scan.hpp"
#include "core/method/phrases.hpp"
#include "core/report/documents/area_counts.hpp"
#include "core/service/commands/blank_texts.hpp"
#include "core/service/commands/refs_typed.hpp"
#include "core/service/mending/learning_gone.hpp"
#include "core/service/service_state.hpp"

#include <algorithm>
#include <set>

namespace casus::service {
namespace {

std::optional<Refusal> cannot_be_kept(const LearningCommand& command) {
  engine::ReadableTexts texts(command.seat.has_value());
  texts.look("session", command.session);
  texts.look("by", command.by);
  if (command.seat) texts.look("seat", command.seat->name);
  std::visit([&](const auto& body) { body.fields(body, texts); }, command.body);
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

struct Learning::State {
  State(Learning& the_learning, Service& all) : learning(the_learning), whole(all), service(*all.state_) {}

  void know_paper(casus::learning::Facts& facts, const Team& team);
  void know_area(casus::learning::Facts& facts, const LearningBody& body, const Team& team, Date today);
  void know_scans(casus::learning::Facts& facts, bool closes);
  void know_circles(casus::learning::Facts& facts, const std::string& session);
  void know_items(casus::learning::Facts& facts);
  casus::learning::SaidBefore said_before(const ProposeSentence& proposed);
  casus::learning::Facts known(const LearningCommand& command, const Team* team);

  const Team nobody{};
  Learning& learning;
  Service& whole;
  Service::State& service;
};

Learning::Learning(Service& service, const learning::Instruments& instruments, const Clock&)
    : service_(service), instruments_(instruments), state_(std::make_unique<State>(*this, service)) {}

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

/// The editions there were, and what the next one takes from the team, its playbook and its circles.
void Learning::State::know_paper(casus::learning::Facts& facts, const Team& team) {
  auto& streams = service.learnings;
  std::optional<casus::learning::Paper> before;
  for (const auto& id : learning.sessions("paper")) {
    const auto& paper = streams.current(id).paper;
    if (!paper) continue;
    facts.paper.number = std::max(facts.paper.number, paper->number);
    if (paper->going_on()) facts.paper.going_on = id;
    if (!paper->is_out()) continue;
    facts.paper.session = id;
    facts.paper.promises = paper->promises;
    before = *paper;
  }
  std::vector<casus::learning::Circle> circles;
  for (const auto& id : learning.sessions("circle"))
    if (const auto& circle = streams.current(id).circle; circle && circle->settled_on) circles.push_back(*circle);
  std::vector<const casus::learning::Circle*> settled;
  for (const auto& one : circles) settled.push_back(&one);
  const auto book = streams.current(std::string(kBookSession)).book;
  facts.drawn = casus::learning::drawn_from(team, book, settled, before ? &*before : nullptr);
}

/// The cycles there were, the focus points of the team, and for a cycle that begins what its period adds up to.
void Learning::State::know_area(casus::learning::Facts& facts, const LearningBody& body, const Team& team, Date today) {
  Date went_on{};
  std::set<std::string> told;  // what came of them stands in an earlier cycle
  for (const auto& id : learning.sessions("area")) {
    const auto& cycle = service.learnings.current(id).area;
    if (!cycle) continue;
    if (cycle->going_on()) facts.area.going_on = id;
    if (cycle->ended_on) facts.area.session = id;
    if (cycle->cancelled) facts.area.cancelled.push_back({cycle->from, cycle->to, cycle->counts});
    else went_on = std::max(went_on, cycle->to);
    for (const auto& one : cycle->outcomes) told.insert(one.focus);
    facts.area.counted_to = std::max(facts.area.counted_to.value_or(cycle->to), cycle->to);
  }
  std::erase_if(facts.area.cancelled, [&](const casus::learning::AreaCounted& one) { return one.from <= went_on; });
  for (const auto& one : team.focuses)
    if (!told.contains(one.chosen.id))
      facts.focuses.push_back({one.chosen.id, one.chosen.text, one.state == Done::open,
                               static_cast<int>(one.contributions.size()), one.outcome});
  const auto* begins = std::get_if<BeginAreaCycle>(&body);
  if (begins == nullptr) return;
  const auto asked = casus::learning::area_period(*begins, facts.area, today);
  const report::Period period{asked.from, asked.to};
  report::AreaFigures figures;
  whole.each_case([&](const Case& one) { report::add_case(figures, one); });
  facts.area_counts = report::area_counts(team, figures, period);
}

/// What a decision needs to know beside the session.
casus::learning::Facts Learning::State::known(const LearningCommand& command, const Team* team) {
  namespace learn = casus::learning;
  const auto& body = command.body;
  const auto today = date_of(command.at == Time{} ? service.clock.now() : command.at);
  learn::Facts facts;
  facts.team = team;
  const auto wanted = learn::instrument_of(body);
  // Of these a team uses one; of the others a command says which.
  const bool only_one = wanted == "goals" || wanted == "playbook";
  const auto* file =
      only_one ? learning.instruments_.of_kind(learn::kind_of(body)) : learning.instruments_.find(wanted);
  if (file != nullptr && file->instrument.kind == learn::kind_of(body)) {
    facts.instrument = &file->instrument;
    facts.definition = file->bytes;
  }
  facts.instruments = learning.instruments_.ids(learn::kind_of(body));
  const auto& whom = team != nullptr ? *team : nobody;
  const auto kind = learn::session_kind(body);
  if (kind == kBookSession && team != nullptr) {
    const auto* adopts = std::get_if<AdoptSentence>(&body);
    facts.meeting = learning.meeting_on(adopts != nullptr ? adopts->meeting.value_or(today) : today, whom);
  }
  if (const auto* proposed = std::get_if<ProposeSentence>(&body)) facts.said = said_before(*proposed);
  if (kind == "paper") know_paper(facts, whom);
  if (kind == "area") know_area(facts, body, whom, today);
  if (kind == "scan") know_scans(facts, std::holds_alternative<CloseScan>(body));
  if (kind == "circle") know_circles(facts, command.session);
  if (std::holds_alternative<SetOwnGoal>(body)) know_items(facts);
  if (std::holds_alternative<DestroySessionLine>(body))
    facts.lines = learn::lines_of(kept_in(whole.store(), command.session));
  return facts;
}

/// The scan that is open, when the last one closed, and for one that closes those before it.
void Learning::State::know_scans(casus::learning::Facts& facts, bool closes) {
  for (const auto& id : learning.sessions("scan")) {
    const auto& session = service.learnings.current(id);
    const auto& scan = session.scan;
    if (!scan) continue;
    if (scan->open()) facts.scan.going_on = id;
    if (!scan->closed_on || scan->answered < casus::learning::kFewestShown) continue;
    if (closes) facts.scan.counted.push_back(session);  // that a count was not shown says something too
    if (scan->counts.empty()) continue;
    facts.scan.closed_on = std::max(facts.scan.closed_on.value_or(*scan->closed_on), *scan->closed_on);
  }
}

/// The circle that goes on, and where people stood in the others.
void Learning::State::know_circles(casus::learning::Facts& facts, const std::string& session) {
  for (const auto& id : learning.sessions("circle")) {
    const auto& circle = service.learnings.current(id).circle;
    if (!circle) continue;
    if (circle->going_on()) facts.circle_going_on = id;
    if (id == session) continue;
    for (const auto& line : circle->lines)
      for (const auto* told : {&line.shown, &line.moved})
        if (*told) facts.lines_before.push_back(**told);
  }
}

/// Looks a sentence up where it is said to come from: among the practice sentences of a WERF round that the table said
/// yes to, or in the harvest of a circle.
casus::learning::SaidBefore Learning::State::said_before(const ProposeSentence& proposed) {
  casus::learning::SaidBefore said;
  const auto slash = proposed.out_of.find('/');
  const auto where = proposed.out_of.substr(0, slash);
  const auto line = slash == std::string::npos ? std::string() : proposed.out_of.substr(slash + 1);
  const auto words = method::spaced_words(proposed.text);
  const auto is_it = [&](const std::string& id, const std::string& text) {
    return (line.empty() || line == id) && method::spaced_words(text) == words;
  };
  const auto note = [&](const std::string& id) {
    if (said.line.empty()) said.line = where + '/' + id;
  };
  if (where.empty()) return said;
  const auto circles = learning.sessions("circle");
  if (std::ranges::find(circles, where) != circles.end()) {
    said.from = SentenceFrom::circle;
    const auto& circle = service.learnings.current(where).circle;
    if (!circle || circle->cancelled) return said;
    for (const auto& one : circle->harvest)
      if (is_it(one.id, one.text)) note(one.id);
    return said;
  }
  said.from = SentenceFrom::werf;
  if (!is_id(where) || !whole.exists(where)) return said;
  const auto& state = service.cases.current(where);
  for (const auto& person : state.people)
    if (!person.name.empty()) said.names.push_back(person.name);
  for (const auto& one : state.contributions)
    if (one.kind == "practice_sentence" && one.answer == casus::Answer::yes && is_it(one.id, one.text)) note(one.id);
  return said;
}

/// What a goal can hang on: the items of the last scan, or of any while there was none.
void Learning::State::know_items(casus::learning::Facts& facts) {
  const auto add = [&](const casus::learning::Instrument& instrument) {
    for (const auto id : instrument.item_ids()) facts.items.emplace_back(id);
  };
  if (const auto last = learning.current("scan"); !last.empty())
    if (const auto& scan = service.learnings.current(last).scan) return add(scan->instrument);
  for (const auto id : learning.instruments_.ids(casus::learning::InstrumentKind::scan))
    if (const auto* file = learning.instruments_.find(id)) add(file->instrument);
}

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
