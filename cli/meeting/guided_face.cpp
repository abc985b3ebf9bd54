// SPDX-License-Identifier: EUPL-1.2
#include "cli/meeting/guided_face.hpp"

#include "cli/face.hpp"
#include "core/base/fault.hpp"
#include "core/base/text.hpp"
#include "core/page/layout.hpp"
#include "core/page/safe_text.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <poll.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <utility>

namespace casus::cli {
namespace {

constexpr int kSecond = 1000;

class WindowFace final : public Face {
 public:
  explicit WindowFace(bool colour) : terminal_(colour) {}

  void show(const Shown& shown) override {
    const auto size = terminal_.size();
    terminal_.draw(rows_of(shown, size.rows - terminal_.line_rows(), size.columns));
  }
  Keyed wait() override { return terminal_.wait(kSecond); }
  void offer(const std::optional<std::string>& line, bool whole) override { terminal_.offer(line, whole); }
  void edit(const std::string& line) override { terminal_.put(line); }
  void conceal(bool yes) override { terminal_.conceal(yes); }
  void complete_with(std::function<std::vector<std::string>(const std::string&)> completions) override {
    terminal_.complete_with(std::move(completions));
  }
  PageSize page_size(const Shown& shown) const override {
    const auto size = terminal_.size();
    return cli::page_size(shown, size.rows - terminal_.line_rows(), size.columns);
  }

 private:
  Terminal terminal_;
};

volatile sig_atomic_t g_line_interrupted = 0;
volatile sig_atomic_t g_line_ended = 0;

void on_line_signal(int signal) {
  if (signal == SIGINT) g_line_interrupted = 1;
  else g_line_ended = 1;
}

/// The terminal itself edits the line; what changed is written below what was there.
class LinesFace final : public Face {
 public:
  explicit LinesFace(const text::Voice& voice) : voice_(voice) {
    g_line_interrupted = 0;
    g_line_ended = 0;
    struct sigaction action {};
    action.sa_handler = on_line_signal;
    sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < kSignals.size(); ++i) sigaction(kSignals[i], &action, &before_[i]);
  }
  ~LinesFace() override {
    conceal(false);
    for (std::size_t i = 0; i < kSignals.size(); ++i) sigaction(kSignals[i], &before_[i], nullptr);
  }
  LinesFace(const LinesFace&) = delete;
  LinesFace& operator=(const LinesFace&) = delete;

  void show(const Shown& shown) override {
    if (shown.told != told_) {
      told_ = shown.told;
      for (const auto& message : shown.messages) put(message.text);
      if (shown.page) {
        put(shown.page->title);
        for (const auto& line : page_lines(shown)) put(line);
      }
      asked_ = true;
    }
    if (auto place = place_of(shown); place != place_) {
      place_ = std::move(place);
      put({});
      if (shown.table) {
        for (const auto& line : step_lines(*shown.table, voice_)) put(line);
        if (!shown.table->private_time && shown.table->in_step && !shown.table->said.empty()) {
          put(text::say(voice_, "guided_face.said_round"));
          for (const auto& line : said_lines(*shown.table, voice_)) put(line);
        }
      } else if (shown.room) {
        for (const auto& line : agenda_lines(*shown.room, voice_)) put(line);
      }
      asked_ = true;
    }
    warn(shown);
    if (!example_.empty()) put(std::exchange(example_, {}));
    if (!std::exchange(asked_, false)) return;
    prompt(shown);
  }

  Keyed wait() override {
    if (auto keyed = taken()) return std::move(*keyed);
    pollfd wanted{STDIN_FILENO, POLLIN, 0};
    const int ready = ::poll(&wanted, 1, kSecond);
    if (g_line_ended != 0 || g_line_interrupted != 0) return {Keyed::What::leave, {}};
    if (ready <= 0) return {};
    // A terminal gives line by line what was pasted at once.
    for (bool more = true; more;) {
      std::array<char, 4096> part{};
      const auto got = ::read(STDIN_FILENO, part.data(), part.size());
      if (got < 0 && errno == EINTR) return {};
      if (got <= 0) return {Keyed::What::leave, {}};
      typed_.append(part.data(), static_cast<std::size_t>(got));
      more = ::poll(&wanted, 1, 0) > 0 && (wanted.revents & POLLIN) != 0;
    }
    asked_ = true;
    if (auto keyed = taken()) return std::move(*keyed);
    return {};
  }

  /// Nothing can be put into the line of a plain terminal; it is said, and what was typed is above it.
  void offer(const std::optional<std::string>& line, bool whole) override {
    if (!line || concealed_ || (!whole && *line == line_)) return;
    example_ =
        (whole ? text::msg("guided.enter_takes", "line"_is = *line) : text::msg("guided.like_this", "line"_is = *line))
            .in(voice_);
  }
  void edit(const std::string& line) override { offer(line, false); }

  void conceal(bool yes) override {
    if (yes == concealed_) return;
    termios settings{};
    if (tcgetattr(STDIN_FILENO, &settings) != 0) return;
    if (yes) settings.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    else settings.c_lflag |= ECHO;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &settings);
    concealed_ = yes;
  }

  void complete_with(std::function<std::vector<std::string>(const std::string&)>) override {}
  PageSize page_size(const Shown&) const override { return {}; }

 private:
  static constexpr std::array<int, 3> kSignals{SIGINT, SIGHUP, SIGTERM};

  static std::string place_of(const Guided& shown) {
    if (shown.table)
      return fmt::format("{} {} {} {} {}", shown.table->case_id, shown.table->phase, shown.table->step,
                         static_cast<int>(shown.table->stage.life), shown.table->private_time);
    if (!shown.room) return {};
    const auto* next = shown.room->next();
    return fmt::format("{} {}", shown.room->started, next == nullptr ? "" : next->id);
  }

  void put(std::string_view text) const {
    std::string out;
    if (text.empty()) out = "\n";
    for (const auto& line : page::lines_of(text)) {
      const auto indent = std::min<std::size_t>(text.find_first_not_of(' '), 20);
      out += page::paragraph(std::string(indent == std::string_view::npos ? 0 : indent, ' '), line);
    }
    std::fwrite(out.data(), 1, out.size(), stdout);
  }

  /// Time says something twice: near the end, and over it.
  void warn(const Guided& shown) {
    const auto pace = shown.table ? shown.table->time.pace : service::Countdown::Pace::untimed;
    if (pace == pace_) return;
    pace_ = pace;
    if (pace != service::Countdown::Pace::nearly && pace != service::Countdown::Pace::over) return;
    put({});
    put(time_left(shown.table->time, voice_));
    asked_ = true;
  }

  void prompt(const Guided& shown) const {
    std::string text;
    if (shown.table && shown.table->in_step) {
      text = time_left(shown.table->time, voice_);
      if (const auto* turn = shown.table->turn()) text += (text.empty() ? "" : ", ") + turn->name;
      if (!text.empty()) text = '[' + text + "] ";
    }
    if (concealed_) text += text::say(voice_, "guided_face.what_type_shown");
    std::fputs((text + "> ").c_str(), stdout);
    std::fflush(stdout);
  }

  /// The next whole line, or several that came at once.
  std::optional<Keyed> taken() {
    const auto end = typed_.find('\n');
    if (end == std::string::npos) return std::nullopt;
    if (concealed_) std::fputs("\n", stdout);
    const auto last = typed_.rfind('\n');
    auto all = typed_.substr(0, last);
    const auto first = trimmed(std::string_view(all).substr(0, end));
    const bool several = last > end && !first.empty() && trimmed(std::string_view(all).substr(end)) != "";
    typed_.erase(0, (several ? last : end) + 1);
    line_ = several ? std::string() : std::string(first);
    if (several) return Keyed{Keyed::What::lines, std::move(all)};
    all.resize(end);
    return Keyed{Keyed::What::line, std::move(all)};
  }

  text::Voice voice_;
  int told_ = -1;
  std::string place_ = "nowhere";
  service::Countdown::Pace pace_ = service::Countdown::Pace::untimed;
  bool asked_ = true;
  bool concealed_ = false;
  std::string typed_;
  std::string line_;  ///< typed last, and still to be read; nothing where several were typed at once
  std::string example_;
  std::array<struct sigaction, 3> before_{};
};

}  // namespace

std::unique_ptr<Face> window_face(bool colour) {
  try {
    return std::make_unique<WindowFace>(colour);
  } catch (const Fault&) {  // a kind of terminal that nobody described
    return nullptr;
  }
}

std::unique_ptr<Face> lines_face(const text::Voice& voice) { return std::make_unique<LinesFace>(voice); }

}  // namespace casus::cli
