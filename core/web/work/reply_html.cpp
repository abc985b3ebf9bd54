// SPDX-License-Identifier: EUPL-1.2
#include "core/web/work/reply_html.hpp"

#include "core/base/text.hpp"
#include "core/desk/forms/form.hpp"
#include "core/desk/typed/spoken.hpp"
#include "core/page/page.hpp"
#include "core/text/field_place.hpp"
#include "core/web/server/encoding.hpp"
#include "core/web/visit.hpp"
#include "core/web/work/case_tabs.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::web {
namespace {

/// "g1", "i3": it points at something, and says nothing of anybody.
bool is_ref(const std::string& value) {
  const auto digits = std::ranges::find_if(value, [](char c) { return c >= '0' && c <= '9'; });
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return digits != value.begin() && digits != value.end() && digits - value.begin() <= 2 &&
         std::all_of(value.begin(), digits, [](char c) { return c >= 'a' && c <= 'z'; }) &&
         std::all_of(digits, value.end(), is_digit);
}

/// Whether this value may stand in an address: it is one of a few, a number, a day, or points at something.
bool is_plain(const desk::FormField& field, const text::Value& value) {
  if (value.kind() == text::Value::Kind::flag || value.kind() == text::Value::Kind::number) return true;
  if (value.kind() != text::Value::Kind::text) return false;
  const auto closed = field.input == desk::Input::day || field.input == desk::Input::number;
  return closed || std::ranges::find(field.choices, value.text(), &desk::FormChoice::key) != field.choices.end() ||
         is_ref(value.text());
}

std::string place_of_way(const text::Way& way, const desk::EntryForm& form) {
  std::string case_id;
  std::string query;
  for (const auto& [name, value] : way.fields) {
    if (name == "case") {
      case_id = value.text();
      continue;
    }
    const auto* field = form.field(name);
    if (field == nullptr || !is_plain(*field, value)) continue;
    const auto written = value.kind() == text::Value::Kind::flag     ? std::string("1")
                         : value.kind() == text::Value::Kind::number ? std::to_string(value.number())
                                                                     : value.text();
    query += fmt::format("{}{}={}", query.empty() ? '?' : '&', name, percent_encoded(written));
  }
  return place_of_verb(way.path, case_id) + query;
}

/// What is chosen in it already, by its words: "gespreksleider".
std::string chosen_in(const text::Way& way, const desk::EntryForm& form) {
  std::string words;
  for (const auto& [name, value] : way.fields) {
    const auto* field = form.field(name);
    if (field == nullptr || value.kind() != text::Value::Kind::text) continue;
    const auto found = std::ranges::find(field->choices, value.text(), &desk::FormChoice::key);
    if (found != field->choices.end()) words += (words.empty() ? "" : ", ") + found->label;
  }
  return words;
}

bool is_left_open(const text::Argument& field) { return field.value.kind() == text::Value::Kind::gap; }

/// Writes nothing: it takes down which fields of one verb a message names or leaves open.
class WantedFields final : public text::WayWriter {
 public:
  explicit WantedFields(std::string_view verb) : verb_(verb) {}
  std::string write(const text::Way& way, const text::Voice&) const override {
    if (const auto field = text::field_of(way)) names.emplace_back(field->name);
    else if (way.path == verb_)
      for (const auto& one : way.fields)
        if (is_left_open(one)) names.emplace_back(one.name);
    return {};
  }
  bool by_keys() const override { return false; }

  mutable std::vector<std::string> names;

 private:
  std::string_view verb_;
};

}  // namespace

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
    if (!trimmed(lines).empty()) all += el("pre", {{"class", "said-by-program"}}, lines);
    lines.clear();
  };
  for (const auto& said : reply.sayings()) {
    const bool toned =
        said.tone == desk::Tone::good || said.tone == desk::Tone::warning || said.tone == desk::Tone::bad;
    if (said.look_on) continue;  // the page goes there, or has a link
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
    if (problem.field.empty()) all += told(Told::warning, desk::capital(problem.text));
  if (!all.empty() || !reply.problems.empty()) return all;
  return reply_html(reply, voice.lang());
}

Html ways_on(const std::vector<text::Way>& ways, const text::Voice& voice) {
  std::vector<std::string> places;
  Html list;
  for (const auto& way : ways) {
    const auto* entry = desk::entry_at(way.path);
    if (entry == nullptr) continue;
    const auto form = desk::form_of(*entry, voice);
    if (form.here) continue;
    const auto place = place_of_way(way, form);
    if (std::ranges::find(places, place) != places.end()) continue;
    places.push_back(place);
    const auto chosen = chosen_in(way, form);
    list += el("li", link(place, desk::capital(chosen.empty() ? form.about : form.about + ": " + chosen)));
  }
  return list.empty() ? list : el("ul", {{"class", "acts"}}, list);
}

Html ways_on(const Refusal& refusal, const text::Voice& voice) { return ways_on(refusal, {}, voice); }

Html ways_on(const Refusal& refusal, std::string_view verb, const text::Voice& voice) {
  std::vector<text::Way> ways;
  for (const auto& remedy : refusal.remedies)
    for (auto& way : remedy.ways()) {
      const auto* own = way.path == verb ? desk::entry_at(verb) : nullptr;
      const bool leads_nowhere =
          own != nullptr && place_of_way(way, desk::form_of(*own, voice)).find('?') == std::string::npos;
      if (!leads_nowhere) ways.push_back(std::move(way));
    }
  return ways_on(ways, voice);
}

std::vector<std::string> fields_wanted(const Refusal& refusal, std::string_view verb, Lang lang) {
  const WantedFields wanted(verb);
  for (const auto& remedy : refusal.remedies) (void)remedy.hint.in(text::Voice(lang, nullptr, &wanted));
  return wanted.names;
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
