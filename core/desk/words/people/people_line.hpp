// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/model/case.hpp"
#include "core/model/commands.hpp"
#include "core/text/voice.hpp"

#include <string_view>
#include <vector>

/// Several people around the resident in one line, as people say them. Pure functions of the line.
namespace casus::desk {

/// The commands that a line stands for, in their order; or what is not understood, for people.
using PeopleLine = Outcome<std::vector<CommandBody>, text::Message>;

/// "tante Riet, zus van moeder, intimi, familie, sterk; buurman Piet, vrienden, samenleving; Riet - Piet, spanning".
/// People stand apart by a semicolon or on lines of their own. Behind a name come, in any order: how near, from which
/// side, how strong the tie with the resident is, and one word of who they are. Somebody with neither how near nor a
/// side goes on the raw list; with one of both the line is not understood, as nobody's place is guessed. "A - B" is a
/// tie between two people, who need not be in the line.
PeopleLine network_line(std::string_view text);

/// Whether it is the whole word for how near or from which side somebody is, so nobody's name.
bool is_place_word(std::string_view text);

/// "Els (vrouw, overleden) + Jan > inwoner, Tom (pleegkind); Els x Piet". "+" are partners, "x" were partners, behind
/// ">" are their children. Who is not in the genogram of `state` yet is placed in it first.
PeopleLine family_line(std::string_view text, const Case& state);

}  // namespace casus::desk
