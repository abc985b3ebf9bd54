// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/base/problem.hpp"
#include "core/training/scenario/scenario.hpp"

#include <string>

/// Pictures and sounds beside a scenario. What they are is seen in them, never by their name.
namespace casus::desk {

/// Where it lies on this machine; empty when the scenario is not here.
std::string path_of(const training::Scenario& scenario, const training::Medium& medium);

struct MediaFile {
  std::string type;  ///< "image/png"
  std::string bytes;
};

/// The file, or what is wrong with it: not there, too large, no picture and no sound.
Outcome<MediaFile, Telling> read_medium(const std::string& path);

/// What is wrong with the files of the scenario at this path, by their place in it.
Problems problems_of_media(const training::Scenario& scenario, const std::string& path);

}  // namespace casus::desk
