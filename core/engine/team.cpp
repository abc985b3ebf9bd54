// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/team.hpp"

#include "core/base/personal_data.hpp"
#include "core/base/text.hpp"
#include "core/engine/deciding.hpp"
#include "core/engine/readable.hpp"
#include "core/method/phrases.hpp"

#include <algorithm>
#include <set>

namespace casus::engine {

namespace {

using TeamDecision = Outcome<std::vector<TeamEvent>, Refusal>;

tl::unexpected<Refusal> no_team() {
  return refuse(
      "NoTeam", "", both("Er is nog geen team in dit register.", "There is no team in this store yet."),
      both("Maak het team: casus team init \"Wijkteam Noord\".", "Make the team: casus team init \"Wijkteam Noord\"."));
}

Refusal no_such(std::string_view what_nl, std::string_view what_en, std::string_view id, const std::string& verb) {
  return {"NotFound",
          "",
          both(fmt::format("Er is geen {} '{}'.", what_nl, id), fmt::format("There is no {} '{}'.", what_en, id)),
          both(fmt::format("Kijk welke er zijn: casus {}.", verb), fmt::format("See which there are: casus {}.", verb)),
          {}};
}

/// R15: what lies with the team may not lead back to anybody.
std::optional<Refusal> leads_back(std::string_view text, const std::vector<std::string>& names) {
  const auto found = personal_data(text, names);
  if (found.empty()) return std::nullopt;
  return Refusal{
      "PersonalData",
      "R15",
      both(fmt::format("Hier staat {}: '{}'. Leerlijnen en signalen gaan over het werk, niet over een persoon.",
                       describe(found.front().kind, true), found.front().text),
           fmt::format("This holds {}: '{}'. Learning lines and signals are about the work, not about a person.",
                       describe(found.front().kind, false), found.front().text)),
      both("Schrijf het op zonder dat iemand te herkennen is: 'een moeder', 'een buurman'.",
           "Write it so that nobody can be recognised: 'a mother', 'a neighbour'."),
      {}};
}

/// A sentence is no phrase: it would be found in one text only.
constexpr std::size_t kLongestPhrase = 80;

/// The phrase in the form that lists are written in, or why it is none.
Outcome<std::string, Refusal> phrase_of(const std::string& text) {
  auto form = method::normal_phrase(text);
  if (form.empty() || form.size() > kLongestPhrase)
    return refuse("NoPhrase", "",
                  both(fmt::format("'{}' is geen woord of korte zin om op te letten.", text),
                       fmt::format("'{}' is no word or short phrase to listen for.", text)),
                  both("Geef een paar woorden, zoals: \"heb je overwogen\". Met … ertussen mag er iets tussen staan.",
                       "Give a few words, like: \"have you considered\". With … between them other words may stand "
                       "there."));
  return form;
}

tl::unexpected<Refusal> no_list(const std::string& name, const std::vector<std::string_view>& known) {
  const auto near = nearest(name, known);
  return refuse(
      "NoSuchList", "",
      both(fmt::format("Er is geen woordenlijst '{}'.", name), fmt::format("There is no phrase list '{}'.", name)),
      near.empty() ? both("Bekijk welke er zijn: casus team phrases.", "See which there are: casus team phrases.")
                   : both(fmt::format("Bedoel je '{}'? Alle lijsten: casus team phrases.", near),
                          fmt::format("Do you mean '{}'? All lists: casus team phrases.", near)));
}

const Partner* find_partner(const std::vector<Partner>& partners, std::string_view name) {
  const auto wanted = folded(trimmed(name));
  const auto found = std::ranges::find(partners, wanted, [](const Partner& partner) { return folded(partner.name); });
  return found == partners.end() ? nullptr : &*found;
}

struct TeamDecider {
  const Team& team;
  const TeamCommand& command;
  const std::vector<std::string>& names;
  const Library& library;

  tl::unexpected<Refusal> not_a_member(const std::string& name) const {
    if (team.name.empty()) return no_team();
    if (blank(name)) return empty_text("de naam van het teamlid", "the name of the team member");
    std::vector<std::string_view> names;
    for (const auto& member : team.members) names.push_back(member.name);
    const auto near = nearest(name, names);
    return refuse(
        "NotInTeam", "",
        both(
            fmt::format("{} hoort niet bij het team.{}", name, near.empty() ? "" : fmt::format(" Bedoel je {}?", near)),
            fmt::format("{} is not in the team.{}", name, near.empty() ? "" : fmt::format(" Did you mean {}?", near))),
        both("Kijk wie er in het team zit: casus team list.", "See who is in the team: casus team list."));
  }

  template <class Event>
  TeamDecision one(Event event) const {
    return std::vector<TeamEvent>{{command.at, TeamEventBody(std::move(event))}};
  }

  TeamDecision operator()(const FoundTeam& c) const {
    if (!team.name.empty())
      return refuse("TeamExists", "",
                    both(fmt::format("Het team '{}' bestaat al in dit register.", team.name),
                         fmt::format("The team '{}' exists in this store already.", team.name)),
                    both("Pas het aan met: casus team set. Een ander team krijgt een eigen register: --store.",
                         "Change it with: casus team set. Another team gets a store of its own: --store."));
    if (blank(c.name)) return empty_text("de naam van het team", "the name of the team");
    if (auto refusal = minutes_off(c.minutes)) return failure(std::move(*refusal));
    return one(TeamFounded{c});
  }
  TeamDecision operator()(const AddMember& c) const {
    if (team.name.empty()) return no_team();
    if (blank(c.name)) return empty_text("de naam van het teamlid", "the name of the team member");
    return one(MemberAdded{c});
  }
  TeamDecision operator()(const SetTeam& c) const {
    if (team.name.empty()) return no_team();
    if (c.minutes)
      if (auto refusal = minutes_off(*c.minutes)) return failure(std::move(*refusal));
    if (!c.minutes && !c.mode && !c.workflow && !c.method)
      return empty_text("wat er anders moet (--minutes, --mode, --workflow of --method)",
                        "what is to change (--minutes, --mode, --workflow or --method)");
    return one(TeamSet{c});
  }
  TeamDecision operator()(const SetAbsence& c) const {
    const auto* member = team.member(c.name);
    if (member == nullptr) return not_a_member(c.name);
    if (c.to && *c.to < c.from)
      return refuse(
          "EndsBeforeItBegins", "",
          both(fmt::format("De afwezigheid eindigt op {} en begint pas op {}.", to_string(*c.to), to_string(c.from)),
               fmt::format("The absence ends on {} and begins on {} only.", to_string(*c.to), to_string(c.from))),
          both("Draai --from en --to om.", "Turn --from and --to round."));
    return one(AbsenceSet{{member->name, c.from, c.to}});
  }
  TeamDecision operator()(const EndAbsence& c) const {
    const auto* member = team.member(c.name);
    if (member == nullptr) return not_a_member(c.name);
    const auto reaches = [&](const Absence& it) { return it.name == member->name && (!it.to || *it.to >= c.from); };
    if (std::ranges::none_of(team.absences, reaches))
      return refuse("NotAway", "",
                    both(fmt::format("{} is op {} en daarna niet afwezig.", member->name, to_string(c.from)),
                         fmt::format("{} is not away on {} or after.", member->name, to_string(c.from))),
                    both("Er hoeft niets te gebeuren.", "Nothing needs to be done."));
    return one(AbsenceEnded{{member->name, c.from}});
  }
  TeamDecision operator()(const NoteLearning& c) const {
    if (blank(c.text)) return empty_text("wat je geleerd hebt", "what you learned", "R15");
    if (auto refusal = leads_back(c.text, names)) return failure(std::move(*refusal));
    if (auto refusal = leads_back(c.theme, names)) return failure(std::move(*refusal));
    return one(LearningNoted{c});
  }
  TeamDecision operator()(const NoteSignal& c) const {
    if (blank(c.text)) return empty_text("het signaal", "the signal", "R15");
    if (blank(c.theme)) return empty_text("het thema van het signaal", "the theme of the signal", "R15");
    if (auto refusal = leads_back(c.text, names)) return failure(std::move(*refusal));
    for (const auto* text : {&c.theme, &c.neighbourhood})
      if (auto refusal = leads_back(*text, names)) return failure(std::move(*refusal));
    return one(SignalNoted{c});
  }
  TeamDecision operator()(const WritePaperLine& c) const {
    if (team.name.empty()) return no_team();
    if (blank(c.text)) return empty_text("de regel voor de wijkkrant", "the line for the paper");
    if (auto refusal = leads_back(c.text, names)) return failure(std::move(*refusal));
    const auto letters =
        std::ranges::count_if(c.text, [](char b) { return (static_cast<unsigned char>(b) & 0xC0U) != 0x80U; });
    if (static_cast<std::size_t>(letters) > kLongestPaperLine)
      return refuse(
          "LineTooLong", "",
          both(fmt::format("Deze regel heeft {} letters; op de pagina past een regel van {}.", letters,
                           kLongestPaperLine),
               fmt::format("This line has {} letters; a line of {} fits on the page.", letters, kLongestPaperLine)),
          both("Zeg het korter, of maak er twee regels van.", "Say it shorter, or make it two lines."));
    return one(PaperLineWritten{next_id('n', team.paper.size()), c.layer, c.text});
  }
  TeamDecision operator()(const StrikePaperLine& c) const {
    const auto found = std::ranges::find(team.paper, c.line, &PaperLine::id);
    if (found == team.paper.end() || found->struck)
      return failure(no_such("regel in de wijkkrant", "line in the paper", c.line, "team paper"));
    return one(PaperLineStruck{c});
  }
  TeamDecision operator()(const ChooseFocus& c) const {
    if (team.name.empty()) return no_team();
    if (blank(c.text)) return empty_text("het speerpunt", "the focus point");
    for (const auto* text : {&c.text, &c.theme, &c.because})
      if (auto refusal = leads_back(*text, names)) return failure(std::move(*refusal));
    for (const auto& text : c.together)
      if (auto refusal = leads_back(text, names)) return failure(std::move(*refusal));
    return one(FocusChosen{next_id('f', team.focuses.size()), c.text, c.theme, c.because, c.together});
  }
  TeamDecision operator()(const AgreeContribution& c) const {
    if (!has_focus(c.focus)) return failure(no_such("speerpunt", "focus point", c.focus, "area review"));
    if (blank(c.who)) return empty_text("wie het doet", "who does it");
    if (blank(c.what)) return empty_text("wat diegene doet", "what they do");
    for (const auto* text : {&c.who, &c.what})
      if (auto refusal = leads_back(*text, names)) return failure(std::move(*refusal));
    return one(ContributionAgreed{c});
  }
  TeamDecision operator()(const FinishFocus& c) const {
    if (!has_focus(c.focus)) return failure(no_such("speerpunt", "focus point", c.focus, "area review"));
    if (blank(c.outcome)) return empty_text("wat het speerpunt opleverde", "what came of the focus point");
    if (auto refusal = leads_back(c.outcome, names)) return failure(std::move(*refusal));
    return one(FocusFinished{c});
  }

  bool has_focus(std::string_view id) const {
    return std::ranges::find(team.focuses, id, [](const Focus& focus) { return std::string_view(focus.chosen.id); }) !=
           team.focuses.end();
  }
  TeamDecision operator()(const AddPhrase& c) const;
  TeamDecision operator()(const RemovePhrase& c) const;

  bool listed(const std::string& list, const std::string& phrase) const;
  TeamDecision operator()(const AddPartner& c) const {
    if (team.name.empty()) return no_team();
    if (blank(c.name)) return empty_text("de naam van de organisatie", "the name of the organisation");
    PartnerAdded added{c};
    added.name = std::string(trimmed(c.name));
    if (const auto* known = find_partner(team.partners, added.name); known != nullptr) {
      added.name = known->name;
      if (blank(added.purpose)) added.purpose = known->purpose;
    }
    return one(std::move(added));
  }
  TeamDecision operator()(const DropPartner& c) const {
    if (team.name.empty()) return no_team();
    if (const auto* known = find_partner(team.partners, c.name); known != nullptr)
      return one(PartnerDropped{DropPartner{known->name}});
    std::vector<std::string_view> names_known;
    for (const auto& partner : team.partners) names_known.push_back(partner.name);
    const auto near = nearest(c.name, names_known);
    return refuse("NoPartner", "",
                  both(fmt::format("'{}' staat niet op de partnerkaart.{}", c.name,
                                   near.empty() ? "" : fmt::format(" Bedoel je {}?", near)),
                       fmt::format("'{}' is not on the partner map.{}", c.name,
                                   near.empty() ? "" : fmt::format(" Did you mean {}?", near))),
                  both("Kijk wie erop staan: casus team partner list.", "See who is on it: casus team partner list."));
  }
};

TeamDecision TeamDecider::operator()(const AddPhrase& c) const {
  if (team.name.empty()) return no_team();
  const auto lists = phrase_lists(library);
  if (std::ranges::find(lists, c.list) == lists.end()) return no_list(c.list, {lists.begin(), lists.end()});
  auto phrase = phrase_of(c.phrase);
  if (!phrase) return failure(std::move(phrase.error()));
  if (auto refusal = leads_back(*phrase, names)) return failure(std::move(*refusal));
  if (listed(c.list, *phrase))
    return refuse("PhraseThere", "",
                  both(fmt::format("'{}' staat al in de lijst {}.", *phrase, c.list),
                       fmt::format("'{}' is in the list {} already.", *phrase, c.list)),
                  both("Er hoeft niets te gebeuren.", "Nothing needs to be done."));
  return one(PhraseAdded{{c.list, std::move(*phrase)}});
}

TeamDecision TeamDecider::operator()(const RemovePhrase& c) const {
  if (team.name.empty()) return no_team();
  const auto own = team.phrases.find(c.list);
  const auto phrase = method::normal_phrase(c.phrase);
  if (own == team.phrases.end() || std::ranges::find(own->second, phrase) == own->second.end())
    return refuse("NoPhrase", "",
                  both(fmt::format("'{}' is geen eigen zin van het team in de lijst {}.", c.phrase, c.list),
                       fmt::format("'{}' is no phrase of the team's own in the list {}.", c.phrase, c.list)),
                  both("Bekijk wat het team zelf toevoegde: casus team list.",
                       "See what the team added itself: casus team list."));
  return one(PhraseRemoved{{c.list, phrase}});
}

bool TeamDecider::listed(const std::string& list, const std::string& phrase) const {
  const auto in = [&](const std::vector<std::string>& known) {
    return std::ranges::find(known, phrase) != known.end();
  };
  if (const auto own = team.phrases.find(list); own != team.phrases.end() && in(own->second)) return true;
  const auto holds = [&](const method::PhraseList& it) { return in(it.nl) || in(it.en); };
  for (const auto& core : method::core_phrases())
    if (core.id == list && holds(core)) return true;
  for (const auto id : library.method_ids())
    if (const auto* method = library.method(id))
      for (const auto& own : method->phrases)
        if (method::phrase_list_name(id, own.id) == list && holds(own)) return true;
  return false;
}

}  // namespace

TeamDecision decide(const Team& team, const TeamCommand& command, const std::vector<std::string>& names,
                    const Library& library) {
  const auto refusal = std::visit([](const auto& body) { return unreadable(body); }, command.body);
  if (refusal) return failure(*refusal);
  return std::visit(TeamDecider{team, command, names, library}, command.body);
}

std::vector<std::string> phrase_lists(const Library& library) {
  std::set<std::string> names;
  for (const auto& core : method::core_phrases()) names.insert(core.id);
  for (const auto id : library.method_ids())
    if (const auto* method = library.method(id))
      for (const auto& own : method->phrases) names.insert(method::phrase_list_name(id, own.id));
  return {names.begin(), names.end()};
}

}  // namespace casus::engine
