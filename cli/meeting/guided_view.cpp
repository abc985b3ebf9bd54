// SPDX-License-Identifier: EUPL-1.2
#include "cli/meeting/guided_view.hpp"

#include "cli/face.hpp"
#include "cli/meeting/guided_rows.hpp"
#include "core/desk/typed/spoken.hpp"
#include "core/page/layout.hpp"
#include "core/page/safe_text.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace casus::cli {
namespace {

using service::Countdown;
using service::Room;
using service::Table;
using Tone = Screen::Tone;

constexpr int kWide = 112;
constexpr int kSide = 38;
constexpr std::size_t kPromptRows = 3;
constexpr std::size_t kSaidRows = 6;
constexpr std::size_t kSaidLines = 3;
constexpr std::size_t kMessageRows = 6;
constexpr std::size_t kMissingRows = 3;

class View {
 public:
  View(const Shown& shown, int rows, int columns)
      : g_(shown), voice_(shown.voice), rows_(std::max(rows, 1)), width_(std::max(columns, 20)) {
    side_ = width_ >= kWide && g_.room && !is_private() ? kSide : 0;
    inner_ = static_cast<std::size_t>(width_ - (side_ > 0 ? side_ + 3 : 0));
  }

  std::vector<ScreenRow> rows() {
    head();
    const auto foot = this->foot();
    const auto room = rows_ > top_.size() + foot.size() ? rows_ - top_.size() - foot.size() : 0;
    auto middle = g_.page ? page(room) : is_private() ? private_time() : step(room);
    middle.resize(room);
    if (side_ > 0 && !g_.page) put_beside(middle, side_column(g_, static_cast<std::size_t>(side_)), inner_);
    auto all = std::move(top_);
    std::ranges::move(middle, std::back_inserter(all));
    std::ranges::copy(foot, std::back_inserter(all));
    if (all.size() > rows_)
      all.erase(all.begin() + 1, all.begin() + 1 + static_cast<std::ptrdiff_t>(all.size() - rows_));
    return all;
  }

  PageSize page_fits() {
    head();
    const auto foot = this->foot();
    const auto room = rows_ > top_.size() + foot.size() + 2 ? rows_ - top_.size() - foot.size() - 2 : 1;
    return {room, page_rows().size()};
  }

 private:
  bool is_private() const { return g_.table && g_.table->private_time; }

  template <std::same_as<text::Argument>... Arguments>
  std::string say(Words words, Arguments... arguments) const {
    return words.said(voice_, std::move(arguments)...);
  }

  void head() {
    const auto full = static_cast<std::size_t>(width_);
    if (is_private()) return;
    if (g_.room) {
      const auto& room = *g_.room;
      auto bar =
          two_sides(fmt::format(" {}{}{}", room.team, room.team.empty() ? "" : ", ",
                                date_from(room.meeting) ? desk::day(*date_from(room.meeting), voice_) : room.meeting) +
                        (room.chair.empty() ? "" : say("guided.chair", "chair"_is = room.chair)),
                    Tone::strong, meeting_time(room), Tone::strong, full);
      bar.bar = true;
      top_.push_back(std::move(bar));
      if (side_ == 0) top_.push_back(agenda_strip(room, full, voice_));
    }
    if (!g_.table) return;
    const auto& t = *g_.table;
    const auto tone = t.stage.safety == Safety::clear   ? Tone::quiet
                      : t.stage.safety == Safety::acute ? Tone::bad
                                                        : Tone::warning;
    auto title = two_sides(fmt::format("{}  {}", t.case_id, t.title), Tone::strong,
                           say("guided.safety_2", "safety"_is = label(t.stage.safety, voice_)), tone, full);
    title.bar = !g_.room;
    top_.push_back(std::move(title));
    if (g_.page) return;
    if (t.stage.safety != Safety::clear) put_wrapped(top_, "  ", t.safety, tone, full, 2);
    if (!t.question.empty()) put_wrapped(top_, say("guided.question_2"), t.question, Tone::plain, full, 2);
  }

  std::string meeting_time(const Room& room) const {
    switch (room.time.pace) {
      case Countdown::Pace::untimed: return {};
      case Countdown::Pace::stale: return say("guided.began_earlier");
      case Countdown::Pace::over: return say("guided.min_over_time", "count"_is = -room.time.left.count() / 60);
      default:
        return say("guided.min_left", "count"_is = (room.time.left.count() + 59) / 60,
                   "minutes_to_do"_is = room.fits || room.minutes_to_do == 0
                                            ? ""
                                            : say("guided.min_do", "minutes_to_do"_is = room.minutes_to_do));
    }
  }

  /// Missing, messages and what can be typed: the part above the line.
  std::vector<ScreenRow> foot() const {
    const auto full = static_cast<std::size_t>(width_);
    std::vector<ScreenRow> out;
    if (g_.table && !g_.page && !is_private()) way_on(out, full);
    std::vector<ScreenRow> told;
    for (const auto& message : g_.messages)
      for (const auto& line : page::lines_of(message.text))
        put_wrapped(told, "", line, message.tone, full, kMessageRows);
    const auto most = std::clamp<std::size_t>(rows_ / 3, 1, kMessageRows + rows_ / 12);
    if (told.size() > most) {
      told.resize(most);
      told.back().spans.push_back({" …", Tone::quiet});
    }
    std::ranges::move(told, std::back_inserter(out));
    out.push_back({{{page::clipped(hint(), full), Tone::quiet}}});
    return out;
  }

  void way_on(std::vector<ScreenRow>& out, std::size_t full) const {
    const auto& t = *g_.table;
    if (t.no_way) {
      put_wrapped(out, say("guided.now_2"), t.no_way->reason.in(voice_), Tone::warning, full, 2);
      return;
    }
    if (!t.in_step) return;
    if (t.missing.empty()) {
      out.push_back({{{say("guided.ready_next_step_next"), Tone::good}}});
      return;
    }
    std::size_t shown = 0;
    for (const auto& one : t.missing) {
      if (shown + 1 == kMissingRows && t.missing.size() > kMissingRows) {
        out.push_back({{{say("guided.more_type_why", "shown"_is = t.missing.size() - shown), Tone::quiet}}});
        break;
      }
      const auto lead = shown == 0 ? say("guided.still_needed_2") : std::string("  - ");
      put_wrapped(out, lead, one.text.in(voice_) + (one.hard ? "" : say("guided.next_reason")), Tone::plain, full,
                  t.missing.size() == 1 ? 2 : 1);
      ++shown;
    }
  }

  std::string hint() const {
    if (g_.page && g_.page->what == desk::Ask::pasted) return text::msg("guided.hint_pasted").in(voice_);
    if (g_.page) return say("guided.enter_back_step_pgdn_pgup");
    if (is_private()) return say("guided.next_when_circle_calls_back");
    if (!g_.table) return say("guided.take_next_item_agenda_done");
    return g_.room ? say("guided.name_text_next_back_pass_2") : say("guided.name_text_next_back_pass");
  }

  std::vector<ScreenRow> private_time() const {
    std::vector<ScreenRow> out(rows_ / 3);
    const auto full = static_cast<std::size_t>(width_);
    for (const auto& line : {say("guided.private_time_circle"), say("guided.nothing_recorded")}) {
      const auto pad = (full - std::min(full, page::columns(line))) / 2;
      out.push_back({{{std::string(pad, ' ') + line, Tone::strong}}});
    }
    return out;
  }

  std::vector<ScreenRow> step(std::size_t room) const {
    std::vector<ScreenRow> out;
    if (!g_.table) {
      if (g_.room) between(out);
      return out;
    }
    const auto& t = *g_.table;
    if (!t.in_step) {
      not_in_step(out, t);
      return out;
    }
    out.push_back({{{std::string(inner_, '-'), Tone::quiet}}});
    out.push_back(two_sides(fmt::format("{} {}/{}: {}", desk::capital(t.phase), t.number, t.of, t.step), Tone::strong,
                            time_left(t.time, voice_), tone_of(t.time), inner_));
    for (const auto& line : service::course_lines(t, voice_)) put_wrapped(out, "", line, Tone::quiet, inner_, 2);
    put_wrapped(out, "", whose_turn(t, voice_), Tone::plain, inner_, 2);
    std::vector<ScreenRow> below;
    if (!t.menu.empty()) put_wrapped(below, "", say("guided.menu", "who"_is = t.who_choose), Tone::plain, inner_, 2);
    for (const auto& line : service::menu_lines(t, voice_)) put_wrapped(below, "  ", line, Tone::plain, inner_, 1);
    std::string kinds;
    for (const auto& kind : t.kinds) kinds += (kinds.empty() ? "" : ", ") + service::kind_at_table(kind, voice_);
    if (!kinds.empty())
      put_wrapped(below, say("guided.fits_here_2"), kinds + (t.advice_locked ? say("guided.advice_yet") : ""),
                  Tone::quiet, inner_, 2);
    if (t.hidden) put_wrapped(below, "", say("guided.everyone_writes_alone_what_type"), Tone::warning, inner_);
    const auto said = contributions(t);
    // Prompts have the room that the last contributions leave.
    std::vector<ScreenRow> prompts;
    for (const auto& prompt : t.prompts) put_wrapped(prompts, "  > ", prompt, Tone::plain, inner_);
    const auto used = out.size() + below.size() + std::min(said.size(), kSaidRows) + 1;
    const auto fit = std::max(kPromptRows, room > used ? room - used : 0);
    if (prompts.size() > fit) {
      prompts.resize(fit - 1);
      prompts.push_back({{{say("guided.more_type_step"), Tone::quiet}}});
    }
    std::ranges::move(prompts, std::back_inserter(out));
    std::ranges::move(below, std::back_inserter(out));
    if (said.empty() || out.size() + 2 > room) return out;
    out.push_back({{{std::string(inner_, '-'), Tone::quiet}}});
    const auto free = room - out.size();
    auto from = said.size() > free ? said.end() - static_cast<std::ptrdiff_t>(free) : said.begin();
    // Not with the end of a contribution whose beginning is out of sight.
    while (from != said.begin() && from != said.end() && from->spans.front().text.starts_with("    ")) ++from;
    std::copy(from, said.end(), std::back_inserter(out));
    return out;
  }

  /// The newest at the bottom; no more of them than there are rows.
  std::vector<ScreenRow> contributions(const Table& t) const {
    std::vector<ScreenRow> said;
    for (const auto& line : std::span(t.said).last(std::min(t.said.size(), rows_))) {
      if (!line.step.empty()) said.push_back({{{line.step, Tone::quiet}}});
      const auto lines = page::wrapped(
          fmt::format("{}{}, {}: {}", line.id.empty() ? "" : line.id + " ", line.who, line.kind, line.text),
          inner_ - 4);
      for (std::size_t i = 0; i < lines.size() && i < kSaidLines; ++i)
        said.push_back(
            {{{(i == 0 ? "  " : "    ") + lines[i] + (i + 1 == kSaidLines && lines.size() > kSaidLines ? " …" : ""),
               line.here ? Tone::plain : Tone::quiet}}});
      if (line.here)
        for (const auto& one : line.noticed)
          put_wrapped(said, say("guided.note_2"), one.message.in(voice_), Tone::warning, inner_, 2);
    }
    if (t.hidden_count > 0)
      said.push_back(
          {{{say("guided.contributions_hidden_until_step_over", "hidden_count"_is = t.hidden_count), Tone::plain}}});
    return said;
  }

  void not_in_step(std::vector<ScreenRow>& out, const Table& t) const {
    out.push_back({});
    if (t.stepless) put_wrapped(out, "", say("guided.method_step_machine_look_method"), Tone::warning, inner_);
    else
      for (const auto& line : standing_lines(t, voice_)) put_wrapped(out, "", line, Tone::plain, inner_);
  }

  /// Between two items: the agenda itself.
  void between(std::vector<ScreenRow>& out) const {
    out.push_back({});
    for (const auto& line : agenda_lines(*g_.room, voice_))  // " 1. " hangs out
      put_wrapped(out, line.substr(0, 4), line.substr(4), Tone::plain, inner_);
    out.push_back({});
    const auto* now = g_.room->at_hand();
    const auto* next = g_.room->next();
    const auto what = !g_.room->started ? std::string()
                      : now != nullptr  ? say("guided.now_done_type_done", "what"_is = now->what)
                      : next != nullptr ? say("guided.next_type_take", "next"_is = short_name(*next))
                                        : nothing_next();
    put_wrapped(out, "", what, Tone::good, inner_);
  }

  /// All is done, but for what was parked.
  std::string nothing_next() const {
    std::string cases, first;
    for (const auto& item : g_.room->items) {
      if (item.state != ItemState::parked) continue;
      if (first.empty()) first = item.case_id.empty() ? item.id : item.case_id;
      cases += (cases.empty() ? "" : ", ") + short_name(item);
    }
    if (cases.empty()) return say("guided.all_done_type_end");
    return say("guided.still_parked", "cases"_is = cases, "first"_is = first,
               "take"_is = desk::name_of(desk::Ask::take, voice_), "end"_is = desk::name_of(desk::Ask::finish, voice_));
  }

  std::vector<ScreenRow> page_rows() const {
    std::vector<ScreenRow> out;
    std::vector<std::string> lines;
    for (const auto& whole : page_lines(g_)) {
      // What was pasted may be one line of several: each is drawn below the other, and belongs to what it stands under.
      const auto parts = page::lines_of(whole);
      if (parts.size() < 2) lines.push_back(whole);
      else
        for (std::size_t i = 0; i < parts.size(); ++i) lines.push_back((i == 0 ? "" : "    ") + parts[i]);
    }
    for (const auto& line : lines) {
      if (line.empty()) {
        out.push_back({});
        continue;
      }
      // Pages are laid out already; only what does not fit is broken, and stays as far to the right as it began.
      if (page::columns(line) <= static_cast<std::size_t>(width_)) {
        out.push_back({{{line}}});
        continue;
      }
      const auto indent = std::min<std::size_t>(line.find_first_not_of(' '), 30);
      put_wrapped(out, std::string(indent, ' '), line, Tone::plain, static_cast<std::size_t>(width_));
    }
    return out;
  }

  std::vector<ScreenRow> page(std::size_t room) const {
    auto lines = page_rows();
    std::vector<ScreenRow> out;
    const auto fits = room > 2 ? room - 2 : 1;
    const auto from = std::min(g_.from, lines.size() > fits ? lines.size() - fits : 0);
    out.push_back({{{std::string(static_cast<std::size_t>(width_), '-'), Tone::quiet}}});
    out.push_back(two_sides(g_.page->title, Tone::strong,
                            lines.size() > fits
                                ? say("guided.lines", "from"_is = from + 1,
                                      "lines"_is = std::min(from + fits, lines.size()), "lines2"_is = lines.size())
                                : "",
                            Tone::quiet, static_cast<std::size_t>(width_)));
    for (auto i = from; i < lines.size() && i < from + fits; ++i) out.push_back(std::move(lines[i]));
    return out;
  }

  const Shown& g_;
  text::Voice voice_;
  std::size_t rows_;
  int width_;
  int side_ = 0;
  std::size_t inner_;
  std::vector<ScreenRow> top_;
};

}  // namespace

std::vector<ScreenRow> rows_of(const Shown& shown, int rows, int columns) { return View(shown, rows, columns).rows(); }

PageSize page_size(const Shown& shown, int rows, int columns) {
  return shown.page ? View(shown, rows, columns).page_fits() : PageSize{};
}

}  // namespace casus::cli
