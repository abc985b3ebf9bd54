// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/visit.hpp"

/// The page of who looks after the store: how it is, checkpoints, the backup, what must be erased; no text of a case.
namespace casus::web {

class KeepPages {
 public:
  explicit KeepPages(House& house) : house_(house) {}

  Response keep(Visit& visit);

 private:
  House& house_;
};

}  // namespace casus::web
