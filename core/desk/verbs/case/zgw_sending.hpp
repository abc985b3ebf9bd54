// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/desk/reply.hpp"
#include "core/remote/zgw_delivery.hpp"
#include "core/remote/zgw_settings.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>

/// A case that goes to the municipality's register over the web.
namespace casus::desk {

/// What is read in the file, and the secret that it names; nothing when the reply says what is wrong with it. Throws
/// Usage when a file cannot be read, or the secret can be read by others.
std::optional<remote::ZgwSettings> zgw_settings(Desk& desk, Reply& reply, const std::string& path);

/// The files that somebody is led to when a register does not take it.
struct ZgwFiles {
  std::string settings;
  std::string types;
};

/// Hands over what the file of the case holds, and says what came of it. `about`: what a program is told of the case.
void send_to_register(Desk& desk, Reply& reply, nlohmann::json about, const nlohmann::json& file,
                      const remote::ZgwOwn& own, const remote::ZgwSettings& settings, const ZgwFiles& files);

}  // namespace casus::desk
