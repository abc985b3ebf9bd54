// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/give_all.hpp"
#include "core/desk/outsider.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/verbs/case/network_pages.hpp"
#include "core/desk/words/people/people_line.hpp"

#include <nlohmann/json.hpp>

/// The people around the resident: name, add, ask, tie, untie, leave, map, show; and the genogram.
namespace casus::desk {
namespace {

void parameters_of(Slots& slots, NameForNetwork& body) {
  slots.word(body.name, "help.who");
  slots.option(body.relation, "help.sister_neighbour_coach").usual = true;
}

void parameters_of(Slots& slots, LeaveNetwork& body) {
  slots.word(body.person, "help.name_id");
  slots.option(body.because, "help.why");
}

void parameters_of(Slots& slots, EndTie& body) {
  slots.word(body.from, "help.name_id_inwoner_resident");
  slots.word(body.to, "help.name_id_inwoner_resident");
  slots.option(body.because, "help.why");
}

void parameters_of(Slots& slots, PlaceInFamily& body) {
  slots.word(body.name, "help.inwoner_resident");
  slots.option(body.symbol, "help.square_man_circle_woman_diamond");
  slots.option(body.state, "help.alive_deceased_yet_born");
  slots.option(body.rank, "help.which_child_1_eldest");
}

void parameters_of(Slots& slots, LinkParent& body) {
  slots.word(body.parent, "help.parent_inwoner_resident");
  slots.word(body.child, "help.child_inwoner_resident");
  slots.option(body.how, "help.born_adopted_fostered");
}

void parameters_of(Slots& slots, LinkPartners& body) {
  slots.word(body.one, "help.name_id_inwoner_resident");
  slots.word(body.other, "help.name_id_inwoner_resident");
  slots.option(body.bond, "help.together_separated");
}

void parameters_of(Slots& slots, CutFamily& body) {
  slots.word(body.one, "help.name_id_inwoner_resident");
  slots.word(body.other, "help.other_end_else_one_goes");
}

void parameters_of(Slots& slots, AddNetworkPerson& body) {
  slots.word(body.name, "help.who");
  slots.option(body.shell, "help.how_close").usual = true;
  slots.option(body.quadrant, "help.from_which_side").usual = true;
  slots.option(body.relation, "help.sister_neighbour_coach").usual = true;
  slots.flag(body.professional, "help.professional_counted_apart");
}

void parameters_of(Slots& slots, AskPerson& body) {
  slots.word(body.person, "help.name_id");
  slots.option(body.answer, "help.answer_when_one").usual = true;
  slots.flag(body.in_person, "help.spoken_person");
  slots.option(body.note, "help.what_said");
  Slots::looks_back(slots.option(body.on, "help.which_day_else_today"), body.on);
}

void parameters_of(Slots& slots, AddTie& body) {
  slots.word(body.from, "help.name_id_inwoner_resident");
  slots.word(body.to, "help.name_id_inwoner_resident");
  slots.option(body.strength, "help.how_strong_tie");
  slots.flag(body.tension, "help.tension");
  slots.option(body.direction, "help.gives_receives");
}

/// Several people in one line: all of them are kept, or none.
class PeopleVerb : public Verb {
 public:
  Access access() const override { return does(Ground::table); }
  void shape(Slots& slots) override {
    slots.word("CASE", case_id_, "help.id_case_like_2026_001");
    slots.word("TEXT", text_, about());
  }

  void run(Desk& desk, Reply& reply) override {
    const auto by = desk.actor();
    if (auto refusal = kept_out(desk, case_id_)) return show_refused(desk, reply, case_id_, std::move(*refusal));
    // Who may not see the case is told so by what they want to do.
    const auto before = read_again(desk, case_id_, CasePart::overview, {}, Sight::table);
    const auto line = meant(text_, before ? before->state() : Case());
    if (!line) throw Usage{desk.voice().say(line.error())};
    const auto answers = give_all(desk, case_id_, by, *line, command_id);
    if (!answers.back().done() || !desk.json()) {
      for (const auto& answer : answers) show(desk, reply, answer);
      return;
    }
    auto done = nlohmann::json::array();
    for (const auto& answer : answers) done.push_back(answer_json(answer, desk.voice()));
    reply.json({{"ok", true}, {"case", case_id_}, {"done", std::move(done)}});
  }

 protected:
  virtual Words about() const = 0;
  virtual PeopleLine meant(const std::string& text, const Case& state) const = 0;

 private:
  std::string case_id_;
  std::string text_;
};

class NetworkPeople final : public PeopleVerb {
  Words about() const override { return "help.people_of_the_network"; }
  PeopleLine meant(const std::string& text, const Case&) const override { return network_line(text); }
};

class FamilyPeople final : public PeopleVerb {
  Words about() const override { return "help.people_of_the_family"; }
  PeopleLine meant(const std::string& text, const Case& state) const override { return family_line(text, state); }
};

}  // namespace

Entries network_verbs() {
  return {
      {"network name", "help.name_raw_list_all", "help.network_name_2026_001_aunt",
       fresh<Plain<NameForNetwork, parameters_of>>},
      {"network add", "help.somebody_residents_circle", "help.network_add_2026_001_aunt",
       fresh<Plain<AddNetworkPerson, parameters_of>>},
      {"network people", "help.several_people_in_one_line", "help.network_people_example", fresh<NetworkPeople>},
      {"network ask", "help.somebody_asked_what_answer", "help.network_ask_2026_001_aunt",
       fresh<Plain<AskPerson, parameters_of>>},
      {"network tie", "help.tie_between_two_people", "help.network_tie_2026_001_inwoner",
       fresh<Plain<AddTie, parameters_of>>},
      {"network untie", "help.tie_longer", "help.network_untie_2026_001_inwoner", fresh<Plain<EndTie, parameters_of>>},
      {"network leave", "help.somebody_belongs_network_longer", "help.network_leave_2026_001_aunt",
       fresh<Plain<LeaveNetwork, parameters_of>>},
      {"network show", "help.network_words", "help.network_show_2026_001_2026", fresh<NetworkPage>},
      {"network compare", "help.came_went_what_changed_between", "help.network_compare_2026_001_2026",
       fresh<NetworkCompare>},
      {"network map", "help.network_map_as_picture_svg", "help.network_map_2026_001_out", fresh<NetworkMap>},
      {"network family person", "help.somebody_genogram", "help.network_family_person_2026_001",
       fresh<Plain<PlaceInFamily, parameters_of>>},
      {"network family parent", "help.parent_whom", "help.network_family_parent_2026_001",
       fresh<Plain<LinkParent, parameters_of>>},
      {"network family partner", "help.partners_together_separated", "help.network_family_partner_2026_001",
       fresh<Plain<LinkPartners, parameters_of>>},
      {"network family cut", "help.take_away_line_person_wrong", "help.network_family_cut_2026_001",
       fresh<Plain<CutFamily, parameters_of>>},
      {"network family people", "help.several_of_the_family_in_one_line", "help.network_family_people_example",
       fresh<FamilyPeople>},
      {"network family show", "help.genogram_words", "help.network_family_show_2026_001", fresh<FamilyPage>},
      {"network family map", "help.genogram_as_picture_svg", "help.network_family_map_2026_001", fresh<Genogram>},
  };
}

}  // namespace casus::desk
