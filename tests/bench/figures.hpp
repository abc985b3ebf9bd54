// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <benchmark/benchmark.h>

#include <map>
#include <string>

namespace casus::bench {

/// What was measured: "engine/phase_step" in seconds a turn of its loop (by the processor's clock), and each counter of
/// a benchmark as "store/durable.floor". Of repeated runs the median.
using Figures = std::map<std::string, double>;

/// Prints nothing but a name on standard error when it is done, and keeps the figures for the table.
class Collector final : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override;

  const Figures& figures() const { return figures_; }

 private:
  Figures figures_;
};

}  // namespace casus::bench
