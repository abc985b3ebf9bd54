// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/temp_dir.hpp"
#include "tests/training/training.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace casus::test {

/// A picture of one point.
inline std::string a_png() {
  constexpr unsigned char kBytes[] = {
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00,
      0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00, 0x00, 0x1F, 0x15, 0xC4, 0x89, 0x00, 0x00, 0x00,
      0x0D, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0xF8, 0xCF, 0xC0, 0x50, 0x0F, 0x00, 0x04, 0x85, 0x01, 0x80,
      0x84, 0xA9, 0x8C, 0x21, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82};
  return {reinterpret_cast<const char*>(kBytes), sizeof kBytes};
}

/// The small scenario of the guide with a photo from the start, a letter that comes with a fact, and a note for Ria
/// alone; its files lie beside it in `folder`.
inline std::string with_media(const TempDir& folder) {
  const auto path = folder / "scenarios/klein.json";
  std::filesystem::create_directories(folder / "scenarios/klein");
  auto scenario = nlohmann::ordered_json::parse(training::small_patched(R"([
    {"op": "replace", "path": "/id", "value": "klein"},
    {"op": "add", "path": "/media", "value": [
      {"id": "photo", "file": "photo.png", "name": {"nl": "De schuur", "en": "The barn"}},
      {"id": "letter", "file": "letter.png", "name": {"nl": "Een brief", "en": "A letter"},
       "when": {"known": "barn"}},
      {"id": "note", "file": "note.png", "name": {"nl": "Een briefje", "en": "A note"}, "only_for": "Ria"}]}])"));
  folder.write("scenarios/klein.json", scenario.dump(2));
  for (const auto* name : {"photo", "letter", "note"})
    folder.write(std::string("scenarios/klein/") + name + ".png", a_png());
  return path.string();
}

}  // namespace casus::test
