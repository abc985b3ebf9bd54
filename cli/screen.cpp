// SPDX-License-Identifier: EUPL-1.2
#include "cli/screen.hpp"

#include "cli/places.hpp"
#include "core/base/fault.hpp"

#include <nlohmann/json.hpp>

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace casus::cli {
namespace {

std::string_view code_of(Screen::Tone tone) {
  switch (tone) {
    case Screen::Tone::plain: return "";
    case Screen::Tone::strong: return "\033[1m";
    case Screen::Tone::quiet: return "\033[2m";
    case Screen::Tone::good: return "\033[32m";
    case Screen::Tone::warning: return "\033[33m";
    case Screen::Tone::bad: return "\033[31m";
  }
  return "";
}

}  // namespace

Screen::Screen()
    : colour_out_(environment("NO_COLOR").empty() && isatty(STDOUT_FILENO) != 0),
      colour_error_(environment("NO_COLOR").empty() && isatty(STDERR_FILENO) != 0) {}

void Screen::put(std::FILE* file, std::string_view text, Tone tone, bool colour, std::string_view end) {
  if (kept_ != nullptr) {
    kept_->append(text).append(end);
    return;
  }
  const auto code = colour ? code_of(tone) : std::string_view{};
  // An empty view may have no address at all, and fwrite must not be given none.
  for (const auto part : {code, text, std::string_view(code.empty() ? "" : "\033[0m"), end})
    if (!part.empty()) std::fwrite(part.data(), 1, part.size(), file);
}

bool Screen::can_ask() const { return kept_ == nullptr && isatty(STDIN_FILENO) != 0; }

void Screen::line(std::string_view text, Tone tone) { put(stdout, text, tone, colour_out_, "\n"); }

void Screen::text(std::string_view text) { put(stdout, text, Tone::plain, false, ""); }

void Screen::json(const nlohmann::json& document) {
  // Text of people is UTF-8 when it comes in; what came from elsewhere (a message of the system) may not be.
  line(document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

void Screen::error(std::string_view text, Tone tone) {
  if (kept_ == nullptr) std::fflush(stdout);
  put(stderr, text, tone, colour_error_, "\n");
}

void Screen::flush() {
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
    throw Fault(Fault::Kind::store, std::string("cannot write the answer: ") + std::strerror(errno));
}

}  // namespace casus::cli
