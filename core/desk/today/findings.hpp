// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/store.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

/// What is found wrong in a store, for who reads it.
namespace casus::desk {

class Desk;
class Reply;

/// Of the whole store, of a stream, or of one event in it.
std::string in_words(const store::Finding& finding, const text::Voice& voice);

/// Each with its rule, which is the same in every language and version; "fault" for what a disk or a damaged page says.
nlohmann::json in_json(const std::vector<store::Finding>& findings, const text::Voice& voice);

std::vector<std::string> in_words(const std::vector<text::Message>& said, const text::Voice& voice);

void say_findings(Desk& desk, Reply& reply, const std::vector<store::Finding>& findings);

/// The first thing to do about what was found, which there is some of: what loses nothing before what does.
void say_what_to_do(Desk& desk, Reply& reply, const store::Verification& found);

}  // namespace casus::desk
