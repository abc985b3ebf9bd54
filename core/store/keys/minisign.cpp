// SPDX-License-Identifier: EUPL-1.2
#include "core/store/keys/minisign.hpp"

#include "core/base/base64.hpp"
#include "core/store/checkpoint.hpp"
#include "core/store/keys/seal.hpp"
#include "core/store/stretch.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace casus::store {

namespace {

constexpr std::string_view kComment = "untrusted comment: ";
constexpr std::string_view kTrusted = "trusted comment: ";
constexpr std::string_view kKeys = "Ed";      // of a key
constexpr std::string_view kHashed = "ED";    // of a signature: the BLAKE2b-512 of the content is signed
constexpr std::string_view kScrypt = "Sc";    // how a secret key is locked
constexpr std::string_view kOpen{"\0\0", 2};  // not locked
constexpr std::string_view kBlake = "B2";     // digest within a secret key
constexpr std::size_t kId = 8, kSecret = 64, kDigest = 32;

// Half a second and 128 MB.
constexpr std::uint64_t kOperations = std::uint64_t{1} << 22U;
constexpr std::uint64_t kMemory = std::uint64_t{128} << 20U;

/// The lines, without what ends them.
std::vector<std::string_view> lines_of(std::string_view text, std::size_t most) {
  std::vector<std::string_view> lines;
  while (!text.empty() && lines.size() < most) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// What stands in front of the text is taken off it; false, and nothing taken, when something else does.
bool taken(std::string_view& text, std::string_view front) {
  if (!text.starts_with(front)) return false;
  text.remove_prefix(front.size());
  return true;
}

std::string_view part(std::string_view& bytes, std::size_t size) {
  const auto out = bytes.substr(0, size);
  bytes.remove_prefix(out.size());
  return out;
}

std::uint64_t number_from(std::string_view bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) number = number << 8U | static_cast<unsigned char>(bytes[i]);
  return number;
}

std::string little_endian(std::uint64_t number) {
  std::string out;
  for (int i = 0; i < 8; ++i, number >>= 8U) out += static_cast<char>(number & 0xffU);
  return out;
}

std::string digest_in_key(std::string_view id, std::string_view secret) {
  return std::string(view(hash_of(std::string(kKeys) + std::string(id) + std::string(secret))));
}

std::string together(std::string_view one, std::string_view other) {
  std::string out(one);
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = static_cast<char>(static_cast<unsigned char>(out[i]) ^ static_cast<unsigned char>(other[i]));
  return out;
}

std::string two_lines(std::string_view comment, std::string_view bytes) {
  return std::string(kComment) + std::string(comment) + '\n' + to_base64(bytes) + '\n';
}

std::string with_trusted(const Signature& of_content, std::string_view trusted) {
  return std::string(view(of_content)) + std::string(trusted);
}

}  // namespace

std::string key_text(const PublicKey& key) {
  return to_base64(std::string(kKeys) + std::string(view(key.id)) + std::string(view(key.bytes)));
}

std::optional<PublicKey> public_key_from(std::string_view text) {
  const auto lines = lines_of(text, 3);
  const auto at = !lines.empty() && lines[0].starts_with(kComment) ? std::size_t{1} : std::size_t{0};
  if (lines.size() != at + 1) return std::nullopt;
  const auto bytes = from_base64(lines[at]);
  PublicKey key;
  if (!bytes || bytes->size() != kKeys.size() + kId + key.bytes.size()) return std::nullopt;
  std::string_view rest = *bytes;
  if (!taken(rest, kKeys)) return std::nullopt;
  std::ranges::copy(part(rest, kId), key.id.begin());
  std::ranges::copy(rest, key.bytes.begin());
  return key;
}

std::string public_key_file(const PublicKey& key) {
  return std::string(kComment) + "minisign public key of casus\n" + key_text(key) + '\n';
}

std::string fingerprint(const PublicKey& key) { return checkpoint_code(Checkpoint{.mark = hash_of(view(key.bytes))}); }

std::string secret_key_file(const SigningKey& key, std::string_view passphrase) {
  const auto id = view(key.public_key().id);
  auto inner = std::string(id) + std::string(key.secret()) + digest_in_key(id, key.secret());
  std::string salt(kScryptSalt, '\0');
  if (!passphrase.empty()) {
    salt = std::string(Key::random().bytes());
    inner = together(inner, *scrypt(passphrase, {salt, kOperations, kMemory}, inner.size()));
  }
  const bool locked = !passphrase.empty();
  return two_lines(locked ? "minisign secret key of casus, locked by a passphrase" : "minisign secret key of casus",
                   std::string(kKeys) + std::string(locked ? kScrypt : kOpen) + std::string(kBlake) + salt +
                       little_endian(locked ? kOperations : 0) + little_endian(locked ? kMemory : 0) + inner);
}

Outcome<SigningKey, NoKey> secret_key_from(std::string_view file, std::string_view passphrase) {
  const auto lines = lines_of(file, 3);
  const auto bytes = lines.size() == 2 && lines[0].starts_with(kComment) ? from_base64(lines[1]) : std::nullopt;
  if (!bytes || bytes->size() != 6 + kScryptSalt + 16 + kId + kSecret + kDigest) return failure(NoKey::no_key_file);
  std::string_view rest = *bytes;
  if (!taken(rest, kKeys)) return failure(NoKey::no_key_file);
  const auto how = part(rest, 2);
  if ((how != kScrypt && how != kOpen) || !taken(rest, kBlake)) return failure(NoKey::no_key_file);
  const auto salt = part(rest, kScryptSalt);
  const auto operations = number_from(part(rest, 8)), memory = number_from(part(rest, 8));
  std::string inner(rest);
  if (how == kScrypt) {
    if (passphrase.empty()) return failure(NoKey::locked);
    const auto stretched = scrypt(passphrase, {salt, operations, memory}, inner.size());
    if (!stretched) return failure(NoKey::no_key_file);
    inner = together(inner, *stretched);
  }
  std::string_view opened = inner;
  const auto id = part(opened, kId), secret = part(opened, kSecret);
  if (opened != digest_in_key(id, secret))
    return failure(how == kScrypt ? NoKey::wrong_passphrase : NoKey::no_key_file);
  return *SigningKey::from(id, secret);
}

std::string signed_file(const SigningKey& key, std::string_view comment, std::string_view trusted,
                        std::string_view content) {
  const auto of_content = sign(key, view(long_hash_of(content)));
  const auto of_trusted = sign(key, with_trusted(of_content, trusted));
  return two_lines(comment,
                   std::string(kHashed) + std::string(view(key.public_key().id)) + std::string(view(of_content))) +
         std::string(kTrusted) + std::string(trusted) + '\n' + to_base64(view(of_trusted)) + '\n' +
         std::string(content);
}

Outcome<SignedFile, std::size_t> read_signed_file(std::string_view bytes) {
  if (!bytes.starts_with(kComment)) return failure(std::size_t{1});  // no such file at all, whatever its lines are
  SignedFile file;
  std::array<std::string_view, 4> lines;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    // A comment of minisign has at most a kilobyte.
    const auto end = bytes.substr(0, 1200).find('\n');
    if (end == std::string_view::npos) return failure(i + 1);
    lines[i] = bytes.substr(0, end);
    bytes.remove_prefix(end + 1);
  }
  file.content = bytes;
  taken(lines[0], kComment);
  const auto first = from_base64(lines[1]);
  if (!first || first->size() != kHashed.size() + kId + sizeof(Signature)) return failure(std::size_t{2});
  std::string_view rest = *first;
  if (!taken(rest, kHashed)) return failure(std::size_t{2});
  std::ranges::copy(part(rest, kId), file.key_id.begin());
  std::ranges::copy(rest, file.of_content.begin());
  if (!taken(lines[2], kTrusted)) return failure(std::size_t{3});
  const auto second = from_base64(lines[3]);
  if (!second || second->size() != sizeof(Signature)) return failure(std::size_t{4});
  std::ranges::copy(*second, file.of_trusted.begin());
  file.comment = lines[0];
  file.trusted = lines[2];
  return file;
}

bool is_signed(const SignedFile& file, const PublicKey& key) {
  return file.key_id == key.id && is_signed(key, view(long_hash_of(file.content)), file.of_content) &&
         is_signed(key, with_trusted(file.of_content, file.trusted), file.of_trusted);
}

}  // namespace casus::store
