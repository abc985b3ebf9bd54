// SPDX-License-Identifier: EUPL-1.2
#include "core/service/method_trial.hpp"

#include "core/plugin/apart.hpp"
#include "core/plugin/hostile.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <clocale>
#include <cstdlib>

namespace casus::service {
namespace {

using nlohmann::json;
using plugin::Apart;
using Weight = method::Remark::Weight;

constexpr std::chrono::seconds kPlayLimit{10};
constexpr std::chrono::seconds kHostileLimit{5};

std::string why_it_stalls(const Rehearsal& played) {
  if (played.refusal) return played.refusal->reason.in(Lang::en) + ' ' + played.refusal->remedies_in(Lang::en);
  std::string why;
  if (played.stall)
    for (const auto& missing : played.stall->missing) why += (why.empty() ? "" : " ") + missing.text.in(Lang::en);
  return why.empty() ? "no way on was found" : why;
}

/// One rehearsal as text, so that two can be compared and one can come from another process.
std::string transcript(const plugin::Catalogue& methods, const workflow::Catalogue& workflows,
                       const method::Definition& method, bool elsewhere) {
  if (elsewhere) {
    ::setenv("TZ", "Pacific/Chatham", 1);
    ::tzset();
    for (const auto* name : {"tr_TR.UTF-8", "de_DE.UTF-8", "nl_NL.UTF-8", "C"})
      if (std::setlocale(LC_ALL, name) != nullptr) break;
  }
  const auto played = rehearse(methods, workflows, method.id, Lang::nl);
  json out{{"through", played.through}, {"events", played.events.size()}, {"heard", played.heard}};
  if (!played.through) out["at"] = place_of(played, method), out["why"] = why_it_stalls(played);
  return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

class MethodTrial {
 public:
  MethodTrial(const plugin::Catalogue& methods, const workflow::Catalogue& workflows, const plugin::Entry& entry)
      : methods_(methods), workflows_(workflows), entry_(entry) {}

  std::vector<method::Remark> look() {
    if (entry_.native == plugin::Native::unusable) library(entry_.why_not.en);
    else if (const auto first = play(false); ended_well(first, "while it is played", native() ? "/library" : "")) {
      const auto played = json::parse(first.text);
      if (!played["through"].get<bool>())
        add(played["at"].get<std::string>(), "cannot be played past this step: " + played["why"].get<std::string>());
      if (native() && plays_the_same(first.text)) hostile();
    }
    return std::move(remarks_);
  }

 private:
  bool native() const { return entry_.native == plugin::Native::ready; }
  void add(std::string pointer, std::string message) {
    remarks_.push_back({Weight::error, {std::move(pointer), std::move(message)}});
  }
  void library(std::string message) { add("/library", std::move(message)); }

  Apart play(bool elsewhere) const {
    return plugin::run_apart([&] { return transcript(methods_, workflows_, entry_.definition, elsewhere); },
                             kPlayLimit);
  }

  bool ended_well(const Apart& ran, const std::string& when, const std::string& pointer) {
    switch (ran.end) {
      case Apart::End::done: return true;
      case Apart::End::crashed: library(fmt::format("crashes {}: {}", when, ran.text)); break;
      case Apart::End::too_long: library(fmt::format("hangs {}: {}", when, ran.text)); break;
      case Apart::End::failed: add(pointer, fmt::format("fails {}: {}", when, ran.text)); break;
    }
    return false;
  }

  bool plays_the_same(const std::string& first) {
    if (const auto again = play(false); again.end != Apart::End::done || again.text != first)
      library("answers differently when it is played again; a rule answers from its arguments alone");
    else if (const auto away = play(true); away.end != Apart::End::done || away.text != first)
      library("answers differently in another language setting or time zone; a rule answers from its arguments alone");
    else return true;
    return false;
  }

  void hostile() {
    for (const auto& it : names_of(plugin::Hostile{})) {
      const auto ran = plugin::run_apart(
          [&] {
            plugin::withstand(*methods_.rules(entry_.definition.id), entry_.definition, it.value);
            return std::string();
          },
          kHostileLimit);
      if (ran.end == Apart::End::too_long)
        library(fmt::format("is too slow on {}: {}", plugin::about(it.value), ran.text));
      else if (!ended_well(ran, "on " + std::string(plugin::about(it.value)), "/library"))
        return;  // one of its kind says enough
    }
  }

  const plugin::Catalogue& methods_;
  const workflow::Catalogue& workflows_;
  const plugin::Entry& entry_;
  std::vector<method::Remark> remarks_;
};

}  // namespace

std::vector<method::Remark> try_method(const plugin::Catalogue& methods, const workflow::Catalogue& workflows,
                                       const plugin::Entry& entry) {
  return MethodTrial(methods, workflows, entry).look();
}

std::string place_of(const Rehearsal& played, const method::Definition& method) {
  const auto* here = played.state.here();
  if (here == nullptr) return "";
  const auto& steps = method.steps(here->phase);
  const auto step = std::ranges::find(steps, here->step, &method::Step::id);
  return fmt::format("/phases/{}/{}", key(here->phase), step - steps.begin());
}

}  // namespace casus::service
