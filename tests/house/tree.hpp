// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The source tree as the house rules see it.
namespace casus::test {

struct TreeFile {
  std::string path;  ///< from the root, with '/'
  std::string text;
};

/// Every file under these folders or files of the root, in the order of their paths; build folders are not entered.
std::vector<TreeFile> files_in(const std::vector<std::string>& entries);

/// Every entry of the root that is kept, so without .git, .build and the like.
std::vector<std::string> root_entries();

/// The .cpp and .hpp among them.
std::vector<TreeFile> sources(std::vector<TreeFile> files);

std::vector<std::string_view> lines_of(std::string_view text);

/// What the #include lines name, without quotes or brackets.
std::vector<std::string> includes_of(std::string_view text);

}  // namespace casus::test
