// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"

#include <chrono>
#include <functional>
#include <string>

namespace casus::plugin {

/// What came of work in a process of its own.
struct Apart {
  enum class End {
    done,
    failed,    ///< it threw; `text` is what was thrown
    crashed,   ///< a signal, or it ended the process itself; `text` names it
    too_long,  ///< stopped after `limit`
  };

  End end = End::done;
  std::string text;  ///< what the work answered, or why there is no answer, in English
  Telling why{};     ///< the same for who reads it, when there is no answer
};

/// Does work that runs code of a plugin in a child process, so that whatever it does to its process leaves this one
/// whole. At most `limit` of real time and 2 GB of memory. Call it from a process with one thread.
/// Throws Fault(store) when no process can be made.
Apart run_apart(const std::function<std::string()>& work, std::chrono::milliseconds limit);

}  // namespace casus::plugin
