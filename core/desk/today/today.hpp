// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/stage.hpp"
#include "core/base/time.hpp"
#include "core/desk/learning/learning_due.hpp"
#include "core/desk/typed/case_line.hpp"
#include "core/model/words.hpp"
#include "core/page/page.hpp"
#include "core/text/message.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

/// What somebody of the team meets first: the meeting of today, what is theirs to do, what is due, and what to type or
/// press next. One value for every face.
namespace casus::desk {

class Desk;

struct Today {
  struct MeetingThen {
    Date on{};
    bool started = false;
    std::string chair;
    int minutes = 0;
    int cases = 0;
  };
  /// Something that was agreed, of this person or to be checked by them.
  struct Agreed {
    std::string case_id;
    std::string title;
    std::string action;  ///< its id
    std::string what;
    std::string who;
    Date by_when{};
    std::string repeats;  ///< as a rule; empty: once
    bool checks = false;  ///< this person looks whether it was done
  };
  /// A case at whose table this person works.
  struct Mine {
    std::string id;
    std::string title;
    Stage stage;
    bool owner = false;             ///< presents it, or manages it
    std::optional<Date> review_on;  ///< the day to look back
    bool place_asked = false;
    bool only_kept = false;  ///< the resident asked to restrict it (AVG 18): of what was agreed in it nothing is done
  };

  /// A case of one's own on its way to another team, which has not said that it has it.
  struct UnderWay {
    std::string case_id;
    std::string title;
    std::string team;
    Date on{};
  };

  /// Something that the resident or somebody of the circle put in themselves, by a card of their own.
  struct CameIn {
    std::string case_id;
    std::string title;
    std::string who;
    std::string what;  ///< "zei (wens): ..."
    Date on{};
    bool unseen = false;  ///< this person did not look at the case since
    bool danger = false;  ///< may tell of danger
  };
  /// A day that the law sets: a term, or the month in which what the resident asked must be answered.
  struct ByLaw {
    std::string case_id;
    std::string title;
    LegalDay day;
  };
  static constexpr std::chrono::days kCameIn{14};  ///< how long it stands there

  Date on{};
  std::string team;
  std::optional<Date> closed;  ///< the team works no more since then: nothing that begins is told
  std::string closed_because;  ///< and why, as it was said: where its cases went
  std::string who;
  bool outside = false;  ///< who asks is not of the team: of its meetings nothing is told, nor what begins
  std::optional<MeetingThen> meeting;  ///< of today, else the next that is planned
  std::optional<Date> ended;           ///< the meeting that was ended today
  std::vector<Date> never_ended;
  std::size_t aside = 0;        ///< lines of meetings that are in no case yet
  std::vector<Agreed> agreed;   ///< open, the first due first; none of a case that is only kept
  std::vector<CameIn> came_in;  ///< what is unseen first, danger before all, then the newest
  std::vector<ByLaw> by_law;  ///< in one's own cases, of closed ones what was asked; gone by while it can be met still
  std::vector<UnderWay> under_way;
  std::vector<Mine> cases;                        ///< open, what is due or unsafe first
  static constexpr std::size_t kCasesShown = 40;  ///< on a page; a list of cases has the rest
  LearningDue learning;                           ///< of the team, and one's own
  std::vector<text::Way> next;  ///< what to do now, the likeliest first; may be empty in a closed team and outside

  bool is_due(const Agreed& one) const { return one.by_when <= on; }
  bool is_due(const ByLaw& one) const { return one.day.on <= on; }
  bool is_due(const Mine& one) const { return !one.only_kept && one.review_on && *one.review_on <= on; }
};

/// For who sits at this desk. Cases of others, and their names, do not come in. Throws Usage when nobody said who they
/// are.
Today today_of(Desk& desk);

/// "2 dagen te laat", "vandaag", "woensdag 4 maart 2026".
std::string when_due(const Today& today, Date day, const text::Voice& voice);
/// What there is to know of a case of one's own: danger first, then the look back.
std::string standing(const Today& today, const Today::Mine& mine, const text::Voice& voice);
/// "2026-001 is sinds 2 maart onderweg naar Wijkteam Zuid."
std::string in_words(const Today::UnderWay& one, const text::Voice& voice);
/// "Wmo 2015: onderzoek klaar"; "Verzoek van de inwoner: inzage (AVG 15)".
std::string in_words(const Today::ByLaw& one, const text::Voice& voice);
/// Where it is dealt with: the answer to a request, what a case still lacks.
text::Way way_on(const Today::ByLaw& one);
/// "Samen bellen, elke woensdag".
std::string in_words(const Today::Agreed& agreed, const text::Voice& voice);

page::Page today_page(const Today& today, const text::Voice& voice);
nlohmann::json today_json(const Today& today);

}  // namespace casus::desk
