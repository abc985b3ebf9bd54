// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/forms/form.hpp"
#include "core/report/definitions.hpp"
#include "core/text/voice.hpp"

#include <string>
#include <vector>

namespace casus {
struct Case;
}

/// What a record of a declared type asks for, field by field, for a face that has an input for each.
namespace casus::desk {

struct RecordForm {
  FormChoice type;  ///< its id and its name
  std::vector<FormField>
      fields;  ///< in the order of the type; named "own.<id>", what `call` takes as "set" is made of it
};

/// Of the types that can be recorded in the step at hand; none in intake, or where the method is not known here.
std::vector<RecordForm> record_forms(const Case& state, const report::Definitions& definitions,
                                     const text::Voice& voice);

/// One value for "set", as it is given with the verb: "severity=7", of a checklist all that is ticked.
std::string set_from(std::string_view field, const std::vector<std::string>& values);

}  // namespace casus::desk
