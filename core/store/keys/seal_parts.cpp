// SPDX-License-Identifier: EUPL-1.2
#include "core/store/keys/seal.hpp"

#include "core/base/fault.hpp"
#include "core/store/stretch.hpp"
#include "core/text/said_fault.hpp"

#include <algorithm>
#include <array>

/// What is made of sealing and digests, without the library beneath them.
namespace casus::store {

namespace {

constexpr std::string_view kPassphraseHead = "casus sealed by passphrase 1\n";
constexpr std::size_t kWorkBytes = 16;  // operations, memory
constexpr std::size_t kPassphraseBytes = kPassphraseHead.size() + kWorkBytes + kArgon2Salt;

std::uint64_t number_at(std::string_view bytes) { return static_cast<std::uint64_t>(number_in(bytes)); }

/// By what the head of a sealed text says.
Key key_from_passphrase(std::string_view passphrase, std::string_view head) {
  const auto work = head.substr(kPassphraseHead.size());
  const auto key = argon2(passphrase, {work.substr(kWorkBytes), number_at(work), number_at(work.substr(8))});
  if (!key) throw text::SaidFault(Fault::Kind::store, text::msg("fault.too_much_work"));
  return *key;
}

}  // namespace

std::optional<Digest> digest_from(std::string_view bytes) {
  Digest digest{};
  if (bytes.size() != digest.size()) return std::nullopt;
  std::copy(bytes.begin(), bytes.end(), digest.begin());
  return digest;
}

void add_to(Digest& sum, const Digest& one) {
  unsigned carry = 0;
  for (std::size_t i = 0; i < sum.size(); ++i) {
    carry += unsigned{sum[i]} + one[i];
    sum[i] = static_cast<unsigned char>(carry & 0xffU);
    carry >>= 8U;
  }
}

void take_from(Digest& sum, const Digest& one) {
  int borrow = 0;
  for (std::size_t i = 0; i < sum.size(); ++i) {
    const int left = int{sum[i]} - int{one[i]} - borrow;
    borrow = left < 0 ? 1 : 0;
    sum[i] = static_cast<unsigned char>(left + 256 * borrow);
  }
}

std::int64_t command_mark_from(std::string_view sixteen_bytes) { return number_in(sixteen_bytes); }

std::int64_t number_in(std::string_view bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = 8; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[i]);
  return static_cast<std::int64_t>(number);
}

Parts& Parts::text(std::string_view bytes) {
  number(static_cast<std::int64_t>(bytes.size()));
  bytes_ += bytes;
  return *this;
}

Parts& Parts::number(std::int64_t value) {
  std::array<char, 8> bytes{};
  auto rest = static_cast<std::uint64_t>(value);
  for (auto& byte : bytes) {
    byte = static_cast<char>(rest & 0xffU);
    rest >>= 8U;
  }
  bytes_.append(bytes.data(), bytes.size());
  return *this;
}

std::string seal_with_passphrase(std::string_view passphrase, std::string_view clear) {
  std::string head(kPassphraseHead);
  head += Parts().number(std::int64_t{kArgon2Operations}).number(std::int64_t{kArgon2Memory}).bytes();
  head += Key::random().bytes().substr(0, kArgon2Salt);
  return head + seal(key_from_passphrase(passphrase, head), {head}, clear);
}

bool is_sealed_with_passphrase(std::string_view begin) { return begin.starts_with(kPassphraseHead); }

std::optional<std::string> unseal_with_passphrase(std::string_view passphrase, std::string_view sealed) {
  if (!is_sealed_with_passphrase(sealed) || sealed.size() < kPassphraseBytes)
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.not_sealed"));
  const auto head = sealed.substr(0, kPassphraseBytes);
  return unseal(key_from_passphrase(passphrase, head), {head}, sealed.substr(kPassphraseBytes));
}

}  // namespace casus::store
