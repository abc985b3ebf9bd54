// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/strict_head.hpp"

#include "core/base/text.hpp"

namespace casus::web {
namespace {

constexpr unsigned kFirstWithEncodings = 11;

bool is_folded_over_lines(std::string_view sent) {
  return sent.find("\n ") != std::string_view::npos || sent.find("\n\t") != std::string_view::npos;
}

}  // namespace

bool may_be_misread(const Request& request, unsigned version, std::string_view sent) {
  if (is_folded_over_lines(sent) || request.count("host") > 1) return true;
  if (request.count("content-length") > 1 || request.header("content-length").find(',') != std::string_view::npos)
    return true;
  const auto encodings = request.count("transfer-encoding");
  if (encodings == 0) return false;
  return encodings > 1 || version < kFirstWithEncodings || folded(request.header("transfer-encoding")) != "chunked";
}

}  // namespace casus::web
