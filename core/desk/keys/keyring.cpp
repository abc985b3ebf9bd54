// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/keys/keyring.hpp"

#include <linux/keyctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <map>
#include <mutex>

namespace casus::desk {

namespace {

constexpr const char* kType = "user";

std::mutex& guard() {
  static std::mutex mutex;
  return mutex;
}

std::map<std::string, std::string>& in_this_program() {
  static std::map<std::string, std::string> keys;
  return keys;
}

/// The number of the key in the keyring of this login; below zero when it is not there, or there is no keyring.
long found(const std::string& name) {
  return ::syscall(SYS_keyctl, KEYCTL_SEARCH, KEY_SPEC_SESSION_KEYRING, kType, name.c_str(), 0);
}

}  // namespace

void remember_key(const std::string& name, const std::string& key) {
  const std::scoped_lock lock(guard());
  in_this_program()[name] = key;
  const auto id = ::syscall(SYS_add_key, kType, name.c_str(), key.data(), key.size(), KEY_SPEC_SESSION_KEYRING);
  if (id < 0) return;  // no keyring here: then it is asked again by the next program
  const auto seconds = static_cast<unsigned>(std::chrono::seconds(kRememberedFor).count());
  ::syscall(SYS_keyctl, KEYCTL_SET_TIMEOUT, id, seconds);
}

std::optional<std::string> remembered_key(const std::string& name) {
  const std::scoped_lock lock(guard());
  if (const auto here = in_this_program().find(name); here != in_this_program().end()) return here->second;
  const auto id = found(name);
  if (id < 0) return std::nullopt;
  std::array<char, 64> bytes{};
  const auto size = ::syscall(SYS_keyctl, KEYCTL_READ, id, bytes.data(), bytes.size());
  if (size <= 0 || size > static_cast<long>(bytes.size())) return std::nullopt;
  return std::string(bytes.data(), static_cast<std::size_t>(size));
}

bool forget_key(const std::string& name) {
  const std::scoped_lock lock(guard());
  bool was = in_this_program().erase(name) > 0;
  const auto id = found(name);
  if (id >= 0) was = ::syscall(SYS_keyctl, KEYCTL_UNLINK, id, KEY_SPEC_SESSION_KEYRING) == 0 || was;
  return was;
}

}  // namespace casus::desk
