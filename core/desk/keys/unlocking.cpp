// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/keys/unlocking.hpp"

#include "core/desk/desk.hpp"
#include "core/desk/keys/keyring.hpp"
#include "core/desk/keys/passphrase.hpp"
#include "core/desk/places.hpp"
#include "core/store/keys/locked_keys.hpp"
#include "core/text/message.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <optional>

namespace casus::desk {

namespace {

using text::msg;

constexpr int kTries = 3;
constexpr const char* kByDescriptor = "CASUS_PASSPHRASE_FD";
constexpr const char* kByEnvironment = "CASUS_PASSPHRASE";
constexpr const char* kCredentials = "CREDENTIALS_DIRECTORY";
constexpr const char* kCredential = "casus.passphrase";

/// All that comes by a descriptor, without the end of its line; it is closed then.
std::string read_all(int descriptor) {
  std::string text;
  std::array<char, 256> bytes{};
  while (text.size() <= kLongestPassphrase) {
    const auto size = ::read(descriptor, bytes.data(), bytes.size());
    if (size <= 0) break;
    text.append(bytes.data(), static_cast<std::size_t>(size));
  }
  ::close(descriptor);
  while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
  return text;
}

/// What systemd gave this service to read, and no other; nothing when the service has no such file.
std::optional<std::string> given_as_credential() {
  const auto folder = environment(kCredentials);
  if (folder.empty()) return std::nullopt;
  const int file = ::open((folder + '/' + kCredential).c_str(), O_RDONLY | O_CLOEXEC);
  return file < 0 ? std::nullopt : std::optional(read_all(file));
}

/// What a server was started with. What stands in its surroundings is taken away at once, so that nothing that is
/// started from here has it.
std::optional<std::string> given_at_start() {
  if (const auto number = environment(kByDescriptor); !number.empty()) {
    ::unsetenv(kByDescriptor);
    const bool is_one = number.size() < 5 && number.find_first_not_of("0123456789") == std::string::npos;
    if (is_one) return read_all(std::stoi(number));
  }
  auto text = environment(kByEnvironment);
  ::unsetenv(kByEnvironment);
  return text.empty() ? given_as_credential() : std::optional(std::move(text));
}

}  // namespace

std::string key_of_lock(const Desk& desk, const std::string& keys_path) {
  const auto voice = desk.voice();
  const auto name = store::name_of_lock(keys_path);
  if (auto key = remembered_key(name); key && store::unlocks(keys_path, *key)) return *key;
  const auto opened = [&](const std::string& passphrase) -> std::optional<std::string> {
    if (passphrase.empty() || passphrase.size() > kLongestPassphrase) return std::nullopt;
    auto key = store::unlocked_with(keys_path, passphrase);
    if (key) remember_key(name, *key);
    return key;
  };
  if (const auto given = given_at_start()) {
    if (auto key = opened(*given)) return *key;
    throw Usage{voice.say(msg("store.passphrase.wrong", "file"_is = keys_path))};
  }
  // Not from a pipe: what comes there is meant for something else.
  if (::isatty(STDIN_FILENO) == 0)
    throw Usage{voice.say(msg("store.locked.no_way", "file"_is = keys_path, "variable"_is = kByDescriptor))};
  for (int attempt = 0; attempt < kTries; ++attempt)
    if (auto key = opened(desk.passphrase(attempt == 0 ? Desk::Wanted::known : Desk::Wanted::once_more))) return *key;
  throw Usage{voice.say(msg("store.passphrase.wrong", "file"_is = keys_path))};
}

}  // namespace casus::desk
