// SPDX-License-Identifier: EUPL-1.2
#include "core/web/work/on_picture.hpp"

#include "core/desk/forms/form.hpp"
#include "core/desk/forms/picture_handles.hpp"
#include "core/web/server/encoding.hpp"
#include "core/web/work/case_tabs.hpp"
#include "core/web/work/verb_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace casus::web {
namespace {

using desk::Handle;
using desk::PictureHandles;
using text::say;

constexpr double kFinger = 26;  ///< radius of what is pointed at, in units of the picture

const Handle* find(const PictureHandles& handles, const std::string& person) {
  const auto found = std::ranges::find(handles.people, person, &Handle::person);
  return found == handles.people.end() || person.empty() ? nullptr : &*found;
}

/// A link over everybody on the picture. What the script needs to let them be moved stands with it.
Html over(const PictureHandles& handles, const std::string& label,
          const std::function<std::string(const Handle&)>& where, const std::function<bool(const Handle&)>& is_chosen) {
  std::string rings;
  for (const auto& [key, radius] : handles.rings) rings += fmt::format("{} {:.1f} ", key, radius);
  std::string sides;
  for (const auto& side : handles.sides) sides += fmt::format("{} {} {} ", side.key, side.x, side.y);
  Html all = el("title", label);
  for (const auto& one : handles.people)
    all += el("a",
              {{"href", where(one)},
               {"id", "at-" + one.person},
               {"class", is_chosen(one) ? "chosen" : ""},
               {"aria-label", one.words},
               {"aria-current", is_chosen(one) ? "true" : ""},
               {"data-name", one.name},
               {"data-shell", one.shell},
               {"data-quadrant", one.quadrant},
               {"data-relation", one.relation},
               {"data-professional", one.professional ? "1" : ""}},
              single("circle", {{"cx", fmt::format("{:.1f}", one.x)},
                                {"cy", fmt::format("{:.1f}", one.y)},
                                {"r", fmt::format("{:.0f}", kFinger)}}));
  return el("svg",
            {{"class", "over no-print"},
             {"viewBox",
              fmt::format("{:.0f} {:.0f} {:.0f} {:.0f}", handles.left, handles.top, handles.width, handles.height)},
             {"role", "group"},
             {"aria-label", label},
             {"data-rings", rings},
             {"data-sides", sides}},
            all);
}

/// On a narrow screen the picture keeps its size, and is scrolled by itself.
Html on(const Html& picture, const std::string& label, const Html& over_it) {
  return el("div", {{"class", "map"}, {"role", "region"}, {"tabindex", "0"}, {"aria-label", label}},
            el("div", picture + over_it));
}

Html beside(const Html& left, const Html& right) {
  return el("div", {{"class", "columns"}}, el("div", left) + el("div", right));
}

Html verb(const Visit& visit, const desk::KnownInCase& known, const std::string& case_id, std::string_view path,
          const Fields& given, std::string mark = {}, bool stays = false) {
  VerbForm how{place_of_verb(path, case_id), visit.form_token(), &given};
  how.known = &known;
  how.flat = true;
  how.mark = std::move(mark);
  how.stays = stays;
  how.left_out = {"case"};
  return verb_form(desk::form_of(*desk::entry_at(path), visit.lang), how, visit.lang);
}

Html folded_in(std::string id, const std::string& words, const Html& inside, bool open = false) {
  return el("details", {{"id", std::move(id)}, {"open", open}}, el("summary", words) + inside);
}

}  // namespace

Html network_on_picture(House& house, const Visit& visit, const std::string& case_id, const Html& picture) {
  const auto handles = desk::network_handles(house.desk, case_id);
  const auto known = desk::known_in_case(house.desk, case_id);
  if (!handles || !known) return part("picture", picture);
  const auto lang = visit.lang;
  const auto* chosen = find(*handles, visit.fields.get("person"));
  const auto place = place_of(case_id, "network");
  const auto where = [&](const Handle& one) { return place + "?person=" + percent_encoded(one.person) + "#change"; };
  Fields given;
  if (chosen != nullptr) {
    given.add("name", chosen->name);
    given.add("shell", chosen->shell);
    given.add("quadrant", chosen->quadrant);
    given.add("relation", chosen->relation);
    if (chosen->professional) given.add("professional", "1");
  }
  const auto title = chosen == nullptr ? say(lang, "web.map_add") : say(lang, "web.map_move", "name"_is = chosen->name);
  auto left =
      part("picture",
           on(picture, say(lang, "web.tab_network"),
              over(*handles, say(lang, "web.map_people"), where, [&](const Handle& one) { return &one == chosen; })));
  if (!handles->people.empty()) left += el("p", {{"class", "hint no-print"}}, say(lang, "web.map_how"));
  return beside(left,
                part("change", el("section", {{"class", "card no-print"}},
                                  el("h2", title) + verb(visit, *known, case_id, "network add", given, {}, true))));
}

Html family_on_picture(House& house, const Visit& visit, const std::string& case_id, const Html& picture) {
  const auto handles = desk::family_handles(house.desk, case_id);
  const auto known = desk::known_in_case(house.desk, case_id);
  if (!handles || !known) return picture;
  const auto lang = visit.lang;
  const auto place = place_of(case_id, "family");
  const auto* one = find(*handles, visit.fields.get("person"));
  const auto* other = one == nullptr ? nullptr : find(*handles, visit.fields.get("other"));
  // First one, then another; whoever is pointed at once more is let go.
  const auto where = [&](const Handle& it) {
    if (&it == one) return place;
    if (one == nullptr || other != nullptr) return place + "?person=" + percent_encoded(it.person) + "#change";
    return fmt::format("{}?person={}&other={}#change", place, percent_encoded(one->person), percent_encoded(it.person));
  };
  const auto left = on(picture, say(lang, "web.tab_family"),
                       over(*handles, say(lang, "web.family_people"), where,
                            [&](const Handle& it) { return &it == one || &it == other; }));
  const auto names = [](const std::string& first, const Handle* a, const std::string& second, const Handle* b) {
    Fields fields;
    if (a != nullptr) fields.add(first, a->name);
    if (b != nullptr) fields.add(second, b->name);
    return fields;
  };
  Html forms;
  if (one == nullptr) {
    forms = el("h2", say(lang, "web.family_add")) +
            (handles->people.empty() ? Html() : el("p", {{"class", "hint"}}, say(lang, "web.family_how"))) +
            verb(visit, *known, case_id, "network family person", {});
  } else {
    const auto first = one->name;
    const auto second = other == nullptr ? std::string() : other->name;
    forms = el("h2", other == nullptr ? first : say(lang, "web.family_two", "name"_is = first, "other"_is = second));
    if (other == nullptr)
      forms += el("p", {{"class", "hint"}}, say(lang, "web.family_second")) +
               folded_in("of-person", say(lang, "web.family_symbol", "name"_is = first),
                         verb(visit, *known, case_id, "network family person", names("name", one, "", nullptr)));
    const auto who = other == nullptr ? say(lang, "web.family_somebody") : second;
    forms +=
        folded_in("of-parent", say(lang, "web.family_parent", "parent"_is = who, "child"_is = first),
                  verb(visit, *known, case_id, "network family parent", names("child", one, "parent", other), "-up")) +
        folded_in(
            "of-child", say(lang, "web.family_parent", "parent"_is = first, "child"_is = who),
            verb(visit, *known, case_id, "network family parent", names("parent", one, "child", other), "-down")) +
        folded_in("of-partner", say(lang, "web.family_partner", "one"_is = first, "other"_is = who),
                  verb(visit, *known, case_id, "network family partner", names("one", one, "other", other))) +
        folded_in("of-cut", say(lang, "web.family_cut"),
                  verb(visit, *known, case_id, "network family cut", names("one", one, "other", other)));
  }
  return beside(left, el("section", {{"class", "card no-print"}, {"id", "change"}}, forms));
}

}  // namespace casus::web
