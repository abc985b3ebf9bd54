// SPDX-License-Identifier: EUPL-1.2
#include "cli/guided_meeting.hpp"

#include "core/desk/answers.hpp"
#include "core/desk/reading.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/meeting_words.hpp"

#include <algorithm>

namespace casus::cli {
namespace {

using Tone = Screen::Tone;

constexpr std::chrono::milliseconds kHabit{700};

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

GuidedMeeting::GuidedMeeting(Context& context, std::string day, std::string case_id)
    : context_(context), day_(std::move(day)), only_case_(std::move(case_id)) {
  shown_.lang = context_.lang();
}

Guided GuidedMeeting::now() {
  refresh();
  return shown_;
}

void GuidedMeeting::refresh() {
  const auto now = context_.now();
  auto case_id = only_case_;
  std::string chair;
  if (!day_.empty()) {
    shown_.room = service::room(context_.service(), context_.meetings().open(day_), now, context_.lang());
    const auto* item = shown_.room->at_hand();
    case_id = item == nullptr ? std::string() : item->case_id;
    chair = shown_.room->chair;
    over_ = shown_.room->finished;
  }
  if (case_id.empty()) {
    shown_.table.reset();
    looked_at_.clear();
    return;
  }
  if (looked_at_ != case_id) {  // once for each case that comes on the screen, not for each second that it stays there
    auto reading = desk::read(context_, case_id, CasePart::overview);
    looked_at_ = case_id;
    refusal_ = reading ? std::nullopt : std::optional(std::move(reading.error()));
    if (refusal_) tell(*refusal_);
  }
  if (refusal_) {
    shown_.table.reset();
    return;
  }
  const auto state = context_.service().open(case_id);
  shown_.table = service::table(state, context_.service().library(), now, context_.lang(), chair);
}

int GuidedMeeting::run(Face& face) {
  refresh();
  greet();
  face.complete_with([this](const std::string& beginning) {
    const auto nobody = service::Table{};
    return completions_of(beginning, shown_.table ? *shown_.table : nobody, names(), context_.lang());
  });
  std::chrono::steady_clock::time_point helped{};
  while (!over_ && !stopped_) {
    face.conceal(shown_.table && (shown_.table->hidden || shown_.table->private_time));
    if (line_back_) face.put_back(*std::exchange(line_back_, std::nullopt));
    if (offered_) face.offer(*std::exchange(offered_, std::nullopt));
    face.show(shown_);
    const auto keyed = face.wait();
    switch (keyed.what) {
      case Keyed::What::tick: refresh(); break;
      case Keyed::What::changed: break;
      case Keyed::What::line:
        // Enter behind a question mark, by habit: the help that it opened stays.
        if (keyed.text.empty() && std::chrono::steady_clock::now() - helped < kHabit) break;
        take(keyed.text);
        refresh();
        break;
      case Keyed::What::matches:
        shown_.messages.clear();
        say(keyed.text, Tone::quiet);
        break;
      case Keyed::What::page_up: scroll(face, -1); break;
      case Keyed::What::page_down: scroll(face, 1); break;
      case Keyed::What::help:
        take(LookAt{Ask::help, {}});
        helped = std::chrono::steady_clock::now();
        break;
      case Keyed::What::cleared:
        shown_.messages.clear();
        say(context_.say({"de regel is leeg; nog eens Ctrl-C sluit het scherm (er gaat niets verloren)",
                          "the line is empty; Ctrl-C again closes the screen (nothing is lost)"}),
            Tone::quiet);
        break;
      case Keyed::What::leave: stopped_ = true; break;
    }
  }
  return kDone;
}

void GuidedMeeting::greet() {
  shown_.messages.clear();
  if (!shown_.room || shown_.room->started) {
    say(context_.say({"Typ ? voor wat je hier kunt typen. Alles wordt meteen bewaard.",
                      "Type ? for what you can type here. Everything is kept at once."}),
        Tone::quiet);
    if (shown_.room) offer_next();
    return;
  }
  say(context_.say({"Wie zijn er? Haal weg wie er niet is, zet erbij wie er wel is, en druk op Enter.",
                    "Who is there? Take out who is not, add who is, and press Enter."}));
  std::string names;
  for (const auto& name : expected()) names += (names.empty() ? "" : ", ") + name;
  line_back_ = context_.say({"begin ", "start "}) + names;
}

/// With nothing on the table the next word is nearly always the same: one Enter then does it.
void GuidedMeeting::offer_next() {
  const auto meeting = context_.meetings().open(day_);
  if (!meeting.running() || meeting.at_hand() != nullptr) return;
  offered_ = meeting.next() != nullptr ? context_.say({"neem", "take"}) : context_.say({"einde", "end"});
}

/// Of the team, who is not away on that day.
std::vector<std::string> GuidedMeeting::expected() const {
  std::vector<std::string> names;
  const auto meeting = context_.meetings().open(day_);
  const auto team = context_.service().team();
  if (!team) return names;
  for (const auto& member : team->members)
    if (!team->is_away(member.name, meeting.on()) && std::ranges::find(meeting.away, member.name) == meeting.away.end())
      names.push_back(member.name);
  return names;
}

void GuidedMeeting::say(std::string text, Tone tone) {
  shown_.messages.push_back({std::move(text), tone});
  ++shown_.told;
}

void GuidedMeeting::open_page(std::string title, std::vector<std::string> lines) {
  shown_.page = Page{std::move(title), std::move(lines), 0};
  ++shown_.told;
}

void GuidedMeeting::scroll(Face& face, int pages) {
  if (!shown_.page) {
    if (shown_.table && pages < 0) take(LookAt{Ask::said, {}});
    return;
  }
  const auto size = face.page_size(shown_);
  const auto last = size.lines > size.fits ? size.lines - size.fits : 0;
  const auto by = std::max<std::size_t>(1, size.fits - std::min<std::size_t>(size.fits, 1));
  auto& from = shown_.page->from;
  from = pages < 0 ? from - std::min(from, by) : std::min(last, from + by);
}

std::string GuidedMeeting::acting() const {
  if (shown_.table && !shown_.table->acting.empty()) return shown_.table->acting;
  return context_.who();
}

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
  command.meeting = day_;
  command.by = shown_.room && !shown_.room->chair.empty() ? shown_.room->chair : context_.who();
  command.body = std::move(body);
  command.seat = context_.typist();
  return command;
}

void GuidedMeeting::take(const std::string& line) {
  shown_.messages.clear();
  shown_.page.reset();
  refresh();  // what others did meanwhile counts
  const service::Table nobody;
  const Spelling how{context_.lang(), context_.today()};
  auto meant = meant_by(line, shown_.table ? *shown_.table : nobody, names(), how);
  std::visit(
      [&](auto& one) {
        using T = std::decay_t<decltype(one)>;
        if constexpr (std::is_same_v<T, std::monostate>) ++shown_.told;
        else if constexpr (std::is_same_v<T, Unsure>) {
          say(std::move(one.message), Tone::warning);
          line_back_ = std::move(one.line);
        } else if constexpr (std::is_same_v<T, LookAt>) take(one);
        else take(std::move(one), line);
      },
      meant);
}

void GuidedMeeting::take(const GiveCommand& give, const std::string& line) {
  if (!shown_.table) {
    say(context_.say({"er ligt geen casus op tafel; typ: neem", "there is no case on the table; type: take"}),
        Tone::warning);
    line_back_ = line;
    return;
  }
  Command command;
  command.case_id = shown_.table->case_id;
  command.by = give.by.empty() ? acting() : give.by;
  command.seat = context_.typist();
  command.body = give.body;
  if (auto* said = std::get_if<Say>(&command.body))
    *said = service::completed(context_.service().open(command.case_id), context_.service().library(), command.by,
                               std::move(*said));
  // What the person sees is what is moved on from.
  if (std::holds_alternative<NextStep>(command.body) || std::holds_alternative<BackStep>(command.body))
    command.expect = shown_.table->version;
  tell(context_.service().handle(std::move(command)), line);
}

void GuidedMeeting::take(const NoteLine& note, const std::string& line) {
  if (shown_.table) {
    Command count;
    count.case_id = shown_.table->case_id;
    count.by = acting();
    count.seat = context_.typist();
    count.body = note.count;
    const auto answer = context_.service().note(std::move(count), TeamCommand{{}, {}, note.line});
    if (answer.done())
      say(context_.say({"genoteerd bij het team, los van de casus", "noted with the team, apart from the case"}),
          Tone::good);
    else tell(answer, line);
    return;
  }
  if (!shown_.room) return;
  MeetingBody body = CountMeetingLearning{};
  if (const auto* signal = std::get_if<CountSignal>(&note.count)) body = CountMeetingSignal{signal->theme};
  else body = CountMeetingLearning{std::get<CountLearning>(note.count).theme};
  tell(context_.meetings().note(meeting_command(std::move(body)), TeamCommand{{}, {}, note.line}), line);
}

void GuidedMeeting::take(const SteerMeeting& steer, const std::string& line) {
  if (steer.what == Ask::stop) {
    stopped_ = true;
    return;
  }
  if (!shown_.room) {
    say(context_.say({"dit is één casus, zonder overleg; dat kan hier niet",
                      "this is one case, without a meeting; that "
                      "cannot be done here"}),
        Tone::warning);
    return;
  }
  const auto give = [&](MeetingBody body) { tell(context_.meetings().handle(meeting_command(std::move(body))), line); };
  switch (steer.what) {
    case Ask::start: {
      StartMeeting start;
      start.present = steer.about.empty() ? expected() : names_from(steer.about);
      give(std::move(start));
      break;
    }
    case Ask::take: give(TakeItem{steer.about, {}}); break;
    case Ask::park: give(ParkItem{steer.because}); break;
    case Ask::ready: give(FinishItem{}); break;
    case Ask::chair: give(TakeChair{steer.about}); break;
    case Ask::arrive: give(Arrive{steer.about}); break;
    case Ask::leave: {
      LeaveMeeting leave;
      leave.name = steer.about;
      give(std::move(leave));
      break;
    }
    case Ask::finish: give(FinishMeeting{}); break;
    default: break;
  }
}

void GuidedMeeting::tell(const Refusal& refusal) {
  const auto lang = context_.lang();
  say(said(lang, {"kan niet{}: {}", "refused{}: {}"}, refusal.rule.empty() ? "" : " (" + refusal.rule + ")",
           refusal.reason.in(lang)),
      Tone::warning);
  if (!refusal.remedies.empty()) say(here_typed(refusal.remedies_in(context_.plain_voice())), Tone::strong);
}

template <class Events>
bool GuidedMeeting::tells_done(const service::AnswerWith<Events>& answer, const std::string& line) {
  if (answer.refusal) {
    tell(*answer.refusal);
    const bool explains = !answer.refusal->missing.empty() && is_soft(answer.refusal->missing);
    line_back_ = explains ? context_.say({"verder omdat ", "next because "}) : line;
  } else if (answer.conflict) {
    say(context_.say(
            {"iemand anders was net voor; dit is de stand nu", "somebody else was first; this is how it is now"}),
        Tone::warning);
  }
  return answer.done();
}

void GuidedMeeting::tell(const service::Answer& answer, const std::string& line) {
  if (!tells_done(answer, line)) return;
  const auto state = context_.service().open(answer.case_id);
  for (const auto& event : answer.events) {
    say(told(context_, event, state), Tone::good);
    if (const auto* said_event = std::get_if<Contributed>(&event.body); said_event != nullptr && !said_event->hidden)
      for (const auto& one : said_event->noticed)
        say(context_.say({"let op ({}): {}", "note ({}): {}"}, one.rule, one.message.in(context_.lang())),
            Tone::warning);
  }
}

void GuidedMeeting::tell(const service::MeetingAnswer& answer, const std::string& line) {
  if (!tells_done(answer, line)) return;
  const auto after = context_.meetings().open(answer.meeting);
  for (const auto& event : answer.events)
    say(fmt::format("{} {}", event.by, report::event_in_words(event, after, context_.lang())), Tone::good);
  offer_next();
}

}  // namespace casus::cli
