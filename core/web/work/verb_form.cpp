// SPDX-License-Identifier: EUPL-1.2
#include "core/web/work/verb_form.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace casus::web {
namespace {

using desk::FormField;
using desk::Input;
using text::say;

/// A page acts now, and what is asked on it is what there is to see.
bool is_asked(const VerbForm& how, const FormField& field) {
  return field.name != "at" && field.name != "expect" &&
         std::ranges::find(how.left_out, field.name) == how.left_out.end();
}

std::string lines_of(const std::vector<std::string>& values) {
  std::string all;
  for (const auto& value : values) all += (all.empty() ? "" : "\n") + value;
  return all;
}

Html ticks(const FormField& field, const std::string& id, const std::vector<std::string>& given) {
  Html all = el("legend", field.label);
  int number = 0;
  for (const auto& choice : field.choices)
    all += tick(id + "-" + std::to_string(++number), field.name, choice.key, choice.label,
                std::ranges::find(given, choice.key) != given.end());
  return el("fieldset", all);
}

/// What is put right is chosen by its words; what stands in no list still has its number in the history.
Html choosing(Field which, const std::vector<std::string>& given, const std::vector<desk::FormChoice>& known,
              Lang lang) {
  Field number{which.id + "-number", which.name, say(lang, "web.mend_number"), {}, std::move(which.hint)};
  which.hint.clear();
  which.required = false;  // the one or the other
  which.value.clear();
  for (const auto& one : given) {
    const bool listed = std::ranges::find(known, one, &desk::FormChoice::key) != known.end();
    (listed && which.value.empty() ? which.value : number.value) = one;
  }
  std::vector<std::pair<std::string, std::string>> options{{"", say(lang, "web.choose")}};
  for (const auto& one : known) options.emplace_back(one.key, one.label);
  return select(which, options) + el("details", {{"id", which.id + "-not-listed"}, {"open", !number.value.empty()}},
                                     el("summary", say(lang, "web.mend_not_listed")) + input(number));
}

/// A number of the plan and a kind of contribution are chosen by their words; a name may be one of the table, or a new
/// one.
Html pointing(const desk::FormField& field, Field it, const std::vector<desk::FormChoice>& known, Lang lang) {
  if (field.name == "goal" || field.name == "action" || field.name == "decision" || field.name == "kind") {
    std::vector<std::pair<std::string, std::string>> options{{"", say(lang, "web.choose")}};
    for (const auto& one : known) options.emplace_back(one.key, one.label);
    // What was sent stays, though it points at nothing.
    const bool there = it.value.empty() || std::ranges::find(known, it.value, &desk::FormChoice::key) != known.end();
    if (!there) options.emplace_back(it.value, it.value);
    return select(it, options);
  }
  it.list = it.id + "-list";
  Html options;
  for (const auto& one : known) options += single("option", {{"value", one.label}});
  auto all = input(it);
  all += el("datalist", {{"id", it.list}}, options);
  return all;
}

Html control(const FormField& field, const std::string& id, const std::vector<std::string>& given, const VerbForm& how,
             Lang lang) {
  Field it{id, field.name, field.label, lines_of(given), field.help, field.required};
  if (!how.drafts.empty()) it.draft = how.drafts + ' ' + field.name;
  if (how.known != nullptr && field.input == Input::text && !field.many && field.choices.empty())
    if (const auto* known = how.known->for_field(field.name); known != nullptr && !known->empty())
      return field.name == "ref" ? choosing(std::move(it), given, *known, lang)
                                 : pointing(field, std::move(it), *known, lang);
  if (!field.choices.empty()) {
    if (field.many) return ticks(field, id, given);
    std::vector<std::pair<std::string, std::string>> options{{"", say(lang, "web.choose")}};
    for (const auto& choice : field.choices) options.emplace_back(choice.key, choice.label);
    return select(it, options);
  }
  if (field.many) {
    it.hint = it.hint.empty() ? say(lang, "web.one_a_line") : it.hint + "; " + say(lang, "web.one_a_line");
    return text_area(it);
  }
  switch (field.input) {
    case Input::tick: return tick(id, field.name, "1", field.label, !given.empty());
    case Input::lines: return text_area(it);
    case Input::number: it.kind = "number"; return input(it);
    case Input::day: it.kind = "date"; return input(it);
    default: return input(it);
  }
}

}  // namespace

Html verb_form(const desk::EntryForm& entry, const VerbForm& how, Lang lang) {
  static const Fields nothing;
  const auto& given = how.given == nullptr ? nothing : *how.given;
  auto form_id = "do-" + entry.path + how.mark;
  std::ranges::replace(form_id, ' ', '-');
  Html inside = how.before;
  Html more;
  bool open = false;
  for (const auto& field : entry.fields) {
    if (!is_asked(how, field)) continue;
    const auto values = given.all(field.name);
    if (std::ranges::find(how.fixed, field.name) != how.fixed.end()) {
      inside += hidden(field.name, lines_of(values));
      continue;
    }
    const bool wanted = std::ranges::find(how.wanted, field.name) != how.wanted.end();
    const bool folded = !field.required && !field.usual && !how.flat && !wanted;
    auto drawn = control(field, form_id + "-" + field.name, values, how, lang);
    for (const auto& problem : how.problems)
      if (problem.field == field.name) {
        drawn += told(Told::warning, problem.text);
        open = open || folded;
      }
    (folded ? more : inside) += drawn;
    open = open || (folded && !lines_of(values).empty());
  }
  if (!more.empty())
    inside +=
        el("details", {{"id", form_id + "-more"}, {"open", open}}, el("summary", say(lang, "web.more_fields")) + more);
  inside += el("div", {{"class", "row"}},
               button(!how.button.empty()  ? how.button
                      : entry.access.reads ? say(lang, "web.show_it")
                                           : say(lang, "web.do_it"),
                      {}, {}, "first", how.about));
  return form({how.action, how.token, form_id, how.stays, desk::new_command_id()}, inside);
}

Html record_form(const desk::RecordForm& record, const desk::EntryForm& entry, const VerbForm& how, Lang lang) {
  Fields given;
  // What was sent of one type is nothing of another, though a field of it be called the same.
  if (how.given != nullptr && how.given->get("type") == record.type.key) given = *how.given;
  else given.add("type", record.type.key);
  auto asked = entry;
  asked.fields = record.fields;
  asked.fields.push_back({"type", record.type.label, {}, Input::text, true, true, false, {}});
  auto its = how;
  its.given = &given;
  its.mark = how.mark + "-" + record.type.key;
  its.fixed.emplace_back("type");
  return verb_form(asked, its, lang);
}

Html record_forms(const std::vector<desk::RecordForm>& records, const desk::EntryForm& entry, const VerbForm& how,
                  Lang lang) {
  Html all;
  for (const auto& record : records) all += el("h2", record.type.label) + record_form(record, entry, how, lang);
  return all;
}

std::vector<desk::GivenField> given_in(const desk::EntryForm& entry, const Fields& fields, const std::string& case_id) {
  std::vector<desk::GivenField> given;
  if (!case_id.empty()) given.push_back({"case", case_id});
  for (const auto& field : entry.fields) {
    if (!case_id.empty() && field.name == "case") continue;
    for (const auto& value : fields.all(field.name)) {
      if (!field.many || !field.choices.empty()) {
        if (!trimmed(value).empty()) given.push_back({field.name, value});
        continue;
      }
      for (std::size_t from = 0; from <= value.size();) {
        const auto end = std::min(value.find('\n', from), value.size());
        if (const auto line = trimmed(std::string_view(value).substr(from, end - from)); !line.empty())
          given.push_back({field.name, std::string(line)});
        from = end + 1;
      }
    }
  }
  // Each field of a record has an input of its own, and goes along as one of the verb's.
  if (entry.field("set") != nullptr)
    for (const auto& name : fields.beginning(kOwnField))
      if (auto set = desk::set_from(name, fields.all(name)); !set.empty()) given.push_back({"set", std::move(set)});
  return given;
}

std::string path_of_verb(std::string_view verb) {
  std::string path(verb);
  std::ranges::replace(path, ' ', '/');
  return path;
}

std::string verb_of_path(std::string_view path) {
  std::string verb(path);
  std::ranges::replace(verb, '/', ' ');
  return verb;
}

}  // namespace casus::web
