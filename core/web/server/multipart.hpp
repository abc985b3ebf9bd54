// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/server/message.hpp"

#include <optional>
#include <string>
#include <string_view>

/// A form with a file in it, as a browser sends it (RFC 7578). What is not exactly right is nothing.
namespace casus::web {

struct Multipart {
  Fields fields;
  std::string file_field;  ///< empty when no file was chosen
  std::string file_name;   ///< as the sender calls it, without folders
  std::string file;
  bool cleaned = false;  ///< signs that no text may hold were left out of `fields`
};

bool is_multipart(std::string_view content_type);

/// Nothing when the boundary, a head or the end is missing, a text is not UTF-8, a name holds a control character,
/// there is more than one file, or there are more than thirty parts. A control character in a text is left out.
std::optional<Multipart> multipart_from(std::string_view content_type, std::string_view body);

}  // namespace casus::web
