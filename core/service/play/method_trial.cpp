// SPDX-License-Identifier: EUPL-1.2
#include "core/service/play/method_trial.hpp"

#include "core/base/json/json_fields.hpp"
#include "core/base/text.hpp"
#include "core/plugin/apart.hpp"
#include "core/plugin/hostile.hpp"
#include "core/plugin/misdeed.hpp"
#include "core/text/problem_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <stdexcept>

namespace casus::service {
namespace {

using nlohmann::json;
using plugin::Apart;
using Weight = method::Remark::Weight;

constexpr std::chrono::seconds kPlayLimit{10};
/// Without a library nothing can hang; thirty people who come round one by one take a while.
constexpr std::chrono::seconds kPlayLimitOfFile{60};
constexpr std::chrono::seconds kHostileLimit{5};

std::string why_it_stalls(const Rehearsal& played, const text::Voice& voice) {
  if (played.refusal) return played.refusal->reason.in(voice) + ' ' + played.refusal->remedies_in(voice);
  std::string why;
  if (played.stall)
    for (const auto& missing : played.stall->missing) why += (why.empty() ? "" : " ") + missing.text.in(voice);
  return why.empty() ? voice.say("trial.no_way_on") : why;
}

/// Where the way on was only to say why not: the place of the requirement in the method's file.
json reasons_given(const Rehearsal& played, const method::Definition& method) {
  json out = json::array();
  std::string at;
  const method::Step* step = nullptr;
  for (const auto& event : played.events) {
    const auto* left = std::get_if<StepLeft>(&event.body);
    if (left != nullptr && step != nullptr && !left->because.empty())
      for (const auto& id : left->explained) {
        const auto need = std::ranges::find(step->done_when, id, &method::Requirement::id);
        // What the workflow asks is met by what people say, not by what the method lets them say.
        if (need != step->done_when.end())
          out.push_back({{"id", id}, {"at", fmt::format("{}/done_when/{}", at, need - step->done_when.begin())}});
      }
    const auto* entered = std::get_if<StepEntered>(&event.body);
    if (entered == nullptr || entered->method != method.id) continue;
    const auto& steps = method.steps(entered->phase);
    const auto found = std::ranges::find(steps, entered->step, &method::Step::id);
    step = found == steps.end() ? nullptr : &*found;
    if (step != nullptr) at = method.place(entered->phase, static_cast<std::size_t>(found - steps.begin()));
  }
  return out;
}

/// A rehearsal through each branch as text, so that two can be compared and one can come from another process.
std::string transcript(const plugin::Catalogue& methods, const workflow::Catalogue& workflows,
                       const method::Definition& method, bool elsewhere, const text::Voice& voice) {
  if (elsewhere) {
    ::setenv("TZ", "Pacific/Chatham", 1);
    ::tzset();
    for (const auto* name : {"tr_TR.UTF-8", "de_DE.UTF-8", "nl_NL.UTF-8", "C"})
      if (std::setlocale(LC_ALL, name) != nullptr) break;
  }
  json out{{"through", true}, {"events", 0}, {"heard", json::array()}, {"reasons", json::array()}};
  CameUp came;
  for (std::size_t way = 0; way < ways_through(method) && out["through"] == true; ++way) {
    const auto played = rehearse(methods, workflows, method.id, Lang::nl, way, true);
    out["through"] = played.through;
    out["events"] = out["events"].get<std::size_t>() + played.events.size();
    for (const auto& heard : played.heard) out["heard"].push_back(heard);
    for (auto& reason : reasons_given(played, method))
      if (std::ranges::find(out["reasons"], reason) == out["reasons"].end())
        out["reasons"].push_back(std::move(reason));
    came.add(played.state, method.id);
    if (!played.through) out["at"] = place_of(played, method), out["why"] = why_it_stalls(played, voice);
  }
  // What all whom it asks for do not come to, fewer may: those alone who are asked for on the way.
  if (out["through"] == true && !not_come_up(method, came).empty())
    for (std::size_t way = 0; way < ways_through(method); ++way)
      came.add(rehearse(methods, workflows, method.id, Lang::nl, way).state, method.id);
  out["people"] = came.people;
  out["came"] = json::array();
  for (const auto& [phase, step] : came.steps) out["came"].push_back({key(phase), step});
  out["voted"] = json::array();
  for (const auto& [phase, step] : came.voted) out["voted"].push_back({key(phase), step});
  return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

Telling no_answer(std::chrono::milliseconds limit) { return tell("wrong.plugin_too_long", {{"ms", limit.count()}}); }

class MethodTrial {
 public:
  MethodTrial(const plugin::Catalogue& methods, const workflow::Catalogue& workflows, const plugin::Entry& entry,
              const text::Voice& voice)
      : methods_(methods), workflows_(workflows), entry_(entry), voice_(voice) {}

  std::vector<method::Remark> look() {
    const auto* found = workflows_.find(entry_.definition.workflow);
    if (found == nullptr) no_workflow();
    else
      for (auto& lost : workflow::lost_with(found->workflow, entry_.definition))
        remarks_.push_back({Weight::warning, std::move(lost)});
    if (entry_.native == plugin::Native::unusable) library(entry_.why_not.in(voice_));
    else if (found == nullptr) return std::move(remarks_);  // nothing can be played
    else if (const auto first = play(false);
             ended_well(first, tell("wrong.while_played"), native() ? "/library" : "")) {
      const auto played = json::parse(first.text);
      for (const auto& it : played["reasons"])
        remarks_.push_back(
            {Weight::warning,
             {it["at"].get<std::string>(), tell("wrong.only_with_reason", {{"id", it["id"].get<std::string>()}})}});
      if (played["through"].get<bool>()) came_up(played);
      else add(played["at"].get<std::string>(), tell("wrong.stalls", {{"why", played["why"].get<std::string>()}}));
      if (native() && plays_the_same(first.text)) hostile();
    }
    return std::move(remarks_);
  }

 private:
  /// Which steps came is no matter of what a plugin says: it came from another process as ids.
  void came_up(const json& played) {
    CameUp came{.people = played["people"].get<int>()};
    const auto read = [](const json& steps, auto& into) {
      for (const auto& one : steps)
        if (const auto phase = from_key<Phase>(one[0].get<std::string>()))
          into.emplace(*phase, one[1].get<std::string>());
    };
    read(played["came"], came.steps);
    read(played["voted"], came.voted);
    for (auto& note : not_come_up(entry_.definition, came)) remarks_.push_back({Weight::warning, std::move(note)});
  }
  bool native() const { return entry_.native == plugin::Native::ready; }
  void add(std::string pointer, Telling message) {
    remarks_.push_back({Weight::error, {std::move(pointer), std::move(message)}});
  }
  void no_workflow() {
    const auto known = workflows_.ids();
    const auto& wanted = entry_.definition.workflow;
    add("/workflow", tell("wrong.no_workflow_here",
                          {{"got", wanted}, {"near", fields::near(wanted, known)}, {"known", joined(known)}}));
  }
  void library(Telling message) { add("/library", std::move(message)); }

  /// What a plugin did wrong is said in the reader's language while it is still more than words.
  Apart apart(const auto& work, std::chrono::seconds limit) const {
    return plugin::run_apart(
        [&]() -> std::string {
          try {
            return work();
          } catch (const plugin::Misdeed& misdeed) {
            throw std::runtime_error(voice_.say(text::message_of(misdeed.did())));
          }
        },
        limit);
  }

  Apart play(bool elsewhere) const {
    return apart([&] { return transcript(methods_, workflows_, entry_.definition, elsewhere, voice_); },
                 native() ? kPlayLimit : kPlayLimitOfFile);
  }

  bool ended_well(const Apart& ran, const Telling& when, const std::string& pointer) {
    switch (ran.end) {
      case Apart::End::done: return true;
      case Apart::End::crashed: add(pointer, tell("wrong.crashes", {{"when", when}, {"what", ran.why}})); break;
      case Apart::End::too_long:
        // Without a library nothing hangs: there is just too much to play.
        if (native()) library(tell("wrong.hangs", {{"when", when}, {"what", no_answer(kPlayLimit)}}));
        else add(pointer, tell("wrong.play_too_long", {{"ms", std::chrono::milliseconds(kPlayLimitOfFile).count()}}));
        break;
      case Apart::End::failed: add(pointer, tell("wrong.fails", {{"when", when}, {"what", ran.why}})); break;
    }
    return false;
  }

  bool plays_the_same(const std::string& first) {
    if (const auto again = play(false); again.end != Apart::End::done || again.text != first)
      library(tell("wrong.differs_again"));
    else if (const auto away = play(true); away.end != Apart::End::done || away.text != first)
      library(tell("wrong.differs_elsewhere"));
    else return true;
    return false;
  }

  void hostile() {
    for (const auto& it : names_of(plugin::Hostile{})) {
      const auto ran = apart(
          [&] {
            plugin::withstand(*methods_.rules(entry_.definition.id), entry_.definition, it.value);
            return std::string();
          },
          kHostileLimit);
      if (ran.end == Apart::End::too_long)
        library(tell("wrong.too_slow", {{"on", about(it.value)}, {"what", no_answer(kHostileLimit)}}));
      else if (!ended_well(ran, tell("wrong.on_case", {{"on", about(it.value)}}), "/library"))
        return;  // one of its kind says enough
    }
  }

  const plugin::Catalogue& methods_;
  const workflow::Catalogue& workflows_;
  const plugin::Entry& entry_;
  const text::Voice voice_;
  std::vector<method::Remark> remarks_;
};

}  // namespace

std::vector<method::Remark> try_method(const plugin::Catalogue& methods, const workflow::Catalogue& workflows,
                                       const plugin::Entry& entry, const text::Voice& voice) {
  return MethodTrial(methods, workflows, entry, voice).look();
}

std::string place_of(const Rehearsal& played, const method::Definition& method) {
  const auto* here = played.state.here();
  if (here == nullptr) return "";
  const auto& steps = method.steps(here->phase);
  const auto step = std::ranges::find(steps, here->step, &method::Step::id);
  return step == steps.end() ? "" : method.place(here->phase, static_cast<std::size_t>(step - steps.begin()));
}

}  // namespace casus::service
