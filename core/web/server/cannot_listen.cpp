// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/cannot_listen.hpp"

#include "core/base/fault.hpp"
#include "core/text/problem_words.hpp"
#include "core/text/said_fault.hpp"

#include <cerrno>

namespace casus::web {

using text::msg;

namespace {

text::Value words_of_system(int error) {
  switch (error) {
    case EADDRINUSE: return msg("listen.in_use");
    case EACCES:
    case EPERM: return msg("listen.not_allowed");
    case EADDRNOTAVAIL: return msg("listen.not_here");
    default: return text::system_words_of_making(error);
  }
}

}  // namespace

void cannot_listen(const std::string& at, const text::Value& why) {
  throw text::SaidFault(Fault::Kind::store, msg("fault.cannot_listen", "at"_is = at, "why"_is = why));
}

void not_to_be_had(const std::string& at, int error) { cannot_listen(at, words_of_system(error)); }

}  // namespace casus::web
