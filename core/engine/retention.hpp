// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/text.hpp"
#include "core/base/time.hpp"
#include "core/model/case.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How long a case is kept, by which law, counted from the end of the help and never from its opening. The terms are
/// data (retention.json), each with its law, source and mark.
namespace casus::engine {

/// The bytes of retention.json.
extern const std::string_view kRetentionData;

struct RetentionTerm {
  std::string basis;         ///< key of a basis; "*": any that has no term of its own
  std::string record;        ///< "case", or a kind of case that this program cannot tell apart by itself
  std::optional<int> years;  ///< nothing: no fixed term is known
  std::string law;
  std::vector<std::string> source;  ///< keys of domain.md
  std::string mark;                 ///< documented, variant, reconstruction, own
  Text text;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("basis", self.basis);
    visit.required("record", self.record);
    visit.optional("years", self.years);
    visit.required("law", self.law);
    visit.required("source", self.source);
    visit.required("mark", self.mark);
    visit.required("text", self.text);
  }
};

const std::vector<RetentionTerm>& retention_terms();

/// One term that runs for a case.
struct Retention {
  const RetentionTerm* term = nullptr;
  Date ended{};             ///< the end of the help: the last change of a closed case
  std::optional<Date> due;  ///< the first day on which it may not be kept any more; nothing without a fixed term

  bool is_due(Date today) const { return due && *due <= today; }
};

/// Every term that runs for a case, by each of its bases. None for a case that is not closed: help that goes on has no
/// end to count from. A request of the resident that is open keeps no term from running.
std::vector<Retention> retentions(const Case& state);

/// The one that decides when the case must go: of several bases the longest, and nothing as long as one of them has no
/// fixed term or its day has not come.
std::optional<Retention> due_for_erasure(const Case& state, Date today);

}  // namespace casus::engine
