// SPDX-License-Identifier: EUPL-1.2
// Several programs write for one team, and everything goes wrong that can: a program is killed, the database is started
// again without a word, connections are cut, clocks jump, the disk is full for a while. After each round: what was
// answered is there, nothing is there twice, and the whole is sound.
//
// Each run of the tests plays some rounds, `tests/run faults` thousands. What is drawn follows from the seed that a
// failure shows (CASUS_FAULTS_SEED draws it again); at which instruction a kill falls is up to the machine.
#include "core/store/checkpoint.hpp"
#include "tests/engine/shipped.hpp"
#include "tests/service/faulty_writer.hpp"
#include "tests/store/cluster.hpp"
#include "tests/store/stores.hpp"
#include "tests/support/manual_clock.hpp"
#include "tests/support/open_service.hpp"
#include "tests/support/size_asked.hpp"

#include <array>
#include <chrono>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <thread>

namespace casus::test {
namespace {

using store::Texts;

constexpr int kPrograms = 3;
constexpr int kRoundsOfAStore = 25;  // then a new one: each round reads all that is in it

/// One of the programs, and what it was answered.
struct Running {
  std::unique_ptr<store::Child> child;
  int next = 0;   ///< all before it were answered
  int until = 0;  ///< so far it is to come in this round
  int faults = 0;

  void hear(std::int64_t said) {
    if (said == kFaultMet) {
      ++faults;
      return;
    }
    CHECK(said == next);
    next = static_cast<int>(said) + 1;
  }
  void hear_out() {
    for (const auto said : child->rest()) hear(said);
  }
};

/// In how many events of the store each mark stands.
std::map<std::string, int> marks_in(store::Store& store) {
  std::map<std::string, int> found;
  for (const auto& stream : store.streams(""))
    for (const auto& event : store.read(stream)) {
      const auto text = event.payload.value_or("");
      std::set<std::string> here;
      for (auto at = text.find(kBeforeMark); at != std::string::npos; at = text.find(kBeforeMark, at + 1)) {
        const auto end = text.find(kAfterMark, at);
        if (end != std::string::npos) here.insert(text.substr(at + 1, end - at - 1));
      }
      for (const auto& mark : here) ++found[mark];
    }
  return found;
}

/// The rounds of one store.
class Rounds {
 public:
  /// `cluster`: the server that the store lies in; null for a file.
  Rounds(store::Options place, Cluster* cluster, std::uint32_t seed)
      : place_(std::move(place)), cluster_(cluster), draws_(seed) {
    begin_team(place_);
  }

  void play() {
    for (int program = 0; program < kPrograms; ++program) {
      programs_[index(program)].until += 4 + draws_.below(12);
      start(program);
    }
    for (int strikes = draws_.below(4); strikes > 0; --strikes) strike();
    for (auto& program : programs_) {
      program.hear_out();
      CHECK(program.child->wait() == 0);
      REQUIRE(program.next == program.until);
    }
    ++round_;
    look();
  }

  int faults() const {
    int all = 0;
    for (const auto& program : programs_) all += program.faults;
    return all;
  }

 private:
  static std::size_t index(int program) { return static_cast<std::size_t>(program); }

  void start(int program) {
    auto& it = programs_[index(program)];
    const Writing work{program, it.next, it.until, round_, static_cast<std::uint32_t>(draws_.below(1 << 30))};
    it.child = std::make_unique<store::Child>(
        [this, work](const store::Child::Report& report) { write_on(place_, work, report); });
  }

  /// Once that one of the programs was answered some times more, and a little later.
  void strike() {
    const int program = draws_.below(kPrograms);
    auto& victim = programs_[index(program)];
    for (int more = draws_.below(6); more > 0; --more)
      if (const auto said = victim.child->next()) victim.hear(*said);
    std::this_thread::sleep_for(std::chrono::microseconds(draws_.below(3000)));
    switch (draws_.below(cluster_ == nullptr ? 1 : 3)) {
      case 0: {
        victim.child->kill();
        victim.hear_out();
        const int code = victim.child->wait();
        CHECK((code == 0 || code == -1));  // it was done or was killed: it did not fail
        start(program);
        break;
      }
      case 1: cluster_->cut_off(); break;
      default: cluster_->kill(); cluster_->start();
    }
  }

  void look() {
    const auto store = store::open_store(place_);
    const auto found = marks_in(*store);
    Texts wrong;
    for (int program = 0; program < kPrograms; ++program)
      for (int number = 0; number < programs_[index(program)].until; ++number) {
        const auto mark = mark_of(program, number);
        const auto at = found.find(mark);
        const int times = at == found.end() ? 0 : at->second;
        if (times != 1) wrong.push_back(mark + " is there " + std::to_string(times) + " times");
        if (!store->receipt(mark)) wrong.push_back(mark + " has no receipt");
      }
    CHECK(wrong == Texts{});
    CHECK(store::findings(*store) == Texts{});
    const auto workflows = workflow::Catalogue::scan({CASUS_SOURCE_DIR "/workflows"});
    const ManualClock clock;
    OpenService service(*store, shipped_plugins(), workflows, clock);
    Texts lines;
    for (const auto& one : service.index_findings()) lines.push_back(one.stream + ": " + one.said.in(Lang::en));
    CHECK(lines == Texts{});
    // What follows is held against this one too.
    if (round_ % 5 == 0) store->checkpoint(store::moment(round_));
  }

  store::Options place_;
  Cluster* cluster_;
  Draws draws_;
  std::array<Running, kPrograms> programs_;
  int round_ = 0;
};

std::uint32_t first_seed() { return static_cast<std::uint32_t>(size_asked("CASUS_FAULTS_SEED", 1)); }

}  // namespace

TEST_CASE("faults by chance lose and double nothing that was answered: a store in a file", "[service][faults]") {
  const int count = size_asked("CASUS_FAULTS", 20);
  int faults = 0;
  for (int played = 0, number = 0; played < count; ++number) {
    const auto seed = first_seed() + static_cast<std::uint32_t>(number);
    const TempDir folder{in_memory()};
    Rounds rounds({(folder / "casus.db").string()}, nullptr, seed);
    for (int round = 0; round < kRoundsOfAStore && played < count; ++round, ++played) {
      INFO("CASUS_FAULTS_SEED=" << seed << ", round " << round << " of its store");
      rounds.play();
    }
    faults += rounds.faults();
  }
  CHECK(faults >= count / 4);  // or the disk was never full
}

TEST_CASE("faults by chance lose and double nothing that was answered: a store in a database", "[service][faults]") {
  auto* const cluster = Cluster::shared();
  if (cluster == nullptr) {
    WARN("SKIP: no PostgreSQL server is installed here");
    return;
  }
  const int count = size_asked("CASUS_FAULTS", 20);
  const auto database = cluster->database();
  int faults = 0;
  for (int played = 0, number = 0; played < count; ++number) {
    const auto seed = first_seed() + static_cast<std::uint32_t>(number);
    const TempDir folder{in_memory()};
    const auto address = Cluster::of_team("team-" + std::to_string(number), database);
    store::prepare_postgres(Cluster::as("keeper", address), "desk");
    Rounds rounds({address, true, store::Purpose::cases, (folder / "casus.keys").string()}, cluster, seed);
    for (int round = 0; round < kRoundsOfAStore && played < count; ++round, ++played) {
      INFO("CASUS_FAULTS_SEED=" << seed << ", round " << round << " of its store");
      rounds.play();
    }
    faults += rounds.faults();
  }
  CHECK(faults >= count / 4);
}

}  // namespace casus::test
