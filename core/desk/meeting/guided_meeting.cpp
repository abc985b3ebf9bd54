// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided_meeting.hpp"

#include "core/desk/answers.hpp"
#include "core/desk/completed.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/twice.hpp"
#include "core/report/meeting_words.hpp"
#include "core/report/naming.hpp"

#include <algorithm>

namespace casus::desk {
namespace {

std::vector<std::string> names_from(const std::string& text) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(',', at), text.size());
    if (const auto name = trimmed(std::string_view(text).substr(at, end - at)); !name.empty()) names.emplace_back(name);
    at = end + 1;
  }
  return names;
}

bool is_soft(const std::vector<Missing>& missing) { return std::ranges::none_of(missing, &Missing::hard); }

}  // namespace

GuidedMeeting::GuidedMeeting(Desk& desk, Place place, CommandLines* lines)
    : desk_(desk), place_(std::move(place)), lines_(lines) {
  shown_.lang = desk_.lang();
  shown_.choice = place_.meeting;
}

std::optional<Refusal> GuidedMeeting::open() {
  if (place_.meeting) {
    const auto meeting = desk_.meetings().open(day());
    if (auto refusal = not_of_the_team(desk_, &meeting)) return refusal;
  }
  refresh();
  if (barred_ && !place_.meeting) return barred_;
  greet();
  if (barred_) tell(*barred_);
  return std::nullopt;
}

const Guided& GuidedMeeting::now() {
  refresh();
  return shown_;
}

void GuidedMeeting::refresh() {
  const auto now = desk_.now();
  auto case_id = place_.case_id;
  std::string chair;
  if (place_.meeting) {
    shown_.room = service::room(desk_.service(), desk_.meetings().open(day()), now, desk_.lang(),
                                [&](const std::string& id) { return title_on_screen(desk_, id); });
    const auto* item = shown_.room->at_hand();
    case_id = item == nullptr ? std::string() : item->case_id;
    chair = shown_.room->chair;
    shown_.over = shown_.room->finished;
  }
  if (case_id.empty()) {
    shown_.table.reset();
    looked_at_.clear();
    barred_.reset();
    return;
  }
  if (const auto state = looked_at(case_id))
    shown_.table = service::table(*state, desk_.service().library(), now, desk_.lang(), chair);
  else shown_.table.reset();
}

/// Asked for and logged when the case comes on the table, and again only when the answer is another than it was.
std::optional<Case> GuidedMeeting::looked_at(const std::string& case_id) {
  (void)desk_.who();
  const auto before = looked_at_ == case_id ? std::optional(ground_) : std::nullopt;
  auto reading = read_again(desk_, case_id, CasePart::overview, place_.because, before);
  looked_at_ = case_id;
  ground_ = reading ? reading->sight : Sight::refused;
  barred_ = reading ? std::nullopt : std::optional(std::move(reading.error()));
  return reading ? std::optional(std::move(reading->state)) : std::nullopt;
}

void GuidedMeeting::greet() {
  shown_.messages.clear();
  shown_.offer.reset();
  shown_.back.reset();
  if (place_.meeting) say_which();
  if (!shown_.room || shown_.room->started) {
    say(desk_.say({"Typ ? voor wat je hier kunt typen. Alles wordt meteen bewaard.",
                   "Type ? for what you can type here. Everything is kept at once."}),
        Tone::quiet);
    if (shown_.room) offer_next();
    return;
  }
  say(desk_.say({"Wie zijn er? Haal weg wie er niet is, zet erbij wie er wel is, en druk op Enter.",
                 "Who is there? Take out who is not, add who is, and press Enter."}));
  std::string names;
  for (const auto& name : expected_at(desk_.meetings().open(day()), desk_.service().team()))
    names += (names.empty() ? "" : ", ") + name;
  shown_.back = desk_.say({"begin ", "start "}) + names;
}

/// Which meeting this is, when it is not that of today; and the others.
void GuidedMeeting::say_which() {
  const auto& [meant, named, others] = *place_.meeting;
  const auto lang = desk_.lang();
  const auto today = desk_.today();
  const auto spoken = [&](const std::string& day) { return report::day(date_from(day).value_or(today), lang); };
  if (const auto on = date_from(meant.day); on && *on != today && !named) {
    if (meant.started)
      say(desk_.say({"Dit is het overleg van {}: begonnen, en nooit afgesloten.",
                     "This is the meeting of {}: begun, and never ended."},
                    spoken(meant.day)),
          Tone::warning);
    else
      say(desk_.say(
              {"Vandaag is er geen overleg; dit is dat van {}.", "There is no meeting today; this is that of {}."},
              spoken(meant.day)),
          Tone::warning);
  }
  for (const auto& other : others)
    say(other.started ? desk_.say({"Het overleg van {} is nooit afgesloten; daarheen: ander {}",
                                   "The meeting of {} was never ended; to go there: other {}"},
                                  spoken(other.day), other.day)
                      : desk_.say({"Gepland staat ook dat van {}; daarheen: ander {}",
                                   "That of {} is planned too; to go there: other {}"},
                                  spoken(other.day), other.day),
        Tone::warning);
}

/// With nothing on the table the next word is nearly always the same: one Enter then does it.
void GuidedMeeting::offer_next() {
  const auto meeting = desk_.meetings().open(day());
  if (!meeting.running() || meeting.at_hand() != nullptr) return;
  shown_.offer = meeting.next() != nullptr ? desk_.say({"neem", "take"}) : desk_.say({"einde", "end"});
}

void GuidedMeeting::say(std::string text, Tone tone) { shown_.messages.push_back({std::move(text), tone}); }

void GuidedMeeting::note(std::string text, Tone tone) {
  ++shown_.told;
  shown_.messages.clear();
  shown_.offer.reset();
  shown_.back.reset();
  say(std::move(text), tone);
}

void GuidedMeeting::quiet() {
  shown_.messages.clear();
  shown_.offer.reset();
  shown_.back.reset();
}

void GuidedMeeting::open_page(Ask what, std::string title, std::vector<std::string> lines) {
  shown_.page = Opened{what, std::move(title), std::move(lines)};
}

std::string GuidedMeeting::acting() const {
  if (!sent_.by.empty()) return sent_.by;
  if (shown_.table && !shown_.table->acting.empty()) return shown_.table->acting;
  return desk_.who();
}

text::Voice GuidedMeeting::voice() const { return lines_ == nullptr ? desk_.voice() : lines_->voice(); }

Typist GuidedMeeting::typist() const { return desk_.typist(); }

MeetingNames GuidedMeeting::names() const {
  MeetingNames names;
  if (!shown_.room) return names;
  names.people = shown_.room->present;
  for (const auto& item : shown_.room->items)
    if (!item.case_id.empty()) names.cases.push_back(item.case_id);
  return names;
}

MeetingCommand GuidedMeeting::meeting_command(MeetingBody body) const {
  MeetingCommand command;
  command.id = sent_.id;
  command.meeting = day();
  command.by = !sent_.by.empty()                            ? sent_.by
               : shown_.room && !shown_.room->chair.empty() ? shown_.room->chair
                                                            : desk_.who();
  command.body = std::move(body);
  command.seat = typist();
  return command;
}

std::vector<std::string> GuidedMeeting::completions(const std::string& beginning) const {
  return completions_of(beginning, shown_.table.value_or(service::Table{}), names(), desk_.lang());
}

void GuidedMeeting::take(const std::string& line, Sent sent) {
  sent_ = std::move(sent);
  refresh();  // what others did meanwhile counts
  const service::Table nobody;
  taken(meant_by(line, shown_.table ? *shown_.table : nobody, names(), {desk_.lang(), desk_.today()}), line);
}

void GuidedMeeting::take(Meant meant, Sent sent) {
  sent_ = std::move(sent);
  refresh();
  taken(std::move(meant), {});
}

void GuidedMeeting::taken(Meant meant, const std::string& line) {
  ++shown_.told;
  shown_.done = !std::holds_alternative<Unsure>(meant);
  shown_.messages.clear();
  shown_.page.reset();
  shown_.offer.reset();
  shown_.back.reset();
  const bool was_barred = barred_.has_value();
  std::visit(
      [&](auto& one) {
        using T = std::decay_t<decltype(one)>;
        if constexpr (std::is_same_v<T, Unsure>) {
          say(std::move(one.message), Tone::warning);
          shown_.back = std::move(one.line);
        } else if constexpr (std::is_same_v<T, GiveCommand>) {
          give(one, line);
        } else if constexpr (std::is_same_v<T, NoteLine>) {
          keep(one, line);
        } else if constexpr (std::is_same_v<T, LookAt>) {
          look(one);
        } else if constexpr (std::is_same_v<T, SteerMeeting>) {
          steer(one, line);
        } else if constexpr (std::is_same_v<T, TypedCommand>) {
          run(std::move(one), line);
        }
      },
      meant);
  refresh();
  if (barred_ && !was_barred) tell(*barred_);
}

void GuidedMeeting::nothing_at_hand(const std::string& line) {
  shown_.done = false;
  if (barred_) tell(*barred_);
  else
    say(desk_.say({"er ligt geen casus op tafel; typ: neem", "there is no case on the table; type: take"}),
        Tone::warning);
  if (!line.empty()) shown_.back = line;
}

void GuidedMeeting::give(const GiveCommand& given, const std::string& line) {
  if (!shown_.table) return nothing_at_hand(line);
  Command command;
  command.id = sent_.id;
  command.case_id = shown_.table->case_id;
  command.by = given.by.empty() ? acting() : given.by;
  command.body = given.body;
  if (given.by.empty()) command = desk_.service().by_whoever_said_it(std::move(command));
  command.seat = typist();
  // Said at the table, an answer is to the question that is open.
  command = desk_.service().completed(std::move(command));
  // What the person sees is what is moved on from.
  if (std::holds_alternative<NextStep>(command.body) || std::holds_alternative<BackStep>(command.body))
    command.expect = sent_.seen.value_or(shown_.table->version);
  tell(desk_.service().told(std::move(command)), line);
}

void GuidedMeeting::keep(const NoteLine& note, const std::string& line) {
  if (shown_.table) {
    Command count;
    count.id = sent_.id;
    count.case_id = shown_.table->case_id;
    count.by = acting();
    count.seat = typist();
    count.body = note.count;
    const auto answer = desk_.service().note(std::move(count), TeamCommand{{}, {}, note.line});
    if (answer.done())
      say(desk_.say({"genoteerd bij het team, los van de casus", "noted with the team, apart from the case"}),
          Tone::good);
    else tell(answer, line);
    return;
  }
  if (barred_ || !shown_.room) return nothing_at_hand(line);
  const auto* const signal = std::get_if<CountSignal>(&note.count);
  MeetingBody body = signal != nullptr ? MeetingBody(CountMeetingSignal{signal->theme})
                                       : MeetingBody(CountMeetingLearning{std::get<CountLearning>(note.count).theme});
  tell(desk_.meetings().note(meeting_command(std::move(body)), TeamCommand{{}, {}, note.line}), line);
}

void GuidedMeeting::turn_to_other(const std::string& day) {
  auto& choice = *place_.meeting;
  const auto other = day.empty() ? choice.others.begin() : std::ranges::find(choice.others, day, &MeetingThere::day);
  if (other == choice.others.end()) {
    say(desk_.say({"er is geen ander overleg om heen te gaan", "there is no other meeting to go to"}), Tone::warning);
    return;
  }
  std::swap(choice.meant, *other);
  shown_.choice = choice;
  refresh();
  greet();
}

void GuidedMeeting::steer(const SteerMeeting& steer, const std::string& line) {
  if (steer.what == Ask::stop) {
    shown_.stopped = true;
    return;
  }
  if (!shown_.room) {
    say(desk_.say({"dit is één casus, zonder overleg; dat kan hier niet",
                   "this is one case, without a meeting; that cannot be done here"}),
        Tone::warning);
    return;
  }
  const auto give = [&](MeetingBody body) {
    tell(desk_.meetings().handle(completed(desk_, meeting_command(std::move(body)))), line);
  };
  switch (steer.what) {
    case Ask::start: return give(StartMeeting{names_from(steer.about), {}, {}});
    case Ask::take: return give(TakeItem{steer.about, {}});
    case Ask::park: return give(ParkItem{steer.because});
    case Ask::ready: return give(FinishItem{});
    case Ask::chair: return give(TakeChair{steer.about});
    case Ask::arrive: return give(Arrive{steer.about});
    case Ask::leave: return give(LeaveMeeting{{steer.about}});
    case Ask::finish: return give(FinishMeeting{});
    case Ask::other: return turn_to_other(steer.about);
    default: return;
  }
}

void GuidedMeeting::tell(const Refusal& refusal) {
  const auto lang = desk_.lang();
  say(said(lang, {"kan niet{}: {}", "refused{}: {}"}, refusal.rule.empty() ? "" : " (" + refusal.rule + ")",
           refusal.reason.in(lang)),
      Tone::warning);
  if (!refusal.remedies.empty()) say(refusal.remedies_in(voice()), Tone::strong);
}

template <class Events>
bool GuidedMeeting::tells_done(const service::AnswerWith<Events>& answer, const std::string& line) {
  if (answer.refusal) {
    tell(*answer.refusal);
    const bool explains = !answer.refusal->missing.empty() && is_soft(answer.refusal->missing);
    if (explains) shown_.back = desk_.say({"verder omdat ", "next because "});
    else if (!line.empty()) shown_.back = line;
  } else if (answer.conflict) {
    say(desk_.say({"iemand anders was net voor; dit is de stand nu", "somebody else was first; this is how it is now"}),
        Tone::warning);
  }
  shown_.done = answer.done();
  return answer.done();
}

void GuidedMeeting::tell(const service::Answer& answer, const std::string& line) {
  if (!tells_done(answer, line)) return;
  if (!answer.after) return;
  if (const auto twice = said_twice(desk_, answer)) say(voice().say(*twice), Tone::warning);
  for (const auto& event : answer.events) {
    say(told(desk_, event, *answer.after), Tone::good);
    const auto* contribution = std::get_if<Contributed>(&event.body);
    if (contribution != nullptr && contribution->hidden) continue;  // everybody reads this screen
    for (auto& remark : remarks(desk_, event)) say(std::move(remark), Tone::warning);
  }
}

void GuidedMeeting::tell(const service::MeetingAnswer& answer, const std::string& line) {
  if (!tells_done(answer, line)) return;
  for (const auto& event : answer.events) say(told(desk_, event, *answer.after), Tone::good);
  offer_next();
}

}  // namespace casus::desk
