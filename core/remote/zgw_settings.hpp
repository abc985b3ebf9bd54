// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/base/problem.hpp"

#include <string>
#include <string_view>

namespace casus::remote {

/// The file of `casus case zgw --to`: where the municipality's register of cases is, and as whom one comes there (ZGW).
struct ZgwSettings {
  std::string cases;      ///< root of its Zaken API, with a '/' at its end
  std::string documents;  ///< of its Documenten API
  std::string client;
  std::string secret_file;
  std::string secret;  ///< what `secret_file` holds; the caller reads it

  static void fields(auto& self, auto&& visit) {
    visit.required("zaken", self.cases);
    visit.required("documenten", self.documents);
    visit.required("client", self.client);
    visit.required("secret_file", self.secret_file);
  }
};

/// From the file, or all that is wrong with it, with the places.
Outcome<ZgwSettings, Problems> zgw_settings_from(std::string_view bytes);

/// "zaken.voorbeeld.nl", or both when documents go elsewhere.
std::string hosts_of(const ZgwSettings& settings);

}  // namespace casus::remote
