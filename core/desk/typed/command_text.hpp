// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/model/commands.hpp"
#include "core/text/voice.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Commands as the line that a person types.
namespace casus::desk {

/// "case say 2026-001 fact 'Zij belt haar zus' --as Noor": right for a POSIX shell. `more` is put at the end
/// (" --store ..."). The time and the id of the command are not typed.
std::string typed(const Command& command, const text::Voice& voice, std::string_view more = {});

/// The kind as files call it, from what a person types: "feit", "uitzondering" for "uitzondering: toen ging het beter",
/// "wens" for "wens van de inwoner". A first word that two kinds share ("eigen") says too little: what is no kind of
/// the core stays as it is.
std::string kind_typed(const std::string& kind);
/// The kind as people call it: "wens van de inwoner". What is no kind of the core stays as it is.
std::string kind_called(const std::string& kind, const text::Voice& voice);

/// One argument as a shell reads it back.
std::string shell_quoted(std::string_view text);

/// The words of a line as a shell splits it, with quotes and backslashes but without anything that a shell fills in.
/// Nothing when a quote is left open.
std::optional<std::vector<std::string>> shell_words(std::string_view line);

/// The same as a way on, which each face writes in its own form: this line, or a place to go. Nothing for a command
/// that no verb gives.
std::optional<text::Way> way_of(const Command& command, const text::Voice& voice);

}  // namespace casus::desk
