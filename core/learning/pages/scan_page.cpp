// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/decide/deciding.hpp"
#include "core/learning/pages/pages.hpp"
#include "core/learning/scan.hpp"
#include "core/text/day_words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::learning {
namespace {

using nlohmann::json;
using text::msg;

/// What one item asks: a domain has two, so the title alone would say too little.
std::string asked(const Item& item, const text::Voice& voice) {
  return item.group == "domain" ? item.title.in(voice) + ": " + item.text.in(voice) : item.text.in(voice);
}

std::string or_more(int count, bool more) { return std::to_string(count) + (more ? "+" : ""); }

/// A count as it may be shown: few and what would give few away look the same.
std::string shown(const ScanCount* count) { return count == nullptr ? "·" : in_dots(count->count, count->or_more); }

/// "1 2 3 4 ?", "ja nee ?"; nothing for an open question.
std::string keys_of_scale(const Instrument& instrument, const Item& item, const text::Voice& voice) {
  std::string keys;
  if (const auto* scale = instrument.scale(item.scale)) {
    for (const auto& one : scale->choices) keys += typed_as(one, voice) + " ";
    keys += kNotKnown;
  }
  return keys;
}

/// An answer as it was chosen: the same words as above it.
std::string answer_as_typed(const Instrument& instrument, const Item& item, const std::string& given,
                            const text::Voice& voice) {
  if (const auto* scale = instrument.scale(item.scale))
    for (const auto& one : scale->choices)
      if (one.key == given) return typed_as(one, voice);
  return given;
}

void add_strips(page::Page& page, const Scan& scan, const text::Voice& voice) {
  for (const auto& scale : scan.instrument.scales) {
    std::vector<page::Row> rows;
    for (const auto& item : scan.instrument.items) {
      if (item.scale != scale.id) continue;
      page::Row row{item.id, asked(item, voice)};
      for (const auto& choice : scale.choices) row.push_back(shown(count_of(scan, item.id, choice.key)));
      row.push_back(shown(count_of(scan, item.id, kNotKnown)));
      rows.push_back(std::move(row));
    }
    if (rows.empty()) continue;
    page::Row header{"", ""};
    for (const auto& choice : scale.choices) header.push_back(choice.text.in(voice));
    header.push_back(voice.say("learn.scan.not_known"));
    page.table(header, rows);
  }
}

/// Why nothing stands at a question. Which of the two it is would say more than a count.
void add_withheld(page::Page& page, const Scan& scan, const text::Voice& voice) {
  std::vector<std::string> withheld;
  for (const auto& item : scan.instrument.items) {
    const auto* scale = scan.instrument.scale(item.scale);
    if (scale == nullptr || count_of(scan, item.id, kNotKnown) != nullptr) continue;
    const auto told = [&](const ScaleChoice& one) { return count_of(scan, item.id, one.key) != nullptr; };
    if (std::ranges::none_of(scale->choices, told)) withheld.push_back(item.id);
  }
  if (!withheld.empty())
    page.paragraph(voice.say("learn.scan.withheld", "items"_is = in_a_row(withheld), "least"_is = kSmallestCount));
}

std::vector<std::string> contacts_of(const Session& seen, const std::string& item) {
  std::vector<std::string> names;
  for (const auto& one : seen.scan->answers)
    if (std::ranges::find(one.contact, item) != one.contact.end())
      if (const auto* learner = seen.learner(one.person); learner != nullptr && !learner->gone)
        names.push_back(learner->name);
  std::ranges::sort(names);
  return names;
}

/// Where a team has a gap in a domain. What is wide belongs to everybody and what is deep is spread over the team (the
/// T-shape of [KBS]): of two questions to a domain the last is the deep one.
struct DomainGap {
  const Item* item = nullptr;
  int contacts = 0;               ///< of a deep one: nobody, or one of us
  const ScanCount* no = nullptr;  ///< of a wide one: how many said no, when that is shown
};

std::vector<DomainGap> gaps_in(const Session& seen) {
  const auto& scan = *seen.scan;
  std::vector<DomainGap> gaps;
  const auto domains = scan.instrument.in_group("domain");
  for (std::size_t i = 0; i < domains.size(); ++i) {
    const auto* item = domains[i];
    const bool wide = i + 1 < domains.size() && domains[i + 1]->title.nl == item->title.nl;
    const auto contacts = wide ? 0 : static_cast<int>(contacts_of(seen, item->id).size());
    const auto* no = wide ? count_of(scan, item->id, "no") : nullptr;
    if (wide ? no != nullptr : contacts < 2) gaps.push_back({item, contacts, no});
  }
  return gaps;
}

void add_gaps(page::Page& page, const Session& seen, const text::Voice& voice) {
  if (seen.scan->instrument.in_group("domain").empty()) return;
  page.section(voice.say("learn.scan.gaps"));
  const auto gaps = gaps_in(seen);
  for (const auto& one : gaps) {
    const auto what = asked(*one.item, voice);
    page.bullet(one.no != nullptr   ? voice.say("learn.scan.gap_wide", "what"_is = what,
                                                "count"_is = or_more(one.no->count, one.no->or_more))
                : one.contacts == 0 ? voice.say("learn.scan.gap_nobody", "what"_is = what)
                                    : voice.say("learn.scan.gap_one", "what"_is = what));
  }
  page.paragraph(gaps.empty() ? voice.say("learn.scan.no_gaps") : voice.say("learn.scan.gaps_note"));
}

void add_contacts(page::Page& page, const Session& seen, const text::Voice& voice) {
  std::vector<page::Row> rows;
  for (const auto& item : seen.scan->instrument.items) {
    const auto names = contacts_of(seen, item.id);
    if (!names.empty()) rows.push_back({asked(item, voice), in_a_row(names)});
  }
  page.section(voice.say("learn.scan.contacts"));
  if (rows.empty()) page.paragraph(voice.say("learn.scan.no_contacts"));
  else page.table({"", voice.say("learn.scan.contact_who")}, rows);
  add_gaps(page, seen, voice);
}

void add_wishes(page::Page& page, const Scan& scan, const text::Voice& voice) {
  page.section(voice.say("learn.scan.wishes"));
  const auto topics = wanted_topics(scan);
  for (const auto& one : topics)
    page.bullet(voice.say("learn.scan.wish", "place"_is = one.place, "title"_is = asked(*one.item, voice),
                          "count"_is = or_more(one.count, one.or_more)));
  page.paragraph(topics.empty() ? voice.say("learn.scan.no_wishes") : voice.say("learn.scan.wishes_note"));
}

}  // namespace

std::string typed_as(const ScaleChoice& choice, const text::Voice& voice) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return std::ranges::all_of(choice.key, digit) ? choice.key : choice.text.in(voice);
}

std::string choice_line(const ScaleChoice& choice, std::string_view between, const text::Voice& voice) {
  const auto typed = typed_as(choice, voice), words = choice.text.in(voice);
  return typed == words ? words : typed + std::string(between) + words;
}

std::string in_dots(int count, bool more) {
  constexpr int kMostDots = 26;  // of more, nobody counts dots
  std::string dots;
  for (int i = 0; i < count && count <= kMostDots; ++i) dots += "●";
  return dots + (dots.empty() ? "" : " ") + or_more(count, more);
}

page::Page scan_page(const Session& seen, const text::Voice& voice) {
  const auto& scan = *seen.scan;
  page::Page page;
  page.title =
      scan.instrument.name.in(voice) + ", " + text::day_in_words(scan.closed_on.value_or(seen.begun_on), voice);
  page.section({});
  if (scan.cancelled) {
    page.paragraph(voice.say("learn.scan.cancelled"));
    return page;
  }
  if (scan.open()) {
    page.paragraph(page::Line(voice.say("learn.scan.still_open"))
                       .way_on(voice.say("learn.scan.to_fill_in", "mine"_is = text::way("learn scan mine"),
                                         "close"_is = text::way("learn scan close"))));
    if (scan.until) page.fact(voice.say("learn.scan.until"), text::day_in_words(*scan.until, voice));
    return page;
  }
  if (scan.counts.empty() && scan.answered < kFewestShown) {
    page.paragraph(voice.say("learn.scan.too_few", "least"_is = kFewestShown));
  } else {
    page.paragraph(voice.say("learn.scan.took_part", "count"_is = or_more(scan.answered, scan.or_more)));
    page.notice(voice.say("learn.scan.no_norm", "least"_is = kSmallestCount));
    page.section(voice.say("learn.scan.strips"));
    add_strips(page, scan, voice);
    page.paragraph(voice.say("learn.scan.strips_note"));
    add_withheld(page, scan, voice);
    add_wishes(page, scan, voice);
  }
  add_contacts(page, seen, voice);
  add_marks(page, scan.instrument, voice);
  return page;
}

json scan_json(const Session& seen) {
  const auto& scan = *seen.scan;
  json counts = json::array(), wishes = json::array(), contacts = json::array(), gaps = json::array();
  for (const auto& one : scan.counts)
    if (!one.answer.empty())
      counts.push_back({{"item", one.item}, {"answer", one.answer}, {"count", one.count}, {"or_more", one.or_more}});
  for (const auto& one : wanted_topics(scan))
    wishes.push_back({{"item", one.item->id}, {"count", one.count}, {"or_more", one.or_more}, {"place", one.place}});
  for (const auto& item : scan.instrument.items)
    if (const auto names = contacts_of(seen, item.id); !names.empty())
      contacts.push_back({{"item", item.id}, {"names", names}});
  if (!scan.open() && !scan.cancelled)
    for (const auto& one : gaps_in(seen))
      gaps.push_back({{"item", one.item->id},
                      {"contacts", one.no != nullptr ? json() : json(one.contacts)},
                      {"no", one.no != nullptr ? json(one.no->count) : json()}});
  json out{{"scan", seen.id},
           {"instrument", scan.instrument_id},
           {"open", scan.open()},
           {"cancelled", scan.cancelled},
           {"counts", std::move(counts)},
           {"wishes", std::move(wishes)},
           {"contacts", std::move(contacts)},
           {"gaps", std::move(gaps)},
           {"marks", instrument_json(scan.instrument)}};
  if (scan.answered >= kFewestShown) {
    out["answered"] = scan.answered;
    out["or_more"] = scan.or_more;
  }
  return out;
}

page::Page scan_mine_page(const Session& seen, std::string_view person, const text::Voice& voice) {
  const auto& scan = *seen.scan;
  const auto* mine = scan.of(person);
  page::Page page;
  page.title = scan.instrument.name.in(voice);
  page.section({});
  page.notice(voice.say("learn.scan.yours_alone"));
  page.paragraph(scan.instrument.summary.in(voice));
  for (const auto& scale : scan.instrument.scales) {
    std::string choices;
    for (const auto& one : scale.choices) choices += choice_line(one, " = ", voice) + ", ";
    page.bullet(choices + std::string(kNotKnown) + " = " + voice.say("learn.scan.not_known"));
  }
  std::vector<page::Row> rows;
  for (const auto& item : scan.instrument.items) {
    std::string answer, ticks;
    if (mine != nullptr) {
      const auto found = mine->given.find(item.id);
      if (found != mine->given.end()) answer = answer_as_typed(scan.instrument, item, found->second, voice);
      if (std::ranges::find(mine->learn, item.id) != mine->learn.end()) ticks = voice.say("learn.scan.want_to_learn");
      if (std::ranges::find(mine->contact, item.id) != mine->contact.end())
        ticks += (ticks.empty() ? "" : ", ") + voice.say("learn.scan.i_am_contact");
    }
    rows.push_back({item.id, asked(item, voice), keys_of_scale(scan.instrument, item, voice), answer, ticks});
  }
  page.section(voice.say("learn.scan.questions"));
  page.table({"", voice.say("learn.scan.question"), voice.say("learn.scan.scale"), voice.say("learn.scan.answer"), ""},
             rows);
  if (scan.open())
    page.paragraph(page::Line().way_on(
        voice.say("learn.scan.how_to_answer",
                  "answer"_is = text::way("learn scan answer", "answers"_is = "g1=3", "learn"_is = "g4"))));
  add_marks(page, scan.instrument, voice);
  return page;
}

std::vector<OpenAnswer> open_answers(const Session& seen) {
  std::vector<OpenAnswer> out;
  for (const auto& answers : seen.scan->answers)  // of others nothing is given (seen_by)
    for (const auto& item : seen.scan->instrument.items)
      if (const auto found = answers.given.find(item.id); item.scale.empty() && found != answers.given.end())
        out.emplace_back(&item, found->second);
  return out;
}

json scan_mine_json(const Session& seen, std::string_view person) {
  const auto& scan = *seen.scan;
  const auto* mine = scan.of(person);
  const ScanAnswers none;
  const auto& answers = mine != nullptr ? *mine : none;
  return {{"scan", seen.id},        {"open", scan.open()},        {"given", answers.given},
          {"learn", answers.learn}, {"contact", answers.contact}, {"instrument", instrument_json(scan.instrument)}};
}

}  // namespace casus::learning
