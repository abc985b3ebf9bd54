// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

namespace casus::web::openid {

/// Why somebody who comes from the provider is not let in.
enum class Distrust {
  unreachable,   ///< the provider gave no answer in time
  odd_answer,    ///< it answered something else than the protocol says
  refused,       ///< it does not take the code, or does not know this program
  malformed,     ///< the token is none
  algorithm,     ///< signed by a way that is not allowed here
  unknown_key,   ///< by a key that the provider does not publish
  signature,     ///< not by that key
  issuer,        ///< of another provider
  audience,      ///< meant for another program
  party,         ///< given to another program
  expired,       ///< its time is over
  early,         ///< its time has not come
  nonce,         ///< of another sign-in than the one that was begun here
  other_person,  ///< what is told of the person is about somebody else than the token
};

constexpr std::array<Named<Distrust>, 14> names_of(Distrust) {
  return {{{Distrust::unreachable, "unreachable", "word.distrust.unreachable"},
           {Distrust::odd_answer, "odd_answer", "word.distrust.odd_answer"},
           {Distrust::refused, "refused", "word.distrust.refused"},
           {Distrust::malformed, "malformed", "word.distrust.malformed"},
           {Distrust::algorithm, "algorithm", "word.distrust.algorithm"},
           {Distrust::unknown_key, "unknown_key", "word.distrust.unknown_key"},
           {Distrust::signature, "signature", "word.distrust.signature"},
           {Distrust::issuer, "issuer", "word.distrust.issuer"},
           {Distrust::audience, "audience", "word.distrust.audience"},
           {Distrust::party, "party", "word.distrust.party"},
           {Distrust::expired, "expired", "word.distrust.expired"},
           {Distrust::early, "early", "word.distrust.early"},
           {Distrust::nonce, "nonce", "word.distrust.nonce"},
           {Distrust::other_person, "other_person", "word.distrust.other_person"}}};
}

}  // namespace casus::web::openid
