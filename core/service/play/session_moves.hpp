// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/model/case.hpp"
#include "core/simulation/chance.hpp"
#include "core/text/voice.hpp"

#include <string>
#include <vector>

/// What made-up people do in a session of chance.
namespace casus::service {

/// Draws what somebody does next. The case is what it is at that moment; nothing is done yet, and much of it will be
/// refused.
class MovesByChance {
 public:
  MovesByChance(const Case& state, const engine::Library& library, simulation::Chance& chance, Lang lang)
      : c_(state), library_(library), chance_(chance), lang_(lang) {}

  /// Who is there besides who opens the case: as many of each role as the method asks for, and a few more.
  std::vector<AddParticipant> people(const method::Definition& method);

  struct Move {
    std::string by;
    CommandBody body;
  };
  Move next();

 private:
  template <class T>
  const T& one_of(const std::vector<T>& list) {
    return list[static_cast<std::size_t>(chance_.whole(0, static_cast<int>(list.size()) - 1))];
  }
  std::string anybody();
  std::string somebody(const std::vector<Role>& roles);
  std::string speaker(const method::Step& step);
  std::string words(text::Literal id);
  std::string reason();
  std::string person(int number) const;
  CommandBody say(const method::Step& step);
  /// A record of a declared type: most of its fields, and now and then one that does not fit.
  CommandBody declared(const method::RecordType& type);
  CommandBody record();
  std::string kind(const method::Step& step);
  Move forward(const method::Step* step);

  const Case& c_;
  const engine::Library& library_;
  simulation::Chance& chance_;
  Lang lang_;
  int said_ = 0;
};

}  // namespace casus::service
