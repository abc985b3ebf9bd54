// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/apart/wire.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace casus::plugin {
namespace {

bool read_all(int socket, char* to, std::size_t size) {
  while (size > 0) {
    const auto got = ::read(socket, to, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    to += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

bool write_all(int socket, const char* from, std::size_t size) {
  while (size > 0) {
    const auto wrote = ::write(socket, from, size);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return false;
    from += wrote;
    size -= static_cast<std::size_t>(wrote);
  }
  return true;
}

}  // namespace

void Writing::text(std::string_view text) {
  number(static_cast<std::uint32_t>(text.size()));
  bytes_.append(text);
}

std::string_view Reading::take(std::size_t size) {
  if (size > rest_.size()) throw Garbage("it ends too soon");
  const auto part = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return part;
}

std::uint8_t Reading::byte() { return static_cast<std::uint8_t>(take(1).front()); }

std::uint32_t Reading::number() {
  std::uint32_t value = 0;
  std::memcpy(&value, take(sizeof value).data(), sizeof value);
  return value;
}

double Reading::real() {
  double value = 0;
  std::memcpy(&value, take(sizeof value).data(), sizeof value);
  return value;
}

std::string_view Reading::text() { return take(number()); }

bool read_packet(int socket, Word& word, std::string& body, std::size_t most) {
  std::array<char, 5> head{};
  if (!read_all(socket, head.data(), head.size())) return false;
  std::uint32_t size = 0;
  std::memcpy(&size, head.data() + 1, sizeof size);
  if (size > most) throw Garbage("it is too long");
  word = static_cast<Word>(head[0]);
  body.resize(size);
  return read_all(socket, body.data(), size);
}

bool write_packet(int socket, Word word, std::string_view body) {
  std::array<char, 5> head{};
  head[0] = static_cast<char>(word);
  const auto size = static_cast<std::uint32_t>(body.size());
  std::memcpy(head.data() + 1, &size, sizeof size);
  // One write for what is short: two would wake the other end twice.
  if (body.size() <= 64U * 1024) {
    std::string whole(head.data(), head.size());
    whole += body;
    return write_all(socket, whole.data(), whole.size());
  }
  return write_all(socket, head.data(), head.size()) && write_all(socket, body.data(), body.size());
}

}  // namespace casus::plugin
