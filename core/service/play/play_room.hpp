// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/kept_definitions.hpp"
#include "core/service/service.hpp"
#include "core/training/play/play.hpp"

#include <string>

namespace casus::service {

/// Keeps a training in a store: what the play decided is decided again by the service, durably, as any case is.
class PlayRoom {
 public:
  /// `definitions`: what the play goes by instead of what this machine offers; must live as long.
  PlayRoom(Service& service, const training::Play& play, const KeptDefinitions& definitions)
      : service_(service), play_(play), definitions_(definitions) {}

  /// Hands over what is not kept yet. Done before (the same log, played again) it is not done twice. Throws
  /// Fault(store) when the store holds another course of events under the same name.
  void keep();

 private:
  void keep_one();

  Service& service_;
  const training::Play& play_;
  const KeptDefinitions& definitions_;
  std::string case_id_;
  std::size_t kept_ = 0;
  std::string mark_;
};

}  // namespace casus::service
