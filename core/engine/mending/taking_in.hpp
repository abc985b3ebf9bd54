// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"

#include <map>

/// The work of `take_in` (one_case.hpp), in two sources: people, and all else.
namespace casus::engine {

using Renamed = std::map<std::string, std::string, std::less<>>;

/// What it is called in the case that stays; as it was when it goes by no other name there.
inline std::string now_called(const Renamed& names, const std::string& was) {
  const auto found = names.find(was);
  return found == names.end() ? was : found->second;
}

class Taking {
 public:
  Taking(const Case& stays, const Command& command, const Case& gone, const Library& library)
      : stays_(stays), command_(command), gone_(gone), library_(library) {
    const auto& asked = std::get<MergeCase>(command.body);
    taken_.case_id = gone.id;
    taken_.because = asked.because;
    taken_.with = asked.with;
    taken_.title = gone.title;
  }

  Decided all();

 private:
  Time at() const { return std::max(command_.at, stays_.changed_at); }

  std::string actor() const {
    if (const auto* here = stays_.person(command_.by)) return here->id;
    const auto* there = gone_.person(command_.by);
    return there == nullptr ? command_.by : now_called(people_, there->id);
  }

  std::string next(char letter, std::size_t have) { return next_id(stays_, letter, have + counts_[letter]++); }

  template <class Body>
  void add(Body body) {
    taken_.lines.push_back({0, at()});
    events_.push_back({at(), actor(), EventBody(std::move(body))});
  }
  /// In the name of who did it there, with the day on which it was.
  template <class Body>
  void add(const Made& was, Body body) {
    taken_.lines.push_back({was.event, was.at});
    events_.push_back({at(), person(was.by), EventBody(std::move(body))});
  }

  /// As it is read there: what is anonymous comes without who said it, and stays so.
  Made as_read(const Made& said) const {
    return {said.visit, std::string(gone_.said_by(said)), gone_.said_at(said), said.event};
  }

  std::string person(const std::string& was) const { return now_called(people_, std::string(gone_.became(was))); }
  std::string ref(const std::string& was) const { return now_called(refs_, was); }

  /// The same person in the case that stays, under a name of before too; nullptr when nobody is.
  const Person* met_here(const Person& it) const;
  std::optional<Refusal> one_person(const Person& it);
  void place(const Person& it, const Person* here, const std::string& id);
  /// Grounds with their terms, the question, and what waits for a day.
  void opening();
  void request(const RightRequest& it);
  void said();
  void record(const Contribution& it);
  void plan();
  void action(const Action& it);
  void decided();
  void around();
  std::optional<Refusal> family();

  const Case& stays_;
  const Command& command_;
  const Case& gone_;
  const Library& library_;
  CaseTakenIn taken_;
  Events events_;
  Renamed people_;
  Renamed refs_;
  std::map<char, std::size_t> counts_;
};

}  // namespace casus::engine
