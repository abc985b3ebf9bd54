// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/fault.hpp"
#include "core/text/message.hpp"

#include <string_view>
#include <utility>

namespace casus::text {

/// A fault that is a message of the catalogue: a face says it in the language of who reads it, and `what` is English.
class SaidFault : public Fault {
 public:
  SaidFault(Kind kind, Message said, std::string_view way = {})
      : Fault(kind, said.in(Lang::en), way), said_(std::move(said)) {}

  const Message& said() const { return said_; }

 private:
  Message said_;
};

}  // namespace casus::text
