// SPDX-License-Identifier: EUPL-1.2
#include "core/web/layout.hpp"

#include "core/text/catalogue.hpp"
#include "core/text/voice.hpp"
#include "core/web/assets/assets.hpp"

namespace casus::web {
namespace {

Html head_of_document(const Document& it) {
  return el("head",
            single("meta", {{"charset", "utf-8"}}) +
                single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}) +
                single("meta", {{"name", "color-scheme"}, {"content", "light dark"}}) +
                single("meta", {{"name", "robots"}, {"content", "noindex"}}) +
                el("title", it.title.empty() ? "Casus" : it.title + " · Casus") +
                (it.renews ? el("noscript", single("meta", {{"http-equiv", "refresh"}, {"content", "15"}})) : Html()) +
                single("link", {{"rel", "icon"}, {"href", icon_path()}}) +
                single("link", {{"rel", "stylesheet"}, {"href", style_path()}}) +
                el("script", {{"src", script_path()}, {"defer", true}}, Html()) +
                (it.draws ? el("script", {{"src", map_script_path()}, {"defer", true}}, Html()) : Html()));
}

Html navigation(const Document& it) {
  if (it.links.empty() && it.who.empty()) return {};
  Html list;
  for (const auto& link : it.links)
    list +=
        el("li", el("a", {{"href", link.path}, {"aria-current", link.path == it.here ? "page" : "false"}}, link.words));
  // Who it is stands in the same row, where a phone has little room.
  if (!it.own_place.empty())
    list += el("li", {{"class", "who"}},
               el("a", {{"href", it.own_place}, {"aria-current", it.own_place == it.here ? "page" : "false"}}, it.who));
  else if (!it.who.empty()) list += el("li", {{"class", "who quiet"}}, it.who);
  const auto inside = el("nav", {{"aria-label", text::say(it.lang, "web.nav")}}, el("ul", list));
  return el("header", {{"class", "head"}}, inside);
}

Html foot(const Document& it) {
  Html inside;
  for (const auto other : text::languages()) {
    if (other == it.lang) continue;
    const std::string code(text::code(other));
    inside += form({"/language", it.form_token, "language"},
                   hidden("lang", code) + hidden("back", it.here) +
                       el("button", {{"class", "plain"}, {"lang", code}}, text::say(other, "web.speak")));
  }
  if (!it.who.empty())
    inside +=
        form({"/leave", it.form_token, "leave"}, el("button", {{"class", "plain"}}, text::say(it.lang, "web.leave")));
  return el("footer", {{"class", "foot no-print"}}, inside);
}

}  // namespace

std::string drawn(const Document& it) {
  const auto body = el("a", {{"class", "skip"}, {"href", "#main"}}, text::say(it.lang, "web.skip")) +
                    el("div", {{"id", "connection"}, {"role", "status"}, {"aria-live", "polite"}}, Html()) +
                    navigation(it) + el("main", {{"id", "main"}, {"tabindex", "-1"}}, it.body) + foot(it);
  return whole_document(it.lang, head_of_document(it),
                        el("body",
                           {{"class", it.wide ? "wide" : "narrow"},
                            {"data-live", it.live},
                            {"data-version", it.version},
                            {"data-keep", it.keep},
                            {"data-base", it.base},
                            {"data-lost", text::say(it.lang, "web.lost")}},
                           body),
                        it.base);
}

Response page_response(const Document& document, int status) {
  return Response{.status = status, .body = drawn(document)};
}

Html form(const Form& it, const Html& inside) {
  auto all = hidden("token", it.token);
  if (!it.command.empty()) all += hidden("command", it.command);
  return el("form", {{"method", "post"}, {"action", it.action}, {"id", it.id}, {"data-send", it.stays}}, all + inside);
}

Html link(std::string to, std::string words) { return el("a", {{"href", std::move(to)}}, words); }

Html hidden(std::string name, std::string value) {
  return single("input", {{"type", "hidden"}, {"name", std::move(name)}, {"value", std::move(value)}});
}

Html button(std::string words, std::string name, std::string value, std::string kind, const std::string& about) {
  auto heard = about.empty() ? std::string() : words + ": " + about;
  if (name.empty()) return el("button", {{"class", std::move(kind)}, {"aria-label", std::move(heard)}}, words);
  return el("button",
            {{"class", std::move(kind)},
             {"name", std::move(name)},
             {"value", std::move(value)},
             {"aria-label", std::move(heard)}},
            words);
}

namespace {

Html labelled(const Field& it, const Html& control) {
  auto all = el("label", {{"for", it.id}}, it.label);
  if (!it.hint.empty()) all += el("p", {{"class", "hint"}, {"id", it.id + "-hint"}}, it.hint);
  return all + control;
}

}  // namespace

Html input(const Field& it) {
  return labelled(it, single("input", {{"type", it.kind.empty() ? std::string("text") : it.kind},
                                       {"id", it.id},
                                       {"name", it.name},
                                       {"value", it.value},
                                       {"required", it.required},
                                       {"aria-describedby", it.hint.empty() ? std::string() : it.id + "-hint"},
                                       {"data-draft", it.draft},
                                       {"list", it.list},
                                       {"autocomplete", it.fill}}));
}

Html text_area(const Field& it) {
  return labelled(it, el("textarea",
                         {{"id", it.id},
                          {"name", it.name},
                          {"rows", "4"},
                          {"required", it.required},
                          {"aria-describedby", it.hint.empty() ? std::string() : it.id + "-hint"},
                          {"data-draft", it.draft},
                          {"data-stands", it.stands}},
                         it.value));
}

Html select(const Field& it, const std::vector<std::pair<std::string, std::string>>& options) {
  return select_grouped(it, {{{}, options}});
}

Html select_grouped(const Field& it, const std::vector<OptionGroup>& groups) {
  Html all;
  for (const auto& group : groups) {
    Html options;
    for (const auto& [value, words] : group.options)
      options += el("option", {{"value", value}, {"selected", value == it.value}}, words);
    all += group.name.empty() ? options : el("optgroup", {{"label", group.name}}, options);
  }
  return labelled(it, el("select",
                         {{"id", it.id},
                          {"name", it.name},
                          {"required", it.required},
                          {"aria-describedby", it.hint.empty() ? std::string() : it.id + "-hint"}},
                         all));
}

Html radios(const Field& it, const std::vector<std::pair<std::string, std::string>>& options) {
  auto all = el("legend", it.label);
  if (!it.hint.empty()) all += el("p", {{"class", "hint"}, {"id", it.id + "-hint"}}, it.hint);
  int number = 0;
  for (const auto& [value, words] : options) {
    const auto id = it.id + "-" + std::to_string(++number);
    all += el("label", {{"class", "tick"}, {"for", id}},
              single("input", {{"type", "radio"},
                               {"id", id},
                               {"name", it.name},
                               {"value", value},
                               {"required", it.required},
                               {"checked", value == it.value}}) +
                  el("span", words));
  }
  return el("fieldset", {{"aria-describedby", it.hint.empty() ? std::string() : it.id + "-hint"}}, all);
}

Html tick(std::string id, std::string name, std::string value, std::string words, bool checked) {
  return el("label", {{"class", "tick"}, {"for", id}},
            single("input", {{"type", "checkbox"},
                             {"id", id},
                             {"name", std::move(name)},
                             {"value", std::move(value)},
                             {"checked", checked}}) +
                el("span", words));
}

Html part(std::string id, const Html& inside) {
  return el("div", {{"id", std::move(id)}, {"data-part", true}}, inside);
}

Html told(Told tone, std::string_view words) {
  const char* kind = tone == Told::good      ? "told good"
                     : tone == Told::warning ? "told warning"
                     : tone == Told::bad     ? "told bad"
                                             : "told";
  return el("p", {{"class", kind}}, words);
}

}  // namespace casus::web
