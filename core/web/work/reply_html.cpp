// SPDX-License-Identifier: EUPL-1.2
#include "core/web/work/reply_html.hpp"

#include "core/page/page.hpp"
#include "core/web/visit.hpp"

namespace casus::web {

Told told_as(desk::Tone tone) {
  switch (tone) {
    case desk::Tone::good: return Told::good;
    case desk::Tone::warning: return Told::warning;
    case desk::Tone::bad: return Told::bad;
    default: return Told::plain;
  }
}

Html reply_html(const desk::Reply& reply, Lang lang) {
  if (!reply.picture().empty()) {
    page::Page sheet;
    sheet.figure(reply.picture());
    return of_page(sheet, lang);
  }
  Html all;
  std::string lines;
  const auto flush = [&] {
    if (!lines.empty()) all += el("pre", {{"class", "said-by-program"}}, lines);
    lines.clear();
  };
  for (const auto& said : reply.sayings()) {
    const bool toned =
        said.tone == desk::Tone::good || said.tone == desk::Tone::warning || said.tone == desk::Tone::bad;
    if (said.laid_out) {
      flush();
      all += of_page(*said.laid_out, lang);
      continue;
    }
    if (!toned) {
      lines += said.text;
      if (!said.block) lines += '\n';
      continue;
    }
    flush();
    all += told(told_as(said.tone), said.text);
  }
  flush();
  return all;
}

Html reply_refused(const desk::Reply& reply, const text::Voice& voice) {
  if (reply.refusal) return refusal_html(*reply.refusal, voice);
  Html all;
  for (const auto& problem : reply.problems)
    if (problem.field.empty()) all += told(Told::warning, problem.text);
  if (!all.empty() || !reply.problems.empty()) return all;
  return reply_html(reply, voice.lang());
}

int http_status(desk::Status status) {
  switch (status) {
    case desk::Status::done:
    case desk::Status::stopped: return 200;
    case desk::Status::refused: return 403;
    case desk::Status::usage: return 422;
    case desk::Status::conflict: return 409;
    case desk::Status::bad_definition:
    case desk::Status::fault: return 503;
  }
  return 503;
}

}  // namespace casus::web
