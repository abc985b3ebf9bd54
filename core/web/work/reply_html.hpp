// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/reply.hpp"
#include "core/text/voice.hpp"
#include "core/web/layout.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What came of a verb, drawn.
namespace casus::web {

Told told_as(desk::Tone tone);

/// The page, the picture, or what was said, in its order. Not why something may not be: see `reply_refused`.
Html reply_html(const desk::Reply& reply, Lang lang);

/// Why it was not done: the refusal with its ways on, or what is wrong with no field in particular.
Html reply_refused(const desk::Reply& reply, const text::Voice& voice);

/// The ways on of a refusal, as places to go, with what is known filled in there. No name and no words of anybody,
/// which never stand in an address.
Html ways_on(const Refusal& refusal, const text::Voice& voice);
Html ways_on(const std::vector<text::Way>& ways, const text::Voice& voice);
/// The same beside the form of `verb`: what leads to that form with nothing filled in is no way on.
Html ways_on(const Refusal& refusal, std::string_view verb, const text::Voice& voice);
/// The fields in the form of `verb` that the ways on of a refusal name or leave open: they are asked at once.
std::vector<std::string> fields_wanted(const Refusal& refusal, std::string_view verb, Lang lang);

/// The status of HTTP that says the same.
int http_status(desk::Status status);

}  // namespace casus::web
