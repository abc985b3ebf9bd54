// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/method/folder.hpp"

#include <filesystem>

namespace casus::desk {

namespace fs = std::filesystem;

MethodFolder open_folder(Desk& desk, const std::string& path) {
  std::error_code error;
  const auto folder = fs::canonical(path, error);
  if (error || !fs::is_directory(folder))
    throw Usage{desk.say({"{} is geen map; geef de map met het JSON-bestand van de methode",
                          "{} is not a folder; give the folder with the method's JSON file"},
                         path)};
  MethodFolder found{plugin::Catalogue::scan({folder.parent_path().string()}), {}};
  for (const auto& entry : found.methods.entries())
    if (fs::path(entry.folder) == folder) found.entries.push_back(&entry);
  if (found.entries.empty())
    throw Usage{desk.say({"in {} staat geen methode; maak er een met: casus method new --id {}/mijn-methode",
                          "there is no method in {}; make one with: casus method new --id {}/my-method"},
                         path, folder.filename().string())};
  return found;
}

}  // namespace casus::desk
