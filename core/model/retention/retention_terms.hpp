// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/basis.hpp"
#include "core/base/text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How long what was written is kept, by which law, as data (retention.json): each term with its source and mark.
namespace casus {

/// The bytes of retention.json.
extern const std::string_view kRetentionData;

struct RetentionTerm {
  std::string basis;         ///< key of a basis; "*": any that has no term of its own
  std::string record;        ///< "case"; "looks", who looked at one; or a kind of case that this program cannot tell
  std::optional<int> years;  ///< nothing: no fixed term is known
  std::string from;          ///< "last_change", where the law counts from that; empty: from the end of the help
  std::string law;
  std::vector<std::string> source;  ///< keys of domain.md
  std::string mark;                 ///< documented, variant, reconstruction, own
  Text text;

  static void fields(auto& self, auto&& visit) {
    visit.required("basis", self.basis);
    visit.required("record", self.record);
    visit.optional("years", self.years);
    visit.optional("from", self.from);
    visit.required("law", self.law);
    visit.required("source", self.source);
    visit.required("mark", self.mark);
    visit.required("text", self.text);
  }
};

const std::vector<RetentionTerm>& retention_terms();

/// The terms that count for a ground: its own, else those of any that has none. Without who looked.
std::vector<const RetentionTerm*> retention_terms_of(Basis basis);

/// Whether a reason is the law of one of the terms.
bool is_law(std::string_view reason);

}  // namespace casus
