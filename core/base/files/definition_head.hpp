// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/json/json_fields.hpp"

namespace casus {

/// What every file that defines something begins with: its format, and what it is.
void read_head(fields::ObjectReader& reader, int format, auto& out) {
  reader.format(format);
  reader.allow("$schema");
  reader.required("id", out.id);
  reader.required("version", out.version);
  reader.required("name", out.name);
  reader.required("summary", out.summary);
}

}  // namespace casus
