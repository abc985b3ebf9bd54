// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/decide/grounds.hpp"

#include "core/base/text.hpp"
#include "core/engine/mending/mending_meant.hpp"
#include "core/text/label.hpp"

#include <algorithm>

/// On what ground a case uses data, before its first text (R2), and the grounds beside it.
namespace casus::engine {

namespace {

template <class E>
text::Value choices() {
  std::vector<Message> all;
  for (const auto& name : names_of(E{}))
    all.push_back(msg("opening.choice", "key"_is = name.key, "word"_is = text::label(name.value)));
  return text::any_of(std::move(all));
}

/// R2 is asked for who the talk is about. Of the work of colleagues that is whoever brings it in; what is said of a
/// ground all the same is held to it.
bool asks_ground(const Library& library, const OpenCase& command) {
  if (command.basis || !command.more_bases.empty()) return true;
  const auto* workflow = command.method.empty() ? library.workflow(command.workflow) : nullptr;
  const auto* method = library.method(workflow == nullptr ? command.method : workflow->method);
  return method == nullptr || method->about_resident;
}

/// Methods of the workflow that was asked for that are about the work of colleagues: no ground is needed with those.
std::vector<Message> methods_of_colleagues(const Library& library, const OpenCase& command) {
  std::vector<Message> ids;
  if (command.workflow.empty() || !command.method.empty() || command.basis) return ids;
  for (const auto id : library.method_ids()) {
    const auto* method = library.method(id);
    if (method != nullptr && !method->about_resident && method->workflow == command.workflow &&
        library.unusable(id).empty())
      ids.push_back(Message::verbatim(std::string(id)));
  }
  return ids;
}

}  // namespace

std::optional<Refusal> ground_missing(std::optional<Privacy> privacy, std::optional<Basis> basis,
                                      std::string_view purpose, std::string_view basis_text) {
  std::vector<Message> lacking;
  const auto add = [&](Message what) { lacking.push_back(std::move(what)); };
  if (!privacy) add(msg("opening.how_case_discussed_privacy", "privacy"_is = choices<Privacy>()));
  if (!basis) add(msg("opening.legal_ground_basis", "basis"_is = choices<Basis>()));
  if (blank(purpose)) add(msg("opening.purpose_review_purpose"));
  if (basis && needs_explaining(*basis) && blank(basis_text))
    add(msg("opening.why_ground_here_basis_text", "basis"_is = text::label(*basis)));
  if (lacking.empty()) return std::nullopt;
  return no("GroundMissing", "R2", msg("opening.ground_missing"),
            msg("remedy.fill_in", "lacking"_is = text::Value::list(std::move(lacking), "text.semicolon")));
}

std::optional<Refusal> ground_missing(const Library& library, const OpenCase& command) {
  const auto lacks = [&](std::optional<Basis> basis) {
    return ground_missing(command.privacy, basis, command.purpose, command.basis_text);
  };
  if (asks_ground(library, command))
    if (auto refusal = lacks(command.basis)) {
      if (auto ids = methods_of_colleagues(library, command); !ids.empty())
        refusal->remedies.push_back(
            {msg("opening.of_colleagues",
                 "open"_is = way("case open", "title"_is = command.title, "method"_is = gap("gap.method")),
                 "methods"_is = std::move(ids))});
      return refusal;
    }
  for (const auto more : command.more_bases)
    if (auto refusal = lacks(more)) return refusal;
  return std::nullopt;
}

std::optional<Refusal> reported_off(const Deciding& d, const std::optional<Date>& on) {
  return on ? day_not_yet(*on, d.today(), msg("opening.reported_not_yet_do"), "R2") : std::nullopt;
}

std::vector<BasisAdded> others_of(const OpenCase& command) {
  std::vector<BasisAdded> all;
  for (const auto more : command.more_bases) {
    if (more == command.basis || std::ranges::find(all, more, &BasisAdded::basis) != all.end()) continue;
    auto& added = all.emplace_back();
    added.basis = more;
    added.purpose = command.purpose;
    if (needs_explaining(more)) added.basis_text = command.basis_text;
    added.reported_on = command.reported_on;
  }
  return all;
}

Decided decide_on(const Deciding& d, const SetBasis& command) {
  if (auto refusal = ground_missing(command.privacy, command.basis, command.purpose, command.basis_text))
    return failure(std::move(*refusal));
  return d.one(BasisSet{command});
}

Decided decide_on(const Deciding& d, const AddBasis& command) {
  const auto already = [&](text::Message remedy) {
    return refuse("BasisAlready", "R2", msg("opening.basis_already", "basis"_is = text::label(command.basis)),
                  std::move(remedy));
  };
  if (command.basis == d.c.basis)
    return already(msg("opening.basis_already_do", "set"_is = way("case basis", "case"_is = d.c.id)));
  if (std::ranges::any_of(d.c.more_bases, [&](const MoreBasis& one) { return one.added.basis == command.basis; }))
    return already(msg(
        "opening.basis_already_do_2",
        "drop"_is = way("case basis-drop", "case"_is = d.c.id, "basis"_is = key(command.basis), "because"_is = gap())));
  if (auto refusal = ground_missing(d.c.privacy, command.basis, command.purpose, command.basis_text))
    return failure(std::move(*refusal));
  if (auto refusal = reported_off(d, command.reported_on)) return failure(std::move(*refusal));
  return d.one(BasisAdded{command});
}

Decided decide_on(const Deciding& d, const DropBasis& command) {
  if (command.basis == d.c.basis)
    return refuse("BasisOfCase", "R2", msg("opening.basis_of_case", "basis"_is = text::label(command.basis)),
                  msg("opening.basis_of_case_do", "set"_is = way("case basis", "case"_is = d.c.id)));
  const bool holds =
      std::ranges::any_of(d.c.more_bases, [&](const MoreBasis& one) { return one.added.basis == command.basis; });
  if (!holds)
    return refuse("BasisNotThere", "", msg("opening.basis_not_there", "basis"_is = text::label(command.basis)),
                  msg("opening.basis_not_there_do", "show"_is = way("case show", "case"_is = d.c.id)));
  if (blank(command.because)) return reason_missing(msg("opening.why_no_basis"));
  return d.one(BasisDropped{command});
}

}  // namespace casus::engine
