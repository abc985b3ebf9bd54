// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/training/came_out.hpp"

#include "core/desk/typed/answers.hpp"
#include "core/report/history/event_shown.hpp"
#include "core/training/debrief/debrief_words.hpp"

#include <fmt/format.h>

namespace casus::desk {
namespace {

std::string letter_of(std::size_t index) { return std::string(1, static_cast<char>('a' + index)); }

}  // namespace

std::string time_to_choose(Desk& desk, const training::Play& play, const training::DecisionPoint& decision) {
  const auto until = play.open_until(decision.id);
  if (!until || !decision.within) return {};
  if (*until - play.clock() >= decision.within->seconds())
    return desk.say("came_out.within", "span"_is = training::span_in_words(*decision.within, desk.voice()));
  return desk.say("came_out.within_until", "moment"_is = training::moment(*until, desk.voice()));
}

void tell_came_out(Desk& desk, Reply& reply, const training::Play& play, const std::vector<training::CameOut>& all) {
  using What = training::CameOut::What;
  const auto voice = desk.voice();
  for (const auto& out : all) {
    const auto& text = out.text.in(voice);
    switch (out.what) {
      case What::fact: reply.prose("  * ", text); break;
      case What::event:
      case What::effect: reply.prose(fmt::format("  {}: ", training::moment(out.at, voice)), text); break;
      case What::mood: reply.prose("  ~ ", text); break;
      case What::late:
        reply.prose("  ! ", desk.say("came_out.late", "decision"_is = play.scenario().decision(out.id)->question,
                                     "option"_is = text));
        break;
      case What::hint: reply.prose(desk.say("came_out.hint"), text); break;
      case What::decision: {
        const auto* decision = play.scenario().decision(out.id);
        if (!play.is_open(out.id)) break;
        reply.line(desk.say("came_out.decision", "text"_is = out.id), Tone::strong);
        reply.prose("    ", text);
        for (std::size_t i = 0; i < decision->options.size(); ++i)
          reply.prose(fmt::format("    {}  ", letter_of(i)), decision->options[i].text.in(voice));
        if (const auto time = time_to_choose(desk, play, *decision); !time.empty())
          reply.line("    " + time, Tone::warning);
        reply.line(desk.say("came_out.choose_choose_because", "decision"_is = out.id), Tone::quiet);
        break;
      }
    }
  }
}

void tell_beat(Desk& desk, Reply& reply, const text::Voice& voice, service::Replay& replay,
               const training::Beat& beat) {
  const auto& play = replay.play();
  if (beat.refusal) return print_refusal(voice, reply, *beat.refusal);
  if (std::holds_alternative<CommandBody>(beat.move.body) && !beat.events.empty()) {
    for (const auto& event : beat.events) {
      // Without a name it goes by no id either: the lines here stand in the order of playing.
      const auto made = report::is_unnamed(play.state(), event) ? std::nullopt : said_in_step(event.body);
      reply.line(told(desk, event, play.state()) + (made ? " [" + std::string(made->id) + "]" : std::string()),
                 Tone::good);
      for (const auto& remark : remarks(desk, event)) reply.line("  " + remark, Tone::warning);
    }
  } else if (const auto* wait = std::get_if<training::Wait>(&beat.move.body)) {
    reply.line(desk.say("came_out.later", "after"_is = training::span_in_words(*wait, desk.voice())), Tone::strong);
  } else if (!std::holds_alternative<training::Inject>(beat.move.body)) {
    const auto words = training::beat_in_words(play, replay.library(), beat.number, desk.voice());
    reply.line(words.substr(words.find(" · ") + std::string_view(" · ").size()), Tone::good);
  }
  tell_came_out(desk, reply, play, beat.came_out);
}

}  // namespace casus::desk
