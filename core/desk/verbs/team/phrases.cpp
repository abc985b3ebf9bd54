// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/answers.hpp"
#include "core/desk/catalogue.hpp"
#include "core/engine/team.hpp"
#include "core/page/layout.hpp"

#include <nlohmann/json.hpp>

/// The words that are listened for: team phrases, team phrase.
namespace casus::desk {
namespace {

using nlohmann::json;

/// A list as it is on this machine: with this name in a method, or the program's own.
struct Listed {
  std::string name;
  std::vector<const method::PhraseList*> here;  ///< methods of one plugin may each have it
  std::vector<std::string> own;                 ///< what the team added
};

class TeamPhrases final : public Verb {
 public:
  Access access() const override { return reads(Ground::house); }
  void shape(Slots& slots) override {
    slots.maybe("LIST", list_, {"alleen deze lijst, met alle woorden", "only this list, with all its words"});
  }

  void run(Desk& desk, Reply& reply) override {
    auto lists = all(desk);
    if (!list_.empty()) {
      std::vector<std::string_view> names;
      for (const auto& it : lists) names.push_back(it.name);
      std::erase_if(lists, [&](const Listed& it) { return it.name != list_; });
      if (lists.empty()) {
        const auto near = nearest(list_, names);
        throw Usage{desk.say({"er is geen woordenlijst '{}'{}", "there is no phrase list '{}'{}"}, list_,
                             near.empty() ? "" : desk.say({"; bedoel je {}?", "; do you mean {}?"}, near))};
      }
    }
    if (desk.json()) reply.json({{"lists", documents(lists, desk.lang())}});
    else if (list_.empty()) print_table(desk, reply, lists);
    else print_words(desk, reply, lists.front());
  }

 private:
  static std::vector<Listed> all(Desk& desk) {
    const auto& library = desk.service().library();
    std::vector<Listed> lists;
    for (auto& name : engine::phrase_lists(library)) {
      Listed it{std::move(name), {}, {}};
      const auto own = library.own_phrases(it.name);
      it.own.assign(own.begin(), own.end());
      for (const auto& core : method::core_phrases())
        if (core.id == it.name) it.here.push_back(&core);
      for (const auto id : library.method_ids())
        if (const auto* method = library.method(id))
          for (const auto& list : method->phrases)
            if (method::phrase_list_name(id, list.id) == it.name) it.here.push_back(&list);
      lists.push_back(std::move(it));
    }
    return lists;
  }

  /// Each word once: two methods of a plugin mostly have the same.
  static std::vector<std::string> words(const Listed& list, std::vector<std::string> method::PhraseList::*lang) {
    std::vector<std::string> all;
    for (const auto* here : list.here)
      for (const auto& word : here->*lang)
        if (std::ranges::find(all, word) == all.end()) all.push_back(word);
    return all;
  }

  static json documents(const std::vector<Listed>& lists, Lang lang) {
    json out = json::array();
    for (const auto& it : lists)
      out.push_back({{"list", it.name},
                     {"about", it.here.front()->text.in(lang)},
                     {"nl", words(it, &method::PhraseList::nl)},
                     {"en", words(it, &method::PhraseList::en)},
                     {"own", it.own}});
    return out;
  }

  static std::string in_a_row(const std::vector<std::string>& words) { return joined({words.begin(), words.end()}); }

  static void print_table(Desk& desk, Reply& reply, const std::vector<Listed>& lists) {
    std::vector<page::Row> rows;
    for (const auto& it : lists) rows.push_back({it.name, it.here.front()->text.in(desk.lang()), in_a_row(it.own)});
    reply.table(desk.lang() == Lang::nl ? page::Row{"lijst", "waar de woorden voor zijn", "van het team"}
                                        : page::Row{"list", "what the words are for", "the team's own"},
                rows);
    reply.line(desk.say({"\nZelf iets toevoegen: casus team phrase LIJST \"een paar woorden\"",
                         "\nAdd something: casus team phrase LIST \"a few words\""}));
  }

  static void print_words(Desk& desk, Reply& reply, const Listed& list) {
    reply.line(list.name, Tone::strong);
    reply.text(page::paragraph("", list.here.front()->text.in(desk.lang())));
    reply.text(page::field(desk.say({"Nederlands", "Dutch"}), in_a_row(words(list, &method::PhraseList::nl))));
    reply.text(page::field(desk.say({"Engels", "English"}), in_a_row(words(list, &method::PhraseList::en))));
    reply.text(page::field(desk.say({"van het team", "the team's own"}), in_a_row(list.own)));
  }

  std::string list_;
};

class TeamPhrase final : public Verb {
 public:
  Access access() const override { return does(Ground::house); }
  void shape(Slots& slots) override {
    slots.of(phrase_);
    slots.word(phrase_.list, {"in welke lijst; zie casus team phrases", "in which list; see casus team phrases"});
    slots.word(phrase_.phrase, {"de woorden om op te letten; met … ertussen mag er iets tussen staan",
                                "the words to listen for; with … between them other words may stand there"});
    slots.flag("remove", remove_, {"haal een eigen zin van het team weer weg", "take back a phrase of the team's own"});
  }

  void run(Desk& desk, Reply& reply) override {
    const auto body = remove_ ? TeamBody(RemovePhrase{phrase_}) : TeamBody(phrase_);
    const auto answer = desk.service().handle(TeamCommand{new_command_id(), desk.now(), body});
    if (!answer.done() || desk.json()) return show(desk, reply, answer);
    reply.line(remove_
                   ? desk.say({"op '{}' wordt niet meer gelet", "'{}' is not listened for any more"}, phrase_.phrase)
                   : desk.say({"voortaan wordt ook op '{}' gelet ({})", "'{}' is listened for from now on ({})"},
                              phrase_.phrase, phrase_.list),
               Tone::good);
  }

 private:
  AddPhrase phrase_;
  bool remove_ = false;
};

}  // namespace

Entries phrase_verbs() {
  return {
      {"team phrases",
       {"op welke woorden gelet wordt", "which words are listened for"},
       {"team phrases casus/advice --as Noor", "team phrases casus/advice --as Noor"},
       fresh<TeamPhrases>},
      {"team phrase",
       {"let ook op eigen woorden van het team", "listen for the team's own words too"},
       {"team phrase casus/advice 'heb je overwogen om'", "team phrase casus/advice 'have you considered'"},
       fresh<TeamPhrase>},
  };
}

}  // namespace casus::desk
