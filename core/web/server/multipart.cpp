// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/multipart.hpp"

#include "core/base/text.hpp"
#include "core/web/server/encoding.hpp"

#include <algorithm>

namespace casus::web {
namespace {

constexpr std::size_t kMostParts = 30;
constexpr std::size_t kLongestHead = 2048;
constexpr std::size_t kLongestBoundary = 70;

std::string lowered(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  return out;
}

std::string boundary_of(std::string_view content_type) {
  const auto at = lowered(content_type).find("boundary=");
  if (at == std::string::npos) return {};
  auto value = content_type.substr(at + 9);
  value = value.substr(0, value.find(';'));
  if (value.size() > 1 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
  const bool plain = std::ranges::all_of(value, [](char c) { return c > ' ' && c < 0x7f && c != '"'; });
  return plain && value.size() <= kLongestBoundary ? std::string(value) : std::string();
}

/// `name="..."` in a head; a browser writes a quote in a name as %22.
std::optional<std::string> parameter(std::string_view head, std::string_view name) {
  const auto mark = "; " + std::string(name) + "=\"";
  const auto at = head.find(mark);
  if (at == std::string_view::npos) return std::nullopt;
  const auto from = at + mark.size();
  const auto end = head.find('"', from);
  if (end == std::string_view::npos) return std::nullopt;
  std::string value(head.substr(from, end - from));
  for (auto quote = value.find("%22"); quote != std::string::npos; quote = value.find("%22", quote))
    value.replace(quote, 3, "\"");
  return value;
}

bool is_plain(const std::string& text) { return is_utf8(text) && !has_control(text); }

}  // namespace

bool is_multipart(std::string_view content_type) { return lowered(content_type).starts_with("multipart/form-data;"); }

std::optional<Multipart> multipart_from(std::string_view content_type, std::string_view body) {
  const auto boundary = boundary_of(content_type);
  if (boundary.empty()) return std::nullopt;
  const auto between = "\r\n--" + boundary;
  if (!body.starts_with(std::string_view(between).substr(2))) return std::nullopt;
  body.remove_prefix(between.size() - 2);
  Multipart all;
  for (std::size_t parts = 0; !body.starts_with("--"); ++parts) {
    if (parts >= kMostParts || !body.starts_with("\r\n")) return std::nullopt;
    const auto head_end = body.find("\r\n\r\n");
    if (head_end == std::string_view::npos || head_end > kLongestHead) return std::nullopt;
    const auto head = body.substr(0, head_end);
    body.remove_prefix(head_end + 4);
    const auto end = body.find(between);
    if (end == std::string_view::npos) return std::nullopt;
    const auto content = body.substr(0, end);
    body.remove_prefix(end + between.size());
    if (lowered(head).find("\r\ncontent-disposition: form-data;") == std::string::npos) return std::nullopt;
    const auto name = parameter(head, "name");
    if (!name || !is_plain(*name)) return std::nullopt;
    if (const auto file = parameter(head, "filename")) {
      if (!is_plain(*file)) return std::nullopt;
      if (file->empty() && content.empty()) continue;  // none was chosen
      if (!all.file_field.empty()) return std::nullopt;
      all.file_field = *name;
      all.file_name = file->substr(file->find_last_of("/\\") + 1);
      all.file = content;
      continue;
    }
    std::string value(content);
    std::erase(value, '\r');
    if (!is_utf8(value)) return std::nullopt;
    if (has_control(value)) {
      all.cleaned = true;
      value = without_control(value);
    }
    all.fields.add(*name, std::move(value));
  }
  return all;
}

}  // namespace casus::web
