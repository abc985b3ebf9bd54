// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casus::workflow {

/// The whole example on workflows/README.md: the good file that other samples are made from.
std::string example();

/// The example after a JSON patch (RFC 6902).
std::string patched(std::string_view patch);

/// One mistake, made in the example.
struct Broken {
  std::string why;
  std::string patch;
  std::vector<std::string> problems;  ///< as lines "pointer: message", all of them
  bool shape;                         ///< the schema can see it too; otherwise only the meaning is wrong
};

const std::vector<Broken>& broken();

}  // namespace casus::workflow
