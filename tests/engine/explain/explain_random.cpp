// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/explain.hpp"
#include "tests/engine/story.hpp"

#include <random>

using namespace casus;
using namespace casus::test;

namespace {

constexpr int kCases = 300;

/// Commands as a busy team might type them: likely ones, wrong ones, at any moment, by anybody.
class TypingOut {
 public:
  TypingOut(unsigned seed, Story& story) : random_(seed), story_(story) {}

  int number(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  bool sometimes(int one_in) { return number(one_in) == 0; }
  template <class T>
  const T& one_of(const std::vector<T>& from) {
    return from[static_cast<std::size_t>(number(static_cast<int>(from.size())))];
  }

  /// Any command; whether it is accepted is for the engine to say.
  void type() {
    if (sometimes(6)) return follow();
    try_command(one_of(people()), body());
  }

 private:
  std::vector<std::string> people() const {
    std::vector<std::string> names;
    for (const auto& person : story_.c.people) names.push_back(person.name.empty() ? person.id : person.name);
    return names;
  }

  void try_command(const std::string& by, CommandBody body) {
    const Command command{{}, story_.c.id, by, story_.tick(), std::nullopt, std::move(body)};
    const auto before = story_.c.version;
    const auto events = engine::decide(story_.c, command, story_.library);
    CHECK(story_.c.version == before);
    if (!events) {
      CHECK_FALSE(events.error().reason.in(Lang::nl).empty());
      return;
    }
    for (const auto& event : *events) engine::evolve(story_.c, event);
    story_.history.insert(story_.history.end(), events->begin(), events->end());
  }

  /// A bit of the way that the program itself would show, so that cases get past the first steps.
  void follow() {
    const auto way = engine::explain(story_.c, story_.library, "Bram", story_.tick()).way;
    for (const auto& command : way) {
      if (sometimes(12)) return;
      try_command(command.by, command.body);
    }
  }

  CommandBody spoken() {
    const auto* here = story_.c.here();
    const auto* method = here == nullptr ? nullptr : story_.library.pinned_method(story_.c.method(here->phase));
    const auto* step = method == nullptr ? nullptr : method->step(here->phase, here->step);
    Say it{{.kind = step == nullptr || step->kinds.empty() || sometimes(8) ? "answer" : one_of(step->kinds)}};
    it.text = it.kind == "question" || it.kind == "follow_up" ? "Wat dan?" : "Dat is zo.";
    if (sometimes(2)) it.answer = Answer::yes;
    if (sometimes(3) && !story_.c.contributions.empty()) it.re = one_of(story_.c.contributions).id;
    return it;
  }

  CommandBody body() {
    const Date later = plus_days(date_of(story_.now), number(60));
    const auto reason = [&] { return sometimes(2) ? std::string() : std::string("omdat het zo is"); };
    switch (number(34)) {
      case 0:
        return AddParticipant{
            "Amir", {one_of<Role>({Role::member, Role::coach, Role::resident, Role::circle})}, true, false, {}};
      case 1: return AddParticipant{"Elif", {Role::coordinator}, false, false, {}};
      case 2: return RemoveParticipant{one_of(people())};
      case 3:
        return ChangeMethod{one_of(shipped_methods()),
                            sometimes(2) ? std::optional<Phase>() : kAllPhases[static_cast<std::size_t>(number(4))],
                            {}};
      case 4: return BackStep{{}, reason()};
      case 5: return Pass{};
      case 6: return GiveScore{Scale::scale_0_10, number(12), "gezien", {}, {}, {}};
      case 7: return SetGoal{"Elke week bezoek", true, {}, {}, {}};
      case 8: return ScoreGoal{"g1", {}, "gezien", Done::partly};
      case 9:
        return FinishAction{
            "a" + std::to_string(1 + number(3)), one_of<Done>({Done::done, Done::open, Done::not_done}), {}};
      case 10: return RaiseDecision{"Wat nu?", sometimes(2)};
      case 11: return TakeDecision{"d1", "Ja", "omdat", {}, reason()};
      case 12: return PresentPlan{"Ons plan"};
      case 13: return AnswerPlan{sometimes(2), Ground::safety, reason()};
      case 14: return SetReview{later};
      case 15: return TellResident{"alles", {}, {}};
      case 16: return Evaluate{"het gaat", {}, {}, {}};
      case 17:
        return AddNetworkPerson{one_of<std::string>({"Els", "Joop", "Dokter Vis"}), "buur", Shell::friend_,
                                one_of<Quadrant>({Quadrant::society, Quadrant::family, Quadrant::professionals}),
                                false};
      case 18: return AskPerson{one_of<std::string>({"Els", "Joop"}), Answer::later, sometimes(2), {}, {}};
      case 19: return RaiseConcern{"blauwe plek"};
      case 20: return sometimes(2) ? CommandBody(RaiseAcute{"gevaar"}) : CommandBody(HandleAcute{"gedaan"});
      case 21: return TakeMeldcodeStep{1 + number(5), "gedaan", {}, {}, true, true};
      case 22: return ClearSafety{reason()};
      case 23: return StartRound{{}, reason()};
      case 24: return sometimes(3) ? CommandBody(PauseCase{"even niet", later}) : CommandBody(ResumeCase{});
      case 25: return sometimes(4) ? CommandBody(CloseCase{reason()}) : CommandBody(ReopenCase{reason()});
      case 26:
        return sometimes(4) ? CommandBody(ErasePerson{one_of(people()), reason(), one_of(people())})
                            : CommandBody(CountLearning{"gesprek"});
      case 27: return CountSignal{"wachttijd"};
      case 28: return action("Bellen", one_of(people()), one_of(people()));
      case 29: return NextStep{reason()};
      default: return spoken();
    }
  }

  std::mt19937 random_;
  Story& story_;
};

struct Place {
  Stage stage;
  std::size_t visits;
  int round;
  bool operator==(const Place&) const = default;
};

Place place(const Case& c) { return {c.stage, c.visits.size(), c.round}; }

}  // namespace

TEST_CASE("whatever a team did, the way shown is accepted command by command and moves the case",
          "[engine][explain][random]") {
  const bool native = GENERATE(false, true);
  std::map<std::string, int> stuck;
  std::map<Life, int> lives;
  int acute = 0;
  for (unsigned seed = 0; seed < kCases; ++seed) {
    const auto methods = shipped_methods();
    auto story = ready(methods[seed % methods.size()], seed % 5 == 0 ? Mode::coaching : Mode::strict);
    if (native) story.library.use_native_rules();
    TypingOut typist(seed, story);
    for (int i = typist.number(80); i > 0; --i) typist.type();

    CAPTURE(native, seed, story.c.stage.life, story.c.stage.phase, story.c.stage.safety);
    CHECK(place(story.refolded()) == place(story.c));
    ++lives[story.c.stage.life];
    if (story.c.stage.safety == Safety::acute) ++acute;
    const std::string by = typist.sometimes(4) ? "niemand" : "Bram";
    const auto explained = engine::explain(story.c, story.library, by, story.tick());
    CHECK_FALSE(explained.standing.in(Lang::nl).empty());
    if (explained.stuck) {
      CHECK(explained.way.empty());
      REQUIRE_FALSE(explained.missing.empty());
      for (const auto& it : explained.missing)
        if (it.hard) ++stuck[it.id];
      continue;
    }
    REQUIRE_FALSE(explained.way.empty());
    const auto before = place(story.c);
    for (const auto& command : explained.way) {
      CAPTURE(name_of(command.body), command.by);
      const auto events = engine::decide(story.c, command, story.library);
      if (!events) FAIL_CHECK(events.error().name + ": " + events.error().reason.in(Lang::en));
      REQUIRE(events.has_value());
      for (const auto& event : *events) engine::evolve(story.c, event);
    }
    CHECK(place(story.c) != before);
  }
  // Rare, and each by its name: a limit of contributions for each person that is used up, a native rule that says no.
  int times = 0;
  for (const auto& [id, count] : stuck) {
    UNSCOPED_INFO("stuck on " << id << ": " << count << " of " << kCases);
    times += count;
  }
  CHECK(times <= kCases / 100);
  for (const auto life : {Life::intake, Life::open, Life::paused, Life::closed}) CHECK(lives[life] > 0);
  CHECK(acute > 0);
}
