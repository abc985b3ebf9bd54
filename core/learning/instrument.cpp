// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/instrument.hpp"

#include "core/base/definition_file.hpp"
#include "core/base/json_place.hpp"
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

}  // namespace

const Item* Instrument::item(std::string_view wanted) const {
  const auto found = std::ranges::find(items, wanted, &Item::id);
  return found == items.end() ? nullptr : &*found;
}

const CourseMeeting* Instrument::meeting(std::string_view wanted) const {
  const auto found = std::ranges::find(meetings, wanted, &CourseMeeting::id);
  return found == meetings.end() ? nullptr : &*found;
}

const AnswerScale* Instrument::scale(std::string_view wanted) const {
  const auto found = std::ranges::find(scales, wanted, &AnswerScale::id);
  return found == scales.end() ? nullptr : &*found;
}

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
  const auto in = strict_json(bytes, kDefinitionBounds, technical);
  for (const auto& one : technical)
    problems.push_back({one.pointer, msg("learnfile.no_json", "what"_is = text::message_of(one.message)),
                        msg("learnfile.no_json_do"), one.at});
  if (!in.is_object()) return {Instrument{}, std::move(problems)};
  auto instrument = read_shape(in, problems);
  auto meaning = check(instrument, problems);
  problems.insert(problems.end(), std::make_move_iterator(meaning.begin()), std::make_move_iterator(meaning.end()));
  place(problems, bytes);
  return {std::move(instrument), std::move(problems)};
}

}  // namespace casus::learning
