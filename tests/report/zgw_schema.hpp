// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

/// The published schema is not in this tree. Its fields, which of them must be there, their lengths and their closed
/// lists are written out again here, from src/openapi.yaml of VNG-Realisatie/zaken-api (1.5.1) and
/// VNG-Realisatie/documenten-api (1.5.0), as far as a case is written with them.
namespace casus::test {

/// What is wrong with a whole file, and whether what points at something of the file finds it there; empty for nothing.
std::vector<std::string> zgw_wrong_with(const nlohmann::json& file);

/// What is wrong with what is handed in: "zaak: unknown titel". `whole`: it is a new one, and not a change of some
/// fields. What a register makes up itself may not be in it, and what it points at is an address of the web.
std::vector<std::string> zgw_wrong_with_request(const nlohmann::json& body, const std::string& resource, bool whole);

}  // namespace casus::test
