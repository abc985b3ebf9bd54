// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/attaching.hpp"
#include "core/desk/typed/spoken.hpp"
#include "core/text/label.hpp"
#include "core/web/server/encoding.hpp"
#include "core/web/server/head.hpp"
#include "core/web/work/case_tabs.hpp"
#include "core/web/work/reply_html.hpp"
#include "core/web/work/work_pages.hpp"

#include <fmt/format.h>

/// Letters and photos with a case: list, send one, fetch one.
namespace casus::web {
namespace {

using text::say;

std::string media_type(FileKind kind) {
  switch (kind) {
    case FileKind::pdf: return "application/pdf";
    case FileKind::jpeg: return "image/jpeg";
    case FileKind::png: return "image/png";
    case FileKind::heic: return "image/heic";
    case FileKind::text: return "text/plain; charset=utf-8";
    case FileKind::docx: return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case FileKind::odt: return "application/vnd.oasis.opendocument.text";
  }
  return "application/octet-stream";
}

Html send_form(const Visit& visit, const std::string& case_id) {
  const auto lang = visit.lang;
  // Asked before it is sent: a browser forgets which file was chosen.
  const Field about{"file-about", "about", say(lang, "web.file_about"), visit.fields.get("about"), {}, true};
  const auto choose =
      el("label", {{"for", "file"}}, say(lang, "web.file_choose")) +
      el("p", {{"class", "hint"}, {"id", "file-hint"}}, say(lang, "web.file_hint")) +
      single(
          "input",
          {{"type", "file"}, {"id", "file"}, {"name", "file"}, {"required", true}, {"aria-describedby", "file-hint"}});
  const auto inside = hidden("token", visit.form_token()) + hidden("command", desk::new_command_id()) + choose +
                      input(about) + el("div", {{"class", "row"}}, button(say(lang, "web.file_send"), {}, {}, "first"));
  return el("form",
            {{"method", "post"},
             {"action", place_of(case_id, "files")},
             {"enctype", "multipart/form-data"},
             {"id", "send-file"}},
            inside);
}

Html listed(const std::string& case_id, const std::vector<desk::ListedFile>& files, const text::Voice& voice) {
  Html list;
  for (const auto& one : files) {
    const auto size = say(voice, "attach.kilobytes", "number"_is = (one.size + 1023) / 1024);
    const auto words = fmt::format(" ({}, {}; {}, {}) ", say(voice, text::label(one.kind)), size, one.by,
                                   desk::day(one.on, voice.lang()));
    list +=
        el("li", el("a", {{"href", place_of(case_id, "files/" + one.id)}}, one.about.empty() ? one.name : one.about) +
                     text(words) +
                     el("a", {{"href", fmt::format("{}?ref={}", place_of_verb("case destroy", case_id), one.id)}},
                        say(voice, "web.file_destroy", "file"_is = one.id)));
  }
  return list.empty() ? el("p", say(voice, "web.no_files")) : el("ul", list);
}

}  // namespace

Response WorkPages::files(Visit& visit, const std::string& case_id, const std::string& id) {
  const auto lang = visit.lang;
  const auto voice = house_.desk.voice();
  const auto refused = [&](const Refusal& refusal) {
    auto page = document_for(visit, say(lang, "web.tab_files"), "/cases");
    page.body =
        el("h1", page.title) + tabs(case_id, "files", lang) + refusal_html(refusal, voice) + ways_on(refusal, voice);
    return page_response(page, 403);
  };
  if (!id.empty()) {
    auto one = desk::attachment_of(house_.desk, case_id, id);
    if (!one) return refused(one.error());
    Response response{.type = media_type(one->kind)};
    // Saved and not shown: what somebody sent is never a page of ours.
    response.headers.push_back({"Content-Disposition", "attachment; filename*=UTF-8''" + percent_encoded(one->name)});
    response.body = std::move(one->bytes);
    return response;
  }
  desk::Reply reply;
  if (visit.posted()) {
    if (visit.file.name.empty()) {
      reply.status = desk::Status::usage;
      reply.problems.push_back({{}, say(lang, "web.file_none")});
    } else {
      desk::attach_sent(house_.desk, reply, case_id, {visit.file.name, visit.fields.get("about"), visit.file.bytes},
                        visit.command());
    }
    if (reply.status == desk::Status::done) {
      house_.tell(visit, reply_html(reply, lang));
      return see_other(place_of(case_id, "files"));
    }
  }
  const auto files = desk::attachments_of(house_.desk, case_id);
  if (!files) return refused(files.error());
  auto page = document_for(visit, fmt::format("{} · {}", case_id, say(lang, "web.tab_files")), "/cases");
  page.body = el("h1", page.title) + house_.told_once(visit) + tabs(case_id, "files", lang) +
              (visit.posted() ? reply_refused(reply, voice) : Html()) +
              (reply.refusal ? ways_on(*reply.refusal, voice) : Html()) + listed(case_id, *files, voice) +
              el("h2", say(lang, "web.file_new")) + send_form(visit, case_id);
  return page_response(page, http_status(reply.status));
}

}  // namespace casus::web
