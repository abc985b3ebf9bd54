// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json_fwd.hpp>

/// Method files of an older format, read as if they were of the present one. A case pins the bytes of its method, so
/// what began under format 1 is led by format 1 for as long as it runs.
namespace casus::method {

/// Puts marks where format 1 had none. It spoke of steps and minutes only, so a prompt, a record, a criterion or a word
/// list is nobody's claim but the writer's: own. A point of the checklist that names a source was put together from
/// it: reconstruction. Minutes were those of the step's source, with a mark or without: they named none. What has the
/// wrong shape is left as it is, for the reader to tell; pointers into the file stay true, as keys are only added.
void upgrade_1_to_2(nlohmann::json& file);

}  // namespace casus::method
