// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/typed/known_in_case.hpp"
#include "core/web/visit.hpp"

#include <string>

/// The network map and the genogram as something to work on: people are pointed at on the picture - by mouse, finger
/// or keyboard, and as links without a script - and the form beside it is for whoever was pointed at.
namespace casus::web {

/// `picture` with what can be pointed at over it, and the forms. The picture alone for who does not work at the table.
Html network_on_picture(House& house, const Visit& visit, const std::string& case_id, const Html& picture);
Html family_on_picture(House& house, const Visit& visit, const std::string& case_id, const Html& picture);

}  // namespace casus::web
