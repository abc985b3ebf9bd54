// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/remarks/remarks.hpp"
#include "core/model/commands.hpp"
#include "core/model/refusal.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// An existing list of cases, as a spreadsheet wrote it, as commands.
namespace casus::service {

class Service;

/// What is wrong with a line, and what to do about it.
struct CaseListProblem {
  std::int64_t line = 0;  ///< of the file; 0: of the file as a whole
  std::string column;     ///< header of the column; empty: the line as a whole
  text::Message message;
  text::Message remedy;
};

struct CaseListRow {
  std::int64_t line = 0;
  std::string case_id;
  std::vector<Command> commands;  ///< opening, and the question when there is one; their ids follow from the case id
};

struct CaseList {
  std::vector<CaseListRow> rows;
  std::vector<CaseListProblem> problems;  ///< when there are any, nothing is to be done with the rows
  std::vector<std::string> unused;        ///< headers of columns that are not taken over
};

/// What stands in no column.
struct CaseListDefaults {
  std::string by;
  Time at{};
  OpenCase open;
};

/// Reads a file of at least a line of headers. `columns` names the field of a header (without regard to case), for
/// headers that are no usual Dutch or English word for it. Fields: id, title, neighbourhood, reported_on, privacy,
/// basis, basis_text, purpose, method, owner, question, hoped_for. All problems of all lines are found at once.
CaseList read_case_list(std::string_view bytes, const std::map<std::string, std::string>& columns,
                        const CaseListDefaults& defaults);

/// A second look that a line deserves: a likely name in a case without names.
struct CaseListRemark {
  std::int64_t line = 0;
  engine::Remark remark;
};

struct CaseListTaken {
  int opened = 0;
  int known = 0;                        ///< done before
  std::vector<CaseListRemark> remarks;  ///< each said once, at the first line that it is about
};

/// Decides all rows, and keeps them in one transaction when every one can be done and `keep` says so; otherwise nothing
/// happened. What is refused is added to the problems of the list, of every line. Of a list with problems nothing is
/// tried.
CaseListTaken take_case_list(Service& service, CaseList& list, bool keep);

/// The fields that a column can have.
std::vector<std::string_view> case_list_fields();

}  // namespace casus::service
