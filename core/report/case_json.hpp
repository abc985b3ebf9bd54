// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/report/definitions.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

namespace casus::report {

/// The whole case as JSON, for `--json` and `case export`. Keys are stable: a key is never renamed or taken away, new
/// ones may come; inside an item a key without a value may be left out. Words of closed vocabularies are given by key,
/// people by id, moments and days as text; names of steps and methods in both languages where this machine knows them
/// (else null). Fields of a record that a method declares have their names and values in words beside them, in the
/// language of `voice`. Left out: contributions of a hidden step that is still open and first opinions before the
/// decision; `hidden` says how many of each.
nlohmann::json case_json(const Case& state, const Definitions& definitions, const text::Voice& voice = Lang::en);

/// Its people, and a text in both languages (null when there is none), as they stand in it.
nlohmann::json people_json(const Case& state);
nlohmann::json text_or_null(const Text& text);

}  // namespace casus::report
