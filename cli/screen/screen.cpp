// SPDX-License-Identifier: EUPL-1.2
#include "cli/screen/screen.hpp"

#include "cli/typed/tree.hpp"
#include "core/base/text.hpp"
#include "core/desk/places.hpp"
#include "core/page/layout.hpp"
#include "core/page/safe_text.hpp"
#include "core/text/problem_words.hpp"
#include "core/text/said_fault.hpp"

#include <nlohmann/json.hpp>

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

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

/// 0 for what is no terminal, or one that does not tell.
std::size_t width_of(int descriptor) {
  winsize window{};
  return isatty(descriptor) != 0 && ioctl(descriptor, TIOCGWINSZ, &window) == 0 ? window.ws_col : 0;
}

/// Where something to type begins, by the program's name or the one that it was started with.
std::size_t to_type_in(std::string_view text) {
  const auto nouns = names_below("");
  for (const auto& name : {std::string("casus "), environment("CASUS_COMMAND") + ' '})
    for (auto at = text.find(name); name != " " && at != std::string_view::npos; at = text.find(name, at + 1)) {
      // "casus" is an ordinary word too.
      const auto rest = text.substr(at + name.size());
      if ((at == 0 || text[at - 1] == ' ') && std::ranges::find(nouns, rest.substr(0, rest.find(' '))) != nouns.end())
        return at;
    }
  return std::string_view::npos;
}

/// What stands before the text of a line, and has its own column: spaces, a dash, a date, a label.
std::size_t lead_of(std::string_view line) {
  constexpr std::size_t kWidestLabel = 24;
  const auto begin = std::min(line.find_first_not_of(' '), line.size());
  for (const std::string_view sign : {"- ", "> ", "* "})
    if (line.substr(begin).starts_with(sign)) return begin + sign.size();
  const auto gap = line.find("  ", begin);
  return gap < begin + kWidestLabel ? std::min(line.find_first_not_of(' ', gap), line.size()) : begin;
}

/// One line broken between words. What is to be typed stays whole, on a line of its own when it does not fit: whoever
/// copies it must not get a line break in it.
std::string broken(std::string_view line, std::size_t width) {
  const auto typed = to_type_in(line);
  auto lead = line.substr(0, std::min(lead_of(line), typed));
  if (page::columns(lead) > width / 2) lead = {};
  const std::string indent(page::columns(lead), ' ');
  const auto text = line.substr(lead.size(), typed - std::min(typed, lead.size()));
  auto out = page::paragraph(lead, text, width);
  if (out.ends_with('\n')) out.pop_back();
  if (typed == std::string_view::npos) return out;
  const auto command = line.substr(typed);
  if (trimmed(text).empty()) return std::string(lead) + std::string(command);
  const auto last = std::string_view(out).substr(out.rfind('\n') + 1);
  const bool fits = page::columns(last) + 1 + page::columns(command) <= width;
  return out + (fits ? " " : '\n' + indent) + std::string(command);
}

/// Every line that is too wide.
std::string fitting(std::string_view text, std::size_t width) {
  std::string out;
  while (true) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    out += page::columns(line) > width ? broken(line, width) : std::string(line);
    if (end == std::string_view::npos) return out;
    out += '\n';
    text.remove_prefix(end + 1);
  }
}

}  // namespace

Screen::Screen() {
  const bool plain = !environment("NO_COLOR").empty();
  out_.colour = !plain && isatty(STDOUT_FILENO) != 0;
  error_.colour = !plain && isatty(STDERR_FILENO) != 0;
  out_.width = width_of(STDOUT_FILENO);
  error_.width = width_of(STDERR_FILENO);
}

void Screen::put(const Stream& stream, std::string_view text, Tone tone, std::string_view end) {
  if (kept_ != nullptr) {
    kept_->append(text).append(end);
    return;
  }
  const auto fit = stream.width == 0 ? std::string() : fitting(text, stream.width);
  if (stream.width != 0) text = fit;
  const auto code = stream.colour ? code_of(tone) : std::string_view{};
  // An empty view may have no address at all, and fwrite must not be given none.
  for (const auto part : {code, text, std::string_view(code.empty() ? "" : "\033[0m"), end})
    if (!part.empty()) std::fwrite(part.data(), 1, part.size(), stream.file);
}

bool Screen::can_ask() const { return kept_ == nullptr && isatty(STDIN_FILENO) != 0; }

void Screen::line(std::string_view text, Tone tone) { put(out_, page::terminal_safe(text), tone, "\n"); }

void Screen::text(std::string_view text) { put(out_, text, Tone::plain, ""); }

void Screen::json(const nlohmann::json& document) {
  // Text of people is UTF-8 when it comes in; what came from elsewhere (a message of the system) may not be.
  auto whole = out_;
  whole.width = 0;
  put(whole, document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), Tone::plain, "\n");
}

void Screen::error(std::string_view text, Tone tone) {
  if (kept_ == nullptr) std::fflush(stdout);
  put(error_, page::terminal_safe(text), tone, "\n");
}

void Screen::draw_page(const desk::Reply& reply, std::string_view bytes) {
  auto whole = out_;
  whole.width = 0;
  put(whole, bytes, Tone::plain, "");
  for (const auto& saying : reply.sayings())
    if (saying.aside) error(saying.text, saying.tone);
}

void Screen::draw(const desk::Reply& reply) {
  for (const auto& saying : reply.sayings()) {
    if (saying.aside) error(saying.text, saying.tone);
    else if (saying.block)
      put(out_, out_.width != 0 && !saying.to_read.empty() ? saying.to_read : saying.text, saying.tone, "");
    else line(saying.text, saying.tone);
  }
  if (reply.document() != nullptr) json(*reply.document());
}

void Screen::flush() {
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
    throw text::SaidFault(Fault::Kind::store,
                          text::msg("fault.answer_not_written", "error"_is = text::system_words(errno)));
}

}  // namespace casus::cli
