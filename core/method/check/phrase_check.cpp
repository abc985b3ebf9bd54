// SPDX-License-Identifier: EUPL-1.2
#include "core/method/check/definition_check.hpp"

/// The lists of phrases and the text checks that listen for them.
namespace casus::method::checks {
namespace {

std::string in_list(const std::string& pointer, std::size_t index) { return pointer + '/' + std::to_string(index); }

void check_phrases(const std::vector<std::string>& phrases, const std::string& pointer, Check& check) {
  if (phrases.empty() && check.sound(pointer)) check.add(pointer, tell("wrong.no_phrases"));
  Seen seen;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    const auto place = in_list(pointer, i);
    const auto form = normal_phrase(phrases[i]);
    if (form.empty()) check.add(place, tell("wrong.phrase_words", {{"got", phrases[i]}}));
    else if (form != phrases[i]) check.add(place, tell("wrong.phrase_form", {{"form", form}, {"got", phrases[i]}}));
    check.unique(seen, phrases[i], tell("wrong.what_phrase"), place);
  }
}

void check_steps_and_kinds(const TextCheck& it, const std::string& pointer, Check& check) {
  Seen seen;
  for (std::size_t i = 0; i < it.steps.size(); ++i) {
    check.unique(seen, it.steps[i], tell("wrong.what_step"), in_list(pointer + "/steps", i));
    check.step(it.steps[i], in_list(pointer + "/steps", i));
  }
  seen.clear();
  for (std::size_t i = 0; i < it.kinds.size(); ++i) {
    check.unique(seen, it.kinds[i], tell("wrong.what_kind"), in_list(pointer + "/kinds", i));
    check.kind(it.kinds[i], in_list(pointer + "/kinds", i));
  }
}

}  // namespace

void check_phrase_lists(Check& check) {
  Seen seen;
  const auto& lists = check.definition.phrases;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const auto pointer = in_list("/phrases", i);
    check.id(lists[i].id, pointer + "/id");
    check.unique(seen, lists[i].id, tell("wrong.what_phrase_list"), pointer + "/id");
    check.words(lists[i].text, pointer + "/text");
    check.origin(lists[i].mark, lists[i].source, tell("wrong.a_phrase_list"), pointer);
    check_phrases(lists[i].nl, pointer + "/nl", check);
    check_phrases(lists[i].en, pointer + "/en", check);
  }
}

void check_text_checks(Check& check) {
  Seen ids;
  const auto& all = check.definition.text_checks;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& it = all[i];
    const auto pointer = in_list("/text_checks", i);
    check.id(it.id, pointer + "/id");
    check.unique(ids, it.id, tell("wrong.what_text_check"), pointer + "/id");
    check.words(it.text, pointer + "/text");
    check.origin(it.mark, it.source, tell("wrong.a_text_check"), pointer);
    check.roles(it.by, pointer + "/by");
    check_steps_and_kinds(it, pointer, check);
    check.phrase_lists(it.says, pointer + "/says");
    check.phrase_lists(it.lacks, pointer + "/lacks");
    if (it.says.empty() && it.lacks.empty() && check.sound(pointer + "/says") && check.sound(pointer + "/lacks"))
      check.add(pointer, tell("wrong.listens_nothing"));
  }
}

}  // namespace casus::method::checks
