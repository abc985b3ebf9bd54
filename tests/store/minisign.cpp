// SPDX-License-Identifier: EUPL-1.2
#include "core/store/keys/minisign.hpp"
#include "tests/support/catch.hpp"

namespace casus::store {
namespace {

/// The key in the manual of minisign.
constexpr const char* kTheirKey = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";

}  // namespace

TEST_CASE("what a key signed is known, and nothing that was changed", "[store]") {
  const auto key = SigningKey::random(), other = SigningKey::random();
  const auto bytes = signed_file(key, "casus method x", "buurt: one", "{\"content\": 1}\n");
  const auto file = read_signed_file(bytes);
  REQUIRE(file.has_value());
  CHECK(file->content == "{\"content\": 1}\n");
  CHECK(file->trusted == "buurt: one");
  CHECK(is_signed(*file, key.public_key()));
  CHECK_FALSE(is_signed(*file, other.public_key()));

  // A bit anywhere: no signature, or one that does not fit. Only the untrusted comment is signed by nobody.
  const auto signed_from = bytes.find('\n') + 1;
  for (std::size_t at = signed_from; at < bytes.size(); ++at) {
    auto changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    const auto read = read_signed_file(changed);
    INFO(at);
    CHECK((!read || !is_signed(*read, key.public_key())));
  }
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto cut = bytes.substr(0, size);
    const auto read = read_signed_file(cut);
    CHECK((!read || !is_signed(*read, key.public_key())));
  }
}

TEST_CASE("the line of a signature that is not right is told by its number", "[store]") {
  const auto bytes = signed_file(SigningKey::random(), "c", "t", "x");
  const auto line_of = [](const std::string& text) {
    const auto read = read_signed_file(text);
    return read ? std::size_t{0} : read.error();
  };
  CHECK(line_of(bytes) == 0);
  CHECK(line_of("") == 1);
  CHECK(line_of("comment: c\n" + bytes) == 1);
  CHECK(line_of(std::string(5000, 'x')) == 1);
  CHECK(line_of("x\n" + std::string(5000, 'x')) == 1);
  auto lines = bytes;
  CHECK(line_of(lines.replace(lines.find('\n') + 1, 4, "RWQ?")) == 2);
  lines = bytes;
  CHECK(line_of(lines.replace(lines.find("trusted comment: c"), 7, "Trusted")) == 1);
  lines = bytes;
  CHECK(line_of(lines.replace(lines.find("\ntrusted comment: t"), 8, "\nTrusted")) == 3);
  CHECK(line_of(bytes.substr(0, bytes.size() - 3)) == 4);
}

TEST_CASE("a secret key is written and read, open or locked", "[store]") {
  const auto key = SigningKey::random();
  const auto open = secret_key_file(key, "");
  REQUIRE(secret_key_from(open, "").has_value());
  CHECK(secret_key_from(open, "")->public_key() == key.public_key());
  CHECK(secret_key_from(open, "")->secret() == key.secret());

  const auto locked = secret_key_file(key, "paard batterij nietje juist");
  CHECK(locked.find(open.substr(60, 40)) == std::string::npos);
  CHECK(secret_key_from(locked, "").error() == NoKey::locked);
  CHECK(secret_key_from(locked, "een andere zin").error() == NoKey::wrong_passphrase);
  REQUIRE(secret_key_from(locked, "paard batterij nietje juist").has_value());
  CHECK(secret_key_from(locked, "paard batterij nietje juist")->secret() == key.secret());

  for (const auto* text : {"", "untrusted comment: x\n", "untrusted comment: x\nRWQ=\n", "x\ny\n"})
    CHECK(secret_key_from(text, "").error() == NoKey::no_key_file);
  auto changed = open;
  changed[changed.size() - 10] = changed[changed.size() - 10] == 'A' ? 'B' : 'A';
  CHECK(secret_key_from(changed, "").error() == NoKey::no_key_file);
}

TEST_CASE("a public key is read from its signs or its file", "[store]") {
  const auto key = SigningKey::random().public_key();
  CHECK(key_text(key).starts_with("RW"));
  CHECK(key_text(key).size() == 56);
  CHECK(public_key_from(key_text(key)) == key);
  CHECK(public_key_from(public_key_file(key)) == key);
  REQUIRE(public_key_from(kTheirKey).has_value());
  CHECK(key_text(*public_key_from(kTheirKey)) == kTheirKey);
  for (const auto* text : {"", "RWQ", "untrusted comment: x\n", "nonsense\nnonsense\n"})
    CHECK_FALSE(public_key_from(text).has_value());
  CHECK(fingerprint(key).size() == 19);
  CHECK(fingerprint(key) != fingerprint(SigningKey::random().public_key()));
}

}  // namespace casus::store
