// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/encoding.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace casus::web {
namespace {

constexpr std::size_t kMostFields = 100;

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      out += ' ';
    } else if (text[i] != '%') {
      out += text[i];
    } else {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = digit(text[i + 1]);
      const int low = digit(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  if (!is_utf8(out)) return std::nullopt;
  return out;
}

/// A browser sends "\r\n" for each line break that was typed.
std::string with_plain_breaks(std::string text) {
  std::erase(text, '\r');
  return text;
}

}  // namespace

std::optional<std::string> path_from(std::string_view encoded) {
  auto path = decoded(encoded, false);
  if (!path || !path->starts_with('/') || path->find('\\') != std::string::npos || has_control(*path) ||
      path->find_first_of("\n\t") != std::string::npos)
    return std::nullopt;
  if (*path == "/") return path;
  for (std::size_t begin = 1; begin <= path->size();) {
    const auto end = std::min(path->find('/', begin), path->size());
    const auto part = std::string_view(*path).substr(begin, end - begin);
    if (part.empty() || part == "." || part == "..") return std::nullopt;
    begin = end + 1;
  }
  return path;
}

std::optional<std::string> without_last_slash(std::string_view target) {
  const auto end = std::min(target.find('?'), target.size());
  const auto path = target.substr(0, end);
  if (path.size() < 3 || !path.ends_with('/') || !path_from(path.substr(0, end - 1))) return std::nullopt;
  return std::string(path.substr(0, end - 1)) += target.substr(end);
}

std::string without_control(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    const bool of_two = byte == 0xC2 && next >= 0x80 && next < 0xA0;
    if (of_two) ++i;
    if (byte == '\v' || byte == '\f' || (of_two && next == 0x85)) out += '\n';
    else if (!of_two && (byte == '\n' || byte == '\t' || (byte >= 0x20 && byte != 0x7F))) out += text[i];
  }
  return out;
}

std::optional<Fields> fields_from(std::string_view encoded) {
  auto sent = form_from(encoded);
  if (!sent || sent->cleaned) return std::nullopt;
  return std::move(sent->fields);
}

std::optional<SentForm> form_from(std::string_view encoded) {
  SentForm form;
  std::size_t count = 0;
  while (!encoded.empty()) {
    const auto end = std::min(encoded.find('&'), encoded.size());
    const auto one = encoded.substr(0, end);
    encoded.remove_prefix(std::min(end + 1, encoded.size()));
    if (one.empty()) continue;
    const auto equals = std::min(one.find('='), one.size());
    auto name = decoded(one.substr(0, equals), true);
    auto value = decoded(one.substr(std::min(equals + 1, one.size())), true);
    if (!name || !value || ++count > kMostFields) return std::nullopt;
    *value = with_plain_breaks(std::move(*value));
    if (has_control(*name)) return std::nullopt;
    if (has_control(*value)) {
      form.cleaned = true;
      *value = without_control(*value);
    }
    form.fields.add(std::move(*name), std::move(*value));
  }
  return form;
}

}  // namespace casus::web
