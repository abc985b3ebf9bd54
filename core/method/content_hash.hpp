// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace casus::method {

/// Names a content: the same for the same bytes, on every machine and in every version of the program; 32 hexadecimal
/// digits. A case pins its definitions with it, so that a changed file is noticed. It is a name-based UUID (RFC 4122
/// version 5, over SHA-1): it finds changes, it does not stop someone who wants to make two files look the same.
std::string content_hash(std::string_view bytes);

/// The same in the form of a UUID, for standards that name things so: "8-4-4-4-12".
std::string content_uuid(std::string_view bytes);

}  // namespace casus::method
