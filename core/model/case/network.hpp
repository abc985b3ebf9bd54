// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/model/words.hpp"

#include <optional>
#include <string>

/// People around the resident and the ties between them. Commands and their events.
namespace casus {

/// Command. A name for the raw list (groslijst): who is there at all, before where everybody stands [INS2][SNS].
struct NameForNetwork {
  static constexpr std::string_view kName = "NameForNetwork";

  std::string name;
  std::string relation;

  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.optional("relation", self.relation);
  }
};

struct NamedForNetwork {
  static constexpr std::string_view kName = "NamedForNetwork";
  static constexpr int kVersion = 1;

  std::string person;
  std::string name;
  std::string relation;

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.secret("name", self.person, self.name);
    visit.secret("relation", self.person, self.relation);
  }
};

/// Command. Somebody in the resident's network, or a place in the network for one who is at the table.
struct AddNetworkPerson {
  static constexpr std::string_view kName = "AddNetworkPerson";

  std::string name;
  std::string relation;  ///< "buurvrouw", "oma"
  Shell shell = Shell::acquaintance;
  Quadrant quadrant = Quadrant::society;
  bool professional = false;  ///< counted apart

  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.optional("relation", self.relation);
    visit.required("shell", self.shell);
    visit.required("quadrant", self.quadrant);
    visit.optional("professional", self.professional);
  }
};

struct NetworkPersonAdded {
  static constexpr std::string_view kName = "NetworkPersonAdded";
  static constexpr int kVersion = 1;

  std::string person;
  std::string name;
  std::string relation;
  Shell shell{};
  Quadrant quadrant{};
  bool professional = false;

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.secret("name", self.person, self.name);
    visit.secret("relation", self.person, self.relation);
    visit.required("shell", self.shell);
    visit.required("quadrant", self.quadrant);
    visit.optional("professional", self.professional);
  }
};

struct AskingFields {
  std::string person;
  Answer answer = Answer::none;  ///< none: not answered yet
  bool in_person = false;        ///< spoken to personally
  std::string note;
  std::optional<Date> on;  ///< nothing: today

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.optional("answer", self.answer);
    visit.optional("in_person", self.in_person);
    visit.optional("note", self.note);
    visit.optional("on", self.on);
  }
};

/// Command. Somebody in the network was asked, and what the answer was.
struct AskPerson : AskingFields {
  static constexpr std::string_view kName = "AskPerson";
};

struct PersonAsked : AskingFields {
  static constexpr std::string_view kName = "PersonAsked";
  static constexpr int kVersion = 1;
};

struct TieFields {
  std::string from;
  std::string to;
  Strength strength = Strength::normal;
  bool tension = false;
  Direction direction = Direction::both;

  static void fields(auto& self, auto&& visit) {
    visit.required("from", self.from);
    visit.required("to", self.to);
    visit.optional("strength", self.strength);
    visit.optional("tension", self.tension);
    visit.optional("direction", self.direction);
  }
};

/// Command. A tie between two people: how strong, tense or not, and which way it goes. "inwoner" names the resident.
struct AddTie : TieFields {
  static constexpr std::string_view kName = "AddTie";
};

struct TieAdded : TieFields {
  static constexpr std::string_view kName = "TieAdded";
  static constexpr int kVersion = 1;
};

struct NetworkLeavingFields {
  std::string person;
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.optional("because", self.because);
  }
};

/// Command. Somebody belongs to the network no longer: off the map and off the raw list, with every tie.
struct LeaveNetwork : NetworkLeavingFields {
  static constexpr std::string_view kName = "LeaveNetwork";
};

struct NetworkLeft : NetworkLeavingFields {
  static constexpr std::string_view kName = "NetworkLeft";
  static constexpr int kVersion = 1;
};

struct TieEndFields {
  std::string from;
  std::string to;
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("from", self.from);
    visit.required("to", self.to);
    visit.optional("because", self.because);
  }
};

/// Command. A tie that is there no longer, whichever way it was drawn.
struct EndTie : TieEndFields {
  static constexpr std::string_view kName = "EndTie";
};

struct TieEnded : TieEndFields {
  static constexpr std::string_view kName = "TieEnded";
  static constexpr int kVersion = 1;
};

}  // namespace casus
