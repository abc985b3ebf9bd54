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

/// One case through one mix: what the service answers, and what it holds at the end, beside the plain model.
class Mix {
 public:
  /// `definitions` are read once for all mixes.
  Mix(const House& house, const Desk& definitions, std::unique_ptr<store::Store> store)
      : house_(house),
        definitions_(definitions),
        store_(std::move(store)),
        service_(*store_, definitions.methods, definitions.workflows, house.clock) {
    begin("c-1", plain_.title);
    begin("c-2", "Nog een keer aangemeld");
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
    OpenService again(*store_, definitions_.methods, definitions_.workflows, house_.clock);
    for (auto* service : {&service_, &again}) {
      const auto c = service->open("c-1");
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
      RC_ASSERT(c.version == static_cast<std::int64_t>(service->history("c-1").size()));
      const auto there = service->open("c-2");
      RC_ASSERT((there.stage.life == Life::erased) == plain_.erased);
      RC_ASSERT(there.into() == (plain_.merged ? "c-1" : ""));
      RC_ASSERT(there.contributions.size() == plain_.other.size());
      for (const auto& [id, text] : plain_.other) RC_ASSERT(text_of(there, id) == text);
    }
    // As a whole, and back.
    const auto bytes = store::state_bytes(service_.open("c-1"));
    const auto back = store::case_from_state(bytes);
    RC_ASSERT(back.has_value());
    RC_ASSERT(store::state_bytes(*back) == bytes);
    RC_ASSERT(!store::case_from_state(std::string_view(bytes).substr(0, bytes.size() - 1)));
    // Of what was destroyed no event can be opened.
    std::string all;
    for (const auto* stream : {"case/c-1", "case/c-2"})
      for (const auto& event : store_->read(stream)) all += event.payload.value_or("");
    for (const auto& text : gone_) RC_ASSERT(all.find(text) == std::string::npos);
    RC_ASSERT(store_->verify().findings.empty());
  }

 private:
  static std::string text_of(const Case& c, const std::string& id) {
    for (const auto& one : c.contributions)
      if (one.id == id) return one.text;
    for (const auto& one : c.actions)
      if (one.plan.id == id) return one.plan.what;
    return {};
  }

  void begin(const std::string& id, const std::string& called) {
    OpenCase open;
    open.title = called;
    open.privacy = Privacy::anonymous;
    open.basis = Basis::wmo;
    open.purpose = "samen een eerste stap vinden";
    open.method = "werf/werf";
    open.mode = Mode::coaching;
    RC_ASSERT(does("Noor Bakker", open, id).done());
    RC_ASSERT(does("Noor Bakker", AddParticipant{"Bram", {Role::chair}, true, false, {}}, id).done());
    RC_ASSERT(does("Noor Bakker", AskQuestion{"Hoe nu verder?", "een stap"}, id).done());
    RC_ASSERT(does("Bram", NextStep{}, id).done());
  }

  void say_there() {
    const auto done = does("Noor Bakker", title(words()), "c-2").done();
    RC_ASSERT(done == (!plain_.merged && !plain_.erased));
    if (done) plain_.other["b" + std::to_string(++plain_.said_there)] = words();
  }

  void merge() {
    const auto done = does("Noor Bakker", MergeCase{"c-1", "twee keer aangemeld", {}}, "c-2").done();
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
    const auto done = does("Noor Bakker", EraseCase{"op verzoek", "Bram"}, "c-2").done();
    RC_ASSERT(done == (!plain_.merged && !plain_.erased));
    if (!done) return;
    for (const auto& [id, text] : plain_.other) gone_.push_back(text);
    plain_.other.clear();
    plain_.erased = true;
  }

  /// What came goes for good here, with the words that it had here; there it is as it was.
  void separate() {
    RC_ASSERT(does("Noor Bakker", SeparateCase{"toch twee", {}}, "c-2").done());
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
    RC_ASSERT(does("Noor Bakker", title(words())).done());
    plain_.lines["b" + std::to_string(++plain_.said)] = {"p1", words()};
  }

  void agree() {
    AddAction action;
    action.what = words();
    action.who = "Noor Bakker";
    action.checks = "Bram";
    action.by_when = Date{std::chrono::year{2026}, std::chrono::month{4}, std::chrono::day{1}};
    RC_ASSERT(does("Bram", action).done());
    plain_.lines["a" + std::to_string(++plain_.agreed)] = {"p2", words()};
  }

  void correct(const std::string& id) {
    Correct command{id, words(), {}, {}, "beter"};
    const auto done = does("Noor Bakker", command).done();
    const auto line = plain_.lines.find(id);
    RC_ASSERT(done == (line != plain_.lines.end() && line->second.stands));
    if (!done) return;
    before_[id].push_back(line->second.text);
    line->second.text = words();
    line->second.changed = true;
  }

  void withdraw(const std::string& id) {
    const auto done = does("Noor Bakker", Withdraw{id, "vergissing"}).done();
    const auto line = plain_.lines.find(id);
    RC_ASSERT(done == (line != plain_.lines.end() && line->second.stands));
    if (done) line->second.stands = false;
  }

  void restore(const std::string& id) {
    const auto done = does("Noor Bakker", Restore{id, "toch van hier"}).done();
    const auto line = plain_.lines.find(id);
    RC_ASSERT(done == (line != plain_.lines.end() && !line->second.stands && !line->second.destroyed));
    if (done) line->second.stands = true;
  }

  void destroy(const std::string& id, bool earlier) {
    const auto answer = does("Noor Bakker", Destroy{id, DestroyGround::special, earlier});
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
    const auto id = "p" + std::to_string(3 + plain_.people.size());
    if (nth % 2 == 0 || plain_.people.empty()) {
      RC_ASSERT(does("Noor Bakker", AddNetworkPerson{words(), "buur", Shell::friend_, Quadrant::peers, false}).done());
      plain_.people[id] = words();
      return;
    }
    auto& [whose, known] = *std::next(plain_.people.begin(), static_cast<std::ptrdiff_t>(nth % plain_.people.size()));
    const auto done = does("Noor Bakker", Correct{whose, words(), {}, {}, "beter"}).done();
    RC_ASSERT(done == !known.empty());
    if (done) known = words();
  }

  void erase(std::size_t nth) {
    if (plain_.people.empty()) return;
    auto& [whose, known] = *std::next(plain_.people.begin(), static_cast<std::ptrdiff_t>(nth % plain_.people.size()));
    const auto done = does("Noor Bakker", ErasePerson{whose, "op verzoek", "Bram"}).done();
    RC_ASSERT(done == !known.empty());
    known.clear();
  }

  void retitle() {
    RC_ASSERT(does("Noor Bakker", Correct{"title", words(), {}, {}, "scherper"}).done());
    gone_.push_back(plain_.title);
    plain_.title = words();
    RC_ASSERT(does("Noor Bakker", Destroy{"title", DestroyGround::name, false}).done());
  }

  service::Answer does(const std::string& by, auto body, const std::string& id = "c-1") {
    return service_.handle(Command{{}, id, by, {}, std::nullopt, CommandBody(std::move(body))});
  }

  const House& house_;
  const Desk& definitions_;
  std::unique_ptr<store::Store> store_;
  OpenService service_;
  Plain plain_;
  std::map<std::string, std::vector<std::string>> before_;
  std::vector<std::string> gone_;
  int count_ = 0;
};

}  // namespace casus::test
