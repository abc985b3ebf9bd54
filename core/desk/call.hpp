// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/desk/reply.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Any verb of the catalogue by its path, with what was given by name: how a face asks for a page and hands over a form
/// without knowing either.
namespace casus::desk {

class Slots;
class Verb;

/// A value by the name of its field (form.hpp): {"text", "Zij belt haar zus"}. An empty one is as if it was not given,
/// but for a tick.
struct GivenField {
  std::string name;
  std::string value;
};

struct Wish {
  std::string path;               ///< "case say"
  std::vector<GivenField> given;  ///< a field that may be given more than once stands there more than once
  std::string command_id{};       ///< of what is to be done: sent twice, done once; empty: a new one
};

/// Does it, or shows it. What cannot be meant so comes back as `usage`, said, and by field in `problems`; a fault
/// passes through. Nothing is done or logged before every field was understood. No file of this computer is read or
/// written.
///
/// With a desk whose form is `both`, a page is asked for and logged once, and comes as `Reply::page()` (when it is made
/// of headings, lists and tables), as text in `sayings()`, and as the JSON of programs in `document()`.
Reply call(Desk& desk, const Wish& wish);

/// Puts what was given in the slots of a verb. Everything that is wrong or lacks comes in `reply.problems`. `known`: a
/// field that its face knows already, and that need not be given; empty: none.
void fill_slots(Desk& desk, const Wish& wish, Verb& verb, Slots& slots, Reply& reply, std::string_view known = {});

}  // namespace casus::desk
