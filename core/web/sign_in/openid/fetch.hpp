// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>

/// Questions to the provider, as plain values: nothing here knows how they travel.
namespace casus::web::openid {

struct Question {
  std::string address;
  std::string form = {};      ///< sent as a form; empty: it is only asked
  std::string user = {};      ///< with `password`, in the header for both; empty: without
  std::string password = {};  ///< as they are sent, encoded
  std::string bearer = {};    ///< a token that lets in; empty: without
};

struct Answer {
  int status = 0;  ///< 0: there was none
  std::string body = {};
};

using Fetch = std::function<Answer(const Question&)>;

/// Asks over the network: only https, or this machine itself; no way round is followed, and it is not waited for long.
/// Throws Fault(store) when the library for it is not there.
Answer fetched(const Question& question);

}  // namespace casus::web::openid
