// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/from_outside.hpp"
#include "core/desk/reply.hpp"
#include "core/desk/typed/known_in_case.hpp"
#include "core/web/visit.hpp"

#include <string>
#include <string_view>

/// The page of the resident and of a person of the circle, and the card that leads to it. What they may see and do the
/// desk says, by their seat; here is only where it stands.
namespace casus::web {

class OursPages {
 public:
  explicit OursPages(House& house) : house_(house) {}

  /// The link on the card: it asks for the code, and seats whoever has it.
  Response card(Visit& visit, const std::string& token);
  /// For who is at the table of a case: the cards that there are, a new one, and ending one.
  Response cards_of(Visit& visit, const std::string& case_id);
  /// "", "file", "seen", "do/plan/done" behind /ours.
  Response ours(Visit& visit, std::string_view rest);

 private:
  /// What was tried here and did not work.
  struct Tried {
    const desk::Reply* reply = nullptr;
    std::string verb;
    const Fields* fields = nullptr;
  };

  /// A new card, to print; the ones that this person had open nothing any more.
  Html card_made(Visit& visit, const std::string& case_id, const desk::FromOutside& whose);
  /// The cards that there are, each with a button that ends it.
  Html cards_there(Visit& visit, const std::string& case_id);
  Html to_do(const Visit& visit, const Tried& tried);
  static Html deed(const desk::Deed& deed, const Tried& tried, const desk::KnownInCase* known, const Visit& visit,
                   const std::string& mark = {});
  Response shown(Visit& visit, std::string_view place, const desk::Reply* reply, const std::string& verb, int status);

  House& house_;
};

}  // namespace casus::web
