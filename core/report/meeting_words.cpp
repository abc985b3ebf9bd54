// SPDX-License-Identifier: EUPL-1.2
#include "core/report/meeting_words.hpp"

#include "core/base/text.hpp"
#include "core/report/naming.hpp"
#include "core/text/message.hpp"

#include <fmt/format.h>

namespace casus::report {

namespace {

std::string listed(const std::vector<std::string>& parts) { return joined({parts.begin(), parts.end()}); }

/// Each event type has its own sentence; a new type without one does not compile.
struct MeetingTeller {
  const Meeting& m;
  Lang lang;

  template <class... Args>
  std::string say(std::string_view nl, std::string_view en, const Args&... args) const {
    return fmt::format(fmt::runtime(pick(lang, nl, en)), args...);
  }
  std::string named(const std::string& id) const {
    const auto* item = m.item(id);
    return item == nullptr ? id : item_name(item->line, lang);
  }
  std::string because(const std::string& text) const {
    return text.empty() ? "" : say(", want: {}", ", because: {}", text);
  }

  std::string operator()(const MeetingPlanned& e) const {
    auto out = say("plande het overleg: {} punten in {} minuten", "planned the meeting: {} items in {} minutes",
                   e.lines.size(), e.minutes);
    if (!e.chair.empty()) out += say("; gespreksleider {}", "; chair {}", e.chair);
    return out;
  }
  std::string operator()(const ItemAdded& e) const {
    return say("zette {} op de agenda, {} minuten", "put {} on the agenda, {} minutes", item_name(e.line, lang),
               e.line.minutes) +
           (e.line.case_id.empty() ? "" : because(e.line.because));
  }
  std::string operator()(const ItemDropped& e) const {
    return say("haalde {} van de agenda", "took {} off the agenda", named(e.item)) + because(e.because);
  }
  std::string operator()(const ItemMoved& e) const {
    if (e.before.empty()) return say("zette {} achteraan", "moved {} to the end", named(e.item));
    return say("zette {} vóór {}", "moved {} before {}", named(e.item), named(e.before));
  }
  std::string operator()(const ItemMinutesSet& e) const {
    return say("gaf {} {} minuten", "gave {} {} minutes", named(e.item), e.minutes);
  }
  std::string operator()(const MeetingStarted& e) const {
    return say("begon het overleg; gespreksleider {}; aanwezig: {}", "started the meeting; chair {}; present: {}",
               e.chair, listed(e.present));
  }
  std::string operator()(const Arrived& e) const { return say("zag {} aanschuiven", "saw {} join", e.name); }
  std::string operator()(const LeftMeeting& e) const { return say("zag {} weggaan", "saw {} leave", e.name); }
  std::string operator()(const ChairTaken& e) const {
    return say("maakte {} gespreksleider", "made {} the chair", e.name);
  }
  std::string operator()(const ItemTaken& e) const {
    auto out = say("begon aan {}; gespreksleider {}", "began {}; chair {}", named(e.item), e.chair);
    if (!e.presenter.empty()) out += say(", inbrenger {}", ", presenter {}", e.presenter);
    if (e.chair != m.chair && e.presenter == m.chair)
      out += say(" (R3: {} brengt zelf in)", " (R3: {} presents it)", m.chair);
    return out;
  }
  std::string operator()(const ItemParked& e) const {
    return say("parkeerde {}", "parked {}", named(e.item)) + because(e.because);
  }
  std::string operator()(const ItemFinished& e) const {
    if (e.untouched)
      return say("sloot {} zonder dat er iets over gezegd is; de vraag blijft staan",
                 "ended {} without a word said of it; its question stays asked", named(e.item));
    const auto* item = m.item(e.item);
    const auto spent = item == nullptr ? 0.0 : static_cast<double>(item->spent(m.changed_at).count()) / 60.0;
    return say("rondde {} af na {}", "finished {} after {}", named(e.item), minutes(spent, lang));
  }
  std::string operator()(const MeetingSignalCounted& e) const {
    return say("noteerde een signaal bij het team: {}", "noted a signal with the team: {}", e.theme);
  }
  std::string operator()(const MeetingLearningCounted&) const {
    return say("noteerde een leerlijn bij het team", "noted a line of learning with the team");
  }
  std::string operator()(const MeetingFinished&) const { return say("sloot het overleg af", "ended the meeting"); }
  std::string operator()(const MeetingReopened& e) const {
    return text::msg("meeting.told_reopened", "because"_is = e.because).in(lang);
  }
};

}  // namespace

std::string item_name(const AgendaLine& line, Lang lang) {
  if (!line.case_id.empty()) return fmt::format("{} {}", pick(lang, "casus", "case"), line.case_id);
  if (!line.because.empty()) return line.because;
  return std::string(label(line.part, lang));
}

std::string why_in_words(const AgendaLine& line, Lang lang) {
  const auto on = line.since ? day(*line.since, lang) : std::string("?");
  const auto say = [&](std::string_view nl, std::string_view en, const auto&... args) {
    return fmt::format(fmt::runtime(pick(lang, nl, en)), args...);
  };
  const auto sentence = [&] {
    switch (line.why) {
      case Why::standard: return say("hoort bij elk overleg", "part of every meeting");
      case Why::acute: return say("acuut onveilig: gaat voor alles (R14)", "acutely unsafe: before everything (R14)");
      case Why::review_due:
        return say("terugkijken was afgesproken op {} (R10)", "review was agreed for {} (R10)", on) +
               (line.about.empty() ? "" : say(", en {} moet klaar zijn", ", and {} is due", listed(line.about)));
      case Why::action_due:
        return say("actie {} moest klaar zijn op {} (R10)", "action {} was due on {} (R10)", listed(line.about), on);
      case Why::concern:
        return say("zorg over veiligheid, stap {} van de meldcode (R14)",
                   "safety concern, step {} of the meldcode (R14)", listed(line.about));
      case Why::legal_term: return say("de wettelijke termijn loopt af op {}", "the legal term ends on {}", on);
      case Why::workflow_term:
        return say("de termijn van de werkwijze loopt af op {}", "the workflow's term ends on {}", on);
      case Why::asked:
        return say("{} vroeg op {} om een plek (R1)", "{} asked for a place on {} (R1)", line.presenter, on);
      case Why::evaluation_due: return say("de evaluatie staat open sinds {}", "the evaluation is open since {}", on);
      case Why::quiet: return say("al stil sinds {}", "quiet since {}", on);
      case Why::right_due:
        return text::msg("meeting.right_due", "request"_is = listed(line.about), "on"_is = on).in(lang);
      case Why::by_hand:
        return line.because.empty() || line.case_id.empty() ? say("toegevoegd door het team", "added by the team")
                                                            : line.because;
    }
    return std::string();
  }();
  auto all = sentence;
  for (const auto& [why, since, about] : line.also) {
    auto other = line;
    other.why = why;
    other.since = since;
    other.about = about;
    other.carried = false;
    other.also.clear();
    all += "; " + why_in_words(other, lang);
  }
  return line.carried ? all + say("; bleef de vorige keer liggen", "; was left the last time") : all;
}

std::string off_in_words(const AgendaLine& line, Lang lang) {
  switch (line.off) {
    case Off::none: return {};
    case Off::no_time:
      return fmt::format(fmt::runtime(pick(lang, "past niet meer ({}); komt de volgende keer eerst",
                                           "does not fit any more ({}); comes first the next time")),
                         minutes(line.minutes, lang));
    case Off::presenter_away:
      return fmt::format(fmt::runtime(pick(lang, "{} is er niet; komt de volgende keer eerst",
                                           "{} is away; comes first the next time")),
                         line.presenter);
  }
  return {};
}

std::string event_in_words(const MeetingEvent& event, const Meeting& after, Lang lang) {
  return std::visit(MeetingTeller{after, lang}, event.body);
}

}  // namespace casus::report
