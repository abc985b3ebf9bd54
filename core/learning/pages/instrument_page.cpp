// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/decide/deciding.hpp"
#include "core/learning/pages/pages.hpp"
#include "core/learning/scan.hpp"
#include "core/text/label.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::learning {

using nlohmann::json;
using text::msg;

namespace {

text::Message group_name(std::string_view group) {
  if (group == "general") return msg("learn.group.general");
  if (group == "domain") return msg("learn.group.domain");
  if (group == "open") return msg("learn.group.open");
  if (group == "agenda") return msg("learn.circle.agenda");
  if (group == "line") return msg("learn.group.line");
  if (group == "five-v") return msg("learn.group.five_v");
  if (group == "card") return msg("learn.group.card");
  if (group == "harvest") return msg("learn.circle.harvest");
  if (group == "me") return msg("learn.group.me");
  if (group == "team") return msg("learn.group.team");
  if (group == "area") return msg("learn.group.area");
  if (group == "homework") return msg("learn.course.homework");
  if (group == "step") return msg("learn.group.step");
  if (group == "theme") return msg("learn.group.theme");
  if (group == "element") return msg("learn.group.element");
  if (group == "rule") return msg("learn.group.rule");
  return msg("learn.group.question");
}

/// Where an item is named, in words: "[S1] Course of seven meetings".
std::string sources_in(const Instrument& it, const Item& item, const text::Voice& voice) {
  std::string out;
  for (const auto& key : item.source)
    for (const auto& source : it.sources)
      if (source.key == key) out += (out.empty() ? "" : "; ") + ("[" + key + "] " + source.text.in(voice));
  return out;
}

}  // namespace

std::string marked(Mark mark, const std::vector<std::string>& source, const text::Voice& voice) {
  auto out = voice.say(text::label(mark));
  for (const auto& one : source) out += " [" + one + "]";
  return out;
}

void add_marks(page::Page& page, const Instrument& it, const text::Voice& voice) {
  page.section(voice.say("learn.page.marks"));
  page.paragraph(voice.say("learn.page.marks_status", "status"_is = text::label(it.status), "name"_is = it.name,
                           "version"_is = it.version));
  std::vector<page::Row> rows;
  for (const auto& item : it.items)
    rows.push_back({item.id, item.title.in(voice), marked(item.mark, item.source, voice),
                    item.empty ? voice.say("learn.page.empty_place") : voice.say(text::label(item.text_mark))});
  page.table({voice.say("learn.page.item"), voice.say("learn.page.title"), voice.say("learn.page.title_mark"),
              voice.say("learn.page.text_mark")},
             rows);
  for (const auto& one : it.sources)
    page.bullet("[" + one.key + "] " + one.text.in(voice) + (one.url.empty() ? "" : " - " + one.url));
}

std::string marks_in_short(const Instrument& it, const text::Voice& voice) {
  auto out = voice.say("learn.page.marks_short", "status"_is = text::label(it.status), "name"_is = it.name,
                       "version"_is = it.version);
  std::vector<std::string> kinds;
  for (const auto& item : it.items)
    if (auto kind = marked(item.mark, item.source, voice); std::ranges::find(kinds, kind) == kinds.end())
      kinds.push_back(std::move(kind));
  for (const auto& kind : kinds) {
    std::vector<std::string> titles;
    for (const auto& item : it.items)
      if (marked(item.mark, item.source, voice) == kind) titles.push_back(item.title.in(voice));
    out += " " + voice.say("learn.page.marks_titles", "mark"_is = kind, "titles"_is = in_a_row(titles, "; ")) + ".";
  }
  for (const auto& one : it.sources) out += " [" + one.key + "] " + one.text.in(voice) + ".";
  return out;
}

page::Page instrument_page(const Instrument& it, const text::Voice& voice) {
  page::Page page;
  page.title = it.name.in(voice);
  page.section({});
  page.paragraph(it.summary.in(voice));
  std::string group;
  for (const auto& item : it.items) {
    if (item.group != group) page.section(voice.say(group_name(group = item.group)));
    page.bullet(item.id + "  " + item.title.in(voice) + (item.text.empty() ? "" : ": " + item.text.in(voice)));
    if (item.empty) page.detail(voice.say("learn.page.named_in", "sources"_is = sources_in(it, item, voice)));
  }
  for (const auto& meeting : it.meetings) {
    if (&meeting == &it.meetings.front()) page.section(voice.say("learn.course.meetings"));
    page.bullet(meeting.id + "  " + meeting.title.in(voice));
  }
  for (const auto& scale : it.scales) {
    page.section(voice.say("learn.page.answers"));
    for (const auto& choice : scale.choices) page.bullet(choice_line(choice, "  ", voice));
  }
  add_marks(page, it, voice);
  return page;
}

json instrument_json(const Instrument& it) {
  const auto both = [](const Text& text) { return json{{"nl", text.nl}, {"en", text.en}}; };
  json items = json::array();
  for (const auto& one : it.items)
    items.push_back({{"id", one.id},
                     {"group", one.group},
                     {"title", both(one.title)},
                     {"mark", key(one.mark)},
                     {"source", one.source},
                     {"text", both(one.text)},
                     {"text_mark", key(one.text_mark)},
                     {"empty", one.empty}});
  return {{"id", it.id},           {"version", it.version},    {"kind", key(it.kind)}, {"status", key(it.status)},
          {"name", both(it.name)}, {"items", std::move(items)}};
}

}  // namespace casus::learning
