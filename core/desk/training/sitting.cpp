// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/training/sitting.hpp"

#include "core/desk/forms/spelling.hpp"
#include "core/desk/training/came_out.hpp"
#include "core/desk/training/kept_definitions.hpp"
#include "core/desk/training/runs.hpp"
#include "core/desk/words/meeting_word.hpp"
#include "core/model/person_name.hpp"
#include "core/page/layout.hpp"
#include "core/service/play/play_log.hpp"
#include "core/training/debrief/debrief_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace casus::desk {

using nlohmann::json;

namespace {

/// The moment that a play has come to.
class VirtualClock final : public Clock {
 public:
  explicit VirtualClock(Time at) : at_(at) {}
  Time now() const override { return at_; }

 private:
  Time at_;
};

/// Of who leads, and not for who plays: what they wrote about the play, and what they tried to bring in.
bool is_beside_play(const training::Beat& beat) {
  if (beat.refusal) return beat.of_trainer() || training::leads(beat.move.body);
  return beat.of_trainer() && !std::holds_alternative<training::Inject>(beat.move.body);
}

}  // namespace

TrainingSitting::TrainingSitting(Desk& desk, const service::PlayLog& log, const TypedVerbs& verbs)
    : desk_(desk), ways_(desk, [this] { return play().state().id; }), verbs_(verbs), trainer_(desk.who_or_nobody()) {
  sit_down(log);
}

std::vector<std::string> TrainingSitting::completions(const std::string& beginning) const {
  return play_completions(play(), beginning, desk_.voice());
}

/// Takes a run up where its log ends.
void TrainingSitting::sit_down(const service::PlayLog& log) {
  training_.reset();
  replay_ = replay_of(desk_, log.setup);
  training_.emplace(desk_.service(Desk::Make::yes), *replay_, log_path_of(desk_, log.setup.run));
  training_->again(log);
  apart_here_.clear();
  const auto* presenter = play().state().with(Role::presenter);
  if (speaker_.empty() && presenter != nullptr) speaker_ = presenter->name;
}

Reply TrainingSitting::welcome() {
  Reply reply;
  if (desk_.json()) return reply;
  const auto voice = desk_.voice();
  const auto& scenario = play().scenario();
  reply.line(fmt::format("{} · {}", scenario.name.in(voice), play().setup().run), Tone::strong);
  reply.line(desk_.say("train.all_made_up"), Tone::warning);
  reply.line();
  reply.prose("", scenario.persona.story.in(voice));
  reply.line();
  // What was felt at the beginning is not what is felt now: `now` tells that.
  auto opening = play().opening();
  if (!play().beats().empty())
    std::erase_if(opening, [](const auto& out) { return out.what == training::CameOut::What::mood; });
  tell_came_out(desk_, reply, play(), opening);
  for (const auto& since : changed_since(desk_, *replay_)) reply.line(since.in(desk_.voice()), Tone::quiet);
  if (!play().beats().empty())
    reply.line(desk_.say("sitting.going_after_move", "beats"_is = play().beats().size()), Tone::quiet);
  return reply;
}

Reply TrainingSitting::take(const std::string& line) {
  Reply reply;
  tell_meanwhile(reply);
  // "Enter als dat klopt": an empty line agrees with what was asked last.
  const auto agreed = std::exchange(offered_, {});
  const auto& typed = trimmed(line).empty() ? agreed : line;
  if (trimmed(typed).empty() || trimmed(typed).starts_with('#')) return reply;
  auto understood = understand(trainee(), typed);
  if (const auto* asked = std::get_if<NotUnderstood>(&understood)) offered_ = asked->meant;
  done(std::move(understood), reply, leads_for_sure_);
  return reply;
}

Reply TrainingSitting::take_of(const std::string& seat, const std::string& line) {
  Reply reply;
  tell_meanwhile(reply);
  auto seated = trainee();
  seated.alone = true;
  if (seated.trainer.empty()) seated.trainer = seat;  // what only the trainer does is told below
  auto understood = understand(seated, seat + ": " + line);
  const auto* asked = std::get_if<Asked>(&understood);
  const auto* moved = std::get_if<training::Move>(&understood);
  const bool steers = asked != nullptr && (asked->what == PlayAsk::stop || asked->what == PlayAsk::speaker ||
                                           asked->what == PlayAsk::branch);
  const bool of_leader = steers || (moved != nullptr && training::leads(moved->body));
  if (!of_leader && (moved == nullptr || same_name(moved->by, seat))) {
    done(std::move(understood), reply, false);
    return reply;
  }
  apart_ = true;
  reply.error(of_leader ? desk_.say("sitting.for_who_leads") : desk_.say("sitting.own_name", "seat"_is = seat),
              Tone::warning);
  reply.status = Status::usage;
  return reply;
}

Reply TrainingSitting::take(training::Move move) {
  Reply reply;
  tell_meanwhile(reply);
  this->move(std::move(move), reply);
  return reply;
}

void TrainingSitting::done(Understood understood, Reply& reply, bool led) {
  apart_ = false;
  if (auto* moved = std::get_if<training::Move>(&understood)) move(std::move(*moved), reply);
  else if (const auto* asked = std::get_if<Asked>(&understood)) answer(*asked, reply, led);
  else if (const auto* looked = std::get_if<Looked>(&understood)) look_in_case(*looked, reply);
  else {
    apart_ = true;
    reply.error(std::get<NotUnderstood>(understood).message, Tone::warning);
    reply.status = Status::usage;
  }
}

Reply TrainingSitting::meanwhile() {
  Reply reply;
  tell_meanwhile(reply);
  return reply;
}

void TrainingSitting::tell_meanwhile(Reply& reply) {
  const auto numbers = training_->catch_up();
  if (desk_.json()) return;
  for (const int number : numbers) {
    const auto& beat = play().beats()[static_cast<std::size_t>(number - 1)];
    if (!beat.refusal && !is_beside_play(beat)) tell_beat(desk_, reply, voice(), *replay_, beat);
  }
}

Reply TrainingSitting::now() {
  Reply reply;
  look(reply);
  return reply;
}

void TrainingSitting::move(training::Move move, Reply& reply) {
  const auto visits = play().state().visits.size();
  const auto case_id = play().state().id;
  const auto seen = play().shown_to({});
  const auto& beat = training_->take(std::move(move));
  if (beat.refusal) reply.status = Status::refused;
  apart_ = beat.refusal.has_value() || is_beside_play(beat);
  if (is_beside_play(beat)) apart_here_.insert(beat.number);
  if (desk_.json()) return;
  tell_beat(desk_, reply, voice(), *replay_, beat);
  for (const auto* one : play().shown_to({}))
    if (std::ranges::find(seen, one) == seen.end()) tell_medium(*one, reply);
  // Another step, or another case because moves were taken back: say where the group is now.
  if (play().state().visits.size() != visits || play().state().id != case_id) where(reply);
}

void TrainingSitting::look_in_case(const Looked& looked, Reply& reply) {
  if (desk_.json()) return;
  // What it proposes must be typed here, not on a command line.
  if (looked.arguments.size() > 1 && looked.arguments[0] == "case" && looked.arguments[1] == "why")
    return why(reply, {});
  // Days that are proposed, asked for and counted are those of the exercise.
  const VirtualClock clock(play().clock());
  const auto* before = desk_.live_by(&clock);
  const auto* wrote = desk_.write_ways_by(&ways_);
  const auto as_before = [&] {
    desk_.live_by(before);
    desk_.write_ways_by(wrote);
  };
  try {
    verbs_.look(trainee(), looked.arguments, reply);
  } catch (...) {
    as_before();
    throw;
  }
  as_before();
}

void TrainingSitting::answer(const Asked& asked, Reply& reply, bool led) {
  apart_ = asked.what == PlayAsk::goals || asked.what == PlayAsk::moves || asked.what == PlayAsk::help;
  if (desk_.json() && asked.what != PlayAsk::stop && asked.what != PlayAsk::speaker && asked.what != PlayAsk::branch)
    return;
  switch (asked.what) {
    case PlayAsk::look: return look(reply, asked.of);
    case PlayAsk::why: return why(reply, asked.of);
    case PlayAsk::roles: return roles(asked.words.front(), reply);
    case PlayAsk::goals: return goals(reply);
    case PlayAsk::moves: return tell_moves(reply, led);
    case PlayAsk::help: return help(asked.words.front(), reply);
    case PlayAsk::stop: stopped_ = true; return;
    case PlayAsk::speaker: return sit(asked.words.front(), reply);
    case PlayAsk::branch: return branch(asked.words, reply);
  }
}

/// What was written about the play is read by who leads; at a terminal also by who wrote it, for the number of it.
void TrainingSitting::tell_moves(Reply& reply, bool led) const {
  for (const auto& beat : play().beats()) {
    const bool own = !all_read_along_ && (apart_here_.contains(beat.number) || same_name(beat.move.by, trainer_));
    if (is_beside_play(beat) && !led && !own) continue;
    reply.prose(
        fmt::format("[{}] ", beat.number),
        training::beat_in_words(play(), replay_->library(), beat.number, desk_.voice()) +
            (beat.taken_back > 0 ? desk_.say("sitting.taken_back", "taken_back"_is = beat.taken_back) : std::string()));
  }
}

void TrainingSitting::help(const std::string& about, Reply& reply) const {
  if (trimmed(about).empty()) return reply.text(play_help(desk_.voice()));
  for (const auto& line : meeting_help(about, desk_.voice())) reply.prose("  ", line);
}

void TrainingSitting::sit(const std::string& name, Reply& reply) {
  const auto* person = play().state().person(name);
  const auto observers = play().observers();
  const auto observer = std::ranges::find_if(observers, [&](const std::string& it) { return same_name(it, name); });
  if (person != nullptr && person->at_table()) speaker_ = person->name;
  else if (observer != observers.end()) speaker_ = *observer;
  else return reply.error(desk_.say("sitting.table", "name"_is = name, "table"_is = table()), Tone::warning);
  if (!desk_.json()) reply.line(desk_.say("sitting.types_now", "speaker"_is = speaker_), Tone::quiet);
}

/// "tak NAAM [na zet]": this run stays as it is, and the sitting goes on in the new one.
void TrainingSitting::branch(const std::vector<std::string>& words, Reply& reply) {
  try {
    int moves = static_cast<int>(play().beats().size());
    if (words.size() > 1)
      if (const auto wrong = read_typed(words[1], moves, {desk_.voice(), {}}); !wrong.empty()) throw Usage{wrong};
    const auto log = service::read_play_log(replay_->log());
    const auto name = branch_off(desk_, log, moves, words.empty() ? std::string() : words[0]);
    sit_down(open_log(desk_, name));
    if (!desk_.json()) {
      reply.line(desk_.say("sitting.going_from_move", "name"_is = name, "moves"_is = moves), Tone::good);
      where(reply);
    }
  } catch (const Usage& usage) {
    reply.error(usage.message, Tone::warning);
  }
}

Reply TrainingSitting::farewell() {
  Reply reply;
  const auto& run = play().setup().run;
  if (desk_.json()) {
    json beats = json::array();
    for (const auto& beat : play().beats()) beats.push_back(service::beat_json(beat, desk_.voice()));
    reply.json(
        {{"run", run}, {"case", play().state().id}, {"log", log_path_of(desk_, run)}, {"moves", std::move(beats)}});
    return reply;
  }
  reply.line(
      '\n' + desk_.say("sitting.moves_kept_training",
                       "beats"_is = text::msg("count.moves", "count"_is = play().beats().size()), "run"_is = run),
      Tone::good);
  if (play().retries() == 0 && !play().beats().empty())
    reply.line(desk_.say("sitting.nothing_done_again_yet_go"), Tone::quiet);
  reply.line(desk_.say("sitting.look_back_go", "debrief"_is = text::way("train debrief", "run"_is = run),
                       "play"_is = text::way("train play", "run"_is = run)),
             Tone::quiet);
  return reply;
}

}  // namespace casus::desk
