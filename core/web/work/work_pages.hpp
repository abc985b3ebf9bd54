// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/reply.hpp"
#include "core/web/visit.hpp"

#include <string>
#include <string_view>

/// The desk of the case worker: the cases, a case with its plan and network, and every verb as a form. It knows where
/// a page stands, and nothing of what may be done: that is asked of the desk each time.
namespace casus::web {

class WorkPages {
 public:
  explicit WorkPages(House& house) : house_(house) {}

  /// Where one lands: the meeting, what came in, what one agreed, one's own cases.
  Response today(Visit& visit);
  /// Finding a case: what is looked for is posted, so that it stands in no address.
  Response find(Visit& visit);
  /// Opening a case by four questions, one at a time; the answers travel in the form until the last.
  Response open(Visit& visit);
  Response cases(Visit& visit);
  /// "2026-001", "2026-001/plan", "2026-001/do/plan/goal".
  Response a_case(Visit& visit, std::string_view rest);
  /// All that can be done outside a case, and one of those: "team/add".
  Response all(Visit& visit);
  Response a_verb(Visit& visit, std::string_view rest);

 private:
  /// The attachments; with `id` what is in one of them.
  Response files(Visit& visit, const std::string& case_id, const std::string& id);
  Response shown(Visit& visit, const std::string& case_id, std::string_view tab);
  Response done(Visit& visit, const std::string& verb, const std::string& case_id);
  Response ask_again(Visit& visit, const std::string& verb, const std::string& case_id, const desk::Reply* reply);
  Response confirm(Visit& visit, const std::string& verb, const std::string& case_id, const desk::Reply& reply);

  House& house_;
};

}  // namespace casus::web
