// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace casus::web {

/// That this program alone serves a store, for as long as this lives, however it ends. What lies beside a store - who
/// is signed in, cards, calendar links - is held in memory and written whole: of two servers each would undo what the
/// other ended.
class OneServer {
 public:
  /// `file` is made when it is not there, and gone afterwards. Throws Fault(store), which names `store`, when another
  /// server has it. Where the folder is not there neither is a store, which is said by whoever opens it.
  OneServer(std::string file, const std::string& store);
  ~OneServer();
  OneServer(const OneServer&) = delete;
  OneServer& operator=(const OneServer&) = delete;

 private:
  const std::string path_;
  int held_ = -1;
};

}  // namespace casus::web
