// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/instrument.hpp"

#include "core/base/files/definition_file.hpp"
#include "core/base/first_that.hpp"
#include "core/base/json/json_place.hpp"
#include "core/learning/file_reader.hpp"
#include "core/text/problem_words.hpp"

#include <algorithm>
#include <iterator>

namespace casus::learning {
namespace {

using text::msg;

constexpr int kFormat = 1;

Instrument read_shape(const json& in, FileProblems& problems) {
  Instrument out;
  FileReader reader(in, "", problems);
  reader.allow("$schema");
  int format = kFormat;
  reader.required("format", format);
  if (format != kFormat)
    problems.push_back({"/format", msg("learnfile.format", "got"_is = format), msg("learnfile.format_do")});
  reader.required("id", out.id);
  reader.required("version", out.version);
  reader.required("kind", out.kind);
  reader.required("status", out.status);
  reader.required("name", out.name);
  reader.required("summary", out.summary);
  reader.optional("sources", out.sources);
  reader.optional("scales", out.scales);
  reader.required("items", out.items);
  reader.optional("numbers", out.numbers);
  reader.optional("words", out.words);
  reader.optional("meetings", out.meetings);
  reader.optional("totals", out.totals);
  reader.finish();
  return out;
}

/// What to do about a file that is no JSON, or JSON with something in it that does not belong there.
text::Message remedy_for(const Telling& told) {
  const auto id = told.id();
  if (id == "wrong.utf8") return msg("learnfile.utf8_do");
  if (id == "wrong.twice") return msg("learnfile.strike_do");
  if (id == "wrong.control_text" || id == "wrong.control_key" || id == "wrong.control_here")
    return msg("learnfile.control_do");
  if (id == "wrong.line_in_text") return msg("learnfile.line_in_text_do");
  if (id == "wrong.expected") return msg("learnfile.object_do");
  if (id == "wrong.first_key") return msg("learnfile.first_key_do");
  if (id == "wrong.too_long" || id == "wrong.too_deep" || id == "wrong.too_large") return msg("learnfile.smaller_do");
  return msg("learnfile.no_json_do");
}

/// Whatever has no place of its own stands where the file begins.
FileProblems placed_in(FileProblems problems, std::string_view bytes) {
  place(problems, bytes);
  const auto begin = bytes.find_first_not_of(" \t\r\n");
  for (auto& one : problems) {
    if (one.at == FilePlace{}) one.at = place_at(bytes, begin == std::string_view::npos ? 0 : begin);
    one.at.line = std::max<std::size_t>(one.at.line, 1);  // of a file on one line
  }
  return problems;
}

}  // namespace

const Item* Instrument::item(std::string_view wanted) const { return with_id(items, wanted); }

const Item* Instrument::called(std::string_view typed, const std::vector<std::string_view>& groups) const {
  const auto wanted = folded(trimmed(typed));
  std::vector<const Item*> titled;
  for (const auto& one : items) {
    if (std::ranges::find(groups, one.group) == groups.end()) continue;
    if (one.id == wanted) return &one;
    if (folded(one.title.nl) == wanted || folded(one.title.en) == wanted) titled.push_back(&one);
  }
  return titled.size() == 1 ? titled.front() : nullptr;
}

const CourseMeeting* Instrument::meeting(std::string_view wanted) const { return with_id(meetings, wanted); }

const AnswerScale* Instrument::scale(std::string_view wanted) const { return with_id(scales, wanted); }

std::vector<const Item*> Instrument::in_group(std::string_view group) const {
  std::vector<const Item*> found;
  for (const auto& one : items)
    if (one.group == group) found.push_back(&one);
  return found;
}

std::vector<std::string_view> Instrument::item_ids() const {
  std::vector<std::string_view> ids;
  for (const auto& one : items) ids.push_back(one.id);
  return ids;
}

std::pair<Instrument, FileProblems> parse_instrument(std::string_view bytes) {
  Problems technical;
  FileProblems problems;
  if (trimmed(bytes).empty()) {
    problems.push_back({"", msg("learnfile.is_empty"), msg("learnfile.is_empty_do")});
    return {Instrument{}, placed_in(std::move(problems), bytes)};
  }
  const auto in = strict_json(bytes, kDefinitionBounds, technical);
  for (const auto& one : technical)
    problems.push_back({one.pointer, msg("learnfile.no_json", "what"_is = text::message_of(one.message)),
                        remedy_for(one.message), one.at});
  if (!in.is_object()) return {Instrument{}, placed_in(std::move(problems), bytes)};
  if (in.empty()) {
    problems.push_back({"", msg("learnfile.no_keys"), msg("learnfile.is_empty_do")});
    return {Instrument{}, placed_in(std::move(problems), bytes)};
  }
  auto instrument = read_shape(in, problems);
  auto meaning = check(instrument, problems);
  problems.insert(problems.end(), std::make_move_iterator(meaning.begin()), std::make_move_iterator(meaning.end()));
  return {std::move(instrument), placed_in(std::move(problems), bytes)};
}

}  // namespace casus::learning
