// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/server/head.hpp"
#include "core/web/server/server.hpp"

#include <optional>

namespace casus::bench {

constexpr int kBrowsers = 10;  ///< of a meeting

/// Says hello to whoever asks, at once or on the thread of the work; and holds streams of a thousand topics.
class Hello final : public web::Site {
 public:
  std::optional<web::Response> at_once(const web::Request& request) override {
    if (request.path == "/") return web::plain(200, "hello");
    return std::nullopt;
  }
  web::Response answer(const web::Request& request) override {
    if (!request.path.starts_with("/m/")) return web::plain(200, "hello");
    return web::Response{.body = "retry: 1000\n\n", .topic = request.path, .owner = request.path};
  }
  web::SiteFigures tick(web::Streams&) override { return {}; }
};

}  // namespace casus::bench
