// SPDX-License-Identifier: EUPL-1.2
#include "cli/meeting/guided_screen.hpp"

#include "cli/meeting/guided_lines.hpp"

#include <algorithm>
#include <chrono>

namespace casus::cli {
namespace {

constexpr std::chrono::milliseconds kHabit{700};

}  // namespace

/// A page that stays open stays where it was scrolled to.
void GuidedScreen::look() {
  const auto told = shown_.told;
  const auto from = shown_.from;
  static_cast<Guided&>(shown_) = meeting_.now();
  shown_.from = shown_.told == told ? from : 0;
  const auto case_id = shown_.table ? shown_.table->case_id : std::string();
  for (auto& message : shown_.messages) message.text = here_typed(std::move(message.text), case_id, shown_.voice);
}

void GuidedScreen::run(Face& face) {
  face.complete_with([this](const std::string& beginning) { return meeting_.completions(beginning); });
  look();
  std::optional<int> told;
  std::chrono::steady_clock::time_point helped{};
  while (!shown_.over && !shown_.stopped) {
    face.conceal(shown_.conceals());
    if (told != shown_.told) {
      told = shown_.told;
      face.offer(shown_.offer ? shown_.offered_line() : shown_.back, shown_.offer.has_value());
    }
    face.show(shown_);
    const auto keyed = face.wait();
    switch (keyed.what) {
      case Keyed::What::tick: look(); break;
      case Keyed::What::changed:
      case Keyed::What::redraw: break;
      case Keyed::What::line:
        // Enter behind a question mark, by habit: the help that it opened stays.
        if (keyed.text.empty() && std::chrono::steady_clock::now() - helped < kHabit) break;
        meeting_.take(keyed.text);
        look();
        break;
      case Keyed::What::lines:
        meeting_.take_lines(keyed.text);
        look();
        break;
      case Keyed::What::pasted:
        if (const auto line = meeting_.paste(keyed.text)) face.edit(*line);
        look();
        break;
      case Keyed::What::matches:
        meeting_.note(keyed.text, Tone::quiet);
        look();
        break;
      case Keyed::What::page_up: scroll(face, -1); break;
      case Keyed::What::page_down: scroll(face, 1); break;
      case Keyed::What::help:
        meeting_.take(LookAt{Ask::help, {}});
        look();
        helped = std::chrono::steady_clock::now();
        break;
      case Keyed::What::cleared:
        meeting_.note(text::say(shown_.voice, "guided_screen.line_empty_ctrl_c_again"), Tone::quiet);
        look();
        break;
      case Keyed::What::leave: return;
    }
  }
}

void GuidedScreen::scroll(Face& face, int pages) {
  if (!shown_.page) {
    if (!shown_.table || pages > 0) return;
    meeting_.take(LookAt{Ask::said, {}});
    look();
    return;
  }
  const auto size = face.page_size(shown_);
  const auto last = size.lines > size.fits ? size.lines - size.fits : 0;
  const auto by = std::max<std::size_t>(1, size.fits - std::min<std::size_t>(size.fits, 1));
  shown_.from = pages < 0 ? shown_.from - std::min(shown_.from, by) : std::min(last, shown_.from + by);
}

}  // namespace casus::cli
