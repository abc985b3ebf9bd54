// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/server/message.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace casus::web {

/// How an answer goes out.
struct Sending {
  bool secure = false;      ///< over TLS: then a browser may remember to come over TLS only
  bool keep_alive = false;  ///< more may be asked over the same connection
};

/// Status line and headers with the empty line behind them. Every answer carries what keeps a page safe: no script but
/// our own file, nothing from elsewhere, in no frame, in no cache unless it says so itself, no referrer. Characters
/// that would begin another header are left out.
std::string head_of(const Response& response, std::size_t body_size, const Sending& sending);

/// "Not Found"
const char* reason_of(int status);

/// A plain answer without a page around it.
Response plain(int status, std::string text);
/// 405, with the ways in which it may be asked for: "GET, HEAD".
Response wrong_method(std::string allowed);
/// The browser goes there with GET.
Response see_other(std::string path);

}  // namespace casus::web
