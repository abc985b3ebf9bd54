// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/view.hpp"
#include "tests/support/temp_dir.hpp"

#include <string>
#include <string_view>

namespace casus::test {

/// A case in which nothing has happened yet.
class EmptyView final : public method::View {
 public:
  method::Position position() const override { return {}; }
  std::size_t size(method::Collection) const override { return 0; }
  method::Value get(method::Collection, std::size_t, method::Field) const override { return {}; }
  bool has(method::Collection, std::size_t, method::Field, std::string_view) const override { return false; }
  bool within(method::Collection, std::size_t, method::Scope) const override { return false; }
  std::string_view fact(method::Fact) const override { return {}; }
  method::Said said(std::string_view, std::string_view) const override { return {}; }
};

/// The smallest method file without problems; no library when `library` is empty.
std::string method_json(std::string_view id, std::string_view library = {});

/// Where the build put the trial plugin tests/plugin/bad/<name with underscores>.cpp.
std::string trial_library(std::string_view name);

/// A plugin folder with one method and a library "trial.so", for one test.
struct TrialPlugin {
  TrialPlugin(std::string_view method_id, std::string_view library_bytes);

  /// With a copy of a trial plugin.
  static TrialPlugin of(std::string_view trial, std::string_view method_id = "trial/m") {
    return {method_id, content_of(trial_library(trial))};
  }
  static TrialPlugin with(std::string_view library_bytes) { return {"trial/m", library_bytes}; }

  std::string folder() const { return dir.path().string(); }
  std::string library() const { return (dir / "trial/trial.so").string(); }

  TempDir dir;
};

/// Whether code of a trial plugin has run since it was last asked.
bool trial_has_run();

}  // namespace casus::test
