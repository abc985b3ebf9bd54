// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/typed/completed.hpp"
#include "core/engine/team/team.hpp"
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
  void shape(Slots& slots) override { slots.maybe("LIST", list_, "help.only_list_all_words"); }

  void run(Desk& desk, Reply& reply) override {
    auto lists = all(desk);
    if (!list_.empty()) {
      std::vector<std::string_view> names;
      for (const auto& it : lists) names.push_back(it.name);
      std::erase_if(lists, [&](const Listed& it) { return it.name != list_; });
      if (lists.empty()) {
        const auto near = nearest(list_, names);
        throw Usage{desk.say("phrases.phrase_list", "list"_is = list_,
                             "near"_is = near.empty() ? "" : desk.say("phrases.do_mean", "near"_is = near))};
      }
    }
    if (desk.json()) reply.json({{"lists", documents(lists, desk.voice())}});
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
  static std::vector<std::string> words(const Listed& list, std::vector<std::string> method::PhraseList::*voice) {
    std::vector<std::string> all;
    for (const auto* here : list.here)
      for (const auto& word : here->*voice)
        if (std::ranges::find(all, word) == all.end()) all.push_back(word);
    return all;
  }

  static json documents(const std::vector<Listed>& lists, const text::Voice& voice) {
    json out = json::array();
    for (const auto& it : lists)
      out.push_back({{"list", it.name},
                     {"about", it.here.front()->text.in(voice)},
                     {"nl", words(it, &method::PhraseList::nl)},
                     {"en", words(it, &method::PhraseList::en)},
                     {"own", it.own}});
    return out;
  }

  static std::string in_a_row(const std::vector<std::string>& words) { return joined({words.begin(), words.end()}); }

  static void print_table(Desk& desk, Reply& reply, const std::vector<Listed>& lists) {
    std::vector<page::Row> rows;
    for (const auto& it : lists) rows.push_back({it.name, it.here.front()->text.in(desk.voice()), in_a_row(it.own)});
    reply.table({desk.say("phrases.column_list"), desk.say("phrases.column_what_words"), desk.say("phrases.teams_own")},
                rows);
    reply.line('\n' +
               desk.say("phrases.add_one", "phrase"_is = text::way("team phrase", "list"_is = text::gap("gap.list"),
                                                                   "phrase"_is = text::gap())));
  }

  static void print_words(Desk& desk, Reply& reply, const Listed& list) {
    reply.line(list.name, Tone::strong);
    reply.prose("", list.here.front()->text.in(desk.voice()));
    reply.fact(desk.say("phrases.dutch"), in_a_row(words(list, &method::PhraseList::nl)));
    reply.fact(desk.say("phrases.english"), in_a_row(words(list, &method::PhraseList::en)));
    reply.fact(desk.say("phrases.teams_own"), in_a_row(list.own));
  }

  std::string list_;
};

class TeamPhrase final : public Verb {
 public:
  Access access() const override { return does(Ground::house); }
  void shape(Slots& slots) override {
    slots.of(phrase_);
    slots.word(phrase_.list, "help.which_list_see");
    slots.word(phrase_.phrase, "help.words_listen_between_them_other");
    slots.flag("remove", remove_, "help.take_back_phrase_teams_own");
  }

  void run(Desk& desk, Reply& reply) override {
    const auto body = remove_ ? TeamBody(RemovePhrase{phrase_}) : TeamBody(phrase_);
    const auto answer = desk.service().handle(completed(desk, TeamCommand{new_command_id(), desk.now(), body}));
    if (!answer.done() || desk.json()) return show(desk, reply, answer);
    reply.line(remove_ ? desk.say("phrases.listened_any_more", "phrase"_is = phrase_.phrase)
                       : desk.say("phrases.listened_from_now", "phrase"_is = phrase_.phrase, "list"_is = phrase_.list),
               Tone::good);
  }

 private:
  AddPhrase phrase_;
  bool remove_ = false;
};

}  // namespace

Entries phrase_verbs() {
  return {
      {"team phrases", "help.which_words_listened", "help.team_phrases_casus_advice", fresh<TeamPhrases>},
      {"team phrase", "help.listen_teams_own_words_too", "help.team_phrase_casus_advice_have", fresh<TeamPhrase>},
  };
}

}  // namespace casus::desk
