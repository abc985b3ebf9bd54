// SPDX-License-Identifier: EUPL-1.2
#include "tests/service/migrated.hpp"
#include "tests/service/mix.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <random>
#include <sstream>

using namespace casus;
using namespace casus::test;

namespace {

constexpr int kMixes = 2000;
constexpr int kProcesses = 2;

/// What went wrong in so many mixes; empty when nothing did. Each fifth is done in a store that was migrated: half of
/// those with cases that the program of then made.
std::string wrong_in(const Desk& definitions, int mixes, std::uint64_t seed) {
  rc::detail::TestParams how;
  how.seed = seed;
  how.maxSuccess = mixes;
  const TempDir folder(in_memory());
  const auto came = rc::detail::checkTestable(
      [&] {
        const int which = *rc::gen::inRange(0, 10);
        auto mix = which == 0 ? Mix::of_format_1(definitions, migrated(folder))
                              : Mix(definitions, which == 1 ? migrated(folder) : store::open_memory());
        for (int left = *rc::gen::inRange(1, 14); left > 0; --left)
          mix.step(*rc::gen::inRange(0, 13), *rc::gen::inRange<std::size_t>(0, 97));
        mix.same();
      },
      rc::detail::TestMetadata{"mixes", "mixes"}, how);
  if (came.is<rc::detail::SuccessResult>()) return {};
  std::ostringstream told;
  rc::detail::printResultMessage(came, told);
  return told.str();
}

/// The same in a process of its own, so that both cores work.
struct Mixing {
  pid_t pid = -1;
  int pipe = -1;

  Mixing(const Desk& definitions, int mixes, std::uint64_t seed) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    pid = ::fork();
    REQUIRE(pid >= 0);
    pipe = ends[0];
    if (pid > 0) {
      ::close(ends[1]);
      return;
    }
    std::string wrong = "?";
    try {
      wrong = wrong_in(definitions, mixes, seed);
    } catch (const std::exception& thrown) {
      wrong = thrown.what();
    }
    const bool told = ::write(ends[1], wrong.data(), wrong.size()) == static_cast<ssize_t>(wrong.size());
    ::_exit(wrong.empty() && told ? 0 : 1);  // never back into the test runner
  }

  /// What it found wrong; the status when it ended otherwise.
  std::string finish() const {
    std::string told;
    char bytes[4096];
    for (ssize_t got = 0; (got = ::read(pipe, bytes, sizeof bytes)) > 0;)
      told.append(bytes, static_cast<std::size_t>(got));
    ::close(pipe);
    int status = 0;
    ::waitpid(pid, &status, 0);
    return status != 0 && told.empty() ? "ended with status " + std::to_string(status) : told;
  }
};

}  // namespace

TEST_CASE(
    "2,000 random mixes of saying, correcting, withdrawing, destroying, merging, and erasing people and cases come to "
    "a plain model",
    "[service][mending]") {
  const House house;
  const Desk definitions(house, store::open_memory());
  int mixes = kMixes;
  std::uint64_t seed = 20260302;  // the same mixes in every run, unless somebody asks for more
  if (const auto* asked = std::getenv("CASUS_MIXES"); asked != nullptr) {
    mixes = std::atoi(asked);
    seed = std::random_device()();
  }
  std::vector<Mixing> all;
  for (int nth = 0; nth < kProcesses; ++nth)
    all.emplace_back(definitions, mixes / kProcesses, seed + static_cast<std::uint64_t>(nth));
  for (const auto& one : all) CHECK(one.finish() == "");
}
