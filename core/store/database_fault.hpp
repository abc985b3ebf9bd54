// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/fault.hpp"

#include <string>

namespace casus::store {

/// The database server did not do what it was asked, and that is nobody's fault here: whoever waits can be told what
/// became of their words.
class DatabaseFault : public Fault {
 public:
  enum class Why {
    gone,    ///< it cannot be reached; nothing was written
    lost,    ///< it went away in the middle: nothing of this was kept
    unsure,  ///< it went away while this was being kept, and did not come back to say
    slow,    ///< no answer for too long: nothing of this was kept
    busy     ///< another program kept this team waiting: nothing of this was kept
  };

  /// `what` is technical, English.
  DatabaseFault(Why why, const std::string& database, const std::string& what)
      : Fault(Kind::store, what), why_(why), database_(database) {}

  Why why() const { return why_; }
  const std::string& database() const { return database_; }  ///< its address

 private:
  Why why_;
  std::string database_;
};

/// There is no such store, and nobody asked to make one.
class NoStore : public Fault {
 public:
  explicit NoStore(const std::string& what) : Fault(Kind::store, what) {}
};

}  // namespace casus::store
