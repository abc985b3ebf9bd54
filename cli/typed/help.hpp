// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/context.hpp"
#include "core/desk/catalogue.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace casus::cli {

/// Help for the program (""), a noun ("case") or a verb ("case say"): what it does, what can be typed, an example.
std::string help_of(std::string_view path, const text::Voice& voice);

/// The same for a program: of a verb what it takes, of a noun what lies below it.
nlohmann::json help_json(std::string_view path, const text::Voice& voice);

/// What is said of one thing that can be typed: what it is, what may stand there, whether it must.
std::string about_slot(const Slot& slot, const text::Voice& voice);

/// What is typed behind the path of a verb: " CASE [TEXT] [options]".
std::string rest_of_usage(const Entry& entry, const text::Voice& voice);

}  // namespace casus::cli
