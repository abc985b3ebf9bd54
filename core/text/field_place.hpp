// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/text/message.hpp"

#include <optional>
#include <string_view>

/// A field that a message names. Each face calls it as it stands there: an option of a line, the label of a form.
///   {@because}       the field: --because, or “Waarom”
///   {@role=member}   with what is given there: --role member, or “lid”; "..." and capitals are for a person to fill in
///   {@role:member}   that value alone: member, or “lid”
///   {(@because)}     said to who types alone, behind what the field is for: " (--because)", or nothing
/// It goes to the WayWriter of the face as a way to no command, with this field.
namespace casus::text {

struct FieldPlace {
  enum class Kind { field, value, aside };

  Kind kind{};
  std::string_view name;   ///< as `call` takes it: "by-when"
  std::string_view value;  ///< as it stands in the message; empty when there is none

  /// A person fills it in: "..." or NAME.
  bool is_gap() const;
};

/// What stands between the braces of a message; nothing when that is no field.
std::optional<FieldPlace> field_place(std::string_view place);

/// As the WayWriter gets it, and back again; nothing for a way to a command. What it names must outlive it.
Way way_of(const FieldPlace& place);
std::optional<FieldPlace> field_of(const Way& way);

}  // namespace casus::text
