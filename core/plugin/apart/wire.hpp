// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

/// How the program and a plugin's helper process speak: packets over a socket, each a word (one byte) and a bounded
/// body. Both ends are this program, of one build, so numbers go as they lie in memory; but in the helper the plugin
/// can write whatever it likes, so the host believes nothing of what it reads.
namespace casus::plugin {

/// What a packet is about.
enum class Word : std::uint8_t {
  // from the helper
  ready = 'r',    ///< the library is open; the body says how well it is shut in
  refused = 'e',  ///< the library cannot be used: why
  column = 'c',   ///< the rules want this column of the view
  said = 's',     ///< the rules want to know which phrase stands in a text
  answer = 'a',   ///< what the rules found
  threw = 't',    ///< what the rules threw
  barred = 'v',   ///< the number of the system call that is shut off
  // from the host
  question = 'q',
  rows = 'C',
  phrase = 'S',
};

/// What was read is not what was agreed on.
struct Garbage : std::runtime_error {
  explicit Garbage(const std::string& what) : std::runtime_error(what) {}
};

/// The body of a packet, while it is written.
class Writing {
 public:
  void byte(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
  void number(std::uint32_t value) { raw(&value, sizeof value); }
  void real(double value) { raw(&value, sizeof value); }
  void text(std::string_view text);
  const std::string& bytes() const { return bytes_; }

 private:
  void raw(const void* from, std::size_t size) { bytes_.append(static_cast<const char*>(from), size); }

  std::string bytes_;
};

/// The body of a packet, while it is read. Everything throws Garbage where there is no more.
class Reading {
 public:
  explicit Reading(std::string_view bytes) : rest_(bytes) {}

  std::uint8_t byte();
  std::uint32_t number();
  double real();
  std::string_view text();  ///< points into the body
  bool done() const { return rest_.empty(); }

 private:
  std::string_view take(std::size_t size);

  std::string_view rest_;
};

/// Most bytes of one packet to the helper: a case with 2000 long texts fits.
inline constexpr std::size_t kMostToHelper = std::size_t{64} << 20U;
/// Most bytes of one packet from the helper: findings are words for people.
inline constexpr std::size_t kMostFromHelper = std::size_t{256} << 10U;

/// One end, blocking, for the helper: it has nothing else to do. Reading gives the body; false when the other end is
/// gone. Throws Garbage for a packet of more than `most` bytes.
bool read_packet(int socket, Word& word, std::string& body, std::size_t most);
/// False when the other end is gone.
bool write_packet(int socket, Word word, std::string_view body);

}  // namespace casus::plugin
