// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/call.hpp"
#include "core/desk/forms/form.hpp"
#include "core/desk/typed/known_in_case.hpp"
#include "core/web/layout.hpp"
#include "core/web/server/message.hpp"

#include <string>
#include <vector>

/// The form of any verb, drawn from its description in the catalogue: no page knows a verb of its own.
namespace casus::web {

struct VerbForm {
  std::string action;  ///< where it is posted
  std::string token;
  const Fields* given = nullptr;  ///< what was filled in before, or is known already
  std::vector<desk::FieldProblem> problems{};
  const desk::KnownInCase* known = nullptr;  ///< what its fields can point at
  bool flat = false;                         ///< all is asked at once: a short form for who does it once
  std::string mark{};                        ///< behind the ids, where a page has this form more than once
  bool stays = false;                        ///< with a script it is sent without leaving the page
  std::vector<std::string> fixed{};          ///< fields that go along as they are given, unseen
  std::vector<std::string> wanted{};         ///< fields that a refusal asks for: not folded away
  std::vector<std::string> left_out{};       ///< fields that are not asked: the address says them already
  Html before{};                             ///< what the page itself has in the form, ahead of its fields
  std::string
      drafts{};  ///< under which what is typed is kept on the device, with the name of its field; empty: it is not
  std::string button{};  ///< what its button says; empty: what those of all forms say
  std::string about{};   ///< what that is about, where more forms of a page say the same
};

/// What must be given first, the rest behind "meer"; when something happened and which version is expected are not
/// asked on a page.
Html verb_form(const desk::EntryForm& entry, const VerbForm& how, Lang lang);

/// For a record of a declared type a form with an input for every field, instead of that of the verb at `entry`.
Html record_form(const desk::RecordForm& record, const desk::EntryForm& entry, const VerbForm& how, Lang lang);
/// The same for each of these, under what it is called.
Html record_forms(const std::vector<desk::RecordForm>& records, const desk::EntryForm& entry, const VerbForm& how,
                  Lang lang);

/// What was filled in, for `desk::call`; a field of lists holds one value a line.
/// `case_id`, when there is one, is that of the address, whatever the form says.
std::vector<desk::GivenField> given_in(const desk::EntryForm& entry, const Fields& fields,
                                       const std::string& case_id = {});

/// "case safety concern" as part of a path: "case/safety/concern".
std::string path_of_verb(std::string_view verb);
/// The verb at such a path.
std::string verb_of_path(std::string_view path);

}  // namespace casus::web
