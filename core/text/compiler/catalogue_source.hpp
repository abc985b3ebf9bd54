// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/text/compiler/po_file.hpp"

#include <string>
#include <vector>

namespace casus::text::compiler {

/// Names of the places of a text, in order, without terms ("{-wijkteam}"); what is wrong with it goes in `problem`.
std::vector<std::string> places_of(const std::string& text, std::string& problem);

/// What the languages disagree about: ids, arguments, forms, and ids out of order. Printed as file:line; how many.
int check(const std::vector<PoFile>& languages);

/// The source with the tables of core/text/catalogue.hpp. The files must agree.
std::string catalogue_source(const std::vector<PoFile>& languages);

}  // namespace casus::text::compiler
