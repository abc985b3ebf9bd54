// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/sign_in/admission.hpp"
#include "core/web/sign_in/openid/settings.hpp"

#include <string_view>

namespace casus::web::openid {

/// Reads the claims that the settings name, of JSON that was verified. An e-mail address counts only when the provider
/// says that it verified it: elsewhere everybody may fill in an address of somebody else.
Subject told_in(std::string_view json, const Settings::Claims& claims);

}  // namespace casus::web::openid
