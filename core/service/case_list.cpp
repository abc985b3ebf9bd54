// SPDX-License-Identifier: EUPL-1.2
#include "core/service/case_list.hpp"
#include "core/text/label.hpp"

#include "core/base/csv.hpp"
#include "core/base/personal_data.hpp"
#include "core/service/service.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

namespace casus::service {

namespace {

/// The usual words of a header for each field; the first is the field itself.
const std::vector<std::vector<std::string_view>>& known_headers() {
  static const std::vector<std::vector<std::string_view>> all{
      {"id", "nummer", "casusnummer", "zaaknummer", "dossiernummer", "casus", "case", "number"},
      {"title", "titel", "omschrijving", "onderwerp", "description"},
      {"neighbourhood", "wijk", "buurt", "neighborhood"},
      {"reported_on", "gemeld op", "melddatum", "datum melding", "meldingsdatum", "reported on"},
      {"privacy"},
      {"basis", "grondslag"},
      {"basis_text", "waarom deze grondslag"},
      {"purpose", "doel"},
      {"method", "methode"},
      {"owner", "eigenaar", "inbrenger", "casusinbrenger", "regisseur", "casusregisseur", "medewerker"},
      {"question", "vraag"},
      {"hoped_for", "hoopt op", "gewenst"}};
  return all;
}

/// What was found, so that it can be looked up; a number that may not be kept is not repeated either.
std::string quoted(const PersonalData& found) {
  return found.kind == PersonalData::Kind::citizen_number ? std::string() : ": '" + found.text + "'";
}

std::string field_of(const std::string& header) {
  for (const auto& words : known_headers())
    if (std::ranges::find(words, header) != words.end()) return std::string(words.front());
  return {};
}

/// "2026-03-02", or as spreadsheets in Dutch write it: "2-3-2026", "02/03/2026".
std::optional<Date> day_in(std::string text) {
  if (const auto day = date_from(text)) return day;
  std::ranges::replace(text, '/', '-');
  const auto first = text.find('-');
  const auto second = first == std::string::npos ? first : text.find('-', first + 1);
  if (second == std::string::npos || first > 2 || second - first > 3 || text.size() - second != 5) return std::nullopt;
  const auto two = [](std::string part) { return part.size() == 1 ? "0" + part : part; };
  return date_from(text.substr(second + 1) + '-' + two(text.substr(first + 1, second - first - 1)) + '-' +
                   two(text.substr(0, first)));
}

template <NamedEnum E>
std::optional<E> word_in(const std::string& text) {
  const auto wanted = folded(text);
  for (const auto& name : names_of(E{}))
    if (folded(name.key) == wanted || text::is_word(name.word, wanted)) return name.value;
  return std::nullopt;
}

class ListReader {
 public:
  ListReader(const std::map<std::string, std::string>& columns, const CaseListDefaults& defaults)
      : asked_(columns), defaults_(defaults) {}

  CaseList read(std::string_view bytes) {
    if (!is_utf8(bytes)) {
      problem(0, "", text::msg("case_list.file_saved_as_utf_8"), text::msg("case_list.save_from_spreadsheet_as_csv"));
      return std::move(list_);
    }
    const auto rows = csv::read(bytes);
    if (!rows) {
      broken(rows.error());
      return std::move(list_);
    }
    if (rows->size() < 2) {
      problem(0, "", text::msg("case_list.case_file"), text::msg("case_list.put_names_columns_first_line"));
      return std::move(list_);
    }
    headers(rows->front());
    if (list_.problems.empty())
      for (auto row = rows->begin() + 1; row != rows->end(); ++row) take(*row);
    return std::move(list_);
  }

 private:
  void problem(std::int64_t line, const std::string& column, text::Message message, text::Message remedy) {
    list_.problems.push_back({line, column, std::move(message), std::move(remedy)});
  }

  void broken(const csv::Broken& at) {
    const bool open = at.kind == csv::Broken::Kind::open_quote;
    problem(at.line, "",
            open ? text::msg("case_list.quote_begins_here_ends_nowhere") : text::msg("case_list.quote_middle_cell"),
            text::msg("case_list.put_whole_cell_between_quotes"));
  }

  void headers(const csv::Row& row) {
    std::map<std::string, std::string> asked;
    for (const auto& [header, field] : asked_) asked[folded(trimmed(header))] = field;
    std::set<std::string> taken;
    for (const auto& cell : row.cells) {
      const auto header = std::string(trimmed(cell));
      const auto found = asked.find(folded(header));
      auto field = found == asked.end() ? field_of(folded(header)) : found->second;
      if (found != asked.end()) asked.erase(found);
      if (!field.empty() && !taken.insert(field).second) {
        problem(row.line, header, text::msg("case_list.second_column", "field"_is = field),
                text::msg("case_list.leave_one_out_give_column"));
      }
      if (field.empty() && !header.empty()) list_.unused.push_back(header);
      headers_.push_back(header);
      fields_.push_back(std::move(field));
    }
    for (const auto& [header, field] : asked)
      problem(row.line, header, text::msg("case_list.column_file"),
              text::msg("case_list.see_what_column_called_first"));
    for (const auto* needed : {"id", "title"})
      if (!taken.contains(needed))
        problem(row.line, "", text::msg("case_list.column", "needed"_is = needed),
                text::msg("case_list.say_which_column_map_name", "needed"_is = needed));
  }

  void take(const csv::Row& row) {
    if (std::ranges::all_of(row.cells, [](const auto& cell) { return trimmed(cell).empty(); })) return;
    if (row.cells.size() != headers_.size()) {
      problem(row.line, "",
              text::msg("case_list.line_has_cells_first_line",
                        "cells"_is = text::msg("count.cells", "count"_is = row.cells.size()),
                        "headers"_is = headers_.size()),
              text::msg("case_list.put_text_comma_semicolon_between"));
      return;
    }
    CaseListRow out{row.line, {}, {}};
    OpenCase open = defaults_.open;
    AskQuestion question;
    std::string owner = defaults_.by;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      const auto text = std::string(trimmed(row.cells[i]));
      if (fields_[i].empty() || text.empty()) continue;
      // The owner is a colleague; of nobody else a number or address belongs here (domain.md 8: no BSN at all).
      if (const auto found = personal_data(text); fields_[i] != "reported_on" && !found.empty())
        problem(row.line, headers_[i],
                text::msg("case_list.holds", "kind"_is = text::label(found.front().kind),
                          "words"_is = quoted(found.front())),
                text::msg("case_list.take_out_describe_case_role"));
      cell(row.line, i, text, out, open, question, owner);
    }
    if (out.case_id.empty())
      problem(row.line, "", text::msg("case_list.case_has_id"), text::msg("case_list.give_every_case_id_own"));
    else if (!ids_.insert(out.case_id).second)
      problem(row.line, "", text::msg("case_list.case_before", "case"_is = out.case_id),
              text::msg("case_list.leave_one_two_lines_out"));
    const auto command = [&](std::string_view part, CommandBody body) {
      // The same id each time, so that the same list given again adds nothing.
      out.commands.push_back(
          {fmt::format("case-list/{}/{}", out.case_id, part), out.case_id, owner, defaults_.at, {}, std::move(body)});
    };
    command("open", open);
    if (!question.text.empty()) command("question", question);
    list_.rows.push_back(std::move(out));
  }

  void cell(std::int64_t line, std::size_t at, const std::string& text, CaseListRow& out, OpenCase& open,
            AskQuestion& question, std::string& owner) {
    const auto& field = fields_[at];
    if (field == "id") {
      out.case_id = folded(text);
      std::ranges::replace(out.case_id, ' ', '-');
      std::ranges::replace(out.case_id, '/', '-');
      if (!is_id(out.case_id))
        problem(line, headers_[at], text::msg("case_list.cannot_id", "words"_is = text),
                text::msg("case_list.use_letters_z_digits_dot"));
    } else if (field == "title") {
      open.title = text;
    } else if (field == "neighbourhood") {
      open.neighbourhood = text;
    } else if (field == "purpose") {
      open.purpose = text;
    } else if (field == "basis_text") {
      open.basis_text = text;
    } else if (field == "method") {
      open.method = text;
    } else if (field == "owner") {
      owner = text;
    } else if (field == "question") {
      question.text = text;
    } else if (field == "hoped_for") {
      question.hoped_for = text;
    } else if (field == "reported_on") {
      open.reported_on = day_in(text);
      if (!open.reported_on)
        problem(line, headers_[at], text::msg("case_list.day", "words"_is = text),
                text::msg("case_list.write_day_as_2026_03"));
    } else if (field == "privacy") {
      choose<Privacy>(line, at, text, open.privacy);
    } else if (field == "basis") {
      choose<Basis>(line, at, text, open.basis);
    }
  }

  template <NamedEnum E>
  void choose(std::int64_t line, std::size_t at, const std::string& text, std::optional<E>& out) {
    if (const auto value = word_in<E>(text)) {
      out = value;
      return;
    }
    problem(line, headers_[at], text::msg("case_list.known_here", "words"_is = text),
            text::msg("case_list.choose_from", "e"_is = joined(keys_of<E>())));
  }

  const std::map<std::string, std::string>& asked_;
  const CaseListDefaults& defaults_;
  std::vector<std::string> headers_;
  std::vector<std::string> fields_;  ///< of each column; empty: not taken over
  std::set<std::string> ids_;
  CaseList list_;
};

}  // namespace

CaseList read_case_list(std::string_view bytes, const std::map<std::string, std::string>& columns,
                        const CaseListDefaults& defaults) {
  return ListReader(columns, defaults).read(bytes);
}

CaseListTaken take_case_list(Service& service, CaseList& list, bool keep) {
  CaseListTaken taken;
  if (!list.problems.empty() || list.rows.empty()) return taken;
  const auto refuse = [&](const CaseListRow& row, const Answer& answer) {
    CaseListProblem problem{.line = row.line};
    if (answer.refusal) {
      problem.message = answer.refusal->reason;
      if (!answer.refusal->remedies.empty()) problem.remedy = answer.refusal->remedies.front().hint;
    } else {
      problem.message = text::msg("case_list.somebody_changed_case_meanwhile");
      problem.remedy = text::msg("case_list.try_again");
    }
    list.problems.push_back(std::move(problem));
  };
  std::vector<Command> all;
  std::set<std::string> said;
  for (const auto& row : list.rows) {  // each alone first, so that every refusal is found
    const auto tried = service.handle_all(row.commands, false);
    if (!tried.back().done()) refuse(row, tried.back());
    else ++(tried.front().repeated ? taken.known : taken.opened);
    for (const auto& answer : tried)
      for (const auto& remark : answer.remarks)
        if (said.insert(remark.message.in(Lang::en)).second) taken.remarks.push_back({row.line, remark});
    all.insert(all.end(), row.commands.begin(), row.commands.end());
  }
  if (!keep || !list.problems.empty()) return taken;
  const auto answers = service.handle_all(std::move(all), true);
  if (answers.back().done()) return taken;
  auto at = answers.size();  // somebody else was in between: the row that could not be done any more
  for (const auto& row : list.rows) {
    if (at <= row.commands.size()) {
      refuse(row, answers.back());
      break;
    }
    at -= row.commands.size();
  }
  return {};
}

std::vector<std::string_view> case_list_fields() {
  std::vector<std::string_view> all;
  for (const auto& words : known_headers()) all.push_back(words.front());
  return all;
}

}  // namespace casus::service
