// SPDX-License-Identifier: EUPL-1.2
#include "core/report/rights_text.hpp"

#include "core/base/json/json_fields.hpp"
#include "core/text/label.hpp"
#include "core/text/message.hpp"

#include <nlohmann/json.hpp>

namespace casus::report {

namespace {

using text::msg;

std::string answer_in_words(const RightAnswered& answer, const text::Voice& voice) {
  auto out = msg("rights.answered_line", "answer"_is = text::label(answer.answer),
                 "on"_is = day(answer.on.value_or(Date{}), voice))
                 .in(voice);
  return answer.because.empty() ? out : out + ": " + answer.because;
}

}  // namespace

std::vector<std::string> requests_in_words(const Case& state, const text::Voice& voice) {
  std::vector<std::string> out;
  for (const auto& one : state.requests) {
    auto line = msg("rights.asked_line", "request"_is = one.asked.id, "right"_is = text::label(one.asked.right),
                    "article"_is = article_of(one.asked.right), "on"_is = day(one.asked.on, voice))
                    .in(voice);
    if (!one.asked.asked_by.empty()) line += msg("history.right_by", "who"_is = one.asked.asked_by).in(voice);
    if (!one.asked.text.empty()) line += ": " + one.asked.text;
    for (const auto& answer : one.answers) line += "; " + answer_in_words(answer, voice);
    if (one.lifted)
      line += "; " + msg("rights.lifted_line", "on"_is = day(one.lifted->on.value_or(Date{}), voice)).in(voice);
    if (one.is_open()) line += "; " + msg("rights.due_line", "due"_is = day(one.due(), voice)).in(voice);
    out.push_back(std::move(line));
  }
  return out;
}

nlohmann::json requests_json(const Case& state) {
  auto out = nlohmann::json::array();
  for (const auto& one : state.requests) {
    auto request = fields::write(one.asked);
    request["due"] = to_string(one.due());
    request["open"] = one.is_open();
    request["answers"] = nlohmann::json::array();
    for (const auto& answer : one.answers) request["answers"].push_back(fields::write(answer));
    request["restricts"] = one.restricts();
    if (one.lifted) request["lifted"] = fields::write(*one.lifted);
    out.push_back(std::move(request));
  }
  return out;
}

std::vector<std::string> more_bases_in_words(const Case& state, const text::Voice& voice) {
  std::vector<std::string> out;
  for (const auto& one : state.more_bases)
    out.push_back(msg("rights.more_basis", "basis"_is = text::label(one.added.basis), "purpose"_is = one.added.purpose)
                      .in(voice));
  return out;
}

nlohmann::json more_bases_json(const Case& state) {
  auto out = nlohmann::json::array();
  for (const auto& one : state.more_bases) out.push_back(fields::write(one.added));
  return out;
}

}  // namespace casus::report
