// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/catalogue.hpp"
#include "core/text/message.hpp"
#include "core/web/html.hpp"
#include "core/web/layout.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

/// The pages of one case, each with what it shows and what can be done there.
namespace casus::web {

struct CaseTab {
  std::string_view place;    ///< behind the case in the address; empty for the first
  std::string_view page;     ///< the verb that makes it
  std::string_view picture;  ///< the verb that draws it; empty for none
  std::string_view acts;     ///< the noun of what can be done there; empty for none
};

const std::vector<CaseTab>& case_tabs();
text::Message name_of(const CaseTab& tab);
const CaseTab* case_tab(std::string_view place);
/// Where somebody is sent who has done this.
const CaseTab& tab_of_verb(std::string_view verb);

/// Address of a page of a case.
std::string place_of(const std::string& case_id, std::string_view tab = {});
/// Address of the page where a verb can be done or seen; of no case when that is empty.
std::string place_of_verb(std::string_view verb, const std::string& case_id);

/// The places of a case in a row.
Html tabs(const std::string& case_id, std::string_view here, Lang lang);

/// Some of what can be done on a tab, in the order of help.
struct ActGroup {
  text::Message name;  ///< empty where there is one group only
  std::vector<const desk::Entry*> acts;
};

/// What can be done on a tab. The first has what no other tab has, in groups: there are over thirty of them.
const std::vector<ActGroup>& acts_of(const CaseTab& tab);

}  // namespace casus::web
