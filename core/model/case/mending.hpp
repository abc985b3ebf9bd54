// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Putting right what was said (DESIGN 3): other words, taken back, or destroyed for good. One shape for every kind of
/// text: what is meant is a `ref`, the id of a record ("b3", "g1", "a2", "s1", "d1"; "p4" is the name of a person),
/// "title", "question", "purpose", or the number of any event in the history ("12"). Commands and their events.
namespace casus {

/// The texts of a case that have no id.
enum class CaseText { title, question, purpose };

constexpr std::array<Named<CaseText>, 3> names_of(CaseText) {
  return {{{CaseText::title, "title", "word.case_text.title"},
           {CaseText::question, "question", "word.case_text.question"},
           {CaseText::purpose, "purpose", "word.case_text.purpose"}}};
}

/// What stands with the name of a person.
enum class NameField { contact, relation };

constexpr std::array<Named<NameField>, 2> names_of(NameField) {
  return {{{NameField::contact, "contact", "word.name_field.contact"},
           {NameField::relation, "relation", "word.name_field.relation"}}};
}

/// Why something may not be kept. A closed list: free words would say again what is destroyed.
enum class DestroyGround { citizen_number, name, special, wrong_case, other_person };

constexpr std::array<Named<DestroyGround>, 5> names_of(DestroyGround) {
  return {{{DestroyGround::citizen_number, "bsn", "word.destroy_ground.bsn"},
           {DestroyGround::name, "name", "word.destroy_ground.name"},
           {DestroyGround::special, "special", "word.destroy_ground.special"},
           {DestroyGround::wrong_case, "wrong_case", "word.destroy_ground.wrong_case"},
           {DestroyGround::other_person, "other_person", "word.destroy_ground.other_person"}}};
}

/// Command. Other words, another value, or another person who said it; what was there stays in the history.
struct Correct {
  static constexpr std::string_view kName = "Correct";

  std::string ref;
  std::string text;              ///< in the place of its first text; empty: that stays
  std::vector<std::string> set;  ///< other fields, each as "field=value"
  std::string whose;             ///< who said it, when it stands in another's name: name or id
  std::string because;           ///< may be left out for one's own last line, as long as the step lasts

  static void fields(auto& self, auto&& visit) {
    visit.required("ref", self.ref);
    visit.optional("text", self.text);
    visit.optional("set", self.set);
    visit.optional("whose", self.whose);
    visit.optional("because", self.because);
  }
};

/// One field that reads otherwise from now on.
struct FieldNow {
  std::string field;
  std::string to;

  bool operator==(const FieldNow&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("field", self.field);
    visit.optional("to", self.to);
  }
};

struct Corrected {
  static constexpr std::string_view kName = "Corrected";
  static constexpr int kVersion = 1;

  std::string ref;
  std::int64_t event = 0;  ///< number of the event that reads otherwise
  std::vector<FieldNow> now;
  std::string whose;  ///< id of who said it; empty: as it was
  std::string because;
  bool again = false;  ///< only said again: it lay in what is destroyed

  static void fields(auto& self, auto&& visit) {
    visit.required("ref", self.ref);
    visit.required("event", self.event);
    visit.optional("now", self.now);
    visit.optional("whose", self.whose);
    visit.optional("because", self.because);
    visit.optional("again", self.again);
  }
};

/// Command. Takes back what was said, with all that rests on it: it counts nowhere any more, and stays in the history.
struct Withdraw {
  static constexpr std::string_view kName = "Withdraw";

  std::string ref;  ///< empty: one's own last line in this step
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.optional("ref", self.ref);
    visit.optional("because", self.because);
  }
};

struct Withdrawn {
  static constexpr std::string_view kName = "Withdrawn";
  static constexpr int kVersion = 1;

  std::string ref;
  std::vector<std::int64_t> events;  ///< numbers of those that count no more
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("ref", self.ref);
    visit.required("events", self.events);
    visit.optional("because", self.because);
  }
};

/// Command. What was taken back by mistake stands again, with all that rested on it.
struct Restore {
  static constexpr std::string_view kName = "Restore";

  std::string ref;  ///< empty: what one took back last in this step
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.optional("ref", self.ref);
    visit.optional("because", self.because);
  }
};

struct Restored {
  static constexpr std::string_view kName = "Restored";
  static constexpr int kVersion = 1;

  std::string ref;
  std::int64_t event = 0;  ///< number of the withdrawal that no longer holds
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("ref", self.ref);
    visit.required("event", self.event);
    visit.optional("because", self.because);
  }
};

/// Command. Destroys what may not be kept, in every copy. Only what was there before the last correction, when asked
/// so: then the words of now stay.
struct Destroy {
  static constexpr std::string_view kName = "Destroy";

  std::string ref;
  DestroyGround ground{};
  bool earlier = false;
  std::string with{};  ///< the second person, of why a case was erased alone

  static void fields(auto& self, auto&& visit) {
    visit.required("ref", self.ref);
    visit.required("ground", self.ground);
    visit.optional("earlier", self.earlier);
    visit.optional("with", self.with);
  }
};

/// What is left of an event whose key is destroyed: all but its texts, as the store wrote it.
struct Remains {
  std::int64_t event = 0;
  std::string type;
  int version = 1;
  std::string payload;

  bool operator==(const Remains&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("event", self.event);
    visit.required("type", self.type);
    visit.required("version", self.version);
    visit.required("payload", self.payload);
  }
};

struct TextDestroyed {
  static constexpr std::string_view kName = "TextDestroyed";
  static constexpr int kVersion = 1;

  std::string ref;
  DestroyGround ground{};
  bool earlier = false;              ///< only the words of before; those of now are said again
  bool stays = false;                ///< its place stays, without a text: something else rests on it
  std::vector<std::int64_t> events;  ///< numbers of those whose texts are gone
  std::vector<Remains> remains;      ///< of each of them; put in by whoever keeps the event

  static void fields(auto& self, auto&& visit) {
    visit.required("ref", self.ref);
    visit.required("ground", self.ground);
    visit.optional("earlier", self.earlier);
    visit.optional("stays", self.stays);
    visit.required("events", self.events);
    visit.optional("remains", self.remains);
  }
};

/// A person is called so from now on; also said again for whom an event that is destroyed held the name.
struct PersonNamed {
  static constexpr std::string_view kName = "PersonNamed";
  static constexpr int kVersion = 1;

  std::string person;
  std::string name;
  std::string contact;
  std::string relation;         ///< on the map
  std::string listed_relation;  ///< on the raw list
  std::string because;
  bool again = false;  ///< only said again

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.secret("name", self.person, self.name);
    visit.secret("contact", self.person, self.contact);
    visit.secret("relation", self.person, self.relation);
    visit.secret("listed_relation", self.person, self.listed_relation);
    visit.optional("because", self.because);
    visit.optional("again", self.again);
  }
};

/// Command. A contribution that belongs to another case goes there, in the name of who said it when that person sits at
/// that table; here it is destroyed.
struct MoveOver {
  static constexpr std::string_view kName = "MoveOver";

  std::string ref;
  std::string to;  ///< id of the other case

  static void fields(auto& self, auto&& visit) {
    visit.required("ref", self.ref);
    visit.required("to", self.to);
  }
};

/// In the other case: a contribution beside the order of turns.
struct BroughtOver {
  static constexpr std::string_view kName = "BroughtOver";
  static constexpr int kVersion = 1;

  std::string id;
  std::string kind;
  std::string text;
  std::string whose;  ///< id of who said it

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("kind", self.kind);
    visit.required("text", self.text);
    visit.required("whose", self.whose);
  }
};

/// How something was put right.
enum class Mend { corrected, withdrawn, destroyed };

constexpr std::array<Named<Mend>, 3> names_of(Mend) {
  return {{{Mend::corrected, "corrected", "word.mend.corrected"},
           {Mend::withdrawn, "withdrawn", "word.mend.withdrawn"},
           {Mend::destroyed, "destroyed", "word.mend.destroyed"}}};
}

}  // namespace casus
