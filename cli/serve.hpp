// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/context.hpp"
#include "core/base/names.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace casus::cli {

/// How the log of the server is written.
enum class LogForm { json };

constexpr std::array<Named<LogForm>, 1> names_of(LogForm) { return {{{LogForm::json, "json", "word.log.json"}}}; }

/// What was asked of `casus serve`.
struct Serving {
  std::string listen;
  std::vector<std::string> names;
  std::string certificate;
  std::string key;
  std::string proxy;
  std::string metrics;
  std::optional<LogForm> log;
  std::string under;      ///< name of the path under which all pages are; empty: they have the address to themselves
  std::string teams;      ///< a file: which teams are served, each below a path of its own; empty: the one of the store
  std::string sign_in;    ///< a file: by which provider people are signed in, and who they are here
  std::string by_header;  ///< a file: in which headers the proxy says whom it signed in, and who they are here
  std::vector<std::string> proxy_users;  ///< who may connect to a socket file, beside root and this user
  bool make = false;                     ///< a certificate of its own
};

/// The page, until somebody stops it; the exit code. A web server and its cryptography cost each start more than most
/// commands do, so they are in a program of their own beside `casus`, which this runs in its place. There it is the
/// server itself.
int serve(Context& context, const Serving& wish);

}  // namespace casus::cli
