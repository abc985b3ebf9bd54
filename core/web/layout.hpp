// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/web/html.hpp"
#include "core/web/server/message.hpp"

#include <string>
#include <vector>

/// The frame around every page, and the parts that forms are made of.
namespace casus::web {

struct Link {
  std::string path;
  std::string words;
};

struct Document {
  Lang lang = Lang::nl;
  std::string title;
  Html body;
  std::vector<Link> links;  ///< the places that this seat can go to
  std::string here;         ///< the path of this one
  std::string who;          ///< name of the seat; empty for nobody
  std::string own_place;    ///< where that name leads: the own devices and passphrase; empty: nowhere
  std::string form_token;   ///< proves that a form came from a page of ours
  std::string live;         ///< path of the events for this page, with a query; empty for a page that stays as it is
  std::string version;      ///< of what is shown, as the events count it
  std::string keep;         ///< under which drafts are kept on the device; empty: none, and those that were there go
  std::string base;         ///< where the site begins on its server (base.hpp)
  bool wide = false;        ///< for a screen on the wall
  bool renews = false;      ///< without a script it is asked for anew by itself: nobody sits at it
  bool draws = false;       ///< has a picture on which people can be moved
};

std::string drawn(const Document& document);
Response page_response(const Document& document, int status = 200);

/// A form that is posted to `action`, with the token in it.
struct Form {
  std::string action;
  std::string token;
  std::string id;            ///< of the element, unique on the page
  bool stays = false;        ///< with a script it is sent without leaving the page
  std::string command = {};  ///< id of the command: sent twice, done once; empty for none
};
Html form(const Form& form, const Html& inside);

/// Words that lead somewhere.
Html link(std::string to, std::string words);
Html hidden(std::string name, std::string value);
/// `about`: what it is about, behind its words for who hears them and no form around them: a page may have ten that are
/// called "Bewaar".
Html button(std::string words, std::string name = {}, std::string value = {}, std::string kind = {},
            const std::string& about = {});
struct Field {
  std::string id;
  std::string name;
  std::string label;
  std::string value = {};
  std::string hint = {};
  bool required = false;
  std::string draft = {};    ///< under which what is typed is kept on the device; empty: it is not
  std::string kind = {};     ///< of an input: "date", "number"
  std::string list = {};     ///< id of a list of what could be meant; empty for none
  std::string fill = "off";  ///< what a browser may fill in by itself: "username", "current-password"
  bool stands = false;       ///< its value is what stands now, and no draft until it is another
};
Html input(const Field& field);
Html text_area(const Field& field);
/// `options`: value and words. Nothing is chosen when `value` is none of them.
Html select(const Field& field, const std::vector<std::pair<std::string, std::string>>& options);
/// The same in groups, each under what it is called; one without a name stands by itself.
struct OptionGroup {
  std::string name;
  std::vector<std::pair<std::string, std::string>> options;
};
Html select_grouped(const Field& field, const std::vector<OptionGroup>& groups);
/// The same as buttons of which one is chosen: for few, each with words that want to be read.
Html radios(const Field& field, const std::vector<std::pair<std::string, std::string>>& options);
Html tick(std::string id, std::string name, std::string value, std::string words, bool checked);
/// A piece that a newer page may take the place of.
Html part(std::string id, const Html& inside);
/// Something that was told: a tone is never alone, the words say it too.
enum class Told { plain, good, warning, bad };
Html told(Told tone, std::string_view words);

}  // namespace casus::web
