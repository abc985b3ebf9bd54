// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/plugin/bad/trial_plugin.hpp"

#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <exception>
#include <string>
#include <string_view>

/// What the library of deeds is made with.
namespace casus::trial {

using method::View;

inline Findings one(std::string words) { return {{"trial/deed", Finding::Weight::info, {words, words}, {}}}; }

/// Work without an end that no compiler takes out.
[[noreturn]] inline void work_on() {
  for (;;) asm volatile("");
}

/// Uses up the stack. Through a pointer, as a compiler would see it coming.
inline int depth(int at);
inline int (*volatile next_depth)(int) = depth;
inline int depth(int at) {
  char room[64 * 1024];
  std::memset(room, at, sizeof room);
  asm volatile("" : : "r"(room) : "memory");
  return room[at % 100] + next_depth(at + 1);
}

inline void* nothing(void*) { return nullptr; }

inline void work_on_at_the_end() { work_on(); }
inline void nothing_heard(int) {}

struct WithoutWords : std::exception {
  const char* what() const noexcept override { return nullptr; }
};

/// What the helper would say, and that said in its place.
inline std::string packet(char word, std::string_view body) {
  const auto size = static_cast<std::uint32_t>(body.size());
  std::string all(1, word);
  all.append(reinterpret_cast<const char*>(&size), sizeof size);
  return all.append(body);
}
inline void say(std::string_view packets) {
  for (int file = 3; file < 16; ++file) (void)!::write(file, packets.data(), packets.size());
}

/// On a system that shuts these off the deed ends the library; on one that does not, what it returns says that it went
/// on.
struct Deed {
  const char* name;
  Findings (*act)(const View&);
};

}  // namespace casus::trial
