// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/codec/case_state.hpp"
#include "tests/service/house.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace casus::test {

/// What should stand, kept in the plainest way: no events, no keys, no folding.
struct Plain {
  struct Line {
    std::string by;
    std::string text;
    bool stands = true;
    bool destroyed = false;
    bool changed = false;
    std::string from{};  ///< of what came with the other case: its id there, as long as that is in here
  };
  std::map<std::string, Line> lines;  ///< contributions and actions, by id
  int said = 0;
  int agreed = 0;
  std::map<std::string, std::string> other;  ///< what stands in the other case, by id
  int said_there = 0;
  bool merged = false;                        ///< the other case is in this one
  bool erased = false;                        ///< the other case is
  std::map<std::string, std::string> people;  ///< in the network, by id; empty: erased
  std::string title = "Moeder met twee kinderen";

  std::string any(std::size_t nth, char letter) const {
    std::vector<std::string> ids;
    for (const auto& [id, line] : lines)
      if (id.front() == letter) ids.push_back(id);
    return ids.empty() ? std::string(1, letter) + "1" : ids[nth % ids.size()];
  }
};

/// The two cases of a mix, and who is in both of them: who presents (p1) and the chair (p2).
struct Pair {
  std::string id = "c-1";
  std::string other = "c-2";
  std::string presenter = "Noor Bakker";
  std::string chair = "Bram";
  std::size_t first = 3;  ///< number of the first person in the network of the first case
};

/// One case through one mix: what the service answers, and what it holds at the end, beside the plain model.
class Mix {
 public:
  /// With two new cases. `definitions` are read once for all mixes.
  Mix(const Desk& definitions, std::unique_ptr<store::Store> store)
      : Mix(definitions, std::move(store), Pair{}, "2026-03-02T09:00:00Z") {
    begin(pair_.id, plain_.title);
    begin(pair_.other, "Nog een keer aangemeld");
  }

  /// With two cases that the program of format 1 made, in a store that was brought from there (`migrated`).
  static Mix of_format_1(const Desk& definitions, std::unique_ptr<store::Store> store) {
    Mix mix(definitions, std::move(store), Pair{"a", "c", "Noor", "Samira", 4}, "2026-12-01T09:00:00Z");
    mix.plain_.title = mix.first_title_ = "T";
    mix.plain_.people = {{"p4", "Jolanda"}, {"p5", ""}};  // one of them was erased by the program of then
    RC_ASSERT(mix.opening().find(mix.first_title()) != std::string::npos);
    for (const auto& id : {mix.pair_.id, mix.pair_.other})  // to a method that this machine has
      RC_ASSERT(mix.does(mix.pair_.chair, ChangeMethod{"werf/werf", {}, {}}, id).done());
    return mix;
  }

  void step(int what, std::size_t nth) {
    ++count_;
    switch (what) {
      case 0:
      case 1: return say();
      case 2: return agree();
      case 3: return correct(plain_.any(nth, nth % 2 == 0 ? 'b' : 'a'));
      case 4: return withdraw(plain_.any(nth, nth % 2 == 0 ? 'b' : 'a'));
      case 5: return destroy(plain_.any(nth, nth % 2 == 0 ? 'b' : 'a'), nth % 3 == 0);
      case 6: return name(nth);
      case 7: return erase(nth);
      case 9: return say_there();
      case 10: return plain_.merged ? separate() : merge();
      case 11: return erase_there();
      case 12: return restore(plain_.any(nth, nth % 2 == 0 ? 'b' : 'a'));
      default: return retitle();
    }
  }

  void same() {
    OpenService again(*store_, definitions_.methods, definitions_.workflows, *clock_);
    for (auto* service : {service_.get(), &again}) {
      const auto c = service->open(pair_.id);
      RC_ASSERT(c.title == plain_.title);
      std::size_t standing = 0;
      for (const auto& [id, line] : plain_.lines) {
        standing += line.stands ? 1U : 0U;
        const auto* made = c.record(id);
        RC_ASSERT((made != nullptr) == line.stands);
        if (made == nullptr) continue;
        RC_ASSERT(made->by == line.by);
        RC_ASSERT(text_of(c, id) == line.text);
        RC_ASSERT((c.mended(id) != nullptr) == line.changed);
      }
      RC_ASSERT(c.contributions.size() + c.actions.size() == standing);
      for (const auto& [id, name] : plain_.people) {
        const auto* person = c.person(id);
        RC_ASSERT(person != nullptr && person->name == name && person->erased == name.empty());
      }
      RC_ASSERT(c.version == static_cast<std::int64_t>(service->history(pair_.id).size()));
      const auto there = service->open(pair_.other);
      RC_ASSERT((there.stage.life == Life::erased) == plain_.erased);
      RC_ASSERT(there.into() == (plain_.merged ? pair_.id : ""));
      RC_ASSERT(there.contributions.size() == plain_.other.size());
      for (const auto& [id, text] : plain_.other) RC_ASSERT(text_of(there, id) == text);
    }
    // As a whole, and back.
    const auto bytes = store::state_bytes(service_->open(pair_.id));
    const auto back = store::case_from_state(bytes);
    RC_ASSERT(back.has_value());
    RC_ASSERT(store::state_bytes(*back) == bytes);
    RC_ASSERT(!store::case_from_state(std::string_view(bytes).substr(0, bytes.size() - 1)));
    // Of what was destroyed no event can be opened.
    std::string all;
    for (const auto& id : {pair_.id, pair_.other})
      for (const auto& event : store_->read("case/" + id)) {
        all += event.payload.value_or("");
        for (const auto& secret : event.secrets) all += secret.text;
      }
    for (const auto& text : gone_) RC_ASSERT(all.find(text) == std::string::npos);
    RC_ASSERT(!retitled_ || opening().find(first_title()) == std::string::npos);
    RC_ASSERT(store_->verify().findings.empty());
  }

 private:
  Mix(const Desk& definitions, std::unique_ptr<store::Store> store, Pair pair, std::string_view now)
      : definitions_(definitions),
        pair_(std::move(pair)),
        clock_(std::make_unique<ManualClock>(now)),
        store_(std::move(store)),
        service_(std::make_unique<OpenService>(*store_, definitions.methods, definitions.workflows, *clock_)) {}

  /// What the case was opened with, as it can still be read. Other cases may have the same title.
  std::string opening() const { return store_->read("case/" + pair_.id).front().payload.value_or(""); }
  std::string first_title() const { return '"' + first_title_ + '"'; }

  static std::string text_of(const Case& c, const std::string& id) {
    for (const auto& one : c.contributions)
      if (one.id == id) return one.text;
    for (const auto& one : c.actions)
      if (one.plan.id == id) return one.plan.what;
    return {};
  }

  void begin(const std::string& id, const std::string& called) {
    OpenCase open{.title = called,
                  .privacy = Privacy::anonymous,
                  .basis = Basis::wmo,
                  .purpose = "samen een eerste stap vinden",
                  .method = "werf/werf",
                  .mode = Mode::coaching};
    RC_ASSERT(does(pair_.presenter, open, id).done());
    RC_ASSERT(does(pair_.presenter, AddParticipant{pair_.chair, {Role::chair}, true, false, {}}, id).done());
    RC_ASSERT(does(pair_.presenter, AskQuestion{"Hoe nu verder?", "een stap"}, id).done());
    RC_ASSERT(does(pair_.chair, NextStep{}, id).done());
  }

  void say_there() {
    const auto done = does(pair_.presenter, title(words()), pair_.other).done();
    RC_ASSERT(done == (!plain_.merged && !plain_.erased));
    if (done) plain_.other["b" + std::to_string(++plain_.said_there)] = words();
  }

  void merge() {
    const auto done = does(pair_.presenter, MergeCase{pair_.id, "twee keer aangemeld", {}}, pair_.other).done();
    RC_ASSERT(done == !plain_.erased);
    if (!done) return;
    plain_.merged = true;
    for (int nth = 1; nth <= plain_.said_there; ++nth) {
      const auto there = plain_.other.find("b" + std::to_string(nth));
      if (there == plain_.other.end()) continue;
      plain_.lines["b" + std::to_string(++plain_.said)] = {"p1", there->second, true, false, false, there->first};
    }
  }

  /// With two people; what is in another case goes from there first.
  void erase_there() {
    const auto done = does(pair_.presenter, EraseCase{"op verzoek", pair_.chair}, pair_.other).done();
    RC_ASSERT(done == (!plain_.merged && !plain_.erased));
    if (!done) return;
    for (const auto& [id, text] : plain_.other) gone_.push_back(text);
    plain_.other.clear();
    plain_.erased = true;
  }

  /// What came goes for good here, with the words that it had here; there it is as it was.
  void separate() {
    RC_ASSERT(does(pair_.presenter, SeparateCase{"toch twee", {}}, pair_.other).done());
    plain_.merged = false;
    for (auto& [id, line] : plain_.lines) {
      if (std::exchange(line.from, {}).empty()) continue;
      if (line.changed) gone_.push_back(line.text);
      before_[id].clear();
      line.stands = false;
      line.destroyed = true;
    }
  }

  std::string words() const { return "woorden <" + std::to_string(count_) + ">"; }

  void say() {
    RC_ASSERT(does(pair_.presenter, title(words())).done());
    plain_.lines["b" + std::to_string(++plain_.said)] = {"p1", words()};
  }

  void agree() {
    AddAction action{{.what = words(),
                      .who = pair_.presenter,
                      .by_when = date_of(clock_->now() + std::chrono::days(30)),
                      .checks = pair_.chair}};
    RC_ASSERT(does(pair_.chair, action).done());
    plain_.lines["a" + std::to_string(++plain_.agreed)] = {"p2", words()};
  }

  void correct(const std::string& id) {
    Correct command{id, words(), {}, {}, "beter"};
    const auto done = does(pair_.presenter, command).done();
    const auto line = plain_.lines.find(id);
    RC_ASSERT(done == (line != plain_.lines.end() && line->second.stands));
    if (!done) return;
    before_[id].push_back(line->second.text);
    line->second.text = words();
    line->second.changed = true;
  }

  void withdraw(const std::string& id) {
    const auto done = does(pair_.presenter, Withdraw{id, "vergissing"}).done();
    const auto line = plain_.lines.find(id);
    RC_ASSERT(done == (line != plain_.lines.end() && line->second.stands));
    if (done) line->second.stands = false;
  }

  void restore(const std::string& id) {
    const auto done = does(pair_.presenter, Restore{id, "toch van hier"}).done();
    const auto line = plain_.lines.find(id);
    RC_ASSERT(done == (line != plain_.lines.end() && !line->second.stands && !line->second.destroyed));
    if (done) line->second.stands = true;
  }

  void destroy(const std::string& id, bool earlier) {
    const auto answer = does(pair_.presenter, Destroy{id, DestroyGround::special, earlier});
    const auto line = plain_.lines.find(id);
    if (line == plain_.lines.end() || (line->second.destroyed && !earlier)) {
      RC_ASSERT(!answer.done());
      return;
    }
    if (!answer.done()) {  // nothing was there before, or it is gone already
      RC_ASSERT(earlier || line->second.destroyed);
      return;
    }
    for (const auto& text : before_[id]) gone_.push_back(text);
    before_[id].clear();
    // In the case that it came from it goes whole, also when here only the earlier words do.
    if (const auto from = line->second.from; !from.empty()) plain_.other.erase(from);
    if (earlier) return;
    gone_.push_back(line->second.text);
    line->second.stands = false;
    line->second.destroyed = true;
  }

  void name(std::size_t nth) {
    const auto id = "p" + std::to_string(pair_.first + plain_.people.size());
    if (nth % 2 == 0 || plain_.people.empty()) {
      RC_ASSERT(
          does(pair_.presenter, AddNetworkPerson{words(), "buur", Shell::friend_, Quadrant::peers, false}).done());
      plain_.people[id] = words();
      return;
    }
    auto& [whose, known] = *std::next(plain_.people.begin(), static_cast<std::ptrdiff_t>(nth % plain_.people.size()));
    const auto done = does(pair_.presenter, Correct{whose, words(), {}, {}, "beter"}).done();
    RC_ASSERT(done == !known.empty());
    if (done) before_[whose].push_back(std::exchange(known, words()));
  }

  void erase(std::size_t nth) {
    if (plain_.people.empty()) return;
    auto& [whose, known] = *std::next(plain_.people.begin(), static_cast<std::ptrdiff_t>(nth % plain_.people.size()));
    const auto done = does(pair_.presenter, ErasePerson{whose, "op verzoek", pair_.chair}).done();
    RC_ASSERT(done == !known.empty());
    if (!done) return;
    for (const auto& earlier : before_[whose]) gone_.push_back(earlier);
    gone_.push_back(std::exchange(known, {}));
  }

  void retitle() {
    RC_ASSERT(does(pair_.presenter, Correct{"title", words(), {}, {}, "scherper"}).done());
    if (retitled_) gone_.push_back(plain_.title);
    retitled_ = true;
    plain_.title = words();
    RC_ASSERT(does(pair_.presenter, Destroy{"title", DestroyGround::name, false}).done());
  }

  service::Answer does(const std::string& by, auto body, const std::string& id = {}) {
    return service_->handle(
        Command{{}, id.empty() ? pair_.id : id, by, {}, std::nullopt, CommandBody(std::move(body))});
  }

  const Desk& definitions_;
  Pair pair_;
  std::unique_ptr<ManualClock> clock_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<OpenService> service_;
  Plain plain_;
  std::string first_title_ = plain_.title;
  bool retitled_ = false;
  std::map<std::string, std::vector<std::string>> before_;
  std::vector<std::string> gone_;
  int count_ = 0;
};

}  // namespace casus::test
