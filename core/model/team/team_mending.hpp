// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case/mending.hpp"

#include <cstdint>
#include <string>
#include <vector>

/// Putting right what the team wrote down apart from every case. Commands and their events.
namespace casus {

/// Command. Other words for what the team wrote down (mending.hpp): a line of learning "l1", a signal "s1", a line of
/// the paper "n1", a focus point "f1", or the number of any of the team's events.
struct CorrectLine {
  static constexpr std::string_view kName = "CorrectLine";

  std::string line;
  std::string text;
  std::vector<std::string> set;  ///< other fields, each as "field=value"
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("line", self.line);
    visit.optional("text", self.text);
    visit.optional("set", self.set);
    visit.optional("because", self.because);
  }
};

struct LineCorrected {
  static constexpr std::string_view kName = "LineCorrected";
  static constexpr int kVersion = 1;

  std::string line;
  std::int64_t event = 0;
  std::vector<FieldNow> now;
  std::string because;
  bool again = false;  ///< only said again: it lay in what is destroyed

  static void fields(auto& self, auto&& visit) {
    visit.required("line", self.line);
    visit.required("event", self.event);
    visit.optional("now", self.now);
    visit.optional("because", self.because);
    visit.optional("again", self.again);
  }
};

/// Command. Takes back what the team wrote down.
struct WithdrawLine {
  static constexpr std::string_view kName = "WithdrawLine";

  std::string line;
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("line", self.line);
    visit.optional("because", self.because);
  }
};

struct LineWithdrawn {
  static constexpr std::string_view kName = "LineWithdrawn";
  static constexpr int kVersion = 1;

  std::string line;
  std::vector<std::int64_t> events;
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("line", self.line);
    visit.required("events", self.events);
    visit.optional("because", self.because);
  }
};

/// Command. A withdrawal by mistake: what it took back counts again.
struct RestoreLine {
  static constexpr std::string_view kName = "RestoreLine";

  std::string line;
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("line", self.line);
    visit.optional("because", self.because);
  }
};

struct LineRestored {
  static constexpr std::string_view kName = "LineRestored";
  static constexpr int kVersion = 1;

  std::string line;
  std::int64_t event = 0;  ///< number of the withdrawal that no longer holds
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("line", self.line);
    visit.required("event", self.event);
    visit.optional("because", self.because);
  }
};

/// Command. Destroys what may not be kept, or only what was there before the last correction.
struct DestroyLine {
  static constexpr std::string_view kName = "DestroyLine";

  std::string line;
  DestroyGround ground{};
  bool earlier = false;

  static void fields(auto& self, auto&& visit) {
    visit.required("line", self.line);
    visit.required("ground", self.ground);
    visit.optional("earlier", self.earlier);
  }
};

struct LineDestroyed {
  static constexpr std::string_view kName = "LineDestroyed";
  static constexpr int kVersion = 1;

  std::string line;
  DestroyGround ground{};
  bool earlier = false;
  std::vector<std::int64_t> events;
  std::vector<Remains> remains;  ///< of each of them; put in by whoever keeps the event

  static void fields(auto& self, auto&& visit) {
    visit.required("line", self.line);
    visit.required("ground", self.ground);
    visit.optional("earlier", self.earlier);
    visit.required("events", self.events);
    visit.optional("remains", self.remains);
  }
};

}  // namespace casus
