// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/head.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::web {
namespace {

constexpr std::string_view kSafe =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src "
    "'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), microphone=(), geolocation=(), interest-cohort=()\r\n"
    "X-Frame-Options: DENY\r\n";

void put(std::string& head, std::string_view name, std::string_view value) {
  head += name;
  head += ": ";
  for (const char c : value)
    if (static_cast<unsigned char>(c) >= ' ' && c != 0x7f) head += c;
  head += "\r\n";
}

}  // namespace

const char* reason_of(int status) {
  switch (status) {
    case 200: return "OK";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    default: return "Internal Server Error";
  }
}

std::string head_of(const Response& response, std::size_t body_size, const Sending& sending) {
  const bool stream = !response.topic.empty();
  auto head = fmt::format("HTTP/1.1 {} {}\r\n", response.status, reason_of(response.status));
  put(head, "Content-Type", stream ? "text/event-stream" : response.type);
  if (!stream && response.status != 304) head += fmt::format("Content-Length: {}\r\n", body_size);
  if (stream) head += "X-Accel-Buffering: no\r\n";
  if (std::ranges::find(response.headers, "Cache-Control", &Header::name) == response.headers.end())
    head += "Cache-Control: no-store\r\n";
  for (const auto& header : response.headers) put(head, header.name, header.value);
  head += kSafe;
  if (sending.secure) head += "Strict-Transport-Security: max-age=31536000\r\n";
  if (!sending.keep_alive || stream) head += "Connection: close\r\n";
  return head + "\r\n";
}

Response plain(int status, std::string text) {
  return Response{.status = status, .type = "text/plain; charset=utf-8", .body = std::move(text)};
}

Response wrong_method(std::string allowed) {
  auto response = plain(405, {});
  response.headers.push_back({"Allow", std::move(allowed)});
  return response;
}

Response see_other(std::string path) {
  Response response = plain(303, {});
  response.headers.push_back({"Location", std::move(path)});
  return response;
}

}  // namespace casus::web
