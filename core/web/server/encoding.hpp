// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/remote/address.hpp"
#include "core/web/server/message.hpp"

#include <optional>
#include <string>
#include <string_view>

/// How texts travel in an address and in a form. What is not exactly right is nothing: no guess is made at broken
/// bytes.
namespace casus::web {

/// The path of an address: percent signs decoded once; nothing when it does not begin with '/', is broken, is not
/// UTF-8, holds a control character or a backslash, or has a part that is empty, "." or "..". "/" alone is a path.
std::optional<std::string> path_from(std::string_view encoded);

/// "/noord?x=1" for "/noord/?x=1", as it was sent: where a page is that somebody typed one sign too many for. Nothing
/// when that is no path, or there is no '/' at its end.
std::optional<std::string> without_last_slash(std::string_view target);

/// "a=1&b=x+y"; nothing when an escape is broken, the text is not UTF-8 or holds a control character other than a line
/// break or a tab, or there are more than a hundred fields. Line breaks are made "\n".
std::optional<Fields> fields_from(std::string_view encoded);

/// A form as somebody sent it: what they typed is not lost for a sign in it that no text may hold.
struct SentForm {
  Fields fields;
  bool cleaned = false;  ///< such signs were left out
};
/// The same of a form; a control character in a value is left out, and one that breaks a line is "\n". In a name it is
/// no form.
std::optional<SentForm> form_from(std::string_view encoded);

/// The text without its control characters, but for line breaks and tabs; a vertical tab, a page break and a "next
/// line" are line breaks.
std::string without_control(std::string_view text);

using remote::percent_encoded;

}  // namespace casus::web
