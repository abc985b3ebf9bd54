// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/keys/keeping.hpp"

#include "core/desk/desk.hpp"
#include "core/desk/reading.hpp"
#include "core/engine/retention.hpp"
#include "core/report/documents/in_fives.hpp"
#include "core/service/learning.hpp"
#include "core/store/checkpoint.hpp"
#include "core/text/day_words.hpp"

namespace casus::desk {
namespace {

constexpr std::size_t kAnchors = 5;

std::vector<Keeping::Due> due_of(Desk& desk) {
  std::vector<Keeping::Due> due;
  each_case_kept(desk, [&](const Case& state) {
    if (const auto one = engine::due_for_erasure(state, desk.today()))
      due.push_back({state.id, *one->due, one->term->law});
  });
  return due;
}

}  // namespace

Outcome<Keeping, Refusal> keeping_of(Desk& desk) {
  if (auto refusal = barred(desk, does(Ground::store))) return failure(std::move(*refusal));
  Keeping keeping;
  auto& store = desk.store();
  const auto info = store.info();
  keeping.store = info.path;
  keeping.keys = info.keys_path;
  keeping.streams = info.streams;
  keeping.events = info.events - desk.learning().events();
  keeping.in_fives = desk.seat().sureness == Sureness::keeper;
  keeping.bytes = info.bytes;
  const auto anchors = store.checkpoints();
  for (auto it = anchors.rbegin(); it != anchors.rend() && keeping.anchors.size() < kAnchors; ++it)
    keeping.anchors.push_back({it->at, store::checkpoint_code(*it), it->streams});
  keeping.anchor_due = store.checkpoint_due(desk.now());
  keeping.due = due_of(desk);
  return keeping;
}

page::Page keeping_page(const Keeping& keeping, const text::Voice& voice) {
  const auto counted = [&](std::int64_t count) {
    return keeping.in_fives ? report::whole_fives_in_words(count).in(voice) : std::to_string(count);
  };
  page::Page page;
  page.title = voice.say("keeping.title");
  page.section(voice.say("keeping.health"));
  page.fact(voice.say("keeping.store"), keeping.store);
  page.fact(voice.say("keeping.keys"), keeping.keys);
  page.fact(voice.say("keeping.streams"), counted(keeping.streams));
  page.fact(voice.say("keeping.events"), counted(keeping.events));
  page.fact(voice.say("keeping.on_disk"), voice.say("attach.kilobytes", "number"_is = (keeping.bytes + 1023) / 1024));
  page.section(voice.say("keeping.anchors"));
  if (keeping.anchors.empty()) page.paragraph(voice.say("keeping.no_anchor"));
  std::vector<page::Row> rows;
  for (const auto& one : keeping.anchors)
    rows.push_back({text::day_in_words(date_of(one.at), voice), one.code, counted(one.streams)});
  if (!rows.empty())
    page.table({voice.say("keeping.on"), voice.say("keeping.code"), voice.say("keeping.streams")}, rows, {2});
  if (keeping.anchor_due) page.paragraph(voice.say("keeping.anchor_due"));
  page.section(voice.say("keeping.due"));
  if (keeping.due.empty()) page.paragraph(voice.say("keeping.nothing_due"));
  std::vector<page::Row> due;
  for (const auto& one : keeping.due) due.push_back({one.case_id, text::day_in_words(one.since, voice), one.law});
  if (!due.empty()) page.table({voice.say("keeping.case"), voice.say("keeping.since"), voice.say("keeping.law")}, due);
  return page;
}

}  // namespace casus::desk
